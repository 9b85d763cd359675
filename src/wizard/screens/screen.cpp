// Puts the screen together. Does not know any single field.
#include "wizard/screens/screen.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "order/citation.h"
#include "order/glossary.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/eligibility_topics.h"
#include "wizard/screens/fields.h"
#include "wizard/screens/frame.h"
#include "wizard/screens/kept.h"
#include "wizard/screens/step_views.h"

namespace ftt {
namespace {

void add_step(Node& main, const SessionData& data) {
  switch (data.step) {
    case Step::start:
      return add_start(main, data);
    case Step::estimate:
      return add_estimate(main, data);
    case Step::arrangement:
      return add_arrangement(main, data);
    case Step::employee:
      return add_employee(main, data);
    case Step::pay:
      return add_pay(main, data);
    case Step::travel:
      return add_travel(main, data);
    case Step::additional:
      return add_additional(main, data);
    case Step::result:
      return add_result(main, data);
    case Step::ending:
      return add_ending(main, data);
    case Step::justification:
      return add_justification(main, data);
    case Step::concurrences:
      return add_concurrences(main, data);
#define FTT_FORM(name, ...) \
  case Step::name:          \
    return add_##name(main, data);
#include "form/forms.inc"
    case Step::check:
      return add_check(main, data);
    case Step::eligibility:
      return add_eligibility(main, data);
    case Step::change:
      return add_change(main, data);
    case Step::compare:
      return add_compare(main, data);
    case Step::inbox:
      return add_inbox(main, data);
    case Step::report:
      return add_report(main, data);
    case Step::slips:
      return add_slips(main, data);
    case Step::whom_to_ask:
      return add_whom_to_ask(main, data);
  }
}

void add_question_about_file(Node& main, const SessionData& data) {
  if (!data.waiting) return;
  const OpenedFor purpose = data.waiting->purpose;
  const bool is_estimate = purpose == OpenedFor::estimate;
  const std::string_view opens = is_estimate                        ? "Open the estimate"
                                 : purpose == OpenedFor::prefilling ? "Take the new answers"
                                                                    : "Open the file";
  Node ask = build::finding(
      "open.ask", Tone::warning,
      data.has_unsaved_work()
          ? concat("You have answers that are not saved to a file. Open ", data.waiting->name(), " and replace them?")
          : concat(data.waiting->name(),
                   " and the open packet are two copies of one packet, changed apart. Open the "
                   "file and leave the other?"));
  ask.children = {act_button(action("open.keep"), "Keep my answers", Tone::primary),
                  act_button(action("open.replace"), std::string(opens))};
  if (data.step != Step::compare && !is_estimate)
    ask.children.push_back(act_button(action("open.compare"), "Compare them"));
  if (are_copies_to_merge(data)) ask.children.push_back(act_button(action("open.merge"), "Merge the two copies"));
  main.children.push_back(std::move(ask));
}

// A recruit's packet never comes out of another person's, nor one of your own out of a sample.
void add_question_about_beginning(Node& main, const SessionData& data) {
  if (!data.asks_to_begin) return;
  const bool is_recruit = *data.asks_to_begin == NewPacket::recruit;
  Node ask = build::finding(is_recruit ? "recruit.ask" : "another.ask", Tone::warning,
                            concat("You have answers that are not saved to a file. Start a new packet",
                                   is_recruit ? " for a recruit" : "", " and replace them?"));
  ask.children = {
      act_button(is_recruit ? action("recruit.keep") : action("another.keep"), "Keep my answers", Tone::primary),
      act_button(is_recruit ? action("recruit.begin") : action("another.begin"), "Start a new packet")};
  main.children.push_back(std::move(ask));
}

void add_notices(Node& main, const SessionData& data) {
  if (!data.shown_notice().empty()) {
    Node notice = build::finding("main.notice", Tone::information, std::string(data.shown_notice()));
    notice.children.push_back(act_button(action("main.notice.close"), "Close this notice", Tone::plain));
    main.children.push_back(std::move(notice));
  }
  if (!data.access_notice.empty()) {
    main.children.push_back(build::finding("main.access", Tone::warning, data.access_notice));
  }
  if (!data.failed_file.empty()) {
    Node failed = build::finding("open.failed", Tone::error, data.failed_file);
    failed.children.push_back(act_button(action("open.failed.close"), "Close this message", Tone::plain));
    main.children.push_back(std::move(failed));
  }
}

// The ids of a part of the screen, in its order.
void collect_ids(const Node& node, std::vector<std::string_view>& ids) {
  ids.push_back(node.id);
  for (const Node& child : node.children) collect_ids(child, ids);
}

// Goes in at `place`, once the step is there: it lists its questions from top to bottom.
void insert_summary(Node& main, std::size_t place, const SessionData& data) {
  if (!data.summary) return;
  std::vector<StepError> errors = errors_of(data, data.step);
  if (errors.empty()) return;
  std::vector<std::string_view> ids;
  collect_ids(main, ids);
  const auto place_on_step = [&](const StepError& error) { return std::find(ids.begin(), ids.end(), error.node); };
  std::stable_sort(errors.begin(), errors.end(), [&](const StepError& left, const StepError& right) {
    return place_on_step(left) < place_on_step(right);
  });
  const std::string words = errors.size() == 1 ? std::string("One answer needs to be fixed.")
                                               : concat(errors.size(), " answers need to be fixed.");
  Node summary = build::finding("main.errors", Tone::error, concat(words, " You can still continue."));
  for (const StepError& error : errors) {
    summary.children.push_back(build::link("errors:" + error.node, error.message, error.node));
  }
  main.children.insert(main.children.begin() + static_cast<std::ptrdiff_t>(place), std::move(summary));
}

void add_words_used(Node& help, const SessionData& data) {
  Node terms = build::disclosure("help.terms", "Words used here", is_open(data, "help.terms"));
  if (terms.flags.expanded) {
    Node table = build::table("help.terms.table", "Words used here", {{"Word"}, {"What it means"}});
    for (const GlossaryTerm& term : glossary()) {
      table.rows.push_back({{}, {std::string(term.name), std::string(term.meaning)}, false});
    }
    terms.children.push_back(std::move(table));
  }
  help.children.push_back(std::move(terms));
}

void add_help(Node& main, const SessionData& data) {
  if (!data.help) return;
  Node help = build::group("help", "Help", Arrange::card);
  help.children = {
      build::text("help.what",
                  "Answer what you know, in any order. Each answer updates the result at once. Nothing is sent "
                  "anywhere. Your packet stays in this browser, and you can save it to a file."),
      build::text("help.figures",
                  "Open any figure to see its formula, its inputs, its rates and the paragraph behind it. Turn on "
                  "form references to get a link next to each question. The link opens the paragraph in plain words. "
                  "The order governs."),
      build::text(
          "help.typing",
          concat("Type the way you write: $1,234.50 or 1234.5; 95%, 95 or 0.95; 2/1/2027, 2/1/27 or Feb 1, 2027 (a "
                 "two-digit year means one from ",
                 first_short_year, " to ", first_short_year + 99,
                 "); GS-13 or 13; a ZIP, a city or county with its state, or a full address. Each field then shows "
                 "how it was read.")),
      build::text(
          "help.keys",
          "Keys: Ctrl+S saves the packet, Ctrl+O opens a file, Ctrl+P prints. Ctrl+Z undoes your last change, up "
          "to 20 of them; while you type in a field it undoes your typing there. On a Mac press Cmd, not Ctrl. "
          "Your browser's Back and Forward go through the steps, and each step has its own address."),
      build::text("help.views",
                  "Page view and canvas view show the same screen. Switch at any time. Page view follows your "
                  "browser's zoom, colors and text spacing."),
      build::text("help.references",
                  "Form references show the form's item next to each question, with a link to the paragraph. Use "
                  "Clear answer or the Delete key to take back a choice. Order ¶ means the cover of the order, and "
                  "HRM 6040.2 ¶ its policy."),
      build::link("help.slips", "Errors in the order", "step:slips"),
      build::link("help.whom_to_ask", "Who to contact", "step:whom_to_ask")};
  add_words_used(help, data);
  if (data.width == WidthClass::narrow) help.children.push_back(references_switch(data));
  help.children.push_back(act_button(action("help.cases"), "See ten worked cases"));
  help.children.push_back(act_button(action("help.accessibility"), "Read about accessibility"));
  add_page_checks(help, data);
  help.children.push_back(act_button(action("help.close"), "Close help"));
  main.children.push_back(std::move(help));
}

// The restatement stands behind the node that cites, which says that it is open, or behind the row that the node is in.
bool insert_explanation(Node& parent, const std::string& owner, Node& explanation) {
  for (std::size_t i = 0; i < parent.children.size(); ++i) {
    const bool is_owner = parent.children[i].id == owner;
    if (!is_owner && !insert_explanation(parent.children[i], owner, explanation)) continue;
    if (is_owner) parent.children[i].flags.expanded = true;
    if (explanation.id.empty()) return true;
    if (parent.arrange == Arrange::row) return true;
    parent.children.insert(parent.children.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(explanation));
    explanation.id.clear();
    return true;
  }
  return false;
}

void add_explanation(Node& screen, const SessionData& data) {
  if (data.explained.empty()) return;
  const Node* owner = build::find(screen, data.explained);
  const Paragraph* paragraph = owner == nullptr ? nullptr : find_citation(owner->cite);
  if (paragraph == nullptr) return;
  Node explanation = build::group("restatement", concat(paragraph->cite, ": ", paragraph->heading), Arrange::card);
  explanation.children = {
      build::text("restatement.words", std::string(paragraph->restatement)),
      build::text("restatement.governs", "Restated in plain words; the order governs.", Tone::muted),
      act_button(action("restatement.close"), "Close this paragraph", Tone::plain)};
  insert_explanation(screen, data.explained, explanation);
}

// Of questions in a row that go back to the same place of the order the first one says so; each part begins anew, but
// not each card of it. `last`: what was cited before.
void cite_runs_once(Node& parent, std::string& last) {
  for (Node& child : parent.children) {
    const bool is_part = child.kind == NodeKind::heading || child.kind == NodeKind::disclosure ||
                         (child.kind == NodeKind::group && !child.label.empty() && child.arrange != Arrange::card);
    const bool is_question = child.kind == NodeKind::field || child.kind == NodeKind::combo ||
                             child.kind == NodeKind::choice || child.kind == NodeKind::select;
    if (is_part) last.clear();
    if (is_question && child.cite == last) child.cite.clear();
    if (!child.cite.empty()) last = child.cite;
    cite_runs_once(child, last);
    if (is_part) last.clear();
  }
}

// Without form references nothing stands between one field and the next: neither the form's item nor a citation.
void leave_out_references(Node& node) {
  node.item.clear();
  node.cite.clear();
  for (Node& child : node.children) leave_out_references(child);
}

}  // namespace

Node describe_screen(const SessionData& data) {
  const StepWords& words = words_of(data.step);
  Node screen;
  screen.id = "screen";
  screen.kind = NodeKind::screen;
  screen.target = std::string(words.id);
  const std::string whose = known_name_of(data.packet.answers);
  screen.label = concat(data.packet.is_sample ? "Sample: " : "", words.title, whose.empty() ? "" : " · ", whose,
                        " · Full-time telework packet");

  Node main = build::region(Region::main, std::string(words.title));
  Node heading = build::heading("main.heading", 1, std::string(words.title));
  if (shows_form_references(data)) heading.detail = std::string(words.parts);
  main.children.push_back(std::move(heading));
  const bool is_begun = data.step != Step::start || data.is_changed() || !data.saved_name.empty();
  if (is_begun) main.children.push_back(standing(data));
  // What ending it comes to is on its step; what going on would cost has no bearing there, nor on other packets.
  const bool has_result = data.step != Step::change && data.step != Step::inbox && data.step != Step::report;
  const bool has_panel = has_result && data.width == WidthClass::wide;
  if (data.packet.is_sample && !has_panel) {
    main.children.push_back(build::text("main.sample", concat(words_of_sample, "."), Tone::lead));
  }
  // The step of the result has it below its answer.
  if (has_result && !has_panel && data.step != Step::result) add_fold(main, data);
  add_question_about_file(main, data);
  add_question_about_forgetting(main, data);
  add_question_about_beginning(main, data);
  add_notices(main, data);
  const std::size_t place_of_summary = main.children.size();
  add_help(main, data);
  main.children.push_back(build::text("main.why", std::string(words.why), Tone::lead));
  add_set_aside(main, data, data.step);
  add_step(main, data);
  insert_summary(main, place_of_summary, data);
  std::string cited;
  cite_runs_once(main, cited);

  screen.children.push_back(banner(data));
  screen.children.push_back(step_list(data));
  screen.children.push_back(std::move(main));
  // Next follows the last question; the result stands beside both.
  screen.children.push_back(actions(data));
  if (has_panel) {
    Node result = build::region(Region::result, "Result so far");
    result.children = data.step == Step::eligibility ? eligibility_so_far(data) : result_so_far(data);
    result.children.insert(result.children.begin(), build::heading("result.heading", 2, "Result so far"));
    if (data.packet.is_sample) {
      result.children.insert(result.children.begin() + 1, build::text("result.sample", concat(words_of_sample, ".")));
    }
    screen.children.push_back(std::move(result));
  }
  add_explanation(screen, data);
  if (!shows_form_references(data)) leave_out_references(screen);
  return screen;
}

}  // namespace ftt
