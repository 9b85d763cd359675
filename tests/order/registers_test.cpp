// The registers of readings and slips: complete, with ids that stand once.
#include "order/registers.h"

#include <doctest/doctest.h>

#include <set>

using namespace ftt;

TEST_CASE("App. A, Part E, line 9 has four readings, the form's own words first") {
  int readings = 0;
  for (const OrderReading& reading : order_readings()) {
    if (reading.cite == cite("App. A, Part E, line 9")) ++readings;
  }
  CHECK(readings == 4);
  REQUIRE(find_order_reading("trip_cost.as_worded") != nullptr);
  CHECK(find_order_reading("trip_cost.as_worded")->use == OrderReading::Use::by_default);
  CHECK(find_order_reading("trip_cost.as_worded")->formula == "(E4 + E5 + E6 + E7) × E8");
  CHECK(find_order_reading("percent.overall")->formula == "G1 ÷ D4");
  CHECK(find_order_reading("trip_cost.other") == nullptr);
}

TEST_CASE("ids of readings and slips stand once, and nothing is left unsaid") {
  std::set<std::string_view> ids;
  for (const OrderReading& reading : order_readings()) {
    CHECK(ids.insert(reading.id).second);
    CHECK_FALSE(reading.why.empty());
  }
  for (const OrderSlip& slip : order_slips()) {
    CHECK(ids.insert(slip.id).second);
    CHECK_FALSE(slip.says.empty());
    CHECK_FALSE(slip.done.empty());
  }
  CHECK(order_slips().size() == 10);
}
