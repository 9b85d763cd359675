// The Justification step: what a justification may draw on stands beside it, point by point (¶8e(1)(a) to (d)).
#include <doctest/doctest.h>

#include "long_text.h"
#include "order/citation.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

TEST_SUITE("view: justification") {
  TEST_CASE("¶8e(1)(a) to (d), with (c)1 to 5: each is a prompt beside the justification of the costs, and no field") {
    Person person;
    person.go_to("justification");
    CHECK(!person.has("justification.prompts:1"));
    person.show_references();
    person.press("justification.prompts");
    int number = 0;
    for (const std::string_view point : {"(a)", "(b)", "(c)", "(c)1", "(c)2", "(c)3", "(c)4", "(c)5", "(d)"}) {
      const std::string cited = "HRM 6040.2 ¶8e(1)" + std::string(point);
      CAPTURE(cited);
      const Node& prompt = person.node("justification.prompts:" + std::to_string(++number));
      CHECK(prompt.kind == NodeKind::text);
      CHECK(prompt.cite == cited);
      CHECK(prompt.value == find_citation(cited)->restatement);
    }
    CHECK(faults_of(person.screen).empty());
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
