// What a sentence tells beside its words. A test of what was decided holds this much of it, so that the words can be
// written anew; the whole sentence stands in the tests of what is said.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"

namespace ftt::test {

// Its amounts, numbers, dates and paragraphs in their order, without the marks around them: of "The last date, January
// 31, 2027, is before the first (¶7a)." that is "January 31 2027 ¶7a".
inline std::string figures_of(std::string_view sentence) {
  constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
  std::string figures;
  while (!sentence.empty()) {
    const std::size_t end = std::min(sentence.find_first_of(" \n"), sentence.size());
    std::string_view word = sentence.substr(0, end);
    sentence.remove_prefix(std::min(end + 1, sentence.size()));
    word.remove_prefix(std::min(word.find_first_not_of("(\""), word.size()));
    const bool has_bracket = word.find('(') < word.size();  // as ¶6a(1) has
    word = word.substr(0, word.find_last_not_of(has_bracket ? ".,;:\"" : ").,;:\"") + 1);
    const bool is_figure = std::any_of(word.begin(), word.end(), is_digit) || word.starts_with("¶") ||
                           std::find(months.begin(), months.end(), word) != months.end();
    if (is_figure) append(figures, figures.empty() ? "" : " ", word);
  }
  return figures;
}

}  // namespace ftt::test
