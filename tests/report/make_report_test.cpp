// The tables R0 to R9: each finding of an inspector with the table that shows it (HRM 6040.2 ¶13, OPM FAQ).
#include "report/make_report.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "long_text.h"
#include "report/circulation.h"
#include "report/days.h"
#include "report/made_partial.h"
#include "report/table_cells.h"

namespace ftt::report {
namespace {

using test::at;
using test::in_order;
using test::november;
using test::partial_of;
using test::rows;
using test::total;
using test::with;

const WorkCalendar calendar;

Report report_of(const Partial& partial, ReportFor by = {november, calendar}) {
  Report report = make_report(partial, by);
  const std::optional<std::string> fault = find_fault(report);
  CHECK_MESSAGE(!fault, fault.value_or(""));
  return report;
}

// One packet with a fault beside one that is in order.
Report with_fault(const test::Given& fault) {
  return report_of(partial_of({{"good", in_order()}, {"bad", with(in_order(), fault)}}));
}
std::string findings(const Report& report) {
  return rows(report, "R3_cases", {"case", "finding"});
}

TEST_SUITE("report: tables") {
  TEST_CASE("nothing at all: every table is there, without a fault, and unknown is not zero dollars of somebody") {
    const Report report = report_of(partial_of({}));
    CHECK(total(report, "R1", "all") == "0");
    CHECK(total(report, "R7", "net") == "0.00");
    CHECK(at(report, "R0", "read", "count") == "0");
    CHECK(at(report, "R0", "vanished", "count") == "n/a");
  }
  TEST_CASE("R0: read is counted, older, once more, in conflict, unreadable, without id and no packet") {
    Partial partial = partial_of({{"a", in_order()}, {"b", with(in_order(), {{Fact::redacted, "yes"}})}});
    // a once more, an older copy of a, and a conflict of c.
    partial.add(sha256_hex("a"), test::entry_of(test::facts_of_given("a", in_order()), "again.json"));
    partial.add(sha256_hex("a"),
                test::entry_of(test::facts_of_given(
                                   "a", with(in_order(), {{Fact::packet, sha256_hex("old")}, {Fact::revision, "1"}})),
                               "old.json"));
    partial.add(sha256_hex("a"),
                test::entry_of(test::facts_of_given(
                                   "a", with(in_order(), {{Fact::packet, sha256_hex("new")}, {Fact::revision, "2"}})),
                               "new.json"));
    for (const char* const version : {"c1", "c2"}) {
      partial.add(sha256_hex("c"),
                  test::entry_of(test::facts_of_given("c", with(in_order(), {{Fact::packet, sha256_hex(version)}})),
                                 concat(version, ".json")));
    }
    partial.add_left_out("x.json", {LeftOutKind::unreadable, "It ends too early."});
    partial.add_left_out("y.json", {LeftOutKind::without_id, "It has no id."});
    partial.add_left_out("z.pdf", {LeftOutKind::not_a_packet, "It is a PDF."});
    const Report report = report_of(partial);
    CHECK(rows(report, "R0", {"what", "count"}) ==
          "Arrangements counted | 2; Older copies | 3; Exact duplicates | 0; Copies in conflict | 2; "
          "Could not be read | 1; Packets without an id | 1; Not packets | 1; Read | 10; "
          "Counted from redacted copies | 1; Packets in conflict, not counted | 1; "
          "Saved figures that differ under the same rates | 0; "
          "Arrangements replaced by another one (¶12a) | 0; "
          "Histories rewritten since the last report | n/a; "
          "Histories shortened since the last report | n/a; Missing since the last report | n/a; ");
    CHECK(rows(report, "R0_left_out", {"place", "kind", "reason"}) ==
          "x.json | unreadable | It ends too early.; y.json | without an id | It has no id.; c | conflict | Neither "
          "copy is "
          "newer: c1.json; c2.json. Find out which one is right, or merge them. Leave out the others.; ");
  }
  TEST_CASE("R0: copies without names that are in conflict, or missing later, go by the beginning of their key") {
    const auto copy = [](const char* version) {
      Entry entry = test::entry_of(
          test::facts_of_given(
              "", with(in_order(), {{Fact::id, ""}, {Fact::redacted, "yes"}, {Fact::packet, sha256_hex(version)}})),
          concat(version, ".json"));
      return entry;
    };
    Partial partial(FiscalYear(2027), november);
    for (const char* const version : {"r1", "r2"}) partial.add(sha256_hex("r"), copy(version));
    CHECK(ftt::test::contains(rows(report_of(partial), "R0_left_out", {"place", "kind"}),
                              concat(sha256_hex("r").substr(0, 12), " | conflict; ")));
    Partial now(FiscalYear(2027), november);
    ReportFor by{november, calendar};
    by.previous = &partial;
    CHECK(ftt::test::contains(rows(report_of(now, by), "R0_histories", {"case", "what"}),
                              concat(sha256_hex("r").substr(0, 12), " | vanished; ")));
  }
  TEST_CASE("R0: histories that were rewritten or cut off, and what vanished, against the report before") {
    const auto copy_with = [](std::string_view id, const History& history) {
      Entry entry = test::entry_of(
          test::facts_of_given(id, with(in_order(), {{Fact::head, history.empty() ? "" : history.back()},
                                                     {Fact::packet, sha256_hex(concat(id, history.size()))}})),
          "f.json");
      if (!history.empty()) entry.histories = {history};
      return entry;
    };
    const auto digest = [](const char* name) { return sha256_hex(name); };
    Partial before(FiscalYear(2027), november);
    Partial now(FiscalYear(2027), november);
    const History two = {digest("1"), digest("2")};
    before.add(digest("goes on"), copy_with("goes on", two));
    now.add(digest("goes on"), copy_with("goes on", {digest("1"), digest("2"), digest("3")}));
    before.add(digest("cut"), copy_with("cut", two));
    now.add(digest("cut"), copy_with("cut", {digest("1")}));
    before.add(digest("bare"), copy_with("bare", two));
    now.add(digest("bare"), copy_with("bare", {}));
    before.add(digest("rewritten"), copy_with("rewritten", two));
    now.add(digest("rewritten"), copy_with("rewritten", {digest("1"), digest("other")}));
    before.add(digest("gone"), copy_with("gone", two));
    ReportFor by{november, calendar};
    by.previous = &before;
    const Report report = report_of(now, by);
    CHECK(at(report, "R0", "rewritten", "count") == "1");
    CHECK(at(report, "R0", "shortened", "count") == "2");
    CHECK(at(report, "R0", "vanished", "count") == "1");
    std::string all = rows(report, "R0_histories", {"case", "what"});
    for (const std::string_view one :
         {"cut | shortened; ", "bare | shortened; ", "rewritten | rewritten; ", "gone | vanished; "}) {
      CHECK_MESSAGE(ftt::test::contains(all, one), all);
    }
  }
  TEST_CASE("R0: spellings of an office are one by the settings and the form; others are named") {
    ReportFor by{november, calendar};
    by.components = {{"PBS", {"Public Bldgs"}}};
    const Report report =
        report_of(partial_of({{"a", in_order()},
                              {"b", with(in_order(), {{Fact::component, "Public Buildings Service"}})},
                              {"c", with(in_order(), {{Fact::component, " public bldgs "}})},
                              {"d", with(in_order(), {{Fact::component, "Pubs"}})},
                              {"e", with(in_order(), {{Fact::component, ""}})}}),
                  by);
    CHECK(rows(report, "R1", {"component", "all"}) == "PBS | 3; Pubs | 1; Unknown | 1; All | 5; ");
    CHECK(rows(report, "R0_spellings", {"spelling", "count"}) == "Pubs | 1; ");
  }
  TEST_CASE("R1 ¶13a, c, d: each state by office, and what changed since the last report") {
    const Partial before = partial_of({{"a", with(in_order(), {{Fact::state, "at_hr"}})}, {"b", in_order()}});
    ReportFor by{november, calendar};
    by.previous = &before;
    const Report report =
        report_of(partial_of({{"a", in_order()},
                              {"b", in_order()},
                              {"c", with(in_order(), {{Fact::state, "draft"}, {Fact::component, "FAS"}})}}),
                  by);
    CHECK(rows(report, "R1", {"component", "draft", "approved", "all"}) ==
          "FAS | 1 | 0 | 1; PBS | 0 | 2 | 2; All | 1 | 2 | 3; ");
    CHECK(rows(report, "R1_cases", {"case", "state", "effective", "rationale_kind", "changed"}) ==
          "c | being prepared | 2026-02-02 | Retain an employee | new; "
          "a | approved | 2026-02-02 | Retain an employee | was with the servicing HR Director; "
          "b | approved | 2026-02-02 | Retain an employee | n/a; ");
    CHECK(to_display(report, find_table(report, "R1")->shows) == "Arrangements approved: 2, of 3 counted.");
  }
  TEST_CASE("R1 ¶12a: an arrangement that another one replaces is not counted twice") {
    const Report report = report_of(partial_of(
        {{"old", in_order()}, {"new", with(in_order(), {{Fact::replaces, "old"}, {Fact::effective, "2026-10-01"}})}}));
    CHECK(at(report, "R0", "replaced", "count") == "1");
    CHECK(total(report, "R9", "full_time") == "1");
    CHECK(total(report, "R7", "all") == "1");
    CHECK(total(report, "R4_readings", "people") == "1");
    CHECK(total(report, "R5", "all") == "1");
    CHECK(total(report, "R1", "all") == "2");
  }
  TEST_CASE("R4, R8 ¶12a: what is replaced is in force up to then: in its half, and on earlier pay periods") {
    const Partial partial = partial_of(
        {{"old", in_order()}, {"new", with(in_order(), {{Fact::replaces, "old"}, {Fact::effective, "2027-04-01"}})}});
    const Sheet<TimeCodeRow> sheet =
        read_time_codes_sheet(concat(time_codes_header(), "\nPBS,2027-03-20,1\nPBS,2027-04-03,1\n"));
    ReportFor by{calendar_date(2027, 4, 5), calendar};
    by.time_codes = &sheet;
    const Report report = report_of(partial, by);
    CHECK(at(report, "R0", "replaced", "count") == "1");
    CHECK(rows(report, "R8", {"pay_period_end", "active"}) == "2027-03-20 | 1; 2027-04-03 | 1; ");
    CHECK(total(report, "R4_h2", "people") == "1");
    // In November what will be replaced in April is not yet.
    CHECK(at(report_of(partial), "R0", "replaced", "count") == "0");
    CHECK(total(report_of(partial), "R4_h2", "people") == "1");
  }
  TEST_CASE("R2 ¶9: overdue by step and work days") {
    const auto held = [](std::string_view holder, std::string_view due) {
      return with(in_order(),
                  {{Fact::state, "at_hr"}, {Fact::holder, std::string(holder)}, {Fact::due, std::string(due)}});
    };
    const Report report = report_of(partial_of({{"a", held("servicing_hr_director", "2026-11-25")},
                                                {"b", held("servicing_hr_director", "2026-11-30")},
                                                {"c", held("deputy_administrator", "2026-09-01")},
                                                {"d", held("executive", "")},
                                                {"e", held("executive", "2026-11-10")}}));
    // November 26 is Thanksgiving.
    CHECK(rows(report, "R2", {"holder", "in_time", "days_1_5", "days_6_20", "more", "unknown", "all"}) ==
          "the immediate supervisor | 0 | 0 | 0 | 0 | 0 | 0; the second level supervisor | 0 | 0 | 0 | 0 | 0 | 0; "
          "the third level supervisor | 0 | 0 | 0 | 0 | 0 | 0; "
          "the Regional Commissioner, Assistant Commissioner or SES equivalent | 0 | 0 | 1 | 0 | 1 | 2; "
          "the servicing HR Director | 1 | 1 | 0 | 0 | 0 | 2; "
          "the Deputy Administrator or designee | 0 | 0 | 0 | 1 | 0 | 1; "
          "All | 1 | 1 | 1 | 1 | 1 | 5; ");
    CHECK(rows(report, "R2_cases", {"case", "holder", "due", "work_days_over"}) ==
          "a | the servicing HR Director | 2026-11-25 | 1; "
          "c | the Deputy Administrator or designee | 2026-09-01 | 59; "
          "e | the Regional Commissioner, Assistant Commissioner or SES equivalent | 2026-11-10 | 11; ");
  }
  TEST_CASE("R3: what is in order has no finding") {
    CHECK(findings(with_fault({})).empty());
    CHECK(rows(with_fault({}), "R3", {"count", "unknown"}) ==
          "0 | 0; 0 | 0; 0 | 0; 0 | 0; 0 | 0; 0 | 0; 0 | 0; 0 | 0; 0 | 0; ");
  }
  TEST_CASE("R3 ¶9: begun without the final approval") {
    CHECK(findings(with_fault({{Fact::state, "at_deputy"}, {Fact::approved_on, ""}})) ==
          "bad | Started without final approval; ");
    CHECK(findings(with_fault({{Fact::state, "denied"}, {Fact::approved_on, ""}})).empty());
    CHECK(at(with_fault({{Fact::state, ""}, {Fact::approved_on, ""}}), "R3", "begun_without_approval", "unknown") ==
          "1");
  }
  TEST_CASE("R3 ¶10a: begun before the Arrangement Agreement was signed, also on its first day") {
    CHECK(findings(with_fault({{Fact::first_agreement, ""}})) ==
          "bad | Started before the Arrangement Agreement was signed; ");
    CHECK(findings(with_fault({{Fact::first_agreement, "2026-02-02"}})) ==
          "bad | Started before the Arrangement Agreement was signed; ");
    CHECK(findings(with_fault({{Fact::first_agreement, "2026-02-01"}})).empty());
    CHECK(at(with_fault({{Fact::first_agreement, ""}, {Fact::type, "annual_review"}}), "R3", "begun_before_agreement",
             "unknown") == "1");
  }
  TEST_CASE("R3 ¶10b, ¶10c, App. C: telework agreement, training and Recruit Agreement") {
    CHECK(findings(with_fault({{Fact::telework_agreement, "no"}})) == "bad | No telework agreement; ");
    CHECK(at(with_fault({{Fact::telework_agreement, ""}}), "R3", "no_telework_agreement", "unknown") == "1");
    CHECK(findings(with_fault({{Fact::recruit_training_due, "2026-11-26"}})) ==
          "bad | Telework training of a recruit later than 60 days; ");
    CHECK(findings(with_fault({{Fact::recruit_training_due, "2026-11-27"}})).empty());
    CHECK(findings(with_fault(
              {{Fact::recruit_agreement_due, "2026-05-03"}, {Fact::recruit_agreement_done, "2026-05-04"}})) ==
          "bad | Recruit Agreement later than 90 days; ");
  }
  TEST_CASE("R3 ¶8e: no justification where it is required") {
    CHECK(findings(with_fault({{Fact::justification_required, "yes"}})) ==
          "bad | A required justification is missing; ");
    CHECK(findings(with_fault({{Fact::justification_required, "yes"}, {Fact::justification_given, "yes"}})).empty());
  }
  TEST_CASE("R3 ¶9: a concurrence void, changed after approval; App. A, Part F: transit subsidy still paid") {
    CHECK(findings(with_fault(
              {{Fact::state, "in_chain"}, {Fact::effective, "2027-01-04"}, {Fact::void_concurrences, "2"}})) ==
          "bad | A concurrence is void: the answers changed after it; bad | Changed after approval; ");
    CHECK(findings(with_fault({{Fact::transit_subsidy, "yes"}})) == "bad | Transit subsidy still paid; ");
  }
  TEST_CASE("R4 ¶13b, e, f: budgeted and used of the same people; over, over double; unknown is not zero") {
    const Report report = report_of(partial_of(
        {{"within", in_order()},
         {"over", with(in_order(), {{Fact::spent_h1, "5043.61"}})},
         {"double", with(in_order(), {{Fact::spent_h1, "10087.21"}})},
         {"exactly double", with(in_order(), {{Fact::spent_h1, "10087.20"}})},
         {"no budget", with(in_order(), {{Fact::budget_h1, ""}, {Fact::spent_h1, "9999.00"}})},
         {"not reported", with(in_order(), {{Fact::spent_h1, ""}})},
         {"pending", with(in_order(), {{Fact::state, "at_hr"}})},
         {"later",
          with(in_order(), {{Fact::effective, "2027-04-01"}, {Fact::budget_h1, "0.00"}, {Fact::spent_h1, ""}})}}));
    CHECK(total(report, "R4_h1", "people") == "6");
    CHECK(total(report, "R4_h1", "budgeted") == "25218.00");
    CHECK(total(report, "R4_h1", "budgeted_unknown") == "1");
    CHECK(total(report, "R4_h1", "used") == "40217.02");
    CHECK(total(report, "R4_h1", "used_known") == "5");
    CHECK(total(report, "R4_h1", "both") == "4");
    CHECK(total(report, "R4_h1", "both_used") == "30218.02");
    CHECK(total(report, "R4_h1", "difference") == "10043.62");
    CHECK(total(report, "R4_h1", "share") == "149.78");
    CHECK(total(report, "R4_h1", "over") == "3");
    CHECK(total(report, "R4_h1", "over_double") == "1");
    CHECK(total(report, "R4_h2", "people") == "7");
    CHECK(total(report, "R4_h2", "used_known") == "0");
    for (const std::string_view column : {"used", "both_budgeted", "both_used", "difference", "share"}) {
      CHECK_MESSAGE(at(report, "R4_h2", "total", column) == "unknown", column);
    }
    CHECK(ftt::test::contains(to_display(report, find_table(report, "R4_h2")->shows),
                              "Both figures, budgeted and used, are not known of any of the 7 teleworkers. "));
    CHECK(at(report, "R4_people", sha256_hex("double"), "standing_h1") == "over double");
    CHECK(at(report, "R4_people", sha256_hex("not reported"), "difference_h1") == "unknown");
  }
  TEST_CASE("R4 ¶13f: what the spending cannot tell stands beside it, and the paragraph is said once") {
    const Report report = report_of(partial_of({{"a", in_order()}}));
    for (const std::string_view id : {"R4_h1", "R4_h2", "R4_people"}) {
      const Table& table = *find_table(report, id);
      CHECK_MESSAGE(to_display(report, table.shows).ends_with("that would have happened anyway."), id);
      CHECK_MESSAGE(table.paragraph == "¶13b, e, f", id);
    }
  }
  TEST_CASE("R4 ¶13b: the sheet counts before the packet, and R0 says where they differ and what fits nowhere") {
    const Sheet<ActualRow> sheet = read_actuals_sheet(
        concat(actuals_header(), "\na,,,2027H1,6000,,\na,,,2027H2,10,,\nnobody,,,2027H1,1,,\na,,,2026H1,1,,\n"));
    ReportFor by{november, calendar};
    by.actuals = &sheet;
    const Report report = report_of(partial_of({{"a", in_order()}}), by);
    CHECK(total(report, "R4_h1", "used") == "6000.00");
    CHECK(total(report, "R4_h2", "used") == "10.00");
    CHECK(rows(report, "R0_sheet", {"case", "half_year", "packet", "sheet", "line"}) ==
          "a | 2027H1 | 5000.00 | 6000.00 | 2; ");
    CHECK(rows(report, "R0_left_out", {"place", "reason"}) ==
          "actuals, line 4 | There is no case \"nobody\" among the packets that are counted; take the case from the "
          "template, or add its packet.; actuals, line 5 | 2026H1 is not of fiscal year 2027; it is left out here.; ");
  }
  TEST_CASE("R5 ¶11: due, done, late, received, first ones") {
    const auto review = [](std::string_view round, std::string_view done) {
      return with(in_order(), {{Fact::type, "annual_review"},
                               {Fact::review_due, std::string(round)},
                               {Fact::review_done, std::string(done)},
                               {Fact::review_received_on, std::string(done)}});
    };
    const Partial partial = partial_of(
        {{"not done", in_order()},
         {"first", with(in_order(), {{Fact::first_review_due, "2027-08-15"}, {Fact::review_due, "2027-08-15"}})},
         {"next year", with(in_order(), {{Fact::first_review_due, "2028-08-15"}, {Fact::review_due, "2028-08-15"}})},
         {"done", review("2027-08-15", "2027-08-10")},
         {"late", review("2027-08-15", "2027-08-20")},
         {"last year's", review("2026-08-15", "2026-08-10")}});
    const Report before = report_of(partial, {calendar_date(2027, 8, 15), calendar});
    CHECK(rows(before, "R5", {"due", "done", "not_done", "not_due", "unknown", "late", "received", "first"}) ==
          "5 | 2 | 3 | 1 | 0 | 1 | 2 | 1; 5 | 2 | 3 | 1 | 0 | 1 | 2 | 1; ");
    CHECK(total(report_of(partial, {calendar_date(2027, 8, 16), calendar}), "R5", "late") == "4");
    const Report later = report_of(partial_of({{"next year's", review("2028-08-15", "2028-08-10")}}));
    CHECK(rows(later, "R5", {"due", "late", "unknown"}) == "0 | 0 | 1; 0 | 0 | 1; ");
  }
  TEST_CASE("R5 ¶11c: the state of the review of this year, not of the round before") {
    const auto review = [](std::string_view round, std::string_view state) {
      return with(in_order(), {{Fact::type, "annual_review"},
                               {Fact::review_due, std::string(round)},
                               {Fact::review_state, std::string(state)}});
    };
    const Report report = report_of(partial_of({{"a", review("2027-08-15", "draft")},
                                                {"b", review("2027-08-15", "at_hr")},
                                                {"c", review("2027-08-15", "done")},
                                                {"d", review("2026-08-15", "done")},
                                                {"e", review("2028-08-15", "done")},
                                                {"f", in_order()}}));
    CHECK(rows(report, "R5_cases", {"case", "review_state"}) ==
          "a | being prepared; b | with the servicing HR Director; c | done; d | n/a; e | unknown; f | n/a; ");
  }
  TEST_CASE("R4, R5: what two columns leave is not shown in circulation where it is few people or their dollars") {
    std::vector<std::pair<std::string, test::Given>> packets;
    for (int i = 0; i < 60; ++i) {
      test::Given given = with(in_order(), {{Fact::component, i < 30 ? "PBS" : "FAS"},
                                            {Fact::type, "annual_review"},
                                            {Fact::review_due, "2027-08-15"},
                                            {Fact::review_done, "2027-08-10"},
                                            {Fact::review_received_on, "2027-08-12"}});
      // One without a budget, and one whose review did not arrive, beside twenty-nine in each office.
      if (i % 30 == 0) given = with(std::move(given), {{Fact::budget_h1, ""}, {Fact::review_received_on, ""}});
      packets.emplace_back(concat("p", i), std::move(given));
    }
    const Report report = report_of(partial_of(packets), {calendar_date(2027, 8, 15), calendar});
    const Report edition = for_circulation(report);
    CHECK(at(report, "R4_h1", "of:PBS", "used_known") == "30");
    CHECK(at(report, "R4_h1", "of:PBS", "both") == "29");
    const auto are_both_shown = [&](std::string_view table, std::string_view a, std::string_view b) {
      return at(edition, table, "of:PBS", a) != "[c]" && at(edition, table, "of:PBS", b) != "[c]";
    };
    CHECK(!are_both_shown("R4_h1", "used_known", "both"));
    CHECK(!are_both_shown("R4_h1", "used", "both_used"));
    CHECK(at(report, "R5", "of:PBS", "due") == "30");
    CHECK(at(report, "R5", "of:PBS", "received") == "29");
    CHECK(!are_both_shown("R5", "due", "received"));
  }
  TEST_CASE("R1, R4, R5, R7, R9: who is in one table and not in another is not shown in circulation where it is few") {
    std::vector<std::pair<std::string, test::Given>> packets;
    for (int i = 0; i < 80; ++i) {
      test::Given given = with(in_order(), {{Fact::component, i < 40 ? "PBS" : "FAS"}});
      // In each office: two that have ended, of which one has spent nothing in this year; three that are suspended.
      if (i % 40 < 2) given = with(std::move(given), {{Fact::ended_on, "2026-11-01"}});
      if (i % 40 == 1) given = with(std::move(given), {{Fact::ended_on, "2026-06-01"}, {Fact::spent_h1, ""}});
      if (i % 40 > 36) given = with(std::move(given), {{Fact::suspended_from, "2026-11-20"}});
      packets.emplace_back(concat("p", i), std::move(given));
    }
    const Report report = report_of(partial_of(packets));
    const Report edition = for_circulation(report);
    const auto both = [](const Report& of, std::string_view row, std::string_view a, std::string_view a_column,
                         std::string_view b, std::string_view b_column) {
      return concat(at(of, a, row, a_column), " ", at(of, b, row, b_column));
    };
    for (const std::string_view row : {"of:FAS", "of:PBS", "total"}) {
      const bool is_total = row == "total";
      INFO(row);
      CHECK(both(report, row, "R1", "approved", "R7", "all") == (is_total ? "80 76" : "40 38"));
      CHECK(both(report, row, "R7", "all", "R9", "full_time") == (is_total ? "76 70" : "38 35"));
      CHECK(both(report, row, "R1", "all", "R4_h1", "people") == (is_total ? "80 78" : "40 39"));
      CHECK(both(report, row, "R4_h1", "people", "R9", "full_time") == (is_total ? "78 70" : "39 35"));
      CHECK(both(report, row, "R1", "approved", "R9", "full_time") == (is_total ? "80 70" : "40 35"));
      const auto are_shown = [&](std::string_view a, std::string_view a_column, std::string_view b,
                                 std::string_view b_column) {
        return !ftt::test::contains(both(edition, row, a, a_column, b, b_column), "[c]");
      };
      CHECK(!are_shown("R1", "approved", "R7", "all"));
      CHECK(!are_shown("R1", "all", "R5", "all"));
      CHECK(!are_shown("R7", "all", "R9", "full_time"));
      CHECK(!are_shown("R1", "all", "R4_h1", "people"));
      CHECK(!are_shown("R1", "approved", "R4_h1", "people"));
      CHECK(!are_shown("R4_h1", "people", "R9", "full_time"));
      if (!is_total) CHECK(!are_shown("R1", "approved", "R9", "full_time"));
    }
  }
  TEST_CASE("R9 ¶3h(2): a typed group I that is less than the packets say is no fault, and tells nothing of them") {
    const Sheet<HeadcountRow> sheet =
        read_headcount_sheet(concat(headcount_header(), "\nPBS,100,80,1,10,5,5,,,,\nFAS,100,80,20,10,5,5,,,,\n"));
    ReportFor by{november, calendar};
    by.headcount = &sheet;
    const Report report = report_of(partial_of({{"a", in_order()}, {"b", in_order()}}), by);
    const auto in_group = std::count_if(report.containments.begin(), report.containments.end(),
                                        [](const Containment& one) { return one.whole.table == "R9"; });
    CHECK(in_group == 2);  // FAS and all
  }
  TEST_CASE("R5: a review that is due on February 29 is due on February 28 of other years") {
    const Partial partial = partial_of(
        {{"a", with(in_order(), {{Fact::first_review_due, "2024-02-29"}, {Fact::review_due, "2024-02-29"}})}});
    CHECK(rows(report_of(partial), "R5_cases", {"due"}) == "2027-02-28; ");
  }
  TEST_CASE("R5: the rests hold before, on and after the day, and where editions have other days") {
    const auto review = [](std::string_view due, std::string_view done) {
      return with(in_order(), {{Fact::type, "annual_review"},
                               {Fact::first_review_due, std::string(due)},
                               {Fact::review_due, std::string(due)},
                               {Fact::review_done, std::string(done)}});
    };
    const Partial partial = partial_of({{"a", review("2027-08-15", "")},
                                        {"b", review("2027-08-15", "2027-08-20")},
                                        {"c", review("2027-09-15", "")},
                                        {"d", review("2027-09-15", "2027-09-01")}});
    for (const Date day : {calendar_date(2027, 8, 1), calendar_date(2027, 9, 1), calendar_date(2027, 9, 16)}) {
      CHECK(!find_fault(make_report(partial, {day, calendar})));
    }
  }
  TEST_CASE("R6 ¶6a, Part M: not completed by the start, never verified, pay areas and dollars at stake") {
    const Report report = report_of(partial_of(
        {{"good", in_order()},
         {"open", with(in_order(), {{Fact::worksite_change_completed, ""}})},
         {"late", with(in_order(), {{Fact::worksite_change_completed, "2026-02-03"}})},
         {"unverified", with(in_order(), {{Fact::worksite_verified_on, ""}, {Fact::salary_difference, ""}})}}));
    CHECK(rows(report, "R6",
               {"approved", "not_completed", "completed_late", "not_verified", "at_stake", "at_stake_unknown"}) ==
          "4 | 1 | 1 | 1 | 28966.00 | 1; 4 | 1 | 1 | 1 | 28966.00 | 1; ");
    CHECK(
        rows(report, "R6_cases", {"case", "agency_area", "requested_area", "salary_difference", "what"}) ==
        "late | Washington | Rest of U.S. | -14483.00 | completed late; open | Washington | Rest of U.S. | -14483.00 | "
        "not completed; unverified | Washington | Rest of U.S. | unknown | never verified; ");
  }
  TEST_CASE("R7 ¶8e: saving, costing, neither, unknown; by office and by kind of rationale") {
    const Report report = report_of(
        partial_of({{"saves", in_order()},
                    {"costs", with(in_order(), {{Fact::net_change, "500.25"}, {Fact::rationale_kind, "recruit"}})},
                    {"even", with(in_order(), {{Fact::net_change, "0.00"}})},
                    {"unknown", with(in_order(), {{Fact::net_change, ""}, {Fact::rationale_kind, ""}})},
                    {"ended", with(in_order(), {{Fact::ended_on, "2026-06-01"}})}}));
    CHECK(rows(report, "R7", {"component", "saving", "costing", "even", "unknown", "all", "savings", "costs", "net"}) ==
          "PBS | 1 | 1 | 1 | 1 | 4 | -8295.80 | 500.25 | -7795.55; All | 1 | 1 | 1 | 1 | 4 | -8295.80 | 500.25 | "
          "-7795.55; ");
    CHECK(at(report, "R7_rationale", "of:recruit", "costs") == "500.25");
    CHECK(at(report, "R7_rationale", "of:unknown", "all") == "1");
  }
  TEST_CASE("R8 App. B, item 2: active on the last day of the pay period against those charging 93") {
    const Sheet<TimeCodeRow> sheet = read_time_codes_sheet(
        concat(time_codes_header(), "\nPBS,2026-12-12,1\nPublic Buildings Service,2026-01-24,3\nFAS,2026-12-12,2\n"));
    ReportFor by{november, calendar};
    by.time_codes = &sheet;
    const Report report = report_of(
        partial_of({{"a", in_order()},
                    {"b", in_order()},
                    {"suspended",
                     with(in_order(), {{Fact::suspended_from, "2026-12-01"}, {Fact::suspended_through, "2026-12-20"}})},
                    {"ended", with(in_order(), {{Fact::ended_on, "2026-12-12"}})}}),
        by);
    CHECK(rows(report, "R8", {"component", "pay_period_end", "active", "charging_93", "more", "fewer"}) ==
          "PBS | 2026-01-24 | 0 | 3 | 3 | 0; FAS | 2026-12-12 | 0 | 2 | 2 | 0; PBS | 2026-12-12 | 2 | 1 | 0 | 1; ");
  }
  TEST_CASE("R9 5 U.S.C. 6506(b)(2): from packets, typed or unknown; a move by 10% needs a reason") {
    const Sheet<HeadcountRow> sheet = read_headcount_sheet(
        concat(headcount_header(), "\nPBS,100,80,20,10,5,5,50,no,payroll,more hired\nFAS,50,,,,,,,,,\n"));
    std::vector<std::pair<std::string, test::Given>> packets;
    for (int i = 0; i < 11; ++i) packets.emplace_back(concat("p", i), in_order());
    const Partial before = partial_of({packets.begin(), packets.begin() + 10});
    packets.emplace_back("inside", with(in_order(), {{Fact::component, "FAS"}, {Fact::same_commuting_area, "yes"}}));
    ReportFor by{november, calendar};
    by.headcount = &sheet;
    by.previous = &before;
    const Report report = report_of(partial_of(packets), by);
    CHECK(rows(report, "R9",
               {"component", "employees", "eligible", "eligible_share", "full_time", "inside", "outside"}) ==
          "FAS | 50 | unknown | unknown | 1 | 1 | 0; PBS | 100 | 80 | 80.00 | 11 | 0 | 11; "
          "All | 150 | unknown | unknown | 12 | 1 | 11; ");
    CHECK(rows(report, "R9",
               {"three_or_more_days", "three_or_more_days_share", "teleworking", "teleworking_share", "goal",
                "goal_met", "method"}) ==
          "unknown | unknown | unknown | unknown | unknown | unknown | unknown; "
          "20 | 25.00 | 40 | 50.00 | 50 | no | payroll; unknown | unknown | unknown | unknown | unknown | unknown | "
          "unknown; ");
    CHECK(rows(report, "R9", {"before", "moved", "reason_needed", "note"}) ==
          "0 | n/a | no | n/a; 10 | 10.00 | yes | more hired; 10 | 20.00 | yes | n/a; ");
  }
  TEST_CASE("R8, R9: without the sheets their sentences say what is missing, and not an unknown number of people") {
    const Report report = report_of(partial_of({{"a", in_order()}}));
    CHECK(to_display(report, find_table(report, "R8")->shows) ==
          "No sheet of time codes was added, so there is nothing to compare with.");
    CHECK(to_display(report, find_table(report, "R9")->shows) ==
          "1 full-time teleworkers are in group I (\u00b63h(2)). How many employees telework in all is not known. Add "
          "the "
          "headcount of each office.");
  }
  TEST_CASE("the day is written as people write it; that small offices are joined is said where it is so") {
    const auto note = [](const Report& report, std::string_view id) {
      for (const Note& one : report.notes) {
        if (one.id == id) return one.text;
      }
      return std::string("(none)");
    };
    const Partial partial = partial_of({{"a", in_order()}});
    CHECK(note(report_of(partial), "today") == "November 27, 2026");
    CHECK(note(report_of(partial), "other") == "(none)");
    ReportFor by{november, calendar};
    by.shown_as = {{"PBS", "PBS"}};
    CHECK(note(report_of(partial, by), "other") == "(none)");
    by.shown_as = {{"PBS", "Other"}};
    CHECK(note(report_of(partial, by), "other") ==
          "Small offices are counted together as Other, so that nobody can be recognized.");
  }
  TEST_CASE("R9: packets without an office do not make the employees of all offices unknown; a met goal circulates") {
    const Sheet<HeadcountRow> sheet =
        read_headcount_sheet(concat(headcount_header(), "\nPBS,100,80,20,10,10,10,50,no,payroll,\n"));
    ReportFor by{november, calendar};
    by.headcount = &sheet;
    const Report report =
        report_of(partial_of({{"a", in_order()}, {"b", with(in_order(), {{Fact::component, ""}})}}), by);
    CHECK(rows(report, "R9", {"component", "employees", "teleworking"}) ==
          "PBS | 100 | 50; Unknown | unknown | unknown; All | 100 | 50; ");
    CHECK(at(for_circulation(report), "R9", "of:PBS", "goal_met") == "no");
  }
  TEST_CASE("R9: two lines of the headcount for one office under two names are added up, and R0 says so") {
    const Sheet<HeadcountRow> sheet =
        read_headcount_sheet(concat(headcount_header(), "\nPBS,100,,,,,,,,,\nPublic Buildings Service,20,,,,,,,,,\n"));
    ReportFor by{november, calendar};
    by.headcount = &sheet;
    const Report report = report_of(partial_of({{"a", in_order()}}), by);
    CHECK(at(report, "R9", "of:PBS", "employees") == "120");
    CHECK(rows(report, "R0_left_out", {"place", "kind"}) == "headcount, line 3 | sheet; ");
  }
  TEST_CASE(
      "¶13b: the template of the actuals has each arrangement in force and each half, amounts empty, no formula") {
    const Partial partial =
        partial_of({{"a", in_order()},
                    {"b", with(in_order(), {{Fact::name, "=Roe, \"Al\""}, {Fact::end, "2027-03-31"}})},
                    {"c", with(in_order(), {{Fact::state, "draft"}})}});
    const std::string sheet = actuals_template(partial, {november, calendar});
    CHECK(sheet ==
          "\xEF\xBB\xBF"
          "case,name,component,half_year,spent,trips,source\r\n"
          "b,\"'=Roe, \"\"Al\"\"\",PBS,2027H1,,,\r\na,\"Doe, Pat\",PBS,2027H1,,,\r\na,\"Doe, Pat\",PBS,2027H2,,,\r\n");
    CHECK(read_actuals_sheet(sheet).problems.empty());
    CHECK(read_actuals_sheet(sheet).rows.empty());
  }
}

}  // namespace
}  // namespace ftt::report
