// Opening files: asking first, changing nothing on a bad one, telling what a file says otherwise.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "figures.h"
#include "long_text.h"
#include "packet/golden.h"
#include "packet/rates_at_hand.h"
#include "person.h"
#include "print/print_document.h"
#include "view/patch.h"

using namespace ftt;
using namespace ftt::test;

namespace {

std::string saved_example_a() {
  Person person;
  type_example_a(person);
  return person.session.packet_json();
}

std::string put(std::string bytes, std::string_view from, std::string_view to) {
  const std::size_t place = bytes.find(from);
  REQUIRE(place != std::string::npos);
  return bytes.replace(place, from.size(), to);
}

// Leaves a trace of each kind that a person can leave beside the answers of a packet.
void do_much_beside(Person& person) {
  for (const StepWords& step : all_steps()) {
    person.press(step.id);
    const Node screen = person.screen;
    for (const Node* node : nodes_of(screen)) {
      if (node->kind == NodeKind::disclosure) person.press(node->id);
      if (node->kind == NodeKind::checkbox) person.choose(node->id, node->value.empty() ? "yes" : "");
    }
  }
  person.go_to("change");
  person.choose("ending.reason", "new_worksite");
  person.go_to("additional");
  if (!person.has("helper.monthly")) person.press("helper.transit");
  person.fill("helper.monthly", "150");
  person.fill("helper.months", "11");
  person.go_to("result");
  person.fill("what_if.trips", "99");
  person.fill_place("what_if.place", "Denver, CO");
  person.choose("what_if.method", "extras_only");
  person.go_to("compare");
  person.open_in("compare.old", "older.json", saved_example_a());
  person.open("broken.json", "not json");
  person.go_to("travel");
  person.show_references();
  person.press("cite:travel_budget.trips");
  person.press("banner.save");
}

// Every step of the one shows what it shows of the other.
// How the form is shown is chosen by the person, whichever packet it is.
void check_all_alike(Person& person, Person& other) {
  for (Person* each : {&person, &other}) {
    each->press("banner.references");
    each->show_references();
    each->press("banner.references");
  }
  CHECK(person.session.packet_json() == other.session.packet_json());
  CHECK(person.session.whereabouts() == other.session.whereabouts());
  for (const StepWords& step : all_steps()) {
    person.press(step.id);
    other.press(step.id);
    CHECK_MESSAGE(patch_between(&other.screen, person.screen) == patch_between(&other.screen, other.screen),
                  std::string(step.id));
  }
}

}  // namespace

TEST_SUITE("view: opening a file") {
  TEST_CASE("a packet that was saved opens again as it was, with nothing to tell") {
    const std::string saved = saved_example_a();
    Person person;
    person.open("packet.json", saved);
    CHECK(person.node("result.net").value == "$8,295.80 less");
    CHECK(!person.has("check.file"));
    CHECK(person.session.packet_json() == saved);
  }

  TEST_CASE("another packet that is opened has nothing of what was done beside the one before it") {
    Person worked;
    type_example_b(worked);
    const std::string packet_b = worked.session.packet_json();
    Person person;
    type_example_a(person);
    do_much_beside(person);
    person.go_to("start");
    person.open("b.json", packet_b);
    Person fresh;
    fresh.open("b.json", packet_b);
    check_all_alike(person, fresh);
  }

  TEST_CASE("one that goes on from what is kept has none of it either") {
    Person worked;
    type_example_b(worked);
    Person person;
    type_example_a(person);
    do_much_beside(person);
    Person fresh;
    for (Person* each : {&person, &fresh}) {
      REQUIRE(each->session.resume(worked.session.packet_json(), worked.session.whereabouts()).has_value());
      each->read();
    }
    check_all_alike(person, fresh);
  }

  TEST_CASE("nor has one that a page around hands over while everything is open, asked about and half typed") {
    constexpr std::string_view kept = R"({"keeping":"on","kept":[{"id":"b","name":"Ito, Ken","words":"Revision 1"}]})";
    Person worked;
    type_example_b(worked);
    const std::string packet_b = worked.session.packet_json();
    Person person;
    Person fresh;
    for (Person* each : {&person, &fresh}) REQUIRE(each->session.set_surroundings(kept).has_value());
    type_example_a(person);
    do_much_beside(person);
    person.go_to("start");
    person.press("kept.forget:b");
    person.go_to("employee");
    person.fill("employee.last_name", "Kealoha");
    person.open("waiting.json", saved_example_a());
    person.press("check.dates.save");
    (void)person.session.save_dates("1781535849");
    person.go_to("compare");
    person.go_to("travel");
    person.fill("travel_budget.trips", "abc");
    person.press("actions.next");
    person.type("travel_budget.transport", "1,2");
    for (const char* id : {"main.errors", "open.ask", "kept.ask"}) REQUIRE_MESSAGE(person.has(id), id);
    for (Person* each : {&person, &fresh}) {
      REQUIRE(each->session.replace(packet_b).has_value());
      each->read();
    }
    check_all_alike(person, fresh);
  }

  TEST_CASE("what was said of one packet is not said of the next, and what the page has to say stays") {
    const std::string saved = saved_example_a();
    Person person;
    person.open("a.json", saved);
    person.press("anew");
    person.press("anew.begin");
    REQUIRE(person.node("main.notice").label.starts_with("You started a new packet"));
    REQUIRE(person.session.replace(saved).has_value());
    person.read();
    CHECK_FALSE(person.has("main.notice"));
    person.session.notice("Some tables are missing.");
    REQUIRE(person.session.replace(saved).has_value());
    person.read();
    CHECK(person.node("main.notice").label == "Some tables are missing.");
    person.session.take_back("Something else.");
    person.read();
    CHECK(person.has("main.notice"));
    person.session.take_back("Some tables are missing.");
    person.read();
    CHECK_FALSE(person.has("main.notice"));
  }

  TEST_CASE("from a page beside the form, Back does not lead to where the packet before was") {
    Person worked;
    type_example_b(worked);
    worked.go_to("compare");
    Person person;
    person.go_to("travel");
    person.go_to("slips");
    REQUIRE(person.session.resume(worked.session.packet_json(), worked.session.whereabouts()).has_value());
    person.read();
    CHECK(person.node("main.heading").label == "Compare two packets");
    person.press("actions.back");
    CHECK(person.node("main.heading").label == "Start");
  }

  TEST_CASE("nor has one that is begun anew") {
    Person person;
    type_example_a(person);
    do_much_beside(person);
    REQUIRE(person.session.set_surroundings(R"({"keeping":"on","kept":[]})").has_value());
    person.read();
    person.go_to("start");
    person.press("kept.anew");
    Person fresh;
    REQUIRE(fresh.session.set_surroundings(R"({"keeping":"on","kept":[]})").has_value());
    fresh.session.go_on_as(person.session.snapshot().id);
    fresh.go_to("arrangement");
    check_all_alike(person, fresh);
  }

  TEST_CASE("the result of a packet is said as it opens, and what is done next says only what that does") {
    Person person;
    CHECK(said(person.open("a.json", saved_example_a())) ==
          "GSA would spend $8,295.80 less a year: pay −$14,483, trips +$10,087.20, transit −$3,900.");
    CHECK(said(person.press("step:travel")).empty());
  }

  TEST_CASE("a saved page opens again") {
    const Result<OpenedPacket> saved = read_packet(saved_example_a());
    REQUIRE(saved.has_value());
    Person person;
    person.open("packet.html", print_document(saved->packet, {all_rates(), {hrm_6040_2, persons_day}}));
    CHECK(person.node("result.net").value == "$8,295.80 less");
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
      CHECK(person.node("open.failed").label == concat("broken.json was not opened. Your answers have not "
                                                       "changed. ",
                                                       to_string(read_packet(bytes).error())));
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

  TEST_CASE("a packet that the page around hands over takes the place of the one at hand, unasked") {
    const std::string handed = saved_example_a();
    Person person;
    type_example_b(person);
    REQUIRE(person.session.replace(handed).has_value());
    person.read();
    CHECK_FALSE(person.has("open.ask"));
    CHECK(person.session.packet_json() == handed);
    CHECK_FALSE(person.session.snapshot().is_unsaved);
  }

  TEST_CASE("what the page around hands over and is no packet is refused by the answer, and nothing has changed") {
    Person person;
    type_example_b(person);
    person.type("notes", "half a wo");
    const std::string screen = patch_between(nullptr, person.screen);
    const Result<std::vector<Effect>> refused = person.session.replace("[1]");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.starts_with("The file was not opened. Your answers have not changed. "));
    CHECK_FALSE(person.session.prefill("[1]").has_value());
    CHECK_FALSE(person.session.prefill("{").has_value());
    CHECK_FALSE(person.session.prefill(R"({"format":"other/1"})").has_value());
    CHECK(patch_between(nullptr, person.session.view()) == screen);
  }

  TEST_CASE("answers given in advance stand beside those that are there, on the step that is open") {
    Person person;
    person.go_to("travel");
    REQUIRE(person.session.prefill(R"({"travel_budget":{"trips":4}})").has_value());
    REQUIRE(person.session.prefill(R"({"travel_budget":{"transport":"412.60"},"worksheet":{}})").has_value());
    person.read();
    CHECK(person.node("main.heading").label == "Travel");
    CHECK(person.node("travel_budget.trips").value == "4");
    CHECK(person.node("travel_budget.transport").value == "$412.60");
  }

  TEST_CASE("App. A, C4: an answer given in advance is given, also where the tool had filled in the same or another") {
    for (const std::string_view plan : {"ES", "GS"}) {
      Person person;
      person.go_to("employee");
      person.fill("position.title", "Economist");
      REQUIRE(test::contains(test::member(person.session.packet_json(), "assumed"), "position.pay_plan").is_so);
      person.press("banner.save");
      REQUIRE(person.session.prefill(concat(R"({"position": {"pay_plan": ")", plan, R"("}})")).has_value());
      person.read();
      CHECK(test::member(person.session.packet_json(), "assumed").empty());
      CHECK_FALSE(person.node("position.pay_plan").flags.derived);
    }
  }

  TEST_CASE("answers given in advance ask first where there are some in no file yet, by a name, and the step stays") {
    Person person;
    type_example_a(person);
    REQUIRE(person.session.prefill(R"({"travel_budget":{"transport":"1.00"}})").has_value());
    person.read();
    CHECK(person.has("open.ask"));
    CHECK(person.session.packet_json() == saved_example_a());
    CHECK(person.node("open.ask").label ==
          "You have answers that are not saved to a file. Open the answers from the page around this form and replace "
          "them?");
    CHECK(person.node("open.replace").label == "Take the new answers");
    person.press("open.keep");
    person.go_to("travel");
    REQUIRE(person.session.prefill(R"({"travel_budget":{"transport":"1.00"}})").has_value());
    person.read();
    person.press("open.replace");
    CHECK(person.node("main.heading").label == "Travel");
    CHECK(person.node("travel_budget.transport").value == "$1.00");
  }

  TEST_CASE("a stored figure that the answers do not give: one verdict, and the figure folded behind it") {
    Person person;
    person.open("a.json", put(saved_example_a(), "\"2521.80\"", "\"1622.60\""));
    REQUIRE(person.has("check.file.verdict"));
    CHECK(person.node("check.file.verdict")
              .label.starts_with("The answers have not changed since they were sealed. "
                                 "Yet 1 figure"));
    CHECK(!person.has("check.file.figures.table"));
    person.press("check.file.figures");
    REQUIRE(person.node("check.file.figures.table").rows.size() == 1);
    CHECK(person.node("check.file.figures.table").rows[0].cells ==
          std::vector<std::string>{"E9 Total cost per trip to agency worksite", "$1,622.60", "$2,521.80"});
  }

  TEST_CASE("App. A, Part E: a file changed after it was sealed opens with that verdict first, and nothing is good") {
    const std::string changed = put(saved_example_a(), "\"412.60\"", "\"212.60\"");
    Person person;
    person.open("a.json", changed);
    const std::vector<const Node*> nodes = nodes_of(person.screen);
    const auto finding = [](const Node* node) { return node->kind == NodeKind::finding; };
    const auto first = std::find_if(nodes.begin(), nodes.end(), finding);
    REQUIRE(first != nodes.end());
    CHECK((*first)->id == "check.file.verdict");
    CHECK((*first)->label.starts_with("Part E was changed after it was sealed."));
    CHECK(std::count_if(nodes.begin(), nodes.end(),
                        [&](const Node* node) { return finding(node) && node->id.starts_with("check.file"); }) == 1);
    CHECK(person.node("check.file.answers").rows[0].cells ==
          std::vector<std::string>{"E4 Round trip transportation cost per trip", "$412.60", "$212.60"});
    CHECK(person.node("check.file.figures").label == "6 figures in the file are not what its answers give");
    CHECK(!person.node("check.file.figures").flags.expanded);
    for (const StepWords& step : all_steps()) {
      person.press(step.id);
      if (step.step == Step::eligibility) continue;  // what the order decides
      for (const Node* node : nodes_of(person.screen)) {
        const bool is_good = finding(node) && node->tone == Tone::success;
        CHECK_MESSAGE(!is_good, node->id);
      }
    }
  }

  TEST_CASE("App. A, Part D: a file of an older year is not accused before the older rate tables are there") {
    const std::string scenario = read_file(FTT_TESTS_DIR "/scenarios/review-2024.json");
    const Packet packet = read_packet(scenario)->packet;
    const Assessment assessment = assess(all_rates(), packet.answers, assessed_on(packet, persons_day));
    const std::string honest = write_packet(packet, assessment);
    std::string other = honest;
    const std::string net = to_decimal(assessment.worksheet.value(Line::cost_benefit_net_annual_change));
    REQUIRE(!net.empty());
    other = put(other, concat("\"value\": \"", net, "\""), "\"value\": \"-1.00\"");
    for (const std::string& file : {honest, other}) {
      Rates rates = rates_of({});
      Session session(rates, persons_day, "early", "seed");
      session.open("a.json", file);
      session.edit({"step:compare", EditAction::press, ""});
      session.edit({"compare.old", EditAction::choose, "a.json"});
      session.open("a.json", file);
      CHECK(build::find(session.view(), "compare.from.verdict") == nullptr);
      session.edit({"step:check", EditAction::press, ""});
      CHECK(build::find(session.view(), "check.file.verdict") == nullptr);
      CHECK(build::find(session.view(), "check.file.figures") == nullptr);
      REQUIRE(build::find(session.view(), "check.file.waits") != nullptr);
      CHECK(
          build::find(session.view(), "check.file.waits")->label ==
          "Its figures are not compared with its answers yet: the rate tables of older years are still to be loaded.");
      // Kept now, nobody compares them any more: that stands there.
      Session kept(all_rates(), persons_day, "kept", "seed");
      REQUIRE(kept.resume(session.packet_json(), session.whereabouts()).has_value());
      REQUIRE(build::find(kept.view(), "check.file.waits") != nullptr);
      CHECK(build::find(kept.view(), "check.file.waits")->label.ends_with("Open the file again to compare them."));
      REQUIRE(rates.add_part(read_file(FTT_RATES_DIR "/history.rates")).has_value());
      session.rates_changed();
      CHECK(build::find(session.view(), "check.file.waits") == nullptr);
      CHECK((build::find(session.view(), "check.file.verdict") != nullptr) == (file == other));
      session.edit({"step:compare", EditAction::press, ""});
      CHECK((build::find(session.view(), "compare.from.verdict") != nullptr) == (file == other));
    }
  }

  TEST_CASE("other rate tables with which every figure comes out the same are told, and are no doubt") {
    const std::string saved = saved_example_a();
    const std::size_t digest = saved.find("sha256:", saved.find("\"digest\": "));
    std::string other = saved;
    other.replace(digest, 12, "sha256:00000");
    Person person;
    person.open("a.json", other);
    CHECK(person.node("check.file.verdict").tone == Tone::information);
    CHECK(person.node("check.file.verdict").label.ends_with("its figures come out the same."));
    Person same;
    same.open("a.json", saved);
    CHECK(person.has("check.complete") == same.has("check.complete"));
    // Nor beside another packet.
    Person comparing;
    comparing.go_to("compare");
    comparing.open_in("compare.old", "a.json", saved);
    comparing.open_in("compare.new", "b.json", other);
    CHECK(comparing.node("compare.to.verdict").tone == Tone::information);
    CHECK(comparing.node("compare.alike").tone == Tone::success);
  }

  TEST_CASE("¶11: one that is opened for its review says so there, too") {
    Person person;
    person.go_to("annual_review");
    person.open_in("review.file", "a.json", put(saved_example_a(), "\"412.60\"", "\"212.60\""));
    CHECK(person.node("main.heading").label == "Annual review");
    REQUIRE(person.has("check.file.verdict"));
    CHECK(person.node("check.file.verdict").label.starts_with("Part E was changed after it was sealed."));
  }

  TEST_CASE("one of two that are compared is named as changed beside its name, also while it waits to be opened") {
    const std::string saved = saved_example_a();
    const std::string changed = put(saved, "\"412.60\"", "\"212.60\"");
    Person person;
    person.go_to("compare");
    for (const auto& [field, bytes] : {std::pair("compare.old", &saved), std::pair("compare.new", &changed)}) {
      person.open_in(field, "a.json", *bytes);
    }
    CHECK(!person.has("compare.from.verdict"));
    REQUIRE(person.has("compare.to.verdict"));
    CHECK(person.node("compare.to.verdict").label.starts_with("Part E was changed after it was sealed."));
    Person working;
    type_example_b(working);
    working.open("a.json", changed);
    working.press("open.compare");
    CHECK(working.has("compare.to.verdict"));
  }

  TEST_CASE("a PDF or an e-mail is named as such at each place for a file, with what to open in its place") {
    for (const std::string_view field : {"banner.open", "review.file", "compare.old"}) {
      for (const auto& [bytes, name] : {std::pair("%PDF-1.7\n\xE2\xE3", "a PDF"),
                                        std::pair("From: a@b.example\nSubject: Packet\n\nHi", "an e-mail")}) {
        Person person;
        person.go_to(field.starts_with("review")    ? "annual_review"
                     : field.starts_with("compare") ? "compare"
                                                    : "start");
        if (field == "banner.open") {
          person.open("packet.pdf", bytes);
        } else {
          person.open_in(field, "packet.pdf", bytes);
        }
        REQUIRE(person.has("open.failed"));
        CHECK(contains(person.node("open.failed").label,
                       concat("packet.pdf was not opened. Your answers have not changed. This is ", name,
                              ", not a "
                              "packet.")));
        CHECK(contains(person.node("open.failed").label, ".json file"));
      }
    }
  }

  TEST_CASE("what could not be read of a file keeps its packet from being complete until it is answered anew") {
    Json file = read_json(test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json")).value();
    file.set("seal", Json::number(1));
    file.erase("worksheet");
    file.set("relocation", Json::array());
    Person person;
    person.open("packet.json", write_json(file));
    CHECK(person.has("check.file"));
    CHECK_FALSE(person.has("check.complete"));
    person.go_to("ending");
    person.fill("relocation.estimate", "0");
    person.go_to("justification");
    person.fill("justification.items", "The subsidy ends with the daily commute.");
    person.go_to("check");
    CHECK(person.node("check.form:A").value == "Done");
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
    CHECK(person.node("travel_budget.transport").value == "$412.60");
  }

  TEST_CASE("saving offers the file, counts the revision, and knows what has changed since") {
    Person person;
    type_example_a(person);
    const std::vector<Effect> first = person.press("banner.save");
    REQUIRE(first.front().kind == EffectKind::save);
    CHECK(first.front().name == "telework-packet.json");
    CHECK(member(first.front().content, "revision") == "1");
    CHECK(person.node("actions.saved").label == "Saved to telework-packet.json.");
    person.go_to("travel");
    person.fill("travel_budget.trips", "5");
    CHECK(person.node("actions.saved").label == "Changed since telework-packet.json.");
    CHECK(member(person.press("banner.save").front().content, "revision") == "2");
  }

  TEST_CASE("a packet of the largest revision that a file can have is saved as one that opens again") {
    Json file = read_json(saved_example_a()).value();
    file.set("revision", Json::number(9'007'199'254'740'991));
    Person person;
    person.open("packet.json", write_json(file));
    person.go_to("travel");
    person.fill("travel_budget.trips", "5");
    const Result<OpenedPacket> saved = read_packet(person.press("banner.save").front().content);
    REQUIRE(saved.has_value());
    CHECK(saved->problems.empty());
    CHECK(saved->packet.revision == 9'007'199'254'740'991);
  }
}
