// The exact form of a packet's file: what is taken from it, and what is refused with the form to write.
#include <doctest/doctest.h>

#include <string>

#include "form/answers.h"
#include "form/checks.h"

using namespace ftt;

namespace {

std::string taken(Leaf leaf, std::string_view text) {
  Answers answers;
  answers.set_exact(leaf, text);
  CAPTURE(text);
  CHECK_FALSE(answers.is_bad(leaf));
  CHECK(answers.problem(leaf).empty());
  return answers.text(leaf);
}

std::string refused(Leaf leaf, std::string_view text) {
  Answers answers;
  answers.set_exact(leaf, text);
  CAPTURE(text);
  CHECK(answers.is_bad(leaf));
  CHECK_FALSE(answers.is_empty(leaf));
  CHECK(answers.text(leaf) == text);
  CHECK_FALSE(answers.problem(leaf).empty());
  return answers.problem(leaf);
}

}  // namespace

TEST_SUITE("form: the exact form") {
  TEST_CASE("decimals are plain digits") {
    CHECK(taken(Leaf::travel_budget_transport, "412.6") == "412.60");
    CHECK(taken(Leaf::travel_budget_transport, "-5") == "-5.00");
    CHECK(taken(Leaf::travel_budget_share_agency, "0.0500") == "0.05");
    CHECK(taken(Leaf::travel_budget_nights, "365.00") == "365");
    for (const char* text :
         {"$412.60", "1,234.50", "(250)", "\u22125", "007", "+4", ".5", "4.", " 4", "4 ", "412.605"}) {
      refused(Leaf::travel_budget_transport, text);
    }
    CHECK(refused(Leaf::travel_budget_transport, "$1,234.5") ==
          "\"$1,234.5\" is not written as a packet has it; write \"1234.50\".");
    CHECK(refused(Leaf::travel_budget_share_agency, "5%").find("write \"0.05\"") != std::string::npos);
    refused(Leaf::additional_transit_savings, "-5");
    refused(Leaf::additional_transit_savings, "-0");
    refused(Leaf::locality_pay_agency_salary, "0.00");
  }

  TEST_CASE("dates, choices and codes are as the packet writes them") {
    CHECK(taken(Leaf::arrangement_start, "2028-02-29") == "2028-02-29");
    for (const char* text : {"02/01/2027", "Feb 1, 2027", "2027-2-1", "1899-12-31", "2200-01-01", "2027-02-30"}) {
      refused(Leaf::arrangement_start, text);
    }
    CHECK(taken(Leaf::arrangement_action, "incumbent") == "incumbent");
    for (const char* text : {"INCUMBENT", "Current incumbent", " incumbent", "holder"})
      refused(Leaf::arrangement_action, text);
    refused(Leaf::travel_budget_per_diem_month, "3");
    CHECK(taken(Leaf::position_agency_worksite_state, "CO") == "CO");
    for (const char* text : {"co", "Colorado", "ZZ"}) refused(Leaf::position_agency_worksite_state, text);
    refused(Leaf::position_pay_plan, "gs");
    refused(Leaf::employee_middle_initial, "J.");
  }

  TEST_CASE("free text is kept as it stands, but is no blank and has no U+0000") {
    CHECK(taken(Leaf::employee_current_worksite_address, "410 Main Street\nApt 4B") == "410 Main Street\nApt 4B");
    CHECK(taken(Leaf::position_title, " Economist ") == " Economist ");
    CHECK(taken(Leaf::position_office_component, "pbs") == "pbs");
    Answers answers;
    answers.set_exact(Leaf::position_title, " Economist ");
    CHECK(answers.words(Leaf::position_title) == "Economist");
    for (const std::string_view text :
         {std::string_view(""), std::string_view(" \u00a0\n"), std::string_view("a\0b", 3)}) {
      refused(Leaf::position_title, text);
      refused(Leaf::justification_cost, text);
    }
  }

  TEST_CASE("what a file has wrong is told until it is typed anew, in whatever way people type it") {
    Answers answers;
    answers.set_exact(Leaf::travel_budget_transport, "$412.60");
    REQUIRE(check(answers).size() == 1);
    CHECK(check(answers)[0].field == "travel_budget.transport");
    CHECK(check(answers)[0].kind == ProblemKind::form);
    Answers typed = answers;
    typed.set(Leaf::travel_budget_transport, "$412.60");
    CHECK(check(typed).empty());
    CHECK(typed.text(Leaf::travel_budget_transport) == "412.60");
    CHECK_FALSE(typed == answers);
  }

  TEST_CASE("what does not go with the rest is a check, not a matter of form") {
    Answers answers;
    answers.set(Leaf::travel_budget_share_requested, "0.9");
    answers.set(Leaf::travel_budget_share_agency, "0.2");
    answers.set(Leaf::travel_budget_transport, "-5");
    REQUIRE(check(answers).size() == 2);
    for (const Problem& problem : check(answers)) CHECK(problem.kind == ProblemKind::check);
  }
}
