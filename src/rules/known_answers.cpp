// The table, and filling in by it. See known_answers.h.
#include "rules/known_answers.h"

#include <algorithm>
#include <array>

#include "form/estimate.h"
#include "rates/states.h"
#include "rules/approval.h"

namespace ftt {
namespace {

template <Leaf source>
std::string copied(const Answers& answers) {
  return std::string(answers.words(source));
}

// Part C, item 4. Most positions are paid under it; beside a typed salary nothing is assumed.
std::string general_schedule(const Answers& answers) {
  return has_typed_salary(answers) ? "" : "GS";
}

// Part B, item 2. Whoever asks for the first time works at the agency worksite.
template <Leaf source>
std::string copied_if_new(const Answers& answers) {
  const Known<ArrangementType> type = answers.arrangement_type();
  const bool is_new = type.has_value() && type.value() == ArrangementType::new_arrangement;
  return is_new ? copied<source>(answers) : std::string();
}

// Order ¶3b: the tables hold the places of the United States, its territories and possessions, and no others.
std::string yes_if_in_a_state(const Answers& answers) {
  return find_state(answers.words(requested_worksite.state())) != nullptr ? "yes" : "";
}

// Part E, line 1: lines 1 to 3 come to the whole.
std::string rest_of_the_time(const Answers& answers) {
  const Known<Share> agency = answers.share(Leaf::travel_budget_share_agency);
  const Known<Share> travel = answers.share(Leaf::travel_budget_share_travel);
  if (agency.is_missing() || travel.is_missing() || agency.value() + travel.value() > whole_share) return {};
  return to_decimal(whole_share - agency.value() - travel.value());
}

// App. B, Part D, item 2, by Parts J to L.
std::string as_decided(const Answers& answers) {
  if (answers.is_empty(Leaf::determination_outcome)) return {};
  Answers without = answers;
  without.set(Leaf::agreement_analysis_tool_approved, {});
  const Known<bool> stands = analysis_tool_stands(without);
  if (stands.is_missing()) return {};
  return stands.value() ? "yes" : "no";
}

constexpr std::array current_place = {current_worksite.city(), current_worksite.county(), current_worksite.state()};
constexpr std::array current_place_and_street = {current_worksite.address, current_worksite.city(),
                                                 current_worksite.county(), current_worksite.state()};
constexpr std::array of_supervisor = {Leaf::concurrences_supervisor_name, Leaf::concurrences_supervisor_title};
constexpr std::array recruit_name = {Leaf::recruit_agreement_last_name, Leaf::recruit_agreement_first_name,
                                     Leaf::recruit_agreement_middle_initial};
constexpr std::array review_name = {Leaf::annual_review_last_name, Leaf::annual_review_first_name,
                                    Leaf::annual_review_middle_initial};

constexpr std::string_view from_schedule = "Filled in because most positions are GS. Change it if this one is not.";
constexpr std::string_view from_office = "Filled in from the place of the office. Change it if it is wrong.";
constexpr std::string_view from_site = "Filled in from the telework site. Change it if it is wrong.";
constexpr std::string_view from_shares = "Filled in as the rest of the time. Change it if it is wrong.";
constexpr std::string_view from_part_j = "Filled in from the supervisor above. Change it if it is somebody else.";
constexpr std::string_view from_topic = "Filled in from Can it be done? Change it if it is wrong.";
constexpr std::string_view from_decision = "Filled in from the decision. Change it if it is wrong.";
constexpr std::string_view from_name = "Filled in from Employee and position. Change it if it is wrong.";

constexpr std::array known_answer_table = {
    KnownAnswer{Leaf::position_pay_plan, {}, from_schedule, general_schedule},
    KnownAnswer{current_worksite.city(), current_place, from_office, copied_if_new<agency_worksite.city()>},
    KnownAnswer{current_worksite.county(), current_place, from_office, copied_if_new<agency_worksite.county()>},
    KnownAnswer{current_worksite.state(), current_place, from_office, copied_if_new<agency_worksite.state()>},
    KnownAnswer{current_worksite.address, current_place_and_street, from_office,
                copied_if_new<agency_worksite.address>},
    KnownAnswer{Leaf::eligibility_in_united_states, {}, from_site, yes_if_in_a_state},
    KnownAnswer{Leaf::travel_budget_share_requested, {}, from_shares, rest_of_the_time},
    KnownAnswer{Leaf::concurrences_supervisor_name, of_supervisor, from_part_j,
                copied<Leaf::concurring_supervisor_name>},
    KnownAnswer{Leaf::concurrences_supervisor_title, of_supervisor, from_part_j,
                copied<Leaf::concurring_supervisor_title>},
    KnownAnswer{Leaf::agreement_telework_agreement_approved,
                {},
                from_topic,
                copied<Leaf::eligibility_telework_agreement_approved>},
    KnownAnswer{Leaf::agreement_analysis_tool_approved, {}, from_decision, as_decided},
    KnownAnswer{Leaf::recruit_agreement_last_name, recruit_name, from_name, copied<Leaf::employee_last_name>},
    KnownAnswer{Leaf::recruit_agreement_first_name, recruit_name, from_name, copied<Leaf::employee_first_name>},
    KnownAnswer{Leaf::recruit_agreement_middle_initial, recruit_name, from_name, copied<Leaf::employee_middle_initial>},
    KnownAnswer{Leaf::annual_review_last_name, review_name, from_name, copied<Leaf::employee_last_name>},
    KnownAnswer{Leaf::annual_review_first_name, review_name, from_name, copied<Leaf::employee_first_name>},
    KnownAnswer{Leaf::annual_review_middle_initial, review_name, from_name, copied<Leaf::employee_middle_initial>}};

bool is_of_a_person(const Answers& answers, Leaf leaf) {
  return !answers.is_assumed(leaf) && (!answers.is_empty(leaf) || answers.is_unread(leaf));
}

// What the answers tell of it; empty where it is not to be filled in beside what a person has typed or emptied.
std::string known_text(const KnownAnswer& one, const Answers& answers, std::span<const Leaf> left_open) {
  const auto is_typed = [&](Leaf leaf) { return leaf != one.leaf && is_of_a_person(answers, leaf); };
  const auto is_left_open = [&](Leaf leaf) {
    return std::find(left_open.begin(), left_open.end(), leaf) != left_open.end();
  };
  const bool is_kept_out = is_left_open(one.leaf) || std::any_of(one.together.begin(), one.together.end(), is_typed) ||
                           std::any_of(one.together.begin(), one.together.end(), is_left_open);
  return is_kept_out ? std::string() : one.text(answers);
}

void fill_in(Answers& answers, Leaf leaf, const std::string& text) {
  if (text == answers.text(leaf)) return;
  answers.set(leaf, text);
  answers.mark_assumed(leaf);
}

}  // namespace

std::span<const KnownAnswer> known_answers() {
  return known_answer_table;
}

const KnownAnswer* find_known_answer(Leaf leaf) {
  const auto found = std::find_if(known_answer_table.begin(), known_answer_table.end(),
                                  [&](const KnownAnswer& one) { return one.leaf == leaf; });
  return found == known_answer_table.end() ? nullptr : &*found;
}

bool can_be_filled_in(Leaf leaf) {
  const std::span<const Assumption> assumed = all_assumptions();
  return find_known_answer(leaf) != nullptr ||
         std::any_of(assumed.begin(), assumed.end(), [&](const Assumption& one) { return one.leaf == leaf; });
}

void fill_in_what_is_known(Answers& answers, std::span<const Leaf> left_open) {
  for (const KnownAnswer& one : known_answer_table) {
    if (is_of_a_person(answers, one.leaf) || !applies(one.leaf, answers)) continue;
    fill_in(answers, one.leaf, known_text(one, answers, left_open));
  }
}

void follow_what_is_known(Answers& answers, const Answers& before) {
  for (const KnownAnswer& one : known_answer_table) {
    if (!answers.is_assumed(one.leaf) || !applies(one.leaf, answers)) continue;
    const std::string text = known_text(one, answers, {});
    if (text != known_text(one, before, {})) fill_in(answers, one.leaf, text);
  }
}

}  // namespace ftt
