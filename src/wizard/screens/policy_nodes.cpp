// Findings and their reasons. See policy_nodes.h.
#include "wizard/screens/policy_nodes.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "packet/recorded_case.h"
#include "view/build.h"

namespace ftt {
namespace {

Tone tone_of(const Finding& finding) {
  switch (finding.status) {
    case Status::pass:
      return Tone::success;
    case Status::fail:
      return Tone::warning;
    case Status::unknown:
    case Status::note:
      break;
  }
  return Tone::information;
}

std::string words_of_answer(const LeafInfo& leaf, const std::string& value) {
  for (const Choice& choice : leaf.choices) {
    if (choice.value == value) return std::string(choice.label);
  }
  const Canonical read = canonical(leaf.leaf, value);
  return read.understood.empty() ? value : read.understood;
}

}  // namespace

Tone tone_of(const CrossCheck& check) {
  return check.severity == Severity::error ? Tone::error : Tone::warning;
}

std::string shown_answer(const SessionData& data, Leaf which) {
  const Answers& answers = answers_that_count(data.packet, data.assessment);
  if (answers.is_empty(which) || !applies(which, answers)) return {};
  return words_of_answer(info(which), answers.text(which));
}

std::string answer_in_words(const SessionData& data, Leaf which) {
  const Answers& answers = data.packet.answers;
  const std::string name = name_of_field(data, info(which).id);
  if (answers.is_empty(which)) return said_of(name, "not answered yet");
  if (!applies(which, answers)) return said_of(name, "set aside");
  const std::string words = words_of_answer(info(which), answers.text(which));
  return said_of(name, info(which).choices.empty() ? words : to_ascii_lower(words));
}

void add_links(Node& parent, const SessionData& data, std::string_view prefix, std::span<const Leaf> wanted) {
  std::vector<std::string> targets;
  for (const Leaf which : wanted) {
    const LeafInfo& leaf = info(which);
    std::string target = node_of_field(leaf.id);
    if (std::find(targets.begin(), targets.end(), target) != targets.end()) continue;
    const std::string id = concat(prefix, leaf.id);
    const bool is_asked = applies(which, data.packet.answers);
    parent.children.push_back(is_asked ? build::link(id, answer_in_words(data, which), target)
                                       : build::text(id, answer_in_words(data, which)));
    targets.push_back(std::move(target));
  }
}

void add_why(Node& parent, const SessionData& data, std::string_view owner, std::string_view about,
             const Reason& reason) {
  const std::string id = concat("why:", owner);
  Node why = build::disclosure(id, concat("Why? ", about), is_open(data, id));
  if (why.flags.expanded) {
    const Paragraph& paragraph = reason.cite.paragraph();
    Node words =
        build::text(id + ".words", concat(paragraph.cite, ", ", paragraph.heading, ". ", paragraph.restatement));
    words.detail = "Restated in plain words; the order governs.";
    why.children.push_back(std::move(words));
    if (!reason.looked_at.empty()) {
      Node looked = build::group(id + ".looked_at", "What was checked");
      add_links(looked, data, id + ".looked_at:", reason.looked_at);
      why.children.push_back(std::move(looked));
    }
  }
  parent.children.push_back(std::move(why));
}

void add_finding(Node& parent, const SessionData& data, std::string id, const Finding& found) {
  const Reason reason{found.cite, found.looked_at};
  if (found.status == Status::pass) {
    parent.children.push_back(build::text(id, found.message, Tone::success));
    add_why(parent, data, id, found.cite.paragraph().heading, reason);
    return;
  }
  Node node = build::finding(id, tone_of(found), found.message);
  node.detail = found.next;
  node.cite = std::string(found.cite.text());
  add_why(node, data, id, found.cite.paragraph().heading, reason);
  parent.children.push_back(std::move(node));
}

void add_decision(Node& parent, const SessionData& data, const Finding& found) {
  if (found.status != Status::unknown) add_finding(parent, data, concat("decided:", found.rule), found);
}

void add_clauses(Node& main, ClausePart part, std::string_view heading) {
  const std::span<const Clause> all = clauses(part);
  Node group = build::group(concat("clauses:", all.front().id), std::string(heading));
  std::string_view cited;
  for (const Clause& clause : all) {
    Node text = build::text(concat("clause:", clause.id),
                            concat(clause.item, clause.item.empty() ? "" : ". ", clause.cite.paragraph().restatement));
    text.level = clause.level;
    if (clause.paragraph.text() != cited) text.cite = std::string(clause.paragraph.text());
    cited = clause.paragraph.text();
    group.children.push_back(std::move(text));
  }
  main.children.push_back(std::move(group));
}

void add_cross_checks_of(Node& parent, const SessionData& data, Leaf which) {
  if (data.step == Step::estimate) return;  // nobody reviews an estimate
  for (const CrossCheck& check : data.shown_checks) {
    if (check.leaf != which || !is_shown(data, check)) continue;
    const std::string id = concat("review:", check.rule, ":", info(which).id);
    Node node = build::finding(id, tone_of(check), check.message);
    node.cite = std::string(check.cite.text());
    add_why(node, data, id, check.cite.paragraph().heading, {check.cite, check.looked_at});
    parent.children.push_back(std::move(node));
  }
}

}  // namespace ftt
