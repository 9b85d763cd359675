// Your answers: what was answered on each step, part by part, each with the way to change it.
//
// Covers App. A to D and what is asked on eligibility. What the form asks for and nobody has answered is named as well;
// what may stay empty and does is left out. Does not judge an answer.
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "form/field.h"
#include "form/place.h"
#include "packet/forms.h"
#include "view/build.h"
#include "wizard/screens/policy_nodes.h"
#include "wizard/screens/step_views.h"
#include "wizard/state/step_status.h"

namespace ftt {
namespace {

constexpr std::size_t most_shown = 240;  // letters of a long text

constexpr std::string_view not_answered = "Not answered yet";

// What of the answer is said below it: who has given it, where that is nobody.
std::string from_whom(const SessionData& data, Leaf leaf) {
  return data.packet.answers.is_assumed(leaf) ? "Filled in by the tool" : std::string();
}

// App. A, Part E, lines 5 and 6: the table's figure is the answer until one is typed over it.
std::string figure_of_table(const SessionData& data, const LeafInfo& leaf) {
  const FoundRates& found = data.assessment.found;
  if (leaf.need != Need::from_table || !found.per_diem) return {};
  const bool is_meals = leaf.leaf == Leaf::travel_budget_mie;
  return to_display(is_meals ? found.per_diem->meals_and_incidentals : found.per_diem->lodging);
}

Node row(const SessionData& data, const std::string& field, std::string value) {
  const bool is_open = value == not_answered;
  const bool is_fixed = data.access == Access::read_only || comes_from_record(data, field);
  const std::string_view does = is_fixed ? "See" : is_open ? "Answer" : "Change";
  return build::answer(concat("answer:", field), name_of_field(data, field), std::move(value), std::string(does),
                       field);
}

void add_place_answer(std::vector<Node>& rows, const SessionData& data, const PlaceLeaves& place) {
  const std::string field(info(place.city()).field);
  std::string text = place_text(data.packet.answers, place);
  if (text.empty() && !is_needed(place.state(), data.packet.answers, data.assessment.policy)) return;
  Node node = row(data, field, text.empty() ? std::string(not_answered) : std::move(text));
  node.detail = from_whom(data, place.state());
  rows.push_back(std::move(node));
}

void add_leaf_answer(std::vector<Node>& rows, const SessionData& data, const LeafInfo& leaf) {
  std::string text = shown_answer(data, leaf.leaf);
  std::string detail = from_whom(data, leaf.leaf);
  if (text.empty()) {
    text = figure_of_table(data, leaf);
    if (!text.empty()) detail = "From the table";
  }
  if (text.empty() && !is_needed(leaf.leaf, data.packet.answers, data.assessment.policy)) return;
  const std::string_view cut = first_code_points(text, most_shown);
  std::string shown = cut.size() == text.size() ? text : concat(cut, "…");
  Node node = row(data, std::string(leaf.id), text.empty() ? std::string(not_answered) : std::move(shown));
  node.detail = std::move(detail);
  rows.push_back(std::move(node));
}

// The rows of every step, in the order of the form.
std::vector<std::vector<Node>> rows_of_steps(const SessionData& data) {
  std::vector<std::vector<Node>> all(all_steps().size());
  std::vector<Node> elsewhere;
  std::string_view section, last_place;
  std::vector<Node>* rows = &elsewhere;
  for (const LeafInfo& leaf : leaves()) {
    if (!applies(leaf.leaf, data.packet.answers)) continue;
    if (leaf.section() != section) {
      section = leaf.section();
      const std::optional<Step> step = step_of_field(leaf.id);
      rows = step && *step < Step::check ? &all[static_cast<std::size_t>(*step)] : &elsewhere;
    }
    if (rows == &elsewhere) continue;
    if (leaf.group != Group::place || leaf.member() == "address") {
      add_leaf_answer(*rows, data, leaf);
    } else if (leaf.field != last_place) {
      last_place = leaf.field;
      add_place_answer(*rows, data, *find_place(leaf.field));
    }
  }
  return all;
}

}  // namespace

void add_answers(Node& main, const SessionData& data) {
  Node group = build::group("check.answers", "Your answers");
  std::vector<std::vector<Node>> rows = rows_of_steps(data);
  for (const StepWords& words : all_steps()) {
    const auto number = static_cast<std::size_t>(words.step);
    if (rows[number].empty() || !is_on_the_way(data, words.step)) continue;
    const std::string id = concat("answers:", words.id.substr(words.id.find(':') + 1));
    const bool has_parts = shows_form_references(data) && !words.parts.empty();
    Node part = build::disclosure(id, has_parts ? concat(words.title, ", ", words.parts) : std::string(words.title),
                                  is_open(data, id, true));
    part.value = words_of(data.status[number]);
    if (part.flags.expanded) part.children = std::move(rows[number]);
    group.children.push_back(std::move(part));
  }
  if (!group.children.empty()) main.children.push_back(std::move(group));
}

}  // namespace ftt
