// What can be seen of a typed text. See typed_text.h.
#include "base/typed_text.h"

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"

namespace ftt {
namespace {

bool is_unseen(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0xFEFF;
}

bool is_blank(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_dash(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

bool is_apostrophe(char32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x2032 || c == 0xB4 || c == '`';
}

// Printable ASCII but for the grave accent, as nearly all is: seen as it is.
bool is_plain(char c) {
  return c >= ' ' && c < '\x7f' && !is_apostrophe(static_cast<char32_t>(c));
}

}  // namespace

std::string seen_text(std::string_view typed) {
  if (std::all_of(typed.begin(), typed.end(), is_plain)) return std::string(trim(typed));
  std::string seen;
  while (!typed.empty()) {
    const CodePoint c = first_code_point(typed);
    const std::string_view itself = typed.substr(0, c.size);
    typed.remove_prefix(c.size);
    if (is_unseen(c.value)) continue;
    if (is_blank(c.value)) {
      seen.push_back(' ');
    } else if (is_dash(c.value)) {
      seen.push_back('-');
    } else if (is_apostrophe(c.value)) {
      seen.push_back('\'');
    } else {
      seen.append(itself);
    }
  }
  return std::string(trim(seen));
}

}  // namespace ftt
