// Taking text apart, counting it, and making it inert.
#include "base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace ftt {

namespace {

constexpr std::string_view no_break_space = "\u00a0";

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

// The Unicode Standard, table 3-7.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto is_between = [&](std::size_t i, unsigned low, unsigned high) { return byte(i) >= low && byte(i) <= high; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return is_between(1, 0x80, 0xBF) ? 2 : 0;
  if (lead < 0xF0) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;   // no overlong forms
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;  // no surrogates
    return is_between(1, low, high) && is_between(2, 0x80, 0xBF) ? 3 : 0;
  }
  if (lead > 0xF4) return 0;
  const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;  // nothing above U+10FFFF
  return is_between(1, low, high) && is_between(2, 0x80, 0xBF) && is_between(3, 0x80, 0xBF) ? 4 : 0;
}

std::string_view trim(std::string_view text) {
  // Most text has nothing around it: printable ASCII at both ends.
  const auto is_plain = [](char c) { return c > ' ' && c < '\x7f'; };
  if (!text.empty() && is_plain(text.front()) && is_plain(text.back())) return text;
  for (;;) {
    if (!text.empty() && is_blank(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else if (!text.empty() && is_blank(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(no_break_space)) {
      text.remove_suffix(no_break_space.size());
    } else {
      return text;
    }
  }
}

std::string to_ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_ascii_lower(c);
  return lower;
}

std::string to_ascii_upper(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = to_ascii_upper(c);
  return upper;
}

std::string with_capital(std::string_view text) {
  std::string words(text);
  if (!words.empty()) words[0] = to_ascii_upper(words[0]);
  return words;
}

bool equal_ignoring_ascii_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return to_ascii_lower(x) == to_ascii_lower(y); });
}

bool contains_ignoring_ascii_case(std::string_view text, std::string_view part) {
  const auto is_same = [](char x, char y) { return to_ascii_lower(x) == to_ascii_lower(y); };
  return std::search(text.begin(), text.end(), part.begin(), part.end(), is_same) != text.end() || part.empty();
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    // Most text is ASCII: of eight bytes at once it is told that none begins a longer sequence.
    std::uint64_t eight = 0;
    if (text.size() - i >= sizeof eight) {
      std::memcpy(&eight, text.data() + i, sizeof eight);
      if ((eight & 0x8080808080808080U) == 0) {
        i += sizeof eight;
        continue;
      }
    }
    const std::size_t length = utf8_length(text.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

bool is_valid_utf8(std::string_view text) {
  return find_invalid_utf8(text) == std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::string_view first_code_points(std::string_view text, std::size_t count) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_continuation(text[i]) && seen++ == count) return text.substr(0, i);
  }
  return text;
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t most_shown = 40;
  const std::string_view shown = first_code_points(trim(text), most_shown);
  const bool is_text = is_valid_utf8(shown);
  std::string result = "\"";
  for (const char c : shown) {
    const bool is_control = static_cast<unsigned char>(c) < 0x20 || c == '\x7f';
    const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
    if (is_control) {
      result.push_back(' ');
    } else {
      result.push_back(is_text || is_ascii ? c : '?');
    }
  }
  if (shown.size() < trim(text).size()) result += "…";
  result.push_back('"');
  return result;
}

// Of Unicode, category Cc: U+0000 to U+001F, and U+007F to U+009F, which are two bytes from U+0080 on.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char byte = static_cast<unsigned char>(text[i]);
    const unsigned char next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    const bool is_of_two = byte == 0xC2 && next >= 0x80 && next < 0xA0;
    line.push_back(byte < 0x20 || byte == 0x7F || is_of_two ? ' ' : text[i]);
    if (is_of_two) ++i;
  }
  return line;
}

std::string html_escape(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped.push_back(c);
    }
  }
  return escaped;
}

std::string with_thousands_commas(long long value) {
  const auto bits = static_cast<unsigned long long>(value);
  std::string digits = concat(value < 0 ? ~bits + 1 : bits);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  if (value < 0) digits.insert(0, "\u2212");
  return digits;
}

}  // namespace ftt
