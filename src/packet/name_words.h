// NameWords: the words by which people and homes are called, and a text without them.
//
// A word is found whole, in any case, accent, composition and apostrophe: MÜLLER, müller, Mueller and "Mu" + U+0308 +
// "ller" are one; so are O'Brien, O’Brien, OʻBrien and OBrien. The whole name, each of its names by itself, the initial
// with the last name, a plural or possessive form, and the same run together ("inesmüller"). Chinese, Japanese, Korean
// and Thai names are found without a space around them. Every e-mail address goes, whoever's it is.
//
// Stays: an ordinary word that a sentence cannot do without ("will", "may"), where it is written small and the name is
// not; titles and particles by themselves ("Dr.", "von").
//
// Does not: know nicknames, other spellings, or people who were never named to it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ftt {

inline constexpr std::string_view left_out_words = "[left out]";

// Whether a text names nobody: nothing but titles and words of offices, as "supervisor" or "HR Director".
bool is_office(std::string_view text);

class NameWords {
 public:
  // A person of whom the parts of the name are known; each may be empty.
  void add_person(std::string_view first, std::string_view initial, std::string_view last);
  // A whole name, "Anna Schmidt" or "Schmidt, Anna", also with a title or an office before it.
  void add_name(std::string_view name);
  // A home: the address, its lines, and the street by itself.
  void add_address(std::string_view address);
  // To be called behind the last of these, before a text is looked at.
  void settle();

  // The text with left_out_words where a name stood; what is left out already is not left out again.
  std::string without(std::string_view text) const;
  // The same, but for home addresses.
  std::string without_names(std::string_view text) const;
  // Whether a word of a name is in the text, also inside of a longer one, as in a file's or a packet's name.
  bool are_in(std::string_view text) const;

 private:
  struct Word {
    std::u32string letters;  // folded, with one space for what parts two words
    bool is_address = false;
    bool is_ordinary = false;  // stays where it begins with a small letter
    friend bool operator==(const Word&, const Word&) = default;
  };
  enum class Which { all, names };
  struct Finder;

  void add(std::u32string letters, bool is_address, bool is_ordinary = false);
  void add_forms(std::u32string letters);
  void add_parts(std::string_view name, bool is_of_one);
  std::string left_of(std::string_view text, Which which) const;
  // The length of the longest word of these that begins there; 0 where none does.
  std::size_t longest_at(const Finder& finder, std::size_t place) const;

  std::vector<Word> words_;  // sorted by their letters
};

}  // namespace ftt
