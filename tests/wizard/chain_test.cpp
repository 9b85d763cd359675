// "Concurrences and decision" once something is recorded: the ladder, an act before it is recorded, what a change does,
// handing on; and the way of one packet through six hands as a story (¶9).
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "files.h"
#include "form/field.h"
#include "long_text.h"
#include "packet/chain_entries.h"
#include "packet/golden.h"
#include "packet/packet.h"
#include "person.h"
#include "recorded_person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

std::string acts_of(const Packet& packet) {
  std::string acts;
  for (const ChainEntry& entry : read_chain(packet).entries) append(acts, acts.empty() ? "" : " ", name_of(entry.act));
  return acts;
}

// The step as it stands, for the story's golden.
std::string told(Person& person, std::string_view what) {
  person.go_to("concurrences");
  std::string text = concat("## ", what, "\n");
  if (person.has("chain.after")) append(text, person.node("chain.after").label, " (…)\n");
  if (person.has("chain.now")) append(text, person.node("chain.now").label, "\n");
  for (const Node* node : nodes_of(person.screen)) {
    const bool is_of_now = node->id == "chain.next" || node->id == "chain.due" || node->id == "chain.due_if_stopped" ||
                           node->id == "chain.was_approved";
    if (is_of_now) append(text, "  ", node->label, ": ", node->value, "\n");
    if (node->id.starts_with("chain.act:") && node->tone == Tone::primary) append(text, "[", node->label, "]\n");
    if (node->kind == NodeKind::group && node->id.starts_with("chain.step.")) append(text, node->label, "\n");
    const bool is_of_step = node->id.starts_with("chain.step.") && node->kind != NodeKind::group;
    if (is_of_step) append(text, "  ", node->label, node->value.empty() ? "" : ": ", node->value, "\n");
  }
  return concat(text, "\n");
}

}  // namespace

TEST_SUITE("wizard: the chain") {
  TEST_CASE("without entries Parts J to L are typed as ever; a small way to begin stands beside them (¶9)") {
    Person person(first_day);
    person.go_to("concurrences");
    CHECK(person.has("concurrences.supervisor.name"));
    CHECK(person.has("determination.outcome"));
    CHECK(person.node("chain.act:requested").label == "Record the request");
    CHECK(person.node("chain.act:submitted").label == "Submit for concurrence");
    CHECK(person.node("chain.act:submitted").tone == Tone::secondary);
    CHECK(!person.has("chain.limit"));
    CHECK(faults_of(person.screen).empty());
  }

  TEST_CASE("a recruit action has no request to record (¶9a)") {
    Person person(first_day);
    person.go_to("arrangement");
    person.choose("arrangement.action", "recruit");
    person.go_to("concurrences");
    CHECK(!person.has("chain.act:requested"));
    CHECK(person.has("chain.act:submitted"));
  }

  TEST_CASE("what is recorded is looked over first: figures, the day of today; leaving it records nothing") {
    Person person(first_day);
    person.open("a.json", example());
    begin(person, "requested");
    CHECK(!person.has("concurrences.supervisor.name"));
    CHECK(person.node("act.saw:cost_benefit.net_annual_change").value != "Not known yet");
    CHECK(person.node("act.on").value == "3/2/2026");
    CHECK(person.node("act.on").understood == "Monday");
    CHECK(person.has("act.limit"));
    CHECK(faults_of(person.screen).empty());
    person.press("chain.leave");
    CHECK(person.has("concurrences.supervisor.name"));
    CHECK(packet_of(person).chain.is_null());
  }

  TEST_CASE("what an act lacks is named by its field, and leads there") {
    Person person(first_day);
    person.open("a.json", example());
    begin(person, "submitted");
    person.fill("act.by.name", "");
    person.fill("act.on", "yesterday");
    const std::vector<Effect> effects = person.press("chain.record");
    CHECK(find_effect(effects, EffectKind::focus)->id == "act.errors");
    CHECK(person.has("act.errors:act.by.name"));
    CHECK(person.has("act.errors:act.route.second_level.applies"));
    CHECK(person.has("act.errors:act.route.executive.name"));
    CHECK(person.has("act.errors:record.budget_contact.name"));
    CHECK(person.node("act.on").problem == "Give the day, such as 6/2/2026.");
    CHECK(person.press("act.errors:act.on").back().id == "act.on");
    CHECK(packet_of(person).chain.is_null());
    CHECK(faults_of(person.screen).empty());
  }

  TEST_CASE("an incomplete packet is not submitted; each answer that is missing leads to its step (¶9a)") {
    Person person(first_day);
    type_example_a(person);
    begin(person, "submitted");
    person.fill("act.by.name", "Sam Doe");
    name_route(person);
    CHECK(person.has("act.missing:justification.best_interest"));
    person.press("chain.record");
    REQUIRE(person.has("act.errors"));
    REQUIRE(person.has("act.errors:justification.best_interest"));
    CHECK(!person.has("act.missing"));  // which would say the same once more
    person.press("act.errors:justification.best_interest");
    CHECK(person.node("main.heading").label == "Justification");
    person.go_to("concurrences");
    CHECK(person.node("act.route.executive.name").value == "Kim Roe");
  }

  TEST_CASE(
      "names typed in Part K are taken along into the route, and beside the record they are typed, not recorded") {
    Person person(first_day);
    person.open("a.json", example());
    person.go_to("concurrences");
    person.fill("concurrences.second_level.name", "Uma Park");
    person.choose("concurrences.supervisor.decision", "concur");
    begin(person, "submitted");
    CHECK(person.node("act.route.second_level.name").value == "Uma Park");
    person.fill("act.by.name", "Sam Doe");
    name_route(person);
    record(person);
    CHECK(!person.has("concurrences.supervisor.decision"));
    person.press("chain.typed");
    CHECK(person.node("chain.typed").label == "Typed, not recorded");
    CHECK(person.node("chain.typed:concurrences.supervisor.decision").value != "");
    CHECK(person.node("chain.step.supervisor.state").value.starts_with("Has it since "));
  }

  TEST_CASE("after an act the packet is handed on: its file, the text of a mail, the due date; nothing is sent (¶9)") {
    Person person(first_day);
    begin_submitted(person);
    CHECK(person.node("chain.hand_on").flags.expanded);
    const std::string head = head_words(read_chain(packet_of(person)).head());
    CHECK(contains(person.node("chain.mail").value, head));
    CHECK(contains(person.node("chain.mail").value, "Sam Doe"));
    const std::vector<Effect> copied = person.press("chain.copy_mail");
    REQUIRE(find_effect(copied, EffectKind::copy) != nullptr);
    CHECK(contains(find_effect(copied, EffectKind::copy)->content, head));
    person.session.copied("chain.copy_mail");
    person.read();
    CHECK(person.node("chain.copied").label == "The mail text is copied.");
    CHECK(find_effect(person.press("chain.date"), EffectKind::moment) != nullptr);
    const Result<std::vector<Effect>> dates = person.session.save_dates("1772400000");
    REQUIRE(dates.has_value());
    const Effect* file = find_effect(*dates, EffectKind::save);
    REQUIRE(file != nullptr);
    CHECK(file->name.ends_with(".ics"));
    CHECK(file->content.find("BEGIN:VEVENT") == file->content.rfind("BEGIN:VEVENT"));
    person.read();
    const std::vector<Effect> saving = person.press("chain.save");
    const Effect* saved = find_effect(saving, EffectKind::save);
    REQUIRE(saved != nullptr);
    CHECK(contains(saved->name, "in-chain"));
    CHECK(contains(saved->name, head.substr(0, 4)));
    CHECK(contains(person.node("chain.hand_on.words").label, "is saved"));
    CHECK(faults_of(person.screen).empty());
  }

  TEST_CASE("an act that was recorded is in no file until it is saved") {
    Person person(first_day);
    person.open("a.json", example());
    CHECK(!person.session.snapshot().is_unsaved);
    record_as(person, "requested", "Ann Kealoha");
    CHECK(person.session.snapshot().is_unsaved);
    person.press("banner.save");
    CHECK(!person.session.snapshot().is_unsaved);
  }

  TEST_CASE("a change says which concurrences it voids, and undoing it that they stand again (¶9)") {
    Person person(first_day);
    begin_submitted(person);
    record_as(person, "concurred.supervisor", "Sam Doe");
    person.go_to("travel");
    const std::vector<Effect> effects = person.fill("travel_budget.trips", "9");
    CHECK(person.node("main.notice").label ==
          "This change voids recorded concurrences. Must look again: Supervisor. Undo takes it back.");
    CHECK(std::any_of(effects.begin(), effects.end(), [](const Effect& one) {
      return one.kind == EffectKind::announce && contains(one.content, "voids recorded concurrences");
    }));
    person.go_to("concurrences");
    CHECK(contains(person.node("chain.step.supervisor.void").label, "Part E has changed since"));
    CHECK(person.node("chain.act:concurred.supervisor").tone == Tone::primary);
    person.press("chain.step.supervisor.since");
    CHECK(person.node("chain.step.supervisor.since.changes.figures").rows.front().cells[1] == "4");
    person.press("banner.undo");
    person.go_to("concurrences");
    CHECK(!person.has("chain.step.supervisor.void"));
    CHECK(contains(person.node("chain.step.supervisor.state").value, "It counts"));
    CHECK(said_by(person, "main.notice") == "These recorded concurrences count again: Supervisor.");
  }

  TEST_CASE("a change outside of Parts A to I voids nothing") {
    Person person(first_day);
    begin_submitted(person);
    record_as(person, "concurred.supervisor", "Sam Doe");
    person.fill("worksite_change.proposed", "6/1/2026");
    CHECK(!person.has("main.notice"));
    CHECK(contains(person.node("chain.step.supervisor.state").value, "It counts"));
  }

  TEST_CASE("before the next act the tool records that Parts A to I were found changed") {
    Person person(first_day);
    begin_submitted(person);
    record_as(person, "concurred.supervisor", "Sam Doe");
    person.go_to("travel");
    person.fill("travel_budget.trips", "9");
    begin(person, "returned.second_level");
    CHECK(person.has("act.since.changes.figures"));
    CHECK(person.has("act.void.supervisor"));
    person.fill("act.by.name", "Uma Park");
    person.choose("act.to", "supervisor");
    person.fill("act.reason", "Nine trips were not agreed.");
    record(person);
    CHECK(acts_of(packet_of(person)) == "requested submitted concurred edited returned");
    person.press("chain.entries");
    CHECK(person.node("chain.entries.table").rows.size() == 5);
    CHECK(person.node("chain.entries.table").rows[3].cells[2] == "Parts A to I were found changed");
  }

  TEST_CASE("evidence is a name and a digest, and can be taken out before it is recorded") {
    Person person(first_day);
    begin_submitted(person);
    begin(person, "concurred.supervisor");
    person.press("act.evidence");
    person.choose("act.evidence.kind", "signed_mail");
    REQUIRE(person.session.await_digest(1, "a.eml").has_value());
    REQUIRE(person.session.await_digest(2, "b.eml").has_value());
    CHECK(!person.session.take_digest(1, "12").has_value());
    REQUIRE(person.session.take_digest(2, std::string(64, 'b')).has_value());
    REQUIRE(person.session.take_digest(1, std::string(64, 'a')).has_value());
    person.read();
    CHECK(person.node("act.evidence:1.words").label == "b.eml");
    person.press("chain.evidence.1.remove");
    person.fill("act.by.name", "Sam Doe");
    record(person);
    const Packet packet = packet_of(person);
    const Json& last = packet.chain.find("entries")->as_array()->back();
    REQUIRE(last.find("evidence") != nullptr);
    CHECK(last.find("evidence")->as_array()->size() == 1);
    CHECK(*last.find("evidence")->as_array()->front().find_string("sha256") == std::string(64, 'a'));
    CHECK(*last.find("evidence")->as_array()->front().find_string("kind") == "signed_mail");
  }

  TEST_CASE("a denial ends it; an updated request has another id, the answers and none of the decisions (¶9)") {
    Person person(first_day);
    begin_submitted(person);
    begin(person, "denied.supervisor");
    person.press("chain.record");
    CHECK(person.has("act.errors:act.reason"));
    person.fill("act.reason", "Duties need the office.");
    record(person);
    CHECK(contains(person.node("chain.now").label, "Denied"));
    CHECK(contains(person.node("chain.step.supervisor.state").value, "Denied on March 2, 2026"));
    person.press("chain.others");
    CHECK(person.has("chain.act:note"));
    CHECK(!person.has("chain.act:concurred.supervisor"));
    CHECK(!person.has("chain.anew"));
    person.press("chain.save");
    const std::string before = person.session.snapshot().id;
    person.press("chain.anew");
    CHECK(person.node("main.heading").label == "Arrangement");
    const Packet anew = packet_of(person);
    CHECK(anew.id != before);
    CHECK(anew.chain.is_null());
    CHECK(anew.answers.words(Leaf::position_grade) == "12");
    CHECK(anew.answers.is_empty(Leaf::record_budget_contact_name));
  }

  TEST_CASE("what is typed of an act is there again after a reload") {
    Person person(first_day);
    begin_submitted(person);
    begin(person, "denied.supervisor");
    person.fill("act.reason", "Duties need the office.");
    person.press("act.evidence");
    person.choose("act.evidence.kind", "signed_mail");
    REQUIRE(person.session.await_digest(1, "read.eml").has_value());
    REQUIRE(person.session.await_digest(2, "long.eml").has_value());
    REQUIRE(person.session.take_digest(1, std::string(64, 'a')).has_value());
    const Snapshot kept = person.session.snapshot();
    Person later(first_day);
    REQUIRE(later.session.resume(kept.packet, kept.whereabouts).has_value());
    later.read();
    CHECK(later.node("act.reason").value == "Duties need the office.");
    CHECK(later.node("act.heading").label == "Deny it as Supervisor");
    CHECK(later.node("act.evidence:0.words").value == concat("SHA-256 ", std::string(64, 'a')));
    CHECK(later.node("act.evidence:1.words").value == "It was not read to its end. Remove it and choose it again.");
    later.fill("act.by.name", "Sam Doe");
    later.press("chain.record");
    CHECK(later.node("act.errors:act.evidence").label ==
          "long.eml has no fingerprint yet. Wait until it has, or remove it.");
    later.press("chain.evidence.1.remove");
    record(later);
    const Packet packet = packet_of(later);
    const Json& file = packet.chain.find("entries")->as_array()->back().find("evidence")->as_array()->front();
    CHECK(*file.find_string("kind") == "signed_mail");
    CHECK(*file.find_string("name") == "read.eml");
  }

  TEST_CASE("¶11b: the ladder tells the decision on the arrangement and the one on its end apart") {
    Person person(first_day);
    begin_submitted(person);
    const auto approve = [&] {
      for (const std::string_view step :
           {"supervisor", "second_level", "executive", "hr_director", "deputy_administrator"}) {
        record_as(person, concat("concurred.", step), "Sam Doe");
      }
    };
    approve();
    CHECK(person.node("chain.now").label == "Approved on March 2, 2026.");
    CHECK(!person.has("chain.other_approval"));
    begin(person, "submitted");
    person.choose("act.matter", "ending");
    person.fill("act.by.name", "Sam Doe");
    record(person);
    CHECK(person.node("chain.other_approval").label == "The arrangement itself was approved on March 2, 2026.");
    approve();
    CHECK(person.node("chain.now").label == "The recommendation to end it was approved on March 2, 2026.");
    CHECK(person.node("chain.other_approval").label == "The arrangement itself was approved on March 2, 2026.");
    CHECK(faults_of(person.screen).empty());
  }

  TEST_CASE("a copy that ends before what was seen here is named when it is opened, in both places (¶9)") {
    Person person(first_day);
    begin_submitted(person);
    const std::string older = person.session.packet_json();
    record_as(person, "concurred.supervisor", "Sam Doe");
    const std::string seen = person.session.seen_entries();
    CHECK(!contains(seen, "Sam Doe"));
    Person later(first_day);
    later.session.set_seen_entries(seen);
    later.open("older.json", older);
    CHECK(contains(later.node("chain.not_continued").label, "This copy ends before an entry of March 2, 2026"));
    later.go_to("concurrences");
    CHECK(contains(later.node("chain.not_continued").label, "it is an older copy, or its end was cut off"));
    later.session.set_seen_entries("");
    later.open("older.json", older);
    CHECK(!later.has("chain.not_continued"));
  }

  TEST_CASE("forgetting a packet forgets what was seen of its chain") {
    Person person(first_day);
    begin_submitted(person);
    const std::string id = person.session.snapshot().id;
    CHECK(contains(person.session.seen_entries(), id));
    REQUIRE(person.session
                .set_surroundings(
                    concat(R"({"keeping": "on", "kept": [{"id": ")", id, R"(", "name": "A", "words": "B"}]})"))
                .has_value());
    person.go_to("start");
    if (person.has("kept") && !person.node("kept").flags.expanded) person.press("kept");
    person.press(concat("kept.forget:", id));
    person.press("kept.yes");
    CHECK(!contains(person.session.seen_entries(), id));
  }

  TEST_CASE("two copies that were changed apart are merged, with a question only where both changed the same (¶9)") {
    Person person(first_day);
    begin_submitted(person);
    const std::string both = person.session.packet_json();
    Person other(first_day);
    other.open("b.json", both);
    other.go_to("travel");
    other.fill("travel_budget.trips", "6");
    other.fill("travel_budget.extra", "80");
    begin(other, "note");
    other.fill("act.by.name", "Lou Fox");
    other.fill("act.statement", "Six trips are likely.");
    record(other);
    const std::string b = other.session.packet_json();

    person.go_to("travel");
    person.fill("travel_budget.trips", "5");
    record_as(person, "concurred.supervisor", "Sam Doe");
    person.open("b.json", b);
    REQUIRE(person.has("open.merge"));
    CHECK(faults_of(person.screen).empty());
    person.press("open.merge");
    CHECK(person.node("act.heading").label == "Merge the two copies");
    REQUIRE(person.has("act.merge:0"));
    CHECK(!person.has("act.merge:1"));
    const Node& question = person.node("act.merge:0");
    REQUIRE(question.options.size() == 3);
    CHECK(question.options[0].label == "Before: 4");
    CHECK(question.options[1].label == "A: 5");
    CHECK(question.options[2].label == "B: 6");
    const std::string& follows = question.options[1].detail;
    CHECK(contains(follows, "net annual change "));
    CHECK(follows != question.options[2].detail);
    person.press("chain.record");
    CHECK(person.has("act.errors:act.merge:0"));
    person.choose("act.merge:0", "b");
    person.fill("act.by.name", "Uma Park");
    person.press("chain.record");
    CHECK(!person.has("act.heading"));
    const Packet merged = packet_of(person);
    CHECK(merged.answers.words(Leaf::travel_budget_trips) == "6");
    CHECK(merged.answers.words(Leaf::travel_budget_extra) == "80.00");
    CHECK(read_chain(merged).soundness == ChainSoundness::sound);
    CHECK(acts_of(merged).ends_with("merged"));
    CHECK(person.session.snapshot().is_unsaved);
    CHECK(faults_of(person.screen).empty());
  }

  TEST_CASE("copies changed apart are asked about even where both are in files") {
    Person person(first_day);
    begin_submitted(person);
    const std::string both = person.session.packet_json();
    Person other(first_day);
    other.open("b.json", both);
    record_as(other, "concurred.supervisor", "Sam Doe");
    record_as(person, "concurred.supervisor", "Sam Doe");
    person.press("chain.save");
    person.open("b.json", other.session.packet_json());
    REQUIRE(person.has("open.merge"));
    CHECK(contains(person.node("open.ask").label, "two copies of one packet"));
    person.press("open.keep");
    CHECK(!person.has("open.ask"));
    person.open("same.json", both);
    CHECK(!person.has("open.ask"));
  }

  TEST_CASE("submitted without a request it is with the supervisor, and no clock is known (¶9a)") {
    Person person(first_day);
    person.open("a.json", example());
    submit(person);
    CHECK(person.node("chain.now").label ==
          "In the chain of command. The immediate supervisor has it. No date of a request is recorded, so the clock of "
          "20 work days is not known.");
    CHECK(!person.has("chain.due"));
  }

  TEST_CASE("no two nonces of a session are alike, and none tells an id") {
    Person person(first_day);
    begin_submitted(person);
    const Packet packet = packet_of(person);
    const std::vector<Json>& entries = *packet.chain.find("entries")->as_array();
    CHECK(entries[0].find_string("nonce")->size() == 32);
    CHECK(*entries[0].find_string("nonce") != *entries[1].find_string("nonce"));
  }

  TEST_CASE("a packet that is read only, or a copy without names, offers no act") {
    Person person(first_day);
    begin_submitted(person);
    person.press("banner.save");
    person.go_to("check");
    person.choose("check.redacted", "yes");
    const std::vector<Effect> saving = person.press("check.save");
    const Effect* copy = find_effect(saving, EffectKind::save);
    REQUIRE(copy != nullptr);
    Person reader(first_day);
    reader.open("copy.json", copy->content);
    reader.go_to("concurrences");
    CHECK(contains(reader.node("chain.redacted").label, "it can be verified in the full copy only"));
    CHECK(!reader.has("chain.others"));
    CHECK(!reader.has("chain.hand_on"));
    CHECK(faults_of(reader.screen).empty());
  }

  TEST_CASE("of a long chain that does not hold the first 20 places are told, and how many more there are") {
    std::string entries;
    for (int i = 0; i < 2000; ++i) append(entries, i == 0 ? "" : ",", "{}");
    Person person;
    person.open("long.json", test::replaced(example(), "\"format\":",
                                            concat(R"("chain": {"format": "telework-chain/1", "entries": [)", entries,
                                                   R"(]}, "format":)")));
    CHECK(person.has("check.file:20"));
    CHECK_FALSE(person.has("check.file:60"));
    person.go_to("concurrences");
    CHECK(person.has("chain.problem:20"));
    CHECK_FALSE(person.has("chain.problem:21"));
    CHECK(person.node("chain.problems.more").label.ends_with(" more places."));
  }

  TEST_CASE("nothing on the step calls what is recorded a signature, or says that it proves who acted") {
    Person person(first_day);
    begin_submitted(person);
    record_as(person, "concurred.supervisor", "Sam Doe");
    for (const char* fold : {"chain.others", "chain.entries"}) person.press(fold);
    std::string all;
    for (const Node* node : nodes_of(person.screen)) {
      const bool is_limit = node->id == "chain.limit" || node->id == "chain.mail";
      if (!is_limit && node->id.starts_with("chain.")) append(all, node->label, " ", node->value, "\n");
    }
    CHECK(contains(all, "Concurred on"));
    CHECK(!contains(all, " sign"));
    CHECK(!contains(all, "signature"));
    CHECK(!contains(all, "prove"));
    CHECK(contains(person.node("chain.limit").label, "Who acted is shown by the signed paper or the signed mail."));
  }

  TEST_CASE("the story: through six hands, returned twice, approved by a designee, and reviewed the year after (¶9)") {
    Person person(first_day);
    begin_submitted(person);
    std::string story = told(person, "Requested and submitted on March 2");
    go_to_day(person, calendar_date(2026, 3, 4));
    record_as(person, "concurred.supervisor", "Sam Doe");
    go_to_day(person, calendar_date(2026, 3, 6));
    record_as(person, "concurred.second_level", "Uma Park");
    story += told(person, "Concurred twice");
    person.go_to("travel");
    person.fill("travel_budget.trips", "5");
    story += told(person, "An answer was edited");
    go_to_day(person, calendar_date(2026, 3, 10));
    begin(person, "returned.executive");
    person.choose("act.to", "supervisor");
    person.fill("act.reason", "Say why it is five trips.");
    record(person);
    story += told(person, "Found by the executive, and returned");
    go_to_day(person, calendar_date(2026, 3, 11));
    record_as(person, "concurred.supervisor", "Sam Doe");
    record_as(person, "concurred.second_level", "Uma Park");
    go_to_day(person, calendar_date(2026, 3, 12));
    record_as(person, "concurred.executive", "Kim Roe");
    story += told(person, "Renewed, and the executive concurred");
    go_to_day(person, calendar_date(2026, 3, 16));
    record_as(person, "received.hr_director", "Lou Fox");
    story += told(person, "Received by HR");
    go_to_day(person, calendar_date(2026, 3, 18));
    begin(person, "returned.hr_director");
    person.choose("act.to", "supervisor");
    person.fill("act.reason", "Ask the second level again.");
    record(person);
    story += told(person, "Returned by HR, without a change");
    go_to_day(person, calendar_date(2026, 3, 20));
    record_as(person, "concurred.supervisor", "Sam Doe");
    record_as(person, "concurred.second_level", "Uma Park");
    record_as(person, "concurred.executive", "Kim Roe");
    go_to_day(person, calendar_date(2026, 3, 23));
    record_as(person, "received.hr_director", "Lou Fox");
    record_as(person, "concurred.hr_director", "Lou Fox");
    story += told(person, "The whole way again, up to HR");
    go_to_day(person, calendar_date(2026, 3, 25));
    record_as(person, "received.deputy_administrator", "Pat Hill");
    begin(person, "concurred.deputy_administrator");
    person.fill("act.by.name", "Pat Hill");
    person.press("act.for");
    person.fill("act.for.name", "Deputy Administrator");
    person.choose("act.for.authority", "designee");
    record(person);
    CHECK(person.node("chain.now").tone == Tone::success);
    story += told(person, "Concurred by a designee: approved");
    person.fill("worksite_change.proposed", "4/6/2026");
    const std::vector<Effect> saving = person.press("chain.save");
    const Effect* saved = find_effect(saving, EffectKind::save);
    REQUIRE(saved != nullptr);
    CHECK(contains(saved->name, "approved"));
    const std::string head = read_chain(packet_of(person)).head();

    go_to_day(person, calendar_date(2027, 2, 1));
    person.go_to("start");
    person.press("start.review");
    person.press("review.this");
    const Packet review = packet_of(person);
    REQUIRE(review.chain.find_string("after") != nullptr);
    CHECK(*review.chain.find_string("after") == head);
    story += told(person, "The yearly review: a new round");
    submit(person);
    CHECK(acts_of(packet_of(person)) == "submitted");
    story += told(person, "The review, submitted");
    check_golden(FTT_TESTS_DIR "/scenarios/chain_story.txt", story);
  }
}
