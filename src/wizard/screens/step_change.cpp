// End or change an arrangement: the questions of the walk, and what the order makes of the answers.
//
// Covers HRM 6040.2 ¶1d, ¶3h, ¶6a(1), ¶6d, ¶11b and ¶12, with Part H against going on. The answers are the packet's own
// (ending.*). Does not decide and does not recommend.
#include <string>
#include <utility>

#include "base/text.h"
#include "rules/change.h"
#include "view/build.h"
#include "view/wording.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/fields.h"
#include "wizard/screens/policy_nodes.h"
#include "wizard/screens/step_views.h"

namespace ftt {
namespace {

Tone tone_of(Obligation obligation) {
  return obligation == Obligation::goes_on || obligation == Obligation::left_open ? Tone::information : Tone::warning;
}

void add_row(Node& parent, std::string id, std::string_view name, std::string_view words) {
  if (words.empty()) return;
  Node text = build::text(std::move(id), std::string(name));
  text.value = std::string(words);
  parent.children.push_back(std::move(text));
}

void add_costs(Node& main, const SessionData& data) {
  const EndingCosts costs = ending_costs(data.assessment.worksheet, data.packet.answers);
  main.children.push_back(build::heading("change.costs.heading", 2, "Cost to end compared with continuing"));
  Node table = build::table(
      "change.costs", "The cost to end it compared with the cost of continuing",
      {{"Years"},
       {costs.replacing ? "Cost to end it (the move and replacing the employee)" : "Cost to end it (the move)",
        Align::end},
       {"Cost of continuing", Align::end},
       {"Cost to end minus cost of continuing", Align::end}});
  for (const EndingCost& row : costs.rows) {
    table.rows.push_back({concat("years.", row.years),
                          {concat(row.years, row.years == 1 ? " year" : " years"), shown_money(costs.ending),
                           shown_money(row.going_on), shown_money(row.difference)},
                          false});
  }
  main.children.push_back(std::move(table));
  Node words =
      build::text("change.costs.words", "Above zero, ending it costs more than continuing for that long.", Tone::small);
  words.cite = "HRM 6040.2 ¶11b";
  main.children.push_back(std::move(words));
  if (costs.needs.empty()) return;
  Node group = build::group("change.costs.needs", "What it still needs");
  for (const Leaf leaf : costs.needs) {
    const std::string_view need = info(leaf).id;
    group.children.push_back(
        build::link(concat("change.costs.needs:", need), name_of_field(data, need), node_of_field(need)));
  }
  main.children.push_back(std::move(group));
}

void add_outcome(Node& main, const SessionData& data, const ChangeWalk& walk) {
  const ChangeOutcome& outcome = *walk.outcome;
  main.children.push_back(build::heading("change.outcome.heading", 2, "What the order says"));
  Node node =
      build::finding("change.outcome", tone_of(outcome.obligation), concat(heading_of(outcome.obligation), "."));
  node.cite = std::string(outcome.cite.text());
  add_row(node, "change.outcome.consult", "First", outcome.consult);
  add_row(node, "change.outcome.offers", "What is offered", outcome.offers);
  if (outcome.move_paid_by != MovePaidBy::does_not_arise) {
    add_row(node, "change.outcome.move", "Who pays for the move", words_of(outcome.move_paid_by));
  }
  add_row(node, "change.outcome.refusal", "If the employee takes no offer", outcome.refusal);
  add_row(node, "change.outcome.rights", "Rights", outcome.rights);
  add_row(node, "change.outcome.next", "Next step", outcome.next);
  add_why(node, data, "change.outcome", outcome.cite.paragraph().heading, {outcome.cite});
  main.children.push_back(std::move(node));
  if (outcome.compares_costs) add_costs(main, data);
}

// What is done with the outcome: it is saved, printed, and where the order asks for it, begun anew.
void add_acts(Node& main, const SessionData& data, const ChangeOutcome& outcome) {
  main.children.push_back(build::heading("change.acts.heading", 2, "What to do now"));
  const bool is_writable = data.access == Access::writable;
  const bool is_saved = !data.is_changed() && !data.saved_name.empty();
  const bool may_begin = outcome.begins_anew && is_writable;
  if (may_begin) {
    main.children.push_back(build::text(
        "change.acts.words",
        is_saved ? "The record is saved. The new packet copies the person and the position, and says which packet it "
                   "replaces."
                 : "Save this packet with its record first. Then start the new arrangement from it.",
        Tone::small));
  }
  Node acts = build::group("change.acts", "What to do now", Arrange::toolbar);
  if (is_writable) {
    acts.children.push_back(act_button(action("change.save"), "Save the packet with this record",
                                       may_begin && is_saved ? Tone::secondary : Tone::primary));
  }
  acts.children.push_back(act_button(action("change.print"), "Print the record"));
  if (may_begin && is_saved) {
    acts.children.push_back(act_button(action("change.begin_new"), "Start the new arrangement", Tone::primary));
  }
  main.children.push_back(std::move(acts));
}

}  // namespace

void add_change(Node& main, const SessionData& data) {
  main.children.push_back(
      build::text("change.kept",
                  "These answers are kept with the packet and printed with it as a record. They are not part of the "
                  "forms.",
                  Tone::small));
  const ChangeWalk walk = walk_change(data.packet.answers);
  for (const Leaf question : walk.asked) {
    const std::size_t place = main.children.size();
    add_leaf(main, data, question);
    set_need(main.children[place], QuestionNeed::needed);
  }
  if (walk.outcome != nullptr) {
    add_outcome(main, data, walk);
    const std::size_t place = main.children.size();
    for (const Leaf leaf : walk.outcome->record) add_leaf(main, data, leaf);
    if (main.children.size() > place) {
      main.children.insert(main.children.begin() + static_cast<std::ptrdiff_t>(place),
                           build::heading("change.record", 2, "What is recorded"));
    }
    add_acts(main, data, *walk.outcome);
  }
  if (is_change_begun(data.packet.answers) && data.access == Access::writable) {
    main.children.push_back(act_button(action("change.again"), "Start over"));
  }
  main.children.push_back(build::link("change.ask", "Who to contact", "step:whom_to_ask"));
}

}  // namespace ftt
