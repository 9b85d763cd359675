// Public Sans at the sizes the screen uses: how wide a text is and where its lines break.
//
// Sizes are CSS pixels, and a line's box is the one a browser gives the same text, so that the native elements which
// lie over the canvas agree with it. Lines break at spaces and after hyphens and dashes, never inside an amount; a word
// that is wider than its line is cut. No kerning, no shaping: the page sets its text in the same way.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"

struct ImFont;
struct ImFontAtlas;
struct ImFontBaked;

namespace ftt {

enum class TextStyle : std::uint8_t {
  small,
  small_strong,
  body,
  body_strong,
  lead,
  heading_3,
  heading_2,
  heading_1,
  figure
};

class Typeface {
 public:
  // The bytes of two TrueType files, which are copied. Refuses what is no TrueType font.
  Result<Unit> load(ImFontAtlas&, std::string_view regular, std::string_view semibold);
  bool is_loaded() const { return fonts_[1] != nullptr; }

  // Device pixels to a CSS pixel; glyphs are rasterized for it.
  void set_density(float density) { density_ = density; }
  float density() const { return density_; }

  float line_height(TextStyle) const;
  float width(TextStyle, std::string_view) const;
  // At least one line, which may be empty. The views point into `text`.
  std::vector<std::string_view> lines(TextStyle, std::string_view text, float width) const;
  // Whether the font has all letters, and none that has to be shaped, joined or set from right to left.
  bool can_set(std::string_view text) const;
  // The longest beginning that fits.
  std::string_view fitting(TextStyle, std::string_view text, float width) const;

  // For drawing: the glyphs, and how far below a line's top their box starts.
  ImFontBaked* glyphs(TextStyle) const;
  float glyph_top(TextStyle) const;
  float baseline(TextStyle) const;
  // What is added to each letter's width.
  float tracking(TextStyle) const;

 private:
  ImFont* fonts_[2] = {nullptr, nullptr};
  float box_per_em_ = 1;  // Dear ImGui measures a font by its ascent less its descent, CSS by its em
  float density_ = 1;
};

// The next code point of a text that is not empty, which is shortened by it. Bytes that are not UTF-8 give U+FFFD.
std::uint32_t take_code_point(std::string_view& text);

// Whether a code point has a place on the line: controls and marks of direction have none.
bool is_visible(std::uint32_t code_point);

}  // namespace ftt
