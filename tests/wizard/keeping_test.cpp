// What is kept on the device: what the page says of it on the screen, what its buttons ask for, and going on from it.
#include "base/text.h"
#include "figures.h"
#include "long_text.h"
#include "packet/packet.h"
#include "person.h"
#include "wizard/state/surroundings.h"

namespace ftt::test {
namespace {

constexpr std::string_view kept_two = R"({"keeping":"on","words":"Kept on this device at 3:41 PM.","kept":[
  {"id":"test-packet","name":"Kealoha, Ann","words":"Revision 2","earlier":[{"id":"test-packet/1","words":"revision 1"}]},
  {"id":"b","name":"Ito, Ken","words":"Revision 1"}]})";

void tell_surroundings(Person& person, std::string_view json) {
  const Result<Unit> taken = person.session.set_surroundings(json);
  REQUIRE(taken.has_value());
  person.read();
}

std::string refusal(std::string_view json) {
  const Result<PageSurroundings> read = read_surroundings(json);
  REQUIRE(!read.has_value());
  return to_string(read.error());
}

// What a page would keep, resumed in another session.
void resume(Person& person, const Session& kept) {
  REQUIRE(person.session.resume(kept.packet_json(), kept.whereabouts()).has_value());
  person.read();
}

}  // namespace

TEST_SUITE("view: kept on this device") {
  TEST_CASE("nothing is said of keeping before the page has said whether it keeps") {
    Person person;
    CHECK(!person.has("kept.heading"));
    person.go_to("check");
    CHECK(!person.has("kept.forget_this"));
  }

  TEST_CASE("each packet stands there by name, the one at hand without a way to open it") {
    Person person;
    tell_surroundings(person, kept_two);
    CHECK(person.node("kept:b").label == "Ito, Ken");
    CHECK(person.has("kept.open:b"));
    CHECK(!person.has("kept.open:test-packet"));
    CHECK(person.node("kept.words:test-packet").label == "Revision 2 · open now");
    CHECK(person.node("kept.open:test-packet/1").label == "Open revision 1");
    CHECK(person.node("kept.buttons:b").label.empty());
    for (const char* button : {"kept.open:b", "kept.forget:b"}) CHECK(person.node(button).hint == "Ito, Ken");
    CHECK(faults_of(person.screen).empty());
    const std::vector<Effect> effects = person.press("kept.open:b");
    REQUIRE(find_effect(effects, EffectKind::keep_open) != nullptr);
    CHECK(find_effect(effects, EffectKind::keep_open)->id == "b");
  }

  TEST_CASE("forgetting asks first, and keeping it changes nothing") {
    Person person;
    tell_surroundings(person, kept_two);
    CHECK(find_effect(person.press("kept.forget:b"), EffectKind::keep_forget) == nullptr);
    CHECK(person.node("kept.ask").label == "Delete \"Ito, Ken\"? Anything not saved to a file is lost.");
    CHECK(faults_of(person.screen).empty());
    person.press("kept.no");
    CHECK(!person.has("kept.ask"));
    person.press("kept.forget:b");
    const std::vector<Effect> effects = person.press("kept.yes");
    REQUIRE(find_effect(effects, EffectKind::keep_forget) != nullptr);
    CHECK(find_effect(effects, EffectKind::keep_forget)->id == "b");
    CHECK(person.session.snapshot().id == "test-packet");
    CHECK(!person.has("kept.ask"));
  }

  TEST_CASE("forgetting the packet at hand leaves an empty one under a fresh id") {
    for (const bool everything : {false, true}) {
      Person person;
      tell_surroundings(person, kept_two);
      type_example_a(person);
      if (everything) {
        person.go_to("start");
        person.press("kept.forget_all");
      } else {
        person.go_to("check");
        person.press("kept.forget_this");
      }
      const std::vector<Effect> effects = person.press("kept.yes");
      const EffectKind asked = everything ? EffectKind::keep_forget_all : EffectKind::keep_forget;
      REQUIRE(find_effect(effects, asked) != nullptr);
      CHECK(find_effect(effects, asked)->id == (everything ? "" : "test-packet"));
      CHECK(!person.has("kept.ask"));
      CHECK(person.node("main.heading").label == "Start");
      const std::string packet = person.session.packet_json();
      CHECK_FALSE(person.session.snapshot().id.empty());
      CHECK(lacks(packet, "test-packet"));
      CHECK(lacks(packet, "412.60"));
    }
  }

  TEST_CASE("on a shared computer nothing is kept, and what was is asked about first") {
    Person person;
    tell_surroundings(person, kept_two);
    CHECK(find_effect(person.choose("kept.shared", "yes"), EffectKind::keep_shared) == nullptr);
    CHECK(person.node("kept.shared").value.empty());
    CHECK(person.node("kept.shared").detail ==
          "Checking it deletes what was kept here. You can still save to a file.");
    const std::vector<Effect> effects = person.press("kept.yes");
    REQUIRE(find_effect(effects, EffectKind::keep_shared) != nullptr);
    CHECK(find_effect(effects, EffectKind::keep_shared)->content == "yes");
    tell_surroundings(person, R"({"keeping":"shared","words":"This is a shared computer: nothing is kept here."})");
    CHECK(person.node("kept.shared").value == "yes");
    CHECK(person.node("kept.shared").detail == "What was kept here is deleted. You can save to a file.");
    CHECK(person.node("actions.saved").label ==
          "Nothing answered yet. This is a shared computer: nothing is kept here.");
    const std::vector<Effect> back = person.choose("kept.shared", "");
    REQUIRE(find_effect(back, EffectKind::keep_shared) != nullptr);
    CHECK(find_effect(back, EffectKind::keep_shared)->content.empty());
  }

  TEST_CASE("where the agency has set that the computer is shared, it stands there and cannot be changed") {
    Person person;
    tell_surroundings(
        person, R"({"keeping":"shared","is_set":true,"words":"This is a shared computer: nothing is kept here."})");
    CHECK(person.node("kept.shared").value == "yes");
    CHECK(person.node("kept.shared").flags.read_only);
    CHECK(find_effect(person.choose("kept.shared", ""), EffectKind::keep_shared) == nullptr);
    tell_surroundings(person, R"({"keeping":"on","is_set":false})");
    CHECK_FALSE(person.node("kept.shared").flags.read_only);
  }

  TEST_CASE("where nothing can be kept, the screen says why and offers nothing of it") {
    Person person;
    tell_surroundings(person, R"({"keeping":"refused","words":"No room is left."})");
    CHECK(person.node("kept.why").label == "No room is left.");
    CHECK(!person.has("kept.shared"));
    person.go_to("check");
    CHECK(!person.has("kept.forget_this"));
    CHECK(person.node("actions.saved").label == "Nothing answered yet. No room is left.");
  }

  TEST_CASE("another packet can be begun once there is one, and this one stays kept") {
    Person person;
    tell_surroundings(person, R"({"keeping":"on"})");
    CHECK(!person.has("kept.anew"));
    type_example_a(person);
    person.go_to("start");
    const std::vector<Effect> effects = person.press("kept.anew");
    CHECK(find_effect(effects, EffectKind::keep_forget) == nullptr);
    CHECK(person.session.snapshot().id != "test-packet");
    CHECK(person.node("main.heading").label == "Arrangement");
    CHECK(lacks(person.session.packet_json(), "412.60"));
  }

  TEST_CASE("what a newer version has kept can be opened and saved as a file, and is not forgotten one by one") {
    Person person;
    tell_surroundings(person, R"({"keeping":"refused","is_newer":true,"words":"A newer version keeps its own.","kept":[
      {"id":"b","name":"Ito, Ken","words":"Revision 1"}]})");
    CHECK(person.node("kept.why").label == "A newer version keeps its own.");
    CHECK(find_effect(person.press("kept.open:b"), EffectKind::keep_open) != nullptr);
    CHECK(find_effect(person.press("kept.save_aside"), EffectKind::keep_save_aside) != nullptr);
    CHECK(!person.has("kept.forget:b"));
    CHECK(person.has("kept.forget_all"));
  }

  TEST_CASE("damaged records can be had as a file") {
    Person person;
    tell_surroundings(person, R"({"keeping":"on","set_aside":2})");
    CHECK(figures_of(person.node("kept.aside").label) == "2");
    CHECK(find_effect(person.press("kept.save_aside"), EffectKind::keep_save_aside) != nullptr);
  }

  TEST_CASE("what this page may do here stands in the help, each with what is done instead") {
    Person person;
    tell_surroundings(person, R"({"checks":[{"name":"Downloads","state":"good","words":"Files can be saved."},
      {"name":"Storage","state":"bad","words":"Save to a file."},{"name":"Print","state":"limited","words":"By file."}]})");
    CHECK(!person.has("help.checks"));
    person.press("banner.help");
    const Node& table = person.node("help.checks");
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].cells == std::vector<std::string>{"Downloads", "yes", "Files can be saved."});
    CHECK(table.rows[1].cells[1] == "no");
    CHECK(table.rows[2].cells[1] == "in part");
    CHECK(faults_of(person.screen).empty());
  }

  TEST_CASE("Check privacy asks the page, and shows what it found below what it may do") {
    Person person;
    person.press("banner.help");
    CHECK_FALSE(person.has("help.privacy"));
    constexpr const char* checks = R"("checks":[{"name":"Printing","state":"good","words":"It can be done."}])";
    tell_surroundings(person, concat("{", checks, "}"));
    CHECK(find_effect(person.press("help.privacy"), EffectKind::check_privacy) != nullptr);
    CHECK_FALSE(person.has("help.privacy.found"));
    tell_surroundings(person,
                      concat("{", checks, R"(,"privacy":[{"name":"Cookies","state":"good","words":"None."}]})"));
    const Node& found = person.node("help.privacy.found");
    REQUIRE(found.rows.size() == 1);
    CHECK(found.rows[0].cells == std::vector<std::string>{"Cookies", "yes", "None."});
    CHECK(faults_of(person.screen).empty());
  }

  TEST_CASE("what the page says is refused with its place, and changes nothing") {
    CHECK(refusal("[]") == "This must be an object.");
    CHECK(refusal(R"({"keeping":"maybe"})") == "/keeping: This must be on, shared or refused.");
    CHECK(refusal(R"({"kept":{}})") == "/kept: This must be a list of objects.");
    CHECK(refusal(R"({"kept":["a"]})") == "/kept/0: This must be an object.");
    CHECK(refusal(R"({"checks":[{"state":"odd"}]})") == "/checks/0/state: This must be good, limited or bad.");
    Person person;
    tell_surroundings(person, kept_two);
    CHECK(!person.session.set_surroundings("{").has_value());
    CHECK(person.has("kept.open:b"));
  }
}

TEST_SUITE("view: going on from what was kept") {
  TEST_CASE("the packet, the step and the field being typed in are as they were") {
    Person person;
    type_example_a(person);
    person.go_to("travel");
    person.type("travel_budget.transport", "1,2");
    Person other;
    resume(other, person.session);
    CHECK(other.node("main.heading").label == person.node("main.heading").label);
    CHECK(other.node("travel_budget.transport").value == "1,2");
    CHECK(other.session.packet_json() == person.session.packet_json());
    CHECK(other.node("actions.saved").label == "Not saved to a file yet.");
    CHECK(other.session.whereabouts() == person.session.whereabouts());
    other.leave("travel_budget.transport", "1,250");
    CHECK(other.node("travel_budget.transport").value == "$1,250.00");
  }

  TEST_CASE("what cannot be read is there as it was typed, with its problem") {
    Person person;
    person.go_to("travel");
    person.fill("travel_budget.transport", "12..3");
    person.type("travel_budget.trips", "abo");
    Person other;
    resume(other, person.session);
    CHECK(other.node("travel_budget.transport").value == "12..3");
    CHECK(!other.node("travel_budget.transport").problem.empty());
    CHECK(other.node("travel_budget.trips").value == "abo");
    CHECK(other.node("travel_budget.trips").problem.empty());
  }

  TEST_CASE("a text of 25,000 characters comes back whole, left or still being typed, and out of the file as well") {
    const std::string left(25'000, 'a');
    const std::string typed(26'000, 'b');
    Person person;
    person.go_to("check");
    person.fill("notes", left);
    person.go_to("justification");
    person.type("justification.cost", typed);
    Person other;
    resume(other, person.session);
    CHECK(other.node("justification.cost").value == typed);
    other.leave("justification.cost", typed);
    CHECK(other.node("justification.cost").problem ==
          "The text has 26,000 characters; at most 20,000 fit here. Shorten it, or put the rest into the notes.");
    other.go_to("check");
    CHECK(other.node("notes").value == left);
    const std::vector<Effect> effects = other.press("banner.save");
    REQUIRE(find_effect(effects, EffectKind::save) != nullptr);
    Person third;
    third.session.open("packet.json", find_effect(effects, EffectKind::save)->content);
    third.read();
    third.go_to("check");
    CHECK(third.node("notes").value == left);
    CHECK(third.node("notes").problem == "The text has 25,000 characters; at most 20,000 fit here. Shorten it.");
    CHECK(third.session.packet_json() == other.session.packet_json());
  }

  TEST_CASE("a place that was being typed is no answer yet, and is there all the same") {
    Person person;
    person.go_to("employee");
    person.type("employee.requested_worksite", "Bozem");
    Person other;
    resume(other, person.session);
    CHECK(other.node("employee.requested_worksite").value == "Bozem");
    CHECK(!other.node("employee.requested_worksite").options.empty());
  }

  TEST_CASE("the revision counts on as if nothing had happened") {
    Person person;
    type_example_a(person);
    person.press("banner.save");
    person.go_to("travel");
    person.fill("travel_budget.trips", "5");
    Person other;
    resume(other, person.session);
    CHECK(other.node("actions.saved").label == person.node("actions.saved").label);
    other.fill("travel_budget.trips", "6");
    person.fill("travel_budget.trips", "6");
    CHECK(other.session.packet_json() == person.session.packet_json());
    CHECK(member(other.session.packet_json(), "revision") == "2");
    other.press("banner.save");
    Person third;
    resume(third, other.session);
    third.fill("travel_budget.trips", "7");
    CHECK(member(third.session.packet_json(), "revision") == "3");
  }

  TEST_CASE("a packet in no file yet is prepared on the day that it is saved, not on the day that it was kept") {
    Person person;
    type_example_a(person);
    Person later{calendar_date(2026, 11, 23)};
    resume(later, person.session);
    CHECK(member(later.session.packet_json(), "prepared_on") == "\"2026-11-23\"");
  }

  TEST_CASE("the answers of the walk and what a figure is worked out of come back as well") {
    Person person;
    person.go_to("additional");
    person.press("helper.transit");
    person.fill("helper.monthly", "150");
    person.fill("helper.months", "11");
    Person other;
    resume(other, person.session);
    other.press("helper.transit");
    CHECK(other.node("helper.monthly").value == "$150.00");
    CHECK(other.node("helper.months").value == "11");
  }

  TEST_CASE("what is tried beside the packet comes back, with what is wrong in it") {
    Person person;
    type_example_a(person);
    person.go_to("result");
    person.fill("what_if.trips", "99");
    person.fill("what_if.nights", "2");
    person.fill("what_if.transport", "500");
    person.fill_place("what_if.place", "Denver, CO");
    person.choose("what_if.method", "extras_only");
    Person other;
    resume(other, person.session);
    for (const char* field : {"what_if.trips", "what_if.nights", "what_if.transport", "what_if.place", "what_if.method"}) {
      CHECK(other.node(field).value == person.node(field).value);
    }
    CHECK(!person.node("what_if.trips").problem.empty());
    CHECK(other.node("what_if.trips").problem == person.node("what_if.trips").problem);
    CHECK(other.node("what_if.table").rows.back().cells == person.node("what_if.table").rows.back().cells);
    CHECK(other.session.whereabouts() == person.session.whereabouts());
    CHECK(other.session.packet_json() == person.session.packet_json());
    other.open("packet.json", person.session.packet_json());
    other.press("open.replace");
    CHECK(lacks(other.session.whereabouts(), "what_if"));
  }

  TEST_CASE("what is more than a file can hold comes back too, and is saved with what to do about it") {
    Person person;
    person.go_to("check");
    // Not read in between, which takes long under the sanitizers.
    person.session.edit({"notes", EditAction::leave, std::string(largest_packet, 'a')});
    Person other;
    REQUIRE(other.session.resume(person.session.packet_json(), person.session.whereabouts()).has_value());
    const std::vector<Effect> effects = other.session.edit({"banner.save", EditAction::press, {}});
    REQUIRE(find_effect(effects, EffectKind::save) != nullptr);
    CHECK(find_effect(effects, EffectKind::save)->content.size() > largest_packet);
    other.read();
    CHECK(figures_of(other.node("main.notice").label) == "8,401,313 8,388,608");
    CHECK(other.session.packet_json() == find_effect(effects, EffectKind::save)->content);
  }

  TEST_CASE("as a copy it goes on under its own id") {
    Person person;
    type_example_a(person);
    person.session.go_on_as("copy");
    CHECK(member(person.session.packet_json(), "id") == "\"copy\"");
    CHECK(member(person.session.whereabouts(), "id") == "\"copy\"");
  }

  TEST_CASE("what was kept goes on under the id that it is kept by, also where it names another one") {
    Person person;
    type_example_a(person);
    const Snapshot kept = person.session.snapshot();
    Person other;
    REQUIRE(other.session.resume(kept.packet, kept.whereabouts, {.id = "kept"}).has_value());
    const Snapshot there = other.session.snapshot();
    CHECK(there.id == "kept");
    CHECK(read_packet(there.packet)->packet.id == "kept");
    CHECK(read_packet(there.packet)->packet.answers == read_packet(kept.packet)->packet.answers);
  }

  TEST_CASE("a copy of a packet that was saved is in no file yet") {
    Person person;
    type_example_a(person);
    person.press("banner.save");
    const Snapshot kept = person.session.snapshot();
    CHECK(kept.file == "telework-packet.json");
    CHECK_FALSE(kept.is_unsaved);
    Person other;
    REQUIRE(other.session.resume(kept.packet, kept.whereabouts, {.id = "copy", .is_copy = true}).has_value());
    other.read();
    const Snapshot copy = other.session.snapshot();
    CHECK(copy.id == "copy");
    CHECK(copy.file.empty());
    CHECK(copy.is_unsaved);
    CHECK(other.node("actions.saved").label == "Not saved to a file yet.");
  }

  TEST_CASE("a session says whose packet it has, which revision, and what is in no file") {
    Person person;
    CHECK(person.session.snapshot().name == "A packet without a name");
    CHECK_FALSE(person.session.snapshot().has_work);
    person.go_to("employee");
    person.type("position.title", " Economist");
    CHECK(person.session.snapshot().is_unsaved);
    CHECK(person.session.snapshot().typed == " Economist");
    person.leave("position.title", " Economist");
    CHECK(person.session.snapshot().name == "Economist");
    CHECK(person.session.snapshot().typed.empty());
    person.fill("employee.first_name", "Ann");
    person.fill("employee.last_name", "Kealoha");
    CHECK(person.session.snapshot().name == "Kealoha, Ann");
    CHECK(person.session.snapshot().revision == 1);
    person.press("banner.save");
    CHECK_FALSE(person.session.snapshot().is_unsaved);
    CHECK(person.session.snapshot().has_work);
    person.fill("employee.last_name", std::string(150, 'K'));
    CHECK(person.session.snapshot().name == std::string(120, 'K'));
    CHECK(person.session.snapshot().revision == 2);
    CHECK(person.session.snapshot().is_unsaved);
  }

  TEST_CASE("what is tried or worked out beside the packet is work, and makes no change that a file lacks") {
    Person tried;
    tried.go_to("result");
    tried.fill("what_if.trips", "3");
    Person helped;
    helped.go_to("additional");
    helped.press("helper.transit");
    helped.fill("helper.monthly", "150");
    for (const Person* person : {&tried, &helped}) {
      CHECK(person->session.snapshot().has_work);
      CHECK_FALSE(person->session.snapshot().is_unsaved);
    }
  }

  TEST_CASE("what is kept is the packet's own assessment on every step, also while the estimate assumes things") {
    Person person;
    person.go_to("estimate");
    person.fill("travel_budget.trips", "4");
    for (const StepWords& step : all_steps()) {
      person.press(step.id);
      const std::string written = person.session.packet_json();
      const Result<OpenedPacket> opened = read_packet(written);
      REQUIRE(opened.has_value());
      const Packet& packet = opened->packet;
      const Assessment anew = assess(all_rates(), packet.answers, assessed_on(packet, persons_day));
      CHECK_MESSAGE(written == write_packet(packet, anew), std::string(step.id));
      for (const WorksheetLine& line : anew.worksheet.lines) {
        const Result<Json> figures = read_json(person.session.snapshot().figures);
        const Json* figure = figures->find(info(line.id).id);
        REQUIRE(figure != nullptr);
        CHECK(figure->is_null() == !line.value.has_value());
        if (line.value.has_value()) CHECK(*figure->as_string() == to_decimal(line.value));
      }
    }
  }

  TEST_CASE("App. A, Parts A to I: a file that was changed after it was sealed is so as well once it was kept") {
    Person author;
    type_example_a(author);
    std::string changed = author.session.packet_json();
    const std::size_t at = changed.find("\"412.60\"");
    REQUIRE(at != std::string::npos);
    changed.replace(at, 8, "\"212.60\"");
    Person person;
    person.open("packet.json", changed);
    REQUIRE(person.has("check.file.verdict"));
    // Again and again.
    Person first;
    resume(first, person.session);
    CHECK(first.session.whereabouts() == person.session.whereabouts());
    Person other;
    resume(other, first.session);
    for (const Person* each : {&first, &other}) {
      CHECK(each->node("check.file.verdict").label == person.node("check.file.verdict").label);
      CHECK(each->node("check.file.answers").rows[0].cells == person.node("check.file.answers").rows[0].cells);
      CHECK(each->node("check.file.figures").label == person.node("check.file.figures").label);
      CHECK(contains(each->node("main.standing").detail, "Changed since it was sealed"));
      CHECK_FALSE(each->has("check.intact"));
    }
  }

  TEST_CASE("App. A, Part E: what of a file could not be read is told as well once it was kept, and no more than that") {
    Person person;
    person.open("packet.json", R"({"format": "telework-packet/1", "id": "x", "travel_budget": {"trips": "many"},
      "seal": {"content": "none"}})");
    REQUIRE(person.has("check.file:1"));
    Person other;
    resume(other, person.session);
    other.go_to("check");
    for (const char* finding : {"check.file:1", "check.file:2"}) {
      REQUIRE(other.has(finding) == person.has(finding));
      if (!person.has(finding)) continue;
      CHECK(other.node(finding).label == person.node(finding).label);
      CHECK(other.node(finding).tone == person.node(finding).tone);
    }
    Person begun;
    begun.go_to("travel");
    begun.fill("travel_budget.transport", "12..3");
    Person again;
    resume(again, begun.session);
    again.go_to("check");
    CHECK_FALSE(again.has("check.file"));
  }

  TEST_CASE("bytes that are no packet are refused, and nothing has changed") {
    Person person;
    type_example_a(person);
    const std::string before = person.session.packet_json();
    CHECK(!person.session.resume("{", "{}").has_value());
    CHECK(!person.session.resume(before, "{").has_value());
    CHECK(!person.session.resume(before, "[]").has_value());
    CHECK(person.session.packet_json() == before);
  }
}

}  // namespace ftt::test
