// Pictures as nodes: what builds up the net annual change, what it is for so many trips, and what was spent on travel
// beside what was planned.
//
// Covers App. A, Parts D to G, and HRM 6040.2 ¶8e(1) and ¶13b. Every figure is the worksheet's; only the ticks of an
// axis are made here. Does not place or draw anything (chart_layout.h and the faces do).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "calc/calculate.h"
#include "calc/half_years.h"
#include "calc/worksheet.h"
#include "form/answers.h"
#include "view/node.h"

namespace ftt {

// The round amounts in whole dollars within the data, in order, 0 among them where they span it; their distance is 1, 2
// or 5 times a power of ten. Precondition: least <= most, at_most >= 2.
std::vector<ChartTick> dollar_ticks(std::int64_t least, std::int64_t most, std::size_t at_most);

// One bar a piece, each from where the one before it ended, and the net annual change. No bars where nothing is known.
Node net_change_chart(const Worksheet&, const Answers&);
// What is tried beside the packet, with what follows from it.
struct Tried {
  Answers answers;
  Worksheet worksheet;
};
// The net annual change for 0 to 24 trips, one line a reading, with the break-even and the planned trips marked. What is
// tried has a line of its own, unless it is other trips alone, and its trips and break-even are marked on it. No lines
// where nothing is known.
Node trips_chart(const Worksheet&, const Answers&, const std::optional<Tried>& = {});
// One bar a half-year of what was spent, with rules at the estimate and at twice it. No bars where nothing is
// recorded.
Node spending_chart(std::span<const SpendingRow> half_years);

// Adds the picture where there is anything to draw.
void add_picture(Node& parent, Node chart);

}  // namespace ftt
