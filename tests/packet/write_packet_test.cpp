// The same answers give the same bytes, in one order of members, and what is not known comes back unchanged.
#include <doctest/doctest.h>

#include "base/text.h"
#include "long_text.h"
#include "packet/packet.h"

using namespace ftt;

namespace {

// The packet written, read and written again.
std::string twice(const std::string& bytes) {
  const Result<OpenedPacket> opened = read_packet(bytes);
  REQUIRE(opened.has_value());
  return write_packet(opened->packet, {});
}

std::string once(std::string_view members) {
  return twice(concat("{\"format\": \"telework-packet/1\", ", members, "}"));
}

}  // namespace

TEST_SUITE("packet: writing") {
  TEST_CASE("members stand in their order, whatever the order they came in") {
    const std::string written = once(
        R"("notes": "n", "ending": {"reason": "review"}, "record": {"budget_contact": {"included": true}},
           "prepared_by": "employee", "clock": {"requested_on": "2026-12-18"},
           "employee": {"first_name": "A", "last_name": "B"},
           "arrangement": {"term": "long", "action": "recruit"}, "revision": 3, "id": "x", "annual_review": {"a": 1})");
    std::size_t last = 0;
    for (const std::string_view name :
         {"format", "id", "revision", "prepared_by", "order", "arrangement", "action", "term", "employee", "last_name",
          "first_name", "annual_review", "clock", "record", "ending", "notes", "worksheet", "rates", "seal"}) {
      CAPTURE(name);
      const std::size_t place = written.find(concat("\"", name, "\":"));
      REQUIRE(place != std::string::npos);
      CHECK(place > last);
      last = place;
    }
    CHECK(written.back() == '\n');
  }

  TEST_CASE("writing what was read gives the same bytes again") {
    const std::string first = once(
        R"("travel_budget": {"transport": "1,234.5", "nights": "three", "trips": 4, "strange": [1, {"a": null}]},
           "actuals": [{"half_year": "2027H1", "spent": "1", "trips": 3, "source": "OCFO", "by": "x"},
                       {"half_year": "2027H2", "spent": "2", "trips": "three"}],
           "employee": {"first_name": ["Ann"], "requested_worksite": {"county": "Ada", "planet": "Earth"}},
           "rates": {"digest": "old", "checked_by": "y"}, "seal": {"content": "old", "concurrences": {"supervisor": "s"}},
           "future": {"a": [1.50, 2e3]}, "prepared_on": "2026-11-21")");
    CHECK(twice(first) == first);
  }

  TEST_CASE("members that are not known are kept at every level, numbers with their own text") {
    const std::string written = once(
        R"("future": {"a": [1.50, 2e3]}, "travel_budget": {"nights": "3", "strange": true},
           "employee": {"requested_worksite": {"planet": "Earth"}}, "actuals": [{"half_year": "2027H1", "by": "x"}],
           "seal": {"concurrences": {"supervisor": "s"}}, "worksheet": {"made_by": "z"}, "rates": {"checked_by": "y"})");
    for (const auto& kept : {std::pair("future/a", "[1.50,2e3]"), std::pair("travel_budget/strange", "true"),
                             std::pair("employee/requested_worksite/planet", "\"Earth\""),
                             std::pair("actuals/0/by", "\"x\""), std::pair("seal/concurrences/supervisor", "\"s\""),
                             std::pair("worksheet/made_by", "\"z\""), std::pair("rates/checked_by", "\"y\"")}) {
      CAPTURE(kept.first);
      CHECK(test::member(written, kept.first) == kept.second);
    }
  }

  TEST_CASE("what stood where an answer goes is written back until there is an answer") {
    Result<OpenedPacket> opened =
        read_packet(R"({"format": "telework-packet/1", "employee": {"first_name": ["Ann"]}, "travel_budget": "none"})");
    REQUIRE(opened.has_value());
    CHECK(test::member(write_packet(opened->packet, {}), "employee/first_name") == R"(["Ann"])");
    CHECK(test::member(write_packet(opened->packet, {}), "travel_budget") == "\"none\"");
    opened->packet.answers.set(Leaf::employee_first_name, "Ann-Marie");
    const std::string written = write_packet(opened->packet, {});
    CHECK(test::member(written, "employee/first_name") == "\"Ann-Marie\"");
  }

  TEST_CASE("App. A, Part F: an amount that nobody could read stays unknown where what stood there is not kept") {
    for (const char* additional :
         {R"({"transit_savings": [1]})", R"({"other2": {"amount": {}}})", R"({"other1": 5})", "[]"}) {
      CAPTURE(additional);
      Result<OpenedPacket> opened =
          read_packet(concat(R"({"format": "telework-packet/1", "additional": )", additional, "}"));
      REQUIRE(opened.has_value());
      opened->packet.extras = Json::object();  // as a redacted copy does
      const std::string written = write_packet(opened->packet, {});
      CHECK(twice(written) == written);
      const Result<OpenedPacket> again = read_packet(written);
      const auto is_unknown = [](const OpenedPacket& packet, Leaf leaf) {
        return packet.packet.answers.is_unread(leaf) || packet.packet.answers.is_bad(leaf);
      };
      for (const Leaf leaf :
           {Leaf::additional_transit_savings, Leaf::additional_other1_amount, Leaf::additional_other2_amount}) {
        CHECK(is_unknown(*again, leaf) == is_unknown(*opened, leaf));
      }
    }
    CHECK(test::member(once(R"("additional": {"transit_savings": [1]})"), "additional") ==
          R"({"transit_savings":[1]})");
  }

  TEST_CASE("an answer that is set aside is kept in the file") {
    CHECK(test::member(once(R"("arrangement": {"term": "long", "end": "2027-09-30"})"), "arrangement/end") ==
          "\"2027-09-30\"");
  }
}
