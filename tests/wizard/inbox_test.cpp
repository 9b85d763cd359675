// "Look through many packets": what the page finds of files as a table, its order, folded copies, progress, cancel, and
// opening a row (¶9).
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "files.h"
#include "long_text.h"
#include "packet/inbox_facts.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

InboxRow row(std::string_view file, std::string_view id, std::string_view whose) {
  InboxRow made;
  made.file = file;
  made.id = id;
  made.whose = whose;
  made.state = ChainState::in_chain;
  made.waits_for = "the immediate supervisor";
  made.since = calendar_date(2026, 11, 2);
  return made;
}

InboxRow due(InboxRow made, Date day, int over_by) {
  made.due = day;
  made.over_by = over_by;
  made.lateness = over_by > 0 ? Lateness::late : Lateness::not_due;
  return made;
}

std::string told(std::string_view state, std::size_t of, std::size_t read, std::size_t others,
                 const std::vector<InboxRow>& rows = {}) {
  Json json = Json::object();
  json.set("state", Json::string(state));
  json.set("of", Json::number(static_cast<std::int64_t>(of)));
  json.set("read", Json::number(static_cast<std::int64_t>(read)));
  json.set("others", Json::number(static_cast<std::int64_t>(others)));
  Json& list = json.set("rows", Json::array());
  for (const InboxRow& one : rows) list.push_back(inbox_facts(one));
  return write_json_compact(json);
}

std::vector<Effect> look(Person& person, const std::string& json) {
  Result<std::vector<Effect>> effects = person.session.look_through(json);
  REQUIRE_MESSAGE(effects.has_value(), (effects ? std::string() : to_string(effects.error())));
  person.read();
  return *std::move(effects);
}

// What was chosen was read to its end.
void find(Person& person, std::vector<InboxRow> rows, std::size_t others = 0) {
  const std::size_t files = rows.size() + others;
  look(person, told("begun", files, 0, 0));
  look(person, told("done", files, files, others, rows));
}

std::vector<std::string> names(const Person& person) {
  std::vector<std::string> first;
  for (const TableRow& one : person.node("inbox.table").rows) first.push_back(one.cells[0]);
  return first;
}

std::vector<InboxRow> three() {
  InboxRow waits = row("b.json", "b", "Abe, Ken");
  waits.waits_for = "the servicing HR Director, Priya Raman";
  waits.since = calendar_date(2026, 10, 1);
  return {due(row("a.json", "a", "zoe, Ann"), calendar_date(2026, 12, 1), 0), waits,
          due(row("c.json", "c", "Moe, Sam"), calendar_date(2026, 11, 12), 6)};
}

}  // namespace

TEST_SUITE("wizard: the inbox") {
  TEST_CASE("Start and the address lead to it; before anything is chosen it asks for files or a folder") {
    Person person;
    person.press("start.inbox");
    CHECK(person.screen.target == "step:inbox");
    CHECK(!person.has("inbox.table"));
    CHECK(person.press("inbox.files").at(0).kind == EffectKind::inbox_files);
    CHECK(person.press("inbox.folder").at(0).kind == EffectKind::inbox_folder);
    person.go_to("start");
    person.session.visit("step:inbox");
    person.read();
    CHECK(person.screen.target == "step:inbox");
    REQUIRE(person.session.go_to("inbox").has_value());
  }

  TEST_CASE("choosing files anywhere goes to the inbox; who has what since when, by when and how late (¶9)") {
    Person person;
    person.go_to("travel");
    CHECK(said(look(person, told("begun", 4, 0, 0))).empty());
    CHECK(person.screen.target == "step:inbox");
    CHECK(said(look(person, told("done", 4, 4, 1, three()))) ==
          "Found 3 packets. 1 other file is not a packet or cannot be read.");
    const Node& table = person.node("inbox.table");
    CHECK(table.label == "3 packets, the most overdue first");
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].cells == std::vector<std::string>{"Moe, Sam", "The immediate supervisor", "November 2, 2026",
                                                          "November 12, 2026: 6 work days late",
                                                          "In the chain of command."});
    CHECK(table.rows[2].cells == std::vector<std::string>{"Abe, Ken", "The servicing HR Director, Priya Raman",
                                                          "October 1, 2026", "No due date",
                                                          "In the chain of command."});
    CHECK(std::all_of(table.rows.begin(), table.rows.end(), [](const TableRow& one) { return one.opens; }));
    CHECK(!person.has("inbox.older"));
    CHECK(!person.has("inbox.cancel"));
  }

  TEST_CASE("it is sorted by what is chosen, and the caption says the order") {
    Person person;
    find(person, three());
    CHECK(names(person) == std::vector<std::string>{"Moe, Sam", "zoe, Ann", "Abe, Ken"});
    person.choose("inbox.order", "whose");
    CHECK(names(person) == std::vector<std::string>{"Abe, Ken", "Moe, Sam", "zoe, Ann"});
    CHECK(person.node("inbox.table").label == "3 packets, by name");
    CHECK(person.node("inbox.order").value == "whose");
    person.choose("inbox.order", "since");
    CHECK(names(person).front() == "Abe, Ken");
    person.choose("inbox.order", "waits_for");
    CHECK(names(person).back() == "Abe, Ken");
    person.choose("inbox.order", "due");
    CHECK(names(person) == std::vector<std::string>{"Moe, Sam", "zoe, Ann", "Abe, Ken"});
    person.choose("inbox.order", "no such order");
    CHECK(person.node("inbox.order").value == "due");
    find(person, three());
    CHECK(person.node("inbox.order").value == "due");
  }

  TEST_CASE("older copies are folded under the newest, and shown below it on request") {
    InboxRow older = row("z.json", "a", "Ito, Ken");
    InboxRow newer = row("new.json", "a", "Ito, Ken");
    older.digests = {"1"};
    newer.digests = {"1", "2"};
    Person person;
    find(person, {older, row("b.json", "b", "Moe, Sam"), newer});
    CHECK(names(person) == std::vector<std::string>{"Moe, Sam", "Ito, Ken"});
    CHECK(person.node("inbox.read").label == "Found 2 packets and 1 older copy of them.");
    CHECK(person.node("inbox.table").rows[1].cells[4] == "In the chain of command. 1 older copy.");
    person.choose("inbox.older", "yes");
    CHECK(names(person) == std::vector<std::string>{"Moe, Sam", "Ito, Ken", "Older copy: z.json"});
    CHECK(person.press("inbox.table/0").at(0).name == "z.json");
    person.choose("inbox.older", "");
    CHECK(names(person).size() == 2);
  }

  TEST_CASE("a copy that comes later is folded with those that are there, and goes by the newest in each order") {
    InboxRow older = row("z.json", "a", "Ito, Ken");
    InboxRow newer = due(row("new.json", "a", "Abe, Ken"), calendar_date(2026, 11, 12), 6);
    older.digests = {"1"};
    newer.digests = {"1", "2"};
    Person person;
    look(person, told("begun", 3, 0, 0));
    look(person, told("reading", 3, 2, 0, {row("b.json", "b", "Bly, Sam"), older}));
    person.choose("inbox.order", "whose");
    CHECK(names(person) == std::vector<std::string>{"Bly, Sam", "Ito, Ken"});
    look(person, told("done", 3, 3, 0, {newer}));
    CHECK(names(person) == std::vector<std::string>{"Abe, Ken", "Bly, Sam"});
    person.choose("inbox.order", "late");
    CHECK(names(person) == std::vector<std::string>{"Abe, Ken", "Bly, Sam"});
    CHECK(person.node("inbox.table").rows[0].cells[4] == "In the chain of command. 1 older copy.");
    CHECK(person.press("inbox.table/2").at(0).name == "new.json");
  }

  TEST_CASE("copies that went on apart are named in the row of the newest, in the order of their files") {
    InboxRow newest = row("b.json", "a", "Ito, Ken");
    InboxRow second = row("c.json", "a", "Ito, Ken");
    InboxRow third = row("a.json", "a", "Ito, Ken");
    newest.digests = {"1", "2", "3"};
    second.digests = {"1", "4"};
    third.digests = {"5"};
    Person person;
    find(person, {second, newest, third});
    const std::vector<TableRow>& rows = person.node("inbox.table").rows;
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].cells[4] ==
          "In the chain of command. 2 older copies. Warning: a.json is a copy that went on apart: merge both. "
          "Warning: c.json is a copy that went on apart: merge both.");
    CHECK(person.press("inbox.table/1").at(0).name == "b.json");
  }

  TEST_CASE("what is wrong with a packet stands in its row") {
    InboxRow warned = row("a.json", "a", "Ito, Ken");
    warned.warnings = {"It has no id; open and save it in the wizard.", "Its chain does not hold: x: y"};
    warned.due = calendar_date(2026, 12, 1);
    warned.due_if_stopped = calendar_date(2026, 12, 9);
    InboxRow redacted = row("b.json", "b", "");
    redacted.state.reset();
    redacted.waits_for.clear();
    redacted.since.reset();
    redacted.warnings = {"A copy without names does not say where the packet is."};
    Person person;
    find(person, {warned, redacted});
    const std::vector<TableRow>& rows = person.node("inbox.table").rows;
    CHECK(rows[0].cells[3] == "December 1, 2026; December 9, 2026 if the clock stopped on return");
    CHECK(rows[0].cells[4] == "In the chain of command. Warning: It has no id; open and save it in the wizard. "
                              "Warning: Its chain does not hold: x: y");
    CHECK(rows[1].cells ==
          std::vector<std::string>{"b.json", "Not known", "", "",
                                   "Warning: A copy without names does not say where the packet is."});
  }

  TEST_CASE("while files are read it says how far, shows what is there, and can be canceled; what was found stays") {
    Person person;
    look(person, told("begun", 500, 0, 0));
    CHECK(person.node("inbox.read").label == "Reading: 0 of 500 files.");
    CHECK(said(look(person, told("reading", 500, 120, 2, three()))) == "Reading: 120 of 500 files.");
    CHECK(person.node("inbox.read").label == "Reading: 120 of 500 files.");
    CHECK(look(person, told("reading", 500, 121, 2)).empty());
    CHECK(names(person).size() == 3);
    CHECK(person.press("inbox.cancel").at(0).kind == EffectKind::inbox_cancel);
    CHECK(said(look(person, told("canceled", 500, 121, 2))) ==
          "Canceled after 121 of 500 files. Found 3 packets. 2 other files are not packets or cannot be read.");
    CHECK(names(person).size() == 3);
    CHECK(!person.has("inbox.cancel"));
    find(person, {row("x.json", "x", "Moe, Sam")});
    CHECK(names(person) == std::vector<std::string>{"Moe, Sam"});
  }

  TEST_CASE("while files are read one can go elsewhere, and is not brought back") {
    Person person;
    look(person, told("begun", 2, 0, 0));
    person.go_to("travel");
    look(person, told("reading", 2, 1, 0, {row("a.json", "a", "Ito, Ken")}));
    look(person, told("done", 2, 2, 0, {row("b.json", "b", "Moe, Sam")}));
    CHECK(person.screen.target == "step:travel");
    person.go_to("inbox");
    CHECK(names(person).size() == 2);
  }

  TEST_CASE("three packets among 20,000 files: the others are one number") {
    Person person;
    find(person, three(), 19'997);
    CHECK(person.node("inbox.read").label ==
          "Found 3 packets. 19,997 other files are not packets or cannot be read.");
    find(person, {}, 20'000);
    CHECK(person.node("inbox.read").label ==
          "Found 0 packets. 20,000 other files are not packets or cannot be read.");
    CHECK(!person.has("inbox.table"));
    CHECK(!person.has("inbox.order"));
  }

  TEST_CASE("many packets are shown a page at a time, and each page's rows open what they name") {
    std::vector<InboxRow> many;
    for (int i = 0; i < 500; ++i) {
      const std::string number = std::to_string(1000 + i);
      many.push_back(row(concat(number, ".json"), number, concat("Name ", number)));
    }
    Person person;
    find(person, many);
    person.choose("inbox.order", "whose");
    CHECK(person.node("inbox.table").label == "Packets 1 to 50 of 500, by name");
    CHECK(!person.has("inbox.previous"));
    CHECK(person.press("inbox.next").at(0).id == "inbox.table/50");
    CHECK(names(person).size() == 50);
    CHECK(names(person).front() == "Name 1050");
    CHECK(person.press("inbox.table/50").at(0).name == "1050.json");
    CHECK(person.press("inbox.table/0").empty());  // it is on another page
    for (int i = 0; i < 20; ++i) {
      if (person.has("inbox.next")) person.press("inbox.next");
    }
    CHECK(names(person).back() == "Name 1499");
    person.press("inbox.previous");
    CHECK(names(person).front() == "Name 1400");
    person.choose("inbox.order", "late");
    CHECK(!person.has("inbox.previous"));
  }

  TEST_CASE("equal names of two people are told apart by their files; long names are cut, others stay as they are") {
    const std::string long_name(200, 'n');
    Person person;
    find(person, {row("a.json", "a", "Ito, Ken"), row("b.json", "b", "Ito, Ken"),
                  row("c.json", "c", "\xD7\x9B\xD7\x94\xD7\x9F, \xD7\x93\xD7\xA0\xD7\x94"),
                  row(concat("folder/", long_name, ".json"), "d", long_name)});
    person.choose("inbox.order", "whose");
    std::vector<std::string> shown = names(person);
    CHECK(std::count(shown.begin(), shown.end(), "Ito, Ken (a.json)") == 1);
    CHECK(std::count(shown.begin(), shown.end(), "Ito, Ken (b.json)") == 1);
    CHECK(std::count(shown.begin(), shown.end(), "\xD7\x9B\xD7\x94\xD7\x9F, \xD7\x93\xD7\xA0\xD7\x94") == 1);
    for (const std::string& name : shown) CHECK(count_code_points(name) <= 60);
  }

  TEST_CASE("a row opens as a file does: over unsaved work it asks, and the list stays") {
    const std::string example = read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
    Person person;
    person.go_to("travel");
    person.fill("travel_budget.trips", "7");
    find(person, {row("a.json", "a", "Ito, Ken")});
    const std::vector<Effect> effects = person.press("inbox.table/0");
    REQUIRE(effects.size() == 1);
    CHECK(effects[0].kind == EffectKind::inbox_open);
    person.open(effects[0].name, example);
    CHECK(person.has("open.ask"));
    CHECK(person.screen.target == "step:inbox");
    person.press("open.keep");
    CHECK(names(person).size() == 1);
    person.open(effects[0].name, example);
    person.press("open.replace");
    CHECK(person.screen.target == "step:check");
    person.go_to("inbox");
    CHECK(names(person).size() == 1);
  }

  TEST_CASE("nothing of it is kept, undone or a change of the packet") {
    Person person;
    const std::string before = person.session.packet_json();
    find(person, three());
    person.choose("inbox.order", "whose");
    CHECK(person.session.packet_json() == before);
    CHECK(!contains(person.session.whereabouts(), "Moe"));
    CHECK(!person.session.snapshot().is_unsaved);
    CHECK(contains(person.node("banner.undo").hint, "Nothing to undo yet."));
  }

  TEST_CASE("what is no account of files is refused with its place, and changes nothing") {
    Person person;
    find(person, three());
    for (const auto& [json, where] : {std::pair{"{", ""}, std::pair{"[]", ""}, std::pair{R"({"state":"gone"})", "state"},
                                      std::pair{R"({"state":"done","rows":{}})", "rows"},
                                      std::pair{R"({"state":"done","rows":[{"file":1}]})", "rows.0.file"}}) {
      const Result<std::vector<Effect>> refused = person.session.look_through(json);
      REQUIRE_FALSE(refused.has_value());
      if (*where != '\0') CHECK(refused.error().where == where);
    }
    person.read();
    CHECK(names(person).size() == 3);
  }

  TEST_CASE("every part of it has what a screen reader and the keyboard need") {
    Person person;
    person.go_to("inbox");
    CHECK(faults_of(person.screen).empty());
    find(person, three(), 5);
    CHECK(faults_of(person.screen).empty());
  }
}
