// A witness: changes of some figures by which everything else stays what it is and every sum still holds.
//
// It shows that the figures which it changes cannot be worked out from the others: what is shown fits a second set of
// whole numbers as well. So what is hidden is safe once each figure of it stands in a witness, and that is checked
// exactly.
//
// The search goes through the changes by single steps, each towards zero of an equation that does not hold yet and
// never back, by which every witness within the bounds is reached. A rest goes along with what it is the rest of: its
// equation asks for a step only where the rest would be out of its bounds. It is tried
//   1. by moving somebody from one line to another, or into it and its total: each step is taken in both, so that sums
//   of
//      rows hold all along, and what is left is to be right within the line;
//   2. by any step, the cheapest first: what that finds is the cheapest of all;
//   3. by any step, straight ahead.
// The length of each is bounded; whoever finds none must hide more.
//
// Does not: know tables, or what costs what.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "report/figures.h"

namespace ftt::report {

// What a reader knows of a figure once it is hidden, both ends included.
struct Bounds {
  Wide low = 0;
  Wide high = 0;
};
// Far enough for every sum: 10^7 packets at the largest amount are 2^64 cents.
inline constexpr Wide unbounded = Wide{1} << 120;

inline constexpr std::int64_t never = INT64_MAX;

struct FigureChange {
  std::size_t figure = 0;
  std::int64_t by = 0;  // not 0
  friend auto operator<=>(const FigureChange&, const FigureChange&) = default;
};
using Witness = std::vector<FigureChange>;  // by figure

// A witness in which the figure changes, and no figure with the cost `never`: the cheapest of the first two ways, each
// of which is short, else what is found by so many steps straight ahead, or nothing. Takes: of each figure its bounds
// and what it costs to change it at all.
std::optional<Witness> find_witness(const Figures& figures, std::size_t figure, std::span<const Bounds> bounds,
                                    std::span<const std::int64_t> costs, std::size_t step_limit);

// Whether it changes figures that are hidden alone, within their bounds, and every equation still holds.
bool is_witness(const Figures& figures, const Witness& witness, std::span<const Bounds> bounds,
                const std::vector<bool>& is_hidden);

}  // namespace ftt::report
