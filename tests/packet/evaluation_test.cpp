// The evaluation: each of its members, for complete packets and for such as lack something.
#include "packet/evaluation.h"

#include <doctest/doctest.h>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "figures.h"
#include "long_text.h"
#include "packet/rates_at_hand.h"

using namespace ftt;
using test::day_at_hand;
using test::rates_at_hand;

namespace {

Evaluation evaluated(std::string_view members) {
  return evaluate(rates_at_hand(), concat("{\"format\": \"telework-packet/1\"", members, "}"), day_at_hand);
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

  TEST_CASE("a line says which table of which year it is from, or that it was entered, and what has to be known") {
    const std::string_view place =
        R"(, "position": {"agency_worksite": {"state": "DC"}}, "arrangement": {"start": "2026-10-01"})";
    const Evaluation from_table = evaluated(place);
    const Json* lodging = line(from_table, "travel_budget.lodging");
    CHECK(*lodging->find_string("origin") == "table");
    const Json& rate = lodging->find("rates")->as_array()->at(0);
    CHECK(rate.find("year")->as_integer() == 2027);
    CHECK(*rate.find_string("entry") == "District of Columbia");
    CHECK(*lodging->find("notes")->as_array()->at(0).as_string() ==
          "The rate of the most expensive month of the year; pick a month to use its rate.");

    const Evaluation entered = evaluated(concat(place, R"(, "travel_budget": {"lodging": "300"})"));
    CHECK(*line(entered, "travel_budget.lodging")->find_string("origin") == "entered");
    CHECK(line(entered, "travel_budget.lodging")->find("rates") == nullptr);
  }

  TEST_CASE("with 0 nights the form's wording is never a figure without a word on it") {
    const Evaluation evaluation = evaluated(
        R"(, "travel_budget": {"transport": 400, "mie": 92, "lodging": 276, "extra": 60, "nights": 0,
                               "trip_cost_method": "per_diem"})");
    const Json* as_worded = line(evaluation, "travel_budget.trip_cost.as_worded");
    CHECK(*as_worded->find_string("value") == "0.00");
    CHECK(*as_worded->find("notes")->as_array()->at(0).as_string() ==
          "With 0 nights the form's wording multiplies every cost of a trip by 0.");
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
    CHECK(evaluation.problems[1].message ==
          "\"three\" is no number of nights from 0 to 365 with at most two decimal places; write it like 2.5.");
  }

  TEST_CASE("a warning about the file does not make a complete packet incomplete, an answer of the wrong type does") {
    const std::string file = test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
    const auto after = [&](std::string_view from, std::string_view to) {
      std::string changed = file;
      REQUIRE(test::contains(changed, from));
      changed.replace(changed.find(from), from.size(), to);
      return evaluate(rates_at_hand(), changed, day_at_hand);
    };
    const Evaluation other_edition = after("HRM 6040.2 (2018-06-29)", "HRM 6040.1C");
    CHECK(other_edition.problems.at(0).field == "order");
    CHECK(other_edition.json.find("complete")->as_boolean() == true);
    CHECK(after("\"Program Analyst\"", "5").json.find("complete")->as_boolean() == false);
  }

  TEST_CASE(
      "what is worked out again makes a complete packet no less complete, an answer that could not be read does") {
    const std::string file = test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
    const auto is_complete_with = [&](std::string_view name, std::string_view value) {
      Json json = read_json(file).value();
      json.set(name, read_json(value).value());
      return evaluate(rates_at_hand(), write_json_compact(json), day_at_hand).json.find("complete")->as_boolean();
    };
    for (const auto& [name, value] :
         {std::pair{"seal", R"({"content": "x"})"}, std::pair{"seal", "1"}, std::pair{"rates", R"({"digest": "x"})"},
          std::pair{"actuals", R"([{"half_year": "2027H1", "spent": "1", "trips": "4"}])"}, std::pair{"rates", "[]"},
          std::pair{"worksheet", R"({"lines": 3})"}, std::pair{"worksheet", "[]"},
          std::pair{"revision", "\"three\""}}) {
      CHECK(is_complete_with(name, value) == true);
    }
    for (const auto& [name, value] : {std::pair{"additional", "[]"}, std::pair{"actuals", "{}"},
                                      std::pair{"actuals", "[1]"}, std::pair{"annual_review", R"({"reviewed": 5})"}}) {
      CHECK(is_complete_with(name, value) == false);
    }
  }

  TEST_CASE("bytes that are no packet are one problem") {
    const Evaluation evaluation = evaluate(rates_at_hand(), "[", day_at_hand);
    CHECK(evaluation.standing == Standing::has_problems);
    CHECK(evaluation.json.find("problems")->as_array()->size() == 1);
    CHECK(evaluation.json.find("complete")->as_boolean() == false);
  }

  TEST_CASE("what is wrong is told alone as in the whole answer") {
    const std::string example = test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
    const std::string_view bad = R"({"format": "telework-packet/1", "travel_budget": {"nights": "x"}, "worksheet": 5})";
    const std::string_view review = R"({"format": "telework-packet/1", "annual_review": {"reviewed": 5}})";
    for (const std::string_view bytes : {std::string_view("["), bad, review, std::string_view(example)}) {
      const Evaluation whole = evaluate(rates_at_hand(), bytes, day_at_hand);
      const Examination alone = examine(rates_at_hand(), bytes, day_at_hand);
      CHECK(write_json_compact(problems_json(alone.problems)) == write_json_compact(*whole.json.find("problems")));
      CHECK(alone.standing == whole.standing);
    }
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

TEST_SUITE("packet: what the order decides") {
  TEST_CASE(
      "¶12: the walk of ending or changing is told with its outcome and its dates, and nothing without a reason") {
    CHECK(evaluated("").json.find("ending") == nullptr);
    CHECK(evaluated(R"(, "ending": {"effective": "2027-03-01"})").json.find("ending") == nullptr);

    const Evaluation suspended = evaluated(R"(, "ending": {"reason": "suspension", "suspension_from": "2027-03-01",
        "suspension_through": "2027-04-15", "plan": "pip", "offer": "position"})");
    const Json* ending = suspended.json.find("ending");
    REQUIRE(ending != nullptr);
    CHECK(write_json_compact(*ending->find("asked")) == R"([{"field":"ending.reason","answer":"suspension"}])");
    const Json* outcome = ending->find("outcome");
    REQUIRE(outcome != nullptr);
    CHECK(*outcome->find_string("rule") == "ending.suspension");
    CHECK(*outcome->find_string("obligation") == "may_suspend");
    CHECK(*outcome->find_string("message") == "Management may suspend it for a time.");
    CHECK(*outcome->find_string("cite") == "HRM 6040.2 ¶12c");
    CHECK(outcome->find("move_paid_by") == nullptr);
    CHECK(write_json_compact(*ending->find("record")) ==
          R"([{"field":"ending.suspension_from","answer":"2027-03-01"},)"
          R"({"field":"ending.suspension_through","answer":"2027-04-15"},)"
          R"({"field":"ending.suspension_worksite","answer":null},)"
          R"({"field":"ending.plan","answer":"pip"}])");
  }

  TEST_CASE("¶12b: while a question of the walk is open it has no outcome; with one it says who pays for the move") {
    const Evaluation open = evaluated(R"(, "ending": {"reason": "business_need"})");
    const Json* ending = open.json.find("ending");
    REQUIRE(ending != nullptr);
    CHECK(ending->find("asked")->as_array()->size() == 2);
    CHECK(ending->find("asked")->as_array()->back().find("answer")->is_null());
    CHECK(ending->find("outcome") == nullptr);
    CHECK(ending->find("record") == nullptr);

    const Evaluation moves = evaluated(
        R"(, "ending": {"reason": "business_need", "offer": "both", "answer": "move", "effective": "2027-03-01"})");
    ending = moves.json.find("ending");
    REQUIRE(ending->find("outcome") != nullptr);
    CHECK(*ending->find("outcome")->find_string("rule") == "ending.business_need.move");
    CHECK(*ending->find("outcome")->find_string("move_paid_by") == "GSA, by regulation.");
    CHECK(ending->find("outcome")->find_string("consult") != nullptr);
    CHECK(ending->find("outcome")->find("refusal") == nullptr);
    CHECK(write_json_compact(*ending->find("record")) == R"([{"field":"ending.effective","answer":"2027-03-01"}])");
  }

  TEST_CASE("¶8b: an answer about day 120 says not yet, with the date, the paragraph and what it looked at") {
    const Evaluation evaluation = evaluated(R"(, "arrangement": {"action": "incumbent"},
                      "eligibility": {"position_start": "2025-01-05", "advertised_full_time_telework": false})");
    const Json* eligibility = evaluation.json.find("eligibility");
    REQUIRE(eligibility != nullptr);
    CHECK(*eligibility->find_string("result") == "not_yet");
    CHECK(*eligibility->find_string("date") == "2025-07-04");
    bool is_there = false;
    for (const Json& finding : *eligibility->find("findings")->as_array()) {
      if (*finding.find_string("rule") != "eligible.time_in_position") continue;
      is_there = true;
      CHECK(*finding.find_string("status") == "fail");
      CHECK(*finding.find_string("cite") == "HRM 6040.2 ¶8b");
      CHECK(*finding.find("looked_at")->as_array()->front().as_string() == "eligibility.position_start");
    }
    CHECK(is_there);
  }

  TEST_CASE("documents are required, not required or unknown; deadlines have a date or what they need") {
    const Evaluation evaluation = evaluated(R"(, "clock": {"requested_on": "2026-12-18"})");
    for (const Json& document : *evaluation.json.find("documents")->as_array()) {
      CHECK(document.find("required")->is_null() == (document.find("needs") != nullptr));
    }
    for (const Json& deadline : *evaluation.json.find("deadlines")->as_array()) {
      CHECK(deadline.find("due")->is_null() == (deadline.find("needs") != nullptr));
      if (*deadline.find_string("id") != "clock.chain") continue;
      CHECK(*deadline.find_string("due") == "2027-01-20");
      CHECK(deadline.find("work_days")->as_integer() == 20);
      CHECK(deadline.find("skipped")->as_array()->size() == 3);
    }
    CHECK(*evaluation.json.find("holder")->find_string("kind") == "immediate_supervisor");
  }

  TEST_CASE("the clocks run to the day given, not to the packet's own date") {
    const Evaluation evaluation =
        evaluated(R"(, "prepared_on": "2024-03-01", "clock": {"requested_on": "2024-03-04"})");
    CHECK(*evaluation.json.find("holder")->find_string("lateness") == "late");
  }

  TEST_CASE("App. A, Part E, line 2: a cross-check is a warning at its field and no error") {
    const Evaluation evaluation = evaluated(R"(, "travel_budget": {"share_agency": "0.20"})");
    REQUIRE(evaluation.problems.size() == 1);
    CHECK(evaluation.problems[0].field == "travel_budget.share_agency");
    CHECK(evaluation.problems[0].severity == Severity::warning);
    CHECK(evaluation.standing == Standing::good);
  }

  TEST_CASE("App. A, Part F: an amount that is null, a list or an object is unknown and named, at every place") {
    const std::string_view rest =
        R"(, "locality_pay": {"requested_salary": "90000", "agency_salary": "100000", "salary_source": "typed"},
           "position": {"pay_plan": "ES"}, "arrangement": {"action": "incumbent", "type": "new", "term": "long"},
           "travel_budget": {"transport": "1", "mie": 1, "lodging": 1, "extra": 1, "nights": 1, "trips": 0})";
    const auto required = [](const Evaluation& evaluation) {
      for (const Json& document : *evaluation.json.find("documents")->as_array()) {
        if (*document.find_string("id") == "doc.cost_justification")
          return write_json_compact(*document.find("required"));
      }
      return std::string("not there");
    };
    CHECK(required(evaluated(rest)) == "false");
    for (const char* wrong : {"null", "[]", "[1]", "{}"}) {
      for (const char* member :
           {R"("transit_savings": )", R"("travel_savings": )", R"("space_savings": )", R"("other1": {"amount": )",
            R"("other2": {"label": "x", "direction": "cost", "amount": )", R"("other1": )", ""}) {
        const std::string_view name(member);
        // "other1" may be an object, and no answer at all is an object where Part F as a whole stands.
        if (std::string_view(wrong) == "{}" && (name == R"("other1": )" || name.empty())) continue;
        const std::string value =
            name.empty() ? wrong : concat("{", name, wrong, test::contains(name, "{") ? "}}" : "}");
        CAPTURE(value);
        const Evaluation evaluation = evaluated(concat(rest, R"(, "additional": )", value));
        CHECK(line(evaluation, "additional.total")->find("value")->is_null());
        CHECK(line(evaluation, "cost_benefit.overall")->find("value")->is_null());
        CHECK(required(evaluation) == "null");
        CHECK(evaluation.standing == Standing::has_problems);
      }
    }
    CHECK(required(evaluated(concat(rest, R"(, "additional": {"other1": {"label": "Lab", "direction": "cost"}})"))) ==
          "null");
  }

  TEST_CASE("¶13b: spending above the plan is a warning of evaluate; what was planned stands by half-year") {
    const std::string_view packet =
        R"(, "arrangement": {"term": "long", "start": "2025-04-01"},
           "travel_budget": {"transport": "412.60", "mie": 92, "lodging": 276, "extra": 60, "nights": 3, "trips": 4},
           "actuals": [{"half_year": "2025H2", "spent": "SPENT"}])";
    const auto warnings = [&](std::string_view spent) {
      std::string members(packet);
      members.replace(members.find("SPENT"), 5, spent);
      const Evaluation evaluation = evaluated(members);
      std::string text;
      for (const PacketProblem& problem : evaluation.problems) {
        if (problem.field == "actuals" && problem.severity == Severity::warning) append(text, problem.message);
      }
      CHECK(evaluation.standing == Standing::good);
      return text;
    };
    CHECK(warnings("5043.60").empty());
    CHECK(test::figures_of(warnings("5043.61")) == "April September 2025 $5,043.61 $5,043.60");
    CHECK(test::figures_of(warnings("10087.21")) == "April September 2025 $10,087.21 $5,043.60");
    CHECK(write_json_compact(*evaluated(packet).json.find("half_years")) ==
          R"([{"half_year":"2025H2","budgeted":"5043.60","spent":null}])");
  }
}
