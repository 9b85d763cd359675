// Copies of a packet with a chain: in another tab, of an earlier revision (¶9).
#include <string>

#include "packet/chain_entries.h"
#include "recorded_person.h"

namespace ftt::test {

TEST_SUITE("wizard: copies of a chain") {
  TEST_CASE("¶9: a copy of a packet with a chain keeps the id that its entries name, however it is kept") {
    Person person(first_day);
    begin_submitted(person);
    const std::string id = packet_of(person).id;
    const Snapshot kept = person.session.snapshot();
    CHECK(kept.id == id);
    const auto keeps_its_id = [&](const Person& copy) {
      const Packet packet = packet_of(copy);
      CHECK(packet.id == id);
      CHECK(read_chain(packet).soundness == ChainSoundness::sound);
    };
    person.session.go_on_as("copy");
    CHECK(person.session.snapshot().id == "copy");
    keeps_its_id(person);
    // As it is opened from what is kept: as a copy, under the id that it is kept by, and by itself.
    for (const GoOnAs as : {GoOnAs{"another", true}, GoOnAs{"another"}}) {
      Person other(first_day);
      REQUIRE(other.session.resume(kept.packet, kept.whereabouts, as).has_value());
      other.read();
      CHECK(other.session.snapshot().id == "another");
      keeps_its_id(other);
      record_as(other, "concurred.supervisor", "Sam Doe");
      keeps_its_id(other);
      const Snapshot of_other = other.session.snapshot();
      Person again(first_day);
      REQUIRE(again.session.resume(of_other.packet, of_other.whereabouts).has_value());
      CHECK(again.session.snapshot().id == "another");
      keeps_its_id(again);
      // It is the copy that is open here, and that is deleted.
      const std::string list =
          concat(R"({"keeping":"on","words":"","kept":[{"id":")", id,
                 R"(","name":"A","words":"Revision 1"},{"id":"another","name":"A","words":"Revision 1"}]})");
      REQUIRE(again.session.set_surroundings(list).has_value());
      again.go_to("start");
      CHECK(again.node("kept.words:another").label == "Revision 1 · open now");
      CHECK(again.has(concat("kept.open:", id)));
      again.press("kept.forget:another");
      const std::vector<Effect> effects = again.press("kept.yes");
      REQUIRE(find_effect(effects, EffectKind::keep_forget) != nullptr);
      CHECK(find_effect(effects, EffectKind::keep_forget)->id == "another");
      CHECK(packet_of(again).id != id);
      CHECK(again.session.snapshot().id == packet_of(again).id);
    }
  }
}

}  // namespace ftt::test
