// HRM 6040.2 ¶6a(1), ¶6d, ¶12a: what a change of place or of position means for the arrangement. See endings.h.
#include "rules/endings.h"

#include <initializer_list>
#include <string>

#include "base/text.h"
#include "rules/asked.h"
#include "rules/change.h"

namespace ftt {
namespace {

using namespace rules_detail;

// Both are answered, and otherwise. What was merely filled in, or emptied, is no move.
bool differs(Leaf leaf, const Round& before, const Round& now) {
  const std::string_view old_words = before.answers.words(leaf);
  const std::string_view new_words = now.answers.words(leaf);
  return !old_words.empty() && !new_words.empty() && !equal_ignoring_ascii_case(old_words, new_words);
}

bool any_differs(std::initializer_list<Leaf> leaves, const Round& before, const Round& now) {
  for (const Leaf leaf : leaves) {
    if (differs(leaf, before, now)) return true;
  }
  return false;
}

std::string_view words_of_area(const Round& round) {
  return round.pay_area_name.empty() ? round.pay_area : round.pay_area_name;
}

// "grade 12 to 13, series 0343 to 0301"
std::string changes_in(std::initializer_list<Leaf> leaves, const Round& before, const Round& now) {
  std::string said;
  for (const Leaf leaf : leaves) {
    if (!differs(leaf, before, now)) continue;
    append(said, said.empty() ? "" : ", ", to_ascii_lower(info(leaf).label), " ", before.answers.words(leaf), " to ",
           now.answers.words(leaf));
  }
  return said;
}

std::string town_of(const Answers& answers) {
  const std::string_view city = answers.words(requested_worksite.city());
  const std::string_view place = city.empty() ? answers.words(requested_worksite.county()) : city;
  return concat(place, place.empty() ? "" : ", ", answers.words(requested_worksite.state()));
}

// ¶6a(1), ¶12a: out of the pay area it must end. Within it ¶1d, the strictest of the three, asks for a new arrangement
// all the same, which the employee initiates (¶6d).
void add_move(std::vector<Finding>& ending, std::vector<Finding>& renewing, const Round& before, const Round& now) {
  constexpr Leaf address = Leaf::employee_requested_worksite_address;
  constexpr Leaf city = requested_worksite.city();
  constexpr Leaf county = requested_worksite.county();
  constexpr Leaf state = requested_worksite.state();
  constexpr Leaf area = Leaf::locality_pay_requested_area;
  if (!any_differs({address, city, county, state, area}, before, now)) return;

  const bool is_in_same_county = !any_differs({county, state, area}, before, now);
  const bool is_same_area = is_in_same_county || (!before.pay_area.empty() && before.pay_area == now.pay_area);
  const bool is_area_known = is_same_area || (!before.pay_area.empty() && !now.pay_area.empty());
  const std::string move =
      concat("The official worksite moves from ", town_of(before.answers), " to ", town_of(now.answers));
  if (is_same_area) {
    const ChangeOutcome& worksite = outcome_of("change.worksite");
    renewing.push_back(decided(
        finding(worksite.rule, worksite.cite, WhenItFails::nothing, {address, city, county, state}), Status::fail,
        {concat(move, ", in the same locality pay area: a new arrangement is required."), std::string(worksite.next)}));
    return;
  }
  const ChangeOutcome& outcome = outcome_of("change.locality");
  Finding locality = finding(outcome.rule, outcome.cite, WhenItFails::nothing, {city, county, state, area});
  if (!is_area_known) {
    ending.push_back(undecided(std::move(locality),
                               {concat(move, ". It is not known yet if that is another locality pay area."),
                                "Give the county, or pick the pay area in Part D."},
                               {county}));
    return;
  }
  ending.push_back(decided(std::move(locality), Status::fail,
                           {concat(move, ", out of the locality pay area ", words_of_area(before), " into ",
                                   words_of_area(now), ": the arrangement must end."),
                            std::string(outcome.next)}));
}

// ¶12a. A position is classified by pay plan, series and grade: another one of these is another position, also by
// promotion. A step is not. A title, an office or supervision may change while the position stays: that HR can tell.
void add_new_position(std::vector<Finding>& ending, const Round& before, const Round& now) {
  const std::initializer_list<Leaf> classified = {Leaf::position_pay_plan, Leaf::position_series, Leaf::position_grade};
  const std::initializer_list<Leaf> described = {Leaf::position_title, Leaf::position_office_component,
                                                 Leaf::position_office_region, Leaf::position_office_organization,
                                                 Leaf::position_supervisory};
  const ChangeOutcome& outcome = outcome_of("change.position");
  Finding position = finding(outcome.rule, outcome.cite, WhenItFails::nothing,
                             {Leaf::position_title, Leaf::position_series, Leaf::position_pay_plan,
                              Leaf::position_grade, Leaf::position_office_organization, Leaf::position_supervisory});
  if (any_differs(classified, before, now)) {
    ending.push_back(decided(std::move(position), Status::fail,
                             {concat("The position is a different one (", changes_in(classified, before, now),
                                     "): the arrangement must end, whether or not the move was competitive."),
                              std::string(outcome.next)}));
    return;
  }
  if (any_differs(described, before, now)) {
    ending.push_back(
        decided(std::move(position), Status::note,
                {concat("The position may be a different one (", changes_in(described, before, now),
                        "); if it is, the arrangement must end."),
                 "Ask the servicing HR office whether it is another position, or the same one under a new name."}));
  }
}

}  // namespace

std::vector<Finding> find_endings(const Round& before, const Round& now) {
  std::vector<Finding> findings;
  std::vector<Finding> renewing;
  add_move(findings, renewing, before, now);
  add_new_position(findings, before, now);
  findings.insert(findings.end(), renewing.begin(), renewing.end());
  return findings;
}

}  // namespace ftt
