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
    PatchWriter writer;
    CHECK(writer.write(screen) ==
          R"({"root":"screen","nodes":[{"id":"screen","kind":"screen","children":["a","b"]},)"
          R"({"id":"a","kind":"text","label":"A"},{"id":"b","kind":"text","label":"B"}],"removed":[]})");
    CHECK(writer.write(screen) == R"({"root":"screen","nodes":[],"removed":[]})");
    screen.children[0].label = "A2";
    CHECK(writer.write(screen) == R"({"root":"screen","nodes":[{"id":"a","kind":"text","label":"A2"}],"removed":[]})");
    screen.children.pop_back();
    CHECK(writer.write(screen) ==
          R"({"root":"screen","nodes":[{"id":"screen","kind":"screen","children":["a"]}],"removed":["b"]})");
    writer.reset();
    CHECK(writer.write(screen).find(R"("label":"A2")") != std::string::npos);
  }
}
