// The seal is taken over Parts A to I and nothing else.
#include <doctest/doctest.h>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/text.h"
#include "long_text.h"
#include "packet/packet.h"

using namespace ftt;

TEST_SUITE("packet: the seal") {
  TEST_CASE("anyone can work it out from the file: eight members, RFC 8785, SHA-256") {
    Packet packet;
    packet.answers.set(Leaf::employee_last_name, "Kahaleʻulu");
    packet.answers.set(Leaf::travel_budget_trips, "4");
    packet.answers.set(Leaf::notes, "not sealed");
    CHECK(content_seal(packet) ==
          concat("sha256:", sha256_hex(R"({"employee":{"last_name":"Kahaleʻulu"},"travel_budget":{"trips":4}})")));
  }

  TEST_CASE("a change in Parts A to I changes it; one outside of them does not") {
    Packet packet;
    const std::string before = content_seal(packet);
    packet.answers.set(Leaf::notes, "n");
    packet.answers.set(Leaf::concurrences_supervisor_name, "S");
    packet.answers.set(Leaf::worksite_change_proposed, "2027-01-01");
    packet.answers.set(Leaf::prepared_by, "supervisor");
    packet.answers.set(Leaf::record_budget_contact_name, "B");
    packet.answers.set(Leaf::ending_reason, "review");
    packet.revision = 9;
    CHECK(content_seal(packet) == before);
    packet.answers.set(Leaf::justification_cost, "because");
    CHECK(content_seal(packet) != before);
  }

  TEST_CASE("unknown members of Parts A to I are sealed too") {
    const Result<OpenedPacket> opened =
        read_packet(R"({"format": "telework-packet/1", "additional": {"parking_savings": "5"}})");
    CHECK(content_seal(opened->packet) != content_seal(Packet{}));
  }

  TEST_CASE("each part has its own digest beside the seal of the whole; one without answers has none") {
    Packet packet;
    packet.answers.set(Leaf::travel_budget_trips, "4");
    packet.answers.set(Leaf::notes, "not sealed");
    std::string parts;
    for (const PartSeal& seal : part_seals(packet)) {
      append(parts, seal.part, " ");
      CHECK(seal.digest.empty() == (seal.member != "travel_budget"));
      if (!seal.digest.empty()) CHECK(seal.digest == concat("sha256:", sha256_hex(R"({"trips":4})")));
    }
    CHECK(parts == "Part A Part B Part C Part D Part E Part F Part H Part I ");
    CHECK(test::member(write_packet(packet, {}), "seal/parts") ==
          concat(R"({"travel_budget":"sha256:)", sha256_hex(R"({"trips":4})"), "\"}"));
  }

  TEST_CASE("a number that the canonical form cannot hold leaves the packet without a seal") {
    const Result<OpenedPacket> opened =
        read_packet(R"({"format": "telework-packet/1", "additional": {"x": 0.1234567890123456789}})");
    CHECK(content_seal(opened->packet).empty());
    CHECK(test::member(write_packet(opened->packet, {}), "seal").empty());
  }

  TEST_CASE("a whole packet is known by its content and by all but what follows from it, its chain among it") {
    for (const std::string_view file :
         {R"({"format": "telework-packet/1", "id": "a", "revision": 2, "seal": {"x": 1}, "worksheet": {"y": "z"}})",
          R"({"format": "telework-packet/1", "zebra": [1, {"b": 2, "a": 1}], "additional": {"parking_savings": "5"},
              "chain": {"format": "telework-chain/1", "entries": [{"n": 1, "act": "submitted"}]}})",
          R"({"format": "telework-packet/1", "chain": "none", "travel_budget": {"trips": 4, "kept": null},
              "annual_review": {"date": "2027-02-01", "reviewed": {"format": "telework-packet/1", "id": "b"}}})",
          R"({"format": "telework-packet/1", "additional": {"x": 0.1234567890123456789}, "chain": {"entries": []}})"}) {
      INFO(file);
      const Result<OpenedPacket> opened = read_packet(file);
      REQUIRE(opened.has_value());
      Json answered = answered_json(opened->packet);
      for (const std::string_view derived : {"worksheet", "rates", "seal"}) answered.erase(derived);
      const Result<std::string> canonical = write_json_canonical(answered);
      const KnownBy by = known_by(opened->packet);
      CHECK(by.answered == (canonical ? *canonical : write_json_compact(answered)));
      const Result<std::string> content = content_digest(opened->packet);
      REQUIRE(by.content.has_value() == content.has_value());
      if (content) CHECK(*by.content == *content);
      if (!content) CHECK(by.content.error() == content.error());
    }
  }
}
