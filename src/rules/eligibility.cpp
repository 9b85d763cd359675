// The rules of eligibility in the order of their questions, and the result of them all. See eligibility.h.
#include "rules/eligibility.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace ftt {

namespace {

// Those in the angle brackets, for as long as the program runs.
template <Leaf... leaves>
constexpr std::array<Leaf, sizeof...(leaves)> leaves_of{leaves...};

constexpr Rule rule_table[] = {
#define FTT_RULE(name, id, citation, when_it_fails, topic, test, ...) \
  {id, cite(citation), WhenItFails::when_it_fails, RuleTopic::topic, leaves_of<__VA_ARGS__>, rules_detail::name},
#include "rules/rules.inc"
#undef FTT_RULE
};

constexpr std::size_t question_count = [] {
  std::size_t count = 0;
  for (const Rule& rule : rule_table) count += rule.asks.size();
  return count;
}();

constexpr auto questions = [] {
  std::array<Leaf, question_count> all{};
  auto end = all.begin();
  for (const Rule& rule : rule_table) end = std::copy(rule.asks.begin(), rule.asks.end(), end);
  return all;
}();

constexpr bool each_question_is_asked_once() {
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (std::find(questions.begin() + i + 1, questions.end(), questions[i]) != questions.end()) return false;
  }
  return true;
}
static_assert(each_question_is_asked_once(), "A question has two rules in the table.");

std::vector<Finding> all_findings(const Answers& answers, const RuleContext& context) {
  std::vector<Finding> findings;
  findings.reserve(std::size(rule_table));
  for (const Rule& rule : rule_table) {
    Finding found{
        rule.id, Status::unknown, {}, {}, rule.cite, rule.when_it_fails, {rule.asks.begin(), rule.asks.end()}, {}, {}};
    findings.push_back(rule.decide(std::move(found), answers, context));
  }
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
      return "It can be requested";
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

std::span<const Rule> rules() {
  return rule_table;
}

const Finding& Eligibility::find(RuleId rule) const {
  return find(rule_table[rule.number()]);
}

const Finding& Eligibility::find(const Rule& rule) const {
  const auto number = static_cast<std::size_t>(&rule - rule_table);
  FTT_ASSERT(number < findings.size(), "An eligibility has a finding of each rule.");
  return findings[number];
}

Eligibility find_eligibility(const Answers& answers, const RuleContext& context) {
  Eligibility eligibility;
  eligibility.findings = all_findings(answers, context);

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
    eligibility.date = eligibility.find("eligible.time_in_position").date;
  }
  return eligibility;
}

std::span<const Leaf> eligibility_questions() {
  return questions;
}

}  // namespace ftt
