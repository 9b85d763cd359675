// What must not compile: products of money, sums of dates, numbers that slip in where a unit belongs.
#include <doctest/doctest.h>

#include <type_traits>

#include "base/count.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/known.h"
#include "base/money.h"
#include "base/ratio.h"

namespace ftt {
namespace {

template <class A, class B>
concept CanAdd = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept CanSubtract = requires(A a, B b) {
  a - b;
};
template <class A, class B>
concept CanMultiply = requires(A a, B b) {
  a* b;
};
template <class A, class B>
concept CanDivide = requires(A a, B b) {
  a / b;
};
template <class A, class B>
concept CanCompare = requires(A a, B b) {
  a < b;
};
template <class A, class B>
concept CanEqual = requires(A a, B b) {
  a == b;
};

// The concepts themselves can say yes.
static_assert(CanAdd<Money, Money> && CanSubtract<Money, Money> && CanCompare<Money, Money> && CanEqual<Money, Money>);
static_assert(CanMultiply<Ratio, Ratio> && CanDivide<Ratio, Ratio>);
static_assert(CanAdd<Date, Days> && std::is_same_v<decltype(std::declval<Date>() - std::declval<Date>()), Days>);

// Money
static_assert(!CanMultiply<Money, Money> && !CanDivide<Money, Money>);
static_assert(!CanMultiply<Money, int> && !CanMultiply<int, Money> && !CanDivide<Money, int>);
static_assert(!CanMultiply<Money, double> && !CanMultiply<Money, float> && !CanMultiply<Money, Ratio>);
static_assert(!CanMultiply<Money, Count> && !CanMultiply<Money, Nights> && !CanMultiply<Money, Share>);
static_assert(!CanAdd<Money, int> && !CanAdd<int, Money> && !CanSubtract<Money, int> && !CanAdd<Money, double>);
static_assert(!CanAdd<Money, Ratio> && !CanAdd<Money, Count> && !CanAdd<Money, Percent>);
static_assert(!CanCompare<Money, int> && !CanEqual<Money, int> && !CanCompare<Money, double>);
static_assert(!std::is_constructible_v<Money, double> && !std::is_constructible_v<Money, int>);
static_assert(!std::is_convertible_v<double, Money> && !std::is_convertible_v<std::int64_t, Money>);
static_assert(!std::is_convertible_v<Money, double> && !std::is_convertible_v<Money, std::int64_t> &&
              !std::is_convertible_v<Money, bool>);
static_assert(!std::is_assignable_v<Money&, double> && !std::is_assignable_v<Money&, int>);

// Dates and days
static_assert(!CanAdd<Date, Date> && !CanAdd<Date, int> && !CanAdd<int, Date> && !CanSubtract<Date, int>);
static_assert(!CanSubtract<Days, Date> && !CanAdd<Days, Date> && !CanMultiply<Date, int> && !CanCompare<Date, Days>);
static_assert(!CanAdd<Days, int> && !CanAdd<Days, Count> && !std::is_convertible_v<int, Days>);
static_assert(!std::is_default_constructible_v<Date> && !std::is_constructible_v<Date, int>);
static_assert(!CanCompare<FiscalYear, int> && !std::is_convertible_v<int, FiscalYear>);

// Decimals of different units
static_assert(!std::is_same_v<Nights, Percent>);
static_assert(!CanAdd<Nights, Percent> && !CanAdd<Share, Nights> && !CanAdd<Share, Percent> &&
              !CanEqual<Nights, Percent>);
static_assert(!CanMultiply<Share, Share> && !CanDivide<Nights, Nights> && !CanAdd<Nights, int> &&
              !CanAdd<Nights, double>);
static_assert(!std::is_constructible_v<Share, double> && !std::is_constructible_v<Nights, int>);
static_assert(!std::is_convertible_v<Nights, Percent> && !std::is_convertible_v<double, Percent>);

// Counts and ratios
static_assert(!std::is_convertible_v<int, Count> && !CanAdd<Count, int> && !CanMultiply<Count, Count>);
static_assert(!std::is_convertible_v<Money, Ratio> && !std::is_convertible_v<int, Ratio> && !CanAdd<Ratio, int>);
static_assert(!std::is_convertible_v<Ratio, Money> && !std::is_constructible_v<Money, Ratio>);

// A known value is not its bare value.
static_assert(!std::is_convertible_v<Known<Money>, Money> && !std::is_convertible_v<Money, Known<Money>>);
static_assert(!CanAdd<Known<Money>, Known<Money>> && !CanAdd<Known<Money>, Money>);

TEST_CASE("base: wrong operations do not compile, right ones work in constant expressions") {
  static_assert(times(Money::from_dollars(250), Count(4)) == Money::from_dollars(1000));
  static_assert(calendar_date(2027, 2, 28) + Days(1) == calendar_date(2027, 3, 1));
  static_assert(round_to_money(Ratio(Money::from_cents(5)) / Ratio(2)) == Money::from_cents(3));
  CHECK(times(Money::from_dollars(250), Count(4)).cents() == 100'000);
}

}  // namespace
}  // namespace ftt
