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

// What there is to ask for, as a message says it.
inline constexpr std::string_view acts_are =
    "the acts are requested, submitted, concurred, denied, returned, received, reassigned, withdrawn and note.";
inline constexpr std::string_view steps_are =
    "the steps are supervisor, second_level, third_level, executive, hr_director and deputy_administrator.";

// Errors: all of read_json; wrong_type, unknown_choice (a member, an act or a step that there is none of), those of
// Date::from_iso, each with its place: "by.name".
Result<NewEntry> read_asked_entry(std::string_view json);

}  // namespace ftt
