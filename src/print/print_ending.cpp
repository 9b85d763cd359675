// Setting the record of an ending. See print_ending.h.
#include "print/print_ending.h"

#include <array>

#include "base/text.h"
#include "rules/change.h"

namespace ftt::print {
namespace {

std::string row(std::string_view label, std::string_view words) {
  if (words.empty()) return "";
  return concat("<tr><th scope=\"row\">", inert(label), "</th><td>", words, "</td></tr>");
}

std::string answered_row(const Source& source, Leaf leaf) {
  const std::string words = shown(source.answers, leaf);
  return row(info(leaf).label, words.empty() ? std::string("not answered") : isolated(words));
}

std::string outcome_rows(const ChangeOutcome& outcome) {
  std::string html = row("What the order says", concat("<b>", inert(heading_of(outcome.obligation)), ".</b> <cite>",
                                                       inert(outcome.cite.text()), "</cite>"));
  append(html, row("First", inert(outcome.consult)), row("What is offered", inert(outcome.offers)));
  if (outcome.move_paid_by != MovePaidBy::does_not_arise) {
    append(html, row("Who pays the move", inert(words_of(outcome.move_paid_by))));
  }
  return concat(html, row("If none of it is taken", inert(outcome.refusal)), row("Rights", inert(outcome.rights)),
                row("The next act", inert(outcome.next)));
}

}  // namespace

std::string ending_record(const Source& source) {
  if (!is_change_begun(source.answers)) return "";
  const ChangeWalk walk = walk_change(source.answers);
  std::string rows;
  for (const Leaf question : walk.asked) append(rows, answered_row(source, question));
  if (walk.outcome != nullptr) {
    append(rows, outcome_rows(*walk.outcome));
    for (const Leaf leaf : walk.outcome->record) {
      if (applies(leaf, source.answers)) append(rows, answered_row(source, leaf));
    }
  }
  return concat(
      "<h3>Record of ending or changing it</h3><table class=\"answered record\"><caption class=\"hidden\">Ending or "
      "changing the arrangement</caption><thead><tr><th scope=\"col\">Question</th><th scope=\"col\">Answer"
      "</th></tr></thead><tbody>",
      rows, "</tbody></table>");
}

}  // namespace ftt::print
