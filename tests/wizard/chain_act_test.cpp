// An act of the chain before it is recorded: what is typed in it is taken back as anywhere (¶9).
#include "base/sha256.h"
#include "form/field.h"
#include "long_text.h"
#include "recorded_person.h"

namespace ftt::test {

TEST_SUITE("wizard: an act before it is recorded") {
  TEST_CASE("what is typed and chosen in an act is undone field by field, and leaves the answers as they are") {
    Person person(first_day);
    person.open("a.json", example());
    const Answers answers = packet_of(person).answers;
    begin(person, "submitted");
    const std::string name_before = person.node("act.by.name").value;
    const std::string second_before = person.node("act.route.second_level.applies").value;
    REQUIRE(second_before != "yes");
    person.fill("act.by.name", "Sam Doe");
    person.fill("act.by.name", "Sam Poe");
    person.choose("act.route.second_level.applies", "yes");
    CHECK(contains(person.node("banner.undo").hint, "Undo: "));
    const auto undo = [&] {
      const std::vector<Effect> effects = person.press("banner.undo");
      const Effect* focus = find_effect(effects, EffectKind::focus);
      return focus == nullptr ? std::string() : focus->id;
    };
    CHECK(undo() == "act.route.second_level.applies");
    CHECK(person.node("act.route.second_level.applies").value == second_before);
    CHECK(person.node("act.by.name").value == "Sam Poe");
    CHECK(undo() == "act.by.name");
    CHECK(person.node("act.by.name").value == "Sam Doe");
    // From another step it leads back to the act.
    person.go_to("travel");
    CHECK(undo() == "act.by.name");
    CHECK(person.node("act.by.name").value == name_before);
    CHECK(packet_of(person).answers == answers);
    CHECK(packet_of(person).chain.is_null());
    CHECK(faults_of(person.screen).empty());
  }

  TEST_CASE("¶10b: a request without a telework agreement is warned about before it is recorded, and after") {
    constexpr std::string_view warning = "There is no approved telework agreement yet";
    Person person(first_day);
    person.open("a.json", example());
    begin(person, "requested");
    CHECK(contains(person.node("act.agreement").label, warning));
    Person other(first_day);
    other.open("a.json", example());
    other.go_to("agreement");
    other.choose(info(Leaf::agreement_telework_agreement_approved).id, "yes");
    begin(other, "requested");
    CHECK(!other.has("act.agreement"));
    person.fill("act.by.name", "Ann Kealoha");
    record(person);
    CHECK(contains(person.node("main.notice").label, warning));
    begin(person, "note");
    CHECK(!person.has("act.agreement"));
  }

  TEST_CASE("a file of 0 bytes as evidence is named, and can be taken out") {
    Person person(first_day);
    person.open("a.json", example());
    begin(person, "requested");
    person.press("act.evidence");
    REQUIRE(person.session.await_digest(1, "empty.pdf").has_value());
    REQUIRE(person.session.await_digest(2, "signed.pdf").has_value());
    const Result<std::vector<Effect>> taken = person.session.take_digest(1, sha256_hex(""));
    REQUIRE(taken.has_value());
    CHECK(find_effect(*taken, EffectKind::announce)->content ==
          "The fingerprint of empty.pdf is taken. The file is empty (0 bytes).");
    REQUIRE(person.session.take_digest(2, sha256_hex("signed")).has_value());
    person.read();
    CHECK(contains(person.node("act.evidence:0.empty").label, "empty.pdf is empty (0 bytes)"));
    CHECK(!person.has("act.evidence:1.empty"));
    person.press("chain.evidence.0.remove");
    CHECK(!person.has("act.evidence:0.empty"));
    CHECK(faults_of(person.screen).empty());
  }

  TEST_CASE("an act waits for evidence that is still being read") {
    Person person(first_day);
    person.open("a.json", example());
    begin(person, "requested");
    person.fill("act.by.name", "Ann Kealoha");
    person.press("act.evidence");
    person.choose("act.evidence.kind", "scan");
    REQUIRE(person.session.await_digest(1, "long.pdf").has_value());
    person.read();
    CHECK(person.node("act.evidence:0.words").label == "long.pdf");
    CHECK(person.node("act.evidence:0.words").value == "Being read …");
    person.choose("act.evidence.kind", "signed_mail");
    person.press("chain.record");
    CHECK(person.node("act.errors:act.evidence").label ==
          "long.pdf has no fingerprint yet. Wait until it has, or remove it.");
    REQUIRE(person.session.await_digest(2, "other.pdf").has_value());
    person.read();
    CHECK(person.node("act.errors:act.evidence").label ==
          "2 files have no fingerprint yet. Wait until they have, or remove them.");
    CHECK(faults_of(person.screen).empty());
    person.press("chain.evidence.1.remove");
    CHECK(packet_of(person).chain.is_null());
    REQUIRE(person.session.take_digest(1, std::string(64, 'a')).has_value());
    person.read();
    CHECK(!person.has("act.errors"));
    person.press("chain.record");
    const Packet packet = packet_of(person);
    const Json& file = packet.chain.find("entries")->as_array()->front().find("evidence")->as_array()->front();
    CHECK(*file.find_string("kind") == "scan");
    CHECK(*file.find_string("sha256") == std::string(64, 'a'));
  }

  TEST_CASE("evidence that was removed, not read, or chosen for another act does not come in late") {
    Person person(first_day);
    person.open("a.json", example());
    begin(person, "requested");
    person.press("act.evidence");
    for (std::uint32_t number = 1; number <= 3; ++number) {
      REQUIRE(person.session.await_digest(number, concat(number, ".pdf")).has_value());
    }
    REQUIRE(person.session.take_digest(2, "").has_value());
    person.read();
    CHECK(person.node("act.evidence:1.words").label == "3.pdf");
    person.press("chain.evidence.0.remove");
    CHECK(person.session.take_digest(1, std::string(64, 'a'))->empty());
    person.read();
    CHECK(person.node("act.evidence:0.words").label == "3.pdf");
    CHECK(!person.has("act.evidence:1.words"));
    person.press("chain.leave");
    begin(person, "submitted");
    CHECK(person.session.take_digest(3, std::string(64, 'a'))->empty());
    person.press("act.evidence");
    CHECK(!person.has("act.evidence:0.words"));
  }

  TEST_CASE("the hundred and first file is named, and the others stay") {
    Person person(first_day);
    person.open("a.json", example());
    begin(person, "requested");
    person.press("act.evidence");
    for (std::uint32_t number = 1; number <= 100; ++number) {
      REQUIRE(person.session.await_digest(number, concat(number, ".pdf")).has_value());
      REQUIRE(person.session.take_digest(number, std::string(64, 'a')).has_value());
    }
    person.read();
    CHECK(person.node("act.evidence.most").label ==
          "One entry takes at most 100 files. Remove one to choose another, or put them together.");
    CHECK(!person.has("act.evidence.file"));
    const Result<std::vector<Effect>> refused = person.session.await_digest(101, "101.pdf");
    REQUIRE(refused.has_value());
    CHECK(find_effect(*refused, EffectKind::announce)->content == person.node("act.evidence.most").label);
    person.read();
    CHECK(!person.has("act.evidence:100.words"));
    person.press("chain.evidence.99.remove");
    CHECK(person.has("act.evidence.file"));
  }

  TEST_CASE("an answer that is undone while an act is open leaves what is typed there") {
    Person person(first_day);
    person.open("a.json", example());
    person.go_to("travel");
    person.fill("travel_budget.trips", "9");
    begin(person, "submitted");
    person.press("banner.undo");
    CHECK(packet_of(person).answers.text(Leaf::travel_budget_trips) != "9");
    person.go_to("concurrences");
    CHECK(person.node("act.on").value == "3/2/2026");
  }

  TEST_CASE("what was typed in an act is not taken back once it is recorded or left") {
    Person person(first_day);
    person.open("a.json", example());
    record_as(person, "requested", "Ann Kealoha");
    const std::string recorded = person.session.packet_json();
    person.press("banner.undo");
    CHECK(person.session.packet_json() == recorded);
    begin(person, "note");
    person.fill("act.statement", "Not this.");
    person.press("chain.leave");
    person.press("banner.undo");
    CHECK(!person.has("act.heading"));
    CHECK(person.session.packet_json() == recorded);
  }
}

}  // namespace ftt::test
