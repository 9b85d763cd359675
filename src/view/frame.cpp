// The frame. Does not decide anything.
#include "view/frame.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "view/build.h"
#include "view/place.h"

namespace ftt {
namespace {

Node step_link(const SessionData& data, const StepWords& words) {
  Node node = build::link(std::string(words.id), std::string(words.title), std::string(words.id));
  const Progress progress = progress_of(data, words.step);
  node.step_state = progress.state;
  node.attention = progress.attention;
  node.detail = std::string(words.parts);
  node.flags.current = data.step == words.step;
  return node;
}

std::string saved_words(const SessionData& data) {
  if (data.access == Access::read_only) return "Opened for reading only.";
  if (data.saved_name.empty()) {
    return data.is_changed() ? "Not saved to a file yet." : "Nothing answered yet.";
  }
  return data.is_changed() ? concat("Changed since ", data.saved_name, ".") : concat("As in ", data.saved_name, ".");
}

}  // namespace

Progress progress_of(const SessionData& data, Step step) {
  Progress progress;
  bool has_fields = false;
  bool is_answered = false;
  for (const LeafInfo& leaf : leaves()) {
    if (step_of_field(leaf.id) != step || !applies(leaf.leaf, data.packet.answers)) continue;
    has_fields = has_fields || leaf.leaf != Leaf::notes;
    is_answered = is_answered || !data.packet.answers.is_empty(leaf.leaf);
  }
  if (!has_fields) return progress;
  for (const Problem& problem : data.shown) {
    if (problem.severity == Severity::error && step_of_field(problem.field) == step &&
        data.left.contains(problem.field)) {
      ++progress.attention;
    }
  }
  // None of its answers is asked for by the form: the step is complete once the order has decided.
  const bool is_open =
      step == Step::eligibility && data.assessment.policy.eligibility.result == EligibilityResult::needs_answer;
  const bool is_missing =
      is_open || std::any_of(data.assessment.missing.begin(), data.assessment.missing.end(),
                             [&](const MissingAnswer& missing) { return step_of_field(missing.field) == step; });
  if (progress.attention != 0) {
    progress.state = StepState::needs_attention;
  } else if (!is_answered) {
    progress.state = StepState::not_started;
  } else {
    progress.state = is_missing ? StepState::in_progress : StepState::complete;
  }
  return progress;
}

Node banner(const SessionData& data) {
  Node region = build::region(Region::banner, "Full-time telework packet");
  region.children.push_back(
      build::button("banner.switch", data.is_canvas_view ? "Page view" : "Canvas view", Tone::plain));
  region.children.push_back(build::text("banner.name", "Full-time telework packet", Tone::lead));
  region.children.push_back(build::text("banner.edition", "HRM 6040.2 · June 29, 2018", Tone::small));
  Node tools = build::group("banner.tools", "Packet", Arrange::toolbar);
  tools.children.push_back(build::button("banner.open", "Open", Tone::plain));
  tools.children.push_back(build::button("banner.save", "Save", Tone::plain));
  tools.children.push_back(build::button("banner.print", "Print", Tone::plain));
  Node help = build::button("banner.help", "Help", Tone::plain);
  help.flags.expanded = data.help;
  tools.children.push_back(std::move(help));
  region.children.push_back(std::move(tools));
  return region;
}

Node step_list(const SessionData& data) {
  Node region = build::region(Region::steps, "Steps");
  Node begin = build::group("steps.begin", "Begin");
  Node form = build::group("steps.form", "Analysis Tool");
  Node finish = build::group("steps.finish", "Finish");
  Node beside = build::group("steps.beside", "Beside the form");
  for (const StepWords& words : all_steps()) {
    const bool is_begin = words.step < Step::arrangement;
    const bool is_beside = is_beside_the_form(words.step);
    Node& group = is_begin ? begin : is_beside ? beside : words.step == Step::check ? finish : form;
    group.children.push_back(step_link(data, words));
  }
  region.children = {std::move(begin), std::move(form), std::move(finish), std::move(beside)};
  return region;
}

Node actions(const SessionData& data) {
  Node region = build::region(Region::actions, "Go on");
  if (data.step != Step::start) region.children.push_back(build::button("actions.back", "Back"));
  if (data.step < Step::check) region.children.push_back(build::button("actions.next", "Next", Tone::primary));
  Node saved = build::text("actions.saved", saved_words(data), Tone::muted);
  region.children.push_back(std::move(saved));
  return region;
}

}  // namespace ftt
