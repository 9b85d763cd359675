// Text: building it without streams, taking it apart without copies, and keeping it inert in HTML.
//
// Does not: know languages or fold case beyond ASCII (letters.h).
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ftt {

namespace text_detail {

inline void append_one(std::string& target, std::string_view part) {
  target.append(part);
}
inline void append_one(std::string& target, const char* part) {
  target.append(part);
}
inline void append_one(std::string& target, char part) {
  target.push_back(part);
}
template <std::integral Number>
requires(!std::same_as<Number, char> && !std::same_as<Number, bool>) void append_one(std::string& target, Number part) {
  char digits[24];
  const std::to_chars_result end = std::to_chars(digits, digits + sizeof digits, part);
  target.append(digits, static_cast<std::size_t>(end.ptr - digits));
}

}  // namespace text_detail

// Appends each part: text, a character, or a whole number in decimal.
template <class... Parts>
void append(std::string& target, const Parts&... parts) {
  (text_detail::append_one(target, parts), ...);
}
// The parts one after another.
template <class... Parts>
std::string concat(const Parts&... parts) {
  std::string joined;
  append(joined, parts...);
  return joined;
}

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char to_ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr char to_ascii_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// The text without spaces, tabs, line ends and no-break spaces (U+00A0) around it.
std::string_view trim(std::string_view text);
// ASCII letters in lower case, all else as it is.
std::string to_ascii_lower(std::string_view text);
// ASCII letters in upper case, all else as it is.
std::string to_ascii_upper(std::string_view text);
// As at the head of a sentence: its first character in upper case where that is an ASCII letter.
std::string with_capital(std::string_view text);
bool equal_ignoring_ascii_case(std::string_view a, std::string_view b);
// Whether `part` stands anywhere in `text`; an empty part always does.
bool contains_ignoring_ascii_case(std::string_view text, std::string_view part);
// The parts between the separators; n separators make n + 1 parts, empty ones included.
std::vector<std::string_view> split(std::string_view text, char separator);

// How many bytes the well-formed sequence of UTF-8 at the front has; 0 where it is not one.
std::size_t utf8_length(std::string_view text);
// Where the first byte that is not well-formed UTF-8 lies; npos where all of it is. Surrogates, overlong forms and
// anything above U+10FFFF are not well-formed.
std::size_t find_invalid_utf8(std::string_view text);
bool is_valid_utf8(std::string_view text);
// How many code points well-formed UTF-8 has.
std::size_t count_code_points(std::string_view text);
// The first code points of well-formed UTF-8.
std::string_view first_code_points(std::string_view text, std::size_t count);

// The text between quotes as a message shows it: at most 40 code points and then "…", control characters as spaces.
std::string in_quotes(std::string_view text);
// The whole text on one line: control characters as spaces, those of a terminal too.
std::string on_one_line(std::string_view text);

// The text with & < > " and ' as references: it can stand in an element or in a quoted attribute and does nothing
// there.
std::string html_escape(std::string_view text);

// "1,234" from 1234; a minus is U+2212.
std::string with_thousands_commas(long long value);

}  // namespace ftt
