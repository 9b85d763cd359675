// sheets: what packets cannot know, out of three files that a spreadsheet writes: what was spent, how many people there
// are, and how many charge the time code of full-time telework.
//
//   actuals      case,name,component,half_year,spent,trips,source
//   headcount    component,employees,eligible,three_or_more_days,one_or_two_days,monthly,occasional,goal,goal_met,
//                method,note
//   time codes   component,pay_period_end,charging_93
//
// Read strictly: the header is exactly that. What is wrong with a line costs that line alone, and is named with it and
// the mend; where it is the file (another header, semicolons, UTF-16), nothing of it counts. An empty cell is unknown.
//
// Covers HRM 6040.2 ¶13b and ¶13e; App. B, item 2; 5 U.S.C. 6506(b)(2).
//
// Does not: know which cases there are, or how offices spell their names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "calc/half_years.h"

namespace ftt::report {

struct ActualRow {
  std::size_t line = 0;
  std::string case_id;
  std::string component;
  HalfYear half_year;
  Money spent;
  std::optional<std::int64_t> trips;
  std::string source;
};

struct HeadcountRow {
  std::size_t line = 0;
  std::string component;
  std::optional<std::int64_t> employees;
  std::optional<std::int64_t> eligible;
  std::optional<std::int64_t> three_or_more_days;
  std::optional<std::int64_t> one_or_two_days;
  std::optional<std::int64_t> monthly;
  std::optional<std::int64_t> occasional;
  std::optional<std::int64_t> goal;
  std::optional<bool> goal_met;
  std::string method;
  std::string note;
};

struct TimeCodeRow {
  std::size_t line = 0;
  std::string component;
  Date pay_period_end;
  std::int64_t charging_93 = 0;
};

template <class RowOfSheet>
struct Sheet {
  std::vector<RowOfSheet> rows;
  std::vector<Error> problems;  // `where` is "line 7", or empty for the file
};

// The largest sheet that is read.
inline constexpr std::size_t largest_sheet = std::size_t{32} * 1024 * 1024;

Sheet<ActualRow> read_actuals_sheet(std::string_view bytes);
Sheet<HeadcountRow> read_headcount_sheet(std::string_view bytes);
Sheet<TimeCodeRow> read_time_codes_sheet(std::string_view bytes);

// The headers, for templates.
std::string_view actuals_header();
std::string_view headcount_header();
std::string_view time_codes_header();

}  // namespace ftt::report
