// The built rates and a day, for tests.
#pragma once

#include <doctest/doctest.h>

#include <initializer_list>
#include <string_view>
#include <utility>

#include "base/date.h"
#include "base/text.h"
#include "files.h"
#include "rates/rates.h"

namespace ftt::test {

// The day of worked example A: tests ask on it.
inline constexpr Date day_at_hand = calendar_date(2025, 5, 5);

inline Rates rates_of(std::initializer_list<std::string_view> later_parts) {
  Result<Rates> rates = Rates::load(read_file(FTT_RATES_DIR "/current.rates"));
  REQUIRE(rates.has_value());
  for (const std::string_view part : later_parts) {
    REQUIRE(rates->add_part(read_file(concat(FTT_RATES_DIR "/", part, ".rates"))).has_value());
  }
  return std::move(rates).value();
}

// The parts current and history, loaded once.
inline const Rates& rates_at_hand() {
  static const Rates rates = rates_of({"history"});
  return rates;
}

// The part zip with them.
inline const Rates& rates_with_zip_codes() {
  static const Rates rates = rates_of({"history", "zip"});
  return rates;
}

}  // namespace ftt::test
