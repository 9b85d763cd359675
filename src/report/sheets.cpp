// The columns of the three sheets. See sheets.h.
#include "report/sheets.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/count.h"
#include "base/text.h"
#include "report/csv_reader.h"

namespace ftt::report {
namespace {

constexpr std::int64_t most_people = 10'000'000;

// The cells of one line, read one by one; the first that is wrong stands for the line.
class Cells {
 public:
  Cells(const CsvLine& row, std::string_view header) : row_(row), columns_(split(header, ',')) {}

  std::string text(std::size_t column) const { return std::string(trim(row_.cells[column])); }
  bool is_empty(std::size_t column) const { return trim(row_.cells[column]).empty(); }

  std::string needed(std::size_t column, std::string_view mend) {
    std::string found = text(column);
    if (found.empty()) refuse(column, concat("is empty; ", mend));
    return found;
  }

  std::optional<std::int64_t> count(std::size_t column) {
    if (is_empty(column)) return std::nullopt;
    const Result<Count> read = parse_count(text(column), 0, most_people);
    if (read) return read->value();
    refuse(column, concat("is ", in_quotes(text(column)), "; write a whole number such as 45, or leave it empty"));
    return std::nullopt;
  }

  std::optional<Money> money(std::size_t column) {
    const std::string typed = text(column);
    const Result<Money> read = parse_money(typed);
    if (read && *read >= Money()) return *read;
    refuse(column, concat("is ", in_quotes(typed), "; write dollars with a point before the cents, such as 1234.50"));
    return std::nullopt;
  }

  std::optional<Date> date(std::size_t column) {
    const Result<Date> read = parse_date(text(column));
    if (read) return *read;
    refuse(column, concat("is ", in_quotes(text(column)), "; write a date such as 2026-12-12"));
    return std::nullopt;
  }

  std::optional<bool> yes_no(std::size_t column) {
    const std::string typed = to_ascii_lower(text(column));
    if (typed.empty()) return std::nullopt;
    if (typed == "yes" || typed == "no") return typed == "yes";
    refuse(column, concat("is ", in_quotes(text(column)), "; write yes or no, or leave it empty"));
    return std::nullopt;
  }

  std::optional<HalfYear> half_year(std::size_t column) {
    const std::optional<HalfYear> read = HalfYear::parse(to_ascii_upper(text(column)));
    if (!read) {
      refuse(column, concat("is ", in_quotes(text(column)),
                            "; write 2027H1 for October 2026 to March 2027, 2027H2 for April to September"));
    }
    return read;
  }

  // A part of what another column counts is not more than that.
  void at_most(std::size_t column, std::string_view verb, const std::optional<std::int64_t>& part,
               std::size_t of_column, const std::optional<std::int64_t>& whole) {
    if (!part || !whole || *part <= *whole) return;
    refuse(column,
           concat(verb, " ", *part, ", more than ", *whole, " in ", columns_[of_column], "; correct one of them"));
  }

  const std::optional<Error>& problem() const { return problem_; }

 private:
  void refuse(std::size_t column, std::string what) {
    if (problem_) return;
    problem_ = Error{ErrorCode::malformed, concat("line ", row_.line), concat(columns_[column], " ", what, ".")};
  }

  const CsvLine& row_;
  std::vector<std::string_view> columns_;
  std::optional<Error> problem_;
};

// `key_of`: what no two rows have in common.
template <class RowOfSheet, class Read, class KeyOf>
Sheet<RowOfSheet> read_sheet(std::string_view bytes, std::string_view header, Read read, KeyOf key_of) {
  Sheet<RowOfSheet> sheet;
  Result<CsvFile> file = read_csv(bytes, header, largest_sheet);
  if (!file) {
    sheet.problems.push_back(std::move(file).error());
    return sheet;
  }
  sheet.problems = std::move(file->problems);
  std::map<std::pair<std::string, std::string>, std::size_t> line_of;
  for (const CsvLine& row : file->rows) {
    Cells cells(row, header);
    std::optional<RowOfSheet> made = read(cells, row.line);
    if (cells.problem()) {
      sheet.problems.push_back(*cells.problem());
      continue;
    }
    if (!made) continue;
    const auto [first, is_new] = line_of.emplace(key_of(*made), row.line);
    if (is_new) {
      sheet.rows.push_back(*std::move(made));
    } else {
      sheet.problems.push_back({ErrorCode::repeated, concat("line ", row.line),
                                concat("It repeats line ", first->second, ", which counts. Keep one of them.")});
    }
  }
  std::stable_sort(sheet.problems.begin(), sheet.problems.end(), [](const Error& a, const Error& b) {
    return a.where.size() != b.where.size() ? a.where.size() < b.where.size() : a.where < b.where;
  });
  return sheet;
}

}  // namespace

std::string_view actuals_header() {
  return "case,name,component,half_year,spent,trips,source";
}
std::string_view headcount_header() {
  return "component,employees,eligible,three_or_more_days,one_or_two_days,monthly,occasional,goal,goal_met,method,note";
}
std::string_view time_codes_header() {
  return "component,pay_period_end,charging_93";
}

Sheet<ActualRow> read_actuals_sheet(std::string_view bytes) {
  const auto read = [](Cells& cells, std::size_t line) -> std::optional<ActualRow> {
    // As the template has it: nobody has filled it in.
    if (cells.is_empty(4) && cells.is_empty(5) && cells.is_empty(6)) return std::nullopt;
    std::string case_id = cells.needed(0, "take it from the template");
    const std::optional<HalfYear> half = cells.half_year(3);
    const std::optional<Money> spent = cells.money(4);
    const std::optional<std::int64_t> trips = cells.count(5);
    if (!half || !spent) return std::nullopt;
    return ActualRow{line, std::move(case_id), cells.text(2), *half, *spent, trips, cells.text(6)};
  };
  return read_sheet<ActualRow>(bytes, actuals_header(), read,
                               [](const ActualRow& row) { return std::pair(row.case_id, name_of(row.half_year)); });
}

Sheet<HeadcountRow> read_headcount_sheet(std::string_view bytes) {
  const auto read = [](Cells& cells, std::size_t line) -> std::optional<HeadcountRow> {
    HeadcountRow row;
    row.line = line;
    row.component = cells.needed(0, "name the service or staff office");
    row.employees = cells.count(1);
    row.eligible = cells.count(2);
    row.three_or_more_days = cells.count(3);
    row.one_or_two_days = cells.count(4);
    row.monthly = cells.count(5);
    row.occasional = cells.count(6);
    row.goal = cells.count(7);
    cells.at_most(2, "is", row.eligible, 1, row.employees);
    std::int64_t teleworking = 0;
    for (const auto& group : {row.three_or_more_days, row.one_or_two_days, row.monthly, row.occasional}) {
      teleworking += group.value_or(0);
    }
    cells.at_most(3, "to occasional come to", teleworking, 2, row.eligible);
    row.goal_met = cells.yes_no(8);
    row.method = cells.text(9);
    row.note = cells.text(10);
    return row;
  };
  return read_sheet<HeadcountRow>(bytes, headcount_header(), read,
                                  [](const HeadcountRow& row) { return std::pair(row.component, std::string()); });
}

Sheet<TimeCodeRow> read_time_codes_sheet(std::string_view bytes) {
  const auto read = [](Cells& cells, std::size_t line) -> std::optional<TimeCodeRow> {
    std::string component = cells.needed(0, "name the service or staff office");
    const std::optional<Date> end = cells.date(1);
    if (cells.is_empty(2)) cells.needed(2, "write how many employees charge 93, such as 45");
    const std::optional<std::int64_t> charging = cells.count(2);
    if (!end || !charging) return std::nullopt;
    return TimeCodeRow{line, std::move(component), *end, *charging};
  };
  return read_sheet<TimeCodeRow>(bytes, time_codes_header(), read, [](const TimeCodeRow& row) {
    return std::pair(row.component, to_iso(row.pay_period_end));
  });
}

}  // namespace ftt::report
