// A packet's way through every hand, act by act: submitted, concurred twice, an answer edited, returned by the
// executive, renewed, returned from HR without a change, the whole way again, and approved by a designee.
//
// What it was worked out with is told by an invented digest, so that newer tables show as the figures that they change.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "packet/chain_at_hand.h"

namespace ftt::test {

namespace story_detail {

struct Hand {
  ChainStep step;
  ChainPerson who;
};
inline const Hand supervisor{ChainStep::supervisor, {"Sam Doe", "Branch Chief"}};
inline const Hand second_level{ChainStep::second_level, {"Pat Lin", "Division Director"}};
inline const Hand executive{ChainStep::executive, {"Kim Roe", "Assistant Commissioner"}};
inline const Hand hr_director{ChainStep::hr_director, {"Ana Sousa", "Servicing HR Director"}};
inline const Hand deputy{ChainStep::deputy_administrator, {"Jo Park", "Associate Administrator"}};

inline NewEntry by(const Hand& hand, ChainAct what, Date on) {
  NewEntry entry;
  entry.says.act = what;
  entry.says.step = hand.step;
  entry.says.on = on;
  entry.says.by = hand.who;
  return entry;
}

inline NewEntry returned(const Hand& hand, Date on, std::string reason) {
  NewEntry entry = by(hand, ChainAct::returned, on);
  entry.says.to_step = ChainStep::supervisor;
  entry.says.reason = std::move(reason);
  return entry;
}

inline NewEntry request() {
  NewEntry entry;
  entry.says.act = ChainAct::requested;
  entry.says.on = calendar_date(2025, 5, 5);
  entry.says.by = {"Kaʻimi Kahaleʻulu-O'Brien", "Economist"};
  return entry;
}

inline NewEntry submission_by_supervisor() {
  NewEntry entry;
  entry.says.act = ChainAct::submitted;
  entry.says.on = calendar_date(2025, 5, 6);
  entry.says.by = supervisor.who;
  ChainRoute& route = entry.says.route.emplace();
  for (const Hand* hand : {&supervisor, &second_level, &executive, &hr_director}) {
    route.stops[number_of(hand->step)].who = hand->who;
  }
  route.stops[number_of(ChainStep::third_level)].applies = false;
  route.stops[number_of(ChainStep::deputy_administrator)].who = {"Deputy Administrator", ""};
  return entry;
}

inline NewEntry approved_by_designee() {
  NewEntry entry = by(deputy, ChainAct::concurred, calendar_date(2025, 6, 10));
  entry.says.on_behalf_of = {"Deputy Administrator", ""};
  entry.says.authority = "designee";
  entry.statement = "Approved for two years, as the worksheet has it.";
  entry.evidence.push_back({"signed_mail", sha256_hex("a mail"), "approval.eml"});
  return entry;
}

}  // namespace story_detail

// The acts in their order; behind the fourth an answer is edited.
inline std::vector<NewEntry> acts_of_story() {
  using namespace story_detail;
  const auto concurred = [](const Hand& hand, Date on) { return by(hand, ChainAct::concurred, on); };
  return {
      request(),
      submission_by_supervisor(),
      concurred(supervisor, calendar_date(2025, 5, 7)),
      concurred(second_level, calendar_date(2025, 5, 9)),
      returned(executive, calendar_date(2025, 5, 12), "Say in Part I why six trips are needed."),
      concurred(supervisor, calendar_date(2025, 5, 13)),
      concurred(second_level, calendar_date(2025, 5, 14)),
      concurred(executive, calendar_date(2025, 5, 16)),
      by(hr_director, ChainAct::received, calendar_date(2025, 5, 19)),
      returned(hr_director, calendar_date(2025, 5, 21), "The position description is an old one; attach the new one."),
      concurred(supervisor, calendar_date(2025, 5, 22)),
      concurred(second_level, calendar_date(2025, 5, 22)),
      concurred(executive, calendar_date(2025, 5, 23)),
      by(hr_director, ChainAct::received, calendar_date(2025, 5, 27)),
      concurred(hr_director, calendar_date(2025, 5, 28)),
      by(deputy, ChainAct::received, calendar_date(2025, 5, 29)),
      approved_by_designee()};
}
inline constexpr std::size_t acts_before_the_edit = 4;
inline constexpr std::size_t acts_to_the_first_return = 5;
inline constexpr std::size_t acts_to_the_second_return = 10;

// When all of it is recorded.
inline constexpr Date day_of_story = calendar_date(2025, 6, 11);

inline Assessment assessment_of_story(const Packet& packet, Date today) {
  Assessment assessment = assess(rates_at_hand(), packet, assessed_on(packet, today));
  assessment.rates_digest = concat("sha256:", sha256_hex("the tables of the story"));
  return assessment;
}

// The packet with one more act, worked out with the tables of the story.
inline Packet with_act(const Packet& packet, NewEntry entry) {
  const std::size_t number = read_chain(packet).entries.size();
  if (entry.nonce.empty()) entry.nonce = nonce_of(2 * number);
  if (entry.nonce_of_edited.empty()) entry.nonce_of_edited = nonce_of(2 * number + 1);
  const Date on = *entry.says.on;
  Result<Packet> recorded =
      record_entry(packet, assessment_of_story(packet, on), entry, {edition_of(packet), on, calendar});
  REQUIRE_MESSAGE(recorded.has_value(), (recorded ? std::string() : to_string(recorded.error())));
  return *std::move(recorded);
}

// An answer is edited, and nobody has recorded anything on it yet.
inline Packet edited_in_story(Packet packet) {
  return with(std::move(packet), {{Leaf::travel_budget_trips, "6"}});
}

// The packet as it is once that many acts are recorded, with the edit where more follow than stand before it.
inline Packet story_after(std::size_t acts) {
  static const std::vector<Packet> stages = [] {
    const std::vector<NewEntry> all = acts_of_story();
    std::vector<Packet> found{with(example_a(), {{Leaf::record_budget_contact_name, "B. Lee"}})};
    for (std::size_t i = 0; i < all.size(); ++i) {
      NewEntry entry = all[i];
      entry.nonce = nonce_of(2 * i);
      entry.nonce_of_edited = nonce_of(2 * i + 1);
      found.push_back(
          with_act(i == acts_before_the_edit ? edited_in_story(found.back()) : found.back(), std::move(entry)));
    }
    return found;
  }();
  return stages[std::min(acts, stages.size() - 1)];
}

// The whole, with Part M filled in.
inline Packet whole_story() {
  return with(story_after(acts_of_story().size()), {{Leaf::worksite_change_proposed, "2025-07-14"}});
}

}  // namespace ftt::test
