// Writes charts as SVG. Does not lay them out (chart_layout.h does).
#include "print/print_chart.h"

#include "base/text.h"
#include "print/print_html.h"
#include "view/chart_layout.h"

namespace ftt::print {
namespace {

// The units of the picture: some 7 inches of paper, in CSS pixels.
constexpr float picture_width = 660;
constexpr int text_size = 13;

// How wide a text may be in any of the typefaces that a printer may have: a little more than it is.
float roughly_wide(std::string_view text, Weight weight) {
  const float per_letter = weight == Weight::strong ? 9.1F : 8.3F;
  return per_letter * static_cast<float>(count_code_points(text));
}

std::string_view paint_of(const ChartBox& box) {
  if (box.part == BoxPart::track) return "fill=\"none\"";
  switch (box.tone) {
    case Tone::success:
      return "fill=\"#fff\" stroke=\"#000\"";
    case Tone::primary:
      return "fill=\"#000\"";
    case Tone::warning:
    case Tone::error:
      return "fill=\"#666\"";
    case Tone::plain:
    case Tone::lead:
    case Tone::small:
    case Tone::muted:
    case Tone::secondary:
    case Tone::information:
      break;
  }
  return "fill=\"#bbb\" stroke=\"#000\"";
}

std::string_view paint_of(Stroke stroke) {
  switch (stroke) {
    case Stroke::grid:
      return "stroke=\"#bbb\" stroke-width=\".75\"";
    case Stroke::zero:
      return "stroke=\"#000\" stroke-width=\"1.5\"";
    case Stroke::joint:
    case Stroke::leader:
      return "stroke=\"#000\" stroke-width=\".5\"";
    case Stroke::mark:
      return "stroke=\"#000\" stroke-width=\".75\" stroke-dasharray=\"2 2\"";
    case Stroke::line:
      return "stroke=\"#000\" stroke-width=\"2.25\"";
    case Stroke::tried:
      return "stroke=\"#666\" stroke-width=\"2.25\"";
    case Stroke::dotted:
      return "stroke=\"#000\" stroke-width=\"1.5\" stroke-dasharray=\"1.5 2.5\"";
    case Stroke::long_dashed:
      return "stroke=\"#000\" stroke-width=\"1\" stroke-dasharray=\"14 4\"";
    case Stroke::dashed:
      return "stroke=\"#000\" stroke-width=\"1\" stroke-dasharray=\"6 4\"";
  }
  return "stroke=\"#000\"";
}

std::string box(const ChartBox& one) {
  return concat("<rect x=\"", in_tenths(one.x), "\" y=\"", in_tenths(one.y), "\" width=\"", in_tenths(one.w),
                "\" height=\"", in_tenths(one.h), "\" ", paint_of(one), "/>");
}

std::string stroke(const ChartStroke& one) {
  std::string points;
  for (const ChartSpot& spot : one.spots)
    append(points, points.empty() ? "" : " ", in_tenths(spot.x), ",", in_tenths(spot.y));
  return concat("<polyline points=\"", points, "\" fill=\"none\" ", paint_of(one.stroke), "/>");
}

std::string text(const ChartText& one) {
  std::string html;
  if (one.is_covering) {
    append(html, "<rect x=\"", in_tenths(one.x - 2), "\" y=\"", in_tenths(one.y + 2), "\" width=\"",
           in_tenths(one.w + 4), "\" height=\"14\" fill=\"#fff\"/>");
  }
  const bool is_at_end = one.align == Align::end;
  append(html, "<text x=\"", in_tenths(is_at_end ? one.x + one.w : one.x), "\" y=\"", in_tenths(one.y + 13), "\"",
         is_at_end ? " text-anchor=\"end\"" : "", one.weight == Weight::strong ? " font-weight=\"600\"" : "", ">",
         inert(one.text), "</text>");
  return html;
}

std::string name_of(const Node& chart) {
  std::string name = chart.label;
  std::string_view before = ": ";
  for (const ChartBar& bar : chart.bars) {
    append(name, before, bar.label, " ", bar.text);
    before = "; ";
  }
  for (const ChartMark& mark : chart.marks) {
    append(name, before, mark.label);
    before = "; ";
  }
  return name;
}

}  // namespace

std::string picture(const Node& chart) {
  if (chart.bars.empty() && chart.lines.empty()) return "";
  const ChartLayout layout = lay_out_chart(chart, picture_width, {18, roughly_wide});
  std::string html = concat("<figure class=\"picture\"><figcaption>", inert(chart.label),
                            "</figcaption><svg role=\"img\" aria-label=\"", inert(name_of(chart)), "\" viewBox=\"0 -1 ",
                            in_tenths(picture_width), " ", in_tenths(layout.height + 2),
                            "\" width=\"100%\" font-size=\"", text_size, "\">");
  for (const ChartBox& one : layout.boxes) append(html, box(one));
  for (const ChartStroke& one : layout.strokes) append(html, stroke(one));
  for (const ChartSpot& dot : layout.dots) {
    append(html, "<circle cx=\"", in_tenths(dot.x), "\" cy=\"", in_tenths(dot.y),
           "\" r=\"4\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"1.5\"/>");
  }
  for (const ChartText& one : layout.texts) append(html, text(one));
  return html + "</svg></figure>";
}

}  // namespace ftt::print
