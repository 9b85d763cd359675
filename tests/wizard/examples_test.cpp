// Worked examples A and B of the calculation, typed field by field, and the estimate from a few answers.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "packet/packet.h"
#include "packet/rates_at_hand.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

// Answers a leaf on its own step, in whichever way its control takes it.
void answer(Person& person, const LeafInfo& leaf, const Answers& answers) {
  if (answers.is_empty(leaf.leaf) || leaf.section() == "eligibility") return;
  const bool is_in_place = leaf.group == Group::place && leaf.member() != "address";
  if (is_in_place && leaf.member() != "city") return;  // the place is typed once
  const std::string id(is_in_place ? leaf.field : leaf.id);
  const Node* control = nullptr;
  for (const StepWords& step : all_steps()) {
    if (step.step == Step::estimate) continue;
    control = build::find(person.screen, id);
    if (control != nullptr) break;
    person.press(std::string(step.id));
    if (step.step == Step::pay && !person.node("pay.typed").flags.expanded) person.press("pay.typed");
    control = build::find(person.screen, id);
    if (control != nullptr) break;
  }
  REQUIRE_MESSAGE(control != nullptr, id);
  if (is_in_place) {
    const std::size_t first = number_of(leaf.leaf);
    const std::string& county = answers.text(static_cast<Leaf>(first + 1));
    const std::string& state = answers.text(static_cast<Leaf>(first + 2));
    person.fill(id, concat(answers.text(leaf.leaf), ", ", county, ", ", state));
  } else if (control->kind == NodeKind::choice || control->kind == NodeKind::select) {
    person.choose(id, answers.text(leaf.leaf));
  } else {
    person.fill(id, answers.text(leaf.leaf));
  }
}

}  // namespace

TEST_SUITE("view: worked examples") {
  TEST_CASE("example A, typed, gives its figures in the result") {
    Person person;
    type_example_a(person);
    CHECK(person.node("result.net").value == "$8,295.80 less");
    CHECK(person.node("result.net").detail == "Pay −$14,483, trips +$10,087.20, transit −$3,900");
    const Node& chart = person.node("result.bars");
    REQUIRE(chart.bars.size() == 4);
    CHECK(chart.bars[0].text == "−$14,483");
    CHECK(chart.bars[1].text == "+$10,087.20");
    CHECK(chart.bars[1].from == -1448300);
    CHECK(chart.bars[1].to == -439580);
    CHECK(chart.bars[2].text == "−$3,900");
    CHECK(chart.bars[3].to == -829580);
    CHECK(person.has("result.justification"));
    person.go_to("result");
    const Node& ledger = person.node("result.ledger");
    CHECK(ledger.rows[0].strong);
    CHECK(ledger.rows[0].cells[1] == "$2,521.80");
    CHECK(ledger.rows[1].cells[1] == "$1,576.60");
    CHECK(ledger.rows[2].cells[1] == "$1,622.60");
    CHECK(ledger.rows[3].cells[1] == "$960.60");
    CHECK(ledger.rows[0].cells[5] == "−7.22%");
    person.press("work:travel_budget.trip_cost");
    CHECK(person.node("work:travel_budget.trip_cost.formula").label == "(E4 + E5 + E6 + E7) × E8");
    person.press("work:locality_pay.agency_salary");
    CHECK(person.node("work:locality_pay.agency_salary.formula").label.find("base pay ×") == 0);
    person.press("work:travel_budget.mie");
    CHECK(person.node("work:travel_budget.mie.formula").label == "Entered by the preparer.");
    person.press("result.what_if");
    CHECK(person.node("result.what_if.trips").rows.size() == 25);
    CHECK(person.node("result.what_if.trips").rows[4].strong);
    CHECK(person.node("result.what_if.trips").rows[4].cells[1] == "−$8,295.80");
  }

  TEST_CASE("example B, typed with its salaries, gives its figures in the result") {
    Person person;
    type_example_b(person);
    CHECK(person.node("result.net").value == "$14,166 less");
    person.go_to("result");
    const Node& ledger = person.node("result.ledger");
    CHECK(ledger.rows[1].cells[4] == "−$19,646.00");
    CHECK(ledger.rows[2].cells[4] == "−$19,488.00");
    CHECK(ledger.rows[3].cells[4] == "−$21,974.00");
    CHECK(ledger.rows[0].cells[5] == "−10.05%");
  }

  TEST_CASE("the scenarios, typed field by field, make the packet that the file is") {
    for (const char* name : {"/scenarios/example_a.json", "/scenarios/example_b.json", "/scenarios/begun.json"}) {
      CAPTURE(name);
      const Result<OpenedPacket> file = read_packet(read_file(FTT_TESTS_DIR + std::string(name)));
      REQUIRE(file.has_value());
      Person person(file->packet.prepared_on.value_or(calendar_date(2026, 11, 21)));
      for (const LeafInfo& leaf : leaves()) answer(person, leaf, file->packet.answers);
      const Result<OpenedPacket> typed = read_packet(person.session.packet_json());
      REQUIRE(typed.has_value());
      for (const LeafInfo& leaf : leaves()) {
        if (leaf.section() == "eligibility" || typed->packet.answers.is_assumed(leaf.leaf)) continue;
        CHECK_MESSAGE(typed->packet.answers.text(leaf.leaf) == file->packet.answers.text(leaf.leaf),
                      std::string(leaf.id));
      }
    }
  }
}

TEST_SUITE("view: estimate") {
  TEST_CASE("six answers give the figure, and the packet that they turn into gives the same") {
    Person person;
    person.press("start.estimate");
    person.fill("position.grade", "12");
    person.fill("position.step", "5");
    person.fill_place("employee.requested_worksite", "Boise, ID");
    person.fill_place("position.agency_worksite", "Washington, DC");
    person.fill("travel_budget.trips", "4");
    person.fill("travel_budget.nights", "3");
    person.fill("travel_budget.transport", "412.60");
    person.fill("additional.transit_savings", "3900");
    const std::string estimated = person.node("result.net").value;
    CHECK(estimated != "Not known yet");
    person.press("estimate.packet");
    CHECK(person.node("main.heading").label == "Arrangement");
    CHECK(person.node("result.net").value == estimated);
    person.go_to("travel");
    CHECK(person.node("travel_budget.transport").value == "$412.60");
    CHECK(person.node("travel_budget.extra").value == "$0.00");
  }
}
