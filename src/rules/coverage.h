// coverage: every paragraph of the order that obliges somebody, and what this program makes of it: a rule, a document,
// a date, a field of the form, or a line that says why it does not decide it; with the tests that hold it.
//
// A paragraph of the order without an entry does not compile.
//
// Does not: hold the restatements (order/paragraphs.inc) or run a test.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "order/citation.h"

namespace ftt {

enum class CoveredBy : std::uint8_t {
  rule,
  document,
  date,
  field,
  figure,
  walk,
  clause,
  prompt,
  background,
  not_decided
};
/// "rule", "not decided" …
std::string_view words_of(CoveredBy how);

struct CoverageEntry {
  Citation cite;
  CoveredBy how;
  std::string_view by;    // ids, separated by spaces; for background and not_decided the reason in words
  std::string_view test;  // "tests/rules/time_in_position_test.cpp"; empty for background and not_decided
};

std::span<const CoverageEntry> coverage();

/// The entries that name a rule, a document, a deadline or an outcome by its id: which paragraphs it stands for, and
/// the tests that hold it.
std::vector<const CoverageEntry*> find_coverage(std::string_view id);

}  // namespace ftt
