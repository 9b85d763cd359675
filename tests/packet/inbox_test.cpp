// Many packets as one table (HRM 6040.2 ¶9).
#include "packet/inbox.h"

#include <doctest/doctest.h>

#include "base/json_writer.h"
#include "long_text.h"
#include "packet/inbox_rows.h"
#include "packet/redact.h"

using namespace ftt;
using namespace ftt::test;

namespace {

Packet called(Packet packet, std::string_view id) {
  packet.id = id;
  return packet;
}

}  // namespace

TEST_SUITE("packet: the inbox") {
  TEST_CASE("a row says who has it, since when, by when and how late") {
    const InboxRow row = row_of("a.json", submitted());
    CHECK(row.waits_for == "the immediate supervisor");
    CHECK(row.state == ChainState::in_chain);
    CHECK(row.since == calendar_date(2025, 6, 2));
    CHECK(row.due == calendar_date(2025, 7, 1));
    CHECK(row.over_by == 2);
    CHECK(row.warnings.empty());
    CHECK(row.due_date.has_value());
    const Packet first = recorded(submitted(), act(ChainAct::concurred, ChainStep::supervisor));
    CHECK(row_of("b.json", first).waits_for ==
          "the Regional Commissioner, Assistant Commissioner or SES equivalent, Kim Roe");
    CHECK(row_of("c.json", with(first, {{Leaf::travel_budget_trips, "9"}})).warnings ==
          std::vector<std::string>{"The concurrence of June 2, 2025 by the immediate supervisor is void: Part E has "
                                   "changed since. The immediate supervisor must look again."});
    CHECK_FALSE(inbox_row("x.pdf", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", inbox_day, calendar).has_value());
  }

  TEST_CASE("where nothing is recorded the typed Parts J to L give the state") {
    const InboxRow row = row_of("a.json", with(example_a(), {{Leaf::clock_requested_on, "2025-06-02"}}));
    CHECK_FALSE(row.is_recorded);
    CHECK(row.waits_for == "the immediate supervisor");
    CHECK(row_of("b.json", approved_by_all(with(example_a(), {{Leaf::clock_requested_on, "2025-06-02"}})))
              .waits_for.empty());
  }

  TEST_CASE("older copies lie under the newest, whatever their names; the latest packets come first") {
    const Packet oldest = submitted();
    const Packet middle = recorded(oldest, note("a"));
    const Packet newest = recorded(middle, act(ChainAct::concurred, ChainStep::supervisor));
    const Packet other = called(with(example_a(), {{Leaf::clock_requested_on, "2025-07-01"}}), "other");
    const std::vector<InboxRow> rows =
        fold_copies({row_of("z.json", oldest), row_of("o.json", other), row_of("a.json", newest),
                     row_of("m.json", middle), row_of("n.json", called(example_a(), ""))});
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].file == "a.json");
    CHECK(rows[0].older_copies == std::vector<std::string>{"m.json", "z.json"});
    CHECK(rows[0].warnings.empty());
    CHECK(rows[1].file == "o.json");
    CHECK(rows[2].warnings == std::vector<std::string>{"It has no id; open and save it in the wizard."});
  }

  TEST_CASE("copies that went on apart are named, to be merged; a copy without names is never the newest") {
    const Packet base = submitted();
    const Packet redacted = redact(recorded(base, note("c")), rates_with_zip_codes()).packet;
    std::vector<InboxRow> rows =
        fold_copies({row_of("a.json", recorded(base, note("a"))),
                     row_of("b.json", recorded(recorded(base, note("b")), note("d"))), row_of("c.json", redacted)});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].file == "b.json");
    CHECK(rows[0].warnings == std::vector<std::string>{"a.json is a copy that went on apart: merge both."});
    CHECK(row_of("c.json", redacted).warnings ==
          std::vector<std::string>{"A copy without names does not say where the packet is."});
  }

  TEST_CASE("the table as JSON, as lines and as a calendar file") {
    const std::vector<InboxRow> rows = fold_copies({row_of("a.json", submitted())});
    const Json json = inbox_json(rows);
    const Json& row = json.as_array()->front();
    CHECK(*row.find_string("due") == "2025-07-01");
    CHECK(row.find("over_by")->as_integer() == 2);
    CHECK(inbox_text(rows) ==
          "case\tstate\twaits for\tsince\tdue\tover by\tcopies\twarning\tfile\n"
          "Kahaleʻulu-O'Brien\tin the chain of command\tthe immediate "
          "supervisor\t2025-06-02\t2025-07-01\t2\t1\t\ta.json\n");
    const std::string file = inbox_calendar(rows, {inbox_day, 12});
    CHECK(calendar_line(file, "DTSTART;VALUE=DATE") == "20250701");
    CHECK(calendar_line(file, "SUMMARY") ==
          "Full-time telework\\, Kahaleʻulu-O'Brien: due from the immediate supervisor");
  }
}
