// Packets with a chain, for the tests of what is recorded: example A on its way.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/sha256.h"
#include "packet/record_entry.h"
#include "packet/two_packets.h"

namespace ftt::test {

inline const WorkCalendar calendar;
inline const RuleContext context{hrm_6040_2, calendar_date(2026, 3, 2), calendar};

inline std::string nonce_of(std::size_t number) {
  return sha256_hex(concat("nonce ", number)).substr(0, 32);
}

inline NewEntry act(ChainAct what, std::optional<ChainStep> step = std::nullopt) {
  NewEntry entry;
  entry.says.act = what;
  entry.says.step = step;
  entry.says.on = calendar_date(2025, 6, 2);
  entry.says.by = {"Sam Doe", "Director"};
  if (what == ChainAct::denied || what == ChainAct::returned) entry.says.reason = "Mend Part E.";
  return entry;
}

inline NewEntry note(std::string_view text) {
  NewEntry entry = act(ChainAct::note);
  entry.statement = text;
  entry.nonce = sha256_hex(text).substr(0, 32);
  return entry;
}

inline NewEntry submission() {
  NewEntry entry = act(ChainAct::submitted);
  ChainRoute& route = entry.says.route.emplace();
  route.stops[number_of(ChainStep::second_level)].applies = false;
  route.stops[number_of(ChainStep::third_level)].applies = false;
  route.stops[number_of(ChainStep::executive)].who = {"Kim Roe", ""};
  return entry;
}

inline Result<Packet> try_record(const Packet& packet, NewEntry entry) {
  const std::size_t number = read_chain(packet).entries.size();
  if (entry.nonce.empty()) entry.nonce = nonce_of(2 * number);
  if (entry.nonce_of_edited.empty()) entry.nonce_of_edited = nonce_of(2 * number + 1);
  return record_entry(packet, assessment_of(packet), entry, context);
}

inline Packet recorded(const Packet& packet, const NewEntry& entry) {
  Result<Packet> result = try_record(packet, entry);
  REQUIRE_MESSAGE(result.has_value(), (result ? std::string() : to_string(result.error())));
  return std::move(result).value();
}

inline Packet submitted() {
  const Packet budgeted = with(example_a(), {{Leaf::record_budget_contact_name, "B. Lee"}});
  return recorded(recorded(budgeted, act(ChainAct::requested)), submission());
}

inline Packet concurred_twice() {
  const Packet first = recorded(submitted(), act(ChainAct::concurred, ChainStep::supervisor));
  return recorded(first, act(ChainAct::concurred, ChainStep::executive));
}

// By every step of the route.
inline Packet recorded_by_all(Packet packet) {
  for (const ChainStep step :
       {ChainStep::supervisor, ChainStep::executive, ChainStep::hr_director, ChainStep::deputy_administrator}) {
    packet = recorded(packet, act(ChainAct::concurred, step));
  }
  return packet;
}

inline Packet recorded_by_all() {
  return recorded_by_all(submitted());
}

// ¶11b: what was approved is to end.
inline Packet ending_submitted() {
  NewEntry ending = submission();
  ending.says.is_ending = true;
  return recorded(recorded_by_all(), ending);
}

inline std::vector<Json>& entries_of(Packet& packet) {
  return *packet.chain.find("entries")->as_array();
}

inline Packet reopened(const Packet& packet) {
  return packet_in(file_of(packet));
}

inline std::string stand(const Packet& packet) {
  const ReadChain chain = read_chain(packet);
  const ChainStanding found = find_standing(chain, packet, context);
  std::string names;
  for (const ChainStep step : chain_steps) {
    if (found.steps[number_of(step)].stands()) append(names, names.empty() ? "" : " ", name_of(step));
  }
  return names;
}

}  // namespace ftt::test
