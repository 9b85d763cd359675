// Coverage: each line of the table names ids that exist, and a test file with a case of that paragraph.
#include "cli/coverage.h"

#include <set>
#include <string>

#include "base/text.h"
#include "files.h"
#include "order/clauses.h"
#include "report/make_report.h"
#include "rules/asked_of.h"
#include "rules/chain.h"
#include "rules/change.h"
#include "rules/terms.h"

using namespace ftt;
using namespace ftt::cli;
using namespace ftt::test;

namespace {

std::string read_test(std::string_view path) {
  return read_file(concat(FTT_TESTS_DIR "/", path.substr(std::string_view("tests/").size())));
}

// "¶8b" for "HRM 6040.2 ¶8b"; all else as it is.
std::string_view as_cases_name_it(std::string_view citation) {
  constexpr std::string_view policy = "HRM 6040.2 ";
  return citation.starts_with(policy) ? citation.substr(policy.size()) : citation;
}

// Whether a case is named by it: "¶3h" is not named by "¶3h(1)" or "¶3hx".
bool has_case_of(const std::string& text, std::string_view paragraph) {
  for (const std::string_view line : split(text, '\n')) {
    if (!trim(line).starts_with("TEST_CASE(\"")) continue;
    for (std::size_t at = line.find(paragraph); at != std::string_view::npos; at = line.find(paragraph, at + 1)) {
      const char next = line[at + paragraph.size()];
      if (next != '(' && !is_digit(next) && !is_ascii_letter(next)) return true;
    }
  }
  return false;
}

bool is_decided_here(CoveredBy how) {
  return how == CoveredBy::rule || how == CoveredBy::document || how == CoveredBy::date || how == CoveredBy::walk;
}

// Every id that the rules give out.
std::set<std::string_view> ids_of_the_rules() {
  std::set<std::string_view> ids;
  for (const Finding& finding : find_eligibility(Answers(), on(a_day)).findings) ids.insert(finding.rule);
  for (const Finding& finding : find_terms(Answers(), hrm_6040_2)) ids.insert(finding.rule);
  for (const Document& document : find_documents(Answers(), Worksheet(), on(a_day))) ids.insert(document.id);
  for (const Deadline& deadline : find_deadlines(Answers(), on(a_day))) ids.insert(deadline.id);
  for (const ChangeOutcome& outcome : change_outcomes()) ids.insert(outcome.rule);
  for (const Clause& clause : clauses()) ids.insert(clause.id);
  for (std::size_t i = 0; i < chain_rule_count; ++i) ids.insert(id_of(static_cast<ChainRule>(i)));
  return ids;
}

// Whether a line with a test names it.
bool is_named(std::string_view id) {
  for (const CoverageEntry& entry : all_coverage()) {
    if (entry.test.empty()) continue;
    for (const std::string_view name : split(entry.by, ' ')) {
      if (name == id) return true;
    }
  }
  return false;
}

constexpr std::string_view cross_checks[] = {"worksite.presence",
                                             "travel_budget.regular_trips",
                                             "travel_budget.presence_and_trips",
                                             "locality_pay.same_area",
                                             "additional.transit_without_subsidy",
                                             "additional.unexplained",
                                             "clock.asked_too_early",
                                             "approval.order",
                                             "approval.denial",
                                             "approval.concurrences",
                                             "approval.agreement",
                                             "review.no_update"};

}  // namespace

TEST_CASE("every paragraph that is decided has a test file with a case of its name") {
  for (const CoverageEntry& entry : all_coverage()) {
    if (entry.test.empty()) continue;
    const std::string_view paragraph = as_cases_name_it(entry.cite.text());
    CAPTURE(paragraph);
    CAPTURE(entry.test);
    const std::string text = read_test(entry.test);
    CHECK_FALSE(text.empty());
    if (is_decided_here(entry.how)) CHECK(has_case_of(text, paragraph));
  }
}

TEST_CASE("every id in the table exists: a rule's, a field's or a figure's") {
  std::set<std::string_view> known = ids_of_the_rules();
  known.insert(std::begin(cross_checks), std::end(cross_checks));
  const Worksheet worksheet = calculate(FoundRates(), Answers());
  const WorkCalendar calendar;
  const report::Report empty_report =
      report::make_report(report::Partial(FiscalYear(2027), a_day), {a_day, calendar});
  for (const CoverageEntry& entry : all_coverage()) {
    if (entry.test.empty()) continue;
    for (const std::string_view id : split(entry.by, ' ')) {
      CAPTURE(entry.cite.text());
      CAPTURE(id);
      if (entry.how == CoveredBy::field || entry.how == CoveredBy::prompt) {
        bool is_field = false;
        for (const LeafInfo& leaf : leaves()) is_field = is_field || leaf.id == id || leaf.field == id;
        CHECK(is_field);
      } else if (entry.how == CoveredBy::figure) {
        const LineInfo* line = find_line(id);
        REQUIRE(line != nullptr);
        CHECK(worksheet.find(line->line) != nullptr);
      } else if (entry.how == CoveredBy::table) {
        CHECK(report::find_table(empty_report, id) != nullptr);
      } else {
        CHECK(known.count(id) == 1);
      }
    }
  }
}

TEST_CASE("Order ¶3a, ¶3i, ¶8e(1): each clause has a line of its own") {
  std::set<std::string_view> cited;
  for (const CoverageEntry& entry : all_coverage()) cited.insert(entry.cite.text());
  for (const std::string_view clause :
       {"Order ¶3a(1)", "Order ¶3a(2)", "HRM 6040.2 ¶3i(1)", "HRM 6040.2 ¶3i(2)", "HRM 6040.2 ¶3i(3)",
        "HRM 6040.2 ¶8e(1)(a)", "HRM 6040.2 ¶8e(1)(b)", "HRM 6040.2 ¶8e(1)(c)", "HRM 6040.2 ¶8e(1)(c)1",
        "HRM 6040.2 ¶8e(1)(c)5", "HRM 6040.2 ¶8e(1)(d)"}) {
    CAPTURE(clause);
    CHECK(cited.count(clause) == 1);
  }
}

TEST_CASE("¶9: it and each of its clauses has a rule that decides it") {
  std::set<std::string_view> decided;
  for (const CoverageEntry& entry : all_coverage()) {
    if (entry.how == CoveredBy::rule) decided.insert(entry.cite.text());
  }
  for (const std::string_view clause : {"HRM 6040.2 ¶9", "HRM 6040.2 ¶9a", "HRM 6040.2 ¶9b", "HRM 6040.2 ¶9c"}) {
    CAPTURE(clause);
    CHECK(decided.count(clause) == 1);
  }
  for (std::size_t i = 0; i < chain_rule_count; ++i) {
    CHECK_FALSE(cite_of(static_cast<ChainRule>(i)).paragraph().restatement.empty());
  }
}

TEST_CASE("every rule, document and date stands under a paragraph, with its test") {
  for (const std::string_view id : ids_of_the_rules()) {
    CAPTURE(id);
    CHECK(is_named(id));
  }
  CHECK_FALSE(is_named("no.such_rule"));
}

TEST_CASE("every finding cites a paragraph with a restatement") {
  for (const Finding& finding : find_eligibility(Answers(), on(a_day)).findings) {
    CHECK_FALSE(finding.cite.paragraph().restatement.empty());
    CHECK_FALSE(finding.looked_at.empty());
  }
}
