// Facts: each column of telework-facts/1, exact, and what must not hang on the day (HRM 6040.2 ¶9 to ¶13, Part M).
#include "report/facts.h"

#include <doctest/doctest.h>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/text.h"
#include "packet/chain_entries.h"
#include "packet/record_entry.h"
#include "packet/redact.h"
#include "packet/review.h"
#include "packet/two_packets.h"
#include "report/days.h"

namespace ftt::report {
namespace {

using ftt::test::approved_by_all;
using ftt::test::assessment_of;
using ftt::test::example_a;
using ftt::test::rates_at_hand;
using ftt::test::with;
using test::monday_in_november;

FactsFor by(Date today = monday_in_november, int year = 2027) {
  return {rates_at_hand(), today, FiscalYear(year)};
}

Facts facts_in(std::string_view bytes, const FactsFor& what = by()) {
  const Result<OpenedPacket> opened = read_packet(bytes, largest_packet, ReadOf::figures_alone);
  REQUIRE_MESSAGE(opened.has_value(), (opened ? std::string() : to_string(opened.error())));
  return facts_of(*opened, what);
}

Facts facts_of_packet(const Packet& packet, const FactsFor& what = by()) {
  return facts_in(write_packet(packet, assessment_of(packet)), what);
}

std::string shown(const Facts& facts, std::initializer_list<Fact> wanted) {
  std::string text;
  for (const Fact fact : wanted) {
    append(text, text.empty() ? "" : ", ", name_of(fact), " ", facts.text(fact).value_or("null"));
  }
  return text;
}

TEST_SUITE("report: facts") {
  TEST_CASE("telework-facts/1: the columns in their order; example A, every one of them") {
    const std::string packet = ftt::test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
    const Result<Json> line = read_json(facts_line(facts_in(packet, by(monday_in_november, 2026))));
    REQUIRE(line.has_value());
    std::string columns;
    for (const Json::Member& member : *line->as_object()) {
      append(columns, columns.empty() ? "" : ", ", member.name);
      CHECK_MESSAGE((member.value.is_string() || member.value.is_null()), member.name);
    }
    CHECK(columns ==
          "format, id, revision, content, head, recorded, component, region, organization, name, action, type, term, "
          "state, phase, review_state, state_since, holder, holder_since, due, requested_on, submitted_on, "
          "hr_received_on, deputy_received_on, approved_on, effective, end, replaces, rationale_kind, rationale, "
          "same_commuting_area, requested_area, agency_area, salary_difference, trip_cost_method, annual_as_worded, "
          "annual_per_night, annual_per_diem, annual_extras_only, fiscal_year, budget_h1, budget_h2, spent_h1, "
          "spent_h2, net_change, transit_subsidy, justification_required, justification_given, agreement_signed_on, "
          "telework_agreement, recruit_training_due, recruit_training_done, recruit_agreement_due, "
          "recruit_agreement_done, review_due, review_done, review_received_on, worksite_change_proposed, "
          "worksite_change_completed, worksite_verified_on, stored_figures_differ, rates");
    std::string golden;
    for (const Json::Member& member : *line->as_object()) {
      if (member.name == "rates") continue;  // newer tables move it
      append(golden, member.name, ": ", member.value.is_null() ? "null" : *member.value.as_string(), "\n");
    }
    CHECK(golden ==
          "format: telework-facts/1\n"
          "id: 7b0c9a52-6d1e-4f40-9f0c-52a9b1f2d3e4\n"
          "revision: 3\n"
          "content: 02812c657d3bd4cf3d9d47f1a479fe3250e92fe11a85edc4452f749fe071383b\n"
          "head: null\n"
          "recorded: no\n"
          "component: PBS\n"
          "region: 11\n"
          "organization: Portfolio Management Division (WPP)\n"
          "name: Kahaleʻulu-O'Brien, Kaʻimi N\n"
          "action: incumbent\n"
          "type: new\n"
          "term: long\n"
          "state: draft\n"
          "phase: active\n"
          "review_state: null\n"
          "state_since: null\n"
          "holder: preparer\n"
          "holder_since: null\n"
          "due: null\n"
          "requested_on: null\n"
          "submitted_on: null\n"
          "hr_received_on: null\n"
          "deputy_received_on: null\n"
          "approved_on: null\n"
          "effective: 2025-07-14\n"
          "end: null\n"
          "replaces: null\n"
          "rationale_kind: null\n"
          "rationale: It keeps an experienced analyst and costs less than the position at the agency worksite.\n"
          "same_commuting_area: null\n"
          "requested_area: Rest of U.S.\n"
          "agency_area: Washington-Baltimore-Arlington, DC-MD-VA-WV-PA\n"
          "salary_difference: -14483.00\n"
          "trip_cost_method: as_worded\n"
          "annual_as_worded: 10087.20\n"
          "annual_per_night: 6306.40\n"
          "annual_per_diem: 6490.40\n"
          "annual_extras_only: 3842.40\n"
          "fiscal_year: 2026\n"
          "budget_h1: 5043.60\n"
          "budget_h2: 5043.60\n"
          "spent_h1: null\n"
          "spent_h2: null\n"
          "net_change: -8295.80\n"
          "transit_subsidy: null\n"
          "justification_required: yes\n"
          "justification_given: yes\n"
          "agreement_signed_on: null\n"
          "telework_agreement: null\n"
          "recruit_training_due: null\n"
          "recruit_training_done: null\n"
          "recruit_agreement_due: null\n"
          "recruit_agreement_done: null\n"
          "review_due: 2026-08-15\n"
          "review_done: null\n"
          "review_received_on: null\n"
          "worksite_change_proposed: null\n"
          "worksite_change_completed: null\n"
          "worksite_verified_on: null\n"
          "stored_figures_differ: null\n");
  }

  TEST_CASE("facts hang on the day by the phase alone") {
    const Facts before = facts_of_packet(example_a(), by(calendar_date(2025, 7, 1)));
    const Facts after = facts_of_packet(example_a(), by(calendar_date(2031, 7, 1)));
    CHECK(shown(before, {Fact::phase}) == "phase not_begun");
    CHECK(shown(after, {Fact::phase}) == "phase active");
    for (std::size_t i = 0; i < fact_count; ++i) {
      const auto fact = static_cast<Fact>(i);
      if (kind_of(fact) != FactKind::of_day) CHECK_MESSAGE(before.text(fact) == after.text(fact), name_of(fact));
    }
  }

  // ---- Where it stands ----

  std::string nonce_of(std::size_t number) {
    return sha256_hex(concat("nonce ", number)).substr(0, 32);
  }

  NewEntry act(ChainAct what, Date on, std::optional<ChainStep> step = std::nullopt) {
    NewEntry entry;
    entry.says.act = what;
    entry.says.step = step;
    entry.says.on = on;
    entry.says.by = {"Sam Doe", "Director"};
    if (what == ChainAct::denied || what == ChainAct::returned || what == ChainAct::withdrawn) {
      entry.says.reason = "Mend Part E.";
    }
    if (what == ChainAct::returned) entry.says.to_step = ChainStep::supervisor;
    if (what == ChainAct::submitted) {
      ChainRoute& route = entry.says.route.emplace();
      route.stops[number_of(ChainStep::second_level)].applies = false;
      route.stops[number_of(ChainStep::third_level)].applies = false;
      route.stops[number_of(ChainStep::executive)].who = {"Kim Roe", ""};
    }
    return entry;
  }
  Packet recorded(const Packet& packet, NewEntry entry) {
    static const WorkCalendar calendar;
    const std::size_t number = read_chain(packet).entries.size();
    entry.nonce = nonce_of(2 * number);
    entry.nonce_of_edited = nonce_of(2 * number + 1);
    Result<Packet> result =
        record_entry(packet, assessment_of(packet), entry, {hrm_6040_2, calendar_date(2026, 3, 2), calendar});
    REQUIRE_MESSAGE(result.has_value(), (result ? std::string() : to_string(result.error())));
    return std::move(result).value();
  }
  Packet submitted() {
    const Packet budgeted = with(example_a(), {{Leaf::record_budget_contact_name, "B. Lee"}});
    return recorded(recorded(budgeted, act(ChainAct::requested, calendar_date(2025, 5, 5))),
                    act(ChainAct::submitted, calendar_date(2025, 5, 6)));
  }
  Packet at_hr() {
    const Packet first =
        recorded(submitted(), act(ChainAct::concurred, calendar_date(2025, 5, 7), ChainStep::supervisor));
    return recorded(first, act(ChainAct::concurred, calendar_date(2025, 5, 9), ChainStep::executive));
  }
  Packet approved() {
    Packet packet = recorded(at_hr(), act(ChainAct::received, calendar_date(2025, 5, 12), ChainStep::hr_director));
    packet = recorded(packet, act(ChainAct::concurred, calendar_date(2025, 5, 14), ChainStep::hr_director));
    packet = recorded(packet, act(ChainAct::received, calendar_date(2025, 5, 15), ChainStep::deputy_administrator));
    return recorded(packet, act(ChainAct::concurred, calendar_date(2025, 6, 2), ChainStep::deputy_administrator));
  }
  constexpr std::initializer_list<Fact> whereabouts = {
      Fact::recorded,     Fact::state, Fact::state_since, Fact::holder,
      Fact::holder_since, Fact::due,   Fact::approved_on, Fact::void_concurrences};

  TEST_CASE("¶9 by the chain: state, since, holder, due") {
    CHECK(shown(facts_of_packet(submitted()), whereabouts) ==
          "recorded yes, state in_chain, state_since 2025-05-06, holder immediate_supervisor, holder_since 2025-05-06, "
          "due 2025-06-03, approved_on null, void_concurrences 0");
    CHECK(
        shown(facts_of_packet(at_hr()), whereabouts) ==
        "recorded yes, state at_hr, state_since 2025-05-09, holder servicing_hr_director, holder_since 2025-05-09, due "
        "null, approved_on null, void_concurrences 0");
    const Facts decided = facts_of_packet(approved());
    CHECK(shown(decided, whereabouts) ==
          "recorded yes, state approved, state_since 2025-06-02, holder null, holder_since null, due null, approved_on "
          "2025-06-02, void_concurrences 0");
    CHECK(shown(decided, {Fact::requested_on, Fact::submitted_on, Fact::hr_received_on, Fact::deputy_received_on}) ==
          "requested_on 2025-05-05, submitted_on 2025-05-06, hr_received_on 2025-05-12, deputy_received_on 2025-05-15");
    const Packet packet = approved();
    CHECK(decided.words(Fact::head) == hex_of(read_chain(packet).head()));
  }
  TEST_CASE("¶9: edited after approval: concurrences are void, and that it was approved stays") {
    const Facts facts = facts_of_packet(with(approved(), {{Leaf::travel_budget_trips, "5"}}));
    CHECK(shown(facts, {Fact::state, Fact::approved_on, Fact::void_concurrences}) ==
          "state in_chain, approved_on 2025-06-02, void_concurrences 4");
  }
  TEST_CASE("¶9: returned, denied, withdrawn") {
    const Packet received =
        recorded(at_hr(), act(ChainAct::received, calendar_date(2025, 5, 12), ChainStep::hr_director));
    CHECK(shown(facts_of_packet(
                    recorded(received, act(ChainAct::returned, calendar_date(2025, 5, 13), ChainStep::hr_director))),
                {Fact::state, Fact::state_since, Fact::holder}) ==
          "state returned, state_since 2025-05-13, holder immediate_supervisor");
    CHECK(shown(facts_of_packet(
                    recorded(received, act(ChainAct::denied, calendar_date(2025, 5, 13), ChainStep::hr_director))),
                {Fact::state, Fact::state_since, Fact::holder}) == "state denied, state_since 2025-05-13, holder null");
    CHECK(shown(facts_of_packet(recorded(submitted(), act(ChainAct::withdrawn, calendar_date(2025, 5, 8)))),
                {Fact::state, Fact::state_since, Fact::holder}) ==
          "state withdrawn, state_since 2025-05-08, holder null");
  }
  TEST_CASE("¶9 typed in Parts J to L: the same, not recorded") {
    CHECK(shown(facts_of_packet(approved_by_all(example_a())), whereabouts) ==
          "recorded no, state approved, state_since 2025-06-02, holder null, holder_since null, due null, approved_on "
          "2025-06-02, void_concurrences null");
  }

  TEST_CASE("¶9: of a chain in a form to come nothing is known; what was typed beside it does not count") {
    Packet packet = approved_by_all(example_a());
    packet.chain = Json::object();
    packet.chain.set("format", Json::string("telework-chain/9"));
    packet.chain.set("acts", Json::array());
    CHECK(shown(facts_of_packet(packet), {Fact::recorded, Fact::state, Fact::holder, Fact::approved_on}) ==
          "recorded yes, state null, holder null, approved_on null");
  }

  // ---- Reviews ----

  TEST_CASE("¶11: under review it stays in the state of what is reviewed; what the round before had is not lost") {
    Packet before = with(approved_by_all(example_a()), {{Leaf::agreement_employee_signature_date, "2025-07-01"},
                                                        {Leaf::agreement_supervisor_signature_date, "2025-07-02"},
                                                        {Leaf::worksite_change_completed, "2025-07-14"},
                                                        {Leaf::record_replaces, "another"}});
    Json record = Json::object();
    record.set("rationale_kind", Json::string("retain"));
    Json verified = Json::object();
    verified.set("date", Json::string("2025-08-01"));
    record.set("worksite_verified", std::move(verified));
    before.extras.set("record", std::move(record));
    const Facts facts =
        facts_of_packet(with(start_review(before, assessment_of(before), calendar_date(2026, 7, 20)),
                             {{Leaf::annual_review_hr_signature_date, "2026-08-10"}, {Leaf::travel_budget_trips, "2"}}),
                        by(monday_in_november, 2026));
    CHECK(shown(facts, {Fact::type, Fact::state, Fact::review_state, Fact::approved_on, Fact::state_since}) ==
          "type annual_review, state approved, review_state done, approved_on 2025-06-02, state_since 2025-06-02");
    CHECK(shown(facts, {Fact::review_due, Fact::review_done, Fact::review_received_on, Fact::first_review_due}) ==
          "review_due 2026-08-15, review_done 2026-08-10, review_received_on 2026-08-10, first_review_due 2026-08-15");
    CHECK(shown(facts, {Fact::agreement_signed_on, Fact::first_agreement, Fact::worksite_change_completed,
                        Fact::worksite_verified_on, Fact::rationale_kind, Fact::replaces}) ==
          "agreement_signed_on 2025-07-02, first_agreement 2025-07-02, worksite_change_completed 2025-07-14, "
          "worksite_verified_on 2025-08-01, rationale_kind retain, replaces another");
    // ¶11a: by what was reviewed, until the review takes effect.
    CHECK(shown(facts, {Fact::budget_h1, Fact::budget_h2}) == "budget_h1 5043.60, budget_h2 5043.60");
    // Without the packet under review its state is unknown, and not that of the review.
    Packet bare = start_review(before, assessment_of(before), calendar_date(2026, 7, 20));
    bare.reviewed = Json();
    CHECK(shown(facts_of_packet(bare), {Fact::state, Fact::review_state}) == "state null, review_state draft");
  }

  TEST_CASE("¶11c: a review is with its preparer, with HR, done once HR signed App. D, or where its update is (¶9)") {
    const Packet before = approved_by_all(example_a());
    const Packet review = start_review(before, assessment_of(before), calendar_date(2026, 7, 20));
    const auto state = [](const Packet& packet) { return shown(facts_of_packet(packet), {Fact::review_state}); };
    CHECK(state(before) == "review_state null");
    CHECK(state(review) == "review_state draft");
    Packet received = review;
    Json record = Json::object();
    record.set("review_received_on", Json::string("2026-08-03"));
    received.extras.set("record", std::move(record));
    CHECK(state(received) == "review_state at_hr");
    const Packet signed_by_hr = with(received, {{Leaf::annual_review_hr_signature_date, "2026-08-10"}});
    CHECK(state(signed_by_hr) == "review_state done");
    CHECK(state(with(signed_by_hr, {{Leaf::clock_requested_on, "2026-08-11"}})) == "review_state in_chain");
    CHECK(state(approved_by_all(signed_by_hr)) == "review_state approved");
  }

  // ---- Papers, half-years, copies ----

  TEST_CASE(
      "¶13b: spending of the fiscal year alone, the first of two entries; ¶12: the budget ends with the arrangement") {
    Packet packet = with(example_a(), {{Leaf::ending_effective, "2027-01-01"}});
    packet.answers.set_actuals({{"2026H2", "1.00"}, {"2027H1", "412.6"}, {"2027H1", "9"}});
    CHECK(shown(facts_of_packet(packet),
                {Fact::budget_h1, Fact::budget_h2, Fact::spent_h1, Fact::spent_h2, Fact::ended_on, Fact::phase}) ==
          "budget_h1 2549.51, budget_h2 0.00, spent_h1 412.60, spent_h2 null, ended_on 2027-01-01, phase active");
  }
  TEST_CASE("App. C, ¶10c: a recruit's clocks, and a name of the Recruit Agreement") {
    const Facts facts =
        facts_of_packet(with(example_a(), {{Leaf::arrangement_action, "recruit"},
                                           {Leaf::recruit_agreement_last_name, "Roe"},
                                           {Leaf::recruit_agreement_first_name, "Al"},
                                           {Leaf::recruit_agreement_entry_on_duty, "2025-07-14"},
                                           {Leaf::eligibility_telework_agreement_approved, "yes"},
                                           {Leaf::recruit_agreement_training_completed, "2025-08-01"}}));
    CHECK(shown(facts, {Fact::name, Fact::recruit_training_due, Fact::recruit_training_done,
                        Fact::recruit_agreement_due, Fact::recruit_agreement_done}) ==
          "name Roe, Al, recruit_training_due 2025-09-12, recruit_training_done 2025-08-01, recruit_agreement_due "
          "2025-10-12, recruit_agreement_done null");
  }
  TEST_CASE("a figure of the file that its answers do not give is told under the same rates alone") {
    const Packet packet = example_a();
    const std::string file = write_packet(packet, assessment_of(packet));
    const auto differs = [](std::string bytes) { return shown(facts_in(bytes), {Fact::stored_figures_differ}); };
    const auto replaced = [](std::string text, std::string_view from, std::string_view to) {
      const std::size_t at = text.find(from);
      REQUIRE(at < text.size());
      return text.replace(at, from.size(), to);
    };
    CHECK(differs(file) == "stored_figures_differ no");
    CHECK(differs(replaced(file, "\"10087.20\"", "\"10087.21\"")) == "stored_figures_differ yes");
    CHECK(differs(replaced(file, "\"digest\": \"sha256:", "\"digest\": \"sha256:0")) == "stored_figures_differ null");
  }
  TEST_CASE("a copy without names has none, and what it tells of the chain counts for nothing") {
    const Facts facts = facts_of_packet(redact(approved(), rates_at_hand()).packet);
    CHECK(shown(facts, {Fact::name, Fact::redacted, Fact::state, Fact::holder, Fact::id}) ==
          "name null, redacted yes, state null, holder null, id 7b0c9a52-6d1e-4f40-9f0c-52a9b1f2d3e4");
  }
  TEST_CASE("what a partial holds of facts is read again; another fact, a missing one or another type is refused") {
    const Facts facts = facts_of_packet(example_a());
    std::string text;
    append_held(text, facts);
    const Result<Json> json = read_json(text);
    REQUIRE(json.has_value());
    Facts without_phase = facts;
    without_phase.set(Fact::phase, std::nullopt);
    CHECK(read_held(*json).value() == without_phase);
    CHECK(facts_of_held(text) == without_phase);
    const auto refusal = [&](std::string_view member, std::optional<Json> value) {
      Json changed = *json;
      if (value) {
        changed.set(member, *std::move(value));
      } else {
        changed.erase(member);
      }
      return to_string(read_held(changed).error());
    };
    CHECK(refusal("odd", Json::null()) == "facts.odd: There is no fact \"odd\" in a partial of this version.");
    CHECK(refusal("phase", Json::null()) == "facts.phase: There is no fact \"phase\" in a partial of this version.");
    CHECK(refusal("state", Json::number(3)) == "facts.state: a number is where a text or null goes.");
    CHECK(refusal("state", std::nullopt) == "facts: A fact is missing. Make the partial again.");
    CHECK(refusal("state", Json::string("begun")) ==
          "facts.state: \"begun\" does not go here. Make the partial again.");
    for (const auto& [member, said] :
         {std::pair("state", ""), std::pair("transit_subsidy", "maybe"), std::pair("recorded", ""),
          std::pair("net_change", "1,234.50"), std::pair("budget_h1", ""), std::pair("spent_h1", "-1.00")}) {
      CHECK(refusal(member, Json::string(said)) ==
            concat("facts.", member, ": \"", said, "\" does not go here. Make the partial again."));
    }
    Json spent = *json;
    spent.set("spent_h1", Json::string("0.00"));
    spent.set("budget_h1", Json::string("-0.50"));
    CHECK(read_held(spent).has_value());
  }
}

}  // namespace
}  // namespace ftt::report
