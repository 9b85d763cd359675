// A sample packet at the wizard: marked on every step, in its files and in what is begun from it, and never over a
// person's own work.
#include <doctest/doctest.h>

#include "base/text.h"
#include "long_text.h"
#include "packet/packet.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

std::string sample() {
  Person person;
  type_example_a(person);
  std::string packet = person.session.packet_json();
  const std::size_t order = packet.find("  \"arrangement\"");
  REQUIRE(order != std::string::npos);
  packet.insert(order, "  \"sample\": true,\n");
  return packet;
}

bool is_sample(const Person& person) {
  const Result<OpenedPacket> opened = read_packet(person.session.packet_json());
  REQUIRE(opened.has_value());
  return opened->packet.is_sample;
}

}  // namespace

TEST_SUITE("view: a sample packet") {
  TEST_CASE("Start offers it and the worked cases; the page opens them") {
    Person person;
    CHECK(find_effect(person.press("sample.open"), EffectKind::sample) != nullptr);
    CHECK(find_effect(person.press("cases.open"), EffectKind::cases) != nullptr);
    person.press("banner.help");
    CHECK(find_effect(person.press("help.cases"), EffectKind::cases) != nullptr);
    CHECK(faults_of(person.screen).empty());
  }

  TEST_CASE("Start and Help lead to the accessibility statement; the page opens it") {
    Person person;
    CHECK(find_effect(person.press("accessibility.open"), EffectKind::accessibility) != nullptr);
    person.press("banner.help");
    CHECK(find_effect(person.press("help.accessibility"), EffectKind::accessibility) != nullptr);
  }

  TEST_CASE("each step says so in its title and beside it, in every width; Check says it first") {
    Person person;
    person.open("sample.json", sample());
    CHECK(person.has("check.sample"));
    for (const WidthClass width : {WidthClass::wide, WidthClass::medium, WidthClass::narrow}) {
      person.session.set_width(width);
      for (const StepWords& step : all_steps()) {
        CAPTURE(step.id);
        person.read();
        if (!person.has(step.id)) continue;
        person.press(step.id);
        CHECK(person.screen.label.starts_with("Sample: "));
        CHECK(person.node("banner.edition").label.starts_with("Sample"));
        CHECK(person.has("result.sample") != person.has("main.sample"));
        CHECK(faults_of(person.screen).empty());
      }
    }
    Person own;
    type_example_a(own);
    own.go_to("check");
    CHECK(!own.screen.label.starts_with("Sample"));
    for (const char* id : {"check.sample", "result.sample", "main.sample"}) CHECK(!own.has(id));
  }

  TEST_CASE("over unsaved work it asks, and keeping mine leaves no mark") {
    Person person;
    type_example_a(person);
    person.open("sample.json", sample());
    REQUIRE(person.has("open.ask"));
    person.press("open.keep");
    CHECK(!is_sample(person));
    person.open("sample.json", sample());
    person.press("open.replace");
    CHECK(is_sample(person));
  }

  TEST_CASE("looked at it is nobody's work, which is not kept; changed it is, under its own name") {
    Person person;
    person.open("sample.json", sample());
    CHECK(!person.session.snapshot().has_work);
    CHECK(person.session.snapshot().name.starts_with("Sample: "));
    person.go_to("travel");
    person.fill("travel_budget.trips", "9");
    CHECK(person.session.snapshot().has_work);
  }

  TEST_CASE("its files and its copy without names carry the mark, in the name of the file too") {
    Person person;
    person.open("sample.json", sample());
    const std::vector<Effect> saved = person.press("check.save");
    const Effect* file = find_effect(saved, EffectKind::save);
    REQUIRE(file != nullptr);
    CHECK(contains(file->name, "-sample"));
    CHECK(contains(file->content, "\"sample\": true"));
    person.choose("check.redacted", "yes");
    const std::vector<Effect> copied = person.press("check.save");
    const Effect* copy = find_effect(copied, EffectKind::save);
    REQUIRE(copy != nullptr);
    CHECK(contains(copy->name, "-sample-redacted"));
    CHECK(contains(copy->content, "\"sample\": true"));
  }

  TEST_CASE("its estimate says so below its title, as text and to a page around it; no other estimate does") {
    const auto says_so = [](Person& person) {
      person.go_to("estimate");
      const std::string copied = find_effect(person.press("estimate.copy"), EffectKind::copy)->content;
      const bool is_marked =
          copied.starts_with("Estimate of full-time telework\n\nSample: invented person, not a request.\n\n");
      if (is_marked) {
        CHECK(contains(person.session.estimate_json(), "Sample: invented person"));
      } else {
        CHECK(lacks(person.session.estimate_json(), "Sample"));
        CHECK(lacks(copied, "Sample"));
      }
      return is_marked;
    };
    Person person;
    person.open("sample.json", sample());
    CHECK(says_so(person));
    Person own;
    type_example_a(own);
    CHECK(!says_so(own));
  }

  TEST_CASE("what is begun from it keeps the mark; starting over loses it") {
    Person from;
    from.open("sample.json", sample());
    from.press("anew");
    from.choose("anew.name", "yes");
    from.press("anew.begin");
    CHECK(is_sample(from));
    Person review;
    review.press("start.review");
    review.open_in("review.file", "sample.json", sample());
    CHECK(is_sample(review));
    Person over;
    over.open("sample.json", sample());
    over.press("kept.anew");
    CHECK(!is_sample(over));
  }

  TEST_CASE(
      "a packet of your own takes its place at once while it is only looked at; what was changed is asked about") {
    Person person;
    person.open("sample.json", sample());
    person.go_to("travel");
    person.fill("travel_budget.trips", "9");
    person.go_to("check");
    const std::string before = person.session.packet_json();
    CHECK(person.press("kept.anew").front().id == "another.ask");
    CHECK(person.node("another.ask").label ==
          "You have answers that are not saved to a file. Start a new packet and replace them?");
    CHECK(person.session.packet_json() == before);
    person.press("another.keep");
    CHECK(!person.has("another.ask"));
    CHECK(person.session.packet_json() == before);
    person.press("kept.anew");
    person.press("another.begin");
    CHECK(!is_sample(person));
    CHECK(!person.has("another.ask"));
    CHECK(person.node("main.heading").label == "Arrangement");
    // Where it is kept on the device, it stays there.
    Person kept;
    REQUIRE(kept.session.set_surroundings(R"({"keeping":"on"})").has_value());
    kept.open("sample.json", sample());
    kept.go_to("travel");
    kept.fill("travel_budget.trips", "9");
    kept.go_to("check");
    kept.press("kept.anew");
    CHECK(!is_sample(kept));
  }
}
