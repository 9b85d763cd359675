// A packet on its way, told in goldens: requested, submitted with a route, concurred twice, an answer edited, found by
// the executive and returned, both renewed, the executive concurs, received by HR, returned without a change, the whole
// way again, concurred by a designee, approved; then the yearly review as a new round. And two copies edited apart,
// merged with one question (HRM 6040.2 ¶9, ¶11).
//
// scenarios/chain.json is the packet at its end, chain.txt what was told behind each act; chain-round.json the review;
// chain-copy-a.json and chain-copy-b.json the copies, chain-merged.txt the question.
//
// The entries are made under no tables in particular, so that newer ones change no digest.
#include <doctest/doctest.h>

#include "base/json_writer.h"
#include "packet/chain_at_hand.h"
#include "packet/chain_report.h"
#include "packet/evaluation.h"
#include "packet/golden.h"
#include "packet/merge_copies.h"
#include "packet/review.h"

using namespace ftt;
using namespace ftt::test;

namespace {

constexpr Date today = calendar_date(2025, 8, 4);
constexpr std::string_view no_tables = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

std::string path_of(std::string_view file) {
  return concat(FTT_TESTS_DIR "/scenarios/", file);
}

Assessment under_no_tables(const Packet& packet) {
  Assessment assessment = assess(rates_at_hand(), packet, assessed_on(packet, today));
  assessment.rates_digest = no_tables;
  return assessment;
}

std::string file_of(const Packet& packet) {
  return without_digest_member(write_packet(packet, assess(rates_at_hand(), packet, assessed_on(packet, today))));
}

// Somebody at the packet, and what is told behind each act.
class Story {
 public:
  explicit Story(Packet begun) : packet(std::move(begun)) {}

  void act(Date on, ChainAct what, std::optional<ChainStep> step, ChainPerson who, std::string_view reason = "",
           std::optional<ChainStep> to = std::nullopt) {
    NewEntry entry;
    entry.says.act = what;
    entry.says.step = step;
    entry.says.on = on;
    entry.says.by = std::move(who);
    entry.says.reason = reason;
    entry.says.to_step = to;
    add(std::move(entry));
  }

  void add(NewEntry entry) {
    const std::size_t number = read_chain(packet).entries.size();
    entry.nonce = nonce_of(2 * number);
    entry.nonce_of_edited = nonce_of(2 * number + 1);
    const Date on = *entry.says.on;
    const RuleContext on_that_day{edition_of(packet), on, calendar};
    Result<Packet> result = record_entry(packet, under_no_tables(packet), entry, on_that_day);
    REQUIRE_MESSAGE(result.has_value(), (result ? std::string() : to_string(result.error())));
    packet = *std::move(result);
    tell(on);
  }

  void edit(Date on, Leaf leaf, std::string text) {
    packet = with(packet, {{leaf, std::move(text)}});
    tell(on);
  }

  Packet packet;
  std::string told{};

 private:
  void tell(Date on) {
    const RecordedCase found = find_recorded_case(packet, {edition_of(packet), on, calendar});
    std::string text = chain_text(found, packet, under_no_tables(packet));
    append(told, "---- ", to_display_without_weekday(on), " ----\n", text.substr(0, text.find("\n1. ") + 1), "\n");
  }
};

const ChainPerson employee{"Noelani Kahaleʻulu-O'Brien", "Program Analyst"};
const ChainPerson supervisor{"Marta Quinn", "Supervisory Program Analyst"};
const ChainPerson executive{"Theo Baptiste", "Regional Commissioner"};
const ChainPerson hr{"Priya Raman", "HR Director"};

NewEntry submission_of(Date on) {
  NewEntry entry;
  entry.says.act = ChainAct::submitted;
  entry.says.on = on;
  entry.says.by = supervisor;
  ChainRoute& route = entry.says.route.emplace();
  route.stops[number_of(ChainStep::supervisor)].who = supervisor;
  route.stops[number_of(ChainStep::second_level)].applies = false;
  route.stops[number_of(ChainStep::third_level)].applies = false;
  route.stops[number_of(ChainStep::executive)].who = executive;
  route.stops[number_of(ChainStep::hr_director)].who = hr;
  route.stops[number_of(ChainStep::deputy_administrator)].who = {"Office of the Deputy Administrator", ""};
  return entry;
}

Date june(int day) {
  return calendar_date(2025, 6, 1) + Days(day - 1);
}

Story begun() {
  Story story(with(example_a(), {{Leaf::record_budget_contact_name, "B. Lee"},
                                 {Leaf::eligibility_telework_agreement_approved, "yes"}}));
  story.act(june(2), ChainAct::requested, std::nullopt, employee);
  story.add(submission_of(june(3)));
  story.act(june(4), ChainAct::concurred, ChainStep::supervisor, supervisor);
  return story;
}

// To the approval.
Story whole_story() {
  Story story = begun();
  story.edit(june(5), Leaf::travel_budget_trips, "5");
  story.act(june(6), ChainAct::returned, ChainStep::executive, executive, "Why five trips? Say so in Part I.",
            ChainStep::supervisor);
  story.edit(june(9), Leaf::justification_cost,
             "Five trips a year, one for each meeting of the regional council; the cost is less than the saving.");
  story.act(june(10), ChainAct::concurred, ChainStep::supervisor, supervisor);
  story.act(june(12), ChainAct::concurred, ChainStep::executive, executive);
  story.act(june(13), ChainAct::received, ChainStep::hr_director, hr);
  story.act(june(17), ChainAct::returned, ChainStep::hr_director, hr, "The signed paper is of another day.",
            ChainStep::supervisor);
  story.act(june(18), ChainAct::concurred, ChainStep::supervisor, supervisor);
  story.act(june(20), ChainAct::concurred, ChainStep::executive, executive);
  story.act(june(23), ChainAct::received, ChainStep::hr_director, hr);
  story.act(june(25), ChainAct::concurred, ChainStep::hr_director, hr);
  story.act(june(26), ChainAct::received, ChainStep::deputy_administrator, {"Ada Moreau", "Chief of Staff"});
  NewEntry by_designee;
  by_designee.says.act = ChainAct::concurred;
  by_designee.says.step = ChainStep::deputy_administrator;
  by_designee.says.on = calendar_date(2025, 7, 15);
  by_designee.says.by = {"Ada Moreau", "Chief of Staff"};
  by_designee.says.on_behalf_of = {"Lin Okafor", "Deputy Administrator"};
  by_designee.says.authority = "designee";
  by_designee.evidence = {{"signed_mail", sha256_hex("mail"), "approval.eml"}};
  story.add(by_designee);
  return story;
}

Packet copy_with(const Packet& base, std::string_view trips, std::string_view statement) {
  Story copy(with(base, {{Leaf::travel_budget_trips, std::string(trips)}}));
  NewEntry note;
  note.says.act = ChainAct::note;
  note.says.on = june(11);
  note.says.by = supervisor;
  note.statement = statement;
  const std::size_t number = statement.size();
  note.nonce = nonce_of(100 + 2 * number);
  note.nonce_of_edited = nonce_of(101 + 2 * number);
  const Result<Packet> noted =
      record_entry(copy.packet, under_no_tables(copy.packet), note, {edition_of(base), june(11), calendar});
  REQUIRE(noted.has_value());
  return *noted;
}

}  // namespace

TEST_SUITE("packet: the story of a chain") {
  TEST_CASE("from the request to the approval, and the packet at its end") {
    const Story story = whole_story();
    check_golden(path_of("chain.txt"), story.told);
    check_golden(path_of("chain.json"), file_of(story.packet));
    const RecordedCase found = find_recorded_case(story.packet, context);
    CHECK(found.status.state == ChainState::approved);
    CHECK(found.status.approved_on == calendar_date(2025, 7, 15));
    CHECK(found.answers.text(Leaf::determination_outcome) == "approved");
    // The file that is committed verifies by itself, its digests too.
    const ReadChain chain = read_chain(packet_in(read_file(path_of("chain.json"))));
    CHECK(chain.soundness == ChainSoundness::sound);
    CHECK(chain.problems.empty());
  }

  TEST_CASE("the yearly review begins a new round that continues the approved one") {
    const Packet approved = whole_story().packet;
    const Packet review = start_review(approved, under_no_tables(approved), calendar_date(2026, 7, 20));
    Story round(review);
    round.act(calendar_date(2026, 7, 21), ChainAct::requested, std::nullopt, employee);
    check_golden(path_of("chain-round.json"), file_of(round.packet));
    const ReadChain chain = read_chain(round.packet);
    CHECK(chain.soundness == ChainSoundness::sound);
    CHECK(chain.marks.front().n == 1);
    CHECK(continues(chain, read_chain(approved)));
    CHECK(find_recorded_case(round.packet, context).status.state == ChainState::draft);
    // What the review reviews was approved: by its chain, which stands in it.
    const std::optional<Review> reviewed =
        find_review(rates_at_hand(), round.packet, under_no_tables(round.packet), {});
    REQUIRE(reviewed.has_value());
    CHECK(reviewed->approved.is_approved.value());
  }

  TEST_CASE("two copies edited apart: one question, and with its answer one packet") {
    const Packet base = begun().packet;
    const Packet a = copy_with(base, "5", "Five.");
    const Packet b = copy_with(base, "6", "Six, as agreed.");
    NewEntry by;
    by.says.by = supervisor;
    by.says.on = june(12);
    by.nonce = nonce_of(500);
    const Result<MergedCopies> open = merge_copies(rates_at_hand(), a, b, by, {}, today);
    REQUIRE(open.has_value());
    check_golden(path_of("chain-copy-a.json"), file_of(a));
    check_golden(path_of("chain-copy-b.json"), file_of(b));
    check_golden(path_of("chain-merged.txt"), write_json(conflicts_json(open->conflicts)));
    const Result<MergedCopies> merged = merge_copies(
        rates_at_hand(), a, b, by, std::vector<MergeAnswer>{{"/travel_budget/trips", TakenFrom::b, {}}}, today);
    REQUIRE(merged.has_value());
    REQUIRE(merged->packet.has_value());
    const RecordedCase found = find_recorded_case(*merged->packet, context);
    CHECK(found.chain.soundness == ChainSoundness::sound);
    CHECK(found.chain.entries.size() == 8);
    CHECK(found.standing.holder == ChainStep::supervisor);  // the concurrence saw four trips
  }
}
