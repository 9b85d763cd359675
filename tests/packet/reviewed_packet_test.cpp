// The packet under review inside of a packet, and the mark of a redacted one: read, bounded, and written at their
// place.
#include <doctest/doctest.h>

#include "base/json_writer.h"
#include "packet/evaluation.h"
#include "packet/two_packets.h"

using namespace ftt;

namespace {

std::string with_reviewed(std::string_view reviewed) {
  return concat("{\"format\": \"telework-packet/1\", \"annual_review\": {\"reviewed\": ", reviewed,
                ", \"other\": 1, \"last_name\": \"Lee\"}}");
}

OpenedPacket opened(const std::string& bytes, ReadOf read_of = ReadOf::everything) {
  Result<OpenedPacket> result = read_packet(bytes, largest_packet, read_of);
  REQUIRE(result.has_value());
  return std::move(result).value();
}

}  // namespace

TEST_SUITE("packet: the packet under review") {
  TEST_CASE("it is kept as it was written, behind the review's answers and before members that are not known") {
    const std::string inner = R"({"notes": "n", "format": "telework-packet/1", "x": 1})";
    const Packet packet = opened(with_reviewed(inner)).packet;
    CHECK(write_json_compact(packet.reviewed) == R"({"notes":"n","format":"telework-packet/1","x":1})");
    CHECK(packet.extras.find("annual_review")->find("reviewed") == nullptr);
    CHECK(write_json_compact(answered_json(packet)) ==
          R"j({"format":"telework-packet/1","order":"HRM 6040.2 (2018-06-29)","annual_review":{"last_name":"Lee",)j"
          R"("reviewed":{"notes":"n","format":"telework-packet/1","x":1},"other":1}})");
    const Result<OpenedPacket> reviewed = read_reviewed(packet);
    REQUIRE(reviewed.has_value());
    CHECK(reviewed->packet.answers.text(Leaf::notes) == "n");
    CHECK(read_reviewed(Packet()).error().code == ErrorCode::not_found);
  }

  TEST_CASE("what is wrong with it is a warning with its place; what is no packet stays as it is and is an error") {
    const OpenedPacket odd = opened(with_reviewed(R"({"format": "telework-packet/1", "revision": "x"})"));
    REQUIRE(odd.problems.size() == 1);
    CHECK(odd.problems[0].field == "annual_review.reviewed.revision");
    CHECK(odd.problems[0].severity == Severity::warning);

    for (const std::string_view inner : {"5", "null", "{}", R"({"format": "other/1"})"}) {
      for (const ReadOf read_of : {ReadOf::everything, ReadOf::figures_alone}) {
        CAPTURE(inner);
        const OpenedPacket none = opened(with_reviewed(inner), read_of);
        REQUIRE(none.problems.size() == 1);
        CHECK(none.problems[0].field == "annual_review.reviewed");
        CHECK(none.problems[0].severity == Severity::error);
        CHECK(none.packet.reviewed.is_null());
        CHECK(none.packet.extras.find("annual_review")->find("reviewed") != nullptr);
      }
    }
  }

  TEST_CASE("whoever asks for figures alone has it and the chain as they were written, and reads them by himself") {
    const std::string bytes =
        R"({"format": "telework-packet/1", "chain": {"format": "telework-chain/1", "entries": [1]}, "annual_review":)"
        R"( {"reviewed": {"format": "telework-packet/1", "revision": "x", "chain": {"entries": 1}}}})";
    const OpenedPacket whole = opened(bytes);
    const OpenedPacket figures = opened(bytes, ReadOf::figures_alone);
    CHECK(whole.problems.size() > 2);
    CHECK(figures.problems.empty());
    CHECK(figures.packet.chain == whole.packet.chain);
    CHECK(figures.packet.reviewed == whole.packet.reviewed);
    CHECK(read_reviewed(figures.packet)->problems.size() > 1);
    CHECK(read_reviewed(figures.packet, ReadOf::figures_alone)->problems.size() == 1);
  }

  TEST_CASE("one inside of it is not looked into, and stays where it is") {
    const std::string innermost = R"({"format": "telework-packet/1", "revision": "x"})";
    const Packet packet = opened(with_reviewed(with_reviewed(innermost))).packet;
    CHECK(read_reviewed(packet)->problems.empty());
    CHECK(read_reviewed(packet)->packet.reviewed.is_null());
    CHECK(packet.reviewed.find("annual_review")->find("reviewed") != nullptr);
  }

  TEST_CASE("it may be as deep as a packet may be, and no deeper") {
    const auto deep = [](std::size_t depth) {
      return concat("{\"format\": \"telework-packet/1\", \"x\": ", std::string(depth - 1, '['),
                    std::string(depth - 1, ']'), "}");
    };
    REQUIRE(read_packet(deep(32)).has_value());
    CHECK(read_packet(with_reviewed(deep(32))).has_value());
    REQUIRE_FALSE(read_packet(with_reviewed(deep(33))).has_value());
    CHECK(read_packet(with_reviewed(deep(33))).error().code == ErrorCode::limit_exceeded);
    CHECK(read_packet(with_reviewed(deep(33))).error().where.starts_with("annual_review.reviewed.x"));
    CHECK_FALSE(read_packet(deep(33)).has_value());
    // Beside a deep packet under review, whichever comes first, all else is as shallow as ever.
    const std::string reviewed = concat("\"annual_review\": {\"reviewed\": ", deep(32), "}");
    const std::string other = concat("\"x\": ", std::string(32, '['), std::string(32, ']'));
    const auto both = [](std::string_view first, std::string_view second) {
      return read_packet(concat("{\"format\": \"telework-packet/1\", ", first, ", ", second, "}"));
    };
    CHECK_FALSE(both(reviewed, other).has_value());
    CHECK_FALSE(both(other, reviewed).has_value());
  }
}

TEST_SUITE("packet: the mark of a redacted one") {
  TEST_CASE("it stands behind the order, and opening such a file says so") {
    const OpenedPacket redacted = opened(R"({"redacted": true, "format": "telework-packet/1", "id": "a"})");
    CHECK(redacted.packet.is_redacted);
    CHECK(redacted.access == Access::writable);
    CHECK(redacted.notice.starts_with("This is a redacted copy"));
    CHECK(write_json_compact(answered_json(redacted.packet)) ==
          R"j({"format":"telework-packet/1","id":"a","order":"HRM 6040.2 (2018-06-29)","redacted":true})j");
    const std::vector<PacketProblem> problems = all_problems(redacted, test::assessment_of(redacted.packet));
    REQUIRE_FALSE(problems.empty());
    CHECK(problems[0].field == "redacted");
    CHECK(problems[0].severity == Severity::warning);
  }

  TEST_CASE("false is as good as nothing; anything else is a problem and is kept") {
    const OpenedPacket plain = opened(R"({"format": "telework-packet/1", "redacted": false})");
    CHECK_FALSE(plain.packet.is_redacted);
    CHECK(plain.notice.empty());
    const OpenedPacket wrong = opened(R"({"format": "telework-packet/1", "redacted": "yes"})");
    REQUIRE(wrong.problems.size() == 1);
    CHECK(wrong.problems[0].field == "redacted");
    CHECK(wrong.packet.extras.find("redacted") != nullptr);
  }

  TEST_CASE("a newer version's notice is told beside it") {
    const OpenedPacket newer = opened(R"({"format": "telework-packet/2", "redacted": true})");
    CHECK(newer.notice.find("A newer version") == 0);
    CHECK(newer.notice ==
          "A newer version of this tool made the packet (\"telework-packet/2\"). This version shows what it "
          "understands and cannot change it. Open it with the newer version. This is a redacted copy: names and home "
          "address were removed.");
  }
}
