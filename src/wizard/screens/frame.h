// What stands around a step: the bar on top, the list of steps, the result so far and the buttons below.
//
// Does not describe the steps themselves (step_views.h).
#pragma once

#include <cstdint>
#include <vector>

#include "view/node.h"
#include "wizard/state/session_data.h"

namespace ftt {

Node banner(const SessionData&);
// Whether the form's items and the paragraphs are cited; a button.
Node references_switch(const SessionData&);
Node step_list(const SessionData&);
// Below the title: "Step 3 of 15 · Rivera, Dana", and the packet's revision, whether it is saved, and its seal.
Node standing(const SessionData&);
// The answer at the head of a step: as a sentence where the result stands beside it, else large; with both salaries and
// why it needs a justification.
void add_answer(Node& parent, const SessionData&);
// What the estimate has assumed, each leading to its field; nothing where nothing is.
void add_assumed(std::vector<Node>& children, const SessionData&);
// The children of the result region; in narrower screens they stand in a disclosure below the heading.
std::vector<Node> result_so_far(const SessionData&);
void add_fold(Node& main, const SessionData&);
Node actions(const SessionData&);

}  // namespace ftt
