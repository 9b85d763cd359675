// What if: fields to try other figures in, the packet's figures beside those that follow, and the picture by trips.
//
// Covers App. A, Parts D to G. Does not calculate and does not change an answer.
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "calc/calculate.h"
#include "form/place.h"
#include "view/answer.h"
#include "view/build.h"
#include "view/pictures.h"
#include "view/wording.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/step_views.h"
#include "wizard/state/place_options.h"
#include "wizard/state/what_if.h"

namespace ftt {
namespace {

Node typed_field(const SessionData& data, std::string_view id, InputType input, std::string_view label,
                 std::string hint) {
  const bool is_typing = data.draft && data.draft->id == id;
  Node node =
      build::field(std::string(id), input, std::string(label), is_typing ? data.draft->text : what_if_text(data, id));
  node.hint = std::move(hint);
  if (!is_typing) node.problem = what_if_problem(data, id);
  return node;
}

Node place_field(const SessionData& data) {
  Node node = typed_field(data, what_if_place_field, InputType::text, "Telework site to try",
                          "A ZIP, or a city or county with its state.");
  node.kind = NodeKind::combo;
  if (data.suggested_for == node.id) node.options = place_options(data.suggestions);
  const bool is_typing = data.draft && data.draft->id == node.id;
  if (!is_typing && !node.value.empty() && !data.packet.answers.is_empty(Leaf::locality_pay_requested_salary)) {
    node.understood = "The salary at the telework site was typed. Another place does not change it.";
  }
  return node;
}

Node method_field(const SessionData& data) {
  std::vector<Option> options = {{"", "As answered", {}}};
  for (const TripCostMethod method : trip_cost_methods) {
    options.push_back({std::string(name_of(method)), std::string(name_of_method(method)), {}});
  }
  Node node = build::select(std::string(what_if_method_field), "Way to count trips to try",
                            data.what_if.text(Leaf::travel_budget_trip_cost_method), std::move(options));
  node.problem = what_if_problem(data, node.id);
  return node;
}

std::string even_in_short(const BreakEven& even) {
  switch (even.state) {
    case BreakEven::State::unknown:
      break;
    case BreakEven::State::none:
      return "none";
    case BreakEven::State::any:
      return "any number";
    case BreakEven::State::at_least:
      return concat(to_display(even.trips), " or more");
    case BreakEven::State::trips:
      return to_display(even.trips);
  }
  return "not known yet";
}

// Between two largest numbers; where one is known to be none or any, nothing.
std::string even_between(const BreakEven& answered, const BreakEven& tried) {
  const auto is_unknown = [](const BreakEven& even) { return even.state == BreakEven::State::unknown; };
  if (is_unknown(answered) || is_unknown(tried)) return "not known yet";
  const auto is_number = [](const BreakEven& even) { return even.state == BreakEven::State::trips; };
  if (!is_number(answered) || !is_number(tried)) return {};
  const std::int64_t more = tried.trips.value() - answered.trips.value();
  return more < 0 ? concat("−", -more) : concat(more);
}

Node comparison(const SessionData& data, const Worksheet& answered, const Worksheet& tried) {
  struct Row {
    std::string_view id;
    std::string label;
    std::optional<Money> answered, tried;
    bool strong = false;
  };
  const auto row = [&](Line line, std::string_view label) {
    return Row{info(line).id, with_item(data, info(line).item, label), answered.money(line), tried.money(line)};
  };
  const Row rows[] = {row(Line::locality_pay_difference, "Pay difference"),
                      row(Line::travel_budget_annual, "Travel"),
                      row(Line::additional_total, "Additional"),
                      {"net", "Net annual change", answered.net_annual_change, tried.net_annual_change, true}};
  Node table =
      build::table("what_if.table", "As answered and what if",
                   {{"A year"}, {"As answered", Align::end}, {"What if", Align::end}, {"Difference", Align::end}});
  for (const Row& one : rows) {
    const bool is_known = one.answered && one.tried;
    table.rows.push_back({std::string(one.id),
                          {one.label, shown_money(one.answered), shown_money(one.tried),
                           is_known ? to_display(*one.tried - *one.answered) : std::string("not known yet")},
                          one.strong});
  }
  table.rows.push_back({"break_even",
                        {"Break-even, in trips a year", even_in_short(answered.break_even),
                         even_in_short(tried.break_even), even_between(answered.break_even, tried.break_even)},
                        false});
  return table;
}

void add_table_of_trips(Node& main, const SessionData& data) {
  Node all = build::disclosure("result.what_if", "Net annual change for 0 to 24 trips a year, as a table",
                               is_open(data, "result.what_if"));
  if (all.flags.expanded) {
    Node table =
        build::table("result.what_if.trips", "Net annual change for 0 to 24 trips a year", {{"Trips", Align::end}});
    for (const TripCostMethod method : trip_cost_methods) {
      table.columns.push_back({std::string(name_of_method(method)), Align::end});
    }
    const Known<Count> planned = data.packet.answers.count(Leaf::travel_budget_trips);
    for (const WhatIfRow& row : what_if_trips(data.assessment.worksheet)) {
      TableRow cells;
      cells.id = to_decimal(row.trips);
      cells.cells.push_back(to_display(row.trips));
      for (const std::optional<Money>& net : row.net_annual_change) cells.cells.push_back(shown_money(net));
      cells.strong = planned.has_value() && planned.value() == row.trips;
      table.rows.push_back(std::move(cells));
    }
    all.children.push_back(std::move(table));
  }
  main.children.push_back(std::move(all));
}

}  // namespace

void add_what_if(Node& main, const SessionData& data) {
  main.children.push_back(build::heading("what_if", 2, "What if?"));
  main.children.push_back(build::text("what_if.untouched",
                                      "Try other figures. A field you leave empty keeps your answer. The packet "
                                      "changes only if you choose to use the figures. Until then they are not saved "
                                      "or printed.",
                                      Tone::small));
  main.children.push_back(place_field(data));
  Node trips = build::group("what_if.fields", {}, Arrange::row);
  trips.children = {
      typed_field(data, what_if_trips_field, InputType::count, "Trips a year to try",
                  concat("0 to ", most_trips_tried, ".")),
      typed_field(data, what_if_nights_field, InputType::decimal, "Nights a trip to try", "For example 3 or 2.5.")};
  Node cost = build::group("what_if.cost", {}, Arrange::row);
  cost.children = {
      typed_field(data, what_if_transport_field, InputType::money, "Round trip fare to try", "For example $412.60."),
      method_field(data)};
  main.children.push_back(std::move(trips));
  main.children.push_back(std::move(cost));
  const std::optional<Tried> tried = figures_tried(data);
  const Worksheet& answered = data.assessment.worksheet;
  main.children.push_back(comparison(data, answered, tried ? tried->worksheet : answered));
  Node acts = build::group("what_if.acts", {}, Arrange::row);
  if (tried && data.access == Access::writable) {
    acts.children.push_back(act_button(action("what_if.take"), "Use these figures in the packet"));
  }
  acts.children.push_back(act_button(action("what_if.reset"), "Clear the what-if figures"));
  main.children.push_back(std::move(acts));
  add_picture(main, trips_chart(answered, data.packet.answers, tried));
  add_table_of_trips(main, data);
}

std::string what_if_in_words(const SessionData& data) {
  const std::optional<Tried> tried = figures_tried(data);
  if (!tried) return {};
  return concat("What if: ", answer_in_short(tried->worksheet.net_annual_change), ".");
}

}  // namespace ftt
