// End or change an arrangement: the questions of the walk, and what the order makes of the answers.
//
// Covers HRM 6040.2 ¶1d, ¶6a(1), ¶6d, ¶11b and ¶12, with Part H against going on. The answers live in the session
// alone. Does not decide and does not recommend.
#include <string>
#include <utility>

#include "base/text.h"
#include "rules/change.h"
#include "view/build.h"
#include "view/policy_nodes.h"
#include "view/step_views.h"

namespace ftt {
namespace {

std::vector<ChangeAnswer> answers_of(const SessionData& data) {
  std::vector<ChangeAnswer> answers;
  for (const WalkAnswer& answer : data.walk_answers) answers.push_back({answer.question, answer.choice});
  return answers;
}

std::string answer_to(const SessionData& data, std::string_view question) {
  for (const WalkAnswer& answer : data.walk_answers) {
    if (answer.question == question) return answer.choice;
  }
  return {};
}

void add_question(Node& main, const SessionData& data, const ChangeQuestion& question) {
  std::vector<Option> options;
  for (const ChangeChoice& choice : question.choices) {
    options.push_back({std::string(choice.value), std::string(choice.label), {}});
  }
  Node node = build::choice(std::string(question.id), std::string(question.text), answer_to(data, question.id),
                            std::move(options));
  node.hint = std::string(question.help);
  node.cite = std::string(question.cite.text());
  node.flags.required = true;
  main.children.push_back(std::move(node));
}

Tone tone_of(Obligation obligation) {
  return obligation == Obligation::goes_on || obligation == Obligation::must_update ? Tone::information : Tone::warning;
}

void add_row(Node& parent, std::string id, std::string_view name, std::string_view words) {
  if (words.empty()) return;
  Node text = build::text(std::move(id), std::string(name));
  text.value = std::string(words);
  parent.children.push_back(std::move(text));
}

std::string amount(const std::optional<Money>& money) {
  return money ? to_display(*money) : std::string("not known yet");
}

void add_costs(Node& main, const SessionData& data) {
  const EndingCosts costs = ending_costs(data.assessment.worksheet);
  main.children.push_back(build::heading("change.costs.heading", 2, "Ending it against going on"));
  Node table = build::table(
      "change.costs", "The cost of ending it beside the cost of going on",
      {{"Years"}, {"Ending it (Part H)", Align::end}, {"Going on", Align::end}, {"Ending less going on", Align::end}});
  for (const EndingCost& row : costs.rows) {
    table.rows.push_back({concat("years.", row.years),
                          {concat(row.years, row.years == 1 ? " year" : " years"), amount(costs.ending),
                           amount(row.going_on), amount(row.difference)},
                          false});
  }
  main.children.push_back(std::move(table));
  Node words =
      build::text("change.costs.words", "Above zero, ending it costs more than going on for so long.", Tone::small);
  words.cite = "HRM 6040.2 ¶11b";
  main.children.push_back(std::move(words));
  if (costs.needs.empty()) return;
  Node group = build::group("change.costs.needs", "What it still needs");
  for (const std::string_view need : costs.needs) {
    if (!step_of_field(need)) continue;
    group.children.push_back(
        build::link(concat("change.costs.needs:", need), name_of_field(data, need), node_of_field(need)));
  }
  if (!group.children.empty()) main.children.push_back(std::move(group));
}

void add_outcome(Node& main, const SessionData& data, const ChangeWalk& walk) {
  const ChangeOutcome& outcome = *walk.outcome;
  main.children.push_back(build::heading("change.outcome.heading", 2, "What the order says"));
  Node node =
      build::finding("change.outcome", tone_of(outcome.obligation), concat(heading_of(outcome.obligation), "."));
  node.cite = std::string(outcome.cite.text());
  add_row(node, "change.outcome.consult", "Consult first", outcome.consult);
  add_row(node, "change.outcome.offers", "What is offered", outcome.offers);
  if (outcome.move_paid_by != MovePaidBy::does_not_arise) {
    add_row(node, "change.outcome.move", "Who pays the move", words_of(outcome.move_paid_by));
  }
  add_row(node, "change.outcome.refusal", "If none of it is taken", outcome.refusal);
  add_row(node, "change.outcome.rights", "Rights", outcome.rights);
  add_row(node, "change.outcome.next", "The next act", outcome.next);
  add_why(node, data, "change.outcome", outcome.cite.text(), {outcome.rule, outcome.cite, {}});
  main.children.push_back(std::move(node));
  if (outcome.compares_costs) add_costs(main, data);
}

}  // namespace

void add_change(Node& main, const SessionData& data) {
  main.children.push_back(build::text("change.kept",
                                      "These answers stay on this page while it is open. They are no part of the "
                                      "packet and are not saved with it.",
                                      Tone::small));
  const std::vector<ChangeAnswer> answers = answers_of(data);
  const ChangeWalk walk = walk_change(answers);
  for (const ChangeQuestion* question : walk.asked) add_question(main, data, *question);
  if (walk.outcome != nullptr) add_outcome(main, data, walk);
  if (!answers.empty()) main.children.push_back(build::button("change.again", "Begin again"));
  main.children.push_back(build::link("change.ask", "Whom to ask", "step:whom_to_ask"));
}

}  // namespace ftt
