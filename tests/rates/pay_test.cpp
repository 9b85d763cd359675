// App. A, Part D: every published salary from the formula, the worked figures, and what is refused.
#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <string>

#include "rates/rates_files.h"
#include "rates/tables.h"

namespace ftt {
namespace {

using test::all_rates;
using test::csv;

std::int64_t hundredths(const std::string& text) {
  return std::stoll(text.substr(0, text.size() - 3)) * 100 + std::stoll(text.substr(text.size() - 2));
}

TEST_CASE("App. A, Part D: all cells of nine years come out of base, percentage and cap, the capped ones too") {
  std::map<std::string, std::int64_t> caps;
  for (const auto& row : csv("executive_level_iv.csv")) caps[row[0]] = std::stoll(row[1]);
  int cells = 0;
  int capped = 0;
  int wrong = 0;
  for (const auto& area : csv("locality_percentages.csv")) {
    for (const auto& grade : csv("gs_base_pay.csv")) {
      if (grade[0] != area[0]) continue;
      for (std::size_t step = 1; step <= 10; ++step) {
        // In ten-thousandths of a dollar, halves up: whole numbers throughout.
        const std::int64_t exact = std::stoll(grade[1 + step]) * (10'000 + hundredths(area[3]));
        const std::int64_t rounded = (exact + 5'000) / 10'000;
        const std::int64_t expected = rounded > caps.at(area[0]) ? caps.at(area[0]) : rounded;
        const LookUp<Salary> salary =
            all_rates().salary(std::stoi(area[0]), area[1], std::stoi(grade[1]), static_cast<int>(step));
        ++cells;
        if (!salary || salary->annual != Money::from_dollars(expected) ||
            salary->is_capped != (rounded > caps.at(area[0])) || salary->area_name != area[2]) {
          ++wrong;
        } else if (salary->is_capped) {
          ++capped;
        }
      }
    }
  }
  MESSAGE(cells << " published cells, " << capped << " of them at the cap");
  CHECK(cells == 73'350);
  CHECK(capped == 689);
  CHECK(wrong == 0);
}

TEST_CASE("App. A, Part D: the worked example, GS-12 step 5 in 2025") {
  const Rates& rates = all_rates();
  CHECK(rates.base_pay(2025, 12, 5)->annual == Money::from_dollars(85'802));
  CHECK(to_decimal(rates.locality_percent(2025, "DCB")->percent) == "33.94");
  CHECK(to_decimal(rates.locality_percent(2025, "RUS")->percent) == "17.06");
  CHECK(rates.salary(2025, "DCB", 12, 5)->annual == Money::from_dollars(114'923));
  CHECK(rates.salary(2025, "RUS", 12, 5)->annual == Money::from_dollars(100'440));
  const LookUp<Salary> top = rates.salary(2025, "DCB", 15, 10);
  CHECK(top->is_capped);
  CHECK(top->annual == Money::from_dollars(195'200));
  CHECK(top->before_cap > top->annual);
  CHECK(top->base_source.year == 2025);
  CHECK_FALSE(top->base_source.note.empty());
}

TEST_CASE("App. A, Part D: grade 16, step 11, an unknown area and a year without a table are refused with a reason") {
  const Rates& rates = all_rates();
  CHECK(rates.salary(2025, "DCB", 16, 1).why().lack == Lack::grade_out_of_range);
  CHECK(rates.salary(2025, "DCB", 16, 1).why().message ==
        "grade 16 is not on the General Schedule; write a grade from 1 to 15");
  CHECK(rates.salary(2025, "DCB", 0, 1).why().lack == Lack::grade_out_of_range);
  CHECK(rates.salary(2025, "DCB", 15, 11).why().lack == Lack::step_out_of_range);
  CHECK(rates.salary(2025, "XX", 15, 1).why().lack == Lack::area_unknown);
  CHECK(rates.salary(2027, "DCB", 15, 1).why().lack == Lack::year_not_held);
  CHECK(rates.salary(2027, "DCB", 15, 1).why().message ==
        "the pay table of 2027 is not loaded; the loaded tables are 2018 to 2026");
  CHECK(test::load_rates(test::Parts::current).salary(2020, "DCB", 9, 1).why().message ==
        "the pay table of 2020 is not loaded; the loaded tables are 2025 to 2026. Older ones are not loaded yet");
}

TEST_CASE("App. A, Part D: the newest pay table that has taken effect by a date") {
  const Rates& rates = all_rates();
  CHECK(rates.pay_years() == std::vector<int>{2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018});
  CHECK(rates.pay_year_on(calendar_date(2026, 11, 21))->year == 2026);
  CHECK(rates.pay_year_on(calendar_date(2025, 12, 31))->year == 2025);
  CHECK(rates.pay_year_on(calendar_date(2025, 12, 31))->note.empty());
  CHECK(rates.pay_year_on(calendar_date(2027, 2, 1))->year == 2026);
  CHECK(rates.pay_year_on(calendar_date(2027, 2, 1))->note == "pay after January 9, 2027 is not known; 2026 used");
  CHECK(rates.pay_year_on(calendar_date(2018, 1, 6)).why().lack == Lack::date_not_held);
}

TEST_CASE("App. A, Part D: a year's pay takes effect on the first day of its first pay period (5 U.S.C. 5303(a))") {
  const Rates& rates = all_rates();
  CHECK(rates.pay_year_on(calendar_date(2026, 1, 5))->year == 2025);
  int years = 0;
  for (const auto& row : csv("pay_effective_dates.csv")) {
    CAPTURE(row[1]);
    const int year = std::stoi(row[0]);
    const Date effective = *Date::from_iso(row[1]);
    CHECK(effective == first_pay_period(year));
    CHECK(rates.pay_year_on(effective)->year == year);
    CHECK(rates.pay_year_on(effective)->note.empty());
    if (year > 2018) {
      CHECK(rates.pay_year_on(effective - Days(1))->year == year - 1);
      CHECK(rates.pay_year_on(effective - Days(1))->note.empty());
    }
    ++years;
  }
  CHECK(years == 9);
  // Until the next year's pay takes effect nothing is unknown.
  CHECK(rates.pay_year_on(calendar_date(2027, 1, 9))->note.empty());
  CHECK(first_pay_period(2027) == calendar_date(2027, 1, 10));
  CHECK(first_pay_period(2017) == calendar_date(2017, 1, 8));
  CHECK(first_pay_period(2034) == calendar_date(2034, 1, 1));
  for (int year = 1900; year < 2200; ++year) {
    const Date first = first_pay_period(year);
    CHECK(first.weekday() == Weekday::sunday);
    CHECK(first >= *Date::from_year_month_day(year, 1, 1));
    CHECK(first < *Date::from_year_month_day(year, 1, 15));
  }
}

TEST_CASE("App. A, Part D: the areas of a year are listed by name, Rest of U.S. last") {
  const std::vector<PayArea> areas = all_rates().pay_areas(2026);
  REQUIRE(areas.size() == 58);
  CHECK(areas.front().name == "Albany-Schenectady, NY-MA");
  CHECK(areas.back().code == "RUS");
  CHECK(all_rates().pay_areas(2018).size() == 47);
  CHECK(all_rates().pay_areas(2030).empty());
}

}  // namespace
}  // namespace ftt
