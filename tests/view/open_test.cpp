// Opening files: asking first, changing nothing on a bad one, telling what a file says otherwise.
#include <doctest/doctest.h>

#include <algorithm>

#include "person.h"
#include "view/print_document.h"

using namespace ftt;
using namespace ftt::test;

namespace {

std::string saved_example_a() {
  Person person;
  type_example_a(person);
  return person.session.packet_json();
}

}  // namespace

TEST_SUITE("view: opening a file") {
  TEST_CASE("a packet that was saved opens again as it was, with nothing to tell") {
    const std::string saved = saved_example_a();
    Person person;
    person.open("packet.json", saved);
    CHECK(person.node("result.net").value == "−$8,295.80");
    CHECK(!person.has("check.file"));
    CHECK(person.session.packet_json() == saved);
  }

  TEST_CASE("a saved page opens again") {
    const Result<OpenedPacket> saved = read_packet(saved_example_a());
    REQUIRE(saved.has_value());
    Person person;
    person.open("packet.html", print_document(saved->packet, {all_rates(), persons_day}));
    CHECK(person.node("result.net").value == "−$8,295.80");
  }

  TEST_CASE("files that are no packet change nothing and say why") {
    Person person;
    type_example_a(person);
    const std::string before = person.session.packet_json();
    for (const std::string_view bytes :
         {std::string_view(""), std::string_view("not json"), std::string_view("{\"format\": \"telework-packet/1\""),
          std::string_view("[1]"), std::string_view("{\"format\":\"other/1\"}"), std::string_view("\xEF\xBB\xBF{}"),
          std::string_view("{\"format\":\"telework-packet/1\",\"id\":\"a\",\"id\":\"b\"}"),
          std::string_view("{\"format\":\"telework-packet/1\",\"notes\":NaN}"),
          std::string_view("\xff\xfe{\0}\0", 6)}) {
      const std::vector<Effect> effects = person.open("broken.json", bytes);
      CHECK(effects.front().id == "open.failed");
      REQUIRE(person.has("open.failed"));
      CHECK(person.node("open.failed").label.find("nothing has changed") != std::string::npos);
      CHECK(person.session.packet_json() == before);
    }
    person.press("open.failed.close");
    CHECK(!person.has("open.failed"));
  }

  TEST_CASE("with work in progress the session asks: keep mine, or open it") {
    const std::string saved = saved_example_a();
    Person person;
    type_example_b(person);
    const std::string mine = person.session.packet_json();
    CHECK(person.open("a.json", saved).front().id == "open.ask");
    CHECK(person.session.packet_json() == mine);
    person.press("open.keep");
    CHECK(!person.has("open.ask"));
    CHECK(person.session.packet_json() == mine);
    person.open("a.json", saved);
    person.press("open.replace");
    CHECK(person.session.packet_json() == saved);
  }

  TEST_CASE("a stored figure that the answers do not give is told line by line") {
    std::string saved = saved_example_a();
    const std::size_t at = saved.find("\"2521.80\"");
    REQUIRE(at != std::string::npos);
    saved.replace(at, 9, "\"1622.60\"");
    Person person;
    person.open("a.json", saved);
    REQUIRE(person.has("check.file"));
    const auto all = nodes_of(person.node("check.file"));
    CHECK(std::any_of(all.begin(), all.end(),
                      [](const Node* node) { return node->label.find("1,622.60") != std::string::npos; }));
  }

  TEST_CASE("a packet of a newer version opens for reading only, and says so") {
    std::string saved = saved_example_a();
    const std::size_t at = saved.find("telework-packet/1");
    saved.replace(at, 17, "telework-packet/2");
    Person person;
    person.open("newer.json", saved);
    CHECK(person.has("main.access"));
    person.go_to("travel");
    CHECK(person.node("travel_budget.transport").flags.read_only);
    person.fill("travel_budget.transport", "1");
    CHECK(person.node("travel_budget.transport").value == "412.60");
  }

  TEST_CASE("saving offers the file, counts the revision, and knows what has changed since") {
    Person person;
    type_example_a(person);
    const std::vector<Effect> first = person.press("banner.save");
    REQUIRE(first.front().kind == EffectKind::save);
    CHECK(first.front().name == "telework-packet.json");
    CHECK(first.front().content.find("\"revision\": 1") != std::string::npos);
    CHECK(person.node("actions.saved").label == "As in telework-packet.json.");
    person.go_to("travel");
    person.fill("travel_budget.trips", "5");
    CHECK(person.node("actions.saved").label == "Changed since telework-packet.json.");
    CHECK(person.press("banner.save").front().content.find("\"revision\": 2") != std::string::npos);
  }
}
