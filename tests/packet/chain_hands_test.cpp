// A packet's whole way through the chain, held against its golden: scenarios/hands.json is the packet as it is written,
// hands.chain.json what is told of it.
#include "packet/chain_hands.h"

#include <doctest/doctest.h>

#include "base/json_writer.h"
#include "long_text.h"
#include "packet/chain_report.h"
#include "packet/golden.h"

using namespace ftt;

namespace {

constexpr Date today = calendar_date(2025, 6, 11);

std::string path_of(std::string_view ending) {
  return concat(FTT_TESTS_DIR "/scenarios/hands", ending);
}

Json told(const Packet& packet, Date day) {
  return chain_json(find_recorded_case(packet, {hrm_6040_2, day, test::calendar}), packet,
                    test::assessment_of_story(packet, day));
}

}  // namespace

TEST_SUITE("packet: a chain through every hand") {
  TEST_CASE("¶9: what the acts record is the golden, to the last digest") {
    const Packet packet = test::whole_story();
    const Assessment assessment = assess(test::rates_at_hand(), packet, assessed_on(packet, today));
    test::check_golden(path_of(".json"), test::without_digest_member(write_packet(packet, assessment)));
    test::check_golden(path_of(".chain.json"), write_json(told(packet, today)));
  }

  TEST_CASE("¶9: opened again it is the same, it holds, and it is approved") {
    const Packet packet = test::packet_in(test::read_file(path_of(".json")));
    CHECK(read_chain(packet).soundness == ChainSoundness::sound);
    CHECK(*told(packet, today).find_string("state") == "approved");
    CHECK(write_json(told(packet, today)) == test::read_file(path_of(".chain.json")));
  }

  TEST_CASE("¶9: at no act of it, and not at its end, is anything to be corrected") {
    const std::vector<NewEntry> acts = test::acts_of_story();
    for (std::size_t i = 1; i <= acts.size(); ++i) {
      const Json json = told(test::story_after(i), *acts[i - 1].says.on);
      const std::string message = *json.find_string("message");
      CAPTURE(i);
      CAPTURE(message);
      CHECK(test::lacks(message, "not valid"));
      CHECK(test::lacks(message, "Correct "));
    }
    CHECK(*told(test::whole_story(), today).find_string("message") == "It is approved.");
  }

  TEST_CASE("¶9a, ¶9c: returned by HR it has two days on which it may be due, since the order does not say which") {
    const Json json = told(test::story_after(test::acts_to_the_second_return), calendar_date(2025, 5, 21));
    CHECK(*json.find_string("state") == "returned");
    REQUIRE(json.find_string("due") != nullptr);
    REQUIRE(json.find_string("due_if_stopped") != nullptr);
    CHECK(*json.find_string("due") < *json.find_string("due_if_stopped"));
  }
}
