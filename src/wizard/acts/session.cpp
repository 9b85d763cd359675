// Edits in, screen out: what each of the person's acts does to the answers and to where the person is.
//
// Covers "Behavior": problems once a field is left, answers that are never erased, the summary before going on.
// Does not describe screens (screen.cpp), and neither opens files (session_open.cpp) nor makes them
// (session_files.cpp).
#include "wizard/acts/session.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "form/place.h"
#include "packet/review.h"
#include "view/build.h"
#include "view/patch.h"
#include "view/wording.h"
#include "wizard/acts/session_state.h"
#include "wizard/screens/eligibility_topics.h"
#include "wizard/screens/step_views.h"
#include "wizard/state/place_options.h"
#include "wizard/state/what_if.h"

namespace ftt {
namespace {

constexpr std::size_t suggestions_shown = 8;

Effect focus_on(std::string id) {
  Effect effect;
  effect.id = std::move(id);
  return effect;
}

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
  if (node.id == "helper.monthly") {
    data.monthly_subsidy = std::string(text);
  } else if (node.id == "helper.months") {
    data.months = std::string(text);
  } else if (is_what_if(node.id)) {
    type_what_if(data, node.id, text);
  } else if (node.id.starts_with("actuals.")) {
    if (text != node.value) state.set_actual(node.id, text);
  } else if (const LeafInfo* leaf = find_leaf(node.id); leaf != nullptr && data.access == Access::writable) {
    if (!shows_what_is_kept(data, node, text)) {
      data.packet.answers.set(leaf->leaf, text);
    } else if (is_typing_in(data, node)) {
      data.packet.answers.set(leaf->leaf, data.draft->kept);
    }
  }
}

// Who types a figure over the table's means it, also where it is the same.
void begin_draft(SessionData& data, const Node& node) {
  const LeafInfo* leaf = find_leaf(node.id);
  const bool is_kept = leaf != nullptr && !node.flags.derived;
  data.draft = Draft{node.id, {}, node.value, is_kept ? data.packet.answers.text(leaf->leaf) : node.value};
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
    data.suggestions = suggest(data.rates, text, suggestions_shown);
  }
}

void leave_field(Session::State& state, const Node& node, std::string_view text) {
  SessionData& data = state.data;
  if (node.flags.read_only) return;
  if (is_what_if(node.id)) {
    leave_what_if(data, node.id, text);
  } else if (const PlaceLeaves* place = find_place(node.id)) {
    if (!shows_what_is_kept(data, node, text)) set_place_text(data.packet.answers, *place, text, data.rates);
    if (place_problem(data.packet.answers, *place, data.rates).empty()) data.suggested_for.clear();
    for (const Leaf part : {place->city(), place->county(), place->state()}) data.left.emplace(info(part).id);
  } else {
    take_text(state, node, text);
    if (node.id.starts_with("actuals.")) data.left.emplace("actuals");
  }
  data.left.insert(node.id);
  data.draft.reset();
}

void choose(Session::State& state, const Node& node, std::string_view value, std::vector<Effect>& effects) {
  SessionData& data = state.data;
  if (node.flags.read_only) return;
  if (node.id == "anew.begin") return state.begin_anew(value, effects);
  if (state.choose_of_keeping(node.id, value, effects) || state.choose_of_files(node.id, value, effects)) return;
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
    bool is_offered = false;
    for (const Option& option : node.options) is_offered = is_offered || option.value == value;
    if (!is_offered) return;
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

void go_to_target(Session::State& state, const std::string& target, std::vector<Effect>& effects) {
  if (const std::optional<Step> step = step_of(target)) return state.go_to(*step, effects);
  if (build::find(state.screen, target) == nullptr) {
    const bool is_work = target.starts_with("work:");
    const std::string_view field = is_work ? std::string_view(target).substr(5) : std::string_view(target);
    const std::optional<Step> step = step_of_field(field);
    if (!step) return;
    state.go_to(*step, effects);
    effects.clear();
    const LeafInfo* leaf = find_leaf(field);
    if (leaf != nullptr && leaf->section() == "locality_pay") state.data.open["pay.typed"] = true;
    const Topic* topic = leaf == nullptr ? nullptr : topic_of(leaf->leaf);
    if (topic != nullptr && *step == Step::eligibility) show_topic(state.data, topic->id);
  }
  effects.push_back(focus_on(target));
}

// The first step before or behind this one that the packet goes through. Precondition: there is one.
Step next_on_the_way(const SessionData& data, int direction) {
  int place = static_cast<int>(data.step);
  do {
    place += direction;
  } while (!is_on_the_way(data, static_cast<Step>(place)));
  return static_cast<Step>(place);
}

void go_on(Session::State& state, std::vector<Effect>& effects) {
  SessionData& data = state.data;
  for (const std::string& field : fields_of(data, data.step)) {
    data.left.insert(field);
    if (const PlaceLeaves* place = find_place(field)) {
      for (const Leaf part : {place->city(), place->county(), place->state()}) data.left.emplace(info(part).id);
    }
  }
  if (!data.summary && !errors_of(data, data.step).empty()) {
    data.summary = true;
    effects.push_back(focus_on("main.errors"));
    return;
  }
  if (data.step < Step::check) state.go_to(next_on_the_way(data, 1), effects);
}

void go_back(Session::State& state, std::vector<Effect>& effects) {
  if (is_beside_the_form(state.data.step)) return state.go_to(state.data.back_to, effects);
  if (state.data.step != Step::start) state.go_to(next_on_the_way(state.data, -1), effects);
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

// ---- Buttons ----

// The six answers become a packet: what the estimate assumed is written down where nothing was answered.
void take_estimate(Session::State& state, std::vector<Effect>& effects) {
  SessionData& data = state.data;
  if (data.access == Access::writable) {
    Answers& answers = data.packet.answers;
    if (answers.is_empty(Leaf::position_pay_plan)) answers.set(Leaf::position_pay_plan, "GS");
    if (answers.is_empty(Leaf::travel_budget_extra)) answers.set(Leaf::travel_budget_extra, "0");
    data.estimate_taken = true;
  }
  state.go_to(Step::arrangement, effects);
}

void take_transit(SessionData& data, std::vector<Effect>& effects) {
  const std::optional<Money> year = transit_of_a_year(data);
  data.left.insert("helper.monthly");
  data.left.insert("helper.months");
  if (!year || data.access == Access::read_only) {
    effects.push_back(focus_on("helper.monthly"));
    return;
  }
  data.packet.answers.set(Leaf::additional_transit_savings, to_decimal(*year));
  data.left.emplace(info(Leaf::additional_transit_savings).id);
  effects.push_back(focus_on("additional.transit_savings"));
}

void go_on_to_topic(SessionData& data, std::vector<Effect>& effects) {
  const std::string before = data.topic;
  show_topic(data, next_topic(data, before));
  effects.push_back(focus_on(data.topic.empty() ? before : data.topic));
}

void try_nothing(SessionData& data, std::vector<Effect>& effects) {
  reset_what_if(data);
  effects.push_back(focus_on(std::string(what_if_place_field)));
}

// A packet is begun with whether it can be done; past that one goes by choice. One that is begun goes on with Part A.
Step step_of_preparing(const SessionData& data) {
  return data.is_changed() || !data.saved_name.empty() ? Step::arrangement : Step::eligibility;
}

void walk_again(SessionData& data, std::vector<Effect>& effects) {
  if (data.access == Access::read_only) return;
  for (const LeafInfo& leaf : leaves()) {
    if (leaf.section() == info(Leaf::ending_reason).section()) data.packet.answers.set(leaf.leaf, "");
  }
  effects.push_back(focus_on(std::string(info(Leaf::ending_reason).id)));
}

void press_button(Session::State& state, const std::string& id, std::vector<Effect>& effects) {
  SessionData& data = state.data;
  const auto page_effect = [&](EffectKind kind) {
    Effect effect;
    effect.kind = kind;
    effects.push_back(std::move(effect));
  };
  if (id == "actions.next") return go_on(state, effects);
  if (id == "actions.back") return go_back(state, effects);
  if (id == "banner.switch") return page_effect(EffectKind::view);
  if (id == "banner.open") return page_effect(EffectKind::open);
  if (state.press_of_files(id, effects) || state.press_of_packet(id, effects)) return;
  if (id == "topic.next" || id == "topic.close") return go_on_to_topic(data, effects);
  if (id == "change.again") return walk_again(data, effects);
  if (id == "start.change") return state.go_to(Step::change, effects);
  if (id == "start.eligibility") return state.go_to(Step::eligibility, effects);
  if (id == "start.estimate") return state.go_to(Step::estimate, effects);
  if (id == "start.packet") return state.go_to(step_of_preparing(data), effects);
  if (id == "estimate.packet") return take_estimate(state, effects);
  if (id == "what_if.reset") return try_nothing(data, effects);
  if (id == "helper.take") return take_transit(data, effects);
  if (id == "open.keep" || id == "open.replace") return state.answer_about_file(id == "open.replace", effects);
  if (id == "banner.help" || id == "help.close") {
    data.help = id == "banner.help" && !data.help;
    effects.push_back(focus_on(data.help ? "help" : "banner.help"));
  } else if (id == "restatement.close") {
    effects.push_back(focus_on("cite:" + data.explained));
    data.explained.clear();
  } else if (id == "main.notice.close") {
    data.notice.clear();
    effects.push_back(focus_on("main.heading"));
  } else if (id == "open.failed.close") {
    data.failed_file.clear();
    effects.push_back(focus_on("main.heading"));
  }
}

void press(Session::State& state, const Node& node, std::vector<Effect>& effects) {
  const NodeKind kind = node.kind;
  const std::string id = node.id;
  const std::string target = node.target;
  const bool was_open = node.flags.expanded;
  state.settle();
  if (kind == NodeKind::disclosure) {
    state.data.open[id] = !was_open;
  } else if (kind == NodeKind::link) {
    if (id.starts_with("help.")) state.data.help = false;
    go_to_target(state, target, effects);
  } else if (kind == NodeKind::button) {
    press_button(state, id, effects);
  }
}

// ---- What a screen reader is told ----

std::string result_in_words(const SessionData& data) {
  const Worksheet& worksheet = data.assessment.worksheet;
  if (!worksheet.net_annual_change) return {};
  return concat("Net annual change: ", to_display(*worksheet.net_annual_change), ", ", words_of(worksheet.verdict),
                ".");
}

void announce(std::vector<Effect>& effects, std::string words) {
  Effect effect;
  effect.kind = EffectKind::announce;
  effect.content = std::move(words);
  effects.push_back(std::move(effect));
}

void announce_result(SessionData& data, std::vector<Effect>& effects) {
  std::string words = result_in_words(data);
  if (words == data.said_result) return;
  announce(effects, words.empty() ? std::string("Net annual change: not known yet.") : words);
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
  if (data.step == Step::eligibility) announce(effects, concat("May it be requested? ", eligibility.heading, "."));
  data.said_policy = std::string(eligibility.heading);
}

}  // namespace

void Session::State::go_to(Step step, std::vector<Effect>& effects) {
  if (is_beside_the_form(step) && !is_beside_the_form(data.step)) data.back_to = data.step;
  if (step == Step::eligibility) show_topic(data, next_topic(data, {}));
  data.step = step;
  data.summary = false;
  data.explained.clear();
  data.suggested_for.clear();
  effects.push_back(focus_on("main.heading"));
}

void Session::State::settle() {
  if (!data.draft) return;
  const Draft draft = *data.draft;
  if (const Node* node = build::find(screen, draft.id)) leave_field(*this, *node, draft.text);
  data.draft.reset();
}

void Session::State::assess_again() {
  CalcSettings settings = data.settings;
  settings.purpose = data.step == Step::estimate ? Purpose::estimate : Purpose::packet;
  assessor.bring_up_to_date(data.assessment, data.packet.answers, assessed_on(data.packet, data.today), settings,
                            data.policy_settings);
}

void Session::State::refresh(Problems problems) {
  assess_again();
  if (problems == Problems::shown_anew) {
    data.shown = data.assessment.problems;
    data.shown_checks = data.assessment.policy.cross_checks;
  }
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

Session::Session(const Rates& rates, Date today, std::string packet_id)
    : state_(std::make_unique<State>(rates, today, std::move(packet_id))) {
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
  const Node* found = build::find(state.screen, edit.id);
  if (found == nullptr) return effects;
  if (state.data.draft && state.data.draft->id != edit.id && edit.action != EditAction::press) state.settle();
  const Node& node = *found;
  Answers& answers = state.data.packet.answers;
  const bool goes_along =
      edit.action != EditAction::press && !edit.id.starts_with("annual_review.") && repeats_requested_worksite(answers);
  switch (edit.action) {
    case EditAction::input:
      if (!is_typed_in(node)) return effects;
      type(state, node, edit.value);
      if (goes_along) repeat_requested_worksite(answers);
      state.refresh(Problems::as_they_were);
      return effects;
    case EditAction::leave:
      if (!is_typed_in(node)) return effects;
      leave_field(state, node, edit.value);
      break;
    case EditAction::choose:
      choose(state, node, edit.value, effects);
      break;
    case EditAction::press:
      press(state, node, effects);
      break;
  }
  if (goes_along) repeat_requested_worksite(answers);
  state.refresh(Problems::shown_anew);
  if (edit.action == EditAction::leave) {
    const Node* left = build::find(state.screen, edit.id);
    if (left != nullptr && !left->problem.empty()) announce(effects, concat(left->label, ": ", left->problem));
  }
  announce_result(state.data, effects);
  announce_what_if(state.data, effects);
  announce_policy(state.data, effects);
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
  state_->refresh(Problems::as_they_were);
}

void Session::rates_changed() {
  SessionData& data = state_->data;
  state_->assessor.forget();
  if (data.access == Access::writable) {
    for (const NamedPlace& place : all_places()) read_place_again(data.packet.answers, place.leaves, data.rates);
  }
  read_place_again(data.what_if, requested_worksite, data.rates);
  if (data.draft && data.draft->id == data.suggested_for) {
    data.suggestions = suggest(data.rates, data.draft->text, suggestions_shown);
  }
  state_->refresh(Problems::shown_anew);
}

void Session::notice(std::string_view text) {
  state_->data.notice = is_valid_utf8(text) ? std::string(text) : std::string();
  state_->refresh(Problems::as_they_were);
}

Node Session::view() const {
  return state_->screen;
}

std::string Session::patch() {
  return state_->patch();
}

std::string Session::packet_json() const {
  return state_->written();
}

}  // namespace ftt
