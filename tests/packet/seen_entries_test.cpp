// Entries that were seen before: a copy that was cut short or written anew is named (HRM 6040.2 ¶9).
#include "packet/seen_entries.h"

#include <doctest/doctest.h>

#include "packet/chain_at_hand.h"
#include "packet/merge_copies.h"
#include "packet/redact.h"
#include "packet/review.h"

using namespace ftt;
using namespace ftt::test;

namespace {

bool see(SeenEntries& seen, const Packet& packet) {
  return see_entries(seen, packet, read_chain(packet));
}

std::string said(const SeenEntries& seen, const Packet& packet) {
  return not_continued(seen, packet, read_chain(packet));
}

Packet next_round(const Packet& packet) {
  return start_review(packet, assessment_of(packet), calendar_date(2026, 3, 2));
}

constexpr std::string_view cut_off =
    "This copy ends before an entry of June 2, 2025 that was seen here: it is an older copy, or its end was cut off.";

}  // namespace

TEST_SUITE("packet: entries that were seen") {
  TEST_CASE(
      "the end cut off is sound in itself, and the entries that were seen say so; an edit or a note says nothing") {
    SeenEntries seen;
    const Packet packet = concurred_twice();
    CHECK(said(seen, packet).empty());
    CHECK(see(seen, packet));
    CHECK(said(seen, packet).empty());
    CHECK(said(seen, with(packet, {{Leaf::travel_budget_trips, "9"}})).empty());
    const Packet noted = recorded(packet, note("a"));
    CHECK(said(seen, noted).empty());
    for (std::size_t left = 4; left-- > 0;) {
      Packet cut = packet;
      entries_of(cut).resize(left);
      CHECK(said(seen, cut) == cut_off);
    }
    Packet without = packet;
    without.chain = Json();
    CHECK(said(seen, without) == cut_off);
    CHECK_FALSE(see(seen, without));
    Packet other = example_a();
    other.id = "another";
    CHECK(said(seen, other).empty());
  }

  TEST_CASE("a history that was written anew is named, and not taken in; a merge of both continues both") {
    SeenEntries seen;
    const Packet base = submitted();
    const Packet a = recorded(base, note("a"));
    const Packet b = recorded(base, note("b"));
    see(seen, a);
    CHECK(said(seen, b).starts_with(
        "Its history was rewritten: an entry of June 2, 2025 that was seen here is not in it"));
    CHECK_FALSE(see(seen, b));
    CHECK(said(seen, a).empty());
    const Packet merged = *merge_copies(rates_at_hand(), a, b, note("m"), {}, calendar_date(2025, 6, 10))->packet;
    CHECK(said(seen, merged).empty());
    CHECK(see(seen, merged));
    CHECK(said(seen, b) == cut_off);
  }

  TEST_CASE(
      "three years of reviews: each round continues the last, also where one was not seen; an older round is named") {
    const Packet first = concurred_twice();
    const Packet second = recorded(next_round(first), act(ChainAct::requested));
    const Packet third = recorded(next_round(second), act(ChainAct::requested));
    SeenEntries seen;
    see(seen, first);
    CHECK(said(seen, next_round(first)).empty());
    CHECK(said(seen, second).empty());
    CHECK(said(seen, third).empty());  // the packet under review is in it
    see(seen, second);
    CHECK(said(seen, third).empty());
    CHECK(said(seen, first) == cut_off);
    Packet cut = first;
    entries_of(cut).pop_back();
    SeenEntries of_first;
    see(of_first, first);
    CHECK(said(of_first, recorded(next_round(cut), act(ChainAct::requested))).starts_with("Its history was rewritten"));
    Packet bare = third;
    bare.reviewed = Json();
    CHECK(said(of_first, bare).starts_with("It begins behind an entry that was not seen here"));
    SeenEntries of_second;
    see(of_second, second);
    CHECK(said(of_second, first) == cut_off);
  }

  TEST_CASE("two copies in one browser have a record each: both are seen of their packet, no entry twice") {
    const auto list = [](std::string_view packets) {
      return concat(R"({"format": "telework-seen/1", "packets": [)", packets, "]}");
    };
    const SeenEntries both = *read_seen_entries(list(
        R"({"id": "a", "rounds": [{"entries": [{"digest": "1"}]}]},
           {"id": "b", "rounds": [{"entries": [{"digest": "1"}]}]},
           {"id": "a", "rounds": [{"entries": [{"digest": "1"}, {"digest": "2"}]},
                                  {"after": "2", "entries": [{"digest": "3"}]}]})"));
    CHECK(both == *read_seen_entries(list(
                      R"({"id": "a", "rounds": [{"entries": [{"digest": "1"}, {"digest": "2"}]},
                                  {"after": "2", "entries": [{"digest": "3"}]}]},
           {"id": "b", "rounds": [{"entries": [{"digest": "1"}]}]})")));
  }

  TEST_CASE("of more packets than fit those that were seen last are kept, and a list of any length is read") {
    SeenEntries seen;
    const Packet packet = concurred_twice();
    see(seen, packet);
    while (seen.packets.size() < 30'000) {
      const std::string id = concat("packet ", seen.packets.size());
      seen.packets.push_back({id, {{"", {{std::string(75, 'a'), calendar_date(2025, 6, 2)}}}}});
    }
    const std::string without = write_seen_entries(seen);
    CHECK(without.size() < 2 * most_of_seen);
    CHECK(read_seen_entries(without)->packets.back() == seen.packets.back());
    CHECK(said(*read_seen_entries(without), packet).empty());
    CHECK(read_seen_entries(without)->packets.front().id != packet.id);
    // Seen again it is the last that goes.
    see(seen, packet);
    CHECK(seen.packets.size() == 30'000);
    CHECK(read_seen_entries(write_seen_entries(seen))->packets.back().id == packet.id);
    const std::string long_list = concat(R"({"format": "telework-seen/1", "packets": [], "note": [)",
                                         std::string(std::size_t{9} * 1024 * 1024, ' '), "]}");
    CHECK(read_seen_entries(long_list).has_value());
  }

  TEST_CASE("kept as JSON and read back; what is none is refused with its place; a copy without names is none") {
    SeenEntries seen;
    see(seen, concurred_twice());
    see(seen, recorded(next_round(concurred_twice()), act(ChainAct::requested)));
    CHECK(*read_seen_entries(write_seen_entries(seen)) == seen);
    CHECK(*read_seen_entries("") == SeenEntries());
    for (const auto& [text, where] :
         {std::pair(R"({})", "format"), std::pair(R"({"format": "telework-seen/1"})", "packets"),
          std::pair(R"({"format": "telework-seen/1", "packets": [{}]})", "packets.0"),
          std::pair(R"({"format": "telework-seen/1", "packets": [{"id": "a", "rounds": [{}]}]})",
                    "packets.0.rounds.0.entries"),
          std::pair(R"({"format": "telework-seen/1", "packets": [{"id": "a", "rounds": [{"entries": [1]}]}]})",
                    "packets.0.rounds.0.entries.0.digest")}) {
      CHECK(read_seen_entries(text).error().where == where);
    }
    const Packet copy = redact(concurred_twice(), rates_with_zip_codes()).packet;
    CHECK(said(seen, copy).empty());
    CHECK_FALSE(see(seen, copy));
  }
}
