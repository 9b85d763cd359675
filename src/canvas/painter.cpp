// Shapes and text as Dear ImGui's draw list takes them. See painter.h.
#include "canvas/painter.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ftt {

Painter::Painter(ImDrawList& list, const Typeface& typeface, const Palette& palette, Rect window, float scroll,
                 Pass pass)
    : list_(list), typeface_(typeface), palette_(palette), window_(window), left_(0), top_(0), pass_(pass) {
  left_ = snap(window.x);
  top_ = snap(window.y - scroll);
}

Painter Painter::for_measuring() const {
  Painter ruler = *this;
  ruler.pass_ = Pass::measure;
  return ruler;
}

float Painter::snap(float length) const {
  const float density = typeface_.density();
  return std::round(length * density) / density;
}

Rect Painter::on_stage(const Rect& rect) const {
  const float x = snap(left_ + rect.x), y = snap(top_ + rect.y);
  return {x, y, snap(left_ + rect.right()) - x, snap(top_ + rect.bottom()) - y};
}

bool Painter::sees(const Rect& rect) const {
  return !measures() && left_ + rect.right() >= window_.x && left_ + rect.x <= window_.right() &&
         top_ + rect.bottom() >= window_.y && top_ + rect.y <= window_.bottom();
}

void Painter::fill(const Rect& rect, Color color, float radius) {
  if (!sees(rect)) return;
  const Rect place = on_stage(rect);
  list_.AddRectFilled({place.x, place.y}, {place.right(), place.bottom()}, color, radius);
}

void Painter::frame(const Rect& rect, Color color, float thickness, float radius) {
  if (!sees(rect)) return;
  const Rect place = on_stage(rect);
  const float wide = std::max(1.0F / typeface_.density(), snap(thickness));
  if (radius <= 0) {  // four bars are exact; a stroked path would be smeared over two pixels
    list_.AddRectFilled({place.x, place.y}, {place.right(), place.y + wide}, color);
    list_.AddRectFilled({place.x, place.bottom() - wide}, {place.right(), place.bottom()}, color);
    list_.AddRectFilled({place.x, place.y + wide}, {place.x + wide, place.bottom() - wide}, color);
    list_.AddRectFilled({place.right() - wide, place.y + wide}, {place.right(), place.bottom() - wide}, color);
    return;
  }
  const float half = wide / 2;
  list_.PathRect({place.x + half, place.y + half}, {place.right() - half, place.bottom() - half},
                 std::max(0.0F, radius - half));
  list_.PathStroke(color, ImDrawFlags_Closed, wide);
}

void Painter::hairline(float x, float y, float w, Color color, float thickness) {
  const Rect rect{x, y, w, thickness};
  if (!sees(rect)) return;
  const Rect place = on_stage(rect);
  const float high = std::max(1.0F / typeface_.density(), snap(thickness));
  list_.AddRectFilled({place.x, place.y}, {place.right(), place.y + high}, color);
}

float Painter::stroke(float x1, float y1, float x2, float y2, Color color, float thickness, float dash, float drawn) {
  const float length = std::hypot(x2 - x1, y2 - y1);
  const Rect around{std::min(x1, x2), std::min(y1, y2), std::abs(x2 - x1), std::abs(y2 - y1)};
  if (length <= 0 || !sees(around.grown(thickness))) return drawn + length;
  // Upright and level lines are bars on device pixels, which are sharp.
  const auto piece = [&](float from, float to) {
    const float ax = x1 + (x2 - x1) * from / length, ay = y1 + (y2 - y1) * from / length;
    const float bx = x1 + (x2 - x1) * to / length, by = y1 + (y2 - y1) * to / length;
    if (x1 == x2) return fill({ax - thickness / 2, std::min(ay, by), thickness, std::abs(by - ay)}, color);
    if (y1 == y2) return fill({std::min(ax, bx), ay - thickness / 2, std::abs(bx - ax), thickness}, color);
    list_.AddLine({left_ + ax, top_ + ay}, {left_ + bx, top_ + by}, color, thickness);
  };
  if (dash <= 0) {
    piece(0, length);
    return drawn + length;
  }
  for (float at = -std::fmod(drawn, 2 * dash); at < length; at += 2 * dash) {
    const float from = std::max(0.0F, at), to = std::min(length, at + dash);
    if (from < to) piece(from, to);
  }
  return drawn + length;
}

void Painter::circle(float x, float y, float radius, Color color) {
  if (sees(Rect{x, y, 0, 0}.grown(radius))) list_.AddCircleFilled({left_ + x, top_ + y}, radius, color);
}

void Painter::ring(float x, float y, float radius, float thickness, Color color) {
  if (sees(Rect{x, y, 0, 0}.grown(radius))) {
    list_.AddCircle({left_ + x, top_ + y}, radius - thickness / 2, color, 0, thickness);
  }
}

void Painter::symbol(Symbol symbol, float x, float y, float size, Color color, Color inside) {
  if (!sees(Rect{x, y, 0, 0}.grown(size))) return;
  const float r = size / 2;
  const auto at = [&](float dx, float dy) { return ImVec2(left_ + x + dx * r, top_ + y + dy * r); };
  const auto stroke = [&](std::initializer_list<ImVec2> points, Color ink, float thickness) {
    list_.AddPolyline(points.begin(), static_cast<int>(points.size()), ink, 0, thickness);
  };
  const float pen = std::max(1.5F, size * 0.1F);
  switch (symbol) {
    case Symbol::information:
      list_.AddCircleFilled(at(0, 0), r, color);
      list_.AddCircleFilled(at(0, -0.45F), r * 0.15F, inside);
      list_.AddRectFilled(at(-0.13F, -0.15F), at(0.13F, 0.58F), inside);
      break;
    case Symbol::success:
      list_.AddCircleFilled(at(0, 0), r, color);
      stroke({at(-0.45F, 0.02F), at(-0.12F, 0.36F), at(0.48F, -0.32F)}, inside, pen * 1.2F);
      break;
    case Symbol::warning:
      list_.AddTriangleFilled(at(0, -0.95F), at(1.08F, 0.9F), at(-1.08F, 0.9F), color);
      // Yellow alone would hardly be seen on light paper.
      list_.AddTriangle(at(0, -0.95F), at(1.08F, 0.9F), at(-1.08F, 0.9F), inside, std::max(1.0F, size * 0.07F));
      list_.AddRectFilled(at(-0.13F, -0.3F), at(0.13F, 0.32F), inside);
      list_.AddCircleFilled(at(0, 0.58F), r * 0.15F, inside);
      break;
    case Symbol::error:
      list_.AddCircleFilled(at(0, 0), r, color);
      list_.AddRectFilled(at(-0.14F, -0.58F), at(0.14F, 0.15F), inside);
      list_.AddCircleFilled(at(0, 0.46F), r * 0.16F, inside);
      break;
    case Symbol::not_started:
      list_.AddCircle(at(0, 0), r - pen / 2, color, 0, pen);
      break;
    case Symbol::in_progress:
      list_.AddCircle(at(0, 0), r - pen / 2, color, 0, pen);
      list_.PathLineTo(at(0, 0));
      list_.PathArcTo(at(0, 0), r * 0.62F, -1.5708F, 1.5708F);
      list_.PathFillConvex(color);
      break;
    case Symbol::chevron_down:
      stroke({at(-0.6F, -0.3F), at(0, 0.3F), at(0.6F, -0.3F)}, color, pen * 1.2F);
      break;
    case Symbol::chevron_right:
      stroke({at(-0.3F, -0.6F), at(0.3F, 0), at(-0.3F, 0.6F)}, color, pen * 1.2F);
      break;
    case Symbol::chevron_both:
      list_.AddTriangleFilled(at(-0.5F, -0.18F), at(0, -0.85F), at(0.5F, -0.18F), color);
      list_.AddTriangleFilled(at(-0.5F, 0.18F), at(0.5F, 0.18F), at(0, 0.85F), color);
      break;
    case Symbol::file:
      stroke({at(0.15F, -0.95F), at(-0.7F, -0.95F), at(-0.7F, 0.95F), at(0.7F, 0.95F), at(0.7F, -0.4F),
              at(0.15F, -0.95F), at(0.15F, -0.4F), at(0.7F, -0.4F)},
             color, pen);
      break;
  }
}

void Painter::line(TextStyle style, Color color, float x, float y, std::string_view text) {
  if (measures() || top_ + y > window_.bottom() || top_ + y + typeface_.line_height(style) < window_.y) return;
  ImFontBaked* glyphs = typeface_.glyphs(style);
  const float top = snap(top_ + y + typeface_.glyph_top(style));
  float pen = snap(left_ + x);
  // Dear ImGui moves what it has rasterized for several places in a pixel by CSS pixels where it means device pixels.
  constexpr auto places = static_cast<float>(Typeface::places_in_pixel);
  const float density = typeface_.density(), in_pixel = density * Typeface::places(style);
  const float moved = (1 - places) / (2 * places) * (1 / density - 1);
  const float tracking = typeface_.tracking(style);
  while (!text.empty()) {
    const std::uint32_t code = take_code_point(text);
    if (!is_visible(code)) continue;
    const ImFontGlyph glyph = *glyphs->FindGlyph(static_cast<ImWchar>(glyph_code(style, code)));
    if (glyph.Visible && pen + glyph.X1 >= window_.x && pen + glyph.X0 <= window_.right()) {
      const float at = std::round(pen * in_pixel) / in_pixel + moved, high = snap(top + glyph.Y0);
      list_.PrimReserve(6, 4);
      list_.PrimRectUV({at + glyph.X0, high}, {at + glyph.X1, high + glyph.Y1 - glyph.Y0}, {glyph.U0, glyph.V0},
                       {glyph.U1, glyph.V1}, color);
    }
    pen += glyph.AdvanceX + tracking;
  }
}

void Painter::elided(TextStyle style, Color color, float x, float y, float w, std::string_view text) {
  const std::string_view whole = typeface_.fitting(style, text, w);
  if (whole.size() == text.size()) return line(style, color, x, y, text);
  constexpr std::string_view ellipsis = "…";
  const std::string_view head = typeface_.fitting(style, text, w - width(style, ellipsis));
  line(style, color, x, y, head);
  line(style, color, x + width(style, head), y, ellipsis);
}

float Painter::paragraph(TextStyle style, Color color, float x, float y, float w, std::string_view text, Align align) {
  const float line_height = typeface_.line_height(style);
  const float top = y;
  for (std::string_view piece : typeface_.lines(style, text, w)) {
    const float indent = align == Align::end ? w - width(style, piece) : 0;
    line(style, color, x + indent, y, piece);
    y += line_height;
  }
  return y - top;
}

void Painter::underlined(TextStyle style, Color color, float x, float y, float w, std::string_view text) {
  const float line_height = typeface_.line_height(style);
  for (std::string_view piece : typeface_.lines(style, text, w)) {
    line(style, color, x, y, piece);
    hairline(x, y + typeface_.baseline(style) + 2, width(style, piece), color);
    y += line_height;
  }
}

float Painter::height(TextStyle style, std::string_view text, float w) const {
  return static_cast<float>(typeface_.lines(style, text, w).size()) * typeface_.line_height(style);
}

}  // namespace ftt
