// A recorded case in JSON and in sentences (HRM 6040.2 ¶9).
#include "packet/chain_report.h"

#include <doctest/doctest.h>

#include "base/json_writer.h"
#include "long_text.h"
#include "packet/chain_at_hand.h"
#include "packet/redact.h"

using namespace ftt;
using namespace ftt::test;

namespace {

RecordedCase case_of(const Packet& packet) {
  return find_recorded_case(packet, context);
}

Json json_of(const Packet& packet) {
  return chain_json(case_of(packet), packet, assessment_of(packet));
}

std::string text_of(const Packet& packet) {
  return chain_text(case_of(packet), packet, assessment_of(packet));
}

// The entry's own figures as they were under other tables, its digest and those behind it made anew.
Packet under_other_rates(Packet packet, std::string_view net) {
  std::vector<Json> written = entries_of(packet);
  std::string head;
  for (Json& entry : written) {
    Json& saw = *entry.find("saw");
    saw.set("rates", Json::string("sha256:0000000000000000000000000000000000000000000000000000000000000000"));
    saw.find("figures")->set("net", Json::string(net));
    if (!head.empty()) entry.set("previous", Json::array({Json::string(head)}));
    head = *entry_digest(entry);
    entry.set("digest", Json::string(head));
  }
  entries_of(packet) = written;
  return packet;
}

}  // namespace

TEST_SUITE("packet: the chain told") {
  TEST_CASE("each act in words, with who and for whom") {
    ChainEntry entry;
    entry.act = ChainAct::concurred;
    entry.step = ChainStep::executive;
    entry.by = {"Sam Doe", "Director"};
    entry.on_behalf_of = {"Kim Roe", "Commissioner"};
    entry.authority = "acting";
    CHECK(words_of(entry) ==
          "Sam Doe, Director, for Kim Roe, Commissioner (acting), concurred as the Regional Commissioner, Assistant "
          "Commissioner or SES equivalent");
    entry = {};
    entry.act = ChainAct::returned;
    entry.by = {"Sam Doe", ""};
    entry.step = ChainStep::hr_director;
    entry.to_step = ChainStep::supervisor;
    entry.reason = "Mend Part E.";
    CHECK(words_of(entry) ==
          "Sam Doe returned it as the servicing HR Director to the immediate supervisor: Mend Part E.");
    for (int i = 0; i <= static_cast<int>(ChainAct::unknown); ++i) {
      entry.act = static_cast<ChainAct>(i);
      CHECK_FALSE(words_of(entry).empty());
    }
  }

  TEST_CASE("an edit: each void concurrence is named with the part that changed and who must look again") {
    const Packet edited = with(concurred_twice(), {{Leaf::travel_budget_trips, "9"}});
    const RecordedCase found = case_of(edited);
    CHECK(
        words_of_void(found, ChainStep::supervisor, edited) ==
        "The concurrence of June 2, 2025 by the immediate supervisor is void: Part E has changed since. The immediate "
        "supervisor must look again.");
    CHECK(words_of_void(found, ChainStep::hr_director, edited).empty());
    const Json json = json_of(edited);
    const Json& step = json.find("steps")->as_array()->front();
    CHECK(write_json_compact(*step.find("changed")) == R"(["travel_budget"])");
    CHECK(*step.find_string("why") == "other_content");
    CHECK(*json.find_string("state") == "in_chain");
    const Packet renewed =
        recorded(with(edited, {{Leaf::justification_cost, "Anew."}}), act(ChainAct::concurred, ChainStep::supervisor));
    CHECK(words_of_void(case_of(renewed), ChainStep::executive, renewed) ==
          "The concurrence of June 2, 2025 by the Regional Commissioner, Assistant Commissioner or SES equivalent is "
          "void: Part E and Part I have changed since. The Regional Commissioner, Assistant Commissioner or SES "
          "equivalent must look again.");
  }

  TEST_CASE("what changed since each looked is told answer by answer, with the figures that come of it") {
    const Packet edited = with(concurred_twice(), {{Leaf::travel_budget_trips, "9"}});
    const std::optional<Comparison> found = compare_with_seen(rates_at_hand(), edited, assessment_of(edited),
                                                              read_chain(edited), 3, calendar_date(2025, 6, 3));
    REQUIRE(found.has_value());
    CHECK(found->changes.front().field == "travel_budget.trips");
    CHECK(found->changes.front().old_words == "4");
    CHECK(found->changes.front().new_words == "9");
    CHECK(found->changes.back().kind == ChangeKind::result);
    Packet without = edited;
    without.chain.erase("handed_over");
    CHECK_FALSE(compare_with_seen(rates_at_hand(), without, assessment_of(without), read_chain(without), 3,
                                  calendar_date(2025, 6, 3))
                    .has_value());
  }

  TEST_CASE("newer rates: the same answers stand, and the figures that differ are told with the rates") {
    const Packet packet = concurred_twice();
    CHECK(figures_by_other_rates(case_of(packet), packet, assessment_of(packet)).empty());
    const Packet then = under_other_rates(packet, "-1000.00");
    CHECK(stand(then) == stand(packet));
    const std::vector<std::string> said = figures_by_other_rates(case_of(then), then, assessment_of(then));
    REQUIRE(said.size() == 2);
    CHECK(said.front() ==
          "Same answers as the immediate supervisor saw on June 2, 2025; the figures differ by the rates of pay in "
          "2025: net annual change −$1,000.00 then, −$8,295.80 now.");
    Packet own = packet;
    const std::string net = *entries_of(own)[2].find("saw")->find("figures")->find_string("net");
    const Packet same = under_other_rates(packet, net);
    CHECK(figures_by_other_rates(case_of(same), same, assessment_of(same)).empty());
    CHECK(json_of(then).find("figures")->as_array()->size() == 2);
  }

  TEST_CASE("compared, the entries that one has and the other not, and which concurrences stand; both directions") {
    const auto between = [](const Packet& before, const Packet& after) {
      std::string text;
      for (const PacketChange& change : compare(before, assessment_of(before), after, assessment_of(after)).changes) {
        if (change.kind != ChangeKind::recorded) continue;
        append(text, change.field, ": ", change.old_words, " → ", change.new_words, "\n");
      }
      return text;
    };
    const Packet before = submitted();
    const Packet after = recorded(before, act(ChainAct::concurred, ChainStep::supervisor));
    CHECK(between(before, before).empty());
    CHECK(between(before, after) ==
          "chain.entries.3: not there → June 2, 2025: Sam Doe, Director, concurred as the immediate supervisor\n"
          "chain.stands: none → the immediate supervisor\n");
    CHECK(between(after, before) ==
          "chain.entries.3: June 2, 2025: Sam Doe, Director, concurred as the immediate supervisor → not there\n"
          "chain.stands: the immediate supervisor → none\n");
    CHECK(between(after, with(after, {{Leaf::travel_budget_trips, "9"}})) ==
          "chain.stands: the immediate supervisor → none\n");
    Packet handed = after;
    handed.chain.erase("handed_over");
    CHECK(test::contains(between(after, handed), "chain: "));
    const Packet bare = with(example_a(), {{Leaf::record_budget_contact_name, "B. Lee"}});
    CHECK(test::contains(between(bare, after), "chain.entries.1: not there → "));
  }

  TEST_CASE("an entry that counts for nothing says why, in JSON and in lines") {
    Packet packet = concurred_twice();
    entries_of(packet)[3].set("reason", Json::string("put in"));
    const Json json = json_of(packet);
    const Json& entry = json.find("entries")->as_array()->at(3);
    CHECK(*entry.find("counts") == Json::boolean(false));
    CHECK(
        entry.find("remarks")->as_array()->front().as_string()->starts_with("chain.entries.3.digest: it was changed"));
    CHECK(*json.find_string("soundness") == "broken");
    CHECK(contains(text_of(packet), "chain.entries.3.digest: it was changed"));
  }

  TEST_CASE("in lines, what somebody wrote into an entry begins no line of its own and moves no terminal") {
    NewEntry entry = act(ChainAct::denied, ChainStep::supervisor);
    entry.says.reason = "No.\n2. June 2, 2025: Kim Roe concurred as the executive\x1b[8m";
    const Packet packet = recorded(submitted(), entry);
    const std::string text = chain_text(case_of(packet), packet, assessment_of(packet));
    CHECK(contains(text, "No. 2. June 2, 2025: Kim Roe concurred as the executive [8m"));
    CHECK(lacks(text, "\x1b"));
    CHECK(lacks(text, "\n2. June 2, 2025: Kim Roe"));
  }

  TEST_CASE("the limit stands wherever the chain is shown, and no sentence of it says sign or prove") {
    const std::string text = text_of(concurred_twice());
    CHECK(text.ends_with(concat(limit_of_the_chain, "\n")));
    const std::string without_limit = text.substr(0, text.size() - limit_of_the_chain.size() - 1);
    for (const std::string_view word : {" sign", "prove"}) CHECK(lacks(to_ascii_lower(without_limit), word));
    CHECK(*json_of(concurred_twice()).find_string("limit") == limit_of_the_chain);
    CHECK(lacks(text_of(example_a()), limit_of_the_chain));
  }

  TEST_CASE("¶11b: the decision on the arrangement and the one on its end are told apart") {
    constexpr std::string_view other = "The arrangement itself was approved on June 2, 2025.";
    CHECK(lacks(text_of(recorded_by_all()), "The arrangement itself"));
    CHECK(contains(text_of(ending_submitted()), other));
    const Packet ended = recorded_by_all(ending_submitted());
    CHECK(contains(text_of(ended), other));
    CHECK(contains(text_of(ended), "The recommendation to end the arrangement is approved."));
    CHECK(*json_of(ended).find_string("matter") == "ending");
    CHECK(*json_of(ended).find_string("approved_on") == "2025-06-02");
    CHECK(*json_of(ended).find_string("other_approved_on") == "2025-06-02");
    CHECK(json_of(recorded_by_all()).find("other_approved_on") == nullptr);
  }

  TEST_CASE("figures that were seen are told alike wherever they stand, and none where there are none") {
    Packet packet = concurred_twice();
    const ReadChain chain = read_chain(packet);
    const Json& figures = *entries_of(packet)[2].find("saw")->find("figures");
    CHECK(words_of_figures(figures) == figures_seen(chain.marks[2]));
    CHECK(words_of_figures(Json()).empty());
  }

  TEST_CASE("a copy without names says that it verifies nothing, and gives no state") {
    const Packet copy = redact(concurred_twice(), rates_with_zip_codes()).packet;
    const Json json = json_of(copy);
    CHECK(json.find("state")->is_null());
    CHECK(*json.find_string("redacted") == "The chain is as recorded; it can be verified in the full copy only.");
    CHECK(text_of(copy).starts_with("The chain is as recorded; it can be verified in the full copy only.\n"));
  }
}
