// A report as a workbook: its cells, and what it must not have. workbook.py reads it by another reader.
#include <doctest/doctest.h>

#include "base/text.h"
#include "long_text.h"
#include "report/circulation.h"
#include "report/report_file.h"
#include "report/sample_report.h"
#include "report/zip.h"

namespace ftt::report::test {
namespace {

using ftt::test::contains;
using ftt::test::lacks;

std::string workbook(const Report& report, std::size_t rows_of_a_sheet = most_rows_of_a_sheet) {
  const Result<std::string> bytes = report_xlsx(report, rows_of_a_sheet);
  REQUIRE(bytes.has_value());
  return *bytes;
}

// A stored file of the archive, by its local header.
std::string part(std::string_view archive, std::string_view name) {
  std::size_t at = 0;
  const auto number = [&](std::size_t offset, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t i = size; i > 0; --i)
      value = value << 8 | static_cast<unsigned char>(archive[at + offset + i - 1]);
    return value;
  };
  while (archive.substr(at).starts_with("PK\x03\x04")) {
    const std::size_t size = number(18, 4);
    const std::size_t name_size = number(26, 2);
    const std::string_view bytes = archive.substr(at + 30 + name_size, size);
    CHECK(crc32(bytes) == number(14, 4));
    if (archive.substr(at + 30, name_size) == name) return std::string(bytes);
    at += 30 + name_size + size;
  }
  return "no such part";
}

std::string sheet(const Report& report, int number) {
  return part(workbook(report), concat("xl/worksheets/sheet", number, ".xml"));
}

// The one cell of a table of that kind.
std::string cell_of(CellKind kind, Cell cell) {
  Report report;
  Table table;
  table.id = "R1";
  table.columns = {{"a", "A", CellKind::text, false, {}}, {"b", "B", kind, true, {}}};
  table.rows = {{"r", {Cell::text("r"), std::move(cell)}, false}};
  report.tables = {table};
  const std::string xml = sheet(report, 2);
  const std::size_t at = std::string_view(xml).find("<c r=\"B2\"");
  REQUIRE(at < xml.size());
  return xml.substr(at, std::string_view(xml).find("</c>", at) + 4 - at);
}

std::string words_cell(std::string_view words, int format) {
  return concat("<c r=\"B2\" s=\"", format, "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", words,
                "</t></is></c>");
}

TEST_SUITE("report: ZIP") {
  TEST_CASE("the check of CRC-32, and an archive as the format has it") {
    CHECK(crc32("123456789") == 0xCBF43926U);
    CHECK(crc32("") == 0);
    Zip zip;
    zip.add("a.txt", "hello");
    const std::string archive = zip.finish();
    CHECK(archive.size() == 30 + 5 + 5 + 46 + 5 + 22);
    CHECK(archive.substr(10, 4) == std::string("\0\0\x21\0", 4));  // midnight of January 1, 1980
    CHECK(part(archive, "a.txt") == "hello");
  }
}

TEST_SUITE("report: XLSX") {
  TEST_CASE("a row is as high as its lines, and a column as wide as its texts, within reason") {
    Report report = sample_report();
    const std::string cases = sheet(report, 4);
    CHECK(contains(cases, "<row r=\"1\"><c"));
    CHECK(contains(cases, "<row r=\"2\" ht=\"30\" customHeight=\"1\"><c"));  // a text of two lines
    CHECK(contains(cases, "<row r=\"3\"><c"));
    CHECK(contains(cases, "<col min=\"2\" max=\"2\" width=\"26\" customWidth=\"1\"/>"));
    report.tables[2].rows[1].cells[1] = Cell::text(std::string(100, 'a'));
    const std::string wide = sheet(report, 4);
    CHECK(contains(wide, "<row r=\"3\" ht=\"45\" customHeight=\"1\"><c"));
    CHECK(contains(wide, "<col min=\"2\" max=\"2\" width=\"48\" customWidth=\"1\"/>"));
    report.tables[2].rows[1].cells[1] = Cell::text(std::string(30'000, 'a'));
    CHECK(contains(sheet(report, 4), "<row r=\"3\" ht=\"405\" customHeight=\"1\"><c"));  // 409 is the most
  }
  TEST_CASE("a sheet of notes and one a table, each part where it belongs") {
    const std::string bytes = workbook(sample_report());
    CHECK(contains(
        part(bytes, "xl/workbook.xml"),
        "<sheets><sheet name=\"Notes\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"R1\" sheetId=\"2\" r:id=\"rId2\"/>"
        "<sheet name=\"R4_offices\" sheetId=\"3\" r:id=\"rId3\"/><sheet name=\"R1_cases\" sheetId=\"4\" "
        "r:id=\"rId4\"/></sheets>"));
    CHECK(contains(sheet(sample_report(), 1), "fiscal year 2027 (invented)"));
    CHECK(bytes == workbook(sample_report()));
  }

  TEST_CASE("texts keep their zeros: ZIP 07001 and series 0110") {
    CHECK(cell_of(CellKind::text, Cell::text("07001")) == words_cell("07001", 2));
    CHECK(cell_of(CellKind::text, Cell::text("0110")) == words_cell("0110", 2));
  }

  TEST_CASE("each kind of cell is typed") {
    CHECK(cell_of(CellKind::count, Cell::count(1234)) == "<c r=\"B2\" s=\"3\"><v>1234</v></c>");
    CHECK(cell_of(CellKind::money, dollars(-123'450, 1)) == "<c r=\"B2\" s=\"4\"><v>-1234.50</v></c>");
    CHECK(cell_of(CellKind::date, Cell::date(calendar_date(2027, 2, 1))) == "<c r=\"B2\" s=\"6\"><v>46419</v></c>");
    CHECK(cell_of(CellKind::yes_no, Cell::yes_no(true)) == words_cell("yes", 7));
    CHECK(cell_of(CellKind::yes_no, Cell::yes_no(false)) == words_cell("no", 7));
    const auto percent = [](std::int64_t units) {
      return cell_of(CellKind::percent, Cell::percent(Percent::from_units(units)));
    };
    CHECK(percent(722) == "<c r=\"B2\" s=\"5\"><v>0.0722</v></c>");
    CHECK(percent(-5) == "<c r=\"B2\" s=\"5\"><v>-0.0005</v></c>");
    CHECK(percent(12'345) == "<c r=\"B2\" s=\"5\"><v>1.2345</v></c>");
    CHECK(percent(0) == "<c r=\"B2\" s=\"5\"><v>0.0000</v></c>");
  }

  TEST_CASE("what has no figure is a word, and no cell is empty") {
    CHECK(cell_of(CellKind::count, Cell::unknown()) == words_cell("unknown", 8));
    CHECK(cell_of(CellKind::date, Cell::none()) == words_cell("n/a", 8));
    CHECK(cell_of(CellKind::money, Cell::hidden()) == words_cell("[c]", 8));
    CHECK(cell_of(CellKind::text, Cell::text("")) == words_cell("n/a", 2));
  }

  TEST_CASE("what a spreadsheet would round or not know stands as a text") {
    CHECK(cell_of(CellKind::money, dollars(999'999'999'999'999, 1)) ==
          "<c r=\"B2\" s=\"4\"><v>9999999999999.99</v></c>");
    CHECK(cell_of(CellKind::money, dollars(1'000'000'000'000'001, 1)) == words_cell("10000000000000.01", 8));
    CHECK(cell_of(CellKind::date, Cell::date(calendar_date(1900, 3, 1))) == "<c r=\"B2\" s=\"6\"><v>61</v></c>");
    CHECK(cell_of(CellKind::date, Cell::date(calendar_date(1900, 2, 28))) == words_cell("1900-02-28", 8));
  }

  TEST_CASE("a text is itself whatever it looks like, and never a formula") {
    CHECK(cell_of(CellKind::text, Cell::text("=1+1 <&>")) == words_cell("=1+1 &lt;&amp;&gt;", 2));
    CHECK(cell_of(CellKind::text, Cell::text("_x0041_")) == words_cell("_x005F_x0041_", 2));
    CHECK(cell_of(CellKind::text, Cell::text("_x41_ _x")) == words_cell("_x41_ _x", 2));
    CHECK(cell_of(CellKind::text, Cell::text("a\x01\r\nb")) == words_cell("a\uFFFD\nb", 2));
    const std::string bytes = workbook(sample_report());
    CHECK(lacks(bytes, "<f>"));
    CHECK(lacks(bytes, "<f "));
    CHECK(lacks(bytes, "mergeCell"));
  }

  TEST_CASE("a text that is too long for a cell is cut, and says so") {
    const auto letters = [](std::size_t count, std::string_view letter) {
      std::string text;
      for (std::size_t i = 0; i < count; ++i) text += letter;
      return text;
    };
    CHECK(cell_of(CellKind::text, Cell::text(letters(32'767, "a"))) == words_cell(letters(32'767, "a"), 2));
    CHECK(cell_of(CellKind::text, Cell::text(letters(32'768, "a"))) ==
          words_cell(letters(32'759, "a") + " … (cut)", 2));
    CHECK(cell_of(CellKind::text, Cell::text(letters(16'384, "\U0001F600"))) ==
          words_cell(letters(16'379, "\U0001F600") + " … (cut)", 2));
  }

  TEST_CASE("a table with more rows than a sheet holds goes on in another one, with the header again") {
    const std::string bytes = workbook(sample_report(), 3);
    CHECK(contains(part(bytes, "xl/workbook.xml"),
                   "<sheet name=\"R1\" sheetId=\"2\" r:id=\"rId2\"/><sheet name=\"R1_2\" "));
    const std::string second = part(bytes, "xl/worksheets/sheet3.xml");
    CHECK(contains(second, "<dimension ref=\"A1:E2\"/>"));
    CHECK(contains(second, ">Component</t>"));
    CHECK(contains(second, ">total</t>"));
  }

  TEST_CASE("the edition for circulation says [c] in the sheet and explains it in the notes") {
    const Report edition = for_circulation(sample_report());
    CHECK(contains(sheet(edition, 1), ">[c] means that a figure is not shown"));
    CHECK(contains(sheet(edition, 2), ">[c]</t>"));
    CHECK(lacks(workbook(edition), "commutes"));
  }
}

}  // namespace
}  // namespace ftt::report::test
