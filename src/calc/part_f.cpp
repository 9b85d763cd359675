// Part F, additional costs and savings: the total (App. A, Part F).
//
// The lines are "if applicable": an empty one means none, the one place where nothing is zero. What is there and cannot
// be read is unknown all the same, and so is the amount of a line that is begun without one.
#include <utility>

#include "calc/parts.h"

namespace ftt::calc_detail {

namespace {

// Lines 1 to 3: the saving is typed as a positive amount and subtracted.
void subtract_saving(WorksheetLine& line, Leaf leaf, const Answers& answers, Money& total) {
  if (answers.is_empty(leaf) && !answers.is_unread(leaf)) return;
  const Known<Money> saving = use(line, leaf, answers.money(leaf));
  if (saving.has_value()) total -= saving.value();
}

// Lines 4 and 5: a cost is added, a saving subtracted; without a direction it is unknown which.
void add_other(WorksheetLine& line, const OtherLine& other, const Answers& answers, Money& total) {
  const auto is_there = [&](Leaf leaf) { return !answers.is_empty(leaf) || answers.is_unread(leaf); };
  if (!is_there(other.label) && !is_there(other.direction) && !is_there(other.amount)) return;
  const Known<Money> amount = answers.money(other.amount);
  const Known<Direction> direction = answers.direction(other.direction);
  if (direction.is_missing()) add_need(line.needs, other.direction);
  const bool is_saving = direction.has_value() && direction.value() == Direction::saving;
  const Known<Money> with_sign = amount.map([&](Money value) { return is_saving ? -value : value; });
  use(line, other.amount, with_sign);
  if (with_sign.has_value()) total += with_sign.value();
}

}  // namespace

void calculate_part_f(Worksheet& worksheet, const Answers& answers) {
  WorksheetLine line(Line::additional_total);
  Money total;
  subtract_saving(line, Leaf::additional_transit_savings, answers, total);
  subtract_saving(line, Leaf::additional_travel_savings, answers, total);
  subtract_saving(line, Leaf::additional_space_savings, answers, total);
  for (const OtherLine& other : other_lines) add_other(line, other, answers, total);
  if (line.needs.empty()) line.value = total;
  if (line.inputs.empty()) line.note = "Part F is empty, which means none.";
  add_line(worksheet, std::move(line));
}

}  // namespace ftt::calc_detail
