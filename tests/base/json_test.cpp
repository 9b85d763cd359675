// The JSON tree and its plain writers.
#include "base/json.h"

#include <doctest/doctest.h>

#include "base/json_writer.h"
#include "base/refusal.h"
#include "base/text.h"

namespace ftt {
namespace {

TEST_CASE("json: getters give nothing where the type is another one") {
  const Json text = Json::string("x");
  CHECK(text.as_string() != nullptr);
  CHECK(text.as_array() == nullptr);
  CHECK(text.as_object() == nullptr);
  CHECK(text.find("x") == nullptr);
  CHECK_FALSE(text.as_boolean().has_value());
  CHECK_FALSE(text.as_integer().has_value());
  CHECK(Json::number(-5).as_integer() == -5);
  CHECK_FALSE(Json::number_from_text("12.0")->as_integer().has_value());
  CHECK_FALSE(Json::number_from_text("99999999999999999999")->as_integer().has_value());
  CHECK(Json::boolean(false).as_boolean() == false);
  CHECK(Json().is_null());
}

TEST_CASE("json: members keep their order, and setting one that is there keeps its place") {
  Json object;
  object.set("b", Json::number(1));
  object.set("a", Json::string("x"));
  object.set("b", Json::boolean(true));
  CHECK(write_json_compact(object) == R"({"b":true,"a":"x"})");
  CHECK(*object.find_string("a") == "x");
  CHECK(object.find_string("b") == nullptr);
  CHECK(object.text_or_empty("a") == "x");
  CHECK(object.text_or_empty("b").empty());
  CHECK(object.text_or_empty("c").empty());
  CHECK(object.erase("b"));
  CHECK_FALSE(object.erase("b"));
  Json list;
  list.push_back(object);
  list.push_back(Json());
  CHECK(write_json_compact(list) == R"([{"a":"x"},null])");
  CHECK(list == list);
  CHECK_FALSE(list == object);
}

TEST_CASE("json: members are taken out of an object, few or many, and an empty one is left") {
  for (const int count : {0, 3, 100}) {
    Json object = Json::object();
    for (int i = 0; i < count; ++i) object.set(concat("m", i), Json::number(i));
    const Json copy = object;
    CHECK(Json::object(std::move(object).take_members()) == copy);
    CHECK(object == Json::object());
    CHECK(object.find("m0") == nullptr);
    object.set("m0", Json());
    CHECK(object.find("m0") != nullptr);
  }
  CHECK(Json::array({Json::number(1)}).take_members().empty());
}

TEST_CASE("json: number texts are checked") {
  for (const std::string_view good : {"0", "-0", "12", "1.50", "1e5", "1E+05", "-0.1e-7"}) {
    CHECK(Json::number_from_text(good)->as_number_text() == good);
  }
  for (const std::string_view bad : {"", "-", "01", "1.", ".5", "1e", "+1", "1 ", "NaN", "0x1"}) {
    check_refused(Json::number_from_text(bad), ErrorCode::malformed,
                  concat(in_quotes(bad), " is not a JSON number; write it like -12.50."));
  }
}

TEST_CASE("packet: two spaces of indent, one member a line, a final newline") {
  Json inner = Json::object();
  inner.set("list", Json::array());
  inner.set("none", Json::object());
  Json value = Json::object();
  value.set("amount", Json::string("412.60"));
  value.set("inner", inner);
  Json list;
  list.push_back(Json::number(1));
  list.push_back(Json::boolean(false));
  value.set("list", list);
  CHECK(write_json(value) ==
        "{\n"
        "  \"amount\": \"412.60\",\n"
        "  \"inner\": {\n"
        "    \"list\": [],\n"
        "    \"none\": {}\n"
        "  },\n"
        "  \"list\": [\n"
        "    1,\n"
        "    false\n"
        "  ]\n"
        "}\n");
}

TEST_CASE("json: strings escape what must be, and are UTF-8 whatever they were made of") {
  CHECK(write_json_compact(Json::string("a\"\\/\b\f\n\r\t\x01\x1f\x7f é𝔘")) ==
        "\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f é𝔘\"");
  CHECK(write_json_compact(Json::string("a\xFFz")) == "\"a\uFFFDz\"");
  CHECK(write_json_compact(Json::string(std::string_view("\0", 1))) == "\"\\u0000\"");
}

TEST_CASE("json: an object of very many members is gone through by name as quickly as in its order") {
  constexpr std::int64_t count = 300'000;
  const auto name_of = [](std::int64_t number) { return concat("member ", number); };
  Json object = Json::object();
  for (std::int64_t i = count; i-- > 0;) object.set(name_of(i), Json::number(i));
  REQUIRE(object.as_object()->size() == count);
  CHECK(object.as_object()->front().name == name_of(count - 1));
  Json copy = object;
  Json moved = std::move(object);
  const Json made = Json::object(*copy.as_object());
  CHECK(copy == moved);
  CHECK(made == copy);
  for (const Json& each : {copy, moved, made}) {
    bool are_found = true;
    for (std::int64_t i = 0; i < count; ++i) {
      const Json* found = each.find(name_of(i));
      are_found = are_found && found != nullptr && found->as_integer() == i;
    }
    CHECK(are_found);
    CHECK(each.find(name_of(count)) == nullptr);
  }
}

TEST_CASE("json: members of a large object are replaced, taken out and added, and each is where it is said to be") {
  Json object = Json::object();
  for (std::int64_t i = 0; i < 100; ++i) object.set(concat(i), Json::number(i));
  object.set("7", Json::string("seven"));
  CHECK(object.as_object()->size() == 100);
  CHECK(object.erase("3"));
  CHECK(!object.erase("3"));
  CHECK(object.erase("99"));
  CHECK(object.find("3") == nullptr);
  CHECK(object.find("99") == nullptr);
  object.set("3", Json::string("again"));
  CHECK(object.as_object()->back().name == "3");
  for (const Json::Member& member : *object.as_object()) CHECK(object.find(member.name) == &member.value);
  Json other = object;
  CHECK(other == object);
  CHECK(other.erase("7"));
  CHECK(other != object);
  CHECK(object.find("7") != nullptr);
  other = object;
  CHECK(other.find("98")->as_integer() == 98);
}

TEST_CASE("json: pointers escape ~ and /") {
  CHECK(json_pointer_step("/a", "b/c~d") == "/a/b~1c~0d");
  CHECK(json_pointer_step("", std::size_t{12}) == "/12");
  CHECK(dotted_path("/travel_budget/nights") == "travel_budget.nights");
  CHECK(dotted_path("line 3, column 7") == "line 3, column 7");
  CHECK(describe(Json::Kind::object) == "an object");
}

}  // namespace
}  // namespace ftt
