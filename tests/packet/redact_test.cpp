// A copy for wider circulation: nothing of a name or a home address is left in it, and what the figures need is.
#include "packet/redact.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "packet/review.h"
#include "packet/two_packets.h"

using namespace ftt;
using test::assessment_of;
using test::example_a;
using test::packet_in;
using test::with;

namespace {

std::string file_of(const Packet& packet) {
  return write_packet(packet, assessment_of(packet));
}

// What becomes of a text of example A, whose employee is Kaʻimi Kahaleʻulu-O'Brien.
std::string text_after(std::string_view text) {
  return redact(with(example_a(), {{Leaf::notes, text}})).packet.answers.text(Leaf::notes);
}

bool is_left_out(const Redacted& redacted, std::string_view field) {
  return std::any_of(redacted.left_out.begin(), redacted.left_out.end(),
                     [&](const LeftOut& one) { return one.field == field; });
}

// Every text that a person can type, filled in with a mark of its own; those of names and home are called so.
Packet filled_with_names() {
  Packet packet = with(example_a(), {{Leaf::employee_first_name, "Zebulon"}, {Leaf::employee_last_name, "Quill"}});
  for (const LeafInfo& leaf : leaves()) {
    if (leaf.member() == "name" && leaf.group == Group::signature) packet.answers.set(leaf.leaf, "Xanthe Vex");
    if (leaf.kind == Kind::long_text)
      packet.answers.set(leaf.leaf, "Zebulon Quill of 410 Main Street asks Xanthe Vex.");
    if (leaf.member() == "title" || leaf.member() == "label") packet.answers.set(leaf.leaf, "Aide to Quill");
  }
  for (const PlaceLeaves& place : {current_worksite, requested_worksite, reviewed_worksite, requested_at_review}) {
    packet.answers.set(place.address, "410 Main Street");
  }
  packet.answers.set(Leaf::recruit_agreement_last_name, "Quill");
  packet.answers.set(Leaf::recruit_agreement_first_name, "Zebulon");
  packet.answers.set(Leaf::annual_review_middle_initial, "N");
  packet.answers.set(Leaf::locality_pay_salary_source, "Letter to Zebulon");
  packet.answers.set(Leaf::travel_budget_nights, "ask Quill");
  packet.answers.set(Leaf::arrangement_type, "annual_review");
  packet.answers.set_actuals({{"2026H1", "see Quill"}});
  packet.prepared_by = "Zebulon Quill";
  packet.extras.set("badge", Json::string("Quill"));
  return packet;
}

}  // namespace

TEST_SUITE("packet: a copy for wider circulation") {
  TEST_CASE("no name and no home address is left, in it or in the packet under review") {
    Packet packet = filled_with_names();
    const Packet inner = filled_with_names();
    packet.reviewed = packet_json(inner, assessment_of(inner));
    packet.reviewed.find("annual_review")->set("reviewed", answered_json(inner));
    const Redacted redacted = redact(packet);
    const std::string file = file_of(redacted.packet);
    for (const std::string_view word : {"Zebulon", "Quill", "Xanthe", "Vex", "410 Main", "badge"}) {
      CAPTURE(word);
      CHECK(file.find(word) == std::string::npos);
    }
    CHECK(redacted.packet.answers.is_empty(Leaf::annual_review_middle_initial));
    for (const std::string_view field :
         {"employee.last_name", "employee.requested_worksite.address", "concurrences.executive.name", "notes", "badge",
          "actuals", "position.title", "annual_review.middle_initial", "annual_review.reviewed.employee.last_name",
          "annual_review.reviewed.badge", "annual_review.reviewed.annual_review.reviewed"}) {
      CAPTURE(field);
      CHECK(is_left_out(redacted, field));
    }
    for (const LeftOut& one : redacted.left_out) CHECK_FALSE(one.label.empty());
  }

  TEST_CASE("what the figures need stays, and they come out the same") {
    const Redacted redacted = redact(example_a());
    const Answers& answers = redacted.packet.answers;
    CHECK(answers.text(Leaf::employee_requested_worksite_city) == "Bozeman");
    CHECK(answers.text(Leaf::position_agency_worksite_address) == "1800 F Street NW");
    CHECK(answers.text(Leaf::employee_last_name) == left_out_words);
    CHECK(answers.text(Leaf::concurring_supervisor_title) == "Division Director");
    CHECK(assessment_of(redacted.packet).worksheet.net_annual_change ==
          assessment_of(example_a()).worksheet.net_annual_change);
    CHECK(assessment_of(redacted.packet).missing.size() == assessment_of(example_a()).missing.size());
    CHECK(redacted.left_out.front().label == "B1 Last name");
  }

  TEST_CASE("whole words go, a double name and each of its parts, with whatever mark behind them") {
    CHECK(text_after("Kaʻimi and Mr. Kahaleʻulu-O'Brien.") == "[left out] and Mr. [left out].");
    CHECK(text_after("O'Brien’s, “Kahaleʻulu” — O'BRIEN") == "[left out]’s, “[left out]” — [left out]");
    CHECK(text_after("At 410 Main Street, not 410 Main Streets") == "At [left out], not 410 Main Streets");
    CHECK(text_after("O'Briens and MacO'Brien stay, and éO'Brien") == "O'Briens and MacO'Brien stay, and éO'Brien");
  }

  TEST_CASE("a small word is no name, unless the name is written so") {
    const Packet will = with(example_a(), {{Leaf::employee_first_name, "Will"}, {Leaf::notes, "Will will; WILL"}});
    CHECK(redact(will).packet.answers.text(Leaf::notes) == "[left out] will; [left out]");
    const Packet small = with(example_a(), {{Leaf::employee_first_name, "will"}, {Leaf::notes, "Will will"}});
    CHECK(redact(small).packet.answers.text(Leaf::notes) == "[left out] [left out]");
  }

  TEST_CASE("a place stays where somebody is called like it") {
    const Packet packet = with(example_a(), {{Leaf::employee_last_name, "Bozeman"}});
    CHECK(redact(packet).packet.answers.text(Leaf::employee_requested_worksite_city) == "Bozeman");
  }

  TEST_CASE("a text stays as long as one may be") {
    std::string text;
    for (int i = 0; i < 6'666; ++i) text += "Al ";
    const Redacted redacted = redact(with(example_a(), {{Leaf::employee_first_name, "Al"}, {Leaf::notes, text}}));
    CHECK(read_packet(file_of(redacted.packet)).has_value());
    CHECK_FALSE(redacted.packet.answers.is_bad(Leaf::notes));
  }

  TEST_CASE("it says that it is one, opens with a notice, and a copy of it is the same") {
    const Packet copy = redact(example_a()).packet;
    const Result<OpenedPacket> opened = read_packet(file_of(copy));
    REQUIRE(opened.has_value());
    CHECK(opened->packet.is_redacted);
    CHECK(opened->notice.find("names and home address were left out") != std::string::npos);
    CHECK(redact(copy).left_out.empty());
    CHECK(file_of(redact(copy).packet) == file_of(copy));
  }

  TEST_CASE("of the packet under review the answers stay, so that a copy still lists the changes") {
    const Packet previous = example_a();
    Packet review = start_review(previous, assessment_of(previous), calendar_date(2026, 7, 20));
    review.answers.set(Leaf::travel_budget_trips, "5");
    const Packet copy = redact(review).packet;
    const std::optional<Review> found = find_review(test::rates_at_hand(), copy, assessment_of(copy));
    REQUIRE(found.has_value());
    CHECK(found->proposed == ReviewOutcome::update_attached);
    CHECK(read_reviewed(copy)->packet.is_redacted);
  }
}
