// A row of the inbox, out as JSON and in again.
#include "packet/inbox_facts.h"

#include <doctest/doctest.h>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "packet/inbox_rows.h"
#include "packet/redact.h"

using namespace ftt;
using namespace ftt::test;

namespace {

InboxRow there_and_back(const InboxRow& row) {
  const Result<Json> json = read_json(write_json_compact(inbox_facts(row)));
  REQUIRE(json.has_value());
  const Result<InboxRow> back = read_inbox_facts(*json);
  REQUIRE_MESSAGE(back.has_value(), (back ? std::string() : to_string(back.error())));
  return *back;
}

Error refused_facts(std::string_view json) {
  const Result<InboxRow> row = read_inbox_facts(*read_json(json));
  REQUIRE_FALSE(row.has_value());
  return row.error();
}

}  // namespace

TEST_SUITE("packet: facts of the inbox") {
  TEST_CASE("a row comes back with all that it is shown, sorted and folded by") {
    Packet first = recorded(submitted(), act(ChainAct::concurred, ChainStep::supervisor));
    const Packet changed = with(first, {{Leaf::travel_budget_trips, "9"}});
    for (const Packet& packet : {submitted(), first, changed, example_a(), redact(first, rates_with_zip_codes()).packet}) {
      const InboxRow row = row_of("a.json", packet);
      const InboxRow back = there_and_back(row);
      CHECK(write_json(inbox_facts(back)) == write_json(inbox_facts(row)));
      CHECK(back.state == row.state);
      CHECK(back.lateness == row.lateness);
      CHECK(back.digests == row.digests);
      CHECK(back.prepared_on == row.prepared_on);
      CHECK(back.revision == row.revision);
    }
  }

  TEST_CASE("copies fold as they would have before") {
    const Packet older = submitted();
    const Packet newer = recorded(older, act(ChainAct::concurred, ChainStep::supervisor));
    const std::vector<InboxRow> rows =
        fold_copies({there_and_back(row_of("z.json", older)), there_and_back(row_of("a.json", newer))});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].file == "a.json");
    CHECK(rows[0].older_copies == std::vector<std::string>{"z.json"});
  }

  TEST_CASE("facts that are none are refused with their member") {
    CHECK(refused_facts("[]").message == "This must be the facts of a packet, as an object.");
    CHECK(refused_facts(R"({"file":1})").where == "file");
    CHECK(refused_facts(R"({"state":"nowhere"})").where == "state");
    CHECK(refused_facts(R"({"since":"2025-02-30"})").where == "since");
    CHECK(refused_facts(R"({"over_by":-1})").where == "over_by");
    CHECK(refused_facts(R"({"over_by":1.5})").where == "over_by");
    CHECK(refused_facts(R"({"warnings":["a",1]})").where == "warnings");
  }
}
