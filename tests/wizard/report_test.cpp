// "Report on many packets": what is chosen and typed for it, progress and cancel, its tables R0 to R9 with their pages
// and pictures, both editions, and the files that it is saved as (¶13).
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "long_text.h"
#include "person.h"
#include "wizard/state/shown_report.h"

using namespace ftt;
using namespace ftt::test;

namespace {

std::vector<Effect> tell(Person& person, const std::string& json) {
  Result<std::vector<Effect>> effects = person.session.tell_report(json);
  REQUIRE_MESSAGE(effects.has_value(), (effects ? std::string() : to_string(effects.error())));
  person.read();
  return *std::move(effects);
}

std::string rows_from(std::size_t first, std::size_t count) {
  std::string rows = concat("\"first\":", first, ",\"rows\":[");
  for (std::size_t i = first; i < first + count; ++i) {
    append(rows, i == first ? "" : ",", R"({"id":"p)", i, R"(","is_total":false,"cells":["Person )", i,
           R"(","$1.00"]})");
  }
  return rows + "]";
}

// A report of two tables: a short one with a picture, and one of 60 rows.
std::string made(std::string_view edition = "ohrm", std::string_view problems = "[]") {
  return concat(
      R"({"state":"done","made":{"problems":)", problems,
      R"(,"report":{"title":"Full-time telework, fiscal year 2027",)", R"("edition":")", edition, R"(","legend":")",
      edition == "ohrm" ? "" : "[c] means that a figure is not shown.",
      R"(","notes":[{"label":"Made for","text":"2026-11-21"}],"tables":[)",
      R"({"id":"R0","title":"R0. What was counted","shows":"Each once.","paragraph":"OPM FAQ","columns":[)",
      R"({"label":"What","is_figure":false},{"label":"Number","is_figure":true}],)",
      R"("bars":[{"label":"Read: Number","text":"3","length":3}],"of":2,"first":0,"rows":[)",
      R"({"id":"read","is_total":false,"cells":["Read","3"]},)",
      R"({"id":"total","is_total":true,"cells":["Total","[c]"]}]},)",
      R"({"id":"R4_people","title":"R4. Travel of each teleworker","shows":"Used.","paragraph":"¶13b","columns":[)",
      R"({"label":"Name","is_figure":false},{"label":"Used","is_figure":true}],"bars":[],"of":60,)", rows_from(0, 25),
      "}]}}}");
}

constexpr std::string_view chosen = R"({"state":"chosen","files":480,"sheets":{"actuals":"spent.csv"}})";

struct PersonWithReport : Person {
  PersonWithReport() {
    tell(*this, std::string(chosen));
    tell(*this, made());
  }
};

}  // namespace

TEST_SUITE("wizard: the report on many packets") {
  TEST_CASE("Start, the list of steps, the inbox and an address lead to it; it asks for files or a folder") {
    Person person;
    person.press("start.report");
    CHECK(person.screen.target == "step:report");
    CHECK(person.press("report.files").at(0).kind == EffectKind::report_files);
    CHECK(person.press("report.folder").at(0).kind == EffectKind::report_folder);
    CHECK(!person.has("report.title"));
    person.go_to("inbox");
    person.press("inbox.report");
    CHECK(person.screen.target == "step:report");
    person.session.visit("step:report");
    REQUIRE(person.session.go_to("report").has_value());
  }

  TEST_CASE(
      "without packets it says what to do first; with them it asks for the report of the day and its fiscal year") {
    Person person;
    person.go_to("report");
    CHECK(said(person.press("report.make")) == "Choose packets first.");
    CHECK(person.node("report.failed").label == "Choose packets first.");
    CHECK(said(tell(person, std::string(chosen))) == "480 files chosen.");
    CHECK(!person.has("report.failed"));
    const Effect asked = person.press("report.make").at(0);
    CHECK(asked.kind == EffectKind::report_make);
    CHECK(asked.content == R"({"today":"2026-11-21","fiscalYear":"2027","edition":"ohrm","rows":25})");
  }

  TEST_CASE("the day and the fiscal year are typed as people write them; the year follows the day until it is typed") {
    Person person;
    tell(person, std::string(chosen));
    CHECK(person.node("report.today").value == "11/21/2026");
    CHECK(person.node("report.year").value == "2027");
    person.fill("report.today", "Sept 30, 2026");
    CHECK(person.node("report.today").understood == "Wednesday, September 30, 2026");
    CHECK(person.node("report.year").value == "2026");
    CHECK(person.node("report.year").understood == "October 2025 through September 2026");
    person.fill("report.year", "2025");
    CHECK(person.press("report.make").at(0).content ==
          R"({"today":"2026-09-30","fiscalYear":"2025","edition":"ohrm","rows":25})");
    person.fill("report.today", "");
    person.fill("report.year", "");
    CHECK(person.press("report.make").at(0).content ==
          R"({"today":"2026-11-21","fiscalYear":"2027","edition":"ohrm","rows":25})");
  }

  TEST_CASE("a day and a year that are none are both said") {
    Person person;
    tell(person, std::string(chosen));
    person.fill("report.year", "1..2");
    person.fill("report.today", "1..2");
    CHECK(!person.node("report.today").problem.empty());
    CHECK(person.node("report.year").problem.starts_with("Type a year from "));
    person.fill("report.year", "");
    CHECK(person.node("report.year").problem.empty());
  }

  TEST_CASE("a day that is none is said beside it, and the report is not asked for before it is corrected") {
    for (const auto& [field, text] : {std::pair{"report.today", "2/30/2027"}, std::pair{"report.year", "twenty"}}) {
      Person person;
      tell(person, std::string(chosen));
      person.fill(field, text);
      CHECK(!person.node(field).problem.empty());
      const std::vector<Effect> effects = person.press("report.make");
      REQUIRE(!effects.empty());
      CHECK(effects[0].kind == EffectKind::focus);
      CHECK(effects[0].id == field);
      person.fill(field, "");
      CHECK(person.node(field).problem.empty());
      CHECK(person.press("report.make").at(0).kind == EffectKind::report_make);
    }
  }

  TEST_CASE("while it is read and made one sees how far it is, can cancel, and is not brought back from elsewhere") {
    Person person;
    tell(person, std::string(chosen));
    CHECK(said(tell(person, R"({"state":"reading","of":480,"read":0,"percent":0})")) ==
          "Reading: 0 of 480 files (0%).");
    CHECK(said(tell(person, R"({"state":"reading","of":480,"read":120,"percent":31})")).empty());
    CHECK(person.node("report.progress").label == "Reading: 120 of 480 files (31%).");
    CHECK(person.press("report.cancel").at(0).kind == EffectKind::report_cancel);
    CHECK(!person.has("report.make"));
    person.go_to("travel");
    CHECK(said(tell(person, R"({"state":"making"})")) == "Making the report …");
    CHECK(said(tell(person, made())) == "The report is ready: 2 tables.");
    CHECK(person.screen.target == "step:travel");
    person.go_to("report");
    CHECK(person.has("report.title"));
    CHECK(said(tell(person, R"({"state":"reading","of":480,"read":0,"percent":0})")) ==
          "Reading: 0 of 480 files (0%).");
    CHECK(!person.has("report.title"));
    CHECK(said(tell(person, R"({"state":"canceled"})")) == "Canceled.");
    CHECK(person.has("report.make"));
    CHECK(!person.has("report.title"));
  }

  TEST_CASE("why there is no report stands beside the button, with the file that is at fault") {
    Person person;
    tell(person, std::string(chosen));
    const std::string why = "west.ndjson: line 3: The partial ends too early.";
    CHECK(said(tell(person, concat(R"({"state":"failed","message":")", why, "\"}"))) == why);
    CHECK(person.node("report.failed").label == why);
  }

  TEST_CASE("each table is behind its title, with what it shows, its paragraph, its picture and its total") {
    PersonWithReport person;
    CHECK(person.node("report.title").label == "Full-time telework, fiscal year 2027");
    CHECK(person.node("report.shown:R0").flags.expanded);
    CHECK(person.node("report.shows:R0").label == "Each once. (OPM FAQ)");
    CHECK(person.node("report.chart:R0").bars.at(0).to == 3);
    const Node& counted = person.node("report.table:R0");
    CHECK(counted.columns[1].align == Align::end);
    CHECK(counted.rows[1].strong);
    CHECK(counted.rows[1].cells[1] == "[c]");
    CHECK(!person.node("report.shown:R4_people").flags.expanded);
    person.press("report.shown:R4_people");
    CHECK(person.node("report.table:R4_people").label == "R4. Travel of each teleworker: rows 1 to 25 of 60");
    CHECK(!person.has("report.chart:R4_people"));
    person.press("report.notes");
    CHECK(person.node("report.notes.table").rows[0].cells[0] == "Made for");
  }

  TEST_CASE("a broad table comes in parts of its columns, each with those that say whose row it is") {
    std::string columns, cells;
    for (int i = 0; i < 14; ++i) {
      append(columns, i > 0 ? "," : "", R"({"label":"Column )", i, R"(","is_figure":)", i > 2 ? "true" : "false", "}");
      append(cells, i > 0 ? "," : "", "\"", i, "\"");
    }
    Person person;
    person.go_to("report");
    tell(person, concat(R"({"state":"done","made":{"report":{"title":"T","tables":[{"id":"R1_cases","title":"R1",)",
                        R"("columns":[)", columns, R"(],"of":1,"rows":[{"id":"a","cells":[)", cells, "]}]}]}}}"));
    CHECK(person.node("report.table:R1_cases").label == "R1, part 1 of 3 of its columns");
    std::set<std::string> seen;
    for (const char* part : {"", ":2", ":3"}) {
      const Node& table = person.node(concat("report.table:R1_cases", part));
      CHECK(table.columns.size() <= 7);
      CHECK(table.columns[1].label == "Column 1");
      REQUIRE(table.rows[0].cells.size() == table.columns.size());
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        CHECK(table.columns[i].label == "Column " + table.rows[0].cells[i]);
        seen.insert(table.columns[i].label);
      }
    }
    CHECK(seen.size() == 14);
    CHECK(!person.has("report.table:R1_cases:4"));
  }

  TEST_CASE("a long table is turned page by page; the button that is left has the focus") {
    PersonWithReport person;
    person.press("report.shown:R4_people");
    CHECK(!person.has("report.previous:R4_people"));
    const Effect next = person.press("report.next:R4_people").at(0);
    CHECK(next.kind == EffectKind::report_rows);
    CHECK(next.id == "R4_people");
    CHECK(next.content == "25");
    CHECK(tell(person, concat(R"({"state":"rows","rows":{"id":"R4_people",)", rows_from(25, 25), "}}")).empty());
    CHECK(person.node("report.table:R4_people").label == "R4. Travel of each teleworker: rows 26 to 50 of 60");
    CHECK(person.press("report.next:R4_people").at(0).content == "50");
    const std::vector<Effect> last =
        tell(person, concat(R"({"state":"rows","rows":{"id":"R4_people",)", rows_from(50, 10), "}}"));
    REQUIRE(last.size() == 1);
    CHECK(last[0].id == "report.previous:R4_people");
    CHECK(!person.has("report.next:R4_people"));
    CHECK(person.press("report.previous:R4_people").at(0).content == "25");
  }

  TEST_CASE("the edition for circulation is asked for at once where there is a report, and says what [c] means") {
    Person person;
    tell(person, std::string(chosen));
    CHECK(person.choose("report.edition", "circulation").empty());
    tell(person, made("circulation"));
    CHECK(contains(person.node("report.legend").label, "[c] means"));
    const std::vector<Effect> effects = person.choose("report.edition", "ohrm");
    REQUIRE(effects.size() == 1);
    CHECK(effects[0].content == R"({"today":"2026-11-21","fiscalYear":"2027","edition":"ohrm","rows":25})");
    CHECK(person.choose("report.edition", "everybody").empty());
  }

  TEST_CASE("it is saved as a page, a workbook, tables, data, and for merging; the name says for whom") {
    PersonWithReport person;
    const auto saved = [&](std::string_view format) {
      const Effect effect = person.press(concat("report.save:", format)).at(0);
      CHECK(effect.kind == EffectKind::report_save);
      CHECK(effect.id == format);
      return concat(effect.name, " ", effect.media_type);
    };
    CHECK(saved("html") == "telework-report-ohrm.html text/html");
    CHECK(saved("xlsx") ==
          "telework-report-ohrm.xlsx application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    CHECK(saved("csv") == "telework-report-ohrm-csv.zip application/zip");
    CHECK(saved("json") == "telework-report-ohrm.json application/json");
    CHECK(saved("partial") == "telework-report-for-merging.ndjson application/x-ndjson");
  }

  TEST_CASE("¶13b: sheets are chosen and left out by name, and empty ones saved; the last report has no template") {
    Person person;
    tell(person, std::string(chosen));
    CHECK(person.node("report.actuals").value == "spent.csv");
    CHECK(person.choose("report.headcount", "staff.csv").empty());
    const Effect without = person.press("report.without:actuals").at(0);
    CHECK(without.kind == EffectKind::report_without);
    CHECK(without.id == "actuals");
    CHECK(!person.has("report.without:headcount"));
    const Effect filled = person.press("report.template:actuals").at(0);
    CHECK(filled.kind == EffectKind::report_template);
    CHECK(filled.name == "actuals.csv");
    CHECK(filled.content == R"({"today":"2026-11-21","fiscalYear":"2027","edition":"ohrm","rows":25})");
    CHECK(person.press("report.template:timeCodes").at(0).name == "time-codes.csv");
    CHECK(!person.has("report.template:previous"));
    tell(person, R"({"state":"reading","of":480,"read":480})");
    tell(person, R"({"state":"ready"})");
    CHECK(person.has("report.make"));
    CHECK(person.press("report.without:files").at(0).id == "files");
  }

  TEST_CASE("what is wrong with a sheet stands above the report, with its line; of many the first ten") {
    Person person;
    tell(person, std::string(chosen));
    std::string problems = "[";
    for (int line = 2; line < 14; ++line) {
      append(problems, line > 2 ? "," : "", R"({"sheet":"actuals","where":"line )", line,
             R"(","message":"No amount."})");
    }
    tell(person, made("ohrm", problems + "]"));
    const Node& found = person.node("report.problems");
    REQUIRE(found.children.size() == 11);
    CHECK(found.children[0].label == "Travel spending, line 2: No amount.");
    CHECK(found.children[10].label == "And 2 more are in table R0.");
  }

  TEST_CASE("a report is no longer that of what is typed or chosen since, and says so") {
    PersonWithReport person;
    CHECK(!person.has("report.outdated"));
    person.fill("report.year", "2026");
    CHECK(person.has("report.outdated"));
    person.press("report.make");
    tell(person, R"({"state":"reading","of":480,"read":0,"percent":0})");
    tell(person, made());
    CHECK(!person.has("report.outdated"));
    tell(person, R"({"state":"chosen","files":481,"sheets":{}})");
    CHECK(person.has("report.outdated"));
    // What is changed while it is being made counts too.
    person.press("report.make");
    tell(person, R"({"state":"reading","of":481,"read":0})");
    person.choose("report.edition", "circulation");
    tell(person, made());
    CHECK(person.has("report.outdated"));
  }

  TEST_CASE("nothing of it is kept, undone or a change of the packet") {
    PersonWithReport person;
    const std::string before = person.session.packet_json();
    person.fill("report.year", "2026");
    CHECK(person.session.packet_json() == before);
    CHECK(!contains(person.session.whereabouts(), "Person"));
    CHECK(!contains(person.session.whereabouts(), "spent.csv"));
    CHECK(!person.session.snapshot().is_unsaved);
  }

  TEST_CASE("what is no account of it is refused with its place, and changes nothing") {
    PersonWithReport person;
    for (const auto& [json, where] :
         {std::pair{"{", ""}, std::pair{"[]", ""}, std::pair{R"({"state":"gone"})", "state"},
          std::pair{R"({"state":"done"})", "made"}, std::pair{R"({"state":"done","made":{}})", "report"},
          std::pair{R"({"state":"rows"})", "rows"}, std::pair{R"({"state":"rows","rows":{"id":"R99"}})", "rows.id"},
          std::pair{R"({"state":"rows","rows":{"id":"R0","rows":[{"id":"a","cells":["one"]}]}})", "rows"}}) {
      const Result<std::vector<Effect>> refused = person.session.tell_report(json);
      REQUIRE_FALSE(refused.has_value());
      if (*where != '\0') CHECK(refused.error().where == where);
    }
    person.read();
    CHECK(person.node("report.table:R0").rows.size() == 2);
  }

  TEST_CASE("every part of it has what a screen reader and the keyboard need") {
    Person person;
    person.go_to("report");
    CHECK(faults_of(person.screen).empty());
    tell(person, std::string(chosen));
    tell(person, made("circulation", R"([{"sheet":"headcount","where":"","message":"Semicolons."}])"));
    person.press("report.shown:R4_people");
    CHECK(faults_of(person.screen).empty());
  }
}
