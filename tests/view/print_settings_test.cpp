// The settings of a print document as JSON: each member is read, and what is none is refused with its place.
#include "view/print_settings.h"

#include <doctest/doctest.h>

using namespace ftt;

TEST_SUITE("view: settings of the print document") {
  TEST_CASE("the time of printing is read, and may be left out") {
    CHECK(read_print_settings(R"({"now":"November 21, 2026, 3:04 PM EST"})")->now == "November 21, 2026, 3:04 PM EST");
    CHECK(read_print_settings("{}")->now.empty());
  }

  TEST_CASE("what is no setting is refused with its place") {
    CHECK(read_print_settings("[]").error().code == ErrorCode::wrong_type);
    CHECK(read_print_settings(R"({"now":3})").error().where == "/now");
    CHECK(read_print_settings(R"({"colour":"red"})").error().where == "/colour");
    CHECK(!read_print_settings("").has_value());
  }
}
