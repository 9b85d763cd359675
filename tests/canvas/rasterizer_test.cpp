// The rasterizer's pixels: exact rectangles, exact blending, no seam and no overlap between triangles.
#include "canvas/rasterizer.h"

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "canvas/testing.h"

namespace ftt {
namespace {

// A picture of what `draw` puts on a list, 40 by 30 CSS pixels large.
template <class Draw>
void draw_into(Rasterizer& rasterizer, float ratio, Draw draw) {
  ImTextureData texture;
  texture.Create(ImTextureFormat_Alpha8, 4, 4);
  texture.SetStatus(ImTextureStatus_OK);
  ImDrawListSharedData shared;
  shared.ClipRectFullscreen = {0, 0, 40, 30};
  shared.InitialFlags = ImDrawListFlags_None;
  ImDrawList list(&shared);
  list._ResetForNewFrame();
  list.PushTexture(texture.GetTexRef());
  list.PushClipRectFullScreen();
  draw(list);
  ImDrawData data;
  data.DisplaySize = {40, 30};
  data.FramebufferScale = {ratio, ratio};
  data.CmdLists.push_back(&list);
  rasterizer.draw(data, 0xFF000000U);
}

template <class Draw>
Rasterizer picture_of(float ratio, Draw draw) {
  Rasterizer rasterizer;
  draw_into(rasterizer, ratio, draw);
  return rasterizer;
}

std::uint32_t pixel(const Rasterizer& picture, int x, int y) {
  return picture.pixels()[static_cast<std::size_t>(y * picture.width() + x)];
}

int count_of(const Rasterizer& picture, std::uint32_t color) {
  int count = 0;
  for (const std::uint32_t here : picture.pixels()) count += here == color ? 1 : 0;
  return count;
}

bool is_alike(const Rasterizer& one, const Rasterizer& other) {
  return std::equal(one.pixels().begin(), one.pixels().end(), other.pixels().begin(), other.pixels().end());
}

}  // namespace

TEST_CASE("a rectangle covers the pixels whose middles it covers, at any ratio") {
  for (const float ratio : {1.0F, 1.5F, 2.0F, 3.0F}) {
    const Rasterizer picture = picture_of(ratio, [](ImDrawList& list) {
      list.AddRectFilled({10, 10}, {20, 14}, 0xFF0000FFU);
    });
    CHECK(picture.width() == static_cast<int>(std::round(40 * ratio)));
    CHECK(count_of(picture, 0xFF0000FFU) == static_cast<int>(10 * ratio * 4 * ratio));
  }
}

TEST_CASE("what lies outside of the picture or of the clip is not drawn") {
  const Rasterizer picture = picture_of(1, [](ImDrawList& list) {
    list.PushClipRect({5, 5}, {8, 8});
    list.AddRectFilled({-1000, -1000}, {1000, 1000}, 0xFFFFFFFFU);
    list.AddTriangleFilled({-1000, -1000}, {3000, -1000}, {-1000, 3000}, 0xFFFFFFFFU);
    list.PopClipRect();
  });
  CHECK(count_of(picture, 0xFFFFFFFFU) == 9);
}

TEST_CASE("blending is exact to the nearest of 255 steps and keeps the picture opaque") {
  for (std::uint32_t alpha = 0; alpha <= 255; ++alpha) {
    const Rasterizer picture = picture_of(1, [&](ImDrawList& list) {
      list.AddRectFilled({0, 0}, {40, 30}, 0xFF3C7BC8U);
      list.AddRectFilled({0, 0}, {40, 30}, alpha << 24 | 0x00FA0510U);
    });
    for (const int shift : {0, 8, 16}) {
      const double over = 0x00FA0510U >> shift & 255, under = 0xFF3C7BC8U >> shift & 255;
      const double exact = (over * alpha + under * (255 - alpha)) / 255.0;
      CHECK((pixel(picture, 7, 7) >> shift & 255) == static_cast<std::uint32_t>(std::floor(exact + 0.5)));
    }
    CHECK((pixel(picture, 7, 7) >> 24) == 255);
  }
}

TEST_CASE("triangles that share an edge neither leave a gap nor draw a pixel twice") {
  constexpr std::uint32_t half = 0x80FFFFFFU;
  for (int angle = 0; angle < 90; angle += 7) {
    const float radians = static_cast<float>(angle) * 0.01745F;
    const auto corner = [&](float turn) {
      return ImVec2(20 + 12 * std::cos(radians + turn), 15 + 12 * std::sin(radians + turn));
    };
    const Rasterizer picture = picture_of(1, [&](ImDrawList& list) {
      list.PrimReserve(6, 4);
      list.PrimQuadUV(corner(0), corner(1.5708F), corner(3.1416F), corner(4.7124F), {}, {}, {}, {}, half);
    });
    std::set<std::uint32_t> colors(picture.pixels().begin(), picture.pixels().end());
    CAPTURE(angle);
    CHECK(colors == std::set<std::uint32_t>{0xFF000000U, 0xFF808080U});
    CHECK(std::abs(count_of(picture, 0xFF808080U) - 288) < 16);
  }
}

TEST_CASE("what is as it was is not drawn again, and the picture is as if all of it were") {
  std::mt19937 random(7);
  const auto below = [&](unsigned int limit) { return static_cast<float>(random() % limit); };
  const auto any_color = [&] { return static_cast<ImU32>(random()) | 0x40000000U; };
  struct Shape {
    ImVec2 at;
    ImVec2 size;
    ImU32 color;
    bool is_triangle;
  };
  std::vector<Shape> shapes;
  for (int i = 0; i < 30; ++i) {
    shapes.push_back({{below(40), below(30)}, {below(6) + 1, below(6) + 1}, any_color(), i % 3 == 0});
  }
  const auto all = [&](ImDrawList& list) {
    for (const auto& [at, size, color, is_triangle] : shapes) {
      const ImVec2 opposite{at.x + size.x, at.y + size.y};
      if (is_triangle) {
        list.AddTriangleFilled(at, {opposite.x, at.y}, opposite, color);
      } else {
        list.AddRectFilled(at, opposite, color);
      }
    }
  };
  Rasterizer kept;
  int parts = 0;
  for (int round = 0; round < 200; ++round) {
    Shape& moved = shapes[random() % shapes.size()];
    switch (round % 4) {
      case 0:
        moved.at = {below(40), below(30)};
        break;
      case 1:
        moved.color = any_color();
        break;
      case 2:
        moved.at.x += 0.25F;
        break;
      default:
        std::swap(moved, shapes[random() % shapes.size()]);
    }
    draw_into(kept, 8, all);
    const Rasterizer anew = picture_of(8, all);
    CAPTURE(round);
    REQUIRE(is_alike(kept, anew));
    const auto& [left, top, right, bottom] = kept.changed();
    parts += (right - left) * (bottom - top) < kept.width() * kept.height() ? 1 : 0;
  }
  CHECK(parts > 150);
  draw_into(kept, 8, all);
  CHECK(kept.changed().left >= kept.changed().right);
  draw_into(kept, 4, all);
  CHECK(is_alike(kept, picture_of(4, all)));
}

TEST_CASE("of a region that is scrolled the picture changes there alone, and is as if all of it were drawn") {
  ReadyCanvas ready(every_kind());
  REQUIRE(ready.is_ready());
  ready.settle();
  Rasterizer kept;
  kept.draw(*ready.canvas.draw_data(), ready.canvas.ground_color());
  for (float scroll = 1; scroll < 400; scroll *= 3) {
    ready.canvas.set_scroll("main", scroll);
    ready.settle();
    kept.draw(*ready.canvas.draw_data(), ready.canvas.ground_color());
    Rasterizer anew;
    anew.draw(*ready.canvas.draw_data(), ready.canvas.ground_color());
    CHECK(is_alike(kept, anew));
    CHECK(kept.changed().left > 0);
  }
}

TEST_CASE("the whole screen is drawn alike twice, and differently in the other theme") {
  ReadyCanvas ready(every_kind());
  REQUIRE(ready.is_ready());
  ready.settle();
  Rasterizer first, second;
  first.draw(*ready.canvas.draw_data(), ready.canvas.ground_color());
  second.draw(*ready.canvas.draw_data(), ready.canvas.ground_color());
  CHECK(is_alike(first, second));
  ready.canvas.set_theme(Theme::dark);
  ready.settle();
  second.draw(*ready.canvas.draw_data(), ready.canvas.ground_color());
  CHECK_FALSE(std::equal(first.pixels().begin(), first.pixels().end(), second.pixels().begin(), second.pixels().end()));
}

}  // namespace ftt
