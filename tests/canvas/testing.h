// What the tests of the canvas share: reading files, a screen with every kind of node, and a canvas that is ready to
// draw.
//
// Does not test anything.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "canvas/canvas.h"

namespace ftt {

inline std::string read_bytes(const std::string& path) {
  std::string bytes;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return bytes;
  char piece[65536];
  for (std::size_t size; (size = std::fread(piece, 1, sizeof piece, file)) > 0;) bytes.append(piece, size);
  std::fclose(file);
  return bytes;
}

// A patch with a node of every kind, input, tone and arrangement, in all five regions.
inline std::string every_kind() {
  return read_bytes(FTT_TESTS_DIR "/canvas/every_kind.json");
}

// A patch as the wizard answers with it.
inline std::string answer_with(std::string_view patch) {
  return "{\"effects\":[],\"patch\":" + std::string(patch) + "}";
}

// A canvas with the page's fonts that shows a patch.
class ReadyCanvas {
 public:
  explicit ReadyCanvas(std::string_view patch, float width = 1280, float height = 800, float ratio = 1)
      : is_ready_(canvas
                      .set_fonts(read_bytes(FTT_FONTS_DIR "/PublicSans-Regular.ttf"),
                                 read_bytes(FTT_FONTS_DIR "/PublicSans-SemiBold.ttf"))
                      .has_value() &&
                  canvas.apply_patch(answer_with(patch)).has_value()) {
    canvas.resize(width, height, ratio);
  }

  bool is_ready() const { return is_ready_; }

  // Draws until nothing changes any more, and counts the frames. Keeps the last layout and all that was reported.
  int settle() {
    int frames = 0;
    for (bool more = true; more && frames < 50; ++frames) {
      FrameReport report = canvas.frame(now_ += 16);
      canvas.textures_taken();
      if (report.layout != nullptr) layout = *report.layout;
      for (PointerEdit& edit : report.edits) edits.push_back(std::move(edit));
      if (!report.focus.empty()) focus = report.focus;
      cursor = report.cursor;
      more = report.more;
    }
    return frames;
  }

  const PlacedItem* item(std::string_view id) const {
    for (const PlacedItem& placed : layout.items) {
      if (placed.id == id) return &placed;
    }
    return nullptr;
  }

  const PlacedRegion* region(Region name) const {
    for (const PlacedRegion& placed : layout.regions) {
      if (placed.region == name) return &placed;
    }
    return nullptr;
  }

  // Presses and lifts in the middle of an item, at the region's scroll offset `scrolled`.
  void click(std::string_view id, PointerKind kind = PointerKind::mouse, float scrolled = 0) {
    const PlacedItem* placed = item(id);
    if (placed == nullptr) return;
    const Rect& window = region(placed->region)->rect;
    const float x = window.x + placed->rect.x + placed->rect.w / 2;
    const float y = window.y + placed->rect.y + placed->rect.h / 2 - scrolled;
    for (const bool pressed : {false, true, false}) {
      canvas.pointer(x, y, pressed, kind);
      settle();
    }
  }

  Canvas canvas;
  Layout layout;
  std::vector<PointerEdit> edits;
  std::string focus, cursor;

 private:
  bool is_ready_;
  double now_ = 0;
};

}  // namespace ftt
