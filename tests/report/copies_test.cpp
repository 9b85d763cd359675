// Packets as they lie about in an agency, read from end to end: each arrangement is counted once, and what is not
// counted is named. Does not: try which copy is newer in general (partial_test.cpp).
#include <doctest/doctest.h>

#include <array>

#include "base/sha256.h"
#include "long_text.h"
#include "packet/chain_entries.h"
#include "packet/record_entry.h"
#include "packet/redact.h"
#include "report/days.h"
#include "report/real_packets.h"
#include "report/table_cells.h"

namespace ftt::report::test {
namespace {

using ftt::test::with;

Packet of_revision(Packet packet, std::int64_t revision) {
  packet.revision = revision;
  return packet;
}

// With one more entry in its chain.
Packet noted(const Packet& packet, std::string_view by, Date on) {
  static const WorkCalendar calendar;
  NewEntry entry;
  entry.says.act = ChainAct::requested;
  entry.says.on = on;
  entry.says.by = {std::string(by), ""};
  entry.nonce = sha256_hex(concat(by, to_iso(on))).substr(0, 32);
  entry.nonce_of_edited = sha256_hex(concat(to_iso(on), by)).substr(0, 32);
  Result<Packet> made =
      record_entry(packet, ftt::test::assessment_of(packet), entry, {hrm_6040_2, calendar_date(2026, 3, 2), calendar});
  REQUIRE_MESSAGE(made.has_value(), (made ? std::string() : to_string(made.error())));
  return std::move(made).value();
}

TEST_SUITE("report: copies that lie about") {
  TEST_CASE("the same id in three versions counts once, by the latest, in whatever order they are read") {
    const Packet first = of_revision(packet_in_order(0), 1);
    const Packet second = of_revision(with(packet_in_order(0), {{Leaf::travel_budget_trips, "3"}}), 2);
    const Packet third = of_revision(with(packet_in_order(0), {{Leaf::travel_budget_trips, "2"}}), 3);
    std::string bytes;
    for (const auto& order : {std::array{&first, &second, &third}, std::array{&third, &first, &second},
                              std::array{&second, &third, &first}}) {
      Read read(this_year, november);
      for (const Packet* packet : order) read.add(*packet, concat(*packet->revision, ".json"));
      const std::string written = write_partial(read.partial());
      if (bytes.empty()) bytes = written;
      CHECK(written == bytes);
      const Report report = read.report();
      CHECK(at(report, "R0", "counted", "count") == "1");
      CHECK(at(report, "R0", "older", "count") == "2");
      REQUIRE(read.partial().entries().size() == 1);
      CHECK(read.partial().entries().begin()->second.copies.front().facts().words(Fact::trips) == "2");
    }
  }

  TEST_CASE("a conflict is counted nowhere, and R0 names both files") {
    Read read(this_year, november);
    read.add(packet_in_order(0), "good.json");
    read.add(packet_in_order(1), "one.json");
    read.add(with(packet_in_order(1), {{Leaf::travel_budget_trips, "3"}}), "two.json");
    const Report report = read.report();
    CHECK(total(report, "R1", "all") == "1");
    CHECK(at(report, "R0", "conflicts", "count") == "1");
    CHECK(at(report, "R0", "in_conflict", "count") == "2");
    CHECK(ftt::test::contains(rows(report, "R0_left_out", {"place", "kind", "reason"}),
                              concat(random_id(1), " | conflict | Neither copy is newer: one.json; two.json.")));
  }

  TEST_CASE("a rewritten history is told against the report before; one that goes on is none") {
    Packet packet = with(ftt::test::example_a(), {{Leaf::record_budget_contact_name, "B. Lee"}});
    packet.id = random_id(0);
    const Packet begun = noted(packet, "Sam Doe", calendar_date(2025, 5, 5));
    const Packet other = noted(packet, "Kim Roe", calendar_date(2025, 5, 6));
    Read before(this_year, november);
    before.add(begun, "a.json");
    Read same(this_year, november);
    same.add(begun, "a.json");
    CHECK(at(same.report(&before.partial()), "R0", "rewritten", "count") == "0");
    Read now(this_year, november);
    now.add(other, "a.json");
    const Report report = now.report(&before.partial());
    CHECK(at(report, "R0", "rewritten", "count") == "1");
    CHECK(rows(report, "R0_histories", {"case", "what"}) == concat(random_id(0), " | rewritten; "));
    // Of a copy that had its chain cut off, that it is shorter.
    Read cut(this_year, november);
    cut.add(packet, "a.json");
    CHECK(rows(cut.report(&before.partial()), "R0_histories", {"case", "what"}) ==
          concat(random_id(0), " | shortened; "));
  }

  TEST_CASE("a redacted copy alone is counted, and said to be one; beside the full packet it is an older copy") {
    const Packet copy = redact(packet_in_order(0), ftt::test::rates_at_hand()).packet;
    Read alone(this_year, november);
    alone.add(copy, "copy.json");
    CHECK(at(alone.report(), "R0", "counted", "count") == "1");
    CHECK(at(alone.report(), "R0", "redacted", "count") == "1");
    alone.add(packet_in_order(0), "full.json");
    CHECK(at(alone.report(), "R0", "counted", "count") == "1");
    CHECK(at(alone.report(), "R0", "redacted", "count") == "0");
    CHECK(at(alone.report(), "R0", "older", "count") == "1");
  }

  TEST_CASE("¶11: three years of reviews are one arrangement, counted once, in the state of what is reviewed") {
    const Packet first = of_revision(packet_in_order(0), 1);
    const auto next = [](const Packet& before, Date day, std::int64_t revision) {
      return of_revision(start_review(before, ftt::test::assessment_of(before), day), revision);
    };
    const Packet second = ftt::test::approved_by_all(
        with(next(first, calendar_date(2026, 7, 20), 2), {{Leaf::annual_review_hr_signature_date, "2026-08-10"}}));
    const Packet third = next(second, calendar_date(2027, 7, 20), 3);
    Read read(FiscalYear(2027), calendar_date(2027, 7, 21));
    read.add(third, "2027.json");
    read.add(first, "2025.json");
    read.add(second, "2026.json");
    const Report report = read.report();
    CHECK(at(report, "R0", "read", "count") == "3");
    CHECK(at(report, "R0", "counted", "count") == "1");
    CHECK(at(report, "R0", "older", "count") == "2");
    CHECK(total(report, "R1", "all") == "1");
    CHECK(total(report, "R1", "approved") == "1");
    CHECK(rows(report, "R5", {"component", "due", "done", "not_done", "all"}) ==
          "PBS | 1 | 0 | 1 | 1; All | 1 | 0 | 1 | 1; ");
  }

  TEST_CASE("a mover counts once, in the new office: by the newer copy, and by the new arrangement of ¶12a") {
    const Packet before = of_revision(packet_in_order(0), 1);
    Packet moved = of_revision(with(packet_in_order(0), {{Leaf::position_office_component, "FAS"}}), 2);
    Read copies(this_year, november);
    copies.add(before, "pbs/0.json");
    copies.add(moved, "fas/0.json");
    CHECK(rows(copies.report(), "R1", {"component", "approved", "all"}) == "FAS | 1 | 1; All | 1 | 1; ");
    // As a new arrangement that has begun, it replaces the old one.
    moved.id = random_id(1);
    moved = with(moved, {{Leaf::record_replaces, random_id(0)}});
    Read arrangements(this_year, november);
    arrangements.add(before, "pbs/0.json");
    arrangements.add(moved, "fas/1.json");
    const Report report = arrangements.report();
    CHECK(at(report, "R0", "replaced", "count") == "1");
    CHECK(rows(report, "R5", {"component", "all"}) == "FAS | 1; PBS | 0; All | 1; ");
    CHECK(rows(report, "R9", {"component", "full_time"}) == "FAS | 1; PBS | 0; All | 1; ");
  }
}

}  // namespace
}  // namespace ftt::report::test
