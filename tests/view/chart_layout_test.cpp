// How texts are measured for a chart's layout, and what is written of one. That no two texts lie upon each other is
// held with the wizard's own charts (tests/wizard/pictures_test.cpp).
#include "view/chart_layout.h"

#include <doctest/doctest.h>

#include <limits>

using namespace ftt;

TEST_SUITE("view: chart layout") {
  TEST_CASE(
      "a text is as wide as its letters, in each weight; one that was not measured is as wide as a line is high") {
    const Result<ChartType> type = measured_type(20, "a−$", {5, 6.5F, 7, 8, 9, 10});
    REQUIRE(type);
    CHECK(type->line_height == 20);
    CHECK(type->width("", Weight::regular) == 0);
    CHECK(type->width("$−a", Weight::regular) == 18.5F);
    CHECK(type->width("$−a", Weight::strong) == 27);
    CHECK(type->width("a…a", Weight::regular) == 30);
  }

  TEST_CASE("widths that are not two for each letter, or no lengths, are refused with the mend") {
    const auto code_of = [](float line_height, std::vector<float> widths) {
      const Result<ChartType> type = measured_type(line_height, "a−", std::move(widths));
      REQUIRE_FALSE(type);
      CHECK(type.error().where == "widths");
      return type.error().code;
    };
    CHECK(code_of(20, {}) == ErrorCode::malformed);
    CHECK(code_of(20, {1, 2, 3}) == ErrorCode::malformed);
    CHECK(code_of(20, {1, 2, 3, 4, 5}) == ErrorCode::malformed);
    CHECK(code_of(20, {1, 2, 3, -1}) == ErrorCode::out_of_range);
    CHECK(code_of(20, {1, 2, 3, std::numeric_limits<float>::quiet_NaN()}) == ErrorCode::out_of_range);
    CHECK(code_of(std::numeric_limits<float>::infinity(), {1, 2, 3, 4}) == ErrorCode::out_of_range);
  }

  TEST_CASE("a layout is written with its lengths to a tenth, and without what has its default") {
    ChartLayout layout;
    layout.height = 40.04F;
    layout.boxes = {{0, 1, 2.25F, 14, BoxPart::track, Tone::plain}, {-0.05F, 1, 2, 14, BoxPart::bar, Tone::success}};
    layout.strokes = {{Stroke::zero, {{0.5F, 0}, {0.5F, 40}}}};
    layout.dots = {{3, 4}};
    layout.texts = {{0, 0, 9.96F, "Net", Weight::strong, true, Align::end}, {1, 2, 3, "Travel"}};
    CHECK(to_json(layout) ==
          R"({"height":40,"boxes":[{"x":0,"y":1,"w":2.3,"h":14,"part":"track"},)"
          R"({"x":-0.1,"y":1,"w":2,"h":14,"part":"bar","tone":"success"}],)"
          R"("strokes":[{"stroke":"zero","spots":[[0.5,0],[0.5,40]]}],"dots":[[3,4]],)"
          R"("texts":[{"x":0,"y":0,"w":10,"text":"Net","weight":"strong","is_covering":true,"align":"end"},)"
          R"({"x":1,"y":2,"w":3,"text":"Travel"}]})");
  }
}
