// Edition: an order as it stood from a day on: its names, and its numbers, each with the paragraph that sets it.
// Whoever decides is given the edition that holds; a successor is one more value, and both can hold at once.
//
// Covers HRM 6040.2 ¶1e, ¶3h(1), ¶7a, ¶8b, ¶9a, ¶9c, ¶10c, ¶11a and App. C: lengths, clocks and dates; and App. A, Part
// A, item 3: what makes an arrangement short-term.
//
// Does not hold the rates' figures, which change every year (src/rates); nor the tables of fields, forms, rules,
// documents, paragraphs and clauses: leaves, rule ids and citations are checked against these when the program is
// compiled, so two editions may differ in a number, but not yet in what is asked.
#pragma once

#include <array>
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

struct Numbers {
  // ---- Where and what (¶1e, ¶3h) ----

  // An overseas arrangement that stood on this day runs on; no other is possible.
  OrderNumber<Date> overseas_arrangements_stood_on;
  // Scheduled so often in each biweekly pay period at the agency worksite, that is the official worksite.
  OrderNumber<Count> regular_presence;
  // The same as a share of the ten work days of a pay period.
  OrderNumber<Share> regular_presence_share;
  // Biweekly pay periods in a year: one trip of that many days in each is regular presence.
  OrderNumber<Count> pay_periods_in_a_year;
  // Work days in a year: ten in each pay period.
  OrderNumber<Count> work_days_in_a_year;

  // ---- How long (¶7a, App. A, Part A) ----

  // An arrangement of up to so many days needs none of the three documents.
  OrderNumber<Days> undocumented_days;
  // A short-term arrangement takes more than so many days, and less than a year.
  OrderNumber<Days> short_term_exceeds;

  // ---- Who may ask (¶8b) ----

  // Calendar days in the position before a request is considered.
  OrderNumber<Days> days_in_position;

  // ---- The clocks (¶9, ¶10c, App. C) ----

  // The chain of command submits or denies, from the employee's first request.
  OrderNumber<WorkDays> chain_of_command_clock;
  // The servicing HR Director concurs or denies, from receipt.
  OrderNumber<WorkDays> hr_director_clock;
  // The Deputy Administrator or designee, from receipt.
  OrderNumber<WorkDays> deputy_administrator_clock;
  // The Recruit Agreement is signed, from entry on duty.
  OrderNumber<Days> recruit_agreement_clock;
  // Telework training and the telework agreement of a recruit, from entry on duty.
  OrderNumber<Days> recruit_training_clock;

  // ---- The annual review (¶11a) ----

  // The review is started in the month that this day opens …
  OrderNumber<DayOfYear> review_opens;
  // … and done by this day.
  OrderNumber<DayOfYear> review_due;
  // What is created after this day is first reviewed in the following fiscal year.
  OrderNumber<DayOfYear> last_creation_for_this_review;
};

struct Edition {
  std::string_view id;    // in the packet: `order`
  std::string_view name;  // "HRM 6040.2"
  Date day;               // from which it holds
  Numbers numbers;
};

inline constexpr Edition hrm_6040_2{
    .id = "HRM 6040.2 (2018-06-29)",
    .name = "HRM 6040.2",
    .day = calendar_date(2018, 6, 29),
    .numbers = {.overseas_arrangements_stood_on{calendar_date(2018, 6, 29), cite("HRM 6040.2 ¶1e")},
                .regular_presence{Count(2), cite("HRM 6040.2 ¶3h(1)")},
                .regular_presence_share{Share::from_units(2000), cite("HRM 6040.2 ¶3h(1)")},
                .pay_periods_in_a_year{Count(26), cite("HRM 6040.2 ¶3h(1)")},
                .work_days_in_a_year{Count(260), cite("HRM 6040.2 ¶3h(1)")},
                .undocumented_days{Days(90), cite("HRM 6040.2 ¶7a")},
                .short_term_exceeds{Days(90), cite("App. A, Part A, item 3")},
                .days_in_position{Days(180), cite("HRM 6040.2 ¶8b")},
                .chain_of_command_clock{WorkDays{20}, cite("HRM 6040.2 ¶9a")},
                .hr_director_clock{WorkDays{7}, cite("HRM 6040.2 ¶9c")},
                .deputy_administrator_clock{WorkDays{21}, cite("HRM 6040.2 ¶9c")},
                .recruit_agreement_clock{Days(90), cite("HRM 6040.2 ¶10c")},
                .recruit_training_clock{Days(60), cite("App. C, Part B")},
                .review_opens{DayOfYear{7, 1}, cite("HRM 6040.2 ¶11a")},
                .review_due{DayOfYear{8, 15}, cite("HRM 6040.2 ¶11a")},
                .last_creation_for_this_review{DayOfYear{3, 30}, cite("HRM 6040.2 ¶11a")}}};

// The editions that this program knows, the one that a new packet follows first.
inline constexpr std::array editions{&hrm_6040_2};

}  // namespace ftt
