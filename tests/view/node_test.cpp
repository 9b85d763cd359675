// The serialized form of a node, which is all that the faces ever see.
#include "view/node.h"

#include <doctest/doctest.h>

#include "view/build.h"

using namespace ftt;

TEST_SUITE("view node") {
  TEST_CASE("a node leaves out what has its default") {
    Node node;
    node.id = "a";
    CHECK(to_json(node) == R"({"id":"a","kind":"group"})");
  }

  TEST_CASE("a field carries its words, its input and its flags by name") {
    Node field = build::field("travel_budget.transport", InputType::money, "Fare", "412.6");
    field.item = "E4";
    field.understood = "$412.60";
    field.flags.required = true;
    field.flags.derived = true;
    CHECK(to_json(field) ==
          R"({"id":"travel_budget.transport","kind":"field","label":"Fare","value":"412.6","item":"E4",)"
          R"("understood":"$412.60","input":"money","flags":["required","derived"]})");
  }

  TEST_CASE("texts stay inert: quotes, backslashes and control characters are escaped, the rest is kept") {
    CHECK(quoted_json("a\"b\\c\n\t\x01</script>ʻ") == R"("a\"b\\c\n\t\u0001</script>ʻ")");
  }

  TEST_CASE("children are named by id, in order") {
    Node group = build::group("g", "Group", Arrange::row);
    group.children = {build::text("x", "X"), build::text("y", "Y")};
    CHECK(to_json(group) == R"({"id":"g","kind":"group","label":"Group","arrange":"row","children":["x","y"]})");
  }

  TEST_CASE("lines, marks, ticks and steps of a chart are lists of objects, points pairs") {
    Node node;
    node.id = "c";
    node.kind = NodeKind::chart;
    node.lines = {{"As worded", {{0, -100}, {24, 5}}, true}, {"", {}, false}};
    node.marks = {{"Break-even: 4", {4, -3}}};
    node.ticks = {{0, "$0"}};
    node.steps = {{24, "24 trips"}};
    CHECK(to_json(node) ==
          R"({"id":"c","kind":"chart","lines":[{"label":"As worded","points":[[0,-100],[24,5]],"strong":true},)"
          R"({"label":"","points":[]}],"marks":[{"label":"Break-even: 4","at":[4,-3]}],)"
          R"("ticks":[{"text":"$0","at":0}],"steps":[{"text":"24 trips","at":24}]})");
  }

  TEST_CASE("a checkbox is chosen with yes, and open without a value") {
    CHECK(to_json(build::checkbox("b", "Worksheet", true)) ==
          R"({"id":"b","kind":"checkbox","label":"Worksheet","value":"yes"})");
    CHECK(to_json(build::checkbox("b", "Worksheet", false)) == R"({"id":"b","kind":"checkbox","label":"Worksheet"})");
  }

  TEST_CASE("options, columns, rows and bars are lists of objects") {
    Node node = build::table("t", "Caption", {{"Line"}, {"Amount", Align::end}});
    node.rows.push_back({"r", {"E9", "$1"}, true});
    node.rows.push_back({"", {"E10", "4"}, false});
    node.options = {{"", "None", ""}, {"a", "A", "more"}};
    node.bars = {{"Travel", "+$1.00", 0, 100, Tone::warning}};
    CHECK(to_json(node) ==
          R"({"id":"t","kind":"table","label":"Caption","options":[{"value":"","label":"None"},)"
          R"({"value":"a","label":"A","detail":"more"}],"columns":[{"label":"Line"},{"label":"Amount","align":"end"}],)"
          R"("rows":[{"id":"r","cells":["E9","$1"],"strong":true},{"id":"","cells":["E10","4"]}],)"
          R"("bars":[{"label":"Travel","text":"+$1.00","from":0,"to":100,"tone":"warning"}]})");
  }
}
