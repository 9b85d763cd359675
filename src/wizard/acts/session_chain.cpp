// The chain: an act is begun, filled in and recorded, and handed on; what a change does to what was recorded is said.
//
// Covers HRM 6040.2 ¶9. Does not judge what stands (rules/chain.h) and sends nothing.
#include <algorithm>
#include <charconv>
#include <utility>

#include "base/sha256.h"
#include "base/text.h"
#include "form/field.h"
#include "packet/chain_report.h"
#include "packet/record_entry.h"
#include "wizard/acts/deeds.h"
#include "wizard/acts/session.h"
#include "wizard/acts/session_state.h"
#include "wizard/screens/chain_nodes.h"
#include "wizard/state/chain_act.h"

namespace ftt {
namespace {

std::vector<ChainStep> standing_steps(const RecordedCase& recorded) {
  std::vector<ChainStep> steps;
  for (const ChainStep step : chain_steps) {
    if (recorded.standing.steps[number_of(step)].stands()) steps.push_back(step);
  }
  return steps;
}

// Those of the one that are not in the other, by name.
std::string names_without(const std::vector<ChainStep>& steps, const std::vector<ChainStep>& others) {
  std::string names;
  for (const ChainStep step : steps) {
    if (std::find(others.begin(), others.end(), step) != others.end()) continue;
    append(names, names.empty() ? "" : "; ", heading_of(step));
  }
  return names;
}

}  // namespace

void Session::State::say_what_became_void() {
  if (data.draft) return;
  if (data.recorded == nullptr) {
    data.stood.clear();
    data.stood_at.clear();
    return;
  }
  std::vector<ChainStep> now = standing_steps(*data.recorded);
  const bool is_same_chain = data.stood_at == data.head();
  const std::string lost = is_same_chain ? names_without(data.stood, now) : std::string();
  const std::string back = is_same_chain ? names_without(now, data.stood) : std::string();
  if (!lost.empty()) {
    data.notice = concat("This change voids recorded concurrences. Must look again: ", lost, ". Undo takes it back.");
  } else if (!back.empty()) {
    data.notice = concat("These recorded concurrences count again: ", back, ".");
  }
  if (!lost.empty() || !back.empty()) data.to_say = data.notice;
  data.stood = std::move(now);
  data.stood_at = std::string(data.head());
}

void Session::State::look_at_entries() {
  if (data.recorded == nullptr) {
    // One that has no entries any more is cut off as well.
    data.not_continued = not_continued(data.seen, data.packet, read_chain(data.packet));
    return;
  }
  data.not_continued = not_continued(data.seen, data.packet, data.recorded->chain);
  see_entries(data.seen, data.packet, data.recorded->chain);
}

void Session::set_seen_entries(std::string_view json) {
  const Result<SeenEntries> seen = read_seen_entries(json);
  state_->data.seen = seen ? *seen : SeenEntries();
}

std::string Session::seen_entries() const {
  return write_seen_entries(state_->data.seen);
}

Result<std::vector<Effect>> Session::await_digest(std::uint32_t number, std::string_view name) {
  if (!is_valid_utf8(name)) return Error{ErrorCode::malformed, "name", "Give the name of the file as UTF-8."};
  State& state = *state_;
  state.data.file_field.clear();
  if (!state.data.act) return std::vector<Effect>();
  state.settle();
  ActDraft& act = *state.data.act;
  std::vector<Effect> effects;
  if (act.evidence.size() == most_evidence) {
    effects.push_back(announcement(words_on_most_evidence()));
  } else {
    const std::string& kind = act.text("act.evidence.kind");
    const std::string_view kept = first_code_points(name, static_cast<std::size_t>(most_of_a_name));
    act.evidence.push_back({number, {kind.empty() ? "signed_pdf" : kind, {}, std::string(kept)}});
  }
  state.refresh(Problems::shown_anew);
  return effects;
}

Result<std::vector<Effect>> Session::take_digest(std::uint32_t number, std::string_view sha256) {
  const bool is_digest = is_sha256_hex(sha256);
  if (!is_digest && !sha256.empty()) {
    return Error{ErrorCode::malformed, "sha256", "Give the SHA-256 as 64 hexadecimal digits."};
  }
  State& state = *state_;
  std::vector<Effect> effects;
  if (!state.data.act) return effects;
  std::vector<ChosenEvidence>& evidence = state.data.act->evidence;
  const auto chosen = std::find_if(evidence.begin(), evidence.end(), [number](const ChosenEvidence& one) {
    return one.number == number && one.file.sha256.empty();
  });
  if (chosen == evidence.end()) return effects;
  state.settle();
  if (is_digest) {
    chosen->file.sha256 = std::string(sha256);
    effects.push_back(announcement(concat("The fingerprint of ", chosen->file.name, " is taken.",
                                          is_of_empty_file(sha256) ? " The file is empty (0 bytes)." : "")));
  } else {
    evidence.erase(chosen);
  }
  state.refresh(Problems::shown_anew);
  return effects;
}

namespace deeds {

void turn_page_of_entries(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  if (data.recorded == nullptr) return;
  const std::size_t count = data.recorded->chain.entries.size();
  const bool is_on = press.action == action("chain.entries.next");
  const std::size_t first = turned_page(data.first_entry(), count, is_on);
  data.entries_from = first;
  press.effects.push_back(announcement(words_on_entries(first, count)));
  // At either end the button is gone: one goes on with the other.
  const bool is_at_end = is_on ? end_of_page(first, count) == count : first == 0;
  if (is_at_end) {
    press.effects.push_back(focus_on(id_of(is_on ? action("chain.entries.previous") : action("chain.entries.next"))));
  }
}

void begin_act(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  const std::optional<ChainMove> move = move_of(press.about);
  const std::vector<ChainMove> possible = possible_moves(data);
  if (!move || std::find(possible.begin(), possible.end(), *move) == possible.end()) return;
  data.act = begin_act(data, *move);
  forget_changes_of_act(data);
  press.effects.push_back(focus_on("act.heading"));
}

void leave_act(Session::State& state, const Press& press) {
  state.data.act.reset();
  state.data.merging.reset();
  forget_changes_of_act(state.data);
  press.effects.push_back(focus_on("main.heading"));
}

void record_act(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  if (!data.act || data.access == Access::read_only) return;
  ActDraft& draft = *data.act;
  draft.was_tried = true;
  draft.refused.reset();
  const bool lacks = !errors_of_act(data).empty() ||
                     (draft.move.act == ChainAct::submitted && !missing_before_submission(data).empty());
  if (lacks) return press.effects.push_back(focus_on("act.errors"));
  if (draft.move.act == ChainAct::merged) return state.merge(press.effects);
  NewEntry entry = entry_of(draft);
  entry.nonce = state.fresh_ids.nonce();
  entry.nonce_of_edited = state.fresh_ids.nonce();
  state.assess_again();
  Result<Packet> recorded = record_entry(data.packet, data.assessment, entry,
                                         assessed_on(data.packet, data.today).context(data.policy_settings.calendar));
  if (!recorded) {
    draft.refused = recorded.error();
    return press.effects.push_back(focus_on("act.errors"));
  }
  press.effects.push_back(announcement(concat("Recorded: ", words_of(entry.says), ".")));
  data.packet = *std::move(recorded);
  data.notice.clear();
  for (const std::string& warning : warnings_of_last_entry(
           data.packet, assessed_on(data.packet, data.today).context(data.policy_settings.calendar))) {
    append(data.notice, data.notice.empty() ? "" : " ", warning);
  }
  if (!data.notice.empty()) press.effects.push_back(announcement(data.notice));
  state.assess_again();
  state.look_at_entries();
  data.act.reset();
  forget_changes_of_act(data);
  data.has_recorded = true;
  for (const char* fold : {"chain.hand_on", "chain.others"}) data.open.erase(fold);
  press.effects.push_back(focus_on("chain.hand_on"));
}

void remove_evidence(Session::State& state, const Press& press) {
  if (!state.data.act) return;
  std::vector<ChosenEvidence>& evidence = state.data.act->evidence;
  std::size_t which = 0;
  const auto read = std::from_chars(press.about.data(), press.about.data() + press.about.size(), which);
  if (read.ec != std::errc() || which >= evidence.size()) return;
  evidence.erase(evidence.begin() + static_cast<std::ptrdiff_t>(which));
  press.effects.push_back(focus_on("act.evidence"));
}

void copy_mail(Session::State& state, const Press& press) {
  if (state.data.recorded == nullptr) return;
  Effect effect = effect_of(EffectKind::copy, id_of(press.action));
  effect.name = "This browser does not let the page copy. Copy this yourself:";
  const HandOn mail = mail_of(state.data);
  effect.content = concat(mail.subject, "\n\n", mail.text);
  press.effects.push_back(std::move(effect));
}

// ¶9: after a denial or a withdrawal all that was answered goes on in a packet of its own; what was decided does not.
void begin_updated_request(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  if (data.is_changed()) return;
  Answers answers;
  for (const LeafInfo& leaf : leaves()) {
    const std::string_view section = leaf.section();
    const std::span<const std::string_view> sealed = members_of_parts_a_to_i();
    const bool is_asked = section == "eligibility" || section == "prepared_by" ||
                          std::find(sealed.begin(), sealed.end(), section) != sealed.end();
    if (!is_asked) continue;
    answers.set(leaf.leaf, data.packet.answers.text(leaf.leaf));
    if (data.packet.answers.is_assumed(leaf.leaf)) answers.mark_assumed(leaf.leaf);
  }
  const bool is_sample = data.packet.is_sample;
  std::string notice = concat("You started an updated request with the answers of ", data.saved_name,
                              ". What was recorded stays in that file.");
  state.begin_with(std::move(answers));
  data.packet.is_sample = is_sample;
  data.notice = std::move(notice);
  state.go_to(Step::arrangement, press.effects);
  press.effects.push_back(announcement(data.notice));
}

}  // namespace deeds
}  // namespace ftt
