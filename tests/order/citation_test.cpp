// Citations: found at compile time and at run time, each with a heading and a restatement.
#include "order/citation.h"

#include <doctest/doctest.h>

#include "order/edition.h"

using namespace ftt;

TEST_CASE("a citation is its own text and opens its restatement") {
  constexpr Citation line_9 = cite("App. A, Part E, line 9");
  CHECK(line_9.text() == "App. A, Part E, line 9");
  CHECK(line_9.paragraph().heading == "Total cost per trip to agency worksite");
  CHECK(find_citation("App. A, Part E, line 9") == &line_9.paragraph());
  CHECK(find_citation("HRM 6040.2 ¶8e(1)") != nullptr);
  CHECK(find_citation("Order ¶3a") != nullptr);
  CHECK(find_citation("41 CFR 301-11.101") != nullptr);
}

TEST_CASE("a citation that does not exist is not found") {
  CHECK(find_citation("App. A, Part E, line 12") == nullptr);
  CHECK(find_citation("HRM 6040.2 ¶14") == nullptr);
  CHECK(find_citation("") == nullptr);
}

TEST_CASE("every line of Parts D to G has its own citation") {
  for (const char* text :
       {"App. A, Part D, line 1", "App. A, Part D, line 2", "App. A, Part D, line 3",  "App. A, Part D, line 4",
        "App. A, Part D, line 5", "App. A, Part E, line 1", "App. A, Part E, line 2",  "App. A, Part E, line 3",
        "App. A, Part E, line 4", "App. A, Part E, line 5", "App. A, Part E, line 6",  "App. A, Part E, line 7",
        "App. A, Part E, line 8", "App. A, Part E, line 9", "App. A, Part E, line 10", "App. A, Part E, line 11",
        "App. A, Part F, line 1", "App. A, Part F, line 2", "App. A, Part F, line 3",  "App. A, Part F, line 4",
        "App. A, Part F, line 5", "App. A, Part F, total",  "App. A, Part G, line 1",  "App. A, Part G, line 2"}) {
    CAPTURE(text);
    CHECK(find_citation(text) != nullptr);
  }
}

TEST_CASE("every paragraph has a heading and a restatement that ends as a sentence") {
  for (const std::string_view text : order_detail::citations) {
    CAPTURE(text);
    const Paragraph* paragraph = find_citation(text);
    REQUIRE(paragraph != nullptr);
    CHECK_FALSE(paragraph->heading.empty());
    REQUIRE_FALSE(paragraph->restatement.empty());
    CHECK((paragraph->restatement.back() == '.' || paragraph->restatement.back() == '?'));
  }
}

TEST_CASE("¶7a and App. A, Part A, item 3: the numbers carry their paragraph") {
  static_assert(hrm_6040_2.numbers.short_term_exceeds.value == Days(90));
  static_assert(hrm_6040_2.numbers.undocumented_days.value == Days(90));
  CHECK(hrm_6040_2.numbers.short_term_exceeds.cite == cite("App. A, Part A, item 3"));
  CHECK(hrm_6040_2.numbers.undocumented_days.cite == cite("HRM 6040.2 ¶7a"));
}
