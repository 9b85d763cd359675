// The registers of readings and slips: complete, with ids that stand once.
#include "order/registers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "figures.h"

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

TEST_CASE("Order ¶5b, ¶1d, App. A, App. B, item 6, App. C: the slips of the order say what it says and what is done") {
  const auto slip = [](std::string_view id) -> const OrderSlip& {
    const auto found =
        std::find_if(order_slips().begin(), order_slips().end(), [&](const OrderSlip& one) { return one.id == id; });
    REQUIRE(found != order_slips().end());
    return *found;
  };

  CHECK(slip("slip.administrator_level").says ==
        "¶5b of the cover says that approval goes up to the Administrator level. ¶9 ends at the Deputy Administrator "
        "or designee.");
  CHECK(slip("slip.new_arrangement").says ==
        "Three paragraphs say when a change needs a new arrangement: ¶1d at any change of worksite or position, ¶6a(1) "
        "where locality pay changes, ¶12a at a move out of the pay area or to another position.");
  CHECK(slip("slip.new_arrangement").done ==
        "The tool follows the strictest one that applies, and names the others. A new worksite needs a new "
        "arrangement with the whole assessment and approval. Outside the pay area the old one must end.");
  CHECK(slip("slip.page_3").says == "“Page 3 of this form” should give guidance. The order has no such page.");
  CHECK(slip("slip.appendix_b_6b").says ==
        "Item 6b ends an arrangement “as a result of performance or misconduct.” ¶12d asks that the arrangement has "
        "contributed to it.");
  CHECK(test::figures_of(slip("slip.appendix_b_12c").says) == "¶12c ¶10a ¶12");
  CHECK(test::figures_of(slip("slip.appendix_c_canceled").says) == "6040.1A 6040.1A");
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
  CHECK(order_slips().size() == 16);
}
