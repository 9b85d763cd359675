// The counts and amounts of a report as one system of whole numbers: figures, and equations between them.
//
// Cells that are the same figure by what is stated (a sum of one part) are one figure here, so that they are hidden
// together. A cell without a value is no figure: everybody sees that it adds nothing.
//
// What is stated goes on from table to table: where A holds B and B holds C, A holds C. In one table the difference of
// two counts is a sum of its other cells, of which each is protected. Of two tables it is said by nothing else; so
// where it is few people it is a rest here like one that is stated.
//
// Does not: decide what is hidden.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "report/table.h"

namespace ftt::report {

struct ReportFigure {
  CellKind kind = CellKind::count;  // counts and money are never in one equation
  Wide value = 0;                   // people or cents
  std::int64_t least_carriers = 0;  // of money: the fewest people who carry one of its cells, if any does
  // Counts and dollars that stand in one row, the dollars carried by as many people: that dollars are hidden for their
  // carriers tells of the count.
  std::vector<std::size_t> beside = {};
  bool may_be_negative = false;
  bool is_total = false;
  bool is_rest = false;                     // no table shows it
  std::size_t cells = 0;                    // in how many cells it stands
  std::vector<std::size_t> equations = {};  // in which it stands
  std::vector<std::size_t> lines = {};      // in which it stands
};

struct EquationTerm {
  std::size_t figure = 0;
  int coefficient = 0;
};
// Its terms come to zero.
using Equation = std::vector<EquationTerm>;

inline constexpr std::size_t no_figure = SIZE_MAX;

// The rows that go by one id in all tables, as those of one office: their figures by table and column.
struct FigureLine {
  bool is_total = false;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> figures;
};

struct Figures {
  std::vector<ReportFigure> figures;
  std::vector<Equation> equations;
  // Of each equation the rest that it says, which stands in no other; no_figure where it says none.
  std::vector<std::size_t> rest_of_equation;
  std::vector<FigureLine> lines;
  // The figure of each cell, by table, row and column; no_figure where there is none.
  std::vector<std::vector<std::vector<std::size_t>>> of_cell;
};

// Fewer people than the limit are few. Precondition: find_fault(report) has none.
Figures figures_of(const Report& report, std::int64_t count_limit);

}  // namespace ftt::report
