// Who holds the request now, and whether it is late (HRM 6040.2 ¶9).
#include "figures.h"
#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

namespace {

constexpr Date after_the_request = calendar_date(2026, 6, 20);

Holder holder(const Answers& answers, Date today = after_the_request) {
  return find_holder(answers, on(today));
}

Answers concurred(Answers answers, std::initializer_list<Leaf> decisions) {
  for (const Leaf decision : decisions) answers.set(decision, "concur");
  return answers;
}

}  // namespace

TEST_CASE("¶9a: without a date of the request it is with the preparer, as far as the packet says") {
  CHECK(holder(Answers()).kind == HolderKind::preparer);
  CHECK(holder(Answers()).settled_by == Leaves{Leaf::clock_requested_on});
}

TEST_CASE("¶9a: requested, it goes up the chain of command level by level; only levels with a name are waited for") {
  CHECK(holder(requested_in_june).kind == HolderKind::immediate_supervisor);
  const Answers first = concurred(requested_in_june, {Leaf::concurrences_supervisor_decision});
  CHECK(holder(first).kind == HolderKind::executive);
  CHECK(holder(with(first, {{Leaf::concurrences_second_level_name, "Pat Doe"}})).kind == HolderKind::second_level);
  CHECK(holder(with(first, {{Leaf::concurrences_third_level_name, "Kim Doe"}})).kind == HolderKind::third_level);
}

TEST_CASE("¶9c: then the servicing HR Director, from receipt, then the Deputy Administrator or designee") {
  const Answers submitted =
      concurred(requested_in_june, {Leaf::concurrences_supervisor_decision, Leaf::concurrences_executive_decision});
  CHECK(holder(submitted).kind == HolderKind::servicing_hr_director);
  CHECK(holder(submitted).settled_by == Leaves{Leaf::clock_hr_received_on});
  const Answers received = with(submitted, {{Leaf::clock_hr_received_on, "2026-07-14"}});
  CHECK(holder(received).due == calendar_date(2026, 7, 23));
  const Answers further = concurred(received, {Leaf::concurrences_hr_director_decision});
  CHECK(holder(further).kind == HolderKind::deputy_administrator);
  CHECK(holder(with(further, {{Leaf::clock_deputy_received_on, "2026-07-23"}})).due == calendar_date(2026, 8, 21));
}

TEST_CASE("¶9: late the day after it was due, counted in work days") {
  const Answers received = with(requested_in_june, {{Leaf::clock_hr_received_on, "2026-07-14"}});
  CHECK(holder(received, calendar_date(2026, 7, 23)).lateness == Lateness::due_today);
  const Holder late = holder(received, calendar_date(2026, 7, 27));
  CHECK(late.lateness == Lateness::late);
  CHECK(late.work_days_late == 2);
  CHECK(figures_of(late.message) == "July 23 2026 2");
}

TEST_CASE("¶9: a denial ends it, and a determination decides it") {
  const Answers denied = with(requested_in_june, {{Leaf::concurrences_hr_director_decision, "deny"}});
  CHECK(holder(denied).kind == HolderKind::denied);
  CHECK(holder(denied).message == "The servicing HR Director denied it, which ends it.");
  CHECK(holder(with(requested_in_june, {{Leaf::determination_outcome, "disapproved"}})).message ==
        "It is disapproved.");
}

TEST_CASE("¶9: nobody is passed over: the first level that has not concurred holds it, whoever above it has") {
  const Answers passed_over = concurred(requested_in_june, {Leaf::concurrences_executive_decision});
  CHECK(holder(passed_over).kind == HolderKind::immediate_supervisor);
  CHECK(holder(concurred(passed_over, {Leaf::concurring_supervisor_decision})).kind ==
        HolderKind::servicing_hr_director);
}

TEST_CASE("¶9: an approval that Parts J to K do not bear out is no approval, and nobody is told to sign") {
  const Holder contradicted = holder(with(requested_in_june, {{Leaf::determination_outcome, "approved"}}));
  CHECK(contradicted.kind == HolderKind::contradicted);
  CHECK(contradicted.message ==
        "The approval is not valid. Part L says approved, but the packet does not record the concurrence of the "
        "immediate supervisor; the Regional Commissioner, Assistant Commissioner or SES equivalent; the servicing HR "
        "Director; the Deputy Administrator or designee. Record each concurrence with its date, or clear the "
        "determination.");

  CHECK(contradicted.next == "Fix Parts J to L first. Do not sign the Arrangement Agreement until then.");
  const Answers all = concurred(
      requested_in_june, {Leaf::concurrences_supervisor_decision, Leaf::concurrences_executive_decision,
                          Leaf::concurrences_hr_director_decision, Leaf::concurrences_deputy_administrator_decision});
  CHECK(holder(all).settled_by == Leaves{Leaf::determination_outcome});
  const Holder approved = holder(with(all, {{Leaf::determination_outcome, "approved"}}));
  CHECK(approved.kind == HolderKind::decided);
  CHECK(approved.next == "Sign the Arrangement Agreement before the arrangement begins.");
  const Answers half =
      with(all, {{Leaf::determination_outcome, "approved"}, {Leaf::agreement_employee_signature_date, "2027-03-01"}});
  CHECK(holder(half).next == "Sign the Arrangement Agreement before the arrangement begins.");
  const Answers both = with(half, {{Leaf::agreement_supervisor_signature_date, "2027-03-02"}});
  CHECK(holder(both).next == "Employee and supervisor have signed the Arrangement Agreement.");
}

TEST_CASE("¶9a: a recruit action has no employee's request, and a review is begun by the office: no 20 days are late") {
  const Answers recruit = with(requested_in_june, {{Leaf::arrangement_action, "recruit"}});
  CHECK(holder(recruit).kind == HolderKind::preparer);
  CHECK(holder(recruit).settled_by.empty());
  const Answers first = with(recruit, {{Leaf::concurrences_supervisor_decision, "concur"}});
  const Holder next = holder(first, calendar_date(2027, 6, 1));
  CHECK(next.kind == HolderKind::executive);
  CHECK(next.lateness == Lateness::not_due);
  CHECK_FALSE(next.due.has_value());
  CHECK(next.message ==
        "The Regional Commissioner, Assistant Commissioner or SES equivalent is next. No clock runs: the 20 work days "
        "are counted from an employee's request.");
  CHECK(holder(answers_of({{Leaf::arrangement_type, "annual_review"}})).settled_by.empty());
}
