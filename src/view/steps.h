// The steps of the wizard: their order, their ids and what each says of itself.
//
// Covers "Steps" from the first to the last, for Appendix A alone, and the short way to an estimate.
// Does not build the screens (step_*.cpp do) and does not know any answer.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace ftt {

enum class Step : std::uint8_t {
  start,
  estimate,
  arrangement,
  employee,
  pay,
  travel,
  additional,
  result,
  ending,
  justification,
  concurrences,
  check,
};

struct StepWords {
  Step step;
  std::string_view id;     // "step:travel": the link in the steps, and the target of links to it
  std::string_view title;  // the heading
  std::string_view parts;  // the parts of Appendix A that it fills, "Part E"; empty where it fills none of its own
  std::string_view why;    // one sentence
};

// All of them, in the order of the wizard.
std::span<const StepWords> all_steps();
const StepWords& words_of(Step);
std::optional<Step> step_of(std::string_view id);

}  // namespace ftt
