// The partial: which copy is newer, and that merging is idempotent, commutative and associative.
#include "report/partial.h"

#include <doctest/doctest.h>

#include <random>

#include "base/json_reader.h"
#include "base/sha256.h"
#include "base/text.h"
#include "long_text.h"
#include "packet/redact.h"
#include "packet/two_packets.h"
#include "report/days.h"

namespace ftt::report {
namespace {

using test::monday_in_november;

std::string digest(std::string_view name) {
  return sha256_hex(name);
}

struct Made {
  std::string packet;                  // what tells copies apart
  std::vector<std::string> history{};  // names of entries, the last one is the head
  std::int64_t revision = -1;
  std::string place = "a.json";
  std::string rates = "sha256:r";
  std::int64_t pay_year = 2026;
  bool is_redacted = false;
};

Entry entry_of(const Made& made) {
  Facts facts;
  facts.set(Fact::id, "7b0c");
  facts.set(Fact::packet, digest(made.packet));
  if (!made.history.empty()) facts.set(Fact::head, digest(made.history.back()));
  if (made.revision >= 0) facts.set(Fact::revision, concat(made.revision));
  facts.set(Fact::rates, made.rates);
  facts.set(Fact::pay_year, concat(made.pay_year));
  if (made.is_redacted) facts.set(Fact::redacted, "yes");
  Entry entry;
  entry.id = "7b0c";
  Copy copy;
  append_held(copy.held, facts);
  copy.packet = digest(made.packet);
  copy.head = facts.text(Fact::head);
  copy.revision = made.revision;
  copy.pay_year = made.pay_year;
  copy.rates = made.rates;
  copy.is_redacted = made.is_redacted;
  copy.places = {made.place};
  entry.copies = {copy};
  History history;
  for (const std::string& name : made.history) history.push_back(digest(name));
  if (!history.empty()) entry.histories = {history};
  return entry;
}

// Which copies of these are maximal, by name.
std::string newest(std::initializer_list<Made> all) {
  Entry entry;
  for (const Made& made : all) entry = merged(std::move(entry), entry_of(made));
  std::string names;
  for (const Made& made : all) {
    for (const Copy& copy : entry.copies) {
      if (copy.packet == digest(made.packet)) append(names, names.empty() ? "" : " ", made.packet);
    }
  }
  return names;
}

TEST_SUITE("report: partial") {
  TEST_CASE("a copy is newer where its chain continues the other's") {
    CHECK(newest({{"old", {"1", "2"}}, {"new", {"1", "2", "3"}}}) == "new");
    CHECK(newest({{"new", {"1", "2", "3"}, 1}, {"old", {"1", "2"}, 9}}) == "new");
    CHECK(newest({{"typed", {}, 9}, {"recorded", {"1"}, 1}}) == "recorded");
    CHECK(newest({{"here", {"1", "2"}}, {"there", {"1", "3"}}}) == "here there");
  }
  TEST_CASE("¶11: a review is newer by what its chain comes after, over any number of rounds") {
    // The third year knows the head of the second alone; the second that of the first.
    const Made first{"first", {"1", "2"}};
    const Made second{"second", {"2", "3"}};
    const Made third{"third", {"3", "4"}};
    CHECK(newest({first, second, third}) == "third");
    CHECK(newest({third, first, second}) == "third");
    CHECK(newest({first, third}) == "first third");
  }
  TEST_CASE("revision decides only where the chains are equal or both absent") {
    CHECK(newest({{"r1", {}, 1}, {"r2", {}, 2}}) == "r2");
    CHECK(newest({{"r1", {"1"}, 1}, {"r2", {"1"}, 2}}) == "r2");
    CHECK(newest({{"r1", {"1", "2"}, 1}, {"r2", {"1", "3"}, 2}}) == "r1 r2");
    CHECK(newest({{"none", {}, -1}, {"r0", {}, 0}}) == "r0");
  }
  TEST_CASE("equal copies count once; neither newer: a conflict of both") {
    const Entry twice = merged(entry_of({"same", {}, 1, "a.json"}), entry_of({"same", {}, 1, "b.json"}));
    REQUIRE(twice.copies.size() == 1);
    CHECK(twice.copies[0].places == Places{"a.json", "b.json"});
    CHECK(newest({{"one", {}, 1}, {"two", {}, 1}}) == "one two");
  }
  TEST_CASE("three copies of which each beats another by one rule alone") {
    const Made typed{"typed", {}, 9};              // beaten by any chain
    const Made shorter{"shorter", {"1"}, 8};       // beaten by the chain that continues it
    const Made earlier{"earlier", {"1", "2"}, 1};  // beaten by the revision
    const Made latest{"latest", {"1", "2"}, 2};
    CHECK(newest({typed, shorter}) == "shorter");
    CHECK(newest({shorter, earlier}) == "earlier");
    CHECK(newest({earlier, latest}) == "latest");
    CHECK(newest({latest, earlier, shorter, typed}) == "latest");
  }
  TEST_CASE("a redacted copy never outweighs a full one and is in no conflict with it") {
    Made redacted{"redacted", {}, 99};
    redacted.is_redacted = true;
    CHECK(newest({redacted, {"full", {}, 1}}) == "full");
    CHECK(newest({{"full", {"1"}, 1}, redacted}) == "full");
    CHECK(newest({redacted}) == "redacted");
    const Entry both = merged(entry_of(redacted), entry_of({"full", {}, 1, "full.json"}));
    CHECK(both.older == Places{"a.json"});
  }
  TEST_CASE(
      "a redacted copy alone is counted by redacted_from, and gives way to the full one, whatever id it has now") {
    const FactsFor by{ftt::test::rates_at_hand(), monday_in_november, FiscalYear(2027)};
    const auto sight_of = [&](const Packet& packet, std::string place) {
      return look_at(write_packet(packet, ftt::test::assessment_of(packet)), std::move(place), Stands::as_file, by);
    };
    Packet full = ftt::test::example_a();
    full.id = "7b0c9a52-6d1e-4f40-9f0c-52a9b1f2d3e4";
    const Packet copy = redact(full, ftt::test::rates_at_hand()).packet;
    Packet without_id = copy;
    without_id.id.clear();
    Packet saved_again = copy;
    saved_again.id = "0beadead-0000-4000-8000-000000000001";
    Partial partial(FiscalYear(2027), monday_in_november);
    partial.add(sight_of(without_id, "without_id.json"));
    REQUIRE(partial.left_out().empty());
    REQUIRE(partial.entries().size() == 1);
    CHECK(partial.entries().begin()->first == sha256_hex(full.id));
    CHECK(partial.entries().begin()->second.id.empty());
    CHECK(partial.entries().begin()->second.copies.front().is_redacted);
    partial.add(sight_of(saved_again, "saved_again.json"));
    partial.add(sight_of(copy, "copy.json"));
    partial.add(sight_of(full, "full.json"));
    REQUIRE(partial.entries().size() == 1);
    const Entry& entry = partial.entries().begin()->second;
    CHECK(entry.id == full.id);
    REQUIRE(entry.copies.size() == 1);
    CHECK(!entry.copies.front().is_redacted);
    CHECK(entry.older == Places{"copy.json", "saved_again.json", "without_id.json"});
    // Neither an id nor redacted_from: it may be a copy of any.
    Packet of_nobody = without_id;
    of_nobody.redacted_from.clear();
    partial.add(sight_of(of_nobody, "of_nobody.json"));
    CHECK(partial.left_out().at("of_nobody.json").kind == LeftOutKind::without_id);
  }
  TEST_CASE("the same copy under two rates: the later pay year, then the smaller digest") {
    const auto rates_of = [](const Made& a, const Made& b) { return merged(entry_of(a), entry_of(b)).copies[0].rates; };
    const Made of_2025{"same", {}, 1, "a", "sha256:1", 2025};
    const Made of_2026{"same", {}, 1, "b", "sha256:2", 2026};
    const Made other{"same", {}, 1, "c", "sha256:0", 2026};
    CHECK(rates_of(of_2025, of_2026) == "sha256:2");
    CHECK(rates_of(of_2026, of_2025) == "sha256:2");
    CHECK(rates_of(of_2026, other) == "sha256:0");
    CHECK(rates_of(other, of_2026) == "sha256:0");
  }

  // Copies of three packets with short histories over few entries, so that all rules meet.
  std::vector<std::pair<std::string, Entry>> random_sights(std::mt19937 & random, std::size_t count) {
    std::vector<std::pair<std::string, Entry>> sights;
    for (std::size_t i = 0; i < count; ++i) {
      Made made;
      // A true history: each entry has one before it. The tree of them is the same in every round.
      std::uint64_t at = random() % 12;
      while (at != 0) {
        made.history.insert(made.history.begin(), concat("e", at));
        // A review knows the head before it alone.
        if (random() % 4 == 0 && made.history.size() > 1) break;
        at = at / 2;
      }
      made.revision = static_cast<std::int64_t>(random() % 3) - 1;
      made.is_redacted = random() % 8 == 0;
      if (made.is_redacted) made.history.clear();
      made.packet = concat(made.history.empty() ? "none" : made.history.back(), "/", made.revision, "/", random() % 2,
                           made.is_redacted ? "/redacted" : "");
      made.pay_year = 2025 + static_cast<std::int64_t>(random() % 2);
      made.rates = concat("sha256:", random() % 2);
      made.place = concat("file", random() % 20);
      sights.emplace_back(digest(concat("id", random() % 3)), entry_of(made));
    }
    return sights;
  }
  std::string written(const Partial& partial) {
    return write_partial(partial);
  }
  Partial partial_of(const std::vector<std::pair<std::string, Entry>>& sights, std::size_t from, std::size_t to) {
    Partial partial(FiscalYear(2027), monday_in_november + Days(static_cast<std::int32_t>(from)));
    for (std::size_t i = from; i < to; ++i) partial.add(sights[i].first, sights[i].second);
    partial.add_left_out(concat("bad", from), {LeftOutKind::unreadable, "It is bad."});
    return partial;
  }

  TEST_CASE("merge(a, a) = a; merge(a, b) = merge(b, a); any grouping gives the same bytes") {
    std::mt19937 random(15);
    for (int round = 0; round < 400; ++round) {
      const auto sights = random_sights(random, 12);
      const Partial a = partial_of(sights, 0, 4);
      const Partial b = partial_of(sights, 4, 8);
      const Partial c = partial_of(sights, 8, 12);
      const auto join = [](Partial one, const Partial& other) {
        REQUIRE(one.merge(other).has_value());
        return one;
      };
      CHECK(written(join(a, a)) == written(a));
      CHECK(written(join(a, b)) == written(join(b, a)));
      const std::string whole = written(join(join(a, b), c));
      CHECK(whole == written(join(a, join(b, c))));
      CHECK(whole == written(join(join(c, a), b)));
      CHECK(whole == written(join(join(join(a, b), c), b)));
    }
  }
  TEST_CASE("what is written is read again to the same bytes, into nothing and into another one") {
    std::mt19937 random(16);
    const auto sights = random_sights(random, 40);
    const Partial whole = partial_of(sights, 0, 40);
    const std::string text = written(whole);
    std::optional<Partial> read;
    for (int twice = 0; twice < 2; ++twice) {
      PartialReader reader(read);
      for (const std::string_view line : split(text, '\n')) {
        if (!line.empty()) REQUIRE(reader.take_line(line).has_value());
      }
      CHECK(reader.finish().has_value());
    }
    CHECK(written(*read) == text);
  }
  TEST_CASE("partials of two days merge; those of two fiscal years do not, and the message says what does") {
    Partial a(FiscalYear(2027), monday_in_november);
    CHECK(a.merge(Partial(FiscalYear(2027), monday_in_november + Days(9))).has_value());
    CHECK(a.day() == monday_in_november + Days(9));
    CHECK(
        a.merge(Partial(FiscalYear(2026), monday_in_november)).error().message ==
        "It was made for fiscal year 2026, and this is one of fiscal year 2027: budgets and spending are of the year. "
        "Make it again with --fiscal-year 2027.");
  }
  TEST_CASE("a partial that this version would not have written is refused with its line and the reason") {
    const auto refusal = [](std::initializer_list<std::string_view> lines) {
      std::optional<Partial> into;
      PartialReader reader(into);
      for (const std::string_view line : lines) {
        const Result<Unit> taken = reader.take_line(line);
        if (!taken) return to_string(taken.error());
      }
      const Result<Unit> finished = reader.finish();
      return finished ? std::string("taken") : to_string(finished.error());
    };
    constexpr std::string_view head = R"({"format":"telework-rollup/1","fiscal_year":"2027","day":"2026-11-23"})";
    CHECK(refusal({head, R"({"lines":"0"})"}) == "taken");
    CHECK(refusal({head, R"({"lines":"0"})", ""}) == "taken");
    CHECK(refusal({R"({"format":"telework-rollup/2"})"}) ==
          "line 1, format: A newer version of this tool made the partial (\"telework-rollup/2\"); read it with that "
          "version, or make it again of the packets with this one.");
    CHECK(refusal({R"({"format":"telework-report/1"})"}) ==
          "line 1: This is a report of this tool, not a packet. Its totals do not say which packets they count, so "
          "that some could be counted twice. Give the packets, or the file that was saved for merging with the report "
          "(.ndjson).");
    CHECK(
        refusal({head}) ==
        "line 2: The partial ends too early: its last line, which says how many there are, is missing. Make it again.");
    CHECK(refusal({head, R"({"lines":"3"})"}) ==
          "line 2: It says that it has 3 lines, and has 0: some were lost. Make the partial again.");
    CHECK(refusal({head, R"({"lines":"0"})", R"({"lines":"0"})"}) ==
          "line 3: There are lines after its end. Make the partial again.");
    CHECK(refusal({R"({"format":"telework-rollup/1","fiscal_year":"27","day":"2026-11-23"})"}) ==
          "line 1, fiscal_year: A fiscal year goes here. Make the partial again.");
    CHECK(refusal({head, R"({"left_out":"x","kind":"odd","reason":""})"}) ==
          "line 2, kind: Why it was left out goes here. Make the partial again.");
    CHECK(refusal({head, R"({"total":"3"})"}) ==
          "line 2, total: A partial of this version has no such member. Read it with the version that made it.");
    CHECK(refusal({head, "[]"}) == "line 2: An object goes here. Make the partial again.");
  }
  TEST_CASE(
      "a report, or a partial, that another program has written anew is left out with the reason, not as nothing") {
    const FactsFor by{ftt::test::rates_at_hand(), monday_in_november, FiscalYear(2027)};
    const auto reason = [&](std::string_view bytes, Stands stands) {
      const Sight sight = look_at(bytes, "a.json", stands, by);
      const SeenLeftOut* left = std::get_if<SeenLeftOut>(&sight);
      REQUIRE(left != nullptr);
      return concat(name_of(left->what.kind), " ", left->what.reason);
    };
    for (const Stands stands : {Stands::as_line, Stands::as_file}) {
      CHECK(ftt::test::contains(reason("{\n  \"format\": \"telework-report/1\"\n}", stands),
                                "unreadable This is a report of this tool, not a packet. "));
      CHECK(ftt::test::contains(reason("{ \"format\": \"telework-rollup/1\" }", stands),
                                "unreadable It is a partial, but not as it was written"));
      CHECK(reason("{\"a\": 1}", stands).starts_with("not_a_packet"));
    }
  }
  TEST_CASE("one packet that is read many thousand times is held once, in little time") {
    Partial partial(FiscalYear(2027), monday_in_november);
    for (int i = 0; i < 50'000; ++i) partial.add(digest("id"), entry_of({"same", {"1"}, 1, concat("file", i)}));
    CHECK(partial.entries().size() == 1);
    CHECK(partial.entries().begin()->second.copies[0].places.size() == 50'000);
  }
}

}  // namespace
}  // namespace ftt::report
