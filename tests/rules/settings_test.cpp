// The configuration file: what it may hold, and where it is wrong.
#include "rules/settings.h"

#include <doctest/doctest.h>

using namespace ftt;

TEST_CASE("an empty configuration is the order as it is") {
  const Result<PolicySettings> settings = read_policy_settings("{}");
  REQUIRE(settings.has_value());
  CHECK_FALSE(settings->contact.has_value());
  CHECK(settings->calendar.is_work_day(calendar_date(2033, 1, 20)));
}

TEST_CASE("closures, Inauguration Day and the contact are read") {
  const Result<PolicySettings> settings = read_policy_settings(
      R"({"closures": ["2026-12-24"], "inauguration_day": true,
          "telework_managing_officer": {"name": "Robin Roe", "mail": "robin@agency.example"}})");
  REQUIRE(settings.has_value());
  CHECK(settings->calendar.is_closure(calendar_date(2026, 12, 24)));
  CHECK_FALSE(settings->calendar.is_work_day(calendar_date(2033, 1, 20)));
  CHECK(settings->contact->name == "Robin Roe");
}

TEST_CASE("what is wrong is named with its place") {
  struct Case {
    std::string_view json;
    std::string_view where;
  };
  for (const Case& bad :
       {Case{"[]", ""}, Case{R"({"closures": "2026-12-24"})", "/closures"},
        Case{R"({"closures": ["2026-12-24", "soon"]})", "/closures/1"},
        Case{R"({"closures": [20261224]})", "/closures/0"}, Case{R"({"inauguration_day": "yes"})", "/inauguration_day"},
        Case{R"({"closed": []})", "/closed"},
        Case{R"({"telework_managing_officer": "Robin"})", "/telework_managing_officer"},
        Case{R"({"telework_managing_officer": {"fax": "1"}})", "/telework_managing_officer/fax"},
        Case{R"({"telework_managing_officer": {"name": 1}})", "/telework_managing_officer/name"}}) {
    CAPTURE(bad.json);
    const Result<PolicySettings> settings = read_policy_settings(bad.json);
    REQUIRE_FALSE(settings.has_value());
    CHECK(settings.error().where == bad.where);
    CHECK_FALSE(settings.error().message.empty());
  }
  CHECK_FALSE(read_policy_settings("{").has_value());
}
