// Draws Dear ImGui's triangles into memory, for machines without WebGL and for tests that look at pixels.
//
// Pixels are RGBA bytes, opaque, row by row from the top. A pixel belongs to a shape if its middle does, as on a
// graphics processor, so that both renderers give the same picture. Upright rectangles, which are nearly everything
// here, have a path of their own.
//
// Does not: clear textures, draw images in color, or know what is drawn.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

struct ImDrawData;

namespace ftt {

// A part of a picture, in device pixels from its left and top; right and bottom are the first that do not belong to it.
struct PixelArea {
  int left, top, right, bottom;
};

class Rasterizer {
 public:
  // Draws onto a ground of one color; the picture is as large as the display's framebuffer. What is as it was in the
  // picture before is not drawn again.
  void draw(const ImDrawData&, std::uint32_t ground);

  int width() const { return width_; }
  int height() const { return height_; }
  std::span<const std::uint32_t> pixels() const { return pixels_; }
  // What the last draw() drew, all that differs from the picture before; empty where nothing does.
  const PixelArea& changed() const { return changed_; }

 private:
  int width_ = 0, height_ = 0;
  std::vector<std::uint32_t> pixels_;
  std::vector<std::uint64_t> tiles_;  // what is drawn in each square of the picture, as a fingerprint
  PixelArea changed_{};
};

}  // namespace ftt
