// From the answers to a complete packet: what is missing and why (App. A; HRM 6040.2 ¶8e).
#include "packet/assess.h"

#include <doctest/doctest.h>

#include "packet/packet.h"
#include "packet/two_packets.h"

using namespace ftt;
using test::assessed_at_hand;
using test::rates_at_hand;

namespace {

Answers scenario(std::string_view name) {
  const Result<OpenedPacket> opened = read_packet(test::read_file(concat(FTT_TESTS_DIR "/scenarios/", name, ".json")));
  REQUIRE(opened.has_value());
  return opened->packet.answers;
}

bool is_missing(const Assessment& assessment, Leaf leaf, MissingReason reason) {
  for (const MissingAnswer& one : assessment.missing) {
    if (one.leaf == leaf && one.reason == reason) return true;
  }
  return false;
}

bool is_missing(const Assessment& assessment, Leaf leaf) {
  for (const MissingAnswer& one : assessment.missing) {
    if (one.leaf == leaf) return true;
  }
  return false;
}

}  // namespace

TEST_SUITE("packet: assess") {
  TEST_CASE("worked example A is complete") {
    const Assessment assessment = assess(rates_at_hand(), scenario("example_a"), assessed_at_hand);
    CHECK(assessment.problems.empty());
    CHECK(assessment.missing.empty());
    CHECK(assessment.complete);
    CHECK(assessment.rates_digest == rates_at_hand().digest());
  }

  TEST_CASE("without answers everything is missing and no figure is a zero") {
    const Assessment assessment = assess(rates_at_hand(), Answers{}, assessed_at_hand);
    CHECK_FALSE(assessment.complete);
    CHECK(assessment.problems.empty());
    CHECK(is_missing(assessment, Leaf::travel_budget_transport));
    for (const Line line : {Line::travel_budget_trip_cost, Line::travel_budget_annual, Line::cost_benefit_overall,
                            Line::cost_benefit_net_annual_change, Line::cost_benefit_percent}) {
      CAPTURE(info(line).id);
      CHECK_FALSE(assessment.worksheet.value(line).has_value());
    }
    CHECK(assessment.worksheet.justification == Justification::unknown);
    CHECK_FALSE(is_missing(assessment, Leaf::justification_cost));
  }

  TEST_CASE("each missing answer is named once, in the order of the form") {
    const Assessment assessment = assess(rates_at_hand(), Answers{}, assessed_at_hand);
    std::size_t next = 0;
    for (const MissingAnswer& one : assessment.missing) {
      CAPTURE(one.field());
      CHECK(number_of(one.leaf) >= next);
      next = number_of(one.leaf) + 1;
      CHECK_FALSE(message_of(one).empty());
      CHECK_FALSE(cite_of(one).empty());
    }
  }

  TEST_CASE("¶8e(1): a cost on line G1 asks for a justification though the net change is a saving") {
    Answers answers = scenario("example_a");
    answers.set(Leaf::justification_cost, "");
    const Assessment assessment = assess(rates_at_hand(), answers, assessed_at_hand);
    CHECK(assessment.worksheet.justification == Justification::overall);
    CHECK(is_missing(assessment, Leaf::justification_cost, MissingReason::cost_justification));
    CHECK_FALSE(assessment.complete);
  }

  TEST_CASE("¶8e(1): without a cost none is asked for") {
    Answers answers = scenario("example_a");
    answers.set(Leaf::justification_cost, "");
    answers.set(Leaf::justification_likelihood_of_leaving, "");
    answers.set(Leaf::justification_qualifications, "");
    answers.set(Leaf::travel_budget_trips, "1");
    const Assessment assessment = assess(rates_at_hand(), answers, assessed_at_hand);
    CHECK(assessment.worksheet.justification == Justification::not_required);
    CHECK(assessment.complete);
  }

  TEST_CASE("¶8e(2): for a current employee alone, why the person would leave and what would be lost") {
    Answers answers = scenario("example_a");
    answers.set(Leaf::justification_likelihood_of_leaving, "");
    answers.set(Leaf::justification_qualifications, "");
    const Assessment incumbent = assess(rates_at_hand(), answers, assessed_at_hand);
    CHECK(is_missing(incumbent, Leaf::justification_likelihood_of_leaving, MissingReason::retention));
    CHECK(is_missing(incumbent, Leaf::justification_qualifications, MissingReason::retention));
    answers.set(Leaf::arrangement_action, "recruit");
    CHECK(assess(rates_at_hand(), answers, assessed_at_hand).complete);
  }

  TEST_CASE("App. A, Part I, item 2: a line of Part F asks for its explanation") {
    Answers answers = scenario("example_a");
    answers.set(Leaf::justification_items, "");
    CHECK(is_missing(assess(rates_at_hand(), answers, assessed_at_hand), Leaf::justification_items));
    answers.set(Leaf::additional_transit_savings, "");
    CHECK_FALSE(is_missing(assess(rates_at_hand(), answers, assessed_at_hand), Leaf::justification_items));
  }

  TEST_CASE("App. A, Part E, line 9: with 0 nights a reading has to be chosen") {
    Answers answers = scenario("example_a");
    answers.set(Leaf::travel_budget_nights, "0");
    CHECK(is_missing(assess(rates_at_hand(), answers, assessed_at_hand), Leaf::travel_budget_trip_cost_method));
    answers.set(Leaf::travel_budget_trip_cost_method, "per_night");
    CHECK_FALSE(is_missing(assess(rates_at_hand(), answers, assessed_at_hand), Leaf::travel_budget_trip_cost_method));
  }

  TEST_CASE("¶7a: up to 90 days Parts H and I and a concurrence are not missing: it is an estimate") {
    Answers answers = scenario("example_a");
    for (const Leaf leaf : {Leaf::relocation_estimate, Leaf::justification_cost, Leaf::justification_items,
                            Leaf::justification_likelihood_of_leaving, Leaf::justification_qualifications,
                            Leaf::justification_best_interest, Leaf::justification_best_interest_reason,
                            Leaf::concurring_supervisor_name, Leaf::concurring_supervisor_title}) {
      answers.set(leaf, "");
    }
    answers.set(Leaf::arrangement_term, "short");
    answers.set(Leaf::arrangement_end, "2025-10-11");  // 90 days from July 14
    const Assessment brief = assess(rates_at_hand(), answers, assessed_at_hand);
    CHECK(brief.missing.empty());
    CHECK(is_estimate(brief.policy));
    answers.set(Leaf::arrangement_end, "2025-10-12");
    CHECK(is_missing(assess(rates_at_hand(), answers, assessed_at_hand), Leaf::relocation_estimate));
  }

  TEST_CASE("an answer in error keeps the packet from being complete, and is not called missing") {
    Answers answers = scenario("example_a");
    answers.set(Leaf::travel_budget_nights, "three");
    const Assessment assessment = assess(rates_at_hand(), answers, assessed_at_hand);
    CHECK_FALSE(assessment.complete);
    CHECK(assessment.problems.size() == 1);
    CHECK_FALSE(is_missing(assessment, Leaf::travel_budget_nights));
  }

  TEST_CASE("a place without a pay area asks for the area") {
    Answers answers = scenario("example_a");
    answers.set(Leaf::employee_requested_worksite_county, "");
    answers.set(Leaf::employee_requested_worksite_city, "");
    CHECK_FALSE(assess(rates_at_hand(), answers, assessed_at_hand).complete);
  }

  TEST_CASE(
      "¶8e(1): a short-term arrangement needs its trips in the term where they decide, and is justified for its term") {
    Answers answers = scenario("example_a");
    answers.set(Leaf::arrangement_term, "short");
    answers.set(Leaf::arrangement_start, "2025-07-14");
    answers.set(Leaf::arrangement_end, "2025-11-10");  // 120 days
    answers.set(Leaf::travel_budget_trips, "1");
    answers.set(Leaf::justification_cost, "");
    const Assessment open = assess(rates_at_hand(), answers, assessed_at_hand);
    CHECK(is_missing(open, Leaf::travel_budget_trips_in_term));
    CHECK_FALSE(open.complete);
    answers.set(Leaf::travel_budget_trips_in_term, "1");
    CHECK_FALSE(is_missing(assess(rates_at_hand(), answers, assessed_at_hand), Leaf::justification_cost));
    answers.set(Leaf::travel_budget_trips_in_term, "12");
    const Assessment costs = assess(rates_at_hand(), answers, assessed_at_hand);
    CHECK(costs.worksheet.justification == Justification::term);
    CHECK(is_missing(costs, Leaf::justification_cost, MissingReason::cost_justification));
  }

  TEST_CASE("¶13b: spending above the plan is a warning, and keeps nothing from being complete") {
    Answers answers = scenario("example_a");
    answers.set_actuals({{"2026H1", "6000"}});
    const Assessment assessment = assess(rates_at_hand(), answers, assessed_at_hand);
    REQUIRE(assessment.problems.size() == 1);
    CHECK(assessment.problems[0].field == "actuals");
    CHECK(assessment.problems[0].severity == Severity::warning);
    CHECK(assessment.complete);
  }
}
