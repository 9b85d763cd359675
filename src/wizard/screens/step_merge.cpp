// Two copies of one packet, to be merged: each question that only a person can answer, with what was there before, what
// both have now, and what each does to the result.
//
// Covers HRM 6040.2 ¶9. Does not merge (packet/merge_copies.h).
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "packet/chain_report.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/act_fields.h"
#include "wizard/screens/chain_nodes.h"
#include "wizard/state/chain_act.h"

namespace ftt {
namespace {

Option side(std::string_view value, std::string_view name, const std::string& words, const Json& figures) {
  const std::string result = with_capital(words_of_figures(figures));
  return {std::string(value), concat(name, ": ", words.empty() ? "not answered" : words),
          result.empty() ? std::string() : concat("Then: ", result)};
}

void add_question(Node& main, const ActFields& fields, const MergeConflict& conflict, std::size_t number) {
  const std::string node = node_of_conflict(number);
  std::vector<Option> sides;
  if (conflict.is_before_known) sides.push_back(side("before", "Before", conflict.words_before, Json()));
  sides.push_back(side("a", "A", conflict.words_a, conflict.figures_a));
  sides.push_back(side("b", "B", conflict.words_b, conflict.figures_b));
  main.children.push_back(needed(fields.choice(node, concat(number + 1, ". ", conflict.label), std::move(sides))));
}

}  // namespace

void add_merge(Node& main, const SessionData& data) {
  const ActFields fields(data);
  const MergingCopy& other = *data.merging;
  main.children.push_back(build::heading("act.heading", 2, "Merge the two copies"));
  main.children.push_back(labeled("act.merge.a", "A", "The open packet"));
  main.children.push_back(labeled("act.merge.b", "B", other.file_name));
  add_act_errors(main, data);
  main.children.push_back(build::text(
      "act.merge.words",
      other.conflicts.empty()
          ? "No answer was changed in two ways. All entries of both copies are kept."
          : "A field that only one copy changed takes that change. All entries of both copies are kept. Choose what to "
            "keep where both copies changed the same field.",
      Tone::small));
  for (std::size_t i = 0; i < other.conflicts.size(); ++i) add_question(main, fields, other.conflicts[i], i);
  main.children.push_back(build::text(
      "act.merge.after", "A concurrence counts afterward only if it was given on the merged answers.", Tone::small));
  add_who_records(main, data, fields);
  Node acts = build::group("act.acts", "Merge them or not", Arrange::toolbar);
  acts.children = {act_button(action("chain.record"), "Merge them", Tone::primary),
                   act_button(action("chain.leave"), "Do not merge them")};
  main.children.push_back(std::move(acts));
}

}  // namespace ftt
