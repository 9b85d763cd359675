// A report as CSV.
#include <doctest/doctest.h>

#include "base/text.h"
#include "report/circulation.h"
#include "report/report_file.h"
#include "report/sample_report.h"

namespace ftt::report::test {
namespace {

constexpr std::string_view bom = "\xEF\xBB\xBF";

std::string file(const Report& report, std::string_view name) {
  for (const ReportFile& one : report_csv(report)) {
    if (one.name == name) return one.bytes;
  }
  return "no such file";
}

// The text as the only field of a file.
std::string written(std::string text) {
  Report report;
  Table table;
  table.id = "R1";
  table.columns = {{"a", "A", CellKind::text, false, {}}};
  table.rows = {{"r", {Cell::text(std::move(text))}, false}};
  report.tables = {table};
  const std::string bytes = file(report, "R1.csv");
  const std::string head = concat(bom, "a\r\n");
  REQUIRE(bytes.starts_with(head));
  REQUIRE(bytes.ends_with("\r\n"));
  return bytes.substr(head.size(), bytes.size() - head.size() - 2);
}

TEST_SUITE("report: CSV") {
  TEST_CASE("a file a table and one of the notes, in UTF-8 with BOM and CRLF") {
    const Report report = sample_report();
    std::string names;
    for (const ReportFile& one : report_csv(report)) append(names, one.name, " ");
    CHECK(names == "notes.csv R1.csv R4_offices.csv R1_cases.csv ");
    CHECK(file(report, "R1.csv") == concat(bom,
                                           "component,approved,pending,all,share\r\n"
                                           "FAS,12,3,15,80.00\r\n"
                                           "OHRM,11,0,11,100.00\r\n"
                                           "PBS,7,15,22,31.81\r\n"
                                           "total,30,18,48,62.50\r\n"));
    CHECK(file(report, "R1_cases.csv") == concat(bom,
                                                 "id,rationale,effective,annual\r\n"
                                                 "a,\"'@home, \"\"quiet\"\"\nand cheap\",2027-02-01,-1234.50\r\n"
                                                 "b,'-5 commutes,n/a,unknown\r\n"));
  }

  TEST_CASE("the notes say what the report is, and the legend stands in those of the edition for circulation alone") {
    const Report report = sample_report();
    CHECK(file(report, "notes.csv")
              .starts_with(concat(bom,
                                  "note,text\r\n"
                                  "Report,\"Full-time telework, fiscal year 2027 (invented)\"\r\n"
                                  "Edition,For OHRM: with names and cases\r\n"
                                  "As of,2027-09-30\r\n"
                                  "Rates,'=invented\r\n"
                                  "R1,R1. Approved and pending\r\n")));
    const Report edition = for_circulation(report);
    CHECK(file(edition, "notes.csv")
              .starts_with(concat(bom,
                                  "note,text\r\n"
                                  "Report,\"Full-time telework, fiscal year 2027 (invented)\"\r\n"
                                  "Edition,For circulation: without names and cases\r\n"
                                  "As of,2027-09-30\r\n"
                                  "Legend,\"[c] means that a figure is not shown, ")));
    CHECK(file(edition, "R1.csv") == concat(bom,
                                            "component,approved,pending,all,share\r\n"
                                            "FAS,[c],[c],15,[c]\r\n"
                                            "OHRM,11,0,11,100.00\r\n"
                                            "PBS,[c],[c],22,[c]\r\n"
                                            "total,30,18,48,62.50\r\n"));
  }

  TEST_CASE("a text that a spreadsheet would take for a formula is guarded, a decimal never") {
    for (const std::string_view text :
         {"=1+1", "+1", "-x", "-1-1", "-", "-1.", "-1.2.3", "@SUM(A1)", "＝1", "＋1", "－1", "＠a"}) {
      CHECK(written(std::string(text)) == concat("'", text));
    }
    CHECK(written("\t=1") == "\"'\t=1\"");
    CHECK(written("\n=1") == "\"'\n=1\"");
    CHECK(written("\r=1") == "\"'\n=1\"");
    for (const std::string_view text : {"-1", "-12.50", "12", "0110", "07001", "a=b", "1-1", "'x", "–1"}) {
      CHECK(written(std::string(text)) == text);
    }
  }

  TEST_CASE("fields stand in quotes where they must, and hold no character that a text cannot") {
    CHECK(written("a,b") == "\"a,b\"");
    CHECK(written("a;b") == "\"a;b\"");
    CHECK(written("say \"a\"") == "\"say \"\"a\"\"\"");
    CHECK(written("a\r\nb\rc") == "\"a\nb\nc\"");
    CHECK(written(" a") == "\" a\"");
    CHECK(written(std::string("a\0b\x1b\xff", 5)) == "a\uFFFDb\uFFFD\uFFFD");
    CHECK(written("") == "n/a");
  }
}

}  // namespace
}  // namespace ftt::report::test
