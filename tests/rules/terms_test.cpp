// What holds after approval (HRM 6040.2 ¶6, ¶11a; App. B, items 1 to 5).
#include "rules/terms.h"

#include <algorithm>

#include "figures.h"
#include "rules/asked_of.h"
#include "rules/change.h"

using namespace ftt;
using namespace ftt::test;

namespace {

Finding term(std::string_view rule, const Answers& answers = Answers()) {
  const std::vector<Finding> terms = find_terms(answers, hrm_6040_2);
  const auto found = std::find_if(terms.begin(), terms.end(), [&](const Finding& one) { return one.rule == rule; });
  REQUIRE(found != terms.end());
  return *found;
}

}  // namespace

TEST_CASE("¶6a(3), ¶3d(1), App. B, item 1: travel to the agency worksite is reimbursed") {
  CHECK(term("terms.travel").status == Status::note);
  CHECK(figures_of(term("terms.travel").message) == "5700.1 1");
}

TEST_CASE("¶6a(4), App. B, item 2: time is recorded under code 93") {
  CHECK(figures_of(term("terms.time").message) == "93");
}

TEST_CASE("¶6a(5), App. B, item 3: no transit subsidy") {
  CHECK(term("terms.transit").message == "The employee gets no transit subsidy.");
}

TEST_CASE("¶6a(6), ¶6b, ¶3j, App. B, item 4: continuity, emergencies, telework-ready") {
  CHECK(figures_of(term("terms.continuity").message) == "2430.1A 2430.3");
}

TEST_CASE("¶11a: when it is first reviewed hangs on the first date alone") {
  CHECK(term("review.first").status == Status::unknown);
  CHECK(term("review.first").settled_by == Leaves{Leaf::arrangement_start});
  CHECK(term("review.first", answers_of({{Leaf::arrangement_start, "2026-03-31"}})).date == calendar_date(2027, 8, 15));
}

TEST_CASE("¶1d, ¶6a(1), ¶6d, ¶12a: a change is told of with the act and the paragraph of the walk through ¶12") {
  for (const std::string_view rule : {"change.locality", "change.position", "change.worksite"}) {
    CAPTURE(rule);
    CHECK(term(rule).cite == outcome_of(rule).cite);
    CHECK(term(rule).next == outcome_of(rule).next);
  }
  CHECK(term("change.worksite").cite == cite("HRM 6040.2 ¶1d"));
  CHECK(term("change.worksite").message ==
        "A new official worksite in the same locality pay area needs a new arrangement.");
}
