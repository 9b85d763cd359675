// The fields and the assumptions, each in one table. See estimate.h.
#include "form/estimate.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "form/place.h"

namespace ftt {
namespace {

constexpr std::array<Assumption, 2> assumptions = {
    {{Leaf::position_pay_plan, "GS", "Pay plan", "General Schedule (GS)", "the position has another pay plan", true},
     {Leaf::travel_budget_extra, "0", "Other costs on a trip, such as taxis or parking", "$0",
      "a trip has other costs"}}};

constexpr std::array<std::string_view, 8> fields = {
    "employee.requested_worksite", "position.agency_worksite", "position.grade",          "position.step",
    "travel_budget.trips",         "travel_budget.nights",     "travel_budget.transport", "additional.transit_savings"};

bool is_answered(const Answers& answers, std::string_view field) {
  if (const PlaceLeaves* place = find_place(field)) {
    return !answers.is_empty(place->city()) || !answers.is_empty(place->state());
  }
  return !answers.is_empty(find_leaf(field)->leaf);
}

}  // namespace

std::span<const Assumption> all_assumptions() {
  return assumptions;
}

std::span<const std::string_view> fields_of_estimate() {
  return fields;
}

bool is_estimate_begun(const Answers& answers) {
  return std::any_of(fields.begin(), fields.end(), [&](std::string_view field) { return is_answered(answers, field); });
}

bool is_estimate_alone(const Answers& answers) {
  const auto is_of_it = [](const LeafInfo& leaf) {
    return std::find(fields.begin(), fields.end(), leaf.field) != fields.end();
  };
  return is_estimate_begun(answers) && std::all_of(leaves().begin(), leaves().end(), [&](const LeafInfo& leaf) {
           return answers.is_empty(leaf.leaf) || answers.is_assumed(leaf.leaf) || is_of_it(leaf);
         });
}

void assume_what_is_open(Answers& answers, std::span<const Leaf> left_open) {
  for (const Assumption& one : assumptions) {
    if (std::find(left_open.begin(), left_open.end(), one.leaf) != left_open.end()) continue;
    if (!answers.is_empty(one.leaf) || answers.is_unread(one.leaf)) continue;
    if (one.leaf == Leaf::position_pay_plan && has_typed_salary(answers)) continue;
    answers.set(one.leaf, one.text);
    answers.mark_assumed(one.leaf);
  }
}

std::vector<const Assumption*> assumptions_in(const Answers& answers) {
  std::vector<const Assumption*> found;
  for (const Assumption& one : assumptions) {
    if (answers.is_assumed(one.leaf) && applies(one.leaf, answers)) found.push_back(&one);
  }
  return found;
}

std::string name_of(const Assumption& assumption) {
  return concat(assumption.name, ": ", assumption.words);
}

std::string words_of(const Assumption& assumption) {
  return concat("Assumed for the estimate: change it if ", assumption.unless, ".");
}

}  // namespace ftt
