// A reader of the edition for circulation who tries to find out what is hidden, by another way than the edition was
// made: the hidden cells as whole numbers between two ends, the stated sums as constraints, and a search that cuts the
// ranges in halves until each cell has one number or none.
//
// The reader is told more than a real one knows: which figures were hidden for themselves, and of which dollars nobody
// has any.
#pragma once

#include <cstdint>
#include <vector>

#include "report/circulation.h"
#include "report/table.h"

namespace ftt::report::test {

struct Range {
  std::int64_t low = 0;
  std::int64_t high = 0;
  friend bool operator==(const Range&, const Range&) = default;
};

// parts[0] + parts[1] + … = totals[0] + …, by number of the hidden cell; what is shown is already taken off.
struct Constraint {
  std::vector<std::size_t> totals;
  std::vector<std::size_t> parts;
  std::int64_t shown = 0;  // the parts that are shown less the totals that are
};

struct Puzzle {
  // The hidden ones; then rests, whose columns lie beyond the table's; then those of containments, which have a row
  // each in a table of that name: those that are stated, and those that follow for two counts that no table has both
  // of.
  std::vector<CellAt> cells;
  std::vector<bool> is_to_be_found;  // of rests the small ones alone
  std::vector<std::int64_t> truth;   // what they are, which the reader does not know
  std::vector<Range> ranges;
  std::vector<Constraint> constraints;
};

// What the reader has before the eyes: of the whole report nothing but which figures the rules hide for themselves.
Puzzle puzzle_of(const Report& whole, const Report& edition, const CirculationRules& rules);

// Whether there are whole numbers in the ranges that fulfil all constraints.
bool is_possible(const Puzzle& puzzle);

// The hidden cells that the reader finds out: all else than the truth is impossible.
std::vector<CellAt> found_out(const Puzzle& puzzle);

// Those that come out without a search, by going through the constraints one at a time: of a large report in little
// time.
std::vector<CellAt> found_out_at_once(const Puzzle& puzzle);

}  // namespace ftt::report::test
