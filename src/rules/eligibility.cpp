// The rules of eligibility in the order of their questions, and the result of them all. See eligibility.h.
#include "rules/eligibility.h"

#include <algorithm>
#include <array>

#include "rules/paragraphs.h"

namespace ftt {

namespace {

using namespace rules_detail;

// Those that may end it come first.
constexpr std::array questions = {Leaf::eligibility_component_covered,
                                  Leaf::eligibility_contractor,
                                  Leaf::eligibility_in_united_states,
                                  Leaf::eligibility_overseas_existing,
                                  Leaf::eligibility_overseas_end,
                                  Leaf::eligibility_reasonable_accommodation,
                                  Leaf::eligibility_awol_discipline,
                                  Leaf::eligibility_pornography_discipline,
                                  Leaf::eligibility_secure_materials_or_onsite_daily,
                                  Leaf::eligibility_agency_days_per_pay_period,
                                  Leaf::eligibility_mobile_work,
                                  Leaf::eligibility_mobile_area,
                                  Leaf::eligibility_temporary_duty,
                                  Leaf::arrangement_action,
                                  Leaf::eligibility_advertised_full_time_telework,
                                  Leaf::eligibility_position_start,
                                  Leaf::eligibility_duties_suitable,
                                  Leaf::eligibility_telework_agreement_approved,
                                  Leaf::eligibility_worksite_suitable};

std::vector<Finding> all_findings(const Answers& answers, Date considered, const WorkCalendar& calendar) {
  std::vector<Finding> findings;
  findings.reserve(17);
  findings.push_back(scope_component(answers));
  findings.push_back(scope_contractor(answers));
  findings.push_back(scope_location(answers));
  findings.push_back(scope_overseas_existing(answers));
  findings.push_back(scope_accommodation(answers));
  findings.push_back(eligible_telework(answers));
  findings.push_back(eligible_position(answers));
  findings.push_back(worksite_regular(answers));
  findings.push_back(worksite_mobile(answers));
  findings.push_back(worksite_temporary_duty(answers));
  findings.push_back(worksite_alternative(answers));
  findings.push_back(duration_documented(answers));
  findings.push_back(duration_kind(answers));
  findings.push_back(eligible_time_in_position(answers, considered, calendar));
  findings.push_back(eligible_duties(answers));
  findings.push_back(eligible_agreement(answers));
  findings.push_back(eligible_worksite(answers));
  return findings;
}

EligibilityResult result_of(WhenItFails worst, bool is_open) {
  switch (worst) {
    case WhenItFails::not_covered:
      return EligibilityResult::not_covered;
    case WhenItFails::not_full_time_telework:
      return EligibilityResult::not_full_time_telework;
    case WhenItFails::not_yet:
      return EligibilityResult::not_yet;
    case WhenItFails::nothing:
      break;
  }
  return is_open ? EligibilityResult::needs_answer : EligibilityResult::eligible;
}

void add_once(std::vector<Leaf>& leaves, Leaf leaf) {
  if (std::find(leaves.begin(), leaves.end(), leaf) == leaves.end()) leaves.push_back(leaf);
}

}  // namespace

std::string_view name_of(EligibilityResult result) {
  switch (result) {
    case EligibilityResult::eligible:
      return "eligible";
    case EligibilityResult::not_yet:
      return "not_yet";
    case EligibilityResult::not_covered:
      return "not_covered";
    case EligibilityResult::not_full_time_telework:
      return "not_full_time_telework";
    case EligibilityResult::needs_answer:
      break;
  }
  return "needs_answer";
}

std::string_view heading_of(EligibilityResult result) {
  switch (result) {
    case EligibilityResult::eligible:
      return "It may be requested";
    case EligibilityResult::not_yet:
      return "Not yet";
    case EligibilityResult::not_covered:
      return "Not under this order";
    case EligibilityResult::not_full_time_telework:
      return "Not full-time telework";
    case EligibilityResult::needs_answer:
      break;
  }
  return "Needs an answer";
}

const Finding* Eligibility::find(std::string_view rule) const {
  const auto found =
      std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.rule == rule; });
  return found == findings.end() ? nullptr : &*found;
}

Eligibility find_eligibility(const Answers& answers, Date today, const WorkCalendar& calendar) {
  const Date considered = std::max(today, answers.date(Leaf::clock_requested_on).value_or(today));
  Eligibility eligibility;
  eligibility.findings = all_findings(answers, considered, calendar);

  WhenItFails worst = WhenItFails::nothing;
  std::vector<Leaf> open;
  for (const Finding& finding : eligibility.findings) {
    if (finding.when_it_fails == WhenItFails::nothing) continue;
    if (finding.status == Status::fail) worst = std::max(worst, finding.when_it_fails);
    for (const Leaf leaf : finding.settled_by) add_once(open, leaf);
  }
  eligibility.result = result_of(worst, !open.empty());
  eligibility.heading = heading_of(eligibility.result);
  const bool is_grave = worst == WhenItFails::not_covered || worst == WhenItFails::not_full_time_telework;
  if (!is_grave && !open.empty()) eligibility.ask = {open.front()};
  if (eligibility.result == EligibilityResult::needs_answer) eligibility.settled_by = std::move(open);
  if (eligibility.result == EligibilityResult::not_yet) {
    eligibility.date = eligibility.find("eligible.time_in_position")->date;
  }
  return eligibility;
}

std::span<const Leaf> eligibility_questions() {
  return questions;
}

}  // namespace ftt
