// The reader's search. See reader.h.
#include "report/reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"

namespace ftt::report::test {
namespace {

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

// Beyond any figure.
std::int64_t far_of(const Report& whole) {
  std::int64_t largest = 500;
  for (const Table& table : whole.tables) {
    for (const Row& row : table.rows) {
      for (const Cell& cell : row.cells) largest = std::max({largest, number_of(cell), -number_of(cell)});
    }
  }
  return 2 * largest;
}

// What is stated of counts, and what follows from it: where A holds B and B holds C, A holds C.
class Holding {
 public:
  explicit Holding(const Report& report) : report_(report) {
    for (const Table& table : report.tables) {
      for (const Sum& sum : table.row_sums) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
          for (const std::size_t part : sum.parts)
            take({table.id, sum.total, c}, {table.id, part, c}, sum.parts.size());
        }
      }
      for (std::size_t r = 0; r < table.rows.size(); ++r) {
        for (const Sum& sum : table.column_sums) {
          for (const std::size_t part : sum.parts)
            take({table.id, r, sum.total}, {table.id, r, part}, sum.parts.size());
        }
        for (const Rest& rest : table.rests) {
          if (rest.wholes.size() > 1) continue;
          for (const std::size_t part : rest.parts) take({table.id, r, rest.wholes.front()}, {table.id, r, part}, 2);
        }
      }
    }
    for (const CellSum& sum : report.cell_sums) {
      for (const CellAt& part : sum.parts) take(sum.total, part, sum.parts.size());
    }
    for (const Containment& one : report.containments) {
      for (const CellAt& part : one.parts) take(one.whole, part, 2);
    }
  }

  // Those with few left that are not in one table, beside what is stated.
  std::vector<Containment> few_between_tables(std::int64_t count_limit) const {
    std::vector<Containment> few;
    for (const auto& [key, direct] : held_) {
      std::set<Key> all;
      std::vector<Key> open(direct.begin(), direct.end());
      while (!open.empty()) {
        const Key next = open.back();
        open.pop_back();
        const auto found = held_.find(next);
        if (all.insert(next).second && found != held_.end()) {
          open.insert(open.end(), found->second.begin(), found->second.end());
        }
      }
      for (const Key& part : all) {
        const Containment one = {at(key), {at(part)}};
        const std::int64_t left = rest_of(report_, one).value_or(0);
        const bool is_few = left > 0 && left < count_limit && number_of(cell_at(report_, at(part))) > 0;
        if (is_few && !share_a_table(key, part)) few.push_back(one);
      }
    }
    return few;
  }

 private:
  using Key = std::tuple<std::string, std::size_t, std::size_t>;
  static Key key_of(const CellAt& at) { return {at.table, at.row, at.column}; }
  static CellAt at(const Key& key) { return {std::get<0>(key), std::get<1>(key), std::get<2>(key)}; }

  // A sum of one part is the same figure, so that each holds the other.
  void take(const CellAt& whole, const CellAt& part, std::size_t parts) {
    if (cell_at(report_, whole).as_count() == nullptr || cell_at(report_, part).as_count() == nullptr) return;
    held_[key_of(whole)].insert(key_of(part));
    if (parts > 1) return;
    held_[key_of(part)].insert(key_of(whole));
    same_[key_of(whole)].insert(key_of(part));
    same_[key_of(part)].insert(key_of(whole));
  }

  // The tables in which the figure stands.
  std::set<std::string> tables_of(const Key& key) const {
    std::set<Key> all;
    std::vector<Key> open = {key};
    std::set<std::string> tables;
    while (!open.empty()) {
      const Key next = open.back();
      open.pop_back();
      if (!all.insert(next).second) continue;
      tables.insert(std::get<0>(next));
      const auto found = same_.find(next);
      if (found != same_.end()) open.insert(open.end(), found->second.begin(), found->second.end());
    }
    return tables;
  }
  bool share_a_table(const Key& a, const Key& b) const {
    const std::set<std::string> of_a = tables_of(a);
    const std::set<std::string> of_b = tables_of(b);
    return std::any_of(of_a.begin(), of_a.end(), [&](const std::string& table) { return of_b.contains(table); });
  }

  const Report& report_;
  std::map<Key, std::set<Key>> held_;
  std::map<Key, std::set<Key>> same_;
};

Range range_of(const Report& whole, const Report& edition, const CellAt& at, const CirculationRules& rules,
               std::int64_t far) {
  const Table& table = *find_table(whole, at.table);
  const Cell& cell = table.rows[at.row].cells[at.column];
  if (cell.as_money() != nullptr) return {table.columns[at.column].may_be_negative ? -far : 0, far};
  const std::int64_t count = *cell.as_count();
  if (is_hidden_whole(edition, at.table) || !table.columns[at.column].may_circulate) return {1, far};
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
  Maker(const Report& whole, const Report& edition, const CirculationRules& rules)
      : edition_(edition), far_(far_of(whole)), containments_(edition.containments) {
    for (const Table& table : edition.tables) {
      for (std::size_t r = 0; r < table.rows.size(); ++r) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
          const CellKind kind = table.columns[c].kind;
          if (table.rows[r].cells[c].state() != CellState::hidden) continue;
          if (kind != CellKind::count && kind != CellKind::money) continue;
          puzzle_.cells.push_back({table.id, r, c});
          puzzle_.is_to_be_found.push_back(true);
          puzzle_.truth.push_back(number_of(cell_at(whole, puzzle_.cells.back())));
          puzzle_.ranges.push_back(range_of(whole, edition, puzzle_.cells.back(), rules, far_));
        }
      }
    }
    for (const Table& table : edition.tables) {
      for (std::size_t i = 0; i < table.rests.size(); ++i) {
        for (std::size_t r = 0; r < table.rows.size(); ++r) add_rest(whole, table, i, r, rules);
      }
    }
    Report told = edition;  // as it is, with what is stated in the edition
    for (Table& table : told.tables) table.rows = find_table(whole, table.id)->rows;
    for (Containment& one : Holding(told).few_between_tables(rules.count_limit))
      containments_.push_back(std::move(one));
    for (std::size_t i = 0; i < containments_.size(); ++i) {
      const std::optional<std::int64_t> left = rest_of(told, containments_[i]);
      if (!left) continue;
      puzzle_.cells.push_back({containments, i, 0});
      puzzle_.is_to_be_found.push_back(*left > 0 && *left < rules.count_limit);
      puzzle_.truth.push_back(*left);
      puzzle_.ranges.push_back({0, far_});
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
        std::vector<CellAt> parts = containments_[at.row].parts;
        parts.push_back(at);
        add({containments_[at.row].whole}, parts);
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
    const auto is_negative = [&](std::size_t column) { return table.columns[column].may_be_negative; };
    const bool may_be_negative = std::any_of(rest.wholes.begin(), rest.wholes.end(), is_negative) ||
                                 std::any_of(rest.parts.begin(), rest.parts.end(), is_negative);
    puzzle_.ranges.push_back({may_be_negative ? -far_ : 0, far_});
    if (!is_count && people == 0) puzzle_.ranges.back() = {0, 0};
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
  const std::int64_t far_;
  std::vector<Containment> containments_;
  Puzzle puzzle_;
};

// Narrows the ranges by each constraint until nothing changes, or so often; false where one has no number left.
bool narrow(const std::vector<Constraint>& constraints, std::vector<Range>& ranges, int most_rounds = INT32_MAX) {
  bool has_changed = true;
  for (int round = 0; has_changed && round < most_rounds; ++round) {
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

std::vector<CellAt> found_out_at_once(const Puzzle& puzzle) {
  constexpr int most_rounds = 100;
  std::vector<Range> ranges = puzzle.ranges;
  REQUIRE(narrow(puzzle.constraints, ranges, most_rounds));
  std::vector<CellAt> found;
  for (std::size_t i = 0; i < puzzle.cells.size(); ++i) {
    if (puzzle.is_to_be_found[i] && ranges[i].low == ranges[i].high) found.push_back(puzzle.cells[i]);
  }
  return found;
}

}  // namespace ftt::report::test
