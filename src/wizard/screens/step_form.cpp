// The steps that are lists of questions: arrangement, employee and position, costs and savings, justification.
//
// Covers App. A, Parts A to C, F and I. Does not calculate; the lines of Part F come from the worksheet.
#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"
#include "base/typed_text.h"
#include "form/field.h"
#include "packet/forms.h"
#include "view/answer.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/fields.h"
#include "wizard/screens/policy_nodes.h"
#include "wizard/screens/step_views.h"
#include "wizard/screens/work.h"
#include "wizard/screens/writing_help.h"

namespace ftt {

namespace {

bool is_asked_before(const Answers& answers) {
  return std::any_of(leaves().begin(), leaves().end(), [&](const LeafInfo& leaf) {
    return leaf.section() == "eligibility" && !answers.is_empty(leaf.leaf) && !answers.is_assumed(leaf.leaf);
  });
}

}  // namespace

void add_arrangement(Node& main, const SessionData& data) {
  // Whoever comes by the estimate has not been asked on eligibility.
  if (!is_asked_before(data.packet.answers)) add_leaf(main, data, Leaf::prepared_by);
  add_leaf(main, data, Leaf::arrangement_action);
  add_leaf(main, data, Leaf::arrangement_type);
  if (!data.packet.answers.is_empty(Leaf::record_replaces)) add_leaf(main, data, Leaf::record_replaces);
  add_leaf(main, data, Leaf::arrangement_term);
  add_row(main, data, "arrangement.dates", {Leaf::arrangement_start, Leaf::arrangement_end});
  for (const Rule& rule : rules()) {
    if (rule.topic == RuleTopic::length) add_decision(main, data, data.assessment.policy.eligibility.find(rule));
  }
}

void add_employee(Node& main, const SessionData& data) {
  main.children.push_back(build::heading("employee.heading", 2, with_part(data, "Part B", "Employee")));
  if (!applies(Leaf::employee_last_name, data.packet.answers)) {
    main.children.push_back(build::text("employee.recruit",
                                        "For a recruit action, leave the employee's name and current worksite empty.",
                                        Tone::small));
  }
  add_row(main, data, "employee.name",
          {Leaf::employee_last_name, Leaf::employee_first_name, Leaf::employee_middle_initial});
  main.children.push_back(build::heading("employee.worksites", 2, "The worksites"));
  add_place(main, data, agency_worksite);
  add_place(main, data, current_worksite);
  add_place(main, data, requested_worksite);
  main.children.push_back(build::heading("position.heading", 2, with_part(data, "Part C", "Position")));
  add_row(main, data, "position.title_and_series", {Leaf::position_title, Leaf::position_series});
  add_leaf(main, data, Leaf::position_pay_plan);
  add_row(main, data, "position.grade_and_step", {Leaf::position_grade, Leaf::position_step});
  add_leaf(main, data, Leaf::position_supervisory);
  add_composite(main, data, "position.office", Arrange::stack);
}

std::optional<Money> transit_of_a_year(const SessionData& data) {
  const Result<Money> monthly = parse_money(seen_text(data.monthly_subsidy));
  const Result<Count> months = parse_count(seen_text(data.months), 0, 12);
  if (!monthly || !months || *monthly < Money() || *monthly > Money::from_cents(max_money_input.cents() / 12)) {
    return std::nullopt;
  }
  return times(*monthly, *months);
}

void add_transit_helper(Node& parent, const SessionData& data) {
  Node helper = build::disclosure("helper.transit", "Calculate the subsidy from a monthly amount",
                                  is_open(data, "helper.transit"));
  if (helper.flags.expanded) {
    Node row = build::group("helper.transit.fields", {}, Arrange::row);
    Node monthly = build::field("helper.monthly", InputType::money, "Transit subsidy per month", data.monthly_subsidy);
    monthly.hint = "For example $325.00.";
    if (const Result<Money> read = parse_money(seen_text(data.monthly_subsidy)); read) {
      if (!data.draft || data.draft->id != monthly.id) monthly.value = to_display(*read);
    } else if (!data.monthly_subsidy.empty() && data.left.contains("helper.monthly")) {
      monthly.problem = read.error().message;
    }
    Node months = build::field("helper.months", InputType::count, "Months in the year", data.months);
    months.hint = "0 to 12.";
    if (const Result<Count> read = parse_count(seen_text(data.months), 0, 12);
        !read && !data.months.empty() && data.left.contains("helper.months")) {
      months.problem = read.error().message;
    }
    row.children = {std::move(monthly), std::move(months)};
    helper.children.push_back(std::move(row));
    const std::optional<Money> year = transit_of_a_year(data);
    helper.children.push_back(act_button(
        action("helper.take"), year ? concat("Use ", to_display(*year), " a year") : "Use the year's amount"));
  }
  parent.children.push_back(std::move(helper));
}

void add_additional(Node& main, const SessionData& data) {
  main.children.push_back(build::text(
      "additional.empty_is_none", "An empty line means none. Explain each amount under Justification.", Tone::small));
  add_leaf(main, data, Leaf::additional_transit_subsidy);
  add_leaf(main, data, Leaf::additional_transit_savings);
  add_transit_helper(main, data);
  add_leaf(main, data, Leaf::additional_travel_savings);
  add_leaf(main, data, Leaf::additional_space_savings);
  add_composite(main, data, "additional.other1", Arrange::card);
  add_composite(main, data, "additional.other2", Arrange::card);
  main.children.push_back(build::heading("additional.lines", 2, with_part(data, "Part F", "Total")));
  add_work(main, data, Line::additional_total);
}

bool may_need_justification(const SessionData& data) {
  const Leaf leaf = Leaf::justification_cost;
  return is_needed(leaf, data.packet.answers, data.assessment.policy) || !is_need_known(leaf, data.assessment.policy);
}

std::string justification_in_words(const SessionData& data) {
  const Worksheet& worksheet = data.assessment.worksheet;
  if (may_need_justification(data)) {
    std::string words = justification_sentence(worksheet);
    return words.empty() ? "This depends on the result: if it costs more, a justification is required." : words;
  }
  return concat("No justification is required. ", grounds_of_justification(worksheet));
}

void add_justification(Node& main, const SessionData& data) {
  Node finding = build::finding("justification.required", Tone::information, justification_in_words(data));
  finding.cite = "HRM 6040.2 ¶8e(1)";
  main.children.push_back(std::move(finding));
  for (const Leaf text : {Leaf::justification_cost, Leaf::justification_items,
                          Leaf::justification_likelihood_of_leaving, Leaf::justification_qualifications}) {
    add_leaf(main, data, text);
    add_writing_help(main, data, text);
  }
  add_leaf(main, data, Leaf::justification_best_interest);
  add_leaf(main, data, Leaf::justification_best_interest_reason);
}

}  // namespace ftt
