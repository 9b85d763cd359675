// ¶11, App. D: the yearly review as a new revision, what it lists, what it proposes, and what was spent.
#include "packet/review.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "packet/two_packets.h"

using namespace ftt;
using test::approved_by_all;
using test::assessment_of;
using test::example_a;
using test::rates_at_hand;
using test::review_of;
using test::with;

namespace {

constexpr Date july = calendar_date(2026, 7, 20);

// Approved, signed and received: what the next round has to do anew.
Packet approved() {
  return with(approved_by_all(example_a()), {{Leaf::concurrences_supervisor_name, "A. Lee"},
                                             {Leaf::worksite_change_completed, "2025-07-14"},
                                             {Leaf::clock_requested_on, "2025-05-05"},
                                             {Leaf::agreement_same_commuting_area, "no"},
                                             {Leaf::agreement_analysis_tool_approved, "yes"},
                                             {Leaf::agreement_employee_signature_name, "K. N."},
                                             {Leaf::agreement_employee_signature_date, "2025-06-20"},
                                             {Leaf::eligibility_telework_agreement_approved, "yes"},
                                             {Leaf::notes, "n"}});
}

Packet started(const Packet& previous) {
  return start_review(previous, assessment_of(previous), july);
}

const PacketChange* find(const Review& review, std::string_view field) {
  for (const PacketChange& change : review.comparison.changes) {
    if (change.field == field) return &change;
  }
  return nullptr;
}

}  // namespace

TEST_SUITE("packet: starting a review") {
  TEST_CASE("¶11a: it is a new revision of the same packet, prepared today") {
    const Packet review = started(approved());
    CHECK(review.id == example_a().id);
    CHECK(review.revision == 4);
    CHECK(review.prepared_on == july);
    CHECK(review.answers.arrangement_type().value() == ArrangementType::annual_review);
    Packet first = approved();
    first.revision.reset();
    CHECK(started(first).revision == 1);
    // The largest number that a file can have has none behind it.
    first.revision = 9'007'199'254'740'991;
    CHECK(started(first).revision == first.revision);
  }

  TEST_CASE("App. D: it fills itself") {
    const Answers answers = started(approved()).answers;
    CHECK(answers.text(Leaf::annual_review_last_name) == "Kahaleʻulu-O'Brien");
    CHECK(answers.text(Leaf::annual_review_middle_initial) == "N");
    CHECK(answers.text(Leaf::annual_review_current_worksite_city) == "Bozeman");
    CHECK(answers.text(Leaf::annual_review_requested_worksite_county) == "Gallatin County");
    CHECK(answers.text(Leaf::annual_review_date) == "2026-07-20");
    CHECK(answers.text(Leaf::annual_review_tool_date) == "2025-05-05");
    CHECK(answers.is_empty(Leaf::annual_review_outcome));
    CHECK(answers.text(Leaf::employee_current_worksite_city) == "Bozeman");
    CHECK(answers.text(Leaf::employee_requested_worksite_city) == "Bozeman");
  }

  TEST_CASE("what was signed, decided or received is to be given anew; the rest stays") {
    Packet previous = approved();
    previous.answers.set_actuals({{"2026H1", "4000"}});
    previous.answers.set(Leaf::record_budget_contact_included, "yes");
    previous.answers.set(Leaf::ending_reason, "suspension");
    previous.extras.set("x", Json::number(1));
    const Packet review = started(previous);
    for (const Leaf leaf :
         {Leaf::concurring_supervisor_name, Leaf::concurrences_supervisor_name, Leaf::determination_outcome,
          Leaf::determination_date, Leaf::worksite_change_completed, Leaf::clock_requested_on,
          Leaf::agreement_analysis_tool_approved, Leaf::prepared_by, Leaf::record_budget_contact_included,
          Leaf::ending_reason, Leaf::agreement_employee_signature_name, Leaf::agreement_employee_signature_date}) {
      CAPTURE(info(leaf).id);
      CHECK(review.answers.is_empty(leaf));
    }
    CHECK(review.answers.text(Leaf::agreement_same_commuting_area) == "no");
    CHECK(review.answers.text(Leaf::eligibility_telework_agreement_approved) == "yes");
    CHECK(review.answers.text(Leaf::notes) == "n");
    CHECK(review.answers.text(Leaf::justification_cost) == previous.answers.text(Leaf::justification_cost));
    CHECK(review.answers.actuals() == previous.answers.actuals());
    CHECK(review.extras == previous.extras);
  }

  TEST_CASE("a recruit is an incumbent by now, under the name of the Recruit Agreement") {
    const Packet recruit = with(example_a(), {{Leaf::arrangement_action, "recruit"},
                                              {Leaf::employee_last_name, ""},
                                              {Leaf::employee_first_name, "old"},
                                              {Leaf::recruit_agreement_last_name, "Ito"},
                                              {Leaf::recruit_agreement_first_name, "Emi"}});
    const Answers answers = started(recruit).answers;
    CHECK(answers.action().value() == Action::incumbent);
    CHECK(answers.text(Leaf::employee_last_name) == "Ito");
    CHECK(answers.text(Leaf::employee_first_name) == "Emi");
    CHECK(answers.text(Leaf::annual_review_last_name) == "Ito");
    CHECK(answers.text(Leaf::recruit_agreement_last_name) == "Ito");
  }

  TEST_CASE("the packet under review stays inside with its figures, without one of its own, and comes back") {
    const Packet first = approved();
    const Packet second = started(first);
    CHECK(second.reviewed == packet_json(first, assessment_of(first)));
    const Packet third = start_review(second, assessment_of(second), calendar_date(2027, 7, 20));
    CHECK(third.reviewed.find("annual_review")->find("reviewed") == nullptr);
    CHECK(*third.reviewed.find_string("prepared_on") == "2026-07-20");

    const std::string file = write_packet(second, assessment_of(second));
    const Packet again = test::packet_in(file);
    CHECK(again.reviewed == second.reviewed);
    CHECK(write_packet(again, assessment_of(again)) == file);
    CHECK(find_reviewed(again)->packet.answers == first.answers);
    CHECK_FALSE(find_reviewed(first).has_value());
    CHECK_FALSE(find_reviewed(with(second, {{Leaf::arrangement_type, "new"}})).has_value());
  }
}

TEST_SUITE("packet: what a review says") {
  TEST_CASE("¶11c: rates alone that moved propose no update, and are listed") {
    const Review review = review_of(started(approved()));
    CHECK(find_ending(review) == nullptr);
    CHECK(review.findings.empty());
    CHECK(review.proposed == ReviewOutcome::no_update);
    CHECK(find(review, "rates.pay_year")->new_words == "2026");
    CHECK(find(review, "locality_pay.difference") != nullptr);
    for (const PacketChange& change : review.comparison.changes) CHECK(change.kind != ChangeKind::answer);
    CHECK(review.why ==
          "No answer in Parts A to I changed: the Analysis Tool shows the work as it is. The rates changed, and so "
          "did the figures: 1 entry is listed.");
    CHECK(words_of(review.comparison.old_packet) == "Revision 3, May 5, 2025");
    CHECK(words_of(review.comparison.new_packet) == "Revision 4, July 20, 2026");
    CHECK(review.differences.empty());
  }

  TEST_CASE("what the round itself brings is no change of the arrangement; a note is one, but none of substance") {
    Packet packet = with(started(approved()), {{Leaf::annual_review_outcome, "no_update"},
                                               {Leaf::annual_review_supervisor_signature_name, "A. Lee"},
                                               {Leaf::concurring_supervisor_name, "A. Lee"},
                                               {Leaf::determination_outcome, "approved"},
                                               {Leaf::clock_requested_on, "2026-07-20"},
                                               {Leaf::agreement_employee_signature_name, "K. N."},
                                               {Leaf::notes, "other"}});
    packet.answers.set_actuals({{"2026H1", "4000"}});
    const Review review = review_of(packet);
    std::string answers;
    for (const PacketChange& change : review.comparison.changes) {
      if (change.kind == ChangeKind::answer) append(answers, change.field, " ");
    }
    CHECK(answers == "notes ");
    CHECK(review.proposed == ReviewOutcome::no_update);
  }

  TEST_CASE("¶11a: an answer of Parts A to I that changed proposes an update; so does a step") {
    const Review review = review_of(with(started(approved()), {{Leaf::position_step, "6"}}));
    CHECK(review.proposed == ReviewOutcome::update_attached);
    CHECK(review.why == "1 answer in Parts A to I changed: the updated Analysis Tool is attached.");
    CHECK(find_ending(review) == nullptr);
  }

  TEST_CASE("¶12a: a move to another pay area is said first; both areas by today's definitions") {
    const Review review =
        review_of(with(started(approved()), {{Leaf::employee_requested_worksite_city, "Denver"},
                                             {Leaf::employee_requested_worksite_county, "Denver County"},
                                             {Leaf::employee_requested_worksite_state, "CO"}}));
    REQUIRE(find_ending(review) != nullptr);
    CHECK(find_ending(review)->rule == "change.locality");
    CHECK(find_ending(review)->message ==
          "The official worksite moves from Bozeman, MT to Denver, CO, out of the locality pay area Rest of U.S. into "
          "Denver-Aurora, CO: the arrangement must end.");
    CHECK(review.proposed == ReviewOutcome::update_attached);
    CHECK(find(review, "employee.requested_worksite")->new_words == "410 Main Street, Denver, Denver County, CO");
    CHECK(find(review, "employee.current_worksite") == nullptr);
  }

  TEST_CASE("¶1d, ¶12a: a worksite nearby takes a new arrangement, another grade ends it") {
    const Packet packet = started(approved());
    CHECK(review_of(with(packet, {{Leaf::employee_requested_worksite_city, "Belgrade"}})).findings.at(0).rule ==
          "change.worksite");
    CHECK(find_ending(review_of(with(packet, {{Leaf::position_grade, "13"}})))->rule == "change.position");
  }

  TEST_CASE(
      "¶11a: the round under review is dated by its review, else by its own day; which August 15 it is hangs on it") {
    constexpr Date today = calendar_date(2026, 11, 21);
    const Packet first = started(example_a());
    CHECK(assessed_on(first, today).last_round == example_a().prepared_on);
    CHECK_FALSE(assessed_on(example_a(), today).last_round.has_value());
    const Packet made_in_july = with(first, {{Leaf::annual_review_date, "2026-07-10"}});
    const Packet second = start_review(made_in_july, assessment_of(made_in_july), today);
    CHECK(assessed_on(second, today).last_round == calendar_date(2026, 7, 10));
    const auto due_of = [&](const Packet& packet) {
      const Assessment assessment = assess(rates_at_hand(), packet.answers, assessed_on(packet, today));
      const std::vector<Document>& documents = assessment.policy.documents;
      const auto review = std::find_if(documents.begin(), documents.end(),
                                       [](const Document& document) { return document.id == "doc.annual_review"; });
      return review->due;
    };
    CHECK(due_of(second) == calendar_date(2027, 8, 15));
    CHECK(due_of(with(first, {{Leaf::annual_review_date, "2026-11-21"}})) == calendar_date(2026, 8, 15));
  }

  TEST_CASE("¶13b: approved trips and dollars beside what was spent, with two warnings") {
    Packet packet = started(approved());
    packet.answers.set_actuals(
        {{"2024H2", "99999"}, {"2025H2", "2177.29"}, {"2026H1", "8000"}, {"2026H2", "3000"}, {"2027H1", "10087.21"}});
    const Review review = review_of(packet);
    CHECK(review.approved.is_approved == Known<bool>::answered(true));
    CHECK(review.approved.trips.value() == Count(4));
    CHECK(review.approved.annual == Money::from_cents(1008720));
    REQUIRE(review.years.size() == 3);
    CHECK(review.years[0].warning == SpendingWarning::none);
    CHECK(review.years[1].warning == SpendingWarning::above);
    CHECK_FALSE(review_of(started(with(approved(), {{Leaf::concurrences_hr_director_decision, ""}})))
                    .approved.is_approved.value());
    CHECK(words_of(review.years[1]) == "Fiscal year 2026: $11,000.00 spent, which is above the approved $10,087.20.");
    CHECK(review.years[2].warning == SpendingWarning::above_twice);
    REQUIRE(review.half_years.size() == 4);
    CHECK(name_of(review.half_years[0].half_year) == "2025H2");
    // It began on July 14, 2025: 79 of the half's 183 days.
    CHECK(words_of(review.years[0]) ==
          "April to September 2025: $2,177.29 spent, which is within the approved $2,177.29.");
    CHECK(review.years[2].half == HalfYear::parse("2027H1"));

    CHECK(review_of(started(example_a())).approved.is_approved.is_missing());
  }

  TEST_CASE("a file that was changed by hand since is told") {
    Packet packet = started(approved());
    packet.reviewed.find("travel_budget")->set("trips", Json::number(9));
    const Review review = review_of(packet);
    REQUIRE_FALSE(review.differences.empty());
    CHECK(verdict_of(review.differences).starts_with("Part E was changed after it was sealed."));
  }

  TEST_CASE("as JSON") {
    const Json json = review_json(review_of(started(approved())));
    CHECK(json.find("ends")->as_boolean() == false);
    CHECK(*json.find_string("proposed") == "no_update");
    CHECK(*json.find("approved")->find_string("annual") == "10087.20");
    CHECK(json.find("comparison")->find("changes")->as_array()->size() > 3);
  }
}
