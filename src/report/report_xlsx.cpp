// A report as a workbook (ECMA-376, Office Open XML): the parts as XML, stored in a ZIP archive.
//
// A figure that a spreadsheet would not hold exactly (it keeps 15 digits, and no date before March 1900) stands as a
// text.
#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "report/markup.h"
#include "report/report_file.h"
#include "report/report_notes.h"
#include "report/words.h"
#include "report/zip.h"

namespace ftt::report {
namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package = "http://schemas.openxmlformats.org/package/2006";
constexpr std::string_view media = "application/vnd.openxmlformats-officedocument.spreadsheetml";

// ---- Formats ----

// Their places in the list of cell formats below. Those of a kind of cell come in the order of CellKind.
constexpr int header_format = 1;
constexpr int first_kind_format = 2;
constexpr int words_format = 8;        // unknown, n/a and [c] among figures
constexpr int formats_of_a_total = 7;  // as many, in bold
constexpr int figures_header_format = 16;

constexpr std::string_view text_format = "49";
constexpr std::string_view formats[] = {text_format, "3", "164", "10", "165", text_format, text_format};

std::string header_xf(std::string_view side) {
  return concat(
      "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" "
      "applyBorder=\"1\" applyAlignment=\"1\"><alignment horizontal=\"",
      side, "\" vertical=\"bottom\" wrapText=\"1\"/></xf>");
}

std::string styles() {
  std::string xml = concat(
      head, "<styleSheet xmlns=\"", main_namespace,
      "\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"&quot;$&quot;#,##0.00;\\-&quot;$&quot;#,##0.00\"/>"
      "<numFmt numFmtId=\"165\" formatCode=\"m/d/yyyy\"/></numFmts>"
      "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
      "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
      "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
      "patternType=\"gray125\"/></fill>"
      "</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
      "<border><left/><right/><top/><bottom style=\"thin\"><color auto=\"1\"/></bottom><diagonal/></border></borders>"
      "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
      "<cellXfs count=\"17\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>",
      header_xf("left"));
  for (const char font : {'0', '1'}) {
    for (std::size_t i = 0; i < std::size(formats); ++i) {
      const std::string_view alignment = formats[i] == text_format && i != words_format - first_kind_format
                                             ? "vertical=\"top\" wrapText=\"1\""
                                             : "vertical=\"top\" horizontal=\"right\"";
      append(xml, "<xf numFmtId=\"", formats[i], "\" fontId=\"", font,
             "\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" "
             "applyAlignment=\"1\"><alignment ",
             alignment, "/></xf>");
    }
  }
  return xml + header_xf("right") +
         "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
         "builtinId=\"0\"/></cellStyles></styleSheet>";
}

// ---- Cells ----

// A text as a cell can hold it: at most 32,767 units of UTF-16.
std::string shortened(const std::string& text) {
  constexpr std::size_t most_units = 32'767;
  std::size_t units = 0;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(std::string_view(text).substr(at));
    units += length == 4 ? 2 : 1;
    if (units > most_units) return concat(std::string_view(text).substr(0, kept), words::cut);
    at += length;
    if (units + count_code_points(words::cut) <= most_units) kept = at;
  }
  return text;
}

// In a cell "_x0041_" stands for "A"; the underscore of a text that looks like that is written so itself.
std::string without_escapes(std::string text) {
  const auto is_hex = [](char c) { return is_digit(c) || (to_ascii_lower(c) >= 'a' && to_ascii_lower(c) <= 'f'); };
  constexpr std::size_t size = 7;
  for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    const std::string_view one = std::string_view(text).substr(at, size);
    if (one.size() < size || one.back() != '_' || !std::all_of(one.begin() + 2, one.end() - 1, is_hex)) continue;
    text.replace(at, 1, "_x005F_");
    at += size - 1;
  }
  return text;
}

// A, B, … Z, AA, …
std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

constexpr Wide exact_limit = 1'000'000'000'000'000;  // 15 digits

// The figure as the number that the cell holds; empty where it must be a text.
std::string workbook_number(const Cell& cell) {
  const auto is_exact = [](Wide value) { return value > -exact_limit && value < exact_limit; };
  if (const std::int64_t* count = cell.as_count()) return is_exact(*count) ? to_plain(cell) : "";
  if (const Amount* amount = cell.as_money()) return is_exact(amount->cents()) ? to_plain(cell) : "";
  if (const Percent* percent = cell.as_percent()) {
    // A percentage of two places is a fraction of four: written as cents of cents.
    const bool is_negative = percent->units() < 0;
    std::string digits = concat(is_negative ? -percent->units() : percent->units());
    if (digits.size() < 5) digits.insert(0, 5 - digits.size(), '0');
    digits.insert(digits.size() - 4, ".");
    return is_exact(percent->units()) ? (is_negative ? "-" : "") + digits : "";
  }
  if (const Date* date = cell.as_date()) {
    constexpr Date day_before_the_first = calendar_date(1899, 12, 30);
    return *date < calendar_date(1900, 3, 1) ? "" : concat((*date - day_before_the_first).count());
  }
  return "";
}

// How many lines the text takes in a column of that many letters. A word is broken where it is longer than the column.
std::size_t lines_of(std::string_view text, std::size_t width) {
  std::size_t lines = 1;
  std::size_t taken = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::size_t letters = count_code_points(text.substr(at, end - at));
    const std::size_t before = taken == 0 ? 0 : taken + 1;
    if (before + letters > width && taken > 0) {
      lines += 1;
      taken = 0;
    } else {
      taken = before;
    }
    lines += letters == 0 ? 0 : (letters - 1) / width;
    taken += letters == 0 ? 0 : (letters - 1) % width + 1;
    if (end < text.size() && text[end] == '\n') {
      lines += 1;
      taken = 0;
    }
    at = end + 1;
  }
  return lines;
}

class SheetWriter {
 public:
  // Takes: of each column how many letters it is wide.
  explicit SheetWriter(std::vector<std::size_t> widths) : widths_(std::move(widths)) {}

  void text(std::string_view words, int format) {
    // A letter less: bold ones are wider.
    lines_ = std::max(lines_, lines_of(words, widths_[column_] - 1));
    append(cells_, "<c r=\"", column_letters(column_++), row_, "\" s=\"", format,
           "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", html_escape(without_escapes(shortened(clean(words)))),
           "</t></is></c>");
  }
  void number(std::string_view value, int format) {
    append(cells_, "<c r=\"", column_letters(column_++), row_, "\" s=\"", format, "\"><v>", value, "</v></c>");
  }
  void begin_row() {
    row_ += 1;
    column_ = 0;
    lines_ = 1;
    cells_.clear();
  }
  // Not every program finds the height by itself, and then one line lies on the next.
  void end_row() {
    append(rows_, "<row r=\"", row_, "\"");
    if (lines_ > 1) append(rows_, " ht=\"", std::min(lines_, most_lines) * line_height, "\" customHeight=\"1\"");
    append(rows_, ">", cells_, "</row>");
  }

  std::string finish() const {
    const std::string all = concat("A1:", column_letters(widths_.size() - 1), row_);
    std::string xml = concat(head, "<worksheet xmlns=\"", main_namespace,
                             "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"", all,
                             "\"/><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
                             "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                             "<sheetFormatPr defaultRowHeight=\"",
                             line_height, "\"/><cols>");
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      append(xml, "<col min=\"", i + 1, "\" max=\"", i + 1, "\" width=\"", widths_[i], "\" customWidth=\"1\"/>");
    }
    append(xml, "</cols><sheetData>", rows_,
           "</sheetData><pageMargins left=\"0.5\" right=\"0.5\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" "
           "footer=\"0.3\"/>"
           "<pageSetup paperSize=\"1\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
           "<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>"
           "<ignoredErrors><ignoredError sqref=\"",
           all, "\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>");
    return xml;
  }

 private:
  static constexpr std::size_t line_height = 15;  // points
  static constexpr std::size_t most_lines = 27;   // a row is at most 409 points high

  std::vector<std::size_t> widths_;
  std::string rows_;
  std::string cells_;  // of the row
  std::size_t lines_ = 1;
  std::size_t row_ = 0;
  std::size_t column_ = 0;
};

void add_cell(SheetWriter& sheet, const Cell& cell, CellKind kind, bool is_total) {
  const int bold = is_total ? formats_of_a_total : 0;
  const int of_kind = first_kind_format + static_cast<int>(kind) + bold;
  const std::string number = workbook_number(cell);
  if (!number.empty()) return sheet.number(number, of_kind);
  const bool is_word_among_words = kind == CellKind::text || kind == CellKind::yes_no;
  sheet.text(to_plain(cell), is_word_among_words ? of_kind : words_format + bold);
}

// As wide as what is in it, within reason.
std::vector<std::size_t> widths_of(const Table& table) {
  constexpr std::size_t figures_width = 16;
  constexpr std::size_t least = 12;
  constexpr std::size_t most = 48;
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    std::size_t letters = least;
    for (const Row& row : table.rows) {
      if (const std::string* text = row.cells[c].as_text()) letters = std::max(letters, count_code_points(*text) + 2);
    }
    widths.push_back(table.columns[c].kind == CellKind::text ? std::min(letters, most) : figures_width);
  }
  return widths;
}

std::string sheet_of(const Table& table, std::size_t first_row, std::size_t end_row) {
  SheetWriter sheet(widths_of(table));
  sheet.begin_row();
  for (const Column& column : table.columns) {
    const bool is_text = column.kind == CellKind::text || column.kind == CellKind::yes_no;
    sheet.text(column.heading, is_text ? header_format : figures_header_format);
  }
  sheet.end_row();
  for (std::size_t i = first_row; i < end_row; ++i) {
    sheet.begin_row();
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      add_cell(sheet, table.rows[i].cells[c], table.columns[c].kind, table.rows[i].is_total);
    }
    sheet.end_row();
  }
  return sheet.finish();
}

std::string sheet_of_notes(const Report& report) {
  SheetWriter sheet({44, 100});
  sheet.begin_row();
  sheet.text(words::note, header_format);
  sheet.text(words::text, header_format);
  sheet.end_row();
  for (const Note& note : notes_of(report)) {
    sheet.begin_row();
    sheet.text(note.label, first_kind_format);
    sheet.text(note.text, first_kind_format);
    sheet.end_row();
  }
  return sheet.finish();
}

// ---- The parts around the sheets ----

struct NamedSheet {
  std::string name;
  std::string xml;
};

std::string part_name(std::size_t sheet) {
  return concat("worksheets/sheet", sheet + 1, ".xml");
}

std::string content_types(std::size_t sheets) {
  std::string xml = concat(
      head, "<Types xmlns=\"", package, "/content-types\">",
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      "<Override PartName=\"/docProps/core.xml\" "
      "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
      "<Override PartName=\"/xl/workbook.xml\" ContentType=\"",
      media, ".sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"", media, ".styles+xml\"/>");
  for (std::size_t i = 0; i < sheets; ++i) {
    append(xml, "<Override PartName=\"/xl/", part_name(i), "\" ContentType=\"", media, ".worksheet+xml\"/>");
  }
  return xml + "</Types>";
}

std::string relation(std::size_t number, std::string_view type, std::string_view target) {
  return concat("<Relationship Id=\"rId", number, "\" Type=\"", type, "\" Target=\"", target, "\"/>");
}

std::string relations(std::string_view of) {
  return concat(head, "<Relationships xmlns=\"", package, "/relationships\">", of, "</Relationships>");
}

std::string workbook(const std::vector<NamedSheet>& sheets) {
  std::string xml = concat(head, "<workbook xmlns=\"", main_namespace, "\" xmlns:r=\"", office, "\"><sheets>");
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    append(xml, "<sheet name=\"", inert(sheets[i].name), "\" sheetId=\"", i + 1, "\" r:id=\"rId", i + 1, "\"/>");
  }
  xml += "</sheets><definedNames>";
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    append(xml, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"", i, "\">'", inert(sheets[i].name),
           "'!$1:$1</definedName>");
  }
  return xml + "</definedNames></workbook>";
}

std::string relations_of_workbook(std::size_t sheets) {
  std::string all;
  for (std::size_t i = 0; i < sheets; ++i) all += relation(i + 1, concat(office, "/worksheet"), part_name(i));
  return relations(all + relation(sheets + 1, concat(office, "/styles"), "styles.xml"));
}

std::string core_properties(const Report& report) {
  return concat(head, "<cp:coreProperties xmlns:cp=\"", package,
                "/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>",
                inert(report.title), "</dc:title></cp:coreProperties>");
}

}  // namespace

Result<std::string> report_xlsx(const Report& report, std::size_t rows_of_a_sheet) {
  constexpr std::size_t room_for_the_rest = 1 << 20;
  std::vector<NamedSheet> sheets = {{std::string(words::notes), sheet_of_notes(report)}};
  std::size_t size = sheets.front().xml.size();
  for (const Table& table : report.tables) {
    for (std::size_t first = 0; first == 0 || first < table.rows.size(); first += rows_of_a_sheet) {
      const std::size_t end = std::min(table.rows.size(), first + rows_of_a_sheet);
      const std::string name = first == 0 ? table.id : concat(table.id, "_", first / rows_of_a_sheet + 1);
      sheets.push_back({name, sheet_of(table, first, end)});
      size += sheets.back().xml.size();
      if (size > Zip::most_bytes - room_for_the_rest) {
        return Error{ErrorCode::limit_exceeded, table.id,
                     "The report is too large for one workbook; save it as CSV, which has a file for each table."};
      }
    }
  }
  Zip zip;
  zip.add("[Content_Types].xml", content_types(sheets.size()));
  zip.add("_rels/.rels",
          relations(relation(1, concat(office, "/officeDocument"), "xl/workbook.xml") +
                    relation(2, concat(package, "/relationships/metadata/core-properties"), "docProps/core.xml")));
  zip.add("docProps/core.xml", core_properties(report));
  zip.add("xl/workbook.xml", workbook(sheets));
  zip.add("xl/_rels/workbook.xml.rels", relations_of_workbook(sheets.size()));
  zip.add("xl/styles.xml", styles());
  for (std::size_t i = 0; i < sheets.size(); ++i) zip.add(concat("xl/", part_name(i)), sheets[i].xml);
  return zip.finish();
}

}  // namespace ftt::report
