// What the supervisor, the law and the worksite have to say (HRM 6040.2 ¶3b, ¶5, ¶8a, ¶10b; 5 U.S.C. 6502).
#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

TEST_CASE("¶8a: the supervisor finds that the duties fit; no answer is not a no") {
  CHECK(status_of("eligible.duties", eligible()) == Status::pass);
  const Answers unfit = with(eligible(), {{Leaf::eligibility_duties_suitable, "no"}});
  CHECK(status_of("eligible.duties", unfit) == Status::fail);
  CHECK(result_of(unfit) == EligibilityResult::not_yet);
  const Answers open = with(eligible(), {{Leaf::eligibility_duties_suitable, ""}});
  CHECK(status_of("eligible.duties", open) == Status::unknown);
  CHECK(result_of(open) == EligibilityResult::needs_answer);
}

TEST_CASE("¶5, 5 U.S.C. 6502(a)(2): either bar of law stops it; one no does not clear both") {
  for (const Leaf leaf : {Leaf::eligibility_awol_discipline, Leaf::eligibility_pornography_discipline}) {
    const Answers barred = with(eligible(), {{leaf, "yes"}});
    CHECK(status_of("eligible.telework", barred) == Status::fail);
    CHECK(result_of(barred) == EligibilityResult::not_covered);
    const Answers open = with(eligible(), {{leaf, ""}});
    CHECK(status_of("eligible.telework", open) == Status::unknown);
    CHECK(finding_of("eligible.telework", open).settled_by == Leaves{leaf});
  }
  const Answers one_open =
      with(eligible(), {{Leaf::eligibility_awol_discipline, "yes"}, {Leaf::eligibility_pornography_discipline, ""}});
  CHECK(status_of("eligible.telework", one_open) == Status::fail);
}

TEST_CASE("¶5, 5 U.S.C. 6502(b)(4): duties that daily tie the person to a place") {
  CHECK(status_of("eligible.position", eligible()) == Status::pass);
  const Answers tied = with(eligible(), {{Leaf::eligibility_secure_materials_or_onsite_daily, "yes"}});
  CHECK(status_of("eligible.position", tied) == Status::fail);
  CHECK(finding_of("eligible.position", tied).message ==
        "If the duties need secure materials or on-site work every day, telework is only for emergencies.");
  CHECK(result_of(tied) == EligibilityResult::not_covered);
}

TEST_CASE("¶10b: a telework agreement comes before the request") {
  CHECK(status_of("eligible.agreement", eligible()) == Status::pass);
  const Answers without = with(eligible(), {{Leaf::eligibility_telework_agreement_approved, "no"}});
  CHECK(status_of("eligible.agreement", without) == Status::fail);
  CHECK(result_of(without) == EligibilityResult::not_yet);
  const Answers open = with(eligible(), {{Leaf::eligibility_telework_agreement_approved, ""}});
  CHECK(status_of("eligible.agreement", open) == Status::unknown);
}

TEST_CASE("¶10b, App. C, Part B: a recruit is not held up without a telework agreement") {
  for (const std::string_view answer : {"", "no"}) {
    const Answers recruit = with(eligible(), {{Leaf::arrangement_action, "recruit"},
                                              {Leaf::eligibility_advertised_full_time_telework, "yes"},
                                              {Leaf::eligibility_position_start, ""},
                                              {Leaf::eligibility_telework_agreement_approved, answer}});
    CHECK(status_of("eligible.agreement", recruit) == Status::note);
    CHECK(result_of(recruit) == EligibilityResult::eligible);
  }
}

TEST_CASE("¶10b: while it is not said whether it is a recruit action, the want of an agreement decides nothing") {
  const Answers open =
      with(eligible(), {{Leaf::arrangement_action, ""}, {Leaf::eligibility_telework_agreement_approved, "no"}});
  CHECK(finding_of("eligible.agreement", open).settled_by == Leaves{Leaf::arrangement_action});
}

TEST_CASE("¶3b: the worksite has connection, security and safety") {
  CHECK(status_of("eligible.worksite", eligible()) == Status::pass);
  CHECK(status_of("eligible.worksite", with(eligible(), {{Leaf::eligibility_worksite_suitable, "no"}})) ==
        Status::fail);
  CHECK(result_of(with(eligible(), {{Leaf::eligibility_worksite_suitable, "no"}})) == EligibilityResult::not_yet);
  CHECK(status_of("eligible.worksite", with(eligible(), {{Leaf::eligibility_worksite_suitable, ""}})) ==
        Status::unknown);
}
