// AgencySettings: what an agency sets in configuration.json beside the page, which the command and the modules take
// too:
//
//   {"rates": ["rates-2027.txt"], "percent": "overall", "closures": ["2026-12-24"], "inauguration_day": true,
//    "telework_managing_officer": {"name": "…", "mail": "…", "phone": "…", "agency": "…", "component": "…"},
//    "accessibility_contact": {"name": "…", "mail": "…", "phone": "…", "agency": "…", "component": "…"},
//    "components": {"PBS": ["Public Buildings Service"]}, "smallest_count": 10,
//    "shared_computer": true, "hosts": ["https://intranet.example"], "wording": "wording.txt"}
//
// Every member may be left out. This is the one reader of them: what cannot be read is refused alone, with its place,
// and the rest holds.
//
// Does not: read files, also not those that are named; or change a number of the order (order/edition.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "base/work_calendar.h"
#include "calc/calculate.h"
#include "rules/contact.h"

namespace ftt {

// What decides of it which dates are work days, and whom to ask: about telework, and about what hinders somebody here.
struct PolicySettings {
  WorkCalendar calendar = WorkCalendar();
  std::optional<Contact> contact;
  std::optional<Contact> accessibility_contact;
};

struct AgencySettings {
  std::optional<PercentReading> percent;  // how Part G, line 2, is read
  PolicySettings policy;
  std::vector<std::string> rates;  // files of newer tables, beside the configuration
  std::string wording;             // a file of official wording, beside it too; empty: none
  std::vector<std::string> hosts;  // origins that may embed the wizard, as a browser writes them, or "null"
  bool is_shared_computer = false;
  // How offices are spelled in packets, for a report on many: what each is called, and what else it is called.
  std::vector<std::pair<std::string, std::vector<std::string>>> components;
  // The smallest count but 0 that a report for circulation shows, and the smallest office that it names.
  std::int64_t smallest_count = 10;

  CalcSettings calc() const { return {.percent_reading = percent.value_or(PercentReading::net_change)}; }
};

struct ReadSettings {
  AgencySettings settings;
  Json members = Json::object();  // what was taken, as the file would say it in its exact form
  std::vector<Error> refused;     // in the order of the file; `where` is a JSON pointer, or a line and a column
  bool is_refused_whole = false;  // nothing of the file holds, wherever in it the fault lies
};

// The settings in the bytes of a configuration file. Refused: the whole for all errors of read_json and where it is no
// object; a member alone where it is of a wrong type, cannot be read or is none of these.
ReadSettings read_settings(std::string_view json);
// The same for settings that were written for this call. Errors: the first that read_settings would refuse.
Result<AgencySettings> exact_settings(std::string_view json);

// The origin as a browser writes it, "https://intranet.example:8443": capitals, a slash at the end and the port that
// goes without saying do not count. Errors: malformed, with the mend.
Result<std::string> read_origin(std::string_view text);

}  // namespace ftt
