// Nodes for what an opened file says otherwise than its answers: the verdict first, what follows from it folded.
//
// Does not find it (packet/differences.cpp) or judge who is right.
#pragma once

#include <span>
#include <string_view>

#include "packet/packet.h"
#include "view/node.h"
#include "wizard/state/session_data.h"

namespace ftt {

// The verdict, the changed answers with their old values, and behind a disclosure the figures; ids begin with `id`.
void add_differences(Node& parent, const SessionData&, std::span<const Difference>, std::string_view id);
// The same of the opened file, with what in it cannot be read; nothing where there is nothing to tell.
void add_opened_file(Node& main, const SessionData&);

}  // namespace ftt
