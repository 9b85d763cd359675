// "Result so far": the answer, what builds it up, how trips are counted, what is missing, what was assumed; and the
// answer at the head of a step.
//
// Covers App. A, Parts D to G, and HRM 6040.2 ¶8e(1). Does not calculate.
#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "base/text.h"
#include "form/estimate.h"
#include "form/field.h"
#include "form/form_spec.h"
#include "form/place.h"
#include "view/answer.h"
#include "view/build.h"
#include "view/pictures.h"
#include "view/wording.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/eligibility_topics.h"
#include "wizard/screens/frame.h"
#include "wizard/screens/policy_nodes.h"
#include "wizard/screens/step_views.h"
#include "wizard/screens/work.h"

namespace ftt {
namespace {

constexpr std::size_t missing_at_most = 6;

// Those steps tell all of it at their head, more of it than there is room for here.
bool is_told_in_main(const SessionData& data) {
  return data.step == Step::result || data.step == Step::estimate;
}

Node answer_figure(const SessionData& data, std::string id) {
  AnswerLines lines = answer_lines(data.assessment.worksheet, data.packet.answers);
  return build::figure(std::move(id), std::move(lines.lead), std::move(lines.amount), std::move(lines.made_of));
}

// `prefix`: of the region's ids, since a step can have the same.
void add_sentences(std::vector<Node>& children, const SessionData& data, std::string_view prefix) {
  const Worksheet& worksheet = data.assessment.worksheet;
  const Whose whose = data.step == Step::estimate ? Whose::yours : Whose::the_persons;
  const auto add = [&](std::string_view name, std::string words) {
    if (!words.empty()) children.push_back(build::text(concat(prefix, name), std::move(words)));
  };
  add(".salaries", salaries_sentence(worksheet, data.packet.answers, whose));
  add(".term", term_sentence(worksheet));
}

void add_justification(std::vector<Node>& children, const SessionData& data, std::string id) {
  const bool is_asked_for = is_required(data.assessment.worksheet.justification) && may_need_justification(data);
  if (!is_asked_for) return;
  Node finding = build::finding(std::move(id), Tone::information, justification_in_words(data));
  finding.cite = "HRM 6040.2 ¶8e(1)";
  children.push_back(std::move(finding));
}

void add_readings(std::vector<Node>& children, const SessionData& data) {
  std::string words = readings_sentence(data.assessment.worksheet, data.packet.answers);
  if (words.empty()) return;
  Node finding = build::finding("result.readings_differ", Tone::information, std::move(words));
  finding.children.push_back(build::link("result.choose_reading", "Choose how trips are counted",
                                         std::string(info(Leaf::travel_budget_trip_cost_method).id)));
  children.push_back(std::move(finding));
}

// What is said of the result besides, each with the step that tells it in its own place.
struct Note {
  Step step;
  void (*add)(std::vector<Node>& children, const SessionData&);
};

constexpr Note notes[] = {
    {Step::justification, [](std::vector<Node>& children,
                             const SessionData& data) { add_justification(children, data, "result.justification"); }},
    {Step::travel, add_readings}};

// What the net annual change still needs: the estimate's own fields in their order; the others only where none of those
// is left, since with the next answer the estimate assumes what it can.
std::vector<std::string> missing_of_estimate(const SessionData& data) {
  std::vector<std::string> needed;
  const WorksheetLine* net = data.assessment.worksheet.find(Line::cost_benefit_net_annual_change);
  for (const Leaf leaf : net->needs) {
    std::string field = node_of_field(info(leaf).id);
    if (std::find(needed.begin(), needed.end(), field) == needed.end()) needed.push_back(std::move(field));
  }
  std::vector<std::string> own;
  for (const std::string_view field : fields_of_estimate()) {
    if (std::find(needed.begin(), needed.end(), field) != needed.end()) own.emplace_back(field);
  }
  const std::string count = std::string(info(Leaf::travel_budget_trip_cost_method).id);
  if (std::find(needed.begin(), needed.end(), count) != needed.end()) own.push_back(count);
  return own.empty() ? needed : own;
}

// Shown as wrong beside its field, which what is still being typed is not.
bool is_to_correct(const SessionData& data, const LeafInfo& leaf) {
  const Answers& answers = data.packet.answers;
  return answers.is_bad(leaf.leaf) && applies(leaf.leaf, answers) && data.left.contains(node_of_field(leaf.id));
}

// Of the Analysis Tool, in the order of the form: what was typed and cannot be read is as good as missing.
std::vector<std::string> missing_of_packet(const SessionData& data) {
  std::vector<Leaf> lacking;
  for (const MissingAnswer& one : data.assessment.missing) lacking.push_back(one.leaf);
  for (const LeafInfo& leaf : leaves()) {
    if (is_to_correct(data, leaf) && form_of_section(leaf.section()) == Appendix::analysis_tool) {
      lacking.push_back(leaf.leaf);
    }
  }
  std::sort(lacking.begin(), lacking.end());
  std::vector<std::string> targets;
  for (const Leaf leaf : lacking) {
    std::string target = node_of_field(info(leaf).id);
    if (std::find(targets.begin(), targets.end(), target) == targets.end()) targets.push_back(std::move(target));
  }
  return targets;
}

// What has to be corrected has to be told from what is missing.
bool has_wrong_answer(const SessionData& data, const std::vector<std::string>& targets) {
  return std::any_of(leaves().begin(), leaves().end(), [&](const LeafInfo& leaf) {
    return is_to_correct(data, leaf) &&
           std::find(targets.begin(), targets.end(), node_of_field(leaf.id)) != targets.end();
  });
}

// On the first screen nothing is asked yet; the estimate lists all that its figure lacks.
void add_missing(std::vector<Node>& children, const SessionData& data) {
  if (data.step == Step::start) return;
  const bool is_estimate = data.step == Step::estimate;
  const std::vector<std::string> targets = is_estimate ? missing_of_estimate(data) : missing_of_packet(data);
  if (targets.empty()) return;
  // The last place in the list is better given to an answer than to the way to one more.
  const bool is_cut = !is_estimate && targets.size() > missing_at_most + 1;
  const bool has_wrong = has_wrong_answer(data, targets);
  Node group = build::group("result.missing", has_wrong ? "Missing or to correct" : "Still missing");
  for (const std::string& target : std::span(targets).first(is_cut ? missing_at_most : targets.size())) {
    group.children.push_back(build::link("missing:" + target, name_of_field(data, target), target));
  }
  if (is_cut) {
    group.children.push_back(build::link(
        "missing.more",
        concat(targets.size() - missing_at_most, " more answers ", has_wrong ? "missing or to correct" : "missing"),
        "check.missing:A"));
  }
  children.push_back(std::move(group));
}

}  // namespace

void add_answer(Node& parent, const SessionData& data) {
  if (data.width == WidthClass::wide) {
    const std::uint8_t level = data.step == Step::estimate ? 3 : 2;
    parent.children.push_back(
        build::heading("answer", level, answer_sentence(data.assessment.worksheet, data.packet.answers)));
  } else {
    parent.children.push_back(answer_figure(data, "answer"));
  }
  add_sentences(parent.children, data, "answer");
  add_justification(parent.children, data, "answer.justification");
}

void add_assumed(std::vector<Node>& children, const SessionData& data) {
  const std::vector<const Assumption*> assumed = assumptions_in(data.packet.answers);
  if (assumed.empty()) return;
  Node group = build::group("assumed", "Assumed");
  for (const Assumption* one : assumed) {
    const std::string field(info(one->leaf).id);
    Node link = build::link("assumed:" + field, name_of(*one), field);
    link.detail = concat("Change it if ", one->unless, ".");
    group.children.push_back(std::move(link));
  }
  if (data.access == Access::writable) {
    group.children.push_back(act_button(action("assumed.confirm"), "Confirm what is assumed"));
  }
  children.push_back(std::move(group));
}

std::vector<Node> result_so_far(const SessionData& data) {
  const Worksheet& worksheet = data.assessment.worksheet;
  std::vector<Node> children;
  const bool stands_above = data.step == Step::result && data.width != WidthClass::wide;
  if (!stands_above) children.push_back(answer_figure(data, "result.net"));
  if (!is_told_in_main(data)) add_sentences(children, data, "result");

  Node work_parent;
  add_work(work_parent, data, Line::cost_benefit_net_annual_change, "result.work:");
  for (Node& work : work_parent.children) {
    work.label = "Show the work";
    work.value.clear();
    children.push_back(std::move(work));
  }
  Node chart = net_change_chart(worksheet, data.packet.answers);
  if (!chart.bars.empty()) children.push_back(std::move(chart));
  if (!is_told_in_main(data)) {
    for (const Note& note : notes) {
      if (note.step != data.step) note.add(children, data);
    }
  }
  add_missing(children, data);
  if (data.step != Step::estimate) add_assumed(children, data);
  add_next_dates(children, data);

  std::string rates;
  if (worksheet.pay_year != 0) append(rates, "Pay table of ", worksheet.pay_year, ".");
  if (worksheet.per_diem_fiscal_year != 0) {
    append(rates, rates.empty() ? "" : " ", "Per diem of FY", worksheet.per_diem_fiscal_year, ".");
  }
  if (!rates.empty()) children.push_back(build::text("result.rates", std::move(rates), Tone::muted));
  std::size_t number = 0;
  for (const std::string& note : data.assessment.rates_notes) {
    if (note.empty()) continue;
    children.push_back(build::text(concat("result.rates_note:", ++number), as_sentence(note), Tone::small));
  }
  return children;
}

void add_fold(Node& main, const SessionData& data) {
  const bool is_policy = data.step == Step::eligibility;
  std::string words = answer_in_short(data.assessment.worksheet.net_annual_change);
  if (is_policy) words = std::string(data.assessment.policy.eligibility.heading);
  Node fold = build::disclosure(
      "result.fold",
      data.step == Step::result ? std::string("What is in it, and what is missing") : "Result so far: " + words,
      is_open(data, "result.fold"));
  if (fold.flags.expanded) fold.children = is_policy ? eligibility_so_far(data) : result_so_far(data);
  main.children.push_back(std::move(fold));
}

}  // namespace ftt
