// What a file says otherwise than the figures is told line by line and never replaced in silence.
#include <doctest/doctest.h>

#include "base/json_reader.h"
#include "base/text.h"
#include "packet/packet.h"
#include "packet/rates_at_hand.h"

using namespace ftt;
using test::rates_at_hand;

namespace {

constexpr Date today = calendar_date(2025, 5, 5);

// Example A with a text of its file changed.
std::vector<Difference> after_change(std::string_view from, std::string_view to) {
  std::string bytes = test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
  const std::size_t place = bytes.find(from);
  REQUIRE(place != std::string::npos);
  bytes.replace(place, from.size(), to);
  const Result<OpenedPacket> opened = read_packet(bytes);
  REQUIRE(opened.has_value());
  return differences(*opened, assess(rates_at_hand(), opened->packet.answers, {hrm_6040_2, today}));
}

}  // namespace

TEST_SUITE("packet: the file against the figures") {
  TEST_CASE("a packet as it was written has none") {
    CHECK(after_change("incumbent", "incumbent").empty());
  }

  TEST_CASE("a changed figure is told with both") {
    const std::vector<Difference> found = after_change("\"value\": \"2521.80\"", "\"value\": \"1622.60\"");
    REQUIRE(found.size() == 1);
    CHECK(found[0].field == "travel_budget.trip_cost");
    CHECK(found[0].message == "the file says 1,622.60, the figures give 2,521.80");
  }

  TEST_CASE("the same figure in other words is none") {
    CHECK(after_change("\"value\": \"2521.80\"", "\"value\": 2521.8").empty());
  }

  TEST_CASE("¶9: a concurrence that was given on other content than Parts A to I have is told, by its level") {
    const std::string before = "\"seal\": {";
    const auto found = [&](std::string_view digest) {
      return after_change(before, concat(before, "\"concurrences\": {\"executive\": \"", digest, "\"},"));
    };
    const std::vector<Difference> other = found("sha256:1111");
    REQUIRE(other.size() == 1);
    CHECK(other[0].field == "seal.concurrences.executive");
    CHECK(other[0].message.starts_with("Regional Commissioner (RC)"));
    CHECK(other[0].message ==
          "Regional Commissioner (RC), Assistant Commissioner, or equivalent (SES level): this concurrence was given "
          "on other content than Parts A to I have here; it is to be given again, or Parts A to I are to be put back");
    const Result<OpenedPacket> packet = read_packet(test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json"));
    CHECK(found(content_seal(packet->packet)).empty());
    Packet redacted = packet->packet;
    redacted.extras = *read_json(R"({"seal": {"concurrences": {"executive": "sha256:1111"}}})");
    CHECK(concurrences_on_other_content(redacted).size() == 1);
    redacted.is_redacted = true;
    REQUIRE(concurrences_on_other_content(redacted).size() == 1);
    CHECK(concurrences_on_other_content(redacted)[0].message ==
          "Regional Commissioner (RC), Assistant Commissioner, or equivalent (SES level): this concurrence was given "
          "on other content than Parts A to I have here; names were left out of this copy, so that the full one alone "
          "tells whether it stands");
  }

  TEST_CASE("a changed answer shows in the lines that hang on it and in the seal") {
    const std::vector<Difference> found = after_change("\"transport\": \"412.60\"", "\"transport\": \"112.60\"");
    REQUIRE(found.size() > 2);
    CHECK(found.front().field == "travel_budget.trip_cost");
    CHECK(found.front().message == "the file says 2,521.80, the figures give 1,621.80");
    REQUIRE(found.back().field == "seal.parts.travel_budget");
    CHECK(found.back().message == "Part E is not what the file's seal was taken over: it has been changed");
    CHECK(found[found.size() - 2].field == "seal.content");
  }

  TEST_CASE("a part that was emptied or filled in since is told as such") {
    CHECK(after_change("\"relocation\": {", "\"relocated\": {").back().message ==
          "Part H has been emptied since the seal was taken");
    const std::vector<Difference> found = after_change("\"parts\": {", "\"parts\": {\"x\": \"\"}, \"were\": {");
    REQUIRE(!found.empty());
    CHECK(found.front().message == "Part A has been filled in since the seal was taken");
  }

  TEST_CASE("a figure that the file does not know, and text in place of one") {
    CHECK(after_change("\"value\": \"2521.80\"", "\"value\": null").at(0).message ==
          "the file says that it is unknown, the figures give 2,521.80");
    CHECK(after_change("\"value\": \"2521.80\"", "\"value\": \"a lot\"").at(0).message ==
          "the file says \"a lot\", the figures give 2,521.80");
  }

  TEST_CASE("a line that there is not, and other rates") {
    CHECK(after_change("\"id\": \"travel_budget.trip_cost\"", "\"id\": \"travel_budget.fare\"").at(0).message ==
          "the file says 2,521.80, the figures have no such line");
    CHECK(after_change("\"pay_year\": 2025", "\"pay_year\": 2025, \"digest\": \"sha256:0\"").at(0).field ==
          "rates.digest");
  }
}
