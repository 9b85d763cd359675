// The report of a frame as the page reads it.
#include "canvas/layout.h"

#include <doctest/doctest.h>

namespace ftt {

TEST_CASE("a frame with nothing to tell is short") {
  FrameReport report;
  report.cursor = "default";
  CHECK(to_json(report) == R"({"more":false,"drawn":false,"cursor":"default"})");
}

TEST_CASE("edits, focus and layout are written with their texts escaped and lengths to the hundredth") {
  Layout layout;
  layout.width = 320;
  layout.height = 1024.5F;
  layout.regions = {{Region::main, {0, 56, 320, 700.25F}, 2000, 320}};
  layout.items = {{"a\"\n", Region::main, {-1.5F, 20, 0.01F, 44}}, {"b", Region::main, {1, 2, 3, 4}, Ink::element}};
  FrameReport report;
  report.more = report.drawn = true;
  report.cursor = "pointer";
  report.focus = "x=1";
  report.edits = {{"x", PointerAction::choose, "1"}, {"y", PointerAction::press, ""}};
  report.layout = &layout;
  CHECK(
      to_json(report) ==
      R"({"more":true,"drawn":true,"cursor":"pointer","focus":"x=1","edits":[{"id":"x","action":"choose","value":"1"},)"
      R"({"id":"y","action":"press","value":""}],"layout":{"stage":{"w":320,"h":1024.50},"regions":[{"name":"main",)"
      R"("x":0,"y":56,"w":320,"h":700.25,"content_height":2000,"content_width":320}],"rects":[)"
      R"(["a\"\u000a","main",-1.50,20,0.01,44],)"
      R"(["b","main",1,2,3,4,1]]}})");
}

}  // namespace ftt
