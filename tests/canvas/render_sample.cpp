// A developer's program: draws a patch to a picture, so that a person can look at it without a browser.
//
//   render_sample PATCH.json OUTPUT.ppm WIDTH HEIGHT RATIO light|dark [SCROLL [FOCUS]]
//
// Does not belong to any test; it is built with them so that it cannot rot.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "canvas/canvas.h"
#include "canvas/rasterizer.h"
#include "canvas/testing.h"

int main(int count, char** arguments) {
  if (count < 7) {
    std::fprintf(stderr, "render_sample PATCH.json OUTPUT.ppm WIDTH HEIGHT RATIO light|dark [SCROLL [FOCUS]]\n");
    return 2;
  }
  ftt::Canvas canvas;
  const auto fonts = canvas.set_fonts(ftt::read_bytes(FTT_FONTS_DIR "/PublicSans-Regular.ttf"),
                                      ftt::read_bytes(FTT_FONTS_DIR "/PublicSans-SemiBold.ttf"));
  const auto patch = canvas.apply_patch(ftt::answer_with(ftt::read_bytes(arguments[1])));
  for (const auto* result : {&fonts, &patch}) {
    if (result->has_value()) continue;
    std::fprintf(stderr, "%s\n", ftt::to_string(result->error()).c_str());
    return 1;
  }
  canvas.resize(std::strtof(arguments[3], nullptr), std::strtof(arguments[4], nullptr),
                std::strtof(arguments[5], nullptr));
  canvas.set_theme(std::string_view(arguments[6]) == "dark" ? ftt::Theme::dark : ftt::Theme::light);
  if (count > 7) {
    canvas.set_scroll("main", std::strtof(arguments[7], nullptr));
    canvas.set_scroll("stage", std::strtof(arguments[7], nullptr));
  }
  if (count > 8) canvas.set_focus(arguments[8], ftt::FocusRing::shown);
  double now = 0;
  while (canvas.frame(now += 16).more) canvas.textures_taken();

  ftt::Rasterizer picture;
  picture.draw(*canvas.draw_data(), canvas.ground_color());
  std::string bytes = "P6 " + std::to_string(picture.width()) + " " + std::to_string(picture.height()) + " 255\n";
  for (std::uint32_t pixel : picture.pixels()) {
    for (int shift : {0, 8, 16}) bytes += static_cast<char>(pixel >> shift & 255);
  }
  std::FILE* file = std::fopen(arguments[2], "wb");
  const bool written = file != nullptr && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  return file != nullptr && std::fclose(file) == 0 && written ? 0 : 1;
}
