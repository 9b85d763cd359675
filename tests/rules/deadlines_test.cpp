// The clocks, day by day (HRM 6040.2 ¶9a, ¶9c, ¶10c, ¶11a; App. C).
#include <algorithm>

#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

namespace {

std::optional<Deadline> find(std::string_view id, const Answers& answers, const RuleContext& context = on(a_day)) {
  for (Deadline& deadline : find_deadlines(answers, context)) {
    if (deadline.id == id) return std::move(deadline);
  }
  return std::nullopt;
}

Deadline deadline(std::string_view id, const Answers& answers, const RuleContext& context = on(a_day)) {
  std::optional<Deadline> found = find(id, answers, context);
  REQUIRE(found.has_value());
  return *found;
}

Answers created(std::string_view date) {
  return answers_of({{Leaf::arrangement_start, date}});
}

}  // namespace

TEST_CASE("¶9a: a request on Friday, June 12, 2026 is submitted or denied by July 14") {
  const Deadline chain = deadline("clock.chain", requested_in_june);
  CHECK(chain.from == calendar_date(2026, 6, 12));
  CHECK(chain.due == calendar_date(2026, 7, 14));
  CHECK(chain.days == 20);
  CHECK_FALSE(chain.work_day_before.has_value());
}

TEST_CASE("¶9a: the holidays that the clock passed over are listed") {
  const Deadline chain = deadline("clock.chain", requested_in_june);
  REQUIRE(chain.skipped.size() == 2);
  CHECK(chain.skipped[0].date == calendar_date(2026, 6, 19));
  CHECK(chain.skipped[0].name == "Juneteenth National Independence Day");
  CHECK(chain.skipped[1].date == calendar_date(2026, 7, 3));
  CHECK(chain.skipped[1].name == "Independence Day");
}

TEST_CASE("¶9a: a one-off closure moves the day, and so does Inauguration Day where it counts") {
  const std::vector<Date> closures = {calendar_date(2026, 7, 6)};
  const Deadline chain = deadline("clock.chain", requested_in_june, on(a_day, WorkCalendar(closures)));
  CHECK(chain.due == calendar_date(2026, 7, 15));
  CHECK(chain.skipped.back().name == "Closure");
  const Answers winter = answers_of({{Leaf::clock_hr_received_on, "2029-01-16"}});
  CHECK(deadline("clock.hr_director", winter).due == calendar_date(2029, 1, 25));
  CHECK(deadline("clock.hr_director", winter, on(a_day, WorkCalendar({}, InaugurationDay::ignored))).due ==
        calendar_date(2029, 1, 25));
  const Answers other = answers_of({{Leaf::clock_hr_received_on, "2025-01-15"}});
  CHECK(deadline("clock.hr_director", other).due == calendar_date(2025, 1, 27));
  // In 2033 Inauguration Day is a Thursday.
  const Answers later = answers_of({{Leaf::clock_hr_received_on, "2033-01-18"}});
  CHECK(deadline("clock.hr_director", later).due == calendar_date(2033, 1, 27));
  const Deadline observed =
      deadline("clock.hr_director", later, on(a_day, WorkCalendar({}, InaugurationDay::observed)));
  CHECK(observed.due == calendar_date(2033, 1, 28));
  CHECK(observed.skipped.front().name == "Inauguration Day");
}

TEST_CASE("¶9c: the servicing HR Director has 7 work days, from July 14 to July 23, 2026") {
  CHECK(deadline("clock.hr_director", answers_of({{Leaf::clock_hr_received_on, "2026-07-14"}})).due ==
        calendar_date(2026, 7, 23));
}

TEST_CASE("¶9c: the Deputy Administrator has 21 work days, from July 23 to August 21, 2026") {
  CHECK(deadline("clock.deputy_administrator", answers_of({{Leaf::clock_deputy_received_on, "2026-07-23"}})).due ==
        calendar_date(2026, 8, 21));
}

TEST_CASE("¶9: without its own start a clock is unknown and names it; one never starts from another") {
  const Deadline hr = deadline("clock.hr_director", requested_in_june);
  CHECK_FALSE(hr.due.has_value());
  CHECK(hr.settled_by == Leaves{Leaf::clock_hr_received_on});
  CHECK(hr.lateness == Lateness::not_due);
}

TEST_CASE("¶9a: late the day after, not on the day; done when the servicing HR Director has it, or with a denial") {
  CHECK(deadline("clock.chain", requested_in_june, on(calendar_date(2026, 7, 13))).lateness == Lateness::not_due);
  CHECK(deadline("clock.chain", requested_in_june, on(calendar_date(2026, 7, 14))).lateness == Lateness::due_today);
  CHECK(deadline("clock.chain", requested_in_june, on(calendar_date(2026, 7, 15))).lateness == Lateness::late);
  CHECK(deadline("clock.chain", with(requested_in_june, {{Leaf::clock_hr_received_on, "2026-07-14"}})).lateness ==
        Lateness::done_in_time);
  CHECK(deadline("clock.chain", with(requested_in_june, {{Leaf::clock_hr_received_on, "2026-07-15"}})).lateness ==
        Lateness::done_late);
  CHECK(deadline("clock.chain", with(requested_in_june, {{Leaf::concurrences_second_level_decision, "deny"},
                                                         {Leaf::concurrences_second_level_date, "2026-06-20"}}))
            .lateness == Lateness::done_in_time);
}

TEST_CASE(
    "¶9a: the 20 days run from an employee's request: a recruit action has none, a review only where one is written") {
  CHECK_FALSE(find("clock.chain", with(requested_in_june, {{Leaf::arrangement_action, "recruit"}})).has_value());
  const Answers review = answers_of({{Leaf::arrangement_type, "annual_review"}});
  CHECK_FALSE(find("clock.chain", review).has_value());
  CHECK(deadline("clock.chain", with(review, {{Leaf::clock_requested_on, "2026-06-12"}})).due ==
        calendar_date(2026, 7, 14));
}

TEST_CASE("¶9: an act that is dated before its own clock began was not done in time") {
  const Answers early = answers_of({{Leaf::clock_requested_on, "2026-11-20"},
                                    {Leaf::clock_hr_received_on, "2026-11-05"},
                                    {Leaf::concurrences_hr_director_date, "2026-11-04"},
                                    {Leaf::clock_deputy_received_on, "2026-10-05"},
                                    {Leaf::determination_date, "2026-08-01"}});
  for (const std::string_view clock : {"clock.chain", "clock.hr_director", "clock.deputy_administrator"}) {
    CAPTURE(clock);
    CHECK(deadline(clock, early).lateness == Lateness::done_before_start);
  }
  CHECK(name_of(Lateness::done_before_start) == "done_before_start");
  CHECK(words_of(Lateness::reached) == "reached");
}

TEST_CASE("App. C, Part B: the 60 days stop at the training or its certification, once the agreement is approved") {
  const Answers recruit = answers_of({{Leaf::arrangement_action, "recruit"},
                                      {Leaf::recruit_agreement_entry_on_duty, "2026-01-15"},
                                      {Leaf::eligibility_telework_agreement_approved, "yes"}});
  CHECK(deadline("clock.recruit_training", recruit).lateness == Lateness::late);
  const Answers certified = with(recruit, {{Leaf::recruit_agreement_employee_signature_date, "2026-02-01"}});
  CHECK(deadline("clock.recruit_training", certified).done == calendar_date(2026, 2, 1));
  const Answers trained = with(certified, {{Leaf::recruit_agreement_training_completed, "2026-03-17"}});
  CHECK(deadline("clock.recruit_training", trained).lateness == Lateness::done_late);
  const Answers without = with(trained, {{Leaf::eligibility_telework_agreement_approved, "no"}});
  CHECK(deadline("clock.recruit_training", without).lateness == Lateness::late);
}

TEST_CASE("App. C, Part B: entry on duty on January 15, 2026 gives 60 days to March 16") {
  const Answers recruit =
      answers_of({{Leaf::arrangement_action, "recruit"}, {Leaf::recruit_agreement_entry_on_duty, "2026-01-15"}});
  const Deadline training = deadline("clock.recruit_training", recruit);
  CHECK(training.due == calendar_date(2026, 3, 16));
  CHECK(training.skipped.empty());
}

TEST_CASE("¶10c, App. C: entry on duty on January 15, 2026 gives 90 days to April 15") {
  const Answers recruit =
      answers_of({{Leaf::arrangement_action, "recruit"}, {Leaf::recruit_agreement_entry_on_duty, "2026-01-15"}});
  CHECK(deadline("clock.recruit_agreement", recruit).due == calendar_date(2026, 4, 15));
}

TEST_CASE("¶10c: the Recruit Agreement is done when both have signed, and no clock runs on then") {
  const Answers recruit = answers_of({{Leaf::arrangement_action, "recruit"},
                                      {Leaf::recruit_agreement_entry_on_duty, "2026-01-15"},
                                      {Leaf::recruit_agreement_employee_signature_date, "2026-02-01"}});
  CHECK(deadline("clock.recruit_agreement", recruit).lateness == Lateness::late);
  const auto signed_on = [&](std::string_view date) {
    return deadline("clock.recruit_agreement",
                    with(recruit, {{Leaf::recruit_agreement_supervisor_signature_date, date}}));
  };
  CHECK(signed_on("2026-02-02").lateness == Lateness::done_in_time);
  CHECK(signed_on("2026-02-02").done == calendar_date(2026, 2, 2));
  CHECK(signed_on("2026-04-16").lateness == Lateness::done_late);
  CHECK(signed_on("2026-01-14").done == calendar_date(2026, 2, 1));
}

TEST_CASE("¶10c: a current incumbent has no recruit's clocks; while it is not said which, both answers are missing") {
  CHECK_FALSE(find("clock.recruit_agreement", answers_of({{Leaf::arrangement_action, "incumbent"},
                                                          {Leaf::recruit_agreement_entry_on_duty, "2026-01-15"}}))
                  .has_value());
  CHECK(deadline("clock.recruit_training", Answers()).settled_by ==
        Leaves{Leaf::arrangement_action, Leaf::recruit_agreement_entry_on_duty});
}

TEST_CASE("¶11a: created March 30 it is reviewed by the August 15 that follows, created March 31 a year later") {
  CHECK(deadline("review.first", created("2026-03-30")).due == calendar_date(2026, 8, 15));
  CHECK(deadline("review.first", created("2026-03-31")).due == calendar_date(2027, 8, 15));
  CHECK(deadline("review.first", created("2026-09-30")).due == calendar_date(2027, 8, 15));
  CHECK(deadline("review.first", created("2026-10-01")).due == calendar_date(2027, 8, 15));
  CHECK(deadline("review.first", created("2027-03-30")).due == calendar_date(2027, 8, 15));
  CHECK(deadline("review.first", created("2027-03-31")).due == calendar_date(2028, 8, 15));
}

TEST_CASE(
    "¶11a: August 15, 2026 is a Saturday: it is shown as it is, with the Friday before; the review opens in July") {
  const Deadline review = deadline("review.first", created("2026-03-30"));
  CHECK(review.due->weekday() == Weekday::saturday);
  CHECK(review.work_day_before == calendar_date(2026, 8, 14));
  CHECK(review.opens == calendar_date(2026, 7, 1));
}

TEST_CASE("¶11a, ¶11c: in a review the August 15 is that of the review at hand, done once the HR office has signed") {
  const Answers review = with(created("2024-07-15"), {{Leaf::arrangement_type, "annual_review"}});
  CHECK(deadline("review.first", with(review, {{Leaf::annual_review_date, "2026-07-20"}})).due ==
        calendar_date(2026, 8, 15));
  const Answers late = with(review, {{Leaf::annual_review_date, "2026-08-20"}});
  CHECK(deadline("review.first", late).due == calendar_date(2026, 8, 15));
  CHECK(deadline("review.first", late).lateness == Lateness::late);
  CHECK(deadline("review.first", with(late, {{Leaf::annual_review_hr_signature_date, "2026-09-01"}})).lateness ==
        Lateness::done_late);
  const Deadline done = deadline("review.first", with(review, {{Leaf::annual_review_date, "2026-07-20"},
                                                               {Leaf::annual_review_hr_signature_date, "2026-08-16"}}));
  CHECK(done.lateness == Lateness::done_late);
}

TEST_CASE("¶11a: made in the next fiscal year, it is the one that is overdue unless that one has been made") {
  const Answers review = with(created("2024-01-10"),
                              {{Leaf::arrangement_type, "annual_review"}, {Leaf::annual_review_date, "2026-11-21"}});
  const auto due_after = [&](const Answers& answers, Date last_round) {
    return deadline("review.first", answers, {hrm_6040_2, a_day, without_closures, last_round}).due;
  };
  CHECK(due_after(review, calendar_date(2025, 7, 20)) == calendar_date(2026, 8, 15));
  CHECK(due_after(review, calendar_date(2026, 7, 20)) == calendar_date(2027, 8, 15));
  // The one before was late too: that of July is this year's all the same.
  const Answers in_time = with(review, {{Leaf::annual_review_date, "2026-07-10"}});
  CHECK(due_after(in_time, calendar_date(2025, 11, 3)) == calendar_date(2026, 8, 15));
}

TEST_CASE("¶11a, App. D: an old Analysis Tool may have been reviewed without an update: it makes no review late") {
  const Answers review = with(created("2024-04-15"), {{Leaf::arrangement_type, "annual_review"},
                                                      {Leaf::annual_review_date, "2027-06-15"},
                                                      {Leaf::annual_review_tool_date, "2024-03-01"},
                                                      {Leaf::annual_review_outcome, "no_update"}});
  CHECK(deadline("review.first", review, on(calendar_date(2027, 6, 15))).due == calendar_date(2027, 8, 15));
  CHECK(deadline("review.first", review, on(calendar_date(2027, 6, 15))).lateness == Lateness::not_due);
}

TEST_CASE("¶11a: no review is due before the first one") {
  const Answers review = with(created("2026-05-01"), {{Leaf::arrangement_type, "annual_review"}});
  for (const Date today : {calendar_date(2026, 7, 10), calendar_date(2026, 11, 23), calendar_date(2027, 8, 15)}) {
    CHECK(deadline("review.first", review, on(today)).due == calendar_date(2027, 8, 15));
  }
  CHECK(deadline("review.first", review, on(calendar_date(2027, 10, 1))).due == calendar_date(2028, 8, 15));
}

TEST_CASE("¶11a: a short-term arrangement that has ended by then is not reviewed") {
  const Answers brief = answers_of({{Leaf::arrangement_term, "short"},
                                    {Leaf::arrangement_start, "2026-03-01"},
                                    {Leaf::arrangement_end, "2026-08-14"}});
  CHECK_FALSE(find("review.first", brief).has_value());
  CHECK(find("review.first", with(brief, {{Leaf::arrangement_end, "2026-08-15"}})).has_value());
}

TEST_CASE("¶8b: the first day on which a request can be considered is among the dates, and nobody is late for it") {
  const Deadline first = deadline("eligible.time_in_position", eligible());
  CHECK(first.due == calendar_date(2026, 7, 4));
  CHECK(first.lateness == Lateness::reached);
  // Saturday, the 4th of July, which is observed on the Friday before.
  CHECK(first.work_day_after == calendar_date(2026, 7, 6));
  CHECK_FALSE(first.work_day_before.has_value());
  const Deadline sunday =
      deadline("eligible.time_in_position", with(eligible(), {{Leaf::eligibility_position_start, "2026-09-01"}}));
  CHECK(sunday.due == calendar_date(2027, 2, 28));
  CHECK(sunday.work_day_after == calendar_date(2027, 3, 1));
  CHECK_FALSE(
      deadline("eligible.time_in_position", with(eligible(), {{Leaf::eligibility_position_start, "2026-09-02"}}))
          .work_day_after.has_value());
  CHECK_FALSE(
      find("eligible.time_in_position", with(eligible(), {{Leaf::eligibility_advertised_full_time_telework, "yes"}}))
          .has_value());
}

TEST_CASE("App. C, Part B: trained, while nobody says whether the telework agreement is approved, is not late") {
  const Answers trained = answers_of({{Leaf::arrangement_action, "recruit"},
                                      {Leaf::recruit_agreement_entry_on_duty, "2026-05-04"},
                                      {Leaf::recruit_agreement_training_completed, "2026-06-20"}});
  const Deadline open = deadline("clock.recruit_training", trained);
  CHECK(name_of(open.lateness) == "unknown");
  CHECK(words_of(open.lateness) == "not known yet");
  CHECK_FALSE(is_done(open.lateness));
  CHECK(open.settled_by == Leaves{Leaf::eligibility_telework_agreement_approved});
  CHECK(deadline("clock.recruit_training", trained, on(calendar_date(2026, 6, 30))).lateness == Lateness::not_due);
  const Answers untrained = with(trained, {{Leaf::recruit_agreement_training_completed, ""}});
  CHECK(deadline("clock.recruit_training", untrained).lateness == Lateness::late);
  const Answers approved = with(trained, {{Leaf::agreement_telework_agreement_approved, "yes"}});
  CHECK(deadline("clock.recruit_training", approved).lateness == Lateness::done_in_time);
  CHECK(deadline("clock.recruit_training", approved).settled_by.empty());
}

TEST_CASE("App. C, Part B: training before entry on duty is in time: the form sets only a latest day") {
  const Answers early = answers_of({{Leaf::arrangement_action, "recruit"},
                                    {Leaf::recruit_agreement_entry_on_duty, "2026-05-04"},
                                    {Leaf::eligibility_telework_agreement_approved, "yes"},
                                    {Leaf::recruit_agreement_training_completed, "2026-04-20"},
                                    {Leaf::recruit_agreement_employee_signature_date, "2026-04-21"},
                                    {Leaf::recruit_agreement_supervisor_signature_date, "2026-04-21"}});
  CHECK(deadline("clock.recruit_training", early).lateness == Lateness::done_in_time);
  CHECK(deadline("clock.recruit_agreement", early).lateness == Lateness::done_in_time);
}

TEST_CASE("¶9, ¶11a: a request that is denied or disapproved has no first review, and no recruit's clock") {
  const Answers incumbent = with(eligible(), {{Leaf::arrangement_start, "2025-02-03"}});
  const Answers recruit =
      with(incumbent, {{Leaf::arrangement_action, "recruit"}, {Leaf::recruit_agreement_entry_on_duty, "2025-02-03"}});
  CHECK(deadline("review.first", incumbent).lateness == Lateness::late);
  CHECK(deadline("clock.recruit_agreement", recruit).lateness == Lateness::late);
  const Texts denied = {{Leaf::concurrences_deputy_administrator_decision, "deny"}};
  const Texts disapproved = {{Leaf::determination_outcome, "disapproved"}};
  for (const Texts& over : {denied, disapproved}) {
    CHECK_FALSE(find("review.first", with(incumbent, over)).has_value());
    CHECK_FALSE(find("review.first", with(Answers(), over)).has_value());
    CHECK_FALSE(find("clock.recruit_agreement", with(recruit, over)).has_value());
    CHECK_FALSE(find("clock.recruit_training", with(recruit, over)).has_value());
    // The review that is at hand is made all the same.
    CHECK(find("review.first", with(with(incumbent, {{Leaf::arrangement_type, "annual_review"}}), over)).has_value());
  }
}

TEST_CASE("¶9a: without a receipt, a later step by the due day shows that the chain of command had submitted in time") {
  for (const Leaf later : {Leaf::concurrences_hr_director_date, Leaf::clock_deputy_received_on,
                           Leaf::concurrences_deputy_administrator_date, Leaf::determination_date}) {
    CAPTURE(info(later).id);
    CHECK(deadline("clock.chain", with(requested_in_june, {{later, "2026-07-14"}})).lateness == Lateness::done_in_time);
    CHECK(deadline("clock.chain", with(requested_in_june, {{later, "2026-07-14"}})).done_by ==
          calendar_date(2026, 7, 14));
    // Done, but a step that came later does not tell whether in time.
    const Deadline after = deadline("clock.chain", with(requested_in_june, {{later, "2026-07-15"}}));
    CHECK(name_of(after.lateness) == "done_undated");
    CHECK(is_done(after.lateness));
    CHECK(after.settled_by == Leaves{Leaf::clock_hr_received_on});
    CHECK_FALSE(after.done.has_value());
  }
}

TEST_CASE("¶9: a clock has ended with the denial, with a later decision or with the determination, dated or not") {
  const Answers received = with(
      requested_in_june, {{Leaf::clock_hr_received_on, "2026-07-14"}, {Leaf::clock_deputy_received_on, "2026-07-23"}});
  const auto ended = [&](std::string_view clock, const Answers& answers) {
    return name_of(deadline(clock, answers).lateness) == "done_undated";
  };
  CHECK(ended("clock.chain", with(requested_in_june, {{Leaf::concurring_supervisor_decision, "deny"}})));
  CHECK(deadline("clock.chain", with(requested_in_june, {{Leaf::concurring_supervisor_decision, "deny"}})).settled_by ==
        Leaves{Leaf::concurring_supervisor_date});
  CHECK(ended("clock.chain", with(requested_in_june, {{Leaf::concurrences_executive_decision, "deny"}})));
  for (const std::string_view decision : {"concur", "deny"}) {
    CHECK(ended("clock.chain", with(requested_in_june, {{Leaf::concurrences_hr_director_decision, decision}})));
    const Answers by_hr = with(with(requested_in_june, {{Leaf::clock_hr_received_on, "2026-07-14"}}),
                               {{Leaf::concurrences_hr_director_decision, decision}});
    CHECK(ended("clock.hr_director", by_hr));
    CHECK(deadline("clock.chain", by_hr).lateness == Lateness::done_in_time);
    CHECK(ended("clock.deputy_administrator",
                with(received, {{Leaf::concurrences_deputy_administrator_decision, decision}})));
  }
  for (const std::string_view outcome : {"approved", "disapproved"}) {
    CHECK(ended("clock.chain", with(requested_in_june, {{Leaf::determination_outcome, outcome}})));
    CHECK(ended("clock.deputy_administrator", with(received, {{Leaf::determination_outcome, outcome}})));
  }
  // What has only passed the level below goes on.
  CHECK(
      deadline("clock.chain", with(requested_in_june, {{Leaf::concurrences_executive_decision, "concur"}})).lateness ==
      Lateness::late);
  CHECK(words_of(
            deadline("clock.chain", with(requested_in_june, {{Leaf::determination_outcome, "approved"}})).lateness) ==
        "done, but the date is not recorded");
}
