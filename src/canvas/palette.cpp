// The colors of both themes. See palette.h.
#include "canvas/palette.h"

namespace ftt {
namespace {

constexpr Color rgb(std::uint32_t web) {
  return 0xFF000000U | (web & 0xFF) << 16 | (web & 0xFF00) | web >> 16;
}

constexpr Palette light = {
    .page = rgb(0xFFFFFF),
    .panel = rgb(0xF7F9FA),
    .hairline = rgb(0xDFE1E2),
    .ink = rgb(0x1B1B1B),
    .muted = rgb(0x565C65),
    .field = rgb(0xFFFFFF),
    .edge = rgb(0x565C65),
    .read_only = rgb(0xF0F0F0),
    .primary = rgb(0x005EA2),
    .primary_hover = rgb(0x1A4480),
    .on_primary = rgb(0xFFFFFF),
    .tint = rgb(0xEFF6FB),
    .banner = rgb(0x162E51),
    .banner_ink = rgb(0xFFFFFF),
    .banner_muted = rgb(0xBBD1EA),
    .banner_hover = rgb(0x2A4A78),
    .error = rgb(0xB50909),
    .error_ground = rgb(0xF8EFF1),
    .warning = rgb(0xFFBE2E),
    .warning_ground = rgb(0xFEF6E0),
    .success = rgb(0x008817),
    .success_ground = rgb(0xECF3EC),
    .information = rgb(0x00759E),
    .information_ground = rgb(0xE7F6F8),
    .cost = rgb(0xA86F09),
    .track = rgb(0xDFE1E2),
    .on_sign = rgb(0xFFFFFF),
    .focus = rgb(0x2288F0),
};

constexpr Palette dark = {
    .page = rgb(0x1C1D1F),
    .panel = rgb(0x25272A),
    .hairline = rgb(0x43484E),
    .ink = rgb(0xF0F0F0),
    .muted = rgb(0xADB2B7),
    .field = rgb(0x2A2C2F),
    .edge = rgb(0x8D9297),
    .read_only = rgb(0x25272A),
    .primary = rgb(0x73B3E7),
    .primary_hover = rgb(0xA9D1F2),
    .on_primary = rgb(0x1B1B1B),
    .tint = rgb(0x26364A),
    .banner = rgb(0x112440),
    .banner_ink = rgb(0xF0F0F0),
    .banner_muted = rgb(0xA9C4E4),
    .banner_hover = rgb(0x234066),
    .error = rgb(0xF78D7E),
    .error_ground = rgb(0x3A2524),
    .warning = rgb(0xFFBE2E),
    .warning_ground = rgb(0x362F20),
    .success = rgb(0x6BC478),
    .success_ground = rgb(0x203225),
    .information = rgb(0x6FC3DF),
    .information_ground = rgb(0x1F3138),
    .cost = rgb(0xFFBE2E),
    .track = rgb(0x43484E),
    .on_sign = rgb(0x1B1B1B),
    .focus = rgb(0x2491FF),
};

constexpr Palette with_contrast(Palette colors) {
  colors.hairline = colors.muted;
  colors.edge = colors.ink;
  colors.muted = colors.ink;
  colors.banner_muted = colors.banner_ink;
  return colors;
}

constexpr Palette light_with_contrast = with_contrast(light);
constexpr Palette dark_with_contrast = with_contrast(dark);

}  // namespace

const Palette& palette(Theme theme) {
  switch (theme) {
    case Theme::light:
      return light;
    case Theme::dark:
      return dark;
    case Theme::light_with_contrast:
      return light_with_contrast;
    case Theme::dark_with_contrast:
      return dark_with_contrast;
  }
  return light;
}

}  // namespace ftt
