// Check and export: what a file said otherwise; saving and printing; how far each form is, what is wrong and missing,
// the answers, and what the order decides.
//
// Covers the completeness of App. A to D. Does not write files; its buttons ask for them (session.cpp).
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "form/field.h"
#include "packet/evaluation.h"
#include "packet/redact.h"
#include "rules/known_answers.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/fields.h"
#include "wizard/screens/kept.h"
#include "wizard/screens/opened_file.h"
#include "wizard/screens/packet_nodes.h"
#include "wizard/screens/policy_nodes.h"
#include "wizard/screens/step_views.h"

namespace ftt {
namespace {

void add_problems(Node& main, const SessionData& data) {
  Node group = build::group("check.problems", "Fix these");
  std::size_t number = 0;
  for (const Problem& problem : data.assessment.problems) {
    if (is_cross_check(data, problem)) continue;
    group.children.push_back(sentence_node(concat("check.problem:", ++number),
                                           said_of(name_among_forms(data, problem.field), problem.message),
                                           problem.field));
  }
  add_cross_checks(group, data, Severity::error);
  if (!group.children.empty()) main.children.push_back(std::move(group));
}

// What is left out of a copy, and the texts that stay, as they will read: each leads to its field.
void add_copy(Node& main, const Redacted& redacted) {
  std::vector<std::string> labels;
  for (const LeftOut& left_out : redacted.left_out) {
    if (std::find(labels.begin(), labels.end(), left_out.label) == labels.end()) labels.push_back(left_out.label);
  }
  std::string words;
  for (const std::string& label : labels) append(words, words.empty() ? "Removed: " : "; ", label);
  main.children.push_back(
      build::text("check.left_out", words.empty() ? "This packet has none of these." : words + ".", Tone::small));
  if (redacted.texts.empty()) return;
  Node texts = build::group("check.texts", "Texts that stay in the copy", Arrange::card);
  texts.children.push_back(build::text("check.texts.words", std::string(words_on_texts_left)));
  for (const TextLeft& text : redacted.texts) {
    texts.children.push_back(
        sentence_node(concat("check.text:", text.field), concat(text.label, ": “", text.text, "”"), text.field));
  }
  main.children.push_back(std::move(texts));
}

// What of the packet is printed or saved, and whether without names.
void add_files(Node& main, const SessionData& data) {
  main.children.push_back(build::heading("check.files", 2, "Save and print"));
  const bool is_redacted = is_checked(data, "check.redacted");
  Node files = build::group("check.buttons", "Files", Arrange::toolbar);
  files.children = {
      act_button(action("check.save"), is_redacted ? "Save redacted packet" : "Save packet", Tone::primary),
      act_button(action("check.print"), is_redacted ? "Print redacted" : "Print"),
      act_button(action("check.page"), is_redacted ? "Save redacted page" : "Save as page")};
  main.children.push_back(std::move(files));
  main.children.push_back(build::text(
      "check.files_words",
      "Save the packet to keep working later. The page is the full print as one file. You can open either one here.",
      Tone::small));
  Node redacted = build::checkbox("check.redacted", "Leave out names and street addresses", is_redacted);
  redacted.detail = "A redacted copy to share more widely. The copy says that it is redacted.";
  main.children.push_back(std::move(redacted));
  if (is_redacted) add_copy(main, redact(data.packet, data.rates));
  Node some = build::disclosure("print.some", "Print only some parts", is_open(data, "print.some"));
  if (some.flags.expanded) {
    Node boxes = build::group("print.parts", "Parts");
    bool is_any = false;
    for (const PrintChoice& part : print_choices(data)) {
      is_any = is_any || part.is_chosen;
      boxes.children.push_back(build::checkbox(part.box(), std::string(part.label), part.is_chosen));
    }
    some.children.push_back(std::move(boxes));
    some.children.push_back(is_any ? act_button(action("print.chosen"), "Print the chosen parts")
                                   : build::text("print.none", "Choose at least one part."));
  }
  main.children.push_back(std::move(some));
}

// Nothing is filled into a file unasked.
void add_fill_in(Node& main, const SessionData& data) {
  if (data.begun_here || data.access == Access::read_only) return;
  Answers filled = data.packet.answers;
  fill_in_what_is_known(filled);
  if (filled == data.packet.answers) return;
  main.children.push_back(act_button(action("check.fill"), "Fill in what the tool knows"));
  main.children.push_back(
      build::text("check.fill.words", "Empty fields are filled in from your other answers, and marked.", Tone::small));
}

// What was just opened, where nothing speaks against it.
void add_intact(Node& main, const SessionData& data) {
  const bool is_as_opened = !data.begun_here && !data.saved_name.empty() && !data.is_changed();
  if (!is_as_opened || !data.seal_fits.value_or(false) || !data.file_findings.empty() || is_file_in_doubt(data)) return;
  main.children.push_back(build::finding(
      "check.intact", Tone::information,
      concat(data.saved_name, " is open. Its seal fits: Parts A to I have not changed since it was saved.")));
}

// The Analysis Tool, and nothing on any step that somebody should look at: good news beside a warning is none.
bool is_all_done(const SessionData& data) {
  const auto needs_attention = [](const StepStatus& step) { return step.state == StepState::needs_attention; };
  return data.assessment.complete && !has_unread_answers(data.packet) && data.file_findings.empty() &&
         !is_file_in_doubt(data) && std::none_of(data.status.begin(), data.status.end(), needs_attention);
}

}  // namespace

void add_check(Node& main, const SessionData& data) {
  if (data.packet.is_sample) {
    Node sample = build::finding("check.sample", Tone::information,
                                 concat(words_of_sample, ". Every copy you save or print says so."));
    sample.children.push_back(act_button(action("kept.anew"), "Start a packet of your own"));
    main.children.push_back(std::move(sample));
  }
  add_opened_file(main, data);
  add_intact(main, data);
  add_files(main, data);
  main.children.push_back(build::heading("check.packet", 2, "What is in the packet"));
  if (is_all_done(data)) {
    main.children.push_back(build::finding("check.complete", Tone::success,
                                           "The Analysis Tool is complete, and no answer needs attention."));
  }
  add_forms(main, data);
  add_problems(main, data);
  add_review(main, data);
  add_fill_in(main, data);
  add_answers(main, data);
  add_documents(main, data);
  add_dates(main, data);
  add_terms(main, data);
  add_anew(main, data);
  add_leaf(main, data, Leaf::notes);
  add_forget_this(main, data);
}

}  // namespace ftt
