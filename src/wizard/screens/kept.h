// Nodes for what the page around the wizard keeps and may do: the packets on this device, the question before one is
// forgotten, the page's checks.
//
// Does not keep anything: buttons ask for it by effects, and the page does it.
#pragma once

#include "view/node.h"
#include "wizard/state/session_data.h"

namespace ftt {

// Start: the packets that are kept on the device.
void add_kept(Node& main, const SessionData&);
// Check: the button that forgets the packet at hand.
void add_forget_this(Node& main, const SessionData&);
// Above every step: whether something is really to be forgotten.
void add_question_about_forgetting(Node& main, const SessionData&);
// Help: what this page may do here, and whether anything leaves.
void add_page_checks(Node& help, const SessionData&);

}  // namespace ftt
