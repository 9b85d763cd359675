// Reading one leaf as people type it: numbers, dates, choices and texts of a certain make. See read_leaf.h.
#include <algorithm>
#include <initializer_list>
#include <optional>

#include "base/count.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/money.h"
#include "base/text.h"
#include "base/typed_text.h"
#include "form/grade.h"
#include "form/initial.h"
#include "form/read_leaf.h"
#include "rates/states.h"

namespace ftt::form_detail {

namespace {

Result<LeafValue> read_money(const LeafInfo& info, std::string_view text) {
  const Money amount = FTT_TRY(parse_money(text));
  if (amount.cents() < info.limits.minimum) {
    if (info.sign == AmountSign::above_zero) {
      return refused(ErrorCode::out_of_range, "A salary is above 0; type the yearly salary, for example $118,204.");
    }
    const std::string positive = to_display(-amount);
    if (info.group == Group::other) {
      return refused(ErrorCode::out_of_range, concat("Type a positive amount, ", positive,
                                                     ", and choose next to it if it is a cost or a saving."));
    }
    return refused(ErrorCode::out_of_range,
                   concat("This line asks for a saving: type it as a positive amount, ", positive,
                          ", and the tool changes the sign. A cost goes into another yearly cost or saving."));
  }
  return LeafValue{to_decimal(amount), amount.cents()};
}

Result<LeafValue> read_yes_no(std::string_view text) {
  for (const std::string_view yes : {"yes", "y", "true"}) {
    if (equal_ignoring_ascii_case(text, yes)) return LeafValue{"yes", 1};
  }
  for (const std::string_view no : {"no", "n", "false"}) {
    if (equal_ignoring_ascii_case(text, no)) return LeafValue{"no", 0};
  }
  return refused(ErrorCode::unknown_choice, concat(in_quotes(text), " is not yes or no; write yes or no."));
}

// By value or by label, whatever the case; a month by its number too.
std::int64_t find_choice(const LeafInfo& info, std::string_view text) {
  for (std::size_t i = 0; i < info.choices.size(); ++i) {
    const Choice& choice = info.choices[i];
    if (equal_ignoring_ascii_case(text, choice.value) || equal_ignoring_ascii_case(text, choice.label)) {
      return static_cast<std::int64_t>(i);
    }
  }
  if (text.size() == 1 && is_digit(text[0]) && info.leaf == Leaf::travel_budget_per_diem_month) {
    return find_choice(info, concat('0', text));
  }
  return no_choice;
}

Result<LeafValue> read_choice(const LeafInfo& info, std::string_view text) {
  const std::int64_t number = find_choice(info, text);
  if (number != no_choice) {
    return LeafValue{std::string(info.choices[static_cast<std::size_t>(number)].value), number};
  }
  std::string message = concat(in_quotes(text), " is not one of the choices. Write one of ");
  for (std::size_t i = 0; i < info.choices.size(); ++i) {
    const std::string_view between = i == 0 ? "" : i + 1 == info.choices.size() ? " or " : ", ";
    append(message, between, info.choices[i].value);
  }
  append(message, '.');
  return refused(ErrorCode::unknown_choice, std::move(message));
}

bool is_code(std::string_view text, std::size_t shortest, std::size_t longest) {
  return text.size() >= shortest && text.size() <= longest &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_ascii_letter(c); });
}

// "0343", and "343" and "GS-0343" for it.
Result<LeafValue> read_series(std::string_view text) {
  std::string_view digits = text;
  if (digits.size() > 2 && equal_ignoring_ascii_case(digits.substr(0, 2), "gs")) {
    digits = trim(digits.substr(digits[2] == '-' ? 3 : 2));
  }
  if (!digits.empty() && digits.size() <= 4 && std::all_of(digits.begin(), digits.end(), is_digit)) {
    return LeafValue{concat(std::string(4 - digits.size(), '0'), digits), 0};
  }
  return refused(ErrorCode::malformed,
                 concat(in_quotes(text), " is not a series: write its four digits, for example 0343."));
}

std::string_view without_words(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    const std::size_t digits = text.size() - std::min(text.size(), word.size());
    if (equal_ignoring_ascii_case(text.substr(digits), word)) return trim(text.substr(0, digits));
  }
  return text;
}

Result<LeafValue> read_count(const LeafInfo& info, std::string_view text) {
  const bool is_grade = info.leaf == Leaf::position_grade;
  const bool is_step = info.leaf == Leaf::position_step;
  std::string_view number = text;
  if (is_grade || is_step) {
    const std::optional<GradeText> both = read_grade_text(text);
    if (both && !(is_grade ? both->grade : both->step).empty()) number = is_grade ? both->grade : both->step;
  } else if (info.leaf == Leaf::travel_budget_trips || info.leaf == Leaf::travel_budget_trips_in_term) {
    number = without_words(text, {" trips", " trip", " trips a year", " trips per year"});
  }
  Result<Count> count = parse_count(number, info.limits.minimum, info.limits.maximum);
  if (count) return LeafValue{to_decimal(*count), count->value()};
  if (is_grade && count.error().code == ErrorCode::malformed) {
    return refused(ErrorCode::malformed,
                   concat(in_quotes(text), " is not a grade of the General Schedule: write it like GS-13 or 13."));
  }
  return std::move(count).error();
}

// `seen` is what can be seen of the text.
Result<LeafValue> read_kind(const LeafInfo& info, std::string_view text, std::string_view seen) {
  switch (info.kind) {
    case Kind::text:
      // What people write freely keeps every character.
      return read_text(info, info.shape == Shape::free || info.shape == Shape::initial ? text : seen);
    case Kind::long_text:
      return read_text(info, text);
    case Kind::date: {
      const Date date = FTT_TRY(parse_date(seen));
      return LeafValue{to_iso(date), date.since_1970().count()};
    }
    case Kind::money:
      return read_money(info, seen);
    case Kind::share: {
      const Share share = FTT_TRY(parse_share(seen));
      return LeafValue{to_decimal(share), share.units()};
    }
    case Kind::nights: {
      const Nights nights = FTT_TRY(parse_nights(without_words(seen, {" nights", " night"})));
      return LeafValue{to_decimal(nights), nights.units()};
    }
    case Kind::count:
      return read_count(info, seen);
    case Kind::choice:
      return read_choice(info, seen);
    case Kind::open_choice: {
      const std::int64_t number = find_choice(info, seen);
      if (number == no_choice) return read_text(info, info.shape == Shape::free ? text : seen);
      return LeafValue{std::string(info.choices[static_cast<std::size_t>(number)].value), number};
    }
    case Kind::yes_no:
      return read_yes_no(seen);
  }
  FTT_ASSERT(false, "A leaf has no kind.");
  return refused(ErrorCode::malformed, "");
}

}  // namespace

Result<LeafValue> read_text(const LeafInfo& info, std::string_view text) {
  if (!is_valid_utf8(text)) {
    return refused(ErrorCode::wrong_encoding, "The text has bytes that are not UTF-8; type it again.");
  }
  if (text.find('\0') != std::string_view::npos) {
    return refused(ErrorCode::malformed, "The text has an invalid character (U+0000); take it out.");
  }
  const std::size_t length = count_code_points(text);
  if (length > static_cast<std::size_t>(info.limits.maximum)) {
    return refused(ErrorCode::limit_exceeded,
                   concat("The text has ", with_thousands_commas(static_cast<long long>(length)),
                          " characters; at most ", with_thousands_commas(info.limits.maximum), " fit here. Shorten it",
                          info.leaf == Leaf::notes ? "." : ", or put the rest into the notes."));
  }
  switch (info.shape) {
    case Shape::free:
      break;
    case Shape::initial:
      if (length > 1 && text.back() == '.') text.remove_suffix(1);
      if (!is_one_letter(text)) {
        return refused(ErrorCode::malformed,
                       concat(in_quotes(text), " is not an initial: write one letter, for example J."));
      }
      break;
    case Shape::series:
      return read_series(text);
    case Shape::pay_plan:
      if (!is_code(text, 2, 2)) {
        return refused(ErrorCode::malformed,
                       concat(in_quotes(text), " is not a pay plan: write its two letters, for example GS."));
      }
      return LeafValue{to_ascii_upper(text), no_choice};
    case Shape::pay_area:
      if (!is_code(text, 2, 8)) {
        return refused(ErrorCode::malformed,
                       concat(in_quotes(text),
                              " is not the code of a locality pay area: pick one from the list, for example DCB."));
      }
      return LeafValue{to_ascii_upper(text), 0};
    case Shape::state: {
      const State* state = find_state(text);
      if (state == nullptr) {
        return refused(ErrorCode::unknown_choice,
                       concat(in_quotes(text),
                              " is not a state, the District or a territory: write its two letters, for example CO."));
      }
      return LeafValue{std::string(state->abbreviation), 0};
    }
  }
  return LeafValue{std::string(text), no_choice};
}

Result<LeafValue> read_typed(const LeafInfo& info, std::string_view text) {
  Result<LeafValue> read = read_kind(info, text, seen_text(text));
  if (!read) return at(std::string(info.id), std::move(read).error());
  return read;
}

}  // namespace ftt::form_detail
