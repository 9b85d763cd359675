// A patch holds what changed and nothing else.
#include "view/patch.h"

#include <doctest/doctest.h>

#include "view/build.h"

using namespace ftt;

TEST_SUITE("view patch") {
  TEST_CASE("the first patch has every node, the next only those that changed, and the ids that have gone") {
    Node screen;
    screen.id = "screen";
    screen.kind = NodeKind::screen;
    screen.children = {build::text("a", "A"), build::text("b", "B")};
    CHECK(patch_between(nullptr, screen) ==
          R"({"root":"screen","nodes":[{"id":"screen","kind":"screen","children":["a","b"]},)"
          R"({"id":"a","kind":"text","label":"A"},{"id":"b","kind":"text","label":"B"}],"removed":[]})");
    CHECK(patch_between(&screen, screen) == R"({"root":"screen","nodes":[],"removed":[]})");
    Node before = screen;
    screen.children[0].label = "A2";
    CHECK(patch_between(&before, screen) ==
          R"({"root":"screen","nodes":[{"id":"a","kind":"text","label":"A2"}],"removed":[]})");
    before = screen;
    screen.children.pop_back();
    CHECK(patch_between(&before, screen) ==
          R"({"root":"screen","nodes":[{"id":"screen","kind":"screen","children":["a"]}],"removed":["b"]})");
  }

  TEST_CASE("a node that only moved to another holder is not sent again, its holders are") {
    Node screen;
    screen.id = "screen";
    screen.kind = NodeKind::screen;
    screen.children = {build::group("left", ""), build::group("right", "")};
    screen.children[0].children = {build::text("a", "A")};
    const Node before = screen;
    std::swap(screen.children[0].children, screen.children[1].children);
    CHECK(patch_between(&before, screen) == R"({"root":"screen","nodes":[{"id":"left","kind":"group"},)"
                                            R"({"id":"right","kind":"group","children":["a"]}],"removed":[]})");
  }
}
