// The colors of the canvas, by what they are for: the U.S. Web Design System's palette, light and dark.
//
// Text has 4.5:1 and edges have 3:1 against what they lie on. Does not decide where a color goes.
#pragma once

#include <cstdint>

namespace ftt {

// The last two are for whoever asks the system for more contrast: no gray text, and stronger lines.
enum class Theme : std::uint8_t { light, dark, light_with_contrast, dark_with_contrast };

using Color = std::uint32_t;  // 0xAABBGGRR, as Dear ImGui packs it

struct Palette {
  Color page, panel, hairline;               // behind everything, behind the side columns, between things
  Color ink, muted;                          // text
  Color field, edge, read_only;              // a field's ground and frame; the ground of one that takes no typing
  Color primary, primary_hover, on_primary;  // what can be pressed, and the ink on it
  Color tint;                                // behind what is chosen or under the pointer
  Color banner, banner_ink, banner_muted, banner_hover;
  Color error, error_ground, warning, warning_ground, success, success_ground, information, information_ground;
  Color cost;     // a bar that costs: the warning's hue, dark enough to be seen on the panel and the track
  Color track;    // what a bar lies in
  Color on_sign;  // the mark inside a filled sign
  Color focus;
};

const Palette& palette(Theme);

}  // namespace ftt
