// Taking a grade and a step apart. See grade.h.
#include "form/grade.h"

#include <initializer_list>

#include "base/text.h"
#include "base/typed_text.h"

namespace ftt {
namespace {

void skip_blanks(std::string_view& rest) {
  while (rest.starts_with(' ')) rest.remove_prefix(1);
}

// Takes one of the words off the front, as a word of its own or with digits right behind it, and what stands between
// it and these.
bool take_word(std::string_view& rest, std::initializer_list<std::string_view> words) {
  skip_blanks(rest);
  for (const std::string_view word : words) {
    if (!equal_ignoring_ascii_case(rest.substr(0, word.size()), word)) continue;
    std::string_view behind = rest.substr(word.size());
    if (!behind.empty() && is_ascii_letter(behind.front())) continue;
    while (!behind.empty() && (behind.front() == ' ' || behind.front() == '-' || behind.front() == '.')) {
      behind.remove_prefix(1);
    }
    rest = behind;
    return true;
  }
  return false;
}

// One digit or two.
std::string_view take_number(std::string_view& rest) {
  skip_blanks(rest);
  std::size_t digits = 0;
  while (digits < rest.size() && is_digit(rest[digits])) ++digits;
  if (digits > 2) return {};
  const std::string_view number = rest.substr(0, digits);
  rest.remove_prefix(digits);
  skip_blanks(rest);
  return number;
}

}  // namespace

std::optional<GradeText> read_grade_text(std::string_view text) {
  std::string_view rest = text;
  GradeText read;
  const bool has_plan = take_word(rest, {"gs", "g.s"});
  const bool is_named = take_word(rest, {"grade", "gr"}) || has_plan;
  bool has_step = !is_named && take_word(rest, {"step"});
  if (!has_step) {
    read.grade = take_number(rest);
    if (read.grade.empty()) return std::nullopt;
    if (rest.empty()) return is_named ? std::optional(read) : std::nullopt;
    // "GS-13-4" and "13/4", but no "13-4", which may be a range.
    const bool has_comma = rest.starts_with(',');
    if (has_comma || rest.starts_with('/') || (has_plan && rest.starts_with('-'))) {
      rest.remove_prefix(1);
      has_step = !has_comma || has_plan;
    }
    has_step = take_word(rest, {"step", "s"}) || has_step;
  }
  read.step = take_number(rest);
  if (!has_step || read.step.empty() || !rest.empty()) return std::nullopt;
  return read;
}

bool take_step_with_grade(Answers& answers, std::string_view text) {
  const std::string seen = seen_text(text);  // of which the parts are views
  const std::optional<GradeText> both = read_grade_text(seen);
  if (!both || both->grade.empty() || both->step.empty()) return false;
  answers.set(Leaf::position_step, both->step);
  return true;
}

}  // namespace ftt
