// Filling triangles, and upright rectangles in a way of their own. See rasterizer.h.
#include "canvas/rasterizer.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ftt {
namespace {

struct Clip {
  int left, top, right, bottom;
};

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
  std::uint32_t result = 0xFF000000U;
  for (int shift = 0; shift < 24; shift += 8) {
    const std::uint32_t over = color >> shift & 255, under = pixel >> shift & 255;
    result |= by_255(over * alpha + under * (255 - alpha)) << shift;
  }
  pixel = result;
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

void draw_rectangle(const Target& target, const Clip& clip, const ImDrawVert& a, const ImDrawVert& c,
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
  for (int y = top; y < bottom; ++y) {
    std::uint32_t* row = target.pixels + static_cast<std::ptrdiff_t>(y) * target.stride;
    if (is_plain && alpha == 255) {
      if (left < right) std::fill(row + left, row + right, a.col);
      continue;
    }
    if (is_plain) {
      for (int x = left; x < right; ++x) blend(row[x], a.col, alpha);
      continue;
    }
    const float v = a.uv.y * high + (static_cast<float>(y) + 0.5F - y0) * v_step;
    for (int x = left; x < right; ++x) {
      const std::uint32_t ink = sample(texture, a.uv.x * wide + (static_cast<float>(x) + 0.5F - x0) * u_step, v);
      if (ink != 0) blend(row[x], a.col, by_255(ink * alpha));
    }
  }
}

// A triangle of one color whose alpha may differ from corner to corner: the smooth edges of rounded shapes.
void draw_triangle(const Target& target, const Clip& clip, const ImDrawVert& a, const ImDrawVert& b,
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

}  // namespace

void Rasterizer::draw(const ImDrawData& data, std::uint32_t ground) {
  width_ = static_cast<int>(std::round(data.DisplaySize.x * data.FramebufferScale.x));
  height_ = static_cast<int>(std::round(data.DisplaySize.y * data.FramebufferScale.y));
  pixels_.assign(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), ground);
  const Target target{pixels_.data(), width_, data.FramebufferScale.x};
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const Clip clip{std::max(0, static_cast<int>(std::round(command.ClipRect.x * target.scale))),
                      std::max(0, static_cast<int>(std::round(command.ClipRect.y * target.scale))),
                      std::min(width_, static_cast<int>(std::round(command.ClipRect.z * target.scale))),
                      std::min(height_, static_cast<int>(std::round(command.ClipRect.w * target.scale)))};
      const ImDrawIdx* index = list->IdxBuffer.Data + command.IdxOffset;
      const ImDrawVert* vertex = list->VtxBuffer.Data + command.VtxOffset;
      const ImTextureData& texture = *command.TexRef._TexData;
      for (unsigned int i = 0; i < command.ElemCount; i += 3) {
        if (i + 6 <= command.ElemCount && is_rectangle(index + i, vertex)) {
          draw_rectangle(target, clip, vertex[index[i]], vertex[index[i + 2]], texture);
          i += 3;
        } else {
          draw_triangle(target, clip, vertex[index[i]], vertex[index[i + 1]], vertex[index[i + 2]]);
        }
      }
    }
  }
}

}  // namespace ftt
