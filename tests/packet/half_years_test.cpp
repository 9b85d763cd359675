// ¶13b, ¶13e: a packet's travel budget by half-year, across a review.
#include "packet/half_years.h"

#include <doctest/doctest.h>

#include "base/json_writer.h"
#include "long_text.h"
#include "packet/two_packets.h"

using namespace ftt;
using test::approved_by_all;
using test::assessment_of;
using test::example_a;
using test::rates_at_hand;
using test::with;

namespace {

constexpr Date november = calendar_date(2026, 11, 23);

std::string listed(const Packet& packet) {
  const Assessment assessment = assessment_of(packet);
  const std::optional<Review> review = find_review(rates_at_hand(), packet, assessment);
  return write_json_compact(half_years_json(half_years(packet, assessment, review ? &*review : nullptr, november)));
}

}  // namespace

TEST_CASE("¶13b: half-years as JSON; what is not recorded is null, and what cannot be worked out too") {
  Packet packet = example_a();  // from July 14, 2025: 79 of 183 days
  packet.answers.set_actuals({{"2026H1", "6000"}});
  CHECK(listed(packet) == R"([{"half_year":"2025H2","budgeted":"2177.29","spent":null},)"
                          R"({"half_year":"2026H1","budgeted":"5043.60","spent":"6000.00"},)"
                          R"({"half_year":"2026H2","budgeted":"5043.60","spent":null},)"
                          R"({"half_year":"2027H1","budgeted":"5043.60","spent":null},)"
                          R"({"half_year":"2027H2","budgeted":"5043.60","spent":null}])");
  CHECK(test::member(listed(with(packet, {{Leaf::travel_budget_trips, ""}})), "1") ==
        R"({"half_year":"2026H1","budgeted":null,"spent":"6000.00"})");
}

TEST_CASE("¶11a: halves before a review took effect are budgeted from the packet under review") {
  const Packet previous = example_a();
  const Packet review = with(start_review(previous, assessment_of(previous), calendar_date(2026, 7, 20)),
                             {{Leaf::travel_budget_trips, "2"}});
  const std::string from_next_half = R"([{"half_year":"2025H2","budgeted":"2177.29","spent":null},)"
                                     R"({"half_year":"2026H1","budgeted":"5043.60","spent":null},)"
                                     R"({"half_year":"2026H2","budgeted":"5043.60","spent":null},)"
                                     R"({"half_year":"2027H1","budgeted":"2521.80","spent":null},)"
                                     R"({"half_year":"2027H2","budgeted":"2521.80","spent":null}])";
  CHECK(listed(review) == from_next_half);
  // An approval in the next half puts it off; a denial does not put it into effect.
  const auto decided = [&](std::string_view outcome) {
    return listed(with(approved_by_all(review),
                       {{Leaf::concurrences_deputy_administrator_decision, outcome == "approved" ? "concur" : "deny"},
                        {Leaf::determination_outcome, outcome},
                        {Leaf::determination_date, "2026-10-02"}}));
  };
  CHECK(test::member(decided("approved"), "3/budgeted") == "\"5043.60\"");
  CHECK(test::member(decided("approved"), "4/budgeted") == "\"2521.80\"");
  CHECK(decided("disapproved") == from_next_half);
  // Nor does one that Parts J to L do not bear out, or one without a date.
  CHECK(listed(with(review, {{Leaf::determination_outcome, "approved"}, {Leaf::determination_date, "2026-01-15"}})) ==
        from_next_half);
  CHECK(listed(with(approved_by_all(review), {{Leaf::determination_date, ""}})) == from_next_half);
}
