// Cleaning a name for a file. See file_name.h.
#include "view/file_name.h"

#include "base/letters.h"
#include "base/text.h"

namespace ftt {
namespace {

// Marks within a name that no system minds.
bool is_mark_of_names(char32_t c) {
  return c == '-' || c == '\'' || c == 0x2019;
}

}  // namespace

std::string name_for_file(std::string_view name, std::string_view between) {
  // Of the 255 bytes that the narrowest of them takes, with room for what a browser adds to tell two files apart.
  constexpr std::size_t longest = 100;
  std::string kept;
  std::string marks;  // what follows the last letter, and stands only before another one
  while (!name.empty()) {
    const CodePoint c = first_code_point(name);
    const std::string_view bytes = name.substr(0, c.size);
    name.remove_prefix(c.size);
    if (is_accent(c.value)) {
      // An accent is part of the letter before it.
      if (!kept.empty() && marks.empty() && kept.size() + bytes.size() <= longest) append(kept, bytes);
    } else if (is_word_character(c.value)) {
      if (kept.size() + marks.size() + bytes.size() > longest) break;
      append(kept, kept.empty() ? std::string_view() : std::string_view(marks), bytes);
      marks.clear();
    } else if (is_mark_of_names(c.value)) {
      marks = bytes;
    } else if (marks.empty()) {
      marks = between;
    }
  }
  return kept;
}

}  // namespace ftt
