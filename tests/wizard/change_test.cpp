// "End or change an arrangement": the walk, its outcome, the costs, and that it is kept with the packet.
#include "rules/change.h"

#include <doctest/doctest.h>

#include "form/field.h"
#include "long_text.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

// Every way through the walk, from the answers given so far.
void walk_all(Person& person, std::vector<std::pair<Leaf, std::string_view>> given, int& outcomes) {
  Answers answers;
  for (const auto& [leaf, value] : given) answers.set(leaf, value);
  const ChangeWalk walk = walk_change(answers);
  if (walk.outcome != nullptr) {
    ++outcomes;
    CHECK(person.has("change.outcome"));
    CHECK(person.node("change.outcome").label == std::string(heading_of(walk.outcome->obligation)) + ".");
    CHECK(person.has("change.costs") == walk.outcome->compares_costs);
    CHECK(person.has("change.outcome.move") == (walk.outcome->move_paid_by != MovePaidBy::does_not_arise));
    CHECK(person.has("change.save"));
    CHECK(person.has("change.print"));
    CHECK(!person.has("region:result"));
    CHECK(person.has("change.outcome.refusal") == !walk.outcome->refusal.empty());
    CHECK(person.has("change.outcome.rights") == !walk.outcome->rights.empty());
    for (const Leaf leaf : walk.outcome->record) CHECK(person.has(info(leaf).id));
    CHECK(faults_of(person.screen).empty());
    return;
  }
  CHECK(!person.has("change.outcome"));
  for (const Choice& choice : info(*walk.next).choices) {
    std::vector<std::pair<Leaf, std::string_view>> further = given;
    further.emplace_back(*walk.next, choice.value);
    if (person.has("change.again")) person.press("change.again");
    for (const auto& [leaf, value] : further) person.choose(info(leaf).id, value);
    walk_all(person, further, outcomes);
  }
}

// Example A of somebody, in a position.
void type_arrangement(Person& person) {
  type_example_a(person);
  person.go_to("employee");
  person.fill("employee.last_name", "Kealoha");
  person.fill("position.title", "Program Analyst");
}

}  // namespace

TEST_SUITE("view: end or change an arrangement") {
  TEST_CASE("Start offers it; every way through the questions ends in what the order says (¶12)") {
    Person person;
    person.press("start.change");
    CHECK(person.node("main.heading").label == "End or change an arrangement");
    int outcomes = 0;
    walk_all(person, {}, outcomes);
    CHECK(outcomes >= static_cast<int>(change_outcomes().size()));
  }

  TEST_CASE("a move at management's wish is paid by GSA (¶12b), with Part H against one, two and five years") {
    Person person;
    type_example_a(person);
    person.go_to("ending");
    person.fill("relocation.estimate", "20000");
    person.go_to("change");
    person.choose("ending.reason", "business_need");
    person.choose("ending.offer", "both");
    person.choose("ending.answer", "move");
    CHECK(person.node("change.outcome.move").value == "GSA, by regulation.");
    const Node& costs = person.node("change.costs");
    REQUIRE(costs.rows.size() == 3);
    CHECK(costs.rows[0].cells[1] == "$20,000.00");
    CHECK(costs.rows[2].id == "years.5");
    CHECK(!person.has("change.costs.needs"));
  }

  TEST_CASE("what the costs still need leads to its question") {
    Person person;
    person.press("start.change");
    person.choose("ending.reason", "review");
    person.choose("ending.costs_can_be_cut", "no");
    REQUIRE(person.has("change.costs.needs:relocation.estimate"));
    const std::vector<Effect> effects = person.press("change.costs.needs:relocation.estimate");
    CHECK(effects.back().id == "relocation.estimate");
    CHECK(person.node("main.heading").label == "If it ends");
  }

  TEST_CASE("an earlier answer that is changed keeps the later ones for when they are on the way again") {
    Person person;
    person.go_to("change");
    person.choose("ending.reason", "new_worksite");
    person.choose("ending.same_pay_area", "no");
    person.choose("ending.reason", "other_position");
    CHECK(!person.has("ending.same_pay_area"));
    person.choose("ending.reason", "new_worksite");
    CHECK(person.node("ending.same_pay_area").value == "no");
    CHECK(person.has("change.outcome"));
  }

  TEST_CASE("the walk is kept with the packet, and another packet shows none of it") {
    Person person;
    person.go_to("change");
    const std::string other = person.session.packet_json();
    person.choose("ending.reason", "employee_asks");
    person.fill("ending.effective", "3/1/2027");
    CHECK(person.node("change.kept").label ==
          "These answers are kept with the packet and printed with it as a record. They are not part of the forms.");
    const std::string kept = person.session.packet_json();
    CHECK(member(kept, "ending") == R"({"reason":"employee_asks","effective":"2027-03-01"})");

    CHECK(lacks(person.session.whereabouts(), "walk:"));
    person.open("other.json", other);
    if (person.has("open.replace")) person.press("open.replace");
    person.go_to("change");
    CHECK(person.node("ending.reason").value.empty());
    person.open("packet.json", kept);
    person.go_to("change");
    CHECK(person.node("ending.reason").value == "employee_asks");
    CHECK(person.node("ending.effective").value == "3/1/2027");
  }

  TEST_CASE(
      "once it is saved, the new arrangement takes over the person and the position and says what it replaces (¶12a)") {
    Person person;
    type_arrangement(person);
    person.go_to("change");
    person.choose("ending.reason", "new_worksite");
    person.choose("ending.same_pay_area", "no");
    person.fill("ending.effective", "3/1/2027");
    CHECK(!person.has("change.begin_new"));
    CHECK(contains(person.node("change.acts.words").label, "Save this packet"));
    const std::vector<Effect> saved = person.press("change.save");
    const Effect* file = find_effect(saved, EffectKind::save);
    REQUIRE(file != nullptr);
    CHECK(contains(file->content, "\"same_pay_area\": false"));
    REQUIRE(person.has("change.begin_new"));
    const std::string before = person.session.snapshot().id;
    person.press("change.begin_new");
    CHECK(person.node("main.heading").label == "Arrangement");
    CHECK(person.node("record.replaces").value == before);
    const Result<Json> begun = read_json(person.session.packet_json());
    REQUIRE(begun.has_value());
    CHECK(*begun->find("id")->as_string() != before);
    CHECK(*begun->find("record")->find_string("replaces") == before);
    CHECK(*begun->find("arrangement")->find_string("type") == "new");
    CHECK(*begun->find("arrangement")->find_string("action") == "incumbent");
    const Json& employee = *begun->find("employee");
    CHECK(*employee.find_string("last_name") == "Kealoha");
    CHECK(*employee.find("current_worksite")->find_string("city") == "Boise");
    CHECK(employee.find("requested_worksite") == nullptr);
    CHECK(*begun->find("position")->find_string("title") == "Program Analyst");
    CHECK(begun->find("ending") == nullptr);
    CHECK(begun->find("travel_budget") == nullptr);
  }

  TEST_CASE("in another position the worksites stay, and the position is asked for") {
    Person person;
    type_arrangement(person);
    person.go_to("change");
    person.choose("ending.reason", "other_position");
    person.press("change.save");
    person.press("change.begin_new");
    const Result<Json> begun = read_json(person.session.packet_json());
    REQUIRE(begun.has_value());
    CHECK(*begun->find("employee")->find("requested_worksite")->find_string("city") == "Boise");
    CHECK(begun->find("position")->find("title") == nullptr);
    CHECK(*begun->find("position")->find("agency_worksite")->find_string("city") == "Washington");
  }

  TEST_CASE("App. A, C4: what the tool had filled in goes over to the new arrangement as such, and not as given (¶12a)") {
    Person person;
    person.go_to("employee");
    person.fill("position.title", "Program Analyst");
    REQUIRE(person.node("position.pay_plan").flags.derived);
    person.go_to("change");
    person.choose("ending.reason", "new_worksite");
    person.choose("ending.same_pay_area", "no");
    person.press("change.save");
    REQUIRE(person.has("change.begin_new"));
    person.press("change.begin_new");
    CHECK(member(person.session.packet_json(), "position/pay_plan") == "\"GS\"");
    CHECK(contains(member(person.session.packet_json(), "assumed"), "position.pay_plan"));
  }

  TEST_CASE("the record is printed alone; an ending that needs no new arrangement offers none (¶13c)") {
    Person person;
    person.go_to("change");
    person.choose("ending.reason", "leaves_gsa");
    person.press("change.save");
    CHECK(!person.has("change.begin_new"));
    const std::vector<Effect> printed = person.press("change.print");
    const Effect* document = find_effect(printed, EffectKind::print);
    REQUIRE(document != nullptr);
    CHECK(document->settings == R"({"parts":["ending_record"]})");
  }

  TEST_CASE("a suspension is written down with its time, its worksite and its plan (¶12c)") {
    Person person;
    person.go_to("change");
    person.choose("ending.reason", "suspension");
    for (const char* id :
         {"ending.suspension_from", "ending.suspension_through", "ending.suspension_worksite", "ending.plan"}) {
      CHECK(person.has(id));
    }
  }

  TEST_CASE("beginning again clears the answers and goes to the first question; a made-up choice is ignored") {
    Person person;
    person.go_to("change");
    person.choose("ending.reason", "no_such_reason");
    CHECK(person.node("ending.reason").value.empty());
    CHECK(!person.has("change.again"));
    person.choose("ending.reason", "other_position");
    const std::vector<Effect> effects = person.press("change.again");
    CHECK(effects.front().id == "ending.reason");
    CHECK(person.node("ending.reason").value.empty());
  }
}
