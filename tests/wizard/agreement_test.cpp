// The agreement and the recruit agreement: what the answers fill, what is asked, every point, and when they apply.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "figures.h"
#include "order/clauses.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

std::string cell(const Person& person, std::string_view table, std::string_view row, std::size_t column) {
  for (const TableRow& one : person.node(table).rows) {
    if (one.id == row) return one.cells.at(column);
  }
  return "no such row";
}

void begin_arrangement(Person& person, std::string_view action) {
  person.go_to("arrangement");
  person.choose("arrangement.action", action);
  person.choose("arrangement.type", "new");
  person.choose("arrangement.term", "long");
}

void check_clauses(const Person& person, ClausePart part) {
  std::string_view cited;  // the first clause in a row that goes back to the same place says so
  for (const Clause& clause : clauses(part)) {
    const Node& node = person.node(concat("clause:", clause.id));
    CHECK(node.label.ends_with(clause.cite.paragraph().restatement));
    CHECK(node.label.starts_with(clause.item));
    CHECK(node.cite == (cited == clause.paragraph.text() ? std::string_view() : clause.paragraph.text()));
    cited = clause.paragraph.text();
    CHECK(node.level == clause.level);
  }
}

}  // namespace

TEST_SUITE("view: agreement (App. B)") {
  TEST_CASE("Parts A to C are filled from the answers, and what is open says so") {
    Person person;
    person.go_to("agreement");
    CHECK(cell(person, "agreement.filled", "C4", 1) == "not answered yet");
    type_example_a(person);
    person.go_to("agreement");
    CHECK(cell(person, "agreement.filled", "A1", 1) == "New arrangement");
    CHECK(cell(person, "agreement.filled", "A2", 1) ==
          "Long-term (reviewed and updated annually), from Monday, February 1, 2027");
    CHECK(cell(person, "agreement.filled", "B1", 1) == "not answered yet");
    CHECK(cell(person, "agreement.filled", "B2", 1) == "Boise, Ada County, ID");
    CHECK(cell(person, "agreement.filled", "C4", 1) == "General Schedule (GS), 12");
    person.press("agreement.to_employee");
    CHECK(person.node("main.heading").label == "Employee and position");
  }

  TEST_CASE("A2: the dates of a duration are said with what they are, also where the term is open") {
    Person person;
    person.go_to("arrangement");
    person.fill("arrangement.start", "2/1/2027");
    person.go_to("agreement");
    CHECK(cell(person, "agreement.filled", "A2", 1) == "From Monday, February 1, 2027");
    person.go_to("arrangement");
    person.choose("arrangement.term", "short");
    person.fill("arrangement.end", "9/30/2027");
    person.go_to("agreement");
    CHECK(cell(person, "agreement.filled", "A2", 1) ==
          "Short-term (more than 90 days but less than a year), from Monday, February 1, 2027, "
          "through Thursday, September 30, 2027");
  }

  TEST_CASE("what is missing is not called optional, and a choice with a way to leave it open is neither") {
    Person person;
    type_example_a(person);
    person.go_to("agreement");
    for (const char* needed : {"agreement.same_commuting_area", "agreement.employee_signature.name",
                               "agreement.employee_signature.date", "agreement.supervisor_signature.name"}) {
      CAPTURE(needed);
      CHECK(person.node(needed).flags.required);
      CHECK_FALSE(person.node(needed).flags.optional);
    }
    CHECK(person.node("agreement.employee_signature.title").flags.optional);
    person.go_to("concurrences");
    CHECK_FALSE(person.node("determination.outcome").flags.optional);
    CHECK_FALSE(person.node("determination.outcome").flags.required);
  }

  TEST_CASE("all terms stand there with both branches, each with its paragraph") {
    Person person;
    person.show_references();
    person.go_to("agreement");
    check_clauses(person, ClausePart::term);
    CHECK(person.has("clause:agreement.ending.performance.declined"));
  }

  TEST_CASE("D1 and D2 are filled in by the other answers until one is chosen here, or taken back") {
    Person person;
    person.go_to("agreement");
    CHECK(person.node("agreement.telework_agreement_approved").value.empty());
    person.go_to("eligibility");
    person.press("topic:ready");
    person.choose("eligibility.telework_agreement_approved", "yes");
    person.go_to("concurrences");
    approve(person);
    person.go_to("agreement");
    CHECK(person.node("agreement.telework_agreement_approved").value == "yes");
    CHECK(person.node("agreement.telework_agreement_approved").flags.derived);
    CHECK(person.node("agreement.analysis_tool_approved").value == "yes");
    CHECK(person.node("agreement.analysis_tool_approved").understood ==
          "Filled in from the decision. Change it if it is wrong.");
    person.choose("agreement.analysis_tool_approved", "no");
    CHECK(person.node("agreement.analysis_tool_approved").value == "no");
    CHECK_FALSE(person.node("agreement.analysis_tool_approved").flags.derived);
    person.choose("agreement.analysis_tool_approved", "");
    CHECK(person.node("agreement.analysis_tool_approved").value == "yes");
    CHECK(person.node("agreement.analysis_tool_approved").flags.derived);
  }

  TEST_CASE("short of what must be there first, it says that the arrangement may not begin and leads there (¶10a)") {
    Person person;
    begin_arrangement(person, "incumbent");
    person.go_to("agreement");
    REQUIRE(person.node("form.state").tone == Tone::warning);
    REQUIRE(!person.node("form.state").children.empty());
    const Node missing = person.node("form.state").children.front();
    CHECK(missing.label.ends_with("."));
    REQUIRE(missing.kind == NodeKind::link);
    const std::vector<Effect> effects = person.press(missing.id);
    CHECK(effects.front().id == missing.target);
  }
}

TEST_SUITE("view: recruit agreement (App. C)") {
  TEST_CASE("it is a step for a recruit, and while the action is open, and says why it is none for an incumbent") {
    Person person;
    CHECK(person.has("step:recruit_agreement"));
    begin_arrangement(person, "incumbent");
    CHECK(!person.has("step:recruit_agreement"));
    // It was open when the answer came.
    Person other;
    other.go_to("recruit_agreement");
    const std::string file = person.session.packet_json();
    REQUIRE(other.session.prefill(R"({"arrangement": {"action": "incumbent"}})").has_value());
    other.read();
    CHECK(other.has("recruit_agreement.not_here"));
    CHECK(!other.has("recruit_agreement.last_name"));
    other.press("start.recruit");
    CHECK(other.node("main.heading").label == "Recruit agreement");
    CHECK(other.has("recruit_agreement.last_name"));
    CHECK(person.session.packet_json() == file);
  }

  TEST_CASE("from Start it prepares a recruit's packet") {
    Person person;
    person.press("start.recruit");
    CHECK(person.node("main.heading").label == "Recruit agreement");
    person.go_to("arrangement");
    CHECK(person.node("arrangement.action").value == "recruit");
  }

  TEST_CASE("entry on duty starts the two clocks, and every point is there with its paragraph") {
    Person person(calendar_date(2026, 1, 20));
    begin_arrangement(person, "recruit");
    person.show_references();
    person.go_to("recruit_agreement");
    person.fill("recruit_agreement.entry_on_duty", "1/15/2026");
    CHECK(figures_of(person.node("date:clock.recruit_training").label) == "March 16 2026");
    CHECK(figures_of(person.node("date:clock.recruit_agreement").label) == "April 15 2026");
    for (const ClausePart part : {ClausePart::employee_understands, ClausePart::privacy, ClausePart::employee_affirms,
                                  ClausePart::supervisor_certifies}) {
      check_clauses(person, part);
    }
    CHECK(person.has("recruit_agreement.employee_signature.name"));
    CHECK(person.has("recruit_agreement.supervisor_signature.date"));
  }

  TEST_CASE("Next and Back pass by the steps that the packet does not go through") {
    Person person;
    begin_arrangement(person, "incumbent");
    person.go_to("agreement");
    person.press("actions.next");
    CHECK(person.node("main.heading").label == "Check and export");
    person.press("actions.back");
    CHECK(person.node("main.heading").label == "Agreement");
  }

  TEST_CASE("a recruit's answers are set aside, named, when the action changes, and come back with it") {
    Person person;
    begin_arrangement(person, "recruit");
    person.go_to("recruit_agreement");
    person.fill("recruit_agreement.last_name", "Kealoha");
    begin_arrangement(person, "incumbent");
    CHECK(person.node("set_aside").label ==
          "Not used, because it does not apply to the arrangement in Part A: Last name: \"Kealoha\". It is kept, but "
          "not printed or counted. It comes back if you change Part A back.");
    begin_arrangement(person, "recruit");
    person.go_to("recruit_agreement");
    CHECK(person.node("recruit_agreement.last_name").value == "Kealoha");
  }
}
