// The canvas face: the screen drawn with Dear ImGui, in a look of its own.
//
// Holds one Dear ImGui context, a copy of the view model's nodes, and what the page has said about size, theme, scroll
// offsets, focus and pointer. A frame draws all of it and reports where things lie and what the pointer did. Layout:
// from 1,024 px the banner on top, the actions at the bottom, and steps, main and result between them, each scrolling
// by itself; above 640 px without a result column; below that, or in a window too low for fixed bars, all regions are
// stacked and the stage scrolls; the steps are then one row that scrolls sideways.
//
// Does not own answers, does not scroll (the page's scroll containers do), does not read the keyboard, opens no files.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "canvas/layout.h"
#include "canvas/palette.h"
#include "canvas/scene.h"

struct ImDrawData;
struct ImGuiContext;

namespace ftt {

enum class PointerKind : std::uint8_t { mouse, touch, pen, gone };

class Canvas {
 public:
  Canvas();
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // The bytes of the two TrueType files. Nothing is drawn before.
  Result<Unit> set_fonts(std::string_view regular, std::string_view semibold);
  // Takes what the wizard answers, with the nodes that changed (view/node.h).
  Result<Unit> apply_patch(std::string_view answer);

  // The stage's window in CSS pixels.
  void resize(float width, float height, float device_pixel_ratio);
  void set_theme(Theme);
  // How far a region ("main" …) or the stage ("stage") is scrolled down, and sideways.
  void set_scroll(std::string_view region, float top, float left = 0);
  void set_focus(std::string_view id, FocusRing);
  // `pressed`: whether the main button, finger or pen is down. `gone`: it left, or its press was taken for a scroll.
  void pointer(float x, float y, bool pressed, PointerKind);

  // Draws one frame. The report's layout stays valid until the next call.
  FrameReport frame(double milliseconds);
  // What the last frame drew, until the next one; nullptr before the first.
  ImDrawData* draw_data();
  Color ground_color() const { return palette(theme_).page; }
  // The renderer has taken over what the frame said about textures.
  void textures_taken();
  // How wide a text is at the body's size. Fonts must have been set.
  float text_width(std::string_view text) const;
  // A renderer that has lost its textures gets all of them again.
  void textures_lost();

 private:
  struct Scroll {
    float top = 0, left = 0;
  };
  // One region of this frame: what it shows, how, and where on the stage.
  struct Placement {
    const NodeRecord* record;
    Setting setting;
    Rect rect;
    float padding;
    Scroll scroll;
  };
  void draw_stage(FrameReport&);
  void draw_side_by_side(Stage&);
  void draw_stacked(Stage&);
  float draw_region(Stage&, const Placement&);
  // Whether the steps stand behind the one that is shown.
  bool is_folded(const NodeRecord& steps) const;
  float measured(Stage&, const NodeRecord&, Setting, float w, float padding);
  const NodeRecord* region(Region) const;
  std::uint64_t fingerprint() const;

  ImGuiContext* context_;
  NodeStore nodes_;
  Typeface typeface_;
  Theme theme_ = Theme::light;
  float width_ = 0, height_ = 0;
  Scroll scrolls_[6] = {};  // by Region; `none` is the stage
  Focus focus_;
  Layout layout_, next_layout_;
  std::uint64_t picture_ = 0;  // the last frame's fingerprint
  int frames_wanted_ = 0;      // still to come after the last event
  double last_milliseconds_ = 0;
};

}  // namespace ftt
