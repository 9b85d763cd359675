// The three sheets: what is taken, and what is refused with its line and the mend (HRM 6040.2 ¶13b, ¶13e).
#include "report/sheets.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace ftt::report {
namespace {

constexpr std::string_view header = "case,name,component,half_year,spent,trips,source\n";

std::string listed(const Sheet<ActualRow>& sheet) {
  std::string text;
  for (const ActualRow& row : sheet.rows) {
    append(text, row.line, " ", row.case_id, " ", name_of(row.half_year), " ", to_decimal(row.spent), " ",
           row.trips ? concat(*row.trips) : "-", "; ");
  }
  return text;
}
std::string problems(const auto& sheet) {
  std::string text;
  for (const Error& error : sheet.problems) append(text, to_string(error), "\n");
  return text;
}
Sheet<ActualRow> read(std::string_view rows) {
  return read_actuals_sheet(concat(header, rows));
}

TEST_SUITE("report: sheets") {
  TEST_CASE(
      "¶13b actuals: cells in quotation marks, CRLF, a byte order mark, no final line end, blank and unfilled lines") {
    const Sheet<ActualRow> sheet = read_actuals_sheet(
        concat("\xEF\xBB\xBF", "case,name,component,half_year,spent,trips,source\r\n",
               "7b0c,\"Doe, Pat\",PBS,2027H1,\"1,234.50\",3,\"a \"\"report\"\"\"\r\n,,,,,,\r\n9a,Roe,PBS,2027H1,,,\r\n",
               "9a,Roe,PBS,2027h2,0,,"));
    CHECK(problems(sheet).empty());
    CHECK(listed(sheet) == "2 7b0c 2027H1 1234.50 3; 5 9a 2027H2 0.00 -; ");
    CHECK(sheet.rows[0].source == "a \"report\"");
  }
  TEST_CASE("another header, semicolons, tabs, UTF-16, a workbook: the file is refused with the mend") {
    CHECK(problems(read_actuals_sheet("case,name,spent\n1,2,3\n")) ==
          "line 1: The first line is \"case,name,spent\"; it has to be exactly "
          "case,name,component,half_year,spent,trips,source.\n");
    CHECK(
        problems(read_actuals_sheet("case;name;component;half_year;spent;trips;source\n")) ==
        "line 1: The first line is \"case;name;component;half_year;spent;trip…\"; it has to be exactly "
        "case,name,component,half_year,spent,trips,source. The cells are separated by semicolons; save the sheet with "
        "commas between them.\n");
    CHECK(problems(read_time_codes_sheet("component\tpay_period_end\tcharging_93\n")) ==
          "line 1: The first line is \"component pay_period_end charging_93\"; it has to be exactly "
          "component,pay_period_end,charging_93. The cells are separated by tabs; save the sheet with commas between "
          "them.\n");
    CHECK(problems(read_actuals_sheet(std::string_view("\xFF\xFE"
                                                       "c\0a\0",
                                                       6))) ==
          "The sheet is in UTF-16; save it as \"CSV UTF-8 (comma delimited)\" and give it again.\n");
    CHECK(problems(read_actuals_sheet("PK\x03\x04")) ==
          "This is a workbook; save the sheet as \"CSV UTF-8 (comma delimited)\" and give that file.\n");
    CHECK(problems(read("a,\xE9,c,2027H1,1,,\n")) ==
          "line 2: A letter here is not UTF-8; save the sheet as \"CSV UTF-8 (comma delimited)\" and give it again.\n");
    CHECK(problems(read_actuals_sheet("")) ==
          "The sheet is empty; its first line is case,name,component,half_year,spent,trips,source.\n");
    CHECK(problems(read("a,\"b,c\n")) == "line 2: A quotation mark here is never closed; close it, or take it out.\n");
  }
  TEST_CASE("a bad line costs itself alone, and is named with its line and the mend") {
    const Sheet<ActualRow> sheet = read(
        "a,,,2027H1,\"1.234,50\",,\nb,,,2027H1,1.234,50,,\nc,,,2027,5,,\nd,,,2027H1,5,two,\n,,,2027H1,5,,\n"
        "e,,,2027H1,-5,,\nf,\"x\"y,,2027H1,5,,\ngood,,,2027H1,5,,\n");
    CHECK(listed(sheet) == "9 good 2027H1 5.00 -; ");
    CHECK(
        problems(sheet) ==
        "line 2: spent is \"1.234,50\"; write dollars with a point before the cents, such as 1234.50.\n"
        "line 3: There are 8 cells here, and 7 in the first line; an amount with a comma in it goes without the comma, "
        "or in quotation marks.\n"
        "line 4: half_year is \"2027\"; write 2027H1 for October 2026 to March 2027, 2027H2 for April to September.\n"
        "line 5: trips is \"two\"; write a whole number such as 45, or leave it empty.\n"
        "line 6: case is empty; take it from the template.\n"
        "line 7: spent is \"-5\"; write dollars with a point before the cents, such as 1234.50.\n"
        "line 8: Text follows a closing quotation mark; write a quotation mark within a cell twice.\n");
  }
  TEST_CASE("two rows for one half-year: the first counts, the other is named with both lines") {
    const Sheet<ActualRow> sheet = read("a,,,2027H1,5,,\na,,,2027H2,6,,\na,,,2027H1,7,,\n");
    CHECK(listed(sheet) == "2 a 2027H1 5.00 -; 3 a 2027H2 6.00 -; ");
    CHECK(problems(sheet) == "line 4: It repeats line 2, which counts. Keep one of them.\n");
  }
  TEST_CASE("5 U.S.C. 6506(b)(2) headcount: an empty cell is unknown, never zero") {
    const Sheet<HeadcountRow> sheet = read_headcount_sheet(
        concat(headcount_header(),
               "\nPBS,5600,4100,,800,0,,4200,no,payroll,\nPBS,9,9,1,1,1,1,1,yes,,\nFAS,many,,,,,,,,,\n"
               "OHRM,,,,,,,,maybe,,\n"));
    REQUIRE(sheet.rows.size() == 1);
    CHECK(sheet.rows[0].employees == 5600);
    CHECK(!sheet.rows[0].three_or_more_days);
    CHECK(sheet.rows[0].monthly == 0);
    CHECK(sheet.rows[0].goal_met == false);
    CHECK(problems(sheet) ==
          "line 3: It repeats line 2, which counts. Keep one of them.\n"
          "line 4: employees is \"many\"; write a whole number such as 45, or leave it empty.\n"
          "line 5: goal_met is \"maybe\"; write yes or no, or leave it empty.\n");
  }
  TEST_CASE("headcount: nobody is eligible who is no employee, and nobody teleworks who is not eligible") {
    const Sheet<HeadcountRow> sheet = read_headcount_sheet(
        concat(headcount_header(), "\nPBS,80,90,,,,,,,,\nFAS,80,70,40,20,10,1,,,,\nOMA,80,70,40,20,10,0,,,,\n"));
    CHECK(sheet.rows.size() == 1);
    CHECK(problems(sheet) ==
          "line 2: eligible is 90, more than 80 in employees; correct one of them.\n"
          "line 3: three_or_more_days to occasional come to 71, more than 70 in eligible; correct one of them.\n");
  }
  TEST_CASE("App. B, item 2, time codes: dates as people write them") {
    const Sheet<TimeCodeRow> sheet = read_time_codes_sheet(
        "component,pay_period_end,charging_93\nPBS,2026-12-12,45\nPBS,12/26/2026,44\nFAS,soon,1\n"
        "FAS,2026-12-12,\n");
    REQUIRE(sheet.rows.size() == 2);
    CHECK(sheet.rows[1].pay_period_end == calendar_date(2026, 12, 26));
    CHECK(problems(sheet) ==
          "line 4: pay_period_end is \"soon\"; write a date such as 2026-12-12.\n"
          "line 5: charging_93 is empty; write how many employees charge 93, such as 45.\n");
  }
}

}  // namespace
}  // namespace ftt::report
