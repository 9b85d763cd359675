// Three years of one arrangement, told in goldens: new in 2024, unchanged in 2025 though the rates moved, a move to
// another pay area in 2026 (HRM 6040.2 ¶11, ¶12a).
//
// scenarios/review-<year>.json is the packet, made from the year before; .comparison.json what differs from that
// packet, .review.json what the review says.
#include <doctest/doctest.h>

#include "base/json_writer.h"
#include "packet/forms.h"
#include "packet/golden.h"
#include "packet/review.h"
#include "packet/two_packets.h"

using namespace ftt;
using test::assessment_of;
using test::check_golden;
using test::rates_at_hand;
using test::review_of;
using test::with;

namespace {

std::string path_of(int year, std::string_view ending) {
  return concat(FTT_TESTS_DIR "/scenarios/review-", year, ending);
}

std::string golden_of(const Packet& packet) {
  return test::without_digest_member(test::file_of(packet));
}

// The only one that is written by hand.
Packet of_2024() {
  return test::packet_in(test::read_file(path_of(2024, ".json")));
}

// Reviewed, found to fit, and signed.
Packet of_2025() {
  const Packet previous = of_2024();
  Packet packet = with(start_review(previous, assessment_of(previous), calendar_date(2025, 7, 21)),
                       {{Leaf::annual_review_outcome, "no_update"},
                        {Leaf::annual_review_hr_signature_name, "Priya Raman"},
                        {Leaf::annual_review_hr_signature_date, "2025-08-04"},
                        {Leaf::annual_review_supervisor_signature_name, "Dolores Haze-Whitfield"},
                        {Leaf::annual_review_supervisor_signature_date, "2025-07-28"},
                        {Leaf::concurring_supervisor_name, "Dolores Haze-Whitfield"},
                        {Leaf::concurring_supervisor_title, "Division Director"},
                        {Leaf::concurring_supervisor_decision, "concur"},
                        {Leaf::concurring_supervisor_date, "2025-07-28"},
                        {Leaf::concurrences_supervisor_name, "Dolores Haze-Whitfield"},
                        {Leaf::concurrences_supervisor_title, "Division Director"},
                        {Leaf::concurrences_supervisor_decision, "concur"},
                        {Leaf::concurrences_supervisor_date, "2025-07-28"},
                        {Leaf::concurrences_second_level_name, "Tobias Marchetti"},
                        {Leaf::concurrences_second_level_title, "Deputy Assistant Commissioner"},
                        {Leaf::concurrences_second_level_decision, "concur"},
                        {Leaf::concurrences_second_level_date, "2025-07-29"},
                        {Leaf::concurrences_executive_name, "Renata Okonkwo"},
                        {Leaf::concurrences_executive_title, "Assistant Commissioner"},
                        {Leaf::concurrences_executive_decision, "concur"},
                        {Leaf::concurrences_executive_date, "2025-07-31"},
                        {Leaf::concurrences_hr_director_name, "Priya Raman"},
                        {Leaf::concurrences_hr_director_title, "Servicing HR Director"},
                        {Leaf::concurrences_hr_director_decision, "concur"},
                        {Leaf::concurrences_hr_director_date, "2025-08-04"},
                        {Leaf::concurrences_deputy_administrator_name, "Samuel Ortega-Lind"},
                        {Leaf::concurrences_deputy_administrator_title, "Deputy Administrator"},
                        {Leaf::concurrences_deputy_administrator_decision, "concur"},
                        {Leaf::concurrences_deputy_administrator_date, "2025-08-14"},
                        {Leaf::determination_outcome, "approved"},
                        {Leaf::determination_date, "2025-08-14"}});
  packet.answers.set_actuals({{"2024H2", "1612.40"}, {"2025H1", "5230.00"}});
  return packet;
}

// The family moves again: from Bozeman (Rest of U.S.) to Denver.
Packet of_2026() {
  const Packet previous = of_2025();
  Packet packet = with(start_review(previous, assessment_of(previous), calendar_date(2026, 7, 20)),
                       {{Leaf::employee_requested_worksite_address, "77 Larimer Street"},
                        {Leaf::employee_requested_worksite_city, "Denver"},
                        {Leaf::employee_requested_worksite_county, "Denver County"},
                        {Leaf::employee_requested_worksite_state, "CO"},
                        {Leaf::annual_review_requested_worksite_address, "77 Larimer Street"},
                        {Leaf::annual_review_requested_worksite_city, "Denver"},
                        {Leaf::annual_review_requested_worksite_county, "Denver County"},
                        {Leaf::annual_review_requested_worksite_state, "CO"},
                        {Leaf::travel_budget_transport, "286.00"},
                        {Leaf::position_step, "6"},
                        {Leaf::annual_review_outcome, "update_attached"}});
  packet.answers.set_actuals(
      {{"2024H2", "1612.40"}, {"2025H1", "5230.00"}, {"2025H2", "5480.00"}, {"2026H1", "7120.00"}});
  return packet;
}

void check_year(int year, const Packet& previous, const Packet& packet) {
  CAPTURE(year);
  const std::string file = golden_of(packet);
  check_golden(path_of(year, ".json"), file);
  // Opened again it is the same packet, and says the same.
  const Packet again = test::packet_in(file);
  CHECK(golden_of(again) == file);
  const Comparison comparison = compare(previous, assessment_of(previous), again, assessment_of(again));
  check_golden(path_of(year, ".comparison.json"), write_json(comparison_json(comparison)));
  check_golden(path_of(year, ".review.json"), write_json(review_json(review_of(again))));
}

}  // namespace

TEST_SUITE("packet: an arrangement through three years") {
  TEST_CASE("2024: new, approved and signed before it begins") {
    const Packet packet = of_2024();
    check_golden(path_of(2024, ".json"), golden_of(packet));
    CHECK_FALSE(find_review(rates_at_hand(), packet, assessment_of(packet)).has_value());
    const std::vector<FormStatus> forms = find_forms(packet, assessment_of(packet));
    CHECK(forms[0].is_complete);
    CHECK(forms[1].is_complete);
    CHECK(forms[1].before_it_begins.empty());
  }

  TEST_CASE("¶11c, 2025: the rates moved, the work did not: no update") {
    check_year(2025, of_2024(), of_2025());
    const Review review = review_of(of_2025());
    CHECK(find_ending(review) == nullptr);
    CHECK(review.proposed == ReviewOutcome::no_update);
    for (const PacketChange& change : review.comparison.changes) CHECK(change.kind != ChangeKind::answer);
    CHECK(find_forms(of_2025(), assessment_of(of_2025()))[3].is_complete);
  }

  TEST_CASE("¶12a, 2026: a move to another pay area ends it, whatever else has changed") {
    check_year(2026, of_2025(), of_2026());
    const Review review = review_of(of_2026());
    REQUIRE(find_ending(review) != nullptr);
    CHECK(find_ending(review)->rule == "change.locality");
    CHECK(review.proposed == ReviewOutcome::update_attached);
    REQUIRE(review.years.size() == 2);
    CHECK(review.years[0].warning == SpendingWarning::above);
  }
}
