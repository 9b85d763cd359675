// Letters: case, accents and composition folded away; what makes a word.
#include "base/letters.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace ftt;

namespace {

std::u32string folded(std::string_view text) {
  std::u32string letters;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    text.remove_prefix(c.size);
    const FoldedLetter letter = folded_letter(c.value);
    letters.append(letter.letters.begin(), letter.letters.begin() + letter.count);
  }
  return letters;
}

}  // namespace

TEST_SUITE("base: letters") {
  TEST_CASE("a letter is the same in any case, accent and composition") {
    struct Alike {
      std::string_view one;
      std::string_view other;
    };
    for (const Alike& alike : {Alike{"MÜLLER", "muller"},
                               Alike{"Mu\u0308ller", "müller"},
                               Alike{"Zoë", "ZOE\u0308"},
                               Alike{"İstanbul", "istanbul"},
                               Alike{"ISTANBUL", "ıstanbul"},
                               Alike{"Straße", "STRASSE"},
                               Alike{"Nguyễn", "nguyen"},
                               Alike{"Øre", "ore"},
                               Alike{"Łódź", "lodz"},
                               Alike{"ΣΊΣΥΦΟΣ", "σισυφος"},
                               Alike{"ЙОЖ", "йож"},
                               Alike{"Й", "и\u0306"},
                               Alike{"Ёлка", "елка"},
                               Alike{"김", "\u1100\u1175\u11B7"},
                               Alike{"가", "\u1100\u1161"},
                               Alike{"が", "か\u3099"},
                               Alike{"ＭＵ", "mu"},
                               Alike{"ﬁn", "FIN"},
                               Alike{"ŉ", "ʼn"},
                               Alike{"Dž", "dz"}}) {
      CAPTURE(alike.one);
      CHECK(folded(alike.one) == folded(alike.other));
    }
    CHECK(folded("a") != folded("b"));
    CHECK(folded("李") == U"李");
    CHECK(folded("7-x") == U"7-x");
  }

  TEST_CASE("letters, marks and digits of any script make words, all else does not") {
    for (const char32_t c : {U'a', U'Z', U'7', U'é', U'ʻ', U'李', U'ก', U'ا', U'\u0301', U'\U00020000'})
      CHECK(is_word_character(c));
    for (const char32_t c :
         {U' ', U'-', U'\'', U'’', U'@', U'/', U'\u00a0', U'\u200b', U'\u202e', U'\0', U'，', U'😀'}) {
      CAPTURE(static_cast<unsigned>(c));
      CHECK_FALSE(is_word_character(c));
    }
  }

  TEST_CASE("a byte that is no UTF-8 is one character by itself") {
    const CodePoint c = first_code_point("\xFFz");
    CHECK(c.value == 0xFFFD);
    CHECK(c.size == 1);
    CHECK(first_code_point("\U00020000").value == 0x20000);
    CHECK(first_code_point("é").value == 0xE9);
    CHECK(first_code_point("é").size == 2);
  }
}
