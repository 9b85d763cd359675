// The assessment from top to bottom. See assess.h.
#include "packet/assess.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "base/assert.h"
#include "base/text.h"
#include "calc/half_years.h"
#include "form/place.h"

namespace ftt {
namespace {

// The form's own lines, without which Parts D to G are not complete.
constexpr std::array lines_of_the_form = {
    Line::locality_pay_requested_salary, Line::locality_pay_agency_salary, Line::travel_budget_mie,
    Line::travel_budget_lodging,         Line::travel_budget_trip_cost,    Line::travel_budget_annual,
    Line::cost_benefit_overall,          Line::cost_benefit_percent};

// What is missing, each once.
class MissingAnswers {
 public:
  void add(Leaf leaf, MissingReason reason) {
    const bool is_there =
        std::any_of(missing_.begin(), missing_.end(), [&](const MissingAnswer& answer) { return answer.leaf == leaf; });
    if (!is_there) missing_.push_back({leaf, reason});
  }
  void add_unless_answered(const Answers& answers, Leaf leaf, MissingReason reason) {
    if (applies(leaf, answers) && answers.is_empty(leaf)) add(leaf, reason);
  }

  // What is asked for in these parts of the form is not missing.
  void leave_out(std::initializer_list<std::string_view> sections) {
    const auto is_of_them = [&](const MissingAnswer& answer) {
      return std::find(sections.begin(), sections.end(), info(answer.leaf).section()) != sections.end();
    };
    missing_.erase(std::remove_if(missing_.begin(), missing_.end(), is_of_them), missing_.end());
  }

  // In the order of the form.
  std::vector<MissingAnswer> in_order() && {
    std::sort(missing_.begin(), missing_.end(),
              [](const MissingAnswer& a, const MissingAnswer& b) { return a.leaf < b.leaf; });
    return std::move(missing_);
  }

 private:
  std::vector<MissingAnswer> missing_;
};

// What the figures of Parts D to G need. An answer that is there but cannot be read is a problem already, not missing.
void add_what_the_figures_need(MissingAnswers& missing, const Worksheet& worksheet, const Answers& answers) {
  for (const Line id : lines_of_the_form) {
    const WorksheetLine* line = worksheet.find(id);
    if (line == nullptr || line->value.has_value()) continue;
    for (const Leaf need : line->needs) {
      if (answers.is_empty(need)) missing.add(need, MissingReason::figure);
    }
  }
}

const Document& document_of(const Policy& policy, std::string_view id) {
  const auto found = std::find_if(policy.documents.begin(), policy.documents.end(),
                                  [&](const Document& document) { return document.id == id; });
  FTT_ASSERT(found != policy.documents.end(), "A document of the order is not among those that are asked for.");
  return *found;
}

// Part I: item 1 where the costs must be justified (¶8e(1)); for a current employee then also why the person would
// leave and what would be lost (¶8e(2)).
struct RequiredByDocument {
  Leaf leaf;
  std::string_view document;
  MissingReason reason;
};
constexpr std::array required_by_documents = {
    RequiredByDocument{Leaf::justification_cost, "doc.cost_justification", MissingReason::cost_justification},
    RequiredByDocument{Leaf::justification_likelihood_of_leaving, "doc.retention_justification",
                       MissingReason::retention},
    RequiredByDocument{Leaf::justification_qualifications, "doc.retention_justification", MissingReason::retention}};

// One more problem of a leaf at its place among the problems of the form.
void add_in_order(std::vector<Problem>& problems, Problem problem) {
  const std::size_t number = number_of(find_leaf(problem.field)->leaf);
  const auto place = std::find_if(problems.begin(), problems.end(), [&](const Problem& other) {
    const LeafInfo* leaf = find_leaf(other.field);
    return leaf == nullptr || number_of(leaf->leaf) > number;
  });
  problems.insert(place, std::move(problem));
}

// ¶13b. Spending above the plan. That of a review is held against what was approved (review.h).
void add_spending(std::vector<Problem>& problems, const Answers& answers, const Worksheet& worksheet) {
  if (is_review(answers)) return;
  for (const SpendingRow& row : spending_against_plan(worksheet, answers)) {
    if (row.warning != SpendingWarning::none) problems.push_back({"actuals", Severity::warning, words_of(row)});
  }
}

void add_note(std::vector<std::string>& notes, const std::string& note) {
  if (!note.empty() && std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
}

}  // namespace

std::optional<Requirement> requirement_by_its_document(Leaf leaf, const Policy& policy) {
  const auto found = std::find_if(required_by_documents.begin(), required_by_documents.end(),
                                  [&](const RequiredByDocument& one) { return one.leaf == leaf; });
  if (found == required_by_documents.end()) return std::nullopt;
  return is_estimate(policy) ? Requirement::not_required : document_of(policy, found->document).requirement;
}

bool is_required_by_its_document(Leaf leaf, const Policy& policy) {
  return requirement_by_its_document(leaf, policy) == Requirement::required;
}

std::string message_of(const MissingAnswer& missing) {
  std::string message = missing_message(missing.leaf);
  switch (missing.reason) {
    case MissingReason::form:
      break;
    case MissingReason::figure:
      append(message, " A line of the worksheet needs it.");
      break;
    case MissingReason::cost_justification:
      append(message, " It is required because the arrangement has a cost.");
      break;
    case MissingReason::retention:
      append(message, " It is required because the arrangement has a cost and is for a current employee.");
      break;
  }
  return message;
}

std::string_view cite_of(const MissingAnswer& missing) {
  switch (missing.reason) {
    case MissingReason::cost_justification:
      return cite("HRM 6040.2 ¶8e(1)").text();
    case MissingReason::retention:
      return cite("HRM 6040.2 ¶8e(2)").text();
    case MissingReason::form:
    case MissingReason::figure:
      break;
  }
  return info(missing.leaf).cite.text();
}

namespace {

// From what the tables say on, but for what is wrong.
void find_what_follows(Assessment& assessment, const Rates& rates, const Answers& answers, AssessedOn day,
                       const CalcSettings& settings, const PolicySettings& policy) {
  // Parts D to H.
  assessment.worksheet = calculate(assessment.found, answers, settings);

  // What the order decides of the figures.
  find_policy_with_figures(assessment.policy, answers, assessment.found, assessment.worksheet,
                           day.context(policy.calendar));

  // What a complete packet lacks: what the form asks for, what the figures need …
  MissingAnswers lacking;
  for (const Leaf leaf : missing(answers)) lacking.add(leaf, MissingReason::form);
  add_what_the_figures_need(lacking, assessment.worksheet, answers);

  // … Part I, where the costs must be justified, and what decides whether they must …
  for (const RequiredByDocument& one : required_by_documents) {
    if (is_required_by_its_document(one.leaf, assessment.policy)) {
      lacking.add_unless_answered(answers, one.leaf, one.reason);
    }
  }
  for (const Leaf leaf : document_of(assessment.policy, "doc.cost_justification").settled_by) {
    lacking.add_unless_answered(answers, leaf, MissingReason::figure);
  }
  // … but of an estimate, which no Analysis Tool is required for, no estimate of relocation, justification or
  // concurrence.
  if (is_estimate(assessment.policy)) lacking.leave_out({"relocation", "justification", "concurring_supervisor"});
  assessment.missing = std::move(lacking).in_order();

  // What the rates have to say.
  assessment.rates_notes.clear();
  add_note(assessment.rates_notes, assessment.found.pay_note);
  add_note(assessment.rates_notes, assessment.found.requested.said);
  add_note(assessment.rates_notes, assessment.found.agency.said);
  add_note(assessment.rates_notes, assessment.found.per_diem_said);
  assessment.rates_digest = rates.digest();
  assessment.has_older_rates = rates.has_history();
}

}  // namespace

void finish_assessment(Assessment& assessment, const Rates& rates, const Answers& answers, AssessedOn day,
                       const CalcSettings& settings, const PolicySettings& policy) {
  find_what_follows(assessment, rates, answers, day, settings, policy);

  // What is wrong with the answers as the form alone can tell, with the places, and what a reviewer would raise.
  assessment.problems = check(answers, *day.edition);
  for (const Problem& problem : assessment.of_places) add_in_order(assessment.problems, problem);
  for (const CrossCheck& check : assessment.policy.cross_checks) {
    add_in_order(assessment.problems, {info(check.leaf).id, check.severity, check.message});
  }
  add_spending(assessment.problems, answers, assessment.worksheet);

  const bool has_error = std::any_of(assessment.problems.begin(), assessment.problems.end(),
                                     [](const Problem& problem) { return problem.severity == Severity::error; });
  const bool has_every_line = std::all_of(lines_of_the_form.begin(), lines_of_the_form.end(),
                                          [&](Line line) { return assessment.worksheet.value(line).has_value(); });
  assessment.complete = assessment.missing.empty() && has_every_line && !has_error;
}

Assessment assess(const Rates& rates, const Answers& answers, AssessedOn day, const CalcSettings& settings,
                  const PolicySettings& policy) {
  Assessment assessment;
  assessment.found = find_rates(rates, answers, day.packet);
  assessment.of_places = check_places(answers, rates);
  find_policy_without_figures(assessment.policy, answers, day.context(policy.calendar));
  finish_assessment(assessment, rates, answers, day, settings, policy);
  return assessment;
}

Assessment assess_figures(const Rates& rates, const Answers& answers, AssessedOn day, const CalcSettings& settings,
                          const PolicySettings& policy) {
  Assessment assessment;
  assessment.found = find_rates(rates, answers, day.packet);
  find_policy_without_figures(assessment.policy, answers, day.context(policy.calendar));
  find_what_follows(assessment, rates, answers, day, settings, policy);
  return assessment;
}

}  // namespace ftt
