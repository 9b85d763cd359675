// Reading one leaf of a packet's file. See read_leaf.h.
//
// What it takes is told by the form of the text alone; how people type decides nothing here but which mend is named.
#include "form/read_leaf.h"

#include <algorithm>
#include <utility>

#include "base/date.h"
#include "base/decimal.h"
#include "base/number_text.h"
#include "base/text.h"

namespace ftt::form_detail {

namespace {

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

// Of a plain decimal: a person may mean a percentage, a file has parts of one.
bool is_above_one(std::string_view text) {
  const ScannedNumber number = scan_number(text, Share::places, Commas::refused);
  return number.fault != NumberFault::none || number.units > Share::scale;
}

bool is_in_exact_form(const LeafInfo& info, std::string_view text, std::string_view canonical) {
  switch (info.kind) {
    case Kind::money:
      return is_plain_decimal(text, info.limits.minimum < 0);
    case Kind::share:
      return is_plain_decimal(text, false) && !is_above_one(text);
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
      if (info.sign == AmountSign::above_zero && error.code == ErrorCode::out_of_range) {
        return refused(error.code, "A salary is above 0; write the yearly salary in plain digits, like 118204.00.");
      }
      if (info.limits.minimum == 0 && trim(text).starts_with('-')) {
        return no("positive amount", "write what is saved without a minus, like 412.60.");
      }
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
    return refused(ErrorCode::empty, "There are only blanks here; leave the member out if there is no answer.");
  }
  if (info.shape == Shape::free &&
      (info.kind == Kind::text || info.kind == Kind::long_text || info.kind == Kind::open_choice)) {
    LeafValue read = FTT_TRY(read_text(info, text));
    for (std::size_t i = 0; i < info.choices.size(); ++i) {
      if (info.choices[i].value == text) read.value = static_cast<std::int64_t>(i);
    }
    return read;
  }
  Result<LeafValue> read = read_typed(info, trim(text));
  if (!read) return exact_error(info, text, std::move(read).error());
  if (info.kind == Kind::share && is_plain_decimal(text, false) && is_above_one(text)) {
    return exact_error(info, text, refused(ErrorCode::out_of_range, {}));
  }
  if (is_in_exact_form(info, text, read->text)) return read;
  if (text != trim(text)) {
    return refused(ErrorCode::malformed, concat("There are blanks around ", in_quotes(text), "; write ",
                                                in_quotes(read->text), " without them."));
  }
  return refused(ErrorCode::malformed,
                 concat(in_quotes(text), " is not written the way a packet writes it; "
                     "write ", in_quotes(read->text), "."));
}

}  // namespace

Result<LeafValue> read_exact(const LeafInfo& info, std::string_view text) {
  Result<LeafValue> read = read_exact_kind(info, text);
  if (!read) return at(std::string(info.id), std::move(read).error());
  return read;
}

}  // namespace ftt::form_detail
