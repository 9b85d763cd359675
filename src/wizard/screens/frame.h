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
Node step_list(const SessionData&);
// The children of the result region; in narrower screens they stand in a disclosure below the heading.
std::vector<Node> result_so_far(const SessionData&);
Node actions(const SessionData&);

}  // namespace ftt
