// The pictures' nodes: figures, marks and ticks; and where a layout puts them.
#include "view/pictures.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "calc/calculate.h"
#include "person.h"
#include "view/chart_layout.h"

using namespace ftt;
using namespace ftt::test;

namespace {

std::string texts_of(const std::vector<ChartTick>& ticks) {
  std::string texts;
  for (const ChartTick& tick : ticks) append(texts, texts.empty() ? "" : " ", tick.text);
  return texts;
}

// Half a letter's height a letter, so that every width is known.
float wide(std::string_view text, Weight weight) {
  return (weight == Weight::strong ? 8.5F : 8.0F) * static_cast<float>(count_code_points(text));
}
const ChartType type = {20, wide};

bool overlap(const ChartText& a, const ChartText& b) {
  constexpr float hair = 0.01F;
  return a.x + hair < b.x + b.w && b.x + hair < a.x + a.w && a.y + hair < b.y + type.line_height &&
         b.y + hair < a.y + type.line_height;
}

void check_layout(const Node& chart, float w) {
  const ChartLayout layout = lay_out_chart(chart, w, type);
  CAPTURE(chart.id);
  CAPTURE(w);
  for (std::size_t i = 0; i < layout.texts.size(); ++i) {
    const ChartText& text = layout.texts[i];
    CAPTURE(text.text);
    CHECK(text.x >= -0.01F);
    CHECK(text.x + text.w <= w + 0.5F);
    CHECK(text.y >= -0.01F);
    CHECK(text.y + type.line_height <= layout.height + 0.5F);
    for (std::size_t other = i + 1; other < layout.texts.size(); ++other) {
      CAPTURE(layout.texts[other].text);
      CHECK_FALSE(overlap(text, layout.texts[other]));
    }
  }
  for (const ChartBox& box : layout.boxes) {
    CHECK(box.x >= -0.01F);
    CHECK(box.x + box.w <= w + 0.01F);
    CHECK(box.y + box.h <= layout.height);
  }
  for (const ChartStroke& stroke : layout.strokes) {
    for (const ChartSpot& spot : stroke.spots) {
      CHECK(spot.x >= -0.01F);
      CHECK(spot.x <= w + 0.01F);
      CHECK(spot.y <= layout.height + 0.01F);
    }
  }
}

void record_spending(Person& person, std::string_view half_year, std::string_view spent, int entry) {
  person.go_to("start");
  person.press("start.review");
  person.press("actuals.add");
  person.choose(concat("actuals.", entry, ".half_year"), half_year);
  person.fill(concat("actuals.", entry, ".spent"), spent);
}

}  // namespace

TEST_SUITE("view: pictures") {
  TEST_CASE("an axis names at most so many round amounts, 1, 2 or 5 times a power of ten apart") {
    CHECK(texts_of(dollar_ticks(-1'838'300, 0, 5)) == "−$15,000 −$10,000 −$5,000 $0");
    CHECK(texts_of(dollar_ticks(0, 250'000, 5)) == "$0 $1,000 $2,000");
    CHECK(texts_of(dollar_ticks(0, 0, 5)) == "$0");
    CHECK(texts_of(dollar_ticks(-1, 1, 5)) == "$0");
    for (std::int64_t most = 0; most < 4'000'000'000'000; most = most * 7 / 3 + 1) {
      const std::vector<ChartTick> ticks = dollar_ticks(-most / 3, most, 5);
      REQUIRE(!ticks.empty());
      CHECK(ticks.size() <= 5);
      CHECK(std::any_of(ticks.begin(), ticks.end(), [](const ChartTick& tick) { return tick.at == 0; }));
      CHECK(ticks.front().at >= -most / 3);
      CHECK(ticks.back().at <= most);
    }
  }

  TEST_CASE("the bars go on from each other and come to the net annual change") {
    for (const auto type_example : {type_example_a, type_example_b}) {
      Person person;
      type_example(person);
      const Node& chart = person.node("result.bars");
      REQUIRE(chart.bars.size() >= 3);
      std::int64_t end = 0;
      for (std::size_t i = 0; i + 1 < chart.bars.size(); ++i) {
        CHECK(chart.bars[i].from == end);
        end = chart.bars[i].to;
      }
      CHECK(chart.bars.back().from == 0);
      CHECK(chart.bars.back().to == end);
      CHECK(chart.bars.back().tone == Tone::primary);
      CHECK(chart.ticks.size() <= 5);
    }
  }

  TEST_CASE("the lines hold what the table of trips holds, with the planned trips and the break-even of calc marked") {
    Person person;
    type_example_a(person);
    person.go_to("result");
    person.press("result.what_if");
    const Node& chart = person.node("result.trips");
    const Node& table = person.node("result.what_if.trips");
    REQUIRE(chart.lines.size() == 4);
    for (std::size_t line = 0; line < chart.lines.size(); ++line) {
      CHECK(chart.lines[line].role == (line == 0 ? LineRole::in_use : LineRole::other));
      CHECK(chart.lines[line].label.starts_with(table.columns[line + 1].label));
      REQUIRE(chart.lines[line].points.size() == table.rows.size());
      for (std::size_t trips = 0; trips < table.rows.size(); ++trips) {
        const ChartPoint& point = chart.lines[line].points[trips];
        CHECK(concat(point.step) == table.rows[trips].cells[0]);
        CHECK(to_display(Money::from_cents(point.cents)) == table.rows[trips].cells[line + 1]);
      }
    }
    REQUIRE(chart.marks.size() == 2);
    CHECK(chart.marks[0].label == "Planned: 4");
    CHECK(chart.marks[0].at == ChartPoint{4, -829'580});
    // (14,483 + 3,900) ÷ 2,521.80, rounded down.
    CHECK(chart.marks[1].label == "Break-even: 7");
    CHECK(chart.marks[1].at == ChartPoint{7, -73'040});
    CHECK(texts_of(chart.steps) == "0 6 12 18 24 trips");
  }

  TEST_CASE("more trips than the picture has, and a break-even that is the plan, are marked as they are") {
    Person person;
    type_example_a(person);
    person.go_to("travel");
    person.fill("travel_budget.trips", "7");
    person.go_to("result");
    REQUIRE(person.node("result.trips").marks.size() == 1);
    CHECK(person.node("result.trips").marks[0].label == "Planned and break-even: 7");
    person.go_to("travel");
    person.fill("travel_budget.trips", "36");
    person.go_to("result");
    REQUIRE(person.node("result.trips").marks.size() == 1);
    CHECK(person.node("result.trips").marks[0].label == "Break-even: 7");
  }

  TEST_CASE("nothing known is no picture") {
    Person person;
    person.go_to("result");
    CHECK_FALSE(person.has("result.trips"));
    CHECK_FALSE(person.has("result.bars"));
    person.go_to("annual_review");
    CHECK_FALSE(person.has("actuals.chart"));
  }

  TEST_CASE("spending stands beside the estimate of half a year and twice it (¶13b)") {
    Person person;
    type_example_a(person);
    person.go_to("arrangement");
    person.fill("arrangement.start", "2025-07-14");
    record_spending(person, "2026H2", "5043.60", 0);
    record_spending(person, "2026H1", "10087.21", 1);
    record_spending(person, "2025H2", "2,200", 2);
    const Node& chart = person.node("actuals.chart");
    REQUIRE(chart.bars.size() == 3);
    CHECK(chart.bars[0].label == "April to September 2025");
    CHECK(chart.bars[0].text == "$2,200.00 of $2,177.29 planned, above the estimate");
    CHECK(chart.bars[1].label == "October 2025 to March 2026");
    CHECK(chart.bars[1].text == "$10,087.21, above twice the estimate");
    CHECK(chart.bars[2].text == "$5,043.60, within the estimate");
    REQUIRE(chart.marks.size() == 2);
    CHECK(chart.marks[0].at.cents == 504'360);
    CHECK(chart.marks[1].label == "Twice it: $10,087.20");
    for (const float w : {268.0F, 358.0F, 640.0F}) check_layout(chart, w);
  }

  TEST_CASE("no two texts of a picture lie upon each other at any width, and all lie inside") {
    for (const auto type_example : {type_example_a, type_example_b}) {
      Person person;
      type_example(person);
      person.go_to("result");
      const Node bars = person.node("result.bars");
      Node trips = person.node("result.trips");
      for (float w = 250; w < 900; w += 13) {
        check_layout(bars, w);
        check_layout(trips, w);
      }
      // Readings that end in one place, and marks side by side.
      for (ChartLine& line : trips.lines) line.points = trips.lines[0].points;
      trips.marks.push_back({"What if: 5", trips.lines[0].points[5]});
      for (float w = 300; w < 900; w += 29) check_layout(trips, w);
    }
  }

  TEST_CASE("a joint leads from each bar to the next, and every line reaches from edge to edge") {
    Person person;
    type_example_a(person);
    person.go_to("result");
    const auto count = [](const ChartLayout& layout, Stroke stroke) {
      return std::count_if(layout.strokes.begin(), layout.strokes.end(),
                           [&](const ChartStroke& one) { return one.stroke == stroke; });
    };
    CHECK(count(lay_out_chart(person.node("result.bars"), 640, type), Stroke::joint) == 3);
    // Where the words stand above the bars, no joint is torn by them.
    const ChartLayout bars = lay_out_chart(person.node("result.bars"), 272, type);
    CHECK(count(bars, Stroke::joint) >= 1);
    for (const ChartStroke& joint : bars.strokes) {
      if (joint.stroke != Stroke::joint) continue;
      for (const ChartText& text : bars.texts) {
        const bool is_beside = joint.spots[0].x <= text.x || joint.spots[0].x >= text.x + text.w;
        CHECK((is_beside || text.y >= joint.spots[1].y || text.y + type.line_height <= joint.spots[0].y));
      }
    }
    const ChartLayout trips = lay_out_chart(person.node("result.trips"), 640, type);
    CHECK(count(trips, Stroke::line) == 1);
    for (const Stroke other : {Stroke::dashed, Stroke::dotted, Stroke::long_dashed}) CHECK(count(trips, other) == 1);
    CHECK(count(trips, Stroke::mark) == 2);
    CHECK(trips.dots.size() == 2);
  }

  TEST_CASE("the lines reach from the top of the picture to its bottom: no part of its height is empty") {
    for (const auto type_example : {type_example_a, type_example_b}) {
      Person person;
      type_example(person);
      person.go_to("result");
      const ChartLayout layout = lay_out_chart(person.node("result.trips"), 640, type);
      float top = 1e9F, bottom = 0, first = 1e9F, last = 0;
      for (const ChartStroke& stroke : layout.strokes) {
        for (const ChartSpot& spot : stroke.spots) {
          const bool is_series = stroke.stroke == Stroke::line || stroke.stroke == Stroke::dashed ||
                                 stroke.stroke == Stroke::dotted || stroke.stroke == Stroke::long_dashed ||
                                 stroke.stroke == Stroke::zero;
          if (is_series) top = std::min(top, spot.y), bottom = std::max(bottom, spot.y);
          if (stroke.stroke == Stroke::grid && stroke.spots[0].x == stroke.spots[1].x) {
            first = std::min(first, spot.y);  // the steps stand at the foot
            last = std::max(last, spot.y);
          }
        }
      }
      CHECK(bottom == doctest::Approx(first));
      CHECK(bottom - top >= 280);
    }
  }

  TEST_CASE("a place that is tried has its own line, with its trips and its break-even on it") {
    Person person;
    type_example_a(person);
    person.go_to("result");
    person.fill_place("what_if.place", "Denver, CO");
    const Node& chart = person.node("result.trips");
    REQUIRE(chart.lines.size() == 5);
    const ChartLine& tried = chart.lines.back();
    CHECK(tried.role == LineRole::tried);
    CHECK(tried.label == "What if");
    CHECK(tried.points.size() == 25);
    REQUIRE(chart.marks.size() >= 3);
    std::size_t on_it = 0;
    for (const ChartMark& mark : chart.marks) {
      if (!mark.label.starts_with("What if")) continue;
      CAPTURE(mark.label);
      CHECK(tried.points.at(static_cast<std::size_t>(mark.at.step)) == mark.at);
      ++on_it;
    }
    CHECK(on_it >= 1);
    const ChartLayout layout = lay_out_chart(chart, 640, type);
    CHECK(std::count_if(layout.strokes.begin(), layout.strokes.end(),
                        [](const ChartStroke& stroke) { return stroke.stroke == Stroke::tried; }) == 1);
    for (const float w : {320.0F, 480.0F, 640.0F, 900.0F}) check_layout(chart, w);
  }

  TEST_CASE("nights and fare that are tried move the line's break-even; a place with no break-even has none marked") {
    Person person;
    type_example_a(person);
    person.go_to("result");
    person.fill("what_if.nights", "2");
    person.fill("what_if.transport", "$500");
    const Node& chart = person.node("result.trips");
    REQUIRE(chart.lines.size() == 5);
    REQUIRE(chart.marks.size() == 4);
    CHECK(chart.marks[2].label == "What if: 4");
    CHECK(chart.marks[3].label.starts_with("What if, break-even: "));
    CHECK(chart.marks[3].at.cents <= 0);
    CHECK(chart.lines.back().points.at(static_cast<std::size_t>(chart.marks[3].at.step) + 1).cents > 0);
    person.press("what_if.reset");
    person.fill_place("what_if.place", "Honolulu, HI");
    for (const ChartMark& mark : person.node("result.trips").marks) CHECK(mark.label != "What if, break-even: 0");
  }

  TEST_CASE("other trips alone are another place on the line in use, and give no line") {
    Person person;
    type_example_a(person);
    person.go_to("result");
    person.fill("what_if.trips", "6");
    const Node& chart = person.node("result.trips");
    CHECK(chart.lines.size() == 4);
    REQUIRE(chart.marks.size() == 3);
    CHECK(chart.marks[2].label == "What if: 6");
    CHECK(chart.marks[2].at == chart.lines[0].points[6]);
    person.fill("what_if.trips", "7");
    CHECK(person.node("result.trips").marks.back().label == "What if, also break-even: 7");
    person.fill("what_if.trips", "4");
    CHECK(person.node("result.trips").marks.size() == 2);
    CHECK(trips_chart(Worksheet(), Answers(), Tried()).lines.empty());
  }
}
