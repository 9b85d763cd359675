// What inspectors found where the reports were e-mail and spreadsheets: for each finding packets that have the fault,
// and the table that shows it (HRM 6040.2 ¶13).
#include <doctest/doctest.h>

#include "long_text.h"
#include "packet/redact.h"
#include "report/days.h"
#include "report/real_packets.h"
#include "report/table_cells.h"

namespace ftt::report::test {
namespace {

using ftt::test::with;

// One packet with the fault beside one that is in order.
Report report_beside_one_in_order(const Packet& fault) {
  Read read(this_year, november);
  read.add(packet_in_order(0), "good.json");
  read.add(fault, "bad.json");
  return read.report();
}

Packet with_spending(int number, std::string spent) {
  Packet packet = packet_in_order(number);
  packet.answers.set_actuals({{"2027H1", std::move(spent)}});
  return packet;
}

TEST_SUITE("report: what inspectors found") {
  TEST_CASE("nothing at all, of packets in order: R3, R6, R4 and R5 name nobody") {
    Read read(FiscalYear(2026), november);
    Packet packet = reviewed_on(packet_in_order(0), "2026-08-10");
    packet.answers.set_actuals({{"2026H1", "5000.00"}, {"2026H2", "5000.00"}});
    read.add(packet, "good.json");
    const Report report = read.report();
    CHECK(rows(report, "R3_cases", {"case", "finding"}).empty());
    CHECK(rows(report, "R6_cases", {"case", "what"}).empty());
    CHECK(total(report, "R4_h1", "over") == "0");
    CHECK(total(report, "R4_h2", "over") == "0");
    CHECK(total(report, "R5", "done") == "1");
    CHECK(total(report, "R5", "late") == "0");
  }

  TEST_CASE("nobody knew how many there were: R0, R1 and R9 count each once, whatever copies lie about") {
    Read read(this_year, november);
    for (int i = 0; i < 3; ++i) read.add(packet_in_order(i), concat("office/", i, ".json"));
    read.add(packet_in_order(0), "mail/0.json");
    Packet older = packet_in_order(1);
    older.revision = 1;
    read.add(older, "mail/1 (old).json");
    read.add(redact(packet_in_order(2), ftt::test::rates_at_hand()).packet, "mail/2 without names.json");
    const Report report = read.report();
    CHECK(at(report, "R0", "counted", "count") == "3");
    CHECK(at(report, "R0", "duplicates", "count") == "1");
    CHECK(at(report, "R0", "older", "count") == "2");
    CHECK(at(report, "R0", "read", "count") == "6");
    CHECK(total(report, "R1", "approved") == "3");
    CHECK(total(report, "R1", "all") == "3");
    CHECK(total(report, "R9", "full_time") == "3");
  }

  TEST_CASE("some began without the final approval: R3 names them, R1 counts them as pending") {
    Packet packet = packet_in_order(1);
    packet = with(std::move(packet), {{Leaf::concurrences_deputy_administrator_decision, ""},
                                      {Leaf::determination_outcome, ""},
                                      {Leaf::determination_date, ""}});
    const Report report = report_beside_one_in_order(packet);
    CHECK(rows(report, "R3_cases", {"case", "finding"}) == concat(random_id(1), " | Started without final approval; "));
    CHECK(at(report, "R3", "begun_without_approval", "count") == "1");
    CHECK(total(report, "R1", "approved") == "1");
    CHECK(total(report, "R1", "all") == "2");
  }

  TEST_CASE("travel was never held against the estimate: R4 says half are over it, and who is over double") {
    Read read(this_year, november);
    read.add(with_spending(0, "5043.60"), "0.json");
    read.add(with_spending(1, "0.00"), "1.json");
    read.add(with_spending(2, "10087.20"), "2.json");
    read.add(with_spending(3, "10087.21"), "3.json");
    read.add(packet_in_order(4), "4.json");
    const Report report = read.report();
    CHECK(total(report, "R4_h1", "people") == "5");
    CHECK(total(report, "R4_h1", "budgeted") == "25218.00");
    CHECK(total(report, "R4_h1", "used_unknown") == "1");
    CHECK(total(report, "R4_h1", "both") == "4");
    CHECK(total(report, "R4_h1", "over") == "2");
    CHECK(total(report, "R4_h1", "over_double") == "1");
    CHECK(total(report, "R4_h1", "difference") == "5043.61");
    const std::string people = rows(report, "R4_people", {"case", "standing_h1"});
    CHECK(people == concat(random_id(0), " | within; ", random_id(1), " | within; ", random_id(2), " | over; ",
                           random_id(3), " | over double; ", random_id(4), " | unknown; "));
  }

  TEST_CASE("the transit subsidy was still paid: R3 names whose, and of how many it is not known") {
    const Report report =
        report_beside_one_in_order(with(packet_in_order(1), {{Leaf::additional_transit_subsidy, "yes"}}));
    CHECK(rows(report, "R3_cases", {"case", "finding"}) == concat(random_id(1), " | Transit subsidy still paid; "));
    const Report silent =
        report_beside_one_in_order(with(packet_in_order(1), {{Leaf::additional_transit_subsidy, ""}}));
    CHECK(at(silent, "R3", "transit_subsidy_paid", "count") == "0");
    CHECK(at(silent, "R3", "transit_subsidy_paid", "unknown") == "1");
  }

  TEST_CASE("training was missing: R3 names the recruits, once their 60 days are over") {
    const Packet recruit = with(packet_in_order(1), {{Leaf::arrangement_action, "recruit"},
                                                     {Leaf::recruit_agreement_last_name, "Roe"},
                                                     {Leaf::recruit_agreement_first_name, "Al"},
                                                     {Leaf::recruit_agreement_entry_on_duty, "2025-07-14"}});
    const Report report = report_beside_one_in_order(recruit);
    CHECK(at(report, "R3", "training_late", "count") == "1");
    CHECK(ftt::test::contains(rows(report, "R3_cases", {"case", "finding"}),
                              concat(random_id(1), " | Telework training of a recruit later than 60 days; ")));
    const Report trained =
        report_beside_one_in_order(with(recruit, {{Leaf::recruit_agreement_training_completed, "2025-08-01"}}));
    CHECK(at(trained, "R3", "training_late", "count") == "0");
  }

  TEST_CASE("the duty station was wrong: R6 says where Part M is not completed, and where nobody has verified it") {
    Packet packet = with(packet_in_order(1), {{Leaf::worksite_change_completed, ""}});
    packet.extras = Json::object();
    const Report report = report_beside_one_in_order(packet);
    CHECK(rows(report, "R6", {"approved", "not_completed", "completed_late", "not_verified"}) ==
          "2 | 1 | 0 | 1; 2 | 1 | 0 | 1; ");
    CHECK(rows(report, "R6_cases", {"case", "what"}) == concat(random_id(1), " | not completed, never verified; "));
    const Report late =
        report_beside_one_in_order(with(packet_in_order(1), {{Leaf::worksite_change_completed, "2026-02-01"}}));
    CHECK(rows(late, "R6_cases", {"case", "what"}) == concat(random_id(1), " | completed late; "));
  }

  TEST_CASE("locality pay was wrong for years: R6 has both pay areas and the dollars a year at stake") {
    const Report report = report_beside_one_in_order(with(packet_in_order(1), {{Leaf::worksite_change_completed, ""}}));
    CHECK(rows(report, "R6_cases", {"case", "agency_area", "requested_area", "same_area", "salary_difference"}) ==
          concat(random_id(1), " | Washington-Baltimore-Arlington, DC-MD-VA-WV-PA | Rest of U.S. | no | -14483.00; "));
    CHECK(total(report, "R6", "at_stake") == "14483.00");
    CHECK(total(report, "R6", "at_stake_known") == "1");
  }

  TEST_CASE("reviews were late: R5 counts what is done, late and not done, and names each") {
    Read read(FiscalYear(2026), november);
    read.add(reviewed_on(packet_in_order(0), "2026-08-10"), "done.json");
    read.add(reviewed_on(packet_in_order(1), "2026-09-21"), "late.json");
    read.add(packet_in_order(2), "never.json");
    const Report report = read.report();
    CHECK(rows(report, "R5", {"due", "done", "not_done", "late", "received", "first"}) ==
          "3 | 2 | 1 | 2 | 2 | 3; 3 | 2 | 1 | 2 | 2 | 3; ");
    CHECK(rows(report, "R5_cases", {"case", "due", "done", "late", "review_state"}) ==
          concat(random_id(0), " | 2026-08-15 | 2026-08-10 | no | done; ", random_id(1),
                 " | 2026-08-15 | 2026-09-21 | yes | done; ", random_id(2), " | 2026-08-15 | n/a | yes | n/a; "));
  }
}

}  // namespace
}  // namespace ftt::report::test
