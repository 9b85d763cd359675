// HRM 6040.2 ¶3h: which place is the official worksite, and so whether this is full-time telework at all.
//
// Does not: designate a worksite: that is done case by case, and the servicing HR office processes it.
#include "base/text.h"
#include "rules/asked.h"
#include "rules/rule.h"

namespace ftt::rules_detail {

namespace {

constexpr Leaf agency_days = Leaf::eligibility_agency_days_per_pay_period;
constexpr Leaf mobile_work = Leaf::eligibility_mobile_work;
constexpr Leaf mobile_area = Leaf::eligibility_mobile_area;
constexpr Leaf temporary_duty = Leaf::eligibility_temporary_duty;

// Scheduled at the agency worksite at least twice in each biweekly pay period.
Truth is_regularly_present(const Answers& answers, const Numbers& numbers) {
  return answers.count(agency_days).map([&](Count days) { return days >= numbers.regular_presence.value; });
}

// ¶3h(3). Mobile work of which all lies in the pay area of the agency worksite: no, where there is none.
Truth is_mobile_in_the_same_area(const Answers& answers) {
  constexpr std::size_t same = 0;
  const Truth mobile = answers.yes_no(mobile_work);
  if (!is_yes(mobile)) return mobile;
  return answers.choice(mobile_area).map([](std::size_t area) { return area == same; });
}

std::string days_in_words(Count days) {
  return concat(days.value(), days == Count(1) ? " day" : " days");
}

}  // namespace

// ¶3h(1). Scheduled to report there at least twice each biweekly pay period, regularly and recurringly: the agency
// worksite is the official worksite.
Finding worksite_regular(Finding found, const Answers& answers, const RuleContext& context) {
  const Truth present = is_regularly_present(answers, context.numbers());
  if (present.is_missing()) {
    return undecided(std::move(found),
                     {"The packet does not say yet how many days in a pay period are at the agency worksite."},
                     {agency_days});
  }
  const std::string days = days_in_words(answers.count(agency_days).value());
  if (!present.value()) {
    return decided(std::move(found), Status::pass,
                   {concat("With ", days, " in a pay period the agency worksite is not the official worksite.")});
  }
  return decided(std::move(found), Status::fail,
                 {concat("With ", days,
                         " in each pay period the agency worksite is the official worksite. This is not full-time "
                         "telework."),
                  "A regular telework agreement is enough. Ask the supervisor."});
}

// ¶3h(3), ¶3i(3). Where the work location varies and the person is not at the agency worksite twice a pay period, the
// agency worksite stays official as long as the work is in the same pay area; mobile work is not telework. It may be
// combined with telework (¶3g), and elsewhere the official worksite is determined case by case (¶3h): by the servicing
// HR office, not here.
Finding worksite_mobile(Finding found, const Answers& answers, const RuleContext&) {
  const Truth mobile = answers.yes_no(mobile_work);
  if (mobile.is_missing()) {
    return undecided(std::move(found), {"The packet does not say yet if the place of work keeps changing."},
                     missing_of(answers, {mobile_work, mobile_area}));
  }
  if (!mobile.value()) return decided(std::move(found), Status::pass, {"The work is not mobile work."});
  const Truth is_in_the_same_area = is_mobile_in_the_same_area(answers);
  if (is_in_the_same_area.is_missing()) {
    return undecided(
        std::move(found),
        {"The packet does not say yet if the mobile work is in the pay area of the agency worksite. Only then does "
            "the agency worksite stay the official one."},
        {mobile_area});
  }
  if (is_in_the_same_area.value()) {
    return decided(
        std::move(found), Status::fail,
        {"Mobile work is not telework. In the same pay area the agency worksite stays the official one, so this is "
            "not full-time telework.",
         "You do not need an arrangement. A regular telework agreement is enough to telework too."});
  }
  found.when_it_fails = WhenItFails::not_yet;
  return decided(
      std::move(found), Status::fail,
      {"With mobile work outside of the pay area, the agency worksite is no longer the official one. It may be "
          "combined with telework. Which worksite is official is decided case by case.",
       "Ask the servicing HR office which worksite is official before you continue."});
}

// ¶3h(2). Certain temporary duty situations are an exception to the alternative worksite's being official.
Finding worksite_temporary_duty(Finding found, const Answers& answers, const RuleContext&) {
  const Truth on_duty = answers.yes_no(temporary_duty);
  if (on_duty.is_missing()) {
    return undecided(std::move(found), {"The packet does not say yet if the person is on temporary duty."},
                     {temporary_duty});
  }
  if (!on_duty.value()) return decided(std::move(found), Status::pass, {"The person is not on temporary duty."});
  return decided(std::move(found), Status::fail,
                 {"On some temporary duty the telework site is not the official worksite.",
                  "Ask the servicing HR office which worksite is official before you continue."});
}

// ¶3h(2), ¶6a(2). Whoever is not scheduled there so often has the alternative worksite as official worksite. It may lie
// in the same GSA region (¶3d(2)). The exceptions are mobile work and certain temporary duty.
Finding worksite_alternative(Finding found, const Answers& answers, const RuleContext& context) {
  found.looked_at = {agency_days, mobile_work, mobile_area, temporary_duty};
  const Truth present = is_regularly_present(answers, context.numbers());
  const Truth mobile_nearby = is_mobile_in_the_same_area(answers);
  const bool is_mobile_elsewhere = is_no(mobile_nearby) && is_yes(answers.yes_no(mobile_work));
  const Truth on_duty = answers.yes_no(temporary_duty);
  if (is_yes(present) || is_yes(mobile_nearby)) {
    return decided(std::move(found), Status::fail, {"The telework site is not the official worksite."});
  }
  if (is_no(present) && is_mobile_elsewhere) {
    return decided(std::move(found), Status::note,
                   {"It depends on the mobile work if the telework site is the official worksite."});
  }
  if (is_no(present) && is_no(mobile_nearby) && on_duty.has_value()) {
    if (on_duty.value()) {
      return decided(std::move(found), Status::note,
                     {"It depends on the temporary duty if the telework site is the official worksite."});
    }
    return decided(std::move(found), Status::pass,
                   {"The telework site is the official worksite, so this is full-time telework. It may be in "
                       "the same GSA region as the agency worksite."});
  }
  // Without mobile work nothing hangs on where it is, and with it nothing on temporary duty.
  const Truth mobile = answers.yes_no(mobile_work);
  std::vector<Leaf> open = is_yes(mobile) ? missing_of(answers, {agency_days, mobile_area})
                           : is_no(mobile)
                               ? missing_of(answers, {agency_days, temporary_duty})
                               : missing_of(answers, {agency_days, mobile_work, mobile_area, temporary_duty});
  return undecided(std::move(found), {"It is not known yet which worksite is the official one."}, std::move(open));
}

}  // namespace ftt::rules_detail
