// Days on which the reports of the tests are made.
#pragma once

#include "base/date.h"

namespace ftt::report::test {

inline constexpr Date november = calendar_date(2026, 11, 27);
inline constexpr Date monday_in_november = calendar_date(2026, 11, 23);
inline constexpr FiscalYear this_year(2027);

}  // namespace ftt::report::test
