// Names in file names: letters of any script stay, nothing that a system refuses does.
#include "view/file_name.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace ftt;

TEST_SUITE("view: names in file names") {
  TEST_CASE("letters stay as they are typed: Zoë, Müller, İstanbul, 李") {
    for (const std::string_view name : {"Zoë", "Zoe\u0308", "Müller", "İstanbul", "李", "O'Brien", "O’Brien",
                                        "Kahaleʻulu", "CON", "Smith-Jones", "김", "Łódź", "עברית"}) {
      CAPTURE(name);
      CHECK(name_for_file(name, "-") == name);
    }
    CHECK(name_for_file("de la Cruz", "-") == "de-la-Cruz");
    CHECK(name_for_file("de la Cruz", " ") == "de la Cruz");
  }

  TEST_CASE("what a system refuses, or shows otherwise, parts two words or goes") {
    struct Name {
      std::string_view typed;
      std::string_view kept;
    };
    for (const Name& name : {Name{"NUL.txt", "NUL-txt"}, Name{"../../etc/passwd", "etc-passwd"},
                             Name{"a\\b:c*d?e\"f<g>h|i", "a-b-c-d-e-f-g-h-i"}, Name{"Roe...", "Roe"},
                             Name{" Roe ", "Roe"}, Name{"a\u202Egnp.exe", "a-gnp-exe"},
                             Name{"a\u200Bb\x07"
                                  "c\u00a0d",
                                  "a-b-c-d"},
                             Name{"Roe/", "Roe"}, Name{"a\uFF0Fb\u2215c", "a-b-c"}, Name{"--'", ""}, Name{"\u0308", ""},
                             Name{"😀", ""}, Name{"~$%COM1%", "COM1"},
                             Name{"a\xFF"
                                  "b",
                                  "a-b"}}) {
      CAPTURE(name.typed);
      CHECK(name_for_file(name.typed, "-") == name.kept);
    }
  }

  TEST_CASE("a name of 300 letters ends before it is too long for a file, at a whole letter") {
    std::string letters;
    for (int i = 0; i < 300; ++i) letters += "é";
    const std::string kept = name_for_file(letters, "-");
    CHECK(kept.size() == 100);
    CHECK(is_valid_utf8(kept));
    std::string accents = "e";
    for (int i = 0; i < 300; ++i) accents += "\u0308";
    CHECK(name_for_file(accents, "-").size() <= 100);
  }
}
