// A report as one page for the screen and for Letter paper. It loads nothing and runs nothing.
#include "base/text.h"
#include "report/markup.h"
#include "report/report_file.h"
#include "report/report_picture.h"
#include "report/words.h"

namespace ftt::report {
namespace {

constexpr std::string_view content_policy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri "
    "'none'; "
    "form-action 'none'\">\n";

constexpr std::string_view style = R"css(*,*::before,*::after{box-sizing:border-box}
:root{color-scheme:light}
html{background:#fff;color:#000;font:11pt/1.4 "Public Sans","Source Sans 3","Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
body{margin:0 auto;max-width:10in;padding:.4in .25in;overflow-wrap:anywhere}
h1{font-size:19pt;line-height:1.15;margin:0 0 6pt;text-wrap:balance}
h2{font-size:13pt;line-height:1.2;margin:0;border-top:1.5pt solid #000;padding-top:5pt;break-after:avoid}
p{margin:4pt 0;max-width:7.5in;orphans:3;widows:3}
a{color:#162e51}
section{margin-top:20pt}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2pt 12pt;margin:8pt 0}
dt{font-weight:600;max-width:2.4in}dd{margin:0}
nav ul,.key{list-style:none;margin:6pt 0;padding:0;display:flex;flex-wrap:wrap;gap:2pt 14pt}
.paragraph,.key,figcaption{font-size:9.5pt}
figure{margin:8pt 0}
figcaption{break-after:avoid}.key{break-after:avoid}
figure>svg{display:block;break-inside:avoid;margin-top:6pt}
svg text{font-variant-numeric:tabular-nums}
.wide{overflow-x:auto}
.wide:focus-visible{outline:2pt solid #162e51;outline-offset:2pt}
table{border-collapse:collapse;width:100%;font-size:9.5pt;line-height:1.35;margin-top:8pt}
caption{text-align:left;font-weight:600;padding-bottom:3pt;break-after:avoid}
th,td{text-align:left;vertical-align:top;padding:2.5pt 6pt;font-weight:400;border-bottom:.5pt solid #8a8a8a}
thead th{vertical-align:bottom;font-weight:600;border-bottom:1pt solid #000;overflow-wrap:normal}
.figure{text-align:right;font-variant-numeric:tabular-nums lining-nums}
td.figure{white-space:nowrap}
td{white-space:pre-wrap}
.total :is(th,td){font-weight:700;border-top:.75pt solid #000}
tr{break-inside:avoid}
@page{size:Letter landscape;margin:.6in .5in;@bottom-right{content:"Page " counter(page) " of " counter(pages);font-size:8pt}}
@media print{body{max-width:none;padding:0}nav{display:none}.wide{overflow:visible}table{font-size:8pt}}
)css";

std::string list_of_notes(const Report& report) {
  std::string html = concat("<dl>\n<dt>", words::edition, "</dt><dd>", words::name_of(report.edition), "</dd>\n");
  for (const Note& note : report.notes) {
    append(html, "<dt>", inert(note.label), "</dt><dd>", inert(note.text), "</dd>\n");
  }
  if (report.edition == ReportEdition::circulation) {
    append(html, "<dt>", words::legend, "</dt><dd>", words::hidden_legend, "</dd>\n");
  }
  return html + "</dl>\n";
}

std::string list_of_tables(const Report& report) {
  std::string html = concat("<nav aria-label=\"", words::tables, "\"><ul>\n");
  for (const Table& table : report.tables) {
    append(html, "<li><a href=\"#", table.id, "\">", inert(to_display(report, table.title)), "</a></li>\n");
  }
  return html + "</ul></nav>\n";
}

std::string_view class_of(const Column& column) {
  return column.kind == CellKind::text || column.kind == CellKind::yes_no ? "" : " class=\"figure\"";
}

// A text that people typed stays in its own direction.
std::string inert_cell(const Cell& cell) {
  const std::string words = inert(to_display(cell));
  return cell.as_text() != nullptr ? concat("<bdi>", words, "</bdi>") : words;
}

void append_row(std::string& html, const Table& table, const Row& row) {
  append(html, row.is_total ? "<tr class=\"total\">" : "<tr>", "<th scope=\"row\">", inert_cell(row.cells.front()),
         "</th>");
  for (std::size_t i = 1; i < row.cells.size(); ++i) {
    append(html, "<td", class_of(table.columns[i]), ">", inert_cell(row.cells[i]), "</td>");
  }
  html += "</tr>\n";
}

void append_section(std::string& html, const Report& report, const Table& table) {
  const std::string title = inert(to_display(report, table.title));
  append(html, "<section aria-labelledby=\"", table.id, "\">\n<h2 id=\"", table.id, "\">", title, "</h2>\n");
  const std::string picture = picture_of(report, table);
  if (picture.empty()) append(html, "<p>", inert(to_display(report, table.shows)), "</p>\n");
  append(html, picture, "<p class=\"paragraph\">", inert(table.paragraph), "</p>\n");
  if (table.rows.empty()) {
    append(html, "<p>", words::no_rows, "</p>\n</section>\n");
    return;
  }
  append(html, "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-labelledby=\"", table.id,
         "_caption\"><table><caption id=\"", table.id, "_caption\">", title, "</caption>\n<thead><tr>");
  for (const Column& column : table.columns) {
    append(html, "<th scope=\"col\"", class_of(column), ">", inert(column.heading), "</th>");
  }
  html += "</tr></thead>\n<tbody>\n";
  for (const Row& row : table.rows) append_row(html, table, row);
  html += "</tbody></table></div>\n</section>\n";
}

}  // namespace

std::string report_html(const Report& report) {
  std::string html =
      concat("<!DOCTYPE html>\n<html lang=\"en-US\">\n<head>\n<meta charset=\"utf-8\">\n", content_policy,
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>", inert(report.title),
             "</title>\n<style>\n", style, "</style>\n</head>\n<body>\n<main>\n<h1>", inert(report.title), "</h1>\n",
             list_of_notes(report), list_of_tables(report));
  for (const Table& table : report.tables) append_section(html, report, table);
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace ftt::report
