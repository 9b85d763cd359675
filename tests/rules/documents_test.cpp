// Which documents, why and by when (HRM 6040.2 ¶7a, ¶8d, ¶8e, ¶10, ¶11c; App. A, Part I).
#include <algorithm>

#include "figures.h"
#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

namespace {

// A worksheet whose figures ask, or do not ask, for a justification.
Worksheet sheet(Justification justification) {
  Worksheet worksheet;
  worksheet.justification = justification;
  return worksheet;
}

Document document(std::string_view id, const Answers& answers,
                  const Worksheet& worksheet = sheet(Justification::not_required)) {
  const std::vector<Document> documents = find_documents(answers, worksheet, on(a_day));
  const auto found =
      std::find_if(documents.begin(), documents.end(), [&](const Document& one) { return one.id == id; });
  REQUIRE(found != documents.end());
  CHECK(!found->why.empty());
  const bool is_open = found->requirement == Requirement::unknown || found->lateness == Lateness::unknown;
  CHECK(is_open == !found->settled_by.empty());
  return *found;
}

}  // namespace

TEST_CASE("¶7a(1), ¶7a(2): the Analysis Tool and the agreement are required above 90 days") {
  for (const std::string_view id : {"doc.analysis_tool", "doc.agreement"}) {
    CAPTURE(id);
    CHECK(document(id, lasting("2027-03-31")).requirement == Requirement::not_required);  // 90 days
    CHECK(document(id, lasting("2027-04-01")).requirement == Requirement::required);      // 91
    CHECK(document(id, eligible()).requirement == Requirement::required);
    CHECK(document(id, lasting("")).settled_by == Leaves{Leaf::arrangement_end});
  }
}

TEST_CASE("¶7a(1), ¶11a: a modification and each annual review take the Analysis Tool whatever the length") {
  CHECK(document("doc.analysis_tool", with(lasting("2027-03-31"), {{Leaf::arrangement_type, "modification"}}))
            .requirement == Requirement::required);
  const Document review = document("doc.analysis_tool", with(lasting(""), {{Leaf::arrangement_type, "annual_review"}}));
  CHECK(review.requirement == Requirement::required);
  CHECK(review.due == calendar_date(2027, 8, 15));
}

TEST_CASE("¶10a: the agreement is signed before the arrangement begins") {
  CHECK(document("doc.agreement", eligible()).due == calendar_date(2027, 1, 31));
  CHECK_FALSE(document("doc.agreement", lasting("2027-03-31")).due.has_value());
}

TEST_CASE("¶11a, App. B, item 5a: after a review it is signed anew by August 15, not before the arrangement began") {
  const Document renewed = document("doc.agreement", with(eligible(), {{Leaf::arrangement_type, "annual_review"},
                                                                       {Leaf::arrangement_start, "2024-01-10"},
                                                                       {Leaf::annual_review_date, "2026-07-20"}}));
  CHECK(renewed.due == calendar_date(2026, 8, 15));
  CHECK(renewed.by_when == "signed again by employee and supervisor with the annual review, to continue it");
}

TEST_CASE("¶7a(3), ¶10b: the telework agreement is always required, before the request or within a recruit's 60 days") {
  CHECK(document("doc.telework_agreement", lasting("2027-02-01")).requirement == Requirement::required);
  CHECK(document("doc.telework_agreement", with(eligible(), {{Leaf::clock_requested_on, "2026-12-18"}})).due ==
        calendar_date(2026, 12, 17));
  const Answers recruit =
      with(eligible(), {{Leaf::arrangement_action, "recruit"}, {Leaf::recruit_agreement_entry_on_duty, "2026-01-15"}});
  CHECK(document("doc.telework_agreement", recruit).due == calendar_date(2026, 3, 16));
}

TEST_CASE("¶10c: the Recruit Agreement is for recruits, within 90 days of entry on duty") {
  CHECK(document("doc.recruit_agreement", eligible()).requirement == Requirement::not_required);
  const Answers recruit =
      with(eligible(), {{Leaf::arrangement_action, "recruit"}, {Leaf::recruit_agreement_entry_on_duty, "2026-01-15"}});
  CHECK(document("doc.recruit_agreement", recruit).requirement == Requirement::required);
  CHECK(document("doc.recruit_agreement", recruit).due == calendar_date(2026, 4, 15));
  CHECK(document("doc.recruit_agreement", with(eligible(), {{Leaf::arrangement_action, ""}})).settled_by ==
        Leaves{Leaf::arrangement_action});
}

TEST_CASE("¶11c, App. D, Part A: the review form goes with an annual review") {
  const Document now = document("doc.annual_review", eligible());
  CHECK(now.requirement == Requirement::not_required);
  CHECK(figures_of(now.why) == "August 15 2027");
  const Document review = document("doc.annual_review", with(eligible(), {{Leaf::arrangement_type, "annual_review"}}));
  CHECK(review.requirement == Requirement::required);
  CHECK(review.due == calendar_date(2027, 8, 15));
}

TEST_CASE("¶8e(1): a justification where it costs more, or where the overall cost is a cost") {
  for (const Justification asks : {Justification::net_change, Justification::overall,
                                   Justification::net_change_and_overall, Justification::term}) {
    CHECK(document("doc.cost_justification", eligible(), sheet(asks)).requirement == Requirement::required);
  }
  CHECK(document("doc.cost_justification", eligible()).requirement == Requirement::not_required);
}

TEST_CASE("¶8e(1): the overall cost asks for it by itself; an unknown net annual change is said to be unknown") {
  const Answers trips = with(eligible(), {{Leaf::travel_budget_transport, "100"},
                                          {Leaf::travel_budget_mie, "50"},
                                          {Leaf::travel_budget_lodging, "100"},
                                          {Leaf::travel_budget_extra, "0"},
                                          {Leaf::travel_budget_nights, "1"},
                                          {Leaf::travel_budget_trips, "2"}});
  const Answers costs_less =
      with(trips, {{Leaf::locality_pay_requested_salary, "100000"}, {Leaf::locality_pay_agency_salary, "120000"}});
  CHECK(document("doc.cost_justification", trips, calculate(FoundRates(), trips)).why ==
        "The overall cost is above zero; the net annual change is not known yet.");
  CHECK(document("doc.cost_justification", costs_less, calculate(FoundRates(), costs_less)).why ==
        "The overall cost is above zero, though the net annual change is not.");
  Worksheet in_term = sheet(Justification::term);
  CHECK(grounds_of_justification(in_term) ==
        "The net change in the term is above zero; the net annual change is not known yet.");
  in_term.net_annual_change = Money();
  CHECK(grounds_of_justification(in_term) ==
        "The net change in the term is above zero, though neither the net annual change nor the overall "
        "cost is.");
}

TEST_CASE("¶8e(1): while the figures are open, their answers settle it") {
  const Answers answers = with(eligible(), {{Leaf::travel_budget_trips, "4"}});
  const Worksheet worksheet = calculate(FoundRates(), answers);
  const Document open = document("doc.cost_justification", answers, worksheet);
  CHECK(open.requirement == Requirement::unknown);
  CHECK(std::find(open.settled_by.begin(), open.settled_by.end(), Leaf::travel_budget_transport) !=
        open.settled_by.end());
}

TEST_CASE("¶8e(2): for a current employee also why the person would leave and what would be lost") {
  const Worksheet costs = sheet(Justification::net_change);
  CHECK(document("doc.retention_justification", eligible(), costs).requirement == Requirement::required);
  CHECK(document("doc.retention_justification", eligible()).requirement == Requirement::not_required);
  const Answers recruit = with(eligible(), {{Leaf::arrangement_action, "recruit"}});
  CHECK(document("doc.retention_justification", recruit, costs).requirement == Requirement::not_required);
  CHECK(document("doc.retention_justification", with(eligible(), {{Leaf::arrangement_action, ""}}), costs).settled_by ==
        Leaves{Leaf::arrangement_action});
}

TEST_CASE("App. A, Part I, item 2: each line of Part F that is not zero is explained") {
  CHECK(document("doc.item_explanation", eligible()).requirement == Requirement::not_required);
  CHECK(document("doc.item_explanation", with(eligible(), {{Leaf::additional_space_savings, "0"}})).requirement ==
        Requirement::not_required);
  CHECK(document("doc.item_explanation", with(eligible(), {{Leaf::additional_space_savings, "0.01"}})).requirement ==
        Requirement::required);
  CHECK(document("doc.item_explanation", with(eligible(), {{Leaf::additional_space_savings, "some"}})).settled_by ==
        Leaves{Leaf::additional_space_savings});
  CHECK(document("doc.item_explanation", with(eligible(), {{Leaf::additional_other2_label, "Parking"}})).settled_by ==
        Leaves{Leaf::additional_other2_amount});
  Answers unread = eligible();
  unread.mark_unread(Leaf::additional_travel_savings);
  CHECK(document("doc.item_explanation", unread).settled_by == Leaves{Leaf::additional_travel_savings});
}

TEST_CASE("¶8d: the cost of ending it is estimated whenever the Analysis Tool is required") {
  CHECK(document("doc.relocation_estimate", eligible()).requirement == Requirement::required);
}

TEST_CASE("¶7a, ¶8d, ¶8e: up to 90 days Parts H and I are parts of a tool that is not required; unknown while it is") {
  const Answers costly = with(lasting("2027-03-31"), {{Leaf::additional_space_savings, "5"}});
  for (const std::string_view id :
       {"doc.relocation_estimate", "doc.cost_justification", "doc.item_explanation", "doc.retention_justification"}) {
    CAPTURE(id);
    const Worksheet costs = sheet(Justification::net_change);
    CHECK(document(id, costly, costs).requirement == Requirement::not_required);
    CHECK(document(id, with(costly, {{Leaf::arrangement_end, "2027-04-01"}}), costs).requirement ==
          Requirement::required);
    CHECK(document(id, with(costly, {{Leaf::arrangement_end, ""}}), costs).settled_by == Leaves{Leaf::arrangement_end});
    CHECK(document(id, with(costly, {{Leaf::arrangement_type, "modification"}}), costs).requirement ==
          Requirement::required);
  }
}

TEST_CASE("¶10a: a due date on a day off has the last work day before it, and one that has passed is late") {
  // The day before Monday, November 2, 2026.
  const Answers answers = with(eligible(), {{Leaf::arrangement_start, "2026-11-02"}});
  const Document open = document("doc.agreement", answers);
  CHECK(open.due == calendar_date(2026, 11, 1));
  CHECK(open.work_day_before == calendar_date(2026, 10, 30));
  CHECK(open.lateness == Lateness::late);
  const auto signed_on = [&](std::string_view date) {
    return document("doc.agreement", with(answers, {{Leaf::agreement_employee_signature_date, "2026-10-20"},
                                                    {Leaf::agreement_supervisor_signature_date, date}}));
  };
  CHECK(signed_on("2026-11-01").lateness == Lateness::done_in_time);
  CHECK(signed_on("2026-11-02").lateness == Lateness::done_late);
  CHECK(signed_on("2026-11-02").done == calendar_date(2026, 11, 2));
  CHECK_FALSE(signed_on("").done.has_value());
}

TEST_CASE("¶7a: a document that is there on a day that nobody names is not late") {
  const Answers asked = with(eligible(), {{Leaf::clock_requested_on, "2026-08-03"}});
  CHECK_FALSE(document("doc.telework_agreement", asked).lateness.has_value());
  CHECK(document("doc.telework_agreement", with(asked, {{Leaf::eligibility_telework_agreement_approved, "no"}}))
            .lateness == Lateness::late);
  const Answers said = with(eligible(), {{Leaf::arrangement_start, "2026-11-02"}});
  CHECK(document("doc.analysis_tool", said).lateness == Lateness::late);
  CHECK_FALSE(document("doc.analysis_tool", with(said, {{Leaf::agreement_analysis_tool_approved, "yes"}}))
                  .lateness.has_value());
}

TEST_CASE("¶10b: while nobody says whether the telework agreement is approved, it is not late; that answer is named") {
  const Answers asked =
      with(eligible(), {{Leaf::clock_requested_on, "2026-08-03"}, {Leaf::eligibility_telework_agreement_approved, ""}});
  const Document open = document("doc.telework_agreement", asked);
  CHECK(open.lateness == Lateness::unknown);
  CHECK(open.settled_by == Leaves{Leaf::eligibility_telework_agreement_approved});
  const Document early = document("doc.telework_agreement", with(asked, {{Leaf::clock_requested_on, "2026-12-18"}}));
  CHECK(early.lateness == Lateness::not_due);
}

TEST_CASE("¶10b, App. C: while it is not said whether it is a recruit action, the telework agreement has no date yet") {
  const Answers asked = with(eligible(), {{Leaf::arrangement_action, ""},
                                          {Leaf::clock_requested_on, "2026-08-03"},
                                          {Leaf::eligibility_telework_agreement_approved, "no"}});
  CHECK_FALSE(document("doc.telework_agreement", asked).due.has_value());
}

TEST_CASE("¶7a: what may not be required at all is not late while that is unknown") {
  const Answers open = with(lasting(""), {{Leaf::arrangement_start, "2026-06-01"}});
  for (const std::string_view id : {"doc.analysis_tool", "doc.agreement"}) {
    CAPTURE(id);
    CHECK(document(id, open).requirement == Requirement::unknown);
    CHECK_FALSE(document(id, open).lateness.has_value());
    CHECK(document(id, with(open, {{Leaf::arrangement_end, "2026-12-31"}})).lateness == Lateness::late);
  }
}

TEST_CASE("¶9: of a request that is denied or disapproved no document is late, or due any more") {
  const Answers begun = with(eligible(), {{Leaf::arrangement_start, "2026-06-01"},
                                          {Leaf::clock_requested_on, "2026-05-01"},
                                          {Leaf::eligibility_telework_agreement_approved, "no"}});
  const Answers recruit = with(begun, {{Leaf::arrangement_action, "recruit"},
                                       {Leaf::clock_requested_on, ""},
                                       {Leaf::recruit_agreement_entry_on_duty, "2026-06-01"}});
  const auto of = [](const Answers& answers) {
    return with(answers, {{Leaf::concurrences_deputy_administrator_decision, "deny"}});
  };
  for (const std::string_view id : {"doc.analysis_tool", "doc.agreement", "doc.telework_agreement"}) {
    CAPTURE(id);
    CHECK(document(id, begun).lateness == Lateness::late);
    for (const Answers& over :
         {of(begun), with(of(begun), {{Leaf::determination_outcome, "disapproved"}}), of(recruit)}) {
      CHECK_FALSE(document(id, over).due.has_value());
      CHECK_FALSE(document(id, over).lateness.has_value());
    }
  }
  CHECK(document("doc.recruit_agreement", recruit).lateness == Lateness::late);
  CHECK_FALSE(document("doc.recruit_agreement", of(recruit)).lateness.has_value());
  CHECK(document("doc.annual_review", of(begun)).why == "This is not an annual review.");
  // A review is made and filed whatever becomes of it.
  const Answers review = with(of(begun), {{Leaf::arrangement_type, "annual_review"},
                                          {Leaf::arrangement_start, "2025-02-03"},
                                          {Leaf::annual_review_date, "2026-08-20"}});
  CHECK(document("doc.annual_review", review).lateness == Lateness::late);
  CHECK_FALSE(document("doc.agreement", review).lateness.has_value());
}
