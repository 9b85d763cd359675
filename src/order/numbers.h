// The order's numbers, each with the paragraph that sets it, so that a successor order is a change in one place.
//
// Covers HRM 6040.2 ¶1e, ¶3h(1), ¶7a, ¶8b, ¶9a, ¶9c, ¶10c, ¶11a and App. C: lengths, clocks and dates; and App. A, Part
// A, item 3: what makes an arrangement short-term.
//
// Does not hold the rates' figures, which change every year (src/rates).
#pragma once

#include <string_view>

#include "base/count.h"
#include "base/date.h"
#include "base/decimal.h"
#include "order/citation.h"

namespace ftt {

template <class T>
struct OrderNumber {
  T value;
  Citation cite;
};

// A number of work days.
struct WorkDays {
  int count;
  friend constexpr bool operator==(WorkDays, WorkDays) = default;
};

// A day of every year.
struct DayOfYear {
  int month;
  int day;
  friend constexpr bool operator==(DayOfYear, DayOfYear) = default;
};

// The edition that is followed. In the packet: `order`.
inline constexpr std::string_view order_edition = "HRM 6040.2 (2018-06-29)";
// The same for people.
inline constexpr std::string_view order_edition_in_words = "HRM 6040.2 · June 29, 2018";
// Its day.
inline constexpr Date order_day = calendar_date(2018, 6, 29);

// ---- Where and what (¶1e, ¶3h) ----

// An overseas arrangement that stood on this day runs on; no other is possible.
inline constexpr OrderNumber<Date> overseas_arrangements_stood_on{calendar_date(2018, 6, 29), cite("HRM 6040.2 ¶1e")};
// Scheduled so often in each biweekly pay period at the agency worksite, that is the official worksite.
inline constexpr OrderNumber<Count> regular_presence{Count(2), cite("HRM 6040.2 ¶3h(1)")};
// The same as a share of the ten work days of a pay period.
inline constexpr OrderNumber<Share> regular_presence_share{Share::from_units(2000), cite("HRM 6040.2 ¶3h(1)")};
// Biweekly pay periods in a year: one trip of that many days in each is regular presence.
inline constexpr OrderNumber<Count> pay_periods_in_a_year{Count(26), cite("HRM 6040.2 ¶3h(1)")};
// Work days in a year: ten in each pay period.
inline constexpr OrderNumber<Count> work_days_in_a_year{Count(260), cite("HRM 6040.2 ¶3h(1)")};

// ---- How long (¶7a, App. A, Part A) ----

// An arrangement of up to so many days needs none of the three documents.
inline constexpr OrderNumber<Days> undocumented_days{Days(90), cite("HRM 6040.2 ¶7a")};
// A short-term arrangement takes more than so many days …
inline constexpr OrderNumber<Days> short_term_exceeds{Days(90), cite("App. A, Part A, item 3")};
// … and less than so many years.
inline constexpr OrderNumber<Count> short_term_is_below_years{Count(1), cite("App. A, Part A, item 3")};

// ---- Who may ask (¶8b) ----

// Calendar days in the position before a request is considered.
inline constexpr OrderNumber<Days> days_in_position{Days(180), cite("HRM 6040.2 ¶8b")};

// ---- The clocks (¶9, ¶10c, App. C) ----

// The chain of command submits or denies, from the employee's first request.
inline constexpr OrderNumber<WorkDays> chain_of_command_clock{WorkDays{20}, cite("HRM 6040.2 ¶9a")};
// The servicing HR Director concurs or denies, from receipt.
inline constexpr OrderNumber<WorkDays> hr_director_clock{WorkDays{7}, cite("HRM 6040.2 ¶9c")};
// The Deputy Administrator or designee, from receipt.
inline constexpr OrderNumber<WorkDays> deputy_administrator_clock{WorkDays{21}, cite("HRM 6040.2 ¶9c")};
// The Recruit Agreement is signed, from entry on duty.
inline constexpr OrderNumber<Days> recruit_agreement_clock{Days(90), cite("HRM 6040.2 ¶10c")};
// Telework training and the telework agreement of a recruit, from entry on duty.
inline constexpr OrderNumber<Days> recruit_training_clock{Days(60), cite("App. C, Part B")};

// ---- The annual review (¶11a) ----

// The review is started in the month that this day opens …
inline constexpr OrderNumber<DayOfYear> review_opens{DayOfYear{7, 1}, cite("HRM 6040.2 ¶11a")};
// … and done by this day.
inline constexpr OrderNumber<DayOfYear> review_due{DayOfYear{8, 15}, cite("HRM 6040.2 ¶11a")};
// What is created after this day is first reviewed in the following fiscal year.
inline constexpr OrderNumber<DayOfYear> last_creation_for_this_review{DayOfYear{3, 30}, cite("HRM 6040.2 ¶11a")};

}  // namespace ftt
