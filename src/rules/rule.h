// Rule: a row of the table of eligibility (rules.inc): its id, its paragraph, what it asks, what it means when it
// fails, and the function that decides it, in the file of its paragraph.
//
//   eligibility.find("eligible.time_in_position")   does not compile where the table has no such rule.
//
// Invariant: a rule's finding has the rule's id and citation; when_it_fails is the table's unless the rule softens it.
//
// Does not: weigh the findings (eligibility.h), or hold the notes, documents and dates, which have ids of their own.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "form/answers.h"
#include "rules/context.h"
#include "rules/finding.h"

namespace ftt {

// What is asked together. How long it lasts is asked, and said, with the arrangement.
enum class RuleTopic : std::uint8_t { covered, place, accommodation, law, presence, length, time, duties, ready };

struct Rule {
  std::string_view id;  // "scope.component"
  Citation cite;
  WhenItFails when_it_fails;
  RuleTopic topic;
  std::span<const Leaf> asks;  // in this order; may be none, where other rules have asked
  // Takes a finding with all that this row says, and gives it decided or undecided.
  Finding (*decide)(Finding found, const Answers& answers, const RuleContext& context);
};

// Every rule, in the order of the questions: those that may end it come first.
std::span<const Rule> rules();

namespace rules_detail {

inline constexpr auto rule_ids = std::to_array<std::string_view>({
#define FTT_RULE(name, id, ...) id,
#include "rules/rules.inc"
#undef FTT_RULE
});

#define FTT_RULE(name, ...) Finding name(Finding found, const Answers& answers, const RuleContext& context);
#include "rules/rules.inc"
#undef FTT_RULE

void no_such_rule();

}  // namespace rules_detail

// A rule by its id, checked when the program is compiled.
class RuleId {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal stands for its rule, as find("scope.component").
  consteval RuleId(const char* id) : number_(number_of(id)) {}
  constexpr std::size_t number() const { return number_; }
  constexpr std::string_view text() const { return rules_detail::rule_ids[number_]; }

 private:
  static constexpr std::size_t number_of(std::string_view id) {
    const auto& ids = rules_detail::rule_ids;
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) rules_detail::no_such_rule();
    return static_cast<std::size_t>(found - ids.begin());
  }

  std::size_t number_;
};

}  // namespace ftt
