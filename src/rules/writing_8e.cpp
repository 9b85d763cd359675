// The table of prompts, and figures as lines of text. See writing_8e.h.
#include "rules/writing_8e.h"

#include <algorithm>

#include "base/text.h"
#include "calc/line.h"
#include "form/field.h"

namespace ftt {
namespace {

constexpr WritingPrompt prompts[] = {
    {"benefit",
     cite("HRM 6040.2 ¶8e(1)"),
     Leaf::justification_cost,
     "What GSA pays, and what it gets for it. Name the cost first. Then name each benefit and who gets it.",
     "The arrangement costs $6,187 a year on line G1, and in return the branch keeps its only certified modeler.",
     {"cost_benefit.overall", "cost_benefit.net_annual_change", "locality_pay.difference", "travel_budget.annual"},
     "Is it worth what it costs"},
    {"transit",
     cite("HRM 6040.2 ¶8e(1)(a)"),
     Leaf::justification_cost,
     "The monthly subsidy that stops, and from when.",
     "The employee gets a transit subsidy of $325 a month now and will need none from July on.",
     {"additional.transit_savings"}},
    {"nearness",
     cite("HRM 6040.2 ¶8e(1)(b)"),
     Leaf::justification_cost,
     "Names of customers or work sites, their distance from each worksite, and how often someone has to be there.",
     "Six of our nine leases are within 40 miles of Bozeman, and each visit from Washington takes a flight and two "
     "days.",
     {"additional.travel_savings", "travel_budget.trips"}},
    {"talent",
     cite("HRM 6040.2 ¶8e(1)(c)"),
     Leaf::justification_cost,
     "Cases and numbers: who was hired, who left, and why. The cost is reviewed as a recruitment, retention or "
     "relocation (3R) incentive would be.",
     "Two analysts left this office last year for jobs that they could do from home.",
     {"cost_benefit.overall", "cost_benefit.net_annual_change"}},
    {"efforts",
     cite("HRM 6040.2 ¶8e(1)(c)1"),
     Leaf::justification_cost,
     "Dates of job postings, how many applied, how many were well qualified, and offers that were declined.",
     "We posted this job in March and again in May; four well-qualified people applied, and two declined our offer.",
     {}},
    {"requirements",
     cite("HRM 6040.2 ¶8e(1)(c)2"),
     Leaf::justification_cost,
     "Skills, licenses, clearances or systems that the job needs, and why few people have them.",
     "The job needs a licensed structural engineer who knows our space model, which takes about a year to learn.",
     {}},
    {"market",
     cite("HRM 6040.2 ¶8e(1)(c)3"),
     Leaf::justification_cost,
     "Pay surveys, turnover, and other employers who hire for the same work near the agency worksite, each with its "
     "source and date.",
     "On April 14, three agencies within five miles had openings on USAJOBS in this series and grade.",
     {}},
    {"incentives",
     cite("HRM 6040.2 ¶8e(1)(c)4"),
     Leaf::justification_cost,
     "Which incentive you looked at, its yearly amount, how long it would run, and if it would be enough.",
     "A retention incentive of 10 percent would cost about $11,500 a year, and the family would still move.",
     {"cost_benefit.overall", "cost_benefit.net_annual_change"}},
    {"vacancy",
     cite("HRM 6040.2 ¶8e(1)(c)5"),
     Leaf::justification_cost,
     "Work that would stop or slip, for whom, and how long the job took to fill last time.",
     "The last vacancy took seven months to fill, and two lease awards slipped past their dates.",
     {}},
    {"sustainability",
     cite("HRM 6040.2 ¶8e(1)(d)"),
     Leaf::justification_cost,
     "The target or goal by its name, and what this changes: miles driven to work, office space, energy.",
     "Giving up this desk counts toward the region's goal to use 5 percent less office space by 2027.",
     {"additional.space_savings", "travel_budget.trips"}},
    {"items",
     cite("App. A, Part I, item 2"),
     Leaf::justification_items,
     "For each amount: what it is, how you calculated it, and where the number is from.",
     "The transit subsidy is $325 a month for 12 months, which stops when the commute does.",
     {"additional.transit_savings", "additional.travel_savings", "additional.space_savings", "additional.other1.amount",
      "additional.other2.amount"}},
    {"leaving",
     cite("HRM 6040.2 ¶8e(2)(a)"),
     Leaf::justification_likelihood_of_leaving,
     "What the employee has said or shown, with its date: a spouse who moves, a job offer. Leave out health and family "
     "details.",
     "The employee wrote on May 2 that the family moves in July and that there is an offer from another agency.",
     {}},
    {"qualifications",
     cite("HRM 6040.2 ¶8e(2)(b)"),
     Leaf::justification_qualifications,
     "Ratings, awards, certificates and results that few others have, with their years.",
     "The employee had the highest rating in 2023 and 2024 and is the only one here who is certified in the space "
     "model.",
     {}},
};

std::string_view unit_of(Figure::Kind kind) {
  return kind == Figure::Kind::money ? " a year." : ".";
}

// "Line F4, Laptop (cost)": a line that the preparer names is called by that name.
std::string name_of_answer(const LeafInfo& leaf, const Answers& answers) {
  const auto other = std::find_if(other_lines.begin(), other_lines.end(),
                                  [&](const OtherLine& line) { return line.amount == leaf.leaf; });
  if (other == other_lines.end() || answers.is_empty(other->label)) return std::string(leaf.field_label);
  const Known<Direction> direction = answers.direction(other->direction);
  const std::string_view kind = !direction.has_value()                   ? ""
                                : direction.value() == Direction::saving ? " (saving)"
                                                                         : " (cost)";
  return concat(answers.text(other->label), kind);
}

std::string line_of(std::string_view item, std::string_view name, const Figure& figure) {
  if (!figure.has_value()) return {};
  return concat(item.empty() ? "" : "Line ", item, item.empty() ? "" : ", ", name, ": ", to_display(figure),
                unit_of(figure.kind()));
}

Figure figure_of(const LeafInfo& leaf, const Answers& answers) {
  if (leaf.kind == Kind::money) {
    const Known<Money> amount = answers.money(leaf.leaf);
    return amount.has_value() ? Figure(amount.value()) : Figure();
  }
  const Known<Count> count = answers.count(leaf.leaf);
  return count.has_value() ? Figure(count.value()) : Figure();
}

}  // namespace

std::span<const WritingPrompt> writing_prompts() {
  return prompts;
}

const WritingPrompt* find_writing_prompt(std::string_view id) {
  const auto found =
      std::find_if(std::begin(prompts), std::end(prompts), [&](const WritingPrompt& one) { return one.id == id; });
  return found == std::end(prompts) ? nullptr : found;
}

std::string figure_in_a_line(std::string_view id, const Answers& answers, const Worksheet& worksheet) {
  if (const LineInfo* line = find_line(id)) return line_of(line->item, line->label, worksheet.value(line->line));
  const LeafInfo* leaf = find_leaf(id);
  if (leaf == nullptr) return {};
  return line_of(leaf->item, name_of_answer(*leaf, answers), figure_of(*leaf, answers));
}

std::string with_line(std::string_view text, std::string_view line) {
  const std::vector<std::string_view> lines = split(text, '\n');
  if (std::find(lines.begin(), lines.end(), line) != lines.end()) return std::string(text);
  return concat(text, text.empty() || text.ends_with('\n') ? "" : "\n", line);
}

}  // namespace ftt
