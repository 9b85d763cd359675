// The packet as a whole: its yearly review, a new one begun from it, another one beside it, and the list of spending.
//
// Covers App. D, "Data-minimal prefill" and "Compare". Does not open files (session_open.cpp) and does not describe
// screens.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "base/typed_text.h"
#include "form/field.h"
#include "packet/review.h"
#include "rules/known_answers.h"
#include "wizard/acts/deeds.h"
#include "wizard/acts/session_state.h"

namespace ftt {
namespace {

struct Carried {
  std::string_view box;
  std::string_view words;
};
constexpr std::array<Carried, 3> carried = {
    {{"anew.position", "the position"}, {"anew.worksites", "the worksites"}, {"anew.name", "the name"}}};

// The box that a leaf is carried over by; empty for what a new packet never takes over.
std::string_view box_of(const LeafInfo& leaf) {
  const bool is_of_the_packet = leaf.section() == "employee" || leaf.section() == "position";
  if (!is_of_the_packet) return {};
  if (leaf.group == Group::place) return "anew.worksites";
  return leaf.section() == "position" ? "anew.position" : "anew.name";
}

// Which entry a number stands for; nothing where there is none of it.
std::optional<std::size_t> entry_of(std::string_view number, std::size_t count) {
  std::size_t entry = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), entry);
  if (read.ec != std::errc() || entry >= count) return std::nullopt;
  return entry;
}

}  // namespace

void Session::State::review_it() {
  data.step = Step::annual_review;
  data.open.erase("review.again");
  if (data.access == Access::read_only) return;
  data.change.reset();
  data.changes.clear();
  data.act.reset();
  data.merging.reset();
  data.has_recorded = false;
  data.packet = start_review(data.packet, assessment_of(data, data.packet), data.today);
}

void Session::State::set_actual(std::string_view node, std::string_view text) {
  std::vector<Actual> actuals = data.packet.answers.actuals();
  // "actuals.2.spent"
  const std::string_view behind = node.substr(std::string_view("actuals.").size());
  const std::optional<std::size_t> entry = entry_of(behind.substr(0, behind.find('.')), actuals.size());
  if (!entry || data.access == Access::read_only) return;
  if (node.ends_with(".spent")) {
    const Result<Money> read = parse_money(seen_text(text));
    actuals[*entry].spent = read && *read >= Money() ? to_decimal(*read) : std::string(trim(text));
  } else if (node.ends_with(".trips")) {
    actuals[*entry].trips = canonical(Leaf::travel_budget_trips, text).text;
  } else if (node.ends_with(".source")) {
    actuals[*entry].source = std::string(trim(text));
  } else {
    actuals[*entry].half_year = std::string(text);
  }
  data.packet.answers.set_actuals(std::move(actuals));
}

void Session::State::note_left_open(const Answers& before) {
  const Answers& answers = data.packet.answers;
  for (const LeafInfo& leaf : leaves()) {
    if (!can_be_filled_in(leaf.leaf)) continue;
    if (!answers.is_empty(leaf.leaf)) std::erase(data.left_open, leaf.leaf);
    if (before.is_assumed(leaf.leaf) && answers.is_empty(leaf.leaf)) data.left_open.push_back(leaf.leaf);
  }
}

void Session::State::fill_in_after(const Answers& before) {
  Answers& answers = data.packet.answers;
  if (data.access == Access::read_only) return;
  if (!data.begun_here) {
    // A source that is being typed is empty in between.
    if (!data.draft && data.change) follow_what_is_known(answers, data.change->before.answers);
    return;
  }
  const bool is_on_own_step = data.step > Step::estimate && data.step < Step::check;
  if (is_on_own_step && !(answers == before)) fill_in_what_is_known(answers, data.left_open);
}

namespace deeds {

// Of a file: by this act alone.
void fill_in(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  if (data.access == Access::writable) fill_in_what_is_known(data.packet.answers);
  press.effects.push_back(focus_on("main.heading"));
}

// Carries over what was chosen.
void begin_anew(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  if (data.is_changed()) return;
  std::string words;
  for (const Carried& one : carried) {
    if (is_checked(data, one.box)) append(words, words.empty() ? "" : ", ", one.words);
  }
  Answers answers;
  for (const LeafInfo& leaf : leaves()) {
    const std::string_view box = box_of(leaf);
    if (box.empty() || !is_checked(data, box)) continue;
    answers.set(leaf.leaf, data.packet.answers.text(leaf.leaf));
    if (data.packet.answers.is_assumed(leaf.leaf)) answers.mark_assumed(leaf.leaf);
  }
  std::string notice =
      concat("You started a new packet. Copied from ", data.saved_name, ": ", words.empty() ? "nothing" : words, ".");
  const bool is_sample = data.packet.is_sample && !words.empty();
  state.begin_with(std::move(answers));
  data.packet.is_sample = is_sample;
  data.notice = std::move(notice);
  state.go_to(Step::arrangement, press.effects);
  press.effects.push_back(effect_of(EffectKind::announce));
  press.effects.back().content = data.notice;
}

// ¶12a, ¶1d. The new arrangement of the same person: an incumbent by now, whose official worksite is that of the
// arrangement that ends. In another position the worksites stay; else the position stays and the worksite is asked for.
void begin_replacement(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  if (data.is_changed()) return;
  const Answers& before = data.packet.answers;
  const bool is_other_position = before.words(Leaf::ending_reason) == "other_position";
  Answers answers;
  for (const LeafInfo& leaf : leaves()) {
    const bool is_place = leaf.group == Group::place;
    const bool is_person = leaf.section() == "employee" && !is_place;
    const bool is_position = leaf.section() == "position" && !(is_other_position && !is_place);
    const bool is_worksite_that_stays = is_other_position && is_place && leaf.section() == "employee";
    if (!is_person && !is_position && !is_worksite_that_stays) continue;
    answers.set(leaf.leaf, before.text(leaf.leaf));
    if (before.is_assumed(leaf.leaf)) answers.mark_assumed(leaf.leaf);
  }
  if (before.words(Leaf::arrangement_action) == "recruit") {
    answers.set(Leaf::employee_last_name, before.text(Leaf::recruit_agreement_last_name));
    answers.set(Leaf::employee_first_name, before.text(Leaf::recruit_agreement_first_name));
    answers.set(Leaf::employee_middle_initial, before.text(Leaf::recruit_agreement_middle_initial));
  }
  for (const auto& [from, to] : {std::pair(requested_worksite.address, current_worksite.address),
                                 std::pair(requested_worksite.city(), current_worksite.city()),
                                 std::pair(requested_worksite.county(), current_worksite.county()),
                                 std::pair(requested_worksite.state(), current_worksite.state())}) {
    answers.set(to, before.text(from));
  }
  answers.set(Leaf::arrangement_action, "incumbent");
  answers.set(Leaf::arrangement_type, "new");
  answers.set(Leaf::record_replaces, data.packet.id);
  std::string notice = concat("You started a new packet for ", name_of(before), ". It replaces the arrangement in ",
                              data.saved_name, ", which stays as it is in that file.");
  const bool is_sample = data.packet.is_sample;
  state.begin_with(std::move(answers));
  data.packet.is_sample = is_sample;
  data.notice = std::move(notice);
  state.go_to(Step::arrangement, press.effects);
  press.effects.push_back(effect_of(EffectKind::announce));
  press.effects.back().content = data.notice;
}

// A recruit's packet goes on; any other is left as it is, and a new one begins: unsaved work is asked about first.
void begin_recruit(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  const Known<Action> action_at_hand = data.packet.answers.action();
  if (action_at_hand.has_value() && action_at_hand.value() == Action::recruit) {
    return state.go_to(Step::recruit_agreement, press.effects);
  }
  if (!data.has_unsaved_work()) return begin_recruit_anew(state, press);
  data.asks_to_begin = NewPacket::recruit;
  press.effects.push_back(focus_on("recruit.ask"));
}

void begin_recruit_anew(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  Answers answers;
  answers.set(Leaf::arrangement_action, "recruit");
  state.begin_with(std::move(answers));
  data.notice =
      "This is a new packet for a recruit. Fill in the recruit agreement here, and the Analysis Tool on the steps "
      "before "
      "it.";
  state.go_to(Step::recruit_agreement, press.effects);
}

void keep_packet(Session::State& state, const Press& press) {
  state.data.asks_to_begin.reset();
  press.effects.push_back(focus_on("main.heading"));
}

void review_this(Session::State& state, const Press& press) {
  state.review_it();
  press.effects.push_back(focus_on("main.heading"));
}

// The walk of ending or changing it (¶12).
void walk_again(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  if (data.access == Access::read_only) return;
  for (const LeafInfo& leaf : leaves()) {
    if (leaf.section() == info(Leaf::ending_reason).section()) data.packet.answers.set(leaf.leaf, "");
  }
  press.effects.push_back(focus_on(std::string(info(Leaf::ending_reason).id)));
}

void take_outcome(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  const std::optional<Review> review = find_review(data.rates, data.packet, data.assessment, data.settings);
  if (!review) return;
  const LeafInfo& outcome = info(Leaf::annual_review_outcome);
  data.packet.answers.set(outcome.leaf, outcome.choices[static_cast<std::size_t>(review->proposed)].value);
  press.effects.push_back(focus_on(std::string(outcome.id)));
}

void compare_again(Session::State& state, const Press& press) {
  state.data.compared_old.reset();
  state.data.compared_new.reset();
  press.effects.push_back(focus_on("compare.old"));
}

void add_actual(Session::State& state, const Press& press) {
  std::vector<Actual> actuals = state.data.packet.answers.actuals();
  press.effects.push_back(focus_on(concat("actuals.", actuals.size(), ".half_year")));
  actuals.emplace_back();
  state.data.left.erase("actuals");
  state.data.packet.answers.set_actuals(std::move(actuals));
}

void remove_actual(Session::State& state, const Press& press) {
  std::vector<Actual> actuals = state.data.packet.answers.actuals();
  const std::optional<std::size_t> entry = entry_of(press.about, actuals.size());
  if (!entry) return;
  actuals.erase(actuals.begin() + static_cast<std::ptrdiff_t>(*entry));
  state.data.packet.answers.set_actuals(std::move(actuals));
  press.effects.push_back(focus_on(id_of(action("actuals.add"))));
}

}  // namespace deeds
}  // namespace ftt
