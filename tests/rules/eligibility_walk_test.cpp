// Every combination of the eligibility answers: yes, no or unknown, 1, 2 or unknown days, 179, 180 or unknown days in
// the position, mobile work in the same, another or an unknown pay area, incumbent, recruit or unknown: 3 to the power
// of 18, about 387 million.
//
// They are not evaluated one by one. The answers fall into groups, so that each finding depends on the answers of its
// own group alone, and the result is the worst of what the groups say. So
//   1. each group is walked whole, for its findings;
//   2. that nothing else matters is held by walking each pair of groups whole, and random whole combinations;
//   3. the result of every combination then follows from what the groups say, and is counted.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/random.h"
#include "base/text.h"
#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

namespace {

using Topic = std::vector<Leaf>;

const std::vector<Topic> groups = {{Leaf::eligibility_component_covered},
                                   {Leaf::eligibility_contractor},
                                   {Leaf::eligibility_in_united_states, Leaf::eligibility_overseas_existing},
                                   {Leaf::eligibility_reasonable_accommodation},
                                   {Leaf::eligibility_awol_discipline, Leaf::eligibility_pornography_discipline},
                                   {Leaf::eligibility_secure_materials_or_onsite_daily},
                                   {Leaf::eligibility_agency_days_per_pay_period, Leaf::eligibility_mobile_work,
                                    Leaf::eligibility_mobile_area, Leaf::eligibility_temporary_duty},
                                   {Leaf::arrangement_action, Leaf::eligibility_advertised_full_time_telework,
                                    Leaf::eligibility_position_start, Leaf::eligibility_telework_agreement_approved},
                                   {Leaf::eligibility_duties_suitable},
                                   {Leaf::eligibility_worksite_suitable}};

// Unknown first, then the two sides of the boundary.
std::array<std::string, 3> values_of(Leaf leaf) {
  if (leaf == Leaf::eligibility_agency_days_per_pay_period) return {"", "1", "2"};
  if (leaf == Leaf::eligibility_position_start) return {"", to_iso(a_day - Days(179)), to_iso(a_day - Days(180))};
  if (leaf == Leaf::eligibility_mobile_area) return {"", "same", "other"};
  if (leaf == Leaf::arrangement_action) return {"", "incumbent", "recruit"};
  return {"", "yes", "no"};
}

constexpr std::size_t power_of_3(std::size_t exponent) {
  std::size_t power = 1;
  for (std::size_t i = 0; i < exponent; ++i) power *= 3;
  return power;
}

// The combination with that number, set over the answers.
void set_group(Answers& answers, const Topic& group, std::size_t number) {
  for (const Leaf leaf : group) {
    answers.set(leaf, values_of(leaf)[number % 3]);
    number /= 3;
  }
}

// What a group says: how grave its worst failure is, and whether something is open.
struct Says {
  WhenItFails worst = WhenItFails::nothing;
  bool is_open = false;
  friend bool operator<(const Says& a, const Says& b) {
    return a.worst != b.worst ? a.worst < b.worst : a.is_open < b.is_open;
  }
};

Says together(Says a, Says b) {
  return {std::max(a.worst, b.worst), a.is_open || b.is_open};
}

EligibilityResult result_of(Says says) {
  switch (says.worst) {
    case WhenItFails::not_covered:
      return EligibilityResult::not_covered;
    case WhenItFails::not_full_time_telework:
      return EligibilityResult::not_full_time_telework;
    case WhenItFails::not_yet:
      return EligibilityResult::not_yet;
    case WhenItFails::nothing:
      break;
  }
  return says.is_open ? EligibilityResult::needs_answer : EligibilityResult::eligible;
}

bool belongs_to(const Finding& finding, const Topic& group) {
  return std::find(group.begin(), group.end(), finding.looked_at.front()) != group.end();
}

Says says_of(const Eligibility& eligibility, const Topic& group) {
  Says says;
  for (const Finding& finding : eligibility.findings) {
    if (finding.when_it_fails == WhenItFails::nothing || !belongs_to(finding, group)) continue;
    if (finding.status == Status::fail) says.worst = std::max(says.worst, finding.when_it_fails);
    says.is_open = says.is_open || finding.status == Status::unknown;
  }
  return says;
}

// What each group says for each of its combinations, all others as in the set with which a request may be made.
std::vector<std::vector<Says>> what_each_group_says() {
  std::vector<std::vector<Says>> all;
  for (const Topic& group : groups) {
    std::vector<Says>& says = all.emplace_back();
    for (std::size_t number = 0; number < power_of_3(group.size()); ++number) {
      Answers answers = eligible();
      set_group(answers, group, number);
      says.push_back(says_of(find_eligibility(answers, on(a_day)), group));
    }
  }
  return all;
}

// A result, or a missing answer by its name; and no finding against another.
void check_whole(const Eligibility& eligibility, const Answers& answers) {
  CHECK((eligibility.result == EligibilityResult::needs_answer) == !eligibility.settled_by.empty());
  for (const Leaf leaf : eligibility.settled_by) CHECK(answers.is_empty(leaf));
  for (const Finding& finding : eligibility.findings) {
    CHECK((finding.status == Status::unknown) == !finding.settled_by.empty());
    CHECK_FALSE(finding.message.empty());
    if (finding.status == Status::fail) CHECK((!finding.next.empty() || finding.rule == "worksite.alternative"));
  }
  const auto status = [&](RuleId rule) { return eligibility.find(rule).status; };
  // The alternative worksite is official only where neither presence nor mobile work makes the agency worksite so.
  if (status("worksite.alternative") == Status::pass) {
    CHECK(status("worksite.regular") == Status::pass);
    CHECK(status("worksite.mobile") == Status::pass);
    CHECK(status("worksite.tdy") == Status::pass);
  }
  // An overseas arrangement is noted only where the worksite is abroad.
  if (status("scope.overseas_existing") == Status::note) CHECK(status("scope.location") == Status::fail);
  if (eligibility.result == EligibilityResult::eligible) {
    for (const Finding& finding : eligibility.findings) {
      CHECK((finding.when_it_fails == WhenItFails::nothing || finding.status == Status::pass ||
             finding.status == Status::note));
    }
  }
}

// Whether the finding is decided whatever these missing answers turn out to be.
bool is_settled_by(const Rule& rule, Answers answers, const std::vector<Leaf>& leaves, std::size_t next = 0) {
  if (next == leaves.size()) return find_eligibility(answers, on(a_day)).find(rule).status != Status::unknown;
  for (std::size_t value = 1; value < 3; ++value) {
    answers.set(leaves[next], values_of(leaves[next])[value]);
    if (!is_settled_by(rule, answers, leaves, next + 1)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("eligibility: every combination of a group; a decided finding stays decided; what settles it is smallest") {
  for (const Topic& group : groups) {
    for (std::size_t number = 0; number < power_of_3(group.size()); ++number) {
      Answers answers = eligible();
      set_group(answers, group, number);
      const Eligibility eligibility = find_eligibility(answers, on(a_day));
      check_whole(eligibility, answers);
      for (const Rule& rule : rules()) {
        const Finding& finding = eligibility.find(rule);
        if (!belongs_to(finding, group)) continue;
        CAPTURE(rule.id);
        CAPTURE(number);
        // Filling in any missing answer keeps what is decided.
        if (finding.status != Status::unknown) {
          for (const Leaf leaf : group) {
            if (answers.is_empty(leaf)) CHECK(is_settled_by(rule, answers, {leaf}));
          }
          continue;
        }
        // What it names settles it, and no smaller set of the group's missing answers does.
        CHECK(is_settled_by(rule, answers, finding.settled_by));
        for (std::size_t chosen = 0; chosen < (std::size_t{1} << group.size()); ++chosen) {
          std::vector<Leaf> subset;
          for (std::size_t i = 0; i < group.size(); ++i) {
            if ((chosen >> i & 1U) != 0 && answers.is_empty(group[i])) subset.push_back(group[i]);
          }
          if (subset.size() < finding.settled_by.size()) CHECK_FALSE(is_settled_by(rule, answers, subset));
        }
      }
    }
  }
}

TEST_CASE("eligibility: the groups do not touch each other: every pair of groups, and random whole combinations") {
  const std::vector<std::vector<Says>> says = what_each_group_says();
  for (std::size_t a = 0; a < groups.size(); ++a) {
    for (std::size_t b = a + 1; b < groups.size(); ++b) {
      for (std::size_t i = 0; i < says[a].size(); ++i) {
        for (std::size_t j = 0; j < says[b].size(); ++j) {
          Answers answers = eligible();
          set_group(answers, groups[a], i);
          set_group(answers, groups[b], j);
          const Eligibility eligibility = find_eligibility(answers, on(a_day));
          CHECK(eligibility.result == ::result_of(together(says[a][i], says[b][j])));
          check_whole(eligibility, answers);
        }
      }
    }
  }
  Random random(20260612);
  for (int round = 0; round < 5'000; ++round) {
    Answers answers = eligible();
    Says expected;
    Leaf open = Leaf::end_of_leaves;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const std::size_t number =
          static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(says[g].size()) - 1));
      set_group(answers, groups[g], number);
      expected = together(expected, says[g][number]);
      for (const Leaf leaf : groups[g]) {
        if (answers.is_empty(leaf)) open = leaf;
      }
    }
    const Eligibility before = find_eligibility(answers, on(a_day));
    CHECK(before.result == ::result_of(expected));
    check_whole(before, answers);
    // One more answer never makes a decided result open again.
    if (open == Leaf::end_of_leaves || before.result == EligibilityResult::needs_answer) continue;
    answers.set(open, values_of(open)[static_cast<std::size_t>(random.between(1, 2))]);
    CHECK(find_eligibility(answers, on(a_day)).result != EligibilityResult::needs_answer);
  }
}

TEST_CASE("eligibility: every combination of all answers ends in a result or a named missing answer") {
  // How many combinations of each group say the same; then the groups are put together one after another.
  std::map<Says, std::uint64_t> counts = {{Says(), 1}};
  for (const std::vector<Says>& group : what_each_group_says()) {
    std::map<Says, std::uint64_t> more;
    for (const auto& [so_far, count] : counts) {
      for (const Says& says : group) more[together(so_far, says)] += count;
    }
    counts = std::move(more);
  }
  std::map<EligibilityResult, std::uint64_t> results;
  std::uint64_t total = 0;
  for (const auto& [says, count] : counts) {
    results[::result_of(says)] += count;
    total += count;
  }
  CHECK(total == power_of_3(18));
  CHECK(results.size() == 5);
  for (const auto& [result, count] : results) MESSAGE(std::string(name_of(result)), ": ", count);
  MESSAGE("combinations of the eligibility answers: ", total);
}

TEST_CASE("eligibility: the next question is the first open one of the gravest rule; knock-outs need no more") {
  CHECK(find_eligibility(Answers(), on(a_day)).ask == Leaves{Leaf::eligibility_component_covered});
  const Answers contractor = answers_of({{Leaf::eligibility_contractor, "yes"}});
  CHECK(find_eligibility(contractor, on(a_day)).result == EligibilityResult::not_covered);
  CHECK(find_eligibility(contractor, on(a_day)).ask.empty());
  const std::span<const Leaf> questions = eligibility_questions();
  const std::set<Leaf> asked(questions.begin(), questions.end());
  CHECK(asked.size() == 19);
  for (const Topic& group : groups) {
    for (const Leaf leaf : group) CHECK(asked.count(leaf) == 1);
  }
}
