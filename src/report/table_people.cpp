// R8: compared with time codes (App. B, item 2). R9: the return of the Telework Managing Officer (OPM FAQ, 5 U.S.C.
// 6506(b)(2)). See tables.h.
#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "report/tables.h"

namespace ftt::report {
namespace {

std::int64_t active_on(const Cases& cases, std::string_view component, Date day) {
  return std::count_if(cases.counted.begin(), cases.counted.end(), [&](const Case& one) {
    const std::optional<Date> approved = one.facts.date(Fact::approved_on);
    return one.component == component && one.is_approved() && is_in_force_on(one, day) &&
           !(approved && *approved > day);
  });
}

// What the sheet says of one office; of one that was joined, of all of them together.
struct Typed {
  std::array<std::optional<std::int64_t>, 7> counts{};  // employees … goal
  std::optional<bool> goal_met{};
  std::string method{};
  std::string note{};
  bool is_there = false;
};

void join(Typed& typed, const HeadcountRow& row) {
  const std::array counts = {row.employees,  row.eligible, row.three_or_more_days, row.one_or_two_days, row.monthly,
                             row.occasional, row.goal};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    std::optional<std::int64_t>& sum = typed.counts[i];
    if (!typed.is_there) {
      sum = counts[i];
    } else {
      sum = sum && counts[i] ? std::optional(*sum + *counts[i]) : std::nullopt;
    }
  }
  typed.goal_met = !typed.is_there ? row.goal_met : typed.goal_met == row.goal_met ? typed.goal_met : std::nullopt;
  for (auto& [mine, theirs] : {std::pair(&typed.method, &row.method), std::pair(&typed.note, &row.note)}) {
    if (!theirs->empty()) append(*mine, mine->empty() ? "" : "; ", *theirs);
  }
  typed.is_there = true;
}

Cell count_cell(const std::optional<std::int64_t>& count) {
  return count ? Cell::count(*count) : Cell::unknown();
}
Cell share_of(const std::optional<std::int64_t>& part, const std::optional<std::int64_t>& whole) {
  return part && whole ? share_cell(*part, *whole) : Cell::unknown();
}

// ¶3h(2): every full-time teleworker is in group I. The report before was of its own day.
std::map<std::string, std::int64_t> teleworkers_before(const ReportFor& by) {
  std::map<std::string, std::int64_t> before;
  if (by.previous == nullptr) return before;
  const Cases cases = cases_of(
      *by.previous, {by.previous->day(), by.calendar, nullptr, nullptr, nullptr, nullptr, by.components, by.shown_as});
  for (const Case& one : cases.counted) before[one.component] += one.is_active() ? 1 : 0;
  return before;
}

struct Return {
  std::int64_t full_time = 0;
  std::int64_t inside = 0;
  std::int64_t outside = 0;
  std::int64_t area_unknown = 0;
  std::optional<std::int64_t> before{};
  Typed typed{};
};

constexpr std::int64_t moved_that_needs_a_reason = 10;  // percent

std::vector<Cell> cells_of(const Return& one) {
  const auto& counts = one.typed.counts;
  const auto& [employees, eligible, often, weekly, monthly, occasional, goal] = counts;
  std::optional<std::int64_t> teleworking;
  if (often && weekly && monthly && occasional) teleworking = *often + *weekly + *monthly + *occasional;
  const bool has_moved = one.before && *one.before > 0 &&
                         std::max(one.full_time - *one.before, *one.before - one.full_time) * 100 >=
                             moved_that_needs_a_reason * *one.before;
  const Cell moved = !one.before        ? Cell::none()
                     : *one.before == 0 ? Cell::none()
                                        : share_cell(one.full_time - *one.before, *one.before);
  return {count_cell(employees),
          count_cell(eligible),
          share_of(eligible, employees),
          Cell::count(one.full_time),
          Cell::count(one.inside),
          Cell::count(one.outside),
          Cell::count(one.area_unknown),
          count_cell(often),
          share_of(often, eligible),
          count_cell(weekly),
          share_of(weekly, eligible),
          count_cell(monthly),
          share_of(monthly, eligible),
          count_cell(occasional),
          share_of(occasional, eligible),
          count_cell(teleworking),
          share_of(teleworking, eligible),
          one.before ? Cell::count(*one.before) : Cell::none(),
          moved,
          one.before ? Cell::yes_no(has_moved) : Cell::none(),
          count_cell(goal),
          cell_of(one.typed.goal_met),
          text_or_unknown(one.typed.method),
          text_or_none(one.typed.note)};
}

// ¶3h(2). What is typed may be less than what the packets say; then the one tells nothing of the other.
void state_part_of_group(Report& report) {
  const Table& table = report.tables.back();
  for (const Row& row : table.rows) {
    const Containment one = {cell_of(report, {table.id, "three_or_more_days", row.id}),
                             {cell_of(report, {table.id, "full_time", row.id})}};
    if (rest_of(report, one).value_or(-1) >= 0) report.containments.push_back(one);
  }
}

}  // namespace

void add_time_codes(Report& report, const Cases& cases, const ReportFor& by) {
  Table table;
  table.id = "R8";
  table.title = sentence("R8. Compared with time codes");
  table.shows = sentence(
      "Full-time teleworkers active on the last day of the pay period, and employees who charge 93. "
      "Explain each difference.");
  if (by.time_codes == nullptr) {
    table.shows = sentence("No sheet of time codes was added, so there is nothing to compare with.");
  }
  table.paragraph = "App. B, item 2";
  table.columns = {text_column("component", "Office"),
                   date_column("pay_period_end", "Pay period ends"),
                   count_column("active", "Active, from packets"),
                   count_column("charging_93", "Charging 93, typed"),
                   count_column("more", "More charging than active"),
                   count_column("fewer", "Fewer charging than active")};
  if (by.time_codes != nullptr) {
    const ComponentNames names(by);
    std::map<std::pair<Date, std::string>, std::int64_t> charging;
    for (const TimeCodeRow& row : by.time_codes->rows) {
      charging[{row.pay_period_end, names.shown(row.component)}] += row.charging_93;
    }
    for (const auto& [what, count] : charging) {
      const auto& [day, component] = what;
      const std::int64_t active = active_on(cases, component, day);
      table.rows.push_back({concat(to_iso(day), " ", component),
                            {Cell::text(component), Cell::date(day), Cell::count(active), Cell::count(count),
                             Cell::count(std::max<std::int64_t>(count - active, 0)),
                             Cell::count(std::max<std::int64_t>(active - count, 0))},
                            false});
    }
  }
  report.tables.push_back(std::move(table));
}

void add_return(Report& report, const Cases& cases, const ReportFor& by) {
  std::map<std::string, Return> of_office;
  for (const std::string& component : cases.components) of_office[component] = {};
  if (by.headcount != nullptr) {
    const ComponentNames names(by);
    for (const HeadcountRow& row : by.headcount->rows) join(of_office[names.shown(row.component)].typed, row);
  }
  for (const Case& one : cases.counted) {
    if (!one.is_active()) continue;
    Return& office = of_office[one.component];
    ++office.full_time;
    const std::optional<bool> is_inside = one.facts.yes_no(Fact::same_commuting_area);
    ++(!is_inside ? office.area_unknown : *is_inside ? office.inside : office.outside);
  }
  if (by.previous != nullptr) {
    const std::map<std::string, std::int64_t> before = teleworkers_before(by);
    for (const auto& [component, count] : before) of_office[component].before = count;
    for (auto& [component, office] : of_office) office.before = office.before.value_or(0);
  }

  Table table;
  table.id = "R9";
  table.title = sentence("R9. The return of the Telework Managing Officer");
  table.paragraph = "OPM FAQ; 5 U.S.C. 6506(b)(2)";
  table.may_circulate = true;
  table.columns = {text_column("component", "Office"),
                   count_column("employees", "Employees (typed)"),
                   count_column("eligible", "Eligible (typed)"),
                   percent_column("eligible_share", "Eligible, of employees", {1, 2}),
                   count_column("full_time", "Full-time teleworkers (from packets)"),
                   count_column("inside", "Inside the commuting area (from packets)"),
                   count_column("outside", "Outside the commuting area (from packets)"),
                   count_column("area_unknown", "Commuting area unknown (from packets)"),
                   count_column("three_or_more_days", "I: 3 or more days a pay period (typed)"),
                   percent_column("three_or_more_days_share", "I, of eligible", {2, 8}),
                   count_column("one_or_two_days", "II: 1 or 2 days a pay period (typed)"),
                   percent_column("one_or_two_days_share", "II, of eligible", {2, 10}),
                   count_column("monthly", "III: once a month (typed)"),
                   percent_column("monthly_share", "III, of eligible", {2, 12}),
                   count_column("occasional", "IV: occasional (typed)"),
                   percent_column("occasional_share", "IV, of eligible", {2, 14}),
                   count_column("teleworking", "Teleworking, I to IV"),
                   percent_column("teleworking_share", "Teleworking, of eligible", {2, 16}),
                   count_column("before", "Full-time teleworkers in the last report"),
                   percent_column("moved", "Change since the last report", {4, 18}),
                   {"reason_needed", "Change of 10% or more: give the reason", CellKind::yes_no, false, {4, 18}},
                   count_column("goal", "Goal for the next period (typed)"),
                   {"goal_met", "Last goal met (typed)", CellKind::yes_no, false, {21}},
                   text_column("method", "How it was gathered (typed)"),
                   text_column("note", "Reasons (typed)")};
  // What the last report hid in circulation is not known here.
  table.columns[18].may_circulate = false;
  table.column_sums = {{4, {5, 6, 7}}, {16, {8, 10, 12, 14}}};
  // Not eligible; eligible and not teleworking. The sheet is refused where one is below zero.
  table.rests = {{{1}, {2}}, {{2}, {16}}};
  Return all;
  std::vector<std::size_t> parts;
  for (const auto& [component, office] : of_office) {
    parts.push_back(table.rows.size());
    std::vector<Cell> cells = cells_of(office);
    cells.insert(cells.begin(), Cell::text(component));
    table.rows.push_back({concat("of:", component), std::move(cells), false});
    all.full_time += office.full_time;
    all.inside += office.inside;
    all.outside += office.outside;
    all.area_unknown += office.area_unknown;
    if (office.before) all.before = all.before.value_or(0) + *office.before;
    // Who has no office in the packet is an employee of one that has its line.
    if (component == unknown_component && !office.typed.is_there) continue;
    for (std::size_t i = 0; i < all.typed.counts.size(); ++i) {
      std::optional<std::int64_t>& sum = all.typed.counts[i];
      const std::optional<std::int64_t>& count = office.typed.counts[i];
      sum = !all.typed.is_there ? count : sum && count ? std::optional(*sum + *count) : std::nullopt;
    }
    all.typed.is_there = true;
  }
  std::vector<Cell> cells = cells_of(all);
  cells.insert(cells.begin(), Cell::text("All"));
  table.rows.push_back({"total", std::move(cells), true});
  if (!parts.empty()) table.row_sums.push_back({parts.size(), parts});
  const std::size_t total = parts.size();
  table.shows = {figure("R9", total, 4), say(" full-time teleworkers are in group I (\u00b63h(2)). ")};
  if (table.rows.back().cells[16].has_value()) {
    table.shows.insert(table.shows.end(), {figure("R9", total, 16), say(" employees telework, "),
                                           figure("R9", total, 17), say(" of those who are eligible.")});
  } else {
    table.shows.push_back(say("How many employees telework in all is not known. Add the headcount of each office."));
  }
  report.tables.push_back(std::move(table));
  state_part_of(report, {"R7", "all"}, {{"R9", "full_time"}});
  // Who is at work on the day is of its half.
  for (const std::size_t half : {std::size_t{0}, std::size_t{1}}) {
    const bool is_of_day = cases.half_years[half].first() <= by.today && by.today <= cases.half_years[half].last();
    if (is_of_day) state_part_of(report, {half == 0 ? "R4_h1" : "R4_h2", "people"}, {{"R9", "full_time"}});
  }
  state_part_of(report, {"R0_known", "unknown", "same_commuting_area"}, {{"R9", "area_unknown", "total"}});
  state_part_of(report, {"R0_known", "known", "same_commuting_area"},
                {{"R9", "inside", "total"}, {"R9", "outside", "total"}});
  state_part_of_group(report);
}

}  // namespace ftt::report
