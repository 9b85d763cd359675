// Ways about: the step of an address, and taking back the last changes across fields.
#include <doctest/doctest.h>

#include <string>

#include "base/text.h"
#include "person.h"
#include "view/wording.h"

using namespace ftt;
using namespace ftt::test;

namespace {

std::string all_said(const std::vector<Effect>& effects) {
  std::string words;
  for (const Effect& effect : effects) {
    if (effect.kind == EffectKind::announce) append(words, words.empty() ? "" : " | ", effect.content);
  }
  return words;
}

std::string value(const Person& person, std::string_view id) {
  return person.node(id).value;
}

}  // namespace

TEST_SUITE("wizard: the step of an address") {
  TEST_CASE("each step is gone to by its address, with the focus on its heading") {
    for (const StepWords& step : all_steps()) {
      Person person;
      const std::vector<Effect> effects = person.session.visit(step.id);
      person.read();
      CHECK_MESSAGE(person.node("main.heading").label == step.title, std::string(step.id));
      CHECK(person.node(step.id).flags.current);
      CHECK(person.screen.target == step.id);
      REQUIRE(find_effect(effects, EffectKind::focus) != nullptr);
      CHECK(find_effect(effects, EffectKind::focus)->id == "main.heading");
      CHECK(!person.has("main.notice"));
    }
  }

  TEST_CASE("a field is gone to by its address, on its step and in what it stands in; without a name it is Start") {
    Person person;
    for (const std::string_view field : {"travel_budget.nights", "eligibility.contractor",
                                         "locality_pay.requested_salary", "employee.requested_worksite"}) {
      const std::vector<Effect> effects = person.session.visit(field);
      person.read();
      CHECK_MESSAGE(person.has(field), std::string(field));
      CHECK(find_effect(effects, EffectKind::focus)->id == field);
    }
    person.session.visit("");
    person.read();
    CHECK(person.node("step:start").flags.current);
    CHECK(!person.has("main.notice"));
  }

  TEST_CASE("the address of the step that is shown leaves what is being typed there as it is") {
    Person person;
    person.go_to("travel");
    person.type("travel_budget.transport", "41..");
    CHECK(find_effect(person.session.visit("step:travel"), EffectKind::focus)->id == "main.heading");
    person.read();
    CHECK(person.session.snapshot().typed == "41..");
    CHECK(person.node("travel_budget.transport").problem.empty());
  }

  TEST_CASE("an address of no step leads to Start, which says so, and what was being typed is kept") {
    for (const std::string_view name : {"travel", "step:travels", "step:", "Travel", "main.heading", "travel:more"}) {
      Person person;
      person.go_to("travel");
      person.type("travel_budget.trips", "6");
      const std::vector<Effect> effects = person.session.visit(name);
      person.read();
      CHECK(person.node("step:start").flags.current);
      CHECK(person.node("main.notice").label ==
            "There is no step at this address. This is Start: choose a step from the list.");
      CHECK(all_said(effects) == person.node("main.notice").label);
      person.go_to("travel");
      CHECK(value(person, "travel_budget.trips") == "6");
      CHECK(!person.session.snapshot().typed.size());
    }
  }
}

TEST_SUITE("wizard: undo") {
  TEST_CASE("undo takes back the last change, shows it on its step, and says what it is again") {
    Person person;
    person.go_to("travel");
    person.fill("travel_budget.trips", "6");
    person.fill("travel_budget.trips", "9");
    person.go_to("pay");
    const std::vector<Effect> effects = person.press("banner.undo");
    CHECK(person.node("step:travel").flags.current);
    CHECK(value(person, "travel_budget.trips") == "6");
    REQUIRE(find_effect(effects, EffectKind::focus) != nullptr);
    CHECK(find_effect(effects, EffectKind::focus)->id == "travel_budget.trips");
    CHECK(
        all_said(effects).starts_with(concat("Undone: ", person.node("travel_budget.trips").label, " It is 6 again.")));
    CHECK(all_said(person.press("banner.undo")) ==
          concat("Undone: ", person.node("travel_budget.trips").label, " It is empty again."));
    CHECK(value(person, "travel_budget.trips").empty());
    CHECK(person.node("travel_budget.trips").problem.empty());
  }

  TEST_CASE("a question keeps its mark alone in what is said of it") {
    Person person;
    person.go_to("travel");
    const std::string question = person.node("travel_budget.trips").label;
    REQUIRE(question.ends_with('?'));
    const std::vector<Effect> effects = person.fill("travel_budget.trips", "many");
    CHECK(all_said(effects).starts_with(concat(question, " ")));
    CHECK(person.node("banner.undo").hint.starts_with(concat("Undo: ", question, " Keys: ")));
    CHECK(all_said(person.press("banner.undo")) == concat("Undone: ", question, " It is empty again."));
  }

  TEST_CASE("a field from its first key to its leaving is one change, also while it is typed in and cannot be read") {
    Person person;
    person.go_to("travel");
    person.fill("travel_budget.transport", "412");
    for (const std::string_view text : {"4", "41", "41.", "41.."}) person.type("travel_budget.transport", text);
    CHECK(person.node("banner.undo")
              .hint.starts_with(concat("Undo: ", with_stop(person.node("travel_budget.transport").label), " Keys: ")));
    person.press("banner.undo");
    CHECK(value(person, "travel_budget.transport") == "$412.00");
    person.fill("travel_budget.transport", "41..");
    person.fill("travel_budget.nights", "2");
    person.press("banner.undo");
    CHECK(value(person, "travel_budget.transport") == "41..");
    person.press("banner.undo");
    CHECK(value(person, "travel_budget.transport") == "$412.00");
  }

  TEST_CASE("what changed nothing is no change: a field passed through, a step gone to, a disclosure opened") {
    Person person;
    person.go_to("travel");
    person.fill("travel_budget.trips", "6");
    person.fill("travel_budget.trips", "6");
    person.leave("travel_budget.nights", "");
    person.type("travel_budget.nights", "3");
    person.type("travel_budget.nights", "");
    person.leave("travel_budget.nights", "");
    person.go_to("employee");
    person.press("banner.help");
    person.press("banner.undo");
    CHECK(value(person, "travel_budget.trips").empty());
    CHECK(all_said(person.press("banner.undo")) == "There is nothing to undo.");
    CHECK(person.node("banner.undo").hint.starts_with("Nothing to undo yet."));
  }

  TEST_CASE("choices, places with what follows them, boxes and presses that answer are taken back") {
    Person person;
    person.go_to("employee");
    person.fill_place("employee.requested_worksite", "Boise, ID");
    const std::string boise = value(person, "employee.requested_worksite");
    person.fill_place("employee.requested_worksite", "Denver, CO");
    person.fill("employee.requested_worksite", "nowhere at all");
    person.press("banner.undo");
    CHECK(value(person, "employee.requested_worksite").starts_with("Denver"));
    person.press("banner.undo");
    CHECK(value(person, "employee.requested_worksite") == boise);

    person.go_to("arrangement");
    person.choose("arrangement.action", "recruit");
    person.press("banner.undo");
    CHECK(value(person, "arrangement.action").empty());

    person.go_to("check");
    person.choose("check.redacted", "yes");
    person.press("banner.undo");
    CHECK(value(person, "check.redacted").empty());
  }

  TEST_CASE("what is tried on the result and the helper of the transit line are taken back, too") {
    Person person;
    type_example_a(person);
    person.go_to("result");
    const std::string before = value(person, "what_if.trips");
    person.fill("what_if.trips", "9");
    person.press("banner.undo");
    CHECK(value(person, "what_if.trips") == before);
    person.go_to("additional");
    const std::string savings = value(person, "additional.transit_savings");
    const std::string monthly = value(person, "helper.monthly");
    person.fill("helper.monthly", "291");
    person.press("helper.take");
    CHECK(value(person, "additional.transit_savings") != savings);
    person.press("banner.undo");
    CHECK(value(person, "additional.transit_savings") == savings);
    CHECK(value(person, "helper.monthly") == "$291.00");
    person.press("banner.undo");
    CHECK(value(person, "helper.monthly") == monthly);
  }

  TEST_CASE("undo goes back twenty changes and no further") {
    Person person;
    person.go_to("travel");
    for (int trips = 1; trips <= 22; ++trips) person.fill("travel_budget.trips", std::to_string(trips));
    for (int count = 0; count < 20; ++count) person.press("banner.undo");
    CHECK(value(person, "travel_budget.trips") == "2");
    CHECK(all_said(person.press("banner.undo")) == "There is nothing to undo.");
    CHECK(value(person, "travel_budget.trips") == "2");
  }

  TEST_CASE("an opened file, a new packet and a review begin with nothing to undo") {
    Person author;
    type_example_a(author);
    const std::string file = author.press("banner.save").front().content;
    constexpr std::string_view nothing = "There is nothing to undo.";

    Person person;
    person.go_to("travel");
    person.fill("travel_budget.trips", "6");
    person.open("a.json", file);
    person.press("open.replace");
    CHECK(all_said(person.press("banner.undo")) == nothing);
    person.go_to("travel");
    person.fill("travel_budget.trips", "7");
    REQUIRE(person.session.set_surroundings(R"({"keeping":"on","kept":[{"id":"b","name":"Ito, Ken"}]})").has_value());
    person.go_to("start");
    REQUIRE(person.has("kept.anew"));
    person.press("kept.anew");
    CHECK(all_said(person.press("banner.undo")) == nothing);
    person.go_to("annual_review");
    person.open_in("review.file", "a.json", file);
    CHECK(find_effect(person.press("banner.undo"), EffectKind::announce)->content == nothing);
    CHECK(author.node("banner.undo").hint.starts_with("Undo: "));
  }

  TEST_CASE("a half-year that is added is not wrong before anything is typed in it, and undo takes it away") {
    Person author;
    type_example_a(author);
    const std::string file = author.press("banner.save").front().content;
    Person person;
    person.go_to("annual_review");
    person.open_in("review.file", "a.json", file);
    person.press("actuals.add");
    person.choose("actuals.0.half_year", person.node("actuals.0.half_year").options.front().value);
    person.fill("actuals.0.spent", "10");
    person.press("actuals.add");
    person.leave("actuals.0.spent", value(person, "actuals.0.spent"));  // the focus went on
    CHECK(person.node("actuals.1.half_year").problem.empty());
    person.press("banner.undo");
    CHECK(!person.has("actuals.1.half_year"));
    CHECK(value(person, "actuals.0.spent") == "$10.00");
  }
}

TEST_SUITE("wizard: the banner and the foot") {
  TEST_CASE("the keys of a button are told with it") {
    const Person person;
    for (const auto& [id, letter] :
         {std::pair{"banner.open", "O"}, {"banner.save", "S"}, {"banner.print", "P"}, {"banner.undo", "Z"}}) {
      CHECK(person.node(id).keys == letter);
      CHECK(person.node(id).hint.ends_with(concat("Keys: Ctrl+", letter, ", on a Mac Cmd+", letter, ".")));
    }
  }

  TEST_CASE("a long name of a file is cut in its middle at the foot, a short one is not") {
    Person person;
    type_example_a(person);
    const std::string file = person.press("banner.save").front().content;
    Person other;
    other.open("telework-packet-rivera-of-the-northwest-arctic-region.json", file);
    CHECK(other.node("actions.saved").label == "Saved to telework-packet-rivera-of-the-….json.");
    other.open("telework-packet-rivera-santos.json", file);
    CHECK(other.node("actions.saved").label == "Saved to telework-packet-rivera-santos.json.");
  }
}

TEST_SUITE("wizard: a narrow window") {
  TEST_CASE("the steps are behind the one that is shown, and both folds are shut on each step anew") {
    Person person;
    type_example_a(person);
    person.session.set_width(WidthClass::medium);
    person.read();
    CHECK(!person.has("steps.fold"));
    CHECK(person.has("step:travel"));
    person.session.set_width(WidthClass::narrow);
    person.read();
    CHECK(person.node("steps.fold").label == "Steps: Costs and savings");
    CHECK(!person.has("step:travel"));
    person.press("steps.fold");
    REQUIRE(person.has("step:travel"));
    CHECK(person.node("step:additional").flags.current);
    person.press("result.fold");
    CHECK(person.has("result.bars"));
    person.press("step:travel");
    CHECK(person.node("steps.fold").label == "Steps: Travel");
    CHECK(!person.node("steps.fold").flags.expanded);
    CHECK(!person.node("result.fold").flags.expanded);
    person.press("result.fold");
    person.press("actions.next");
    CHECK(!person.has("result.bars"));
    // A field is gone to with the list shut, too.
    person.session.visit("travel_budget.nights");
    person.read();
    CHECK(person.node("steps.fold").label == "Steps: Travel");
  }
}
