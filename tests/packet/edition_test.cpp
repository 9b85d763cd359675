// The edition of a packet: the one that it names, and from there on everything that is assessed.
#include "order/edition.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/json_writer.h"
#include "calc/half_years.h"
#include "figures.h"
#include "order/invented_edition.h"
#include "packet/assessor.h"
#include "packet/policy_json.h"
#include "packet/two_packets.h"

using namespace ftt;
using namespace ftt::test;

namespace {

Packet short_one() {
  return with(example_a(), {{Leaf::arrangement_term, "short"},
                            {Leaf::arrangement_start, "2025-07-14"},
                            {Leaf::arrangement_end, "2025-08-11"}});  // 29 days
}

std::string clocks_in(const Assessment& assessment) {
  return write_json(deadlines_json(assessment.policy.deadlines));
}

std::string message_on(const Assessment& assessment, std::string_view field) {
  for (const Problem& problem : assessment.problems) {
    if (problem.field == field) return problem.message;
  }
  return {};
}

}  // namespace

TEST_SUITE("packet: the edition") {
  TEST_CASE("each edition has its own id, and a packet goes by the one that it names") {
    for (const Edition* one : editions) {
      const auto same = [&](const Edition* other) { return other->id == one->id; };
      CHECK(std::count_if(editions.begin(), editions.end(), same) == 1);
      Packet packet;
      packet.order = one->id;
      CHECK(&edition_of(packet) == one);
      CHECK(assessed_on(packet, day_at_hand).edition == one);
    }
  }

  TEST_CASE("a new packet names the first edition, and so does one that names none that is known") {
    CHECK(&edition_of(Packet()) == editions.front());
    Packet packet;
    packet.order = invented_edition.id;
    CHECK(&edition_of(packet) == editions.front());
  }

  TEST_CASE("App. A, Part A, item 3: what the form says of the length is that of the edition") {
    const Packet packet = short_one();
    const Assessment assessment = assess(rates_at_hand(), packet.answers, {invented_edition, day_at_hand});
    CHECK(figures_of(message_on(assessment, "arrangement.term")) == "29 30 6040.2 ¶7a");
    CHECK(is_estimate(assessment.policy));
    const Packet longer = with(packet, {{Leaf::arrangement_end, "2025-08-13"}});  // 31 days
    CHECK_FALSE(is_estimate(assess(rates_at_hand(), longer.answers, {invented_edition, day_at_hand}).policy));
    CHECK(is_estimate(assess(rates_at_hand(), longer.answers, {hrm_6040_2, day_at_hand}).policy));
  }

  TEST_CASE("¶13e: no half-year lies before the day of the edition") {
    const Answers answers = with(example_a(), {{Leaf::arrangement_start, "2017-01-09"}}).answers;
    const TravelBudget budget{travel_plan(Worksheet(), answers), {}, {}};
    CHECK(name_of(half_years(budget, answers, day_at_hand, hrm_6040_2).front().half_year) == "2018H2");
    CHECK(name_of(half_years(budget, answers, day_at_hand, invented_edition).front().half_year) == "2024H1");
  }

  TEST_CASE("an assessor that is given another edition forgets the one before") {
    const Packet packet = with(example_a(), {{Leaf::eligibility_position_start, "2025-01-06"}});
    Assessor assessor(rates_at_hand());
    Assessment assessment;
    for (const Edition* edition : {&hrm_6040_2, &invented_edition, &hrm_6040_2}) {
      const AssessedOn on(*edition, day_at_hand);
      assessor.bring_up_to_date(assessment, packet.answers, on);
      const Assessment anew = assess(rates_at_hand(), packet.answers, on);
      CHECK(clocks_in(assessment) == clocks_in(anew));
      CHECK(assessment.policy.deadlines.front().days == edition->numbers.days_in_position.value.count());
    }
  }
}
