// Reports among the packets: each form that one is given out in is named as a report, and nothing else is.
#include "report/seen_report.h"

#include <doctest/doctest.h>

#include <utility>

#include "base/text.h"
#include "long_text.h"
#include "packet/two_packets.h"
#include "report/days.h"
#include "report/made_partial.h"
#include "report/make_report.h"
#include "report/report_file.h"
#include "report/table_cells.h"
#include "report/zip.h"

namespace ftt::report::test {
namespace {

const WorkCalendar work_days;

Report some_report(ReportEdition edition) {
  return make_edition(edition, partial_of({{"a", in_order()}}), {november, work_days}, 10);
}

std::string archive_of(const std::vector<ReportFile>& files) {
  Zip zip;
  for (const ReportFile& file : files) zip.add(file.name, file.bytes);
  return zip.finish();
}

TEST_SUITE("report: a report among the packets") {
  TEST_CASE("a page, a workbook, each table as CSV, their archive and JSON of both editions are left out as a report") {
    const FactsFor by{ftt::test::rates_at_hand(), november, FiscalYear(2027)};
    Partial partial(by.year, november);
    for (const ReportEdition edition : {ReportEdition::ohrm, ReportEdition::circulation}) {
      const Report report = some_report(edition);
      std::vector<ReportFile> files = report_csv(report);
      files.push_back({"tables.zip", archive_of(files)});
      files.push_back({"report.html", report_html(report)});
      files.push_back({"report.xlsx", report_xlsx(report).value()});
      files.push_back({"report.json", report_json(report)});
      for (const ReportFile& file : files) {
        Sight sight = look_at(file.bytes, file.name, Stands::as_file, by);
        const SeenLeftOut* left = std::get_if<SeenLeftOut>(&sight);
        REQUIRE_MESSAGE(left != nullptr, file.name);
        CHECK_MESSAGE(left->what.kind == LeftOutKind::unreadable, file.name);
        CHECK_MESSAGE(left->what.reason.starts_with("This is a report of this tool, not a packet. "), file.name);
        partial.add(std::move(sight));
      }
    }
    // R0 names each of them.
    const std::string named = rows(make_report(partial, {november, work_days}), "R0_left_out", {"place", "reason"});
    for (const std::string_view place : {"R1.csv", "notes.csv", "report.html", "report.xlsx", "tables.zip"}) {
      CHECK(ftt::test::contains(named, concat(place, " | This is a report of this tool, not a packet. ")));
    }
  }

  TEST_CASE("packets, pages, sheets and tables of others are no report") {
    const Packet packet = ftt::test::example_a();
    for (const std::string& bytes :
         {write_packet(packet, ftt::test::assessment_of(packet)), concat("\xEF\xBB\xBF", headcount_header(), "\r\n"),
          std::string("\xEF\xBB\xBFname,amount\r\nSam,1\r\n"), std::string("component,draft\r\n"),
          std::string("PK\x03\x04"), archive_of({{"notes.csv", "a"}}), archive_of({{"xl/workbook.xml", "<workbook/>"}}),
          std::string("%PDF-1.7"),
          std::string("<!DOCTYPE html><title>Full-time telework, fiscal year 2026</title><p>About it.</p>"),
          std::string("")}) {
      CHECK_MESSAGE(!is_report_file(bytes), bytes.substr(0, 60));
    }
    CHECK(is_report_file(report_html(some_report(ReportEdition::ohrm))));
  }
}

}  // namespace
}  // namespace ftt::report::test
