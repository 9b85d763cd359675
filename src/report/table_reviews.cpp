// R5: annual reviews (¶11). R6: the official worksite (¶6a, Part M). R7: the cost picture (¶8e). See tables.h.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/tables.h"

namespace ftt::report {
namespace {

// ---- R5 ----

// How the review of the fiscal year stands.
struct ReviewOf {
  std::optional<Date> due;
  std::optional<Date> done;
  std::optional<Date> received;
  std::string state{};  // of the review, in words; empty where it has not begun
  bool is_first = false;
  bool is_unknown = false;  // whether one is due
  bool is_late = false;
};

ReviewOf review_of(const Case& one, FiscalYear year, Date today) {
  ReviewOf review;
  const std::optional<Date> first = one.facts.date(Fact::first_review_due);
  const std::optional<Date> round = one.facts.date(Fact::review_due);
  if (!first && !round) {
    // A short-term arrangement that ends before has none.
    review.is_unknown = !one.facts.date(Fact::effective);
    return review;
  }
  const bool is_a_review = one.facts.is(Fact::type, "annual_review");
  if (first && fiscal_year(*first) > year) return review;
  review.is_first = first && fiscal_year(*first) == year;
  // The day is the same in every year.
  const Date any = first ? *first : *round;
  review.due = Date::from_year_month_day(year.year(), any.month(), any.day());
  if (!review.due) review.due = Date::from_year_month_day(year.year(), any.month(), any.day() - 1);  // February 29
  const std::optional<Date> last = one.facts.date(Fact::end);
  if (last && *last < *review.due) {
    review.due.reset();
    return review;
  }
  if (is_a_review && (!round || fiscal_year(*round) > year)) {
    review.is_unknown = true;  // of an earlier round the file no longer tells
  } else if (is_a_review && fiscal_year(*round) == year) {
    review.done = one.facts.date(Fact::review_done);
    review.received = one.facts.date(Fact::review_received_on);
    review.state = words_of(Fact::review_state, one.facts);
  }
  review.is_late = !review.is_unknown && (review.done ? *review.done > *review.due : today > *review.due);
  return review;
}

// Not late, not received, not the first one. What HR has signed it has received. Once the day is past, what is not done
// is late; until then what is late is done. Of editions with other days, or of dates that somebody typed, none of these
// may hold.
std::vector<Rest> rests_of_reviews(const CaseList& list, FiscalYear year, Date today) {
  std::vector<Rest> rests = {{{1}, {7}}, {{1}, {8}}, {{1}, {9}}};
  const auto of_none = [&](const auto& is_so) {
    return std::none_of(list.begin(), list.end(), [&](const Case* one) {
      const ReviewOf review = review_of(*one, year, today);
      return review.due && is_so(review);
    });
  };
  if (of_none([](const ReviewOf& review) { return review.done && !review.received; })) rests.push_back({{8}, {2}});
  if (of_none([&](const ReviewOf& review) { return today <= *review.due; })) rests.push_back({{7}, {3}});
  if (of_none([&](const ReviewOf& review) { return today > *review.due; })) rests.push_back({{2}, {7}});
  return rests;
}

// Of whom no review is known no first day is known; of whom one is due the day is known. A review that is not of the
// year may tell otherwise, and then the one tells nothing of the other.
void state_known_reviews(Report& report, const CaseList& list, FiscalYear year, Date today) {
  const auto of_all = [&](const auto& holds) {
    return std::all_of(list.begin(), list.end(),
                       [&](const Case* one) { return holds(one->facts, review_of(*one, year, today)); });
  };
  if (of_all([](const Facts& facts, const ReviewOf& review) {
        return !review.is_unknown || !facts.text(Fact::effective);
      })) {
    state_part_of(report, {"R0_known", "unknown", "effective"}, {{"R5", "unknown", "total"}});
  }
  if (of_all([](const Facts& facts, const ReviewOf& review) {
        return !review.due || review.is_unknown || facts.text(Fact::review_due);
      })) {
    state_part_of(report, {"R0_known", "known", "review_due"}, {{"R5", "due", "total"}});
  }
}

// ---- R6 ----

bool is_same_area(const Facts& facts) {
  const std::string_view there = facts.words(Fact::requested_area);
  return !there.empty() && there == facts.words(Fact::agency_area);
}

struct WorksiteOf {
  bool is_not_completed = false;  // and it has begun
  bool is_completed_late = false;
  bool is_not_verified = false;
  bool is_in_order() const { return !is_not_completed && !is_completed_late && !is_not_verified; }
};

// Part M: completed by the first day.
WorksiteOf worksite_of(const Case& one, Date today) {
  const std::optional<Date> first = one.facts.date(Fact::effective);
  const std::optional<Date> completed = one.facts.date(Fact::worksite_change_completed);
  WorksiteOf worksite;
  worksite.is_not_completed = !completed && first && *first <= today;
  worksite.is_completed_late = completed && first && *completed > *first;
  worksite.is_not_verified = !one.facts.text(Fact::worksite_verified_on);
  return worksite;
}

std::optional<Money> at_stake(const Case& one) {
  const std::optional<Money> difference = one.facts.money(Fact::salary_difference);
  if (!difference) return std::nullopt;
  return *difference < Money() ? -*difference : *difference;
}

// ---- R7 ----

std::string_view kind_of_rationale(const Facts& facts) {
  constexpr std::array<std::string_view, 5> kinds = {"retain", "recruit", "near_customers", "space", "other"};
  const std::string_view kind = facts.words(Fact::rationale_kind);
  return std::find(kinds.begin(), kinds.end(), kind) == kinds.end() ? "unknown" : kind;
}

std::vector<Cell> cost_cells(const CaseList& list) {
  std::int64_t even = 0;
  std::int64_t unknown = 0;
  Total savings;
  Total costs;
  for (const Case* one : list) {
    const std::optional<Money> net = one->facts.money(Fact::net_change);
    if (!net) {
      ++unknown;
    } else if (*net == Money()) {
      ++even;
    } else {
      (*net < Money() ? savings : costs).add(net);
    }
  }
  return {Cell::count(savings.known),
          Cell::count(costs.known),
          Cell::count(even),
          Cell::count(unknown),
          Cell::count(static_cast<std::int64_t>(list.size())),
          savings.cell(),
          costs.cell(),
          Cell::money(savings.amount + costs.amount, savings.known + costs.known + even)};
}

Table cost_table(std::string id, std::string title, std::string column, std::string heading) {
  Table table;
  table.id = std::move(id);
  table.title = sentence(std::move(title));
  table.paragraph = "\u00b68e";
  table.may_circulate = true;
  table.columns = {text_column(std::move(column), std::move(heading)),
                   count_column("saving", "Saving"),
                   count_column("costing", "Costing"),
                   count_column("even", "Neither"),
                   count_column("unknown", "Unknown"),
                   count_column("all", "All"),
                   money_column("savings", "Net change, saving", true),
                   money_column("costs", "Net change, costing"),
                   money_column("net", "Net change, all known", true)};
  table.column_sums = {{5, {1, 2, 3, 4}}, {8, {6, 7}}};
  table.rests = {{{5}, {4}}};  // those whose net change is known
  return table;
}

}  // namespace

void add_reviews(Report& report, const Cases& cases, const ReportFor& by) {
  const CaseList list = those_in_place(cases);
  Table table;
  table.id = "R5";
  table.title = sentence(concat("R5. Annual reviews of fiscal year ", cases.year.year(), ", by office"));
  table.paragraph = "\u00b611";
  table.may_circulate = true;
  table.columns = {text_column("component", "Office"),
                   count_column("due", "Due"),
                   count_column("done", "Done"),
                   count_column("not_done", "Not done"),
                   count_column("not_due", "None due"),
                   count_column("unknown", "Not known"),
                   count_column("all", "Arrangements"),
                   count_column("late", "Late"),
                   count_column("received", "Received by HR"),
                   count_column("first", "First review")};
  table.column_sums = {{1, {2, 3}}, {6, {1, 4, 5}}};
  table.rests = rests_of_reviews(list, cases.year, by.today);
  add_rows_by_component(table, list, cases, [&](const CaseList& of_office) {
    std::array<std::int64_t, 9> counts{};
    for (const Case* one : of_office) {
      const ReviewOf review = review_of(*one, cases.year, by.today);
      const bool is_due = review.due && !review.is_unknown;
      counts[0] += is_due ? 1 : 0;
      counts[1] += is_due && review.done ? 1 : 0;
      counts[2] += is_due && !review.done ? 1 : 0;
      counts[3] += !is_due && !review.is_unknown ? 1 : 0;
      counts[4] += review.is_unknown ? 1 : 0;
      counts[5] += 1;
      counts[6] += review.is_late ? 1 : 0;
      counts[7] += is_due && review.received ? 1 : 0;
      counts[8] += is_due && review.is_first ? 1 : 0;
    }
    std::vector<Cell> cells;
    for (const std::int64_t count : counts) cells.push_back(Cell::count(count));
    return cells;
  });
  const std::size_t total = table.rows.size() - 1;
  table.shows = {figure("R5", total, 2), say(" of "),
                 figure("R5", total, 1), say(" reviews due are done, and "),
                 figure("R5", total, 7), say(" are late or were done late.")};
  report.tables.push_back(std::move(table));
  state_known_reviews(report, list, cases.year, by.today);

  Table each;
  each.id = "R5_cases";
  each.title = sentence("R5. Each review");
  each.shows = sentence("What is due in the fiscal year, and what is known of it.");
  each.paragraph = "\u00b611";
  each.columns = case_columns();
  each.heads = heads_of_case;
  for (Column column : {date_column("due", "Due"), date_column("done", "Done"),
                        date_column("received", "Received by HR"), yes_no_column("late", "Late"),
                        yes_no_column("first", "First review"), text_column("review_state", "State of the review")}) {
    each.columns.push_back(std::move(column));
  }
  for (const Case* one : list) {
    const ReviewOf review = review_of(*one, cases.year, by.today);
    if (!review.due && !review.is_unknown) continue;
    const auto day = [&](const std::optional<Date>& date) {
      return date ? Cell::date(*date) : review.is_unknown ? Cell::unknown() : Cell::none();
    };
    each.rows.push_back(case_row(
        *one, {cell_of(review.due), day(review.done), day(review.received),
               review.is_unknown ? Cell::unknown() : Cell::yes_no(review.is_late), Cell::yes_no(review.is_first),
               review.is_unknown ? Cell::unknown() : text_or_none(review.state)}));
  }
  report.tables.push_back(std::move(each));
}

void add_worksites(Report& report, const Cases& cases, const ReportFor& by) {
  const CaseList list = those_in_place(cases);
  Table table;
  table.id = "R6";
  table.title = sentence("R6. Official worksite, by office");
  table.shows = sentence(
      "Where Part M is not completed by the first day, or nobody has verified the personnel record. "
      "Dollars at stake are the difference in pay between the two pay areas in a year.");
  table.paragraph = "\u00b66a; App. A, Part M";
  table.columns = {text_column("component", "Office"),
                   count_column("approved", "Approved"),
                   count_column("not_completed", "Started, not completed"),
                   count_column("completed_late", "Completed late"),
                   count_column("not_verified", "Never verified"),
                   money_column("at_stake", "Dollars a year at stake"),
                   count_column("at_stake_known", "Dollars known"),
                   count_column("at_stake_unknown", "Dollars unknown")};
  add_rows_by_component(table, list, cases, [&](const CaseList& of_office) {
    std::array<std::int64_t, 3> counts{};
    Total total;
    for (const Case* one : of_office) {
      const WorksiteOf worksite = worksite_of(*one, by.today);
      counts[0] += worksite.is_not_completed ? 1 : 0;
      counts[1] += worksite.is_completed_late ? 1 : 0;
      counts[2] += worksite.is_not_verified ? 1 : 0;
      if (!worksite.is_in_order()) total.add(at_stake(*one));
    }
    return std::vector<Cell>{Cell::count(static_cast<std::int64_t>(of_office.size())),
                             Cell::count(counts[0]),
                             Cell::count(counts[1]),
                             Cell::count(counts[2]),
                             total.cell(),
                             Cell::count(total.known),
                             Cell::count(total.unknown)};
  });
  report.tables.push_back(std::move(table));

  Table each;
  each.id = "R6_cases";
  each.title = sentence("R6. Each official worksite not in order");
  each.shows = sentence("Both pay areas, and the difference in pay in a year.");
  each.paragraph = "\u00b66a; App. A, Part M";
  each.columns = case_columns();
  each.heads = heads_of_case;
  for (Column column :
       {text_column("agency_area", "Pay area of the agency worksite"),
        text_column("requested_area", "Pay area of the telework site"), yes_no_column("same_area", "The same area"),
        money_column("salary_difference", "Salary difference a year", true), date_column("effective", "Effective date"),
        date_column("proposed", "Proposed"), date_column("completed", "Completed"), date_column("verified", "Verified"),
        text_column("what", "What is not in order")}) {
    each.columns.push_back(std::move(column));
  }
  for (const Case* one : list) {
    const WorksiteOf worksite = worksite_of(*one, by.today);
    if (worksite.is_in_order()) continue;
    const Facts& facts = one->facts;
    std::string what;
    for (const auto& [is_so, words_of_it] : {std::pair(worksite.is_not_completed, "not completed"),
                                             std::pair(worksite.is_completed_late, "completed late"),
                                             std::pair(worksite.is_not_verified, "never verified")}) {
      if (is_so) append(what, what.empty() ? "" : ", ", words_of_it);
    }
    const bool are_known = facts.text(Fact::requested_area) && facts.text(Fact::agency_area);
    each.rows.push_back(case_row(
        *one,
        {text_or_unknown(facts.words(Fact::agency_area)), text_or_unknown(facts.words(Fact::requested_area)),
         are_known ? Cell::yes_no(is_same_area(facts)) : Cell::unknown(), cell_of(facts.money(Fact::salary_difference)),
         cell_of(facts.date(Fact::effective)), cell_of(facts.date(Fact::worksite_change_proposed)),
         cell_of(facts.date(Fact::worksite_change_completed)), cell_of(facts.date(Fact::worksite_verified_on)),
         Cell::text(what)}));
  }
  report.tables.push_back(std::move(each));
}

void add_costs(Report& report, const Cases& cases, const ReportFor&) {
  const CaseList list = those_in_place(cases);
  Table table = cost_table("R7", "R7. Cost picture, by office", "component", "Office");
  table.pictured = {1, 2, 3, 4};
  table.is_stacked = true;
  add_rows_by_component(table, list, cases, cost_cells);
  const std::size_t total = table.rows.size() - 1;
  table.shows = {say("Arrangements that save: "), figure("R7", total, 1), say("; that cost more: "),
                 figure("R7", total, 2), say(". The net change in a year is "), figure("R7", total, 8), say(".")};
  // The same people in each office as in the readings of line 9 and the reviews.
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    report.cell_sums.push_back({{"R4_readings", row, 1}, {{"R7", row, 5}}});
    report.cell_sums.push_back({{"R5", row, 6}, {{"R7", row, 5}}});
  }
  report.tables.push_back(std::move(table));
  const auto of_all = [&](const auto& holds) { return std::all_of(list.begin(), list.end(), holds); };
  state_part_of(report, {"R1", "approved"}, {{"R7", "all"}});
  state_part_of(report, {"R0_known", "unknown", "net_change"}, {{"R7", "unknown", "total"}});
  state_part_of(report, {"R0_known", "known", "net_change"},
                {{"R7", "saving", "total"}, {"R7", "costing", "total"}, {"R7", "even", "total"}});
  // Travel is part of it.
  if (of_all([](const Case* one) {
        return !one->facts.text(Fact::net_change) || one->facts.text(Fact::annual_per_night);
      })) {
    state_part_of(report, {"R7", "unknown"}, {{"R4_readings", "per_night_unknown"}});
  }
  // What is approved and not in place is replaced or has ended.
  if (std::all_of(cases.counted.begin(), cases.counted.end(),
                  [](const Case& one) { return !one.is_replaced || one.is_approved(); })) {
    state_part_of(report, {"R1", "approved", "total"}, {{"R7", "all", "total"}, {"R0", "count", "replaced"}});
  }

  Table by_kind =
      cost_table("R7_rationale", "R7. Cost picture, by kind of rationale", "rationale_kind", "Kind of rationale");
  by_kind.shows = sentence("The same arrangements, by the kind of rationale.");
  add_rows_by(
      by_kind, list, {"retain", "recruit", "near_customers", "space", "other", "unknown"}, Fact::rationale_kind,
      [](const Case& one) { return std::string(kind_of_rationale(one.facts)); }, cost_cells);
  for (std::size_t i = 1; i < by_kind.columns.size(); ++i) {
    report.cell_sums.push_back({{"R7_rationale", by_kind.rows.size() - 1, i}, {{"R7", total, i}}});
  }
  report.tables.push_back(std::move(by_kind));
  state_part_of(report, {"R0_known", "known", "rationale_kind"},
                {{"R7_rationale", "all", "of:retain"},
                 {"R7_rationale", "all", "of:recruit"},
                 {"R7_rationale", "all", "of:near_customers"},
                 {"R7_rationale", "all", "of:space"},
                 {"R7_rationale", "all", "of:other"}});
  if (of_all([](const Case* one) {
        return kind_of_rationale(one->facts) != "unknown" || !one->facts.text(Fact::rationale_kind);
      })) {
    state_part_of(report, {"R0_known", "unknown", "rationale_kind"}, {{"R7_rationale", "all", "of:unknown"}});
  }
}

}  // namespace ftt::report
