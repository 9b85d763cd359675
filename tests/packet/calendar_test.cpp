// A packet's dates as a calendar file: whose they are, and what a packet needs for one.
#include "packet/calendar.h"

#include "base/text.h"
#include "long_text.h"
#include "packet/field_words.h"
#include "packet/two_packets.h"

using namespace ftt;
using test::assessment_of;
using test::example_a;
using test::with;

namespace {

constexpr UtcTime stamp{calendar_date(2025, 5, 5), 15, 4, 9};

Result<std::string> calendar_of(const Packet& packet) {
  return packet_calendar(packet, assessment_of(packet).policy.deadlines, stamp);
}

// What the first entry is called.
std::string title_of(const Packet& packet) {
  return test::calendar_line(*calendar_of(packet), "SUMMARY");
}

}  // namespace

TEST_SUITE("packet: dates as a calendar file") {
  TEST_CASE("the titles say whose they are, by name, else by position; SEQUENCE is the revision") {
    const std::string named = *calendar_of(example_a());
    CHECK(title_of(example_a()).starts_with("Full-time telework\\, Kahaleʻulu-O'Brien: "));
    CHECK(test::calendar_line(named, "SEQUENCE") == "3");
    CHECK(test::calendar_line(named, "DTSTAMP") == "20250505T150409Z");
    const Packet recruit = with(example_a(), {{Leaf::arrangement_action, "recruit"},
                                              {Leaf::employee_last_name, ""},
                                              {Leaf::recruit_agreement_last_name, "Ito"}});
    CHECK(title_of(recruit).starts_with("Full-time telework\\, Ito: "));
    const Packet open = with(example_a(), {{Leaf::employee_last_name, ""}});
    CHECK(title_of(open).starts_with(concat("Full-time telework\\, ", open.answers.text(Leaf::position_title), ": ")));
  }

  TEST_CASE("a redacted packet names the position alone") {
    Packet redacted = example_a();
    redacted.is_redacted = true;  // whatever stands in its names
    CHECK(test::lacks(*calendar_of(redacted), "Kahale"));
    CHECK(title_of(redacted).starts_with(
        concat("Full-time telework\\, ", redacted.answers.text(Leaf::position_title), ": ")));
  }

  TEST_CASE("two packets have no UID in common, and one without an id is refused with the mend, at its place") {
    Packet other = example_a();
    other.id = "2f5d1c88-0c3b-4b52-8b1f-0f5f0a3f7e11";
    const std::string file = *calendar_of(other);
    CHECK(test::calendar_line(file, "UID") ==
          "review.first.2f5d1c88-0c3b-4b52-8b1f-0f5f0a3f7e11@full-time-telework.invalid");
    CHECK(test::lacks(file, example_a().id));
    other.id.clear();
    const Result<std::string> refused = calendar_of(other);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().where == "id");
    CHECK(refused.error().message ==
          "The packet has no id. A calendar needs it to update its entries. Open the packet in the wizard and save it "
          "to get one, or write a new UUID there.");
  }

  TEST_CASE("without a date there is none") {
    Packet without;
    without.id = "7b0c";
    CHECK(calendar_of(without).error().code == ErrorCode::not_found);
  }

  TEST_CASE("without a date the answers that start one are named, and giving any of them starts one") {
    constexpr Leaf starts[] = {Leaf::clock_requested_on,         Leaf::clock_hr_received_on,
                               Leaf::clock_deputy_received_on,   Leaf::arrangement_start,
                               Leaf::eligibility_position_start, Leaf::recruit_agreement_entry_on_duty};
    for (const std::string_view action : {"", "incumbent", "recruit"}) {
      CAPTURE(action);
      Packet without = with(Packet(), {{Leaf::arrangement_action, action}});
      without.id = "7b0c";
      const std::string refused = calendar_of(without).error().message;
      std::size_t named = 0;
      for (const Leaf leaf : starts) {
        CAPTURE(info(leaf).id);
        const bool is_named = test::contains(refused, name_of_leaf(info(leaf))).is_so;
        CHECK(is_named == calendar_of(with(without, {{leaf, "2026-08-03"}})).has_value());
        named += is_named ? 1 : 0;
      }
      CHECK(named >= 3);
    }
  }
}
