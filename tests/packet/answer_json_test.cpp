// One answer as JSON: what is written, what is taken, and what is refused.
#include "packet/answer_json.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace ftt;

namespace {

Json number(std::string_view text) {
  Result<Json> value = Json::number_from_text(text);
  REQUIRE(value.has_value());
  return std::move(value).value();
}

std::string taken(Leaf leaf, const Json& value) {
  Answers answers;
  take_answer(answers, info(leaf), value);
  CHECK_FALSE(answers.is_bad(leaf));
  return answers.text(leaf);
}

std::string refused(Leaf leaf, const Json& value) {
  Answers answers;
  take_answer(answers, info(leaf), value);
  CHECK(answers.is_bad(leaf));
  CHECK(answers.text(leaf) == kept_text(value));
  return answers.problem(leaf);
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

  TEST_CASE("numbers are taken for money, shares, nights and counts alone, where they are exact to the places") {
    CHECK(taken(Leaf::travel_budget_transport, number("412.6")) == "412.60");
    CHECK(taken(Leaf::travel_budget_share_requested, number("0.95")) == "0.95");
    CHECK(taken(Leaf::travel_budget_trips, number("4.0")) == "4");
    CHECK(refused(Leaf::travel_budget_transport, number("412.605")) ==
          "\"412.605\" is no amount with at most two decimal places; write it in plain digits, like 412.60.");
    CHECK(refused(Leaf::travel_budget_trips, number("4.5")).size() > 10);
    CHECK(refused(Leaf::employee_last_name, number("7")) == "a number is here; write text in quotation marks");
  }

  TEST_CASE("true and false are yes and no, and no text is; a count is a number") {
    CHECK(taken(Leaf::position_supervisory, Json::boolean(true)) == "yes");
    CHECK(taken(Leaf::position_supervisory, Json::boolean(false)) == "no");
    CHECK(refused(Leaf::position_supervisory, Json::string("yes")) == "a text is here; write true or false");
    CHECK(refused(Leaf::travel_budget_trips, Json::string("4")) ==
          "a text is here; write a whole number, such as 4");
    refused(Leaf::travel_budget_nights, Json::boolean(true));
  }

  TEST_CASE("a list, an object or null is no answer, and its JSON stands for what it was") {
    for (const Json& value : {Json::null(), Json::array(), Json::object()}) {
      CHECK(refused(Leaf::travel_budget_nights, value)
                .starts_with(concat(describe(value.kind()),
                                    " is here; write a decimal number in quotation marks, such as \"3.5\"")));
    }
  }

  TEST_CASE("a whole number may be written with a point; beyond 2^53 - 1 it is none") {
    CHECK(whole_number(number("3.0")) == 3);
    CHECK(whole_number(number("9007199254740991")) == largest_whole_number);
    for (const std::string_view text : {"9007199254740992", "-1", "0.5", "1e300"}) {
      CHECK_FALSE(whole_number(number(text)).has_value());
    }
    CHECK_FALSE(whole_number(Json::string("3")).has_value());
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
