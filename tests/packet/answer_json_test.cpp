#include "packet/answer_json.h"

#include <doctest/doctest.h>

using namespace ftt;

namespace {

Json number(std::string_view text) {
  Result<Json> value = Json::number_from_text(text);
  REQUIRE(value.has_value());
  return std::move(value).value();
}

}  // namespace

TEST_SUITE("packet: one answer as JSON") {
  TEST_CASE("a number becomes plain digits without needless zeros") {
    CHECK(plain_decimal("412.60") == "412.6");
    CHECK(plain_decimal("4") == "4");
    CHECK(plain_decimal("-0.50") == "-0.5");
    CHECK(plain_decimal("0") == "0");
    CHECK(plain_decimal("-0.000") == "0");
    CHECK(plain_decimal("1.5e2") == "150");
    CHECK(plain_decimal("15E-1") == "1.5");
    CHECK(plain_decimal("5e-3") == "0.005");
    CHECK(plain_decimal("1e+002") == "100");
  }

  TEST_CASE("a number that takes more than 40 digits is none that an answer could be") {
    CHECK_FALSE(plain_decimal("1e41").has_value());
    CHECK_FALSE(plain_decimal("1e-50").has_value());
    CHECK_FALSE(plain_decimal("1e99999999999999999999").has_value());
  }

  TEST_CASE("numbers are taken for money, shares, nights and counts alone") {
    CHECK(found_answer(info(Leaf::travel_budget_transport), number("412.6")).problem.empty());
    CHECK(found_answer(info(Leaf::travel_budget_share_requested), number("0.95")).problem.empty());
    CHECK(found_answer(info(Leaf::travel_budget_trips), number("4.0")).text == "4");
    const FoundAnswer name = found_answer(info(Leaf::employee_last_name), number("7"));
    CHECK(name.text == "7");
    CHECK(name.problem.find("text in quotation marks") != std::string::npos);
  }

  TEST_CASE("true and false are yes and no, and nothing else") {
    CHECK(found_answer(info(Leaf::position_supervisory), Json::boolean(true)).text == "yes");
    CHECK(found_answer(info(Leaf::position_supervisory), Json::string("no")).text == "no");
    CHECK_FALSE(found_answer(info(Leaf::travel_budget_nights), Json::boolean(true)).problem.empty());
  }

  TEST_CASE("a list, an object or null gives no text and says what goes there") {
    for (const Json& value : {Json::null(), Json::array(), Json::object()}) {
      const FoundAnswer found = found_answer(info(Leaf::travel_budget_nights), value);
      CHECK_FALSE(found.text.has_value());
      CHECK(found.problem.find("stands here; write a decimal number") != std::string::npos);
    }
  }

  TEST_CASE("counts are written as numbers, yes and no as booleans, what cannot be read as it was typed") {
    Answers answers;
    answers.set(Leaf::travel_budget_trips, "4");
    answers.set(Leaf::position_supervisory, "yes");
    answers.set(Leaf::travel_budget_transport, "1,234.5");
    answers.set(Leaf::travel_budget_nights, "three");
    CHECK(json_of(Leaf::travel_budget_trips, answers) == Json::number(4));
    CHECK(json_of(Leaf::position_supervisory, answers) == Json::boolean(true));
    CHECK(json_of(Leaf::travel_budget_transport, answers) == Json::string("1234.50"));
    CHECK(json_of(Leaf::travel_budget_nights, answers) == Json::string("three"));
  }
}
