// The invented agency: the same bytes for the same seed, and everything in it that a roll-up has to tell apart.
#include "report/sample.h"

#include <doctest/doctest.h>

#include <map>

#include "base/text.h"
#include "packet/rates_at_hand.h"
#include "report/days.h"
#include "report/make_report.h"

namespace ftt::report {
namespace {

using test::november;

TEST_SUITE("report: sample") {
  TEST_CASE(
      "each packet hangs on the seed and its number alone, is a sample, and reads without a problem of its form") {
    const SampleAgency agency(ftt::test::rates_at_hand(), 7, november);
    const SampleAgency again(ftt::test::rates_at_hand(), 7, november);
    CHECK(agency.line(12) == again.line(12));
    CHECK(agency.line(12) != agency.line(13));
    CHECK(agency.line(12) != SampleAgency(ftt::test::rates_at_hand(), 8, november).line(12));
    for (std::uint64_t i = 0; i < 40; ++i) {
      const Result<OpenedPacket> opened = read_packet(agency.line(i));
      REQUIRE(opened.has_value());
      CHECK(opened->packet.is_sample);
      for (const PacketProblem& problem : opened->problems)
        CHECK_MESSAGE(problem.kind != ProblemKind::form, problem.message);
    }
  }
  TEST_CASE("packets that are looked at together are seen as each is by itself, also with others among them") {
    const SampleAgency agency(ftt::test::rates_at_hand(), 3, november);
    const FactsFor by{ftt::test::rates_at_hand(), november, FiscalYear(2026)};
    std::vector<std::string> lines = {"hello", "{\"format\": \"telework-packet/1\"}"};
    for (std::uint64_t i = 0; i < 30; ++i) lines.push_back(agency.line(i));
    Partial one_by_one(by.year, november);
    std::vector<Placed> found;
    for (const std::string& line : lines) {
      const std::string place = concat("byte ", found.size());
      found.push_back({line, place, Stands::as_line});
      one_by_one.add(look_at(line, place, Stands::as_line, by));
    }
    Partial together(by.year, november);
    for (Sight& sight : look_at(found, by)) together.add(std::move(sight));
    CHECK(together.left_out().size() == 2);
    CHECK(together == one_by_one);
  }
  TEST_CASE(
      "it has every state, all readings, unknowns, duplicates, older copies, conflicts, redacted copies; no table has "
      "a fault") {
    const SampleAgency agency(ftt::test::rates_at_hand(), 1, november);
    const FactsFor by{ftt::test::rates_at_hand(), november, FiscalYear(2026)};
    Partial partial(by.year, november);
    for (std::uint64_t i = 0; i < 300; ++i) {
      const std::string line = agency.line(i);
      partial.add(look_at(line, concat("sample, byte ", i), Stands::as_line, by));
    }
    const WorkCalendar calendar;
    const ReportFor of{november, calendar};
    const Cases cases = cases_of(partial, of);
    std::map<std::string, int> states;
    std::map<std::string, int> readings;
    std::map<std::string, int> reviews;
    for (const Case& one : cases.counted) {
      ++states[concat(one.state(), " ", one.facts.words(Fact::recorded))];
      ++readings[std::string(one.facts.words(Fact::trip_cost_method))];
      ++reviews[std::string(one.facts.words(Fact::review_state))];
      for (const Fact done : {Fact::state_since, Fact::holder_since, Fact::approved_on, Fact::agreement_signed_on,
                              Fact::worksite_change_completed, Fact::worksite_verified_on, Fact::review_done}) {
        CHECK_MESSAGE(one.facts.date(done).value_or(november) <= november, one.key, " ", name_of(done));
      }
    }
    for (const std::string_view state :
         {"draft no", "in_chain yes", "in_chain no", "at_hr yes", "at_hr no", "at_deputy yes", "at_deputy no",
          "returned yes", "denied yes", "denied no", "withdrawn yes", "approved yes", "approved no"}) {
      CHECK_MESSAGE(states[std::string(state)] > 0, state);
    }
    for (const std::string_view reading : {"as_worded", "per_night", "per_diem", "extras_only"}) {
      CHECK_MESSAGE(readings[std::string(reading)] > 0, reading);
    }
    for (const std::string_view review : {"draft", "done"}) CHECK_MESSAGE(reviews[std::string(review)] > 0, review);
    CHECK(cases.duplicates > 0);
    CHECK(cases.older > 0);
    CHECK(cases.in_conflict > 0);
    CHECK(cases.redacted + cases.older > 0);
    CHECK(cases.unreadable == 0);
    CHECK(cases.without_id == 0);
    CHECK(cases.read == 300);
    const std::optional<std::string> fault = find_fault(make_report(partial, of));
    CHECK_MESSAGE(!fault, fault.value_or(""));
  }
}

}  // namespace
}  // namespace ftt::report
