// What does not fit stops: a sum of amounts, numbers or days beyond what they hold never goes on with a wrong figure.
#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

#include "base/assert.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/money.h"

namespace {

struct BrokenPromise {
  const char* sentence;
};

}  // namespace

// In this program a broken promise is thrown, so that a test can see it; everywhere else it ends the program.
void ftt::assertion_failed(const char* sentence, const char*, int) {
  throw BrokenPromise{sentence};
}

using namespace ftt;

TEST_SUITE("base: what does not fit") {
  TEST_CASE("days: sums, differences and the days back fit or stop") {
    const Days most(std::numeric_limits<std::int32_t>::max());
    const Days least(std::numeric_limits<std::int32_t>::min());
    CHECK((most + Days(0)).count() == most.count());
    CHECK((least - Days(0)).count() == least.count());
    CHECK((most + least).count() == -1);
    CHECK((-most).count() == least.count() + 1);
    CHECK_THROWS_AS(most + Days(1), BrokenPromise);
    CHECK_THROWS_AS(least + Days(-1), BrokenPromise);
    CHECK_THROWS_AS(least - Days(1), BrokenPromise);
    CHECK_THROWS_AS(Days(0) - least, BrokenPromise);
    CHECK_THROWS_AS(-least, BrokenPromise);
  }

  TEST_CASE("dates: a sum lies within the years 1 to 9999 or stops") {
    const Date last = calendar_date(9999, 12, 31);
    const Date first = calendar_date(1, 1, 1);
    CHECK(first + (last - first) == last);
    CHECK_THROWS_AS(last + Days(1), BrokenPromise);
    CHECK_THROWS_AS(first - Days(1), BrokenPromise);
    CHECK_THROWS_AS(last + Days(std::numeric_limits<std::int32_t>::max()), BrokenPromise);
    CHECK_THROWS_AS(first - Days(std::numeric_limits<std::int32_t>::min()), BrokenPromise);
  }

  TEST_CASE("money and decimal numbers: sums, differences and products fit or stop") {
    const Money most = Money::from_cents(std::numeric_limits<std::int64_t>::max());
    CHECK_THROWS_AS(most + Money::from_cents(1), BrokenPromise);
    CHECK_THROWS_AS(-most - Money::from_cents(2), BrokenPromise);
    CHECK_THROWS_AS(times(most, Count(2)), BrokenPromise);
    const Percent all = Percent::from_units(std::numeric_limits<std::int64_t>::max());
    CHECK_THROWS_AS(all + Percent::from_units(1), BrokenPromise);
    CHECK_THROWS_AS(-all - Percent::from_units(2), BrokenPromise);
  }
}
