// Makes the system: first every cell by itself, then those that are the same joined, then the equations of what is
// left, then what follows from them for two tables, then what stands in one line.
#include "report/figures.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace ftt::report {
namespace {

class Builder {
 public:
  Builder(const Report& report, std::int64_t count_limit) : report_(report), count_limit_(count_limit) {
    for (std::size_t i = 0; i < report.tables.size(); ++i) {
      table_of_[report.tables[i].id] = i;
      number_cells(report.tables[i]);
    }
  }

  Figures build() {
    for_each_sum([this](std::size_t total, const std::vector<std::size_t>& parts) {
      if (parts.size() == 1 && total != no_figure && parts.front() != no_figure) join(total, parts.front());
    });
    make_figures();
    find_besides();
    for_each_sum([this](std::size_t total, const std::vector<std::size_t>& parts) {
      if (parts.size() > 1 && total != no_figure) add_equation(total, parts);
    });
    add_rests();
    add_rests_of_tables();
    add_lines();
    return std::move(made_);
  }

 private:
  void number_cells(const Table& table) {
    std::vector<std::vector<std::size_t>>& rows = made_.of_cell.emplace_back();
    for (const Row& row : table.rows) {
      std::vector<std::size_t>& cells = rows.emplace_back();
      for (const Cell& cell : row.cells) {
        const bool is_figure = cell.as_count() != nullptr || cell.as_money() != nullptr;
        cells.push_back(is_figure ? same_as_.size() : no_figure);
        if (is_figure) same_as_.push_back(same_as_.size());
      }
    }
  }

  std::size_t number_of(const CellAt& at) const { return made_.of_cell[table_of_.at(at.table)][at.row][at.column]; }

  // Calls with the cells of each sum that is stated.
  template <class Take>
  void for_each_sum(const Take& take) {
    for (std::size_t t = 0; t < report_.tables.size(); ++t) {
      const Table& table = report_.tables[t];
      const std::vector<std::vector<std::size_t>>& cells = made_.of_cell[t];
      for (const Sum& sum : table.row_sums) {
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
          std::vector<std::size_t> parts;
          for (const std::size_t part : sum.parts) parts.push_back(cells[part][column]);
          take(cells[sum.total][column], parts);
        }
      }
      for (const Sum& sum : table.column_sums) {
        for (const std::vector<std::size_t>& row : cells) {
          std::vector<std::size_t> parts;
          for (const std::size_t part : sum.parts) parts.push_back(row[part]);
          take(row[sum.total], parts);
        }
      }
    }
    for (const CellSum& sum : report_.cell_sums) {
      std::vector<std::size_t> parts;
      for (const CellAt& part : sum.parts) parts.push_back(number_of(part));
      take(number_of(sum.total), parts);
    }
  }

  std::size_t first_of(std::size_t cell) {
    while (same_as_[cell] != cell) cell = same_as_[cell] = same_as_[same_as_[cell]];
    return cell;
  }
  void join(std::size_t a, std::size_t b) {
    const std::size_t first = first_of(a);
    const std::size_t second = first_of(b);
    same_as_[std::max(first, second)] = std::min(first, second);
  }

  // From here on of_cell names figures.
  void make_figures() {
    std::vector<std::size_t> figure_of(same_as_.size(), no_figure);
    for (std::size_t t = 0; t < report_.tables.size(); ++t) {
      const Table& table = report_.tables[t];
      for (std::size_t r = 0; r < table.rows.size(); ++r) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
          std::size_t& number = made_.of_cell[t][r][c];
          if (number == no_figure) continue;
          std::size_t& figure = figure_of[first_of(number)];
          if (figure == no_figure) {
            figure = made_.figures.size();
            made_.figures.push_back({.kind = table.columns[c].kind, .may_be_negative = true});
            tables_of_.emplace_back();
            held_by_.emplace_back();
          }
          number = figure;
          tables_of_[figure].insert(t);
          add_cell(made_.figures[figure], table.columns[c], table.rows[r].cells[c]);
        }
      }
    }
  }

  static void add_cell(ReportFigure& figure, const Column& column, const Cell& cell) {
    figure.cells += 1;
    figure.may_be_negative = figure.may_be_negative && column.may_be_negative;
    if (const Amount* amount = cell.as_money()) {
      figure.value = amount->cents();
      const std::int64_t carriers = cell.carriers();
      const bool is_fewer = figure.least_carriers == 0 || (carriers > 0 && carriers < figure.least_carriers);
      if (is_fewer) figure.least_carriers = carriers;
      return;
    }
    figure.value = *cell.as_count();
  }

  void find_besides() {
    for (std::size_t t = 0; t < report_.tables.size(); ++t) {
      for (std::size_t r = 0; r < report_.tables[t].rows.size(); ++r) {
        const std::vector<Cell>& cells = report_.tables[t].rows[r].cells;
        for (std::size_t i = 0; i < cells.size(); ++i) {
          const std::int64_t* count = cells[i].as_count();
          for (std::size_t j = 0; count != nullptr && *count > 0 && j < cells.size(); ++j) {
            if (cells[j].as_money() == nullptr || cells[j].carriers() != *count) continue;
            made_.figures[made_.of_cell[t][r][i]].beside.push_back(made_.of_cell[t][r][j]);
            made_.figures[made_.of_cell[t][r][j]].beside.push_back(made_.of_cell[t][r][i]);
          }
        }
      }
    }
  }

  void add_equation(std::size_t total, const std::vector<std::size_t>& parts) {
    std::map<std::size_t, int> coefficients;
    coefficients[total] -= 1;
    for (const std::size_t part : parts) {
      if (part == no_figure) continue;
      coefficients[part] += 1;
      state_held(total, part);
    }
    made_.figures[total].is_total = true;
    add_equation(coefficients);
  }

  void add_equation(const std::map<std::size_t, int>& coefficients, std::size_t rest = no_figure) {
    Equation equation;
    for (const auto& [figure, coefficient] : coefficients) {
      if (coefficient == 0) continue;
      made_.figures[figure].equations.push_back(made_.equations.size());
      equation.push_back({figure, coefficient});
    }
    made_.equations.push_back(std::move(equation));
    made_.rest_of_equation.push_back(rest);
  }

  // Counts are never below zero: a sum and a whole hold each part of theirs.
  void state_held(std::size_t whole, std::size_t part) {
    if (made_.figures[whole].kind == CellKind::count) held_by_[whole].push_back(part);
  }

  void add_rests() {
    for (std::size_t t = 0; t < report_.tables.size(); ++t) {
      const Table& table = report_.tables[t];
      for (const Rest& rest : table.rests) {
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
          const std::optional<Cell> left = rest_of(rest, table.rows[r]);
          if (left) add_rest(table, rest, *left, made_.of_cell[t][r]);
        }
      }
    }
    for (const Containment& one : report_.containments) {
      if (!rest_of(report_, one)) continue;
      std::vector<std::size_t> parts;
      for (const CellAt& part : one.parts) parts.push_back(number_of(part));
      add_rest(number_of(one.whole), parts);
      if (parts.size() == 1) stated_.emplace(number_of(one.whole), parts.front());
    }
  }

  // Of one figure in two places nothing is left.
  void add_rest(std::size_t whole, const std::vector<std::size_t>& parts) {
    if (parts.size() == 1 && parts.front() == whole) return;
    const std::size_t number = made_.figures.size();
    Wide left = made_.figures[whole].value;
    std::map<std::size_t, int> coefficients = {{whole, 1}, {number, -1}};
    for (const std::size_t part : parts) {
      left -= made_.figures[part].value;
      coefficients[part] -= 1;
      state_held(whole, part);
    }
    made_.figures.push_back({.value = left, .is_rest = true, .cells = 1});
    add_equation(coefficients, number);
  }

  void add_rests_of_tables() {
    for (std::size_t whole = 0; whole < held_by_.size(); ++whole) {
      for (const std::size_t part : all_held_by(whole)) {
        const Wide left = made_.figures[whole].value - made_.figures[part].value;
        const bool is_few = left > 0 && left < count_limit_ && made_.figures[part].value > 0;
        if (is_few && !stand_in_one_table(whole, part) && !stated_.contains({whole, part})) add_rest(whole, {part});
      }
    }
  }

  std::set<std::size_t> all_held_by(std::size_t whole) const {
    std::set<std::size_t> all;
    std::vector<std::size_t> open = held_by_[whole];
    while (!open.empty()) {
      const std::size_t part = open.back();
      open.pop_back();
      if (all.insert(part).second) open.insert(open.end(), held_by_[part].begin(), held_by_[part].end());
    }
    return all;
  }

  bool stand_in_one_table(std::size_t a, std::size_t b) const {
    return std::any_of(tables_of_[a].begin(), tables_of_[a].end(),
                       [&](std::size_t table) { return tables_of_[b].contains(table); });
  }

  void add_rest(const Table& table, const Rest& rest, const Cell& left, const std::vector<std::size_t>& cells) {
    const std::size_t number = made_.figures.size();
    ReportFigure figure = {.kind = table.columns[rest.wholes.front()].kind, .is_rest = true};
    std::map<std::size_t, int> coefficients = {{number, -1}};
    const auto take = [&](const std::vector<std::size_t>& columns, int sign) {
      for (const std::size_t column : columns) {
        coefficients[cells[column]] += sign;
        figure.may_be_negative = figure.may_be_negative || table.columns[column].may_be_negative;
      }
    };
    take(rest.wholes, 1);
    take(rest.parts, -1);
    if (figure.kind == CellKind::count && rest.wholes.size() == 1) {
      for (const std::size_t part : rest.parts) state_held(cells[rest.wholes.front()], cells[part]);
    }
    // The dollars of nobody are none, and whoever sees that the people are the same sees that the dollars are.
    if (left.as_money() != nullptr && left.carriers() == 0 && *left.as_money() == Amount()) {
      coefficients.erase(number);
      return add_equation(coefficients);
    }
    if (left.as_money() != nullptr && *left.as_money() < Amount()) figure.may_be_negative = true;
    Column of_rest;
    of_rest.may_be_negative = figure.may_be_negative;
    add_cell(figure, of_rest, left);
    made_.figures.push_back(figure);
    add_equation(coefficients, number);
  }

  void add_lines() {
    std::map<std::string_view, std::size_t> line_of;
    for (std::size_t t = 0; t < report_.tables.size(); ++t) {
      for (std::size_t r = 0; r < report_.tables[t].rows.size(); ++r) {
        const Row& row = report_.tables[t].rows[r];
        const auto [found, is_new] = line_of.emplace(row.id, made_.lines.size());
        if (is_new) made_.lines.emplace_back();
        FigureLine& line = made_.lines[found->second];
        line.is_total = line.is_total || row.is_total;
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
          const std::size_t figure = made_.of_cell[t][r][c];
          if (figure == no_figure) continue;
          line.figures.emplace(std::pair(t, c), figure);
          std::vector<std::size_t>& lines = made_.figures[figure].lines;
          if (lines.empty() || lines.back() != found->second) lines.push_back(found->second);
        }
      }
    }
  }

  const Report& report_;
  const std::int64_t count_limit_;
  std::map<std::string_view, std::size_t> table_of_;
  std::vector<std::size_t> same_as_;  // cells that are one figure point at the first of them
  // Of each figure that is no rest: the tables that it stands in, and the counts that it holds.
  std::vector<std::set<std::size_t>> tables_of_;
  std::vector<std::vector<std::size_t>> held_by_;
  std::set<std::pair<std::size_t, std::size_t>> stated_;  // rests of one count less another
  Figures made_;
};

}  // namespace

Figures figures_of(const Report& report, std::int64_t count_limit) {
  return Builder(report, count_limit).build();
}

}  // namespace ftt::report
