// The exact form of a packet's file: what is taken from it, and what is refused with the form to write.
#include <doctest/doctest.h>

#include <string>
#include <tuple>

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

std::string refused_as_exact(Leaf leaf, std::string_view text) {
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
      refused_as_exact(Leaf::travel_budget_transport, text);
    }
    CHECK(refused_as_exact(Leaf::travel_budget_transport, "$1,234.5") ==
          "\"$1,234.5\" is not written the way a packet writes it; write \"1234.50\".");
    CHECK(refused_as_exact(Leaf::travel_budget_share_agency, "5%") ==
          "\"5%\" is not written the way a packet writes it; write \"0.05\".");
    for (const char* text : {"96", "4", "1.5", "96%", "100"}) refused_as_exact(Leaf::travel_budget_share_agency, text);
    for (const char* text : {"GS-13", "gs13", "13/4", "1,200"}) refused_as_exact(Leaf::position_grade, text);
    for (const char* text : {"412.60 USD", "$(1,234.50)", "\u200b412.60", "412.60\u200e"}) {
      refused_as_exact(Leaf::travel_budget_transport, text);
    }
    for (const char* text : {"3/4/24", "\u200e2027-02-01", "2027\u201302\u201301", "02012027"}) {
      refused_as_exact(Leaf::arrangement_start, text);
    }
    refused_as_exact(Leaf::position_series, "343");
    refused_as_exact(Leaf::additional_transit_savings, "-5");
    refused_as_exact(Leaf::additional_transit_savings, "-0");
    refused_as_exact(Leaf::locality_pay_agency_salary, "0.00");
  }

  TEST_CASE("dates, choices and codes are as the packet writes them") {
    CHECK(taken(Leaf::arrangement_start, "2028-02-29") == "2028-02-29");
    for (const char* text : {"02/01/2027", "Feb 1, 2027", "2027-2-1", "1899-12-31", "2200-01-01", "2027-02-30"}) {
      refused_as_exact(Leaf::arrangement_start, text);
    }
    CHECK(taken(Leaf::arrangement_action, "incumbent") == "incumbent");
    for (const char* text : {"INCUMBENT", "Current incumbent", " incumbent", "holder"})
      refused_as_exact(Leaf::arrangement_action, text);
    refused_as_exact(Leaf::travel_budget_per_diem_month, "3");
    CHECK(taken(Leaf::position_agency_worksite_state, "CO") == "CO");
    for (const char* text : {"co", "Colorado", "ZZ"}) refused_as_exact(Leaf::position_agency_worksite_state, text);
    refused_as_exact(Leaf::position_pay_plan, "gs");
    refused_as_exact(Leaf::employee_middle_initial, "J.");
  }

  TEST_CASE("what is wrong in a file is told with a mend that a file can have") {
    for (const auto& [leaf, text, message] :
         {std::tuple{Leaf::travel_budget_share_agency, "85",
                     "\"85\" is no share from 0 to 1 with at most four decimal places; write it like 0.85."},
          std::tuple{
              Leaf::travel_budget_transport, "412.605",
              "\"412.605\" is no amount with at most two decimal places; write it in plain digits, like 412.60."},
          std::tuple{
              Leaf::travel_budget_nights, "three",
              "\"three\" is no number of nights from 0 to 365 with at most two decimal places; write it like 2.5."},
          std::tuple{Leaf::locality_pay_year, "1",
                     "\"1\" is no whole number from 1994 to 2199; write it in digits, like 1994."},
          std::tuple{Leaf::arrangement_start, "2027-13-01",
                     "\"2027-13-01\": there is no month 13; write a month from 1 to 12 and a day of that month, like "
                     "2027-02-01."},
          std::tuple{Leaf::arrangement_start, "soon",
                     "\"soon\" is not a date of the form YYYY-MM-DD; write it like 2027-02-01."},
          std::tuple{Leaf::travel_budget_nights, " 3", "There are blanks around \"3\"; write \"3\" without them."},
          std::tuple{Leaf::position_series, "0343 ", "There are blanks around \"0343\"; write \"0343\" without them."},
          std::tuple{Leaf::employee_middle_initial, "J ", "There are blanks around \"J\"; write \"J\" without them."},
          std::tuple{Leaf::arrangement_start, "2/1/2027\n",
                     "There are blanks around \"2/1/2027\"; write \"2027-02-01\" without them."}}) {
      CHECK(refused_as_exact(leaf, text) == message);
    }
  }

  TEST_CASE("following the mend that is told for a file's answer of any kind works") {
    // The last word of a mend, in quotes or not: "… like 0.85." is 0.85.
    const auto mend_of = [](std::string message) {
      if (message.ends_with(" without them."))
        message.resize(message.size() - std::string_view(" without them.").size());
      while (message.ends_with('.') || message.ends_with('"')) message.pop_back();
      return message.substr(message.find_last_of(" \"") + 1);
    };
    for (const Leaf leaf :
         {Leaf::arrangement_start, Leaf::travel_budget_transport, Leaf::additional_transit_savings,
          Leaf::locality_pay_agency_salary, Leaf::travel_budget_share_agency, Leaf::travel_budget_nights,
          Leaf::travel_budget_trips, Leaf::locality_pay_year, Leaf::position_grade, Leaf::position_series,
          Leaf::position_pay_plan, Leaf::employee_middle_initial, Leaf::position_agency_worksite_state,
          Leaf::locality_pay_agency_area, Leaf::arrangement_action}) {
      CAPTURE(info(leaf).id);
      for (const char* text : {"85%%", "1,2,3", "--4", "0.123456", "J.J.", "2027-13-01", "nobody knows", "0.00"}) {
        Answers answers;
        answers.set_exact(leaf, text);
        if (answers.is_bad(leaf)) taken(leaf, mend_of(answers.problem(leaf)));
      }
    }
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
      refused_as_exact(Leaf::position_title, text);
      refused_as_exact(Leaf::justification_cost, text);
    }
  }

  TEST_CASE("what a file has wrong is told until it is typed anew, in whatever way people type it") {
    Answers answers;
    answers.set_exact(Leaf::travel_budget_transport, "$412.60");
    REQUIRE(check(answers, hrm_6040_2).size() == 1);
    CHECK(check(answers, hrm_6040_2)[0].field == "travel_budget.transport");
    CHECK(check(answers, hrm_6040_2)[0].kind == ProblemKind::form);
    Answers typed = answers;
    typed.set(Leaf::travel_budget_transport, "$412.60");
    CHECK(check(typed, hrm_6040_2).empty());
    CHECK(typed.text(Leaf::travel_budget_transport) == "412.60");
    CHECK_FALSE(typed == answers);
  }

  TEST_CASE("what does not go with the rest is a check, not a matter of form") {
    Answers answers;
    answers.set(Leaf::travel_budget_share_requested, "0.9");
    answers.set(Leaf::travel_budget_share_agency, "0.2");
    answers.set(Leaf::travel_budget_transport, "-5");
    REQUIRE(check(answers, hrm_6040_2).size() == 2);
    for (const Problem& problem : check(answers, hrm_6040_2)) CHECK(problem.kind == ProblemKind::check);
  }
}
