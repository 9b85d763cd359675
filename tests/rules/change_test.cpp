// Changing and ending an arrangement, each way of the walk to its end (HRM 6040.2 ¶1d, ¶6a(1), ¶6d, ¶11b, ¶12; App. B).
#include "rules/change.h"

#include <set>

#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

namespace {

ChangeWalk walk(std::initializer_list<ChangeAnswer> answers) {
  return walk_change(std::vector<ChangeAnswer>(answers));
}

const ChangeOutcome& outcome(std::initializer_list<ChangeAnswer> answers) {
  const ChangeWalk done = walk(answers);
  REQUIRE(done.outcome != nullptr);
  CHECK(done.next == nullptr);
  return *done.outcome;
}

// Every way through the questions; counts the ends.
int walk_on(std::vector<ChangeAnswer> answers, std::set<std::string_view>& reached) {
  const ChangeWalk so_far = walk_change(answers);
  CHECK((so_far.next == nullptr) != (so_far.outcome == nullptr));
  if (so_far.outcome != nullptr) {
    reached.insert(so_far.outcome->rule);
    CHECK_FALSE(so_far.outcome->next.empty());
    return 1;
  }
  int ends = 0;
  for (const ChangeChoice& choice : so_far.next->choices) {
    answers.push_back({so_far.next->id, choice.value});
    ends += walk_on(answers, reached);
    answers.pop_back();
  }
  return ends;
}

}  // namespace

TEST_CASE("¶12: every way ends in an outcome, and every outcome is reached") {
  std::set<std::string_view> reached;
  CHECK(walk_on({}, reached) == 13);
  CHECK(reached.size() == change_outcomes().size());
}

TEST_CASE("¶12: an open question is named; answers that are not on the way are passed over") {
  CHECK(walk({}).next->id == "change.reason");
  CHECK(walk({{"change.reason", "nonsense"}}).next->id == "change.reason");
  const ChangeWalk open = walk({{"change.reason", "new_worksite"}, {"ending.fully_successful", "yes"}});
  CHECK(open.next->id == "change.same_pay_area");
  CHECK(open.asked.size() == 2);
}

TEST_CASE("¶6a(1), ¶12a: another locality pay area ends it") {
  const ChangeOutcome& end = outcome({{"change.reason", "new_worksite"}, {"change.same_pay_area", "no"}});
  CHECK(end.rule == "change.locality");
  CHECK(end.obligation == Obligation::must_end);
  CHECK(has(end.next, "new one"));
}

TEST_CASE("¶1d, ¶6d: a worksite in the same pay area takes an updated arrangement; ¶12a: another position a new one") {
  CHECK(outcome({{"change.reason", "new_worksite"}, {"change.same_pay_area", "yes"}}).obligation ==
        Obligation::must_update);
  const ChangeOutcome& position = outcome({{"change.reason", "other_position"}});
  CHECK(position.rule == "change.position");
  CHECK(position.obligation == Obligation::must_end);
}

TEST_CASE("¶11b, App. B, item 5: first cut direct costs, then compare, then the supervisor recommends") {
  CHECK(outcome({{"change.reason", "review"}, {"review.costs_can_be_cut", "yes"}}).obligation == Obligation::goes_on);
  const ChangeOutcome& compare = outcome({{"change.reason", "review"}, {"review.costs_can_be_cut", "no"}});
  CHECK(compare.compares_costs);
  CHECK(has(compare.next, "supervisor recommends"));
}

TEST_CASE("¶12b: business need: offers first; ¶12b(1): GSA pays the move; App. B, item 6") {
  const ChangeOutcome& nearby =
      outcome({{"change.reason", "business_need"}, {"ending.response_to_business_need", "position_nearby"}});
  CHECK(nearby.obligation == Obligation::may_end);
  CHECK(has(nearby.offers, "same grade and pay"));
  CHECK(outcome({{"change.reason", "business_need"}, {"ending.response_to_business_need", "move"}}).move_paid_by ==
        MovePaidBy::gsa);
}

TEST_CASE("¶12b(2): neither accepted: removal is proposed, with CTAP and its priority") {
  const ChangeOutcome& neither =
      outcome({{"change.reason", "business_need"}, {"ending.response_to_business_need", "neither"}});
  CHECK(has(neither.refusal, "removal"));
  CHECK(has(neither.rights, "CTAP"));
  CHECK(has(neither.rights, "selection priority"));
}

TEST_CASE("¶12c: a suspension: HR first, and the PIP or PAP says how long") {
  const ChangeOutcome& suspension = outcome({{"change.reason", "suspension"}});
  CHECK(suspension.obligation == Obligation::may_suspend);
  CHECK(has(suspension.consult, "servicing HR office"));
  CHECK(has(suspension.next, "PIP or PAP"));
}

TEST_CASE("¶12d: performance or misconduct: HR first; ¶12d(1): the employee pays the move; App. B, item 6") {
  const ChangeOutcome& move =
      outcome({{"change.reason", "performance_or_misconduct"}, {"ending.response_to_performance", "move"}});
  CHECK(has(move.consult, "servicing HR office"));
  CHECK(move.move_paid_by == MovePaidBy::employee);
  CHECK(has(
      outcome({{"change.reason", "performance_or_misconduct"}, {"ending.response_to_performance", "position_nearby"}})
          .offers,
      "agency worksite"));
}

TEST_CASE("¶12d(2): the selection priority of CTAP needs a rating of at least fully successful") {
  const ChangeAnswer reason{"change.reason", "performance_or_misconduct"};
  const ChangeAnswer neither{"ending.response_to_performance", "neither"};
  CHECK(has(outcome({reason, neither, {"ending.fully_successful", "yes"}}).rights, "with selection priority"));
  CHECK(has(outcome({reason, neither, {"ending.fully_successful", "no"}}).rights, "without selection priority"));
}

TEST_CASE("¶11b, App. A, Part H: ending it against one, two and five years of going on") {
  Answers answers = answers_of({{Leaf::relocation_estimate, "38500"},
                                {Leaf::position_pay_plan, "ES"},
                                {Leaf::locality_pay_requested_salary, "100000"},
                                {Leaf::locality_pay_agency_salary, "90000"},
                                {Leaf::travel_budget_transport, "400"},
                                {Leaf::travel_budget_mie, "0"},
                                {Leaf::travel_budget_lodging, "0"},
                                {Leaf::travel_budget_extra, "0"},
                                {Leaf::travel_budget_nights, "1"},
                                {Leaf::travel_budget_trips, "5"}});
  const EndingCosts costs = ending_costs(calculate(FoundRates(), answers));
  CHECK(costs.ending == Money::from_dollars(38'500));
  REQUIRE(costs.rows.size() == 3);
  CHECK(costs.rows[0].going_on == Money::from_dollars(12'000));
  CHECK(costs.rows[1].going_on == Money::from_dollars(24'000));
  CHECK(costs.rows[2].going_on == Money::from_dollars(60'000));
  CHECK(costs.rows[2].difference == Money::from_dollars(-21'500));
  CHECK(costs.needs.empty());
  answers.set(Leaf::relocation_estimate, "");
  const EndingCosts open = ending_costs(calculate(FoundRates(), answers));
  CHECK_FALSE(open.ending.has_value());
  CHECK_FALSE(open.rows[0].difference.has_value());
  CHECK(open.needs == std::vector<std::string_view>{"relocation.estimate"});
}
