// Clauses: what the people who sign Appendices B, C and D agree to, certify or state, point by point.
//
// Covers App. B, items 1 to 6 with their branches; App. C, Parts B and C; App. D, the two statements on the Analysis
// Tool. The words of a clause are the restatement of the form's own point: clause.cite.paragraph().
//
// Does not hold what is answered (form), or say which appendix a case needs (rules).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "order/citation.h"

namespace ftt {

// Where a clause stands in its appendix.
enum class ClausePart : std::uint8_t {
  term,                  // App. B, below Part D: what holds
  employee_understands,  // App. C, Part B
  privacy,               // App. C, Part B, Privacy Act statement
  employee_affirms,      // App. C, Part B, by signing
  supervisor_certifies,  // App. C, Part C, by signing
  review_states          // App. D
};

struct Clause {
  std::string_view id;  // "agreement.ending.business.accepted"
  ClausePart part;
  std::string_view item;  // "6a(1)"; empty where the form does not number it
  std::uint8_t level;     // 0, or how deep it stands below the clause before it
  Citation cite;          // the point of the form, with its words
  Citation paragraph;     // the paragraph of the policy that it comes from
};

// All of them, in the order of the forms.
std::span<const Clause> clauses();
// Those of one part, in the order of the form.
std::span<const Clause> clauses(ClausePart part);

}  // namespace ftt
