// A report as a page: tables, texts, pictures.
#include <doctest/doctest.h>

#include "base/text.h"
#include "long_text.h"
#include "report/circulation.h"
#include "report/report_file.h"
#include "report/report_picture.h"
#include "report/sample_report.h"

namespace ftt::report::test {
namespace {

using ftt::test::contains;
using ftt::test::lacks;

TEST_SUITE("report: HTML") {
  TEST_CASE("each table has a caption, heads of columns and of rows, and its sentence") {
    const std::string html = report_html(sample_report());
    CHECK(contains(html,
                   "<caption id=\"R1_caption\">R1. Approved and pending</caption>\n<thead><tr><th scope=\"col\">"
                   "Component</th><th scope=\"col\" class=\"figure\">Approved</th>"));
    CHECK(contains(html,
                   "<tr><th scope=\"row\"><bdi>FAS</bdi></th><td class=\"figure\">12</td><td class=\"figure\">3</td>"
                   "<td class=\"figure\">15</td><td class=\"figure\">80.00%</td></tr>"));
    CHECK(contains(html, "<tr class=\"total\"><th scope=\"row\"><bdi>All offices</bdi></th>"));
    CHECK(contains(html, ">30 of 48 arrangements are approved.<"));
    CHECK(contains(html, "<td class=\"figure\">−$1,234.50</td>"));
    CHECK(contains(html, "<td>yes</td><td class=\"figure\">8/15/2027</td>"));
  }

  TEST_CASE("what people typed does nothing in the page, which loads and runs nothing") {
    const std::string html = report_html(sample_report());
    CHECK(contains(html, "<bdi>=East &amp; &lt;&quot;West&quot;&gt;</bdi>"));
    CHECK(contains(html, "default-src 'none'"));
    CHECK(lacks(html, "<script"));
    CHECK(lacks(html, "<\"West"));
    CHECK(lacks(html, "src="));
  }

  TEST_CASE("for circulation [c] stands in the table, the picture and the sentence, with the legend") {
    Report report = sample_report();
    report.tables[0].shows = {{"", CellAt{"R1", 0, 2}}, {" are pending at FAS.", {}}};
    report.tables[1].title = {{"R4. Beside ", {}}, {"", CellAt{"R1_cases", 0, 3}}};
    const std::string html = report_html(for_circulation(report));
    CHECK(contains(html, "<figcaption>[c] are pending at FAS.</figcaption>"));
    CHECK(contains(html, ">[c] + [c]</text>"));
    CHECK(contains(html, "<h2 id=\"R4_offices\">R4. Beside [c]</h2>"));
    CHECK(contains(html, "<dt>Legend</dt><dd>[c] means that a figure is not shown"));
    CHECK(lacks(html, "commutes"));
    CHECK(lacks(report_html(report), "Legend"));
  }

  TEST_CASE("a table wider than the paper comes in parts, each with the columns that say whose row it is") {
    Report report = sample_report();
    Table& table = report.tables[2];
    table.heads = 2;
    for (int i = 0; i < 20; ++i) {
      table.columns.push_back({concat("amount_", i), "Amount", CellKind::money, false, {}});
      for (Row& row : table.rows) row.cells.push_back(dollars(123'456'789, 1));
    }
    REQUIRE(!find_fault(report));
    const std::string html = report_html(report);
    CHECK(contains(html, "<caption id=\"R1_cases_caption\">R1. Each case, part 1 of 3</caption>"));
    CHECK(contains(html, "<caption id=\"R1_cases_caption3\">R1. Each case, part 3 of 3</caption>"));
    CHECK(lacks(html, "R1_cases_caption4"));
    const auto times = [&](std::string_view words) {
      int count = 0;
      for (std::size_t i = html.find(words); i != std::string::npos; i = html.find(words, i + 1)) ++count;
      return count;
    };
    CHECK(times("<tr><th scope=\"row\"><bdi>a</bdi></th><td><bdi>@home, ") == 3);
    CHECK(times("<td class=\"figure\">$1,234,567.89</td>") == 40);
    CHECK(times("<td class=\"figure\">2/1/2027</td>") == 1);
    CHECK(lacks(html, "R4. Travel by half-year: each office, part"));
  }

  TEST_CASE("a word of many letters may be broken, and no other") {
    Report report = sample_report();
    report.tables[2].rows[0].cells[0] = Cell::text("70bd6c7f-e6a5-4e26-9d44-20f96b1dd74a");
    CHECK(contains(report_html(report), "<th scope=\"row\" class=\"long\"><bdi>70bd6c7f-"));
    CHECK(lacks(report_html(sample_report()), "class=\"long\""));
  }

  TEST_CASE("a table without rows says so") {
    Report report = sample_report();
    report.tables[2].rows.clear();
    CHECK(contains(report_html(report), "<p>There is nothing to show.</p>"));
  }
}

TEST_SUITE("report: pictures") {
  TEST_CASE("stacked bars are parts of one whole, as long as their figures, with the figures beside") {
    const Report report = sample_report();
    const std::string svg = picture_of(report, report.tables[0]);
    // 22 is the whole width of 420: 12 are 229.0, and 3 begin there.
    CHECK(contains(svg, "<rect x=\"190.0\" y=\"0.0\" width=\"229.0\" height=\"13.0\" fill=\"#162e51\""));
    CHECK(contains(svg, "<rect x=\"419.0\" y=\"0.0\" width=\"57.3\" height=\"13.0\" fill=\"#c3d7ee\""));
    CHECK(contains(svg, ">12 + 3</text>"));
    CHECK(contains(svg, "aria-label=\"Picture of the table below, R1. Approved and pending\""));
    CHECK(lacks(svg, ">total<"));
  }

  TEST_CASE("bars side by side have a line each, and what lies below zero goes to the left of it") {
    Report report = sample_report();
    report.tables[1].pictured = {4};
    const std::string svg = picture_of(report, report.tables[1]);
    // From -$4,000.00 to $1,800.00: zero is at 190 + 420 × 4000 / 5800.
    CHECK(contains(svg, "<path d=\"M479.6 0V"));
    CHECK(contains(svg, "<rect x=\"190.0\" y=\"22.0\" width=\"289.6\""));
    CHECK(contains(svg, ">−$4,000.00</text>"));
  }

  TEST_CASE("a hidden figure has no bar") {
    Report report = sample_report();
    report.tables[0].rows[0].cells[1] = Cell::hidden();
    report.tables[0].rows[2].cells[1] = Cell::unknown();
    const std::string svg = picture_of(report, report.tables[0]);
    CHECK(contains(svg, ">[c] + 3</text>"));
    CHECK(contains(svg, ">unknown + 15</text>"));
    CHECK(contains(svg, "<rect x=\"190.0\" y=\"0.0\" width=\"84.0\" height=\"13.0\" fill=\"#c3d7ee\""));  // 3 of 15
  }

  TEST_CASE("many rows come in drawings that a page has room for; none at all in none") {
    Report report = sample_report();
    Table& table = report.tables[0];
    table.row_sums.clear();
    table.shows = {{"Many.", {}}};
    table.rows.assign(50, table.rows[0]);
    const std::string svg = picture_of(report, table);
    CHECK(contains(svg, "R1. Approved and pending: rows 22 to 42\""));
    CHECK(contains(svg, "R1. Approved and pending: rows 43 to 50\""));
    table.rows.clear();
    CHECK(picture_of(report, table).empty());
  }
}

}  // namespace
}  // namespace ftt::report::test
