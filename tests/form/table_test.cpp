// The table of fields: in the order of the packet, each leaf with its words, and found by its id.
#include <doctest/doctest.h>

#include <set>

#include "form/field.h"
#include "long_text.h"

using namespace ftt;

TEST_CASE("every leaf has an id, a label, a hint and a citation, and is found by its id") {
  std::set<std::string_view> ids;
  for (const LeafInfo& leaf : leaves()) {
    CAPTURE(leaf.id);
    CHECK(ids.insert(leaf.id).second);
    CHECK_FALSE(leaf.label.empty());
    CHECK_FALSE(leaf.field_label.empty());
    CHECK_FALSE(leaf.hint.empty());
    CHECK_FALSE(leaf.cite.text().empty());
    CHECK(find_leaf(leaf.id) == &leaf);
    CHECK(&info(leaf.leaf) == &leaf);
    CHECK(leaf.id.substr(0, leaf.field.size()) == leaf.field);
    const bool has_choices = leaf.kind == Kind::choice || leaf.kind == Kind::open_choice || leaf.kind == Kind::yes_no;
    CHECK(leaf.choices.empty() != has_choices);
    CHECK(leaf.limits.minimum <= leaf.limits.maximum);
  }
  CHECK(find_leaf("travel_budget.trip_cost") == nullptr);
  CHECK(find_leaf("") == nullptr);
  CHECK(find_leaf("zzz") == nullptr);
}

TEST_CASE("a question is asked in plain words, without a code of the form; a hint is short") {
  for (const LeafInfo& leaf : leaves()) {
    CAPTURE(leaf.id);
    for (const std::string_view words :
         {leaf.question, leaf.field_question, leaf.of_another, leaf.hint, leaf.field_hint}) {
      CAPTURE(words);
      for (const std::string_view piece : {"Part ", "line ", "¶"}) CHECK(test::lacks(words, piece));
      CHECK(words.size() <= 120);
    }
    for (const std::string_view question : {leaf.question, leaf.field_question, leaf.of_another}) {
      CHECK(test::lacks(question, ". "));
    }
    CHECK_FALSE(leaf.question.empty());
    CHECK_FALSE(leaf.field_question.empty());
    CHECK(leaf.hint.ends_with('.') != leaf.hint.ends_with('?'));
  }
}

TEST_CASE("a question speaks to the employee, and of the employee to whoever else fills it in") {
  const LeafInfo& city = info(requested_worksite.city());
  CHECK(question_of_field(city, Voice::to_the_employee) == "Where will you work from?");
  CHECK(question_of_field(city, Voice::of_the_employee) == "Where will the employee work from?");
  CHECK(question_of(city, Voice::of_the_employee) == "City");
  CHECK(question_of(info(requested_worksite.address), Voice::to_the_employee) == "Street address of the telework site");
  const LeafInfo& contractor = info(Leaf::eligibility_contractor);
  CHECK(question_of(contractor, Voice::to_the_employee) == "Are you a contractor, or a contractor's employee?");
  const LeafInfo& trips = info(Leaf::travel_budget_trips);
  CHECK(question_of(trips, Voice::to_the_employee) == question_of(trips, Voice::of_the_employee));
  for (const LeafInfo& leaf : leaves()) {
    CAPTURE(leaf.id);
    const std::string_view other = question_of_field(leaf, Voice::of_the_employee);
    CHECK(test::lacks(other, "you"));
  }
}

TEST_CASE("sections stand in the packet's order and each in one piece") {
  const std::string_view order[] = {
      "prepared_by",   "arrangement",   "employee",        "position",      "locality_pay",
      "travel_budget", "additional",    "relocation",      "justification", "concurring_supervisor",
      "concurrences",  "determination", "worksite_change", "agreement",     "recruit_agreement",
      "annual_review", "eligibility",   "clock",           "record",        "ending",
      "notes"};
  std::size_t place = 0;
  for (const LeafInfo& leaf : leaves()) {
    CAPTURE(leaf.id);
    if (leaf.section() != order[place]) ++place;
    REQUIRE(place < std::size(order));
    CHECK(leaf.section() == order[place]);
  }
  CHECK(place + 1 == std::size(order));
}

TEST_CASE("App. A, Parts A to M: every field of the form is there") {
  for (const char* id : {"arrangement.action",
                         "arrangement.end",
                         "employee.middle_initial",
                         "employee.current_worksite.county",
                         "employee.requested_worksite.state",
                         "position.office.component",
                         "position.agency_worksite.city",
                         "position.series",
                         "position.pay_plan",
                         "position.step",
                         "position.supervisory",
                         "locality_pay.year",
                         "locality_pay.requested_area",
                         "locality_pay.agency_area",
                         "locality_pay.requested_salary",
                         "locality_pay.salary_source",
                         "travel_budget.share_travel",
                         "travel_budget.transport",
                         "travel_budget.mie",
                         "travel_budget.lodging",
                         "travel_budget.per_diem_month",
                         "travel_budget.extra",
                         "travel_budget.nights",
                         "travel_budget.trip_cost_method",
                         "travel_budget.trips",
                         "travel_budget.trips_in_term",
                         "additional.transit_savings",
                         "additional.other2.amount",
                         "relocation.estimate",
                         "justification.items",
                         "justification.best_interest",
                         "concurring_supervisor.decision",
                         "concurrences.second_level.name",
                         "concurrences.deputy_administrator.date",
                         "determination.outcome",
                         "worksite_change.completed",
                         "eligibility.agency_days_per_pay_period",
                         "clock.deputy_received_on",
                         "notes"}) {
    CAPTURE(id);
    CHECK(find_leaf(id) != nullptr);
  }
}

TEST_CASE("¶1e, ¶3h(3), ¶9b, ¶11a, ¶11b, ¶12: what stands beside the forms, none of it needed for an Analysis Tool") {
  for (const char* id :
       {"prepared_by", "eligibility.overseas_end", "eligibility.mobile_area", "recruit_agreement.training_completed",
        "annual_review.funds", "annual_review.replacing_cost", "annual_review.recommendation",
        "record.budget_contact.name", "record.budget_contact.date", "record.budget_contact.included", "ending.reason",
        "ending.required_by_policy", "ending.contributed", "ending.suspension_from", "ending.suspension_through",
        "ending.plan", "ending.offer", "ending.answer", "ending.effective"}) {
    CAPTURE(id);
    REQUIRE(find_leaf(id) != nullptr);
    CHECK(find_leaf(id)->need == Need::never);
  }
}

TEST_CASE("a part of a composite field names itself and the whole") {
  const LeafInfo& county = info(Leaf::employee_requested_worksite_county);
  CHECK(county.id == "employee.requested_worksite.county");
  CHECK(county.field == "employee.requested_worksite");
  CHECK(county.section() == "employee");
  CHECK(county.member() == "county");
  CHECK(county.item == "B3");
  CHECK(county.label == "County");
  CHECK(county.field_label == "Requested official worksite/duty station");
  CHECK(county.group == Group::place);
  CHECK(requested_worksite.county() == Leaf::employee_requested_worksite_county);
  CHECK(agency_worksite.state() == Leaf::position_agency_worksite_state);
  CHECK(info(Leaf::notes).section() == "notes");
  CHECK(info(Leaf::concurring_supervisor_date).item == "J4");
  CHECK(info(Leaf::concurrences_executive_date).item == "K");
}

TEST_CASE("App. A, Part E, line 9: the methods are named as their choices") {
  const auto choices = info(Leaf::travel_budget_trip_cost_method).choices;
  REQUIRE(choices.size() == trip_cost_methods.size());
  for (std::size_t i = 0; i < choices.size(); ++i) CHECK(name_of(trip_cost_methods[i]) == choices[i].value);
}

TEST_CASE("App. B to D: every field that they have beside what App. A answers") {
  for (const char* id : {"agreement.same_commuting_area",
                         "agreement.telework_agreement_approved",
                         "agreement.analysis_tool_approved",
                         "agreement.employee_signature.name",
                         "agreement.supervisor_signature.date",
                         "recruit_agreement.last_name",
                         "recruit_agreement.first_name",
                         "recruit_agreement.middle_initial",
                         "recruit_agreement.entry_on_duty",
                         "recruit_agreement.employee_signature.date",
                         "recruit_agreement.supervisor_signature.name",
                         "annual_review.last_name",
                         "annual_review.first_name",
                         "annual_review.middle_initial",
                         "annual_review.current_worksite.address",
                         "annual_review.requested_worksite.state",
                         "annual_review.date",
                         "annual_review.tool_date",
                         "annual_review.outcome",
                         "annual_review.hr_signature.name",
                         "annual_review.supervisor_signature.date"}) {
    CAPTURE(id);
    CHECK(find_leaf(id) != nullptr);
  }
}
