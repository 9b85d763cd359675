// Coverage: who and where, the overseas arrangements of old, and accommodations (Order ¶3; HRM 6040.2 ¶1e, ¶7b).
#include "figures.h"
#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

TEST_CASE("Order ¶3a, Order ¶3a(1), Order ¶3a(2): the Office of Inspector General and the Board of Contract Appeals are not covered") {
  CHECK(status_of("scope.component", eligible()) == Status::pass);
  const Answers other = with(eligible(), {{Leaf::eligibility_component_covered, "no"}});
  CHECK(status_of("scope.component", other) == Status::fail);
  CHECK(finding_of("scope.component", other).next == "Follow the telework policy of that office.");
  CHECK(result_of(other) == EligibilityResult::not_covered);
}

TEST_CASE("Order ¶3c: contractors are not covered") {
  CHECK(status_of("scope.contractor", eligible()) == Status::pass);
  const Answers contractor = with(eligible(), {{Leaf::eligibility_contractor, "yes"}});
  CHECK(status_of("scope.contractor", contractor) == Status::fail);
  CHECK(result_of(contractor) == EligibilityResult::not_covered);
}

TEST_CASE("Order ¶3b: only in the United States, its territories and possessions") {
  CHECK(status_of("scope.location", eligible()) == Status::pass);
  const Answers abroad = with(eligible(), {{Leaf::eligibility_in_united_states, "no"}});
  CHECK(status_of("scope.location", abroad) == Status::fail);
  CHECK(finding_of("scope.location", abroad).next ==
        "Telework from abroad follows the State Department's process for domestic employees teleworking overseas "
        "(DETO). This order does not cover it. Ask the servicing HR office.");
  CHECK(result_of(abroad) == EligibilityResult::not_covered);
}

TEST_CASE("¶1e: an overseas arrangement of old runs out and opens no new one") {
  const Answers abroad =
      with(eligible(), {{Leaf::eligibility_in_united_states, "no"}, {Leaf::eligibility_overseas_existing, "yes"}});
  const Finding found = finding_of("scope.overseas_existing", abroad);
  CHECK(found.status == Status::note);
  CHECK(figures_of(found.message) == "June 29 2018");
  CHECK(found.next == "Record when the spouse's appointment ends, and plan the return with the supervisor.");
  const Finding dated =
      finding_of("scope.overseas_existing", with(abroad, {{Leaf::eligibility_overseas_end, "2027-06-30"}}));
  CHECK(figures_of(dated.message) == "June 29 2018 June 30 2027");
  CHECK(dated.next == "Plan the return with the supervisor.");
  CHECK(result_of(abroad) == EligibilityResult::not_covered);
  CHECK(status_of("scope.overseas_existing", with(abroad, {{Leaf::eligibility_overseas_existing, "no"}})) ==
        Status::pass);
  CHECK(status_of("scope.overseas_existing", with(abroad, {{Leaf::eligibility_overseas_existing, ""}})) ==
        Status::unknown);
  CHECK(status_of("scope.overseas_existing", with(abroad, {{Leaf::eligibility_in_united_states, "yes"}})) ==
        Status::pass);
}

TEST_CASE("¶7b: a reasonable accommodation goes by the supervisor and the servicing HR office") {
  CHECK(status_of("scope.accommodation", eligible()) == Status::pass);
  const Answers accommodation = with(eligible(), {{Leaf::eligibility_reasonable_accommodation, "yes"}});
  const Finding found = finding_of("scope.accommodation", accommodation);
  CHECK(found.status == Status::fail);
  CHECK(figures_of(found.message) == "2300.1");
  CHECK(found.next == "Contact the supervisor and the servicing HR office.");
  CHECK(result_of(accommodation) == EligibilityResult::not_covered);
}

TEST_CASE("Order ¶3, ¶7b: a missing answer is unknown, never no, and names itself") {
  for (const auto& pair : {std::pair{RuleId("scope.component"), Leaf::eligibility_component_covered},
                           std::pair{RuleId("scope.contractor"), Leaf::eligibility_contractor},
                           std::pair{RuleId("scope.location"), Leaf::eligibility_in_united_states},
                           std::pair{RuleId("scope.accommodation"), Leaf::eligibility_reasonable_accommodation}}) {
    const RuleId rule = pair.first;
    const Leaf leaf = pair.second;
    CAPTURE(rule.text());
    const Answers open = with(eligible(), {{leaf, ""}});
    CHECK(status_of(rule, open) == Status::unknown);
    CHECK(finding_of(rule, open).settled_by == Leaves{leaf});
    CHECK(result_of(open) == EligibilityResult::needs_answer);
    CHECK(find_eligibility(open, on(a_day)).settled_by == Leaves{leaf});
    CHECK(find_eligibility(open, on(a_day)).ask == Leaves{leaf});
  }
}
