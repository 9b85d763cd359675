// The estimate from a few answers: what it assumes, and its link out and in.
#include "form/estimate.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "form/estimate_link.h"
#include "form/place.h"
#include "long_text.h"
#include "rates/rates_files.h"

using namespace ftt;

namespace {

Answers read(std::string_view link) {
  const Result<Answers> answers = read_estimate_link(link, test::all_rates());
  REQUIRE_MESSAGE(answers.has_value(), std::string(link));
  return *answers;
}

std::string refusal(std::string_view link) {
  const Result<Answers> answers = read_estimate_link(link, test::all_rates());
  return answers ? std::string() : answers.error().message;
}

constexpr std::string_view whole =
    "#estimate=1;from=Boise,Ada+County,ID;office=Washington,District+of+Columbia,DC;grade=13;step=5;trips=6;nights=2;"
    "fare=412;transit=3360;end";

}  // namespace

TEST_CASE("the estimate assumes the General Schedule and no other costs of a trip, and marks both") {
  Answers answers;
  CHECK_FALSE(is_estimate_begun(answers));
  answers.set(Leaf::position_grade, "13");
  CHECK(is_estimate_begun(answers));
  assume_what_is_open(answers);
  CHECK(answers.text(Leaf::position_pay_plan) == "GS");
  CHECK(answers.money(Leaf::travel_budget_extra).is_assumed());
  REQUIRE(assumptions_in(answers).size() == 2);
  CHECK(name_of(*assumptions_in(answers)[0]) == "Pay plan: General Schedule (GS)");
  CHECK(words_of(*assumptions_in(answers)[0]) ==
        "Assumed for the estimate: change it if the position has another pay plan.");
}

TEST_CASE(
    "what is typed over an assumption is an answer, also where it says the same; what was answered is not touched") {
  Answers answers;
  answers.set(Leaf::travel_budget_extra, "40");
  assume_what_is_open(answers);
  CHECK(answers.text(Leaf::travel_budget_extra) == "40.00");
  CHECK_FALSE(answers.is_assumed(Leaf::travel_budget_extra));
  CHECK(answers.is_assumed(Leaf::position_pay_plan));
  Answers confirmed = answers;
  confirmed.set(Leaf::position_pay_plan, "GS");
  CHECK_FALSE(confirmed.is_assumed(Leaf::position_pay_plan));
  CHECK_FALSE(confirmed == answers);
  answers.set(Leaf::position_pay_plan, "");
  CHECK_FALSE(answers.is_assumed(Leaf::position_pay_plan));
  answers.mark_assumed(Leaf::position_pay_plan);
  CHECK_FALSE(answers.is_assumed(Leaf::position_pay_plan));
}

TEST_CASE("App. A, Part D, lines 3 and 4: beside a typed salary no pay plan is assumed") {
  Answers answers;
  answers.set(Leaf::locality_pay_agency_salary, "150000");
  assume_what_is_open(answers);
  CHECK(answers.is_empty(Leaf::position_pay_plan));
}

TEST_CASE("a link holds what was answered, and opens as the same answers with the same assumptions") {
  const Answers answers = read(whole);
  CHECK(place_text(answers, requested_worksite) == "Boise, Ada County, ID");
  CHECK(answers.text(Leaf::travel_budget_transport) == "412.00");
  CHECK(answers.is_assumed(Leaf::position_pay_plan));
  CHECK(estimate_link(answers) == whole);
  CHECK(read(estimate_link(answers)) == answers);
  CHECK(read(whole.substr(1)) == answers);
}

TEST_CASE("a link carries whatever the figure is made of, and no name, street or words of anybody") {
  Answers answers = read(whole);
  answers.set(Leaf::employee_last_name, "Rivera");
  answers.set(requested_worksite.address, "410 Main Street");
  answers.set(Leaf::position_title, "Economist");
  answers.set(Leaf::additional_other1_label, "A chair for Rivera");
  answers.set(Leaf::additional_other1_direction, "cost");
  answers.set(Leaf::additional_other1_amount, "199.95");
  answers.set(Leaf::travel_budget_trip_cost_method, "per_night");
  answers.set(Leaf::travel_budget_extra, "25");
  answers.set(Leaf::notes, "Rivera asked");
  const std::string link = estimate_link(answers);
  CHECK(test::lacks(link, "Rivera"));
  CHECK(test::lacks(link, "Main"));
  CHECK(test::lacks(link, "Economist"));
  CHECK(link.find(";extra=25;reading=per_night;") != std::string::npos);
  CHECK(link.find(";additional.other1.amount=199.95;") != std::string::npos);
  CHECK(read(link).text(Leaf::additional_other1_amount) == "199.95");
}

TEST_CASE("letters of any language and marks of the link itself go through it") {
  Answers answers;
  answers.set(requested_worksite.city(), "Mayagüez; 1,2=3+4 #5%");
  answers.set(requested_worksite.county(), "Mayagüez Municipio");
  answers.set(requested_worksite.state(), "PR");
  const std::string link = estimate_link(answers);
  CHECK(test::lacks(link, " "));
  CHECK(read(link).text(requested_worksite.city()) == "Mayagüez; 1,2=3+4 #5%");
  // Some mail programs encode the whole.
  CHECK(read("#estimate%3D1%3Bgrade%3D13%3Bend").text(Leaf::position_grade) == "13");
}

TEST_CASE("a link has no text that is no place: a name or a street typed where a place goes stays here") {
  for (const std::string_view typed : {"Ann Kealoha, 12 Elm Street", "Ann Kealoha", "Elm Street, ID"}) {
    Answers answers;
    answers.set(Leaf::position_grade, "13");
    set_place_text(answers, requested_worksite, typed, test::all_rates());
    CHECK(estimate_link(answers) == "#estimate=1;grade=13;end");
  }
  Answers no_state;
  no_state.set(agency_worksite.county(), "Ada County");
  no_state.set(agency_worksite.state(), "Ann Kealoha");
  CHECK(estimate_link(no_state) == "#estimate=1;end");
}

TEST_CASE("App. A, Part C, items 4 and 5: a grade of a link that says its step answers both") {
  const Answers answers = read("#estimate=1;grade=GS-13+step+4;end");
  CHECK(answers.text(Leaf::position_grade) == "13");
  CHECK(answers.text(Leaf::position_step) == "4");
  CHECK(read("#estimate=1;grade=GS-13+step+4;step=5;end").text(Leaf::position_step) == "5");
}

TEST_CASE("a link that is broken says what is wrong, and what to do") {
  CHECK(is_estimate_link("#estimate=1;end"));
  CHECK(is_estimate_link("#estimate"));
  CHECK(is_estimate_link("#estimate%3D1"));
  CHECK_FALSE(is_estimate_link("#step/estimate"));
  CHECK_FALSE(is_estimate_link("#estimates"));
  CHECK(refusal("#estimate=1;grade=13;fa") ==
        "The end of the link is missing. Ask for the link again, or type the answers.");
  CHECK(refusal("#estimate") == "There is no estimate in the link. Ask for the link again, or type the answers.");
  CHECK(refusal("#estimate=1").find("The end of the link is missing.") == 0);
  CHECK(refusal("#estimate=2;grade=13;end").find("The link has version \"2\"; this form reads version 1.") == 0);
  CHECK(refusal("#estimate=1;grade=many;end").find("Grade: ") == 0);
  CHECK(refusal("#estimate=1;height=6;end").find("The link says \"height=6\", which this form does not know.") == 0);
  CHECK(refusal("#estimate=1;employee.last_name=Rivera;end").find("The link says") == 0);
  CHECK(refusal("#estimate=1;fare=%4;end") ==
        "Round trip transportation cost per trip: \"%4\" cannot be read. Ask for the link again, or type the answers.");
  CHECK(refusal("#estimate=1;from=A,%FF,ID;end") ==
        "The place \"A,%FF,ID\" cannot be read. Ask for the link again, or type the answers.");
  CHECK(refusal("#estimate=1;" + std::string(5000, 'x') + ";end") ==
        "The link is too long for an estimate. Ask for the link again, or type the answers.");
}
