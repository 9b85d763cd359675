// Changing and ending an arrangement, each way of the walk to its end (HRM 6040.2 ¶1d, ¶3h, ¶6a(1), ¶6d, ¶11b, ¶12;
// App. B).
#include "rules/change.h"

#include <algorithm>
#include <set>

#include "figures.h"
#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

namespace {

const ChangeOutcome& outcome(Texts texts) {
  const ChangeWalk done = walk_change(answers_of(texts));
  REQUIRE(done.outcome != nullptr);
  CHECK_FALSE(done.next.has_value());
  return *done.outcome;
}

// Every way through the questions; counts the ends.
int walk_on(Answers answers, std::set<std::string_view>& reached) {
  const ChangeWalk so_far = walk_change(answers);
  CHECK(so_far.next.has_value() == (so_far.outcome == nullptr));
  if (so_far.outcome != nullptr) {
    reached.insert(so_far.outcome->rule);
    CHECK_FALSE(so_far.outcome->next.empty());
    return 1;
  }
  int ends = 0;
  for (const Choice& choice : info(*so_far.next).choices) {
    ends += walk_on(with(answers, {{*so_far.next, choice.value}}), reached);
  }
  return ends;
}

constexpr std::pair<Leaf, std::string_view> business{Leaf::ending_reason, "business_need"};
constexpr std::pair<Leaf, std::string_view> performance{Leaf::ending_reason, "performance"};
constexpr std::pair<Leaf, std::string_view> misconduct{Leaf::ending_reason, "misconduct"};
constexpr std::pair<Leaf, std::string_view> contributed{Leaf::ending_contributed, "yes"};
constexpr std::pair<Leaf, std::string_view> both_offered{Leaf::ending_offer, "both"};
constexpr std::pair<Leaf, std::string_view> moves{Leaf::ending_answer, "move"};
constexpr std::pair<Leaf, std::string_view> neither{Leaf::ending_answer, "neither"};

}  // namespace

TEST_CASE("¶12: every way ends in an outcome, and every outcome is reached") {
  std::set<std::string_view> reached;
  CHECK(walk_on({}, reached) > 0);
  CHECK(reached.size() == change_outcomes().size());
}

TEST_CASE("¶12: an open question is named; answers that are not on the way are passed over") {
  CHECK(walk_change({}).next == Leaf::ending_reason);
  CHECK_FALSE(is_change_begun({}));
  CHECK(walk_change(answers_of({{Leaf::ending_reason, "nonsense"}})).next == Leaf::ending_reason);
  const ChangeWalk open =
      walk_change(answers_of({{Leaf::ending_reason, "new_worksite"}, {Leaf::ending_fully_successful, "yes"}}));
  CHECK(open.next == Leaf::ending_same_pay_area);
  CHECK(open.asked.size() == 2);
}

TEST_CASE("¶6a(1), ¶12a: another locality pay area ends it; a new one must be initiated and considered") {
  const ChangeOutcome& end = outcome({{Leaf::ending_reason, "new_worksite"}, {Leaf::ending_same_pay_area, "no"}});
  CHECK(end.rule == "change.locality");
  CHECK(end.obligation == Obligation::must_end);
  CHECK(end.next ==
        "End the arrangement. Start a new one. It goes through the whole assessment and approval.");
}

TEST_CASE("¶1d, ¶6d: a worksite in the same pay area takes a new arrangement too, and the other triggers are named") {
  const ChangeOutcome& worksite = outcome({{Leaf::ending_reason, "new_worksite"}, {Leaf::ending_same_pay_area, "yes"}});
  CHECK(worksite.obligation == Obligation::new_arrangement);
  CHECK(worksite.cite == cite("HRM 6040.2 ¶1d"));
  CHECK(worksite.rule == "change.worksite");
  CHECK(figures_of(worksite.next) == "¶1d ¶6a(1) ¶12a");
  const ChangeOutcome& position = outcome({{Leaf::ending_reason, "other_position"}});
  CHECK(position.rule == "change.position");
  CHECK(position.obligation == Obligation::must_end);
}

TEST_CASE("¶11b, App. B, item 5: first cut direct costs, then compare, then the supervisor recommends") {
  CHECK(outcome({{Leaf::ending_reason, "review"}, {Leaf::ending_costs_can_be_cut, "yes"}}).obligation ==
        Obligation::goes_on);
  const ChangeOutcome& compare = outcome({{Leaf::ending_reason, "review"}, {Leaf::ending_costs_can_be_cut, "no"}});
  CHECK(compare.compares_costs);
  CHECK(compare.next ==
        "Compare the cost of ending it with the cost of continuing. The supervisor then recommends, and it goes "
        "through the approval of ¶9.");
  CHECK(std::count(compare.record.begin(), compare.record.end(), Leaf::annual_review_recommendation) == 1);
}

TEST_CASE("¶12b: business need: offers first; ¶12b(1): GSA pays the move; App. B, item 6") {
  const ChangeOutcome& nearby = outcome({business, both_offered, {Leaf::ending_answer, "position"}});
  CHECK(nearby.obligation == Obligation::may_end);
  CHECK(nearby.offers ==
        "A position at the same grade and pay in the commuting area of the official worksite, or the move to the "
        "agency worksite.");
  CHECK(outcome({business, both_offered, moves}).move_paid_by == MovePaidBy::gsa);
}

TEST_CASE("¶12b(2): neither accepted: removal is proposed, with CTAP and its priority") {
  const ChangeOutcome& declined = outcome({business, both_offered, neither});
  CHECK(declined.refusal ==
        "Management proposes removal for declining a directed reassignment outside of the commuting area, under "
        "regulation, policy and collective bargaining agreements.");
  CHECK(declined.rights ==
        "Transition help, CTAP included, with selection priority for announced positions in the commuting area for "
        "which the employee applies and is well qualified.");
}

TEST_CASE("¶12b(2), ¶12d(2): where the move was not offered, its being declined cannot lead to a removal") {
  for (const auto& reason : {business, performance}) {
    const Answers declined = answers_of({reason, contributed, neither, {Leaf::ending_fully_successful, "no"}});
    const ChangeOutcome& open = *walk_change(with(declined, {{Leaf::ending_offer, "position"}})).outcome;
    CHECK(open.refusal.empty());
    CHECK(open.next ==
          (reason == business
               ? "Offer the move to the agency worksite. Removal is proposed only if the employee declines that too."
               : "Direct the employee to the agency worksite. Removal is proposed only if the employee declines."));
    CHECK_FALSE(walk_change(with(declined, {{Leaf::ending_offer, "move"}})).outcome->refusal.empty());
  }
}

TEST_CASE("¶12c: a suspension: HR first, and the PIP or PAP says how long; its dates are written down") {
  const ChangeOutcome& suspension = outcome({{Leaf::ending_reason, "suspension"}});
  CHECK(suspension.obligation == Obligation::may_suspend);
  CHECK(suspension.consult ==
        "Consult the servicing HR office before any action. Ask too if the work is done at the closest GSA office or "
        "at the agency worksite.");
  CHECK(suspension.next == "In the PIP or PAP, state how long it is suspended, and what reinstates or ends it.");
  for (const Leaf leaf : {Leaf::ending_suspension_from, Leaf::ending_suspension_through, Leaf::ending_plan}) {
    CHECK(std::count(suspension.record.begin(), suspension.record.end(), leaf) == 1);
  }
}

TEST_CASE("¶12d: performance or misconduct: HR first; ¶12d(1): the employee pays the move; App. B, item 6") {
  const ChangeOutcome& move = outcome({performance, contributed, both_offered, moves});
  CHECK(move.consult == "Consult the servicing HR office before any action.");
  CHECK(move.move_paid_by == MovePaidBy::employee);
  CHECK(
      outcome({performance, contributed, both_offered, {Leaf::ending_answer, "position"}}).offers ==
      "The employee is directed to the agency worksite, or may be offered a position at the same grade and pay in the "
      "commuting area.");
}

TEST_CASE("¶12d: it ends only where the arrangement has contributed to it") {
  for (const auto& reason : {performance, misconduct}) {
    const ChangeOutcome& goes_on =
        outcome({reason, {Leaf::ending_required_by_policy, "no"}, {Leaf::ending_contributed, "no"}});
    CHECK(goes_on.rule == "ending.not_contributed");
    CHECK(goes_on.obligation == Obligation::goes_on);
  }
  CHECK(walk_change(answers_of({performance})).next == Leaf::ending_contributed);
}

TEST_CASE("¶12d: misconduct for which the telework policy requires ending the agreement must end it") {
  CHECK(walk_change(answers_of({misconduct})).next == Leaf::ending_required_by_policy);
  const ChangeOutcome& required = outcome({misconduct, {Leaf::ending_required_by_policy, "yes"}, both_offered, moves});
  CHECK(required.obligation == Obligation::must_end);
  CHECK(required.move_paid_by == MovePaidBy::employee);
  CHECK(required.consult == "Consult the servicing HR office before any action.");
}

TEST_CASE("¶12d(2): the selection priority of CTAP needs a rating of at least fully successful") {
  for (const auto& reason : {performance, misconduct}) {
    const Answers answers =
        answers_of({reason, {Leaf::ending_required_by_policy, "yes"}, contributed, both_offered, neither});
    CHECK(walk_change(with(answers, {{Leaf::ending_fully_successful, "yes"}})).outcome->rights ==
          "CTAP, if eligible, with selection priority for announced positions in the commuting area for which the "
          "employee applies and is well qualified: the rating is at least fully successful.");
    CHECK(walk_change(with(answers, {{Leaf::ending_fully_successful, "no"}})).outcome->rights ==
          "CTAP, if eligible, but without selection priority: that needs a rating of at least fully successful.");
  }
}

TEST_CASE("¶3h: the employee asks to end it: the order leaves it open, and HR processes the change of worksite") {
  const ChangeOutcome& asked = outcome({{Leaf::ending_reason, "employee_asks"}});
  CHECK(asked.obligation == Obligation::left_open);
  CHECK(asked.move_paid_by == MovePaidBy::does_not_arise);
  CHECK(asked.next ==
        "Agree on the day of return with the supervisor. The servicing HR office processes the change of official "
        "worksite. It may change pay and who pays for travel. The order does not say who pays for the move.");
}

TEST_CASE("¶13c: the employee leaves GSA: the order has no paragraph for it, and the record is closed") {
  const ChangeOutcome& left = outcome({{Leaf::ending_reason, "leaves_gsa"}});
  CHECK(left.obligation == Obligation::left_open);
  CHECK(left.next ==
        "The arrangement ends with the job. The order has no paragraph for it. Record the last day. Tell the "
        "servicing HR office, so that OHRM closes the arrangement in its tracking tools.");
  REQUIRE(left.record.size() == 1);
  CHECK(left.record[0] == Leaf::ending_effective);
}

TEST_CASE("¶1d, ¶12a: a new arrangement is begun where the worksite or the position is another, and only there") {
  std::set<std::string_view> begun;
  for (const ChangeOutcome& one : change_outcomes()) {
    if (one.begins_anew) begun.insert(one.rule);
  }
  CHECK(begun == std::set<std::string_view>{"change.locality", "change.worksite", "change.position"});
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
  const EndingCosts costs = ending_costs(calculate(FoundRates(), answers), answers);
  CHECK(costs.ending == Money::from_dollars(38'500));
  REQUIRE(costs.rows.size() == 3);
  CHECK(costs.rows[0].going_on == Money::from_dollars(12'000));
  CHECK(costs.rows[1].going_on == Money::from_dollars(24'000));
  CHECK(costs.rows[2].going_on == Money::from_dollars(60'000));
  CHECK(costs.rows[2].difference == Money::from_dollars(-21'500));
  CHECK(costs.needs.empty());
  // The cost of losing and replacing a skilled employee is a cost of ending it.
  const Answers replaced = with(answers, {{Leaf::annual_review_replacing_cost, "10000"}});
  const EndingCosts both = ending_costs(calculate(FoundRates(), replaced), replaced);
  CHECK(both.relocation == Money::from_dollars(38'500));
  CHECK(both.ending == Money::from_dollars(48'500));
  CHECK(both.rows[0].difference == Money::from_dollars(36'500));
  answers.set(Leaf::relocation_estimate, "");
  const EndingCosts open = ending_costs(calculate(FoundRates(), answers), answers);
  CHECK_FALSE(open.ending.has_value());
  CHECK_FALSE(open.rows[0].difference.has_value());
  CHECK(open.needs == std::vector<Leaf>{Leaf::relocation_estimate});
}
