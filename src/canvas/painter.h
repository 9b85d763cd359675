// Shapes and text on one region's content: everything that is seen is made of these few calls.
//
// Coordinates are the region's content, in CSS pixels; the painter moves them by the region's place and scroll offset
// and puts edges on device pixels, so that a hairline is one sharp line at any ratio. A painter that only measures
// draws nothing. Does not know nodes.
#pragma once

#include <string_view>

#include "canvas/layout.h"
#include "canvas/palette.h"
#include "canvas/typeface.h"

struct ImDrawList;

namespace ftt {

enum class Symbol : std::uint8_t {
  information,
  success,
  warning,
  error,
  not_started,
  in_progress,
  chevron_down,
  chevron_right,
  chevron_both,
  file
};

enum class Pass : std::uint8_t { draw, measure };

class Painter {
 public:
  Painter(ImDrawList& list, const Typeface& typeface, const Palette& palette, Rect window, float scroll, Pass pass);

  // The same painter, leaving no trace.
  Painter for_measuring() const;
  const Palette& colors() const { return palette_; }
  const Typeface& typeface() const { return typeface_; }
  bool measures() const { return pass_ == Pass::measure; }
  // Where a rectangle of the content lies on the stage, on device pixels.
  Rect on_stage(const Rect&) const;
  // Whether any of it can be seen.
  bool sees(const Rect&) const;

  void fill(const Rect&, Color, float radius = 0);
  // A frame of this thickness inside of the rectangle.
  void frame(const Rect&, Color, float thickness, float radius = 0);
  void hairline(float x, float y, float w, Color, float thickness = 1);
  // A straight line; with dashes so long where that is not 0, as if `drawn` of it had been drawn before. Gives how much
  // has been drawn now.
  float stroke(float x1, float y1, float x2, float y2, Color, float thickness, float dash = 0, float drawn = 0);
  void circle(float x, float y, float radius, Color);
  void ring(float x, float y, float radius, float thickness, Color);
  void symbol(Symbol, float x, float y, float size, Color, Color inside);  // x, y: its middle
  void line(TextStyle, Color, float x, float y, std::string_view);
  // One line cut to the width, with an ellipsis.
  void elided(TextStyle, Color, float x, float y, float w, std::string_view);
  // As many lines as it takes; gives the height.
  float paragraph(TextStyle, Color, float x, float y, float w, std::string_view, Align align = Align::start);
  void underlined(TextStyle, Color, float x, float y, float w, std::string_view);

  float height(TextStyle style, std::string_view text, float w) const;
  float width(TextStyle style, std::string_view text) const { return typeface_.width(style, text); }

 private:
  float snap(float length) const;

  ImDrawList& list_;
  const Typeface& typeface_;
  const Palette& palette_;
  Rect window_;
  float left_, top_;
  Pass pass_;
};

}  // namespace ftt
