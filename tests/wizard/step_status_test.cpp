// How far each step is, in words: done only where nothing of it is open, wrong or warned of.
#include "wizard/state/step_status.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

std::string status(const Person& person, std::string_view step) {
  return person.node(concat("step:", step)).value;
}

// What stands on the step itself, not what is asked or said of the whole packet above it.
std::size_t warnings_on(const Person& person) {
  const std::vector<const Node*> nodes = nodes_of(person.node("region:main"));
  return static_cast<std::size_t>(std::count_if(nodes.begin(), nodes.end(), [](const Node* node) {
    const bool is_warning =
        node->kind == NodeKind::finding && (node->tone == Tone::warning || node->tone == Tone::error);
    const bool is_of_all = node->id.starts_with("main.") || node->id.starts_with("open.");
    return (is_warning && !is_of_all) || !node->problem.empty();
  }));
}

}  // namespace

TEST_SUITE("view: how far each step is") {
  TEST_CASE("of an empty packet every step that asks for something is not started, and says so in words") {
    Person person;
    for (const StepWords& words : all_steps()) {
      CAPTURE(words.id);
      const Node& step = person.node(words.id);
      const bool has_state = words.step != Step::start && words.step < Step::check;
      CHECK(step.step_state == (has_state ? StepState::not_started : StepState::none));
      CHECK(step.value == (has_state ? "Not started" : ""));
      CHECK(step.attention == 0);
    }
  }

  TEST_CASE("each state has its words, and what needs attention its number") {
    CHECK(words_of(StepStatus{}).empty());
    CHECK(words_of({StepState::not_started, 0}) == "Not started");
    CHECK(words_of({StepState::in_progress, 0}) == "In progress");
    CHECK(words_of({StepState::needs_attention, 3}) == "Needs attention (3)");
    CHECK(words_of({StepState::complete, 0}) == "Done");
  }

  TEST_CASE("every step of the Analysis Tool is not started, then in progress, then done (App. A, Parts A to G)") {
    Person person;
    person.go_to("arrangement");
    person.choose("arrangement.action", "incumbent");
    CHECK(status(person, "arrangement") == "In progress");
    type_example_a(person);
    CHECK(status(person, "arrangement") == "Done");
    CHECK(status(person, "travel") == "Done");
    CHECK(status(person, "pay") == "Done");
    CHECK(status(person, "result") == "Done");
    CHECK(status(person, "additional") == "Needs attention (1)");
    person.go_to("justification");
    person.fill("justification.items", "The subsidy ends with the daily commute.");
    CHECK(status(person, "additional") == "Done");
    CHECK(status(person, "estimate") == "Done");
    CHECK(status(person, "employee") == "In progress");
    person.go_to("employee");
    person.fill("employee.last_name", "Kealoha");
    person.fill("employee.first_name", "Ann");
    person.fill("employee.middle_initial", "M");
    person.fill("position.office.component", "PBS");
    person.fill("position.office.region", "3");
    person.fill("position.office.organization", "Leasing");
    person.fill("position.title", "Economist");
    person.fill("position.series", "0110");
    person.choose("position.supervisory", "no");
    CHECK(status(person, "employee") == "Done");
    person.fill("position.grade", "99");
    CHECK(status(person, "employee") == "Needs attention (1)");
  }

  TEST_CASE("the concurrences are in progress until every level has concurred and it is decided (HRM 6040.2 ¶9)") {
    Person person;
    person.go_to("concurrences");
    person.fill("concurring_supervisor.name", "Lee");
    person.fill("concurring_supervisor.title", "Director");
    person.choose("concurring_supervisor.decision", "concur");
    person.fill("concurring_supervisor.date", "3/4/2026");
    CHECK(status(person, "concurrences") == "In progress");
    approve(person);
    CHECK(status(person, "concurrences") != "Not started");
    CHECK(status(person, "concurrences").starts_with("Needs attention") == (warnings_on(person) != 0));
  }

  TEST_CASE("an approval without the concurrences needs attention, with the number of what is wrong (HRM 6040.2 ¶9)") {
    Person person;
    person.go_to("concurrences");
    person.choose("concurrences.hr_director.decision", "deny");
    person.choose("determination.outcome", "approved");
    CHECK(status(person, "concurrences") == concat("Needs attention (", warnings_on(person), ")"));
    CHECK(warnings_on(person) != 0);
  }

  TEST_CASE("a cost with a warning on it is not done (App. A, Part F)") {
    Person person;
    type_example_a(person);
    CHECK(warnings_on(person) == 1);
    CHECK(status(person, "additional") == "Needs attention (1)");
    person.fill("additional.transit_savings", "33,600");
    CHECK(warnings_on(person) != 0);
    CHECK(status(person, "additional") == concat("Needs attention (", warnings_on(person), ")"));
  }

  TEST_CASE("what the tool has filled in starts no step") {
    Person person;
    type_example_a(person);
    person.go_to("employee");
    person.fill("employee.last_name", "Kealoha");
    person.go_to("concurrences");
    CHECK(status(person, "agreement") == "Not started");
    CHECK(status(person, "concurrences") == "Not started");
    person.fill("concurring_supervisor.name", "Lee");
    CHECK(person.node("concurrences.supervisor.name").value == "Lee");
    CHECK(status(person, "agreement") == "Not started");
  }

  TEST_CASE("what an estimate has assumed is open on the steps of the packet until somebody confirms it") {
    Person person;
    person.press("start.estimate");
    person.fill("position.grade", "GS-12");
    person.fill("position.step", "5");
    person.fill_place("position.agency_worksite", "Washington, DC");
    person.fill_place("employee.requested_worksite", "Boise, ID");
    person.fill("travel_budget.trips", "4");
    person.fill("travel_budget.nights", "3");
    person.fill("travel_budget.transport", "412");
    person.fill("additional.transit_savings", "3360");
    CHECK(status(person, "estimate") == "Done");
    CHECK(status(person, "travel") == "In progress");
  }

  TEST_CASE("the agreement is done once the arrangement may begin (HRM 6040.2 ¶7a, ¶10a)") {
    Person person;
    person.open("packet.json", scenario_file("example_a.json"));
    person.go_to("agreement");
    person.choose("agreement.same_commuting_area", "no");
    CHECK(status(person, "agreement") == "In progress");
  }

  TEST_CASE("done, needs attention and its number are what the step itself shows, of every packet") {
    for (const char* name : {"example_a.json", "example_b.json", "begun.json", "review-2024.json", "review-2025.json",
                             "review-2026.json"}) {
      CAPTURE(name);
      Person person;
      person.open("packet.json", scenario_file(name));
      for (const StepWords& words : all_steps()) {
        const bool is_asked = person.has(words.id) && person.node(words.id).step_state != StepState::none;
        // On Eligibility one topic is open at a time, and the estimate shows a few of the packet's fields.
        if (!is_asked || words.step == Step::eligibility || words.step == Step::estimate) continue;
        CAPTURE(words.id);
        person.press(words.id);
        const Node& step = person.node(words.id);
        if (step.step_state == StepState::complete) CHECK(warnings_on(person) == 0);
        if (step.step_state == StepState::needs_attention && words.step != Step::annual_review) {
          CHECK(step.attention == warnings_on(person));
        }
      }
    }
  }

  TEST_CASE("¶13b: what a review finds counts once a field is left, and not at each key") {
    Person person;
    person.open("packet.json", scenario_file("review-2025.json"));
    person.go_to("annual_review");
    const std::uint32_t before = person.node("step:annual_review").attention;
    person.type("actuals.1.spent", "999999");
    CHECK(person.node("step:annual_review").attention == before);
    person.leave("actuals.1.spent", "999999");
    CHECK(person.node("step:annual_review").attention > before);
  }

  TEST_CASE("a saved page of any kind says the state with the step's name, never by a sign alone") {
    Person person;
    person.open("packet.json", scenario_file("begun.json"));
    for (const StepWords& words : all_steps()) {
      if (!person.has(words.id)) continue;
      const Node& step = person.node(words.id);
      CAPTURE(words.id);
      CHECK(step.value.empty() == (step.step_state == StepState::none));
      CHECK((step.attention != 0) == (step.step_state == StepState::needs_attention));
    }
  }
}
