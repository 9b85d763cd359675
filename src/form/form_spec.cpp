// The rows of the forms, and whose a section is. See form_spec.h.
#include "form/form_spec.h"

#include <algorithm>

namespace ftt {

namespace {

constexpr FormAnswer answers[] = {
#define FTT_FORM_ANSWER(form, leaf, words) {Appendix::form, Leaf::leaf, false, words},
#define FTT_FORM_PLACE(form, place, words) {Appendix::form, Leaf::place##_address, true, words},
#include "form/forms.inc"
};

constexpr FormSignature signatures[] = {
#define FTT_FORM_SIGNATURE(form, signature, who) {Appendix::form, Leaf::signature##_name, Leaf::signature##_date, who},
#include "form/forms.inc"
};

constexpr FormClock clocks[] = {
#define FTT_FORM_CLOCK(form, deadline) {Appendix::form, deadline},
#include "form/forms.inc"
};

// App. A, Parts A to M.
constexpr std::array<std::string_view, 12> sections_of_the_tool = {
    "arrangement",           "employee",     "position",      "locality_pay",
    "travel_budget",         "additional",   "relocation",    "justification",
    "concurring_supervisor", "concurrences", "determination", "worksite_change"};

}  // namespace

std::span<const FormAnswer> form_answers() {
  return answers;
}

std::span<const FormSignature> form_signatures() {
  return signatures;
}

std::span<const FormClock> form_clocks() {
  return clocks;
}

std::optional<Appendix> form_of_section(std::string_view section) {
  for (const FormSpec& form : form_specs) {
    if (form.name == section) return form.appendix;
  }
  const auto& tool = sections_of_the_tool;
  return std::find(tool.begin(), tool.end(), section) == tool.end() ? std::nullopt
                                                                    : std::optional(Appendix::analysis_tool);
}

}  // namespace ftt
