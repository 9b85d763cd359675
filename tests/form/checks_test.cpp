// Checks of a field and across fields: which field, how severe, and that the message names the mend.
#include "form/checks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "figures.h"
#include "form/estimate.h"

using namespace ftt;

namespace {

Answers answers_of(std::initializer_list<std::pair<Leaf, const char*>> texts) {
  Answers answers;
  for (const auto& [leaf, text] : texts) answers.set(leaf, text);
  return answers;
}

std::string message(const std::vector<Problem>& problems, std::string_view field) {
  const auto found =
      std::find_if(problems.begin(), problems.end(), [&](const Problem& problem) { return problem.field == field; });
  return found == problems.end() ? std::string() : found->message;
}

Answers shares(const char* requested, const char* agency, const char* travel) {
  return answers_of({{Leaf::travel_budget_share_requested, requested},
                     {Leaf::travel_budget_share_agency, agency},
                     {Leaf::travel_budget_share_travel, travel}});
}

Answers term(const char* kind, const char* first, const char* last) {
  return answers_of({{Leaf::arrangement_term, kind}, {Leaf::arrangement_start, first}, {Leaf::arrangement_end, last}});
}

}  // namespace

TEST_CASE("nothing answered is nothing wrong") {
  CHECK(check(Answers(), hrm_6040_2).empty());
}

TEST_CASE("App. A, Part E, lines 1 to 3 come to 1 exactly") {
  CHECK(check(shares("0.95", "0.05", "0"), hrm_6040_2).empty());
  CHECK(check(shares("0.7", "0.2", "0.1"), hrm_6040_2).empty());
  CHECK(check(shares("70%", "20%", "10%"), hrm_6040_2).empty());
  const std::string thirds =
      message(check(shares("0.33", "0.33", "0.33"), hrm_6040_2), "travel_budget.share_requested");
  CHECK(thirds == "The three shares of the time come to 99% and have to come to 100%: 1% is missing.");
  CHECK(message(check(shares("0.9", "0.2", "0"), hrm_6040_2), "travel_budget.share_requested") ==
        "The three shares of the time come to 110% and have to come to 100%: 10% is too much.");
}

TEST_CASE("App. A, Part E, lines 1 to 3: an unfinished total is not an error until it is above 1") {
  CHECK(check(shares("0.9", "", ""), hrm_6040_2).empty());
  CHECK(check(shares("0.9", "0.1", ""), hrm_6040_2).empty());
  CHECK_FALSE(check(shares("0.9", "0.2", ""), hrm_6040_2).empty());
}

TEST_CASE("App. A, Part E, lines 1 to 3: 70, 20 and 10 are percentages") {
  CHECK(check(shares("70", "20", "10"), hrm_6040_2).empty());
  CHECK(message(check(shares("95", "4", "0"), hrm_6040_2), "travel_budget.share_requested") ==
        "The three shares of the time come to 99% and have to come to 100%: 1% is missing.");
}

namespace {

std::vector<Problem> check_one(Leaf leaf, std::string_view text) {
  Answers answers;
  answers.set(leaf, text);
  return check(answers, hrm_6040_2);
}

}  // namespace

TEST_CASE("a figure that is hardly meant is asked about with the reason, and never refused") {
  struct Case {
    Leaf leaf;
    const char* usual;
    const char* unusual;
    const char* message;
  };
  for (const Case& one :
       {Case{Leaf::additional_transit_savings, "$4,080", "33600",
             "Please check $33,600.00: a transit subsidy is at most $340 a month in 2026, $4,080 a year."},
        Case{Leaf::additional_transit_savings, "3360", "3,363,360",
             "Please check $3,363,360.00: a transit subsidy is at most $340 a month in 2026, $4,080 a year."},
        Case{Leaf::travel_budget_transport, "2,480.00", "$41,200,000",
             "Please check $41,200,000.00: this line asks for what one round trip costs."},
        Case{Leaf::travel_budget_lodging, "450", "2950", "Please check $2,950.00: this line asks for one night."},
        Case{Leaf::travel_budget_mie, "92", "920", "Please check $920.00: this line asks for the meals of one day."},
        Case{Leaf::travel_budget_extra, "120", "12,000",
             "Please check $12,000.00: this line asks for the taxis, parking and so on of one trip."},
        Case{Leaf::travel_budget_nights, "14", "295", "Please check 295: this line asks for the nights of one trip."},
        Case{Leaf::travel_budget_trips, "52", "120", "Please check 120: that is more than two trips a week."},
        Case{Leaf::relocation_estimate, "90000", "9000000",
             "Please check $9,000,000.00: this line asks for the move of one household."},
        Case{Leaf::locality_pay_agency_salary, "138,024", "138.02",
             "Please check $138.02: this line asks for the salary of a year."},
        Case{Leaf::locality_pay_requested_salary, "120,629", "12,062,900",
             "Please check $12,062,900.00: this line asks for the salary of a year."},
        Case{Leaf::additional_travel_savings, "9,000", "900,000",
             "Please check $900,000.00: this line asks for what one person's travel saves in a year."},
        Case{Leaf::additional_space_savings, "12,000", "1,200,000",
             "Please check $1,200,000.00: this line asks for one person's office space for a year."}}) {
    CAPTURE(info(one.leaf).id);
    CHECK(message(check_one(one.leaf, one.usual), info(one.leaf).id).empty());
    const std::vector<Problem> problems = check_one(one.leaf, one.unusual);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.front().severity == Severity::warning);
    CHECK(problems.front().message == one.message);
  }
}

TEST_CASE("App. A, Part E: a fare below zero is asked about once, as a saving where a cost goes") {
  const std::vector<Problem> problems = check_one(Leaf::travel_budget_transport, "\u2212$412");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].severity == Severity::warning);
  CHECK(problems[0].message ==
        "This line asks for a cost and \u2212$412.00 is below 0, which counts as a saving. Leave out the minus if it "
        "is a "
        "cost.");
}

TEST_CASE("App. A, Part A, item 3: the last date is not before the first") {
  const std::vector<Problem> problems = check(term("short", "2027-02-01", "2027-01-31"), hrm_6040_2);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].field == "arrangement.end");
  CHECK(problems[0].severity == Severity::error);
  CHECK(test::figures_of(problems[0].message) == "January 31 2027 February 1 2027");
}

TEST_CASE("¶7a: 90 days take no Analysis Tool, which is said and is no error; 91 do, both ends counted") {
  // January 1 through March 31, 2027 is 31 + 28 + 31 = 90 days.
  CHECK(length_of_term(calendar_date(2027, 1, 1), calendar_date(2027, 3, 31)) == Days(90));
  const std::vector<Problem> problems = check(term("short", "2027-01-01", "2027-03-31"), hrm_6040_2);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].field == "arrangement.term");
  CHECK(problems[0].severity == Severity::warning);
  CHECK(test::figures_of(problems[0].message) == "90 90 6040.2 ¶7a");
  CHECK(check(term("short", "2027-01-01", "2027-04-01"), hrm_6040_2).empty());
}

TEST_CASE("duration.kind: through January 13, 2028 is short-term, through January 14 a full year") {
  CHECK(check(term("short", "2027-01-15", "2028-01-13"), hrm_6040_2).empty());
  const std::vector<Problem> problems = check(term("short", "2027-01-15", "2028-01-14"), hrm_6040_2);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].field == "arrangement.term");
  CHECK(problems[0].message ==
        "From the first date through the last there are 365 days, a year or more. A short-term arrangement lasts less "
        "than a year: choose long-term, or an earlier last date.");
  CHECK(check(term("long", "2027-01-15", "2028-01-14"), hrm_6040_2).empty());
}

TEST_CASE("duration.kind: the anniversary of February 29 is March 1") {
  CHECK(is_less_than_a_year(calendar_date(2028, 2, 29), calendar_date(2029, 2, 27)));
  CHECK_FALSE(is_less_than_a_year(calendar_date(2028, 2, 29), calendar_date(2029, 2, 28)));
}

TEST_CASE("App. A, Part C, items 4 and 5: grade 16 and step 11 are not on the General Schedule") {
  const std::vector<Problem> problems =
      check(answers_of({{Leaf::position_grade, "16"}, {Leaf::position_step, "11"}}), hrm_6040_2);
  CHECK(message(problems, "position.grade") ==
        "There is no grade 16 on the General Schedule: write 1 to 15. For a position above GS-15 choose its pay plan "
        "and type both salaries under Pay.");
  CHECK(message(problems, "position.step") == "There is no step 11 on the General Schedule: write 1 to 10.");
  CHECK(check(answers_of({{Leaf::position_grade, "15"}, {Leaf::position_step, "10"}}), hrm_6040_2).empty());
  CHECK_FALSE(check(answers_of({{Leaf::position_grade, "0"}}), hrm_6040_2).empty());
  CHECK(check(answers_of({{Leaf::position_pay_plan, "WS"}, {Leaf::position_grade, "16"}}), hrm_6040_2).empty());
}

TEST_CASE("App. A, Part F, lines 4 and 5: what it is, its direction and its amount belong together") {
  const std::vector<Problem> problems = check(answers_of({{Leaf::additional_other1_label, "Parking"}}), hrm_6040_2);
  REQUIRE(problems.size() == 2);
  CHECK(message(problems, "additional.other1.amount") ==
        "This cost or saving is begun but does not say its amount: fill it in, or clear all of it.");
  CHECK(message(problems, "additional.other1.direction") ==
        "This cost or saving is begun but does not say whether it is a cost or a saving: fill it in, or clear all of "
        "it.");
  CHECK(check(answers_of({{Leaf::additional_other2_label, "Internet"},
                          {Leaf::additional_other2_direction, "cost"},
                          {Leaf::additional_other2_amount, "600"}}),
              hrm_6040_2)
            .empty());
}

TEST_CASE("a negative cost is unusual and said so, not refused") {
  const std::vector<Problem> problems = check(answers_of({{Leaf::travel_budget_extra, "-20"}}), hrm_6040_2);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].severity == Severity::warning);
}

TEST_CASE("App. A, Part E, line 9: choosing the form's wording with 0 nights is warned of") {
  const std::vector<Problem> problems = check(
      answers_of({{Leaf::travel_budget_nights, "0"}, {Leaf::travel_budget_trip_cost_method, "as_worded"}}), hrm_6040_2);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].field == "travel_budget.trip_cost_method");
}

TEST_CASE("problems stand in the order of the form") {
  const std::vector<Problem> problems = check(answers_of({{Leaf::travel_budget_transport, "12..3"},
                                                          {Leaf::position_grade, "16"},
                                                          {Leaf::travel_budget_nights, "three"},
                                                          {Leaf::arrangement_start, "Feb 30, 2027"}}),
                                              hrm_6040_2);
  REQUIRE(problems.size() == 4);
  CHECK(problems[0].field == "arrangement.start");
  CHECK(problems[1].field == "position.grade");
  CHECK(problems[2].field == "travel_budget.transport");
  CHECK(problems[3].field == "travel_budget.nights");
}

TEST_CASE("what is set aside is not checked") {
  CHECK(check(term("long", "2027-02-01", "Feb 30, 2027"), hrm_6040_2).empty());
}

TEST_CASE("¶12c: a suspension ends behind its beginning; ¶12b, ¶12d: an answer is to what was offered") {
  Answers answers = answers_of({{Leaf::ending_reason, "suspension"},
                                {Leaf::ending_suspension_from, "2027-03-01"},
                                {Leaf::ending_suspension_through, "2027-02-28"}});
  REQUIRE(check(answers, hrm_6040_2).size() == 1);
  CHECK(check(answers, hrm_6040_2)[0].field == "ending.suspension_through");
  // Of a way that was left nothing is wrong.
  answers.set(Leaf::ending_reason, "business_need");
  CHECK(check(answers, hrm_6040_2).empty());
  answers.set(Leaf::ending_offer, "position");
  answers.set(Leaf::ending_answer, "move");
  REQUIRE(check(answers, hrm_6040_2).size() == 1);
  CHECK(check(answers, hrm_6040_2)[0].field == "ending.answer");
  answers.set(Leaf::ending_offer, "both");
  CHECK(check(answers, hrm_6040_2).empty());
}

TEST_CASE("¶13b: spending has a half-year, once, and an amount") {
  Answers answers;
  answers.set_actuals({{"2027H1", "100"}, {"2027H1", "much"}, {"2027", "5"}});
  const std::vector<Problem> problems = check(answers, hrm_6040_2);
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].field == "actuals");
  CHECK(problems[0].message ==
        "Entry 2: \"much\" is no amount with at most two decimal places; write it in plain digits, like 412.60.");
  CHECK(problems[2].message ==
        "Entry 3: \"2027\" is not a half of a fiscal year: write 2027H1 for October 2026 to March 2027, 2027H2 for "
        "April to September 2027.");
}

TEST_CASE("¶13b: the trips that it paid for and its source may be left out, else they can be read") {
  Answers answers;
  answers.set_actuals({{"2027H1", "100", "4", "Report of the OCFO"}, {"2027H2", "5", "4.5", std::string(501, 's')}});
  const std::vector<Problem> problems = check(answers, hrm_6040_2);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].message == "Entry 2: \"4.5\" is no whole number from 0 to 366; write it in digits, like 4.");
  CHECK(problems[1].message ==
        "Entry 2: The text has 501 characters; at most 500 fit here. Shorten it, or put the rest into the notes.");
}

TEST_CASE("¶13b: a half-year that no date lies in, and spending below 0, are problems of the form, each told once") {
  Answers answers;
  answers.set_actuals({{"1700H1", "5.00"}, {"2027H1", "-50.00"}, {"2027H2", "5", "-4"}, {"2028H1", "5"}});
  const std::vector<Problem> problems = check(answers, hrm_6040_2);
  REQUIRE(problems.size() == 3);
  for (const Problem& problem : problems) CHECK(problem.kind == ProblemKind::form);
  CHECK(problems[0].message ==
        "Entry 1: The fiscal year 1700 is not taken: write one from 1900 to 2199, such as 2027H1.");
  CHECK(problems[1].message == "Entry 2: \"-50.00\" is below 0: write what was spent, like 412.60.");
  CHECK(problems[2].message == "Entry 3: \"-4\" is no whole number from 0 to 366; write it in digits, like 4.");
}

TEST_CASE("what is missing names the line and the item") {
  const std::vector<Leaf> leaves_missing = missing(Answers());
  const auto lacks = [&](Leaf leaf) {
    return std::find(leaves_missing.begin(), leaves_missing.end(), leaf) != leaves_missing.end();
  };
  CHECK(lacks(Leaf::travel_budget_nights));
  CHECK(lacks(Leaf::employee_requested_worksite_county));
  CHECK_FALSE(lacks(Leaf::travel_budget_mie));
  CHECK_FALSE(lacks(Leaf::additional_transit_savings));
  CHECK_FALSE(lacks(Leaf::employee_middle_initial));
  CHECK(missing_message(Leaf::travel_budget_nights) == "Part E, line 8 is missing: Average number of nights per trip.");
  CHECK(missing_message(Leaf::employee_requested_worksite_county) ==
        "Part B, item 3 is missing: Requested official worksite/duty station, County.");
  CHECK(missing_message(Leaf::travel_budget_trip_cost_method) ==
        "With 0 nights the form's wording gives $0.00 for a trip: choose how to calculate the cost of a trip.");
}

TEST_CASE("what the estimate has assumed is a warning of its field until somebody answers it") {
  Answers answers = answers_of({{Leaf::position_grade, "13"}});
  assume_what_is_open(answers);
  CHECK(message(check(answers, hrm_6040_2), "position.pay_plan").empty());  // as a packet is filled in too
  CHECK(message(check(answers, hrm_6040_2), "travel_budget.extra") ==
        "Assumed for the estimate: change it if a trip has other costs.");
  answers.set(Leaf::travel_budget_extra, "0");
  CHECK(message(check(answers, hrm_6040_2), "travel_budget.extra").empty());
}
