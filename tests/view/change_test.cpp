// "End or change an arrangement": the walk, its outcome, the costs, and that nothing of it enters the packet.
#include "rules/change.h"

#include <doctest/doctest.h>

#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

// Every way through the walk, from the answers given so far.
void walk_all(Person& person, std::vector<ChangeAnswer> answers, int& outcomes) {
  const ChangeWalk walk = walk_change(answers);
  if (walk.next == nullptr) {
    ++outcomes;
    CHECK(person.has("change.outcome"));
    CHECK(person.node("change.outcome").label == std::string(heading_of(walk.outcome->obligation)) + ".");
    CHECK(person.has("change.costs") == walk.outcome->compares_costs);
    CHECK(person.has("change.outcome.move") == (walk.outcome->move_paid_by != MovePaidBy::does_not_arise));
    CHECK(person.has("change.outcome.refusal") == !walk.outcome->refusal.empty());
    CHECK(person.has("change.outcome.rights") == !walk.outcome->rights.empty());
    CHECK(faults_of(person.screen).empty());
    return;
  }
  CHECK(!person.has("change.outcome"));
  CHECK(person.node(walk.next->id).options.size() == walk.next->choices.size());
  for (const ChangeChoice& choice : walk.next->choices) {
    std::vector<ChangeAnswer> further = answers;
    further.push_back({walk.next->id, choice.value});
    person.press("change.again");
    for (const ChangeAnswer& answer : further) person.choose(answer.question, answer.choice);
    walk_all(person, further, outcomes);
  }
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
    person.choose("change.reason", "business_need");
    person.choose("ending.response_to_business_need", "move");
    CHECK(person.node("change.outcome.move").value.find("GSA") != std::string::npos);
    const Node& costs = person.node("change.costs");
    REQUIRE(costs.rows.size() == 3);
    CHECK(costs.rows[0].cells[1] == "$20,000.00");
    CHECK(costs.rows[2].id == "years.5");
    CHECK(!person.has("change.costs.needs"));
  }

  TEST_CASE("what the costs still need leads to its question") {
    Person person;
    person.press("start.change");
    person.choose("change.reason", "review");
    person.choose("review.costs_can_be_cut", "no");
    REQUIRE(person.has("change.costs.needs:relocation.estimate"));
    const std::vector<Effect> effects = person.press("change.costs.needs:relocation.estimate");
    CHECK(effects.back().id == "relocation.estimate");
    CHECK(person.node("main.heading").label == "If it ends");
  }

  TEST_CASE("an earlier answer that is changed keeps the later ones for when they are on the way again") {
    Person person;
    person.go_to("change");
    person.choose("change.reason", "new_worksite");
    person.choose("change.same_pay_area", "no");
    person.choose("change.reason", "other_position");
    CHECK(!person.has("change.same_pay_area"));
    person.choose("change.reason", "new_worksite");
    CHECK(person.node("change.same_pay_area").value == "no");
    CHECK(person.has("change.outcome"));
  }

  TEST_CASE("the walk is no part of the packet, and the screen says so") {
    Person person;
    const std::string before = person.session.packet_json();
    person.go_to("change");
    person.choose("change.reason", "other_position");
    CHECK(person.session.packet_json() == before);
    CHECK(person.node("actions.saved").label == "Nothing answered yet.");
    CHECK(person.node("change.kept").label.find("not saved") != std::string::npos);
  }

  TEST_CASE("beginning again clears the answers and goes to the first question; a made-up choice is ignored") {
    Person person;
    person.go_to("change");
    person.choose("change.reason", "no_such_reason");
    CHECK(person.node("change.reason").value.empty());
    CHECK(!person.has("change.again"));
    person.choose("change.reason", "other_position");
    const std::vector<Effect> effects = person.press("change.again");
    CHECK(effects.front().id == "change.reason");
    CHECK(person.node("change.reason").value.empty());
  }
}
