// Edits in, screen out: what each of the person's acts does to the answers and to where the person is.
//
// Covers "Behavior": problems once a field is left, answers that are never erased, the summary before going on.
// Does not describe screens (screen.cpp), and neither opens files (session_open.cpp) nor makes them
// (session_files.cpp).
#include "wizard/acts/session.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "form/estimate.h"
#include "form/field.h"
#include "form/grade.h"
#include "form/place.h"
#include "packet/review.h"
#include "rules/cross_checks.h"
#include "view/answer.h"
#include "view/build.h"
#include "view/patch.h"
#include "view/wording.h"
#include "wizard/acts/deeds.h"
#include "wizard/acts/session_state.h"
#include "wizard/screens/eligibility_topics.h"
#include "wizard/screens/step_views.h"
#include "wizard/screens/writing_help.h"
#include "wizard/state/place_options.h"
#include "wizard/state/step_status.h"
#include "wizard/state/what_if.h"

namespace ftt {
namespace {

constexpr std::size_t suggestions_shown = 8;

bool is_file(const Node& node) {
  return node.kind == NodeKind::field && node.input == InputType::file;
}

bool is_typed_in(const Node& node) {
  return (node.kind == NodeKind::field || node.kind == NodeKind::combo) && !is_file(node);
}

// ---- Typing ----

bool is_typing_in(const SessionData& data, const Node& node) {
  return data.draft && data.draft->id == node.id;
}

// Nobody has changed what the field showed before: what is kept may be more than that, and stays.
bool shows_what_is_kept(const SessionData& data, const Node& node, std::string_view text) {
  return text == (is_typing_in(data, node) ? data.draft->shown : node.value);
}

// The text goes where the field keeps it. A figure from the table that was not typed over stays the table's, and a line
// break that a field of one line cannot show stays where nothing was changed.
void take_text(Session::State& state, const Node& node, std::string_view text) {
  SessionData& data = state.data;
  if (!is_typing_in(data, node) && text == node.value) return;
  if (node.id == "helper.monthly") {
    data.monthly_subsidy = std::string(text);
  } else if (node.id == "helper.months") {
    data.months = std::string(text);
  } else if (const std::string_view part = relocation_part_of(node.id); !part.empty()) {
    data.relocation_texts[std::string(part)] = std::string(text);
  } else if (is_what_if(node.id)) {
    type_what_if(data, node.id, text);
  } else if (is_of_act(node.id)) {
    if (data.act) data.act->texts[node.id] = std::string(text);
  } else if (node.id.starts_with("report.")) {
    state.type_of_report(node.id, text);
  } else if (node.id.starts_with("actuals.")) {
    state.set_actual(node.id, text);
  } else if (const LeafInfo* leaf = find_leaf(node.id); leaf != nullptr && data.access == Access::writable) {
    if (!shows_what_is_kept(data, node, text)) {
      data.packet.answers.set(leaf->leaf, text);
    } else if (is_typing_in(data, node)) {
      data.packet.answers.put_back(leaf->leaf, data.draft->kept);
    }
  }
}

// Who types a figure over the table's means it, also where it is the same.
void begin_draft(SessionData& data, const Node& node) {
  Draft draft{node.id, {}, node.value, data.packet.answers};
  const LeafInfo* leaf = find_leaf(node.id);
  if (leaf != nullptr && node.flags.derived) draft.kept.set(leaf->leaf, node.value);
  data.draft = std::move(draft);
}

// A place that nobody has changed yet is asked again: what else may it be?
PlaceSuggestions suggestions_for(const SessionData& data, const Node& node, std::string_view text) {
  const PlaceLeaves* place = find_place(node.id);
  if (place == nullptr || text != data.draft->shown) return suggest(data.rates, text, suggestions_shown);
  return suggest_counties(data.rates, data.packet.answers, *place, suggestions_shown);
}

void type(Session::State& state, const Node& node, std::string_view text) {
  SessionData& data = state.data;
  if (node.flags.read_only) return;
  if (!is_typing_in(data, node)) begin_draft(data, node);
  take_text(state, node, text);
  data.draft->text = std::string(text);
  data.left.erase(node.id);
  if (find_place(node.id) != nullptr || node.id == what_if_place_field) {
    data.suggested_for = node.id;
    data.suggestions = suggestions_for(data, node, text);
  }
}

void leave_field(Session::State& state, const Node& node, std::string_view text) {
  SessionData& data = state.data;
  if (node.flags.read_only) return;
  if (is_what_if(node.id)) {
    leave_what_if(data, node.id, text);
  } else if (const PlaceLeaves* place = find_place(node.id)) {
    if (!shows_what_is_kept(data, node, text)) set_place_text(data.packet.answers, *place, text, data.rates);
    data.suggested_for.clear();
    for (const Leaf part : {place->city(), place->county(), place->state()}) data.left.emplace(info(part).id);
  } else {
    const bool is_grade = node.id == info(Leaf::position_grade).id && data.access == Access::writable;
    if (is_grade && !shows_what_is_kept(data, node, text) && take_step_with_grade(data.packet.answers, text)) {
      data.left.emplace(info(Leaf::position_step).id);
    }
    take_text(state, node, text);
    // Only passing through says nothing of the entry: one that was just added is not wrong for that.
    if (node.id.starts_with("actuals.") && (is_typing_in(data, node) || text != node.value))
      data.left.emplace("actuals");
  }
  data.left.insert(node.id);
  data.draft.reset();
}

// Whether the worksite of the yearly review goes along with what is answered in this node.
bool takes_worksite_along(std::string_view node, const Answers& answers) {
  return !node.starts_with("annual_review.") && repeats_requested_worksite(answers);
}

// Enter: what was typed is done with, but nobody is told that it is wrong who is still in the field.
void finish_typing(Session::State& state, const Node& node, std::string_view text) {
  leave_field(state, node, text);
  state.data.left.erase(node.id);
}

void choose(Session::State& state, const Node& node, std::string_view value, std::vector<Effect>& effects) {
  SessionData& data = state.data;
  if (node.flags.read_only) return;
  if (state.choose_of_keeping(node.id, value, effects) || state.choose_of_inbox(node.id, value)) return;
  if (state.choose_of_report(node.id, value, effects)) return;
  if (is_file(node)) {
    data.file_field = node.id;
    return;
  }
  if (node.kind == NodeKind::checkbox) {
    data.checked[node.id] = !value.empty();
    return;
  }
  if (is_what_if(node.id)) {
    choose_what_if(data, node.id, value);
  } else if (const PlaceLeaves* place = find_place(node.id)) {
    const PlaceSuggestion* chosen = find_suggestion(data.suggestions, value);
    if (chosen == nullptr || data.suggested_for != node.id) return;
    set_place(data.packet.answers, *place, *chosen);
    data.suggested_for.clear();
    for (const Leaf part : {place->city(), place->county(), place->state()}) data.left.emplace(info(part).id);
  } else {
    const LeafInfo* leaf = find_leaf(node.id);
    bool is_offered = value.empty() && node.flags.clearable;
    for (const Option& option : node.options) is_offered = is_offered || option.value == value;
    if (!is_offered) return;
    if (is_of_act(node.id)) {
      if (data.act) data.act->texts[node.id] = std::string(value);
      return;
    }
    if (node.id.starts_with("actuals.")) {
      state.set_actual(node.id, value);
      data.left.emplace("actuals");
      return;
    }
    if (leaf == nullptr) return;
    data.packet.answers.set(leaf->leaf, value);
  }
  data.left.insert(node.id);
  data.draft.reset();
}

// ---- Going from place to place ----

// One topic of eligibility is open at a time, unless a person opens more.
void show_topic(SessionData& data, std::string_view topic) {
  data.open.erase(data.topic);
  data.topic = std::string(topic);
  data.open.erase(data.topic);
}

// The first step before or behind this one that the packet goes through. Precondition: there is one.
Step next_on_the_way(const SessionData& data, int direction) {
  int place = static_cast<int>(data.step);
  do {
    place += direction;
  } while (!is_on_the_way(data, static_cast<Step>(place)));
  return static_cast<Step>(place);
}

void explain(SessionData& data, const Node& owner, std::vector<Effect>& effects) {
  const bool was_open = data.explained == owner.id;
  data.explained = was_open ? std::string() : owner.id;
  effects.push_back(focus_on(was_open ? "cite:" + owner.id : "restatement"));
}

// "cite:" and the id of the node that cites; the text of the citation is understood as well.
const Node* find_citing(const Node& tree, std::string_view wanted) {
  if (!tree.cite.empty() && (tree.id == wanted || tree.cite == wanted)) return &tree;
  for (const Node& child : tree.children) {
    if (const Node* found = find_citing(child, wanted)) return found;
  }
  return nullptr;
}

void press(Session::State& state, const Node& node, std::vector<Effect>& effects) {
  const NodeKind kind = node.kind;
  const std::string id = node.id;
  const std::string target = node.target;
  const bool was_open = node.flags.expanded;
  state.settle();
  begin_change(state.data, id, node.label);
  if (kind == NodeKind::disclosure) {
    state.data.open[id] = !was_open;
  } else if (kind == NodeKind::link) {
    if (id.starts_with("help.")) state.data.help = false;
    follow(state, id, target, effects);
  } else if (kind == NodeKind::answer) {
    follow(state, id, target, effects);
  } else if (kind == NodeKind::button) {
    if (const std::optional<Act> act = find_act(id)) press_button(state, *act, effects);
  }
}

// ---- What a screen reader is told ----

std::string result_in_words(const SessionData& data) {
  const Worksheet& worksheet = data.assessment.worksheet;
  return worksheet.net_annual_change ? answer_sentence(worksheet, data.packet.answers) : std::string();
}

void announce(std::vector<Effect>& effects, std::string words) {
  effects.push_back(announcement(std::move(words)));
}

void announce_result(SessionData& data, std::vector<Effect>& effects) {
  std::string words = result_in_words(data);
  if (words == data.said_result) return;
  announce(effects, words.empty() ? concat(answer_in_short({}), ".") : words);
  data.said_result = std::move(words);
}

void announce_what_if(SessionData& data, std::vector<Effect>& effects) {
  std::string words = what_if_in_words(data);
  if (words == data.said_what_if) return;
  if (!words.empty()) announce(effects, words);
  data.said_what_if = std::move(words);
}

void announce_policy(SessionData& data, std::vector<Effect>& effects) {
  const Eligibility& eligibility = data.assessment.policy.eligibility;
  if (data.said_policy == eligibility.heading) return;
  if (data.step == Step::eligibility) announce(effects, concat("Can it be requested? ", eligibility.heading, "."));
  data.said_policy = std::string(eligibility.heading);
}

}  // namespace

void Session::State::announce_what_follows(std::vector<Effect>& effects) {
  if (!data.to_say.empty()) announce(effects, std::exchange(data.to_say, {}));
  announce_result(data, effects);
  announce_what_if(data, effects);
  announce_policy(data, effects);
}

// ---- Buttons ----

namespace deeds {

void go_on(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  for (const std::string& field : fields_of(data, data.step)) {
    data.left.insert(field);
    if (const PlaceLeaves* place = find_place(field)) {
      for (const Leaf part : {place->city(), place->county(), place->state()}) data.left.emplace(info(part).id);
    }
  }
  if (!data.summary && !errors_of(data, data.step).empty()) {
    data.summary = true;
    press.effects.push_back(focus_on("main.errors"));
    return;
  }
  if (data.step < Step::check) state.go_to(next_on_the_way(data, 1), press.effects);
}

void go_back(Session::State& state, const Press& press) {
  if (is_beside_the_form(state.data.step)) return state.go_to(state.data.back_to, press.effects);
  if (state.data.step != Step::start) state.go_to(next_on_the_way(state.data, -1), press.effects);
}

void switch_view(Session::State&, const Press& press) {
  press.effects.push_back(effect_of(EffectKind::view));
}

void switch_references(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  data.form_references = !shows_form_references(data);
  data.explained.clear();
  press.effects.push_back(focus_on(id_of(action("banner.references"))));
}

void choose_file(Session::State&, const Press& press) {
  press.effects.push_back(effect_of(EffectKind::open));
}

void show_help(Session::State& state, const Press& press) {
  state.data.help = !state.data.help;
  press.effects.push_back(focus_on(state.data.help ? "help" : id_of(action("banner.help"))));
}

void close_help(Session::State& state, const Press& press) {
  state.data.help = false;
  press.effects.push_back(focus_on(id_of(action("banner.help"))));
}

void close_restatement(Session::State& state, const Press& press) {
  press.effects.push_back(focus_on("cite:" + state.data.explained));
  state.data.explained.clear();
}

void close_notice(Session::State& state, const Press& press) {
  state.data.clear_notices();
  press.effects.push_back(focus_on("main.heading"));
}

void close_failed_file(Session::State& state, const Press& press) {
  state.data.failed_file.clear();
  press.effects.push_back(focus_on("main.heading"));
}

// Those that are a step and no more, which is called as they are.
void begin_task(Session::State& state, const Press& press) {
  const std::string_view id = press.action.id();
  const std::optional<Step> step = step_of(concat("step:", id.substr(id.find('.') + 1)));
  state.go_to(press.action == action("start.review") ? Step::annual_review : *step, press.effects);
}

// A packet is begun with whether it can be done; past that one goes by choice. One that is begun goes on with Part A.
void prepare_packet(Session::State& state, const Press& press) {
  const bool is_begun = state.data.is_changed() || !state.data.saved_name.empty();
  state.go_to(is_begun ? Step::arrangement : Step::eligibility, press.effects);
}

void take_share(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  const std::optional<Share> share = share_of_trips(data.packet.answers, edition_of(data.packet).numbers);
  if (!share || data.access == Access::read_only) return;
  const std::string_view id = info(Leaf::travel_budget_share_agency).id;
  data.packet.answers.set(Leaf::travel_budget_share_agency, to_decimal(*share));
  data.left.emplace(id);
  press.effects.push_back(focus_on(std::string(id)));
}

void go_on_to_topic(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  const std::string before = data.topic;
  show_topic(data, next_topic(data, before));
  press.effects.push_back(focus_on(data.topic.empty() ? before : data.topic));
}

}  // namespace deeds

void show_around(SessionData& data, std::string_view field) {
  const LeafInfo* leaf = find_leaf(field);
  if (leaf == nullptr) return;
  if (leaf->section() == "locality_pay") data.open["pay.typed"] = true;
  const Topic* topic = topic_of(leaf->leaf);
  if (topic != nullptr && data.step == Step::eligibility) show_topic(data, topic->id);
}

void Session::State::go_to(Step step, std::vector<Effect>& effects) {
  if (is_beside_the_form(step) && !is_beside_the_form(data.step)) data.back_to = data.step;
  if (step == Step::eligibility) show_topic(data, next_topic(data, {}));
  data.step = step;
  data.copied.clear();
  for (const char* fold : {"steps.fold", "result.fold"}) data.open.erase(fold);  // on each step anew
  // Into any other packet nothing is filled in by looking at its estimate.
  if (is_estimate_alone(data.packet.answers)) assume();
  data.summary = false;
  data.explained.clear();
  data.suggested_for.clear();
  // Who has changed an answer is at that answer again.
  const std::string changed = std::exchange(data.changing, {});
  effects.push_back(focus_on(step == Step::check && !changed.empty() ? changed : "main.heading"));
}

void Session::State::settle() {
  if (!data.draft) return;
  const Draft draft = *data.draft;
  if (const Node* node = build::find(screen, draft.id)) {
    Answers& answers = data.packet.answers;
    const Answers before = answers;
    const bool goes_along = takes_worksite_along(draft.id, answers);
    leave_field(*this, *node, draft.text);
    assume();
    if (goes_along) repeat_requested_worksite(answers);
    note_left_open(before);
    fill_in_after(before);
  }
  data.draft.reset();
  end_change(data);
}

void Session::State::assess_again() {
  assessor.bring_up_to_date(data.assessment, data.packet, assessed_on(data.packet, data.today), data.settings,
                            data.policy_settings);
  data.recorded = assessor.recorded();
}

void Session::State::refresh(Problems problems) {
  assess_again();
  if (problems == Problems::shown_anew) {
    say_what_became_void();
    data.shown = data.assessment.problems;
    data.shown_checks = data.assessment.policy.cross_checks;
    data.review_attention = attention_of_review(data);
  }
  data.status = find_step_status(data);
  if (is_screen_sent) sent = std::move(screen);
  is_screen_sent = false;
  screen = describe_screen(data);
}

std::string Session::State::patch() {
  const Node* before = sent ? &*sent : nullptr;
  if (is_screen_sent) before = &screen;
  is_screen_sent = true;
  return patch_between(before, screen);
}

Session::Session(const Rates& rates, Date today, std::string packet_id, std::string seed)
    : state_(std::make_unique<State>(rates, today, std::move(packet_id), std::move(seed))) {
  state_->refresh(Problems::shown_anew);
}
Session::~Session() = default;

std::vector<Effect> Session::edit(const Edit& edit) {
  std::vector<Effect> effects;
  if (!is_valid_utf8(edit.value)) return effects;
  State& state = *state_;
  if (edit.action == EditAction::press && edit.id.starts_with("cite:")) {
    state.settle();
    if (const Node* owner = find_citing(state.screen, edit.id.substr(5))) explain(state.data, *owner, effects);
    state.refresh(Problems::shown_anew);
    return effects;
  }
  if (edit.action == EditAction::press && state.press_row(edit.id, effects)) {
    state.refresh(Problems::shown_anew);
    return effects;
  }
  const Node* found = build::find(state.screen, edit.id);
  if (found == nullptr) return effects;
  if (state.data.draft && (edit.action == EditAction::press || state.data.draft->id != edit.id)) state.settle();
  const Node& node = *found;
  Answers& answers = state.data.packet.answers;
  const Answers before = answers;
  const std::string packet = state.data.packet.id;
  const std::string problem_before = node.problem;
  const bool was_typed = is_typing_in(state.data, node);
  state.data.copied.clear();
  const bool goes_along = edit.action != EditAction::press && takes_worksite_along(edit.id, answers);
  // What Undo has emptied was not emptied by the person, and comes back as it was.
  const bool is_undo = edit.id == id_of(action("banner.undo"));
  if (edit.action != EditAction::press) begin_change(state.data, node.id, node.label);
  switch (edit.action) {
    case EditAction::input:
      if (!is_typed_in(node)) return effects;
      type(state, node, edit.value);
      if (goes_along) repeat_requested_worksite(answers);
      state.note_left_open(before);
      state.fill_in_after(before);
      state.refresh(Problems::as_they_were);
      return effects;
    case EditAction::leave:
      if (!is_typed_in(node)) return effects;
      leave_field(state, node, edit.value);
      state.assume();
      break;
    case EditAction::enter:
      if (!is_typed_in(node)) return effects;
      finish_typing(state, node, edit.value);
      break;
    case EditAction::choose:
      choose(state, node, edit.value, effects);
      state.assume();
      break;
    case EditAction::press:
      press(state, node, effects);
      break;
  }
  if (goes_along) repeat_requested_worksite(answers);
  if (edit.action != EditAction::press) state.note_left_open(before);
  if (state.data.packet.id == packet && !is_undo) state.fill_in_after(before);
  end_change(state.data);
  state.refresh(Problems::shown_anew);
  state.land(effects);
  if (edit.action == EditAction::leave) {
    const Node* left = build::find(state.screen, edit.id);
    // Who only passes through hears what is wrong with the field itself.
    const bool is_news = left != nullptr && (was_typed || left->problem != problem_before);
    if (is_news && !left->problem.empty()) announce(effects, said_of(left->label, left->problem));
  }
  state.announce_what_follows(effects);
  return effects;
}

Result<std::vector<Effect>> Session::go_to(std::string_view task) {
  State& state = *state_;
  const std::string offered = concat("start.", task);
  const std::optional<Act> act = find_act(offered);
  if (!act && task != "start") {
    return Error{ErrorCode::unknown_choice, "task", "A task is start, or what Start offers: estimate, packet …"};
  }
  std::vector<Effect> effects;
  state.settle();
  state.go_to(Step::start, effects);
  if (act) press_button(state, *act, effects);
  state.refresh(Problems::shown_anew);
  state.announce_what_follows(effects);
  return effects;
}

void Session::set_width(WidthClass width) {
  state_->data.width = width;
  state_->refresh(Problems::as_they_were);
}

void Session::set_canvas_view(bool on) {
  state_->data.is_canvas_view = on;
  state_->refresh(Problems::as_they_were);
}

void Session::set_today(Date today) {
  state_->data.today = today;
  state_->refresh(Problems::as_they_were);
}

void Session::configure(const AgencySettings& settings) {
  state_->data.settings.percent_reading = settings.calc().percent_reading;
  state_->data.policy_settings = settings.policy;
  state_->assessor.forget();
  state_->compare_with_file();
  state_->refresh(Problems::as_they_were);
}

void Session::rates_changed() {
  SessionData& data = state_->data;
  state_->assessor.forget();
  if (data.access == Access::writable) {
    const auto read_again = [&](Answers& answers) {
      for (const NamedPlace& place : all_places()) read_place_again(answers, place.leaves, data.rates);
    };
    read_again(data.packet.answers);
    if (data.change) read_again(data.change->before.answers);
    for (Change& change : data.changes) read_again(change.before.answers);
  }
  state_->compare_with_file();
  read_place_again(data.what_if, requested_worksite, data.rates);
  if (data.draft && data.draft->id == data.suggested_for) {
    data.suggestions = suggest(data.rates, data.draft->text, suggestions_shown);
  }
  state_->refresh(Problems::shown_anew);
}

void Session::notice(std::string_view text) {
  state_->data.clear_notices();
  if (is_valid_utf8(text)) state_->data.page_notice = std::string(text);
  state_->refresh(Problems::as_they_were);
}

void Session::take_back(std::string_view text) {
  if (state_->data.shown_notice() == text) notice({});
}

const Node& Session::view() const {
  return state_->screen;
}

std::string Session::patch() {
  return state_->patch();
}

}  // namespace ftt
