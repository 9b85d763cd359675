// Keeps what is tried. Does not touch the packet.
#include "wizard/state/what_if.h"

#include "base/text.h"
#include "calc/calculate.h"
#include "form/place.h"
#include "packet/assess.h"
#include "wizard/state/place_options.h"

namespace ftt {
namespace {

constexpr std::string_view start = "what_if.";
constexpr std::string_view fields[] = {what_if_place_field, what_if_trips_field, what_if_method_field};

std::string text_tried(const Answers& tried, std::string_view field) {
  if (field == what_if_place_field) return place_text(tried, requested_worksite);
  return tried.text(field == what_if_trips_field ? Leaf::travel_budget_trips : Leaf::travel_budget_trip_cost_method);
}

bool can_be_tried(const Answers& tried, Leaf leaf) {
  if (tried.is_empty(leaf) || tried.is_bad(leaf)) return false;
  if (leaf != Leaf::travel_budget_trips) return true;
  const Known<Count> trips = tried.count(leaf);
  return trips.has_value() && trips.value().value() <= most_trips_tried;
}

}  // namespace

bool is_what_if(std::string_view node) {
  return node.starts_with(start) && node != "what_if.reset";
}

void type_what_if(SessionData& data, std::string_view node, std::string_view text) {
  if (node == what_if_trips_field) data.what_if.set(Leaf::travel_budget_trips, text);
}

void leave_what_if(SessionData& data, std::string_view node, std::string_view text) {
  if (node == what_if_place_field) {
    set_place_text(data.what_if, requested_worksite, text, data.rates);
    data.suggested_for.clear();
  } else {
    type_what_if(data, node, text);
  }
}

void choose_what_if(SessionData& data, std::string_view node, std::string_view value) {
  if (node == what_if_method_field) {
    if (canonical(Leaf::travel_budget_trip_cost_method, value).state == Canonical::State::bad) return;
    return data.what_if.set(Leaf::travel_budget_trip_cost_method, value);
  }
  const PlaceSuggestion* chosen = find_suggestion(data.suggestions, value);
  if (chosen == nullptr || data.suggested_for != node) return;
  set_place(data.what_if, requested_worksite, *chosen);
  data.suggested_for.clear();
}

void reset_what_if(SessionData& data) {
  data.what_if = Answers();
  for (const std::string_view field : fields) data.left.erase(std::string(field));
}

void write_what_if(const SessionData& data, Json& object) {
  for (const std::string_view field : fields) {
    std::string text = text_tried(data.what_if, field);
    if (!text.empty()) object.set(field, Json::string(std::move(text)));
  }
}

void read_what_if(SessionData& data, const Json& object) {
  for (const std::string_view field : fields) {
    const std::string* text = object.find_string(field);
    if (text == nullptr || text->empty()) continue;
    if (field == what_if_method_field) {
      choose_what_if(data, field, *text);
    } else {
      leave_what_if(data, field, *text);
    }
    data.left.insert(std::string(field));
  }
}

std::string what_if_problem(const SessionData& data, std::string_view node) {
  if (!data.left.contains(node)) return {};
  if (node == what_if_place_field) return place_problem(data.what_if, requested_worksite, data.rates);
  if (node != what_if_trips_field || data.what_if.is_empty(Leaf::travel_budget_trips)) return {};
  if (can_be_tried(data.what_if, Leaf::travel_budget_trips)) return {};
  return concat(in_quotes(data.what_if.text(Leaf::travel_budget_trips)),
                " cannot be tried. Write a whole number from 0 to ", most_trips_tried, ".");
}

std::optional<Answers> answers_tried(const SessionData& data) {
  const PlaceLeaves& place = requested_worksite;
  const bool has_place = !data.what_if.is_empty(place.county()) && !data.what_if.is_empty(place.state());
  const bool has_trips = can_be_tried(data.what_if, Leaf::travel_budget_trips);
  const bool has_method = can_be_tried(data.what_if, Leaf::travel_budget_trip_cost_method);
  if (!has_place && !has_trips && !has_method) return std::nullopt;
  Answers answers = data.packet.answers;
  const auto lay_over = [&](Leaf leaf) { answers.set(leaf, data.what_if.text(leaf)); };
  if (has_trips) lay_over(Leaf::travel_budget_trips);
  if (has_method) lay_over(Leaf::travel_budget_trip_cost_method);
  if (has_place) {
    for (const Leaf part : {place.city(), place.county(), place.state()}) lay_over(part);
    // A pay area that was picked by hand is that of the place as answered.
    answers.set(Leaf::locality_pay_requested_area, {});
  }
  return answers;
}

std::optional<Worksheet> worksheet_tried(const SessionData& data) {
  const std::optional<Answers> answers = answers_tried(data);
  if (!answers) return std::nullopt;
  return calculate(data.rates, *answers, assessed_on(data.packet, data.today).packet, data.settings);
}

}  // namespace ftt
