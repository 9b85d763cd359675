// See chain_act.h.
#include "wizard/state/chain_act.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "packet/recorded_case.h"
#include "rules/approval.h"
#include "wizard/state/session_data.h"

namespace ftt {
namespace {

constexpr std::array<Leaf, chain_step_count> typed_names = {
    Leaf::concurrences_supervisor_name,  Leaf::concurrences_second_level_name,
    Leaf::concurrences_third_level_name, Leaf::concurrences_executive_name,
    Leaf::concurrences_hr_director_name, Leaf::concurrences_deputy_administrator_name};
constexpr std::array<Leaf, chain_step_count> typed_titles = {
    Leaf::concurrences_supervisor_title,  Leaf::concurrences_second_level_title,
    Leaf::concurrences_third_level_title, Leaf::concurrences_executive_title,
    Leaf::concurrences_hr_director_title, Leaf::concurrences_deputy_administrator_title};

std::string node_of_route(ChainStep step, std::string_view member) {
  return concat("act.route.", name_of(step), ".", member);
}

bool is_recruit(const SessionData& data) {
  const Known<Action> action = data.packet.answers.action();
  return action.has_value() && action.value() == Action::recruit;
}

const ChainStanding& standing_of(const SessionData& data) {
  static const ChainStanding nothing;
  return data.recorded == nullptr ? nothing : data.recorded->standing;
}

ChainPerson typed_person(const SessionData& data, ChainStep step) {
  const Answers& answers = data.packet.answers;
  ChainPerson person{std::string(answers.words(typed_names[number_of(step)])),
                     std::string(answers.words(typed_titles[number_of(step)]))};
  if (step == ChainStep::supervisor && person.name.empty()) {
    person = {std::string(answers.words(Leaf::concurring_supervisor_name)),
              std::string(answers.words(Leaf::concurring_supervisor_title))};
  }
  return person;
}

void set_person(ActDraft& draft, std::string_view node, const ChainPerson& person) {
  draft.texts[concat(node, ".name")] = person.name;
  draft.texts[concat(node, ".title")] = person.title;
}

ChainPerson person_in(const ActDraft& draft, std::string_view node) {
  return {std::string(trim(draft.text(concat(node, ".name")))), std::string(trim(draft.text(concat(node, ".title"))))};
}

// As the last submission said it, else as it was typed in Part K.
void begin_route(ActDraft& draft, const SessionData& data) {
  const ChainStanding& standing = standing_of(data);
  for (const ChainStep step : chain_steps) {
    const StepStanding& one = standing.steps[number_of(step)];
    const ChainPerson typed = typed_person(data, step);
    set_person(draft, concat("act.route.", name_of(step)), standing.submitted ? one.who : typed);
    if (!may_not_apply(step)) continue;
    std::string& applies = draft.texts[node_of_route(step, "applies")];
    if (standing.submitted) {
      applies = one.applies ? "yes" : "no";
    } else if (!typed.name.empty()) {
      applies = "yes";
    }
  }
}

ChainRoute route_in(const ActDraft& draft) {
  ChainRoute route;
  for (const ChainStep step : chain_steps) {
    ChainRoute::Stop& stop = route.stops[number_of(step)];
    stop.applies = !may_not_apply(step) || draft.text(node_of_route(step, "applies")) == "yes";
    if (stop.applies) stop.who = person_in(draft, concat("act.route.", name_of(step)));
  }
  return route;
}

class Lacks {
 public:
  explicit Lacks(const ActDraft& draft) : draft_(draft) {}

  void unless_text(std::string_view node, std::string_view message) {
    if (trim(draft_.text(node)).empty()) add(node, message);
  }
  void unless_date(std::string_view node, std::string_view message) {
    if (!date_in(draft_, node)) add(node, message);
  }
  void add(std::string_view node, std::string_view message) {
    found_.push_back({std::string(node), std::string(message)});
  }
  std::vector<StepError> found() && { return std::move(found_); }

 private:
  const ActDraft& draft_;
  std::vector<StepError> found_;
};

void add_lacks_of_route(Lacks& lacks, const ActDraft& draft) {
  for (const ChainStep step : chain_steps) {
    const std::string applies = node_of_route(step, "applies");
    if (may_not_apply(step) && draft.text(applies).empty()) {
      lacks.add(applies, concat(heading_of(step), ": say whether there is one."));
    } else if (!may_not_apply(step) || draft.text(applies) == "yes") {
      lacks.unless_text(node_of_route(step, "name"), concat(heading_of(step), ": name the person or the office."));
    }
  }
}

void add_lack_of_digests(Lacks& lacks, const ActDraft& draft) {
  const auto lacks_it = [](const ChosenEvidence& one) { return one.file.sha256.empty(); };
  const auto first = std::find_if(draft.evidence.begin(), draft.evidence.end(), lacks_it);
  if (first == draft.evidence.end()) return;
  const auto count = std::count_if(first, draft.evidence.end(), lacks_it);
  lacks.add("act.evidence",
            count == 1 ? concat(first->file.name, " has no fingerprint yet. Wait until it has, or remove it.")
                       : concat(count, " files have no fingerprint yet. Wait until they have, or remove them."));
}

}  // namespace

std::string id_of(const ChainMove& move) {
  return move.step ? concat(name_of(move.act), ".", name_of(*move.step)) : std::string(name_of(move.act));
}

std::optional<ChainMove> move_of(std::string_view id) {
  const std::size_t dot = id.find('.');
  ChainMove move{chain_act_of(id.substr(0, dot)), std::nullopt};
  if (move.act == ChainAct::unknown) return std::nullopt;
  if (dot != std::string_view::npos) {
    move.step = chain_step_of(id.substr(dot + 1));
    if (!move.step) return std::nullopt;
  }
  return move;
}

std::string heading_of(ChainStep step) {
  constexpr std::array<std::string_view, chain_step_count> headings = {
      "Supervisor",      "Second level supervisor", "Third level supervisor",
      "Executive (SES)", "Servicing HR Director",   "Deputy Administrator or designee"};
  return std::string(headings[number_of(step)]);
}

std::string words_of(const ChainMove& move) {
  const std::string whose = move.step ? heading_of(*move.step) : std::string();
  switch (move.act) {
    case ChainAct::requested:
      return "Record the request";
    case ChainAct::submitted:
      return "Submit for concurrence";
    case ChainAct::concurred:
      return concat("Concur as ", whose);
    case ChainAct::denied:
      return concat("Deny it as ", whose);
    case ChainAct::returned:
      return concat("Return it as ", whose);
    case ChainAct::received:
      return concat("Record receipt by ", whose);
    case ChainAct::reassigned:
      return concat("Pass on the step of ", whose);
    case ChainAct::withdrawn:
      return "Withdraw it";
    case ChainAct::note:
      return "Add a note";
    case ChainAct::merged:
      return "Merge the two copies";
    case ChainAct::edited:
    case ChainAct::unknown:
      break;
  }
  return {};
}

const std::string& ActDraft::text(std::string_view node) const {
  static const std::string nothing;
  const auto found = texts.find(node);
  return found == texts.end() ? nothing : found->second;
}

std::vector<ChainMove> possible_moves(const SessionData& data) {
  const bool is_closed = data.access == Access::read_only || data.packet.is_redacted;
  const bool holds = data.recorded == nullptr || data.recorded->chain.soundness == ChainSoundness::sound;
  if (is_closed || !holds) return {};
  const std::span<const ChainEntry> entries =
      data.recorded == nullptr ? std::span<const ChainEntry>() : data.recorded->chain.entries;
  return acts_now(entries, standing_of(data), !is_recruit(data));
}

ActDraft begin_act(const SessionData& data, const ChainMove& move) {
  ActDraft draft;
  draft.move = move;
  draft.texts["act.on"] = to_iso(data.today);
  const ChainStanding& standing = standing_of(data);
  if (move.act == ChainAct::submitted) {
    draft.texts["act.matter"] = "arrangement";
    begin_route(draft, data);
    const bool is_again = standing.submitted.has_value();
    set_person(
        draft, "act.by",
        is_again ? standing.steps[number_of(ChainStep::supervisor)].who : typed_person(data, ChainStep::supervisor));
  } else if (move.act == ChainAct::requested) {
    const Answers& answers = data.packet.answers;
    const std::string_view first = answers.words(Leaf::employee_first_name);
    const std::string_view last = answers.words(Leaf::employee_last_name);
    set_person(draft, "act.by",
               {concat(first, first.empty() || last.empty() ? "" : " ", last),
                std::string(answers.words(Leaf::position_title))});
    draft.texts["act.requested_on"] = std::string(answers.text(Leaf::clock_requested_on));
  } else if (move.step) {
    set_person(draft, "act.by", standing.steps[number_of(*move.step)].who);
  }
  return draft;
}

std::string node_of_conflict(std::size_t number) {
  return concat("act.merge:", number);
}

std::vector<MergeAnswer> merge_answers(const ActDraft& draft, const MergingCopy& other) {
  std::vector<MergeAnswer> answers;
  for (std::size_t i = 0; i < other.conflicts.size(); ++i) {
    const std::string& taken = draft.text(node_of_conflict(i));
    if (taken.empty()) continue;
    const TakenFrom from = taken == "a" ? TakenFrom::a : taken == "b" ? TakenFrom::b : TakenFrom::before;
    answers.push_back({other.conflicts[i].at, from});
  }
  return answers;
}

std::vector<ChainStep> steps_to_return_to(const SessionData& data, ChainStep from) {
  std::vector<ChainStep> steps;
  for (const ChainStep step : chain_steps) {
    if (step < from && standing_of(data).steps[number_of(step)].applies) steps.push_back(step);
  }
  return steps;
}

std::optional<Date> date_in(const ActDraft& draft, std::string_view node) {
  const Canonical read = canonical(Leaf::clock_requested_on, draft.text(node));
  if (read.state != Canonical::State::good) return std::nullopt;
  const Result<Date> date = Date::from_iso(read.text);
  return date ? std::optional(*date) : std::nullopt;
}

NewEntry entry_of(const ActDraft& draft) {
  const ChainMove& move = draft.move;
  NewEntry entry;
  entry.says.act = move.act;
  entry.says.step = move.step;
  entry.says.on = date_in(draft, "act.on");
  entry.says.by = person_in(draft, "act.by");
  entry.says.on_behalf_of = person_in(draft, "act.for");
  if (!entry.says.on_behalf_of.name.empty()) entry.says.authority = draft.text("act.for.authority");
  entry.statement = std::string(trim(draft.text("act.statement")));
  if (needs_reason(move.act)) entry.says.reason = std::string(trim(draft.text("act.reason")));
  if (move.act == ChainAct::requested) entry.says.requested_on = date_in(draft, "act.requested_on");
  if (move.act == ChainAct::returned) entry.says.to_step = chain_step_of(draft.text("act.to"));
  if (move.act == ChainAct::reassigned) {
    entry.says.to_step = move.step;
    entry.says.to_name = std::string(trim(draft.text("act.to.name")));
  }
  if (move.act == ChainAct::submitted) {
    entry.says.route = route_in(draft);
    entry.says.is_ending = draft.text("act.matter") == "ending";
  }
  for (const ChosenEvidence& one : draft.evidence) entry.evidence.push_back(one.file);
  return entry;
}

std::vector<StepError> missing_before_submission(const SessionData& data) {
  std::vector<StepError> found;
  for (const Error& error : missing_for_submission(data.packet, data.assessment)) {
    std::string node = node_of_field(error.where);
    const bool is_of_act = error.where == info(Leaf::record_budget_contact_name).id;  // which asks for it itself
    const bool is_there =
        std::any_of(found.begin(), found.end(), [&](const StepError& one) { return one.node == node; });
    if (is_of_act || is_there) continue;
    std::string words = said_of(name_of_field(data, node), error.message);
    found.push_back({std::move(node), std::move(words)});
  }
  return found;
}

std::vector<StepError> errors_of_act(const SessionData& data) {
  const ActDraft& draft = *data.act;
  const ChainAct act = draft.move.act;
  Lacks lacks(draft);
  lacks.unless_text("act.by.name", "Give the name of the person who records it.");
  lacks.unless_date("act.on", "Give the day, such as 6/2/2026.");
  if (!trim(draft.text("act.requested_on")).empty()) {
    lacks.unless_date("act.requested_on", "Give a day such as 6/2/2026, or leave it empty.");
  }
  if (act == ChainAct::returned && draft.text("act.to").empty()) {
    lacks.add("act.to", "Choose the step that it goes back to.");
  }
  if (act == ChainAct::reassigned) lacks.unless_text("act.to.name", "Name who takes the step now.");
  if (needs_reason(act)) {
    lacks.unless_text("act.reason", act == ChainAct::returned ? "Say what needs to be fixed." : "Give the reason.");
  }
  if (act == ChainAct::note) lacks.unless_text("act.statement", "Write the note.");
  if (data.merging) {
    for (std::size_t i = 0; i < data.merging->conflicts.size(); ++i) {
      const std::string node = node_of_conflict(i);
      lacks.unless_text(node, concat(data.merging->conflicts[i].label, ": choose which one to keep."));
    }
  }
  if (act == ChainAct::submitted) {
    add_lacks_of_route(lacks, draft);
    if (data.packet.answers.is_empty(Leaf::record_budget_contact_name)) {
      lacks.add(info(Leaf::record_budget_contact_name).id, "Name the budget contact.");
    }
  }
  const bool has_authority = !trim(draft.text("act.for.name")).empty();
  if (has_authority && draft.text("act.for.authority").empty()) {
    lacks.add("act.for.authority", "Choose whether you act for this person or are the designee.");
  }
  add_lack_of_digests(lacks, draft);
  return std::move(lacks).found();
}

std::string node_of_place(std::string_view place) {
  // "chain.entries.3.by.name": the new entry's own.
  constexpr std::string_view of_entry = "chain.entries.";
  if (place.starts_with(of_entry)) place.remove_prefix(place.find('.', of_entry.size()) + 1);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> nodes = {
      std::pair("on", "act.on"), std::pair("by.name", "act.by.name"),     std::pair("reason", "act.reason"),
      std::pair("to", "act.to"), std::pair("statement", "act.statement"), std::pair("route", "act.route")};
  for (const auto& [at, node] : nodes) {
    if (at == place) return std::string(node);
  }
  return find_leaf(place) != nullptr ? node_of_field(place) : std::string();
}

}  // namespace ftt
