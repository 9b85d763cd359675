// Parts J to L against each other (HRM 6040.2 ¶9).
#include "rules/approval.h"

#include <algorithm>

#include "figures.h"
#include "long_text.h"
#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

namespace {

// Concurred on by everybody whom ¶9 names, each on the day of the step before or later, and approved.
Answers approved() {
  return answers_of({{Leaf::arrangement_action, "incumbent"},
                     {Leaf::clock_requested_on, "2026-06-12"},
                     {Leaf::concurring_supervisor_decision, "concur"},
                     {Leaf::concurring_supervisor_date, "2026-06-12"},
                     {Leaf::concurrences_supervisor_decision, "concur"},
                     {Leaf::concurrences_supervisor_date, "2026-06-12"},
                     {Leaf::concurrences_executive_decision, "concur"},
                     {Leaf::concurrences_executive_date, "2026-06-26"},
                     {Leaf::clock_hr_received_on, "2026-06-29"},
                     {Leaf::concurrences_hr_director_decision, "concur"},
                     {Leaf::concurrences_hr_director_date, "2026-07-02"},
                     {Leaf::clock_deputy_received_on, "2026-07-06"},
                     {Leaf::concurrences_deputy_administrator_decision, "concur"},
                     {Leaf::concurrences_deputy_administrator_date, "2026-07-20"},
                     {Leaf::determination_outcome, "approved"},
                     {Leaf::determination_date, "2026-07-20"}});
}

std::vector<CrossCheck> breaks(const Answers& answers) {
  return find_approval(answers).breaks;
}

const CrossCheck* break_at(const std::vector<CrossCheck>& all, Leaf leaf) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const CrossCheck& one) { return one.leaf == leaf; });
  return found == all.end() ? nullptr : &*found;
}

std::string message_at(const Answers& answers, Leaf leaf) {
  const std::vector<CrossCheck> all = breaks(answers);
  const CrossCheck* found = break_at(all, leaf);
  return found == nullptr ? std::string() : found->message;
}

bool is_broken_at(const Answers& answers, Leaf leaf) {
  return !message_at(answers, leaf).empty();
}

constexpr std::array acts = {Leaf::clock_requested_on,
                             Leaf::concurrences_supervisor_date,
                             Leaf::concurrences_second_level_date,
                             Leaf::concurrences_third_level_date,
                             Leaf::concurrences_executive_date,
                             Leaf::clock_hr_received_on,
                             Leaf::concurrences_hr_director_date,
                             Leaf::clock_deputy_received_on,
                             Leaf::concurrences_deputy_administrator_date,
                             Leaf::determination_date};

constexpr std::array decisions = {
    Leaf::concurrences_supervisor_decision,  Leaf::concurrences_second_level_decision,
    Leaf::concurrences_third_level_decision, Leaf::concurrences_executive_decision,
    Leaf::concurrences_hr_director_decision, Leaf::concurrences_deputy_administrator_decision};

}  // namespace

TEST_CASE("¶9: concurred on in order and approved, it stands") {
  CHECK(find_approval(approved()).state == ApprovalState::approved);
  CHECK(breaks(approved()).empty());
  CHECK(breaks(Answers()).empty());
  CHECK(find_approval(Answers()).state == ApprovalState::open);
}

TEST_CASE("¶9: each act is dated on the day of each act before it or later, and its field is named") {
  for (std::size_t first = 0; first < acts.size(); ++first) {
    for (std::size_t second = first + 1; second < acts.size(); ++second) {
      Answers answers;
      answers.set(acts[first], "2026-06-12");
      answers.set(acts[second], "2026-06-12");
      CHECK_FALSE(is_broken_at(answers, acts[second]));
      answers.set(acts[second], "2026-06-11");
      CAPTURE(info(acts[second]).id);
      CHECK(is_broken_at(answers, acts[second]));
      CHECK(breaks(answers).size() == 1);
    }
  }
}

TEST_CASE("App. A, Part J, item 4: not dated before the request; Parts J and K are one step") {
  const Answers before = with(approved(), {{Leaf::concurring_supervisor_date, "2026-06-11"}});
  CHECK(figures_of(message_at(before, Leaf::concurring_supervisor_date)) == "June 11 2026 June 12 2026");
  CHECK(find_approval(before).state == ApprovalState::contradicted);
  CHECK(breaks(with(approved(), {{Leaf::concurring_supervisor_date, "2026-06-15"}})).empty());
  CHECK(is_broken_at(with(approved(), {{Leaf::concurring_supervisor_date, "2026-06-27"}}),
                     Leaf::concurrences_executive_date));
}

TEST_CASE("¶9: the latest of the acts that come first is named, so that the mend fits them all") {
  const Answers answers = answers_of({{Leaf::clock_requested_on, "2026-11-20"},
                                      {Leaf::clock_hr_received_on, "2026-11-05"},
                                      {Leaf::concurrences_hr_director_date, "2026-09-01"}});
  CHECK(figures_of(message_at(answers, Leaf::concurrences_hr_director_date)) == "September 1 2026 November 20 2026");
}

TEST_CASE("¶9: no approval without each concurrence; second and third level only where something of them is there") {
  for (const Leaf decision : decisions) {
    Answers lacking = with(approved(), {{Leaf::concurring_supervisor_decision, ""}});
    const bool is_optional =
        decision == Leaf::concurrences_second_level_decision || decision == Leaf::concurrences_third_level_decision;
    lacking.set(decision, "");
    CAPTURE(info(decision).id);
    CHECK(is_broken_at(lacking, Leaf::determination_outcome) == !is_optional);
    CHECK((find_approval(lacking).state == ApprovalState::contradicted) == !is_optional);
  }
  const Answers named = with(approved(), {{Leaf::concurrences_second_level_name, "Kim Doe"}});
  CHECK(message_at(named, Leaf::determination_outcome) ==
        "Part L says approved, but the packet does not record the concurrence of the second level supervisor. Record "
        "each concurrence with its date, or clear the determination.");
  CHECK(breaks(with(named, {{Leaf::concurrences_second_level_decision, "concur"}})).empty());
  CHECK(breaks(answers_of({{Leaf::determination_outcome, "approved"}})).size() == 1);
}

TEST_CASE("¶9: the immediate supervisor's concurrence stands in Part J or in Part K, and not against itself") {
  CHECK(breaks(with(approved(), {{Leaf::concurrences_supervisor_decision, ""}})).empty());
  CHECK(breaks(with(approved(), {{Leaf::concurring_supervisor_decision, ""}})).empty());
  const Answers opposed = with(approved(), {{Leaf::concurring_supervisor_decision, "deny"}});
  CHECK(is_broken_at(opposed, Leaf::concurrences_supervisor_decision));
}

TEST_CASE("¶9: a level that concurs where one before it has not is named, once") {
  const Answers passed_over = with(
      approved(),
      {{Leaf::concurrences_executive_decision, ""}, {Leaf::determination_outcome, ""}, {Leaf::determination_date, ""}});
  CHECK(
      message_at(passed_over, Leaf::concurrences_hr_director_decision) ==
      "In Part K the servicing HR Director concurred, but the packet does not record the earlier concurrence of the "
      "Regional Commissioner, Assistant Commissioner or SES equivalent. Record it, or clear this.");
  CHECK(breaks(passed_over).size() == 1);
  CHECK(find_approval(passed_over).next == HolderKind::executive);
}

TEST_CASE("¶9: a denial ends it: no concurrence, denial, receipt or approval after it") {
  for (std::size_t level = 0; level < decisions.size(); ++level) {
    Answers denied = with(approved(), {{Leaf::concurring_supervisor_decision, ""}});
    for (const Leaf optional : {Leaf::concurrences_second_level_decision, Leaf::concurrences_third_level_decision}) {
      denied.set(optional, "concur");
    }
    denied.set(decisions[level], "deny");
    CAPTURE(level);
    for (std::size_t above = level + 1; above < decisions.size(); ++above) {
      CHECK(is_broken_at(denied, decisions[above]));
    }
    CHECK(is_broken_at(denied, Leaf::clock_hr_received_on) == (level < 4));
    CHECK(is_broken_at(denied, Leaf::clock_deputy_received_on) == (level < 5));
    CHECK(is_broken_at(denied, Leaf::determination_outcome));
    CHECK(find_approval(denied).state == ApprovalState::contradicted);
  }
}

TEST_CASE("¶9: a denial by itself, and a disapproval after it, are in order") {
  const Answers denied =
      answers_of({{Leaf::clock_requested_on, "2026-06-12"}, {Leaf::concurrences_executive_decision, "deny"}});
  CHECK(breaks(denied).empty());
  CHECK(find_approval(denied).state == ApprovalState::denied);
  CHECK(find_approval(denied).denial->kind == HolderKind::executive);
  const Answers disapproved = with(denied, {{Leaf::determination_outcome, "disapproved"}});
  CHECK(breaks(disapproved).empty());
  CHECK(find_approval(disapproved).state == ApprovalState::disapproved);
  CHECK(is_broken_at(with(approved(), {{Leaf::determination_outcome, "disapproved"}}), Leaf::determination_outcome));
}

TEST_CASE("App. B, Part D, item 2: not approved where Parts J to L say otherwise, whatever is answered there") {
  CHECK(analysis_tool_stands(approved()).value());
  CHECK(analysis_tool_stands(Answers()).is_missing());
  CHECK(analysis_tool_stands(answers_of({{Leaf::agreement_analysis_tool_approved, "yes"}})).value());
  const Answers against =
      answers_of({{Leaf::agreement_analysis_tool_approved, "yes"}, {Leaf::concurrences_hr_director_decision, "deny"}});
  CHECK_FALSE(analysis_tool_stands(against).value());
  CHECK(is_broken_at(against, Leaf::agreement_analysis_tool_approved));
  CHECK_FALSE(analysis_tool_stands(answers_of({{Leaf::determination_outcome, "approved"}})).value());
  CHECK_FALSE(analysis_tool_stands(with(approved(), {{Leaf::agreement_analysis_tool_approved, "no"}})).value());
}

TEST_CASE("App. B, Part D, item 2: said approved while Parts J to L are still open, it is named as a warning") {
  const Answers ticked = answers_of({{Leaf::agreement_analysis_tool_approved, "yes"}});
  const Answers on_its_way = with(approved(), {{Leaf::agreement_analysis_tool_approved, "yes"},
                                               {Leaf::concurrences_deputy_administrator_decision, ""},
                                               {Leaf::concurrences_deputy_administrator_date, ""},
                                               {Leaf::determination_outcome, ""},
                                               {Leaf::determination_date, ""}});
  for (const Answers& answers : {ticked, on_its_way}) {
    const std::vector<CrossCheck> all = breaks(answers);
    const CrossCheck* found = break_at(all, Leaf::agreement_analysis_tool_approved);
    REQUIRE(found != nullptr);
    CHECK(found->severity == Severity::warning);
    CHECK(found->message ==
          "The Agreement says that the Analysis Tool is approved, but Part L does not say so yet. Record the "
          "concurrences and the determination, or clear this answer until then.");
    CHECK(find_approval(answers).state == ApprovalState::open);
  }
  CHECK(breaks(with(approved(), {{Leaf::agreement_analysis_tool_approved, "yes"}})).empty());
  CHECK(breaks(answers_of({{Leaf::agreement_analysis_tool_approved, "no"}})).empty());
}

TEST_CASE("¶9: each break says what to mend, and names the fields that it looked at") {
  const Answers answers = answers_of({{Leaf::concurrences_supervisor_decision, "deny"},
                                      {Leaf::concurrences_executive_decision, "concur"},
                                      {Leaf::determination_outcome, "approved"}});
  for (const CrossCheck& one : breaks(answers)) {
    CAPTURE(one.message);
    CHECK(one.severity == Severity::error);
    // The mend stands last: correct it, or clear it.
    const std::string_view mend = std::string_view(one.message).substr(one.message.rfind(". ") + 2);
    CHECK((mend.starts_with("Correct ") || mend.starts_with("Clear ") || contains(mend, "clear ").is_so));
    CHECK(std::find(one.looked_at.begin(), one.looked_at.end(), one.leaf) != one.looked_at.end());
  }
}
