// Cleaning a text a character at a time.
#include "report/markup.h"

#include "base/text.h"

namespace ftt::report {

std::string clean(std::string_view text) {
  constexpr std::string_view replacement = "\uFFFD";
  std::string cleaned;
  cleaned.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const std::string_view letter = text.substr(0, length == 0 ? 1 : length);
    const auto first = static_cast<unsigned char>(letter.front());
    text.remove_prefix(letter.size());
    if (letter == "\r") {
      if (!text.starts_with('\n')) cleaned += '\n';
      continue;
    }
    const bool is_control = (first < 0x20 && letter != "\n" && letter != "\t") || first == 0x7F;
    const bool is_no_character = letter == "\xEF\xBF\xBE" || letter == "\xEF\xBF\xBF";
    cleaned += length == 0 || is_control || is_no_character ? replacement : letter;
  }
  return cleaned;
}

std::string inert(std::string_view text) {
  return html_escape(clean(text));
}

}  // namespace ftt::report
