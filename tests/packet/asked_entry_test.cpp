// An act that a program asks to record: each member is read, and what cannot be read is named with its place.
#include "packet/asked_entry.h"

#include <doctest/doctest.h>

#include "packet/chain_at_hand.h"

using namespace ftt;

namespace {

std::string refused(std::string_view json) {
  const Result<NewEntry> entry = read_asked_entry(json);
  return entry ? std::string("taken") : entry.error().where;
}

}  // namespace

TEST_SUITE("packet: an act that is asked for") {
  TEST_CASE("every member of it is read, and records the same entry") {
    const std::string nonce = test::nonce_of(7);
    const Result<NewEntry> entry = read_asked_entry(concat(
        R"({"act": "returned", "step": "executive", "on": "2025-06-02", "by": {"name": "Sam Doe", "title": "Director"},
            "for": {"name": "Kim Roe", "title": "Commissioner", "authority": "acting"}, "how": "on_paper",
            "statement": "See the mail.", "reason": "Mend Part E.", "to": {"step": "supervisor", "name": "Pat Lin"},
            "evidence": [{"kind": "scan", "sha256": "00", "name": "a.pdf"}], "nonce": ")",
        nonce, R"(", "nonce_of_edited": "x"})"));
    REQUIRE(entry.has_value());
    const ChainEntry& says = entry->says;
    CHECK(says.act == ChainAct::returned);
    CHECK(says.step == ChainStep::executive);
    CHECK(says.on == calendar_date(2025, 6, 2));
    CHECK(says.by == ChainPerson{"Sam Doe", "Director"});
    CHECK(says.on_behalf_of == ChainPerson{"Kim Roe", "Commissioner"});
    CHECK(says.authority == "acting");
    CHECK(says.reason == "Mend Part E.");
    CHECK(says.to_step == ChainStep::supervisor);
    CHECK(says.to_name == "Pat Lin");
    CHECK(entry->how == "on_paper");
    CHECK(entry->statement == "See the mail.");
    REQUIRE(entry->evidence.size() == 1);
    CHECK(entry->evidence.front().name == "a.pdf");
    CHECK(entry->nonce == nonce);
    CHECK(entry->nonce_of_edited == "x");
  }

  TEST_CASE("¶9, ¶11b: a submission says the route and what it is about") {
    const Result<NewEntry> entry = read_asked_entry(
        R"({"act": "submitted", "on": "2025-06-02", "by": {"name": "Sam Doe"}, "matter": "ending",
            "route": {"second_level": "not_applicable", "executive": {"name": "Kim Roe"}}})");
    REQUIRE(entry.has_value());
    REQUIRE(entry->says.route.has_value());
    CHECK(entry->says.is_ending);
    CHECK_FALSE(entry->says.route->stops[number_of(ChainStep::second_level)].applies);
    CHECK(entry->says.route->stops[number_of(ChainStep::executive)].who.name == "Kim Roe");
    CHECK(read_asked_entry(R"({"act": "requested", "requested_on": "2025-05-01"})")->says.requested_on ==
          calendar_date(2025, 5, 1));
  }

  TEST_CASE("what cannot be read is named with its place") {
    CHECK(refused("[]").empty());
    CHECK(refused("{}") == "act");
    CHECK(refused(R"({"act": "signed"})") == "act");
    CHECK(refused(R"({"act": "note", "color": "red"})") == "color");
    CHECK(refused(R"({"act": "note", "by": "Sam"})") == "by");
    CHECK(refused(R"({"act": "note", "by": {"name": 7}})") == "by.name");
    CHECK(refused(R"({"act": "note", "by": {"mail": "x"}})") == "by.mail");
    CHECK(refused(R"({"act": "note", "on": "06/02/2025"})") == "on");
    CHECK(refused(R"({"act": "note", "step": "boss"})") == "step");
    CHECK(refused(R"({"act": "returned", "to": {"step": "boss"}})") == "to.step");
    CHECK(refused(R"({"act": "submitted", "matter": "x"})") == "matter");
    CHECK(refused(R"({"act": "submitted", "route": {"executive": 7}})") == "route.executive");
    CHECK(refused(R"({"act": "submitted", "route": {"boss": {}}})") == "route.boss");
    CHECK(refused(R"({"act": "note", "evidence": {}})") == "evidence");
    CHECK(refused(R"({"act": "note", "evidence": [{"sha256": 1}]})") == "evidence.0.sha256");
  }
}
