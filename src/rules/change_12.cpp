// HRM 6040.2 ¶12, with ¶1d, ¶3h, ¶6a(1), ¶6d and ¶11b: the questions of the walk and where they lead. See change.h.
#include <algorithm>
#include <array>
#include <tuple>

#include "base/assert.h"
#include "rules/change.h"

namespace ftt {

namespace {

// ---- What is written down besides ----

constexpr std::array with_effect = {Leaf::ending_effective};
constexpr std::array of_suspension = {Leaf::ending_suspension_from, Leaf::ending_suspension_through,
                                      Leaf::ending_suspension_worksite, Leaf::ending_plan};
constexpr std::array of_recommendation = {Leaf::annual_review_replacing_cost, Leaf::annual_review_recommendation,
                                          Leaf::ending_effective};

// ---- The outcomes ----

constexpr std::string_view consult_hr = "Consult the servicing HR office before any action.";
constexpr std::string_view offers_by_management =
    "A position at the same grade and pay in the commuting area of the official worksite, or the move to the agency "
    "worksite.";
constexpr std::string_view offers_after_performance =
    "The employee is directed to the agency worksite, or may be offered a position at the same grade and pay in the "
    "commuting area.";
constexpr std::string_view proposed_removal =
    "Management proposes removal for declining a directed reassignment outside of the commuting area, under "
    "regulation, policy and collective bargaining agreements.";
constexpr std::string_view review_first = "A review shows management that it is necessary.";
constexpr std::string_view with_priority =
    "CTAP, if eligible, with selection priority for announced positions in the commuting area for which the employee "
    "applies and is well qualified: the rating is at least fully successful.";
constexpr std::string_view without_priority =
    "CTAP, if eligible, but without selection priority: that needs a rating of at least fully successful.";
constexpr std::string_view reassign = "Reassign the employee to the position in the commuting area.";
constexpr std::string_view agree_on_return = "Agree on the day of return to the agency worksite.";
constexpr std::string_view propose_removal = "Propose the removal; tell the employee of CTAP.";

constexpr std::array of_change_and_review = {
    // ¶6a(1), ¶12a. Out of the locality pay area: it must end; a new one must be initiated and considered.
    ChangeOutcome{.rule = "change.locality",
                  .obligation = Obligation::must_end,
                  .next = "End the arrangement. Start a new one. It goes through the whole assessment and approval.",
                  .cite = cite("HRM 6040.2 ¶12a"),
                  .record = with_effect,
                  .begins_anew = true},
    // ¶1d. In the same pay area: the strictest of three paragraphs asks for a new one. ¶6a(1) asks for it only where
    // locality pay changes, ¶12a only for a move out of the pay area.
    ChangeOutcome{
        .rule = "change.worksite",
        .obligation = Obligation::new_arrangement,
        .next = "The employee starts a new arrangement for the new official worksite. It goes through the whole "
                "assessment and approval. ¶1d asks for it at any change of worksite. ¶6a(1) names only changes of "
                "locality pay, and ¶12a only moves out of the pay area.",
        .cite = cite("HRM 6040.2 ¶1d"),
        .record = with_effect,
        .begins_anew = true},
    // ¶12a. Another position, competitively or not: the same as another pay area.
    ChangeOutcome{
        .rule = "change.position",
        .obligation = Obligation::must_end,
        .next = "End the arrangement. Start a new one for the new position. It goes through the whole assessment and "
                "approval.",
        .cite = cite("HRM 6040.2 ¶12a"),
        .record = with_effect,
        .begins_anew = true},
    // ¶11b. Direct costs can be cut enough: it goes on with a new Analysis Tool.
    ChangeOutcome{.rule = "review.costs_cut",
                  .obligation = Obligation::goes_on,
                  .next = "Put the lower costs into a new Analysis Tool. Send the review to the servicing HR office.",
                  .cite = cite("HRM 6040.2 ¶11b")},
    // ¶11b. They cannot: the cost of ending against the cost of going on, then the supervisor's recommendation.
    ChangeOutcome{
        .rule = "review.compare",
        .obligation = Obligation::may_end,
        .consult = review_first,
        .next = "Compare the cost of ending it with the cost of continuing. The supervisor then recommends, and it "
                "goes through the approval of ¶9.",
        .cite = cite("HRM 6040.2 ¶11b"),
        .record = of_recommendation,
        .compares_costs = true},
};

// ¶12b. Business need, by what the employee takes. Removal is proposed where the move was declined as well.
constexpr std::array<ChangeOutcome, 4> after_business_need() {
  constexpr ChangeOutcome position{.rule = "ending.business_need.position",
                                   .obligation = Obligation::may_end,
                                   .consult = review_first,
                                   .offers = offers_by_management,
                                   .next = reassign,
                                   .cite = cite("HRM 6040.2 ¶12b"),
                                   .record = with_effect,
                                   .compares_costs = true};
  ChangeOutcome move = position;
  move.rule = "ending.business_need.move";
  move.move_paid_by = MovePaidBy::gsa;
  move.next = "Arrange the relocation under 41 CFR 302.";
  move.cite = cite("HRM 6040.2 ¶12b(1)");
  ChangeOutcome neither = position;
  neither.rule = "ending.business_need.neither";
  neither.refusal = proposed_removal;
  neither.rights =
      "Transition help, CTAP included, with selection priority for announced positions in the commuting area "
      "for which the employee applies and is well qualified.";
  neither.next = propose_removal;
  neither.cite = cite("HRM 6040.2 ¶12b(2)");
  ChangeOutcome offer_the_move = position;
  offer_the_move.rule = "ending.business_need.offer_the_move";
  offer_the_move.next =
      "Offer the move to the agency worksite. Removal is proposed only if the employee declines that too.";
  offer_the_move.cite = cite("HRM 6040.2 ¶12b(2)");
  offer_the_move.record = {};
  return {position, move, neither, offer_the_move};
}

constexpr std::array of_suspension_and_performance = {
    // ¶12c. A suspension for a limited time.
    ChangeOutcome{
        .rule = "ending.suspension",
        .obligation = Obligation::may_suspend,
        .consult =
            "Consult the servicing HR office before any action. Ask too if the work is done at the closest GSA office "
            "or at the agency worksite.",
        .next = "In the PIP or PAP, state how long it is suspended, and what reinstates or ends it.",
        .cite = cite("HRM 6040.2 ¶12c"),
        .record = of_suspension},
    // ¶12d. The arrangement has not contributed: this paragraph does not end it.
    ChangeOutcome{.rule = "ending.not_contributed",
                  .obligation = Obligation::goes_on,
                  .consult = consult_hr,
                  .next =
                      "Deal with the performance or the misconduct separately. ¶12d ends an arrangement only if it "
                      "can be shown to have contributed. For performance, ¶12c allows a suspension for a limited time.",
                  .cite = cite("HRM 6040.2 ¶12d")},
};

struct ConductRules {
  std::string_view position;
  std::string_view move;
  std::string_view neither_with_priority;
  std::string_view neither;
  std::string_view offer_the_move;
};

// ¶12d. Performance or misconduct, by what the employee takes.
constexpr std::array<ChangeOutcome, 5> after_conduct(Obligation obligation, const ConductRules& rules) {
  const ChangeOutcome position{.rule = rules.position,
                               .obligation = obligation,
                               .consult = consult_hr,
                               .offers = offers_after_performance,
                               .next = reassign,
                               .cite = cite("HRM 6040.2 ¶12d"),
                               .record = with_effect};
  ChangeOutcome move = position;
  move.rule = rules.move;
  move.move_paid_by = MovePaidBy::employee;
  move.next = agree_on_return;
  move.cite = cite("HRM 6040.2 ¶12d(1)");
  ChangeOutcome neither = position;
  neither.rule = rules.neither;
  neither.refusal = proposed_removal;
  neither.rights = without_priority;
  neither.next = propose_removal;
  neither.cite = cite("HRM 6040.2 ¶12d(2)");
  ChangeOutcome neither_with_priority = neither;
  neither_with_priority.rule = rules.neither_with_priority;
  neither_with_priority.rights = with_priority;
  ChangeOutcome offer_the_move = position;
  offer_the_move.rule = rules.offer_the_move;
  offer_the_move.next =
      "Direct the employee to the agency worksite. Removal is proposed only if the employee "
      "declines.";
  offer_the_move.cite = cite("HRM 6040.2 ¶12d(2)");
  offer_the_move.record = {};
  return {position, move, neither_with_priority, neither, offer_the_move};
}

constexpr std::array of_employee = {
    // ¶3h. The employee asks: the order has no paragraph for it; a change of official worksite is processed by HR.
    ChangeOutcome{
        .rule = "ending.employee_asks",
        .obligation = Obligation::left_open,
        .next =
            "Agree on the day of return with the supervisor. The servicing HR office processes the change of official "
            "worksite. It may change pay and who pays for travel. The order does not say who pays for the move.",
        .cite = cite("HRM 6040.2 ¶3h"),
        .record = with_effect},
    // ¶13c. The employee leaves GSA: no paragraph ends it, since it ends with the employment; what is left are records.
    ChangeOutcome{
        .rule = "ending.leaves_gsa",
        .obligation = Obligation::left_open,
        .next = "The arrangement ends with the job. The order has no paragraph for it. Record the last day. Tell the "
                "servicing HR office, so that OHRM closes the arrangement in its tracking tools.",
        .cite = cite("HRM 6040.2 ¶13c"),
        .record = with_effect},
};

template <std::size_t... counts>
constexpr auto joined(const std::array<ChangeOutcome, counts>&... families) {
  return std::apply([](const auto&... all) { return std::array{all...}; }, std::tuple_cat(families...));
}

constexpr std::array outcomes =
    joined(of_change_and_review, after_business_need(), of_suspension_and_performance,
           after_conduct(Obligation::may_end, {.position = "ending.performance.position",
                                               .move = "ending.performance.move",
                                               .neither_with_priority = "ending.performance.neither_with_priority",
                                               .neither = "ending.performance.neither",
                                               .offer_the_move = "ending.performance.offer_the_move"}),
           // Misconduct for which the telework policy requires ending the telework agreement: without one there is no
           // full-time telework (¶7a(3), ¶10b).
           after_conduct(Obligation::must_end, {.position = "ending.misconduct.position",
                                                .move = "ending.misconduct.move",
                                                .neither_with_priority = "ending.misconduct.neither_with_priority",
                                                .neither = "ending.misconduct.neither",
                                                .offer_the_move = "ending.misconduct.offer_the_move"}),
           of_employee);

// ---- The walk ----

// A question at its stop in the walk: one question may stand at several stops and lead elsewhere from each.
struct Stop {
  std::string_view id;
  Leaf asks;
};
constexpr Stop stops[] = {
    {"reason", Leaf::ending_reason},
    {"same_pay_area", Leaf::ending_same_pay_area},
    {"costs_can_be_cut", Leaf::ending_costs_can_be_cut},
    {"business_offer", Leaf::ending_offer},
    {"business_answer", Leaf::ending_answer},
    {"required_by_policy", Leaf::ending_required_by_policy},
    {"contributed", Leaf::ending_contributed},
    {"performance_offer", Leaf::ending_offer},
    {"performance_answer", Leaf::ending_answer},
    {"performance_rating", Leaf::ending_fully_successful},
    {"misconduct_offer", Leaf::ending_offer},
    {"misconduct_answer", Leaf::ending_answer},
    {"misconduct_rating", Leaf::ending_fully_successful},
};

// The ways from a choice to the next stop or to an outcome.
struct Way {
  std::string_view stop;
  std::string_view choice;    // empty: any
  std::string_view leads_to;  // the id of a stop or of an outcome
};
constexpr Way ways[] = {
    {"reason", "new_worksite", "same_pay_area"},
    {"reason", "other_position", "change.position"},
    {"reason", "review", "costs_can_be_cut"},
    {"reason", "business_need", "business_offer"},
    {"reason", "suspension", "ending.suspension"},
    {"reason", "performance", "contributed"},
    {"reason", "misconduct", "required_by_policy"},
    {"reason", "employee_asks", "ending.employee_asks"},
    {"reason", "leaves_gsa", "ending.leaves_gsa"},
    {"same_pay_area", "yes", "change.worksite"},
    {"same_pay_area", "no", "change.locality"},
    {"costs_can_be_cut", "yes", "review.costs_cut"},
    {"costs_can_be_cut", "no", "review.compare"},
    {"business_offer", "", "business_answer"},
    {"business_answer", "position", "ending.business_need.position"},
    {"business_answer", "move", "ending.business_need.move"},
    {"business_answer", "neither", "ending.business_need.neither"},
    {"required_by_policy", "yes", "misconduct_offer"},
    {"required_by_policy", "no", "contributed"},
    {"contributed", "yes", "performance_offer"},
    {"contributed", "no", "ending.not_contributed"},
    {"performance_offer", "", "performance_answer"},
    {"performance_answer", "position", "ending.performance.position"},
    {"performance_answer", "move", "ending.performance.move"},
    {"performance_answer", "neither", "performance_rating"},
    {"performance_rating", "yes", "ending.performance.neither_with_priority"},
    {"performance_rating", "no", "ending.performance.neither"},
    {"misconduct_offer", "", "misconduct_answer"},
    {"misconduct_answer", "position", "ending.misconduct.position"},
    {"misconduct_answer", "move", "ending.misconduct.move"},
    {"misconduct_answer", "neither", "misconduct_rating"},
    {"misconduct_rating", "yes", "ending.misconduct.neither_with_priority"},
    {"misconduct_rating", "no", "ending.misconduct.neither"},
};

// ¶12b(2), ¶12d(2). Removal is proposed where the move was declined as well, so it has to have been offered.
struct MoveToOffer {
  std::string_view stop;
  std::string_view outcome;
};
constexpr MoveToOffer moves_to_offer[] = {{"business_answer", "ending.business_need.offer_the_move"},
                                          {"performance_answer", "ending.performance.offer_the_move"},
                                          {"misconduct_answer", "ending.misconduct.offer_the_move"}};

constexpr const Stop* find_stop(std::string_view id) {
  for (const Stop& stop : stops) {
    if (stop.id == id) return &stop;
  }
  return nullptr;
}

constexpr const ChangeOutcome* find_outcome(std::string_view rule) {
  for (const ChangeOutcome& outcome : outcomes) {
    if (outcome.rule == rule) return &outcome;
  }
  return nullptr;
}

constexpr bool every_way_leads_somewhere() {
  for (const Way& way : ways) {
    if (find_stop(way.stop) == nullptr) return false;
    if ((find_stop(way.leads_to) == nullptr) == (find_outcome(way.leads_to) == nullptr)) return false;
  }
  for (const MoveToOffer& move : moves_to_offer) {
    if (find_stop(move.stop) == nullptr || find_outcome(move.outcome) == nullptr) return false;
  }
  return true;
}
static_assert(every_way_leads_somewhere());

std::string_view leads_to(const Stop& stop, const Answers& answers) {
  const std::string_view choice = answers.words(stop.asks);
  if (choice.empty()) return {};
  if (choice == "neither" && answers.words(Leaf::ending_offer) == "position") {
    for (const MoveToOffer& move : moves_to_offer) {
      if (move.stop == stop.id) return move.outcome;
    }
  }
  for (const Way& way : ways) {
    if (way.stop == stop.id && (way.choice.empty() || way.choice == choice)) return way.leads_to;
  }
  return {};
}

}  // namespace

std::string_view name_of(Obligation obligation) {
  constexpr std::array<std::string_view, 6> names = {"must_end",        "may_end", "may_suspend",
                                                     "new_arrangement", "goes_on", "left_open"};
  return names[static_cast<std::size_t>(obligation)];
}

std::string_view heading_of(Obligation obligation) {
  constexpr std::array<std::string_view, 6> headings = {"It must end",
                                                        "Management may end it",
                                                        "Management may suspend it for a time",
                                                        "A new arrangement is required",
                                                        "It continues",
                                                        "The order leaves it open"};
  return headings[static_cast<std::size_t>(obligation)];
}

std::string_view words_of(MovePaidBy payer) {
  constexpr std::array<std::string_view, 3> words = {"The order does not name a move to pay for.",
                                                     "GSA, by regulation.", "The employee."};
  return words[static_cast<std::size_t>(payer)];
}

std::span<const ChangeOutcome> change_outcomes() {
  return outcomes;
}

const ChangeOutcome& outcome_of(std::string_view rule) {
  const ChangeOutcome* outcome = find_outcome(rule);
  FTT_ASSERT(outcome != nullptr, "An outcome of ¶12 was asked for that there is not.");
  return *outcome;
}

ChangeWalk walk_change(const Answers& answers) {
  ChangeWalk walk;
  const Stop* stop = &stops[0];
  while (stop != nullptr) {
    walk.asked.push_back(stop->asks);
    const std::string_view target = leads_to(*stop, answers);
    if (target.empty()) {
      walk.next = stop->asks;
      return walk;
    }
    walk.outcome = find_outcome(target);
    stop = find_stop(target);
  }
  return walk;
}

bool is_change_begun(const Answers& answers) {
  return !answers.words(Leaf::ending_reason).empty();
}

EndingCosts ending_costs(const Worksheet& worksheet, const Answers& answers) {
  EndingCosts costs;
  costs.relocation = worksheet.money(Line::relocation_estimate);
  const Known<Money> replacing = answers.money(Leaf::annual_review_replacing_cost);
  if (replacing.has_value()) costs.replacing = replacing.value();
  if (costs.relocation) costs.ending = *costs.relocation + costs.replacing.value_or(Money());
  for (const RelocationHorizon& horizon : relocation_horizons) {
    EndingCost row{horizon.years, {}, {}};
    if (worksheet.net_annual_change) row.going_on = times(*worksheet.net_annual_change, Count(horizon.years));
    if (costs.ending && row.going_on) row.difference = *costs.ending - *row.going_on;
    if (const WorksheetLine* line = worksheet.find(horizon.line)) {
      for (const Leaf need : line->needs) {
        if (std::find(costs.needs.begin(), costs.needs.end(), need) == costs.needs.end()) costs.needs.push_back(need);
      }
    }
    costs.rows.push_back(row);
  }
  return costs;
}

}  // namespace ftt
