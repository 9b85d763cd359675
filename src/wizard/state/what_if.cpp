// Keeps what is tried. Does not touch the packet.
#include "wizard/state/what_if.h"

#include "base/text.h"
#include "calc/calculate.h"
#include "form/place.h"
#include "packet/assess.h"
#include "wizard/state/place_options.h"

namespace ftt {
namespace {

// The fields that stand for one answer; the place stands for three.
struct OneAnswer {
  std::string_view field;
  Leaf leaf;
};
constexpr OneAnswer answers_in_fields[] = {
    {what_if_trips_field, Leaf::travel_budget_trips},
    {what_if_nights_field, Leaf::travel_budget_nights},
    {what_if_transport_field, Leaf::travel_budget_transport},
    {what_if_method_field, Leaf::travel_budget_trip_cost_method},
};

std::optional<Leaf> leaf_of(std::string_view field) {
  for (const OneAnswer& one : answers_in_fields) {
    if (one.field == field) return one.leaf;
  }
  return std::nullopt;
}

bool can_be_tried(const Answers& tried, Leaf leaf) {
  if (tried.is_empty(leaf) || tried.is_bad(leaf)) return false;
  if (leaf == Leaf::travel_budget_transport) return tried.money(leaf).value() >= Money();
  if (leaf != Leaf::travel_budget_trips) return true;
  const Known<Count> trips = tried.count(leaf);
  return trips.has_value() && trips.value().value() <= most_trips_tried;
}

// With 0 nights the form's wording of line 9 gives no cost.
bool needs_method(const SessionData& data) {
  const std::optional<Answers> answers = answers_tried(data);
  if (!answers || !answers->is_empty(Leaf::travel_budget_trip_cost_method)) return false;
  const Known<Nights> nights = answers->nights(Leaf::travel_budget_nights);
  return nights.has_value() && nights.value() == Nights();
}

}  // namespace

bool is_what_if(std::string_view node) {
  return node == what_if_place_field || leaf_of(node).has_value();
}

void type_what_if(SessionData& data, std::string_view node, std::string_view text) {
  if (const std::optional<Leaf> leaf = leaf_of(node)) data.what_if.set(*leaf, text);
}

void leave_what_if(SessionData& data, std::string_view node, std::string_view text) {
  if (node == what_if_place_field) {
    if (trim(text) != place_text(data.what_if, requested_worksite)) data.what_if.set(requested_worksite.address, {});
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
  data.what_if.set(requested_worksite.address, {});
  data.suggested_for.clear();
}

void reset_what_if(SessionData& data) {
  data.what_if = Answers();
  data.left.erase(std::string(what_if_place_field));
  for (const OneAnswer& one : answers_in_fields) data.left.erase(std::string(one.field));
}

void write_what_if(const SessionData& data, Json& object) {
  const auto write = [&](std::string_view field, std::string text) {
    if (!text.empty()) object.set(field, Json::string(std::move(text)));
  };
  write(what_if_place_field, place_text(data.what_if, requested_worksite));
  for (const OneAnswer& one : answers_in_fields) write(one.field, data.what_if.text(one.leaf));
}

void read_what_if(SessionData& data, const Json& object) {
  const auto read = [&](std::string_view field) {
    const std::string* text = object.find_string(field);
    if (text == nullptr || text->empty()) return;
    if (field == what_if_method_field) {
      choose_what_if(data, field, *text);
    } else {
      leave_what_if(data, field, *text);
    }
    data.left.insert(std::string(field));
  };
  read(what_if_place_field);
  for (const OneAnswer& one : answers_in_fields) read(one.field);
}

std::string what_if_text(const SessionData& data, std::string_view node) {
  if (node == what_if_place_field) return place_text(data.what_if, requested_worksite);
  return shown_text(*leaf_of(node), data.what_if);
}

std::string what_if_problem(const SessionData& data, std::string_view node) {
  if (node == what_if_method_field && needs_method(data)) return "With 0 nights, choose how trips are counted.";
  if (!data.left.contains(node)) return {};
  if (node == what_if_place_field) return place_problem(data.what_if, requested_worksite, data.rates);
  const Leaf leaf = *leaf_of(node);
  if (data.what_if.is_empty(leaf) || can_be_tried(data.what_if, leaf)) return {};
  std::string words = concat(in_quotes(data.what_if.text(leaf)), " cannot be tried. ");
  if (leaf == Leaf::travel_budget_trips) {
    append(words, "Write a whole number from 0 to ", most_trips_tried, ".");
  } else if (leaf == Leaf::travel_budget_nights) {
    words += "Write the nights as a number, for example 3 or 2.5.";
  } else {
    words += "Write an amount of dollars, for example $412.60.";
  }
  return words;
}

std::optional<Answers> answers_tried(const SessionData& data) {
  const PlaceLeaves& place = requested_worksite;
  const bool has_place = !data.what_if.is_empty(place.county()) && !data.what_if.is_empty(place.state());
  Answers answers = data.packet.answers;
  const auto lay_over = [&](Leaf leaf) { answers.set(leaf, data.what_if.text(leaf)); };
  bool has_any = has_place;
  for (const OneAnswer& one : answers_in_fields) {
    if (!can_be_tried(data.what_if, one.leaf)) continue;
    lay_over(one.leaf);
    has_any = true;
  }
  if (!has_any) return std::nullopt;
  if (has_place) {
    const std::string before = place_text(answers, place);
    for (const Leaf part : {place.city(), place.county(), place.state()}) lay_over(part);
    // A street is that of its place: of another one it is that which was typed with it, or none.
    if (!data.what_if.is_empty(place.address) || place_text(answers, place) != before) lay_over(place.address);
    // A pay area that was picked by hand is that of the place as answered.
    answers.set(Leaf::locality_pay_requested_area, {});
  }
  return answers;
}

std::optional<Tried> figures_tried(const SessionData& data) {
  std::optional<Answers> answers = answers_tried(data);
  if (!answers) return std::nullopt;
  Worksheet worksheet = calculate(data.rates, *answers, assessed_on(data.packet, data.today).packet, data.settings);
  return Tried{*std::move(answers), std::move(worksheet)};
}

}  // namespace ftt
