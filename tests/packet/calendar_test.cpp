// A packet's dates as a calendar file: whose they are, and what a packet needs for one.
#include "packet/calendar.h"

#include "base/text.h"
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

// As one line, which a calendar program reads it as.
std::string unfolded(std::string file) {
  for (std::size_t fold = file.find("\r\n "); fold != std::string::npos; fold = file.find("\r\n ")) file.erase(fold, 3);
  return file;
}

}  // namespace

TEST_SUITE("packet: dates as a calendar file") {
  TEST_CASE("the titles say whose they are, by name, else by position; SEQUENCE is the revision") {
    const std::string named = unfolded(*calendar_of(example_a()));
    CHECK(named.find("SUMMARY:Full-time telework\\, Kahaleʻulu-O'Brien: ") != std::string::npos);
    CHECK(named.find("SEQUENCE:3\r\n") != std::string::npos);
    CHECK(named.find("DTSTAMP:20250505T150409Z\r\n") != std::string::npos);
    const Packet recruit = with(example_a(), {{Leaf::arrangement_action, "recruit"},
                                              {Leaf::employee_last_name, ""},
                                              {Leaf::recruit_agreement_last_name, "Ito"}});
    CHECK(unfolded(*calendar_of(recruit)).find("Full-time telework\\, Ito: ") != std::string::npos);
    const Packet open = with(example_a(), {{Leaf::employee_last_name, ""}});
    CHECK(unfolded(*calendar_of(open))
              .find(concat("Full-time telework\\, ", open.answers.text(Leaf::position_title), ": ")) !=
          std::string::npos);
  }

  TEST_CASE("a redacted packet names the position alone") {
    Packet redacted = example_a();
    redacted.is_redacted = true;  // whatever stands in its names
    const std::string file = unfolded(*calendar_of(redacted));
    CHECK(file.find("Kahale") == std::string::npos);
    CHECK(file.find(redacted.answers.text(Leaf::position_title)) != std::string::npos);
  }

  TEST_CASE("two packets have no UID in common, and one without an id is refused with the mend, at its place") {
    Packet other = example_a();
    other.id = "2f5d1c88-0c3b-4b52-8b1f-0f5f0a3f7e11";
    const std::string file = *calendar_of(other);
    CHECK(file.find("UID:review.first.2f5d1c88-0c3b-4b52-8b1f-0f5f0a3f7e11@") != std::string::npos);
    CHECK(file.find(example_a().id) == std::string::npos);
    other.id.clear();
    const Result<std::string> refused = calendar_of(other);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().where == "id");
    CHECK(refused.error().message.find("UUID") != std::string::npos);
  }

  TEST_CASE("without a date there is none") {
    Packet without;
    without.id = "7b0c";
    CHECK(calendar_of(without).error().code == ErrorCode::not_found);
  }

  TEST_CASE("without a date the answers that start one are named, and giving any of them starts one") {
    constexpr Leaf starts[] = {Leaf::clock_requested_on,
                               Leaf::clock_hr_received_on,
                               Leaf::clock_deputy_received_on,
                               Leaf::arrangement_start,
                               Leaf::eligibility_position_start,
                               Leaf::recruit_agreement_entry_on_duty};
    for (const std::string_view action : {"", "incumbent", "recruit"}) {
      CAPTURE(action);
      Packet without = with(Packet(), {{Leaf::arrangement_action, action}});
      without.id = "7b0c";
      const std::string refused = calendar_of(without).error().message;
      std::size_t named = 0;
      for (const Leaf leaf : starts) {
        CAPTURE(info(leaf).id);
        const bool is_named = refused.find(name_of_leaf(info(leaf))) != std::string::npos;
        CHECK(is_named == calendar_of(with(without, {{leaf, "2026-08-03"}})).has_value());
        named += is_named ? 1 : 0;
      }
      CHECK(named >= 3);
    }
  }
}
