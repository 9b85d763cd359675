// The derived part of a packet and of an evaluation as JSON: the worksheet's lines and the rates that were used.
//
// Money and percentages are decimal strings with two places; a line that cannot be worked out has "value": null and
// says in "needs" what is missing.
//
// Does not: calculate, or format for people (the print document does).
#pragma once

#include "base/json.h"
#include "packet/assess.h"

namespace ftt {

// {"lines": [{"id", "label", "value", "needs", "reading", "origin", "formula", "inputs", "rates", "notes", "cite"}]};
// what does not apply to a line is left out. The origin, "table" or "entered", is that of a figure which is not worked
// out by a formula of the form alone.
Json worksheet_json(const Worksheet& worksheet);
// {"pay_year", "per_diem_fiscal_year", "digest"}; a year is left out where no such table was used.
Json rates_json(const Assessment& assessment);

}  // namespace ftt
