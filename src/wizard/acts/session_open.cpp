// Opening a packet: with work in progress the session asks first; a file that is no packet changes nothing.
//
// A page around the wizard opens packets as well, unasked, and answers in advance.
//
// Covers "Packet": what the file says otherwise is told, a newer version opens for reading only.
// Does not read bytes itself (read_packet does).
#include <utility>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "form/field.h"
#include "form/grade.h"
#include "form/place.h"
#include "packet/packet.h"
#include "wizard/acts/deeds.h"
#include "wizard/acts/session.h"
#include "wizard/acts/session_state.h"

namespace ftt {
namespace {

Tone tone_of(Severity severity) {
  return severity == Severity::error ? Tone::error : Tone::warning;
}

std::string words_of_problem(const SessionData& data, std::string_view field, std::string_view message) {
  return field.empty() ? std::string(message) : said_of(name_among_forms(data, field), message);
}

Error not_opened(std::string_view what, const Error& why) {
  return {why.code, {}, concat(what, " was not opened. Your answers have not changed. ", to_string(why))};
}

// What is given beside what is there, each answer by itself.
void lay_over(Json& there, const Json& given) {
  for (const Json::Member& member : *given.as_object()) {
    Json* known = there.find(member.name);
    if (known != nullptr && known->is_object() && member.value.is_object()) {
      lay_over(*known, member.value);
    } else {
      there.set(member.name, member.value);
    }
  }
}

// The answer of a leaf in an object shaped like a packet; null where there is none.
const Json* find_answer(const Json& packet, std::string_view id) {
  const Json* there = &packet;
  for (const std::string_view name : split(id, '.')) {
    there = there->is_object() ? there->find(name) : nullptr;
    if (there == nullptr) return nullptr;
  }
  return there;
}

// What is given was filled in by nobody, also where the same had been.
void take_out_of_assumed(Json& packet, const Json& given) {
  const Json* assumed = packet.find("assumed");
  const std::vector<Json>* ids = assumed == nullptr ? nullptr : assumed->as_array();
  if (ids == nullptr || given.find("assumed") != nullptr) return;
  std::vector<Json> left;
  for (const Json& id : *ids) {
    if (id.as_string() == nullptr || find_answer(given, *id.as_string()) == nullptr) left.push_back(id);
  }
  packet.set("assumed", Json::array(std::move(left)));
}

}  // namespace

namespace {

// Two copies of one packet in each of which something is recorded that the other has not.
bool was_changed_apart(const SessionData& data, const Packet& other) {
  if (data.recorded == nullptr || other.id != data.packet.id || !is_recorded(other)) return false;
  const ReadChain chain = read_chain(other);
  const bool are_sound =
      chain.soundness == ChainSoundness::sound && data.recorded->chain.soundness == ChainSoundness::sound;
  return are_sound && chain.after == data.recorded->chain.after && !continues(chain, data.recorded->chain) &&
         !continues(data.recorded->chain, chain);
}

}  // namespace

void Session::State::take_packet(OpenedPacket opened, std::string file_name) {
  AtHand at_hand;
  at_hand.packet = opened.packet;
  at_hand.access = opened.access;
  at_hand.access_notice = opened.notice;
  at_hand.saved_answers = opened.packet.answers;
  at_hand.saved_name = std::move(file_name);
  at_hand.saved_revision = opened.packet.revision;
  if (!opened.stored_seal.empty()) at_hand.seal_fits = opened.stored_seal == content_seal(opened.packet);
  // All of its problems are shown: nobody is in the middle of typing them.
  for (const LeafInfo& leaf : leaves()) {
    at_hand.left.emplace(leaf.id);
    at_hand.left.emplace(leaf.field);
  }
  at_hand.begun_here = false;
  at_hand.step = Step::check;
  data.put_at_hand(std::move(at_hand));
  assess_again();
  data.saved_head = std::string(data.head());
  look_at_entries();
  // Of a long chain that breaks early each entry behind it is one; how many there are, the step of the chain says.
  constexpr std::size_t most_of_chain = 20;
  std::size_t of_chain = 0;
  for (const PacketProblem& problem : opened.problems) {
    if (problem.field.starts_with("chain.entries.") && ++of_chain > most_of_chain) continue;
    data.file_findings.push_back(
        {tone_of(problem.severity), words_of_problem(data, problem.field, problem.message), problem.field});
  }
  data.opened_file = std::move(opened);
  compare_with_file();
}

void Session::State::compare_with_file() {
  if (!data.opened_file) return;
  const Assessment assessment = assessment_of(data, data.opened_file->packet);
  data.file_differences = differences(*data.opened_file, assessment);
  data.file_waits_for_rates = waits_for_rates(*data.opened_file, assessment);
}

// What was answered in advance is answered for the person who is here.
void Session::State::take_purpose(OpenedFor purpose) {
  if (purpose == OpenedFor::review) review_it();
  if (purpose == OpenedFor::prefilling) data.begun_here = true;
}

// Two packets without an id would be taken for one, by what is kept here and by a calendar.
void Session::State::identify() {
  if (data.packet.id.empty()) data.packet.id = fresh_ids.next();
}

void Session::State::answer_about_file(bool open_it, std::vector<Effect>& effects) {
  if (!data.waiting) return;
  effects.push_back(focus_on("main.heading"));
  WaitingPacket waiting = std::move(*data.waiting);
  data.waiting.reset();
  if (open_it && waiting.purpose == OpenedFor::estimate) {
    take_estimate(std::move(waiting.opened.packet.answers));
  } else if (open_it) {
    const Step step = data.step == Step::compare ? data.back_to : data.step;
    take_packet(std::move(waiting.opened), std::move(waiting.file_name));
    take_purpose(waiting.purpose);
    identify();
    // Answers from the page around are no file to be looked at: one goes on where one is.
    if (waiting.purpose == OpenedFor::prefilling) data.step = step;
  } else if (data.step == Step::compare) {
    data.step = data.back_to;
  }
}

void deeds::open_waiting_file(Session::State& state, const Press& press) {
  state.answer_about_file(true, press.effects);
}

void deeds::leave_waiting_file(Session::State& state, const Press& press) {
  state.answer_about_file(false, press.effects);
}

// The page has the sample, and opens it as any file: over unsaved work it asks.
void deeds::open_sample(Session::State&, const Press& press) {
  press.effects.push_back(effect_of(EffectKind::sample));
}

void deeds::show_cases(Session::State&, const Press& press) {
  press.effects.push_back(effect_of(EffectKind::cases));
}

void deeds::show_accessibility(Session::State&, const Press& press) {
  press.effects.push_back(effect_of(EffectKind::accessibility));
}

void Session::State::offer_packet(OpenedPacket opened, std::string file_name, OpenedFor purpose,
                                  std::vector<Effect>& effects) {
  if (data.has_unsaved_work() || was_changed_apart(data, opened.packet)) {
    data.failed_file.clear();
    data.waiting = WaitingPacket{std::move(file_name), std::move(opened), purpose};
    effects.push_back(focus_on("open.ask"));
  } else {
    take_packet(std::move(opened), std::move(file_name));
    take_purpose(purpose);
    identify();
    effects.push_back(focus_on("main.heading"));
  }
}

std::vector<Effect> Session::open(std::string_view file_name, std::string_view bytes) {
  State& state = *state_;
  state.settle();
  const std::string field = std::exchange(state.data.file_field, {});
  const OpenedFor purpose = field == "review.file" ? OpenedFor::review : OpenedFor::going_on;
  std::vector<Effect> effects;
  const std::string name = is_valid_utf8(file_name) ? std::string(file_name) : std::string("the file");
  Result<OpenedPacket> opened = read_packet(bytes);
  if (!opened) {
    state.data.failed_file = not_opened(name.empty() ? "The file" : name, opened.error()).message;
    effects.push_back(focus_on("open.failed"));
  } else if (field == "compare.old" || field == "compare.new") {
    state.data.failed_file.clear();
    std::optional<ComparedPacket>& side = field == "compare.old" ? state.data.compared_old : state.data.compared_new;
    side = ComparedPacket{name, *std::move(opened)};
    effects.push_back(focus_on("compare.heading"));
  } else {
    state.offer_packet(std::move(*opened), name, purpose, effects);
  }
  state.refresh(Problems::shown_anew);
  state.announce_what_follows(effects);
  return effects;
}

Result<std::vector<Effect>> Session::replace(std::string_view bytes) {
  Result<OpenedPacket> opened = read_packet(bytes);
  if (!opened) return not_opened("The file", opened.error());
  state_->settle();
  state_->take_packet(*std::move(opened), {});
  state_->identify();
  state_->refresh(Problems::shown_anew);
  std::vector<Effect> effects = {focus_on("main.heading")};
  state_->announce_what_follows(effects);
  return effects;
}

namespace {

// A page that fills in for a person has what people type: "GS-13", "$412.60", a city and its state.
void read_as_typed(Answers& answers, const Rates& rates) {
  if (answers.is_bad(Leaf::position_grade)) take_step_with_grade(answers, answers.text(Leaf::position_grade));
  for (const LeafInfo& leaf : leaves()) {
    if (answers.is_bad(leaf.leaf)) answers.set(leaf.leaf, std::string(answers.text(leaf.leaf)));
  }
  for (const NamedPlace& place : all_places()) read_place_again(answers, place.leaves, rates);
}

}  // namespace

Result<std::vector<Effect>> Session::prefill(std::string_view members) {
  JsonLimits limits;
  limits.takes_long_text = [](std::string_view) { return true; };
  const Json given = FTT_TRY(read_json(members, limits));
  if (!given.is_object())
    return Error{ErrorCode::wrong_type,
                 {},
                 "This must be a JSON object with members of a "
                 "packet."};
  State& state = *state_;
  // Of a new packet: what follows from its answers is worked out from those that are given.
  Json packet = answered_json(packet_to_save(state.data));
  lay_over(packet, given);
  take_out_of_assumed(packet, given);
  OpenedPacket opened = FTT_TRY(read_packet(write_json(packet)));
  read_as_typed(opened.packet.answers, state.data.rates);
  std::vector<Effect> effects;
  state.settle();
  const Step step = state.data.step;
  state.offer_packet(std::move(opened), {}, OpenedFor::prefilling, effects);
  state.go_to(step, effects);
  if (!state.data.waiting) state.assume();
  state.refresh(Problems::shown_anew);
  state.announce_what_follows(effects);
  return effects;
}

}  // namespace ftt
