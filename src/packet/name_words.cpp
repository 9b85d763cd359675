// A text is turned into its letters without case and accent, each with its place in the text; words are looked up
// there.
#include "packet/name_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <tuple>
#include <utility>

#include "base/letters.h"
#include "base/text.h"

namespace ftt {
namespace {

// ---- Characters ----

// What stands inside of a name and parts no word: O'Brien, Kaʻimi.
bool is_apostrophe(char32_t c) {
  constexpr std::array<char32_t, 20> apostrophes = {'\'',   '`',    0xB4,   0x2B9,  0x2BB,  0x2BC, 0x2BD,
                                                    0x2BE,  0x2BF,  0x2C8,  0x384,  0x55A,  0x5F3, 0x2018,
                                                    0x2019, 0x201B, 0x2032, 0x2035, 0xA78C, 0xFF07};
  return std::find(apostrophes.begin(), apostrophes.end(), c) != apostrophes.end();
}

// What is not seen: soft hyphens, joiners, marks of direction.
bool is_unseen(char32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || is_accent(c);
}

// Scripts that put no space between words, and Hangul, which puts endings to a name.
bool is_unspaced(char32_t c) {
  return (c >= 0xE00 && c <= 0xEFF) || (c >= 0x1000 && c <= 0x11FF) || (c >= 0x1780 && c <= 0x17FF) ||
         (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3005 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xA960 && c <= 0xA97F) || (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_ascii_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

// ---- Words that are no name by themselves ----

bool is_one_of(std::u32string_view word, std::span<const std::u32string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_number(std::u32string_view word) {
  return std::all_of(word.begin(), word.end(), is_ascii_digit);
}

// Titles, degrees, particles, and the words of offices beside which a name may stand.
bool is_no_name(std::u32string_view word) {
  static constexpr std::u32string_view words[] = {
      U"dr",      U"mr",         U"mrs",      U"ms",         U"mx",        U"miss",   U"prof",         U"sir",
      U"jr",      U"sr",         U"ii",       U"iii",        U"iv",        U"phd",    U"md",           U"esq",
      U"van",     U"von",        U"der",      U"den",        U"de",        U"la",     U"le",           U"di",
      U"da",      U"du",         U"del",      U"della",      U"dos",       U"das",    U"el",           U"al",
      U"bin",     U"ibn",        U"y",        U"e",          U"st",        U"ter",    U"ten",          U"zu",
      U"af",      U"of",         U"the",      U"for",        U"and",       U"to",     U"employee",     U"supervisor",
      U"manager", U"management", U"director", U"deputy",     U"assistant", U"acting", U"chief",        U"regional",
      U"office",  U"officer",    U"division", U"branch",     U"team",      U"leader", U"commissioner", U"administrator",
      U"human",   U"resources",  U"hr",       U"specialist", U"analyst",   U"staff",  U"gsa",          U"pbs",
      U"fas",     U"designee",   U"service",  U"servicing"};
  return is_one_of(word, words);
}

// Written small they are what a sentence is made of, also where somebody is called so.
bool is_ordinary_word(std::u32string_view word) {
  static constexpr std::u32string_view words[] = {
      U"will", U"may",  U"an",   U"do",    U"so",  U"to",   U"my",   U"in",   U"and",  U"be",   U"he",   U"me",
      U"no",   U"on",   U"or",   U"us",    U"we",  U"if",   U"it",   U"is",   U"as",   U"at",   U"by",   U"go",
      U"up",   U"of",   U"the",  U"for",   U"can", U"has",  U"had",  U"new",  U"more", U"long", U"much", U"just",
      U"such", U"than", U"she",  U"her",   U"his", U"our",  U"you",  U"your", U"all",  U"any",  U"are",  U"but",
      U"see",  U"even", U"each", U"every", U"per", U"most", U"many", U"a"};
  return is_one_of(word, words);
}

// ---- A text as letters ----

constexpr char32_t gap = ' ';      // between two words that may be one name
constexpr char32_t rupture = '|';  // between two that are not

struct Letter {
  char32_t folded = 0;  // or a gap or a rupture
  // In the text. A text may be as long as a file, and each of its letters is one of these.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool is_first = true;  // of the letters that one character became
  bool is_after_apostrophe = false;
  bool is_small = false;
};

enum class Apostrophes { pass, part };

bool is_between_words(const Letter& letter) {
  return letter.folded == gap || letter.folded == rupture;
}

// Several in a row are one; a rupture among them makes it one.
void add_between(std::vector<Letter>& letters, char32_t what, std::size_t place) {
  if (letters.empty()) return;
  if (!is_between_words(letters.back())) {
    letters.push_back({what, static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(place)});
  } else if (what == rupture) {
    letters.back().folded = rupture;
  }
}

// What may stand between the words of one name: "Müller, Ines", "ines.müller", "Smith-Jones".
bool is_gap(char32_t c) {
  constexpr std::u32string_view gaps = U" \t\r\n,.-_#/\u00a0\u2010\u2011\u202f\u3000";
  return gaps.find(c) != std::u32string_view::npos;
}

void add_letters(std::vector<Letter>& letters, char32_t c, std::size_t begin, std::size_t end, bool is_after) {
  const FoldedLetter folded = folded_letter(c);
  for (std::size_t i = 0; i < folded.count; ++i) {
    letters.push_back({folded.letters[i], static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), i == 0,
                       is_after && i == 0, c >= 'a' && c <= 'z'});
  }
}

void add_letters_of(std::vector<Letter>& letters, std::string_view text, std::size_t start,
                    Apostrophes apostrophes = Apostrophes::pass) {
  bool is_after_apostrophe = false;
  for (std::size_t place = 0; place < text.size();) {
    const CodePoint c = first_code_point(text.substr(place));
    const std::size_t begin = start + place;
    place += c.size;
    if (is_unseen(c.value)) {
      if (!letters.empty() && letters.back().end == begin)
        letters.back().end = static_cast<std::uint32_t>(start + place);
    } else if (is_apostrophe(c.value)) {
      is_after_apostrophe = true;
      if (apostrophes == Apostrophes::part) add_between(letters, gap, begin);
    } else if (is_word_character(c.value)) {
      add_letters(letters, c.value, begin, start + place, is_after_apostrophe);
      is_after_apostrophe = false;
    } else {
      add_between(letters, is_gap(c.value) ? gap : rupture, begin);
      is_after_apostrophe = false;
    }
  }
}

// The letters of a name or an address, without a gap around them; what was left out before is none.
std::u32string letters_of(std::string_view name, Apostrophes apostrophes = Apostrophes::pass) {
  std::vector<Letter> letters;
  for (std::size_t found = name.find(left_out_words); found != std::string_view::npos;
       found = name.find(left_out_words)) {
    add_letters_of(letters, name.substr(0, found), 0, apostrophes);
    add_between(letters, gap, found);
    name.remove_prefix(found + left_out_words.size());
  }
  add_letters_of(letters, name, 0, apostrophes);
  if (!letters.empty() && is_between_words(letters.back())) letters.pop_back();
  std::u32string folded;
  for (const Letter& letter : letters) folded.push_back(is_between_words(letter) ? gap : letter.folded);
  return folded;
}

std::vector<std::u32string> parts_of(std::u32string_view letters) {
  std::vector<std::u32string> parts(1);
  for (const char32_t c : letters) {
    if (c == gap) {
      parts.emplace_back();
    } else {
      parts.back().push_back(c);
    }
  }
  std::erase_if(parts, [](const std::u32string& part) { return part.empty(); });
  return parts;
}

std::u32string joined(const std::vector<std::u32string>& parts, std::u32string_view between) {
  std::u32string whole;
  for (const std::u32string& part : parts) {
    if (!whole.empty()) whole += between;
    whole += part;
  }
  return whole;
}

// As it is written where there is no such letter: "Mueller" for "Müller", whichever way the letter is composed.
std::string spelled_out(std::string_view name) {
  struct Spelling {
    std::string_view letter;
    std::string_view letters;
  };
  static constexpr std::array<Spelling, 18> spellings = {{{"ä", "ae"},
                                                          {"a\u0308", "ae"},
                                                          {"Ä", "Ae"},
                                                          {"A\u0308", "Ae"},
                                                          {"ö", "oe"},
                                                          {"o\u0308", "oe"},
                                                          {"Ö", "Oe"},
                                                          {"O\u0308", "Oe"},
                                                          {"ü", "ue"},
                                                          {"u\u0308", "ue"},
                                                          {"Ü", "Ue"},
                                                          {"U\u0308", "Ue"},
                                                          {"ø", "oe"},
                                                          {"Ø", "Oe"},
                                                          {"å", "aa"},
                                                          {"a\u030A", "aa"},
                                                          {"Å", "Aa"},
                                                          {"A\u030A", "Aa"}}};
  std::string spelled;
  for (std::size_t place = 0; place < name.size();) {
    const auto found = std::find_if(spellings.begin(), spellings.end(), [&](const Spelling& spelling) {
      return name.substr(place).starts_with(spelling.letter);
    });
    if (found == spellings.end()) {
      spelled.push_back(name[place++]);
    } else {
      append(spelled, found->letters);
      place += found->letter.size();
    }
  }
  return spelled;
}

// "Anna Schmidt <anna.schmidt@gsa.gov>" without what stands behind the @, which is nobody's name.
std::string without_domains(std::string_view name) {
  std::string left;
  bool is_domain = false;
  for (const char c : name) {
    if (c == '@') is_domain = true;
    if (c == ' ' || c == '>' || c == ',') is_domain = false;
    if (!is_domain) left.push_back(c);
  }
  return left;
}

// ---- What is left out of a text ----

struct Span {
  std::size_t begin;
  std::size_t end;
};

void add_those_left_out(std::vector<Span>& spans, std::string_view text) {
  for (std::size_t at = text.find(left_out_words); at != std::string_view::npos;
       at = text.find(left_out_words, at + left_out_words.size())) {
    spans.push_back({at, at + left_out_words.size()});
  }
}

bool is_in_local_part(char32_t c) {
  constexpr std::u32string_view marks = U".!#$%&'*+-/=?^_`{|}~\u2019";
  return is_word_character(c) || marks.find(c) != std::u32string_view::npos;
}

// An e-mail address: what may stand before the @, as long as it goes, and a domain with a letter in it.
void add_mail_addresses(std::vector<Span>& spans, std::string_view text) {
  std::size_t begin = 0;  // of what could be the part before an @
  for (std::size_t place = 0; place < text.size();) {
    const CodePoint c = first_code_point(text.substr(place));
    if (c.value != '@' && c.value != 0xFF20) {
      place += c.size;
      if (!is_in_local_part(c.value)) begin = place;
      continue;
    }
    const std::size_t local_end = place;
    place += c.size;
    std::size_t end = place;
    bool has_letter = false;
    for (std::size_t i = place; i < text.size();) {
      const CodePoint next = first_code_point(text.substr(i));
      const bool is_word = is_word_character(next.value);
      if (!is_word && next.value != '.' && next.value != '-') break;
      i += next.size;
      if (is_word) end = i;
      has_letter = has_letter || (is_word && !is_ascii_digit(next.value));
    }
    if (begin < local_end && has_letter) {
      spans.push_back({begin, end});
      place = end;
    }
    begin = place;
  }
}

// Whether one [left out] says it of both: nothing but a space or one mark that joins stands between them.
bool are_one(std::string_view between) {
  if (between.size() <= 1)
    return between.empty() || between == " " || between == "-" || between == "_" || between == ".";
  return between == "\u00a0" || between == "  ";
}

std::string without_spans(std::string_view text, std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  std::string left;
  std::size_t place = 0;
  bool is_first = true;
  for (const Span& span : spans) {
    if (span.begin < place) continue;
    const std::string_view between = text.substr(place, span.begin - place);
    if (is_first || !are_one(between)) append(left, between, left_out_words);
    place = span.end;
    is_first = false;
  }
  append(left, text.substr(place));
  return left;
}

}  // namespace

bool is_office(std::string_view text) {
  const std::vector<std::u32string> parts = parts_of(letters_of(text));
  return std::all_of(parts.begin(), parts.end(), [](const std::u32string& part) { return is_no_name(part); });
}

// ---- The words ----

void NameWords::add(std::u32string letters, bool is_address, bool is_ordinary) {
  // Nobody is called so; and looking for it at each word of a long text would take long.
  constexpr std::size_t longest = 500;
  const bool begins_at_many_places =
      letters.find(U' ') != std::u32string::npos || (!letters.empty() && is_unspaced(letters[0]));
  if (letters.empty() || (letters.size() > longest && begins_at_many_places)) return;
  words_.push_back({std::move(letters), is_address, is_ordinary});
}

void NameWords::settle() {
  // Of two that are alike the one that leaves out more comes first, and stays.
  std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
    return std::tie(a.letters, a.is_address, a.is_ordinary) < std::tie(b.letters, b.is_address, b.is_ordinary);
  });
  const auto are_alike = [](const Word& a, const Word& b) { return a.letters == b.letters; };
  words_.erase(std::unique(words_.begin(), words_.end(), are_alike), words_.end());
}

// The words of a name in their order, and run together.
void NameWords::add_forms(std::u32string letters) {
  std::u32string together = letters;
  std::erase(together, U' ');
  if (together.size() > 3) add(std::move(together), false);
  add(std::move(letters), false);
}

// Each name of it by itself; where the name is one word, that word, whatever it is. Of a single letter only with a
// title before it: "Ms. O".
void NameWords::add_parts(std::string_view name, bool is_of_one) {
  const std::vector<std::u32string> parts = parts_of(letters_of(name));
  const std::string_view first = trim(name);
  const bool is_written_small = !first.empty() && is_ascii_letter(first[0]) && to_ascii_lower(first[0]) == first[0];
  for (const std::u32string& part : parts) {
    const bool is_whole = is_of_one && parts.size() == 1;
    if (is_number(part) || (!is_whole && is_no_name(part))) continue;
    if (part.size() == 1 && !is_unspaced(part[0])) {
      if (!is_whole) continue;
      for (const std::u32string_view title : {U"mr", U"ms", U"mrs", U"mx", U"miss", U"dr"}) {
        add(joined({std::u32string(title), part}, U" "), false);
      }
      continue;
    }
    add(part, false, is_ordinary_word(part) && !is_written_small);
  }
}

void NameWords::add_person(std::string_view first, std::string_view initial, std::string_view last) {
  for (const bool is_spelled_out : {false, true}) {
    const std::string given = is_spelled_out ? spelled_out(first) : std::string(first);
    const std::string family = is_spelled_out ? spelled_out(last) : std::string(last);
    add_parts(given, true);
    add_parts(family, true);
    for (const Apostrophes apostrophes : {Apostrophes::pass, Apostrophes::part}) {
      const std::u32string given_letters = letters_of(given, apostrophes);
      const std::u32string family_letters = letters_of(family, apostrophes);
      if (family_letters.find(' ') != std::u32string::npos) add_forms(family_letters);
      if (given_letters.find(' ') != std::u32string::npos) add_forms(given_letters);
      if (given_letters.empty() || family_letters.empty()) continue;
      const std::u32string middle = letters_of(initial);
      add_forms(joined({given_letters, family_letters}, U" "));
      add_forms(joined({family_letters, given_letters}, U" "));
      if (!middle.empty()) {
        add_forms(joined({given_letters, middle, family_letters}, U" "));
        add_forms(joined({family_letters, given_letters, middle}, U" "));
        add_forms(joined({given_letters.substr(0, 1), middle, family_letters}, U" "));
      }
      add_forms(joined({given_letters.substr(0, 1), family_letters}, U" "));
    }
  }
}

void NameWords::add_name(std::string_view name) {
  const std::string called = without_domains(name);
  for (const std::string& spelled : {called, spelled_out(called)}) {
    add_parts(spelled, false);
    for (const Apostrophes apostrophes : {Apostrophes::pass, Apostrophes::part}) {
      std::vector<std::u32string> parts = parts_of(letters_of(spelled, apostrophes));
      std::erase_if(parts, [](const std::u32string& part) { return is_no_name(part); });
      if (parts.size() < 2) continue;
      add_forms(joined(parts, U" "));
      add_forms(joined({parts.front().substr(0, 1), parts.back()}, U" "));
      std::rotate(parts.begin(), parts.end() - 1, parts.end());
      add_forms(joined(parts, U" "));
    }
  }
}

void NameWords::add_address(std::string_view address) {
  constexpr std::size_t shortest_street = 5;
  const auto begins_with_digit = [](const std::u32string& part) { return is_ascii_digit(part[0]); };
  add(letters_of(address), true);
  std::string lines(address);
  std::replace(lines.begin(), lines.end(), '\n', ',');
  for (const std::string_view line : split(lines, ',')) {
    std::vector<std::u32string> parts = parts_of(letters_of(line));
    const bool has_number = std::any_of(parts.begin(), parts.end(), begins_with_digit);
    if (parts.size() < 2 || !has_number) continue;
    add(joined(parts, U" "), true);
    if (!begins_with_digit(parts.front())) continue;
    if (parts.size() > 2) add(joined({parts[0], parts[1]}, U" "), true);
    parts.erase(parts.begin());
    if (parts.size() > 1 || parts.front().size() >= shortest_street) add(joined(parts, U" "), true);
  }
}

// ---- Finding them ----

struct NameWords::Finder {
  std::vector<Letter> letters;
  Which which = Which::all;

  // Whether a word may begin at this letter, or end before it: something parts it from the letter before.
  bool is_edge(std::size_t place) const {
    if (place == 0 || place >= letters.size()) return true;
    const Letter& before = letters[place - 1];
    const Letter& behind = letters[place];
    if (!behind.is_first) return false;
    if (is_between_words(before) || is_between_words(behind) || behind.is_after_apostrophe) return true;
    if (is_unspaced(before.folded) || is_unspaced(behind.folded)) return true;
    return is_ascii_digit(before.folded) != is_ascii_digit(behind.folded);
  }

  // Where the word that ended there ends with the letters of a plural or a possessive form; 0 where it goes on.
  std::size_t end_after(std::size_t place) const {
    if (is_edge(place)) return place;
    const auto is_at = [&](std::size_t at, char32_t letter) {
      return at < letters.size() && letters[at].folded == letter;
    };
    if (is_at(place, 's') && is_edge(place + 1)) return place + 1;
    if (is_at(place, 'e') && is_at(place + 1, 's') && is_edge(place + 2)) return place + 2;
    return 0;
  }
};

std::size_t NameWords::longest_at(const Finder& finder, std::size_t place) const {
  auto first = words_.begin();
  auto last = words_.end();
  std::size_t longest = 0;
  for (std::size_t length = 0; first != last && place + length < finder.letters.size(); ++length) {
    const char32_t letter = finder.letters[place + length].folded;
    const auto letter_of = [&](const Word& word) { return length < word.letters.size() ? word.letters[length] : 0; };
    first =
        std::lower_bound(first, last, letter, [&](const Word& word, char32_t one) { return letter_of(word) < one; });
    last = std::upper_bound(first, last, letter, [&](char32_t one, const Word& word) { return one < letter_of(word); });
    if (first == last || first->letters.size() != length + 1) continue;
    const bool is_small = finder.letters[place].is_small;
    if ((first->is_address && finder.which == Which::names) || (first->is_ordinary && is_small)) continue;
    const std::size_t behind = place + length + 1;
    const std::size_t end = first->is_address ? (finder.is_edge(behind) ? behind : 0) : finder.end_after(behind);
    if (end > 0) longest = end - place;
  }
  return longest;
}

std::string NameWords::left_of(std::string_view text, Which which) const {
  std::vector<Span> spans;
  add_those_left_out(spans, text);
  add_mail_addresses(spans, text);
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  Finder finder;
  finder.which = which;
  finder.letters.reserve(text.size());
  std::size_t place = 0;
  for (const Span& span : spans) {
    if (span.begin < place) continue;
    add_letters_of(finder.letters, text.substr(place, span.begin - place), place);
    add_between(finder.letters, rupture, span.begin);
    place = span.end;
  }
  add_letters_of(finder.letters, text.substr(place), place);
  for (std::size_t at = 0; at < finder.letters.size();) {
    const std::size_t length = finder.is_edge(at) ? longest_at(finder, at) : 0;
    if (length > 0) spans.push_back({finder.letters[at].begin, finder.letters[at + length - 1].end});
    at += std::max<std::size_t>(length, 1);
  }
  return spans.empty() ? std::string(text) : without_spans(text, std::move(spans));
}

std::string NameWords::without(std::string_view text) const {
  return left_of(text, Which::all);
}

std::string NameWords::without_names(std::string_view text) const {
  return left_of(text, Which::names);
}

bool NameWords::are_in(std::string_view text) const {
  constexpr std::size_t shortest = 3;
  std::u32string letters = letters_of(text);
  std::erase(letters, U' ');
  const auto is_in = [&](const Word& word) {
    const bool is_long = word.letters.size() >= shortest || (!word.letters.empty() && is_unspaced(word.letters[0]));
    return is_long && letters.find(word.letters) != std::u32string::npos;
  };
  return std::any_of(words_.begin(), words_.end(), is_in) || without(text) != text;
}

}  // namespace ftt
