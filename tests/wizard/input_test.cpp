// What people type, in the fields of the wizard: what they show afterwards, what is said to whom and when.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "form/field.h"
#include "long_text.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

bool is_typed(const Node& node) {
  return (node.kind == NodeKind::field || node.kind == NodeKind::combo) && node.input != InputType::file;
}

std::string shown_after(Person& person, std::string_view id, std::string_view text) {
  person.fill(id, text);
  return person.node(id).value;
}

}  // namespace

TEST_SUITE("wizard: what people type") {
  TEST_CASE("a field that was left shows what a US reader expects, once; the packet keeps its exact form") {
    Person person;
    struct Typed {
      const char* step;
      const char* id;
      const char* text;
      const char* shown;
      const char* kept;
    };
    for (const Typed& typed :
         {Typed{"arrangement", "arrangement.start", "2/1/27", "2/1/2027", "\"2027-02-01\""},
          Typed{"employee", "position.grade", "gs13", "GS-13", "13"},
          Typed{"employee", "position.office.component", "pbs", "Public Buildings Service (PBS)", "\"PBS\""},
          Typed{"employee", "position.pay_plan", "gs", "GS", "\"GS\""},
          Typed{"travel", "travel_budget.share_requested", "96", "96%", "\"0.96\""},
          Typed{"travel", "travel_budget.share_agency", "4", "4%", "\"0.04\""},
          Typed{"travel", "travel_budget.share_travel", "0.0025", "0.25%", "\"0.0025\""},
          Typed{"travel", "travel_budget.transport", "412.60 USD", "$412.60", "\"412.60\""},
          Typed{"travel", "travel_budget.extra", "(1234.5)", "\u2212$1,234.50", "\"-1234.50\""},
          Typed{"travel", "travel_budget.nights", "2 nights", "2", "\"2\""},
          Typed{"additional", "additional.transit_savings", "3360", "$3,360.00", "\"3360.00\""}}) {
      CAPTURE(typed.id);
      person.go_to(typed.step);
      CHECK(shown_after(person, typed.id, typed.text) == typed.shown);
      CHECK(person.node(typed.id).problem.empty());
      std::string path = typed.id;
      std::replace(path.begin(), path.end(), '.', '/');
      CHECK(member(person.session.packet_json(), path) == typed.kept);
      const std::string& beside = person.node(typed.id).understood;
      CHECK(beside == (std::string_view(typed.id) == "arrangement.start" ? "Monday" : ""));
      // The shown text, left again or typed anew, is the same answer.
      const std::string before = person.session.packet_json();
      CHECK(shown_after(person, typed.id, typed.shown) == typed.shown);
      CHECK(person.session.packet_json() == before);
    }
  }

  TEST_CASE("while a date is typed, the day that is read stands beside it in full") {
    Person person;
    person.go_to("arrangement");
    person.type("arrangement.start", "2/1/27");
    CHECK(person.node("arrangement.start").value == "2/1/27");
    CHECK(person.node("arrangement.start").understood == "Monday, February 1, 2027");
  }

  TEST_CASE("nothing changes by looking: each field of a packet entered, typed back and left, the file is the same") {
    Person saver;
    type_example_a(saver);
    const std::string saved = saver.session.packet_json();
    Person person;
    person.open("packet.json", saved);
    REQUIRE(person.session.packet_json() == saved);
    std::size_t looked_at = 0;
    for (const StepWords& step : all_steps()) {
      person.press(std::string(step.id));
      if (person.has("pay.typed") && !person.node("pay.typed").flags.expanded) person.press("pay.typed");
      std::vector<std::string> ids;
      for (const Node* node : nodes_of(person.screen)) {
        if (is_typed(*node) && !node->flags.derived && find_leaf(node->id) != nullptr) ids.push_back(node->id);
        if (is_typed(*node) && node->id.ends_with("_worksite")) ids.push_back(node->id);
      }
      for (const std::string& id : ids) {
        CAPTURE(id);
        const std::string shown = person.node(id).value;
        person.type(id, shown);
        person.type(id, shown + "9");
        person.type(id, shown);
        person.leave(id, shown);
        REQUIRE(person.node(id).value == shown);
        ++looked_at;
      }
    }
    CHECK(looked_at > 60);
    CHECK(person.session.packet_json() == saved);
    CHECK_FALSE(person.session.snapshot().is_unsaved);
  }

  TEST_CASE("what a file has in a form that no file has stays so while nobody changes it") {
    Person saver;
    type_example_a(saver);
    std::string saved = saver.session.packet_json();
    const std::size_t start = saved.find("\"start\": \"");
    REQUIRE(start != std::string::npos);
    saved.replace(start + 10, 10, "2/1/27");
    Person person;
    person.open("packet.json", saved);
    person.go_to("arrangement");
    const std::string shown = person.node("arrangement.start").value;
    REQUIRE(shown == "2/1/27");
    const std::string before = person.session.packet_json();
    person.type("arrangement.start", shown + "0");
    person.type("arrangement.start", shown);
    person.leave("arrangement.start", shown);
    CHECK(person.session.packet_json() == before);
    CHECK_FALSE(person.node("arrangement.start").problem.empty());
  }

  TEST_CASE("a grade with its step says both, in the estimate and in Part C") {
    for (const char* step : {"estimate", "employee"}) {
      Person person;
      person.go_to(step);
      person.fill("position.grade", "GS-13 step 4");
      CHECK(person.node("position.grade").value == "GS-13");
      CHECK(person.node("position.step").value == "4");
      person.fill("position.step", "7");
      person.leave("position.grade", "GS-13");
      CHECK(person.node("position.step").value == "7");
    }
    Person other;
    other.go_to("employee");
    other.fill("position.pay_plan", "ES");
    CHECK(shown_after(other, "position.grade", "0") == "0");
  }

  TEST_CASE("nothing is an error while one is still in the field: not in typing, not on Enter, not in choosing") {
    Person person;
    person.go_to("estimate");
    for (const char* id : {"employee.requested_worksite", "position.grade", "travel_budget.transport"}) {
      CAPTURE(id);
      person.type(id, "Springfield");
      CHECK(person.node(id).problem.empty());
      std::vector<Effect> effects = person.act(id, EditAction::enter, "Springfield");
      CHECK(person.node(id).problem.empty());
      CHECK(person.node(id).value == "Springfield");
      CHECK(find_effect(effects, EffectKind::announce) == nullptr);
      effects = person.leave(id, "Springfield");
      CHECK_FALSE(person.node(id).problem.empty());
      CHECK(find_effect(effects, EffectKind::announce) != nullptr);
      // Coming back to mend it, one is in the field again.
      person.type(id, "Springfield");
      CHECK(person.node(id).problem.empty());
    }
    person.act("travel_budget.transport", EditAction::enter, "412");
    CHECK(person.node("travel_budget.transport").value == "$412.00");
  }

  TEST_CASE("what is wrong is said once: not again to who only passes through, but to who typed there once more") {
    Person person;
    person.go_to("travel");
    const std::string_view id = "travel_budget.transport";
    CHECK_FALSE(said(person.fill(id, "1..2")).empty());
    const std::string problem = person.node(id).problem;
    REQUIRE_FALSE(problem.empty());
    CHECK(said(person.leave(id, "1..2")).empty());
    CHECK(person.node(id).problem == problem);
    CHECK_FALSE(said(person.fill(id, "1..2")).empty());
    CHECK_FALSE(said(person.fill(id, "1..23")).empty());
  }

  TEST_CASE("a place field suggests again for what stands in it, also after another one was used") {
    Person person;
    person.go_to("estimate");
    person.fill("employee.requested_worksite", "Auburn, WA");
    person.fill("position.agency_worksite", "Washington DC");
    CHECK(person.node("employee.requested_worksite").options.empty());
    person.type("employee.requested_worksite", person.node("employee.requested_worksite").value);
    REQUIRE(person.node("employee.requested_worksite").options.size() == 2);
    person.choose("employee.requested_worksite", person.node("employee.requested_worksite").options[1].value);
    CHECK(person.node("employee.requested_worksite").value == "Auburn, Pierce County, WA");
    person.fill("employee.requested_worksite", "Springfield");
    REQUIRE_FALSE(person.node("employee.requested_worksite").problem.empty());
    person.type("employee.requested_worksite", "Springfield");
    CHECK_FALSE(person.node("employee.requested_worksite").options.empty());
  }

  TEST_CASE("of a city in several counties the field says below it which one is taken") {
    Person person;
    person.go_to("estimate");
    person.fill("position.agency_worksite", "Kansas City, MO");
    CHECK(person.node("position.agency_worksite").problem.empty());
    CHECK(person.node("position.agency_worksite").understood ==
          "Pay area: Kansas City-Overland Park-Kansas City, MO-KS. Per diem destination: Kansas City, FY2027. Taken as "
          "Jackson County, where most of Kansas City is; the rest has the same pay area and per diem.");
    person.fill("position.agency_worksite", "Auburn, WA");
    CHECK(person.node("position.agency_worksite").understood ==
          "Pay area: Seattle-Tacoma, WA. Per diem destination: Seattle, FY2027. Parts of Auburn are in Pierce County, "
          "with another per diem: choose that one if the worksite is there.");
  }

  TEST_CASE("a whole pasted address fills in the address too") {
    Person person;
    person.go_to("employee");
    person.fill("position.agency_worksite", "1800 F St NW, Washington, DC 20405");
    CHECK(person.node("position.agency_worksite").value == "Washington, District of Columbia, DC");
    CHECK(person.node("position.agency_worksite.address").value == "1800 F St NW");
  }

  TEST_CASE("a saving or a fare that is hardly meant is asked about in the estimate, once it was left") {
    Person person;
    person.go_to("estimate");
    for (const auto& [id, text] : {std::pair{"additional.transit_savings", "33,600"},
                                   std::pair{"travel_budget.transport", "-412"},
                                   std::pair{"travel_budget.transport", "41,200,000"}}) {
      const std::string warning = std::string("warning:") + id;
      person.type(id, text);
      CHECK_FALSE(person.has(warning));
      person.leave(id, text);
      REQUIRE(person.has(warning));
      CHECK(person.node(id).problem.empty());
    }
  }

  TEST_CASE("the helper of line F1 shows its amount as it is read") {
    Person person;
    person.go_to("additional");
    person.press("helper.transit");
    CHECK(shown_after(person, "helper.monthly", "280 USD") == "$280.00");
    CHECK(person.node("helper.monthly").understood.empty());
    person.press("helper.take");
    CHECK(person.node("additional.transit_savings").value == "$3,360.00");
  }

  TEST_CASE("answers given in advance are read as they are typed, a file's are not") {
    const char* typed = R"({"position":{"grade":"GS-13 step 4"},"travel_budget":{"transport":"$412.60","share_requested":"96%"},
      "employee":{"requested_worksite":{"city":"Boise","state":"ID"}}})";
    Person person;
    REQUIRE(person.session.prefill(typed).has_value());
    person.read();
    person.go_to("travel");
    CHECK(person.node("travel_budget.transport").value == "$412.60");
    CHECK(person.node("travel_budget.share_requested").value == "96%");
    person.go_to("employee");
    CHECK(person.node("employee.requested_worksite").value == "Boise, Ada County, ID");
    CHECK(person.node("position.grade").value == "GS-13");
    CHECK(person.node("position.step").value == "4");
    Person opener;
    type_example_a(opener);
    std::string saved = opener.session.packet_json();
    const std::size_t fare = saved.find("\"transport\": \"");
    saved.insert(fare + 14, "$");
    Person other;
    other.open("packet.json", saved);
    other.go_to("travel");
    CHECK(other.node("travel_budget.transport").value.starts_with("$"));
    CHECK_FALSE(other.node("travel_budget.transport").problem.empty());
  }

  TEST_CASE("whoever fills it in for themselves is offered their own name and address, and nobody else's") {
    Person person;
    person.go_to("employee");
    CHECK(person.node("employee.last_name").purpose == "family-name");
    CHECK(person.node("employee.first_name").purpose == "given-name");
    CHECK(person.node("employee.middle_initial").purpose == "additional-name");
    CHECK(person.node("employee.requested_worksite.address").purpose == "address-line1");
    CHECK(person.node("employee.current_worksite.address").purpose.empty());
    CHECK(person.node("position.title").purpose.empty());
    person.go_to("arrangement");
    person.choose("prepared_by", "supervisor");
    person.go_to("employee");
    for (const Node* node : nodes_of(person.screen)) CHECK_MESSAGE(node->purpose.empty(), node->id);
  }
}
