#include "packet/evaluation.h"

#include <doctest/doctest.h>

#include "packet/rates_at_hand.h"

using namespace ftt;
using test::rates_at_hand;

namespace {

constexpr Date today = calendar_date(2025, 5, 5);

Evaluation evaluated(std::string_view members) {
  return evaluate(rates_at_hand(), concat("{\"format\": \"telework-packet/1\"", members, "}"), today);
}

const Json* line(const Evaluation& evaluation, std::string_view id) {
  for (const Json& one : *evaluation.json.find("worksheet")->find("lines")->as_array()) {
    if (*one.find_string("id") == id) return &one;
  }
  return nullptr;
}

}  // namespace

TEST_SUITE("packet: evaluate") {
  TEST_CASE("a line has its figure with two places, its formula, what went in and its citation") {
    const Evaluation evaluation =
        evaluated(R"(, "travel_budget": {"transport": "412.60", "mie": 92, "lodging": 276, "extra": 60, "nights": 3})");
    const Json* cost = line(evaluation, "travel_budget.trip_cost");
    REQUIRE(cost != nullptr);
    CHECK(*cost->find_string("value") == "2521.80");
    CHECK(*cost->find_string("reading") == "as_worded");
    CHECK(*cost->find_string("formula") == "(E4 + E5 + E6 + E7) × E8");
    CHECK(*cost->find("inputs")->find_string("travel_budget.transport") == "412.60");
    CHECK(*cost->find_string("cite") == "App. A, Part E, line 9");
    CHECK(evaluation.standing == Standing::good);
  }

  TEST_CASE("every reading of line 9 has its own line") {
    const Evaluation evaluation =
        evaluated(R"(, "travel_budget": {"transport": "412.60", "mie": 92, "lodging": 276, "extra": 60, "nights": 3})");
    CHECK(*line(evaluation, "travel_budget.trip_cost.as_worded")->find_string("value") == "2521.80");
    CHECK(*line(evaluation, "travel_budget.trip_cost.per_night")->find_string("value") == "1576.60");
    CHECK(*line(evaluation, "travel_budget.trip_cost.per_diem")->find_string("value") == "1622.60");
    CHECK(*line(evaluation, "travel_budget.trip_cost.extras_only")->find_string("value") == "960.60");
  }

  TEST_CASE("an unknown line is null and says what it needs") {
    const Evaluation evaluation = evaluated("");
    const Json* cost = line(evaluation, "travel_budget.trip_cost");
    REQUIRE(cost != nullptr);
    CHECK(cost->find("value")->is_null());
    CHECK_FALSE(cost->find("needs")->as_array()->empty());
    CHECK(evaluation.json.find("complete")->as_boolean() == false);
    CHECK_FALSE(evaluation.json.find("missing")->as_array()->empty());
  }

  TEST_CASE("problems name field, severity and mend") {
    const Evaluation evaluation = evaluated(R"(, "travel_budget": {"nights": "three"}, "position": {"title": 5})");
    CHECK(evaluation.standing == Standing::has_problems);
    REQUIRE(evaluation.problems.size() == 2);
    CHECK(evaluation.problems[0].field == "position.title");
    CHECK(evaluation.problems[1].field == "travel_budget.nights");
    CHECK(*evaluation.json.find("problems")->as_array()->at(1).find_string("severity") == "error");
    CHECK(evaluation.problems[1].message.find("\"three\"") != std::string::npos);
  }

  TEST_CASE("bytes that are no packet are one problem") {
    const Evaluation evaluation = evaluate(rates_at_hand(), "[", today);
    CHECK(evaluation.standing == Standing::has_problems);
    CHECK(evaluation.json.find("problems")->as_array()->size() == 1);
    CHECK(evaluation.json.find("complete")->as_boolean() == false);
  }

  TEST_CASE("the packet's own date decides the pay table, else the day given") {
    const std::string_view position =
        R"(, "position": {"pay_plan": "GS", "grade": 12, "step": 5}, "locality_pay": {"requested_area": "RUS"})";
    CHECK(evaluated(position).json.find("rates")->find("pay_year")->as_integer() == 2025);
    CHECK(evaluated(concat(R"(, "prepared_on": "2024-03-01")", position))
              .json.find("rates")
              ->find("pay_year")
              ->as_integer() == 2024);
  }
}
