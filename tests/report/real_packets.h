// Packets as people would have them, put together here and read as files are, for tests of a report from end to end.
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

#include "packet/review.h"
#include "packet/two_packets.h"
#include "report/make_report.h"

namespace ftt::report::test {

inline std::string random_id(int number) {
  return concat("7b0c9a52-6d1e-4f40-9f0c-0000000000", 10 + number);
}

// Approved, begun on July 14, 2025, with all papers, the official worksite changed and verified.
inline Packet packet_in_order(int number) {
  Packet packet = ftt::test::with(ftt::test::approved_by_all(ftt::test::example_a()),
                                  {{Leaf::agreement_employee_signature_date, "2025-07-01"},
                                   {Leaf::agreement_supervisor_signature_date, "2025-07-02"},
                                   {Leaf::eligibility_telework_agreement_approved, "yes"},
                                   {Leaf::additional_transit_subsidy, "no"},
                                   {Leaf::worksite_change_completed, "2025-07-10"}});
  packet.id = random_id(number);
  Json verified = Json::object();
  verified.set("date", Json::string("2025-08-01"));
  Json record = Json::object();
  record.set("worksite_verified", std::move(verified));
  packet.extras.set("record", std::move(record));
  return packet;
}

// The review of its first year, signed by HR on the day.
inline Packet reviewed_on(const Packet& before, std::string_view day) {
  return ftt::test::with(start_review(before, ftt::test::assessment_of(before), calendar_date(2026, 7, 20)),
                         {{Leaf::annual_review_hr_signature_date, day}});
}

// Packets of one fiscal year, as their files are read.
class Read {
 public:
  Read(FiscalYear year, Date today)
      : by_{ftt::test::rates_at_hand(), today, year}, partial_(year, today), today_(today) {}

  void add(const Packet& packet, std::string place) {
    const std::string file = write_packet(packet, ftt::test::assessment_of(packet));
    partial_.add(look_at(file, std::move(place), Stands::as_file, by_));
  }
  const Partial& partial() const { return partial_; }
  Report report(const Partial* previous = nullptr) const {
    const WorkCalendar calendar;
    ReportFor by{today_, calendar};
    by.previous = previous;
    Report made = make_report(partial_, by);
    const std::optional<std::string> fault = find_fault(made);
    CHECK_MESSAGE(!fault, fault.value_or(""));
    return made;
  }

 private:
  FactsFor by_;
  Partial partial_;
  Date today_;
};

}  // namespace ftt::report::test
