// asked: what the rules have in common when they read answers: a three-valued truth, and findings put together from it.
//
// Does not: decide anything.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/known.h"
#include "form/answers.h"
#include "rules/finding.h"

namespace ftt::rules_detail {

// yes, no, or not answered yet.
using Truth = Known<bool>;

inline bool is_yes(const Truth& truth) {
  return truth.has_value() && truth.value();
}
inline bool is_no(const Truth& truth) {
  return truth.has_value() && !truth.value();
}

// Those of the leaves that have no usable answer, in the order given.
inline std::vector<Leaf> missing_of(const Answers& answers, std::initializer_list<Leaf> leaves) {
  std::vector<Leaf> missing;
  for (const Leaf leaf : leaves) {
    if (answers.is_empty(leaf) || answers.is_bad(leaf)) missing.push_back(leaf);
  }
  return missing;
}

// What a rule says in each case; a rule fills in what can happen to it.
struct Words {
  std::string message;
  std::string next{};
};

// A finding of the rule that looked at these answers.
inline Finding finding(std::string_view rule, Citation cite, WhenItFails when_it_fails,
                       std::initializer_list<Leaf> looked_at) {
  return {rule, Status::unknown, {}, {}, cite, when_it_fails, std::vector<Leaf>(looked_at), {}, {}};
}
inline Finding&& decided(Finding&& finding, Status status, Words words) {
  finding.status = status;
  finding.message = std::move(words.message);
  finding.next = std::move(words.next);
  return std::move(finding);
}
// settled_by: the smallest set that settles it, whatever the answers are.
inline Finding&& undecided(Finding&& finding, Words words, std::vector<Leaf> settled_by) {
  finding.settled_by = std::move(settled_by);
  return decided(std::move(finding), Status::unknown, std::move(words));
}

// A rule of one question, whose answer decides it.
struct OneQuestion {
  Leaf asked;
  bool passes_with;  // the answer with which it holds
  Words when_open;
  Words when_it_holds;
  Words when_it_fails;
};
inline Finding by_one_answer(Finding found, const Answers& answers, OneQuestion question) {
  const Truth answer = answers.yes_no(question.asked);
  if (answer.is_missing()) return undecided(std::move(found), std::move(question.when_open), {question.asked});
  if (answer.value() == question.passes_with) {
    return decided(std::move(found), Status::pass, std::move(question.when_it_holds));
  }
  return decided(std::move(found), Status::fail, std::move(question.when_it_fails));
}

}  // namespace ftt::rules_detail
