// Laws that hold whatever is answered, tried on seeded random answers.
#include <doctest/doctest.h>

#include <random>

#include "calc/calc_examples.h"
#include "calc/rate_finder.h"

using namespace ftt;
using namespace ftt::test;

namespace {

std::string amount(std::mt19937& random) {
  return to_decimal(Money::from_cents(static_cast<std::int64_t>(random() % 500'000)));
}

}  // namespace

TEST_CASE("G1 is E11 and F together, whatever the order of edits") {
  std::mt19937 random(6040);
  for (int round = 0; round < 200; ++round) {
    const std::string transport = amount(random);
    const std::string saving = amount(random);
    const std::string trips = std::to_string(random() % 30);
    const Texts texts = {{Leaf::travel_budget_transport, transport},
                         {Leaf::additional_transit_savings, saving},
                         {Leaf::travel_budget_trips, trips}};
    Answers forward = example_b();
    Answers backward = example_b();
    for (const auto& [leaf, text] : texts) forward.set(leaf, text);
    for (auto entry = texts.end(); entry != texts.begin();) {
      --entry;
      backward.set(entry->first, entry->second);
    }
    const Worksheet a = worked(forward);
    const Worksheet b = worked(backward);
    CHECK(a.value(Line::cost_benefit_overall).money() ==
          a.value(Line::travel_budget_annual).money() + a.value(Line::additional_total).money());
    CHECK(a.value(Line::cost_benefit_overall) == b.value(Line::cost_benefit_overall));
    CHECK(*a.net_annual_change ==
          a.value(Line::locality_pay_difference).money() + a.value(Line::cost_benefit_overall).money());
  }
}

TEST_CASE("each added trip never lowers E11 when costs are not negative") {
  std::mt19937 random(2018);
  for (int round = 0; round < 40; ++round) {
    const std::string transport = amount(random);
    const std::string nights = to_decimal(Nights::from_units(static_cast<std::int64_t>(random() % 1000)));
    Answers answers = with(example_b(), {{Leaf::travel_budget_transport, transport},
                                         {Leaf::travel_budget_nights, nights},
                                         {Leaf::travel_budget_trip_cost_method, "per_diem"}});
    Money before;
    for (int trips = 0; trips <= 24; ++trips) {
      const std::string text = std::to_string(trips);
      answers.set(Leaf::travel_budget_trips, text);
      const Money annual = worked(answers).value(Line::travel_budget_annual).money();
      CHECK(annual >= before);
      before = annual;
    }
  }
}

TEST_CASE("exchanging the requested and the agency worksite turns the sign of D5") {
  struct County {
    std::string_view state;
    std::string_view county;
  };
  constexpr County counties[] = {{"DC", "District of Columbia"}, {"CO", "Denver County"}, {"WV", "Raleigh County"},
                                 {"CA", "San Francisco County"}, {"TX", "Harris County"}, {"NY", "New York County"}};
  const auto difference = [](const County& requested, const County& agency) {
    return worked(with(example_a(), {{Leaf::employee_requested_worksite_state, requested.state},
                                     {Leaf::employee_requested_worksite_county, requested.county},
                                     {Leaf::position_agency_worksite_state, agency.state},
                                     {Leaf::position_agency_worksite_county, agency.county}}))
        .value(Line::locality_pay_difference)
        .money();
  };
  for (const County& a : counties) {
    for (const County& b : counties) CHECK(difference(a, b) == -difference(b, a));
  }
}

TEST_CASE("break-even is the last number of trips that costs nothing more") {
  std::mt19937 random(8);
  for (int round = 0; round < 100; ++round) {
    const std::string transport = amount(random);
    Answers answers = with(example_b(), {{Leaf::travel_budget_transport, transport}});
    const BreakEven even = worked(answers).break_even;
    REQUIRE(even.state == BreakEven::State::trips);
    const auto net = [&](std::int64_t trips) {
      const std::string text = std::to_string(trips);
      answers.set(Leaf::travel_budget_trips, text);
      return *worked(answers).net_annual_change;
    };
    if (even.trips.value() > 365) continue;
    CHECK(net(even.trips.value()) <= Money());
    CHECK(net(even.trips.value() + 1) > Money());
  }
}

TEST_CASE("break-even says nothing against the sign of the net annual change, whatever a trip costs or saves") {
  std::mt19937 random(81);
  for (int round = 0; round < 300; ++round) {
    const std::string transport =
        to_decimal(Money::from_cents(static_cast<std::int64_t>(random() % 800'000) - 600'000));
    const std::string salary = std::to_string(80'000 + random() % 100'000);
    const std::int64_t trips = static_cast<std::int64_t>(random() % 40);
    const std::string text = std::to_string(trips);
    const Worksheet sheet = worked(with(example_b(), {{Leaf::travel_budget_transport, transport},
                                                      {Leaf::locality_pay_requested_salary, salary},
                                                      {Leaf::travel_budget_trips, text}}));
    const bool costs = sheet.verdict == Verdict::costs;
    switch (sheet.break_even.state) {
      case BreakEven::State::unknown:
        FAIL("every figure is known");
        break;
      case BreakEven::State::none:
        CHECK(costs);
        break;
      case BreakEven::State::any:
        CHECK_FALSE(costs);
        break;
      case BreakEven::State::trips:
        CHECK(costs == (trips > sheet.break_even.trips.value()));
        break;
      case BreakEven::State::at_least:
        CHECK(costs == (trips < sheet.break_even.trips.value()));
        break;
    }
  }
}

TEST_CASE("the same arguments give the same lines, found rates or not") {
  const Answers answers = example_a();
  const FoundRates found = find_rates(all_rates(), answers, example_day);
  const Worksheet a = calculate(found, answers);
  const Worksheet b = worked(answers);
  REQUIRE(a.lines.size() == b.lines.size());
  for (std::size_t i = 0; i < a.lines.size(); ++i) {
    CHECK(a.lines[i].id == b.lines[i].id);
    CHECK(a.lines[i].value == b.lines[i].value);
  }
}

TEST_CASE("a finder gives what the tables give, after each edit of any leaf") {
  RateFinder finder(all_rates());
  Answers answers = with(example_a(), {{Leaf::travel_budget_mie, ""}, {Leaf::travel_budget_lodging, ""}});
  const Texts edits = {{Leaf::employee_requested_worksite_county, "Denver County"},
                       {Leaf::employee_requested_worksite_state, "CO"},
                       {Leaf::travel_budget_transport, "500"},
                       {Leaf::position_grade, "13"},
                       {Leaf::position_step, "1"},
                       {Leaf::position_pay_plan, "ES"},
                       {Leaf::position_pay_plan, "GS"},
                       {Leaf::locality_pay_year, "2026"},
                       {Leaf::locality_pay_requested_area, "RUS"},
                       {Leaf::locality_pay_agency_area, "SF"},
                       {Leaf::travel_budget_per_diem_month, "03"},
                       {Leaf::arrangement_start, "2026-02-01"},
                       {Leaf::position_agency_worksite_state, "CA"},
                       {Leaf::position_agency_worksite_county, "San Francisco"},
                       {Leaf::position_agency_worksite_city, "San Francisco"},
                       {Leaf::locality_pay_requested_salary, "100000"},
                       {Leaf::locality_pay_agency_salary, "110000"}};
  for (const auto& edit : edits) {
    CAPTURE(info(edit.first).id);
    answers.set(edit.first, edit.second);
    const Worksheet remembered = calculate(finder.find(answers, example_day), answers);
    const Worksheet fresh = worked(answers);
    for (std::size_t i = 0; i < fresh.lines.size(); ++i) {
      CHECK(remembered.lines[i].value == fresh.lines[i].value);
      CHECK(remembered.lines[i].said == fresh.lines[i].said);
    }
  }
  const FoundRates& first = finder.find(answers, example_day);
  CHECK(&finder.find(answers, example_day) == &first);
}
