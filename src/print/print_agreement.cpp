// The Arrangement Agreement (App. B) in the form's own order: Parts A to D, the terms that employee and supervisor
// agree to, their signatures; then what is still missing before the arrangement may begin (HRM 6040.2 ¶7a, ¶10a).
//
// Does not: decide what is missing (packet/forms.h does).
#include "base/text.h"
#include "print/print_answers.h"

namespace ftt::print {
namespace {

// Item 1 of App. B has no annual review: to it, that is a renewal.
std::string arrangement_part(const Source& source) {
  const Known<ArrangementType> type = source.answers.arrangement_type();
  const bool is_new = type.has_value() && type.value() == ArrangementType::new_arrangement;
  const std::array<Tick, 2> kinds = {Tick{"New arrangement", is_new},
                                     Tick{"Modification/Renewal", type.has_value() && !is_new}};
  Box kind{12, "1. Select", ticks(kinds)};
  Box term = choice_box(source, Leaf::arrangement_term, 6);
  term.label = "2. Select";
  Box first = answer_box(source, Leaf::arrangement_start, 3);
  first.label = concat("Duration: ", info(Leaf::arrangement_start).label);
  Box last = answer_box(source, Leaf::arrangement_end, 3);
  last.label = concat("through: ", info(Leaf::arrangement_end).label);
  const std::array<Box, 4> row = {kind, term, first, last};
  return part({"agreement-part-A", "A", "Full-Time Telework Arrangement Data", ""}, boxes(row));
}

std::string employee_part(const Source& source) {
  Box worksite = place_box(source, requested_worksite);
  worksite.label = "2. Official worksite/duty station of the full-time telework arrangement (address)";
  const std::array<Box, 5> row = {answer_box(source, Leaf::employee_last_name, 5),
                                  answer_box(source, Leaf::employee_first_name, 5),
                                  answer_box(source, Leaf::employee_middle_initial, 2), worksite,
                                  choice_box(source, Leaf::agreement_same_commuting_area, 12)};
  return part({"agreement-part-B", "B", "Employee Data", ""}, boxes(row));
}

// A question of Part D; where it is left open, what another answer says of it, and which.
Box documentation_box(const Source& source, Leaf leaf, const Known<bool>& stands, std::string_view goes_by) {
  Box box = choice_box(source, leaf, 6);
  if (!source.answers.is_empty(leaf) || !stands.has_value()) return box;
  std::vector<Tick> all = ticks_of(source, leaf);
  const std::string_view value = stands.value() ? "yes" : "no";
  for (std::size_t i = 0; i < all.size(); ++i) all[i].is_ticked = info(leaf).choices[i].value == value;
  box.content = concat(ticks(all), "<p class=\"small\">", inert(goes_by), "</p>");
  return box;
}

// The form numbers these items 5 and 6, as if the terms came before them: they are 1 and 2 of Part D.
std::string documentation_part(const Source& source) {
  const std::array<Box, 2> row = {
      documentation_box(source, Leaf::agreement_telework_agreement_approved, telework_agreement_stands(source.answers),
                        "By the answer on the telework agreement under eligibility."),
      documentation_box(source, Leaf::agreement_analysis_tool_approved, analysis_tool_stands(source.answers),
                        "By Part L of the Analysis Tool.")};
  return part({"agreement-part-D", "D", "Documentation", ""}, boxes(row));
}

}  // namespace

std::string agreement(const Source& source) {
  return concat(arrangement_part(source), employee_part(source), position_part(source, "agreement-part-C"),
                documentation_part(source),
                "<div class=\"part\"><h3 class=\"plain-head\">Pursuant to HRM 6040.2, Full-Time Telework "
                "Arrangements:</h3>",
                clause_list(source, ClausePart::term), "</div>\n<div class=\"signatures\">",
                signed_block(source, Leaf::agreement_employee_signature_name, Leaf::agreement_employee_signature_title,
                             Leaf::agreement_employee_signature_date),
                signed_block(source, Leaf::agreement_supervisor_signature_name,
                             Leaf::agreement_supervisor_signature_title, Leaf::agreement_supervisor_signature_date),
                "</div>\n");
}

}  // namespace ftt::print
