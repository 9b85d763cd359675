// Can it be done? One topic at a time, what each answer decided below it, and the result beside them.
//
// Covers Order ¶3; HRM 6040.2 ¶1e, ¶3b, ¶3h, ¶5, ¶7a, ¶7b, ¶8a, ¶8b, ¶10b. Does not decide; an estimate stays possible.
#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "rules/eligibility.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/eligibility_topics.h"
#include "wizard/screens/fields.h"
#include "wizard/screens/policy_nodes.h"
#include "wizard/screens/step_views.h"

namespace ftt {
namespace {

// How far the topic is, in a word or two.
std::string_view words_of(TopicState state) {
  switch (state) {
    case TopicState::not_answered:
      return "not answered yet";
    case TopicState::in_progress:
      return "in progress";
    case TopicState::decided:
      break;
  }
  return "answered";
}

// What the topic has decided, in a line: what stands against a request, else all that holds.
std::string decision_of(const SessionData& data, const Topic& topic) {
  std::string against;
  std::string holds;
  for (const Rule& rule : topic.rules()) {
    const Finding& found = data.assessment.policy.eligibility.find(rule);
    if (found.status == Status::unknown) continue;
    std::string& words = found.status == Status::fail ? against : holds;
    append(words, words.empty() ? "" : " ", found.message);
  }
  if (!against.empty()) return against;
  const TopicState state = state_of(data, topic);
  return state == TopicState::decided ? holds : std::string(words_of(state));
}

// Answered, or among what would settle a rule: not the date in the position of somebody who is exempt.
bool is_needed(const SessionData& data, Leaf leaf) {
  const std::vector<Finding>& findings = data.assessment.policy.eligibility.findings;
  return !data.packet.answers.is_empty(leaf) ||
         std::any_of(findings.begin(), findings.end(), [&](const Finding& found) {
           return std::find(found.settled_by.begin(), found.settled_by.end(), leaf) != found.settled_by.end();
         });
}

// What the answers decide stands below all questions of the topic, so that no answer moves the next question. The
// paragraph is cited by the question.
void add_decisions(Node& parent, const SessionData& data, const Topic& topic) {
  const std::size_t first = parent.children.size();
  for (const Rule& rule : topic.rules()) add_decision(parent, data, data.assessment.policy.eligibility.find(rule));
  for (std::size_t i = first; i < parent.children.size(); ++i) parent.children[i].cite.clear();
}

void add_topic(Node& main, const SessionData& data, const Topic& topic, std::size_t number) {
  const std::string id(topic.id);
  const bool is_shown = is_open(data, id, data.topic == id);
  // Open, it says below its questions what they decide: a longer heading would move them.
  const std::string so_far = is_shown ? std::string(words_of(state_of(data, topic))) : decision_of(data, topic);
  Node node = build::disclosure(id, concat(number, ". ", topic.title, ": ", so_far), is_shown);
  node.level = 2;
  if (node.flags.expanded) {
    for (const Rule& rule : topic.rules()) {
      for (const Leaf leaf : rule.asks) {
        if (!applies(leaf, data.packet.answers)) continue;
        const std::size_t place = node.children.size();
        add_leaf(node, data, leaf);
        set_need(node.children[place], is_needed(data, leaf) ? QuestionNeed::needed : QuestionNeed::optional);
      }
    }
    add_decisions(node, data, topic);
    if (data.topic == id) {
      const Topic* next = find_topic(next_topic(data, id));
      const std::string_view step = words_of(Step::arrangement).title;
      node.children.push_back(next != nullptr ? act_button(action("topic.next"), concat("Next topic: ", next->title))
                                              : act_button(action("topic.on"), concat("Next: ", step)));
    }
  }
  main.children.push_back(std::move(node));
}

Tone tone_of(EligibilityResult result) {
  switch (result) {
    case EligibilityResult::eligible:
      return Tone::success;
    case EligibilityResult::not_yet:
    case EligibilityResult::not_covered:
    case EligibilityResult::not_full_time_telework:
      return Tone::warning;
    case EligibilityResult::needs_answer:
      break;
  }
  return Tone::plain;
}

// Questions left, but for what is asked only once another answer is there.
std::vector<Leaf> asked_of(const SessionData& data) {
  std::vector<Leaf> asked = data.assessment.policy.eligibility.settled_by;
  const auto is_not_asked_yet = [&](Leaf leaf) { return !applies(leaf, data.packet.answers); };
  asked.erase(std::remove_if(asked.begin(), asked.end(), is_not_asked_yet), asked.end());
  return asked;
}

std::string words_below(const SessionData& data) {
  const Eligibility& eligibility = data.assessment.policy.eligibility;
  switch (eligibility.result) {
    case EligibilityResult::eligible:
      return "The order does not rule out a request";
    case EligibilityResult::not_yet:
      return eligibility.date ? concat("First on ", to_display(*eligibility.date)) : "Something needs to be done first";
    case EligibilityResult::not_covered:
      return "There is another way, see below";
    case EligibilityResult::not_full_time_telework:
      return "Another kind of telework may work";
    case EligibilityResult::needs_answer:
      break;
  }
  const std::size_t open = asked_of(data).size();
  return open == 1 ? std::string("One question left") : concat(open, " questions left");
}

// The rules that decide the result: those that fail, the gravest alone; when none fails, all that hold.
void add_grounds(std::vector<Node>& children, const SessionData& data) {
  const Eligibility& eligibility = data.assessment.policy.eligibility;
  WhenItFails worst = WhenItFails::nothing;
  for (const Finding& found : eligibility.findings) {
    if (found.status == Status::fail) worst = std::max(worst, found.when_it_fails);
  }
  Node group = build::group("eligibility.grounds", "What this is based on");
  for (const Finding& found : eligibility.findings) {
    const bool is_ground = worst == WhenItFails::nothing ? found.status == Status::pass || found.status == Status::note
                                                         : found.status == Status::fail && found.when_it_fails == worst;
    if (!is_ground) continue;
    Node text = build::text(concat("ground:", found.rule), found.message, Tone::small);
    text.detail = found.next;
    text.cite = std::string(found.cite.text());
    group.children.push_back(std::move(text));
  }
  if (!group.children.empty()) children.push_back(std::move(group));
}

}  // namespace

std::vector<Node> eligibility_so_far(const SessionData& data) {
  const Eligibility& eligibility = data.assessment.policy.eligibility;
  std::vector<Node> children;
  Node figure =
      build::figure("eligibility.result", "Can it be requested?", std::string(eligibility.heading), words_below(data));
  figure.tone = tone_of(eligibility.result);
  children.push_back(std::move(figure));
  if (!eligibility.settled_by.empty()) {
    Node group = build::group("eligibility.settled_by", "Questions left");
    for (const Leaf leaf : asked_of(data)) {
      group.children.push_back(build::link(concat("settles:", info(leaf).id), name_of_field(data, info(leaf).id),
                                           node_of_field(info(leaf).id)));
    }
    children.push_back(std::move(group));
  }
  add_grounds(children, data);
  Node links = build::group("eligibility.on", "Continue");
  links.children = {build::link("eligibility.packet", "Continue with the packet", "step:arrangement"),
                    build::link("eligibility.estimate", "You can still get an estimate", "step:estimate"),
                    build::link("eligibility.ask", "Who to contact", "step:whom_to_ask")};
  children.push_back(std::move(links));
  return children;
}

void add_eligibility(Node& main, const SessionData& data) {
  add_leaf(main, data, Leaf::prepared_by);
  std::size_t number = 0;
  for (const Topic& topic : all_topics()) add_topic(main, data, topic, ++number);
  main.children.push_back(build::text(
      "eligibility.decides",
      "A question without an answer never counts as no. You can continue with the packet and answer later. The "
      "supervisor and the servicing HR office decide.",
      Tone::small));
}

}  // namespace ftt
