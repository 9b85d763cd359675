// One letter with its marks, read and as a pattern. See initial.h.
#include "form/initial.h"

#include <cstddef>
#include <span>

#include "base/letters.h"
#include "base/text.h"

namespace ftt {
namespace {

constexpr std::size_t most_marks = 8;

char32_t take_code_point(std::string_view& text) {
  const CodePoint taken = first_code_point(text);
  text.remove_prefix(taken.size);
  return taken.value;
}

void append_class(std::string& pattern, std::span<const CodePointRange> ranges) {
  pattern.push_back('[');
  for (const CodePointRange& range : ranges) {
    append_code_point(pattern, range.first);
    if (range.last == range.first) continue;
    pattern.push_back('-');
    append_code_point(pattern, range.last);
  }
  pattern.push_back(']');
}

}  // namespace

bool is_one_letter(std::string_view text) {
  if (text.empty() || !is_in(letter_ranges(), take_code_point(text))) return false;
  std::size_t count = 0;
  while (!text.empty()) {
    if (++count > most_marks || !is_in(mark_ranges(), take_code_point(text))) return false;
  }
  return true;
}

std::string one_letter_pattern() {
  std::string pattern = "^";
  append_class(pattern, letter_ranges());
  append_class(pattern, mark_ranges());
  append(pattern, "{0,", most_marks, "}$");
  return pattern;
}

}  // namespace ftt
