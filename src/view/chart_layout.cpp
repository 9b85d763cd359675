// Lays out charts. Does not measure a letter by itself.
#include "view/chart_layout.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace ftt {
namespace {

constexpr float beside_from = 480;  // from this width on a bar's words stand beside it, not above it

// From a number of cents or steps to a length.
struct Scale {
  std::int64_t least = 0, most = 0;
  float from = 0, to = 0;
  void take(std::int64_t value) {
    least = std::min(least, value);
    most = std::max(most, value);
  }
  float at(std::int64_t value) const {
    const float range = std::max(1.0F, static_cast<float>(most) - static_cast<float>(least));
    return from + (static_cast<float>(value) - static_cast<float>(least)) / range * (to - from);
  }
};

class Drafter {
 public:
  Drafter(const Node& node, float w, const ChartType& type) : node_(node), w_(w), type_(type) {
    for (const ChartBar& bar : node.bars) {
      amounts_.take(bar.from);
      amounts_.take(bar.to);
    }
    for (const ChartLine& line : node.lines) {
      for (const ChartPoint& point : line.points) take(point);
    }
    for (const ChartMark& mark : node.marks) take(mark.at);
    for (const ChartTick& tick : node.ticks) amounts_.take(tick.at);
    for (const ChartTick& tick : node.steps) steps_.take(tick.at);
  }

  ChartLayout lay_out() {
    if (!node_.bars.empty()) lay_out_bars();
    if (!node_.lines.empty()) lay_out_lines();
    return std::move(layout_);
  }

 private:
  void take(const ChartPoint& point) {
    steps_.take(point.step);
    amounts_.take(point.cents);
  }
  float width(std::string_view text, Weight weight = Weight::regular) const { return type_.width(text, weight); }
  float clamped(float x, float wide) const { return std::max(0.0F, std::min(x, w_ - wide)); }

  void stroke(Stroke stroke, float x1, float y1, float x2, float y2) {
    layout_.strokes.push_back({stroke, {{x1, y1}, {x2, y2}}});
  }

  // As many words to a line as fit; a word by itself may be broader.
  std::vector<std::string> wrapped(std::string_view text, float room, Weight weight) const {
    std::vector<std::string> lines(1);
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(' '), text.size());
      const std::string longer = lines.back() + (lines.back().empty() ? "" : " ") + std::string(text.substr(0, end));
      if (!lines.back().empty() && width(longer, weight) > room) {
        lines.emplace_back(text.substr(0, end));
      } else {
        lines.back() = longer;
      }
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
  }

  float add_paragraph(const std::vector<std::string>& lines, float x, float y, Weight weight, bool is_covering) {
    for (const std::string& line : lines) {
      layout_.texts.push_back({x, y, width(line, weight), line, weight, is_covering});
      y += type_.line_height;
    }
    return type_.line_height * static_cast<float>(lines.size());
  }

  // Ticks along the bottom: 0 before all others, then from the end, whose text may name what is counted.
  void add_ticks(const std::vector<ChartTick>& ticks, const Scale& scale, float y) {
    constexpr float apart = 8;
    std::vector<std::pair<float, float>> taken;
    for (const bool is_zero : {true, false}) {
      for (auto tick = ticks.rbegin(); tick != ticks.rend(); ++tick) {
        if ((tick->at == 0) != is_zero) continue;
        const float wide = width(tick->text);
        const float left = clamped(scale.at(tick->at) - wide / 2, wide);
        const bool has_room = std::none_of(taken.begin(), taken.end(), [&](const auto& other) {
          return left < other.second + apart && other.first < left + wide + apart;
        });
        if (!has_room) continue;
        taken.emplace_back(left, left + wide);
        layout_.texts.push_back({left, y, wide, tick->text, Weight::regular, false});
      }
    }
  }

  // Where the words of a mark stand: in which row, the lowest first.
  struct MarkPlace {
    float x = 0, left = 0;
    std::size_t row = 0;
  };
  // The first to the left of its rule and the last to the right, those between in their middle, each in the lowest row
  // that has room.
  std::vector<MarkPlace> place_marks(const Scale& scale, bool is_by_step) const {
    constexpr float apart = 12;
    std::vector<MarkPlace> places(node_.marks.size());
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const ChartPoint& at = node_.marks[i].at;
      places[i].x = scale.at(is_by_step ? at.step : at.cents);
      order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return places[a].x < places[b].x; });
    if (order.size() > 2) std::rotate(order.begin() + 1, order.end() - 1, order.end());
    for (std::size_t turn = 0; turn < order.size(); ++turn) {
      MarkPlace& place = places[order[turn]];
      const float share = order.size() == 1 || turn > 1 ? 0.5F : turn == 0 ? 1.0F : 0.0F;
      const float wide = width(node_.marks[order[turn]].label);
      place.left = clamped(place.x - share * wide, wide);
      const auto stands = [&](std::size_t other) {
        return places[other].row == place.row &&
               place.left < places[other].left + width(node_.marks[other].label) + apart &&
               places[other].left < place.left + wide + apart;
      };
      const auto placed = order.begin() + static_cast<std::ptrdiff_t>(turn);
      while (std::any_of(order.begin(), placed, stands)) ++place.row;
    }
    return places;
  }
  float rows_of(const std::vector<MarkPlace>& places) const {
    std::size_t rows = 0;
    for (const MarkPlace& place : places) rows = std::max(rows, place.row + 1);
    return static_cast<float>(rows) * type_.line_height;
  }
  void add_marks(const std::vector<MarkPlace>& places, float rows, float bottom) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      const MarkPlace& place = places[i];
      const float top = rows - static_cast<float>(place.row + 1) * type_.line_height;
      stroke(Stroke::mark, place.x, top + type_.line_height, place.x, bottom);
      const std::string& label = node_.marks[i].label;
      layout_.texts.push_back({place.left, top, width(label), label, Weight::regular, true});
    }
  }

  // ---- Bars ----

  static bool goes_on(const ChartBar& before, const ChartBar& bar) {
    return bar.from == before.to || (bar.tone == Tone::primary && bar.to == before.to);
  }

  void lay_out_bars() {
    constexpr float gap = 16;
    const float line = type_.line_height;
    float labels = 0, texts = 0;
    for (const ChartBar& bar : node_.bars) {
      labels = std::max(labels, width(bar.label, weight_of(bar)));
      texts = std::max(texts, width(bar.text, weight_of(bar)));
    }
    labels = std::min(labels, w_ * 0.3F);
    const bool is_beside = w_ >= beside_from && w_ - labels - texts - 2 * gap >= w_ * 0.3F;
    amounts_.from = is_beside ? labels + gap : 0;
    amounts_.to = is_beside ? w_ - texts - gap : w_;
    const float high = is_beside ? 14 : 10;
    const auto places = place_marks(amounts_, false);
    const float rows = rows_of(places);
    const float zero = amounts_.at(0);
    float y = rows > 0 ? rows + 6 : 0;
    const float top = y;
    float track = y, last_end = y;
    for (std::size_t i = 0; i < node_.bars.size(); ++i) {
      const ChartBar& bar = node_.bars[i];
      const Weight weight = weight_of(bar);
      const float text = width(bar.text, weight);
      const float room = is_beside ? labels : w_ - text - 12;
      const bool has_room =
          is_beside || room >= w_ * 0.4F || width(bar.label, weight) <= room;  // else the amount has a line of its own
      const std::vector<std::string> words = wrapped(bar.label, has_room ? room : w_, weight);
      const float tall = line * static_cast<float>(words.size());
      const float row = is_beside ? std::max(tall, high) : 0;
      const float words_y = is_beside ? y + (row - tall) / 2 : y;
      const std::size_t before = layout_.texts.size();
      add_paragraph(words, 0, words_y, weight, true);
      const float text_y = is_beside ? y + (row - line) / 2 : has_room ? y : y + tall;
      const std::vector<std::string> amounts = wrapped(bar.text, is_beside ? text : w_, weight);
      for (std::size_t number = 0; number < amounts.size(); ++number) {
        const float wide = width(amounts[number], weight);
        layout_.texts.push_back(
            {w_ - wide, text_y + line * static_cast<float>(number), wide, amounts[number], weight, true, Align::end});
      }
      track =
          is_beside ? y + (row - high) / 2 : std::max(y + tall, text_y + line * static_cast<float>(amounts.size())) + 2;
      if (i > 0 && goes_on(node_.bars[i - 1], bar)) {
        // Where words stand in its way it would be a torn line.
        const float at = amounts_.at(node_.bars[i - 1].to);
        const bool is_free = std::none_of(layout_.texts.begin() + static_cast<std::ptrdiff_t>(before), layout_.texts.end(),
                                          [&](const ChartText& one) { return at > one.x - 4 && at < one.x + one.w + 4; });
        if (is_free) stroke(Stroke::joint, at, last_end, at, track);
      }
      add_bar(bar, track, high);
      if (!is_beside) stroke(Stroke::zero, zero, track - 3, zero, track + high + 3);
      last_end = track + high;
      y = is_beside ? y + row + 8 : last_end + 12;
    }
    if (is_beside) stroke(Stroke::zero, zero, top - 3, zero, last_end + 5);
    add_marks(places, rows, last_end + 5);
    layout_.height = last_end + 6;
    if (node_.ticks.empty()) return;
    for (const ChartTick& tick : node_.ticks) {
      stroke(Stroke::grid, amounts_.at(tick.at), last_end, amounts_.at(tick.at), last_end + 5);
    }
    add_ticks(node_.ticks, amounts_, layout_.height);
    layout_.height += line;
  }

  static Weight weight_of(const ChartBar& bar) { return bar.tone == Tone::primary ? Weight::strong : Weight::regular; }

  void add_bar(const ChartBar& bar, float y, float high) {
    const float from = amounts_.at(std::min(bar.from, bar.to)), to = amounts_.at(std::max(bar.from, bar.to));
    layout_.boxes.push_back({amounts_.from, y, amounts_.to - amounts_.from, high, BoxPart::track, Tone::plain});
    const float wide = std::max(2.0F, to - from);
    layout_.boxes.push_back({std::min(from, amounts_.to - wide), y, wide, high, BoxPart::bar, bar.tone});
  }

  // ---- Lines ----

  struct EndLabel {
    const ChartLine* line = nullptr;
    std::vector<std::string> words;
    float end = 0;  // where the line ends
    float y = 0;    // where the words start
  };

  void lay_out_lines() {
    constexpr float before_plot = 8, leader = 14;
    const float line = type_.line_height;
    float left = 0, labels = 0;
    for (const ChartTick& tick : node_.ticks) left = std::max(left, width(tick.text) + before_plot);
    for (const ChartLine& one : node_.lines) labels = std::max(labels, width(one.label, weight_of(one)));
    labels = std::min(labels, w_ * 0.28F);
    std::vector<EndLabel> ends;
    float needed = 0;
    for (const ChartLine& one : node_.lines) {
      if (one.points.empty()) continue;
      EndLabel end;
      end.line = &one;
      end.words = wrapped(one.label, labels, weight_of(one));
      for (const std::string& words : end.words) labels = std::max(labels, width(words, weight_of(one)));
      needed += line * static_cast<float>(end.words.size()) + 2;
      ends.push_back(std::move(end));
    }
    steps_.from = left;
    steps_.to = w_ - labels - leader;
    const auto places = place_marks(steps_, true);
    const float rows = rows_of(places);
    const float top = rows + line / 2;
    const float bottom = top + std::max(std::clamp(w_ * 0.45F, 180.0F, 300.0F), needed);
    amounts_.from = bottom;
    amounts_.to = top;
    for (const ChartTick& tick : node_.ticks) {
      const float y = amounts_.at(tick.at), wide = width(tick.text);
      stroke(tick.at == 0 ? Stroke::zero : Stroke::grid, left, y, steps_.to, y);
      layout_.texts.push_back(
          {left - before_plot - wide, y - line / 2, wide, tick.text, Weight::regular, false, Align::end});
    }
    for (const ChartTick& tick : node_.steps) {
      stroke(Stroke::grid, steps_.at(tick.at), bottom, steps_.at(tick.at), bottom + 5);
    }
    add_ticks(node_.steps, steps_, bottom + 0.5F * line + 2);
    layout_.height = bottom + 1.5F * line + 2;
    add_marks(places, rows, bottom);
    for (const ChartMark& mark : node_.marks) {
      layout_.dots.push_back({steps_.at(mark.at.step), amounts_.at(mark.at.cents)});
    }
    add_series(std::move(ends), top, bottom);
  }

  static Weight weight_of(const ChartLine& line) {
    return line.role == LineRole::other ? Weight::regular : Weight::strong;
  }

  // The others take turns, so that each is told from the one before it without its color.
  Stroke stroke_of(const ChartLine& line) const {
    constexpr Stroke broken[] = {Stroke::dashed, Stroke::dotted, Stroke::long_dashed};
    if (line.role == LineRole::in_use) return Stroke::line;
    if (line.role == LineRole::tried) return Stroke::tried;
    const auto before = std::count_if(node_.lines.data(), &line, [](const ChartLine& one) {
      return one.role == LineRole::other;
    });
    return broken[static_cast<std::size_t>(before) % std::size(broken)];
  }

  // The lines, the one in use and what is tried above the others, and their labels beside their ends, as near as they may be to it.
  void add_series(std::vector<EndLabel> ends, float top, float bottom) {
    const float line = type_.line_height;
    const auto tall = [&](const EndLabel& end) { return line * static_cast<float>(end.words.size()); };
    for (EndLabel& end : ends) {
      end.end = amounts_.at(end.line->points.back().cents);
      end.y = end.end - tall(end) / 2;
    }
    std::stable_sort(ends.begin(), ends.end(), [](const EndLabel& a, const EndLabel& b) { return a.end < b.end; });
    float free = top - line / 2;
    for (EndLabel& end : ends) {
      end.y = std::max(end.y, free);
      free = end.y + tall(end) + 2;
    }
    free = bottom + line / 2;
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
      end->y = std::min(end->y, free - tall(*end));
      free = end->y - 2;
    }
    for (const LineRole role : {LineRole::other, LineRole::in_use, LineRole::tried}) {
      for (const EndLabel& end : ends) {
        if (end.line->role != role) continue;
        ChartStroke series{stroke_of(*end.line), {}};
        for (const ChartPoint& point : end.line->points) {
          series.spots.push_back({steps_.at(point.step), amounts_.at(point.cents)});
        }
        const ChartSpot last = series.spots.back();
        if (series.spots.size() > 1) layout_.strokes.push_back(std::move(series));
        stroke(Stroke::leader, last.x + 2, last.y, steps_.to + 11, end.y + tall(end) / 2);
        add_paragraph(end.words, steps_.to + 14, end.y, weight_of(*end.line), false);
      }
    }
  }

  const Node& node_;
  float w_;
  const ChartType& type_;
  Scale amounts_, steps_;
  ChartLayout layout_;
};

// Far more than any screen has.
bool is_length(float length) {
  return length >= 0 && length <= 100'000;
}

}  // namespace

Result<ChartType> measured_type(float line_height, std::string_view letters, std::vector<float> widths) {
  const std::size_t count = count_code_points(letters);
  if (widths.size() != 2 * count) {
    return Error{ErrorCode::malformed, "widths",
                 concat("There are ", widths.size(), " widths for ", count, " letters. Give two for each letter.")};
  }
  if (!is_length(line_height) || !std::all_of(widths.begin(), widths.end(), is_length)) {
    return Error{ErrorCode::out_of_range, "widths", "Give lengths in pixels, from 0 to 100,000."};
  }
  return ChartType{line_height, [=, widths = std::move(widths)](std::string_view text, Weight weight) {
                     float wide = 0;
                     while (!text.empty()) {
                       const std::string_view letter = first_code_points(text, 1);
                       const std::size_t at = letters.find(letter);
                       const std::size_t number = count_code_points(letters.substr(0, at));
                       const bool is_strong = weight == Weight::strong;
                       wide += at == letters.npos ? line_height : widths[is_strong ? count + number : number];
                       text.remove_prefix(letter.size());
                     }
                     return wide;
                   }};
}

ChartLayout lay_out_chart(const Node& node, float w, const ChartType& type) {
  return Drafter(node, w, type).lay_out();
}

std::string in_tenths(float length) {
  const auto tenths = static_cast<long>(length * 10 + (length < 0 ? -0.5F : 0.5F));
  const long magnitude = tenths < 0 ? -tenths : tenths;
  return concat(tenths < 0 ? "-" : "", magnitude / 10, magnitude % 10 == 0 ? "" : concat('.', magnitude % 10));
}

}  // namespace ftt
