// What if: what is tried shows beside the packet and never gets into it.
#include "wizard/state/what_if.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "form/place.h"
#include "packet/packet.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

struct Trying : Person {
  Trying() {
    type_example_a(*this);
    go_to("result");
    before = session.packet_json();
  }
  const std::string& cell(std::size_t row, std::size_t column) const {
    return node("what_if.table").rows.at(row).cells.at(column);
  }
  std::string before;
};

}  // namespace

TEST_SUITE("view: what if") {
  TEST_CASE("nothing tried: both columns say the same") {
    const Trying person;
    REQUIRE(person.node("what_if.table").rows.size() == 5);
    CHECK(person.node("what_if.table").rows[4].cells ==
          std::vector<std::string>{"Break-even, in trips a year", "7", "7", "0"});
    CHECK(person.cell(0, 1) == "−$14,483.00");
    CHECK(person.cell(1, 1) == "$10,087.20");
    CHECK(person.cell(2, 1) == "−$3,900.00");
    CHECK(person.cell(3, 1) == "−$8,295.80");
    for (std::size_t row = 0; row < 4; ++row) {
      CHECK(person.cell(row, 1) == person.cell(row, 2));
      CHECK(person.cell(row, 3) == "$0.00");
    }
  }

  TEST_CASE("nothing answered: neither number of trips is known yet, nor their difference") {
    Person person;
    person.go_to("result");
    CHECK(person.node("what_if.table").rows.back().cells ==
          std::vector<std::string>{"Break-even, in trips a year", "not known yet", "not known yet", "not known yet"});
  }

  TEST_CASE("what is tried is told from what is answered") {
    const Trying person;
    for (const char* field :
         {"what_if.place", "what_if.trips", "what_if.nights", "what_if.transport", "what_if.method"}) {
      CAPTURE(field);
      CHECK(person.node(field).label.ends_with(" to try"));
    }
    CHECK(person.node("what_if.reset").label == "Clear the what-if figures");
  }

  TEST_CASE("other trips change travel and the net, as they are typed, and the picture marks them") {
    Trying person;
    person.type("what_if.trips", "6");
    CHECK(person.cell(1, 2) == "$15,130.80");
    CHECK(person.cell(1, 3) == "$5,043.60");
    CHECK(person.cell(3, 2) == "−$3,252.20");
    CHECK(person.cell(3, 1) == "−$8,295.80");
    const Node& picture = person.node("result.trips");
    REQUIRE(picture.marks.size() == 3);
    CHECK(picture.marks[2].label == "What if: 6");
    CHECK(picture.marks[2].at == ChartPoint{6, -325'220});
    CHECK(person.session.packet_json() == person.before);
    const std::vector<Effect> said = person.leave("what_if.trips", "6");
    REQUIRE(!said.empty());
    CHECK(said.back().content == "What if: GSA would spend $3,252.20 less a year.");
  }

  TEST_CASE("another place changes the pay difference alone, also over an area that was picked by hand") {
    Trying person;
    person.fill_place("what_if.place", "Denver, CO");
    CHECK(person.cell(0, 2) != person.cell(0, 1));
    CHECK(person.cell(0, 2) != "not known yet");
    CHECK(person.cell(1, 3) == "$0.00");
    CHECK(person.node("result.net").value == "$8,295.80 less");
    const std::string denver = person.cell(0, 2);
    person.go_to("pay");
    person.choose("locality_pay.requested_area", person.node("locality_pay.requested_area").options.back().value);
    person.go_to("result");
    CHECK(person.cell(0, 2) == denver);
  }

  TEST_CASE("another reading changes travel, and as answered is the way back") {
    Trying person;
    person.choose("what_if.method", "extras_only");
    CHECK(person.cell(1, 2) == "$3,842.40");
    CHECK(person.cell(3, 3) == "−$6,244.80");
    person.choose("what_if.method", "no such reading");
    CHECK(person.cell(1, 2) == "$3,842.40");
    person.choose("what_if.method", "");
    CHECK(person.cell(1, 2) == person.cell(1, 1));
  }

  TEST_CASE("a bad entry says so in its place and is not tried") {
    Trying person;
    for (const char* bad : {"25", "-1", "2.5", "many", "99999999999999999999"}) {
      CAPTURE(bad);
      person.type("what_if.trips", bad);
      CHECK(person.node("what_if.trips").problem.empty());
      person.leave("what_if.trips", bad);
      CHECK(person.node("what_if.trips").problem ==
            concat("\"", bad, "\" cannot be tried. Write a whole number from 0 to 24."));
      CHECK(person.node("what_if.trips").value == bad);
      CHECK(person.cell(1, 2) == person.cell(1, 1));
    }
    person.fill("what_if.trips", "0");
    CHECK(person.node("what_if.trips").problem.empty());
    CHECK(person.cell(1, 2) == "$0.00");
    person.fill("what_if.trips", "");
    CHECK(person.cell(1, 2) == "$10,087.20");
    person.fill("what_if.place", "Nowhere, Nowhere County, ZZ");
    CHECK_FALSE(person.node("what_if.place").problem.empty());
    CHECK(person.cell(0, 2) == person.cell(0, 1));
  }

  TEST_CASE("nights and fare can be tried as people type them, and what cannot be read says how") {
    Trying person;
    person.fill("what_if.transport", "$100");
    CHECK(person.node("what_if.transport").value == "$100.00");
    CHECK(person.cell(1, 2) != person.cell(1, 1));
    const std::string with_fare = person.cell(1, 2);
    person.fill("what_if.nights", "1.5");
    CHECK(person.cell(1, 2) != with_fare);
    for (const char* bad : {"-412", "much"}) {
      person.fill("what_if.transport", bad);
      CHECK(person.node("what_if.transport").problem.ends_with("Write an amount of dollars, for example $412.60."));
    }
    for (const char* bad : {"-1", "some"}) {
      person.fill("what_if.nights", bad);
      CHECK(person.node("what_if.nights").problem.ends_with("Write the nights as a number, for example 3 or 2.5."));
    }
    CHECK(person.cell(1, 2) == person.cell(1, 1));
    CHECK(person.session.packet_json() == person.before);
  }

  TEST_CASE("0 nights ask on the spot how trips are counted") {
    Trying person;
    person.fill("what_if.nights", "0");
    CHECK(person.node("what_if.method").problem == "With 0 nights, choose how trips are counted.");
    person.choose("what_if.method", "per_night");
    CHECK(person.node("what_if.method").problem.empty());
    CHECK(person.cell(1, 2) != "not known yet");
  }

  TEST_CASE("what is tried can be used in the packet, and Undo takes it back whole") {
    Trying person;
    CHECK_FALSE(person.has("what_if.take"));
    person.fill("what_if.trips", "6");
    person.fill("what_if.nights", "2");
    person.fill("what_if.transport", "500");
    person.fill_place("what_if.place", "Denver, CO");
    const std::string tried = person.cell(3, 2);
    const std::vector<Effect> effects = person.press("what_if.take");
    REQUIRE(effects.size() >= 2);
    CHECK(effects[0].kind == EffectKind::focus);
    CHECK(person.has(effects[0].id));
    CHECK(effects[1].content == "The packet has these figures now. Use Undo to take them back.");
    CHECK(person.cell(3, 1) == tried);
    CHECK(person.cell(3, 2) == tried);
    CHECK(person.node("what_if.trips").value.empty());
    CHECK_FALSE(person.has("what_if.take"));
    CHECK(person.session.packet_json() != person.before);
    person.press("banner.undo");
    CHECK(person.session.packet_json() == person.before);
    CHECK(person.node("what_if.trips").value == "6");
    CHECK(person.cell(3, 2) == tried);
    CHECK(person.cell(3, 1) == "−$8,295.80");
  }

  TEST_CASE(
      "App. A, B3: with another place that is used the street of the one before goes, or is the one typed with it") {
    const auto street = [](const Person& person) {
      return read_packet(person.session.packet_json())->packet.answers.text(requested_worksite.address);
    };
    Trying person;
    person.go_to("employee");
    person.fill("employee.requested_worksite.address", "1 Oak Street");
    person.go_to("result");
    person.fill("what_if.trips", "6");
    person.press("what_if.take");
    CHECK(street(person) == "1 Oak Street");
    person.fill_place("what_if.place", "Denver, CO");
    person.press("what_if.take");
    CHECK(street(person).empty());
    person.press("banner.undo");
    CHECK(street(person) == "1 Oak Street");
    person.press("what_if.reset");
    person.fill("what_if.place", "7 Elm Street, Denver, CO 80202");
    person.press("what_if.take");
    CHECK(street(person) == "7 Elm Street");
  }

  TEST_CASE("cleared, it is as answered again, and says the untouched figures") {
    Trying person;
    person.fill("what_if.trips", "12");
    person.fill_place("what_if.place", "Denver, CO");
    person.choose("what_if.method", "per_night");
    person.fill("what_if.trips", "bad");
    const std::vector<Effect> effects = person.press("what_if.reset");
    REQUIRE(!effects.empty());
    CHECK(effects.front().kind == EffectKind::focus);
    CHECK(person.has(effects.front().id));
    for (const char* field :
         {"what_if.trips", "what_if.nights", "what_if.transport", "what_if.place", "what_if.method"}) {
      CHECK(person.node(field).value.empty());
      CHECK(person.node(field).problem.empty());
    }
    for (std::size_t row = 0; row < 4; ++row) CHECK(person.cell(row, 1) == person.cell(row, 2));
    CHECK(person.node("result.trips").marks.size() == 2);
  }

  TEST_CASE("the packet is the same byte for byte, and not changed, whatever is tried") {
    Trying person;
    const std::string saved_words = person.node("actions.saved").label;
    person.fill("what_if.trips", "24");
    person.fill("what_if.trips", "bad");
    person.fill_place("what_if.place", "Honolulu, HI");
    person.choose("what_if.method", "per_diem");
    CHECK(person.session.packet_json() == person.before);
    CHECK(person.node("actions.saved").label == saved_words);
    const std::vector<Effect> saved = person.press("banner.save");
    REQUIRE(!saved.empty());
    CHECK(saved.front().content == person.before);
  }

  TEST_CASE("it can be tried on a packet that is read only, and goes with the packet it was tried on") {
    Trying person;
    person.press("banner.save");
    person.fill("what_if.trips", "24");
    person.open("other.json", person.before);
    person.go_to("result");
    CHECK(person.node("what_if.trips").value.empty());
    CHECK(person.cell(3, 1) == person.cell(3, 2));
  }
}
