// A packet on its way, told in goldens: requested, submitted with a route, concurred twice, an answer edited, found by
// the executive and returned, both renewed, the executive concurs, received by HR, returned without a change, the whole
// way again, concurred by a designee, approved; then the yearly review as a new round. And two copies edited apart,
// merged with one question (HRM 6040.2 ¶9, ¶11).
//
// scenarios/chain.json is the packet at its end, chain-told.txt what is told of it, chain.txt what was told behind each
// act; chain-round.json the review; chain-copy-a.json and chain-copy-b.json the copies, chain-merged.txt the question.
#include "packet/chain_story.h"

#include <doctest/doctest.h>

#include "base/json_writer.h"
#include "long_text.h"
#include "packet/chain_report.h"
#include "packet/evaluation.h"
#include "packet/golden.h"
#include "packet/merge_copies.h"
#include "packet/review.h"

using namespace ftt;
using namespace ftt::test;

namespace {

std::string path_of(std::string_view file) {
  return concat(FTT_TESTS_DIR "/scenarios/", file);
}

std::string file_of_story(const Packet& packet) {
  return without_digest_member(
      write_packet(packet, assess(rates_at_hand(), packet, assessed_on(packet, day_of_story))));
}

RecordedCase case_on(const Packet& packet, Date day) {
  return find_recorded_case(packet, {edition_of(packet), day, calendar});
}

Json told(const Packet& packet, Date day) {
  return chain_json(case_on(packet, day), packet, assessment_of_story(packet, day));
}

// Where it is and what stands, without the entries.
std::string told_in_lines(const Packet& packet, Date day) {
  const std::string text = chain_text(case_on(packet, day), packet, assessment_of_story(packet, day));
  return concat("---- ", to_display_without_weekday(day), " ----\n", text.substr(0, text.find("\n1. ") + 1), "\n");
}

Packet copy_with(const Packet& base, std::string_view trips, std::string_view statement) {
  NewEntry note;
  note.says.act = ChainAct::note;
  note.says.on = calendar_date(2025, 5, 8);
  note.says.by = {"Sam Doe", "Branch Chief"};
  note.statement = statement;
  note.nonce = sha256_hex(statement).substr(0, 32);
  note.nonce_of_edited = sha256_hex(trips).substr(0, 32);
  return with_act(with(base, {{Leaf::travel_budget_trips, std::string(trips)}}), note);
}

}  // namespace

TEST_SUITE("packet: the story of a chain") {
  TEST_CASE("¶9: from the request to the approval: what is told behind each act, and the packet at its end") {
    const std::vector<NewEntry> acts = acts_of_story();
    std::string text;
    for (std::size_t i = 0; i < acts.size(); ++i) {
      if (i == acts_before_the_edit) text += told_in_lines(edited_in_story(story_after(i)), *acts[i - 1].says.on);
      text += told_in_lines(story_after(i + 1), *acts[i].says.on);
    }
    check_golden(path_of("chain.txt"), text);
    check_golden(path_of("chain.json"), file_of_story(whole_story()));
    check_golden(path_of("chain-told.txt"), write_json(told(whole_story(), day_of_story)));
  }

  TEST_CASE("¶9: opened again it is the same, it holds, and it is approved") {
    const Packet packet = packet_in(read_file(path_of("chain.json")));
    const RecordedCase found = case_on(packet, day_of_story);
    CHECK(found.chain.soundness == ChainSoundness::sound);
    CHECK(found.chain.problems.empty());
    CHECK(found.status.state == ChainState::approved);
    CHECK(found.status.approved_on == calendar_date(2025, 6, 10));
    CHECK(found.answers.text(Leaf::determination_outcome) == "approved");
    CHECK(write_json(told(packet, day_of_story)) == read_file(path_of("chain-told.txt")));
  }

  TEST_CASE("¶9: at no act of it, and not at its end, is anything to be corrected") {
    const std::vector<NewEntry> acts = acts_of_story();
    for (std::size_t i = 1; i <= acts.size(); ++i) {
      const std::string message = *told(story_after(i), *acts[i - 1].says.on).find_string("message");
      CAPTURE(i);
      CAPTURE(message);
      CHECK(lacks(message, "not valid"));
      CHECK(lacks(message, "Correct "));
    }
    CHECK(*told(whole_story(), day_of_story).find_string("message") == "It is approved.");
  }

  TEST_CASE("¶9a, ¶9c: returned by HR it has two days on which it may be due, since the order does not say which") {
    const Json json = told(story_after(acts_to_the_second_return), calendar_date(2025, 5, 21));
    CHECK(*json.find_string("state") == "returned");
    REQUIRE(json.find_string("due") != nullptr);
    REQUIRE(json.find_string("due_if_stopped") != nullptr);
    CHECK(*json.find_string("due") < *json.find_string("due_if_stopped"));
  }

  TEST_CASE("¶11: the yearly review begins a new round that continues the approved one") {
    const Packet approved = whole_story();
    const Date day = calendar_date(2026, 6, 15);
    NewEntry again = acts_of_story().front();
    again.says.on = day;
    const Packet round = with_act(start_review(approved, assessment_of_story(approved, day), day), again);
    check_golden(path_of("chain-round.json"), file_of_story(round));
    const ReadChain chain = read_chain(round);
    CHECK(chain.soundness == ChainSoundness::sound);
    CHECK(chain.marks.front().n == 1);
    CHECK(continues(chain, read_chain(approved)));
    CHECK(case_on(round, day).status.state == ChainState::draft);
    // What the review reviews was approved: by its chain, which stands in it.
    const std::optional<Review> reviewed = find_review(rates_at_hand(), round, assessment_of_story(round, day), {});
    REQUIRE(reviewed.has_value());
    CHECK(reviewed->approved.is_approved.value());
  }

  TEST_CASE("¶9: two copies edited apart: one question, and with its answer one packet") {
    const Packet base = story_after(3);
    const Packet a = copy_with(base, "5", "Five.");
    const Packet b = copy_with(base, "6", "Six, as agreed.");
    NewEntry by;
    by.says.by = {"Sam Doe", "Branch Chief"};
    by.says.on = calendar_date(2025, 5, 9);
    by.nonce = nonce_of(500);
    const Result<MergedCopies> open = merge_copies(rates_at_hand(), a, b, by, {}, day_of_story);
    REQUIRE(open.has_value());
    check_golden(path_of("chain-copy-a.json"), file_of_story(a));
    check_golden(path_of("chain-copy-b.json"), file_of_story(b));
    check_golden(path_of("chain-merged.txt"), write_json(conflicts_json(open->conflicts)));
    const Result<MergedCopies> merged = merge_copies(
        rates_at_hand(), a, b, by, std::vector<MergeAnswer>{{"/travel_budget/trips", TakenFrom::b, {}}}, day_of_story);
    REQUIRE(merged.has_value());
    REQUIRE(merged->packet.has_value());
    const RecordedCase found = case_on(*merged->packet, day_of_story);
    CHECK(found.chain.soundness == ChainSoundness::sound);
    CHECK(found.chain.entries.size() == 8);
    CHECK(found.standing.holder == ChainStep::supervisor);  // the concurrence saw four trips
  }
}
