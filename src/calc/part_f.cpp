// Part F, additional costs and savings: the total (App. A, Part F).
//
// The lines are "if applicable": an empty one means none, the one place where nothing is zero. What is typed and cannot
// be read is unknown all the same.
#include "calc/parts.h"

namespace ftt::calc_detail {

namespace {

// Lines 1 to 3: the saving is typed as a positive amount and subtracted.
void subtract_saving(WorksheetLine& line, Leaf leaf, const Answers& answers, Money& total) {
  if (answers.is_empty(leaf)) return;
  const Known<Money> saving = use(line, leaf, answers.money(leaf));
  if (saving.has_value()) total -= saving.value();
}

// Lines 4 and 5: a cost is added, a saving subtracted; without a direction it is unknown which.
void add_other(WorksheetLine& line, Leaf direction_leaf, Leaf amount_leaf, const Answers& answers, Money& total) {
  if (answers.is_empty(amount_leaf)) return;
  const Known<Money> amount = answers.money(amount_leaf);
  const Known<Direction> direction = answers.direction(direction_leaf);
  if (direction.is_missing()) add_need(line, info(direction_leaf).id);
  const bool is_saving = direction.has_value() && direction.value() == Direction::saving;
  const Known<Money> with_sign = amount.map([&](Money value) { return is_saving ? -value : value; });
  use(line, amount_leaf, with_sign);
  if (with_sign.has_value()) total += with_sign.value();
}

}  // namespace

const WorksheetLine& calculate_part_f(Worksheet& worksheet, const Answers& answers) {
  WorksheetLine& line = add_line(worksheet, "additional.total", "F", "Total additional costs/savings",
                                 cite("App. A, Part F, total"), "F4 + F5 − F1 − F2 − F3");
  Money total;
  subtract_saving(line, Leaf::additional_transit_savings, answers, total);
  subtract_saving(line, Leaf::additional_travel_savings, answers, total);
  subtract_saving(line, Leaf::additional_space_savings, answers, total);
  add_other(line, Leaf::additional_other1_direction, Leaf::additional_other1_amount, answers, total);
  add_other(line, Leaf::additional_other2_direction, Leaf::additional_other2_amount, answers, total);
  if (line.needs.empty()) line.value = total;
  if (line.inputs.empty()) line.note = "No line of Part F is filled in, which means none.";
  return line;
}

}  // namespace ftt::calc_detail
