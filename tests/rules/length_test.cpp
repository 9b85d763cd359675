// How long: 90 and 91 days, a year with and without February 29 (HRM 6040.2 ¶7a; App. A, Part A, item 3).
#include "figures.h"
#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

namespace {

Answers dates(std::string_view kind, std::string_view first, std::string_view last) {
  return with(eligible(),
              {{Leaf::arrangement_term, kind}, {Leaf::arrangement_start, first}, {Leaf::arrangement_end, last}});
}

}  // namespace

TEST_CASE("¶7a: 90 days take none of the documents, 91 do; both dates count") {
  CHECK(status_of("duration.documented", dates("short", "2027-01-01", "2027-03-31")) == Status::note);  // 90 days
  CHECK(status_of("duration.documented", dates("short", "2027-01-01", "2027-04-01")) == Status::pass);  // 91
  CHECK(figures_of(finding_of("duration.documented", dates("short", "2027-01-01", "2027-03-31")).message) ==
        "90 90 6040.2 ¶7a");
}

TEST_CASE("¶7a: a short arrangement may be requested all the same") {
  CHECK(result_of(dates("short", "2027-01-01", "2027-03-01")) == EligibilityResult::eligible);
}

TEST_CASE("App. A, Part A, item 3: short-term is more than 90 days") {
  CHECK(status_of("duration.kind", dates("short", "2027-01-01", "2027-03-31")) == Status::note);
  CHECK(status_of("duration.kind", dates("short", "2027-01-01", "2027-04-01")) == Status::pass);
}

TEST_CASE("App. A, Part A, item 3: short-term is less than a year: 364, 365 and 366 days") {
  CHECK(status_of("duration.kind", dates("short", "2027-01-15", "2028-01-13")) == Status::pass);  // 364 days
  CHECK(status_of("duration.kind", dates("short", "2027-01-15", "2028-01-14")) == Status::fail);  // 365
  // With February 29 inside, a year has 366 days.
  CHECK(status_of("duration.kind", dates("short", "2028-01-15", "2029-01-12")) == Status::pass);  // 364
  CHECK(status_of("duration.kind", dates("short", "2028-01-15", "2029-01-13")) == Status::pass);  // 365
  CHECK(status_of("duration.kind", dates("short", "2028-01-15", "2029-01-14")) == Status::fail);  // 366
  // From a February 29.
  CHECK(status_of("duration.kind", dates("short", "2028-02-29", "2029-02-27")) == Status::pass);  // 365
  CHECK(status_of("duration.kind", dates("short", "2028-02-29", "2029-02-28")) == Status::fail);  // 366
}

TEST_CASE("App. A, Part A, item 3: long-term needs no last date") {
  CHECK(status_of("duration.kind", dates("long", "2027-01-15", "")) == Status::pass);
  CHECK(status_of("duration.documented", dates("long", "", "")) == Status::pass);
}

TEST_CASE("¶7a: what is missing is unknown, and the dates settle it") {
  CHECK(finding_of("duration.documented", dates("short", "2027-01-01", "")).settled_by ==
        Leaves{Leaf::arrangement_end});
  CHECK(finding_of("duration.documented", dates("", "", "")).settled_by ==
        Leaves{Leaf::arrangement_start, Leaf::arrangement_end});
  CHECK(finding_of("duration.kind", dates("", "2027-01-01", "")).settled_by ==
        Leaves{Leaf::arrangement_term, Leaf::arrangement_end});
  CHECK(finding_of("duration.documented", dates("short", "2027-04-01", "2027-01-01")).settled_by ==
        Leaves{Leaf::arrangement_end});
}
