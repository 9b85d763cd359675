// The reader's search. See reader.h.
#include "report/reader.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"

namespace ftt::report::test {
namespace {

constexpr std::int64_t far = 1000;  // beyond any sum of the random tables

std::int64_t number_of(const Cell& cell) {
  if (cell.as_count() != nullptr) return *cell.as_count();
  return cell.as_money() != nullptr ? static_cast<std::int64_t>(cell.as_money()->cents()) : 0;
}

// The tables that a note says are hidden whole: there it says nothing of a figure that it is hidden.
bool is_hidden_whole(const Report& edition, const std::string& table) {
  const auto names = [&](const Note& note) {
    const std::vector<std::string_view> ids = split(note.text, ',');
    return note.id == "hidden_whole" &&
           std::any_of(ids.begin(), ids.end(), [&](std::string_view id) { return trim(id) == table; });
  };
  return std::any_of(edition.notes.begin(), edition.notes.end(), names);
}

Range range_of(const Report& whole, const Report& edition, const CellAt& at, const CirculationRules& rules) {
  const Table& table = *find_table(whole, at.table);
  const Cell& cell = table.rows[at.row].cells[at.column];
  if (cell.as_money() != nullptr) return {table.columns[at.column].may_be_negative ? -far : 0, far};
  const std::int64_t count = *cell.as_count();
  if (is_hidden_whole(edition, at.table)) return {1, far};
  if (count >= rules.count_limit) return {rules.count_limit, far};
  REQUIRE(count > 0);
  // Dollars of as many people in the row are hidden for one or two, and not for more.
  for (const Cell& other : table.rows[at.row].cells) {
    if (other.as_money() == nullptr || other.carriers() != count) continue;
    return count < rules.carrier_limit ? Range{1, rules.carrier_limit - 1}
                                       : Range{rules.carrier_limit, rules.count_limit - 1};
  }
  return {1, rules.count_limit - 1};
}

class Maker {
 public:
  Maker(const Report& whole, const Report& edition, const CirculationRules& rules) : edition_(edition) {
    for (const Table& table : edition.tables) {
      for (std::size_t r = 0; r < table.rows.size(); ++r) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
          const CellKind kind = table.columns[c].kind;
          if (table.rows[r].cells[c].state() != CellState::hidden) continue;
          if (kind != CellKind::count && kind != CellKind::money) continue;
          puzzle_.cells.push_back({table.id, r, c});
          puzzle_.truth.push_back(number_of(cell_at(whole, puzzle_.cells.back())));
          puzzle_.ranges.push_back(range_of(whole, edition, puzzle_.cells.back(), rules));
        }
      }
    }
  }

  Puzzle make() {
    for (const Table& table : edition_.tables) {
      for (const Sum& sum : table.row_sums) {
        for (std::size_t c = 1; c < table.columns.size(); ++c) {
          const CellKind kind = table.columns[c].kind;
          if (kind != CellKind::count && kind != CellKind::money) continue;
          std::vector<CellAt> parts;
          for (const std::size_t part : sum.parts) parts.push_back({table.id, part, c});
          add({table.id, sum.total, c}, parts);
        }
      }
      for (const Sum& sum : table.column_sums) {
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
          std::vector<CellAt> parts;
          for (const std::size_t part : sum.parts) parts.push_back({table.id, r, part});
          add({table.id, r, sum.total}, parts);
        }
      }
    }
    for (const CellSum& sum : edition_.cell_sums) add(sum.total, sum.parts);
    return puzzle_;
  }

 private:
  void add(const CellAt& total, const std::vector<CellAt>& parts) {
    Constraint constraint;
    const Cell& whole = cell_at(edition_, total);
    if (whole.state() == CellState::unknown || whole.state() == CellState::none) return;
    if (whole.state() == CellState::hidden) {
      constraint.total = place_of(total);
    } else {
      constraint.shown -= number_of(whole);
    }
    for (const CellAt& part : parts) {
      const Cell& cell = cell_at(edition_, part);
      if (cell.state() == CellState::hidden) constraint.parts.push_back(place_of(part));
      constraint.shown += number_of(cell);
    }
    if (constraint.total || !constraint.parts.empty()) puzzle_.constraints.push_back(constraint);
  }

  std::size_t place_of(const CellAt& at) const {
    const auto found = std::find(puzzle_.cells.begin(), puzzle_.cells.end(), at);
    REQUIRE(found != puzzle_.cells.end());
    return static_cast<std::size_t>(found - puzzle_.cells.begin());
  }

  const Report& edition_;
  Puzzle puzzle_;
};

// Narrows the ranges by each constraint until nothing changes; false where one has no number left.
bool narrow(const std::vector<Constraint>& constraints, std::vector<Range>& ranges) {
  for (bool has_changed = true; has_changed;) {
    has_changed = false;
    for (const Constraint& constraint : constraints) {
      // low and high of: shown + parts - total, which is 0
      std::int64_t low = constraint.shown;
      std::int64_t high = constraint.shown;
      for (const std::size_t part : constraint.parts) low += ranges[part].low, high += ranges[part].high;
      if (constraint.total) low -= ranges[*constraint.total].high, high -= ranges[*constraint.total].low;
      if (low > 0 || high < 0) return false;
      const auto cut = [&](Range& range, std::int64_t at_least, std::int64_t at_most) {
        has_changed = has_changed || at_least > range.low || at_most < range.high;
        range = {std::max(range.low, at_least), std::min(range.high, at_most)};
        return range.low <= range.high;
      };
      for (const std::size_t part : constraint.parts) {
        const Range now = ranges[part];
        if (!cut(ranges[part], -(high - now.high), -(low - now.low))) return false;
        low += ranges[part].low - now.low;
        high += ranges[part].high - now.high;
      }
      if (constraint.total) {
        const Range now = ranges[*constraint.total];
        if (!cut(ranges[*constraint.total], low + now.high, high + now.low)) return false;
      }
    }
  }
  return true;
}

bool is_possible_within(const std::vector<Constraint>& constraints, std::vector<Range> ranges) {
  if (!narrow(constraints, ranges)) return false;
  auto widest = ranges.end();
  for (auto range = ranges.begin(); range != ranges.end(); ++range) {
    const bool is_open = range->low < range->high;
    if (is_open && (widest == ranges.end() || range->high - range->low < widest->high - widest->low)) widest = range;
  }
  if (widest == ranges.end()) return true;
  const Range whole = *widest;
  const std::int64_t middle = whole.low + (whole.high - whole.low) / 2;
  *widest = {whole.low, middle};
  if (is_possible_within(constraints, ranges)) return true;
  *widest = {middle + 1, whole.high};
  return is_possible_within(constraints, std::move(ranges));
}

}  // namespace

Puzzle puzzle_of(const Report& whole, const Report& edition, const CirculationRules& rules) {
  return Maker(whole, edition, rules).make();
}

bool is_possible(const Puzzle& puzzle) {
  return is_possible_within(puzzle.constraints, puzzle.ranges);
}

std::vector<CellAt> found_out(const Puzzle& puzzle) {
  std::vector<CellAt> found;
  for (std::size_t i = 0; i < puzzle.cells.size(); ++i) {
    Puzzle below = puzzle;
    below.ranges[i].high = puzzle.truth[i] - 1;
    Puzzle above = puzzle;
    above.ranges[i].low = puzzle.truth[i] + 1;
    const auto can_be = [&](const Puzzle& other) {
      return other.ranges[i].low <= other.ranges[i].high && is_possible(other);
    };
    if (!can_be(below) && !can_be(above)) found.push_back(puzzle.cells[i]);
  }
  return found;
}

}  // namespace ftt::report::test
