// The edition of a report for circulation: which figures are hidden, so that nobody is recognized.
//
// It is made last and once, of a whole report, in these steps:
//   1. components and offices below a size are joined into Other (join_small), before the tables are built;
//   2. only the tables and notes that may circulate stay, and the columns of these;
//   3. counts below the limit are hidden, 0 is not; dollars that one or two people carry are hidden;
//   4. further figures are hidden until there is, for each hidden one and for each rest that would have been hidden, a
//      witness: a second set of whole numbers in which it is another, while all that is shown stays what it is. All
//      tables are one system, by the sums and rests that are stated in them, by what is stated of two tables of which
//      the one counts some of those whom the other counts, and by what follows from that (figures.h);
//   5. what follows from a hidden figure (a share, a date) is hidden with it.
// The reader whom the audit goes by knows which figures were hidden in step 3 and which in step 4: a count of step 3
// lies from 1 to the limit less 1, one of step 4 is at least the limit, and dollars are not below zero unless their
// column says so.
//
// Where no witness is found within the bounded search, the tables that hang together by sums are hidden whole, and
// those that count everybody of theirs: every count but 0, and all dollars, those beside such counts among them. No
// search is needed to show that this gives nothing away: twice each hidden figure is a second set. A note
// ("hidden_whole") names those tables.
//
// Deterministic: the same report gives the same edition. Does not: join rows, or know what a table is about.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/table.h"

namespace ftt::report {

struct CirculationRules {
  std::int64_t smallest_group = 10;   // smaller components and offices are joined
  std::int64_t count_limit = 10;      // counts from 1 up to below it are hidden
  std::int64_t carrier_limit = 3;     // dollars that 1 up to fewer people carry are hidden
  std::size_t search_limit = 20'000;  // steps of the longest search for one witness
};

// What each group of people is called in circulation: its own name, or "Other" where it is smaller than the smallest.
// Other is made of at least two groups and is itself not smaller, as long as there is anything left to join: the next
// smallest are joined too, by size and then by name. A group that is called Other is joined always. Takes: the number
// of people of each.
std::map<std::string, std::string> join_small(const std::map<std::string, std::int64_t>& sizes, std::int64_t smallest);

// The report as it may circulate. Precondition: find_fault(report) has none.
Report for_circulation(const Report& report, const CirculationRules& rules = {});

}  // namespace ftt::report
