// Filling triangles, and upright rectangles in a way of their own. See rasterizer.h.
#include "canvas/rasterizer.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <optional>
#include <utility>

namespace ftt {
namespace {

PixelArea both(const PixelArea& a, const PixelArea& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

struct Target {
  std::uint32_t* pixels;
  int stride;
  float scale;  // device pixels to a CSS pixel
};

// Exact x / 255, rounded, for x up to 255 × 255.
std::uint32_t by_255(std::uint32_t x) {
  return (x + 128 + ((x + 128) >> 8)) >> 8;
}

void blend(std::uint32_t& pixel, std::uint32_t color, std::uint32_t alpha) {
  if (alpha == 0) return;
  if (alpha == 255) {
    pixel = color | 0xFF000000U;
    return;
  }
  // Red and blue at once: no sum of either comes to more than its sixteen bits hold.
  constexpr std::uint32_t red_and_blue = 0x00FF00FFU;
  std::uint32_t mixed = (color & red_and_blue) * alpha + (pixel & red_and_blue) * (255 - alpha) + 0x00800080U;
  mixed = ((mixed + (mixed >> 8 & red_and_blue)) >> 8) & red_and_blue;
  const std::uint32_t green = by_255((color >> 8 & 255) * alpha + (pixel >> 8 & 255) * (255 - alpha));
  pixel = 0xFF000000U | mixed | green << 8;
}

// The first pixel whose middle is not left of this edge.
int first_pixel(float edge) {
  return static_cast<int>(std::ceil(edge - 0.5F));
}

// The texture's alpha between its texels, as a graphics processor's linear filter gives it.
std::uint32_t sample(const ImTextureData& texture, float u, float v) {
  const float x = std::clamp(u - 0.5F, 0.0F, static_cast<float>(texture.Width - 1));
  const float y = std::clamp(v - 0.5F, 0.0F, static_cast<float>(texture.Height - 1));
  const int left = static_cast<int>(x), top = static_cast<int>(y);
  const int right = std::min(left + 1, texture.Width - 1), bottom = std::min(top + 1, texture.Height - 1);
  const float across = x - static_cast<float>(left), down = y - static_cast<float>(top);
  const auto at = [&](int column, int row) { return static_cast<float>(texture.Pixels[row * texture.Width + column]); };
  const float above = at(left, top) * (1 - across) + at(right, top) * across;
  const float below = at(left, bottom) * (1 - across) + at(right, bottom) * across;
  return static_cast<std::uint32_t>(above * (1 - down) + below * down + 0.5F);
}

// Texels in a line of the texture, one for each pixel.
struct Texels {
  int first, step;
};

// Those under pixels that each lie on the middle of one, as the letters' do; else none. A graphics processor, too,
// knows no more than 256 places between two texels.
std::optional<Texels> texels_under(float at, float step, int pixels, int texels) {
  constexpr float near = 1.0F / 512;
  const float first = std::round(at - 0.5F), whole = std::round(step);
  if (std::abs(at - 0.5F - first) > near || std::abs(step - whole) * static_cast<float>(pixels) > near) return {};
  const Texels under{static_cast<int>(first), static_cast<int>(whole)};
  const int last = under.first + (pixels - 1) * under.step;
  if (std::min(under.first, last) < 0 || std::max(under.first, last) >= texels) return {};
  return under;
}

void draw_rectangle(const Target& target, const PixelArea& clip, const ImDrawVert& a, const ImDrawVert& c,
                    const ImTextureData& texture) {
  const float x0 = a.pos.x * target.scale, x1 = c.pos.x * target.scale;
  const float y0 = a.pos.y * target.scale, y1 = c.pos.y * target.scale;
  const int left = std::max(clip.left, first_pixel(x0)), right = std::min(clip.right, first_pixel(x1));
  const int top = std::max(clip.top, first_pixel(y0)), bottom = std::min(clip.bottom, first_pixel(y1));
  const std::uint32_t alpha = a.col >> 24;
  const bool is_plain = a.uv.x == c.uv.x && a.uv.y == c.uv.y;
  const float wide = static_cast<float>(texture.Width), high = static_cast<float>(texture.Height);
  const float u_step = is_plain ? 0 : (c.uv.x - a.uv.x) * wide / (x1 - x0);
  const float v_step = is_plain ? 0 : (c.uv.y - a.uv.y) * high / (y1 - y0);
  if (left >= right || top >= bottom) return;
  const float u = a.uv.x * wide + (static_cast<float>(left) + 0.5F - x0) * u_step;
  const float v = a.uv.y * high + (static_cast<float>(top) + 0.5F - y0) * v_step;
  const std::optional<Texels> across = texels_under(u, u_step, right - left, texture.Width);
  const std::optional<Texels> down = texels_under(v, v_step, bottom - top, texture.Height);
  for (int y = top; y < bottom; ++y) {
    std::uint32_t* row = target.pixels + static_cast<std::ptrdiff_t>(y) * target.stride;
    if (is_plain && alpha == 255) {
      std::fill(row + left, row + right, a.col);
    } else if (is_plain) {
      for (int x = left; x < right; ++x) blend(row[x], a.col, alpha);
    } else if (across && down) {
      const unsigned char* ink =
          texture.Pixels + (down->first + (y - top) * down->step) * texture.Width + across->first;
      for (int x = left; x < right; ++x, ink += across->step) blend(row[x], a.col, by_255(*ink * alpha));
    } else {
      for (int x = left; x < right; ++x) {
        const std::uint32_t ink =
            sample(texture, u + static_cast<float>(x - left) * u_step, v + static_cast<float>(y - top) * v_step);
        blend(row[x], a.col, by_255(ink * alpha));
      }
    }
  }
}

// A triangle of one color whose alpha may differ from corner to corner: the smooth edges of rounded shapes.
void draw_triangle(const Target& target, const PixelArea& clip, const ImDrawVert& a, const ImDrawVert& b,
                   const ImDrawVert& c) {
  const float s = target.scale;
  const ImVec2 p[3] = {{a.pos.x * s, a.pos.y * s}, {b.pos.x * s, b.pos.y * s}, {c.pos.x * s, c.pos.y * s}};
  const float area = (p[1].x - p[0].x) * (p[2].y - p[0].y) - (p[1].y - p[0].y) * (p[2].x - p[0].x);
  if (area == 0) return;
  const auto [least_x, most_x] = std::minmax({p[0].x, p[1].x, p[2].x});
  const auto [least_y, most_y] = std::minmax({p[0].y, p[1].y, p[2].y});
  const int left = std::max(clip.left, first_pixel(least_x)), right = std::min(clip.right, first_pixel(most_x) + 1);
  const int top = std::max(clip.top, first_pixel(least_y)), bottom = std::min(clip.bottom, first_pixel(most_y) + 1);
  const float alphas[3] = {static_cast<float>(a.col >> 24), static_cast<float>(b.col >> 24),
                           static_cast<float>(c.col >> 24)};
  // The three weights are linear in x and y. An edge that two triangles share belongs to one of them: the left one of a
  // row's span, and of level edges the upper one.
  float step_x[3], step_y[3], origin[3];
  for (int i = 0; i < 3; ++i) {
    const ImVec2 from = p[(i + 1) % 3], to = p[(i + 2) % 3];
    const float dx = (to.x - from.x) / area, dy = (to.y - from.y) / area;
    step_x[i] = -dy;
    step_y[i] = dx;
    origin[i] = from.x * dy - from.y * dx;
  }
  const float alpha_step = step_x[0] * alphas[0] + step_x[1] * alphas[1] + step_x[2] * alphas[2];
  for (int y = top; y < bottom; ++y) {
    float start = static_cast<float>(left), end = static_cast<float>(right), alpha = 0.5F;
    for (int i = 0; i < 3; ++i) {
      // At the middle of the row's first pixel; the span is where it stays above zero.
      const float weight = origin[i] + step_y[i] * (static_cast<float>(y) + 0.5F) + step_x[i] * 0.5F;
      alpha += weight * alphas[i];
      if (step_x[i] > 0) {
        start = std::max(start, std::ceil(-weight / step_x[i]));
      } else if (step_x[i] < 0) {
        end = std::min(end, std::ceil(-weight / step_x[i]));
      } else if (weight < 0 || (weight == 0 && step_y[i] < 0)) {
        end = start;
      }
    }
    if (start >= end) continue;
    std::uint32_t* row = target.pixels + static_cast<std::ptrdiff_t>(y) * target.stride;
    const int first = static_cast<int>(start), last = static_cast<int>(end);
    if (alphas[0] == 255 && alphas[1] == 255 && alphas[2] == 255) {
      std::fill(row + first, row + last, a.col);
      continue;
    }
    for (int x = first; x < last; ++x) {
      const float here = std::clamp(alpha + alpha_step * static_cast<float>(x), 0.0F, 255.0F);
      blend(row[x], a.col, static_cast<std::uint32_t>(here));
    }
  }
}

// Six indices that make an upright rectangle 0-1-2-3 of one color.
bool is_rectangle(const ImDrawIdx* index, const ImDrawVert* vertex) {
  if (index[0] != index[3] || index[2] != index[4]) return false;
  const ImDrawVert &a = vertex[index[0]], &b = vertex[index[1]], &c = vertex[index[2]], &d = vertex[index[5]];
  return a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x && a.pos.x <= c.pos.x &&
         a.pos.y <= c.pos.y && a.col == b.col && b.col == c.col && c.col == d.col;
}

PixelArea clip_of(const ImDrawCmd& command, float scale) {
  const auto at = [&](float edge) { return static_cast<int>(std::round(edge * scale)); };
  return {at(command.ClipRect.x), at(command.ClipRect.y), at(command.ClipRect.z), at(command.ClipRect.w)};
}

// Gives each shape of the picture to a visitor in its order: rectangle(clip, corner, opposite corner, texture) or
// triangle(clip, corner, corner, corner), where the clip is what is within both its command's and `bounds`. A command
// without a pixel there is left out.
template <class Visitor>
void visit(const ImDrawData& data, const PixelArea& bounds, Visitor& visitor) {
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const PixelArea clip = both(bounds, clip_of(command, data.FramebufferScale.x));
      if (clip.left >= clip.right || clip.top >= clip.bottom) continue;
      const ImDrawIdx* index = list->IdxBuffer.Data + command.IdxOffset;
      const ImDrawVert* vertex = list->VtxBuffer.Data + command.VtxOffset;
      const ImTextureData& texture = *command.TexRef._TexData;
      for (unsigned int i = 0; i < command.ElemCount; i += 3) {
        if (i + 6 <= command.ElemCount && is_rectangle(index + i, vertex)) {
          visitor.rectangle(clip, vertex[index[i]], vertex[index[i + 2]], texture);
          i += 3;
        } else {
          visitor.triangle(clip, vertex[index[i]], vertex[index[i + 1]], vertex[index[i + 2]]);
        }
      }
    }
  }
}

struct Drawing {
  Target target;

  void rectangle(const PixelArea& clip, const ImDrawVert& a, const ImDrawVert& c, const ImTextureData& texture) {
    draw_rectangle(target, clip, a, c, texture);
  }
  void triangle(const PixelArea& clip, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
    draw_triangle(target, clip, a, b, c);
  }
};

template <class Eight>
std::uint64_t bits_of(const Eight& bytes) {
  static_assert(sizeof bytes == sizeof(std::uint64_t));
  std::uint64_t bits;
  std::memcpy(&bits, &bytes, sizeof bits);
  return bits;
}

// Squares of the picture, each with a fingerprint of all that is drawn in it.
constexpr int tile = 64;

struct Fingerprints {
  std::vector<std::uint64_t>& tiles;
  int across;
  float scale;

  void rectangle(const PixelArea& clip, const ImDrawVert& a, const ImDrawVert& c, const ImTextureData& texture) {
    std::uint64_t mark = static_cast<std::uint64_t>(texture.UniqueID);
    for (const ImDrawVert* corner : {&a, &c}) mark = mixed(mark, *corner);
    add(mark, clip, {a.pos.x, a.pos.y, c.pos.x, c.pos.y});
  }
  void triangle(const PixelArea& clip, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
    std::uint64_t mark = 1;
    for (const ImDrawVert* corner : {&a, &b, &c}) mark = mixed(mark, *corner);
    const auto [left, right] = std::minmax({a.pos.x, b.pos.x, c.pos.x});
    const auto [top, bottom] = std::minmax({a.pos.y, b.pos.y, c.pos.y});
    add(mark, clip, {left, top, right, bottom});
  }

  static std::uint64_t mixed(std::uint64_t mark, std::uint64_t more) {
    mark = (mark ^ more) * 0x9E3779B97F4A7C15U;
    return mark ^ mark >> 29;
  }
  static std::uint64_t mixed(std::uint64_t mark, const ImDrawVert& corner) {
    mark = mixed(mark, bits_of(corner.pos));
    return mixed(mixed(mark, bits_of(corner.uv)), corner.col);
  }

  // The box is in CSS pixels; what is drawn at its edge is within a pixel of it.
  void add(std::uint64_t mark, const PixelArea& clip, const ImVec4& box) {
    const PixelArea part = both(clip, {static_cast<int>(box.x * scale) - 1, static_cast<int>(box.y * scale) - 1,
                                       static_cast<int>(box.z * scale) + 2, static_cast<int>(box.w * scale) + 2});
    if (part.left >= part.right || part.top >= part.bottom) return;
    mark = mixed(mark, bits_of(std::array{clip.left, clip.top}));
    mark = mixed(mark, bits_of(std::array{clip.right, clip.bottom}));
    for (int row = part.top / tile; row <= (part.bottom - 1) / tile; ++row) {
      for (int column = part.left / tile; column <= (part.right - 1) / tile; ++column) {
        std::uint64_t& here = tiles[static_cast<std::size_t>(row * across + column)];
        here = mixed(here, mark);
      }
    }
  }
};

// Whether letters are where others were: then the same places of a texture can be other pixels.
bool has_new_letters(const ImDrawData& data) {
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.TexRef._TexData->Status != ImTextureStatus_OK) return true;
    }
  }
  return false;
}

}  // namespace

void Rasterizer::draw(const ImDrawData& data, std::uint32_t ground) {
  const int width = static_cast<int>(std::round(data.DisplaySize.x * data.FramebufferScale.x));
  const int height = static_cast<int>(std::round(data.DisplaySize.y * data.FramebufferScale.y));
  const PixelArea whole{0, 0, width, height};
  const int across = (width + tile - 1) / tile, down = (height + tile - 1) / tile;
  std::vector<std::uint64_t> tiles(static_cast<std::size_t>(across * down), ground);
  Fingerprints fingerprints{tiles, across, data.FramebufferScale.x};
  visit(data, whole, fingerprints);

  changed_ = {width, height, 0, 0};
  if (width != width_ || height != height_ || has_new_letters(data)) {
    changed_ = whole;
    pixels_.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  } else {
    for (int row = 0; row < down; ++row) {
      for (int column = 0; column < across; ++column) {
        const std::size_t at = static_cast<std::size_t>(row * across + column);
        if (tiles[at] == tiles_[at]) continue;
        changed_ = {std::min(changed_.left, column * tile), std::min(changed_.top, row * tile),
                    std::max(changed_.right, (column + 1) * tile), std::max(changed_.bottom, (row + 1) * tile)};
      }
    }
    changed_ = both(changed_, whole);
  }
  width_ = width;
  height_ = height;
  tiles_ = std::move(tiles);

  // A few rows at a time: what is drawn over one another stays near the processor.
  Drawing drawing{{pixels_.data(), width_, data.FramebufferScale.x}};
  for (int top = changed_.top; top < changed_.bottom; top += tile) {
    const PixelArea rows{changed_.left, top, changed_.right, std::min(top + tile, changed_.bottom)};
    for (int y = rows.top; y < rows.bottom; ++y) {
      std::uint32_t* row = pixels_.data() + static_cast<std::ptrdiff_t>(y) * width_;
      if (rows.left < rows.right) std::fill(row + rows.left, row + rows.right, ground);
    }
    visit(data, rows, drawing);
  }
}

}  // namespace ftt
