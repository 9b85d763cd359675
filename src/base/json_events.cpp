// The lexer and its grammar. A wrong token is read to its end, so that a place names the whole of what cannot stand
// there.
#include "base/json_events.h"

#include <charconv>
#include <utility>

#include "base/json_stretch.h"
#include "base/text.h"

namespace ftt {

namespace {

void append_code_point(std::string& text, std::uint32_t code) {
  const auto byte = [&](std::uint32_t value) { text.push_back(static_cast<char>(value)); };
  const auto continuation = [&](std::uint32_t shift) { byte(0x80U | (code >> shift & 0x3FU)); };
  if (code < 0x80) return byte(code);
  if (code < 0x800) {
    byte(0xC0U | code >> 6U);
  } else if (code < 0x10000) {
    byte(0xE0U | code >> 12U);
    continuation(6);
  } else {
    byte(0xF0U | code >> 18U);
    continuation(12);
    continuation(6);
  }
  continuation(0);
}

bool is_between(std::uint32_t code, std::uint32_t first, std::uint32_t last) {
  return code >= first && code <= last;
}

}  // namespace

JsonEvent JsonEvents::next() {
  if (!std::exchange(is_ahead_, false)) ahead_ = has_failed_ ? JsonEvent::wrong : advance();
  return ahead_;
}

bool JsonEvents::next_is(JsonEvent end) {
  const JsonEvent event = next();
  if (event == end || event == JsonEvent::wrong || event == JsonEvent::end) return true;
  is_ahead_ = true;
  return false;
}

// ---- The grammar ----

JsonEvent JsonEvents::advance() {
  for (;;) {
    const Token token = scan();
    const bool takes_value = expects_ == Expects::value || expects_ == Expects::element_or_end;
    switch (token) {
      case Token::colon:
        if (expects_ != Expects::colon) return refuse();
        expects_ = Expects::value;
        break;
      case Token::comma:
        if (expects_ != Expects::comma_or_end) return refuse();
        expects_ = open_.back() == '{' ? Expects::name : Expects::value;
        break;
      case Token::left_brace:
      case Token::left_bracket:
        if (!takes_value) return refuse();
        open_.push_back(json_[token_]);
        expects_ = token == Token::left_brace ? Expects::name_or_end : Expects::element_or_end;
        return token == Token::left_brace ? JsonEvent::start_object : JsonEvent::start_array;
      case Token::right_brace:
        if (expects_ == Expects::name_or_end || (expects_ == Expects::comma_or_end && open_.back() == '{')) {
          return close(JsonEvent::end_object);
        }
        return refuse();
      case Token::right_bracket:
        if (expects_ == Expects::element_or_end || (expects_ == Expects::comma_or_end && open_.back() == '[')) {
          return close(JsonEvent::end_array);
        }
        return refuse();
      case Token::string:
        if (expects_ != Expects::name && expects_ != Expects::name_or_end) return value(JsonEvent::string);
        expects_ = Expects::colon;
        return JsonEvent::name;
      case Token::number:
        return value(JsonEvent::number);
      case Token::boolean:
        return value(JsonEvent::boolean);
      case Token::null:
        return value(JsonEvent::null);
      case Token::end:
        if (expects_ == Expects::nothing) return JsonEvent::end;
        fail();
        return JsonEvent::wrong;
      case Token::wrong:
        fail();
        return JsonEvent::wrong;
    }
  }
}

JsonEvent JsonEvents::value(JsonEvent event) {
  if (expects_ != Expects::value && expects_ != Expects::element_or_end) return refuse();
  expects_ = open_.empty() ? Expects::nothing : Expects::comma_or_end;
  return event;
}

JsonEvent JsonEvents::close(JsonEvent event) {
  open_.pop_back();
  expects_ = open_.empty() ? Expects::nothing : Expects::comma_or_end;
  return event;
}

// The token that was just read cannot stand here: its last byte is the place.
JsonEvent JsonEvents::refuse() {
  --at_;
  fail();
  return JsonEvent::wrong;
}

// ---- The lexer ----

JsonEvents::Token JsonEvents::scan() {
  while (at_ < json_.size() && (json_[at_] == ' ' || json_[at_] == '\n' || json_[at_] == '\r' || json_[at_] == '\t')) {
    ++at_;
  }
  token_ = at_;
  if (at_ == json_.size()) return Token::end;
  switch (json_[at_]) {
    case '{':
      return ++at_, Token::left_brace;
    case '}':
      return ++at_, Token::right_brace;
    case '[':
      return ++at_, Token::left_bracket;
    case ']':
      return ++at_, Token::right_bracket;
    case ':':
      return ++at_, Token::colon;
    case ',':
      return ++at_, Token::comma;
    case 't':
      return scan_word("true", Token::boolean);
    case 'f':
      return scan_word("false", Token::boolean);
    case 'n':
      return scan_word("null", Token::null);
    case '"':
      return scan_string();
    default:
      return scan_number();
  }
}

JsonEvents::Token JsonEvents::scan_word(std::string_view word, Token token) {
  for (const char c : word) {
    if (current() != c) return Token::wrong;
    ++at_;
  }
  return token;
}

// RFC 8259, section 6: -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?
JsonEvents::Token JsonEvents::scan_number() {
  if (current() == '-') ++at_;
  if (current() == '0') {
    ++at_;
  } else if (!scan_digits()) {
    return Token::wrong;
  }
  if (current() == '.') {
    ++at_;
    if (!scan_digits()) return Token::wrong;
  }
  if (current() == 'e' || current() == 'E') {
    ++at_;
    if (current() == '+' || current() == '-') ++at_;
    if (!scan_digits()) return Token::wrong;
  }
  return Token::number;
}

bool JsonEvents::scan_digits() {
  const std::size_t start = at_;
  while (is_digit(current())) ++at_;
  return at_ > start;
}

// RFC 8259, section 7.
JsonEvents::Token JsonEvents::scan_string() {
  const std::size_t start = ++at_;
  at_ = end_of_stretch<StretchOf::unescaped>(json_, at_);
  is_in_text_ = current() != '"';
  if (!is_in_text_) {
    said_ = json_.substr(start, at_ - start);
    ++at_;
    return Token::string;
  }
  text_.assign(json_, start, at_ - start);
  while (current() != '"') {
    if (current() != '\\') return wrong_in_string();
    ++at_;
    if (!scan_escape()) return wrong_in_string();
    const std::size_t end = end_of_stretch<StretchOf::unescaped>(json_, at_);
    text_.append(json_, at_, end - at_);
    at_ = end;
  }
  ++at_;
  return Token::string;
}

JsonEvents::Token JsonEvents::wrong_in_string() {
  open_string_ = json_.substr(token_, at_ - token_);
  return Token::wrong;
}

bool JsonEvents::scan_escape() {
  constexpr std::string_view names = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
  if (current() != 'u') {
    const std::size_t index = at_ < json_.size() ? names.find(json_[at_]) : names.npos;
    if (index == names.npos) return false;
    text_.push_back(meanings[index]);
    ++at_;
    return true;
  }
  ++at_;
  std::uint32_t code = 0;
  if (!scan_four_digits(code)) return false;
  if (is_between(code, 0xD800, 0xDBFF)) {
    std::uint32_t second = 0;
    for (const char c : {'\\', 'u'}) {
      if (current() != c) return false;
      ++at_;
    }
    if (!scan_four_digits(second)) return false;
    if (!is_between(second, 0xDC00, 0xDFFF)) return --at_, false;
    code = 0x10000U + ((code - 0xD800U) << 10U) + (second - 0xDC00U);
  } else if (is_between(code, 0xDC00, 0xDFFF)) {
    return --at_, false;
  }
  append_code_point(text_, code);
  return true;
}

bool JsonEvents::scan_four_digits(std::uint32_t& code) {
  for (int i = 0; i < 4; ++i) {
    const char c = to_ascii_lower(current());
    if (!is_digit(c) && (c < 'a' || c > 'f')) return false;
    code = code << 4U | static_cast<std::uint32_t>(is_digit(c) ? c - '0' : c - 'a' + 10);
    ++at_;
  }
  return true;
}

// ---- What must come ----

bool JsonEvents::take(JsonEvent wanted) {
  if (next() == wanted) return true;
  fail();
  return false;
}

std::string JsonEvents::take_text() {
  return take(JsonEvent::string) ? std::move(text()) : std::string();
}

std::int64_t JsonEvents::take_integer() {
  std::int64_t number = 0;
  if (!take(JsonEvent::number)) return 0;
  const std::string_view digits = number_text();
  const char* const end = digits.data() + digits.size();
  const std::from_chars_result read = std::from_chars(digits.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end) fail();
  return number;
}

void JsonEvents::skip_value() {
  int depth = 0;
  do {
    const JsonEvent event = next();
    if (event == JsonEvent::wrong || event == JsonEvent::end) fail();
    if (event == JsonEvent::start_object || event == JsonEvent::start_array) ++depth;
    if (event == JsonEvent::end_object || event == JsonEvent::end_array) --depth;
  } while (depth > 0 && !has_failed_);
}

bool JsonEvents::take_truth() {
  return take(JsonEvent::boolean) && truth();
}

}  // namespace ftt
