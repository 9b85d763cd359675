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
    append(html, row("Who pays for the move", inert(words_of(outcome.move_paid_by))));
  }
  return concat(html, row("If the employee takes no offer", inert(outcome.refusal)),
                row("Rights", inert(outcome.rights)), row("Next step", inert(outcome.next)));
}

std::string to_sign(std::string_view label) {
  Signature block;
  block.label = label;
  block.name_label = "Name";
  block.title_label = "Title";
  block.signature_label = "Signature";
  block.date_label = "Date";
  return signature(block);
}

std::string table_of_record(const Source& source) {
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
      "<table class=\"answered record\"><caption class=\"hidden\">Ending or changing the arrangement</caption><thead>"
      "<tr><th scope=\"col\">Question</th><th scope=\"col\">Answer</th></tr></thead><tbody>",
      rows, "</tbody></table>");
}

}  // namespace

std::string ending_record(const Source& source) {
  if (!is_change_begun(source.answers)) return "";
  return concat("<h3>Record of ending or changing it</h3>", table_of_record(source));
}

std::string ending_sheet(const Source& source) {
  if (!is_change_begun(source.answers)) return "<p class=\"note\">No reason to end or change it is recorded.</p>";
  const auto box = [](int width, std::string_view label, const std::string& text) {
    return Box{width, std::string(label), isolated(text)};
  };
  const std::array<Box, 4> row = {
      box(6, "Employee", name_of_person(source)),
      box(6, "Position", joined({shown(source.answers, Leaf::position_title), office_text(source)})),
      box(6, "Official worksite of the arrangement", place_text(source, requested_worksite)),
      box(6, "Agency worksite", place_text(source, agency_worksite))};
  return concat(boxes(row), "<h3>What is recorded</h3>", table_of_record(source), "<div class=\"signatures\">",
                to_sign("Supervisor"), to_sign("Received by the servicing HR office"), "</div>");
}

}  // namespace ftt::print
