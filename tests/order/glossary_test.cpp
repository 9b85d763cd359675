// The glossary: each name once, each with a meaning, and the order told apart from its policy.
#include "order/glossary.h"

#include <doctest/doctest.h>

#include <set>
#include <string_view>

using namespace ftt;

TEST_CASE("The glossary has each name once, and each means something in whole sentences") {
  std::set<std::string_view> names;
  for (const GlossaryTerm& term : glossary()) {
    CAPTURE(term.name);
    CHECK(names.insert(term.name).second);
    CHECK(!term.meaning.empty());
    CHECK(term.meaning.back() == '.');
  }
  CHECK(names.contains("order"));
  CHECK(names.contains("policy"));
}
