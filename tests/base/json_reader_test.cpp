// The hardened reader: what is kept, and every kind of bad file with its own message (packet.md; "Bad input").
#include "base/json_reader.h"

#include <doctest/doctest.h>

#include <set>

#include "base/json_writer.h"
#include "base/random.h"
#include "base/refusal.h"
#include "base/text.h"
#include "long_text.h"

namespace ftt {
namespace {

std::string refused_at(std::string_view text) {
  const Result<Json> json = read_json(text);
  REQUIRE_FALSE(json.has_value());
  return json.error().where;
}

Json random_json(Random& random, int depth) {
  switch (random.between(0, depth > 0 ? 5 : 3)) {
    case 0:
      return Json();
    case 1:
      return Json::boolean(random.between(0, 1) == 1);
    case 2:
      return Json::number(random.between(INT64_MIN, INT64_MAX));
    case 3: {
      std::string text;
      for (std::int64_t i = random.between(0, 12); i > 0; --i) {
        constexpr std::string_view pieces[] = {"a", "\"", "\\", "\n", "é", "ʻ", "𝔘", "\x01", "</script>", "\u2028"};
        text += pieces[static_cast<std::size_t>(random.between(0, 9))];
      }
      return Json::string(text);
    }
    case 4: {
      Json list = Json::array();
      for (std::int64_t i = random.between(0, 5); i > 0; --i) list.push_back(random_json(random, depth - 1));
      return list;
    }
    default: {
      Json object = Json::object();
      for (std::int64_t i = random.between(0, 5); i > 0; --i) {
        object.set(concat("k", random.between(0, 20)), random_json(random, depth - 1));
      }
      return object;
    }
  }
}

TEST_SUITE("packet: reading") {
  TEST_CASE("numbers, order and names come back as they were") {
    for (const std::string_view text :
         {R"({"z":1,"a":-0,"n":1.50,"e":1E+05,"big":123456789012345678901234567890,"u":18446744073709551615})",
          R"({"__proto__":{"polluted":true},"constructor":null,"":"","a/b~c":[]})",
          R"(["<script>alert('x')</script>","é","ʻokina","e\u0301","שלום","\ud83d\ude00"])", "0",
          "-9223372036854775808", "1e-400", "0.1000000000000000055511151231257827021181583404541015625", "true", "null",
          "\"\"", "[]", "{}", "[[],[[]],{}]"}) {
      const Result<Json> json = read_json(text);
      INFO(std::string(text), " ", (json ? std::string() : to_string(json.error())));
      REQUIRE(json.has_value());
      const std::string written = write_json_compact(*json);
      CHECK(*read_json(written) == *json);
      if (test::lacks(text, "\\")) CHECK(written == text);
    }
  }

  TEST_CASE("empty files") {
    check_refused(read_json(""), ErrorCode::empty,
                  "The file is empty. Choose the file that was saved.");
    check_refused(read_json(" \n\t"), ErrorCode::empty,
                  "The file has only blanks in it. Choose the file that was saved.");
  }

  TEST_CASE("files that are not JSON") {
    check_refused(read_json("hello"), ErrorCode::malformed,
                  "This is not JSON: it begins with \"hello\". Choose the .json file that was saved.");
    check_refused(read_json("<!DOCTYPE html>"), ErrorCode::malformed,
                  "This is not JSON: it begins with \"<!DOCTYPE html>\". Choose the .json file that was saved.");
    check_refused(read_json("%PDF-1.7"), ErrorCode::malformed,
                  "This is not JSON: it begins with \"%PDF-1.7\". Choose the .json file that was saved.");
    check_refused(read_json("telework"), ErrorCode::malformed,
                  "This is not JSON: it begins with \"telework\". Choose the .json file that was saved.");
  }

  TEST_CASE("files that end too early") {
    const std::string_view whole = R"({"a":[1.5,{"b":"cé\u00e9"}],"d":true})";
    for (std::size_t length = 1; length < whole.size(); ++length) {
      const std::string_view part = whole.substr(0, length);
      if (!is_valid_utf8(part)) continue;
      INFO(std::string(part));
      check_refused(read_json(part), ErrorCode::truncated,
                    "The JSON ends too early: something is not closed. Get the whole file again.");
    }
    CHECK(refused_at("{\n  \"a\": 1,\n") == "line 3, column 1");
  }

  TEST_CASE("writing that is wrong, with line and column") {
    check_refused(read_json("{\"a\": 1\n \"b\": 2}"), ErrorCode::malformed,
                  "\"\"\" cannot be here; check for a missing comma, colon, quote or bracket before it.");
    CHECK(refused_at("{\"é\": 1\n \"é\" 2}") == "line 2, column 4");
    for (const std::string_view text : {"[1,]", "{\"a\":1,}"}) {
      check_refused(read_json(text), ErrorCode::malformed, "There is a comma before the closing bracket; take it out.");
    }
    check_refused(read_json("{'a':1}"), ErrorCode::malformed,
                  "There is a single quote here; JSON texts and names take double quotes.");
    check_refused(read_json("[1 /* x */]"), ErrorCode::malformed,
                  "There is a comment or slash here; JSON has no comments, so take it out.");
    for (const std::string_view text : {"[1] 2", "{} ]"}) {
      check_refused(read_json(text), ErrorCode::malformed, "Something follows after the end of the JSON; take it out.");
    }
    check_refused(read_json("[\"a\nb\"]"), ErrorCode::malformed,
                  "There is a line end or control character inside a string; write it as \\n or \\u00XX, or close the "
                  "string before it.");
    check_refused(
        read_json(R"(["\x41"])"), ErrorCode::malformed,
        "A backslash in this string is followed by a character that it cannot escape; write \\\\ for a backslash.");
    for (const std::string_view text : {R"(["\ud800"])", R"(["\u00g1"])"}) {
      check_refused(read_json(text), ErrorCode::malformed,
                    "A \\u in this string is not four hexadecimal digits, or half of a surrogate pair; write the "
                    "character itself.");
    }
    check_refused(read_json("[01]"), ErrorCode::malformed,
                  "\"1\" cannot be here; check for a missing comma, colon, quote or bracket before it.");
    check_refused(read_json("[True]"), ErrorCode::malformed,
                  "\"T\" cannot be here; check for a missing comma, colon, quote or bracket before it.");
  }

  TEST_CASE("numbers that are none") {
    check_refused(read_json("{\"a\": NaN}"), ErrorCode::malformed,
                  "\"NaN\" is not a number in JSON; write digits, or leave the member out.");
    check_refused(read_json("{\"a\": nan}"), ErrorCode::malformed,
                  "\"nan\" is not a number in JSON; write digits, or leave the member out.");
    check_refused(read_json("[-Infinity]"), ErrorCode::malformed,
                  "\"Infinity\" is not a number in JSON; write digits, or leave the member out.");
    check_refused(read_json("NaN"), ErrorCode::malformed,
                  "\"NaN\" is not a number in JSON; write digits, or leave the member out.");
    const Result<Json> overflow = read_json(R"({"travel_budget":{"nights":[3,1e400]}})");
    check_refused(overflow, ErrorCode::out_of_range, "The number \"1e400\" is too large to be one; correct it.");
    CHECK(overflow.error().where == "/travel_budget/nights/1");
    check_refused(read_json("[-1e400]"), ErrorCode::out_of_range,
                  "The number \"-1e400\" is too large to be one; correct it.");
    for (const std::string_view taken : {"1.7976931348623157e308", "1.797693134862315807e308", "0e999", "-0.0e-999",
                                         "0.000017976931348623157e313", "1e-999999999999999999999"}) {
      CHECK(read_json(taken).has_value());
    }
    for (const std::string_view refused :
         {"1.797693134862315808e308", "1.8e308", "1e309", "0.00018e312", "1e999999999999999999999"}) {
      check_refused(read_json(refused), ErrorCode::out_of_range,
                    concat("The number ", in_quotes(refused), " is too large to be one; correct it."));
    }
    CHECK(read_json(std::string(308, '9')).has_value());
    check_refused(read_json(std::string(309, '9')), ErrorCode::out_of_range,
                  "The number \"9999999999999999999999999999999999999999…\" is too large to be one; correct it.");
  }

  TEST_CASE("members that are there twice") {
    const Result<Json> json = read_json(R"({"a":{"b":1,"c":2,"b":3}})");
    check_refused(json, ErrorCode::repeated, "The member \"b\" is there more than once; keep one of them.");
    CHECK(json.error().where == "/a/b");
    check_refused(read_json(R"({"__proto__":1,"__proto__":2})"), ErrorCode::repeated,
                  "The member \"__proto__\" is there more than once; keep one of them.");
    check_refused(read_json(R"({"a":1,"\u0061":2})"), ErrorCode::repeated,
                  "The member \"a\" is there more than once; keep one of them.");
    // Of two names the first by its bytes, and of an object of many members alike.
    std::string many;
    for (int i = 0; i < 40; ++i) append(many, ",\"m", i, "\":", i);
    for (const std::string_view more : {std::string_view(), std::string_view(many)}) {
      const Result<Json> two = read_json(concat(R"({"list":[0,[1,2],{"c":1,"b":2,"c":3,"b":4)", more, "}]}"));
      check_refused(two, ErrorCode::repeated, "The member \"b\" is there more than once; keep one of them.");
      CHECK(two.error().where == "/list/2/b");
    }
  }

  TEST_CASE("other encodings") {
    for (const std::string_view text : {std::string_view("{\0}\0", 4), std::string_view("\0{\0}", 4),
                                        std::string_view("\xFF\xFE{\0}\0", 6), std::string_view("\xFE\xFF")}) {
      check_refused(read_json(text), ErrorCode::wrong_encoding,
                    "The file is in UTF-16 or UTF-32; save it as UTF-8 and open it again.");
    }
    check_refused(read_json("\xEF\xBB\xBF{}"), ErrorCode::wrong_encoding,
                  "The file begins with a byte order mark; save it as UTF-8 without one (editors call it \"UTF-8\", "
                  "not \"UTF-8 with BOM\").");
    check_refused(read_json("{\"a\":\n\"\xFF\"}"), ErrorCode::wrong_encoding,
                  "A byte here is not UTF-8; save the file as UTF-8 and open it again.");
    CHECK(refused_at("{\"a\":\n\"\xFF\"}") == "line 2, column 2");
    check_refused(read_json("[\"\xED\xA0\x80\"]"), ErrorCode::wrong_encoding,
                  "A byte here is not UTF-8; save the file as UTF-8 and open it again.");
    check_refused(read_json(std::string_view("[1,\0]", 5)), ErrorCode::malformed,
                  "\" \" cannot be here; check for a missing comma, colon, quote or bracket before it.");
  }

  TEST_CASE("depth: 32 is taken, 33 and 10,000 are refused") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK(read_json(nested(32)).has_value());
    check_refused(read_json(nested(33)), ErrorCode::limit_exceeded,
                  "Lists and objects are more than 32 deep inside each other here; take the inner ones out.");
    check_refused(read_json(nested(10'000)), ErrorCode::limit_exceeded,
                  "Lists and objects are more than 32 deep inside each other here; take the inner ones out.");
    check_refused(read_json(std::string(200'000, '[')), ErrorCode::limit_exceeded,
                  "Lists and objects are more than 32 deep inside each other here; take the inner ones out.");
    std::string objects;
    for (int i = 0; i < 10'000; ++i) objects += "{\"a\":";
    CHECK(refused_at(objects).starts_with("/a/a/a/"));
    // A caller cannot ask for a depth that the tree would not survive.
    check_refused(read_json(std::string(100'000, '['), JsonLimits{.max_depth = 1'000'000}), ErrorCode::limit_exceeded,
                  "Lists and objects are more than 512 deep inside each other here; take the inner ones out.");
  }

  TEST_CASE("size: 50 MB are refused without being read, 8 MiB are taken") {
    check_refused(read_json(std::string(50'000'000, ' ')), ErrorCode::limit_exceeded,
                  "The file has 50,000,000 bytes; at most 8,388,608 are read. Check that it is the right file.");
    std::string full(std::size_t{8} * 1024 * 1024, ' ');
    full.replace(0, 2, "{}");
    CHECK(read_json(full).has_value());
    check_refused(read_json(full + " "), ErrorCode::limit_exceeded,
                  "The file has 8,388,609 bytes; at most 8,388,608 are read. Check that it is the right file.");
  }

  TEST_CASE("texts: 20,000 characters are taken, whatever their bytes; one more is refused") {
    std::string long_text;
    for (int i = 0; i < 20'000; ++i) long_text += "ʻ";
    CHECK(read_json("[\"" + long_text + "\"]").has_value());
    const Result<Json> longer = read_json("{\"notes\":\"" + long_text + "x\"}");
    check_refused(longer, ErrorCode::limit_exceeded, "This text has more than 20,000 characters; shorten it.");
    CHECK(longer.error().where == "/notes");
    check_refused(read_json("{\"" + long_text + "x\":1}"), ErrorCode::limit_exceeded,
                  "A member's name has more than 20,000 characters; shorten it.");
  }

  TEST_CASE("texts: longer ones are taken where whoever asks bounds them himself; names never are") {
    JsonLimits limits;
    limits.takes_long_text = [](std::string_view pointer) { return pointer == "/notes" || pointer == "/lines/1"; };
    const std::string long_text(25'000, 'x');
    CHECK(read_json("{\"notes\":\"" + long_text + "\"}", limits).has_value());
    CHECK(read_json("{\"lines\":[0,\"" + long_text + "\"]}", limits).has_value());
    for (const std::string& refused :
         {"{\"lines\":[\"" + long_text + "\"]}", "{\"id\":\"" + long_text + "\"}", "\"" + long_text + "\""}) {
      check_refused(read_json(refused, limits), ErrorCode::limit_exceeded,
                    "This text has more than 20,000 characters; shorten it.");
    }
    check_refused(read_json("{\"" + long_text + "\":1}", limits), ErrorCode::limit_exceeded,
                  "A member's name has more than 20,000 characters; shorten it.");
  }

  TEST_CASE("many members are checked in good time") {
    std::string text = "{";
    for (int i = 0; i < 100'000; ++i) append(text, i == 0 ? "" : ",", "\"k", i, "\":0");
    CHECK(read_json(text + "}").has_value());
    check_refused(read_json(text + ",\"k7\":1}"), ErrorCode::repeated,
                  "The member \"k7\" is there more than once; keep one of them.");
  }

  TEST_CASE("each kind of bad file has a message of its own") {
    std::set<std::string> messages;
    const std::string deep(10'000, '[');
    const std::string large(50'000'000, ' ');
    const std::initializer_list<std::string_view> files = {"",
                                                           "hello",
                                                           "{\"a\"",
                                                           deep,
                                                           large,
                                                           R"({"a":1,"a":2})",
                                                           "[NaN]",
                                                           "[1e400]",
                                                           std::string_view("{\0}\0", 4),
                                                           "\xEF\xBB\xBF{}",
                                                           "[\"\xFF\"]"};
    for (const std::string_view file : files) messages.insert(read_json(file).error().message);
    CHECK(messages.size() == files.size());
  }

  TEST_CASE("what is written reads back as the same tree, and is written the same again") {
    Random random(8785);
    for (int i = 0; i < 3000; ++i) {
      const Json json = random_json(random, 5);
      const std::string written = write_json(json);
      const Result<Json> again = read_json(written);
      REQUIRE(again.has_value());
      REQUIRE(*again == json);
      REQUIRE(write_json(*again) == written);
      REQUIRE(*read_json(write_json_compact(json)) == json);
    }
  }

  TEST_CASE("bytes changed at random are read or refused, never more") {
    const std::string good = R"({"a":[1,-2.50e3,"x\u00e9\n",null,true],"b":{"c":"é","d":[]}})";
    Random random(32);
    for (int i = 0; i < 20'000; ++i) {
      std::string bad = good;
      for (std::int64_t changes = random.between(1, 3); changes > 0; --changes) {
        bad[static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(bad.size()) - 1))] =
            static_cast<char>(random.between(-128, 127));
      }
      const Result<Json> json = read_json(bad);
      if (json) {
        REQUIRE(*read_json(write_json(*json)) == *json);
      } else {
        REQUIRE_FALSE(json.error().message.empty());
        REQUIRE(is_valid_utf8(to_string(json.error())));
      }
    }
  }

  TEST_CASE("a member that nobody asks for is read over: its writing has to be right, and nothing of it is kept") {
    JsonLimits limits;
    limits.max_depth = 3;
    limits.max_text = 4;
    limits.reads_over = [](std::size_t depth, std::string_view top, std::string_view name) {
      return (depth == 1 && name == "all") || (top == "part" && depth == 2 && name == "rest");
    };
    const auto compact = [&](std::string_view text) {
      const Result<Json> json = read_json(text, limits);
      return json ? write_json_compact(*json) : concat(name_of(json.error().code), " at ", json.error().where);
    };
    CHECK(compact(R"({"all": [[[[{"deeper": "than ever, and longer"}]]]], "b": 1})") == R"({"b":1})");
    CHECK(compact(R"({"part": {"rest": 5, "id": "x"}, "rest": 6})") == R"({"part":{"id":"x"},"rest":6})");
    CHECK(compact(R"({"all": {"twice": 1, "twice": 2}})") == "{}");
    CHECK(compact(R"({"all": null, "all": true})") == "{}");
    CHECK(compact(R"({"all": [1, 2})") == "malformed at line 1, column 14");
    CHECK(compact(R"({"all": "ends)") == "truncated at line 1, column 14");
    CHECK(compact(R"({"all":})") == "malformed at line 1, column 8");
  }
}

}  // namespace
}  // namespace ftt
