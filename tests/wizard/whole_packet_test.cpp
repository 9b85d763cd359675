// A whole packet as a supervisor goes through it: questions as questions, codes of the form behind one switch, one stop
// a field, answers that can be taken back, what is missing said once, and a recruit's packet of its own.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "form/field.h"
#include "long_text.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

bool has_references(const Person& person) {
  const std::vector<const Node*> nodes = nodes_of(person.screen);
  return std::any_of(nodes.begin(), nodes.end(),
                     [](const Node* node) { return !node->item.empty() || !node->cite.empty(); });
}

const Node* parent_of(const Node& tree, std::string_view id) {
  for (const Node& child : tree.children) {
    if (child.id == id) return &tree;
    if (const Node* found = parent_of(child, id)) return found;
  }
  return nullptr;
}

}  // namespace

TEST_SUITE("view: the whole packet") {
  TEST_CASE("a field asks its question; with form references the form's own name, item and citation stand with it") {
    Person person;
    person.go_to("employee");
    CHECK(person.node("employee.requested_worksite").label == "Where will you work from?");
    CHECK(person.node("employee.requested_worksite").item.empty());
    CHECK(person.node("employee.requested_worksite").hint ==
          "It decides the pay area. Type a ZIP, or a city or county with its state.");
    person.press("banner.references");
    const Node& field = person.node("employee.requested_worksite");
    CHECK(field.label == "Where will you work from?");
    CHECK(field.item == "B3");
    CHECK(field.cite == "App. A, Part B, item 3");
    CHECK(field.hint.starts_with("On the form: Requested official worksite/duty station. "));
    CHECK(person.node("main.heading").detail == "Parts B and C");
    CHECK(person.node("employee.requested_worksite.address").cite.empty());  // as the question before it
    person.go_to("arrangement");
    CHECK(person.node("prepared_by").hint == "The questions then speak to you.");
    person.go_to("eligibility");
    const Node* left = build::find(person.screen, "settles:eligibility.component_covered");
    REQUIRE(left != nullptr);
    CHECK(left->label == person.node("eligibility.component_covered").label);
  }

  TEST_CASE("without form references no step has a code or a citation between its fields; what is pressed stays") {
    Person person;
    for (const StepWords& step : all_steps()) {
      CAPTURE(step.id);
      person.press(step.id);
      CHECK_FALSE(has_references(person));
    }
    person.go_to("travel");
    CHECK(person.node("banner.references").label == "Form references: off");
    const std::vector<Effect> effects = person.press("banner.references");
    CHECK(effects.front().id == "banner.references");
    CHECK(person.node("banner.references").label == "Form references: on");
    CHECK(has_references(person));
    person.go_to("pay");
    CHECK(has_references(person));
  }

  TEST_CASE(
      "form references are on for a file of another person, off for one's own and on the estimate, and are kept") {
    Person person;
    person.open("packet.json", scenario_file("example_a.json"));
    CHECK(person.node("banner.references").label == "Form references: on");
    person.go_to("estimate");
    CHECK_FALSE(has_references(person));
    person.go_to("travel");
    person.press("banner.references");
    CHECK_FALSE(has_references(person));
    Person again;
    REQUIRE(again.session.resume(person.session.packet_json(), person.session.whereabouts()).has_value());
    again.read();
    CHECK_FALSE(has_references(again));
    // A packet that was begun here is still one's own after a crash.
    Person own;
    own.go_to("travel");
    own.fill("travel_budget.trips", "4");
    Person back;
    REQUIRE(back.session.resume(own.session.packet_json(), own.session.whereabouts()).has_value());
    back.read();
    CHECK_FALSE(has_references(back));
  }

  TEST_CASE("the questions speak to the employee, and of the employee once the supervisor fills it in") {
    Person person;
    person.go_to("eligibility");
    CHECK(person.node("prepared_by").label == "Who is filling this in?");
    CHECK(person.node("eligibility.contractor").label == "Are you a contractor, or a contractor's employee?");
    person.choose("prepared_by", "supervisor");
    CHECK(person.node("eligibility.contractor").label == "Is the person a contractor, or a contractor's employee?");
    CHECK(person.node("settles:eligibility.contractor").label == person.node("eligibility.contractor").label);
    person.go_to("employee");
    CHECK(person.node("employee.requested_worksite").label == "Where will the employee work from?");
    person.go_to("estimate");
    CHECK(person.node("employee.requested_worksite").label == "Where will you work from?");
  }

  TEST_CASE("yes stands before no, none is chosen beforehand, and an answer can be taken back") {
    Person person;
    for (const StepWords& step : all_steps()) {
      person.press(step.id);
      for (const Node* node : nodes_of(person.screen)) {
        if (node->kind != NodeKind::choice) continue;
        CAPTURE(node->id);
        CHECK(node->options.front().value != "");
        // Which edition of a report is shown is no answer: one of them always is.
        if (!node->flags.derived && node->id != "report.edition") CHECK(node->value.empty());
        CHECK_FALSE(node->flags.clearable);
      }
    }
    person.go_to("eligibility");
    CHECK(person.node("eligibility.contractor").options[0].value == "yes");
    CHECK(person.node("eligibility.contractor").options[1].value == "no");
    person.choose("eligibility.contractor", "no");
    CHECK(person.node("eligibility.contractor").flags.clearable);
    person.choose("eligibility.contractor", "");
    CHECK(person.node("eligibility.contractor").value.empty());
    CHECK_FALSE(person.node("eligibility.contractor").flags.clearable);
  }

  TEST_CASE("an answer on eligibility moves no question: what it decides stands below the last one of its topic") {
    Person person;
    person.go_to("eligibility");
    person.choose("eligibility.component_covered", "no");
    CHECK(place_of(person, "decided:scope.component") > place_of(person, "eligibility.contractor"));
    CHECK(place_of(person, "decided:scope.component") < place_of(person, "topic.next"));
    person.press("banner.references");
    CHECK(person.node("eligibility.component_covered").cite == "Order ¶3a");
    CHECK(person.node("decided:scope.component").cite.empty());
    CHECK(test::lacks(person.node("why:decided:scope.component").label, "¶"));
  }

  TEST_CASE("behind the last topic comes the next step, and a packet begins with whether it can be done") {
    Person person;
    person.press("start.packet");
    CHECK(person.node("main.heading").label == "Can it be done?");
    for (int topics = 0; topics < 20 && person.has("topic.next"); ++topics) person.press("topic.next");
    CHECK(person.node("topic.on").label == "Next: Arrangement");
    person.press("topic.on");
    CHECK(person.node("main.heading").label == "Arrangement");
  }

  TEST_CASE("a warning in a row of dates spans the row") {
    Person person;
    person.go_to("arrangement");
    person.choose("arrangement.term", "short");
    person.fill("arrangement.start", "2/1/2027");
    person.fill("arrangement.end", "1/1/2027");
    for (const StepWords& step : all_steps()) {
      person.press(step.id);
      for (const Node* node : nodes_of(person.screen)) {
        if (node->arrange != Arrange::row) continue;
        CAPTURE(node->id);
        for (const Node& child : node->children) CHECK(child.kind != NodeKind::finding);
      }
    }
    person.go_to("concurrences");
    person.fill("clock.requested_on", "11/2/2026");
    person.fill("clock.hr_received_on", "10/1/2026");
    const std::vector<const Node*> nodes = nodes_of(person.screen);
    const auto found = std::find_if(nodes.begin(), nodes.end(), [](const Node* node) {
      return node->kind == NodeKind::finding && test::contains(node->id, "clock.hr_received_on").is_so;
    });
    REQUIRE(found != nodes.end());
    CHECK(parent_of(person.screen, (*found)->id)->arrange != Arrange::row);
  }

  TEST_CASE("a place that is missing is one thing, and the rest of what is missing is listed where its link leads") {
    Person person;
    person.go_to("arrangement");
    CHECK(test::contains(person.node("missing.more").label, " more answers missing").is_so);
    const std::vector<Effect> effects = person.press("missing.more");
    REQUIRE(!effects.empty());
    CHECK(effects.front().id == "check.missing:A");
    const Node& missing = person.node("check.missing:A");
    const auto is_of_b3 = [](const Node& one) {
      return test::contains(one.id, "employee.requested_worksite").is_so;
    };
    CHECK(std::count_if(missing.children.begin(), missing.children.end(), is_of_b3) == 1);
    person.go_to("employee");
    person.fill("employee.requested_worksite", "Denver");
    person.go_to("check");
    CHECK(std::count_if(person.node("check.missing:A").children.begin(), person.node("check.missing:A").children.end(),
                        is_of_b3) >= 1);
  }

  TEST_CASE("what was typed and cannot be read is listed with what is missing, in the form's order, once it is left") {
    Person person;
    const auto lists = [&](std::string_view target) {
      const std::vector<Node>& links = person.node("result.missing").children;
      return std::any_of(links.begin(), links.end(), [&](const Node& link) { return link.target == target; });
    };
    const auto targets = [&] {
      std::vector<std::string> all;
      for (const Node& link : person.node("result.missing").children) all.push_back(link.target);
      return all;
    };
    person.go_to("arrangement");
    const std::vector<std::string> before = targets();
    REQUIRE(lists("arrangement.start"));
    CHECK(person.node("result.missing").label == "Still missing");
    person.type("arrangement.start", "1..2,3");
    CHECK_FALSE(lists("arrangement.start"));
    CHECK(person.node("result.missing").label == "Still missing");
    const unsigned long others = std::stoul(person.node("missing.more").label);
    person.leave("arrangement.start", "1..2,3");
    CHECK(targets() == before);
    CHECK(person.node("result.missing").label == "Missing or to correct");
    CHECK(person.node("missing.more").label == concat(others + 1, " more answers missing or to correct"));
    person.fill("arrangement.start", "2/1/2027");
    CHECK_FALSE(lists("arrangement.start"));
    CHECK(person.node("result.missing").label == "Still missing");
  }

  TEST_CASE("¶8e(1): whether a justification is required is said alike by the page, the panel and the question") {
    Person person;
    person.go_to("justification");
    CHECK_FALSE(person.node("justification.cost").flags.optional);
    CHECK_FALSE(person.node("justification.cost").flags.required);
    type_example_a(person);
    person.go_to("justification");
    const bool is_required = person.node("justification.cost").flags.required;
    CHECK(person.node("justification.cost").flags.optional != is_required);
    const std::string words = person.node("justification.required").label;
    CHECK(words.starts_with("No justification is required.") != is_required);
    CHECK_FALSE(person.has("result.justification"));  // not twice on one screen
    person.go_to("employee");
    CHECK(person.has("result.justification") == is_required);
    if (is_required) CHECK(person.node("result.justification").label == words);
  }

  TEST_CASE("App. A, Part E, line 2: what the trips come to is offered, and taken when the person takes it") {
    Person person;
    person.go_to("travel");
    CHECK(!person.has("travel.take_share"));
    person.fill("travel_budget.trips", "4");
    person.fill("travel_budget.nights", "3");
    CHECK(person.node("travel.take_share").label == "Use 5%");
    CHECK(person.node("travel_budget.share_agency").value.empty());
    const std::vector<Effect> effects = person.press("travel.take_share");
    CHECK(effects.front().id == "travel_budget.share_agency");
    CHECK(!person.has("travel.take_share"));
    CHECK(!person.node("travel_budget.share_agency").value.empty());
  }

  TEST_CASE("what is known is filled in and marked while a person answers, and typed over it is theirs") {
    Person person;
    person.go_to("arrangement");
    person.choose("arrangement.type", "new");
    person.go_to("employee");
    CHECK(person.node("position.pay_plan").value == "GS");
    CHECK(person.node("position.pay_plan").flags.derived);
    person.fill_place("position.agency_worksite", "Washington, DC");
    const Node& worksite = person.node("employee.current_worksite");
    CHECK(worksite.value == person.node("position.agency_worksite").value);
    CHECK(worksite.flags.derived);
    CHECK(worksite.understood == "Filled in from the place of the office. Change it if it is wrong.");
    CHECK(test::member(person.session.packet_json(), "assumed") ==
          R"(["employee.current_worksite.city","employee.current_worksite.county","employee.current_worksite.state",)"
          R"("position.pay_plan"])");
    person.fill_place("employee.current_worksite", "Denver, CO");
    CHECK_FALSE(person.node("employee.current_worksite").flags.derived);
    person.fill_place("position.agency_worksite", "Atlanta, GA");
    CHECK(person.node("employee.current_worksite").value.starts_with("Denver"));
  }

  TEST_CASE("what a person empties is not filled in again, and a file that is opened keeps its marks") {
    Person person;
    person.go_to("concurrences");
    person.fill("concurring_supervisor.name", "Pat Lee");
    CHECK(person.node("concurrences.supervisor.name").value == "Pat Lee");
    person.fill("concurring_supervisor.title", "Chief");
    Person other;
    other.open("packet.json", person.session.packet_json());
    other.go_to("concurrences");
    CHECK(other.node("concurrences.supervisor.title").flags.derived);
    CHECK(test::member(other.session.packet_json(), "assumed") ==
          R"(["position.pay_plan","concurrences.supervisor.name","concurrences.supervisor.title"])");
    person.fill("concurrences.supervisor.name", "");
    person.fill("concurring_supervisor.title", "Branch Chief");
    CHECK(person.node("concurrences.supervisor.name").value.empty());
    Person back;
    REQUIRE(back.session.resume(person.session.packet_json(), person.session.whereabouts()).has_value());
    back.read();
    back.fill("concurring_supervisor.title", "Director");
    CHECK(back.node("concurrences.supervisor.name").value.empty());
  }

  TEST_CASE("opening a file, looking at every step and saving it fills nothing in; one act does") {
    const std::string file = R"({"format": "telework-packet/1", "id": "x", "arrangement": {"type": "new"},
      "concurring_supervisor": {"name": "Pat Lee", "title": "Chief"}})";
    Person person;
    person.open("packet.json", file);
    const std::string before = person.session.packet_json();
    for (const StepWords& step : all_steps()) person.press(step.id);
    CHECK(person.session.packet_json() == before);
    person.go_to("travel");
    person.fill("travel_budget.trips", "4");
    CHECK(test::member(person.session.packet_json(), "position/pay_plan").empty());
    person.go_to("check");
    person.press("check.fill");
    CHECK(!person.has("check.fill"));
    CHECK(test::member(person.session.packet_json(), "position/pay_plan") == "\"GS\"");
    person.go_to("concurrences");
    CHECK(person.node("concurrences.supervisor.name").value == "Pat Lee");
    CHECK(person.node("concurrences.supervisor.name").flags.derived);
  }

  TEST_CASE("App. A, Part K: in a file, what is marked as filled in follows its source, and nothing more is filled in") {
    Person author;
    author.go_to("concurrences");
    author.fill("concurring_supervisor.name", "Pat Lee");
    Person person;
    person.open("packet.json", author.session.packet_json());
    person.go_to("concurrences");
    person.type("concurring_supervisor.name", "");
    person.type("concurring_supervisor.name", "K");
    person.fill("concurring_supervisor.name", "Kim Ito");
    CHECK(person.node("concurrences.supervisor.name").value == "Kim Ito");
    CHECK(person.node("concurrences.supervisor.name").flags.derived);
    person.fill("concurring_supervisor.title", "Chief");
    CHECK(person.node("concurrences.supervisor.title").value.empty());
    person.fill("concurrences.supervisor.name", "Lou Diaz");
    person.fill("concurring_supervisor.name", "Pat Lee");
    CHECK(person.node("concurrences.supervisor.name").value == "Lou Diaz");
  }

  TEST_CASE("App. A, Part E, line 1: what Undo takes back is filled in again by the next answer") {
    Person person;
    person.go_to("travel");
    person.fill("travel_budget.share_travel", "0");
    person.fill("travel_budget.share_agency", "5%");
    REQUIRE(person.node("travel_budget.share_requested").value == "95%");
    person.press("banner.undo");
    CHECK(person.node("travel_budget.share_requested").value.empty());
    person.fill("travel_budget.share_agency", "10%");
    CHECK(person.node("travel_budget.share_requested").value == "90%");
  }

  TEST_CASE("App. A, B2: what hangs on a place is there when one saves, prints or goes back while it is typed") {
    for (const std::string_view act : {"banner.save", "banner.print", "actions.back"}) {
      Person person;
      person.go_to("arrangement");
      person.choose("arrangement.type", "new");
      person.go_to("employee");
      person.type("position.agency_worksite", "Denver, Denver County, CO");
      REQUIRE(person.has(act));
      const std::vector<Effect> effects = person.press(act);
      const std::string packet = person.session.packet_json();
      CHECK(test::member(packet, "employee/current_worksite/city") == "\"Denver\"");
      CHECK(test::contains(test::member(packet, "assumed"), "employee.current_worksite.city"));
      const Effect* file = find_effect(effects, act == "banner.print" ? EffectKind::print : EffectKind::save);
      if (act != "actions.back") {
        REQUIRE(file != nullptr);
        CHECK(test::member(file->content, "employee/current_worksite/city") == "\"Denver\"");
      }
    }
  }

  TEST_CASE("App. A, Parts A to I: the mark of what is filled in stands beside what is sealed") {
    Person person;
    person.go_to("arrangement");
    person.choose("arrangement.type", "new");
    const Json packet = read_json(person.session.packet_json()).value();
    REQUIRE(packet.find("assumed") != nullptr);
    const std::string seal = *packet.find("seal")->find_string("content");
    person.go_to("employee");
    person.choose("position.pay_plan", "GS");  // confirmed
    const Json confirmed = read_json(person.session.packet_json()).value();
    CHECK(confirmed.find("assumed") == nullptr);
    CHECK(*confirmed.find("seal")->find_string("content") == seal);
  }

  TEST_CASE("the card of a recruit never turns a packet into a recruit's: it begins a new one, and asks first") {
    Person person;
    CHECK(person.node("start.recruit").detail ==
          "For someone hired as a full-time teleworker. Starts a new packet for the recruit.");
    person.go_to("arrangement");
    person.choose("arrangement.action", "incumbent");
    person.go_to("start");
    const std::string before = person.session.packet_json();
    std::vector<Effect> effects = person.press("start.recruit");
    CHECK(effects.front().id == "recruit.ask");
    CHECK(person.session.packet_json() == before);
    person.press("recruit.keep");
    CHECK(!person.has("recruit.ask"));
    CHECK(person.session.packet_json() == before);
    person.press("start.recruit");
    person.press("recruit.begin");
    CHECK(person.node("main.heading").label == "Recruit agreement");
    CHECK(person.node("main.notice").label.starts_with("This is a new packet for a recruit."));
    CHECK(test::member(person.session.packet_json(), "arrangement/action") == "\"recruit\"");
    CHECK(person.session.packet_json() != before);
    // Once there is a recruit's packet the card goes on with it.
    person.go_to("start");
    person.press("start.recruit");
    CHECK(person.node("main.heading").label == "Recruit agreement");
    CHECK(!person.has("recruit.ask"));
  }

  TEST_CASE("App. C: on a packet of somebody else the page offers a new one and changes nothing of this one") {
    Person person;
    person.open("packet.json", scenario_file("example_a.json"));
    person.go_to("start");
    person.press("start.recruit");
    CHECK(person.node("main.heading").label == "Recruit agreement");
    CHECK(person.node("main.notice").label.starts_with("This is a new packet for a recruit."));
  }
}
