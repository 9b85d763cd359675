// What can be seen of a typed or pasted text.
#include "base/typed_text.h"

#include <doctest/doctest.h>

namespace ftt {
namespace {

TEST_SUITE("typed text") {
  TEST_CASE("what nobody sees is left out") {
    CHECK(seen_text("\u200b412.60") == "412.60");
    CHECK(seen_text("412.60\u200e") == "412.60");
    CHECK(seen_text("\u200e12/\u200e1/\u200e2026") == "12/1/2026");
    CHECK(seen_text("\ufeff2027-02-01") == "2027-02-01");
    CHECK(seen_text("\u202a$1,234.50\u202c") == "$1,234.50");
    CHECK(seen_text("1\u00ad234") == "1234");
    CHECK(seen_text("\u2067\u200f") == "");
  }

  TEST_CASE("blanks, dashes and apostrophes are the plain ones") {
    CHECK(seen_text("\u00a0412.60\u202fUSD\t") == "412.60 USD");
    CHECK(seen_text("1800 F St NW\r\nWashington") == "1800 F St NW  Washington");
    CHECK(seen_text("\u2212412") == "-412");
    CHECK(seen_text("\u2013412") == "-412");
    CHECK(seen_text("3\u20134\u20132024") == "3-4-2024");
    CHECK(seen_text("Mar 4 \u201924") == "Mar 4 '24");
  }

  TEST_CASE("all else stays as it is, also what is not well-formed") {
    CHECK(seen_text("Doña Ana, É 李 😀") == "Doña Ana, É 李 😀");
    CHECK(seen_text("\xff\xfe") == "\xff\xfe");
    CHECK(seen_text("") == "");
  }
}

}  // namespace
}  // namespace ftt
