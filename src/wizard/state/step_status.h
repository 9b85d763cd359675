// How far each step is, as the packet stands: not started, in progress, needs attention, or done. The one function of
// it; every list of steps says its words.
//
// Done: nothing that the step asks for is open, and nothing on it is wrong or warned of. What the tool fills in starts
// no step, and what it assumed for an estimate is open until somebody confirms it.
//
// Does not say how a state looks, and judges no answer (rules and form do). What is wrong with a field that is being
// typed in counts once it is left.
#pragma once

#include <string>
#include <vector>

#include "wizard/state/session_data.h"

namespace ftt {

// ¶11, ¶13b: how much the yearly review finds against going on as it was. It reads the packet under review and assesses
// it, so it is worked out when problems are shown anew, and not at each key: AtHand::review_attention.
std::uint32_t attention_of_review(const SessionData&);
// Of every step, in the order of all_steps(): of all at once, since what it looks at is sorted into steps once.
std::vector<StepStatus> find_step_status(const SessionData&);
// "Not started", "Needs attention (2)"; empty for a step without a state.
std::string words_of(const StepStatus&);

}  // namespace ftt
