// Check: saving and printing first, a line for each form, the answers with a way to change each and to come back; whose
// packet it is, at every step.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"
#include "long_text.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

TEST_SUITE("view: check and export") {
  TEST_CASE("saving and printing come first, then the forms, then the answers, then what the order decides") {
    Person person;
    type_example_a(person);
    person.go_to("check");
    const std::vector<std::string_view> order = {"check.files", "check.save",    "check.print",     "check.packet",
                                                 "check.forms", "check.answers", "check.documents", "check.dates"};
    for (std::size_t i = 1; i < order.size(); ++i) {
      CAPTURE(order[i]);
      CHECK(place_of(person, order[i - 1]) < place_of(person, order[i]));
    }
    CHECK(person.node("check.files").level == person.node("check.packet").level);
    CHECK(faults_of(person.screen).empty());
  }

  TEST_CASE("each form has one line: done, missing so many, not required (App. A to D)") {
    Person person;
    person.go_to("check");
    CHECK(person.node("check.form:A").label == "Analysis Tool (App. A)");
    CHECK(person.node("check.form:A").value.starts_with("Missing "));
    CHECK(person.node("check.form:C").value == "Depends on your answers");
    person.go_to("arrangement");
    person.choose("arrangement.action", "incumbent");
    person.choose("arrangement.type", "new");
    person.go_to("check");
    CHECK(person.node("check.form:C").value == "Not required");
    CHECK(person.node("check.form:D").value == "Not required");
    person.press("check.form:A");
    CHECK(person.node("check.missing:A").flags.expanded);
    CHECK(person.node("check.form:A").value == concat("Missing ", person.node("check.missing:A").children.size()));
    type_example_a(person);
    person.fill("additional.transit_savings", "-1");
    person.go_to("check");
    CHECK(person.node("check.form:A").value.starts_with("Missing "));
    CHECK(person.node("check.form:A").value.ends_with(", needs attention (1)"));
  }

  TEST_CASE("every answer stands there as it is read, with its question, and leads to its field") {
    Person person;
    type_example_a(person);
    person.go_to("check");
    const Node& trips = person.node("answer:travel_budget.trips");
    CHECK(trips.kind == NodeKind::answer);
    CHECK(trips.label == "How many trips to the office a year?");
    CHECK(trips.value == "4");
    CHECK(trips.hint == "Change");
    CHECK(trips.target == "travel_budget.trips");
    CHECK(person.node("answer:employee.requested_worksite").value == "Boise, Ada County, ID");
    CHECK(person.node("answer:travel_budget.transport").value == "$412.60");
    CHECK(person.node("answer:arrangement.term").value.starts_with("Long"));
    CHECK(person.node("answer:employee.last_name").value == "Not answered yet");
    CHECK(person.node("answer:employee.last_name").hint == "Answer");
    CHECK_FALSE(person.has("answer:notes"));
    CHECK(person.node("answers:travel").value == person.node("step:travel").value);
    person.press("answers:travel");
    CHECK_FALSE(person.has("answer:travel_budget.trips"));
  }

  TEST_CASE("Change leads to the field and Back to Check to the same answer; so does the browser's Back") {
    Person person;
    type_example_a(person);
    person.go_to("check");
    CHECK_FALSE(person.has("actions.check"));
    const std::vector<Effect> there = person.press("answer:travel_budget.trips");
    CHECK(find_effect(there, EffectKind::focus)->id == "travel_budget.trips");
    CHECK(person.node("main.heading").label == "Travel");
    person.fill("travel_budget.trips", "6");
    const std::vector<Effect> back = person.press("actions.check");
    REQUIRE(!back.empty());
    CHECK(back.back().kind == EffectKind::focus);
    CHECK(back.back().id == "answer:travel_budget.trips");
    CHECK(person.node("answer:travel_budget.trips").value == "6");
    CHECK_FALSE(person.has("actions.check"));

    person.press("answer:position.grade");
    const std::vector<Effect> visited = person.session.visit("step:check");
    person.read();
    REQUIRE(!visited.empty());
    CHECK(visited.back().id == "answer:position.grade");

    // An answer that was taken out is not listed any more: one is at the top then.
    person.go_to("travel");
    person.fill("travel_budget.extra", "60");
    person.go_to("check");
    person.press("answer:travel_budget.extra");
    person.fill("travel_budget.extra", "");
    const std::vector<Effect> emptied = person.press("actions.check");
    CHECK(emptied.back().id ==
          (person.has("answer:travel_budget.extra") ? "answer:travel_budget.extra" : "main.heading"));
    CHECK(person.has(emptied.back().id));

    // Who goes on instead is on the way through the steps again.
    person.press("answer:position.grade");
    person.press("actions.next");
    CHECK_FALSE(person.has("actions.check"));
  }

  TEST_CASE("an answer that is open on its step is in sight there: a topic of eligibility, a salary that was typed") {
    Person person;
    type_example_a(person);
    person.go_to("eligibility");
    person.choose("eligibility.component_covered", "yes");
    person.go_to("check");
    person.press("answer:eligibility.component_covered");
    CHECK(person.has("eligibility.component_covered"));
    person.press("actions.check");
    person.press("answer:locality_pay.year");
    CHECK(person.has("locality_pay.year"));
  }

  TEST_CASE("good news stands beside no warning") {
    Person person;
    person.open("packet.json", scenario_file("example_a.json"));
    const auto has_warnings = [&] {
      const std::vector<const Node*> nodes = nodes_of(person.node("region:steps"));
      return std::any_of(nodes.begin(), nodes.end(), [](const Node* node) { return node->attention != 0; });
    };
    CHECK_FALSE((person.has("check.complete") && has_warnings()));
    person.go_to("additional");
    person.fill("additional.transit_savings", "33,600");
    person.go_to("check");
    CHECK(has_warnings());
    CHECK_FALSE(person.has("check.complete"));
  }

  TEST_CASE("a document says whether it is there, not only that it is required (HRM 6040.2 ¶7a, ¶8d)") {
    Person person;
    type_example_a(person);
    person.go_to("check");
    CHECK(person.node("document:doc.analysis_tool.required").label.starts_with("Required. Not approved yet. "));
    CHECK(person.node("document:doc.agreement.required").label.starts_with("Required. Not done yet. "));
    CHECK(person.node("document:doc.relocation_estimate.required").label.starts_with("Required. Not done yet. "));
    CHECK(person.node("document:doc.telework_agreement.required")
              .label.starts_with("Required. It is not known yet if it is approved. "));
    person.go_to("ending");
    person.fill("relocation.estimate", "18,000");
    person.go_to("check");
    CHECK(person.node("document:doc.relocation_estimate.required").label.starts_with("Required. Done. "));
  }

  TEST_CASE("an Analysis Tool that is filled in is done as a form, and as a document once it is approved (¶7a)") {
    Person person;
    person.open("packet.json", scenario_file("example_a.json"));
    CHECK(person.node("check.form:A").value == "Done");
    CHECK(person.node("document:doc.analysis_tool.required").label.starts_with("Required. Not approved yet. "));
    person.go_to("concurrences");
    approve(person);
    person.go_to("check");
    CHECK(person.node("document:doc.analysis_tool.required").label.starts_with("Required. Approved. "));
  }
}

TEST_SUITE("view: whose packet") {
  TEST_CASE("below each title stand the step's place among the steps, whose packet it is, and whether it is saved") {
    Person person;
    person.go_to("arrangement");
    CHECK(person.node("main.standing").label == "Step 3 of 15");
    CHECK(person.node("main.standing").detail == "Nothing answered yet");
    person.choose("arrangement.action", "incumbent");
    person.choose("arrangement.type", "new");
    person.go_to("employee");
    person.fill("employee.last_name", "Kealoha");
    person.fill("employee.first_name", "Ann");
    CHECK(person.node("main.standing").label == "Step 4 of 13 · Kealoha, Ann");
    CHECK(person.node("main.standing").detail == "Not saved to a file");
    CHECK(person.screen.label == "Employee and position · Kealoha, Ann · Full-time telework packet");
    person.press("banner.save");
    CHECK(person.node("main.standing").detail == "Revision 1 · Saved · Unchanged since it was sealed");
    CHECK(person.node("actions.saved").label.starts_with("Saved to telework-packet-"));
    person.fill("position.title", "Economist");
    CHECK(person.node("main.standing").detail == "Revision 1 · Unsaved changes");
    person.go_to("estimate");
    CHECK(person.node("main.standing").label == "Kealoha, Ann");
  }

  TEST_CASE("the line below the title neither comes nor goes while somebody types") {
    Person person;
    CHECK_FALSE(person.has("main.standing"));
    for (const char* step : {"estimate", "employee", "check"}) {
      Person other;
      other.go_to(step);
      const bool has_detail = !other.node("main.standing").detail.empty();
      other.type(other.has("position.grade") ? "position.grade" : "notes", "1");
      CHECK(other.node("main.standing").detail.empty() != has_detail);
    }
  }

  TEST_CASE("a recruit's packet is known by the recruit's name") {
    Person person;
    person.go_to("arrangement");
    person.choose("arrangement.action", "recruit");
    person.go_to("recruit_agreement");
    person.fill("recruit_agreement.last_name", "Okafor");
    person.fill("recruit_agreement.first_name", "Chidi");
    CHECK(test::contains(person.node("main.standing").label, "Okafor, Chidi").is_so);
  }

  TEST_CASE("of an opened file it is said whether its seal fits, also once it is changed further") {
    Person person;
    type_example_a(person);
    const Effect file = *find_effect(person.press("banner.save"), EffectKind::save);
    Person reader;
    reader.open("packet.json", file.content);
    CHECK(test::contains(reader.node("main.standing").detail, "Unchanged since it was sealed").is_so);
    CHECK(reader.node("check.intact").label.starts_with("packet.json is open. Its seal fits: "));
    reader.fill("notes", "One more.");
    CHECK_FALSE(reader.has("check.intact"));
    std::string changed = file.content;
    const std::size_t at = changed.find("\"412.60\"");
    REQUIRE(at != std::string::npos);
    changed.replace(at, 8, "\"212.60\"");
    Person tampered;
    tampered.open("packet.json", changed);
    CHECK(test::contains(tampered.node("main.standing").detail, "Changed since it was sealed").is_so);
    CHECK_FALSE(tampered.has("check.intact"));
    tampered.go_to("employee");
    tampered.fill("position.title", "Economist");
    CHECK(test::contains(tampered.node("main.standing").detail, "Changed since it was sealed").is_so);
  }

  TEST_CASE("App. A, Part E: once a changed file is saved, no seal is said to fit above what was changed in it") {
    Person person;
    type_example_a(person);
    std::string changed = find_effect(person.press("banner.save"), EffectKind::save)->content;
    const std::size_t at = changed.find("\"412.60\"");
    REQUIRE(at != std::string::npos);
    changed.replace(at, 8, "\"212.60\"");
    Person tampered;
    tampered.open("packet.json", changed);
    CHECK(tampered.node("check.file").label == "The opened file");
    tampered.fill("notes", "One more.");
    tampered.press("banner.save");
    CHECK(tampered.node("check.file").label == "The file as it was opened");
    CHECK(tampered.node("check.file.verdict").label.starts_with("Part E was changed after it was sealed."));
    CHECK(test::lacks(tampered.node("main.standing").detail, "Seal").is_so);
    CHECK_FALSE(tampered.has("check.intact"));
  }
}
