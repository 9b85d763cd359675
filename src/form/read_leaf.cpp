// Reading one leaf: numbers, dates, choices and texts of a certain make. See read_leaf.h.
#include "form/read_leaf.h"

#include <algorithm>

#include "base/count.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/money.h"
#include "base/text.h"
#include "form/initial.h"
#include "rates/states.h"

namespace ftt::form_detail {

namespace {

Error refused(ErrorCode code, std::string message) {
  return Error{code, {}, std::move(message)};
}

Result<LeafValue> read_money(const LeafInfo& info, std::string_view text) {
  const Money amount = FTT_TRY(parse_money(text));
  if (amount.cents() < info.limits.minimum) {
    if (info.sign == AmountSign::above_zero) {
      return refused(ErrorCode::out_of_range, "A salary is above 0; type the yearly salary, for example 118204.");
    }
    const std::string positive = to_decimal(-amount);
    if (info.group == Group::other) {
      return refused(ErrorCode::out_of_range, concat("Type a positive amount, ", positive,
                                                     ", and choose beside it whether it is a cost or a saving."));
    }
    return refused(ErrorCode::out_of_range,
                   concat("This line asks for a saving: type it as a positive amount, ", positive,
                          ", and the tool turns the sign. A cost goes into line 4 or 5 of Part F."));
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
  return refused(ErrorCode::unknown_choice, concat(in_quotes(text), " is neither yes nor no; write yes or no."));
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
  std::string message = concat(in_quotes(text), " is none of the choices. Write one of ");
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

Result<LeafValue> read_series(std::string_view text) {
  const bool digits = std::all_of(text.begin(), text.end(), is_digit);
  if (digits && text.size() == 4) return LeafValue{std::string(text), 0};
  if (digits && text.size() < 4) {
    const std::string padded = concat(std::string(4 - text.size(), '0'), text);
    return refused(ErrorCode::malformed, concat("A series has four digits; write ", padded, " for ", text, "."));
  }
  return refused(ErrorCode::malformed,
                 concat(in_quotes(text), " is not a series: write its four digits, for example 0343."));
}

Result<LeafValue> read_text(const LeafInfo& info, std::string_view text) {
  if (!is_valid_utf8(text)) {
    return refused(ErrorCode::wrong_encoding, "The text has bytes that are not UTF-8; type it again.");
  }
  if (text.find('\0') != std::string_view::npos) {
    return refused(ErrorCode::malformed, "The text has a character that is none (U+0000); take it out.");
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

Result<LeafValue> read_kind(const LeafInfo& info, std::string_view text) {
  switch (info.kind) {
    case Kind::text:
    case Kind::long_text:
      return read_text(info, text);
    case Kind::date: {
      const Date date = FTT_TRY(parse_date(text));
      return LeafValue{to_iso(date), date.since_1970().count()};
    }
    case Kind::money:
      return read_money(info, text);
    case Kind::share: {
      const Share share = FTT_TRY(parse_share(text));
      return LeafValue{to_decimal(share), share.units()};
    }
    case Kind::nights: {
      const Nights nights = FTT_TRY(parse_nights(text));
      return LeafValue{to_decimal(nights), nights.units()};
    }
    case Kind::count: {
      const Count count = FTT_TRY(parse_count(text, info.limits.minimum, info.limits.maximum));
      return LeafValue{to_decimal(count), count.value()};
    }
    case Kind::choice:
      return read_choice(info, text);
    case Kind::open_choice: {
      const std::int64_t number = find_choice(info, text);
      if (number == no_choice) return read_text(info, text);
      return LeafValue{std::string(info.choices[static_cast<std::size_t>(number)].value), number};
    }
    case Kind::yes_no:
      return read_yes_no(text);
  }
  FTT_ASSERT(false, "A leaf has no kind.");
  return refused(ErrorCode::malformed, "");
}

// "412.60": digits without needless zeros in front, at most one point with digits behind it, a minus where it may be.
bool is_plain_decimal(std::string_view text, bool takes_minus) {
  if (takes_minus && text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view rest = text.substr(std::min(point + 1, text.size()));
  const bool are_digits =
      std::all_of(whole.begin(), whole.end(), is_digit) && std::all_of(rest.begin(), rest.end(), is_digit);
  return are_digits && !whole.empty() && (whole == "0" || whole.front() != '0') &&
         rest.empty() == (point == text.size());
}

bool is_in_exact_form(const LeafInfo& info, std::string_view text, std::string_view canonical) {
  switch (info.kind) {
    case Kind::money:
      return is_plain_decimal(text, info.limits.minimum < 0);
    case Kind::share:
    case Kind::nights:
      return is_plain_decimal(text, false);
    case Kind::text:
    case Kind::long_text:
    case Kind::date:
    case Kind::count:
    case Kind::choice:
    case Kind::open_choice:
    case Kind::yes_no:
      break;
  }
  return text == canonical;
}

// What people cannot write either, with the mend in the packet's own form: theirs may be a form that a file cannot
// have.
Error exact_error(const LeafInfo& info, std::string_view text, Error error) {
  const auto no = [&](std::string_view what, std::string_view mend) {
    return refused(error.code, concat(in_quotes(text), " is no ", what, "; ", mend));
  };
  switch (info.kind) {
    case Kind::date: {
      const Result<Date> date = Date::from_iso(trim(text));
      return date ? error : date.error();
    }
    case Kind::money:
      if (error.code == ErrorCode::out_of_range) return error;
      return no("amount with at most two decimal places", "write it in plain digits, like 412.60.");
    case Kind::share:
      return no("share from 0 to 1 with at most four decimal places", "write it like 0.85.");
    case Kind::nights:
      return no("number of nights from 0 to 365 with at most two decimal places", "write it like 2.5.");
    case Kind::count:
      return no(concat("whole number from ", info.limits.minimum, " to ", info.limits.maximum),
                concat("write it in digits, like ", std::max<std::int64_t>(info.limits.minimum, 4), "."));
    case Kind::text:
    case Kind::long_text:
    case Kind::choice:
    case Kind::open_choice:
    case Kind::yes_no:
      break;
  }
  return error;
}

Result<LeafValue> read_exact_kind(const LeafInfo& info, std::string_view text) {
  if (trim(text).empty()) {
    return refused(ErrorCode::empty, "Nothing but blanks stands here; leave the member out where there is no answer.");
  }
  if (info.shape == Shape::free &&
      (info.kind == Kind::text || info.kind == Kind::long_text || info.kind == Kind::open_choice)) {
    LeafValue read = FTT_TRY(read_text(info, text));
    for (std::size_t i = 0; i < info.choices.size(); ++i) {
      if (info.choices[i].value == text) read.value = static_cast<std::int64_t>(i);
    }
    return read;
  }
  Result<LeafValue> read = read_kind(info, trim(text));
  if (!read) return exact_error(info, text, std::move(read).error());
  if (is_in_exact_form(info, text, read->text)) return read;
  if (text != trim(text)) {
    return refused(ErrorCode::malformed, concat("Blanks stand around ", in_quotes(text), "; write ",
                                                in_quotes(read->text), " without them."));
  }
  return refused(ErrorCode::malformed,
                 concat(in_quotes(text), " is not written as a packet has it; write ", in_quotes(read->text), "."));
}

}  // namespace

Result<LeafValue> read_exact(const LeafInfo& info, std::string_view text) {
  Result<LeafValue> read = read_exact_kind(info, text);
  if (!read) return at(std::string(info.id), std::move(read).error());
  return read;
}

Result<LeafValue> read_leaf(const LeafInfo& info, std::string_view text) {
  Result<LeafValue> read = read_kind(info, text);
  if (!read) return at(std::string(info.id), std::move(read).error());
  return read;
}

}  // namespace ftt::form_detail
