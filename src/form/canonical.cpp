// What became of a typed text: the packet's form, what was understood, or the problem. See answers.h.
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

}  // namespace

Canonical canonical(Leaf leaf, std::string_view text) {
  const std::string_view trimmed = trim(text);
  if (trimmed.empty()) return {};
  Result<form_detail::LeafValue> read = form_detail::read_leaf(info(leaf), trimmed);
  if (!read) return {Canonical::State::bad, std::string(text), {}, std::move(read).error().message};
  std::string words = understood(info(leaf), *read);
  return {Canonical::State::good, std::move(read).value().text, std::move(words), {}};
}

std::string problem_of_half_year(std::string_view text) {
  const bool good = text.size() == 6 && is_digit(text[0]) && is_digit(text[1]) && is_digit(text[2]) &&
                    is_digit(text[3]) && text[4] == 'H' && (text[5] == '1' || text[5] == '2');
  if (good) return {};
  return concat(in_quotes(text),
                " is not a half of a fiscal year: write 2027H1 for October 2026 to March 2027, 2027H2 for April to "
                "September 2027.");
}

std::string problem_of_spent(std::string_view text) {
  const Result<Money> amount = parse_money(text);
  return amount ? std::string() : amount.error().message;
}

std::string problem_of_trips(std::string_view text) {
  if (trim(text).empty()) return {};
  const Limits& limits = info(Leaf::travel_budget_trips).limits;
  const Result<Count> trips = parse_count(text, limits.minimum, limits.maximum);
  return trips ? std::string() : trips.error().message;
}

std::string problem_of_source(std::string_view text) {
  // It holds what the source of a typed salary does.
  return canonical(Leaf::locality_pay_salary_source, text).problem;
}

}  // namespace ftt
