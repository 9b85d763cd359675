// What is kept of a session beside the packet, going on from it, and forgetting.
//
// A packet's JSON has the answers; where the person was, what stood in the field being typed in, and what the last file
// has are kept beside it, so that a crash loses none of it.
// Does not store anything: the page does.
#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <utility>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/text.h"
#include "form/field.h"
#include "wizard/acts/deeds.h"
#include "wizard/acts/session.h"
#include "wizard/acts/session_state.h"
#include "wizard/screens/step_views.h"
#include "wizard/state/surroundings.h"
#include "wizard/state/what_if.h"

namespace ftt {
namespace {

constexpr std::string_view months_id = "helper.months";
constexpr std::string_view monthly_id = "helper.monthly";
constexpr std::string_view relocation_id = "helper.relocation";

// ---- What is known of the file that was opened: the packet that is kept is sealed anew, and tells nothing of it ----

constexpr std::string_view file_id = "opened";
constexpr std::array<std::string_view, 4> kinds_of_difference = {"verdict", "answer", "consequence", "concurrence"};

Json difference_json(const Difference& difference) {
  Json json = Json::object();
  json.set("kind", Json::string(kinds_of_difference[static_cast<std::size_t>(difference.kind)]));
  set_text(json, "field", difference.field);
  set_text(json, "message", difference.message);
  set_text(json, "name", difference.name);
  set_text(json, "in_file", difference.in_file);
  set_text(json, "here", difference.here);
  return json;
}

Json finding_json(const FileFinding& finding) {
  Json json = Json::object();
  json.set("is_error", Json::boolean(finding.tone == Tone::error));
  set_text(json, "message", finding.message);
  set_text(json, "field", finding.field);
  return json;
}

void write_opened_file(const SessionData& data, Json& place) {
  Json file = Json::object();
  if (data.seal_fits) file.set("seal_fits", Json::boolean(*data.seal_fits));
  if (data.file_waits_for_rates) file.set("waits_for_rates", Json::boolean(true));
  if (data.is_saved_since_opening) file.set("is_saved_since", Json::boolean(true));
  Json differences = Json::array();
  for (const Difference& one : data.file_differences) differences.push_back(difference_json(one));
  if (!differences.as_array()->empty()) file.set("differences", std::move(differences));
  Json findings = Json::array();
  for (const FileFinding& one : data.file_findings) findings.push_back(finding_json(one));
  if (!findings.as_array()->empty()) file.set("findings", std::move(findings));
  if (!file.as_object()->empty()) place.set(file_id, std::move(file));
}

bool is_true(const Json& object, std::string_view name) {
  const Json* value = object.find(name);
  return value != nullptr && value->as_boolean() == true;
}

std::span<const Json> list_in(const Json& object, std::string_view name) {
  const Json* list = object.find(name);
  if (list == nullptr || !list->is_array()) return {};
  return *list->as_array();
}

void read_opened_file(SessionData& data, const Json& place) {
  data.opened_file.reset();
  data.seal_fits.reset();
  data.file_waits_for_rates = false;
  data.file_differences.clear();
  data.file_findings.clear();
  const Json* file = place.find(file_id);
  if (file == nullptr || !file->is_object()) return;
  if (const Json* fits = file->find("seal_fits")) data.seal_fits = fits->as_boolean();
  data.file_waits_for_rates = is_true(*file, "waits_for_rates");
  data.is_saved_since_opening = is_true(*file, "is_saved_since");
  for (const Json& one : list_in(*file, "differences")) {
    if (!one.is_object()) continue;
    const auto kind = std::find(kinds_of_difference.begin(), kinds_of_difference.end(), one.text_or_empty("kind"));
    if (kind == kinds_of_difference.end()) continue;
    data.file_differences.push_back({static_cast<DifferenceKind>(kind - kinds_of_difference.begin()),
                                     one.text_or_empty("field"), one.text_or_empty("message"),
                                     one.text_or_empty("name"), one.text_or_empty("in_file"),
                                     one.text_or_empty("here")});
  }
  for (const Json& one : list_in(*file, "findings")) {
    if (!one.is_object()) continue;
    data.file_findings.push_back({is_true(one, "is_error") ? Tone::error : Tone::warning, one.text_or_empty("message"),
                                  one.text_or_empty("field")});
  }
}

// ---- An act of the chain that is filled in and not recorded yet ----

constexpr std::string_view act_id = "act";

void write_act(const SessionData& data, Json& place) {
  if (!data.act) return;
  Json& act = place.set(act_id, Json::object());
  act.set("move", Json::string(id_of(data.act->move)));
  Json& texts = act.set("texts", Json::object());
  for (const auto& [node, text] : data.act->texts) set_text(texts, node, text);
  if (data.act->evidence.empty()) return;
  Json& files = act.set("evidence", Json::array());
  for (const ChosenEvidence& one : data.act->evidence) {
    Json file = Json::object();
    file.set("kind", Json::string(one.file.kind));
    file.set("sha256", Json::string(one.file.sha256));
    set_text(file, "name", one.file.name);
    files.push_back(std::move(file));
  }
}

void read_act(SessionData& data, const Json& place) {
  const Json* act = place.find(act_id);
  const std::optional<ChainMove> move =
      act == nullptr || !act->is_object() ? std::nullopt : move_of(act->text_or_empty("move"));
  // The other copy is not kept: the file is opened once more.
  const bool is_merge = move && move->act == ChainAct::merged;
  const Json* texts = move && !is_merge ? act->find("texts") : nullptr;
  if (texts == nullptr || !texts->is_object() || data.access == Access::read_only) return;
  ActDraft& draft = data.act.emplace();
  draft.move = *move;
  for (const Json::Member& member : *texts->as_object()) {
    const std::string* text = member.value.as_string();
    if (text != nullptr && is_of_act(member.name)) draft.texts[member.name] = *text;
  }
  for (const Json& file : list_in(*act, "evidence")) {
    if (!file.is_object() || draft.evidence.size() == most_evidence) continue;
    std::string sha256 = file.text_or_empty("sha256");
    if (!is_sha256_hex(sha256)) sha256.clear();
    draft.evidence.push_back({0, {file.text_or_empty("kind"), std::move(sha256), file.text_or_empty("name")}});
  }
}

// A copy goes on under an id of its own. The entries of a chain name their packet: one that has a chain keeps its id,
// and it is only kept under the other.
void go_on_under(AtHand& at_hand, std::string_view id) {
  if (at_hand.packet.chain.is_null()) {
    at_hand.packet.id = std::string(id);
    at_hand.kept_as.clear();
  } else {
    at_hand.kept_as = id == at_hand.packet.id ? std::string() : std::string(id);
  }
}

std::string figures_of(const Worksheet& worksheet) {
  Json figures = Json::object();
  for (const WorksheetLine& line : worksheet.lines) {
    figures.set(info(line.id).id, line.value.has_value() ? Json::string(to_decimal(line.value)) : Json::null());
  }
  return write_json_compact(figures);
}

}  // namespace

std::string Session::whereabouts() const {
  const SessionData& data = state_->data;
  Json place = Json::object();
  place.set("id", Json::string(data.packet.id));
  set_text(place, "kept_as", data.kept_as);
  place.set("step", Json::string(words_of(data.step).id));
  place.set("is_changed", Json::boolean(data.is_changed()));
  place.set("is_new", Json::boolean(!data.packet.revision));
  place.set("is_begun_here", Json::boolean(data.begun_here));
  std::string left_open;
  for (const Leaf leaf : data.left_open) append(left_open, left_open.empty() ? "" : " ", info(leaf).id);
  set_text(place, "left_open", left_open);
  if (data.form_references) place.set("form_references", Json::boolean(*data.form_references));
  set_text(place, "file", data.saved_name);
  set_text(place, "topic", data.topic);
  if (data.draft) {
    place.set("field", Json::string(data.draft->id));
    place.set("typed", Json::string(data.draft->text));
  }
  set_text(place, monthly_id, data.monthly_subsidy);
  set_text(place, months_id, data.months);
  Json relocation = Json::object();
  for (const auto& [part, text] : data.relocation_texts) set_text(relocation, part, text);
  if (!relocation.as_object()->empty()) place.set(relocation_id, std::move(relocation));
  write_act(data, place);
  write_what_if(data, place);
  write_opened_file(data, place);
  return write_json_compact(place);
}

std::string Session::State::written() {
  return write_packet(packet_to_save(data), data.assessment);
}

std::string Session::packet_json() const {
  return state_->written();
}

Snapshot Session::snapshot() const {
  const SessionData& data = state_->data;
  const Packet packet = packet_to_save(data);
  const Assessment& assessment = data.assessment;
  Snapshot snapshot;
  snapshot.id = data.kept_id();
  snapshot.packet = write_packet(packet, assessment);
  snapshot.whereabouts = whereabouts();
  snapshot.figures = figures_of(assessment.worksheet);
  snapshot.name = concat(data.packet.is_sample ? "Sample: " : "", name_of(data.packet.answers));
  snapshot.file = data.saved_name;
  if (data.draft) snapshot.typed = data.draft->text;
  snapshot.revision = packet.revision.value_or(1);
  snapshot.is_unsaved = data.is_changed() || data.has_unsaved_work() || !snapshot.typed.empty();
  snapshot.is_estimate = data.step == Step::estimate;
  // A sample that is only looked at is nobody's work.
  const bool is_of_a_file = !data.saved_name.empty() && !data.packet.is_sample;
  snapshot.has_work = snapshot.is_unsaved || is_of_a_file || data.has_typed_beside();
  return snapshot;
}

Result<std::vector<Effect>> Session::resume(std::string_view packet, std::string_view whereabouts, GoOnAs as) {
  // What was typed here may be of any length.
  constexpr std::size_t any_size = std::numeric_limits<std::size_t>::max();
  OpenedPacket opened = FTT_TRY(read_packet(packet, any_size));
  JsonLimits limits;
  limits.max_bytes = any_size;
  limits.takes_long_text = [](std::string_view) { return true; };
  const Json place = FTT_TRY(read_json(whereabouts, limits));
  if (!place.is_object()) return Error{ErrorCode::wrong_type, {}, "The whereabouts are an object."};
  SessionData& data = state_->data;
  state_->take_packet(std::move(opened), as.is_copy ? std::string() : place.text_or_empty("file"));
  if (data.packet.chain.is_null() || data.packet.id.empty()) data.packet.id = place.text_or_empty("id");
  const std::string kept_as = as.id.empty() ? place.text_or_empty("kept_as") : std::string(as.id);
  if (!kept_as.empty()) go_on_under(data, kept_as);
  state_->identify();
  const Json* is_changed = place.find("is_changed");
  if (as.is_copy || (is_changed != nullptr && is_changed->as_boolean() == true)) {
    // The revision is already that of the next file.
    data.saved_answers = Answers();
    data.saved_head.clear();
    data.saved_revision.reset();
  }
  if (const Json* is_new = place.find("is_new"); is_new != nullptr && is_new->as_boolean() == true) {
    data.packet.revision.reset();
    data.packet.prepared_on.reset();
  }
  const Json* is_begun_here = place.find("is_begun_here");
  data.begun_here = is_begun_here != nullptr && is_begun_here->as_boolean() == true;
  const std::string left_open = place.text_or_empty("left_open");
  for (const std::string_view id : split(left_open, ' ')) {
    if (const LeafInfo* leaf = find_leaf(id)) data.left_open.push_back(leaf->leaf);
  }
  if (const Json* references = place.find("form_references")) data.form_references = references->as_boolean();
  data.monthly_subsidy = place.text_or_empty(monthly_id);
  if (place.find(months_id) != nullptr) data.months = place.text_or_empty(months_id);
  const Json* relocation = place.find(relocation_id);
  for (const RelocationPart& part : relocation_parts()) {
    const std::string text = relocation == nullptr ? std::string() : relocation->text_or_empty(part.id);
    if (!text.empty()) data.relocation_texts.emplace(part.id, text);
  }
  read_act(data, place);
  read_what_if(data, place);
  read_opened_file(data, place);
  data.topic = place.text_or_empty("topic");
  data.step = step_of(place.text_or_empty("step")).value_or(Step::start);
  state_->refresh(Problems::shown_anew);
  std::vector<Effect> effects = edit({place.text_or_empty("field"), EditAction::input, place.text_or_empty("typed")});
  effects.push_back(focus_on("main.heading"));
  return effects;
}

void Session::go_on_as(std::string_view packet_id) {
  go_on_under(state_->data, packet_id);
  state_->refresh(Problems::as_they_were);
}

Result<Unit> Session::set_surroundings(std::string_view json) {
  state_->data.surroundings = FTT_TRY(read_surroundings(json));
  state_->refresh(Problems::as_they_were);
  return Unit{};
}

void Session::State::begin_with(Answers answers) {
  AtHand at_hand;
  at_hand.packet.id = fresh_ids.next();
  at_hand.packet.answers = std::move(answers);
  data.put_at_hand(std::move(at_hand));
}

bool Session::State::choose_of_keeping(std::string_view node, std::string_view value, std::vector<Effect>& effects) {
  if (node != "kept.shared") return false;
  if (!value.empty() && !data.surroundings.kept.empty()) {
    data.forgetting = forget_as_shared;
    effects.push_back(focus_on("kept.ask"));
  } else {
    effects.push_back(effect_of(EffectKind::keep_shared));
    effects.back().content = std::string(value);
  }
  return true;
}

namespace deeds {

void open_kept(Session::State&, const Press& press) {
  press.effects.push_back(effect_of(EffectKind::keep_open, std::string(press.about)));
}

void ask_about_forgetting(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  data.forgetting = std::string(press.about);
  if (press.action == action("kept.forget_this")) data.forgetting = data.kept_id();
  if (press.action == action("kept.forget_all")) data.forgetting = forget_all;
  press.effects.push_back(focus_on("kept.ask"));
}

void forget_nothing(Session::State& state, const Press& press) {
  state.data.forgetting.clear();
  press.effects.push_back(focus_on("main.heading"));
}

// The packet on the screen is forgotten with what is kept of it: a new one takes its place.
void forget(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  const bool is_at_hand = data.forgetting == forget_all || data.forgetting == data.kept_id();
  if (data.forgetting == forget_as_shared) {
    press.effects.push_back(effect_of(EffectKind::keep_shared));
    press.effects.back().content = "yes";
  } else if (data.forgetting == forget_all) {
    press.effects.push_back(effect_of(EffectKind::keep_forget_all));
  } else {
    press.effects.push_back(effect_of(EffectKind::keep_forget, data.forgetting));
  }
  const std::string_view which = is_at_hand && data.forgetting != forget_all ? data.packet.id : data.forgetting;
  std::erase_if(data.seen.packets, [&](const SeenPacket& packet) {
    return which == forget_all || which == forget_as_shared || packet.id == which;
  });
  if (!is_at_hand) return forget_nothing(state, press);
  state.begin_with({});
  state.go_to(Step::start, press.effects);
}

// Where the packet at hand is not kept here, unsaved work is asked about first.
void begin_another(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  const bool is_kept = data.surroundings.keeping == Keeping::on;
  if (is_kept || !data.has_unsaved_work()) return begin_another_anew(state, press);
  data.asks_to_begin = NewPacket::another;
  press.effects.push_back(focus_on("another.ask"));
}

void begin_another_anew(Session::State& state, const Press& press) {
  state.begin_with({});
  state.go_to(Step::arrangement, press.effects);
}

void save_aside(Session::State&, const Press& press) {
  press.effects.push_back(effect_of(EffectKind::keep_save_aside));
}

void check_privacy(Session::State&, const Press& press) {
  press.effects.push_back(effect_of(EffectKind::check_privacy));
}

}  // namespace deeds
}  // namespace ftt
