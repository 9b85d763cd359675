// The canvas's copy of the nodes: what it reads of a patch, and what it refuses.
#include "canvas/node_store.h"

#include <doctest/doctest.h>

#include "canvas/testing.h"

namespace ftt {

TEST_CASE("a patch brings nodes, changes them and takes them away") {
  NodeStore store;
  REQUIRE(store.apply(
      answer_with(R"({"root":"a","nodes":[{"id":"a","kind":"screen","children":["b"]},)"
                  R"({"id":"b","kind":"field","input":"money","label":"Fare","flags":["required"]}],"removed":[]})")));
  REQUIRE(store.root() != nullptr);
  CHECK(store.root()->children == std::vector<std::string>{"b"});
  CHECK(store.find("b")->node.input == InputType::money);
  CHECK(store.find("b")->node.flags.required);
  REQUIRE(store.apply(answer_with(R"({"root":"a","nodes":[{"id":"b","kind":"text","label":"Other"}],"removed":[]})")));
  CHECK(store.find("b")->node.kind == NodeKind::text);
  CHECK_FALSE(store.find("b")->node.flags.required);
  REQUIRE(store.apply(answer_with(R"({"root":"a","nodes":[],"removed":["b","never there"]})")));
  CHECK(store.find("b") == nullptr);
}

TEST_CASE("anything else is refused with its place, and the nodes stay as they were") {
  NodeStore store;
  REQUIRE(store.apply(answer_with(R"({"root":"a","nodes":[{"id":"a","kind":"text","label":"kept"}],"removed":[]})")));
  const std::string bad[] = {"",
                             "{",
                             "[]",
                             "null",
                             R"({"root":1})",
                             R"({"root":"a","nodes":[{"id":"a","kind":"nothing"}],"removed":[]})",
                             R"({"root":"a","nodes":[{"id":"a","color":"red"}],"removed":[]})",
                             R"({"root":"a","nodes":[{"id":"a","level":256}],"removed":[]})",
                             R"({"root":"a","nodes":[{"id":"a","attention":-1}],"removed":[]})",
                             R"({"root":"a","nodes":[{"id":"a","flags":["wrong"]}],"removed":[]})",
                             R"({"root":"a","nodes":[{"id":"a","marks":[{"label":"","at":[1]}]}],"removed":[]})",
                             R"({"root":"a","nodes":[{"id":"a","marks":[{"label":"","at":[1,2,3]}]}],"removed":[]})",
                             R"({"root":"a","nodes":[{"id":"a"])",
                             R"({"root":"a","nodes":[{"id":"a","level":x}],"removed":[]})",
                             R"({"root":"a","nodes":[{"id":"a","label":"\q"}],"removed":[]})",
                             R"({"root":"a","nodes":[{"id":"a","label":"\u12"}],"removed":[]})",
                             R"({"root":"a","nodes":[],"removed":[]} {)",
                             R"({"root":"a","nodes":[],"removed":[],"more":[]})",
                             std::string(100'000, '[')};
  for (const std::string& patch : bad) {
    CAPTURE(patch.substr(0, 80));
    const auto result = store.apply(answer_with(patch));
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().where.starts_with("byte "));
    CHECK(store.find("a")->node.label == "kept");
  }
}

TEST_CASE("every beginning of a patch is refused, and none of them ends the program") {
  const std::string whole = answer_with(every_kind());
  REQUIRE(NodeStore().apply(whole).has_value());
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    NodeStore store;
    CHECK_FALSE(store.apply(std::string_view(whole).substr(0, size)).has_value());
  }
}

}  // namespace ftt
