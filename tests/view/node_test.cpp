// The serialized form of a node, which is all that the faces ever see: what is written, and that it is read again.
#include "view/node.h"

#include <doctest/doctest.h>

#include <concepts>
#include <iterator>
#include <type_traits>

#include "base/text.h"
#include "view/build.h"
#include "view/node_members.h"

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
    CHECK(to_json(build::text("a", "a\"b\\c\n\t\x01</script>ʻ")) ==
          R"({"id":"a","kind":"text","label":"a\"b\\c\n\t\u0001</script>ʻ"})");
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
    node.lines = {{"As worded", {{0, -100}, {24, 5}}, LineRole::in_use}, {"", {}, LineRole::other}};
    node.marks = {{"Break-even: 4", {4, -3}}};
    node.ticks = {{0, "$0"}};
    node.steps = {{24, "24 trips"}};
    CHECK(to_json(node) ==
          R"({"id":"c","kind":"chart","lines":[{"label":"As worded","points":[[0,-100],[24,5]],"role":"in_use"},)"
          R"({"label":"","points":[]}],"marks":[{"label":"Break-even: 4","at":[4,-3]}],)"
          R"("ticks":[{"at":0,"text":"$0"}],"steps":[{"at":24,"text":"24 trips"}]})");
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

  // Each member of every type another value than its default, as node.inc lists them: a new one comes in by itself.
  struct Filler {
    int count = 0;
    void fill(std::string& text) { text = concat("text ", ++count, " \" \\ \n ʻ 😀 \x01"); }
    void fill(bool& truth) { truth = true; }
    void fill(std::integral auto& number) { number = static_cast<std::remove_cvref_t<decltype(number)>>(++count); }
    void fill(Enumeration auto& value) {
      using Type = std::remove_cvref_t<decltype(value)>;
      value = static_cast<Type>(std::size(Described<Type>::names) - 1);
    }
    void fill(std::vector<Node>&) {}
    template <class Type>
    void fill(std::vector<Type>& list) {
      list.resize(2);
      fill(list.back());
    }
    template <class Struct>
    requires(Described<Struct>::form == Described<Struct>::form) void fill(Struct& value) {
      Described<Struct>::each([&](std::string_view, auto member, Presence) { fill(value.*member); });
    }
  };

  TEST_CASE("what is written is what is read: a node with every member of the list comes back equal") {
    Node node;
    Filler().fill(node);
    const Result<Patch> patch = read_patch(
        concat(R"({"patch":{"root":"r","nodes":[)", to_json(node), ",", to_json(Node()), R"(],"removed":["x"]}})"));
    REQUIRE(patch.has_value());
    CHECK(patch->root == "r");
    CHECK(patch->removed == std::vector<std::string>{"x"});
    REQUIRE(patch->nodes.size() == 2);
    CHECK(patch->nodes[0].node == node);
    CHECK(patch->nodes[1].node == Node());
  }

  TEST_CASE("a change of any one member makes another node, a change of what it holds does not") {
    const Node before;
    int members = 0;
    Described<Node>::each([&](std::string_view name, auto member, Presence) {
      Node now;
      Filler().fill(now.*member);
      CAPTURE(std::string(name));
      CHECK(alike_but_for_children(before, now) == (name == "children"));
      CHECK((to_json(before) == to_json(now)) == (name == "children"));
      ++members;
    });
    CHECK(members == 30);
    Node holder;
    holder.children.emplace_back();
    CHECK(alike_but_for_children(before, holder));
  }

  TEST_CASE("names of enumerators are their own, and the children of a node that is read are named") {
    CHECK(name_of(NodeKind::disclosure) == "disclosure");
    CHECK(name_of(Align::end) == "end");
    CHECK(name_of(StepState::needs_attention) == "needs_attention");
    const Result<Patch> patch = read_patch(R"({"patch":{"nodes":[{"id":"a","children":["b","c"]}]}})");
    REQUIRE(patch.has_value());
    CHECK(patch->nodes[0].children == std::vector<std::string>{"b", "c"});
  }

  TEST_CASE("of the wizard's answer the patch is read, whatever stands beside it") {
    const std::string answer = R"({"effects":[{"kind":"save","content":"{\"patch\":{}}"}],)"
                               R"("patch":{"root":"a","nodes":[{"id":"a","kind":"text"}],"removed":["b"]}})";
    const Result<Patch> patch = read_patch(answer);
    REQUIRE(patch.has_value());
    CHECK(patch->root == "a");
    CHECK(patch->nodes.size() == 1);
    CHECK(patch->removed == std::vector<std::string>{"b"});
    for (std::size_t size = 0; size < answer.size(); ++size) CHECK_FALSE(read_patch(answer.substr(0, size)));
  }
}
