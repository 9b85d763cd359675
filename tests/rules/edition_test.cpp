// What the rules decide and say follows the edition that they are given: each number once on both sides of an invented
// one, and no text with a number of the order of 2018.
#include "order/edition.h"

#include <algorithm>

#include "base/text.h"
#include "figures.h"
#include "long_text.h"
#include "order/invented_edition.h"
#include "rules/asked_of.h"
#include "rules/terms.h"

using namespace ftt;
using namespace ftt::test;

namespace {

RuleContext invented_on(Date today) {
  return {invented_edition, today, without_closures};
}

Finding finding(RuleId rule, const Answers& answers, Date today = a_day) {
  return find_eligibility(answers, invented_on(today)).find(rule);
}

Deadline invented_deadline(std::string_view id, const Answers& answers) {
  std::vector<Deadline> deadlines = find_deadlines(answers, invented_on(a_day));
  const auto found =
      std::find_if(deadlines.begin(), deadlines.end(), [&](const Deadline& one) { return one.id == id; });
  REQUIRE(found != deadlines.end());
  return *found;
}

Document invented_document(std::string_view id, const Answers& answers) {
  std::vector<Document> documents = find_documents(answers, Worksheet(), invented_on(a_day));
  const auto found =
      std::find_if(documents.begin(), documents.end(), [&](const Document& one) { return one.id == id; });
  REQUIRE(found != documents.end());
  return *found;
}

std::string raised(std::string_view rule, const Answers& answers) {
  for (const CrossCheck& check : cross_check(answers, FoundRates(), Worksheet(), invented_on(a_day))) {
    if (check.rule == rule) return check.message;
  }
  return {};
}

// Every text that the rules write about the answers, one a line.
std::string texts_on(const Answers& answers) {
  const RuleContext context = invented_on(a_day);
  std::string texts;
  for (const Finding& one : find_eligibility(answers, context).findings)
    append(texts, one.message, "\n", one.next, "\n");
  for (const Finding& one : find_terms(answers, invented_edition)) append(texts, one.message, "\n", one.next, "\n");
  for (const Document& one : find_documents(answers, Worksheet(), context)) {
    append(texts, one.title, "\n", one.why, "\n", one.by_when, "\n");
  }
  for (const Deadline& one : find_deadlines(answers, context)) append(texts, one.title, "\n");
  for (const CrossCheck& one : cross_check(answers, FoundRates(), Worksheet(), context))
    append(texts, one.message, "\n");
  const Holder holder = find_holder(answers, context);
  append(texts, holder.message, "\n", holder.next, "\n");
  return texts;
}

}  // namespace

TEST_CASE("an edition: ¶8b asks for its days in the position") {
  constexpr Date start = calendar_date(2026, 1, 5);
  CHECK(finding("eligible.time_in_position", eligible(), start + Days(119)).status == Status::fail);
  const Finding full = finding("eligible.time_in_position", eligible(), start + Days(120));
  CHECK(full.status == Status::pass);
  const std::string figures = figures_of(full.message);
  CHECK(std::string_view(figures).substr(figures.rfind(" ") + 1) == "120");
  CHECK(invented_deadline("eligible.time_in_position", eligible()).due == start + Days(120));
  CHECK(contains(raised("clock.asked_too_early", with(eligible(), {{Leaf::clock_requested_on, "2026-03-01"}})),
                 "120 are required"));
  CHECK(raised("clock.asked_too_early", with(eligible(), {{Leaf::clock_requested_on, "2026-05-05"}})).empty());
}

TEST_CASE("an edition: ¶7a and App. A, Part A, item 3 go by its lengths") {
  CHECK(invented_document("doc.agreement", lasting("2027-01-30")).requirement == Requirement::not_required);
  CHECK(invented_document("doc.agreement", lasting("2027-01-31")).requirement == Requirement::required);
  CHECK(contains(finding("duration.documented", lasting("2027-01-31")).message, "more than 30"));
  CHECK(finding("duration.kind", lasting("2027-02-09")).status == Status::note);
  CHECK(finding("duration.kind", lasting("2027-02-10")).status == Status::pass);
}

TEST_CASE("an edition: ¶3h(1) and the checks of Part E go by its regular presence") {
  const auto with_days = [](std::string_view days) {
    return with(eligible(), {{Leaf::eligibility_agency_days_per_pay_period, days}});
  };
  CHECK(finding("worksite.regular", with_days("2")).status == Status::pass);
  CHECK(finding("worksite.regular", with_days("3")).status == Status::fail);
  const auto trips = [](std::string_view share, std::string_view nights, std::string_view count) {
    return answers_of({{Leaf::travel_budget_share_agency, share},
                       {Leaf::travel_budget_nights, nights},
                       {Leaf::travel_budget_trips, count}});
  };
  CHECK(raised("worksite.presence", trips("0.24", "", "")).empty());
  CHECK(contains(raised("worksite.presence", trips("0.25", "", "")), "is three or more days in a pay period of 12,"));
  CHECK(raised("travel_budget.regular_trips", trips("", "1.9", "20")).empty());
  CHECK(raised("travel_budget.regular_trips", trips("", "2", "19")).empty());
  CHECK(contains(
      raised("travel_budget.regular_trips", trips("", "2", "20")),
      "20 trips of three days or more are one in each of the 20 pay periods of a year: three days a pay period"));
  CHECK(contains(raised("travel_budget.presence_and_trips", trips("0.9", "3", "4")), "out of 240 work days"));
}

TEST_CASE("an edition: ¶1e names the day on which an overseas arrangement stood") {
  const Answers abroad =
      answers_of({{Leaf::eligibility_in_united_states, "no"}, {Leaf::eligibility_overseas_existing, "yes"}});
  CHECK(contains(finding("scope.overseas_existing", abroad).message, "existed on March 11, 2024"));
}

TEST_CASE("an edition: ¶9, ¶10c and App. C run its clocks") {
  const Answers answers = answers_of({{Leaf::arrangement_action, "incumbent"},
                                      {Leaf::clock_requested_on, "2026-06-01"},
                                      {Leaf::clock_hr_received_on, "2026-06-08"},
                                      {Leaf::clock_deputy_received_on, "2026-06-08"}});
  CHECK(invented_deadline("clock.chain", answers).due == calendar_date(2026, 6, 16));
  CHECK(invented_deadline("clock.hr_director", answers).due == calendar_date(2026, 6, 11));
  CHECK(invented_deadline("clock.deputy_administrator", answers).due == calendar_date(2026, 6, 15));
  const Answers recruit =
      answers_of({{Leaf::arrangement_action, "recruit"}, {Leaf::recruit_agreement_entry_on_duty, "2026-06-01"}});
  CHECK(invented_deadline("clock.recruit_agreement", recruit).due == calendar_date(2026, 7, 16));
  CHECK(invented_deadline("clock.recruit_training", recruit).due == calendar_date(2026, 6, 16));
  CHECK(invented_document("doc.recruit_agreement", recruit).due == calendar_date(2026, 7, 16));
  CHECK(contains(invented_document("doc.recruit_agreement", recruit).by_when, "within 45 days of entry on duty"));
  CHECK(invented_document("doc.telework_agreement", recruit).due == calendar_date(2026, 6, 16));
  CHECK(invented_document("doc.telework_agreement", recruit).by_when == "within 15 days of entry on duty");
}

TEST_CASE("an edition: ¶11a has its days of the review") {
  const auto created = [](std::string_view day) { return answers_of({{Leaf::arrangement_start, day}}); };
  CHECK(invented_deadline("review.first", created("2026-02-14")).due == calendar_date(2026, 6, 12));
  CHECK(invented_deadline("review.first", created("2026-02-15")).due == calendar_date(2027, 6, 12));
  CHECK(invented_deadline("review.first", created("2026-02-15")).opens == calendar_date(2027, 5, 1));
  CHECK(invented_document("doc.annual_review", created("2026-02-15")).by_when ==
        "to the servicing HR office by June 12");
  CHECK(contains(texts_on(created("2026-02-15")), "Each year the review starts in May and is done by June 12."));
}

TEST_CASE("an edition: no text of the rules has a number of another one") {
  const Answers recruit =
      with(eligible(), {{Leaf::arrangement_action, "recruit"}, {Leaf::eligibility_telework_agreement_approved, "no"}});
  const Answers crowded = with(eligible(), {{Leaf::travel_budget_share_agency, "0.5"},
                                            {Leaf::travel_budget_nights, "3"},
                                            {Leaf::travel_budget_trips, "24"},
                                            {Leaf::clock_requested_on, "2026-01-20"},
                                            {Leaf::eligibility_agency_days_per_pay_period, "4"}});
  const Answers review =
      with(eligible(), {{Leaf::arrangement_type, "annual_review"}, {Leaf::annual_review_date, "2026-11-20"}});
  const Answers overseas =
      with(eligible(), {{Leaf::eligibility_in_united_states, "no"}, {Leaf::eligibility_overseas_existing, "yes"}});
  const Answers too_early = with(eligible(), {{Leaf::eligibility_position_start, "2026-11-01"}});
  for (const Answers& answers : {Answers(), eligible(), lasting("2027-01-20"), lasting("2027-02-05"),
                                 lasting("2027-06-20"), recruit, crowded, review, overseas, too_early}) {
    const std::string texts = texts_on(answers);
    for (const std::string_view other : {"180", "90", "60 ", " 20 work", " 7 work", "21 work", "260", "26 ", "two days",
                                         "two or more", "period of ten", "July", "August", "March 30", "2018"}) {
      CAPTURE(other);
      CAPTURE(texts);
      CHECK(lacks(texts, other));
    }
  }
}
