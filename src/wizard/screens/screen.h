// The whole screen: the frame around a step, with what has to be said above it and the restatement that is open.
//
// Does not change the session.
#pragma once

#include "view/node.h"
#include "wizard/state/session_data.h"

namespace ftt {

Node describe_screen(const SessionData&);

}  // namespace ftt
