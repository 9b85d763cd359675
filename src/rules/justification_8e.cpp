// HRM 6040.2 ¶8d and ¶8e, App. A, Part F (note), Parts H and I: what has to be justified or explained in writing.
//
// Does not: decide whether it costs more (the worksheet does), or judge a justification.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "rules/asked.h"
#include "rules/document_paragraphs.h"

namespace ftt::rules_detail {

namespace {

constexpr std::array part_f_amounts = {Leaf::additional_transit_savings, Leaf::additional_travel_savings,
                                       Leaf::additional_space_savings, Leaf::additional_other1_amount,
                                       Leaf::additional_other2_amount};

// What the figures behind the justification lack, as answers.
std::vector<Leaf> needs_of_the_figures(const Worksheet& worksheet) {
  std::vector<Leaf> leaves;
  const auto add_needs = [&](Line id) {
    const WorksheetLine* line = worksheet.find(id);
    if (line == nullptr) return;
    for (const Leaf need : line->needs) {
      if (std::find(leaves.begin(), leaves.end(), need) == leaves.end()) leaves.push_back(need);
    }
  };
  // The overall cost goes into the net annual change, whose needs hold those of both.
  add_needs(Line::cost_benefit_net_annual_change);
  add_needs(Line::cost_benefit_overall);
  add_needs(Line::term_net_change);
  return leaves;
}

}  // namespace

// ¶8e(1); Part I, item 1. Required where the arrangement costs GSA more than the agency worksite would, in a year or, a
// short-term one, in its term; and where the overall cost of Part G is a cost, since Part I asks for its justification.
Document cost_justification(Document document, const Answers&, const Grounds& grounds) {
  const Worksheet& worksheet = grounds.worksheet;
  document.why = grounds_of_justification(worksheet);
  if (worksheet.justification == Justification::unknown) {
    document.why = "It is required if the arrangement costs more. The figures are not complete yet.";
    document.settled_by = needs_of_the_figures(worksheet);
  } else {
    document.requirement = is_required(worksheet.justification) ? Requirement::required : Requirement::not_required;
  }
  return document;
}

// App. A, Part F, note; Part I, item 2. Each line of Part F that is not zero is explained; an empty one means none.
Document item_explanation(Document document, const Answers& answers, const Grounds&) {
  document.requirement = Requirement::not_required;
  document.why = "Every line of Part F is zero.";
  for (const Leaf leaf : part_f_amounts) {
    const bool is_begun = std::any_of(other_lines.begin(), other_lines.end(), [&](const OtherLine& line) {
      return line.amount == leaf && answers.is_empty(leaf) &&
             !(answers.is_empty(line.label) && answers.is_empty(line.direction));
    });
    if (answers.is_bad(leaf) || answers.is_unread(leaf) || is_begun) document.settled_by.push_back(leaf);
    const Known<Money> amount = answers.money(leaf);
    if (amount.is_missing() || amount.value() == Money()) continue;
    document.requirement = Requirement::required;
    document.why = concat("Line ", info(leaf).item.substr(1), " of Part F is not zero.");
    document.settled_by.clear();
    return document;
  }
  if (!document.settled_by.empty()) {
    document.requirement = Requirement::unknown;
    document.why = "An amount of Part F is missing or cannot be read.";
  }
  return document;
}

// ¶8e(2). A justification for a current employee also says how likely the employee is to leave otherwise, and the
// unique qualifications or attributes.
Document retention_justification(Document document, const Answers& answers, const Grounds& grounds) {
  const Worksheet& worksheet = grounds.worksheet;
  const Known<Action> action = answers.action();
  if (action.has_value() && action.value() == Action::recruit) {
    document.requirement = Requirement::not_required;
    document.why = "It is for current employees; this is a recruit action.";
    return document;
  }
  if (worksheet.justification == Justification::not_required) {
    document.requirement = Requirement::not_required;
    document.why = "No justification of the costs is required.";
    return document;
  }
  if (is_required(worksheet.justification) && action.has_value()) {
    document.requirement = Requirement::required;
    document.why = "The costs need a justification, and the person is a current employee.";
    return document;
  }
  document.why = "It is required if the costs need a justification for a current employee.";
  if (!is_required(worksheet.justification)) document.settled_by = needs_of_the_figures(worksheet);
  if (action.is_missing()) document.settled_by.insert(document.settled_by.begin(), Leaf::arrangement_action);
  return document;
}

// ¶8d; Part H. The cost of ending it must have been considered.
Document relocation_estimate(Document document, const Answers&, const Grounds&) {
  document.requirement = Requirement::required;
  document.why = "Every case has to consider what it would cost to end the arrangement.";
  return document;
}

}  // namespace ftt::rules_detail

namespace ftt {

std::string_view grounds_of_justification(const Worksheet& worksheet) {
  const bool is_year_known = worksheet.net_annual_change.has_value();
  switch (worksheet.justification) {
    case Justification::unknown:
      break;
    case Justification::not_required:
      return worksheet.find(Line::term_net_change) == nullptr
                 ? "Neither the net annual change nor the overall cost is above zero."
                 : "Neither the net annual change, the overall cost, nor the net change in the term is "
                   "above zero.";
    case Justification::net_change:
      return "The net annual change is above zero.";
    case Justification::overall:
      return is_year_known ? "The overall cost is above zero, though the net annual change is not."
                           : "The overall cost is above zero; the net annual change is not known yet.";
    case Justification::net_change_and_overall:
      return "The net annual change and the overall cost are above zero.";
    case Justification::term:
      return is_year_known ? "The net change in the term is above zero, though neither the net annual change nor the "
                             "overall cost is."
                           : "The net change in the term is above zero; the net annual change is not known yet.";
  }
  return "";
}

}  // namespace ftt
