// What has changed between two screens, for faces that keep their own map of nodes.
//
// Nodes are compared as they are, so that only what is sent is written. Does not know what a node means.
#pragma once

#include <string>

#include "view/node.h"

namespace ftt {

// The patch from one screen to the next, as compact JSON {"root":"screen","nodes":[…],"removed":["id",…]}; from none it
// holds every node.
std::string patch_between(const Node* before, const Node& now);

}  // namespace ftt
