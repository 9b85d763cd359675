// What became of a typed text: the packet's form, what was understood, or the problem. See answers.h.
#include <algorithm>

#include "base/count.h"
#include "base/date.h"
#include "base/text.h"
#include "form/answers.h"
#include "form/read_leaf.h"
#include "rates/states.h"

namespace ftt {

namespace {

std::string understood(const LeafInfo& info, const form_detail::LeafValue& read) {
  switch (info.kind) {
    case Kind::date:
      return to_display(calendar_date(1970, 1, 1) + Days(static_cast<std::int32_t>(read.value)));
    case Kind::money:
      return to_display(Money::from_cents(read.value));
    case Kind::share:
      return to_display(Share::from_units(read.value));
    case Kind::nights:
      return to_display(Nights::from_units(read.value));
    case Kind::count:
      return to_display(Count(read.value));
    case Kind::yes_no:
      return read.value == 1 ? "Yes" : "No";
    case Kind::choice:
    case Kind::open_choice:
      if (read.value == form_detail::no_choice) return read.text;
      return std::string(info.choices[static_cast<std::size_t>(read.value)].label);
    case Kind::text:
    case Kind::long_text:
      break;
  }
  if (info.shape == Shape::state) return std::string(find_state(read.text)->name);
  return read.text;
}

// What is wrong with the text as a file's answer of that leaf.
std::string problem_in_file(Leaf leaf, std::string_view text) {
  const Result<form_detail::LeafValue> read = form_detail::read_exact(info(leaf), text);
  return read ? std::string() : read.error().message;
}

}  // namespace

Canonical canonical(Leaf leaf, std::string_view text) {
  const std::string_view trimmed = trim(text);
  if (trimmed.empty()) return {};
  Result<form_detail::LeafValue> read = form_detail::read_typed(info(leaf), trimmed);
  if (!read) return {Canonical::State::bad, std::string(text), {}, std::move(read).error().message};
  std::string words = understood(info(leaf), *read);
  return {Canonical::State::good, std::move(read).value().text, std::move(words), {}};
}

std::string shown_text(Leaf leaf, const Answers& answers) {
  const LeafInfo& of = info(leaf);
  const std::string& text = answers.text(leaf);
  if (answers.is_empty(leaf) || answers.is_bad(leaf)) return text;
  switch (of.kind) {
    case Kind::date:
      return to_numeric(*parse_date(text));
    case Kind::money:
    case Kind::share:
    case Kind::nights:
      return canonical(leaf, text).understood;
    case Kind::count:
      return leaf == Leaf::position_grade && !has_other_pay_plan(answers) ? concat("GS-", text) : text;
    case Kind::open_choice:
      return of.shape == Shape::free ? canonical(leaf, text).understood : text;
    case Kind::text:
    case Kind::long_text:
    case Kind::choice:
    case Kind::yes_no:
      break;
  }
  return text;
}

std::string problem_of_half_year(std::string_view text) {
  const std::string_view digits = text.substr(0, std::min<std::size_t>(text.size(), 4));
  const bool is_written = text.size() == 6 && std::all_of(digits.begin(), digits.end(), is_digit) && text[4] == 'H' &&
                          (text[5] == '1' || text[5] == '2');
  if (!is_written) {
    return concat(in_quotes(text),
                  " is not a half of a fiscal year: write 2027H1 for October 2026 to March 2027, 2027H2 for April to "
                  "September 2027.");
  }
  const Result<Count> year = parse_count(digits, first_input_year, last_input_year);
  if (year) return {};
  return concat("The fiscal year ", digits, " is not taken: write one from ", first_input_year, " to ", last_input_year,
                ", such as 2027", text.substr(4), ".");
}

std::string problem_of_spent(std::string_view text) {
  if (trim(text).empty()) return "What was spent is missing: write it like 412.60.";
  const Result<Money> spent = parse_money(text);
  if (spent && *spent < Money()) return concat(in_quotes(text), " is below 0: write what was spent, like 412.60.");
  return problem_in_file(Leaf::additional_transit_savings, text);  // an amount from zero on too
}

std::string problem_of_trips(std::string_view text) {
  return text.empty() ? std::string() : problem_in_file(Leaf::travel_budget_trips, text);
}

std::string problem_of_source(std::string_view text) {
  return text.empty() ? std::string() : problem_in_file(Leaf::locality_pay_salary_source, text);
}

}  // namespace ftt
