// The estimate is real: its answer, what it assumes and where that is marked, its text, page and boise_link, and that
// no step, file or reload loses it (App. A, Parts B to F).
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "long_text.h"
#include "packet/packet.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

constexpr std::string_view boise_answer =
    "GSA would spend $11,167 less a year: pay −$17,395, trips +$9,588, transit −$3,360.";
constexpr std::string_view boise_link =
    "#estimate=1;from=Boise,Ada+County,ID;office=Washington,District+of+Columbia,DC;grade=13;step=5;trips=6;nights=2;"
    "fare=412;transit=3360;end";

void answer_six(Person& person) {
  person.press("start.estimate");
  person.fill("employee.requested_worksite", "Boise, Ada County, ID");
  person.fill("position.agency_worksite", "Washington, District of Columbia, DC");
  person.fill("position.grade", "13");
  person.fill("position.step", "5");
  person.fill("travel_budget.trips", "6");
  person.fill("travel_budget.nights", "2");
  person.fill("travel_budget.transport", "412");
  person.fill("additional.transit_savings", "3360");
}

std::string panel(const Person& person) {
  const Node& figure = person.node("result.net");
  return concat(figure.label, " ", figure.value, ": ", figure.detail);
}

std::vector<std::string> missing(const Person& person) {
  std::vector<std::string> fields;
  if (!person.has("result.missing")) return fields;
  for (const Node& link_to : person.node("result.missing").children) fields.push_back(link_to.target);
  return fields;
}

std::vector<Effect> open_link(Person& person, std::string_view fragment) {
  std::vector<Effect> effects = person.session.open_link(fragment);
  person.read();
  return effects;
}

}  // namespace

TEST_SUITE("wizard: estimate") {
  TEST_CASE("it asks for a few things, and lists exactly what it lacks in their order") {
    Person person;
    CHECK(contains(person.node("start.estimate").detail, "Answer a few questions"));
    person.press("start.estimate");
    CHECK(contains(person.node("main.why").label, "Answer a few questions"));
    const std::vector<std::string> all = {
        "employee.requested_worksite", "position.agency_worksite", "position.grade",         "position.step",
        "travel_budget.trips",         "travel_budget.nights",     "travel_budget.transport"};
    CHECK(missing(person) == all);
    CHECK(person.node("result.missing").label == "Still missing");
    person.fill("position.grade", "13");
    std::vector<std::string> lacking = all;
    lacking.erase(lacking.begin() + 2);
    CHECK(missing(person) == lacking);
    answer_six(person);
    CHECK(missing(person).empty());
    person.fill("additional.transit_savings", "some");
    CHECK(missing(person) == std::vector<std::string>{"additional.transit_savings"});
    CHECK(person.node("result.missing").label == "Missing or to correct");
    CHECK(panel(person) ==
          "What GSA would spend Not known yet: Transit cannot be calculated yet. So far: pay −$17,395, trips +$9,588.");
  }

  TEST_CASE("its answer is one sentence, in the panel, at its end, and on every further step") {
    Person person;
    answer_six(person);
    CHECK(panel(person) == "In a year GSA would spend $11,167 less: Pay −$17,395, trips +$9,588, transit −$3,360");
    CHECK(person.node("result.net").tone == Tone::plain);
    CHECK(person.node("answer").label == boise_answer);
    CHECK(person.node("answer.salaries").label == "Your pay at Boise: $120,629; at Washington: $138,024.");
    CHECK(contains(person.node("answer.justification").label, "a written justification is still needed"));
    for (const char* step : {"eligibility", "employee", "travel", "result", "check"}) {
      CAPTURE(step);
      person.go_to(step);
      if (std::string_view(step) != "eligibility") CHECK(person.node("result.net").value == "$11,167 less");
    }
    person.press("actions.back");
    CHECK(person.node("result.salaries").label == "Pay at Boise: $120,629; at Washington: $138,024.");
  }

  TEST_CASE("below 1,024 px the step of the result begins with the large figure") {
    Person person;
    answer_six(person);
    person.session.set_width(WidthClass::narrow);
    person.go_to("result");
    CHECK(person.node("answer").kind == NodeKind::figure);
    CHECK(person.node("answer").value == "$11,167 less");
    CHECK_FALSE(person.has("result.net"));
    person.press("result.fold");
    CHECK_FALSE(person.has("result.net"));  // it stands above
    CHECK(person.has("result.bars"));
    person.go_to("travel");
    CHECK(person.node("result.fold").label == "Result so far: GSA would spend $11,167 less a year");
  }

  TEST_CASE(
      "what it assumes goes along as answers, marked on their steps and beside every step until confirmed or typed "
      "over") {
    Person person;
    answer_six(person);
    CHECK(person.node("assumed").children.size() == 3);
    person.go_to("result");
    CHECK(person.node("assumed:position.pay_plan").target == "position.pay_plan");
    person.press("assumed:position.pay_plan");
    CHECK(person.node("position.pay_plan").value == "GS");
    CHECK(contains(person.node("position.pay_plan").understood, "Filled in because most positions are GS."));
    person.go_to("travel");
    CHECK(contains(person.node("travel_budget.extra").understood, "Assumed for the estimate: change it if"));
    CHECK_FALSE(person.has("warning:travel_budget.extra"));
    person.fill("travel_budget.extra", "0");
    CHECK(lacks(person.node("travel_budget.extra").understood, "Assumed"));
    CHECK_FALSE(person.has("assumed:travel_budget.extra"));
    CHECK(person.node("assumed.confirm").label == "Confirm what is assumed");
    person.press("assumed.confirm");
    CHECK_FALSE(person.has("assumed"));
    person.go_to("employee");
    CHECK(person.node("position.pay_plan").value == "GS");
    CHECK(lacks(person.node("position.pay_plan").understood, "Assumed"));
  }

  TEST_CASE("saved and opened again it has the figure and the marks; kept and resumed too") {
    Person person;
    answer_six(person);
    const std::vector<Effect> saved = person.press("banner.save");
    const Effect* file = find_effect(saved, EffectKind::save);
    REQUIRE(file != nullptr);
    CHECK(contains(file->content, "\"assumed\": [\n    \"position.pay_plan\",\n    \"travel_budget.extra\"\n  ]"));
    Person other;
    other.open("packet.json", file->content);
    CHECK(other.node("result.net").value == "$11,167 less");
    CHECK(other.has("assumed:position.pay_plan"));
    CHECK_FALSE(other.session.snapshot().is_unsaved);
    const Snapshot kept = person.session.snapshot();
    Person again;
    REQUIRE(again.session.resume(kept.packet, kept.whereabouts).has_value());
    again.read();
    CHECK(again.node("answer").label == boise_answer);
    CHECK(again.has("assumed:travel_budget.extra"));
  }

  TEST_CASE("a packet out of a file is not changed by looking at its estimate, only by answering there") {
    Person person;
    person.open("packet.json", R"({"format": "telework-packet/1", "id": "x", "position": {"grade": 13}})");
    person.go_to("estimate");
    CHECK_FALSE(person.session.snapshot().is_unsaved);
    CHECK_FALSE(person.has("assumed"));
    person.fill("position.step", "5");
    CHECK(person.has("assumed:position.pay_plan"));
  }

  TEST_CASE("App. A, Part E, line 7: what was assumed and is emptied stays so, also on the estimate and kept") {
    Person person;
    answer_six(person);
    person.go_to("travel");
    person.fill("travel_budget.extra", "");
    person.go_to("estimate");
    person.fill("travel_budget.trips", "5");
    CHECK(member(person.session.packet_json(), "travel_budget/extra").empty());
    Person again;
    REQUIRE(again.session.resume(person.session.packet_json(), person.session.whereabouts()).has_value());
    again.read();
    again.fill("travel_budget.trips", "4");
    CHECK(member(again.session.packet_json(), "travel_budget/extra").empty());
  }

  TEST_CASE("a packet that is more than an estimate is not changed by looking at its estimate") {
    Person person;
    person.go_to("travel");
    person.fill("travel_budget.trips", "4");
    person.go_to("employee");
    person.fill("position.title", "Program Analyst");
    const std::string before = person.session.packet_json();
    person.go_to("estimate");
    CHECK(person.session.packet_json() == before);
    person.fill("travel_budget.nights", "2");
    CHECK(contains(member(person.session.packet_json(), "assumed"), "travel_budget.extra"));
  }

  TEST_CASE("0 nights ask on the spot how trips are counted") {
    Person person;
    answer_six(person);
    CHECK(person.node("travel_budget.trip_cost_method").options[0].detail ==
          "Counts the $412 fare, hotel, meals and other costs twice, for each of 6 trips: $9,588 a year.");
    CHECK(person.node("travel_budget.trip_cost_method").options[1].label == "Fare once a trip");
    CHECK(lacks(person.node("count.why").label, "form's own wording"));  // as the question itself says
    person.fill("travel_budget.nights", "0");
    CHECK(missing(person) == std::vector<std::string>{"travel_budget.trip_cost_method"});
    CHECK(person.node("count.why").label.find("With 0 nights the form's line 9 comes to zero") == 0);
    person.choose("travel_budget.trip_cost_method", "per_diem");
    CHECK(missing(person).empty());
    CHECK(person.node("answer").label.find("GSA would spend $") == 0);
    CHECK(person.has("travel_budget.trip_cost_method"));
  }

  TEST_CASE("impossible figures are asked back on it") {
    Person person;
    answer_six(person);
    person.fill("additional.transit_savings", "33600");
    CHECK(contains(person.node("warning:additional.transit_savings").label, "$340 a month"));
    person.fill("travel_budget.transport", "-412");
    CHECK(contains(person.node("warning:travel_budget.transport").label, "is below 0"));
  }

  TEST_CASE("it prints as one page, also by the banner while it is on the screen") {
    Person person;
    answer_six(person);
    for (const char* button : {"estimate.print", "banner.print"}) {
      const std::vector<Effect> effects = person.press(button);
      REQUIRE(find_effect(effects, EffectKind::print) != nullptr);
      CHECK(find_effect(effects, EffectKind::print)->settings == R"({"parts":["estimate"]})");
    }
    person.go_to("result");
    const std::vector<Effect> effects = person.press("banner.print");
    CHECK(find_effect(effects, EffectKind::print)->settings == "{}");
  }

  TEST_CASE("it copies as text with all that the page has, and says so once it lies on the clipboard") {
    Person person;
    answer_six(person);
    person.go_to("employee");
    person.fill("employee.last_name", "Rivera");
    person.go_to("estimate");
    const std::vector<Effect> effects = person.press("estimate.copy");
    const Effect* copy = find_effect(effects, EffectKind::copy);
    REQUIRE(copy != nullptr);
    CHECK(contains(copy->content, boise_answer));
    CHECK(lacks(copy->content, "Rivera"));
    for (const char* part :
         {"Your pay at Boise: $120,629; at Washington: $138,024.", "- Grade and step: GS-13, step 5",
          "- Transit subsidy that ends: $3,360 a year", "What was assumed",
          "- Fare once a trip: Counts the $412 fare and other costs once", "GSA would spend $13,639 less a year.",
          "General Schedule", "Estimated on November 21, 2026.", "the order governs"}) {
      CAPTURE(part);
      CHECK(contains(copy->content, part));
    }
    person.session.copied("estimate.copy");
    person.read();
    CHECK(person.node("estimate.copied").label == "The text is copied.");
    person.fill("travel_budget.trips", "7");
    CHECK(lacks(person.node("estimate.copied").label, "copied"));
  }

  TEST_CASE("its link opens as the same estimate, and leaves the address") {
    Person person;
    answer_six(person);
    const std::vector<Effect> effects = person.press("estimate.link");
    const Effect* copy = find_effect(effects, EffectKind::copy);
    REQUIRE(copy != nullptr);
    CHECK(copy->content == boise_link);
    Person other;
    const std::vector<Effect> opened = open_link(other, copy->content);
    REQUIRE(find_effect(opened, EffectKind::address) != nullptr);
    CHECK(find_effect(opened, EffectKind::address)->content.empty());
    CHECK(other.node("main.heading").label == "Estimate a cost");
    CHECK(other.node("answer").label == boise_answer);
    CHECK(other.has("assumed:position.pay_plan"));
    CHECK(other.session.snapshot().is_unsaved);
  }

  TEST_CASE("a link opened over unsaved work asks first, and either answer keeps what it says") {
    Person person;
    person.go_to("employee");
    person.fill("employee.last_name", "Rivera");
    open_link(person, boise_link);
    CHECK(contains(person.node("open.ask").label, "Open the estimate in the link and replace them?"));
    CHECK(person.node("employee.last_name").value == "Rivera");
    CHECK_FALSE(person.has("open.compare"));
    person.press("open.keep");
    CHECK(person.node("employee.last_name").value == "Rivera");
    open_link(person, boise_link);
    person.press("open.replace");
    CHECK(person.node("answer").label == boise_answer);
    // The same link again: it is here already.
    open_link(person, boise_link);
    CHECK_FALSE(person.has("open.ask"));
  }

  TEST_CASE("a link that is broken says what is wrong and loses nothing; another end of an address is none") {
    Person person;
    answer_six(person);
    const std::string before = person.session.packet_json();
    open_link(person, boise_link.substr(0, boise_link.size() - 9));
    CHECK(
        person.node("open.failed").label ==
        "The link to an estimate was not opened. Your answers have not changed. The end of the link is missing. Ask "
        "for the link "
        "again, or type the answers.");
    CHECK(person.session.packet_json() == before);
    CHECK(open_link(person, "#step/travel").empty());
    CHECK(open_link(person, "#").empty());
  }

  TEST_CASE("in somebody else's page there is no link to copy, and the page around is given text and link") {
    Person person;
    answer_six(person);
    REQUIRE(person.session.set_surroundings(R"({"is_embedded": true})").has_value());
    person.read();
    CHECK_FALSE(person.has("estimate.link"));
    CHECK(person.has("estimate.copy"));
    CHECK(contains(person.session.estimate_json(), concat("\"link\":\"", boise_link, "\"")));
  }

  TEST_CASE("opened from a file there is no link to copy, since its address leads nobody else here, and that is said") {
    Person person;
    answer_six(person);
    CHECK(person.has("estimate.link"));
    REQUIRE(person.session.set_surroundings(R"({"is_file": true})").has_value());
    person.read();
    CHECK_FALSE(person.has("estimate.link"));
    CHECK(person.has("estimate.copy"));
    CHECK(contains(person.node("estimate.copied").label, "You opened this form from a file, so there is no link"));
  }

  TEST_CASE("members that answer the six from outside make the figure at once") {
    Person person;
    REQUIRE(person.session.go_to("estimate").has_value());
    const Result<std::vector<Effect>> given = person.session.prefill(
        R"({"position": {"grade": 13, "step": 5, "agency_worksite": {"city": "Washington", "county": "District of Columbia", "state": "DC"}},
            "employee": {"requested_worksite": {"city": "Boise", "county": "Ada County", "state": "ID"}},
            "travel_budget": {"trips": 6, "nights": "2", "transport": "412.00"}, "additional": {"transit_savings": "3360.00"}})");
    REQUIRE(given.has_value());
    person.read();
    CHECK(person.node("answer").label == boise_answer);
  }
}
