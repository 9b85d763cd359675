// Bytes that are no packet: each refused with a message that says the place and the mend, and never the end of it.
#include <doctest/doctest.h>

#include <array>

#include "base/text.h"
#include "long_text.h"
#include "packet/packet.h"

using namespace ftt;

namespace {

struct Bad {
  std::string_view name;
  std::string bytes;
  ErrorCode code;
};

std::string nested(std::size_t depth) {
  return concat("{\"format\": \"telework-packet/1\", \"deep\": ", std::string(depth, '['), std::string(depth, ']'),
                "}");
}

std::string file_with(std::string_view members) {
  return concat("{\"format\": \"telework-packet/1\", ", members, "}");
}

}  // namespace

TEST_SUITE("packet: bad bytes") {
  TEST_CASE("each is refused with its own message") {
    const Bad all[] = {
        {"empty", "", ErrorCode::empty},
        {"white space", " \n", ErrorCode::empty},
        {"not JSON", "hello", ErrorCode::malformed},
        {"truncated", "{\"format\": \"telework-packet/1\", \"id\"", ErrorCode::truncated},
        {"depth 10,000", nested(10'000), ErrorCode::limit_exceeded},
        {"50 MB", file_with(concat("\"notes\": \"", std::string(50'000'000, 'x'), "\"")), ErrorCode::limit_exceeded},
        {"an id of 20,001 characters", file_with(concat("\"id\": \"", std::string(20'001, 'x'), "\"")),
         ErrorCode::limit_exceeded},
        {"an unknown text of 20,001 characters", file_with(concat("\"annex\": \"", std::string(20'001, 'x'), "\"")),
         ErrorCode::limit_exceeded},
        {"a name of 20,001 characters", file_with(concat("\"", std::string(20'001, 'x'), "\": 1")),
         ErrorCode::limit_exceeded},
        {"a repeated key", file_with("\"id\": \"a\", \"id\": \"b\""), ErrorCode::repeated},
        {"NaN", file_with("\"revision\": NaN"), ErrorCode::malformed},
        {"1e400", file_with("\"revision\": 1e400"), ErrorCode::out_of_range},
        {"UTF-16", std::string("\xFF\xFE{\0}\0", 6), ErrorCode::wrong_encoding},
        {"a byte order mark", "\xEF\xBB\xBF{}", ErrorCode::wrong_encoding},
        {"invalid UTF-8", file_with("\"id\": \"\xC3\x28\""), ErrorCode::wrong_encoding},
        {"a list", "[]", ErrorCode::wrong_type},
        {"no format", "{}", ErrorCode::wrong_format},
        {"a format that is no text", "{\"format\": 1}", ErrorCode::wrong_format},
        {"another format", "{\"format\": \"geo/1\"}", ErrorCode::wrong_format},
        {"no version", "{\"format\": \"telework-packet/\"}", ErrorCode::wrong_format},
        {"a version of words", "{\"format\": \"telework-packet/one\"}", ErrorCode::wrong_format},
        {"a minor version of words", "{\"format\": \"telework-packet/1.x\"}", ErrorCode::wrong_format},
        {"three numbers", "{\"format\": \"telework-packet/1.2.3\"}", ErrorCode::wrong_format},
        {"a version with a sign", "{\"format\": \"telework-packet/+1\"}", ErrorCode::wrong_format},
        {"version 0", "{\"format\": \"telework-packet/0\"}", ErrorCode::wrong_format},
        {"a page without a packet", "<!doctype html><p>hello", ErrorCode::wrong_format},
    };
    for (const Bad& bad : all) {
      CAPTURE(bad.name);
      const Result<OpenedPacket> opened = read_packet(bad.bytes);
      REQUIRE_FALSE(opened.has_value());
      CHECK(name_of(opened.error().code) == name_of(bad.code));
      CHECK(opened.error().message.size() > 20);
    }
  }

  TEST_CASE("an error of the JSON has its place as a field has it") {
    CHECK(read_packet(file_with("\"travel_budget\": {\"nights\": 1, \"nights\": 2}")).error().where ==
          "travel_budget.nights");
    CHECK(read_packet(file_with("\"travel_budget\": {\"nights\": 1e400}")).error().where == "travel_budget.nights");
    CHECK(read_packet("{}").error().where == "format");
    CHECK(read_packet("{").error().where == "line 1, column 2");
  }

  TEST_CASE("another format is named") {
    CHECK(read_packet("{\"format\": \"geo/1\"}").error().message ==
          "The format is \"geo/1\", not \"telework-packet/1\". Choose a file that was saved as a packet.");
  }

  TEST_CASE("__proto__ and constructor are members like any other, kept and written back") {
    const Result<OpenedPacket> opened = read_packet(file_with("\"__proto__\": {\"a\": 1}, \"constructor\": 2"));
    REQUIRE(opened.has_value());
    CHECK(opened->problems.empty());
    const std::string written = write_packet(opened->packet, {});
    CHECK(test::member(written, "__proto__") == R"({"a":1})");
    CHECK(test::member(written, "constructor") == "2");
  }

  TEST_CASE("a newer major version opens read-only with a notice") {
    const Result<OpenedPacket> opened =
        read_packet("{\"format\": \"telework-packet/2\", \"travel_budget\": {\"nights\": \"3\"}}");
    REQUIRE(opened.has_value());
    CHECK(opened->access == Access::read_only);
    CHECK(opened->notice ==
          "A newer version of this tool made the packet (\"telework-packet/2\"). This version shows what it "
          "understands and cannot change it. Open it with the newer version.");
    CHECK(opened->packet.answers.text(Leaf::travel_budget_nights) == "3");
  }

  TEST_CASE("a newer major version of many digits is newer too") {
    const Result<OpenedPacket> opened = read_packet("{\"format\": \"telework-packet/1000000000000.0\"}");
    REQUIRE(opened.has_value());
    CHECK(opened->access == Access::read_only);
  }

  TEST_CASE("a newer minor version is an ordinary packet") {
    const Result<OpenedPacket> opened = read_packet("{\"format\": \"telework-packet/1.4\"}");
    REQUIRE(opened.has_value());
    CHECK(opened->access == Access::writable);
  }
}
