// Ways about: to the step that an address names, and back to what was before each of the last changes.
//
// Does not keep a history of the steps: the page's browser does.
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "form/place.h"
#include "view/build.h"
#include "view/wording.h"
#include "wizard/acts/deeds.h"
#include "wizard/acts/session.h"
#include "wizard/acts/session_state.h"
#include "wizard/state/undo.h"

namespace ftt {
namespace {

constexpr std::string_view no_such_step =
    "There is no step at this address. This is Start: choose a step from the list.";

// What a node says of its value, as a person reads it.
std::string value_in_words(const Node& node) {
  constexpr std::size_t most_said = 80;
  for (const Option& option : node.options) {
    if (node.kind != NodeKind::combo && option.value == node.value) return option.label;
  }
  return std::string(first_code_points(node.value, most_said));
}

// "Undone: Grade. It is 12 again."
std::string undone_in_words(const Change& change, const Node* node) {
  std::string words = concat("Undone: ", with_stop(change.name));
  if (node == nullptr || node->kind == NodeKind::button || node->kind == NodeKind::checkbox) return words;
  const std::string value = value_in_words(*node);
  append(words, value.empty() ? std::string(" It is empty again.") : concat(" It is ", value, " again."));
  return words;
}

}  // namespace

void go_to_target(Session::State& state, const std::string& target, std::vector<Effect>& effects) {
  if (target.starts_with("check.missing:")) state.data.open[target] = true;
  if (const std::optional<Step> step = step_of(target)) return state.go_to(*step, effects);
  if (build::find(state.screen, target) == nullptr) {
    const bool is_work = target.starts_with("work:");
    const std::string_view field = is_work ? std::string_view(target).substr(5) : std::string_view(target);
    const std::optional<Step> step = step_of_field(field);
    if (!step) return;
    state.go_to(*step, effects);
    if (comes_from_record(state.data, field)) return;
    effects.clear();
    show_around(state.data, field);
  }
  effects.push_back(focus_on(target));
}

void follow(Session::State& state, const std::string& id, const std::string& target, std::vector<Effect>& effects) {
  const bool is_from_check = state.data.step == Step::check && !id.starts_with("step:");
  go_to_target(state, target, effects);
  if (is_from_check && state.data.step < Step::check) state.data.changing = id;
}

void Session::State::land(std::vector<Effect>& effects) {
  for (Effect& effect : effects) {
    const bool is_of_check = effect.id.starts_with("answer:") || effect.id.starts_with("check.");
    if (effect.kind == EffectKind::focus && is_of_check && build::find(screen, effect.id) == nullptr) {
      effect.id = "main.heading";
    }
  }
}

std::vector<Effect> Session::visit(std::string_view target) {
  State& state = *state_;
  std::vector<Effect> effects;
  // What is being typed there goes on.
  if (step_of(target) == state.data.step) return {focus_on("main.heading")};
  state.settle();
  if (step_of(target) || step_of_field(target)) {
    go_to_target(state, std::string(target), effects);
  } else {
    state.go_to(Step::start, effects);
    if (!target.empty()) {
      state.data.notice = std::string(no_such_step);
      effects.push_back(announcement(std::string(no_such_step)));
    }
  }
  state.refresh(Problems::shown_anew);
  state.land(effects);
  return effects;
}

void deeds::go_back_to_answers(Session::State& state, const Press& press) {
  state.go_to(Step::check, press.effects);
}

// Typing that is going on was settled by the press, and is the last change then.
void deeds::undo(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  if (data.changes.empty()) {
    press.effects.push_back(announcement("There is nothing to undo."));
    return;
  }
  Change change = std::move(data.changes.back());
  data.changes.pop_back();
  data.packet.answers = std::move(change.before.answers);
  data.what_if = std::move(change.before.what_if);
  data.monthly_subsidy = std::move(change.before.monthly_subsidy);
  data.months = std::move(change.before.months);
  data.relocation_texts = std::move(change.before.relocation_texts);
  data.checked = std::move(change.before.checked);
  data.left_open = std::move(change.before.left_open);
  // Another change than one of the act leaves what is typed there.
  if (data.act && is_of_act(change.node)) data.act->texts = std::move(change.before.act_texts);
  data.suggested_for.clear();
  if (!change.was_left) {
    data.left.erase(change.node);
    if (const PlaceLeaves* place = find_place(change.node)) {
      for (const Leaf part : {place->city(), place->county(), place->state()}) {
        data.left.erase(std::string(info(part).id));
      }
    }
  }
  if (change.step != data.step) state.go_to(change.step, press.effects);
  press.effects.clear();
  show_around(data, change.node);
  data.change.reset();  // undoing is none
  state.refresh(Problems::shown_anew);
  const Node* node = build::find(state.screen, change.node);
  press.effects.push_back(focus_on(node == nullptr ? std::string("main.heading") : change.node));
  press.effects.push_back(announcement(undone_in_words(change, node)));
}

}  // namespace ftt
