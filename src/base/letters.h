// letters: what makes a word in any script, and what a letter is without its case and its accent.
//
// "É", "E" + U+0301 and "e" are one letter here, "ß" is "ss", "İ" and "ı" are "i"; the tables are made from the Unicode
// Character Database (assets/letters/make_letters.py).
//
// Does not: sort, compose, or know a language; letters beyond U+FFFF keep their case.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ftt {

struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;  // in bytes of UTF-8
};
/// The code point at the front of a text that is not empty; U+FFFD of one byte where the text is not well-formed.
CodePoint first_code_point(std::string_view text);

/// A letter, a mark or a decimal digit of any script.
bool is_word_character(char32_t c);
/// A mark that a folded letter is without.
bool is_accent(char32_t c);

// The letters that one letter is without case and accent: one, or as many as "ﬃ" stands for.
struct FoldedLetter {
  std::array<char32_t, 3> letters{};
  std::uint8_t count = 0;
};
/// Of an accent none, of what is no letter the character itself.
FoldedLetter folded_letter(char32_t c);

}  // namespace ftt
