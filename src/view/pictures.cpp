// Makes the nodes of pictures. Does not calculate.
#include "view/pictures.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "calc/calculate.h"
#include "view/answer.h"
#include "view/wording.h"

namespace ftt {
namespace {

constexpr std::size_t ticks_at_most = 5;
constexpr std::size_t amounts_at_most = 7;  // up the side, where there is more room
constexpr std::int64_t last_trip = 24;

Node chart(std::string_view id, std::string_view label) {
  Node node;
  node.id = id;
  node.kind = NodeKind::chart;
  node.label = label;
  return node;
}

std::int64_t floor_of(std::int64_t amount, std::int64_t step) {
  return amount / step - (amount % step < 0 ? 1 : 0);
}

// "$5,000": a round amount has no cents to show.
std::string round_dollars(std::int64_t cents) {
  std::string text = to_display(Money::from_cents(cents));
  text.resize(text.find('.'));
  return text;
}

// ---- Trips ----

// Where a worksheet's trips and its break-even lie on the line of its reading in use.
struct TripMarks {
  std::string_view planned, even, both;  // what they are called
};
constexpr TripMarks marks_answered = {"Planned: ", "Break-even: ", "Planned and break-even: "};
constexpr TripMarks marks_tried = {"What if: ", "What if, break-even: ", "What if, also break-even: "};

void add_trip_marks(Node& node, const ChartLine& line, const TripMarks& called, const Known<Count>& planned,
                    const BreakEven& even) {
  const auto has = [&](std::int64_t trips) { return trips <= last_trip && !line.points.empty(); };
  const auto mark = [&](std::string_view name, std::int64_t trips) {
    node.marks.push_back({concat(name, trips), line.points[static_cast<std::size_t>(trips)]});
  };
  const bool breaks = even.state == BreakEven::State::trips && has(even.trips.value());
  const bool is_planned = planned.has_value() && has(planned.value().value());
  if (is_planned && breaks && planned.value() == even.trips) return mark(called.both, even.trips.value());
  if (is_planned) mark(called.planned, planned.value().value());
  if (breaks) mark(called.even, even.trips.value());
}

// Empty where it is not known.
std::vector<ChartPoint> points_of(const Worksheet& worksheet, TripCostMethod method) {
  std::vector<ChartPoint> points;
  for (const WhatIfRow& row : what_if_trips(worksheet)) {
    const std::optional<Money>& net = row.net_annual_change[static_cast<std::size_t>(method)];
    if (net) points.push_back({row.trips.value(), net->cents()});
  }
  return points;
}

// Other trips alone are another place on the line that is there.
void add_tried(Node& node, const ChartLine& in_use, const Known<Count>& planned, const BreakEven& even,
               const Tried& tried) {
  ChartLine line;
  line.label = "What if";
  line.role = LineRole::tried;
  line.points = points_of(tried.worksheet, tried.worksheet.method_in_use);
  const Known<Count> trips = tried.answers.count(Leaf::travel_budget_trips);
  if (line.points != in_use.points) {
    add_trip_marks(node, line, marks_tried, trips, tried.worksheet.break_even);
    if (!line.points.empty()) node.lines.push_back(std::move(line));
  } else if (!trips.has_value() || !planned.has_value() || trips.value() != planned.value()) {
    const bool breaks = even.state == BreakEven::State::trips && trips.has_value() && trips.value() == even.trips;
    add_trip_marks(node, line, marks_tried, trips, breaks ? even : BreakEven());
  }
}

// ---- Spending ----

std::string_view words_of(SpendingWarning warning) {
  switch (warning) {
    case SpendingWarning::above:
      return ", above the estimate";
    case SpendingWarning::above_twice:
      return ", above twice the estimate";
    case SpendingWarning::none:
      break;
  }
  return ", within the estimate";
}

Tone tone_of(SpendingWarning warning) {
  switch (warning) {
    case SpendingWarning::above:
      return Tone::warning;
    case SpendingWarning::above_twice:
      return Tone::error;
    case SpendingWarning::none:
      break;
  }
  return Tone::information;
}

}  // namespace

std::vector<ChartTick> dollar_ticks(std::int64_t least, std::int64_t most, std::size_t at_most) {
  constexpr std::int64_t dollar = 100;
  const auto first_of = [&](std::int64_t step) { return -floor_of(-least, step); };
  const auto fits = [&](std::int64_t step) {
    return floor_of(most, step) - first_of(step) < static_cast<std::int64_t>(at_most);
  };
  std::int64_t step = dollar;
  for (std::int64_t power = dollar; !fits(step); power *= 10) {
    for (const std::int64_t factor : {1, 2, 5}) {
      step = power * factor;
      if (fits(step)) break;
    }
  }
  std::vector<ChartTick> ticks;
  for (std::int64_t i = first_of(step); i <= floor_of(most, step); ++i) {
    ticks.push_back({i * step, round_dollars(i * step)});
  }
  return ticks;
}

Node net_change_chart(const Worksheet& worksheet, const Answers& answers) {
  Node node = chart("result.bars", "What is in the net annual change");
  Money end, least, most;
  for (const ChangePiece& piece : pieces_of_change(worksheet, answers)) {
    if (!piece.amount) continue;
    const Money from = end;
    end += *piece.amount;
    least = std::min(least, end);
    most = std::max(most, end);
    const Tone tone = *piece.amount > Money() ? Tone::warning : *piece.amount < Money() ? Tone::success : Tone::plain;
    node.bars.push_back({sentence_case(piece.word), dollars_with_sign(*piece.amount), from.cents(), end.cents(), tone});
  }
  if (const std::optional<Money>& net = worksheet.net_annual_change) {
    node.bars.push_back({"Net annual change", dollars_with_sign(*net), 0, net->cents(), Tone::primary});
  }
  if (!node.bars.empty()) node.ticks = dollar_ticks(least.cents(), most.cents(), ticks_at_most);
  return node;
}

Node trips_chart(const Worksheet& worksheet, const Answers& answers, const std::optional<Tried>& tried) {
  Node node = chart("result.trips", "Net annual change for 0 to 24 trips a year");
  ChartLine in_use;
  for (const ReadingRow& reading : worksheet.readings) {
    ChartLine line;
    line.label = name_of_method(reading.method);
    line.points = points_of(worksheet, reading.method);
    if (line.points.empty()) continue;
    if (reading.in_use) {
      line.role = LineRole::in_use;
      line.label += ", in use";
      in_use = line;
    }
    node.lines.push_back(std::move(line));
  }
  if (node.lines.empty()) return node;
  const Known<Count> planned = answers.count(Leaf::travel_budget_trips);
  add_trip_marks(node, in_use, marks_answered, planned, worksheet.break_even);
  if (tried) add_tried(node, in_use, planned, worksheet.break_even, *tried);
  std::int64_t least = 0, most = 0;
  for (const ChartLine& line : node.lines) {
    for (const ChartPoint& point : line.points) {
      least = std::min(least, point.cents);
      most = std::max(most, point.cents);
    }
  }
  node.ticks = dollar_ticks(least, most, amounts_at_most);
  for (std::int64_t trips = 0; trips < last_trip; trips += 6) node.steps.push_back({trips, concat(trips)});
  node.steps.push_back({last_trip, concat(last_trip, " trips")});
  return node;
}

Node spending_chart(std::span<const SpendingRow> half_years) {
  Node node = chart("actuals.chart", "Travel planned and spent, by half-year");
  if (half_years.empty()) return node;
  // The marks are of the half with the largest plan; one that is begun or ended has less, and says so.
  const Money planned = std::max_element(half_years.begin(), half_years.end(), [](const auto& a, const auto& b) {
                          return a.planned < b.planned;
                        })->planned;
  const Money twice = planned + planned;
  node.marks = {{concat("Estimate: ", to_display(planned)), {0, planned.cents()}},
                {concat("Twice it: ", to_display(twice)), {0, twice.cents()}}};
  std::int64_t most = std::max<std::int64_t>(0, twice.cents());
  for (const SpendingRow& row : half_years) {
    const std::string own_plan = row.planned == planned ? "" : concat(" of ", to_display(row.planned), " planned");
    node.bars.push_back({to_display(row.half_year), concat(to_display(row.spent), own_plan, words_of(row.warning)), 0,
                         row.spent.cents(), tone_of(row.warning)});
    most = std::max(most, row.spent.cents());
  }
  std::int64_t least = 0;
  for (const ChartMark& mark : node.marks) least = std::min(least, mark.at.cents);
  node.ticks = dollar_ticks(least, most, ticks_at_most);
  return node;
}

void add_picture(Node& parent, Node chart) {
  if (!chart.bars.empty() || !chart.lines.empty()) parent.children.push_back(std::move(chart));
}

}  // namespace ftt
