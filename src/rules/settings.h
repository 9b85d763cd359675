// PolicySettings: what an agency configures: one-off closures, Inauguration Day, and whom to ask.
//
//   {"closures": ["2026-12-24"], "inauguration_day": true,
//    "telework_managing_officer": {"name": "…", "mail": "…", "phone": "…", "agency": "…", "component": "…"}}
//
// Every member may be left out. Does not: read files, or change a number of the order (order/numbers.h).
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "base/work_calendar.h"
#include "rules/contact.h"

namespace ftt {

struct PolicySettings {
  WorkCalendar calendar = WorkCalendar();
  std::optional<Contact> contact;
};

/// The settings in the bytes of a configuration file. Errors: all of read_json; wrong_type, malformed, unknown_choice
/// (a member that there is none of), each with its place.
Result<PolicySettings> read_policy_settings(std::string_view json);

}  // namespace ftt
