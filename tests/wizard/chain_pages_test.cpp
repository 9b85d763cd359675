// A long chain on the step of the concurrences: a page of its entries at a time (¶9).
#include "packet/chain_at_hand.h"
#include "recorded_person.h"

namespace ftt::test {
namespace {

std::string shown_entries(const Person& person) {
  const Node& table = person.node("chain.entries.table");
  REQUIRE(!table.rows.empty());
  return concat(table.rows.front().cells[0], " to ", table.rows.back().cells[0]);
}

std::string focus_after(Person& person, std::string_view button) {
  const std::vector<Effect> effects = person.press(button);
  const Effect* focus = find_effect(effects, EffectKind::focus);
  return focus == nullptr ? std::string() : focus->id;
}

}  // namespace

TEST_SUITE("wizard: a long chain") {
  TEST_CASE("¶9: of many entries the last page is shown, with a way to each of the others") {
    Packet packet = submitted();
    while (entries_of(packet).size() < 120) {
      NewEntry note = act(ChainAct::note);
      note.statement = "Still with the office.";
      packet = recorded(packet, note);
    }
    Person person(calendar_date(2025, 6, 10));
    person.open("long.json", write_packet(packet, assessment_of(packet)));
    person.go_to("concurrences");
    person.press("chain.entries");
    CHECK(person.node("chain.entries").value == "120");
    CHECK(person.node("chain.entries.table").label == "Entries 101 to 120 of 120, the first one first");
    CHECK(shown_entries(person) == "101 to 120");
    CHECK(!person.has("chain.entries.next"));
    const std::vector<Effect> effects = person.press("chain.entries.previous");
    REQUIRE(find_effect(effects, EffectKind::announce) != nullptr);
    CHECK(find_effect(effects, EffectKind::announce)->content == "Entries 51 to 100 of 120");
    CHECK(find_effect(effects, EffectKind::focus) == nullptr);
    CHECK(shown_entries(person) == "51 to 100");
    // Where the button is gone the other one has the focus.
    CHECK(focus_after(person, "chain.entries.previous") == "chain.entries.next");
    CHECK(shown_entries(person) == "1 to 50");
    CHECK(!person.has("chain.entries.previous"));
    CHECK(faults_of(person.screen).empty());
    person.press("chain.entries.next");
    CHECK(focus_after(person, "chain.entries.next") == "chain.entries.previous");
    CHECK(shown_entries(person) == "101 to 120");
  }

  TEST_CASE("a chain of one page has no way to another") {
    Person person(calendar_date(2025, 6, 10));
    const Packet packet = concurred_twice();
    person.open("short.json", write_packet(packet, assessment_of(packet)));
    person.go_to("concurrences");
    person.press("chain.entries");
    CHECK(person.node("chain.entries.table").label == "Every entry, the first one first");
    CHECK(!person.has("chain.entries.previous"));
    CHECK(!person.has("chain.entries.next"));
  }
}

}  // namespace ftt::test
