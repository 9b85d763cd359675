// sample: packets of an invented agency, for tests, measurements and a demonstration: every state of the chain, all
// readings of line 9, unknowns, recruits, reviews of several years, movers, and beside them older copies, the same copy
// once more, conflicts, rewritten histories and copies without names.
//
// Each packet hangs on the seed and its number alone, so that any part of them can be made by itself and the same seed
// gives the same bytes anywhere. All are marked as samples of invented people.
//
// Does not: resemble the numbers of any real agency.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "packet/packet.h"
#include "rates/rates.h"

namespace ftt::report {

class SampleAgency {
 public:
  // The rates must outlive it. `today` is the day about which the arrangements begin, run and end.
  SampleAgency(const Rates& rates, std::uint64_t seed, Date today) : rates_(&rates), seed_(seed), today_(today) {}

  // One line with its end: a packet; about one in twenty is another copy of the one before it.
  std::string line(std::uint64_t number) const;
  // The packet of that number itself, the newest copy of it.
  Packet packet(std::uint64_t number) const;

 private:
  const Rates* rates_;
  std::uint64_t seed_;
  Date today_;
};

}  // namespace ftt::report
