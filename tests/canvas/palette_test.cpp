// WCAG 1.4.3 and 1.4.11 for what the canvas draws: every color of text against each ground that it stands on, and
// every edge, sign, bar and focus ring against what is beside it, in all four themes.
//
// Does not look at pixels: which color is put on which ground is written down here from the scenes.
#include "canvas/palette.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "canvas/scene.h"

namespace ftt {
namespace {

constexpr double for_text = 4.5, for_edges = 3;

struct NamedColor {
  const char* name;
  Color color;
};
using Colors = std::vector<NamedColor>;

// The relative luminance as WCAG defines it.
double luminance(Color color) {
  const auto part = [&](unsigned shift) {
    const double share = ((color >> shift) & 0xFF) / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(0) + 0.7152 * part(8) + 0.0722 * part(16);
}

double contrast(Color one, Color other) {
  const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
  return (light + 0.05) / (dark + 0.05);
}

void check_each_on_each(const Colors& inks, const Colors& grounds, double least) {
  for (const NamedColor& ink : inks) {
    for (const NamedColor& ground : grounds) {
      CAPTURE(ink.name);
      CAPTURE(ground.name);
      CHECK(contrast(ink.color, ground.color) >= least);
    }
  }
}

Colors papers(const Palette& of) {
  return {{"page", of.page}, {"panel", of.panel}, {"tint", of.tint}};
}

Colors findings(const Palette& of) {
  return {{"error ground", of.error_ground},
          {"warning ground", of.warning_ground},
          {"success ground", of.success_ground},
          {"information ground", of.information_ground}};
}

Colors fields(const Palette& of) {
  return {{"field", of.field}, {"read-only field", of.read_only}};
}

constexpr Theme themes[] = {Theme::light, Theme::dark, Theme::light_with_contrast, Theme::dark_with_contrast};

}  // namespace

TEST_CASE("contrast is measured as WCAG does: 21 for black on white, 1 for a color on itself") {
  CHECK(contrast(0xFF000000, 0xFFFFFFFF) == doctest::Approx(21));
  CHECK(contrast(0xFF123456, 0xFF123456) == doctest::Approx(1));
  CHECK(contrast(0xFF767676, 0xFFFFFFFF) == doctest::Approx(4.54).epsilon(0.01));
}

TEST_CASE("every text has 4.5:1 on every ground that it stands on, in each theme") {
  for (const Theme theme : themes) {
    CAPTURE(static_cast<int>(theme));
    const Palette& of = palette(theme);
    const Colors links = {{"primary", of.primary}, {"primary under the pointer", of.primary_hover}};
    const Colors words = {{"ink", of.ink}, {"muted", of.muted}};
    for (const Colors& inks : {words, links}) check_each_on_each(inks, papers(of), for_text);
    for (const Colors& inks : {words, links}) check_each_on_each(inks, findings(of), for_text);
    check_each_on_each(words, fields(of), for_text);
    check_each_on_each({{"primary", of.primary}}, {{"field", of.field}}, for_text);
    check_each_on_each({{"error", of.error}}, papers(of), for_text);
    check_each_on_each({{"ink on primary", of.on_primary}}, links, for_text);
    check_each_on_each({{"banner ink", of.banner_ink}},
                       {{"banner", of.banner}, {"banner under the pointer", of.banner_hover}}, for_text);
    check_each_on_each({{"muted banner ink", of.banner_muted}}, {{"banner", of.banner}}, for_text);
  }
}

TEST_CASE("every edge, bar and focus ring has 3:1 to what is beside it, in each theme") {
  for (const Theme theme : themes) {
    CAPTURE(static_cast<int>(theme));
    const Palette& of = palette(theme);
    const Colors edges = {{"edge", of.edge}, {"primary", of.primary}, {"error", of.error}};
    check_each_on_each(edges, papers(of), for_edges);
    check_each_on_each(edges, {{"field", of.field}}, for_edges);
    const Colors bars = {{"cost", of.cost}, {"success", of.success}, {"primary", of.primary}};
    check_each_on_each(bars, papers(of), for_edges);
    check_each_on_each(bars, {{"a bar's track", of.track}}, for_edges);
    const Colors focus = {{"focus", of.focus}};
    check_each_on_each(focus, papers(of), for_edges);
    check_each_on_each(focus, findings(of), for_edges);
    check_each_on_each(focus, {{"banner", of.banner}, {"field", of.field}}, for_edges);
  }
}

TEST_CASE("every sign has 3:1 to its ground, and the mark in it 3:1 to the sign, in each theme") {
  for (const Theme theme : themes) {
    CAPTURE(static_cast<int>(theme));
    const Palette& of = palette(theme);
    for (const Tone tone : {Tone::success, Tone::warning, Tone::error, Tone::information}) {
      const ToneLook look = look_of(tone, of);
      CAPTURE(static_cast<int>(tone));
      CHECK(contrast(look.inside, look.color) >= for_edges);
      Colors grounds = papers(of);
      grounds.push_back({"its own ground", look.ground});
      // The yellow triangle has the color of its mark around it.
      const bool is_outlined = look.symbol == Symbol::warning;
      for (const NamedColor& ground : grounds) {
        CAPTURE(ground.name);
        const double outline = is_outlined ? contrast(look.inside, ground.color) : 0;
        CHECK(std::max(contrast(look.color, ground.color), outline) >= for_edges);
      }
    }
    const Colors steps = {{"not started", of.muted}, {"in progress", of.primary}, {"complete", of.success}};
    check_each_on_each(steps, papers(of), for_edges);
  }
}

TEST_CASE("whoever asks for more contrast has no gray text and no faint line") {
  for (const Theme theme : {Theme::light_with_contrast, Theme::dark_with_contrast}) {
    const Palette& of = palette(theme);
    CHECK(of.muted == of.ink);
    CHECK(of.banner_muted == of.banner_ink);
    check_each_on_each({{"hairline", of.hairline}}, papers(of), for_edges);
    check_each_on_each({{"edge", of.edge}}, papers(of), 7);
  }
}

}  // namespace ftt
