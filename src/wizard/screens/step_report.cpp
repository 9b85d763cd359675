// "Report on many packets": what it is made of, the day and the year, and the report itself, every table of it.
//
// Covers HRM 6040.2 ¶13. Does not make the report (report/make_report.h), and decides nothing.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "form/field.h"
#include "view/build.h"
#include "view/wording.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/step_views.h"
#include "wizard/state/shown_report.h"

namespace ftt {
namespace {

// ---- What it is made of ----

void add_packets(Node& main, const ReportOnMany& many) {
  main.children.push_back(build::heading("report.packets", 2, "Packets"));
  main.children.push_back(build::text(
      "report.local", "The files are read on this computer. None of this is sent anywhere, and nothing of it is kept.",
      Tone::small));
  if (many.files > 0) {
    main.children.push_back(build::text("report.chosen", concat(number_of(many.files, "file", "files"), " chosen.")));
  }
  Node ways = build::group("report.ways", "Choose packets", Arrange::toolbar);
  ways.children = {
      act_button(action("report.folder"), "Choose a folder", many.files == 0 ? Tone::primary : Tone::secondary),
      act_button(action("report.files"), "Choose files")};
  if (many.files > 0) {
    ways.children.push_back(act_button_about(action("report.without:*"), "files", "Start over with no files"));
  }
  main.children.push_back(std::move(ways));
  main.children.push_back(build::text("report.drop",
                                      "Choose as often as you need: saved packets, saved pages, files with a packet on "
                                      "each line, and reports that others saved for merging. You can also drop them on "
                                      "this page.",
                                      Tone::muted));
}

Node typed_field(const SessionData& data, std::string_view id, InputType input, std::string_view label,
                 std::string_view otherwise, const Error* error) {
  const bool is_typing = data.draft && data.draft->id == id;
  const auto typed = data.report.texts.find(id);
  const std::string_view kept = typed == data.report.texts.end() ? std::string_view() : std::string_view(typed->second);
  Node node = build::field(std::string(id), input, std::string(label),
                           is_typing            ? std::string_view(data.draft->text)
                           : trim(kept).empty() ? otherwise
                                                : kept);
  if (!is_typing && error != nullptr && data.left.contains(id)) node.problem = with_capital(error->message);
  return node;
}

void add_day(Node& main, const SessionData& data) {
  const ReportOnMany& many = data.report;
  main.children.push_back(build::heading("report.when", 2, "Day and fiscal year"));
  const Result<Date> day = report_day(many, data.today);
  const Result<FiscalYear> year = report_year(many, data.today);
  const std::string day_of_today = to_numeric(data.today);
  Node row = build::group("report.when.row", {}, Arrange::row);
  row.children.push_back(typed_field(data, report_day_field, InputType::date, "Day of the report", day_of_today,
                                     day ? nullptr : &day.error()));
  if (day) row.children.back().understood = to_display(*day);
  const std::string year_of_day = year ? concat(year->year()) : std::string();
  // A year is wrong by itself, or unknown because the day is.
  const bool is_wrong = !year && year.error().where == report_year_field;
  row.children.push_back(typed_field(data, report_year_field, InputType::count, "Fiscal year", year_of_day,
                                     is_wrong ? &year.error() : nullptr));
  if (year) {
    row.children.back().understood = concat("October ", year->year() - 1, " through September ", year->year());
  }
  main.children.push_back(std::move(row));
}

void add_sheets(Node& main, const SessionData& data) {
  const ReportOnMany& many = data.report;
  Node fold = build::disclosure("report.sheets", "Spreadsheets, and the last report",
                                is_open(data, "report.sheets", !many.sheets.empty()));
  if (!fold.flags.expanded) {
    main.children.push_back(std::move(fold));
    return;
  }
  fold.children.push_back(build::text("report.sheets.why",
                                      "Packets do not know what was spent, how many people there are, or who charges "
                                      "which time code. Save an empty sheet, "
                                      "fill it in, and choose it here. What is unknown stays unknown.",
                                      Tone::muted));
  for (const ReportSheet& sheet : report_sheets()) {
    const auto file = many.sheets.find(sheet.name);
    const bool is_chosen = file != many.sheets.end();
    Node field = build::field(std::string(sheet.field), InputType::file, std::string(sheet.label),
                              is_chosen ? std::string_view(file->second) : std::string_view());
    field.hint = sheet.hint;
    fold.children.push_back(std::move(field));
    Node tools = build::group(concat("report.tools:", sheet.name), std::string(sheet.label), Arrange::toolbar);
    if (is_chosen) {
      tools.children.push_back(
          act_button_about(action("report.without:*"), sheet.name, concat("Leave out: ", sheet.label)));
    }
    if (sheet.has_template) {
      const bool is_filled = sheet.name == "actuals" && many.files > 0;
      tools.children.push_back(act_button_about(
          action("report.template:*"), sheet.name,
          concat(is_filled ? "Save a sheet with a row for each person: " : "Save an empty sheet: ", sheet.label)));
    }
    if (!tools.children.empty()) fold.children.push_back(std::move(tools));
  }
  main.children.push_back(std::move(fold));
}

void add_making(Node& main, const ReportOnMany& many) {
  main.children.push_back(
      build::choice("report.edition", "Who is the report for?", many.edition,
                    {{"ohrm", "For OHRM", "With names and cases"},
                     {"circulation", "For circulation", "Without names and cases, and small counts are hidden"}}));
  if (many.is_busy()) {
    main.children.push_back(build::text("report.progress", words_on_report(many)));
    main.children.push_back(act_button(action("report.cancel"), "Cancel"));
    return;
  }
  main.children.push_back(
      act_button(action("report.make"), many.made ? "Make the report again" : "Make the report",
                 many.files > 0 && (!many.made || many.is_outdated) ? Tone::primary : Tone::secondary));
  if (many.making == ReportMaking::failed) {
    main.children.push_back(build::finding("report.failed", Tone::error, many.failure));
  } else if (many.making == ReportMaking::canceled) {
    main.children.push_back(build::text("report.progress", words_on_report(many)));
  }
}

// ---- The report ----

void add_ways_to_save(Node& main) {
  Node tools = build::group("report.save", "Save the report", Arrange::toolbar);
  const auto offer = [&](std::string_view format, std::string label) {
    tools.children.push_back(act_button_about(action("report.save:*"), format, std::move(label)));
  };
  offer("html", "Save as a page (HTML)");
  offer("xlsx", "Save as a workbook (XLSX)");
  offer("csv", "Save as tables (CSV)");
  offer("json", "Save as data (JSON)");
  offer("partial", "Save for merging");
  main.children.push_back(std::move(tools));
  main.children.push_back(build::text("report.save.partial",
                                      "“Save for merging” has names and cases in it. The Telework Managing Officer "
                                      "puts several of them into one report, "
                                      "and next time it is the last report.",
                                      Tone::small));
}

std::string caption_of(const ShownTable& table) {
  if (table.total <= report_page) return table.title;
  return concat(table.title, ": rows ", with_thousands_commas(static_cast<long long>(table.first + 1)), " to ",
                with_thousands_commas(static_cast<long long>(table.first + table.rows.size())), " of ",
                with_thousands_commas(static_cast<long long>(table.total)));
}

// More columns have no room side by side: a broad table comes in parts, each with the columns that say whose row it is.
std::vector<std::vector<std::size_t>> parts_of(const ShownTable& table) {
  constexpr std::size_t most_columns = 7;
  const std::size_t count = table.columns.size();
  const std::size_t heads = count <= most_columns ? 0 : table.columns[1].is_figure ? 1 : 2;
  const std::size_t others = count - heads;
  const std::size_t parts = std::max<std::size_t>(1, (others + most_columns - heads - 1) / (most_columns - heads));
  const std::size_t of_a_part = (others + parts - 1) / parts;
  std::vector<std::vector<std::size_t>> columns(parts);
  for (std::size_t part = 0; part < parts; ++part) {
    for (std::size_t i = 0; i < heads; ++i) columns[part].push_back(i);
    const std::size_t end = std::min(count, heads + (part + 1) * of_a_part);
    for (std::size_t i = heads + part * of_a_part; i < end; ++i) columns[part].push_back(i);
  }
  return columns;
}

void add_parts(Node& parent, const ShownTable& table) {
  const std::vector<std::vector<std::size_t>> parts = parts_of(table);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    std::vector<TableColumn> columns;
    for (const std::size_t i : parts[part]) {
      columns.push_back({table.columns[i].label, table.columns[i].is_figure ? Align::end : Align::start});
    }
    const std::string number = part == 0 ? std::string() : concat(":", part + 1);
    const std::string of_them =
        parts.size() == 1 ? std::string() : concat(", part ", part + 1, " of ", parts.size(), " of its columns");
    Node node =
        build::table(concat("report.table:", table.id, number), caption_of(table) + of_them, std::move(columns));
    for (const ShownRow& row : table.rows) {
      TableRow& shown = node.rows.emplace_back();
      shown.id = row.id;
      shown.strong = row.is_total;
      for (const std::size_t i : parts[part]) shown.cells.push_back(row.cells[i]);
    }
    parent.children.push_back(std::move(node));
  }
}

void add_picture_of(Node& parent, const ShownTable& table) {
  if (table.bars.empty()) return;
  Node chart;
  chart.id = "report.chart:" + table.id;
  chart.kind = NodeKind::chart;
  chart.label = concat("Picture of the table below: ", table.title);
  for (const ShownBar& bar : table.bars) chart.bars.push_back({bar.label, bar.text, 0, bar.length});
  parent.children.push_back(std::move(chart));
}

void add_pages(Node& parent, const ShownTable& table) {
  if (table.total <= report_page) return;
  Node pages = build::group("report.pages:" + table.id, concat("More rows: ", table.title), Arrange::toolbar);
  if (table.first > 0) {
    pages.children.push_back(act_button_about(action("report.previous:*"), table.id, "Earlier rows"));
  }
  if (table.first + report_page < table.total) {
    pages.children.push_back(act_button_about(action("report.next:*"), table.id, "Further rows"));
  }
  parent.children.push_back(std::move(pages));
}

// Each table is behind its title, the first one open: nobody reads twenty of them at a time.
void add_table(Node& main, const SessionData& data, const ShownTable& table, bool is_first) {
  const std::string id = "report.shown:" + table.id;
  Node fold = build::disclosure(id, table.title, is_open(data, id, is_first));
  if (fold.flags.expanded) {
    fold.children.push_back(build::text("report.shows:" + table.id, concat(table.shows, " (", table.paragraph, ")")));
    add_picture_of(fold, table);
    if (table.rows.empty()) {
      fold.children.push_back(build::text("report.none:" + table.id, "There is nothing to show."));
    } else {
      add_parts(fold, table);
    }
    add_pages(fold, table);
  }
  main.children.push_back(std::move(fold));
}

void add_notes(Node& main, const SessionData& data, const ShownReport& report) {
  Node fold = build::disclosure("report.notes", "Notes", is_open(data, "report.notes"));
  if (fold.flags.expanded) {
    Node table = build::table("report.notes.table", "Notes", {{"Note"}, {"Text"}});
    for (const ShownNote& note : report.notes) table.rows.push_back({{}, {note.label, note.text}, false});
    fold.children.push_back(std::move(table));
  }
  main.children.push_back(std::move(fold));
}

void add_report_made(Node& main, const SessionData& data, const ShownReport& report) {
  const ReportOnMany& many = data.report;
  main.children.push_back(build::heading("report.title", 2, report.title));
  if (many.making == ReportMaking::done) main.children.push_back(build::text("report.done", words_on_report(many)));
  if (many.is_outdated) {
    main.children.push_back(build::finding("report.outdated", Tone::warning,
                                           "Something has changed since this report was made. Make it again."));
  }
  if (!many.problems.empty()) {
    Node problems =
        build::finding("report.problems", Tone::warning,
                       "Some lines of the spreadsheets do not count. Correct them and choose the file again.");
    constexpr std::size_t most_shown = 10;
    for (std::size_t i = 0; i < std::min(most_shown, many.problems.size()); ++i) {
      problems.children.push_back(build::text(concat("report.problems:", i), many.problems[i]));
    }
    if (many.problems.size() > most_shown) {
      problems.children.push_back(build::text(
          "report.problems.more",
          concat("And ", number_of(many.problems.size() - most_shown, "more is", "more are"), " in table R0.")));
    }
    main.children.push_back(std::move(problems));
  }
  if (!report.legend.empty()) main.children.push_back(build::text("report.legend", report.legend));
  add_ways_to_save(main);
  bool is_first = true;
  for (const ShownTable& table : report.tables) {
    add_table(main, data, table, is_first);
    is_first = false;
  }
  add_notes(main, data, report);
}

}  // namespace

std::string words_on_report(const ReportOnMany& many) {
  switch (many.making) {
    case ReportMaking::none:
      return {};
    case ReportMaking::chosen:
      return concat(number_of(many.files, "file", "files"), " chosen.");
    case ReportMaking::reading:
      return concat("Reading: ", with_thousands_commas(static_cast<long long>(many.read)), " of ",
                    number_of(many.total, "file", "files"), " (", many.percent, "%).");
    case ReportMaking::making:
      return "Making the report …";
    case ReportMaking::canceled:
      return "Canceled.";
    case ReportMaking::failed:
      return many.failure;
    case ReportMaking::done:
      break;
  }
  return concat("The report is ready: ", number_of(many.made->tables.size(), "table", "tables"), ".");
}

void add_report(Node& main, const SessionData& data) {
  add_packets(main, data.report);
  add_day(main, data);
  add_sheets(main, data);
  add_making(main, data.report);
  if (data.report.made && !data.report.is_busy()) add_report_made(main, data, *data.report.made);
}

}  // namespace ftt
