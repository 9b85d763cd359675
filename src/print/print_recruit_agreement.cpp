// The Recruit Agreement (App. C) in the form's own order: the name and the two clocks, the employee's certification
// point by point with the Privacy Act statement, the supervisor's, and both signatures.
//
// Does not: count the clocks (rules/deadlines.h does).
#include <algorithm>

#include "base/text.h"
#include "print/print_answers.h"

namespace ftt::print {
namespace {

// A clock from entry on duty, with its last day.
Box clock_box(const Source& source, std::string_view id, std::string_view label) {
  const std::vector<Deadline>& all = source.assessment.policy.deadlines;
  const auto clock = std::find_if(all.begin(), all.end(), [&](const Deadline& one) { return one.id == id; });
  const bool is_known = clock != all.end() && clock->due.has_value();
  return {6, std::string(label), isolated(is_known ? to_display(*clock->due) : "")};
}

std::string recruit_part(const Source& source) {
  const Numbers& numbers = source.edition().numbers;
  const std::array<Box, 7> row = {
      answer_box(source, Leaf::recruit_agreement_last_name, 5),
      answer_box(source, Leaf::recruit_agreement_first_name, 5),
      answer_box(source, Leaf::recruit_agreement_middle_initial, 2),
      answer_box(source, Leaf::recruit_agreement_entry_on_duty, 6),
      answer_box(source, Leaf::recruit_agreement_training_completed, 6),
      clock_box(source, "clock.recruit_training",
                concat("Training and telework agreement, within ", numbers.recruit_training_clock.value.count(),
                       " days: by")),
      clock_box(source, "clock.recruit_agreement",
                concat("This agreement, within ", numbers.recruit_agreement_clock.value.count(), " days: by"))};
  return part({"recruit-part-A", "A", "Employee Data", "Entry on duty and the two dates are added to the form."},
              boxes(row));
}

std::string employee_certification(const Source& source) {
  return part({"recruit-part-B", "B", "Employee Certification", ""},
              concat("<h4>I understand:</h4>", clause_list(source, ClausePart::employee_understands),
                     "<h4>Privacy Act Statement</h4>", clause_list(source, ClausePart::privacy),
                     "<h4>By signing this agreement, I affirm:</h4>", clause_list(source, ClausePart::employee_affirms),
                     signed_block(source, Leaf::recruit_agreement_employee_signature_name,
                                  Leaf::recruit_agreement_employee_signature_title,
                                  Leaf::recruit_agreement_employee_signature_date)));
}

std::string supervisor_certification(const Source& source) {
  return part(
      {"recruit-part-C", "C", "Supervisor Certification", ""},
      concat("<h4>By signing this agreement, I affirm:</h4>", clause_list(source, ClausePart::supervisor_certifies),
             signed_block(source, Leaf::recruit_agreement_supervisor_signature_name,
                          Leaf::recruit_agreement_supervisor_signature_title,
                          Leaf::recruit_agreement_supervisor_signature_date)));
}

}  // namespace

std::string recruit_agreement(const Source& source) {
  return concat(
      "<p class=\"lead\">To be completed within ", source.edition().numbers.recruit_agreement_clock.value.count(),
      " days of the employee's entry on duty. It is entered into by an employee whom GSA recruited and hired as a "
      "full-time teleworker.</p>\n",
      recruit_part(source), employee_certification(source), supervisor_certification(source));
}

}  // namespace ftt::print
