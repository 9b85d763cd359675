// The chain as it is written: its digests, whether it holds, and what each change does to it (HRM 6040.2 ¶9).
#include "packet/chain_entries.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/text.h"
#include "long_text.h"
#include "packet/chain_at_hand.h"
#include "packet/chain_changes.h"
#include "packet/redact.h"
#include "packet/review.h"

using namespace ftt;
using namespace ftt::test;

namespace {

constexpr std::string_view both_stand = "supervisor executive";

// The places of what is wrong.
std::string places(const Packet& packet) {
  std::string fields;
  for (const PacketProblem& problem : read_chain(packet).problems) {
    append(fields, fields.empty() ? "" : " ", problem.field);
    CHECK_FALSE(problem.message.empty());
  }
  return fields;
}

// The entry put behind those that it names.
std::string follow_on(Packet& packet, Json entry, std::int64_t n, std::vector<std::string> previous) {
  std::vector<Json> list;
  for (const std::string& digest : previous) list.push_back(Json::string(digest));
  entry.set("n", Json::number(n));
  entry.set("previous", Json::array(std::move(list)));
  entry.set("nonce", Json::string(nonce_of(entries_of(packet).size())));
  const std::string digest = *entry_digest(entry);
  entry.set("digest", Json::string(digest));
  entries_of(packet).push_back(std::move(entry));
  return digest;
}

// The entry with another value in it, and its digest made anew.
void forge(Json& entry, std::string_view member, Json value) {
  entry.set(member, std::move(value));
  entry.set("digest", Json::string(*entry_digest(entry)));
}

}  // namespace

TEST_SUITE("packet: the chain") {
  TEST_CASE("anyone can work out a digest: the entry without it, RFC 8785, SHA-256; each entry names the one before") {
    const Json entry = *read_json(R"({"n": 1, "digest": "x", "act": "note"})");
    CHECK(*entry_digest(entry) == concat("sha256-jcs:", sha256_hex(R"({"act":"note","n":1})")));
    Packet packet = concurred_twice();
    const ReadChain chain = read_chain(packet);
    CHECK(chain.soundness == ChainSoundness::sound);
    CHECK(chain.problems.empty());
    REQUIRE(chain.entries.size() == 4);
    for (std::size_t i = 1; i < 4; ++i) {
      CHECK(write_json_compact(*entries_of(packet)[i].find("previous")) ==
            concat("[\"", chain.marks[i - 1].digest, "\"]"));
    }
    CHECK(chain.head() == chain.marks.back().digest);
    CHECK(concat("sha256:", chain.entries[0].saw_content) == content_seal(packet));
  }

  TEST_CASE(
      "RFC 8785 in an entry: names by their UTF-16 units, -0 and 1e21, 2^53 + 1 and half a surrogate pair refused") {
    const auto digest = [](std::string_view entry) {
      const Result<Json> read = read_json(entry);
      return read ? entry_digest(*read) : Result<std::string>(read.error());
    };
    const auto over = [](std::string_view canonical) { return concat("sha256-jcs:", sha256_hex(canonical)); };
    CHECK(*digest(R"({"\ufb33": 2, "\ud83d\ude00": 1})") == over("{\"😀\":1,\"\uFB33\":2}"));
    CHECK(*digest(R"({"n": -0})") == over(R"({"n":0})"));
    CHECK(*digest(R"({"n": 1e21})") == over(R"({"n":1e+21})"));
    CHECK(*digest(R"({"n": 9007199254740992})") == over(R"({"n":9007199254740992})"));
    CHECK(digest(R"({"n": 9007199254740993})").error().where == "/n");
    CHECK(digest(R"({"statement": "\ud800"})").error().code == ErrorCode::malformed);
    CHECK(digest(R"({"\udc00": 1})").error().code == ErrorCode::malformed);
  }

  TEST_CASE("its head in words: eight groups of four") {
    CHECK(head_words("sha256-jcs:0123456789abcdef0123456789abcdef0123") == "0123 4567 89ab cdef 0123 4567 89ab cdef");
    CHECK(head_words("").empty());
  }

  TEST_CASE("without a chain nothing is read, and nothing is written") {
    const ReadChain chain = read_chain(example_a());
    CHECK(chain.soundness == ChainSoundness::empty);
    CHECK(chain.head().empty());
    CHECK(test::member(write_packet(example_a(), assessment_of(example_a())), "chain").empty());
  }

  TEST_CASE("one answer of Parts A to I changed: all are void and say which part; undone, all stand") {
    const Packet packet = concurred_twice();
    CHECK(stand(packet) == both_stand);
    const std::string before = packet.answers.text(Leaf::travel_budget_trips);
    Packet changed = with(packet, {{Leaf::travel_budget_trips, "9"}});
    CHECK(stand(changed).empty());
    const std::vector<std::string_view> parts = parts_changed_since(read_chain(changed).marks.back(), changed);
    REQUIRE(parts.size() == 1);
    CHECK(parts.front() == "travel_budget");
    CHECK(stand(with(changed, {{Leaf::travel_budget_trips, before}})) == both_stand);
  }

  TEST_CASE("one letter changed in each leaf: those of Parts A to I void, all others do not") {
    const Packet packet = concurred_twice();
    const Packet empty;
    const std::string nothing = content_seal(empty);
    for (const LeafInfo& leaf : leaves()) {
      CAPTURE(leaf.id);
      Packet changed = packet;
      changed.answers.refuse(leaf.leaf, concat(packet.answers.text(leaf.leaf), "x"), "not read");
      Packet alone;
      alone.answers.refuse(leaf.leaf, "x", "not read");
      const bool is_sealed = content_seal(alone) != nothing;
      constexpr std::string_view parts_a_to_i[] = {"arrangement",   "employee",   "position",   "locality_pay",
                                                   "travel_budget", "additional", "relocation", "justification"};
      const bool is_of_parts_a_to_i =
          std::find(std::begin(parts_a_to_i), std::end(parts_a_to_i), leaf.section()) != std::end(parts_a_to_i);
      CHECK(is_sealed == is_of_parts_a_to_i);
      CHECK((stand(changed) == both_stand) == !is_of_parts_a_to_i);
    }
  }

  TEST_CASE("opened, saved, reindented and reordered: nothing is void, and the entries stay to the byte of RFC 8785") {
    const Packet packet = concurred_twice();
    CHECK(stand(reopened(packet)) == both_stand);
    CHECK(*write_json_canonical(reopened(packet).chain) == *write_json_canonical(packet.chain));
    const Json whole = *read_json(write_packet(packet, assessment_of(packet)));
    std::vector<Json::Member> backwards(whole.as_object()->rbegin(), whole.as_object()->rend());
    CHECK(stand(packet_in(write_json_compact(Json::object(backwards)))) == both_stand);
  }

  TEST_CASE("an entry changed in any member is named, and it and all behind it count for nothing") {
    const Packet packet = concurred_twice();
    for (const Json::Member& member : *packet.chain.find("entries")->as_array()->at(2).as_object()) {
      CAPTURE(member.name);
      Packet changed = packet;
      entries_of(changed)[2].set(member.name, Json::string("another"));
      CHECK(read_chain(changed).soundness == ChainSoundness::broken);
      CHECK(test::contains(places(changed), "chain.entries.2."));
      CHECK(stand(changed).empty());
    }
  }

  TEST_CASE("an entry dropped, swapped, repeated or put in is named; the end cut off is sound in itself") {
    const Packet packet = concurred_twice();
    Packet dropped = packet;
    entries_of(dropped).erase(entries_of(dropped).begin() + 2);
    CHECK(places(dropped) == "chain.entries.2.previous");
    Packet beginning = packet;
    entries_of(beginning).erase(entries_of(beginning).begin());
    CHECK(test::contains(places(beginning), "chain.entries.0.previous"));
    Packet swapped = packet;
    std::swap(entries_of(swapped)[1], entries_of(swapped)[2]);
    CHECK(test::contains(places(swapped), "chain.entries.1.previous"));
    CHECK(stand(swapped).empty());
    Packet repeated = packet;
    entries_of(repeated).push_back(Json(entries_of(repeated)[3]));
    CHECK(places(repeated) == "chain.entries.4.digest");
    CHECK(stand(repeated) == both_stand);
    Packet put_in = packet;
    Json beside = entries_of(put_in)[2];
    forge(beside, "reason", Json::string("put in"));
    entries_of(put_in).insert(entries_of(put_in).begin() + 3, beside);
    CHECK(places(put_in) == "chain.entries.3.previous");
    CHECK(stand(put_in) == both_stand);

    Packet cut = packet;
    entries_of(cut).pop_back();
    CHECK(read_chain(cut).soundness == ChainSoundness::sound);
    CHECK(stand(cut) == "supervisor");
    CHECK(continues(read_chain(packet), read_chain(cut)));
    CHECK_FALSE(continues(read_chain(cut), read_chain(packet)));
  }

  TEST_CASE("an entry of another packet counts nowhere, its digest made anew too") {
    Packet other = concurred_twice();
    other.id = "another-packet";
    CHECK(test::contains(places(other), "chain.entries.0.packet"));
    CHECK(stand(other).empty());
    Packet renumbered = concurred_twice();
    forge(entries_of(renumbered)[3], "n", Json::number(9));
    CHECK(places(renumbered) == "chain.entries.3.n");
  }

  TEST_CASE("an act of a newer version is kept, hashed and never a concurrence") {
    Packet packet = concurred_twice();
    Json newer = entries_of(packet)[3];
    forge(newer, "act", Json::string("blessed"));
    forge(newer, "with", *read_json(R"({"z": 1, "a": [true]})"));
    entries_of(packet)[3] = newer;
    const Packet again = reopened(packet);
    CHECK(read_chain(again).soundness == ChainSoundness::sound);
    CHECK(stand(again) == "supervisor");
    CHECK(*again.chain.find("entries")->as_array()->at(3).find("with") == *newer.find("with"));
  }

  TEST_CASE("each member in another form is named with its place, and the entry never counts") {
    const Packet packet = concurred_twice();
    for (const auto& one : {std::pair<std::string_view, std::string_view>{"on", R"("2026-13-01")"},
                            {"on", "5"},
                            {"step", R"("clerk")"},
                            {"by", "[]"},
                            {"nonce", R"("12")"},
                            {"evidence", "{}"},
                            {"saw", "{}"},
                            {"evidence", R"([{"sha256": "1"}])"},
                            {"kind", R"("telework-entry/2")"}}) {
      const std::string_view member = one.first;
      const std::string_view value = one.second;
      CAPTURE(member);
      CAPTURE(value);
      Packet changed = packet;
      forge(entries_of(changed)[3], member, *read_json(value));
      CHECK(test::contains(places(changed), concat("chain.entries.3.", member)));
      CHECK(stand(changed) == "supervisor");
    }
    for (const std::string_view chain :
         {R"({"format": "telework-chain/2", "entries": []})", R"({"entries": []})", R"({"format": "telework-chain/1"})",
          R"({"format": "telework-chain/1", "entries": [], "after": "x"})"}) {
      CAPTURE(chain);
      Packet changed = packet;
      changed.chain = *read_json(chain);
      CHECK(read_chain(changed).problems.size() == 1);
    }
    const Result<OpenedPacket> opened = read_packet(R"({"format": "telework-packet/1", "chain": []})");
    REQUIRE(opened.has_value());
    CHECK(opened->problems.size() == 1);
    CHECK(opened->packet.extras.find("chain") != nullptr);
  }

  TEST_CASE("two tails under one merged entry hold; without it, one of them stands beside the chain") {
    Packet packet = concurred_twice();
    NewEntry own = act(ChainAct::note);
    own.statement = "n";
    const Packet noted = recorded(packet, own);
    const std::string head = read_chain(packet).head();
    Json note = noted.chain.find("entries")->as_array()->back();
    const std::string one = follow_on(packet, note, 5, {head});
    const std::string other = follow_on(packet, note, 5, {head});
    CHECK(places(packet) == "chain.entries.4.previous");
    note.set("act", Json::string("merged"));
    Packet unsorted = packet;
    follow_on(packet, note, 6, {std::min(one, other), std::max(one, other)});
    CHECK(places(packet).empty());
    CHECK(read_chain(packet).soundness == ChainSoundness::sound);
    CHECK(stand(packet) == both_stand);
    follow_on(unsorted, note, 6, {std::max(one, other), std::min(one, other)});
    CHECK(test::contains(places(unsorted), "chain.entries.6.previous"));
  }

  TEST_CASE("an act of a newer version may follow on two entries, and on more it is named and counts nowhere") {
    Packet packet = concurred_twice();
    Json newer = entries_of(packet)[3];
    newer.set("act", Json::string("blessed"));
    std::vector<std::string> tails;
    const std::string head = read_chain(packet).head();
    for (std::int64_t i = 0; i < 3; ++i) tails.push_back(follow_on(packet, newer, 5, {head}));
    Packet of_two = packet;
    entries_of(of_two).pop_back();
    follow_on(of_two, newer, 6, {tails[0], tails[1]});
    CHECK(places(of_two).empty());
    follow_on(packet, newer, 6, tails);
    CHECK(test::contains(places(packet), "chain.entries.7.previous"));
    CHECK(read_chain(packet).soundness == ChainSoundness::broken);
  }

  TEST_CASE("2,000 entries are read, verified and judged in one walk") {
    NewEntry own = act(ChainAct::note);
    own.statement = "n";
    Packet packet = recorded(concurred_twice(), own);
    const Json note = entries_of(packet).back();
    std::string head = read_chain(packet).head();
    for (std::int64_t n = 6; n <= 2000; ++n) head = follow_on(packet, note, n, {head});
    const ReadChain chain = read_chain(packet);
    CHECK(chain.soundness == ChainSoundness::sound);
    CHECK(chain.entries.size() == 2000);
    CHECK(chain.head() == head);
    CHECK(stand(packet) == both_stand);
  }

  TEST_CASE("content that RFC 8785 cannot express cannot be concurred on, and a chain over it cannot be verified") {
    Packet packet = submitted();
    packet.extras = *read_json(R"({"additional": {"parking": 9007199254740993}})");
    const Result<Packet> refused = try_record(packet, act(ChainAct::concurred, ChainStep::supervisor));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().where == "additional.parking");
    CHECK(read_chain(packet).soundness == ChainSoundness::unverifiable);
    CHECK(places(packet) == "additional.parking");
    CHECK(stand(packet).empty());
    Packet entry = submitted();
    entries_of(entry)[1].set("future", *Json::number_from_text("9007199254740993"));
    CHECK(read_chain(entry).soundness == ChainSoundness::unverifiable);
  }

  TEST_CASE("an edit is found before the next act: the fields, old and new, and not by whom") {
    Packet changed = with(concurred_twice(), {{Leaf::travel_budget_trips, "9"}});
    NewEntry back = act(ChainAct::returned, ChainStep::hr_director);
    back.says.to_step = ChainStep::supervisor;
    Packet packet = recorded(changed, back);
    REQUIRE(entries_of(packet).size() == 6);
    const Json& edited = entries_of(packet)[4];
    CHECK(*edited.find_string("act") == "edited");
    CHECK(edited.find("by") == nullptr);
    const std::string changes = write_json_compact(*edited.find("changes"));
    CHECK(test::contains(changes, R"("at":"/travel_budget/trips")"));
    CHECK(test::contains(changes, R"("new":9)"));
    CHECK(edited.find("changes")->as_array()->size() == 1);
    CHECK(read_chain(packet).soundness == ChainSoundness::sound);
    const ReadChain chain = read_chain(packet);
    CHECK(find_chain_status(packet.answers, chain.entries, find_standing(chain, packet, context), context).state ==
          ChainState::returned);
  }

  TEST_CASE("what changed since each looked, field by field, back through what was edited") {
    const Packet packet = concurred_twice();
    const Packet once = recorded(with(packet, {{Leaf::travel_budget_trips, "9"}, {Leaf::justification_cost, "Anew."}}),
                                 act(ChainAct::concurred, ChainStep::supervisor));
    const Packet twice = with(once, {{Leaf::travel_budget_trips, "8"}});
    const ReadChain chain = read_chain(twice);
    REQUIRE(chain.entries.size() == 6);
    CHECK(content_at(chain, twice, 2) == content_json(packet));
    CHECK(*changes_since(chain, twice, 5) ==
          std::vector<ContentChange>{{"/travel_budget/trips", Json::number(9), Json::number(8)}});
    const std::vector<ContentChange> since = *changes_since(chain, twice, 2);
    REQUIRE(since.size() == 2);
    CHECK(since[0].at == "/travel_budget/trips");
    CHECK(since[0].after == Json::number(8));
    CHECK(since[1].at == "/justification/cost");
    Packet forged = twice;
    forged.chain.find("handed_over")->find("answers")->set("arrangement", Json::object());
    CHECK_FALSE(changes_since(read_chain(forged), forged, 2).has_value());
    CHECK(parts_changed_since(read_chain(forged).marks[2], forged).size() == 2);
  }

  TEST_CASE("a change names a member whatever is in its name") {
    const Json before = *read_json(R"({"a/b": {"c~d": 1}, "gone": true})");
    const Json after = *read_json(R"({"a/b": {"c~d": 2}, "new": [1]})");
    CHECK(write_json_compact(changes_json(changes_between(before, after))) ==
          R"([{"at":"/a~1b/c~0d","old":1,"new":2},{"at":"/gone","old":true},{"at":"/new","new":[1]}])");
    CHECK(changes_between(before, before).empty());
  }

  TEST_CASE("a packet that is opened says what is wrong with its chain: of form, and what does not hold") {
    Packet packet = concurred_twice();
    forge(entries_of(packet)[3], "on", Json::string("2026-13-01"));
    entries_of(packet)[1].set("statement", Json::string("put in"));
    const Result<OpenedPacket> opened = read_packet(write_packet(packet, assessment_of(packet)));
    REQUIRE(opened.has_value());
    std::string told;
    for (const PacketProblem& problem : opened->problems) {
      append(told, problem.field, problem.kind == ProblemKind::form ? " form\n" : " check\n");
    }
    CHECK(told ==
          "chain.entries.3.on form\nchain.entries.1.digest check\nchain.entries.2.previous check\n"
          "chain.entries.3.previous check\n");
  }

  TEST_CASE("what is handed over are Parts A to I as the last entry saw them") {
    const Packet packet = concurred_twice();
    const Json& handed_over = *packet.chain.find("handed_over");
    CHECK(*handed_over.find_string("entry") == read_chain(packet).head());
    CHECK(sha256_hex(*write_json_canonical(*handed_over.find("answers"))) ==
          read_chain(packet).entries.back().saw_content);
  }

  TEST_CASE("what cannot be recorded is refused with its place, and nothing is recorded") {
    Packet nameless = example_a();
    nameless.id.clear();
    CHECK(try_record(nameless, act(ChainAct::requested)).error().where == "id");
    CHECK(try_record(example_a(), act(ChainAct::concurred, ChainStep::supervisor)).error().where == "act");
    NewEntry reasonless = act(ChainAct::denied, ChainStep::supervisor);
    reasonless.says.reason.clear();
    CHECK(try_record(submitted(), reasonless).error().where == "reason");
    NewEntry to_nobody = act(ChainAct::reassigned, ChainStep::supervisor);
    to_nobody.says.reason = "On leave.";
    CHECK(try_record(submitted(), to_nobody).error().where == "to.name");
    NewEntry without_nonce = act(ChainAct::requested);
    without_nonce.nonce = "1";
    CHECK(try_record(example_a(), without_nonce).error().where == "chain.entries.0.nonce");
    for (const std::string_view chain : {R"({"format": "telework-chain/1", "entries": 7})",
                                         R"({"format": "telework-chain/1"})", R"({"entries": []})"}) {
      CAPTURE(chain);
      Packet unreadable = example_a();
      unreadable.chain = *read_json(chain);
      CHECK(read_chain(unreadable).soundness == ChainSoundness::unverifiable);
      CHECK(try_record(unreadable, act(ChainAct::requested)).error().where.starts_with("chain."));
    }
    Packet broken = submitted();
    entries_of(broken)[1].set("reason", Json::string("x"));
    CHECK_FALSE(try_record(broken, act(ChainAct::concurred, ChainStep::supervisor)).has_value());
  }

  TEST_CASE("reassigned by its name alone, another holds the step from then on") {
    NewEntry moved = act(ChainAct::reassigned, ChainStep::supervisor);
    moved.says.reason = "On leave.";
    moved.says.to_name = "Office of Human Resources";
    const Packet packet = reopened(recorded(submitted(), moved));
    const ChainStanding found = find_standing(read_chain(packet), packet, context);
    CHECK(found.steps[number_of(ChainStep::supervisor)].who.name == "Office of Human Resources");
    CHECK(found.holder == ChainStep::supervisor);
  }

  TEST_CASE("an answer of any length is recorded on, edited, and recorded on again") {
    NewEntry own = act(ChainAct::note);
    own.statement = "n";
    const std::string first(30'000, 'a');
    const std::string second(30'000, 'b');
    const Packet before = recorded(with(submitted(), {{Leaf::justification_cost, first}}), own);
    Packet packet = reopened(recorded(with(before, {{Leaf::justification_cost, second}}), own));
    CHECK(read_chain(packet).soundness == ChainSoundness::sound);
    CHECK(packet.answers.text(Leaf::justification_cost) == second);
    const Json& edited = entries_of(packet).at(4);
    CHECK(*edited.find("changes")->as_array()->front().find_string("old") == first);
  }

  TEST_CASE("an answer so deep that with what is handed over the file would not open again is not recorded on") {
    std::string deep = "1";
    for (int i = 0; i < 29; ++i) deep = concat("[", deep, "]");
    Packet packet = example_a();
    packet.extras = *read_json(concat(R"({"additional": {"other": )", deep, "}}"));
    CHECK(read_packet(write_packet(packet, assessment_of(packet))).has_value());
    const Result<Packet> refused = try_record(packet, act(ChainAct::requested));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::limit_exceeded);
    CHECK(refused.error().message.starts_with("With the entry the file could not be opened again: "));
  }

  TEST_CASE("¶9a, ¶9b: submitted is what is complete, with best interest said and the budget contact named") {
    CHECK(try_record(example_a(), submission()).error().where == "record.budget_contact.name");
    const Packet budgeted = with(example_a(), {{Leaf::record_budget_contact_name, "B. Lee"}});
    for (const Leaf leaf : {Leaf::justification_best_interest, Leaf::travel_budget_trips, Leaf::position_title}) {
      CHECK(try_record(with(budgeted, {{leaf, ""}}), submission()).error().where == info(leaf).id);
    }
    CHECK(try_record(with(budgeted, {{Leaf::travel_budget_trips, "many"}}), submission()).error().where ==
          "travel_budget.trips");
    CHECK(try_record(with(budgeted, {{Leaf::arrangement_action, "recruit"}}), act(ChainAct::requested)).error().where ==
          "act");
    CHECK(try_record(example_a(), act(ChainAct::edited)).error().where == "act");
  }

  TEST_CASE("¶11: a review begins a new round that continues the reviewed one, each of three years the last") {
    Packet round = concurred_twice();
    for (int year = 0; year < 3; ++year) {
      const ReadChain before = read_chain(round);
      const Packet review = start_review(round, assessment_of(round), calendar_date(2026, 3, 2));
      const ReadChain begun = read_chain(review);
      CHECK(begun.entries.empty());
      CHECK(begun.after == before.head());
      CHECK(continues(begun, before));
      CHECK(stand(review).empty());
      round = recorded(review, act(ChainAct::requested));
      const ReadChain gone_on = read_chain(round);
      CHECK(gone_on.soundness == ChainSoundness::sound);
      CHECK(gone_on.marks.front().n == 1);
      CHECK(continues(gone_on, before));
      Packet other_round = round;
      other_round.chain.set("after", Json::string(concat(entry_digest_prefix, sha256_hex("x"))));
      CHECK(test::contains(places(other_round), "chain.entries.0.previous"));
    }
    CHECK(start_review(example_a(), assessment_of(example_a()), calendar_date(2026, 3, 2)).chain.is_null());
  }

  TEST_CASE("a redacted copy: no name, text, nonce or content of the chain is in it, it verifies nothing and says so") {
    NewEntry own = act(ChainAct::note);
    own.says.by = {"Zebulon Quill", "Aide"};
    own.statement = "Zebulon Quill was on leave.";
    const Packet packet = recorded(concurred_twice(), own);
    const Redacted redacted = redact(packet, test::rates_with_zip_codes());
    const std::string chain = write_json_compact(redacted.packet.chain);
    for (const std::string_view gone :
         {"Zebulon", "Quill", "Sam Doe", "Kim Roe", "nonce", "saw", "handed_over", "by"}) {
      CHECK(test::lacks(chain, gone));
    }
    for (const Json& entry : *redacted.packet.chain.find("entries")->as_array()) {
      for (const Json::Member& member : *entry.as_object()) {
        CAPTURE(member.name);
        CHECK(test::contains("n act step on previous digest", member.name));
      }
    }
    CHECK(read_chain(redacted.packet).soundness == ChainSoundness::redacted);
    CHECK(read_chain(redacted.packet).entries.size() == 5);
    CHECK(stand(redacted.packet).empty());
    CHECK(redact(redacted.packet, test::rates_with_zip_codes()).packet.chain == redacted.packet.chain);
    Packet told = packet;
    entries_of(told)[2].set("act", Json::string("Zebulon"));
    CHECK(test::lacks(write_json_compact(redacted_chain(told.chain)), "Zebulon"));
  }

  TEST_CASE("names of right-to-left, of 200 letters and of two people alike are taken; of 600 they are refused") {
    NewEntry entry = act(ChainAct::requested);
    for (const std::string& name : {std::string("יעל כהן"), std::string(200, 'n')}) {
      entry.says.by.name = name;
      CHECK(read_chain(recorded(example_a(), entry)).entries.front().by.name == name);
    }
    entry.says.by.name = std::string(600, 'n');
    CHECK(try_record(example_a(), entry).error().where == "chain.entries.0.by.name");
  }

  TEST_CASE("objects of very many members in another order are held against each other in bounded time") {
    constexpr std::int64_t count = 200'000;
    Json before = Json::object();
    Json after = Json::object();
    for (std::int64_t i = 0; i < count; ++i) before.set(concat("member ", i), Json::number(i));
    for (std::int64_t i = count; i-- > 0;) after.set(concat("member ", i), Json::number(i));
    after.set("member 5", Json::string("five"));
    const std::vector<ContentChange> changes = changes_between(before, after);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].at == "/member 5");
    // One by one they are taken out of what an answer can be alone.
    CHECK_FALSE(put_at(after, "/member 6", std::nullopt));
    CHECK(put_at(after, "/member 6", Json::string("six")));
    Json small = Json::object();
    small.set("a", Json::number(1));
    CHECK(put_at(small, "/a", std::nullopt));
    CHECK(small.find("a") == nullptr);
  }
}
