// A report as one page for the screen and for Letter paper. It loads nothing and runs nothing.
#include <algorithm>
#include <cstddef>
#include <vector>

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
section>p{break-after:avoid}
a{color:#162e51}
section{margin-top:20pt}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2pt 12pt;margin:8pt 0}
dt{font-weight:600;max-width:2.4in}dd{margin:0}
nav ul,.key{list-style:none;margin:6pt 0;padding:0;display:flex;flex-wrap:wrap;gap:2pt 14pt}
.paragraph,.key,figcaption{font-size:9.5pt}
figure{margin:8pt 0;break-inside:avoid}
figcaption{break-after:avoid;max-width:7.5in}.key{break-after:avoid}
figure>svg{display:block;break-inside:avoid;margin-top:6pt}
svg text{font-variant-numeric:tabular-nums}
.wide{overflow-x:auto;position:relative}
.wide:focus-visible{outline:2pt solid #162e51;outline-offset:2pt}
table{border-collapse:collapse;min-width:min(100%,4.5in);font-size:9.5pt;line-height:1.35;margin-top:8pt}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.part caption{position:static;width:auto;height:auto;clip-path:none;text-align:left;font-weight:600;padding-bottom:3pt;break-after:avoid}
th,td{text-align:left;vertical-align:top;padding:2.5pt 6pt;font-weight:400;border-bottom:.5pt solid #8a8a8a}
thead th{vertical-align:bottom;font-weight:600;border-bottom:1pt solid #000}
.figure{text-align:right;font-variant-numeric:tabular-nums lining-nums}
td.figure{white-space:nowrap}
td{white-space:pre-wrap}
th,td{overflow-wrap:break-word}
.long{overflow-wrap:anywhere;min-width:10.5em}
.total :is(th,td){font-weight:700;border-top:.75pt solid #000}
tr{break-inside:avoid}
@page{size:Letter landscape;margin:.6in .5in;@bottom-right{content:"Page " counter(page) " of " counter(pages);font-size:8pt}}
@media print{body{max-width:none;padding:0}nav{display:none}.wide{overflow:visible}table{font-size:8pt}th,td{padding:2pt 4pt}}
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

// ---- A table in parts: a line has room for so many letters, and what is beyond the edge of the paper is lost ----

constexpr std::size_t letters_of_line = 160;
constexpr std::size_t letters_between = 2;
constexpr std::size_t longest_whole_word = 14;  // a longer one, as an id, may be broken
constexpr std::size_t letters_of_broken = 19;   // the least that it is given: half an id

bool is_figure(const Column& column) {
  return column.kind != CellKind::text && column.kind != CellKind::yes_no;
}

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  std::size_t letters = 0;
  for (const char c : text) {
    letters = c == ' ' || c == '\n' ? 0 : letters + 1;
    longest = std::max(longest, letters);
  }
  return longest;
}

bool is_broken(const Column& column, std::string_view words) {
  return !is_figure(column) && longest_word(words) > longest_whole_word;
}

std::size_t letters_of(const Table& table, std::size_t at) {
  const Column& column = table.columns[at];
  std::size_t letters = longest_word(column.heading);
  for (const Row& row : table.rows) {
    const std::string words = to_display(row.cells[at]);
    letters = std::max(letters, is_figure(column)          ? words.size()
                                : is_broken(column, words) ? letters_of_broken
                                                           : longest_word(words));
  }
  return letters + letters_between;
}

// The columns of each part; the first ones, which say whose row it is, are in every part.
std::vector<std::vector<std::size_t>> parts_within(const Table& table, const std::vector<std::size_t>& letters,
                                                   std::size_t room) {
  std::vector<std::size_t> heads;
  std::size_t letters_of_heads = 0;
  for (std::size_t i = 0; i < table.heads; ++i) {
    heads.push_back(i);
    letters_of_heads += letters[i];
  }
  std::vector<std::vector<std::size_t>> parts = {heads};
  std::size_t taken = letters_of_heads;
  for (std::size_t i = table.heads; i < letters.size(); ++i) {
    if (taken + letters[i] > room && parts.back().size() > table.heads) {
      parts.push_back(heads);
      taken = letters_of_heads;
    }
    parts.back().push_back(i);
    taken += letters[i];
  }
  return parts;
}

// As few as there is room for, and those about equally wide.
std::vector<std::vector<std::size_t>> parts_of(const Table& table) {
  std::vector<std::size_t> letters;
  for (std::size_t i = 0; i < table.columns.size(); ++i) letters.push_back(letters_of(table, i));
  std::vector<std::vector<std::size_t>> parts = parts_within(table, letters, letters_of_line);
  if (parts.size() == 1) return parts;
  for (std::size_t room = letters_of_line - 1; room > 0; --room) {
    std::vector<std::vector<std::size_t>> narrower = parts_within(table, letters, room);
    if (narrower.size() > parts.size()) break;
    parts = std::move(narrower);
  }
  return parts;
}

std::string_view class_of(const Column& column, std::string_view words) {
  return is_figure(column) ? " class=\"figure\"" : is_broken(column, words) ? " class=\"long\"" : "";
}

void append_cell(std::string& html, const Table& table, const Row& row, std::size_t at) {
  const std::string words = to_display(row.cells[at]);
  // A text that people typed stays in its own direction.
  const bool is_text = row.cells[at].as_text() != nullptr;
  const std::string_view element = at == 0 ? "th" : "td";
  append(html, "<", element, at == 0 ? " scope=\"row\"" : "", class_of(table.columns[at], words), ">",
         is_text ? "<bdi>" : "", inert(words), is_text ? "</bdi>" : "", "</", element, ">");
}

void append_part(std::string& html, const Table& table, const std::vector<std::size_t>& columns, std::string_view id,
                 std::string_view caption, bool is_whole) {
  append(html, "<div class=\"wide", is_whole ? "" : " part", "\" role=\"group\" tabindex=\"0\" aria-labelledby=\"", id,
         "\"><table><caption id=\"", id, "\">", caption, "</caption>\n<thead><tr>");
  for (const std::size_t i : columns) {
    const Column& column = table.columns[i];
    append(html, "<th scope=\"col\"", is_figure(column) ? " class=\"figure\"" : "", ">", inert(column.heading),
           "</th>");
  }
  html += "</tr></thead>\n<tbody>\n";
  for (const Row& row : table.rows) {
    html += row.is_total ? "<tr class=\"total\">" : "<tr>";
    for (const std::size_t i : columns) append_cell(html, table, row, i);
    html += "</tr>\n";
  }
  html += "</tbody></table></div>\n";
}

void append_section(std::string& html, const Report& report, const Table& table) {
  const std::string title = inert(to_display(report, table.title));
  append(html, "<section aria-labelledby=\"", table.id, "\">\n<h2 id=\"", table.id, "\">", title, "</h2>\n");
  const std::string picture = picture_of(report, table);
  if (picture.empty()) append(html, "<p>", inert(to_display(report, table.shows)), "</p>\n");
  append(html, picture, "<p class=\"paragraph\">", words::see, inert(table.paragraph), "</p>\n");
  if (table.rows.empty()) {
    append(html, "<p>", words::no_rows, "</p>\n</section>\n");
    return;
  }
  const std::vector<std::vector<std::size_t>> parts = parts_of(table);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_whole = parts.size() == 1;
    const std::string caption = is_whole ? title : concat(title, words::part, i + 1, words::part_of, parts.size());
    append_part(html, table, parts[i], concat(table.id, "_caption", i == 0 ? "" : concat(i + 1)), caption, is_whole);
  }
  html += "</section>\n";
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
