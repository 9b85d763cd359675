// The frame. Does not decide anything.
#include "wizard/screens/frame.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "form/field.h"
#include "view/build.h"
#include "view/wording.h"
#include "wizard/screens/act_button.h"
#include "wizard/state/step_status.h"

namespace ftt {
namespace {

Node step_link(const SessionData& data, const StepWords& words, const StepStatus& status) {
  Node node = build::link(std::string(words.id), std::string(words.title), std::string(words.id));
  node.step_state = status.state;
  node.value = words_of(status);
  node.attention = status.attention;
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
                                             : concat("Undo: ", with_stop(first_code_points(change->name, most_said)));
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
  if (data.access == Access::read_only) return "Opened read-only.";
  if (data.saved_name.empty()) {
    return data.is_changed() ? "Not saved to a file yet." : "Nothing answered yet.";
  }
  const std::string name = short_name(data.saved_name);
  return data.is_changed() ? concat("Changed since ", name, ".") : concat("Saved to ", name, ".");
}

// Which of the steps that the packet goes through it is; the estimate and what is beside the form are none of them.
std::string place_in_words(const SessionData& data) {
  std::size_t place = 0, count = 0;
  for (const StepWords& words : all_steps()) {
    if (words.step == Step::estimate || is_beside_the_form(words.step) || !is_on_the_way(data, words.step)) continue;
    ++count;
    if (words.step == data.step) place = count;
  }
  return place == 0 ? std::string() : concat("Step ", place, " of ", count);
}

// Whether it is saved as it stands, and whether its file is as it was when it was sealed.
std::string_view seal_in_words(const SessionData& data) {
  if (!data.seal_fits) return {};
  if (!*data.seal_fits) return "Changed since it was sealed";
  // Beside what is said of the file as it was opened, that of a later one would be taken for the same.
  const bool was_changed = std::any_of(data.file_differences.begin(), data.file_differences.end(),
                                       [](const Difference& one) { return one.field == "seal.content"; });
  return data.is_changed() || was_changed ? "" : "Unchanged since it was sealed";
}

}  // namespace

Node references_switch(const SessionData& data) {
  return act_button(action("banner.references"),
                    shows_form_references(data) ? "Form references: on" : "Form references: off", Tone::plain);
}

Node standing(const SessionData& data) {
  std::string words = place_in_words(data);
  std::string detail;
  const auto add = [](std::string& to, std::string_view more) {
    append(to, to.empty() || more.empty() ? "" : " · ", more);
  };
  add(words, known_name_of(data.packet.answers));
  const bool is_begun = !data.saved_name.empty() || data.is_changed();
  if (data.packet.revision) add(detail, concat("Revision ", *data.packet.revision));
  // There is always something to say: a line that comes with the first answer would move what is being typed in.
  add(detail, data.access == Access::read_only ? "Read only"
              : !is_begun                      ? "Nothing answered yet"
              : data.saved_name.empty()        ? "Not saved to a file"
              : data.is_changed()              ? "Unsaved changes"
                                               : "Saved");
  add(detail, seal_in_words(data));
  if (words.empty()) words = std::exchange(detail, {});
  Node node = build::text("main.standing", std::move(words), Tone::small);
  node.detail = std::move(detail);
  return node;
}

Node banner(const SessionData& data) {
  Node region = build::region(Region::banner, "Full-time telework packet");
  region.children.push_back(build::text("banner.name", "Full-time telework packet", Tone::lead));
  const Edition& edition = edition_of(data.packet);
  region.children.push_back(build::text(
      "banner.edition",
      concat(data.packet.is_sample ? "Sample · " : "", edition.name, " · ", to_display_without_weekday(edition.day)),
      Tone::small));
  region.children.push_back(
      act_button(action("banner.switch"), data.is_canvas_view ? "Page view" : "Canvas view", Tone::plain));
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
  for (const StepWords& words : all_steps()) {
    if (!is_on_the_way(data, words.step) && data.step != words.step) continue;
    Node& group = words.step < Step::arrangement   ? begin
                  : words.step < Step::agreement   ? form
                  : words.step < Step::check       ? agreements
                  : is_beside_the_form(words.step) ? beside
                                                   : finish;
    group.children.push_back(step_link(data, words, data.status[static_cast<std::size_t>(words.step)]));
  }
  for (Node* group : {&begin, &form, &agreements, &finish, &beside}) region.children.push_back(std::move(*group));
  // Where there is little room, the list is behind the step that is shown.
  if (data.width == WidthClass::narrow) {
    const StepWords& shown = all_steps()[static_cast<std::size_t>(data.step)];
    Node fold = build::disclosure("steps.fold", concat("Steps: ", shown.title), is_open(data, "steps.fold"));
    if (fold.flags.expanded) fold.children = std::move(region.children);
    region.children.clear();
    region.children.push_back(std::move(fold));
  }
  return region;
}

Node actions(const SessionData& data) {
  Node region = build::region(Region::actions, "Continue");
  const bool is_changing = !data.changing.empty();
  if (is_changing) {
    region.children.push_back(act_button(action("actions.check"), "Back to Check", Tone::primary));
  } else if (data.step != Step::start) {
    region.children.push_back(act_button(action("actions.back"), "Back"));
  }
  if (data.step < Step::check) {
    region.children.push_back(
        act_button(action("actions.next"), "Next", is_changing ? Tone::secondary : Tone::primary));
  }
  const std::string& kept = data.surroundings.words;
  const bool is_told = !kept.empty() && (data.is_changed() || data.surroundings.keeping != Keeping::on);
  region.children.push_back(
      build::text("actions.saved", is_told ? concat(saved_words(data), " ", kept) : saved_words(data), Tone::muted));
  return region;
}

}  // namespace ftt
