// Where things lie and what a frame has to tell the page: rectangles, regions, edits, focus, cursor.
//
// All lengths are CSS pixels. A region's rectangle is on the stage; an item's is in its region's content, so that
// scrolling changes no rectangle. The page puts the native elements on these rectangles.
//
// Does not draw and does not know Dear ImGui.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "view/node.h"

namespace ftt {

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  float right() const { return x + w; }
  float bottom() const { return y + h; }
  Rect grown(float by) const { return {x - by, y - by, w + 2 * by, h + 2 * by}; }
  bool contains(float px, float py) const { return px >= x && px < right() && py >= y && py < bottom(); }
  bool operator==(const Rect&) const = default;
};

// Who shows a field's text while it has no focus: the canvas, or the native element, where the canvas lacks the
// letters.
enum class Ink : std::uint8_t { canvas, element };

struct PlacedItem {
  std::string id;  // a node's id; "<node>=<option>" for an option; "cite:<node>" for a citation's link
  Region region = Region::none;
  Rect rect;
  Ink ink = Ink::canvas;
  bool operator==(const PlacedItem&) const = default;
};

struct PlacedRegion {
  Region region = Region::none;
  Rect rect;
  float content_height = 0;
  float content_width = 0;  // more than the rectangle's where it scrolls sideways
  bool operator==(const PlacedRegion&) const = default;
};

struct Layout {
  float width = 0;
  float height = 0;  // of the stage's content: taller than the window only where the regions are stacked
  std::vector<PlacedRegion> regions;
  std::vector<PlacedItem> items;
  bool operator==(const Layout&) const = default;
};

enum class PointerAction : std::uint8_t { choose, press };

struct PointerEdit {
  std::string id;
  PointerAction action = PointerAction::press;
  std::string value;
};

struct FrameReport {
  bool more = false;               // another frame is wanted
  bool drawn = false;              // the picture differs from the last one
  const Layout* layout = nullptr;  // set when it differs from the last one
  std::vector<PointerEdit> edits;  // what the pointer did, in order
  std::string focus;               // what was clicked, so that the page focuses its twin; empty for nothing
  std::string_view cursor;         // a CSS cursor
};

// {"more":…,"drawn":…,"cursor":"…","focus":"…","edits":[{id,action,value}],"layout":{"stage":{w,h},
// "regions":[{name,x,y,w,h,content_height,content_width}],"rects":[[id,region,x,y,w,h,1 where the element shows its own
// ink]]}}; layout, edits and focus are left out where there is nothing.
std::string to_json(const FrameReport&);

}  // namespace ftt
