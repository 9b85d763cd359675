// Nodes for what is recorded of a packet's way: what somebody had in front of them, what has changed since, and what is
// handed on.
//
// Covers HRM 6040.2 ¶9. Decides nothing itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "packet/recorded_case.h"
#include "view/hand_on.h"
#include "view/node.h"
#include "wizard/state/session_data.h"

namespace ftt {

// A name with its words beside it.
Node labeled(std::string id, std::string_view name, std::string_view words);
// "On June 2, 2025: Sam Doe, Director, concurred as the executive".
std::string words_of_entry(const RecordedCase&, std::size_t entry);

// The figures that whoever recorded the entry had in front of them; nothing where it has none.
void add_seen(Node& parent, const RecordedCase&, std::size_t entry, std::string_view id);
// What has changed in Parts A to I since the entry, folded: answers, rates and figures.
void add_changed_since(Node& parent, const SessionData&, std::size_t entry, std::string_view id,
                       std::string_view label);
// The same in sight; that nothing has changed is said.
void add_changes_since(Node& parent, const SessionData&, std::size_t entry, std::string_view id);

// That the opened file does not continue what was seen of its chain here.
void add_not_continued(Node& parent, const SessionData&);

// "Entries 51 to 100 of 2,000": the page that begins at `first`.
std::string words_on_entries(std::size_t first, std::size_t count);
// That one entry takes no more files as evidence.
std::string words_on_most_evidence();

// An act before it is recorded, and what is handed on after it.
void add_act(Node& main, const SessionData&);
void add_hand_on(Node& main, const SessionData&);

// What goes with the packet at hand, of which something is recorded.
HandOn mail_of(const SessionData&);

}  // namespace ftt
