// letters: what makes a word in any script, and what a letter is without its case and its accent.
//
// Whether a character is a letter by itself, a mark on one or neither, and their ranges for whoever writes a pattern.
// "É", "E" + U+0301 and "e" are one letter here, "ß" is "ss", "İ" and "ı" are "i"; the tables are made from the Unicode
// Character Database (assets/letters/make_letters.py).
//
// Does not: sort, compose, or know a language; letters beyond U+FFFF keep their case.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ftt {

struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;  // in bytes of UTF-8
};
// The code point at the front of a text that is not empty; U+FFFD of one byte where the text is not well-formed.
CodePoint first_code_point(std::string_view text);

// Puts it behind the text as UTF-8. Precondition: it is a code point, and no surrogate.
void append_code_point(std::string& text, char32_t c);

struct CodePointRange {
  char32_t first;
  char32_t last;
};
// What can stand as a letter by itself, in the order of the code points: no modifier letter, no filler, no sign of
// mathematics, nothing unassigned.
std::span<const CodePointRange> letter_ranges();
// What makes one sign with the letter before it: accents, points and vowel signs.
std::span<const CodePointRange> mark_ranges();
// Whether it is in one of the ranges, which are in order.
bool is_in(std::span<const CodePointRange> ranges, char32_t c);

// A letter, a mark or a decimal digit of any script.
bool is_word_character(char32_t c);
// A mark that a folded letter is without.
bool is_accent(char32_t c);

// The letters that one letter is without case and accent: one, or as many as "ﬃ" stands for.
struct FoldedLetter {
  std::array<char32_t, 3> letters{};
  std::uint8_t count = 0;
};
// Of an accent none, of what is no letter the character itself.
FoldedLetter folded_letter(char32_t c);

}  // namespace ftt
