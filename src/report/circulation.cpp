// What is hidden for circulation, and the check that it stays hidden. See circulation.h.
#include "report/circulation.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

#include "base/text.h"
#include "report/figures.h"
#include "report/witness.h"
#include "report/words.h"

namespace ftt::report {
namespace {

// ---- Which figures are hidden ----

class Hiding {
 public:
  Hiding(const Figures& figures, const CirculationRules& rules)
      : figures_(figures),
        rules_(rules),
        is_hidden_(figures.figures.size()),
        is_safe_(figures.figures.size()),
        is_whole_(figures.figures.size()) {
    for (const ReportFigure& figure : figures.figures) {
      is_first_.push_back(is_hidden_first(figure));
      bounds_.push_back(bounds_of(figure, is_first_.back()));
    }
    for (std::size_t i = 0; i < figures.figures.size(); ++i) is_hidden_[i] = is_first_[i] || figures.figures[i].is_rest;
  }

  void run() {
    for (std::size_t i = 0; i < figures_.figures.size(); ++i) {
      const bool needs_witness = is_first_[i] || (is_hidden_[i] && !figures_.figures[i].is_rest);
      if (needs_witness && !is_safe_[i]) protect(i);
    }
  }

  bool is_hidden(std::size_t figure) const { return is_hidden_[figure]; }
  // Whether it is hidden with all that hangs together with it.
  bool is_hidden_whole(std::size_t figure) const { return is_whole_[figure]; }

 private:
  bool is_hidden_first(const ReportFigure& figure) const {
    return figure.kind == CellKind::count ? figure.value > 0 && figure.value < rules_.count_limit
                                          : figure.least_carriers > 0 && figure.least_carriers < rules_.carrier_limit;
  }

  // What a reader knows of it who is told whether it was hidden first.
  Bounds bounds_of(const ReportFigure& figure, bool is_first) const {
    if (figure.kind == CellKind::money) return {figure.may_be_negative ? -unbounded : 0, unbounded};
    if (figure.is_rest) return {0, unbounded};  // no [c] tells of it
    if (!is_first) return {rules_.count_limit, unbounded};
    if (figure.beside.empty()) return {1, rules_.count_limit - 1};
    // The dollars beside it are hidden where their carriers are few, and shown where they are more.
    const std::int64_t few = std::min(rules_.carrier_limit, rules_.count_limit);
    if (figure.value < few) return {1, few - 1};
    return {few, rules_.count_limit - 1};
  }

  // What it costs to hide it too: many cells before large figures, totals last. A count of 0 is shown, and so are the
  // dollars of nobody.
  std::int64_t cost_of(std::size_t index) const {
    const ReportFigure& figure = figures_.figures[index];
    if (is_hidden_[index]) return 0;
    if (figure.kind == CellKind::count ? figure.value == 0 : figure.value == 0 && figure.least_carriers == 0)
      return never;
    constexpr std::int64_t a_cell = 1000;
    constexpr std::int64_t a_total = 3000;
    constexpr std::int64_t a_bit = 20;
    const auto magnitude = static_cast<std::uint64_t>(figure.value < 0 ? -figure.value : figure.value);
    return a_cell * static_cast<std::int64_t>(figure.cells) +
           a_bit * static_cast<std::int64_t>(std::bit_width(magnitude)) + (figure.is_total ? a_total : 0);
  }

  void protect(std::size_t index) {
    std::vector<std::int64_t> costs;
    for (std::size_t i = 0; i < figures_.figures.size(); ++i) costs.push_back(cost_of(i));
    const std::optional<Witness> witness = find_witness(figures_, index, bounds_, costs, rules_.search_limit);
    if (!witness) return hide_whole(index);
    for (const FigureChange& change : *witness) is_hidden_[change.figure] = true;
    FTT_ASSERT(is_witness(figures_, *witness, bounds_, is_hidden_), "A witness does not hold.");
    for (const FigureChange& change : *witness) is_safe_[change.figure] = true;
  }

  // All that hangs together with the figure by sums, and the dollars beside: that one of them is hidden says nothing
  // then. Twice each figure is a second set. What a rest is a part of must go along then; what is a part of it need
  // not, since the rest is more by it.
  void hide_whole(std::size_t index) {
    std::vector<std::size_t> reached = {index};
    std::vector<bool> is_reached(figures_.figures.size());
    is_reached[index] = true;
    const auto reach = [&](std::size_t figure) {
      if (!is_reached[figure]) reached.push_back(figure);
      is_reached[figure] = true;
    };
    for (std::size_t i = 0; i < reached.size(); ++i) {
      const ReportFigure& figure = figures_.figures[reached[i]];
      for (const std::size_t equation : figure.equations) {
        for (const EquationTerm& term : figures_.equations[equation]) {
          if (must_go_along(reached[i], term, equation)) reach(term.figure);
        }
      }
      for (const std::size_t other : figure.beside) reach(other);
    }
    for (const std::size_t i : reached) {
      const ReportFigure& figure = figures_.figures[i];
      is_hidden_[i] = figure.is_rest || figure.kind == CellKind::money || figure.value != 0;
      is_safe_[i] = true;
      is_whole_[i] = true;
    }
  }

  // Whether the term is doubled where the figure is.
  bool must_go_along(std::size_t figure, const EquationTerm& term, std::size_t equation) const {
    const std::size_t rest = figures_.rest_of_equation[equation];
    if (rest == no_figure || term.figure == rest) return true;
    const Equation& terms = figures_.equations[equation];
    const bool is_whole = std::any_of(terms.begin(), terms.end(), [&](const EquationTerm& one) {
      return one.figure == figure && one.coefficient > 0;
    });
    return term.coefficient > 0 && !is_whole;
  }

  const Figures& figures_;
  const CirculationRules& rules_;
  std::vector<bool> is_first_;  // hidden for itself, not for another
  std::vector<Bounds> bounds_;
  std::vector<bool> is_hidden_;
  std::vector<bool> is_safe_;  // in a witness
  std::vector<bool> is_whole_;
};

// ---- What is left of the tables ----

// Counts and money follow by sums alone; whatever else is no text is shown where all that it follows from is.
bool is_shown(const Table& table, const Row& row, std::size_t column) {
  const Column& of = table.columns[column];
  if (of.kind == CellKind::text || !row.cells[column].has_value()) return true;
  if (of.kind == CellKind::count || of.kind == CellKind::money) return true;
  return !of.follows_from.empty() &&
         std::none_of(of.follows_from.begin(), of.follows_from.end(),
                      [&](std::size_t source) { return row.cells[source].state() == CellState::hidden; });
}

void hide_what_follows(const Table& table, Row& row) {
  for (bool has_changed = true; has_changed;) {
    has_changed = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (is_shown(table, row, i)) continue;
      row.cells[i] = Cell::hidden();
      has_changed = true;
    }
  }
}

// Whether the tables of what is stated do.
bool circulates(const Report& report, const CellAt& one, const std::vector<CellAt>& others) {
  const auto is_there = [&](const CellAt& at) { return find_table(report, at.table) != nullptr; };
  return is_there(one) && std::all_of(others.begin(), others.end(), is_there);
}

// A figure of a table that does not circulate stays hidden in a sentence too.
void say_hidden_where_missing(const Report& edition, Sentence& sentence) {
  for (Piece& piece : sentence) {
    if (piece.cell && find_table(edition, piece.cell->table) == nullptr) piece = {to_display(Cell::hidden()), {}};
  }
}

// A count of 0 is shown in every edition.
void hide_columns(Table& table) {
  for (Row& row : table.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!table.columns[i].may_circulate && row.cells[i].has_value() && row.cells[i] != Cell::count(0)) {
        row.cells[i] = Cell::hidden();
      }
    }
  }
}

// All that a reader has is in here. What an earlier edition hid is not known: so no figure of the last report may
// circulate (Column). How many are new since then is the difference of two editions' totals, which nothing that one of
// them hides takes back.
Report what_circulates(const Report& report) {
  Report edition;
  edition.edition = ReportEdition::circulation;
  edition.title = report.title;
  for (const Note& note : report.notes) {
    if (note.may_circulate) edition.notes.push_back(note);
  }
  for (const Table& table : report.tables) {
    if (table.may_circulate) edition.tables.push_back(table);
  }
  for (const CellSum& sum : report.cell_sums) {
    if (circulates(edition, sum.total, sum.parts)) edition.cell_sums.push_back(sum);
  }
  for (const Containment& one : report.containments) {
    if (circulates(edition, one.whole, one.parts)) edition.containments.push_back(one);
  }
  for (Table& table : edition.tables) {
    hide_columns(table);
    say_hidden_where_missing(edition, table.title);
    say_hidden_where_missing(edition, table.shows);
  }
  return edition;
}

void hide(Report& edition, const Figures& figures, const Hiding& hiding) {
  std::string whole;
  for (std::size_t t = 0; t < edition.tables.size(); ++t) {
    Table& table = edition.tables[t];
    bool is_whole = false;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      Row& row = table.rows[r];
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const std::size_t figure = figures.of_cell[t][r][c];
        if (figure == no_figure) continue;
        if (hiding.is_hidden(figure)) row.cells[c] = Cell::hidden();
        is_whole = is_whole || hiding.is_hidden_whole(figure);
      }
      hide_what_follows(table, row);
    }
    if (is_whole) append(whole, whole.empty() ? "" : ", ", table.id);
  }
  if (!whole.empty()) edition.notes.push_back({"hidden_whole", std::string(words::hidden_whole), whole, true});
}

// What joined groups are called. One small group alone, or some that are small together, would stand out again.
constexpr std::string_view other = "Other";

}  // namespace

std::map<std::string, std::string> join_small(const std::map<std::string, std::int64_t>& sizes, std::int64_t smallest) {
  std::vector<std::pair<std::int64_t, std::string>> by_size;
  bool has_small = false;
  for (const auto& [name, size] : sizes) {
    by_size.emplace_back(name == other ? 0 : size, name);
    has_small = has_small || name == other || size < smallest;
  }
  std::sort(by_size.begin(), by_size.end());
  std::map<std::string, std::string> called;
  std::int64_t joined = 0;
  std::size_t groups = 0;
  for (const auto& [rank, name] : by_size) {
    const bool is_joined = has_small && (rank < smallest || joined < smallest || groups < 2);
    called[name] = is_joined ? std::string(other) : name;
    joined += is_joined ? sizes.at(name) : 0;
    groups += is_joined ? 1 : 0;
  }
  return called;
}

Report for_circulation(const Report& report, const CirculationRules& rules) {
  FTT_ASSERT(!find_fault(report), "A report with a fault may not circulate.");
  Report edition = what_circulates(report);
  const Figures figures = figures_of(edition, rules.count_limit);
  Hiding hiding(figures, rules);
  hiding.run();
  hide(edition, figures, hiding);
  return edition;
}

}  // namespace ftt::report
