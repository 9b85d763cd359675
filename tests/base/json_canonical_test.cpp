// RFC 8785: order of names, strings, and numbers without floating point.
#include <doctest/doctest.h>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/random.h"
#include "base/refusal.h"
#include "base/text.h"

namespace ftt {
namespace {

std::string canonical(std::string_view text) {
  const Result<Json> json = read_json(text);
  REQUIRE(json.has_value());
  const Result<std::string> written = write_json_canonical(*json);
  INFO((written ? std::string() : to_string(written.error())));
  REQUIRE(written.has_value());
  return *written;
}

TEST_SUITE("RFC 8785") {
  TEST_CASE("3.2.3: names are sorted by UTF-16 code units, at every level") {
    CHECK(canonical(R"({"b":1,"a":{"d":[],"c":null}})") == R"({"a":{"c":null,"d":[]},"b":1})");
    CHECK(canonical(R"({"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",)"
                    R"("1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",)"
                    R"("\u00f6":"Latin Small Letter O With Diaeresis"})") ==
          "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With "
          "Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With "
          "Dagesh\"}");
    CHECK(canonical(R"({"ab":1,"a":2,"":3,"B":4})") == R"({"":3,"B":4,"a":2,"ab":1})");
  }

  TEST_CASE("3.2.2.2: strings are escaped as ECMAScript does") {
    CHECK(canonical(R"(["\u20ac$\u000f\nA'B\"\\\\\"\/"])") == "[\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"]");
  }

  TEST_CASE("3.2.2.3: numbers are written as ECMAScript does") {
    CHECK(canonical("[0,-0,0.0,-0e9,1,-1,10,1.0,1.50,100e-2]") == "[0,0,0,0,1,-1,10,1,1.5,1]");
    CHECK(canonical("[4.50,2e-3,1E30,0.000001,0.0000001,1e21,1e20,123456789012345]") ==
          "[4.5,0.002,1e+30,0.000001,1e-7,1e+21,100000000000000000000,123456789012345]");
    CHECK(canonical("[9007199254740992,-9007199254740991,12.34e-10,-1.5e300]") ==
          "[9007199254740992,-9007199254740991,1.234e-9,-1.5e+300]");
  }

  TEST_CASE("the canonical form of a canonical form is itself, whatever the number") {
    Random random(2785);
    for (int i = 0; i < 5000; ++i) {
      const std::string number = concat(random.between(-99'999'999, 99'999'999), '.', random.between(0, 9'999'999), 'e',
                                        random.between(-290, 290));
      const std::string written = canonical("{\"b\":" + number + ",\"a\":0}");
      REQUIRE(canonical(written) == written);
    }
  }

  TEST_CASE("an object that is put together of members that stand elsewhere is written as one that is read") {
    const Json json = *read_json(R"({"b":{"digest":1},"a":[{"d":2,"c":3}]})");
    const std::vector<MemberView> members = {{"z", json.find("a")}, {"", json.find("b")}, {"b", json.find("b")}};
    CHECK(*write_json_canonical(members) == R"({"":{"digest":1},"b":{"digest":1},"z":[{"c":3,"d":2}]})");
    const Json number = *read_json("[0,9007199254740993]");
    CHECK(write_json_canonical(std::vector<MemberView>{{"a", &number}}).error().where == "/a/1");
    CHECK(*write_json_canonical(std::vector<MemberView>()) == "{}");
  }

  TEST_CASE("a number that cannot be written for certain is refused with its place") {
    for (const std::string_view number :
         {"9007199254740993", "0.1234567890123456", "1e301", "1e-301", "12345678901234567890"}) {
      const Result<std::string> written =
          write_json_canonical(*read_json(std::string("{\"a\":[1,") + std::string(number) + "]}"));
      check_refused(written, ErrorCode::too_precise,
                    concat("The number ", in_quotes(number),
                           " has more digits than a JSON number can keep; write it as text in quotes."));
      CHECK(written.error().where == "/a/1");
    }
  }
}

}  // namespace
}  // namespace ftt
