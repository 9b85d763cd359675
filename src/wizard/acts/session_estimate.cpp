// The estimate: what it assumes, its text, its link out and in, and the packet that it turns into.
//
// Does not print it (session_files.cpp does) and does not reach a clipboard or an address: the page does.
#include <utility>

#include "base/json.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "form/estimate.h"
#include "form/estimate_link.h"
#include "form/place.h"
#include "view/estimate_page.h"
#include "wizard/acts/deeds.h"
#include "wizard/acts/session.h"
#include "wizard/acts/session_state.h"
#include "wizard/screens/step_views.h"

namespace ftt {
namespace {

constexpr std::string_view name_of_link = "the estimate in the link";

std::string text_of(const SessionData& data) {
  return as_text(estimate_page(data.packet, data.assessment, assessed_on(data.packet, data.today)));
}

Effect copy_of(const Press& press, std::string content) {
  Effect effect = effect_of(EffectKind::copy, id_of(press.action));
  effect.name = "This browser does not let the page copy. Copy this yourself:";
  effect.content = std::move(content);
  return effect;
}

}  // namespace

void Session::State::assume() {
  Answers& answers = data.packet.answers;
  // A packet out of a file stays as it is until something is answered.
  const bool may_change = data.access == Access::writable && (data.saved_name.empty() || data.is_changed());
  if (data.step == Step::estimate && may_change && is_estimate_begun(answers)) {
    assume_what_is_open(answers, data.left_open);
  }
}

void Session::State::take_estimate(Answers answers) {
  begin_with(std::move(answers));
  for (const std::string_view field : fields_of_estimate()) {
    data.left.emplace(field);
    const PlaceLeaves* place = find_place(field);
    if (place == nullptr) continue;
    for (const Leaf part : {place->city(), place->county(), place->state()}) data.left.emplace(info(part).id);
  }
  data.notice = "This estimate came from a link. Change any answer to see what it does.";
  data.step = Step::estimate;
}

std::vector<Effect> Session::open_link(std::string_view fragment) {
  std::vector<Effect> effects;
  if (!is_estimate_link(fragment)) return effects;
  // It is taken from here on: the page comes back to what is at hand, not to the link.
  effects.push_back(effect_of(EffectKind::address));
  State& state = *state_;
  SessionData& data = state.data;
  state.settle();
  Result<Answers> answers = read_estimate_link(fragment, data.rates);
  if (!answers) {
    data.failed_file = concat(
        "The link to an estimate was not opened. Your answers have not "
        "changed. ",
        answers.error().message);
    effects.push_back(focus_on("open.failed"));
  } else if (data.is_changed() && estimate_link(*answers) == estimate_link(data.packet.answers)) {
    state.go_to(Step::estimate, effects);  // It is here already.
  } else if (data.has_unsaved_work()) {
    data.failed_file.clear();
    OpenedPacket opened;
    opened.packet.answers = *std::move(answers);
    data.waiting = WaitingPacket{std::string(name_of_link), std::move(opened), OpenedFor::estimate};
    effects.push_back(focus_on("open.ask"));
  } else {
    state.take_estimate(*std::move(answers));
    effects.push_back(focus_on("main.heading"));
  }
  state.refresh(Problems::shown_anew);
  return effects;
}

std::vector<Effect> Session::copied(std::string_view id) {
  state_->data.copied = std::string(id);
  state_->refresh(Problems::as_they_were);
  std::vector<Effect> effects = {effect_of(EffectKind::announce)};
  effects.back().content = words_on_copying(state_->data);
  return effects;
}

std::string Session::estimate_json() const {
  const SessionData& data = state_->data;
  Json estimate = Json::object();
  estimate.set("text", Json::string(text_of(data)));
  estimate.set("link", Json::string(estimate_link(data.packet.answers)));
  return write_json_compact(estimate);
}

namespace deeds {

void take_estimate(Session::State& state, const Press& press) {
  state.go_to(Step::arrangement, press.effects);
}

// Whoever has looked at what was assumed, and finds it right, has answered it.
void confirm_assumptions(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  if (data.access == Access::read_only) return;
  Answers& answers = data.packet.answers;
  for (const Assumption* one : assumptions_in(answers)) {
    const std::string text = answers.text(one->leaf);
    answers.set(one->leaf, text);
  }
  press.effects.push_back(focus_on("main.heading"));
}

void copy_estimate(Session::State& state, const Press& press) {
  press.effects.push_back(copy_of(press, text_of(state.data)));
}

void copy_link(Session::State& state, const Press& press) {
  press.effects.push_back(copy_of(press, estimate_link(state.data.packet.answers)));
}

}  // namespace deeds
}  // namespace ftt
