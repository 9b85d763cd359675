// half_years of a packet: its travel budget by half of a fiscal year beside what was spent (HRM 6040.2 ¶13b, ¶13e), as
// calc/half_years.h works it out; the halves that had begun before a review took effect are budgeted from the packet
// under review (¶11a).
//
// Does not: add up packets, or say what was approved where nothing is recorded: the budget is the packet's own plan.
#pragma once

#include <span>
#include <vector>

#include "base/json.h"
#include "calc/half_years.h"
#include "packet/review.h"

namespace ftt {

// `review` is the packet's own (find_review), null where it is none.
TravelBudget travel_budget(const Packet& packet, const Assessment& assessment, const Review* review);
// The rows of calc's half_years for the packet.
std::vector<HalfYearRow> half_years(const Packet& packet, const Assessment& assessment, const Review* review,
                                    Date today);
// [{"half_year": "2027H1", "budgeted": "5043.60", "spent": null}]; null is unknown, or not recorded.
Json half_years_json(std::span<const HalfYearRow> rows);

}  // namespace ftt
