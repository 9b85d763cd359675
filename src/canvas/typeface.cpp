// Measuring and breaking text by the widths of Public Sans. See typeface.h.
#include "canvas/typeface.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <cstring>

namespace ftt {
namespace {

struct StyleSize {
  int weight;  // 0 regular, 1 semibold
  float size;
  float line_height;
  float tracking = 0;  // large letters stand a little closer
};

// Where the font has its digits of one width (assets/fonts/make_fonts.py), outside of what anybody writes.
constexpr std::uint32_t first_figure = 0xE000;

StyleSize size_of(TextStyle style) {
  switch (style) {
    case TextStyle::small:
    case TextStyle::small_figures:
      return {0, 15.3F, 22};
    case TextStyle::small_strong:
    case TextStyle::small_strong_figures:
      return {1, 15.3F, 22};
    case TextStyle::body:
    case TextStyle::body_figures:
      return {0, 17, 26};
    case TextStyle::body_strong:
      return {1, 17, 26};
    case TextStyle::lead:
      return {0, 18.7F, 28};  // as Dear ImGui has it: its fonts are whole pixels high
    case TextStyle::heading_3:
      return {1, 18.7F, 26};
    case TextStyle::heading_2:
      return {1, 22.1F, 30};
    case TextStyle::heading_1:
      return {1, 32.3F, 40, -0.32F};
    case TextStyle::figure:
      return {1, 40, 48, -0.8F};
  }
  return {0, 17, 26};
}

std::uint32_t big_endian(std::string_view bytes, std::size_t at, int count) {
  std::uint32_t number = 0;
  for (int i = 0; i < count; ++i)
    number = number << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return number;
}

// Where a table of a TrueType file starts; npos where it is not there or too short to hold `size` bytes.
std::size_t table(std::string_view font, std::string_view tag, std::size_t size) {
  if (font.size() < 12 || big_endian(font, 0, 4) != 0x00010000) return font.npos;
  const std::size_t count = big_endian(font, 4, 2);
  for (std::size_t i = 0; i < count && 28 + 16 * i <= font.size(); ++i) {
    if (font.substr(12 + 16 * i, 4) != tag) continue;
    const std::size_t start = big_endian(font, 12 + 16 * i + 8, 4);
    return start < font.size() && font.size() - start >= size ? start : font.npos;
  }
  return font.npos;
}

// Of an em, the descent above zero; both 0 where the bytes are no font.
struct Reach {
  float ascent = 0, descent = 0;
};
Reach reach_of(std::string_view font) {
  const std::size_t head = table(font, "head", 54), hhea = table(font, "hhea", 36), glyphs = table(font, "glyf", 1);
  if (head == font.npos || hhea == font.npos || glyphs == font.npos) return {};
  const auto units = static_cast<float>(big_endian(font, head + 18, 2));
  const auto ascent = static_cast<std::int16_t>(big_endian(font, hhea + 4, 2));
  const auto descent = static_cast<std::int16_t>(big_endian(font, hhea + 6, 2));
  if (units <= 0 || ascent <= descent) return {};
  return {static_cast<float>(ascent) / units, static_cast<float>(-descent) / units};
}

// A line may end behind a hyphen or a stroke, but not within a date such as 2/1/2027.
bool breaks_between(std::uint32_t code, std::string_view rest) {
  const char next = rest.empty() ? ' ' : rest.front();
  if ((next >= '0' && next <= '9') || next == '/') return false;
  return code == '-' || code == '/' || code == 0x2013 || code == 0x2014;
}

float advance(ImFontBaked* glyphs, TextStyle style, std::uint32_t code) {
  if (!is_visible(code)) return 0;
  return glyphs->GetCharAdvance(static_cast<ImWchar>(glyph_code(style, code))) + size_of(style).tracking;
}

}  // namespace

std::uint32_t take_code_point(std::string_view& text) {
  unsigned int code = 0;
  const int size = ImTextCharFromUtf8(&code, text.data(), text.data() + text.size());
  text.remove_prefix(static_cast<std::size_t>(size > 0 ? size : 1));
  return code;
}

std::uint32_t glyph_code(TextStyle style, std::uint32_t code) {
  if (code > 0xFFFF || (code >= first_figure && code < first_figure + 10)) return 0xFFFD;
  const bool is_column = style == TextStyle::small_figures || style == TextStyle::small_strong_figures ||
                         style == TextStyle::body_figures;
  return is_column && code >= '0' && code <= '9' ? first_figure + (code - '0') : code;
}

bool is_visible(std::uint32_t code) {
  return code >= 0x20 && !(code >= 0x7F && code < 0xA0) && !(code >= 0x200B && code <= 0x200F) &&
         !(code >= 0x202A && code <= 0x202E) && !(code >= 0x2060 && code <= 0x2069) && code != 0xFEFF;
}

Result<Unit> Typeface::load(ImFontAtlas& atlas, std::string_view regular, std::string_view semibold) {
  const Reach reach = reach_of(regular);
  if (reach.ascent <= 0 || reach_of(semibold).ascent <= 0) {
    return Error{ErrorCode::wrong_format, reach.ascent <= 0 ? "regular" : "semibold",
                 "These bytes are not a TrueType font with outlines. Serve the font files that the build made."};
  }
  const std::string_view sources[] = {regular, semibold};
  for (int weight = 0; weight < 2; ++weight) {
    const std::size_t size = sources[weight].size();
    void* copy = ImGui::MemAlloc(size);
    std::memcpy(copy, sources[weight].data(), size);
    ImFontConfig config;
    config.OversampleH = places_in_pixel;
    config.OversampleV = 1;
    fonts_[weight] =
        atlas.AddFontFromMemoryTTF(copy, static_cast<int>(size), 17 * (reach.ascent + reach.descent), &config);
  }
  ascent_ = reach.ascent;
  descent_ = reach.descent;
  return Unit{};
}

float Typeface::line_height(TextStyle style) const {
  return size_of(style).line_height;
}

ImFontBaked* Typeface::glyphs(TextStyle style) const {
  const StyleSize size = size_of(style);
  return fonts_[size.weight]->GetFontBaked(size.size * (ascent_ + descent_), density_);
}

float Typeface::glyph_top(TextStyle style) const {
  return baseline(style) - std::round(glyphs(style)->Ascent);
}

// As browsers do it, in whole device pixels: ascent and descent each by themselves, and half of what is left above them.
float Typeface::baseline(TextStyle style) const {
  const StyleSize size = size_of(style);
  const float ascent = std::round(size.size * ascent_ * density_), descent = std::round(size.size * descent_ * density_);
  return (std::floor((size.line_height * density_ - ascent - descent) / 2) + ascent) / density_;
}

float Typeface::tracking(TextStyle style) const {
  return size_of(style).tracking;
}

float Typeface::width(TextStyle style, std::string_view text) const {
  ImFontBaked* baked = glyphs(style);
  float sum = 0;
  while (!text.empty()) sum += advance(baked, style, take_code_point(text));
  return sum;
}

bool Typeface::can_set(std::string_view text) const {
  while (!text.empty()) {
    const std::uint32_t code = take_code_point(text);
    if (code < 0x7F || (code >= 0xA0 && code < 0x300)) continue;
    const bool is_mark = code >= 0x300 && code < 0x370;
    if (is_mark || !is_visible(code) || glyph_code(TextStyle::body, code) != code) return false;
    if (!fonts_[0]->IsGlyphInFont(static_cast<ImWchar>(code))) return false;
  }
  return true;
}

std::string_view Typeface::fitting(TextStyle style, std::string_view text, float width) const {
  ImFontBaked* baked = glyphs(style);
  std::string_view rest = text;
  float sum = 0;
  while (!rest.empty()) {
    std::string_view next = rest;
    sum += advance(baked, style, take_code_point(next));
    if (sum > width) break;
    rest = next;
  }
  return text.substr(0, text.size() - rest.size());
}

std::vector<std::string_view> Typeface::lines(TextStyle style, std::string_view text, float width) const {
  ImFontBaked* baked = glyphs(style);
  std::vector<std::string_view> result;
  const char* start = text.data();
  const char* last_break = nullptr;        // the line may end here …
  const char* after_last_break = nullptr;  // … and the next one starts here
  float sum = 0, sum_at_break = 0;
  std::string_view rest = text;
  const auto finish = [&](const char* end, const char* next) {
    result.emplace_back(start, static_cast<std::size_t>(end - start));
    start = next;
    last_break = nullptr;
  };
  while (!rest.empty()) {
    const char* here = rest.data();
    const std::uint32_t code = take_code_point(rest);
    const char* after = rest.data();
    if (code == '\n') {
      finish(here, after);
      sum = 0;
      continue;
    }
    const float wide = advance(baked, style, code);
    if (code == ' ') {
      last_break = here;
      after_last_break = after;
      sum_at_break = sum + wide;
    } else if (sum + wide > width && here != start) {
      if (last_break != nullptr) {
        const float carried = sum - sum_at_break;
        finish(last_break, after_last_break);
        sum = carried;
      }
      if (sum + wide > width && here != start) {
        finish(here, here);
        sum = 0;
      }
    }
    sum += wide;
    if (breaks_between(code, rest) && sum <= width) {
      last_break = after_last_break = after;
      sum_at_break = sum;
    }
  }
  result.emplace_back(start, static_cast<std::size_t>(text.data() + text.size() - start));
  return result;
}

}  // namespace ftt
