// What a table's cells say, and whether a report keeps its promises.
#include "report/table.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace ftt::report {
namespace {

bool fits(const Cell& cell, CellKind kind) {
  if (!cell.has_value()) return true;
  switch (kind) {
    case CellKind::text:
      return cell.as_text() != nullptr;
    case CellKind::count:
      return cell.as_count() != nullptr && *cell.as_count() >= 0;
    case CellKind::money:
      return cell.as_money() != nullptr && cell.carriers() >= 0;
    case CellKind::percent:
      return cell.as_percent() != nullptr;
    case CellKind::date:
      return cell.as_date() != nullptr;
    case CellKind::yes_no:
      return cell.as_yes_no() != nullptr;
  }
  return false;
}

bool is_sum_kind(CellKind kind) {
  return kind == CellKind::count || kind == CellKind::money;
}

// Whether the parts come to the total, as far as both have values.
template <class CellOfPart>
bool holds(const Cell& total, const std::vector<std::size_t>& parts, const CellOfPart& cell_of_part) {
  const std::optional<Wide> whole = whole_value(total);
  if (!whole) return true;
  Wide sum = 0;
  for (const std::size_t part : parts) {
    const Cell& cell = cell_of_part(part);
    if (cell.state() == CellState::hidden) return true;
    sum += whole_value(cell).value_or(0);
  }
  return sum == *whole;
}

bool names_less_than(const Sum& sum, std::size_t limit) {
  return sum.total < limit && !sum.parts.empty() &&
         std::all_of(sum.parts.begin(), sum.parts.end(), [&](std::size_t part) { return part < limit; });
}

std::optional<std::string> fault_of_columns(const Table& table) {
  std::set<std::string_view> ids;
  if (table.columns.empty() || table.columns.front().kind != CellKind::text) return "has no first column of text";
  if (table.heads == 0 || table.heads > table.columns.size()) return "has no first columns that say whose row it is";
  for (const Column& column : table.columns) {
    if (column.id.empty() || column.heading.empty()) return "has a column without id or heading";
    if (!ids.insert(column.id).second) return concat("has two columns ", column.id);
    for (const std::size_t source : column.follows_from) {
      if (source >= table.columns.size())
        return concat("column ", column.id, " follows from a column that is not there");
    }
    if (!column.follows_from.empty() && is_sum_kind(column.kind)) {
      return concat("column ", column.id, " is of counts or money, which follow by sums alone");
    }
  }
  for (const Sum& sum : table.column_sums) {
    if (!names_less_than(sum, table.columns.size())) return "has a sum of columns that are not there";
    const CellKind kind = table.columns[sum.total].kind;
    const bool is_one_kind = std::all_of(sum.parts.begin(), sum.parts.end(),
                                         [&](std::size_t part) { return table.columns[part].kind == kind; });
    if (!is_sum_kind(kind) || !is_one_kind) return concat("column ", table.columns[sum.total].id, " sums other kinds");
  }
  for (const Rest& rest : table.rests) {
    std::vector<std::size_t> columns = rest.wholes;
    columns.insert(columns.end(), rest.parts.begin(), rest.parts.end());
    const auto fits_in = [&](std::size_t column) {
      return column < table.columns.size() && is_sum_kind(table.columns[column].kind) &&
             table.columns[column].kind == table.columns[columns.front()].kind;
    };
    if (rest.wholes.empty() || rest.parts.empty() || !std::all_of(columns.begin(), columns.end(), fits_in)) {
      return "has a rest of columns that are not of one kind";
    }
  }
  for (const std::size_t column : table.pictured) {
    if (column >= table.columns.size() || !is_sum_kind(table.columns[column].kind) ||
        table.columns[column].kind != table.columns[table.pictured.front()].kind) {
      return "has a picture of columns that are not of one kind";
    }
  }
  return std::nullopt;
}

std::optional<std::string> fault_of_rows(const Table& table) {
  std::set<std::string_view> ids;
  for (const Row& row : table.rows) {
    if (!ids.insert(row.id).second) return concat("has two rows ", row.id);
    if (row.cells.size() != table.columns.size()) return concat("row ", row.id, " has another number of cells");
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!fits(row.cells[i], table.columns[i].kind)) {
        return concat("row ", row.id, ", column ", table.columns[i].id, ": a value of another kind");
      }
      const Amount* amount = row.cells[i].as_money();
      if (amount != nullptr && *amount < Amount() && !table.columns[i].may_be_negative) {
        return concat("row ", row.id, ", column ", table.columns[i].id, ": an amount below zero");
      }
    }
    if (!row.cells.front().has_value()) return concat("row ", row.id, " has no head");
    for (const Rest& rest : table.rests) {
      const std::optional<Cell> left = rest_of(rest, row);
      if (left && left->as_count() != nullptr && *left->as_count() < 0)
        return concat("row ", row.id, ": a rest below zero");
    }
    for (const Sum& sum : table.column_sums) {
      if (!holds(row.cells[sum.total], sum.parts, [&](std::size_t part) -> const Cell& { return row.cells[part]; })) {
        return concat("row ", row.id, ": column ", table.columns[sum.total].id, " is not the sum of its parts");
      }
    }
  }
  for (const Sum& sum : table.row_sums) {
    if (!names_less_than(sum, table.rows.size())) return "has a sum of rows that are not there";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (!is_sum_kind(table.columns[i].kind)) continue;
      const auto cell_of_part = [&](std::size_t part) -> const Cell& { return table.rows[part].cells[i]; };
      if (!holds(table.rows[sum.total].cells[i], sum.parts, cell_of_part)) {
        return concat("column ", table.columns[i].id, ": row ", table.rows[sum.total].id,
                      " is not the sum of its parts");
      }
    }
  }
  return std::nullopt;
}

bool is_there(const Report& report, const CellAt& at) {
  const Table* table = find_table(report, at.table);
  return table != nullptr && at.row < table->rows.size() && at.column < table->columns.size();
}

std::optional<std::string> fault_of_sentence(const Report& report, const Sentence& sentence) {
  for (const Piece& piece : sentence) {
    if (piece.cell && !is_there(report, *piece.cell)) return "names a cell in its words that is not there";
  }
  return std::nullopt;
}

std::optional<std::string> fault_of_cell_sum(const Report& report, const CellSum& sum) {
  const auto kind_of = [&](const CellAt& at) { return find_table(report, at.table)->columns[at.column].kind; };
  std::vector<std::size_t> parts;
  for (std::size_t i = 0; i < sum.parts.size(); ++i) parts.push_back(i);
  for (const CellAt& part : sum.parts) {
    if (!is_there(report, part)) return "a part is not there";
  }
  if (!is_there(report, sum.total) || sum.parts.empty()) return "the total or its parts are not there";
  const CellKind kind = kind_of(sum.total);
  const bool is_one_kind =
      std::all_of(sum.parts.begin(), sum.parts.end(), [&](const CellAt& part) { return kind_of(part) == kind; });
  if (!is_sum_kind(kind) || !is_one_kind) return "it sums other kinds";
  const auto cell_of_part = [&](std::size_t part) -> const Cell& { return cell_at(report, sum.parts[part]); };
  if (!holds(cell_at(report, sum.total), parts, cell_of_part)) return "it is not the sum of its parts";
  return std::nullopt;
}

std::optional<std::string> fault_of_containment(const Report& report, const Containment& one) {
  std::vector<CellAt> cells = one.parts;
  cells.push_back(one.whole);
  if (one.parts.empty()) return "it has no part";
  for (const CellAt& at : cells) {
    if (!is_there(report, at)) return "one of the cells is not there";
    if (find_table(report, at.table)->columns[at.column].kind != CellKind::count) return "it is not of counts";
  }
  if (rest_of(report, one).value_or(0) < 0) return "the parts are more than the whole";
  return std::nullopt;
}

}  // namespace

const Table* find_table(const Report& report, std::string_view id) {
  const auto found =
      std::find_if(report.tables.begin(), report.tables.end(), [&](const Table& table) { return table.id == id; });
  return found == report.tables.end() ? nullptr : &*found;
}

std::optional<Cell> rest_of(const Rest& rest, const Row& row) {
  Wide value = 0;
  std::int64_t carriers = 0;
  const auto take = [&](const std::vector<std::size_t>& columns, int sign) {
    return std::all_of(columns.begin(), columns.end(), [&](std::size_t column) {
      const std::optional<Wide> number = whole_value(row.cells[column]);
      value += sign * number.value_or(0);
      carriers += sign * row.cells[column].carriers();
      return number.has_value();
    });
  };
  if (!take(rest.wholes, 1) || !take(rest.parts, -1)) return std::nullopt;
  const bool is_count = row.cells[rest.wholes.front()].as_count() != nullptr;
  return is_count ? Cell::count(static_cast<std::int64_t>(value)) : Cell::money(Amount::from_cents(value), carriers);
}

std::optional<std::int64_t> rest_of(const Report& report, const Containment& containment) {
  const std::int64_t* whole = cell_at(report, containment.whole).as_count();
  if (whole == nullptr) return std::nullopt;
  std::int64_t left = *whole;
  for (const CellAt& at : containment.parts) {
    const std::int64_t* part = cell_at(report, at).as_count();
    if (part == nullptr) return std::nullopt;
    left -= *part;
  }
  return left;
}

const Cell& cell_at(const Report& report, const CellAt& at) {
  FTT_ASSERT(is_there(report, at), "A cell was asked for that is not in the report.");
  return find_table(report, at.table)->rows[at.row].cells[at.column];
}

std::optional<std::string> find_fault(const Report& report) {
  constexpr std::size_t longest_id = 24;  // a sheet of a workbook is named with at most 31 letters
  std::set<std::string_view> ids;
  for (const Table& table : report.tables) {
    if (!ids.insert(table.id).second) return concat("two tables ", table.id);
    const bool is_name = !table.id.empty() && table.id.size() <= longest_id &&
                         std::all_of(table.id.begin(), table.id.end(),
                                     [](char c) { return is_digit(c) || is_ascii_letter(c) || c == '_'; });
    if (!is_name) return concat("table ", table.id, " has an id that is no name of a file and a sheet");
    std::optional<std::string> fault = fault_of_columns(table);
    if (!fault) fault = fault_of_rows(table);
    if (!fault) fault = fault_of_sentence(report, table.title);
    if (!fault) fault = fault_of_sentence(report, table.shows);
    if (fault) return concat("table ", table.id, " ", *fault);
  }
  for (const CellSum& sum : report.cell_sums) {
    const std::optional<std::string> fault = fault_of_cell_sum(report, sum);
    if (fault) {
      return concat("sum of cells in table ", sum.total.table, ", row ", sum.total.row, ", column ", sum.total.column,
                    ": ", *fault);
    }
  }
  for (const Containment& one : report.containments) {
    const std::optional<std::string> fault = fault_of_containment(report, one);
    if (fault) {
      return concat("containment in table ", one.whole.table, ", row ", one.whole.row, ", column ", one.whole.column,
                    ": ", *fault);
    }
  }
  return std::nullopt;
}

// ---- What a cell says ----

namespace {

// What both forms share: all but a value, and text and yes-no.
std::string_view words_of(const Cell& cell) {
  switch (cell.state()) {
    case CellState::unknown:
      return "unknown";
    case CellState::none:
      return "n/a";
    case CellState::hidden:
      return "[c]";
    case CellState::value:
      break;
  }
  if (const std::string* text = cell.as_text()) return *text;
  if (const bool* is_so = cell.as_yes_no()) return *is_so ? "yes" : "no";
  return {};
}

}  // namespace

std::string to_display(const Cell& cell) {
  if (const std::int64_t* count = cell.as_count()) return with_thousands_commas(*count);
  if (const Amount* amount = cell.as_money()) return to_display(*amount);
  if (const Percent* percent = cell.as_percent()) return to_display(*percent);
  if (const Date* date = cell.as_date()) return to_numeric(*date);
  return std::string(words_of(cell));
}

std::optional<Wide> whole_value(const Cell& cell) {
  if (const std::int64_t* count = cell.as_count()) return *count;
  if (const Amount* amount = cell.as_money()) return amount->cents();
  return std::nullopt;
}

std::string to_plain(const Cell& cell) {
  if (const std::int64_t* count = cell.as_count()) return concat(*count);
  if (const Amount* amount = cell.as_money()) return to_decimal(*amount);
  if (const Percent* percent = cell.as_percent()) return to_decimal(*percent);
  if (const Date* date = cell.as_date()) return to_iso(*date);
  return std::string(words_of(cell));
}

std::string to_display(const Report& report, const Sentence& sentence) {
  std::string words;
  for (const Piece& piece : sentence) words += piece.cell ? to_display(cell_at(report, *piece.cell)) : piece.words;
  return words;
}

}  // namespace ftt::report
