// Answers: the cells, the typed getters, what is set aside and what is required. See answers.h.
#include "form/answers.h"

#include <utility>

#include "base/text.h"
#include "form/read_leaf.h"

namespace ftt {

namespace {

template <class Enumerator>
Known<Enumerator> enumerator(const Known<std::size_t>& choice) {
  return choice.map([](std::size_t number) { return static_cast<Enumerator>(number); });
}

bool is_above_or_below_zero(const Known<Money>& amount) {
  return amount.has_value() && amount.value() != Money();
}

// Part F, note: a line that is not zero is explained.
bool has_part_f(const Answers& answers) {
  for (const Leaf leaf :
       {Leaf::additional_transit_savings, Leaf::additional_travel_savings, Leaf::additional_space_savings,
        Leaf::additional_other1_amount, Leaf::additional_other2_amount}) {
    if (is_above_or_below_zero(answers.money(leaf))) return true;
  }
  return false;
}

// One of the three leaves of the "other" line that this one belongs to holds something.
bool is_other_begun(Leaf leaf, const Answers& answers) {
  const OtherLine& line = other_lines[info(leaf).field == info(Leaf::additional_other1_label).field ? 0 : 1];
  return !answers.is_empty(line.label) || !answers.is_empty(line.direction) || !answers.is_empty(line.amount);
}

}  // namespace

bool has_other_pay_plan(const Answers& answers) {
  const std::string_view pay_plan = answers.words(Leaf::position_pay_plan);
  return !pay_plan.empty() && pay_plan != "GS";
}

bool has_typed_salary(const Answers& answers) {
  return !answers.is_empty(Leaf::locality_pay_requested_salary) || !answers.is_empty(Leaf::locality_pay_agency_salary);
}

Answers::Answers() : cells_(leaf_count) {}

void Answers::set(Leaf leaf, std::string_view text) {
  forget_refusal(leaf);
  Cell& target = cells_[number_of(leaf)];
  const std::string_view trimmed = trim(text);
  if (trimmed.empty()) {
    target = Cell();
    return;
  }
  Result<form_detail::LeafValue> read = form_detail::read_typed(info(leaf), trimmed);
  if (!read) {
    target = Cell{.text = std::string(text), .state = Canonical::State::bad};
    return;
  }
  const std::int64_t value = read->value;
  target = Cell{.text = std::move(read).value().text, .value = value, .state = Canonical::State::good};
}

void Answers::set_exact(Leaf leaf, std::string_view text) {
  Result<form_detail::LeafValue> read = form_detail::read_exact(info(leaf), text);
  if (!read) return refuse(leaf, text, std::move(read).error().message);
  forget_refusal(leaf);
  const std::int64_t value = read->value;
  cells_[number_of(leaf)] = Cell{std::move(read).value().text, value, Canonical::State::good};
}

void Answers::refuse(Leaf leaf, std::string_view text, std::string problem) {
  forget_refusal(leaf);
  cells_[number_of(leaf)] = Cell{std::string(text), 0, Canonical::State::bad};
  refusals_.push_back({leaf, std::move(problem)});
}

void Answers::put_back(Leaf leaf, const Answers& others) {
  forget_refusal(leaf);
  cells_[number_of(leaf)] = others.cell(leaf);
  for (const Refusal& refusal : others.refusals_) {
    if (refusal.leaf == leaf) refusals_.push_back(refusal);
  }
}

void Answers::mark_assumed(Leaf leaf) {
  Cell& target = cells_[number_of(leaf)];
  target.is_assumed = target.state == Canonical::State::good;
}

void Answers::forget_refusal(Leaf leaf) {
  std::erase_if(refusals_, [&](const Refusal& refusal) { return refusal.leaf == leaf; });
}

std::string Answers::problem(Leaf leaf) const {
  if (!is_bad(leaf)) return {};
  for (const Refusal& refusal : refusals_) {
    if (refusal.leaf == leaf) return refusal.problem;
  }
  return canonical(leaf, text(leaf)).problem;
}

const std::string& Answers::text(Leaf leaf) const {
  return cell(leaf).text;
}

template <class T, class Make>
Known<T> Answers::read(Leaf leaf, Kind kind, Make make) const {
  FTT_ASSERT(info(leaf).kind == kind, "A leaf was read as another kind than it is.");
  const Cell& source = cell(leaf);
  if (source.state != Canonical::State::good || !applies(leaf, *this)) return Known<T>::missing();
  return source.is_assumed ? Known<T>::assumed(make(source.value)) : Known<T>::answered(make(source.value));
}

Known<Money> Answers::money(Leaf leaf) const {
  return read<Money>(leaf, Kind::money, Money::from_cents);
}

Known<Share> Answers::share(Leaf leaf) const {
  return read<Share>(leaf, Kind::share, Share::from_units);
}

Known<Nights> Answers::nights(Leaf leaf) const {
  return read<Nights>(leaf, Kind::nights, Nights::from_units);
}

Known<Count> Answers::count(Leaf leaf) const {
  return read<Count>(leaf, Kind::count, [](std::int64_t value) { return Count(value); });
}

Known<Date> Answers::date(Leaf leaf) const {
  return read<Date>(leaf, Kind::date, [](std::int64_t days) {
    return calendar_date(1970, 1, 1) + Days(static_cast<std::int32_t>(days));
  });
}

Known<bool> Answers::yes_no(Leaf leaf) const {
  return read<bool>(leaf, Kind::yes_no, [](std::int64_t value) { return value == 1; });
}

Known<std::size_t> Answers::choice(Leaf leaf) const {
  const Kind kind = info(leaf).kind == Kind::open_choice ? Kind::open_choice : Kind::choice;
  if (cell(leaf).value == form_detail::no_choice) return Known<std::size_t>::missing();
  return read<std::size_t>(leaf, kind, [](std::int64_t value) { return static_cast<std::size_t>(value); });
}

std::string_view Answers::words(Leaf leaf) const {
  if (cell(leaf).state != Canonical::State::good || !applies(leaf, *this)) return {};
  return trim(cell(leaf).text);
}

Known<TripCostMethod> Answers::trip_cost_method() const {
  return enumerator<TripCostMethod>(choice(Leaf::travel_budget_trip_cost_method));
}

Known<Term> Answers::term() const {
  return enumerator<Term>(choice(Leaf::arrangement_term));
}

Known<Action> Answers::action() const {
  return enumerator<Action>(choice(Leaf::arrangement_action));
}

Known<ArrangementType> Answers::arrangement_type() const {
  return enumerator<ArrangementType>(choice(Leaf::arrangement_type));
}

Known<Direction> Answers::direction(Leaf leaf) const {
  return enumerator<Direction>(choice(leaf));
}

Known<ReviewOutcome> Answers::review_outcome() const {
  return enumerator<ReviewOutcome>(choice(Leaf::annual_review_outcome));
}

bool operator==(const Answers& a, const Answers& b) {
  for (std::size_t i = 0; i < leaf_count; ++i) {
    const Answers::Cell& one = a.cells_[i];
    const Answers::Cell& other = b.cells_[i];
    if (one.text != other.text || one.state != other.state || one.is_assumed != other.is_assumed) return false;
  }
  return a.actuals_ == b.actuals_;
}

bool is_review(const Answers& answers) {
  const Known<ArrangementType> type = answers.arrangement_type();
  return type.has_value() && type.value() == ArrangementType::annual_review;
}

bool applies(Leaf leaf, const Answers& answers) {
  switch (info(leaf).when) {
    case When::always:
      return true;
    case When::short_term: {
      const Known<Term> term = answers.term();
      return term.is_missing() || term.value() == Term::short_term;
    }
    case When::employee_known: {
      const Known<Action> action = answers.action();
      const Known<ArrangementType> type = answers.arrangement_type();
      return action.is_missing() || action.value() == Action::incumbent || type.is_missing() ||
             type.value() != ArrangementType::new_arrangement;
    }
    case When::incumbent: {
      const Known<Action> action = answers.action();
      return action.is_missing() || action.value() == Action::incumbent;
    }
    case When::recruit: {
      const Known<Action> action = answers.action();
      return action.is_missing() || action.value() == Action::recruit;
    }
    case When::annual_review: {
      const Known<ArrangementType> type = answers.arrangement_type();
      return type.is_missing() || type.value() == ArrangementType::annual_review;
    }
    case When::overseas:
      return answers.yes_no(Leaf::eligibility_overseas_existing).value_or(false);
    case When::mobile:
      return answers.yes_no(Leaf::eligibility_mobile_work).value_or(false);
  }
  return true;
}

bool required(Leaf leaf, const Answers& answers) {
  if (!applies(leaf, answers)) return false;
  switch (info(leaf).need) {
    case Need::never:
      return false;
    case Need::always:
    case Need::from_table:
      return true;
    case Need::on_general_schedule:
      return !has_other_pay_plan(answers);
    case Need::with_other_pay_plan:
      return has_other_pay_plan(answers) || has_typed_salary(answers);
    case Need::with_typed_salary:
      return has_typed_salary(answers);
    case Need::with_zero_nights: {
      const Known<Nights> nights = answers.nights(Leaf::travel_budget_nights);
      return nights.has_value() && nights.value() == Nights();
    }
    case Need::with_part_f:
      return has_part_f(answers);
    case Need::with_determination:
      return !answers.is_empty(Leaf::determination_outcome);
    case Need::with_other:
      return is_other_begun(leaf, answers);
  }
  return false;
}

}  // namespace ftt
