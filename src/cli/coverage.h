// coverage: every paragraph of the order that obliges somebody, and what this program makes of it: a rule, a document,
// a date, a field of the form, or a line that says why it does not decide it; with the tests that hold it.
//
// A paragraph of the order without an entry does not compile.
//
// For the command alone: which test holds what is nothing for the page. Does not: hold the restatements
// (order/paragraphs.inc) or run a test.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "order/citation.h"

namespace ftt::cli {

enum class CoveredBy : std::uint8_t {
  rule,
  document,
  date,
  field,
  figure,
  walk,
  clause,
  prompt,
  table,
  background,
  not_decided
};
// "rule", "not decided" …
std::string_view words_of(CoveredBy how);

struct CoverageEntry {
  Citation cite;
  CoveredBy how;
  std::string_view by;    // ids, separated by spaces; for background and not_decided the reason in words
  std::string_view test;  // "tests/rules/time_in_position_test.cpp"; empty for background and not_decided
};

// Every line, in the order of the paragraphs: those of its own table, and of a paragraph without a line on its rules
// or documents those that their tables give it.
std::vector<CoverageEntry> all_coverage();

}  // namespace ftt::cli
