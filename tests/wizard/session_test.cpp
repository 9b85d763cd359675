// How the wizard behaves: when a problem is shown, what is kept, where the focus goes, what is announced.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "figures.h"
#include "form/field.h"
#include "long_text.h"
#include "packet/assess.h"
#include "packet/packet.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

TEST_SUITE("view: fields") {
  TEST_CASE("a problem is shown when the field is left, not while it is typed in, and goes when it is typed in again") {
    Person person;
    person.go_to("travel");
    person.type("travel_budget.transport", "12..3");
    CHECK(person.node("travel_budget.transport").problem.empty());
    CHECK(person.node("travel_budget.transport").value == "12..3");
    const std::vector<Effect> effects = person.leave("travel_budget.transport", "12..3");
    CHECK(!person.node("travel_budget.transport").problem.empty());
    CHECK(person.node("travel_budget.transport").value == "12..3");
    REQUIRE(find_effect(effects, EffectKind::announce) != nullptr);
    person.type("travel_budget.transport", "12.3");
    CHECK(person.node("travel_budget.transport").problem.empty());
    person.leave("travel_budget.transport", "12.3");
    CHECK(person.node("travel_budget.transport").problem.empty());
  }

  TEST_CASE("a text is left alone while it is typed, and shown as it is read when the field is left, once") {
    Person person;
    person.go_to("travel");
    person.type("travel_budget.transport", "1,200.5");
    CHECK(person.node("travel_budget.transport").value == "1,200.5");
    CHECK(person.node("travel_budget.transport").understood.empty());
    person.leave("travel_budget.transport", "1,200.5");
    CHECK(person.node("travel_budget.transport").value == "$1,200.50");
    CHECK(person.node("travel_budget.transport").understood.empty());
    person.go_to("arrangement");
    person.fill("arrangement.start", "Feb 1, 2027");
    CHECK(person.node("arrangement.start").value == "2/1/2027");
    CHECK(person.node("arrangement.start").understood == "Monday");
  }

  TEST_CASE("going through every field of a packet changes nothing of it, whatever its texts are made of") {
    for (const std::string_view action : {"incumbent", "recruit"}) {
      Packet packet;
      packet.id = "test-packet";
      for (const LeafInfo& leaf : leaves()) {
        if (leaf.kind != Kind::text && leaf.kind != Kind::long_text && leaf.kind != Kind::open_choice) continue;
        packet.answers.set(leaf.leaf, "  One\r\n two\tthre\u0065\u0301\rfour\n ");
      }
      packet.answers.set(Leaf::arrangement_action, action);
      Person person;
      person.open("packet.json", write_packet(packet, assess(all_rates(), packet.answers, {hrm_6040_2, persons_day})));
      const std::string opened = person.session.packet_json();
      REQUIRE(contains(opened, "One\\r\\n two"));
      for (const StepWords& step : all_steps()) {
        person.press(step.id);
        const Node screen = person.screen;
        for (const Node* node : nodes_of(screen)) {
          if (node->kind != NodeKind::field && node->kind != NodeKind::combo) continue;
          CAPTURE(node->id);
          CHECK(lacks(node->value, "\r"));
          if (node->input != InputType::long_text) CHECK(lacks(node->value, "\n"));
          person.leave(node->id, node->value);
          // Typed, and taken back.
          person.type(node->id, node->value + "x");
          person.fill(node->id, node->value);
        }
      }
      CHECK(person.session.packet_json() == opened);
      CHECK(person.node("actions.saved").label == "Saved to packet.json.");
    }
  }

  TEST_CASE("an address that is changed has blanks for its line breaks, as the field shows them") {
    Person person;
    person.open("packet.json", R"({"format": "telework-packet/1", "employee": {"current_worksite": {
        "address": "1800 F Street NW\r\nRoom 7B", "city": "Washington", "state": "DC"}}})");
    person.go_to("employee");
    CHECK(person.node("employee.current_worksite.address").value == "1800 F Street NW Room 7B");
    person.fill("employee.current_worksite.address", "1800 F Street NW Room 7C");
    CHECK(member(person.session.packet_json(), "employee/current_worksite/address") == "\"1800 F Street NW Room 7C\"");
  }

  TEST_CASE("on a narrow screen a pay area whose name its list cuts off stands whole below it") {
    Person person;
    type_example_a(person);
    person.go_to("pay");
    if (!person.has("locality_pay.agency_area")) person.press("pay.typed");
    const auto said = [&] { return person.node("locality_pay.agency_area").understood; };
    const std::string name = "Washington-Baltimore-Arlington, DC-MD-VA-WV-PA";
    CHECK(lacks(said(), "Found: "));
    person.session.set_width(WidthClass::narrow);
    person.read();
    CHECK(said().starts_with(concat("Found: ", name, ".")));
    person.choose("locality_pay.agency_area", "RUS");
    CHECK(lacks(said(), "Found: "));
  }

  TEST_CASE("App. A, Part D: the two worksites are named as in the questions, beside the form's items as on the form") {
    Person person;
    person.go_to("pay");
    const auto cell = [&](std::size_t row) { return person.node("pay.worksites").rows[row].cells.front(); };
    CHECK(person.node("pay.worksites").columns.front().label == "Worksite");
    CHECK(cell(0) == "Telework site");
    CHECK(cell(1) == "Office");
    person.show_references();
    CHECK(cell(0) == "D1 Requested worksite");
    CHECK(cell(1) == "D2 Agency worksite");
    person.go_to("travel");
    CHECK(person.node("travel_budget.mie").understood == "Filled in once the office is known.");
  }

  TEST_CASE("App. A, D1 and D2: a list of pay areas says what was found, or that nothing is found yet") {
    Person person;
    person.go_to("pay");
    const auto first = [&] { return person.node("locality_pay.agency_area").options.front().label; };
    CHECK(first() == "Not found yet");
    type_example_a(person);
    person.go_to("pay");
    CHECK(first().starts_with("Found: Washington"));
    person.choose("locality_pay.agency_area", "RUS");
    CHECK(first() == "Find it from the place");
  }

  TEST_CASE("three shares of 33% come to 99%, and the problem names it") {
    Person person;
    person.go_to("travel");
    for (const char* share :
         {"travel_budget.share_requested", "travel_budget.share_agency", "travel_budget.share_travel"}) {
      person.fill(share, "0.33");
    }
    const auto all = nodes_of(person.screen);
    CHECK(std::any_of(all.begin(), all.end(), [](const Node* node) {
      return node->problem == "The three shares of the time come to 99% and have to come to 100%: 1% is missing.";
    }));
  }

  TEST_CASE("E5 and E6 are filled from the table, can be overtyped, and come back when emptied") {
    Person person;
    person.go_to("employee");
    person.fill_place("position.agency_worksite", "Washington, DC");
    person.go_to("travel");
    const Node filled = person.node("travel_budget.mie");
    CHECK(filled.flags.derived);
    CHECK(!filled.value.empty());
    CHECK(filled.understood == "From the table: FY2027, District of Columbia, March (the most expensive month)");
    person.leave("travel_budget.mie", filled.value);  // looked at, not typed over
    CHECK(person.node("travel_budget.mie").flags.derived);
    person.fill("travel_budget.mie", "80");
    CHECK(!person.node("travel_budget.mie").flags.derived);
    CHECK(person.node("travel_budget.mie").understood == "The table says $92.00.");
    person.fill("travel_budget.mie", "92");
    CHECK(person.node("travel_budget.mie").understood == "This is the table's rate.");
    person.fill("travel_budget.mie", "");
    CHECK(person.node("travel_budget.mie").value == filled.value);
  }

  TEST_CASE("nights of 0 leave line 9 open until a reading is picked") {
    Person person;
    type_example_a(person);
    person.go_to("travel");
    CHECK(person.node("travel_budget.trip_cost_method").flags.derived);
    const Node& method = person.node("travel_budget.trip_cost_method");
    CHECK(contains(method.hint, "uses the form's own wording unless you choose"));
    CHECK(method.understood.empty());
    person.fill("travel_budget.nights", "0");
    CHECK(person.node("travel_budget.trip_cost_method").value.empty());
    CHECK(person.node("result.net").value == "Not known yet");
    person.choose("travel_budget.trip_cost_method", "per_night");
    CHECK(person.node("result.net").value != "Not known yet");
  }

  TEST_CASE("an answer that no longer applies is set aside, said so, and comes back") {
    Person person;
    person.go_to("arrangement");
    person.choose("arrangement.term", "short");
    person.fill("arrangement.start", "2/1/2027");
    person.fill("arrangement.end", "9/30/2027");
    person.choose("arrangement.term", "long");
    CHECK(!person.has("arrangement.end"));
    CHECK(person.node("set_aside").label ==
          "Not used, because it does not apply to the arrangement in Part A: What is the last day? "
          "\"9/30/2027\". It is kept, but not printed or counted. It comes back if you change Part A back.");
    person.choose("arrangement.term", "short");
    CHECK(!person.has("set_aside"));
    CHECK(person.node("arrangement.end").value == "9/30/2027");
  }
}

TEST_SUITE("view: places") {
  TEST_CASE("suggestions come while typing; the chosen one fills city, county and state and shows what follows") {
    Person person;
    person.go_to("employee");
    person.type("position.agency_worksite", "denver");
    REQUIRE(!person.node("position.agency_worksite").options.empty());
    person.fill_place("position.agency_worksite", "Denver, CO");
    const Node& place = person.node("position.agency_worksite");
    CHECK(place.value == "Denver, Denver County, CO");
    CHECK(place.options.empty());
    CHECK(
        place.understood ==
        "Pay area: Denver-Aurora, CO. Per diem destination: Denver / Aurora, FY2027. Parts of Denver are in Broomfield "
        "County, with another per diem: choose that one if the worksite is there.");
    CHECK(place.problem.empty());
  }

  TEST_CASE("a ZIP that is left is taken where it can mean one place only") {
    Person person;
    person.go_to("employee");
    person.fill("employee.requested_worksite", "80202");
    CHECK(person.node("employee.requested_worksite").value == "Denver, Denver County, CO");
    CHECK(person.node("employee.requested_worksite").problem.empty());
  }

  TEST_CASE("a text that may mean several places is never guessed at; written in full it is understood") {
    Person person;
    person.go_to("employee");
    person.fill("employee.requested_worksite", "Springfield");
    CHECK(!person.node("employee.requested_worksite").problem.empty());
    person.fill("employee.requested_worksite", "Boise, Ada County, ID");
    CHECK(person.node("employee.requested_worksite").value == "Boise, Ada County, ID");
    CHECK(person.node("employee.requested_worksite").problem.empty());
    CHECK(person.node("employee.requested_worksite").understood ==
          "Pay area: Rest of U.S. Taken as Ada County, where most of Boise is; the rest has the same pay area.");
  }

  TEST_CASE("a place typed before the ZIP part has come is kept, and understood once it is there") {
    Rates rates = load_rates(WithZips::no);
    Session session(rates, calendar_date(2026, 11, 21), "early", "seed");
    session.edit({"step:employee", EditAction::press, ""});
    session.edit({"employee.requested_worksite", EditAction::leave, "80202"});
    const Node before = session.view();
    CHECK(build::find(before, "employee.requested_worksite")->value == "80202");
    add_zips(rates);
    session.rates_changed();
    const Node after = session.view();
    CHECK(build::find(after, "employee.requested_worksite")->value == "Denver, Denver County, CO");
    CHECK(build::find(after, "employee.requested_worksite")->problem.empty());
  }

  TEST_CASE("a text that is no place stays as typed, with the problem and the mend") {
    Person person;
    person.go_to("employee");
    person.fill("employee.requested_worksite", "Xyzzyville");
    CHECK(person.node("employee.requested_worksite").value == "Xyzzyville");
    CHECK(!person.node("employee.requested_worksite").problem.empty());
    person.fill("employee.requested_worksite", "00000");
    CHECK(person.node("employee.requested_worksite").value == "00000");
    CHECK(!person.node("employee.requested_worksite").problem.empty());
  }

  TEST_CASE("from where it is known which counties a pay area has is said once, with the result") {
    Person person;
    type_example_a(person);
    person.go_to("pay");
    std::string all;
    for (const Node* node : nodes_of(person.screen)) all += concat(node->label, "\n", node->understood, "\n");
    CHECK(count_of(all, "is taken from the lists of 2024 and 2026") == 1);
  }

  TEST_CASE("a pay table before 2024 needs the area picked, and says why") {
    Person person;
    type_example_a(person);
    person.go_to("pay");
    person.choose("locality_pay.year", "2022");
    CHECK(person.node("locality_pay.requested_area").understood ==
          "Which counties make up a pay area is known for 2024 and later only; for 2022 pick the area from the list.");
    CHECK(person.node("result.net").value == "Not known yet");
    person.choose("locality_pay.requested_area", "RUS");
    person.choose("locality_pay.agency_area", "DCB");
    CHECK(person.node("result.net").value != "Not known yet");
  }
}

TEST_SUITE("view: going on") {
  TEST_CASE("Next with errors leads to a summary whose entries lead to the fields, and a second Next goes on") {
    Person person;
    person.go_to("travel");
    person.fill("travel_budget.transport", "1.234");
    const std::vector<Effect> first = person.press("actions.next");
    CHECK(find_effect(first, EffectKind::focus)->id == "main.errors");
    REQUIRE(person.has("main.errors"));
    CHECK(find_effect(person.press("errors:travel_budget.transport"), EffectKind::focus)->id ==
          "travel_budget.transport");
    person.press("actions.next");
    CHECK(person.node("main.heading").label == "Costs and savings");
    CHECK(person.node("step:travel").step_state == StepState::needs_attention);
    CHECK(person.node("step:travel").attention == 1);
  }

  TEST_CASE("the summary of errors lists the questions from top to bottom") {
    Person person;
    person.go_to("travel");
    for (const char* field : {"travel_budget.share_travel", "travel_budget.transport", "travel_budget.trips"}) {
      person.fill(field, "1..2");
    }
    person.press("actions.next");
    std::vector<std::string> listed;
    for (const Node& link : person.node("main.errors").children) listed.push_back(link.target);
    std::vector<std::string> on_screen;
    for (const Node* node : nodes_of(person.screen)) {
      if (std::find(listed.begin(), listed.end(), node->id) != listed.end()) on_screen.push_back(node->id);
    }
    CHECK(listed.size() == 3);
    CHECK(listed == on_screen);
  }

  TEST_CASE("what is to be put right names its form, beside the same item of another one") {
    Person person;
    for (const char* step : {"employee", "recruit_agreement", "annual_review"}) {
      person.go_to(step);
      person.fill(concat(step, ".middle_initial"), "12");
    }
    person.show_references();
    person.go_to("check");
    std::vector<std::string> named;
    for (const Node& problem : person.node("check.problems").children) {
      named.push_back(problem.label.substr(0, problem.label.find(':')));
    }
    CHECK(named ==
          std::vector<std::string>{"B1 Middle initial", "App. C, A1 Middle initial", "App. D, A1 Middle initial"});
  }

  TEST_CASE("a missing answer is no error: Next goes on at once and puts the focus on the heading") {
    Person person;
    person.go_to("arrangement");
    const std::vector<Effect> effects = person.press("actions.next");
    CHECK(find_effect(effects, EffectKind::focus)->id == "main.heading");
    CHECK(person.node("main.heading").label == "Employee and position");
  }

  TEST_CASE("a link from the result leads to the missing field on its own step") {
    Person person;
    person.go_to("travel");
    const std::vector<Effect> effects = person.press("missing:arrangement.action");
    CHECK(find_effect(effects, EffectKind::focus)->id == "arrangement.action");
    CHECK(person.has("arrangement.action"));
  }

  TEST_CASE("the result is announced once it has settled, and only when it is another one") {
    Person person;
    type_example_a(person);
    person.go_to("travel");
    CHECK(find_effect(person.type("travel_budget.trips", "5"), EffectKind::announce) == nullptr);
    const std::vector<Effect> left = person.leave("travel_budget.trips", "5");
    REQUIRE(find_effect(left, EffectKind::announce) != nullptr);
    CHECK(find_effect(left, EffectKind::announce)->content ==
          "GSA would spend $5,774 less a year: pay −$14,483, trips +$12,609, transit −$3,900.");
    CHECK(find_effect(person.leave("travel_budget.trips", "5"), EffectKind::announce) == nullptr);
  }

  TEST_CASE("what is printed or saved as a page is the packet, with how the document is to be made") {
    Person person;
    type_example_a(person);
    AgencySettings settings;
    settings.percent = PercentReading::overall;
    person.session.configure(settings);
    const std::vector<Effect> printed = person.press("banner.print");
    REQUIRE(find_effect(printed, EffectKind::print) != nullptr);
    CHECK(find_effect(printed, EffectKind::print)->content == person.session.packet_json());
    CHECK(find_effect(printed, EffectKind::print)->settings == "{}");
    person.go_to("check");
    const std::vector<Effect> saved = person.press("check.page");
    REQUIRE(find_effect(saved, EffectKind::save) != nullptr);
    CHECK(find_effect(saved, EffectKind::save)->content == person.session.packet_json());
    CHECK(find_effect(saved, EffectKind::save)->settings == "{}");
    CHECK(find_effect(person.press("check.save"), EffectKind::save)->settings.empty());
  }

  TEST_CASE("an id that is not on the screen is ignored") {
    Person person;
    const std::string before = person.session.packet_json();
    CHECK(person.fill("travel_budget.transport", "5").empty());
    CHECK(person.press("no.such.node").empty());
    CHECK(person.session.packet_json() == before);
  }
}

TEST_SUITE("view: frame") {
  TEST_CASE("the banner begins with the name of the page; then the switch of views, the first thing to come to") {
    Person person;
    const std::vector<Node>& banner = person.screen.children.front().children;
    REQUIRE(banner.size() == 4);
    CHECK(banner.at(0).label == "Full-time telework packet");
    CHECK(banner.at(1).id == "banner.edition");
    CHECK(banner.at(2).id == "banner.switch");
    const auto all = nodes_of(person.screen);
    const auto first = std::find_if(all.begin(), all.end(), [](const Node* node) { return is_interactive(*node); });
    CHECK((*first)->id == "banner.switch");
    CHECK((*first)->label == "Canvas view");
    person.session.set_canvas_view(true);
    person.read();
    CHECK(person.node("banner.switch").label == "Page view");
    CHECK(find_effect(person.press("banner.switch"), EffectKind::view) != nullptr);
  }

  TEST_CASE("Next follows the questions of the step, and the result comes behind both") {
    Person person;
    std::vector<Region> regions;
    for (const Node& region : person.screen.children) regions.push_back(region.region);
    CHECK(regions == std::vector{Region::banner, Region::steps, Region::main, Region::actions, Region::result});
  }

  TEST_CASE("in a narrower window the result is a disclosure below the heading, with the same ids") {
    Person person;
    type_example_a(person);
    person.session.set_width(WidthClass::narrow);
    person.read();
    CHECK(!person.has("region:result"));
    CHECK(person.node("region:main").children[2].id == "result.fold");
    CHECK(person.node("result.fold").label == "Result so far: GSA would spend $8,295.80 less a year");
    CHECK(!person.has("result.net"));
    person.press("result.fold");
    CHECK(person.node("result.net").value == "$8,295.80 less");
  }

  TEST_CASE("the first screen says which edition of the order is followed, and offers what works") {
    Person person;
    CHECK(person.node("start.edition").label ==
          "This tool follows GSA Order HRM 6040.2 of June 29, 2018. GSA has written newer telework orders since (in "
          "2021, 2024 and 2025), which change when full-time telework is open to someone. Check which order applies to "
          "you.");
    CHECK(person.has("start.estimate"));
    CHECK(person.has("start.packet"));
    CHECK(person.has("start.file"));
  }

  TEST_CASE("a notice of the page is shown until it is closed") {
    Person person;
    person.session.notice("The rates beside the page were refused: line 3.");
    person.read();
    CHECK(person.node("main.notice").label == "The rates beside the page were refused: line 3.");
    person.press("main.notice.close");
    CHECK(!person.has("main.notice"));
  }
}
