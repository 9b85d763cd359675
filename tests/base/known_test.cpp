// Known: an unknown never becomes a value, and a result is as sure as its weakest part (calculation "Numbers").
#include "base/known.h"

#include <doctest/doctest.h>

#include "base/money.h"

namespace ftt {
namespace {

TEST_CASE("known: states and values") {
  const Known<int> missing;
  CHECK(missing.is_missing());
  CHECK_FALSE(missing.has_value());
  CHECK(missing.value_or(7) == 7);
  CHECK(Known<int>::answered(3).value() == 3);
  CHECK(Known<int>::assumed(3).is_assumed());
  CHECK(Known<int>::assumed(3) != Known<int>::answered(3));
  CHECK(Known<int>::with_state(Knowledge::missing, 3) == missing);
}

TEST_CASE("known: what is worked out is as sure as the weakest part") {
  const auto plus = [](Money a, Money b) { return a + b; };
  const Known<Money> answered = Known<Money>::answered(Money::from_dollars(1));
  const Known<Money> assumed = Known<Money>::assumed(Money::from_dollars(2));
  const Known<Money> missing;
  CHECK(combine(plus, answered, answered) == Known<Money>::answered(Money::from_dollars(2)));
  CHECK(combine(plus, answered, assumed) == Known<Money>::assumed(Money::from_dollars(3)));
  CHECK(combine(plus, assumed, missing).is_missing());
  CHECK(combine(plus, missing, missing).is_missing());
  CHECK(assumed.map([](Money money) { return money.cents(); }) == Known<std::int64_t>::assumed(200));
  CHECK(missing.map([](Money money) { return money.cents(); }).is_missing());
}

}  // namespace
}  // namespace ftt
