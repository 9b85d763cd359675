// A copy for wider circulation: nothing of a name or a home address is left in it, and what the figures need is.
#include "packet/redact.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/sha256.h"
#include "base/text.h"
#include "long_text.h"
#include "packet/review.h"
#include "packet/two_packets.h"

using namespace ftt;
using test::assessment_of;
using test::contains;
using test::example_a;
using test::file_of;
using test::packet_in;
using test::with;

namespace {

Redacted redacted_of(const Packet& packet) {
  return redact(packet, test::rates_with_zip_codes());
}

// What becomes of a text of example A, whose employee is Kaʻimi Kahaleʻulu-O'Brien.
std::string text_after(std::string_view text) {
  return redacted_of(with(example_a(), {{Leaf::notes, text}})).packet.answers.text(Leaf::notes);
}

bool is_left_out(const Redacted& redacted, std::string_view field) {
  return std::any_of(redacted.left_out.begin(), redacted.left_out.end(),
                     [&](const LeftOut& one) { return one.field == field; });
}

bool is_to_be_read(const Redacted& redacted, std::string_view field) {
  return std::any_of(redacted.texts.begin(), redacted.texts.end(),
                     [&](const TextLeft& one) { return one.field == field; });
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
  packet.answers.set_actuals({{"2026H1", "see Quill", "Quill", "Report of Zebulon"}});
  packet.answers.set(Leaf::prepared_by, "Zebulon Quill");
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
    const Redacted redacted = redacted_of(packet);
    const std::string file = file_of(redacted.packet);
    for (const std::string_view word : {"Zebulon", "Quill", "Xanthe", "Vex", "410 Main", "badge"}) {
      CAPTURE(word);
      CHECK(test::lacks(file, word));
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
    const Redacted redacted = redacted_of(example_a());
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
    CHECK(text_after("At 410 Main Street, not 1410 Maine Street") == "At [left out], not 1410 Maine Street");
    CHECK(text_after("MacO'Brien stays, and éO'Brien") == "MacO'Brien stays, and éO'Brien");
  }

  TEST_CASE("a place stays where somebody is called like it") {
    const Packet packet = with(example_a(), {{Leaf::employee_last_name, "Bozeman"}});
    const Redacted redacted = redacted_of(packet);
    CHECK(redacted.packet.answers.text(Leaf::employee_requested_worksite_city) == "Bozeman");
    CHECK(is_to_be_read(redacted, "employee.requested_worksite.city"));
    CHECK_FALSE(is_to_be_read(redacted_of(example_a()), "employee.requested_worksite.city"));
  }

  TEST_CASE("a place that no table knows is a text like any other, and so is the agency's address") {
    const Packet packet =
        with(example_a(), {{Leaf::employee_requested_worksite_city, "Bozeman (at O'Brien's)"},
                           {Leaf::employee_requested_worksite_county, "O'Brien"},
                           {Leaf::position_agency_worksite_address, "c/o O’BRIEN, 1800 F Street NW"}});
    const Answers& answers = redacted_of(packet).packet.answers;
    CHECK(answers.text(Leaf::employee_requested_worksite_city) == "Bozeman (at [left out]'s)");
    CHECK(answers.text(Leaf::employee_requested_worksite_county) == "[left out]");
    const Packet home = with(example_a(), {{Leaf::employee_requested_worksite_city, "Bozeman, 410 Main Street"}});
    CHECK(redacted_of(home).packet.answers.text(Leaf::employee_requested_worksite_city) == "Bozeman, [left out]");
    CHECK(answers.text(Leaf::position_agency_worksite_address) == "c/o [left out], 1800 F Street NW");
  }

  TEST_CASE("who prepared it is a person, unless it is an office") {
    Packet packet = example_a();
    for (const std::string_view office : {"supervisor", "employee", "Servicing HR office", ""}) {
      packet.answers.set(Leaf::prepared_by, office);
      CHECK(redacted_of(packet).packet.answers.text(Leaf::prepared_by) == office);
    }
    packet.answers.set(Leaf::prepared_by, "Supervisor Xanthe Vex");
    packet.answers.set(Leaf::notes, "The supervisor, Ms. VEX.");
    const Packet copy = redacted_of(packet).packet;
    CHECK(copy.answers.text(Leaf::prepared_by) == left_out_words);
    CHECK(copy.answers.text(Leaf::notes) == "The supervisor, Ms. [left out].");
  }

  TEST_CASE("an id that holds a name goes, a random one stays") {
    Packet packet = with(example_a(), {{Leaf::employee_first_name, "Bea"}});
    packet.id = "0beadead-0000-4000-8000-000000000001";
    CHECK(redacted_of(packet).packet.id == packet.id);
    packet.id = "obrien-2027";
    const Redacted redacted = redacted_of(packet);
    CHECK(redacted.packet.id.empty());
    CHECK(is_left_out(redacted, "id"));
    packet.id = "case 14";
    CHECK(redacted_of(packet).packet.id == "case 14");
  }

  TEST_CASE("it says of which packet it is a copy by the digest of a random id, and of no other") {
    Packet packet = example_a();
    packet.id = "7b0c9a52-6d1e-4f40-9f0c-52a9b1f2d3e4";
    const Packet copy = redacted_of(packet).packet;
    CHECK(copy.redacted_from == sha256_hex(packet.id));
    CHECK(contains(file_of(copy), concat("\"redacted_from\": \"", sha256_hex(packet.id), "\"")));
    const Result<OpenedPacket> opened = read_packet(file_of(copy));
    REQUIRE(opened.has_value());
    CHECK(opened->packet.redacted_from == copy.redacted_from);
    CHECK(opened->packet.extras == Json::object());
    // Of a copy that was saved as a packet of its own it stays.
    Packet saved = opened->packet;
    saved.id = "0beadead-0000-4000-8000-000000000001";
    CHECK(redacted_of(saved).packet.redacted_from == copy.redacted_from);
    for (const std::string_view id : {"obrien-2027", "case 14", "123-45-6789", ""}) {
      packet.id = id;
      CHECK(redacted_of(packet).packet.redacted_from.empty());
      CHECK(!contains(file_of(redacted_of(packet).packet), "redacted_from"));
    }
  }

  TEST_CASE("a redacted_from that is no digest is told, and kept as it is") {
    const Result<OpenedPacket> opened =
        read_packet(R"({"format": "telework-packet/1", "redacted": true, "redacted_from": "O'Brien"})");
    REQUIRE(opened.has_value());
    CHECK(opened->packet.redacted_from.empty());
    REQUIRE(opened->problems.size() == 1);
    CHECK(opened->problems.front().field == "redacted_from");
    CHECK(opened->problems.front().message ==
          "this is no SHA-256 of an id, in 64 of the digits 0 to 9 and a to f; delete it");
    CHECK(contains(file_of(opened->packet), "O'Brien"));
  }

  TEST_CASE("members that are not known go with their names, and what they call a name goes from the texts too") {
    Packet packet = packet_in(R"({"format": "telework-packet/1", "order": "of Ms. Vex",
        "employee": {"last_name": {"was": "Quill"}, "preferred_name": "Kunigunde", "O'Brien": 1},
        "concurring_supervisor": {"name": "Xanthe Vex"},
        "notes": "Kunigunde; quill; Kuno", "annual_review": {"reviewed": {"format": "telework-packet/1",
        "annual_review": {"reviewed": {"employee": {"last_name": "Born"}}}, "notes": "BORN; Vex"}}})");
    const Redacted redacted = redacted_of(packet);
    CHECK(redacted.packet.answers.text(Leaf::notes) == "[left out]; [left out]; Kuno");
    const std::string file = file_of(redacted.packet);
    for (const std::string_view word : {"Quill", "Kunigunde", "O'Brien", "Vex", "Born", "BORN"}) {
      CAPTURE(word);
      CHECK(test::lacks(file, word));
    }
    for (const LeftOut& one : redacted.left_out) CHECK(test::lacks(one.label, "Brien"));
  }

  TEST_CASE("the name of a file is nobody's; what a program calls a person goes") {
    Packet packet =
        with(example_a(), {{Leaf::notes, "Nine years of annual lease report. Kunigunde, Wendeline, Adalbert."}});
    packet.extras = *read_json(R"({"filename": "annual lease report.pdf", "scan": {"file_name": "years.pdf",
        "FileName": "nine"}, "supervisorName": "Kunigunde", "surname": "Wendeline", "username": "adalbert"})");
    CHECK(redacted_of(packet).packet.answers.text(Leaf::notes) ==
          "Nine years of annual lease report. [left out], [left out], [left out].");
  }

  TEST_CASE("the texts that stay are listed as they will read, those under review too") {
    Packet packet = with(example_a(), {{Leaf::notes, "O'Brien knows Kuno."}, {Leaf::travel_budget_nights, "ask Kuno"}});
    packet.reviewed = answered_json(packet);
    const Redacted redacted = redacted_of(packet);
    const auto text_of = [&](std::string_view field) {
      const auto found = std::find_if(redacted.texts.begin(), redacted.texts.end(),
                                      [&](const TextLeft& text) { return text.field == field; });
      return found == redacted.texts.end() ? std::string() : found->text;
    };
    CHECK(text_of("notes") == "[left out] knows Kuno.");
    CHECK(text_of("annual_review.reviewed.notes") == "[left out] knows Kuno.");
    CHECK(text_of("travel_budget.nights") == "ask Kuno");
    CHECK(text_of("concurring_supervisor.title") == "Division Director");
    for (const TextLeft& text : redacted.texts) {
      CHECK_FALSE(text.label.empty());
      CHECK(find_leaf(text.field.substr(text.field.starts_with("annual_review.reviewed.") ? 23 : 0)) != nullptr);
    }
  }

  TEST_CASE("every text that can be typed is left out, a place or listed") {
    Packet packet = example_a();
    for (const LeafInfo& leaf : leaves()) {
      if (leaf.kind == Kind::text || leaf.kind == Kind::long_text) packet.answers.set(leaf.leaf, "Kuno");
    }
    const Redacted redacted = redacted_of(packet);
    for (const LeafInfo& leaf : leaves()) {
      if (redacted.packet.answers.text(leaf.leaf) != "Kuno" || leaf.member() == "city" || leaf.member() == "county")
        continue;
      CAPTURE(leaf.id);
      CHECK(is_to_be_read(redacted, leaf.id));
    }
  }

  TEST_CASE("a text stays as long as one may be") {
    std::string text;
    for (int i = 0; i < 6'666; ++i) text += "Al ";
    const Redacted redacted = redacted_of(with(example_a(), {{Leaf::employee_first_name, "Al"}, {Leaf::notes, text}}));
    CHECK(read_packet(file_of(redacted.packet)).has_value());
    CHECK_FALSE(redacted.packet.answers.is_bad(Leaf::notes));
  }

  TEST_CASE("at the limit of a text no mark is left cut off") {
    const auto limit = static_cast<std::size_t>(info(Leaf::position_title).limits.maximum);
    REQUIRE(limit > 20);
    // The name of two letters fits, the words for it do not; then they just fit.
    for (const std::size_t before : {limit - 3, limit - 11}) {
      const Packet packet = with(example_a(), {{Leaf::employee_first_name, "Al"},
                                               {Leaf::position_title, concat(std::string(before, 'a'), " Al")}});
      const std::string title = redacted_of(packet).packet.answers.text(Leaf::position_title);
      CHECK(title ==
            (before == limit - 3 ? std::string(before, 'a') : concat(std::string(before, 'a'), " [left out]")));
    }
  }

  TEST_CASE("it says that it is one, opens with a notice, and a copy of it is the same") {
    const Packet copy = redacted_of(example_a()).packet;
    const Result<OpenedPacket> opened = read_packet(file_of(copy));
    REQUIRE(opened.has_value());
    CHECK(opened->packet.is_redacted);
    CHECK(opened->notice == "This is a redacted copy: names and home address were removed.");
    CHECK(redacted_of(copy).left_out.empty());
    CHECK(file_of(redacted_of(copy).packet) == file_of(copy));
  }

  TEST_CASE("of the packet under review the answers stay, so that a copy still lists the changes") {
    const Packet previous = example_a();
    Packet review = start_review(previous, assessment_of(previous), calendar_date(2026, 7, 20));
    review.answers.set(Leaf::travel_budget_trips, "5");
    const Packet copy = redacted_of(review).packet;
    const std::optional<Review> found = find_review(test::rates_at_hand(), copy, assessment_of(copy));
    REQUIRE(found.has_value());
    CHECK(found->proposed == ReviewOutcome::update_attached);
    CHECK(read_reviewed(copy)->packet.is_redacted);
  }
}
