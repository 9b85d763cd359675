// A report as a screen shows it: each table with its first rows, other rows where they are asked for, and the bars of a
// picture that a screen can hold.
#include <doctest/doctest.h>

#include <string>

#include "base/json_reader.h"
#include "base/text.h"
#include "report/report_shown.h"
#include "report/tables.h"

namespace ftt::report {
namespace {

Report report_of_rows(std::size_t count) {
  Report report;
  report.title = "Full-time telework";
  Table& table = report.tables.emplace_back();
  table.id = "R1";
  table.title = {say("R1. Approved and pending")};
  table.shows = {say("Each office.")};
  table.paragraph = "¶13d";
  table.columns = {text_column("component", "Office"), count_column("approved", "Approved")};
  table.pictured = {1};
  for (std::size_t i = 0; i < count; ++i) {
    table.rows.push_back({concat("office-", i), {Cell::text(concat("Office ", i)), Cell::count(static_cast<long>(i))}});
  }
  return report;
}

Json read(const std::string& text) {
  const Result<Json> json = read_json(text);
  REQUIRE(json);
  return *json;
}

const std::vector<Json>& list(const Json& json, std::string_view name) {
  const Json* found = json.find(name);
  REQUIRE(found != nullptr);
  REQUIRE(found->is_array());
  return *found->as_array();
}

TEST_CASE("¶13: a screen gets the first rows of a table and how many there are, each cell in the words of people") {
  const Json shown = read(shown_report(report_of_rows(1500), 25));
  const Json& table = list(shown, "tables").front();
  CHECK(*table.find_string("title") == "R1. Approved and pending");
  CHECK(table.find("of")->as_integer() == 1500);
  CHECK(list(table, "rows").size() == 25);
  CHECK(list(table, "bars").empty());  // so many are no picture
  const Json later = read(*shown_rows(report_of_rows(1500), "R1", 1490, 25));
  CHECK(later.find("first")->as_integer() == 1490);
  CHECK(list(later, "rows").size() == 10);
  CHECK(*list(list(later, "rows").back(), "cells")[1].as_string() == "1,499");
}

TEST_CASE("rows behind the last are none, and a table that is not there is refused by its name") {
  CHECK(list(read(*shown_rows(report_of_rows(3), "R1", 99, 25)), "rows").empty());
  const Result<std::string> other = shown_rows(report_of_rows(3), "R99", 0, 25);
  REQUIRE_FALSE(other);
  CHECK(other.error().message == "There is no table \"R99\".");
}

TEST_CASE("a picture has a bar for each figure of a row that is no total; a hidden figure is a bar of no length") {
  Report report = report_of_rows(2);
  report.tables[0].rows[0].cells[1] = Cell::hidden();
  report.tables[0].rows.push_back({"total", {Cell::text("Total"), Cell::count(1)}, true});
  const Json shown = read(shown_report(report, 25));
  const std::vector<Json>& bars = list(list(shown, "tables").front(), "bars");
  REQUIRE(bars.size() == 2);
  CHECK(*bars[0].find_string("text") == "[c]");
  CHECK(bars[0].find("length")->as_integer() == 0);
  CHECK(*bars[1].find_string("label") == "Office 1: Approved");
}

TEST_CASE("parts of a whole are one bar, which says of what it is made (¶13d)") {
  Report report = report_of_rows(2);
  Table& table = report.tables[0];
  table.columns.push_back(count_column("pending", "Pending"));
  table.columns.push_back(count_column("declined", "Declined"));
  table.pictured = {1, 2, 3};
  table.is_stacked = true;
  for (Row& row : table.rows) {
    row.cells.push_back(Cell::count(4));
    row.cells.push_back(Cell::hidden());
  }
  const Json shown = read(shown_report(report, 25));
  const std::vector<Json>& bars = list(list(shown, "tables").front(), "bars");
  REQUIRE(bars.size() == 2);
  CHECK(*bars[0].find_string("label") == "Office 0");
  CHECK(*bars[0].find_string("text") == "Pending 4, Declined [c]");
  CHECK(*bars[1].find_string("text") == "Approved 1, Pending 4, Declined [c]");
  CHECK(bars[1].find("length")->as_integer() == 5);
}

TEST_CASE("a text that is too long for a cell of a screen is cut, and says so") {
  Report report = report_of_rows(1);
  report.tables[0].rows[0].cells[0] = Cell::text(std::string(5000, 'a'));
  const Json shown = read(shown_report(report, 25));
  const std::string& cell = *list(list(list(shown, "tables").front(), "rows").front(), "cells").front().as_string();
  CHECK(cell.size() < 400);
  CHECK(cell.ends_with(" … (cut)"));
}

}  // namespace
}  // namespace ftt::report
