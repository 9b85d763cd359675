// How far each step is. See step_status.h.
#include "wizard/state/step_status.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "form/estimate.h"
#include "form/field.h"
#include "packet/forms.h"
#include "packet/recorded_case.h"
#include "packet/review.h"
#include "rules/approval.h"
#include "rules/rule.h"

namespace ftt {
namespace {

// What the packet says of a step.
struct Progress {
  bool asks = false;      // something that applies is asked on it
  bool is_begun = false;  // somebody has answered, or a figure of it is there
  bool is_open = false;   // something that its form or the order asks for is not there
  std::uint32_t attention = 0;

  StepStatus status() const {
    if (!asks) return {};
    if (attention != 0) return {StepState::needs_attention, attention};
    if (!is_begun) return {StepState::not_started, 0};
    return {is_open ? StepState::in_progress : StepState::complete, 0};
  }
};

class AllSteps {
 public:
  explicit AllSteps(const SessionData& data) : data_(data), all_(all_steps().size()) {}

  std::vector<StepStatus> status() {
    add_answers();
    add_missing();
    add_problems();
    add_cross_checks();
    add_eligibility();
    add_dates();
    add_review();
    add_figures();
    add_estimate();
    std::vector<StepStatus> found;
    for (const Progress& one : all_) found.push_back(one.status());
    return found;
  }

 private:
  Progress& at(Step step) { return all_[static_cast<std::size_t>(step)]; }
  Progress& of_field(std::string_view field) {
    const std::optional<Step> step = step_of_field(field);
    return step ? at(*step) : elsewhere_;
  }
  const Answers& answers() const { return data_.packet.answers; }

  // The leaves of a section stand together, and the whole of it is on one step. What can be answered on Check and
  // beside the form is no part of a form.
  void add_answers() {
    std::string_view section;
    Progress* progress = &elsewhere_;
    for (const LeafInfo& leaf : leaves()) {
      if (!applies(leaf.leaf, answers())) continue;
      if (leaf.section() != section) {
        section = leaf.section();
        progress = &of_field(leaf.id);
      }
      progress->asks = true;
      const bool is_answered = !answers().is_empty(leaf.leaf) && !answers().is_assumed(leaf.leaf);
      progress->is_begun = progress->is_begun || is_answered;
    }
    for (std::size_t i = static_cast<std::size_t>(Step::check); i < all_.size(); ++i) all_[i].asks = false;
    for (const Assumption* one : assumptions_in(answers())) of_field(info(one->leaf).id).is_open = true;
  }

  // ¶9: the concurrences are all there once it is decided, and the decision stands.
  void add_missing() {
    for (const MissingAnswer& missing : data_.assessment.missing) of_field(missing.field()).is_open = true;
    for (const FormStatus& form : find_forms(data_.packet, data_.assessment)) {
      const std::optional<Step> step = step_of_form(form.appendix);
      if (step && (!form.is_complete || !form.before_it_begins.empty())) at(*step).is_open = true;
    }
    const ApprovalState approval = find_approval(answers_that_count(data_.packet, data_.assessment)).state;
    if (approval == ApprovalState::open || approval == ApprovalState::contradicted)
      at(Step::concurrences).is_open = true;
  }

  // Of what was left; what an estimate assumed is open, and is no warning.
  void add_problems() {
    for (const Problem& problem : data_.shown) {
      if (!data_.left.contains(problem.field) || is_cross_check(data_, problem)) continue;
      const LeafInfo* leaf = find_leaf(problem.field);
      const bool is_assumed = leaf != nullptr && answers().is_assumed(leaf->leaf);
      if (problem.severity == Severity::error || !is_assumed) ++of_field(problem.field).attention;
    }
  }
  void add_cross_checks() {
    for (const CrossCheck& check : data_.shown_checks) {
      if (is_shown(data_, check)) ++of_field(info(check.leaf).id).attention;
    }
  }

  // None of its answers is asked for by the form: the step is done once the order has decided. What an arrangement's
  // length decides is said with the arrangement as well.
  void add_eligibility() {
    const Eligibility& eligibility = data_.assessment.policy.eligibility;
    if (eligibility.result == EligibilityResult::needs_answer) at(Step::eligibility).is_open = true;
    for (const Rule& rule : rules()) {
      if (eligibility.find(rule).status != Status::fail) continue;
      ++at(Step::eligibility).attention;
      if (rule.topic == RuleTopic::length) ++at(Step::arrangement).attention;
    }
  }

  // The recruit's two clocks run on the step of the agreement.
  void add_dates() {
    for (const FormClock& clock : form_clocks()) {
      const std::optional<Step> step = step_of_form(clock.form);
      const std::vector<Deadline>& all = data_.assessment.policy.deadlines;
      const auto is_late = [&](const Deadline& one) { return one.id == clock.deadline && has_passed(data_, one); };
      if (step && std::any_of(all.begin(), all.end(), is_late)) ++at(*step).attention;
    }
  }

  void add_review() {
    if (is_on_the_way(data_, Step::annual_review)) at(Step::annual_review).attention += data_.review_attention;
  }

  // Pay need not be answered where both salaries follow from the places and the grade; nothing is asked on the result.
  void add_figures() {
    const FoundRates& found = data_.assessment.found;
    const Worksheet& worksheet = data_.assessment.worksheet;
    at(Step::pay).is_begun = at(Step::pay).is_begun || (found.requested.salary && found.agency.salary);
    Progress& result = at(Step::result);
    result.asks = true;
    result.is_begun = worksheet.money(Line::locality_pay_difference) || worksheet.money(Line::travel_budget_annual);
    result.is_open = !worksheet.net_annual_change;
  }

  // The estimate is there with its figure; what it assumed is open on the steps of the packet.
  void add_estimate() {
    Progress& estimate = at(Step::estimate);
    estimate.asks = true;
    estimate.is_begun = is_estimate_begun(answers());
    estimate.is_open = !data_.assessment.worksheet.net_annual_change;
    for (const StepError& error : errors_of(data_, Step::estimate)) {
      if (data_.left.contains(error.node)) ++estimate.attention;
    }
  }

  const SessionData& data_;
  std::vector<Progress> all_;
  Progress elsewhere_;  // of what no step asks for
};

}  // namespace

std::uint32_t attention_of_review(const SessionData& data) {
  std::uint32_t attention = 0;
  if (!is_on_the_way(data, Step::annual_review)) return attention;
  const std::optional<Review> review = find_review(data.rates, data.packet, data.assessment, data.settings);
  if (!review) return attention;
  if (leave_doubt(review->differences)) ++attention;
  for (const Finding& finding : review->findings) attention += finding.status == Status::fail ? 1 : 0;
  for (const SpendingYear& year : review->years) {
    if (year.warning != SpendingWarning::none) ++attention;
    if (year.warning == SpendingWarning::above_twice) ++attention;
  }
  return attention;
}

std::vector<StepStatus> find_step_status(const SessionData& data) {
  return AllSteps(data).status();
}

std::string words_of(const StepStatus& status) {
  switch (status.state) {
    case StepState::none:
      break;
    case StepState::not_started:
      return "Not started";
    case StepState::in_progress:
      return "In progress";
    case StepState::needs_attention:
      return concat("Needs attention (", status.attention, ")");
    case StepState::complete:
      return "Done";
  }
  return {};
}

}  // namespace ftt
