// WCAG 2.5.1, 2.5.2, 2.5.7, 2.5.8 and 1.4.13 on the canvas: how large what can be pressed is, and that nothing comes by
// pointing at it or by dragging alone.
//
// Does not test what a press does (canvas_test.cpp) and not the native elements (tests/browser/canvas.test.mjs).
#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "canvas/testing.h"
#include "view/interactive.h"

namespace ftt {
namespace {

constexpr std::pair<float, float> windows[] = {{320, 568}, {390, 844}, {1280, 800}};

// Whether a pointer can do something with what is placed: a control, an option of one, or a citation's link.
bool is_target(const NodeStore& store, const std::string& id) {
  if (id.starts_with("cite:")) return true;
  const std::size_t option = id.find('=');
  const NodeRecord* record = store.find(id.substr(0, option));
  if (record == nullptr) return false;
  if (record->node.kind == NodeKind::choice) return option != id.npos;
  return test::is_interactive(record->node);
}

bool is_typed(const NodeStore& store, const std::string& id) {
  const NodeRecord* record = store.find(id);
  if (record == nullptr) return false;
  const NodeKind kind = record->node.kind;
  return kind == NodeKind::field || kind == NodeKind::combo || kind == NodeKind::select;
}

}  // namespace

TEST_CASE("fields are at least 44 px high and no target is below 24 by 24 px") {
  NodeStore store;
  REQUIRE(store.apply(answer_with(every_kind())));
  for (const auto& window : windows) {
    ReadyCanvas ready(every_kind(), window.first, window.second);
    ready.settle();
    CAPTURE(window.first);
    int targets = 0;
    for (const PlacedItem& item : ready.layout.items) {
      if (!is_target(store, item.id)) continue;
      ++targets;
      CAPTURE(item.id);
      CHECK(item.rect.w >= 24);
      CHECK(item.rect.h >= (is_typed(store, item.id) ? 44 : 24));
    }
    CHECK(targets > 40);
  }
}

TEST_CASE("a row that opens is pressed by its first cell, in columns and as a small list, and is a target of 24 px") {
  const std::string_view patch =
      R"({"root":"s","nodes":[{"id":"s","kind":"screen","children":["m"]},{"id":"m","kind":"region","region":"main",)"
      R"("children":["t"]},{"id":"t","kind":"table","columns":[{"label":"Packet"},{"label":"Who has it"}],"rows":[)"
      R"({"id":"7","cells":["Ito, Ken","Nobody"],"opens":true},{"id":"8","cells":["Moe, Sam","Nobody"]},)"
      R"({"id":"9","cells":["\u05db\u05d4\u05df","Nobody"],"opens":true}]}],"removed":[]})";
  for (const auto& window : windows) {
    ReadyCanvas ready(patch, window.first, window.second);
    ready.settle();
    REQUIRE(ready.item("t/7") != nullptr);
    CHECK(ready.item("t/7")->rect.h >= 24);
    CHECK(ready.item("t/7")->ink == Ink::canvas);
    CHECK(ready.item("t/9")->ink == Ink::element);
    ready.click("t/8");
    CHECK(ready.edits.empty());
    ready.click("t/7");
    REQUIRE(ready.edits.size() == 1);
    CHECK(ready.edits[0].id == "t/7");
    CHECK(ready.edits[0].action == PointerAction::press);
    CHECK(ready.focus == "t/7");
  }
}

TEST_CASE("pointing at anything brings nothing up, moves nothing and changes nothing") {
  ReadyCanvas ready(every_kind(), 1280, 4000);  // high enough for all of it to be seen
  ready.settle();
  const Layout before = ready.layout;
  for (const PlacedItem& item : before.items) {
    const Rect& region = ready.region(item.region)->rect;
    ready.canvas.pointer(region.x + item.rect.x + item.rect.w / 2, region.y + item.rect.y + item.rect.h / 2, false,
                         PointerKind::mouse);
    ready.settle();
    CAPTURE(item.id);
    CHECK(ready.layout == before);
    CHECK(ready.edits.empty());
    CHECK(ready.focus.empty());
  }
}

TEST_CASE("dragging does nothing: what is pressed and let go elsewhere, or taken away, is not pressed") {
  NodeStore store;
  REQUIRE(store.apply(answer_with(every_kind())));
  ReadyCanvas ready(every_kind(), 1280, 4000);
  ready.settle();
  const Layout before = ready.layout;
  const Rect& main = ready.region(Region::main)->rect;
  for (const PlacedItem& item : before.items) {
    if (!is_target(store, item.id)) continue;
    const Rect& region = ready.region(item.region)->rect;
    const float x = region.x + item.rect.x + item.rect.w / 2, y = region.y + item.rect.y + item.rect.h / 2;
    CAPTURE(item.id);
    for (const PointerKind end : {PointerKind::mouse, PointerKind::gone}) {
      ready.canvas.pointer(x, y, false, PointerKind::mouse);
      ready.canvas.pointer(x, y, true, PointerKind::mouse);
      ready.settle();
      ready.canvas.pointer(main.x + 2, main.y + 2, true, PointerKind::mouse);
      ready.settle();
      ready.canvas.pointer(main.x + 2, main.y + 2, false, end);
      ready.settle();
      CHECK(ready.edits.empty());
    }
    CHECK(ready.layout == before);
  }
}

}  // namespace ftt
