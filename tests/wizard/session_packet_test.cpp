// The packet as a whole: compared with another, begun anew with little of it, printed in parts, and without names.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "files.h"
#include "long_text.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

std::string saved_example_with_names() {
  Person person;
  type_example_a(person);
  person.go_to("employee");
  person.fill("employee.last_name", "Kealoha");
  person.fill("employee.requested_worksite.address", "12 Sawtooth Street");
  return person.press("banner.save").front().content;
}

std::string with(std::string packet, std::string_view old_words, std::string_view new_words) {
  const std::size_t at = packet.find(old_words);
  REQUIRE(at != std::string::npos);
  return packet.replace(at, old_words.size(), new_words);
}

bool has_row(const Person& person, std::string_view table, std::string_view old_words, std::string_view new_words) {
  const std::vector<TableRow>& rows = person.node(table).rows;
  return std::any_of(rows.begin(), rows.end(),
                     [&](const TableRow& row) { return row.cells[1] == old_words && row.cells[2] == new_words; });
}

const Effect& effect_of(const std::vector<Effect>& effects, EffectKind kind) {
  const Effect* found = find_effect(effects, kind);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_SUITE("view: comparing packets") {
  TEST_CASE("a file beside the packet at hand: answers and results, old beside new") {
    const std::string saved = saved_example_with_names();
    Person person;
    person.open("a.json", saved);
    person.go_to("travel");
    person.fill("travel_budget.transport", "450");
    person.go_to("start");
    person.press("start.compare");
    CHECK(person.open_in("compare.old", "a.json", saved).front().id == "compare.heading");
    CHECK(has_row(person, "compare.answers", "$412.60", "$450.00"));
    CHECK(!person.node("compare.results").rows.empty());
    CHECK(person.node("compare.to").value.starts_with("the open packet"));
    // Figures stand at the end of their columns, with what the new one is more or less.
    const Node& answers = person.node("compare.answers");
    REQUIRE(answers.columns.size() == 4);
    CHECK(answers.columns[3].label == "Difference");
    for (std::size_t column = 1; column < 4; ++column) CHECK(answers.columns[column].align == Align::end);
    CHECK(answers.rows[0].cells[3] == "+$37.40");
    CHECK(person.node("actions.saved").label == "Changed since a.json.");
  }

  TEST_CASE("two files that say the same in another way are alike, and it is said in words") {
    const std::string saved = saved_example_with_names();
    Person person;
    person.press("start.compare");
    person.open_in("compare.old", "a.json", saved);
    person.open_in("compare.new", "b.json", with(saved, "\"412.60\"", "412.6"));
    CHECK(person.node("compare.alike").tone == Tone::success);
    CHECK(!person.has("compare.answers"));
    person.press("compare.again");
    CHECK(!person.has("compare.heading"));
  }

  TEST_CASE("each place for a file says which file is in it, whose packet that is and which revision") {
    Person person;
    person.press("start.compare");
    CHECK(person.node("compare.old").value.empty());
    person.open_in("compare.old", "last year.json", saved_example_with_names());
    CHECK(person.node("compare.old").value == "last year.json");
    CHECK(person.node("compare.old").hint.starts_with("Kealoha · Revision 1, "));
    CHECK(person.node("compare.from").value == concat("last year.json · ", person.node("compare.old").hint));
    CHECK(person.node("compare.new").value.empty());
    person.press("compare.again");
    CHECK(person.node("compare.old").value.empty());
    CHECK(person.node("compare.old").hint.empty());
  }

  TEST_CASE("what is no figure stands in a table of its own, without a difference") {
    Person person;
    person.press("start.compare");
    person.open_in("compare.old", "a.json", saved_example_with_names());
    person.open_in("compare.new", "b.json", with(saved_example_with_names(), "12 Sawtooth", "14 Sawtooth"));
    CHECK(!person.has("compare.answers"));
    const Node& words = person.node("compare.answers.words");
    CHECK(words.columns.size() == 3);
    REQUIRE(words.rows.size() == 1);
    CHECK(words.rows[0].cells[2].starts_with("14 Sawtooth Street"));
  }

  TEST_CASE("a broken file beside another one changes nothing and says why") {
    Person person;
    person.press("start.compare");
    person.open_in("compare.old", "a.json", saved_example_with_names());
    CHECK(person.open_in("compare.new", "b.json", "not json").front().id == "open.failed");
    CHECK(person.node("compare.from").value.starts_with("a.json"));
  }

  TEST_CASE("opening over work in progress can be compared first, and then kept or opened") {
    const std::string saved = saved_example_with_names();
    for (const bool opens : {false, true}) {
      Person person;
      type_example_b(person);
      const std::string mine = person.session.packet_json();
      person.open("a.json", saved);
      person.press("open.compare");
      CHECK(person.node("main.heading").label == "Compare two packets");
      CHECK(has_row(person, "compare.answers", "$640.00", "$412.60"));
      CHECK(!person.has("open.compare"));
      CHECK(person.session.packet_json() == mine);
      person.press(opens ? "open.replace" : "open.keep");
      CHECK(!person.has("open.ask"));
      CHECK(person.session.packet_json() == (opens ? saved : mine));
      CHECK(person.node("main.heading").label == (opens ? "Check and export" : "Costs and savings"));
    }
  }
}

TEST_SUITE("view: a new packet from this one") {
  TEST_CASE("nothing is offered before a packet is in a file, and nothing is chosen beforehand") {
    Person person;
    type_example_a(person);
    person.go_to("check");
    CHECK(!person.has("anew"));
    person.open("a.json", saved_example_with_names());
    person.press("open.replace");
    CHECK(person.node("anew").label == "Start a new packet from the open one");
    person.press("anew");
    for (const char* box : {"anew.position", "anew.worksites", "anew.name"}) CHECK(person.node(box).value.empty());
  }

  TEST_CASE("it carries what was chosen and no more, under a fresh id, and says so") {
    Person person;
    person.open("a.json", saved_example_with_names());
    person.press("anew");
    person.choose("anew.position", "yes");
    CHECK(person.node("anew.position").value == "yes");
    const std::string before = person.session.snapshot().id;
    person.press("anew.begin");
    CHECK(person.node("main.heading").label == "Arrangement");
    CHECK(person.node("main.notice").label == "You started a new packet. Copied from a.json: the position.");
    const std::string packet = person.session.packet_json();
    CHECK_FALSE(person.session.snapshot().id.empty());
    CHECK(person.session.snapshot().id != before);
    CHECK(member(packet, "position") == R"({"pay_plan":"GS","grade":12,"step":5})");
    for (const char* left : {"Kealoha", "Sawtooth", "Boise", "Washington", "412.60", "\"start\""}) {
      CHECK(lacks(packet, left));
    }
    CHECK(person.node("actions.saved").label == "Not saved to a file yet.");
  }

  TEST_CASE("with changes that are in no file it asks to save first") {
    Person person;
    person.open("a.json", saved_example_with_names());
    person.go_to("travel");
    person.fill("travel_budget.trips", "5");
    person.go_to("check");
    person.press("anew");
    CHECK(person.has("anew.unsaved"));
    CHECK(!person.has("anew.begin"));
  }
}

TEST_SUITE("view: print and save") {
  TEST_CASE("the plain button prints all that the case needs; chosen parts are named in the settings") {
    Person person;
    type_example_a(person);
    person.go_to("check");
    CHECK(effect_of(person.press("check.print"), EffectKind::print).settings == "{}");
    person.press("print.some");
    CHECK(person.node("print.part:analysis_tool").value == "yes");
    CHECK(person.node("print.part:recruit_agreement").value.empty());
    for (const char* part : {"cover", "analysis_tool", "worksheet", "findings"}) {
      person.choose(concat("print.part:", part), "");
    }
    CHECK(effect_of(person.press("print.chosen"), EffectKind::print).settings == R"({"parts":["agreement"]})");
    person.choose("print.part:agreement", "");
    CHECK(!person.has("print.chosen"));
    CHECK(person.has("print.none"));
  }

  TEST_CASE("¶9: the history is one of the parts where acts are recorded, and where none are it is not asked for") {
    Person person;
    type_example_a(person);
    person.go_to("check");
    person.press("print.some");
    CHECK(!person.has("print.part:history"));
    Person of_chain;
    of_chain.open("chain.json", test::read_file(FTT_TESTS_DIR "/scenarios/chain.json"));
    of_chain.go_to("check");
    of_chain.press("print.some");
    CHECK(of_chain.node("print.part:history").value == "yes");
    const std::string settings = effect_of(of_chain.press("print.chosen"), EffectKind::print).settings;
    CHECK(settings == R"({"parts":["cover","analysis_tool","worksheet","agreement","findings","history"]})");
  }

  TEST_CASE("a redacted copy has no name and no street, says what is left out, and saves nothing of the work") {
    Person person;
    person.open("a.json", saved_example_with_names());
    person.go_to("travel");
    person.fill("travel_budget.trips", "5");
    person.go_to("check");
    person.choose("check.redacted", "yes");
    CHECK(person.node("check.left_out").label ==
          "Removed: B1 Last name; B3 Requested official worksite/duty station: Address.");
    const Effect file = effect_of(person.press("check.save"), EffectKind::save);
    CHECK(file.name == "telework-packet-redacted.json");
    CHECK(file.id == "copy");
    CHECK(lacks(file.content, "Kealoha"));
    CHECK(lacks(file.content, "Sawtooth"));
    CHECK(person.node("actions.saved").label == "Changed since a.json.");
    CHECK(effect_of(person.press("check.print"), EffectKind::print).settings == R"({"redacted":true})");
    const Effect page = effect_of(person.press("check.page"), EffectKind::save);
    CHECK(lacks(page.content, "Kealoha"));
    CHECK(page.name == "telework-packet-redacted.html");
    CHECK(member(effect_of(person.press("banner.save"), EffectKind::save).content, "employee/last_name") ==
          "\"Kealoha\"");
  }

  TEST_CASE("a saved page counts as saved once it is handed over, with what it has") {
    Person person;
    person.open("a.json", saved_example_with_names());
    person.go_to("travel");
    person.fill("travel_budget.trips", "5");
    person.go_to("check");
    const std::string name = effect_of(person.press("check.page"), EffectKind::save).name;
    CHECK(person.node("actions.saved").label == "Changed since a.json.");
    person.session.file_saved();
    person.read();
    CHECK(person.node("actions.saved").label == concat("Saved to ", name, "."));

    person.press("check.page");
    person.go_to("travel");
    person.fill("travel_budget.trips", "6");
    person.session.file_saved();
    person.read();
    CHECK(person.node("actions.saved").label == concat("Changed since ", name, "."));

    person.press("check.page");
    person.open("b.json", saved_example_with_names());
    person.press("open.replace");
    person.session.file_saved();  // of the packet before
    person.read();
    CHECK(person.node("actions.saved").label == "Saved to b.json.");
  }

  TEST_CASE("before a redacted copy is saved, the texts that stay in it are shown as they will read") {
    Person person;
    person.open("a.json", saved_example_with_names());
    person.go_to("check");
    person.fill("notes", "Kealoha and KEALOHA; ask Kunigunde.");
    CHECK_FALSE(person.has("check.texts"));
    person.choose("check.redacted", "yes");
    CHECK(person.node("check.texts.words").label ==
          "Read the copy before you send it. The names in the packet's name fields are removed. Nicknames, other "
          "spellings, and people named only in a text are not.");
    CHECK(person.node("check.text:notes").label == "Notes: “[left out] and [left out]; ask Kunigunde.”");
    CHECK(person.node("check.text:notes").kind == NodeKind::link);
    const std::string file = effect_of(person.press("check.save"), EffectKind::save).content;
    CHECK(member(file, "notes") == "\"[left out] and [left out]; ask Kunigunde.\"");
    person.choose("check.redacted", "");
    CHECK_FALSE(person.has("check.texts"));
  }

  TEST_CASE("the names of files keep the letters of the last name") {
    Person person;
    person.open("a.json", saved_example_with_names());
    person.go_to("employee");
    for (const std::string_view name : {"Zoë", "İstanbul", "李", "CON"}) {
      person.fill("employee.last_name", name);
      CHECK(effect_of(person.press("banner.save"), EffectKind::save).name == concat("telework-packet-", name, ".json"));
    }
    person.fill("employee.last_name", "a/b:c\u202Egnp.exe");
    CHECK(effect_of(person.press("banner.save"), EffectKind::save).name == "telework-packet-a-b-c-gnp-exe.json");
    person.fill("employee.last_name", std::string(300, 'x'));
    CHECK(effect_of(person.press("banner.save"), EffectKind::save).name.size() < 130);
  }

  TEST_CASE("the four forms stand there with how far they are, and what is missing in sentences") {
    Person person;
    type_example_a(person);
    person.go_to("check");
    REQUIRE(person.node("check.forms").children.size() == 4);
    CHECK(person.node("check.form:A").value.starts_with("Missing "));
    person.press("check.missing:A");
    REQUIRE(!person.node("check.missing:A").children.empty());
    for (const Node& missing : person.node("check.missing:A").children) CHECK(missing.label.ends_with("."));
  }
}
