// HRM 6040.2 ¶12, with ¶1d, ¶6a(1), ¶6d and ¶11b: the questions of the walk and where they lead. See change.h.
#include <algorithm>
#include <array>

#include "rules/change.h"

namespace ftt {

namespace {

// ---- The questions ----

constexpr std::array reasons = {
    ChangeChoice{"new_worksite", "The employee wants, or has, a new official worksite"},
    ChangeChoice{"other_position", "The employee moves to a different position"},
    ChangeChoice{"review", "The annual review: it is no longer in the agency's best interests"},
    ChangeChoice{"business_need", "Business or organizational need, travel cost or mission"},
    ChangeChoice{"suspension", "Performance: suspend it for a limited time"},
    ChangeChoice{"performance_or_misconduct", "Performance below fully successful, or misconduct: end it"}};
constexpr std::array yes_or_no = {ChangeChoice{"yes", "Yes"}, ChangeChoice{"no", "No"}};
constexpr std::array responses = {
    ChangeChoice{"position_nearby", "Takes a position at the same grade and pay in the commuting area"},
    ChangeChoice{"move", "Moves to the agency worksite"},
    ChangeChoice{"neither", "Neither: there is no suitable position, or it is declined, and so is the move"}};

constexpr ChangeQuestion questions[] = {
    {"change.reason", "What is happening?", "Choose the reason; each has a paragraph of its own.",
     cite("HRM 6040.2 ¶12a"), reasons},
    {"change.same_pay_area", "Does the new worksite lie in the same locality pay area?",
     "The pay area is found from the county; Part D shows both.", cite("HRM 6040.2 ¶6a(1)"), yes_or_no},
    {"review.costs_can_be_cut", "Can direct costs be cut enough, for example by fewer trips?",
     "Enough: the benefits, also those that cannot be counted, outweigh the direct costs.", cite("HRM 6040.2 ¶11b"),
     yes_or_no},
    {"ending.response_to_business_need", "What does the employee say to the offers?",
     "Either a position nearby or the move to the agency worksite is offered.", cite("HRM 6040.2 ¶12b"), responses},
    {"ending.response_to_performance", "What does the employee say?",
     "The employee is directed to the agency worksite; a position nearby may be offered.", cite("HRM 6040.2 ¶12d"),
     responses},
    {"ending.fully_successful", "Is the current performance rating at least fully successful?",
     "The selection priority of CTAP depends on it.", cite("HRM 6040.2 ¶12d(2)"), yes_or_no},
};

// ---- The outcomes ----

constexpr std::string_view consult_hr = "The servicing HR office, before any action.";
constexpr std::string_view offers_by_management =
    "A position at the same grade and pay in the commuting area of the official worksite, or the move to the agency "
    "worksite.";
constexpr std::string_view offers_after_performance =
    "The employee is directed to the agency worksite, or may be offered a position at the same grade and pay in the "
    "commuting area.";
constexpr std::string_view proposed_removal =
    "Management proposes removal for declining a directed reassignment outside of the commuting area, under "
    "regulation, "
    "policy and collective bargaining agreements.";
constexpr std::string_view review_first = "Management, by a review that finds it necessary.";

constexpr ChangeOutcome outcomes[] = {
    // ¶6a(1), ¶12a. Out of the locality pay area: it must end; a new one may be started.
    {"change.locality",
     Obligation::must_end,
     {},
     {},
     MovePaidBy::does_not_arise,
     {},
     {},
     "End the arrangement and start a new one, which is assessed and approved anew.",
     cite("HRM 6040.2 ¶12a")},
    // ¶1d, ¶6d. In the same pay area: the employee starts an updated arrangement.
    {"change.worksite",
     Obligation::must_update,
     {},
     {},
     MovePaidBy::does_not_arise,
     {},
     {},
     "The employee starts an updated arrangement for the new official worksite.",
     cite("HRM 6040.2 ¶6d")},
    // ¶12a. Another position, competitively or not: the same as another pay area.
    {"change.position",
     Obligation::must_end,
     {},
     {},
     MovePaidBy::does_not_arise,
     {},
     {},
     "End the arrangement and start a new one for the new position, which is assessed and approved anew.",
     cite("HRM 6040.2 ¶12a")},
    // ¶11b. Direct costs can be cut enough: it goes on with a new Analysis Tool.
    {"review.costs_cut",
     Obligation::goes_on,
     {},
     {},
     MovePaidBy::does_not_arise,
     {},
     {},
     "Write the lower costs into a new Analysis Tool, and file the review with the servicing HR office.",
     cite("HRM 6040.2 ¶11b")},
    // ¶11b. They cannot: the cost of ending against the cost of going on, then the supervisor's recommendation.
    {"review.compare",
     Obligation::may_end,
     review_first,
     {},
     MovePaidBy::does_not_arise,
     {},
     {},
     "Hold the cost of ending it against the cost of going on; the supervisor recommends, by way of the approval of "
     "¶9.",
     cite("HRM 6040.2 ¶11b"),
     true},
    // ¶12b. Business need, by what the employee takes.
    {"ending.business_need.position",
     Obligation::may_end,
     review_first,
     offers_by_management,
     MovePaidBy::does_not_arise,
     {},
     {},
     "Reassign the employee to the position in the commuting area.",
     cite("HRM 6040.2 ¶12b"),
     true},
    {"ending.business_need.move",
     Obligation::may_end,
     review_first,
     offers_by_management,
     MovePaidBy::gsa,
     {},
     {},
     "Arrange the relocation under 41 CFR 302.",
     cite("HRM 6040.2 ¶12b(1)"),
     true},
    {"ending.business_need.neither", Obligation::may_end, review_first, offers_by_management,
     MovePaidBy::does_not_arise, proposed_removal,
     "Transition help, CTAP included, with selection priority for announced positions in the commuting area for which "
     "the employee applies and is well qualified.",
     "Propose the removal; tell the employee of CTAP.", cite("HRM 6040.2 ¶12b(2)"), true},
    // ¶12c. A suspension for a limited time.
    {"ending.suspension",
     Obligation::may_suspend,
     "The servicing HR office, before any action, also on whether the work is done at the closest GSA office or at the "
     "agency worksite.",
     {},
     MovePaidBy::does_not_arise,
     {},
     {},
     "Write into the PIP or PAP how long it is suspended, and what reinstates or ends it.",
     cite("HRM 6040.2 ¶12c")},
    // ¶12d. Performance or misconduct, by what the employee takes.
    {"ending.performance.position",
     Obligation::may_end,
     consult_hr,
     offers_after_performance,
     MovePaidBy::does_not_arise,
     {},
     {},
     "Reassign the employee to the position in the commuting area.",
     cite("HRM 6040.2 ¶12d")},
    {"ending.performance.move",
     Obligation::may_end,
     consult_hr,
     offers_after_performance,
     MovePaidBy::employee,
     {},
     {},
     "Agree on the day of return to the agency worksite.",
     cite("HRM 6040.2 ¶12d(1)")},
    {"ending.performance.neither_with_priority", Obligation::may_end, consult_hr, offers_after_performance,
     MovePaidBy::does_not_arise, proposed_removal,
     "CTAP, if eligible, with selection priority for announced positions in the commuting area for which the employee "
     "applies and is well qualified: the rating is at least fully successful.",
     "Propose the removal; tell the employee of CTAP.", cite("HRM 6040.2 ¶12d(2)")},
    {"ending.performance.neither", Obligation::may_end, consult_hr, offers_after_performance,
     MovePaidBy::does_not_arise, proposed_removal,
     "CTAP, if eligible, but without selection priority: that needs a rating of at least fully successful.",
     "Propose the removal; tell the employee of CTAP.", cite("HRM 6040.2 ¶12d(2)")},
};

// ---- The ways from a choice to the next question or to an outcome ----

struct Way {
  std::string_view question;
  std::string_view choice;
  std::string_view leads_to;  // the id of a question or of an outcome
};
constexpr Way ways[] = {
    {"change.reason", "new_worksite", "change.same_pay_area"},
    {"change.reason", "other_position", "change.position"},
    {"change.reason", "review", "review.costs_can_be_cut"},
    {"change.reason", "business_need", "ending.response_to_business_need"},
    {"change.reason", "suspension", "ending.suspension"},
    {"change.reason", "performance_or_misconduct", "ending.response_to_performance"},
    {"change.same_pay_area", "yes", "change.worksite"},
    {"change.same_pay_area", "no", "change.locality"},
    {"review.costs_can_be_cut", "yes", "review.costs_cut"},
    {"review.costs_can_be_cut", "no", "review.compare"},
    {"ending.response_to_business_need", "position_nearby", "ending.business_need.position"},
    {"ending.response_to_business_need", "move", "ending.business_need.move"},
    {"ending.response_to_business_need", "neither", "ending.business_need.neither"},
    {"ending.response_to_performance", "position_nearby", "ending.performance.position"},
    {"ending.response_to_performance", "move", "ending.performance.move"},
    {"ending.response_to_performance", "neither", "ending.fully_successful"},
    {"ending.fully_successful", "yes", "ending.performance.neither_with_priority"},
    {"ending.fully_successful", "no", "ending.performance.neither"},
};

constexpr const ChangeQuestion* find_question(std::string_view id) {
  for (const ChangeQuestion& question : questions) {
    if (question.id == id) return &question;
  }
  return nullptr;
}

constexpr const ChangeOutcome* find_outcome(std::string_view rule) {
  for (const ChangeOutcome& outcome : outcomes) {
    if (outcome.rule == rule) return &outcome;
  }
  return nullptr;
}

constexpr const Way* find_way(std::string_view question, std::string_view choice) {
  for (const Way& way : ways) {
    if (way.question == question && way.choice == choice) return &way;
  }
  return nullptr;
}

constexpr bool every_choice_leads_somewhere() {
  for (const ChangeQuestion& question : questions) {
    for (const ChangeChoice& choice : question.choices) {
      const Way* way = find_way(question.id, choice.value);
      if (way == nullptr) return false;
      if ((find_question(way->leads_to) == nullptr) == (find_outcome(way->leads_to) == nullptr)) return false;
    }
  }
  return true;
}
static_assert(every_choice_leads_somewhere());

}  // namespace

std::string_view name_of(Obligation obligation) {
  constexpr std::array<std::string_view, 5> names = {"must_end", "may_end", "may_suspend", "must_update", "goes_on"};
  return names[static_cast<std::size_t>(obligation)];
}

std::string_view heading_of(Obligation obligation) {
  constexpr std::array<std::string_view, 5> headings = {"It must end; a new arrangement may be started",
                                                        "Management may end it", "Management may suspend it for a time",
                                                        "It must be updated", "It goes on, at a lower cost"};
  return headings[static_cast<std::size_t>(obligation)];
}

std::string_view words_of(MovePaidBy payer) {
  constexpr std::array<std::string_view, 3> words = {"The order names no move to be paid for.", "GSA, by regulation.",
                                                     "The employee."};
  return words[static_cast<std::size_t>(payer)];
}

std::span<const ChangeQuestion> change_questions() {
  return questions;
}

std::span<const ChangeOutcome> change_outcomes() {
  return outcomes;
}

ChangeWalk walk_change(std::span<const ChangeAnswer> answers) {
  ChangeWalk walk;
  const ChangeQuestion* question = &questions[0];
  while (question != nullptr) {
    walk.asked.push_back(question);
    const auto answer = std::find_if(answers.begin(), answers.end(),
                                     [&](const ChangeAnswer& given) { return given.question == question->id; });
    const Way* way = answer == answers.end() ? nullptr : find_way(question->id, answer->choice);
    if (way == nullptr) {
      walk.next = question;
      return walk;
    }
    walk.outcome = find_outcome(way->leads_to);
    question = find_question(way->leads_to);
  }
  return walk;
}

EndingCosts ending_costs(const Worksheet& worksheet) {
  struct Horizon {
    int years;
    std::string_view line;
  };
  constexpr std::array horizons = {Horizon{1, "relocation.one_year"}, Horizon{2, "relocation.two_years"},
                                   Horizon{5, "relocation.five_years"}};
  EndingCosts costs;
  const Figure ending = worksheet.value("relocation.estimate");
  if (ending.has_value()) costs.ending = ending.money();
  for (const Horizon& horizon : horizons) {
    EndingCost row{horizon.years, {}, {}};
    if (worksheet.net_annual_change) row.going_on = times(*worksheet.net_annual_change, Count(horizon.years));
    const WorksheetLine* line = worksheet.find(horizon.line);
    if (line != nullptr && line->value.has_value()) row.difference = line->value.money();
    if (line != nullptr) {
      for (const std::string_view need : line->needs) {
        if (std::find(costs.needs.begin(), costs.needs.end(), need) == costs.needs.end()) costs.needs.push_back(need);
      }
    }
    costs.rows.push_back(row);
  }
  return costs;
}

}  // namespace ftt
