// Two copies of one packet as one: the laws, the questions, and what stands behind it (HRM 6040.2 ¶9).
#include "packet/merge_copies.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "long_text.h"
#include "packet/chain_at_hand.h"
#include "packet/chain_changes.h"

using namespace ftt;
using namespace ftt::test;

namespace {

constexpr Date day_of_merging = calendar_date(2025, 6, 10);

NewEntry merger() {
  NewEntry entry;
  entry.says.on = day_of_merging;
  entry.says.by = {"Kim Roe", ""};
  entry.nonce = nonce_of(9000);
  return entry;
}

Result<MergedCopies> try_merge(const Packet& a, const Packet& b, const std::vector<MergeAnswer>& answers = {}) {
  return merge_copies(rates_at_hand(), a, b, merger(), answers, day_of_merging);
}

MergedCopies merge(const Packet& a, const Packet& b, const std::vector<MergeAnswer>& answers = {}) {
  Result<MergedCopies> merged = try_merge(a, b, answers);
  REQUIRE_MESSAGE(merged.has_value(), (merged ? std::string() : to_string(merged.error())));
  return std::move(merged).value();
}

Packet one_of(const Packet& a, const Packet& b, const std::vector<MergeAnswer>& answers = {}) {
  MergedCopies merged = merge(a, b, answers);
  REQUIRE(merged.packet.has_value());
  return *std::move(merged.packet);
}

// All that a packet says, its chain too: what is worked out follows from that.
std::string said(const Packet& packet) {
  return write_json_compact(answered_json(packet));
}

// The places of the questions.
std::string asked(const MergedCopies& merged) {
  std::string places;
  for (const MergeConflict& conflict : merged.conflicts) append(places, places.empty() ? "" : " ", conflict.at);
  return places;
}

// Everything of the same seed is the same.
class Chance {
 public:
  explicit Chance(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}
  std::size_t below(std::size_t most) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) % most;
  }

 private:
  std::uint32_t state_;
};

// Somebody goes on with the packet: edits, notes, concurs, sends it back.
Packet gone_on(Packet packet, Chance& chance, std::string_view who) {
  constexpr Leaf edited[] = {Leaf::travel_budget_trips,
                             Leaf::justification_cost,
                             Leaf::travel_budget_nights,
                             Leaf::employee_last_name,
                             Leaf::employee_requested_worksite_city,
                             Leaf::notes,
                             Leaf::eligibility_contractor};
  constexpr std::string_view texts[] = {"1", "2", "", "3"};
  const std::size_t count = chance.below(5);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t what = chance.below(6);
    if (what < 3) {
      const Leaf leaf = edited[chance.below(std::size(edited))];
      packet = with(packet, {{leaf, std::string(texts[chance.below(std::size(texts))])}});
      continue;
    }
    NewEntry entry = note(concat(who, " ", i, " ", chance.below(1000)));
    const std::optional<ChainStep> holder =
        what < 4 ? std::nullopt : find_standing(read_chain(packet), packet, context).holder;
    if (what == 4 && holder) {
      entry.says.act = ChainAct::concurred;
      entry.says.step = holder;
    } else if (what == 5 && holder && *holder > ChainStep::supervisor) {
      entry.says.act = ChainAct::returned;
      entry.says.step = holder;
      entry.says.to_step = ChainStep::supervisor;
      entry.says.reason = "Mend Part E.";
    }
    entry.nonce_of_edited = sha256_hex(concat(entry.nonce, "edited")).substr(0, 32);
    packet = recorded(packet, entry);
  }
  return packet;
}

// The questions answered, each by what one of the copies says.
std::vector<MergeAnswer> answered(const std::vector<MergeConflict>& conflicts, Chance& chance) {
  std::vector<MergeAnswer> answers;
  for (const MergeConflict& conflict : conflicts) {
    answers.push_back({conflict.at, TakenFrom::value, chance.below(2) == 0 ? conflict.a : conflict.b});
  }
  return answers;
}

}  // namespace

TEST_SUITE("packet: two copies as one") {
  TEST_CASE("200 random merges: the copies may change places, a copy with itself is itself, with its ancestor too") {
    // Without what is worked out, which would take most of the time.
    const Packet untouched = example_a();
    const Packet begun = submitted();
    int questions = 0;
    int joined = 0;
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
      CAPTURE(seed);
      Chance chance(seed);
      const Packet base = chance.below(8) == 0 ? untouched : gone_on(begun, chance, "before");
      const Packet a = gone_on(base, chance, "a");
      const Packet b = gone_on(base, chance, "b");
      if (is_recorded(a) && is_recorded(b) && !is_recorded(base)) {
        CHECK(try_merge(a, b).error().where == "chain.entries");
        continue;
      }
      const MergedCopies there = merge(a, b);
      const MergedCopies back = merge(b, a);
      CHECK(asked(there) == asked(back));
      questions += there.conflicts.empty() ? 0 : 1;
      const std::vector<MergeAnswer> answers = answered(there.conflicts, chance);
      const Packet merged = one_of(a, b, answers);
      CHECK(said(merged) == said(one_of(b, a, answers)));
      CHECK(said(one_of(a, a)) == said(a));
      CHECK(said(one_of(merged, merged)) == said(merged));
      const ReadChain chain = read_chain(merged);
      CHECK((chain.soundness == ChainSoundness::sound || chain.soundness == ChainSoundness::empty));
      CHECK(continues(chain, read_chain(a)));
      CHECK(continues(chain, read_chain(b)));
      if (!chain.entries.empty() && chain.entries.back().act == ChainAct::merged) ++joined;
      // Beside Parts A to I nothing tells which of two came first.
      const Packet later = with(gone_on(base, chance, "later"),
                                {{Leaf::notes, base.answers.text(Leaf::notes)},
                                 {Leaf::eligibility_contractor, base.answers.text(Leaf::eligibility_contractor)}});
      if (read_chain(base).entries.empty() || read_chain(base).entries.back().saw_content != *content_digest(base))
        continue;
      CHECK(said(one_of(base, later)) == said(later));
      CHECK(said(one_of(later, base)) == said(later));
    }
    CHECK(questions > 20);
    CHECK(joined > 50);
  }

  TEST_CASE("what one side left as it was takes the other's; both alike is taken; nothing is asked") {
    const Packet base = concurred_twice();
    const Packet a = with(base, {{Leaf::travel_budget_trips, "9"}, {Leaf::justification_cost, "Both."}});
    const Packet b = with(base, {{Leaf::travel_budget_nights, "2"}, {Leaf::justification_cost, "Both."}});
    const Packet merged = one_of(a, b);
    CHECK(merged.answers.text(Leaf::travel_budget_trips) == "9");
    CHECK(merged.answers.text(Leaf::travel_budget_nights) == "2");
    CHECK(merged.answers.text(Leaf::justification_cost) == "Both.");
    CHECK(merged.chain == base.chain);
    CHECK(stand(merged).empty());
  }

  TEST_CASE(
      "both otherwise is a question: before, A, B, with what each does to the result; answered, it is one packet") {
    const Packet base = concurred_twice();
    const Packet a = recorded(with(base, {{Leaf::travel_budget_trips, "9"}}), note("a"));
    const Packet b = recorded(with(base, {{Leaf::travel_budget_trips, "2"}}), note("b"));
    const MergedCopies open = merge(a, b);
    CHECK_FALSE(open.packet.has_value());
    REQUIRE(open.conflicts.size() == 1);
    const MergeConflict& question = open.conflicts.front();
    CHECK(question.at == "/travel_budget/trips");
    CHECK(question.label == "E10 Number of planned trips per year");
    CHECK(question.is_before_known);
    CHECK(question.words_before == "4");
    CHECK(question.words_a == "9");
    CHECK(question.words_b == "2");
    CHECK(*question.figures_a.find_string("annual") == "22696.20");
    CHECK(*question.figures_b.find_string("annual") == "5043.60");
    CHECK(merge(b, a).conflicts.front().words_a == "2");
    const Packet by_a = one_of(a, b, {{question.at, TakenFrom::a, {}}});
    CHECK(by_a.answers.text(Leaf::travel_budget_trips) == "9");
    CHECK(file_of(by_a) == file_of(one_of(b, a, {{question.at, TakenFrom::b, {}}})));
    CHECK(one_of(a, b, {{question.at, TakenFrom::before, {}}}).answers.text(Leaf::travel_budget_trips) == "4");
    CHECK(one_of(a, b, {{question.at, TakenFrom::value, Json::number(7)}}).answers.text(Leaf::travel_budget_trips) ==
          "7");
    CHECK(one_of(a, b, {{question.at, TakenFrom::value, {}}}).answers.is_empty(Leaf::travel_budget_trips));
    const ReadChain chain = read_chain(by_a);
    CHECK(chain.entries.back().act == ChainAct::merged);
    CHECK(chain.entries.back().by.name == "Kim Roe");
    CHECK(chain.marks.back().n == 7);
    CHECK(chain.entries.back().saw_content == *content_digest(by_a));
    CHECK(handed_over_answers(chain, by_a) != nullptr);
  }

  TEST_CASE("a place is one field: two cities are one question, and no place comes out that nobody has written") {
    const Packet base = concurred_twice();
    const Packet a = with(
        base, {{Leaf::employee_requested_worksite_city, "Portland"}, {Leaf::employee_requested_worksite_state, "OR"}});
    const Packet b = with(base, {{Leaf::employee_requested_worksite_state, "ME"}});
    CHECK(asked(merge(a, b)) == "/employee/requested_worksite");
  }

  TEST_CASE("nothing tells what was there before: every difference is a question") {
    const Packet a = with(example_a(), {{Leaf::travel_budget_trips, "9"}, {Leaf::justification_cost, ""}});
    const MergedCopies open = merge(a, example_a());
    CHECK(asked(open) == "/travel_budget/trips /justification/cost");
    CHECK_FALSE(open.conflicts.front().is_before_known);
    Packet forged = recorded(with(concurred_twice(), {{Leaf::travel_budget_trips, "9"}}), note("a"));
    forged.chain.find("handed_over")->find("answers")->find("travel_budget")->set("trips", Json::number(5));
    const Packet other = with(concurred_twice(), {{Leaf::travel_budget_trips, "2"}});
    Packet without = other;
    without.chain.erase("handed_over");
    CHECK_FALSE(merge(forged, without).conflicts.front().is_before_known);
    CHECK(merge(forged, other).conflicts.front().is_before_known);
  }

  TEST_CASE("beside Parts A to I: one side empty takes the other; spending by half-year; else a question") {
    const auto spent = [](Packet packet, std::vector<Actual> actuals) {
      packet.answers.set_actuals(std::move(actuals));
      return packet;
    };
    const Packet base = concurred_twice();
    const Packet a = spent(with(base, {{Leaf::notes, "Of A."}}), {{"2026H1", "10.00"}, {"2026H2", "20.00"}});
    const Packet b =
        spent(with(base, {{Leaf::eligibility_contractor, "no"}}), {{"2026H2", "20.00"}, {"2027H1", "30.00"}});
    const Packet merged = one_of(a, b);
    CHECK(merged.answers.text(Leaf::notes) == "Of A.");
    CHECK(merged.answers.text(Leaf::eligibility_contractor) == "no");
    CHECK(merged.answers.actuals() ==
          std::vector<Actual>{{"2026H1", "10.00"}, {"2026H2", "20.00"}, {"2027H1", "30.00"}});
    const Packet other = spent(with(base, {{Leaf::notes, "Of B."}}), {{"2026H2", "21.00"}});
    CHECK(asked(merge(a, other)) == "/actuals/2026H2 /notes");
    CHECK(merge(a, other).conflicts.front().label == "Spent on travel in 2026H2");
    CHECK(merge(a, other).conflicts.front().figures_a.is_null());
    // An answer that is no list of rows is kept as it is, for a person to see.
    const Packet typed = one_of(
        a, other, {{"/actuals/2026H2", TakenFrom::value, Json::string("about 20")}, {"/notes", TakenFrom::a, {}}});
    CHECK(contains(write_json_compact(typed.extras), "about 20"));
  }

  TEST_CASE("concurrences stand only if they saw the merged content; a denial or return on either side stays") {
    const Packet base = submitted();
    const Packet concurred = recorded(base, act(ChainAct::concurred, ChainStep::supervisor));
    CHECK(stand(one_of(concurred, recorded(base, note("seen")))) == "supervisor");
    CHECK(stand(one_of(concurred, recorded(with(base, {{Leaf::travel_budget_trips, "9"}}), note("seen")))).empty());
    const Packet denied = recorded(base, act(ChainAct::denied, ChainStep::supervisor));
    const Packet merged = one_of(concurred, denied);
    CHECK(find_recorded_case(merged, context).status.state == ChainState::denied);
  }

  TEST_CASE("an answer that the tool assumed and one side confirmed is confirmed") {
    Packet assumed = concurred_twice();
    assumed.answers.mark_assumed(Leaf::travel_budget_trips);
    CHECK_FALSE(one_of(assumed, concurred_twice()).answers.is_assumed(Leaf::travel_budget_trips));
    CHECK(one_of(assumed, assumed).answers.is_assumed(Leaf::travel_budget_trips));
  }

  TEST_CASE("members that this version does not know are merged as all else, and keep their places") {
    Packet a = concurred_twice();
    Packet b = a;
    a.extras = *read_json(R"({"additional": {"other": {"x": 1}}, "own": {"y": 1}})");
    b.extras = *read_json(R"({"additional": {"other": {"z": [2]}}, "own": {"y": 2}})");
    CHECK(asked(merge(a, b)) == "/own/y");
    const Packet merged = one_of(a, b, {{"/own/y", TakenFrom::a, {}}});
    CHECK(*merged.extras.find("additional")->find("other")->find("x") == Json::number(1));
    CHECK(write_json_compact(*merged.extras.find("additional")->find("other")->find("z")) == "[2]");
  }

  TEST_CASE("content that cannot be sealed is merged as all else, and nothing of it is lost") {
    Packet packet = example_a();
    packet.extras = *read_json(R"({"additional": {"other": 9007199254740993}})");
    CHECK(file_of(one_of(packet, packet)) == file_of(packet));
  }

  TEST_CASE("what cannot be merged is refused with its place") {
    const Packet base = concurred_twice();
    Packet other = base;
    other.id = "another";
    CHECK(try_merge(base, other).error().where == "id");
    Packet nameless = example_a();
    nameless.id.clear();
    CHECK(try_merge(nameless, nameless).error().where == "id");
    Packet broken = base;
    entries_of(broken)[2].set("reason", Json::string("put in"));
    CHECK(try_merge(base, broken).error().where == "chain.entries.2.digest");
    Packet next_round = base;
    next_round.chain = *read_json(
        concat(R"({"format": "telework-chain/1", "after": ")", read_chain(base).head(), R"(", "entries": []})"));
    CHECK(try_merge(base, next_round).error().where == "chain.after");
    Packet copy = base;
    copy.is_redacted = true;
    CHECK(try_merge(base, copy).error().where == "redacted");
    CHECK(try_merge(base, base, {{"/travel_budget/trips", TakenFrom::a, {}}}).error().where == "/travel_budget/trips");
    NewEntry unnamed = merger();
    unnamed.says.by.name.clear();
    CHECK(
        merge_copies(rates_at_hand(), recorded(base, note("a")), recorded(base, note("b")), unnamed, {}, day_of_merging)
            .error()
            .where == "by.name");
  }

  TEST_CASE("the questions in JSON, and the answers to them read back") {
    const Packet base = concurred_twice();
    const MergedCopies open =
        merge(with(base, {{Leaf::travel_budget_trips, "9"}}), with(base, {{Leaf::travel_budget_trips, ""}}));
    const Json json = conflicts_json(open.conflicts);
    const Json& question = json.find("conflicts")->as_array()->front();
    CHECK(question.find("a")->as_integer() == 9);
    CHECK(question.find("b") == nullptr);
    CHECK(*question.find("result")->find("a")->find_string("annual") == "22696.20");
    const Result<std::vector<MergeAnswer>> answers = read_merge_answers(
        R"({"answers": [{"at": "/travel_budget/trips", "take": "b"}, {"at": "/notes", "value": null}, {"at": "/x", "value": "y"}]})");
    REQUIRE(answers.has_value());
    CHECK((*answers)[0].from == TakenFrom::b);
    CHECK_FALSE((*answers)[1].value.has_value());
    CHECK((*answers)[2].value == Json::string("y"));
    for (const auto& [text, where] :
         {std::pair(R"({})", "answers"), std::pair(R"({"answers": [{}]})", "answers.0.at"),
          std::pair(R"({"answers": [{"at": "/x"}]})", "answers.0"),
          std::pair(R"({"answers": [{"at": "/x", "take": "c"}]})", "answers.0.take"),
          std::pair(R"({"answers": [{"at": "/x", "take": "a"}, {"at": "/x", "take": "a"}]})", "answers.1.at")}) {
      CHECK(read_merge_answers(text).error().where == where);
    }
  }
}
