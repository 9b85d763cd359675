// What a reviewer would raise, each check by itself. See cross_checks.h.
#include "rules/cross_checks.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/ratio.h"
#include "base/text.h"
#include "rules/approval.h"
#include "rules/asked.h"
#include "rules/clocks.h"
#include "rules/document_paragraphs.h"

namespace ftt {

namespace {

using rules_detail::is_no;
using rules_detail::is_yes;

constexpr Leaf presence = Leaf::travel_budget_share_agency;
constexpr Leaf nights_of_a_trip = Leaf::travel_budget_nights;
constexpr Leaf trips_a_year = Leaf::travel_budget_trips;

Count work_days_in_a_pay_period(const Numbers& numbers) {
  return Count(numbers.work_days_in_a_year.value.value() / numbers.pay_periods_in_a_year.value.value());
}

// ¶3h(1). Two days of a pay period's ten at the agency worksite are a share of 0.20 of the time.
void check_presence(std::vector<CrossCheck>& checks, const Answers& answers, const Numbers& numbers) {
  const Known<Share> share = answers.share(presence);
  if (share.is_missing() || share.value() < numbers.regular_presence_share.value) return;
  checks.push_back(
      {"worksite.presence",
       presence,
       concat(to_display(share.value()), " of the time at the agency worksite is ",
              in_words(numbers.regular_presence.value), " or more days in a pay period of ",
              in_words(work_days_in_a_pay_period(numbers)),
              ", which makes it the official worksite. That is not full-time telework. Lower the share, or "
              "ask for a regular telework agreement."),
       numbers.regular_presence_share.cite,
       {presence}});
}

// Part E, lines 2, 8 and 10. The trips bring the person to the agency worksite for as many days as there are nights, or
// one more, of the 260 work days of a year. Line 2 is an estimate: it may be a hundredth off on either side.
void check_presence_against_trips(std::vector<CrossCheck>& checks, const Answers& answers, const Numbers& numbers) {
  const Known<Share> share = answers.share(presence);
  const Known<Nights> nights = answers.nights(nights_of_a_trip);
  const Known<Count> trips = answers.count(trips_a_year);
  if (share.is_missing() || nights.is_missing() || trips.is_missing()) return;
  const Ratio a_year(numbers.work_days_in_a_year.value);
  const Ratio a_hundredth(1, 100);
  const Ratio most_days = Ratio(nights.value()) + Ratio(1);
  const Ratio fewest_days = std::max(Ratio(nights.value()), Ratio(1));
  const Ratio most = Ratio(trips.value()) * most_days / a_year;
  const Ratio fewest = Ratio(trips.value()) * fewest_days / a_year;
  const Ratio stated(share.value());
  if (stated <= most + a_hundredth && stated + a_hundredth >= fewest) return;
  const std::optional<Percent> from_trips = try_round_to_percent(stated < fewest ? fewest : most);
  checks.push_back({"travel_budget.presence_and_trips",
                    presence,
                    concat(to_display(share.value()), " of the time is to be worked at the agency worksite, but ",
                           to_display(trips.value()), trips.value() == Count(1) ? " trip of " : " trips of ",
                           to_display(nights.value()), nights.value() == Nights::from_whole(1) ? " night" : " nights",
                           " out of ", numbers.work_days_in_a_year.value.value(), " work days make ",
                           from_trips ? to_display(*from_trips) : std::string("far more"),
                           ". Make the share, the nights and the trips agree, or say in the notes why they differ."),
                    cite("App. A, Part E, line 2"),
                    {presence, nights_of_a_trip, trips_a_year}});
}

// ¶3h(1). One trip of two days in each of the 26 pay periods is regular presence.
void check_regular_trips(std::vector<CrossCheck>& checks, const Answers& answers, const Numbers& numbers) {
  const Known<Nights> nights = answers.nights(nights_of_a_trip);
  const Known<Count> trips = answers.count(trips_a_year);
  if (nights.is_missing() || trips.is_missing()) return;
  const Count regular = numbers.regular_presence.value;
  // A trip takes a day more than it has nights.
  const bool is_regular = Ratio(nights.value()) + Ratio(1) >= Ratio(regular);
  if (!is_regular || trips.value() < numbers.pay_periods_in_a_year.value) return;
  checks.push_back(
      {"travel_budget.regular_trips",
       trips_a_year,
       concat(to_display(trips.value()), " trips of ", in_words(regular), " days or more are one in each of the ",
              numbers.pay_periods_in_a_year.value.value(), " pay periods of a year: ", in_words(regular),
              " days a pay period make the agency worksite the official one. Plan fewer trips, or ask for a regular "
              "telework agreement."),
       numbers.pay_periods_in_a_year.cite,
       {nights_of_a_trip, trips_a_year}});
}

// Part F, line 1; ¶6a(5). Only a subsidy that is paid can be saved.
void check_transit_saving(std::vector<CrossCheck>& checks, const Answers& answers) {
  const Known<Money> saving = answers.money(Leaf::additional_transit_savings);
  if (saving.is_missing() || saving.value() == Money()) return;
  if (!is_no(answers.yes_no(Leaf::additional_transit_subsidy))) return;
  checks.push_back(
      {"additional.transit_without_subsidy",
       Leaf::additional_transit_savings,
       concat("A saving of ", to_display(saving.value()),
              " on transit subsidy is counted, but the person gets none today. Clear the saving, or correct "
              "the answer on the subsidy."),
       cite("App. A, Part F, line 1"),
       {Leaf::additional_transit_savings, Leaf::additional_transit_subsidy}});
}

// Part D, line 5. Salaries differ by the locality pay area alone, so in one and the same area they do not.
void check_same_area(std::vector<CrossCheck>& checks, const FoundRates& found, const Worksheet& worksheet) {
  const Figure difference = worksheet.value(Line::locality_pay_difference);
  const bool is_same = !found.requested.area_code.empty() && found.requested.area_code == found.agency.area_code;
  if (!is_same || !difference.has_value() || difference.money() == Money()) return;
  checks.push_back({"locality_pay.same_area",
                    Leaf::locality_pay_requested_salary,
                    concat("Both worksites are in the same locality pay area (", found.requested.area_code,
                           "), but the salaries differ by ", to_display(difference.money()),
                           ". Correct a salary or an area, or give the reason in the source."),
                    cite("App. A, Part D, line 5"),
                    {Leaf::locality_pay_requested_salary, Leaf::locality_pay_agency_salary,
                     Leaf::locality_pay_requested_area, Leaf::locality_pay_agency_area}});
}

// Part E, line 10. The trips of a term shorter than a year are among those of a year.
void check_trips_in_term(std::vector<CrossCheck>& checks, const Answers& answers) {
  const Known<Count> in_term = answers.count(Leaf::travel_budget_trips_in_term);
  const Known<Count> a_year = answers.count(trips_a_year);
  if (in_term.is_missing() || a_year.is_missing() || in_term.value() <= a_year.value()) return;
  checks.push_back({"travel_budget.trips_in_term",
                    Leaf::travel_budget_trips_in_term,
                    concat(to_display(in_term.value()), in_term.value() == Count(1) ? " trip is" : " trips are",
                           " planned in the term, which is less than a year, but only ", to_display(a_year.value()),
                           " in a year. Correct line 10 or the trips in the term."),
                    cite("App. A, Part E, line 10"),
                    {trips_a_year, Leaf::travel_budget_trips_in_term}});
}

// Part D, lines 3 and 4. Two kinds of tables stand beside the ordinary one for law enforcement. Who is under them is
// decided position by position; these series are those that have such positions.
//  - Law enforcement officers as 5 U.S.C. 5541(3) and 5 CFR 550.103 define them have special base rates at grades 3 to
//    10 (section 403 of the Federal Employees Pay Comparability Act of 1990, 5 U.S.C. 5305 note; 5 CFR 531.204(a); OPM,
//    "Salary Table GL (LEO), Special Base Rates for Law Enforcement Officers at Grades 3 to 10").
//  - Certain law enforcement personnel, officers by that definition or not, have special rates at every grade from
//    January 2026 on (5 U.S.C. 5305; OPM, "Special Rate Table Number L001" to "L118", which name these series).
void check_ordinary_table(std::vector<CrossCheck>& checks, const Answers& answers, const FoundRates& found) {
  constexpr std::array<std::string_view, 12> series = {"0006", "0007", "0025", "0080", "0082", "0083",
                                                       "1801", "1802", "1811", "1881", "1895", "1896"};
  const Known<Count> grade = answers.count(Leaf::position_grade);
  const bool is_listed = std::find(series.begin(), series.end(), answers.words(Leaf::position_series)) != series.end();
  const bool is_used = found.requested.salary.has_value() || found.agency.salary.has_value();
  if (!is_used || !is_listed || grade.is_missing()) return;
  const bool has_base_rates = grade.value() >= Count(3) && grade.value() <= Count(10);
  const bool has_special_rates = found.pay_year >= 2026;
  if (!has_base_rates && !has_special_rates) return;
  checks.push_back(
      {"locality_pay.ordinary_table",
       Leaf::position_pay_plan,
       concat("Some positions of series ", answers.words(Leaf::position_series), " are paid by ",
              has_base_rates ? "the special base rates for law enforcement officers (pay plan GL, grades 3 to 10)" : "",
              has_base_rates && has_special_rates ? " or by " : "",
              has_special_rates ? "OPM's special rate tables for law enforcement personnel (from 2026)" : "",
              ". It depends on the position, not only on the series. The salaries here are from the regular General "
              "Schedule table. If the position is covered, type both salaries with their source",
              has_base_rates ? ", and with the special base rates write GL as the pay plan." : "."),
       cite("App. A, Part D, line 3"),
       {Leaf::position_series, Leaf::position_pay_plan, Leaf::position_grade}});
}

// Part F, note. A line that is not zero is explained in Part I, item 2.
void check_explanation(std::vector<CrossCheck>& checks, const Answers& answers) {
  if (!answers.is_empty(Leaf::justification_items)) return;
  constexpr std::array amounts = {Leaf::additional_transit_savings, Leaf::additional_travel_savings,
                                  Leaf::additional_space_savings, Leaf::additional_other1_amount,
                                  Leaf::additional_other2_amount};
  for (const Leaf leaf : amounts) {
    const Known<Money> amount = answers.money(leaf);
    if (amount.is_missing() || amount.value() == Money()) continue;
    checks.push_back(
        {"additional.unexplained",
         leaf,
         concat(to_display(amount.value()),
                " a year is not explained. In the justification, say what it is and how it was estimated."),
         cite("App. A, Part F"),
         {leaf, Leaf::justification_items}});
  }
}

// ¶8b. Fewer than 180 days in the position on the day that it was asked for.
void check_time_when_asked(std::vector<CrossCheck>& checks, const Answers& answers, const RuleContext& context) {
  const OrderNumber<Days>& asked_for = context.numbers().days_in_position;
  const Known<Date> asked = answers.date(Leaf::clock_requested_on);
  const Known<Date> start = answers.date(Leaf::eligibility_position_start);
  if (asked.is_missing() || start.is_missing()) return;
  if (is_yes(answers.yes_no(Leaf::eligibility_advertised_full_time_telework))) return;
  const Days held = asked.value() - start.value();
  if (held >= asked_for.value) return;
  checks.push_back(
      {"clock.asked_too_early",
       Leaf::clock_requested_on,
       concat("On the day of the request the person had been in the position for ", std::max(held.count(), 0),
              held == Days(1) ? " day; " : " days; ", asked_for.value.count(),
              " are required before it is considered, that is from ",
              rules_detail::first_day_in_words(start.value() + asked_for.value, context.calendar),
              ". Correct a date, or wait until then."),
       asked_for.cite,
       {Leaf::clock_requested_on, Leaf::eligibility_position_start, Leaf::eligibility_advertised_full_time_telework}});
}

// ¶11a. Created after March 30, it is not reviewed for the first time until the following fiscal year.
void check_first_review(std::vector<CrossCheck>& checks, const Answers& answers, const Numbers& numbers) {
  const Known<Date> reviewed = answers.date(Leaf::annual_review_date);
  const Known<Date> created = answers.date(Leaf::arrangement_start);
  if (!is_review(answers) || reviewed.is_missing() || created.is_missing()) return;
  const Date first = rules_detail::first_review_due(created.value(), numbers);
  if (fiscal_year(reviewed.value()) >= fiscal_year(first)) return;
  checks.push_back(
      {"review.first",
       Leaf::annual_review_date,
       concat("The arrangement began on ", to_display_without_weekday(created.value()),
              ": its first review is that of fiscal year ", fiscal_year(first).year(), ", due by ",
              to_display_without_weekday(first), ". No review is due before that. Correct a date, or wait until then."),
       numbers.last_creation_for_this_review.cite,
       {Leaf::annual_review_date, Leaf::arrangement_start}});
}

// Whether two places differ in what both of them say. "Gallatin" and "Gallatin County" are one.
bool is_another_place(const Answers& answers, const PlaceLeaves& one, const PlaceLeaves& other) {
  const auto differ = [&](Leaf a, Leaf b) {
    const std::string left = to_ascii_lower(answers.words(a));
    const std::string right = to_ascii_lower(answers.words(b));
    return !left.empty() && !right.empty() && !left.starts_with(right) && !right.starts_with(left);
  };
  return differ(one.address, other.address) || differ(one.city(), other.city()) ||
         differ(one.county(), other.county()) || differ(one.state(), other.state());
}

// App. D. What asks for another worksite does not show the work as it is. Part A, item 3 is the form's own, Part B,
// item 3 the Analysis Tool's.
void check_no_update(std::vector<CrossCheck>& checks, const Answers& answers) {
  const Known<ReviewOutcome> outcome = answers.review_outcome();
  if (!is_review(answers) || outcome.is_missing() || outcome.value() != ReviewOutcome::no_update) return;
  if (!is_another_place(answers, reviewed_worksite, requested_at_review) &&
      !is_another_place(answers, reviewed_worksite, requested_worksite)) {
    return;
  }
  checks.push_back(
      {"review.no_update",
       Leaf::annual_review_outcome,
       "It says that no update is required, but the requested official worksite is not the current one. Choose that "
       "it requires an update, or correct the worksite.",
       cite("App. D, Part A"),
       {Leaf::annual_review_outcome, reviewed_worksite.city(), requested_at_review.city(), requested_worksite.city()}});
}

// App. C, Part A, and App. D, Part A. The name is that of the Analysis Tool.
void check_names(std::vector<CrossCheck>& checks, const Answers& answers) {
  struct Named {
    Leaf tool;
    Leaf form;
    Citation cite;
  };
  constexpr std::array named = {
      Named{Leaf::employee_last_name, Leaf::recruit_agreement_last_name, cite("App. C, Part A")},
      Named{Leaf::employee_first_name, Leaf::recruit_agreement_first_name, cite("App. C, Part A")},
      Named{Leaf::employee_last_name, Leaf::annual_review_last_name, cite("App. D, Part A")},
      Named{Leaf::employee_first_name, Leaf::annual_review_first_name, cite("App. D, Part A")}};
  for (const Named& one : named) {
    const std::string_view tool = answers.words(one.tool);
    const std::string_view form = answers.words(one.form);
    if (tool.empty() || form.empty() || to_ascii_lower(tool) == to_ascii_lower(form)) continue;
    checks.push_back({"names.differ",
                      one.form,
                      concat("This says ", in_quotes(form), " and the Analysis Tool says ", in_quotes(tool),
                             ". Make them agree, or say in the notes why they differ."),
                      one.cite,
                      {one.tool, one.form}});
  }
}

}  // namespace

std::optional<Share> share_of_trips(const Answers& answers, const Numbers& numbers) {
  const Known<Nights> nights = answers.nights(nights_of_a_trip);
  const Known<Count> trips = answers.count(trips_a_year);
  if (nights.is_missing() || trips.is_missing()) return std::nullopt;
  const Ratio days = Ratio(trips.value()) * std::max(Ratio(nights.value()), Ratio(1));
  const std::optional<std::int64_t> percent = (days / Ratio(numbers.work_days_in_a_year.value)).nearest(100);
  if (!percent || *percent > 100) return std::nullopt;
  return Share::from_units(*percent * Share::scale / 100);
}

std::vector<CrossCheck> cross_check(const Answers& answers, const FoundRates& found, const Worksheet& worksheet,
                                    const RuleContext& context) {
  const Numbers& numbers = context.numbers();
  std::vector<CrossCheck> checks;
  check_same_area(checks, found, worksheet);
  check_presence(checks, answers, numbers);
  check_presence_against_trips(checks, answers, numbers);
  check_regular_trips(checks, answers, numbers);
  check_trips_in_term(checks, answers);
  check_ordinary_table(checks, answers, found);
  check_transit_saving(checks, answers);
  check_explanation(checks, answers);
  check_time_when_asked(checks, answers, context);
  check_first_review(checks, answers, numbers);
  check_no_update(checks, answers);
  check_names(checks, answers);
  std::vector<CrossCheck> breaks = find_approval(answers).breaks;
  checks.insert(checks.end(), std::make_move_iterator(breaks.begin()), std::make_move_iterator(breaks.end()));
  std::stable_sort(checks.begin(), checks.end(),
                   [](const CrossCheck& a, const CrossCheck& b) { return number_of(a.leaf) < number_of(b.leaf); });
  return checks;
}

}  // namespace ftt
