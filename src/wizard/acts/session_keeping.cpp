// What is kept of a session beside the packet, going on from it, and forgetting.
//
// A packet's JSON has the answers; where the person was, what stood in the field being typed in, and what the last file
// has are kept beside it, so that a crash loses none of it.
// Does not store anything: the page does.
#include <limits>
#include <utility>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "form/field.h"
#include "wizard/acts/session.h"
#include "wizard/acts/session_state.h"
#include "wizard/screens/step_views.h"
#include "wizard/state/surroundings.h"
#include "wizard/state/what_if.h"

namespace ftt {
namespace {

constexpr std::string_view months_id = "helper.months";
constexpr std::string_view monthly_id = "helper.monthly";

Effect effect_of(EffectKind kind, std::string id) {
  Effect effect;
  effect.kind = kind;
  effect.id = std::move(id);
  return effect;
}

void set_unless_empty(Json& object, std::string_view name, std::string_view text) {
  if (!text.empty()) object.set(name, Json::string(text));
}

std::string text_of(const Json& object, std::string_view name) {
  const std::string* text = object.find_string(name);
  return text == nullptr ? std::string() : *text;
}

}  // namespace

std::string Session::whereabouts() const {
  const SessionData& data = state_->data;
  Json place = Json::object();
  place.set("id", Json::string(data.packet.id));
  place.set("step", Json::string(words_of(data.step).id));
  place.set("is_changed", Json::boolean(data.is_changed()));
  place.set("is_new", Json::boolean(!data.packet.revision));
  set_unless_empty(place, "file", data.saved_name);
  set_unless_empty(place, "topic", data.topic);
  if (data.draft) {
    place.set("field", Json::string(data.draft->id));
    place.set("typed", Json::string(data.draft->text));
  }
  set_unless_empty(place, monthly_id, data.monthly_subsidy);
  set_unless_empty(place, months_id, data.months);
  write_what_if(data, place);
  return write_json_compact(place);
}

Result<std::vector<Effect>> Session::resume(std::string_view packet, std::string_view whereabouts) {
  // What was typed here may be of any length.
  constexpr std::size_t any_size = std::numeric_limits<std::size_t>::max();
  OpenedPacket opened = FTT_TRY(read_packet(packet, any_size));
  JsonLimits limits;
  limits.max_bytes = any_size;
  limits.takes_long_text = [](std::string_view) { return true; };
  const Json place = FTT_TRY(read_json(whereabouts, limits));
  if (!place.is_object()) return Error{ErrorCode::wrong_type, {}, "The whereabouts are an object."};
  SessionData& data = state_->data;
  state_->take_packet(std::move(opened), text_of(place, "file"));
  data.packet.id = text_of(place, "id");
  if (const Json* is_changed = place.find("is_changed"); is_changed != nullptr && is_changed->as_boolean() == true) {
    // The revision is already that of the next file.
    data.saved_answers = Answers();
    data.saved_revision.reset();
  }
  if (const Json* is_new = place.find("is_new"); is_new != nullptr && is_new->as_boolean() == true) {
    data.packet.revision.reset();
    data.packet.prepared_on.reset();
  }
  data.monthly_subsidy = text_of(place, monthly_id);
  if (place.find(months_id) != nullptr) data.months = text_of(place, months_id);
  read_what_if(data, place);
  data.topic = text_of(place, "topic");
  data.step = step_of(text_of(place, "step")).value_or(Step::start);
  state_->refresh(Problems::shown_anew);
  std::vector<Effect> effects = edit({text_of(place, "field"), EditAction::input, text_of(place, "typed")});
  effects.push_back(effect_of(EffectKind::focus, "main.heading"));
  state_->identify(effects);
  return effects;
}

void Session::go_on_as(std::string_view packet_id) {
  state_->data.packet.id = std::string(packet_id);
  state_->refresh(Problems::as_they_were);
}

Result<Unit> Session::set_surroundings(std::string_view json) {
  state_->data.surroundings = FTT_TRY(read_surroundings(json));
  state_->refresh(Problems::as_they_were);
  return Unit{};
}

void Session::State::begin_with(Packet packet) {
  AtHand at_hand;
  at_hand.packet = std::move(packet);
  data.put_at_hand(std::move(at_hand));
}

bool Session::State::choose_of_keeping(std::string_view node, std::string_view value, std::vector<Effect>& effects) {
  if (node == "kept.anew" || node == "kept.yes") {
    if (value.empty()) return true;
    Packet packet;
    packet.id = std::string(value);
    begin_with(std::move(packet));
    go_to(node == "kept.anew" ? Step::arrangement : Step::start, effects);
  } else if (node != "kept.shared") {
    return false;
  } else if (!value.empty() && !data.surroundings.kept.empty()) {
    data.forgetting = forget_as_shared;
    effects.push_back(effect_of(EffectKind::focus, "kept.ask"));
  } else {
    effects.push_back(effect_of(EffectKind::keep_shared, {}));
    effects.back().content = std::string(value);
  }
  return true;
}

bool Session::State::press_of_keeping(std::string_view id, std::vector<Effect>& effects) {
  constexpr std::string_view open = "kept.open:";
  constexpr std::string_view forget = "kept.forget:";
  const auto ask_about = [&](std::string_view what) {
    data.forgetting = std::string(what);
    effects.push_back(effect_of(EffectKind::focus, "kept.ask"));
  };
  if (id.starts_with(open)) {
    effects.push_back(effect_of(EffectKind::keep_open, std::string(id.substr(open.size()))));
  } else if (id.starts_with(forget)) {
    ask_about(id.substr(forget.size()));
  } else if (id == "kept.forget_this") {
    ask_about(data.packet.id);
  } else if (id == "kept.forget_all") {
    ask_about(forget_all);
  } else if (id == "kept.save_aside") {
    effects.push_back(effect_of(EffectKind::keep_save_aside, {}));
  } else if (id == "help.privacy") {
    effects.push_back(effect_of(EffectKind::check_privacy, {}));
  } else if (id == "kept.anew") {
    effects.push_back(effect_of(EffectKind::fresh_id, std::string(id)));
  } else if (id == "kept.no") {
    data.forgetting.clear();
    effects.push_back(effect_of(EffectKind::focus, "main.heading"));
  } else if (id == "kept.yes") {
    forget_what_was_asked(effects);
  } else {
    return false;
  }
  return true;
}

// The packet on the screen is forgotten with what is kept of it: a new one takes its place.
void Session::State::forget_what_was_asked(std::vector<Effect>& effects) {
  const bool is_at_hand = data.forgetting == forget_all || data.forgetting == data.packet.id;
  if (data.forgetting == forget_as_shared) {
    effects.push_back(effect_of(EffectKind::keep_shared, {}));
    effects.back().content = "yes";
  } else if (data.forgetting == forget_all) {
    effects.push_back(effect_of(EffectKind::keep_forget_all, {}));
  } else {
    effects.push_back(effect_of(EffectKind::keep_forget, data.forgetting));
  }
  // The node stands until the page has chosen the new packet's id in it.
  if (is_at_hand) return effects.push_back(effect_of(EffectKind::fresh_id, "kept.yes"));
  data.forgetting.clear();
  effects.push_back(effect_of(EffectKind::focus, "main.heading"));
}

}  // namespace ftt
