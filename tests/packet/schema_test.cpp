// The JSON Schema: what it asks of each member, and that the file beside the tables is this text.
#include "packet/schema.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "form/field.h"
#include "packet/rates_at_hand.h"

using namespace ftt;

TEST_SUITE("packet: the JSON Schema") {
  TEST_CASE("the file in assets is the one that the table of fields gives") {
    const std::string path = FTT_ASSETS_DIR "/schema/telework-packet.schema.json";
    if (std::getenv("FTT_UPDATE_GOLDENS") != nullptr) test::write_file(path, schema_json());
    CHECK(test::read_file(path) == schema_json());
  }

  TEST_CASE("every leaf has its place in it, with its citation") {
    const Json schema = packet_schema();
    for (const LeafInfo& leaf : leaves()) {
      CAPTURE(leaf.id);
      const Json* place = &schema;
      for (const std::string_view name : split(leaf.id, '.')) {
        place = place->find("properties") == nullptr ? nullptr : place->find("properties")->find(name);
        REQUIRE(place != nullptr);
      }
      CHECK(place->find_string("description")->ends_with(concat("(", leaf.cite.text(), ")")));
    }
  }

  TEST_CASE("shares, nights and texts of a certain make have their limits") {
    const Json schema = packet_schema();
    const auto of = [&](std::string_view section, std::string_view member) -> const Json& {
      return *schema.find("properties")->find(section)->find("properties")->find(member);
    };
    CHECK(of("travel_budget", "share_agency").find("maximum")->as_integer() == 1);
    CHECK(of("travel_budget", "nights").find("maximum")->as_integer() == 365);
    CHECK(*of("position", "pay_plan").find_string("pattern") == "^[A-Z0-9]{2}$");
    CHECK(of("position", "pay_plan").find("examples") != nullptr);
    CHECK(*of("locality_pay", "agency_area").find_string("pattern") == "^[A-Z0-9]{2,8}$");
    CHECK(of("employee", "current_worksite").find("properties")->find("state")->find("enum")->as_array()->size() == 56);
  }
}
