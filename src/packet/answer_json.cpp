// Writing one answer, and the forms that are taken for it. See answer_json.h.
#include "packet/answer_json.h"

#include <algorithm>
#include <set>

#include "base/count.h"
#include "base/json_writer.h"
#include "base/text.h"

namespace ftt {
namespace {

constexpr std::int64_t max_plain_digits = 40;

bool takes_numbers(Kind kind) {
  switch (kind) {
    case Kind::money:
    case Kind::share:
    case Kind::nights:
    case Kind::count:
      return true;
    case Kind::text:
    case Kind::long_text:
    case Kind::date:
    case Kind::choice:
    case Kind::open_choice:
    case Kind::yes_no:
      return false;
  }
  return false;
}

// "a string such as "412.60"": what belongs there, for the message.
std::string_view what_belongs(Kind kind) {
  switch (kind) {
    case Kind::text:
    case Kind::long_text:
      return "text in quotation marks";
    case Kind::date:
      return "a date in quotation marks, such as \"2027-02-01\"";
    case Kind::money:
      return "an amount in quotation marks, such as \"412.60\"";
    case Kind::share:
      return "a share in quotation marks, such as \"0.95\"";
    case Kind::nights:
      return "a decimal number in quotation marks, such as \"3.5\"";
    case Kind::count:
      return "a whole number, such as 4";
    case Kind::choice:
    case Kind::open_choice:
      return "one of the choices, in quotation marks";
    case Kind::yes_no:
      return "true or false";
  }
  return "";
}

std::string wrong_type(const LeafInfo& leaf, const Json& value) {
  return concat(describe(value.kind()), " is here; write ", what_belongs(leaf.kind),
                value.is_null() ? ", or leave the member out where the answer is not known" : "");
}

}  // namespace

std::optional<std::string> plain_decimal(std::string_view json_number) {
  std::string_view rest = json_number;
  const bool is_negative = rest.starts_with('-');
  if (is_negative) rest.remove_prefix(1);

  std::int64_t exponent = 0;
  const std::size_t e = rest.find_first_of("eE");
  if (e != std::string_view::npos) {
    std::string_view power = rest.substr(e + 1);
    const bool is_power_negative = power.starts_with('-');
    if (is_power_negative || power.starts_with('+')) power.remove_prefix(1);
    power.remove_prefix(std::min(power.find_first_not_of('0'), power.size()));
    if (power.size() > 3) return std::nullopt;
    for (const char digit : power) exponent = exponent * 10 + (digit - '0');
    if (is_power_negative) exponent = -exponent;
    rest = rest.substr(0, e);
  }

  // The digits alone, and how many of them stand before the point.
  const std::size_t point = std::min(rest.find('.'), rest.size());
  std::string digits(rest.substr(0, point));
  if (point < rest.size()) append(digits, rest.substr(point + 1));
  std::int64_t whole = static_cast<std::int64_t>(point) + exponent;
  const std::size_t leading = std::min(digits.find_first_not_of('0'), digits.size());
  digits.erase(0, leading);
  whole -= static_cast<std::int64_t>(leading);
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  if (digits.empty()) return "0";

  const std::int64_t size = static_cast<std::int64_t>(digits.size());
  if (size > max_plain_digits || whole > max_plain_digits || whole < -max_plain_digits) return std::nullopt;
  std::string plain(is_negative ? "-" : "");
  if (whole <= 0) {
    append(plain, "0.", std::string(static_cast<std::size_t>(-whole), '0'), digits);
  } else if (whole >= size) {
    append(plain, digits, std::string(static_cast<std::size_t>(whole - size), '0'));
  } else {
    append(plain, digits.substr(0, static_cast<std::size_t>(whole)), ".",
           digits.substr(static_cast<std::size_t>(whole)));
  }
  return plain;
}

Json json_of(Leaf leaf, const Answers& answers) {
  const std::string& text = answers.text(leaf);
  if (answers.is_bad(leaf)) return Json::string(text);
  if (info(leaf).kind == Kind::yes_no) return Json::boolean(text == "yes");
  if (info(leaf).kind == Kind::count) {
    if (Result<Json> number = Json::number_from_text(text)) return std::move(number).value();
  }
  return Json::string(text);
}

void take_answer(Answers& answers, const LeafInfo& leaf, const Json& value) {
  const std::optional<std::string_view> number = value.as_number_text();
  const std::optional<bool> truth = value.as_boolean();
  if (number && takes_numbers(leaf.kind)) {
    answers.set_exact(leaf.leaf, plain_decimal(*number).value_or(std::string(*number)));
  } else if (truth && leaf.kind == Kind::yes_no) {
    answers.set_exact(leaf.leaf, *truth ? "yes" : "no");
  } else if (value.is_string() && leaf.kind != Kind::yes_no && leaf.kind != Kind::count) {
    answers.set_exact(leaf.leaf, *value.as_string());
  } else {
    answers.refuse(leaf.leaf, kept_text(value), wrong_type(leaf, value));
  }
}

std::string kept_text(const Json& value) {
  const std::string* text = value.as_string();
  return text != nullptr ? *text : write_json_compact(value);
}

bool holds_answers(std::string_view place) {
  static const std::set<std::string_view> places = [] {
    std::set<std::string_view> found;
    for (const LeafInfo& leaf : leaves()) {
      for (std::size_t dot = leaf.id.find('.'); dot != std::string_view::npos; dot = leaf.id.find('.', dot + 1)) {
        found.insert(leaf.id.substr(0, dot));
      }
    }
    return found;
  }();
  return places.contains(place);
}

std::string problem_of_text(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return "the text has an invalid character (U+0000); take it out";
  if (trim(text).empty()) return "there are only blanks here; leave the member out";
  return {};
}

std::optional<std::int64_t> whole_number(const Json& value) {
  const std::optional<std::string_view> number = value.as_number_text();
  const std::optional<std::string> plain = number ? plain_decimal(*number) : std::nullopt;
  if (!plain) return std::nullopt;
  const Result<Count> count = parse_count(*plain, 0, largest_whole_number);
  return count ? std::optional(count->value()) : std::nullopt;
}

}  // namespace ftt
