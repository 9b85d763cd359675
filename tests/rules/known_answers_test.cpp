// What the answers tell of others: filled in where it is open, marked, following its source, and never over a person.
#include "rules/known_answers.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <utility>

#include "long_text.h"

using namespace ftt;

namespace {

Answers filled(std::initializer_list<std::pair<Leaf, std::string_view>> given) {
  Answers answers;
  for (const auto& [leaf, text] : given) answers.set(leaf, text);
  fill_in_what_is_known(answers);
  return answers;
}

Answers at_the_office() {
  return filled({{Leaf::arrangement_type, "new"},
                 {agency_worksite.address, "1800 F Street NW"},
                 {agency_worksite.city(), "Washington"},
                 {agency_worksite.county(), "District of Columbia"},
                 {agency_worksite.state(), "DC"}});
}

}  // namespace

TEST_CASE("each that is known says where it is from, and stands once in the table") {
  for (const KnownAnswer& one : known_answers()) {
    CAPTURE(info(one.leaf).id);
    CHECK(one.words.starts_with("Filled in "));
    CHECK(test::contains(one.words, "Change it if "));
    CHECK(find_known_answer(one.leaf) == &one);
  }
  CHECK(find_known_answer(Leaf::notes) == nullptr);
}

TEST_CASE("App. A, Part C, item 4: the pay plan is GS until another is typed, and is not assumed beside a salary") {
  CHECK(filled({}).text(Leaf::position_pay_plan) == "GS");
  CHECK(filled({}).is_assumed(Leaf::position_pay_plan));
  CHECK(filled({{Leaf::position_pay_plan, "ES"}}).text(Leaf::position_pay_plan) == "ES");
  CHECK(filled({{Leaf::locality_pay_agency_salary, "150000"}}).is_empty(Leaf::position_pay_plan));
}

TEST_CASE("App. A, Part B, item 2: for a new request the official worksite is the agency worksite, and follows it") {
  Answers answers = at_the_office();
  CHECK(answers.text(current_worksite.city()) == "Washington");
  CHECK(answers.text(current_worksite.address) == "1800 F Street NW");
  CHECK(answers.is_assumed(current_worksite.county()));
  answers.set(agency_worksite.city(), "Arlington");
  fill_in_what_is_known(answers);
  CHECK(answers.text(current_worksite.city()) == "Arlington");
  answers.set(Leaf::arrangement_type, "modification");
  fill_in_what_is_known(answers);
  CHECK(answers.is_empty(current_worksite.city()));
  CHECK(answers.is_empty(current_worksite.address));
}

TEST_CASE("App. A, Part B, item 2: a place that a person types is theirs whole, and takes nothing from another one") {
  Answers answers = at_the_office();
  answers.set(current_worksite.city(), "Denver");
  answers.set(current_worksite.county(), "Denver County");
  answers.set(current_worksite.state(), "CO");
  fill_in_what_is_known(answers);
  CHECK(answers.text(current_worksite.city()) == "Denver");
  CHECK_FALSE(answers.is_assumed(current_worksite.city()));
  CHECK(answers.is_empty(current_worksite.address));
  // The street alone can be typed beside the place that is filled in.
  answers = at_the_office();
  answers.set(current_worksite.address, "Room 12");
  fill_in_what_is_known(answers);
  CHECK(answers.text(current_worksite.address) == "Room 12");
  CHECK(answers.is_assumed(current_worksite.city()));
}

TEST_CASE("what a person has emptied stays open") {
  Answers answers = at_the_office();
  answers.set(current_worksite.city(), "");
  const Leaf open[] = {current_worksite.city()};
  fill_in_what_is_known(answers, open);
  CHECK(answers.is_empty(current_worksite.city()));
  CHECK(answers.is_empty(current_worksite.state()));
}

TEST_CASE("App. A, Part E, line 1: the rest of the time, as long as the other two leave one") {
  Answers answers = filled({{Leaf::travel_budget_share_agency, "5%"}});
  CHECK(answers.is_empty(Leaf::travel_budget_share_requested));
  answers.set(Leaf::travel_budget_share_travel, "0.02");
  fill_in_what_is_known(answers);
  CHECK(answers.text(Leaf::travel_budget_share_requested) == "0.93");
  answers.set(Leaf::travel_budget_share_travel, "97%");
  fill_in_what_is_known(answers);
  CHECK(answers.is_empty(Leaf::travel_budget_share_requested));
  answers.set(Leaf::travel_budget_share_requested, "0.9");
  answers.set(Leaf::travel_budget_share_travel, "0.01");
  fill_in_what_is_known(answers);
  CHECK(answers.text(Leaf::travel_budget_share_requested) == "0.9");
}

TEST_CASE("Order ¶3b: a telework site in a state or a territory is in the United States; elsewhere nothing is known") {
  CHECK(filled({{requested_worksite.state(), "PR"}}).text(Leaf::eligibility_in_united_states) == "yes");
  CHECK(filled({{requested_worksite.state(), "Ontario"}}).is_empty(Leaf::eligibility_in_united_states));
  CHECK(filled({{requested_worksite.state(), "PR"}, {Leaf::eligibility_in_united_states, "no"}})
            .text(Leaf::eligibility_in_united_states) == "no");
}

TEST_CASE("App. A, Part K: the supervisor is that of Part J, by name and title; neither a decision nor a date is") {
  const Answers answers = filled({{Leaf::concurring_supervisor_name, "Pat Lee"},
                                  {Leaf::concurring_supervisor_title, "Branch Chief"},
                                  {Leaf::concurring_supervisor_decision, "concur"},
                                  {Leaf::concurring_supervisor_date, "2026-11-20"}});
  CHECK(answers.text(Leaf::concurrences_supervisor_name) == "Pat Lee");
  CHECK(answers.text(Leaf::concurrences_supervisor_title) == "Branch Chief");
  CHECK(answers.is_empty(Leaf::concurrences_supervisor_decision));
  CHECK(answers.is_empty(Leaf::concurrences_supervisor_date));
  CHECK(filled({{Leaf::concurring_supervisor_name, "Pat Lee"},
                {Leaf::concurring_supervisor_title, "Branch Chief"},
                {Leaf::concurrences_supervisor_name, "Kim Ono"}})
            .is_empty(Leaf::concurrences_supervisor_title));
}

TEST_CASE("App. B, Part D: as answered on eligibility and as decided in Part L") {
  const Answers answers =
      filled({{Leaf::eligibility_telework_agreement_approved, "yes"}, {Leaf::determination_outcome, "disapproved"}});
  CHECK(answers.text(Leaf::agreement_telework_agreement_approved) == "yes");
  CHECK(answers.text(Leaf::agreement_analysis_tool_approved) == "no");
  CHECK(filled({}).is_empty(Leaf::agreement_analysis_tool_approved));
}

TEST_CASE("App. D, Part A: the name of the Analysis Tool, in a review alone") {
  CHECK(filled({{Leaf::arrangement_type, "annual_review"}, {Leaf::employee_last_name, "Rivera"}})
            .text(Leaf::annual_review_last_name) == "Rivera");
  CHECK(filled({{Leaf::arrangement_type, "new"}, {Leaf::employee_last_name, "Rivera"}})
            .is_empty(Leaf::annual_review_last_name));
}

TEST_CASE("App. A, B2 and Part K: only what is marked follows, only where its source is another one, and nothing is new") {
  const Answers before = at_the_office();
  Answers answers = before;
  answers.set(agency_worksite.city(), "Arlington");
  answers.set(Leaf::concurring_supervisor_name, "Pat Lee");
  follow_what_is_known(answers, before);
  CHECK(answers.text(current_worksite.city()) == "Arlington");
  CHECK(answers.is_assumed(current_worksite.city()));
  CHECK(answers.is_empty(Leaf::concurrences_supervisor_name));

  // What a file marks and its source does not tell stays, until the source is changed.
  Answers stale = before;
  stale.set(current_worksite.city(), "Denver");
  stale.mark_assumed(current_worksite.city());
  const Answers stale_before = stale;
  stale.set(Leaf::notes, "One more.");
  follow_what_is_known(stale, stale_before);
  CHECK(stale.text(current_worksite.city()) == "Denver");
}
