// Result and FTT_TRY: the value or the error, and the first error goes up.
#include "base/result.h"

#include <doctest/doctest.h>

#include <memory>

namespace ftt {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return Error{ErrorCode::malformed, "number", "It is odd; write an even one."};
  return number / 2;
}
Result<int> quarter(int number) {
  return FTT_TRY(half(FTT_TRY(half(number))));
}
Result<Unit> only_quarters(int number) {
  FTT_TRY(quarter(number));
  return Unit{};
}

TEST_CASE("result: the value, or the first error on the way") {
  CHECK(quarter(12).value() == 3);
  CHECK(quarter(12));
  CHECK_FALSE(quarter(6));
  CHECK(quarter(6).error().where == "number");
  CHECK(quarter(6).value_or(9) == 9);
  CHECK(only_quarters(8).has_value());
  CHECK(to_string(only_quarters(7).error()) == "number: It is odd; write an even one.");
}

TEST_CASE("result: a value that can only be moved passes through") {
  const auto make = []() -> Result<std::unique_ptr<int>> { return std::make_unique<int>(5); };
  const auto pass = [&]() -> Result<std::unique_ptr<int>> { return FTT_TRY(make()); };
  CHECK(**pass() == 5);
}

TEST_CASE("result: an error takes its place from the caller, and codes have names and meanings") {
  const Error error = at("travel_budget.nights", Error{ErrorCode::malformed, {}, "It is no number."});
  CHECK(to_string(error) == "travel_budget.nights: It is no number.");
  CHECK(to_string(Error{ErrorCode::empty, {}, "It is empty."}) == "It is empty.");
  CHECK(name_of(ErrorCode::out_of_range) == "out_of_range");
  CHECK(meaning_of(ErrorCode::newer_format) == "a newer version made it");
}

}  // namespace
}  // namespace ftt
