// Clauses: each point of App. B, C and D once, with words of its own and the paragraph that it comes from.
#include "order/clauses.h"

#include <doctest/doctest.h>

#include <set>

using namespace ftt;

TEST_CASE("each clause stands once and is restated") {
  std::set<std::string_view> ids;
  for (const Clause& clause : clauses()) {
    CAPTURE(clause.id);
    CHECK(ids.insert(clause.id).second);
    CHECK_FALSE(clause.cite.paragraph().restatement.empty());
    CHECK(clause.cite.text().starts_with("App. "));
    CHECK(clause.paragraph.text().starts_with("HRM 6040.2 "));
  }
}

TEST_CASE("App. B: four terms, the annual review with two branches, ending it in two ways with two branches each") {
  std::set<std::string_view> items;
  for (const Clause& clause : clauses(ClausePart::term)) items.insert(clause.item);
  CHECK(items == std::set<std::string_view>{"1", "2", "3", "4", "5", "5a", "5b", "6", "6a", "6a(1)", "6a(2)", "6b",
                                            "6b(1)", "6b(2)"});
}

TEST_CASE("App. C and D: every part has its points, one stretch each, and together they are all") {
  std::size_t count = 0;
  for (const ClausePart part :
       {ClausePart::term, ClausePart::employee_understands, ClausePart::privacy, ClausePart::employee_affirms,
        ClausePart::supervisor_certifies, ClausePart::review_states}) {
    for (const Clause& clause : clauses(part)) CHECK(clause.part == part);
    CHECK_FALSE(clauses(part).empty());
    count += clauses(part).size();
  }
  CHECK(count == clauses().size());
}
