// The colours of the canvas, by what they are for: the U.S. Web Design System's palette, light and dark.
//
// Text has 4.5:1 and edges have 3:1 against what they lie on. Does not decide where a colour goes.
#pragma once

#include <cstdint>

namespace ftt {

// The last two are for whoever asks the system for more contrast: no grey text, and stronger lines.
enum class Theme : std::uint8_t { light, dark, light_with_contrast, dark_with_contrast };

using Colour = std::uint32_t;  // 0xAABBGGRR, as Dear ImGui packs it

struct Palette {
  Colour page, panel, hairline;               // behind everything, behind the side columns, between things
  Colour ink, muted;                          // text
  Colour field, edge, read_only;              // a field's ground and frame; the ground of one that takes no typing
  Colour primary, primary_hover, on_primary;  // what can be pressed, and the ink on it
  Colour tint;                                // behind what is chosen or under the pointer
  Colour banner, banner_ink, banner_muted, banner_hover;
  Colour error, error_ground, warning, warning_ground, success, success_ground, information, information_ground;
  Colour cost;     // a bar that costs: the warning's hue, dark enough to be seen on the panel and the track
  Colour track;    // what a bar lies in
  Colour on_sign;  // the mark inside a filled sign
  Colour focus;
};

const Palette& palette(Theme);

}  // namespace ftt
