// What tests of the chain do at the wizard: an act is begun, filled in and recorded, and a packet sent on its way (¶9).
//
// Does not hold a test.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "files.h"
#include "packet/packet.h"
#include "person.h"

namespace ftt::test {

inline constexpr Date first_day = calendar_date(2026, 3, 2);

inline std::string example() {
  return test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
}

inline void go_to_day(Person& person, Date day) {
  person.session.set_today(day);
  person.read();
}

inline std::string said_by(const Person& person, std::string_view id) {
  return person.has(id) ? person.node(id).label : std::string();
}

// Presses the act, from behind the disclosure where it is not the one that is expected.
inline void begin(Person& person, std::string_view move) {
  person.go_to("concurrences");
  const std::string id = concat("chain.act:", move);
  if (!person.has(id)) person.press("chain.others");
  person.press(id);
  REQUIRE_MESSAGE(person.has("act.heading"), id);
}

inline std::vector<Effect> record(Person& person) {
  std::vector<Effect> effects = person.press("chain.record");
  REQUIRE_MESSAGE(!person.has("act.heading"), said_by(person, "act.errors"));
  return effects;
}

inline void record_as(Person& person, std::string_view move, std::string_view name) {
  begin(person, move);
  person.fill("act.by.name", name);
  record(person);
}

inline void name_route(Person& person) {
  person.choose("act.route.second_level.applies", "yes");
  person.choose("act.route.third_level.applies", "no");
  person.fill("act.route.supervisor.name", "Sam Doe");
  person.fill("act.route.second_level.name", "Uma Park");
  person.fill("act.route.executive.name", "Kim Roe");
  person.fill("act.route.executive.title", "Regional Commissioner");
  person.fill("act.route.hr_director.name", "Lou Fox");
  person.fill("act.route.deputy_administrator.name", "Office of the Deputy Administrator");
  person.fill("record.budget_contact.name", "Bo Lee");
}

inline void submit(Person& person) {
  begin(person, "submitted");
  person.fill("act.by.name", "Sam Doe");
  name_route(person);
  record(person);
}

// Requested and submitted, with a second level and no third.
inline void begin_submitted(Person& person) {
  person.open("a.json", example());
  record_as(person, "requested", "Ann Kealoha");
  submit(person);
}

inline Packet packet_of(const Person& person) {
  const Result<OpenedPacket> opened = read_packet(person.session.packet_json());
  REQUIRE(opened.has_value());
  return opened->packet;
}

}  // namespace ftt::test
