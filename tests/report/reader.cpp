// The reader's search. See reader.h.
#include "report/reader.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"

namespace ftt::report::test {
namespace {

constexpr std::int64_t far = 1000;  // beyond any sum of the random tables
constexpr const char* containments = "containments";

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
          puzzle_.is_to_be_found.push_back(true);
          puzzle_.truth.push_back(number_of(cell_at(whole, puzzle_.cells.back())));
          puzzle_.ranges.push_back(range_of(whole, edition, puzzle_.cells.back(), rules));
        }
      }
    }
    for (const Table& table : edition.tables) {
      for (std::size_t i = 0; i < table.rests.size(); ++i) {
        for (std::size_t r = 0; r < table.rows.size(); ++r) add_rest(whole, table, i, r, rules);
      }
    }
    for (std::size_t i = 0; i < edition.containments.size(); ++i) {
      const Containment& one = edition.containments[i];
      const Cell& all = cell_at(whole, one.whole);
      const Cell& some = cell_at(whole, one.part);
      if (!all.has_value() || !some.has_value()) continue;
      const std::int64_t left = number_of(all) - number_of(some);
      puzzle_.cells.push_back({containments, i, 0});
      puzzle_.is_to_be_found.push_back(left > 0 && left < rules.count_limit);
      puzzle_.truth.push_back(left);
      puzzle_.ranges.push_back({0, far});
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
          add({{table.id, sum.total, c}}, parts);
        }
      }
      for (const Sum& sum : table.column_sums) {
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
          std::vector<CellAt> parts;
          for (const std::size_t part : sum.parts) parts.push_back({table.id, r, part});
          add({{table.id, r, sum.total}}, parts);
        }
      }
    }
    for (const CellSum& sum : edition_.cell_sums) add({sum.total}, sum.parts);
    for (const CellAt& at : puzzle_.cells) {
      if (at.table == containments) {
        add({edition_.containments[at.row].whole}, {edition_.containments[at.row].part, at});
        continue;
      }
      const Table& table = *find_table(edition_, at.table);
      if (at.column < table.columns.size()) continue;
      const Rest& rest = table.rests[at.column - table.columns.size()];
      std::vector<CellAt> wholes;
      std::vector<CellAt> parts = {at};
      for (const std::size_t column : rest.wholes) wholes.push_back({at.table, at.row, column});
      for (const std::size_t column : rest.parts) parts.push_back({at.table, at.row, column});
      add(wholes, parts);
    }
    return puzzle_;
  }

 private:
  // A rest has the column behind those of the table.
  void add_rest(const Report& whole, const Table& table, std::size_t number, std::size_t row,
                const CirculationRules& rules) {
    const Rest& rest = table.rests[number];
    const std::optional<Cell> left = rest_of(rest, find_table(whole, table.id)->rows[row]);
    if (!left) return;
    const bool is_count = left->as_count() != nullptr;
    const std::int64_t people = is_count ? *left->as_count() : left->carriers();
    puzzle_.cells.push_back({table.id, row, table.columns.size() + number});
    puzzle_.is_to_be_found.push_back(people > 0 && people < (is_count ? rules.count_limit : rules.carrier_limit));
    puzzle_.truth.push_back(number_of(*left));
    puzzle_.ranges.push_back({0, far});
  }

  void add(const std::vector<CellAt>& totals, const std::vector<CellAt>& parts) {
    Constraint constraint;
    const auto is_open = [&](const CellAt& at) {
      return at.table == containments || at.column >= find_table(edition_, at.table)->columns.size() ||
             cell_at(edition_, at).state() == CellState::hidden;
    };
    for (const CellAt& total : totals) {
      if (is_open(total)) {
        constraint.totals.push_back(place_of(total));
        continue;
      }
      if (!cell_at(edition_, total).has_value()) return;
      constraint.shown -= number_of(cell_at(edition_, total));
    }
    for (const CellAt& part : parts) {
      if (is_open(part)) {
        constraint.parts.push_back(place_of(part));
      } else {
        constraint.shown += number_of(cell_at(edition_, part));
      }
    }
    puzzle_.constraints.push_back(constraint);
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
      // low and high of: shown + parts - totals, which is 0
      std::int64_t low = constraint.shown;
      std::int64_t high = constraint.shown;
      for (const std::size_t part : constraint.parts) low += ranges[part].low, high += ranges[part].high;
      for (const std::size_t total : constraint.totals) low -= ranges[total].high, high -= ranges[total].low;
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
      for (const std::size_t total : constraint.totals) {
        const Range now = ranges[total];
        if (!cut(ranges[total], low + now.high, high + now.low)) return false;
        low -= ranges[total].high - now.high;
        high -= ranges[total].low - now.low;
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
    if (puzzle.is_to_be_found[i] && !can_be(below) && !can_be(above)) found.push_back(puzzle.cells[i]);
  }
  return found;
}

}  // namespace ftt::report::test
