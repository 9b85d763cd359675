// The table of the worksheet's lines: each is found by its id, and the readings are those of the register.
#include "calc/line.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "calc/calc_examples.h"
#include "order/registers.h"

namespace ftt::test {

TEST_CASE("each line of the table is found by its id, and nothing else is") {
  for (const LineInfo& line : lines()) {
    CAPTURE(line.id);
    REQUIRE(find_line(line.id) != nullptr);
    CHECK(find_line(line.id)->line == line.line);
    CHECK(&info(line.line) == &line);
    CHECK_FALSE(line.label.empty());
  }
  for (const std::string_view other : {"", "travel_budget", "travel_budget.nights", "term.days.", "TERM.DAYS"}) {
    CHECK(find_line(other) == nullptr);
  }
}

TEST_CASE("App. A, Part E, line 9 and Part G, line 2: each reading of the register has its line, with its formula") {
  const Worksheet sheet = worked(example_a());
  for (const TripCostMethod method : trip_cost_methods) {
    const LineInfo& line = info(trip_cost_line(method));
    CHECK(line.id == concat("travel_budget.trip_cost.", name_of(method)));
    CHECK(line.reading == name_of(method));
    CHECK(line.item == info(Line::travel_budget_trip_cost).item);
  }
  for (const LineInfo& line : lines()) {
    if (line.reading.empty()) continue;
    CAPTURE(line.id);
    const OrderReading* reading = find_order_reading(line.id.substr(line.id.find('.') + 1));
    REQUIRE(reading != nullptr);
    REQUIRE(sheet.find(line.line) != nullptr);
    CHECK(sheet.find(line.line)->formula == reading->formula);
    CHECK(sheet.find(line.line)->reading == line.reading);
    CHECK(line.cite == reading->cite);
  }
}

TEST_CASE("App. A: a worksheet has each line of the table once, in its order; those of a term for a short term alone") {
  const Answers short_term = with(example_a(), {{Leaf::arrangement_term, "short"},
                                                {Leaf::arrangement_start, "2026-01-05"},
                                                {Leaf::arrangement_end, "2026-06-30"}});
  const Worksheet all = worked(short_term);
  REQUIRE(all.lines.size() == line_count);
  for (std::size_t i = 0; i < line_count; ++i) CHECK(number_of(all.lines[i].id) == i);
  for (const Worksheet& sheet : {worked(example_a()), worked(Answers()), calculate(FoundRates(), Answers())}) {
    for (const LineInfo& line : lines()) {
      CAPTURE(line.id);
      CHECK((sheet.find(line.line) == nullptr) == (line.section() == "term"));
    }
  }
  for (const LineInfo& line : lines()) CHECK(Worksheet().find(line.line) == nullptr);
}

TEST_CASE("a line of the form is named with its item, one beside the form by its label") {
  CHECK(name_with_item(info(Line::locality_pay_difference)) == "D5 Salary difference");
  CHECK(name_with_item(info(Line::cost_benefit_net_annual_change)) == "Net annual change");
}

}  // namespace ftt::test
