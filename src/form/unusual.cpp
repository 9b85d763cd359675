// The table of what is asked about. See unusual.h.
#include "form/unusual.h"

#include "base/text.h"

namespace ftt {
namespace {

constexpr std::int64_t dollars(std::int64_t amount) {
  return Money::from_dollars(amount).cents();
}

// In cents, hundredths of a night, or trips; a figure below `least` or above `most` is asked about.
struct Usual {
  Leaf leaf;
  std::int64_t least;
  std::int64_t most;
  std::string_view why;
};

constexpr Usual usual_figures[] = {
    {Leaf::locality_pay_requested_salary, dollars(15'000), dollars(500'000), "this line asks for the salary of a year"},
    {Leaf::locality_pay_agency_salary, dollars(15'000), dollars(500'000), "this line asks for the salary of a year"},
    {Leaf::travel_budget_transport, 0, dollars(10'000), "this line asks for what one round trip costs"},
    {Leaf::travel_budget_mie, 0, dollars(300), "this line asks for the meals of one day"},
    {Leaf::travel_budget_lodging, 0, dollars(1'000), "this line asks for one night"},
    {Leaf::travel_budget_extra, 0, dollars(2'000), "this line asks for the taxis, parking and so on of one trip"},
    {Leaf::travel_budget_nights, 0, Nights::from_whole(60).units(), "this line asks for the nights of one trip"},
    {Leaf::travel_budget_trips, 0, 104, "that is more than two trips a week"},
    {Leaf::travel_budget_trips_in_term, 0, 104, "that is more than two trips a week"},
    // 26 U.S.C. 132(f)(2); Revenue Procedure 2025-32.
    {Leaf::additional_transit_savings, 0, dollars(340 * 12),
     "a transit subsidy is at most $340 a month in 2026, $4,080 a year"},
    {Leaf::additional_travel_savings, 0, dollars(100'000),
     "this line asks for what one person's travel saves in a year"},
    {Leaf::additional_space_savings, 0, dollars(50'000), "this line asks for one person's office space for a year"},
    {Leaf::additional_other1_amount, 0, dollars(100'000), "this line asks for one person's cost or saving in a year"},
    {Leaf::additional_other2_amount, 0, dollars(100'000), "this line asks for one person's cost or saving in a year"},
    {Leaf::relocation_estimate, 0, dollars(300'000), "this line asks for the move of one household"},
};

constexpr const Usual* usual_figure(Leaf leaf) {
  for (const Usual& usual : usual_figures) {
    if (usual.leaf == leaf) return &usual;
  }
  return nullptr;
}

std::int64_t figure_of(const LeafInfo& leaf, const Answers& answers) {
  if (leaf.kind == Kind::money) return answers.money(leaf.leaf).value().cents();
  if (leaf.kind == Kind::nights) return answers.nights(leaf.leaf).value().units();
  return answers.count(leaf.leaf).value().value();
}

}  // namespace

std::string please_check(Leaf leaf, const Answers& answers) {
  const Usual* usual = usual_figure(leaf);
  if (usual == nullptr || answers.is_empty(leaf) || answers.is_bad(leaf) || !applies(leaf, answers)) return {};
  const std::int64_t figure = figure_of(info(leaf), answers);
  // What is below zero where a cost goes has a warning of its own.
  if (figure < 0 || (figure >= usual->least && figure <= usual->most)) return {};
  return concat("Please check ", shown_text(leaf, answers), ": ", usual->why, ".");
}

}  // namespace ftt
