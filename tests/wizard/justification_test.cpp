// Help with writing: what a justification may draw on stands beside it, point by point (¶8e), and Part H as a sum.
#include <doctest/doctest.h>

#include "base/text.h"
#include "form/field.h"
#include "long_text.h"
#include "order/citation.h"
#include "person.h"
#include "rules/relocation_302.h"
#include "rules/writing_8e.h"

using namespace ftt;
using namespace ftt::test;

TEST_SUITE("view: justification") {
  TEST_CASE("¶8e(1)(a) to (d), with (c)1 to 5, ¶8e(2)(a) and (b): each is folded help beside its text, and no field") {
    Person person;
    person.go_to("justification");
    person.show_references();
    for (const WritingPrompt& prompt : writing_prompts()) {
      CAPTURE(prompt.id);
      const std::string id = concat("writing:", prompt.id);
      if (!person.has(std::string(info(prompt.leaf).id))) continue;  // Part F has nothing to explain yet
      CHECK_FALSE(person.node(id).flags.expanded);
      person.press(id);
      CHECK(person.node(id + ".asked").cite == prompt.cite.text());
      CHECK(person.node(id + ".asked").value == prompt.cite.paragraph().restatement);
      CHECK(person.node(id + ".evidence").value == prompt.evidence);
      CHECK(contains(person.node(id + ".example").value, prompt.example));
    }
    CHECK(faults_of(person.screen).empty());
    // Nothing is said that nobody has said: no text was filled in, and without answers there is no figure to insert.
    for (const Node* node : nodes_of(person.screen)) {
      const bool is_text = node->kind == NodeKind::field && node->id.starts_with("justification.");
      if (is_text) CHECK_MESSAGE(node->value.empty(), node->id);
      CHECK_MESSAGE(!node->id.starts_with("writing.insert:"), node->id);
    }
  }

  TEST_CASE("¶8e(1), ¶8e(2): each help says that it is help, and with what") {
    Person person;
    type_example_a(person);
    person.go_to("justification");
    CHECK(person.node("writing:benefit").label == "Help with writing: Is it worth what it costs");
    CHECK(person.node("writing:transit").label == "Help with writing: Transit subsidy");
    CHECK(person.node("writing:qualifications").label == "Help with writing: Unique qualifications");
  }

  TEST_CASE("¶8e(1): the packet's own figure goes into the text as a line of its own, once, and is taken back") {
    Person person;
    type_example_a(person);
    person.go_to("justification");
    person.fill("justification.cost", "Four trips a year keep the team together.");
    person.press("writing:benefit");
    const std::string insert = "writing.insert:benefit.cost_benefit.overall";
    const std::string line = "Line G1, Overall cost of full-time telework arrangement: $6,187.20 a year.";
    CHECK(person.node(insert).label == concat("Insert “", line, "”"));
    const std::vector<Effect> effects = person.press(insert);
    CHECK(person.node("justification.cost").value == concat("Four trips a year keep the team together.\n", line));
    CHECK(effects.back().id == "justification.cost");
    person.press(insert);
    CHECK(person.node("justification.cost").value == concat("Four trips a year keep the team together.\n", line));
    person.press("writing.insert:benefit.cost_benefit.net_annual_change");
    CHECK(person.node("justification.cost").value.ends_with("\nNet annual change: −$8,295.80 a year."));
    person.press("banner.undo");
    CHECK(person.node("justification.cost").value == concat("Four trips a year keep the team together.\n", line));
    person.press("banner.undo");
    CHECK(person.node("justification.cost").value == "Four trips a year keep the team together.");
  }

  TEST_CASE("App. A, Part I, item 2: each amount of Part F can be inserted, called as the preparer calls it") {
    Person person;
    type_example_a(person);
    person.go_to("additional");
    person.fill("additional.other1.label", "Laptop");
    person.choose("additional.other1.direction", "cost");
    person.fill("additional.other1.amount", "100");
    person.go_to("justification");
    person.fill("justification.items", "");
    person.press("writing:items");
    person.press("writing.insert:items.additional.transit_savings");
    person.press("writing.insert:items.additional.other1.amount");
    CHECK(person.node("justification.items").value ==
          "Line F1, Transit subsidy savings: $3,900.00 a year.\nLine F4, Laptop (cost): $100.00 a year.");
    CHECK(!person.has("writing.insert:items.additional.travel_savings"));
  }

  TEST_CASE(
      "¶8e(2): a recruit's packet has no help for what is asked of a current employee; a file read only inserts "
      "nothing") {
    Person person;
    type_example_a(person);
    person.go_to("arrangement");
    person.choose("arrangement.action", "recruit");
    person.go_to("justification");
    CHECK(!person.has("writing:leaving"));
    CHECK(person.has("writing:benefit"));
    Person author;
    type_example_a(author);
    std::string newer = author.session.packet_json();
    newer.replace(newer.find("telework-packet/1"), 17, "telework-packet/2");
    Person reader;
    reader.open("newer.json", newer);
    reader.go_to("justification");
    reader.press("writing:benefit");
    CHECK(reader.has("writing:benefit.evidence"));
    CHECK(!reader.has("writing.insert:benefit.cost_benefit.overall"));
  }

  TEST_CASE("App. A, Part H: the parts of 41 CFR 302 add up to the estimate, which is taken and taken back") {
    Person person;
    person.go_to("ending");
    person.show_references();
    person.press("helper.relocation");
    for (const RelocationPart& part : relocation_parts()) {
      CHECK(person.node(concat("helper.relocation:", part.id)).cite == part.cite.text());
    }
    person.press("helper.take_sum");
    CHECK(person.node("relocation.estimate").value.empty());
    person.fill("helper.relocation:goods", "$14,000");
    person.fill("helper.relocation:residence", "18500.50");
    person.fill("helper.relocation:taxes", "a lot");
    CHECK(person.press("helper.take_sum").back().id == "helper.relocation:taxes");
    CHECK(!person.node("helper.relocation:taxes").problem.empty());
    CHECK(person.node("relocation.estimate").value.empty());
    person.fill("helper.relocation:taxes", "6000");
    CHECK(person.node("helper.relocation:goods").value == "$14,000.00");
    CHECK(person.node("helper.take_sum").label == "Use the total, $38,500.50");
    CHECK(person.press("helper.take_sum").back().id == "relocation.estimate");
    CHECK(person.node("relocation.estimate").value == "$38,500.50");
    CHECK(lacks(person.session.packet_json(), "14000"));
    person.press("banner.undo");
    CHECK(person.node("relocation.estimate").value.empty());
    person.press("banner.undo");
    CHECK(person.node("helper.relocation:taxes").value == "a lot");
  }

  TEST_CASE("App. A, Part H: what was typed of the parts is there again with the packet that is kept here") {
    Person person;
    person.go_to("ending");
    person.press("helper.relocation");
    person.fill("helper.relocation:goods", "14000");
    Person other;
    REQUIRE(other.session.resume(person.session.packet_json(), person.session.whereabouts()).has_value());
    other.read();
    other.press("helper.relocation");
    CHECK(other.node("helper.relocation:goods").value == "$14,000.00");
  }

  TEST_CASE("App. A, Part H: parts that are kept nowhere are asked about before another packet takes their place") {
    const auto type_a_part = [](Person& person) {
      person.go_to("ending");
      person.press("helper.relocation");
      person.fill("helper.relocation:goods", "14000");
    };
    const std::string other = Person().session.packet_json();
    Person person;
    type_a_part(person);
    CHECK(person.session.snapshot().is_unsaved);
    person.open("other.json", other);
    REQUIRE(person.has("open.ask"));
    person.press("open.keep");
    (void)person.session.open_link("#estimate=1;grade=13;end");
    person.read();
    REQUIRE(person.has("open.ask"));
    person.press("open.keep");
    person.go_to("start");
    CHECK(person.press("start.recruit").front().id == "recruit.ask");
    person.press("recruit.keep");
    person.go_to("ending");
    CHECK(person.node("helper.relocation:goods").value == "$14,000.00");
    // Once the packet with their sum is saved, nothing is lost.
    person.press("helper.take_sum");
    person.press("banner.save");
    CHECK_FALSE(person.session.snapshot().is_unsaved);
    person.open("other.json", other);
    CHECK_FALSE(person.has("open.ask"));
    // Nor where they are kept on the device.
    Person kept;
    REQUIRE(kept.session.set_surroundings(R"({"keeping":"on"})").has_value());
    kept.read();
    type_a_part(kept);
    CHECK_FALSE(kept.session.snapshot().is_unsaved);
    kept.open("other.json", other);
    CHECK_FALSE(kept.has("open.ask"));
  }

  TEST_CASE("¶8e(1), ¶8e(2): what the costs make required is not called optional, answered or not") {
    Person person;
    person.go_to("justification");
    CHECK_FALSE(person.node("justification.cost").flags.required);
    type_example_a(person);  // line G1 is a cost, and the person is a current employee
    person.go_to("justification");
    for (const std::string_view field :
         {"justification.cost", "justification.likelihood_of_leaving", "justification.qualifications"}) {
      CAPTURE(field);
      CHECK(person.node(field).flags.required);
      CHECK_FALSE(person.node(field).flags.optional);
      person.fill(field, "Because.");
      CHECK_FALSE(person.node(field).flags.optional);
    }
  }

  TEST_CASE("¶9b: the budget contact is asked for where the chain of command submits, and kept") {
    Person person;
    person.go_to("concurrences");
    person.fill("record.budget_contact.name", "B. Contact");
    person.choose("record.budget_contact.included", "yes");
    CHECK(member(person.session.packet_json(), "record/budget_contact") == R"({"name":"B. Contact","included":true})");
  }

  TEST_CASE("who prepared it is asked, and nothing is assumed") {
    Person person;
    type_example_a(person);
    CHECK(member(person.session.packet_json(), "prepared_by").empty());
    person.go_to("eligibility");
    person.choose("prepared_by", "supervisor");
    CHECK(member(person.session.packet_json(), "prepared_by") == "\"supervisor\"");
  }
}
