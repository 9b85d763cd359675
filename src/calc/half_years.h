// half_years: the travel budget by half of a fiscal year, and what was spent against it (HRM 6040.2 ¶13b, ¶13e).
//
// A whole half is half of the year's travel (E11), the odd cent in the second one; a half in which the arrangement
// begins or ends, also by ¶12, is that by its days in force. A short-term arrangement's is its own travel, E9 × the trips in the
// term, by days. So the halves of a year come to the year's travel, and those of a term to the term's.
//
// Does not: split what was spent into what would have been spent anyway (¶13f), or know what was approved: a plan is
// worked out of the answers that it is given.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "calc/worksheet.h"
#include "form/answers.h"
#include "order/edition.h"

namespace ftt {

// H1 of a fiscal year is October to March, H2 April to September.
class HalfYear {
 public:
  // The half that the day lies in.
  static constexpr HalfYear of(Date day) {
    return HalfYear(fiscal_year(day).year() * 2 + (day.month() >= 4 && day.month() <= 9 ? 1 : 0));
  }
  // "2027H1"; nothing for another text, or a year that no date can be typed in.
  static std::optional<HalfYear> parse(std::string_view text);

  constexpr FiscalYear year() const { return FiscalYear(number_ / 2); }
  constexpr bool is_second() const { return number_ % 2 == 1; }
  constexpr HalfYear next() const { return HalfYear(number_ + 1); }
  // October 1 or April 1.
  Date first() const;
  // March 31 or September 30.
  Date last() const;

  friend constexpr auto operator<=>(HalfYear, HalfYear) = default;

 private:
  explicit constexpr HalfYear(int number) : number_(number) {}
  int number_;  // twice the fiscal year, and one more for the second half
};
// "2027H1".
std::string name_of(HalfYear half);
// "October 2026 to March 2027".
std::string to_display(HalfYear half);

// What travel is planned to cost, and from when to when.
struct TravelPlan {
  std::optional<Money> amount;  // E11, or of a short-term arrangement E9 × trips in the term; none: unknown
  bool is_of_a_term = false;    // the amount is for the days from first through last, not for a year
  std::optional<Date> first;    // none: unknown
  std::optional<Date> last;     // none: it has no end, or that of a term is unknown
  std::optional<Date> ended{};  // ¶12: the day from which it is ended, whatever last day was planned
};
// The plan of the answers that the worksheet was worked out of.
TravelPlan travel_plan(const Worksheet& worksheet, const Answers& answers);
// What it plans for a half, $0.00 where it is not in force; nothing where that is unknown.
std::optional<Money> planned_in(const TravelPlan& plan, HalfYear half);

// The plan, and the one that it took over from at a review.
struct TravelBudget {
  TravelPlan plan;
  std::optional<TravelPlan> reviewed;  // for the halves that had begun by the day before `since`
  std::optional<Date> since;
};
// The same of the plan that stood when the half began.
std::optional<Money> planned_in(const TravelBudget& budget, HalfYear half);

struct HalfYearRow {
  HalfYear half_year;
  std::optional<Money> budgeted;  // none: unknown
  std::optional<Money> spent;     // none: not recorded
};
// Every half from the one that it begins in (or, where that was before the order, the order's) through its end; of one
// without an end through the fiscal year of `today`, or of its beginning where that is later. And each half that
// spending is recorded for. In order of time, each once: of two entries for a half the first one counts, and check()
// names the other.
std::vector<HalfYearRow> half_years(const TravelBudget& budget, const Answers& answers, Date today,
                                    const Edition& edition);

// ---- Estimate and fact ----

// Above the estimate, and above twice the estimate.
enum class SpendingWarning : std::uint8_t { none, above, above_twice };
// "none", "above", "above_twice".
std::string_view name_of(SpendingWarning warning);

struct SpendingRow {
  HalfYear half_year;
  Money planned;
  Money spent;
  SpendingWarning warning = SpendingWarning::none;
};
// The half-years that spending is recorded for and whose budget is known, in order of time.
std::vector<SpendingRow> spending_against_plan(const TravelBudget& budget, const Answers& answers);
// The same against the plan of the answers themselves.
std::vector<SpendingRow> spending_against_plan(const Worksheet& worksheet, const Answers& answers);
// "October 2026 to March 2027: $8,000.00 was spent on travel, above the planned $5,043.60 …", with what to do about
// it. Precondition: there is a warning.
std::string words_of(const SpendingRow& row);

struct SpendingYear {
  FiscalYear year{0};
  std::optional<HalfYear> half{};  // the one that is recorded, where the other one is not
  Money planned;                   // in the half-years that are recorded
  Money spent;
  SpendingWarning warning = SpendingWarning::none;
};
// The same by fiscal year.
std::vector<SpendingYear> spending_by_year(std::span<const SpendingRow> half_years);

}  // namespace ftt
