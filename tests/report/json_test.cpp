// A report as JSON.
#include <doctest/doctest.h>

#include "long_text.h"
#include "report/circulation.h"
#include "report/report_file.h"
#include "report/sample_report.h"

namespace ftt::report::test {
namespace {

using ftt::test::lacks;
using ftt::test::member;

TEST_SUITE("report: JSON") {
  TEST_CASE("each kind of cell has its type, and every text of a table is there") {
    const std::string json = report_json(sample_report());
    CHECK(member(json, "format") == "\"telework-report/1\"");
    CHECK(member(json, "edition") == "\"ohrm\"");
    CHECK(member(json, "legend").empty());
    CHECK(member(json, "notes/rates") == R"({"id":"rates","label":"Rates","text":"=invented"})");
    CHECK(member(json, "tables/R1/shows") == "\"30 of 48 arrangements are approved.\"");
    CHECK(member(json, "tables/R1/columns/share") == R"({"id":"share","heading":"Approved, of all","kind":"percent"})");
    CHECK(member(json, "tables/R1/rows/FAS/cells") ==
          R"({"component":"FAS","approved":12,"pending":3,"all":15,"share":"80.00"})");
    CHECK(member(json, "tables/R4_offices/rows/total/is_total") == "true");
    CHECK(
        member(json, "tables/R4_offices/rows/07001/cells") ==
        R"({"office":"07001","people":12,"budgeted":"12000.00","used":"12500.50","difference":"500.50","is_over":true,)"
        R"("first_due":"2027-08-15"})");
    CHECK(member(json, "tables/R1_cases/rows/b/cells") ==
          R"({"id":"b","rationale":"-5 commutes","effective":"n/a","annual":null})");
  }

  TEST_CASE("for circulation [c] stands in cells and sentences, with its legend, and no case is in it") {
    const std::string json = report_json(for_circulation(sample_report()));
    CHECK(member(json, "edition") == "\"circulation\"");
    CHECK(member(json, "tables/R1/rows/FAS/cells") ==
          R"({"component":"FAS","approved":"[c]","pending":"[c]","all":15,"share":"[c]"})");
    CHECK(member(json, "tables/R1_cases").empty());
    CHECK_FALSE(member(json, "legend").empty());
    CHECK(lacks(json, "commutes"));
    CHECK(lacks(json, "carriers"));
  }

  TEST_CASE("an empty report is JSON too") {
    CHECK(member(report_json({}), "tables") == "[]");
  }
}

}  // namespace
}  // namespace ftt::report::test
