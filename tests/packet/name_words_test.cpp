// Names in texts: found in whatever way they are written, and nothing else.
#include "packet/name_words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/random.h"
#include "base/text.h"
#include "long_text.h"

using namespace ftt;

namespace {

NameWords of_person(std::string_view first, std::string_view last, std::string_view initial = "") {
  NameWords words;
  words.add_person(first, initial, last);
  words.settle();
  return words;
}

struct Told {
  std::string_view text;
  std::string_view left;
};

template <std::size_t size>
void check_all(const NameWords& words, const Told (&told)[size]) {
  for (const Told& one : told) {
    CAPTURE(one.text);
    CHECK(words.without(one.text) == one.left);
    CHECK(words.without(one.left) == one.left);
  }
}

// ---- Random names at random places ----

// Each letter in the ways that it can be written. No other word of these tests has one of them.
struct Ways {
  std::string_view plain;
  std::vector<std::string_view> ways;
};
const std::vector<Ways>& letters_of_names() {
  static const std::vector<Ways> all = {
      {"q", {"q", "Q", "ｑ"}},
      {"x", {"x", "X", "ẋ", "x\u0307", "X\u0308"}},
      {"ü", {"ü", "Ü", "u\u0308", "U\u0308", "u", "U"}},
      {"v", {"v", "V", "ṽ", "v\u0303", "v\u00ad"}},
      {"j", {"j", "J", "ǰ", "j\u030c", "j\u200b"}},
  };
  return all;
}

struct Name {
  std::vector<std::size_t> letters;  // one that is beyond the letters is an apostrophe
};

Name any_name(Random& random) {
  Name name;
  const std::int64_t length = random.between(3, 7);
  for (std::int64_t i = 0; i < length; ++i) {
    name.letters.push_back(static_cast<std::size_t>(random.between(0, 4)));
  }
  if (random.between(0, 2) == 0) name.letters[1] = letters_of_names().size();
  return name;
}

std::string_view any_apostrophe(Random& random) {
  constexpr std::string_view apostrophes[] = {"'", "’", "ʼ", "ʻ", "‘", "`", ""};
  return apostrophes[random.between(0, 6)];
}

std::string written(const Name& name, Random& random, bool is_plain) {
  std::string text;
  for (const std::size_t letter : name.letters) {
    if (letter == letters_of_names().size()) {
      append(text, is_plain ? "'" : any_apostrophe(random));
    } else {
      const Ways& ways = letters_of_names()[letter];
      const std::int64_t last = static_cast<std::int64_t>(ways.ways.size()) - 1;
      append(text, is_plain ? ways.plain : ways.ways[static_cast<std::size_t>(random.between(0, last))]);
    }
  }
  return text;
}

std::string any_filler(Random& random) {
  constexpr std::string_view fillers[] = {" told ", "; ",        " (", ") ",  ", ", "\n", " – ",
                                          "/",      " and Mr. ", ": ", "’s ", "“",  "” "};
  return std::string(fillers[random.between(0, 12)]);
}

bool has_letter_of_names(std::string_view text) {
  for (const std::string_view letter :
       {"q", "Q", "ｑ", "x", "X", "ẋ", "ü", "Ü", "\u0308", "v", "V", "ṽ", "j", "J", "ǰ"}) {
    if (test::contains(text, letter)) return true;
  }
  return false;
}

}  // namespace

TEST_SUITE("packet: names in texts") {
  TEST_CASE("in any case, accent and composition, run together and in an e-mail address") {
    check_all(of_person("Ines", "Müller"),
              {{"MÜLLER; ines.müller@gsa.gov; müller", "[left out]; [left out]; [left out]"},
               {"Mu\u0308ller, MUELLER and Muller", "[left out], [left out] and [left out]"},
               {"Müller, Ines asked.", "[left out] asked."},
               {"I. Müller; imüller; InesMueller", "[left out]; [left out]; [left out]"},
               {"die Müllers, Müller’s, Müllers’", "die [left out], [left out]’s, [left out]’"},
               {"ines_mueller-2027", "[left out]-2027"},
               {"Müllerei, Emüller, Inestimable", "Müllerei, Emüller, Inestimable"},
               {"<bob@example.gov>", "<[left out]>"},
               {"3 trips @ $412 and 4 @ 5", "3 trips @ $412 and 4 @ 5"}});
  }

  TEST_CASE("with whatever apostrophe, or none") {
    check_all(
        of_person("Zoë", "O'Brien"),
        {{"Ms. O’Brien (ann.o'brien@gsa.gov, zoë), ZOË, Zoë; Zoe\u0308",
          "Ms. [left out] ([left out], [left out]), [left out], [left out]; [left out]"},
         {"OʻBRIEN, OʼBrien, OBrien, O Brien, O`brien", "[left out], [left out], [left out], [left out], [left out]"},
         {"zobrien, zoebrien", "[left out], zoebrien"},
         {"MacO'Brien, Zoological", "MacO'Brien, Zoological"}});
  }

  TEST_CASE("names without spaces around them: 李, 山田, 김") {
    check_all(of_person("娜", "李"), {{"请问李女士", "请问[left out]女士"}, {"李娜说", "[left out]说"}});
    check_all(of_person("철수", "김"),
              {{"김철수는 말했다", "[left out]는 말했다"}, {"\u1100\u1175\u11B7 씨", "[left out] 씨"}});
  }

  TEST_CASE("a signer by any of the names; titles, particles and offices by themselves stay") {
    NameWords words;
    words.add_name("Dr. Anna van Schmidt, Director");
    words.add_name("Roe, Pat <pat.roe@gsa.gov>");
    words.add_name("HR Director");
    words.settle();
    check_all(words, {{"Ms. Schmidt; ANNA; A. Schmidt", "Ms. [left out]; [left out]; [left out]"},
                      {"Supervisor Roe; pat", "Supervisor [left out]; [left out]"},
                      {"the HR Director, a van, gov", "the HR Director, a van, gov"}});
    CHECK(is_office("Servicing HR Director"));
    CHECK(is_office(""));
    CHECK_FALSE(is_office("Supervisor Roe"));
  }

  TEST_CASE("an ordinary word stays where it is written small, unless the name is") {
    check_all(of_person("Will", "Quill"), {{"Will will; WILL Quill may", "[left out] will; [left out] may"}});
    check_all(of_person("will", "Long"), {{"will Long; will; long", "[left out]; [left out]; long"}});
    check_all(of_person("Rose", "Price"), {{"a rose at a price; roses", "a [left out] at a [left out]; [left out]"}});
  }

  TEST_CASE("a name of one letter goes with a title alone") {
    check_all(of_person("J.", "O"), {{"Mr. O of Part J; J. O", "[left out] of Part J; [left out]"}});
  }

  TEST_CASE("a home by its address, its lines and its street; by no number alone") {
    NameWords words;
    words.add_address("77 Pfefferkuchenallee, Apt 4B");
    words.settle();
    check_all(words, {{"at 77 PFEFFERKUCHENALLEE, Apt 4B.", "at [left out]."},
                      {"77 Pfefferkuchenallee; Pfefferkuchenallee", "[left out]; [left out]"},
                      {"in 77 days, 4B, 177 Pfefferkuchen", "in 77 days, 4B, 177 Pfefferkuchen"}});
    CHECK(words.without_names("77 Pfefferkuchenallee") == "77 Pfefferkuchenallee");
  }

  TEST_CASE("what was left out before is not left out again, also where somebody is called so") {
    check_all(of_person("Left", "Out"), {{"[left out] of Left Out", "[left out] of [left out]"},
                                         {"[left out] [left out]", "[left out]"},
                                         {"[left out]: [left out]@x.y", "[left out]: [left out]@x.y"}});
  }

  TEST_CASE("a name inside of an id, whatever stands around it") {
    const NameWords words = of_person("Ines", "Müller");
    for (const std::string_view id : {"mueller2027", "x-MULLER-1", "2027imullerb", "in-es"}) CHECK(words.are_in(id));
    for (const std::string_view id : {"", "2027-14", "case-mill"}) CHECK_FALSE(words.are_in(id));
  }

  TEST_CASE("of random names at random places none is left, and a second time changes nothing") {
    Random random(17);
    for (int round = 0; round < 3'000; ++round) {
      const Name first = any_name(random);
      const Name last = any_name(random);
      const Name signer = any_name(random);
      NameWords words;
      words.add_person(written(first, random, true), "", written(last, random, true));
      words.add_name(concat("Dr. ", written(signer, random, true)));
      words.settle();
      std::string text = "Of";
      for (int i = 0; i < 6; ++i) {
        const Name& name = i % 3 == 0 ? first : i % 3 == 1 ? last : signer;
        append(text, any_filler(random), written(name, random, false));
      }
      const std::string left = words.without(text);
      CAPTURE(text);
      CAPTURE(left);
      CHECK_FALSE(has_letter_of_names(left));
      CHECK(words.without(left) == left);
    }
  }
}
