// The frame. Does not decide anything.
#include "wizard/screens/frame.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "form/field.h"
#include "packet/forms.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"

namespace ftt {
namespace {

// What the answers say of a step.
struct Progress {
  bool has_fields = false;  // notes alone are none
  bool is_answered = false;
  bool is_missing = false;
  std::uint32_t attention = 0;  // problems that are shown on it
};

// Of every step at once: to ask for each step by itself would sort the leaves into steps as often.
std::vector<Progress> progress_of_steps(const SessionData& data) {
  std::vector<Progress> all(all_steps().size());
  Progress elsewhere;  // of what no step asks for
  const auto at = [&](std::string_view field) -> Progress& {
    const std::optional<Step> step = step_of_field(field);
    return step ? all[static_cast<std::size_t>(*step)] : elsewhere;
  };
  // The leaves of a section stand together, and the whole of it is on one step.
  std::string_view section;
  Progress* progress = &elsewhere;
  for (const LeafInfo& leaf : leaves()) {
    if (!applies(leaf.leaf, data.packet.answers)) continue;
    if (leaf.section() != section) {
      section = leaf.section();
      progress = &at(leaf.id);
    }
    progress->has_fields = true;
    progress->is_answered = progress->is_answered || !data.packet.answers.is_empty(leaf.leaf);
  }
  // What can be answered on Check and beside the form is no part of a form.
  for (std::size_t i = static_cast<std::size_t>(Step::check); i < all.size(); ++i) all[i].has_fields = false;
  for (const Problem& problem : data.shown) {
    if (problem.severity == Severity::error && data.left.contains(problem.field)) ++at(problem.field).attention;
  }
  for (const MissingAnswer& missing : data.assessment.missing) at(missing.field()).is_missing = true;
  for (const FormStatus& form : find_forms(data.packet, data.assessment)) {
    const std::optional<Step> step = step_of_form(form.appendix);
    if (step) all[static_cast<std::size_t>(*step)].is_missing = !form.is_complete;
  }
  // Pay need not be answered where both salaries follow from the places and the grade.
  Progress& pay = all[static_cast<std::size_t>(Step::pay)];
  pay.is_answered = pay.is_answered || (data.assessment.found.requested.salary && data.assessment.found.agency.salary);
  // None of its answers is asked for by the form: the step is complete once the order has decided.
  all[static_cast<std::size_t>(Step::eligibility)].is_missing =
      data.assessment.policy.eligibility.result == EligibilityResult::needs_answer;
  return all;
}

StepState state_of(const Progress& progress) {
  if (!progress.has_fields) return StepState::none;
  if (progress.attention != 0) return StepState::needs_attention;
  if (!progress.is_answered) return StepState::not_started;
  return progress.is_missing ? StepState::in_progress : StepState::complete;
}

Node step_link(const SessionData& data, const StepWords& words, const Progress& progress) {
  Node node = build::link(std::string(words.id), std::string(words.title), std::string(words.id));
  node.step_state = state_of(progress);
  node.attention = progress.has_fields ? progress.attention : 0;
  if (shows_form_references(data)) node.detail = std::string(words.parts);
  node.flags.current = data.step == words.step;
  return node;
}

// A button of the banner that a key presses as well.
Node tool(ActionId action, std::string label, std::string_view letter, std::string_view does = {}) {
  Node node = act_button(action, std::move(label), Tone::plain);
  node.keys = std::string(letter);
  node.hint = concat(does, does.empty() ? "" : " ", "Keys: Ctrl+", letter, ", on a Mac Cmd+", letter, ".");
  return node;
}

Node undo_button(const SessionData& data) {
  constexpr std::size_t most_said = 60;
  const Change* change = last_change(data);
  const std::string does = change == nullptr ? std::string("Nothing to undo yet.")
                                             : concat("Undo: ", first_code_points(change->name, most_said), ".");
  return tool(action("banner.undo"), "Undo", "Z", does);
}

// A long name of a file is cut in its middle, so that what is said of it has room beside the buttons.
std::string short_name(std::string_view name) {
  constexpr std::size_t most_shown = 36;
  const std::string_view ending =
      name.ends_with(".json") || name.ends_with(".html") ? name.substr(name.size() - 5) : "";
  if (first_code_points(name, most_shown) == name) return std::string(name);
  return concat(first_code_points(name, most_shown - 6), "…", ending);
}

std::string saved_words(const SessionData& data) {
  if (data.access == Access::read_only) return "Opened for reading only.";
  if (data.saved_name.empty()) {
    return data.is_changed() ? "Not saved to a file yet." : "Nothing answered yet.";
  }
  const std::string name = short_name(data.saved_name);
  return data.is_changed() ? concat("Changed since ", name, ".") : concat("As in ", name, ".");
}

}  // namespace

Node references_switch(const SessionData& data) {
  return act_button(action("banner.references"),
                    shows_form_references(data) ? "Form references: on" : "Form references: off", Tone::plain);
}

Node banner(const SessionData& data) {
  Node region = build::region(Region::banner, "Full-time telework packet");
  region.children.push_back(
      act_button(action("banner.switch"), data.is_canvas_view ? "Page view" : "Canvas view", Tone::plain));
  region.children.push_back(build::text("banner.name", "Full-time telework packet", Tone::lead));
  const Edition& edition = edition_of(data.packet);
  region.children.push_back(build::text(
      "banner.edition",
      concat(data.packet.is_sample ? "Sample · " : "", edition.name, " · ", to_display_without_weekday(edition.day)),
      Tone::small));
  Node tools = build::group("banner.tools", "Packet", Arrange::toolbar);
  tools.children.push_back(undo_button(data));
  tools.children.push_back(tool(action("banner.open"), "Open", "O"));
  tools.children.push_back(tool(action("banner.save"), "Save", "S"));
  tools.children.push_back(tool(action("banner.print"), "Print", "P"));
  // Where there is little room, it stands in the help.
  if (data.width != WidthClass::narrow) tools.children.push_back(references_switch(data));
  Node help = act_button(action("banner.help"), "Help", Tone::plain);
  help.flags.expanded = data.help;
  tools.children.push_back(std::move(help));
  region.children.push_back(std::move(tools));
  return region;
}

Node step_list(const SessionData& data) {
  Node region = build::region(Region::steps, "Steps");
  Node begin = build::group("steps.begin", "Begin");
  Node form = build::group("steps.form", "Analysis Tool");
  Node agreements = build::group("steps.agreements", "Agreements and review");
  Node finish = build::group("steps.finish", "Finish");
  Node beside = build::group("steps.beside", "Other tools");
  const std::vector<Progress> progress = progress_of_steps(data);
  for (const StepWords& words : all_steps()) {
    if (!is_on_the_way(data, words.step) && data.step != words.step) continue;
    Node& group = words.step < Step::arrangement   ? begin
                  : words.step < Step::agreement   ? form
                  : words.step < Step::check       ? agreements
                  : is_beside_the_form(words.step) ? beside
                                                   : finish;
    group.children.push_back(step_link(data, words, progress[static_cast<std::size_t>(words.step)]));
  }
  region.children = {std::move(begin), std::move(form), std::move(agreements), std::move(finish), std::move(beside)};
  // Where there is little room, the list is behind the step that is shown.
  if (data.width == WidthClass::narrow) {
    const StepWords& shown = all_steps()[static_cast<std::size_t>(data.step)];
    Node fold = build::disclosure("steps.fold", concat("Steps: ", shown.title), is_open(data, "steps.fold"));
    if (fold.flags.expanded) fold.children = std::move(region.children);
    region.children = {std::move(fold)};
  }
  return region;
}

Node actions(const SessionData& data) {
  Node region = build::region(Region::actions, "Go on");
  if (data.step != Step::start) region.children.push_back(act_button(action("actions.back"), "Back"));
  if (data.step < Step::check) region.children.push_back(act_button(action("actions.next"), "Next", Tone::primary));
  const std::string& kept = data.surroundings.words;
  const bool is_told = !kept.empty() && (data.is_changed() || data.surroundings.keeping != Keeping::on);
  region.children.push_back(
      build::text("actions.saved", is_told ? concat(saved_words(data), " ", kept) : saved_words(data), Tone::muted));
  return region;
}

}  // namespace ftt
