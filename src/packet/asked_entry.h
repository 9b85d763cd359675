// asked_entry: an act that a program asks to record, as JSON, in the members that an entry of the chain has.
//
//   {"act": "returned", "step": "executive", "on": "2026-12-18", "by": {"name": "…", "title": "…"},
//    "to": {"step": "supervisor"}, "reason": "…", "nonce": "…"}
//
// Which members an act needs, record_entry.h says. Does not: record anything, or draw a nonce.
#pragma once

#include <string_view>

#include "packet/record_entry.h"

namespace ftt {

// Errors: all of read_json; wrong_type, unknown_choice (a member, an act or a step that there is none of), those of
// Date::from_iso, each with its place: "by.name".
Result<NewEntry> read_asked_entry(std::string_view json);

}  // namespace ftt
