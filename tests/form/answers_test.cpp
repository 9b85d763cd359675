// Answers: what is kept, what is set aside, what is required.
#include "form/answers.h"

#include <doctest/doctest.h>

using namespace ftt;

TEST_CASE("a good text is kept in the packet's form, a bad one exactly as typed") {
  Answers answers;
  answers.set(Leaf::travel_budget_transport, " $1,234.5 ");
  CHECK(answers.text(Leaf::travel_budget_transport) == "1234.50");
  CHECK(answers.money(Leaf::travel_budget_transport) == Known<Money>::answered(Money::from_cents(123'450)));
  answers.set(Leaf::travel_budget_transport, " 12..3 ");
  CHECK(answers.text(Leaf::travel_budget_transport) == " 12..3 ");
  CHECK(answers.is_bad(Leaf::travel_budget_transport));
  CHECK(answers.money(Leaf::travel_budget_transport).is_missing());
  answers.set(Leaf::travel_budget_transport, "  ");
  CHECK(answers.is_empty(Leaf::travel_budget_transport));
  CHECK(answers.text(Leaf::travel_budget_transport).empty());
}

TEST_CASE("every kind is read once and given as its type") {
  Answers answers;
  answers.set(Leaf::travel_budget_share_agency, "5%");
  answers.set(Leaf::travel_budget_nights, "3.5");
  answers.set(Leaf::travel_budget_trips, "4");
  answers.set(Leaf::arrangement_start, "2/1/2027");
  answers.set(Leaf::position_supervisory, "no");
  answers.set(Leaf::travel_budget_trip_cost_method, "per_diem");
  answers.set(Leaf::additional_other1_direction, "saving");
  CHECK(answers.share(Leaf::travel_budget_share_agency).value() == Share::from_units(500));
  CHECK(answers.nights(Leaf::travel_budget_nights).value() == Nights::from_units(350));
  CHECK(answers.count(Leaf::travel_budget_trips).value() == Count(4));
  CHECK(answers.date(Leaf::arrangement_start).value() == calendar_date(2027, 2, 1));
  CHECK(answers.yes_no(Leaf::position_supervisory).value() == false);
  CHECK(answers.trip_cost_method().value() == TripCostMethod::per_diem);
  CHECK(answers.direction(Leaf::additional_other1_direction).value() == Direction::saving);
  CHECK(answers.yes_no(Leaf::eligibility_contractor).is_missing());
}

TEST_CASE("App. A, Part A, item 3: the last date is set aside when long-term is chosen, and comes back") {
  Answers answers;
  answers.set(Leaf::arrangement_end, "2027-09-30");
  CHECK(applies(Leaf::arrangement_end, answers));
  answers.set(Leaf::arrangement_term, "long");
  CHECK_FALSE(applies(Leaf::arrangement_end, answers));
  CHECK_FALSE(required(Leaf::arrangement_end, answers));
  CHECK(answers.date(Leaf::arrangement_end).is_missing());
  CHECK(answers.words(Leaf::arrangement_end).empty());
  CHECK(answers.text(Leaf::arrangement_end) == "2027-09-30");
  answers.set(Leaf::arrangement_term, "short");
  CHECK(answers.date(Leaf::arrangement_end).value() == calendar_date(2027, 9, 30));
  CHECK(required(Leaf::arrangement_end, answers));
}

TEST_CASE("App. A, Part B: employee data for an incumbent or a renewal, not for a new recruit") {
  Answers answers;
  CHECK(applies(Leaf::employee_last_name, answers));
  answers.set(Leaf::arrangement_action, "recruit");
  CHECK(applies(Leaf::employee_last_name, answers));
  answers.set(Leaf::arrangement_type, "new");
  CHECK_FALSE(applies(Leaf::employee_last_name, answers));
  CHECK_FALSE(applies(Leaf::employee_current_worksite_city, answers));
  CHECK(applies(Leaf::employee_requested_worksite_city, answers));
  answers.set(Leaf::arrangement_type, "annual_review");
  CHECK(applies(Leaf::employee_last_name, answers));
  answers.set(Leaf::arrangement_type, "new");
  answers.set(Leaf::arrangement_action, "incumbent");
  CHECK(applies(Leaf::employee_last_name, answers));
  CHECK(required(Leaf::employee_last_name, answers));
  CHECK_FALSE(required(Leaf::employee_middle_initial, answers));
  CHECK_FALSE(required(Leaf::employee_requested_worksite_address, answers));
}

TEST_CASE("¶8e(2): likelihood of leaving is asked for a current employee alone") {
  Answers answers;
  answers.set(Leaf::arrangement_action, "recruit");
  CHECK_FALSE(applies(Leaf::justification_likelihood_of_leaving, answers));
  answers.set(Leaf::arrangement_action, "incumbent");
  CHECK(applies(Leaf::justification_likelihood_of_leaving, answers));
}

TEST_CASE("App. A, Part E, line 9: a method must be chosen with 0 nights") {
  Answers answers;
  CHECK_FALSE(required(Leaf::travel_budget_trip_cost_method, answers));
  answers.set(Leaf::travel_budget_nights, "0");
  CHECK(required(Leaf::travel_budget_trip_cost_method, answers));
  answers.set(Leaf::travel_budget_nights, "0.01");
  CHECK_FALSE(required(Leaf::travel_budget_trip_cost_method, answers));
}

TEST_CASE("App. A, Part D: salaries are typed, with their source, outside of the General Schedule") {
  Answers answers;
  CHECK_FALSE(required(Leaf::locality_pay_requested_salary, answers));
  CHECK(required(Leaf::position_grade, answers));
  answers.set(Leaf::position_pay_plan, "ES");
  CHECK(required(Leaf::locality_pay_requested_salary, answers));
  CHECK(required(Leaf::locality_pay_agency_salary, answers));
  CHECK_FALSE(required(Leaf::position_grade, answers));
  CHECK_FALSE(required(Leaf::locality_pay_salary_source, answers));
  answers.set(Leaf::position_pay_plan, "GS");
  answers.set(Leaf::locality_pay_requested_salary, "118204");
  CHECK(required(Leaf::locality_pay_salary_source, answers));
  CHECK(required(Leaf::locality_pay_agency_salary, answers));
}

TEST_CASE("App. A, Part I, item 2: an explanation is required once a line of Part F is not zero") {
  Answers answers;
  answers.set(Leaf::additional_transit_savings, "0");
  CHECK_FALSE(required(Leaf::justification_items, answers));
  answers.set(Leaf::additional_other2_amount, "5");
  CHECK(required(Leaf::justification_items, answers));
}

TEST_CASE("answers are equal when their texts and the spending are") {
  Answers a;
  Answers b;
  a.set(Leaf::travel_budget_trips, "4");
  CHECK_FALSE(a == b);
  b.set(Leaf::travel_budget_trips, " 4 ");
  CHECK(a == b);
  b.set_actuals({{"2027H1", "100.00"}});
  CHECK_FALSE(a == b);
}

TEST_CASE("¶1e, ¶3h(3): what follows from a yes is asked for once that is said") {
  Answers answers;
  CHECK_FALSE(applies(Leaf::eligibility_overseas_end, answers));
  CHECK_FALSE(applies(Leaf::eligibility_mobile_area, answers));
  answers.set(Leaf::eligibility_overseas_existing, "yes");
  answers.set(Leaf::eligibility_mobile_work, "yes");
  CHECK(applies(Leaf::eligibility_overseas_end, answers));
  CHECK(applies(Leaf::eligibility_mobile_area, answers));
  answers.set(Leaf::eligibility_mobile_work, "no");
  CHECK_FALSE(applies(Leaf::eligibility_mobile_area, answers));
}
