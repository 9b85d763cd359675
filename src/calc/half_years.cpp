// The halves of a fiscal year and what is planned in each. See half_years.h.
#include "calc/half_years.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ratio.h"
#include "base/text.h"

namespace ftt {

namespace {

// A whole half of a year's amount: the first is cut to the cent, the second has the rest.
Money whole_half(Money annual, HalfYear half) {
  const Money first = Money::from_cents(annual.cents() / 2);
  return half.is_second() ? annual - first : first;
}

// amount × days ÷ all days, to the cent.
Money by_days(Money amount, Days days, Days all) {
  return round_to_money(amount, Ratio(days.count(), all.count()));
}

Days days_through(Date first, Date last) {
  return std::max(last - first + Days(1), Days(0));
}

// The last day in force, no later than that one.
Date last_in_force(const TravelPlan& plan, Date last) {
  if (plan.last) last = std::min(last, *plan.last);
  return plan.ended ? std::min(last, *plan.ended - Days(1)) : last;
}

SpendingWarning warning_of(Money spent, Money planned) {
  if (spent <= planned) return SpendingWarning::none;
  return spent > times(planned, Count(2)) ? SpendingWarning::above_twice : SpendingWarning::above;
}

// The rows by half-year, each made when it is first asked for and kept in order of time.
class Rows {
 public:
  explicit Rows(const TravelBudget& budget) : budget_(budget) {}
  HalfYearRow& of(HalfYear half) {
    const auto place = std::find_if(rows_.begin(), rows_.end(), [&](const auto& row) { return row.half_year >= half; });
    if (place != rows_.end() && place->half_year == half) return *place;
    return *rows_.insert(place, {half, planned_in(budget_, half), {}});
  }
  void add_spending(const Answers& answers) {
    for (const Actual& actual : answers.actuals()) {
      const std::optional<HalfYear> half = HalfYear::parse(actual.half_year);
      if (!half || !problem_of_spent(actual.spent).empty()) continue;
      const Result<Money> spent = parse_money(actual.spent);
      HalfYearRow& row = of(*half);
      if (!row.spent) row.spent = *spent;
    }
  }
  std::vector<HalfYearRow> take() && { return std::move(rows_); }

 private:
  const TravelBudget& budget_;
  std::vector<HalfYearRow> rows_;
};

}  // namespace

std::optional<HalfYear> HalfYear::parse(std::string_view text) {
  if (!problem_of_half_year(text).empty()) return std::nullopt;
  int year = 0;
  for (const char digit : text.substr(0, 4)) year = year * 10 + (digit - '0');
  return HalfYear(year * 2 + (text.back() == '2' ? 1 : 0));
}

Date HalfYear::first() const {
  return is_second() ? *Date::from_year_month_day(year().year(), 4, 1)
                     : *Date::from_year_month_day(year().year() - 1, 10, 1);
}

Date HalfYear::last() const {
  return next().first() - Days(1);
}

std::string name_of(HalfYear half) {
  return concat(half.year().year(), half.is_second() ? "H2" : "H1");
}

std::string to_display(HalfYear half) {
  const int year = half.year().year();
  return half.is_second() ? concat("April to September ", year) : concat("October ", year - 1, " to March ", year);
}

TravelPlan travel_plan(const Worksheet& worksheet, const Answers& answers) {
  TravelPlan plan;
  const Known<Term> term = answers.term();
  plan.is_of_a_term = term.has_value() && term.value() == Term::short_term;
  const Figure amount = worksheet.value(plan.is_of_a_term ? Line::term_travel : Line::travel_budget_annual);
  const Known<Date> first = answers.date(Leaf::arrangement_start);
  const Known<Date> last = answers.date(Leaf::arrangement_end);
  if (first.has_value()) plan.first = first.value();
  if (last.has_value()) plan.last = last.value();
  const Known<Date> ended = answers.date(Leaf::ending_effective);
  if (ended.has_value()) plan.ended = ended.value();
  // A last date that cannot be read, or lies before the first, leaves the days unknown, and with them the amount.
  const bool is_last_bad = applies(Leaf::arrangement_end, answers) && answers.is_bad(Leaf::arrangement_end);
  const bool is_turned = plan.first && plan.last && *plan.last < *plan.first;
  if (amount.has_value() && !is_last_bad && !is_turned) plan.amount = amount.money();
  return plan;
}

std::optional<Money> planned_in(const TravelPlan& plan, HalfYear half) {
  if (!plan.amount || !plan.first) return std::nullopt;
  if (!plan.is_of_a_term) {
    const Days in_force = days_through(std::max(*plan.first, half.first()), last_in_force(plan, half.last()));
    return by_days(whole_half(*plan.amount, half), in_force, days_through(half.first(), half.last()));
  }
  if (!plan.last) return std::nullopt;
  // What is planned through the half, less what is planned before it: the halves come to the amount to the cent.
  const Days all = days_through(*plan.first, *plan.last);
  const Days before = days_through(*plan.first, last_in_force(plan, half.first() - Days(1)));
  const Days through = days_through(*plan.first, last_in_force(plan, half.last()));
  return by_days(*plan.amount, through, all) - by_days(*plan.amount, before, all);
}

std::optional<Money> planned_in(const TravelBudget& budget, HalfYear half) {
  const bool is_of_reviewed = budget.reviewed && budget.since && half.first() < *budget.since;
  return planned_in(is_of_reviewed ? *budget.reviewed : budget.plan, half);
}

std::vector<HalfYearRow> half_years(const TravelBudget& budget, const Answers& answers, Date today,
                                    const Edition& edition) {
  Rows rows(budget);
  if (const std::optional<Date>& first = budget.plan.first) {
    const FiscalYear year = fiscal_year(std::max(*first, today));
    const Date end_of_year = *Date::from_year_month_day(year.year(), 9, 30);
    const HalfYear last = HalfYear::of(budget.plan.last.value_or(end_of_year));
    const HalfYear begun = HalfYear::of(std::max(*first, edition.day));
    for (HalfYear half = begun; half <= last; half = half.next()) rows.of(half);
  }
  rows.add_spending(answers);
  return std::move(rows).take();
}

std::string_view name_of(SpendingWarning warning) {
  constexpr std::array<std::string_view, 3> names = {"none", "above", "above_twice"};
  return names[static_cast<std::size_t>(warning)];
}

std::vector<SpendingRow> spending_against_plan(const TravelBudget& budget, const Answers& answers) {
  Rows recorded(budget);
  recorded.add_spending(answers);
  std::vector<SpendingRow> rows;
  for (const HalfYearRow& row : std::move(recorded).take()) {
    if (!row.budgeted) continue;
    rows.push_back({row.half_year, *row.budgeted, *row.spent, warning_of(*row.spent, *row.budgeted)});
  }
  return rows;
}

std::vector<SpendingRow> spending_against_plan(const Worksheet& worksheet, const Answers& answers) {
  return spending_against_plan({travel_plan(worksheet, answers), {}, {}}, answers);
}

std::string words_of(const SpendingRow& row) {
  const std::string_view how_far = row.warning == SpendingWarning::above_twice ? "more than twice" : "above";
  return concat(to_display(row.half_year), ": ", to_display(row.spent), " was spent on travel to the agency worksite, ",
                how_far, " the planned ", to_display(row.planned),
                ". Correct the amount, or explain it at the next review.");
}

std::vector<SpendingYear> spending_by_year(std::span<const SpendingRow> half_years) {
  std::vector<SpendingYear> years;
  for (const SpendingRow& row : half_years) {
    if (years.empty() || years.back().year != row.half_year.year()) {
      years.push_back({row.half_year.year(), row.half_year, row.planned, row.spent, row.warning});
      continue;
    }
    SpendingYear& year = years.back();
    year.half.reset();
    year.planned += row.planned;
    year.spent += row.spent;
    year.warning = warning_of(year.spent, year.planned);
  }
  return years;
}

}  // namespace ftt
