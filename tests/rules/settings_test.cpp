// What an agency sets: what configuration.json may hold, and where it is wrong.
#include "rules/settings.h"

#include <doctest/doctest.h>

#include "base/json_writer.h"
#include "base/text.h"

using namespace ftt;

namespace {

std::vector<std::string> places_refused(std::string_view json) {
  std::vector<std::string> places;
  for (const Error& error : read_settings(json).refused) {
    CHECK_FALSE(error.message.empty());
    places.push_back(error.where);
  }
  return places;
}

}  // namespace

TEST_SUITE("rules: what an agency sets") {
  TEST_CASE("an empty configuration is the order as it is") {
    const ReadSettings read = read_settings("{}");
    CHECK(read.refused.empty());
    CHECK_FALSE(read.settings.policy.contact.has_value());
    CHECK_FALSE(read.settings.policy.accessibility_contact.has_value());
    CHECK(read.settings.policy.calendar.is_work_day(calendar_date(2033, 1, 20)));
    CHECK(read.settings.calc().percent_reading == PercentReading::net_change);
    CHECK_FALSE(read.settings.is_shared_computer);
    CHECK(read.settings.smallest_count == 10);
    CHECK(write_json_compact(read.members) == "{}");
  }

  TEST_CASE("every member is read, and the members that hold are given back in their exact form") {
    constexpr std::string_view json =
        R"({"rates":["rates-2027.txt","tables/more.txt"],"percent":"overall","closures":["2026-12-24"],)"
        R"("inauguration_day":true,"telework_managing_officer":{"name":"Robin Roe","mail":"robin@agency.example"},)"
        R"("accessibility_contact":{"name":"Ada Example","phone":"555-0100"},)"
        R"("components":{"PBS":["Public Buildings Service"]},"smallest_count":20,"shared_computer":true,)"
        R"("hosts":["https://intranet.example","null"],"wording":"wording.txt"})";
    const ReadSettings read = read_settings(json);
    CHECK(read.refused.empty());
    CHECK(read.settings.rates == std::vector<std::string>{"rates-2027.txt", "tables/more.txt"});
    CHECK(read.settings.calc().percent_reading == PercentReading::overall);
    CHECK(read.settings.policy.calendar.is_closure(calendar_date(2026, 12, 24)));
    CHECK_FALSE(read.settings.policy.calendar.is_work_day(calendar_date(2033, 1, 20)));
    CHECK(read.settings.policy.contact->name == "Robin Roe");
    CHECK(in_one_line(*read.settings.policy.accessibility_contact) == "Ada Example · 555-0100");
    CHECK(read.settings.is_shared_computer);
    CHECK(read.settings.hosts == std::vector<std::string>{"https://intranet.example", "null"});
    CHECK(read.settings.wording == "wording.txt");
    REQUIRE(read.settings.components.size() == 1);
    CHECK(read.settings.components[0].first == "PBS");
    CHECK(read.settings.smallest_count == 20);
    CHECK(read.settings.components[0].second == std::vector<std::string>{"Public Buildings Service"});
    CHECK(write_json_compact(read.members) == json);
    CHECK(exact_settings(json).has_value());
  }

  TEST_CASE("a member that cannot be read is refused alone, with its place, and the rest holds") {
    struct Case {
      std::string_view member;
      std::string_view where;
    };
    for (const Case& bad :
         {Case{R"("closures": "2026-12-24")", "/closures"},
          Case{R"("closures": ["2026-12-24", "soon"])", "/closures/1"},
          Case{R"("closures": [20261224])", "/closures/0"},
          Case{R"("inauguration_day": "yes")", "/inauguration_day"},
          Case{R"("closed": [])", "/closed"},
          Case{R"("telework_managing_officer": "Robin")", "/telework_managing_officer"},
          Case{R"("telework_managing_officer": {"fax": "1"})", "/telework_managing_officer/fax"},
          Case{R"("telework_managing_officer": {"name": 1})", "/telework_managing_officer/name"},
          Case{R"("telework_managing_officer": {"name": "a\u0000b"})", "/telework_managing_officer/name"},
          Case{R"("accessibility_contact": "Ada")", "/accessibility_contact"},
          Case{R"("accessibility_contact": {"mail": 5})", "/accessibility_contact/mail"},
          Case{R"("rates": 5)", "/rates"},
          Case{R"("rates": "abc")", "/rates"},
          Case{R"("rates": ["a.txt", 5])", "/rates/1"},
          Case{R"("rates": ["https://other.example/rates.txt"])", "/rates/0"},
          Case{R"("rates": ["../rates.txt"])", "/rates/0"},
          Case{R"("rates": ["/rates.txt"])", "/rates/0"},
          Case{R"("rates": [""])", "/rates/0"},
          Case{R"("rates": ["a\u0000"])", "/rates/0"},
          Case{R"("wording": 1)", "/wording"},
          Case{R"("wording": "a?b")", "/wording"},
          Case{R"("components": ["PBS"])", "/components"},
          Case{R"("components": {"PBS": "Public"})", "/components/PBS"},
          Case{R"("components": {"PBS": ["Public", 3]})", "/components/PBS/1"},
          Case{R"("components": {"PBS": [" "]})", "/components/PBS/0"},
          Case{R"("components": {" ": []})", "/components/ "},
          Case{R"("smallest_count": "10")", "/smallest_count"},
          Case{R"("smallest_count": 2)", "/smallest_count"},
          Case{R"("smallest_count": 1001)", "/smallest_count"},
          Case{R"("smallest_count": 10.5)", "/smallest_count"},
          Case{R"("hosts": "https://a.example")", "/hosts"},
          Case{R"("hosts": ["https://a.example", 42])", "/hosts/1"},
          Case{R"("hosts": ["*"])", "/hosts/0"},
          Case{R"("percent": 3)", "/percent"},
          Case{R"("percent": "both")", "/percent"}}) {
      CAPTURE(bad.member);
      const std::string json =
          concat("{", bad.member, R"(, "shared_computer": false)",
                 bad.member.starts_with(R"("closures")") ? "" : R"(, "closures": ["2026-07-06"])", "}");
      CHECK(places_refused(json) == std::vector<std::string>{std::string(bad.where)});
      const ReadSettings read = read_settings(json);
      CHECK_FALSE(read.is_refused_whole);
      CHECK_FALSE(read.settings.is_shared_computer);
      CHECK(exact_settings(json).error().where == bad.where);
      // What holds is good by itself.
      CHECK(exact_settings(write_json_compact(read.members)).has_value());
    }
    CHECK(read_settings(R"({"closures": ["2026-12-24", "soon"]})")
              .settings.policy.calendar.is_closure(calendar_date(2026, 12, 24)));
    CHECK(read_settings(R"({"hosts": [42, "https://a.example"]})").settings.hosts ==
          std::vector<std::string>{"https://a.example"});
    CHECK(places_refused(R"({"rates": 5, "percent": "overall", "hosts": 1})") ==
          std::vector<std::string>{"/rates", "/hosts"});
  }

  TEST_CASE("a file that cannot be read is refused as a whole, and nothing of it holds") {
    for (const std::string_view json :
         {"{", "[]", "<!doctype html>", "", R"({"shared_computer": true, "percent": "overall", "percent": "overall"})",
          R"({"closures": ["2026-12-24"], "x": 1e999})", R"({"hosts": ["\ud800"]})"}) {
      CAPTURE(json);
      const ReadSettings read = read_settings(json);
      CHECK(read.refused.size() == 1);
      CHECK(read.is_refused_whole);
      CHECK(write_json_compact(read.members) == "{}");
    }
  }

  TEST_CASE("whether a computer is shared is true or false, and else refused") {
    CHECK(read_settings(R"({"shared_computer": true})").settings.is_shared_computer);
    CHECK_FALSE(read_settings(R"({"shared_computer": false})").settings.is_shared_computer);
    for (const std::string_view value : {"\"yes\"", "null", "1", "\"true\""}) {
      CHECK(places_refused(concat("{\"shared_computer\": ", value, "}")) ==
            std::vector<std::string>{"/shared_computer"});
    }
  }

  TEST_CASE("an origin that is written in another way is understood, or refused with the mend") {
    const auto understood = [](std::string_view text) { return read_origin(text).value_or("refused"); };
    CHECK(understood("https://intranet.example") == "https://intranet.example");
    CHECK(understood("HTTPS://Intranet.Example/") == "https://intranet.example");
    CHECK(understood(" https://intranet.example:443 ") == "https://intranet.example");
    CHECK(understood("http://intranet.example:80/") == "http://intranet.example");
    CHECK(understood("https://intranet.example:8443") == "https://intranet.example:8443");
    CHECK(understood("https://[::1]:8080") == "https://[::1]:8080");
    CHECK(understood("NULL") == "null");
    const auto mend = [](std::string_view text) { return read_origin(text).error().message; };
    CHECK(mend("https://intranet.example/forms/index.html") ==
          "\"https://intranet.example/forms/index.htm…\" is not the origin of a site: it names a page; write only the "
          "site, https://intranet.example.");
    CHECK(mend("intranet.example") ==
          "\"intranet.example\" is not the origin of a site: write https://intranet.example.");
    for (const std::string_view named : {"https://\u00e9.example", "\u00e9.example", "https://\u00e9.example:8443/"}) {
      CAPTURE(named);
      CHECK(mend(named) ==
            concat(in_quotes(named),
                   " is not the origin of a site: write its name in the ASCII form that begins with xn--, which who "
                   "runs the site knows: https://xn--bcher-kva.example is that of https://bücher.example."));
    }
    CHECK(understood("https://xn--bcher-kva.example") == "https://xn--bcher-kva.example");
    CHECK(mend("https://user@a.example") ==
          "\"https://user@a.example\" is not the origin of a site: write it as the browser's address bar shows it, for "
          "example https://intranet.example.");
    CHECK(mend("intranet.example/\u00e9") ==
          "\"intranet.example/\u00e9\" is not the origin of a site: write it as the browser's address bar shows it, "
          "for example https://intranet.example.");
    CHECK(mend("*") ==
          "\"*\" is not the origin of a site: a * would let in sites that nobody has named; write each site that may "
          "embed the wizard.");
    CHECK(mend("https://*.agency.example") ==
          "\"https://*.agency.example\" is not the origin of a site: a * would let in sites that nobody has named; "
          "write each site that may embed the wizard.");
    for (const std::string_view bad :
         {"", "https://", "https://a..example", "https://user@a.example", "https://a.example:0", "https://a.example:x",
          "https://a.example:99999", "file:///c/page.html",
          "https://b\xc3\xbc"
          "cher.example",
          "https://a b.example", "data:text/html,x", "42", "https://[::1"}) {
      CAPTURE(bad);
      CHECK_FALSE(read_origin(bad).has_value());
    }
  }
}
