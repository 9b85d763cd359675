// A second edition, of which every number is another than that of the order of 2018: for tests that what is decided and
// said follows the edition that is passed. No such order exists.
#pragma once

#include "order/edition.h"

namespace ftt::test {

inline constexpr Edition invented_edition = [] {
  Edition edition = hrm_6040_2;
  edition.id = "HRM 9999.1 (2024-03-11)";
  edition.name = "HRM 9999.1";
  edition.day = calendar_date(2024, 3, 11);
  Numbers& numbers = edition.numbers;
  numbers.overseas_arrangements_stood_on.value = calendar_date(2024, 3, 11);
  numbers.regular_presence.value = Count(3);
  numbers.regular_presence_share.value = Share::from_units(2500);
  numbers.pay_periods_in_a_year.value = Count(20);
  numbers.work_days_in_a_year.value = Count(240);
  numbers.undocumented_days.value = Days(30);
  numbers.short_term_exceeds.value = Days(40);
  numbers.days_in_position.value = Days(120);
  numbers.chain_of_command_clock.value = WorkDays{11};
  numbers.hr_director_clock.value = WorkDays{3};
  numbers.deputy_administrator_clock.value = WorkDays{5};
  numbers.recruit_agreement_clock.value = Days(45);
  numbers.recruit_training_clock.value = Days(15);
  numbers.review_opens.value = DayOfYear{5, 1};
  numbers.review_due.value = DayOfYear{6, 12};
  numbers.last_creation_for_this_review.value = DayOfYear{2, 14};
  return edition;
}();

}  // namespace ftt::test
