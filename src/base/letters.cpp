// Finding a character in the tables, and taking Hangul syllables apart.
#include "base/letters.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace ftt {
namespace {

struct Fold {
  char16_t from;
  std::array<char16_t, 3> to;
};
#include "base/letters_table.inc"

// The Unicode Standard, section 3.12: a syllable is a leading consonant, a vowel and perhaps a trailing consonant.
FoldedLetter syllable_apart(char32_t syllable) {
  constexpr char32_t lead = 0x1100;
  constexpr char32_t vowel = 0x1161;
  constexpr char32_t trail = 0x11A7;
  constexpr char32_t vowels = 21;
  constexpr char32_t trails = 28;
  const char32_t number = syllable - 0xAC00;
  FoldedLetter folded{{lead + number / (vowels * trails), vowel + number / trails % vowels, trail + number % trails},
                      3};
  if (number % trails == 0) folded.count = 2;
  return folded;
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
  const std::size_t size = utf8_length(text);
  if (size == 0) return {0xFFFD, 1};
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
  if (size == 1) return {byte(0), 1};
  char32_t value = byte(0) & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) value = value << 6 | (byte(i) & 0x3FU);
  return {value, size};
}

void append_code_point(std::string& text, char32_t c) {
  const auto append_byte = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  const auto append_rest = [&](int shift) { append_byte(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) return append_byte(c);
  if (c < 0x800) {
    append_byte(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    append_byte(0xE0 | c >> 12);
    append_rest(6);
  } else {
    append_byte(0xF0 | c >> 18);
    append_rest(12);
    append_rest(6);
  }
  append_rest(0);
}

std::span<const CodePointRange> letter_ranges() {
  return letters;
}

std::span<const CodePointRange> mark_ranges() {
  return marks;
}

bool is_in(std::span<const CodePointRange> ranges, char32_t c) {
  const auto behind = std::upper_bound(ranges.begin(), ranges.end(), c,
                                       [](char32_t one, CodePointRange range) { return one < range.first; });
  return behind != ranges.begin() && c <= std::prev(behind)->last;
}

bool is_word_character(char32_t c) {
  return is_in(words, c);
}

bool is_accent(char32_t c) {
  return is_in(accents, c);
}

FoldedLetter folded_letter(char32_t c) {
  if (c < 0x80) return {{c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c}, 1};
  if (c >= 0xAC00 && c <= 0xD7A3) return syllable_apart(c);
  if (is_accent(c)) return {};
  const Fold* found = std::lower_bound(std::begin(folds), std::end(folds), c,
                                       [](const Fold& fold, char32_t one) { return fold.from < one; });
  if (found == std::end(folds) || found->from != c) return {{c}, 1};
  FoldedLetter folded;
  for (const char16_t letter : found->to) {
    if (letter != 0) folded.letters[folded.count++] = letter;
  }
  return folded;
}

}  // namespace ftt
