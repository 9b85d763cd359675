// Public Sans at the sizes the screen uses: how wide a text is and where its lines break.
//
// Sizes are CSS pixels, and a line's box is the one a browser gives the same text, so that the native elements which
// lie over the canvas agree with it. Digits are as wide as they are in prose, and equally wide in columns of figures.
// Lines break at spaces and after hyphens and dashes, never inside an amount; a word
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
  figure,
  // Columns of figures.
  small_figures,
  small_strong_figures,
  body_figures
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

  // A glyph is rasterized for so many places within a device pixel, so that it is equally sharp on each.
  static constexpr int places_in_pixel = 4;
  // How many of them a style uses: large letters stand on whole pixels, each like all others of its kind.
  static float places(TextStyle style) {
    return style == TextStyle::figure || style == TextStyle::heading_1 ? 1.0F : static_cast<float>(places_in_pixel);
  }
  // For drawing: the glyphs, and how far below a line's top their box starts.
  ImFontBaked* glyphs(TextStyle) const;
  float glyph_top(TextStyle) const;
  float baseline(TextStyle) const;
  // What is added to each letter's width.
  float tracking(TextStyle) const;

 private:
  ImFont* fonts_[2] = {nullptr, nullptr};
  float ascent_ = 1, descent_ = 0;  // of an em; Dear ImGui measures a font by their sum, CSS by its em
  float density_ = 1;
};

// The code point of the glyph that a style has for a letter.
std::uint32_t glyph_code(TextStyle, std::uint32_t code_point);

// The next code point of a text that is not empty, which is shortened by it. Bytes that are not UTF-8 give U+FFFD.
std::uint32_t take_code_point(std::string_view& text);

// Whether a code point has a place on the line: controls and marks of direction have none.
bool is_visible(std::uint32_t code_point);

}  // namespace ftt
