// The steps of the wizard: their order, their ids and what each says of itself; behind them the pages beside the form.
//
// Covers "Steps" from the first to the last, for Appendices A to D, the short way to an estimate, whether it can be
// done, ending or changing an arrangement (HRM 6040.2 ¶12), comparing two packets, looking
// through many and reporting on them, the errors in the order and who to contact. Does not build the screens
// (step_*.cpp do) and does not know any answer.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "form/form_spec.h"

namespace ftt {

enum class Step : std::uint8_t {
  start,
  estimate,
  eligibility,
  arrangement,
  employee,
  pay,
  travel,
  additional,
  result,
  ending,
  justification,
  concurrences,
#define FTT_FORM(name, ...) name,
#include "form/forms.inc"
  check,
  // Beside the form: no step leads on to them.
  change,
  compare,
  inbox,
  report,
  slips,
  whom_to_ask,
};

struct StepWords {
  Step step;
  std::string_view id;     // "step:travel": the link in the steps, and the target of links to it
  std::string_view title;  // the heading
  std::string_view parts;  // what it fills of the forms, "Part E", "App. B"; empty where it fills nothing
  std::string_view why;    // one sentence
};

constexpr bool is_beside_the_form(Step step) {
  return step > Step::check;
}

// All of them, in the order of the wizard.
std::span<const StepWords> all_steps();
const StepWords& words_of(Step);
std::optional<Step> step_of(std::string_view id);

// The step of a form of one page; nothing for the Analysis Tool, which has many.
std::optional<Step> step_of_form(Appendix form);
// The form of one page that is filled in on that step.
std::optional<Appendix> form_of_step(Step step);

}  // namespace ftt
