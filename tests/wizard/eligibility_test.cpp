// "Can it be done?": one topic at a time, what each answer decides below it, the result beside them.
#include "rules/eligibility.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "figures.h"
#include "form/field.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

std::vector<std::string> ids_with(const Person& person, std::string_view prefix) {
  std::vector<std::string> ids;
  for (const Node* node : nodes_of(person.screen)) {
    if (std::string_view(node->id).starts_with(prefix)) ids.push_back(node->id);
  }
  return ids;
}

void open_topics(Person& person) {
  for (const std::string& id : ids_with(person, "topic:")) {
    const Node& node = person.node(id);
    if (node.kind == NodeKind::disclosure && !node.flags.expanded) person.press(id);
  }
}

std::string heading(const Person& person) {
  return person.node("eligibility.result").value;
}

// Everything answered so that nothing stands against a request, topic by topic.
void answer_all(Person& person) {
  person.go_to("arrangement");
  person.choose("arrangement.action", "incumbent");
  person.choose("arrangement.type", "new");
  person.choose("arrangement.term", "long");
  person.fill("arrangement.start", "2/1/2027");
  person.go_to("eligibility");
  const auto yes = [&](const char* id) { person.choose(std::string("eligibility.") + id, "yes"); };
  const auto no = [&](const char* id) { person.choose(std::string("eligibility.") + id, "no"); };
  yes("component_covered");
  no("contractor");
  person.press("topic.next");
  yes("in_united_states");
  no("overseas_existing");
  person.press("topic.next");
  no("reasonable_accommodation");
  person.press("topic.next");
  no("awol_discipline");
  no("pornography_discipline");
  no("secure_materials_or_onsite_daily");
  person.press("topic.next");
  person.fill("eligibility.agency_days_per_pay_period", "1");
  no("mobile_work");
  no("temporary_duty");
  person.press("topic.next");
  no("advertised_full_time_telework");
  person.fill("eligibility.position_start", "1/4/2026");
  person.press("topic.next");
  yes("duties_suitable");
  person.press("topic.next");
  yes("telework_agreement_approved");
  yes("worksite_suitable");
}

}  // namespace

TEST_SUITE("view: can it be done?") {
  TEST_CASE("one topic is open at first, that of the knock-outs, and nothing is decided") {
    Person person;
    person.go_to("eligibility");
    CHECK(person.node("topic:covered").flags.expanded);
    CHECK(!person.node("topic:place").flags.expanded);
    CHECK(person.has("eligibility.component_covered"));
    CHECK(!person.has("eligibility.in_united_states"));
    CHECK(ids_with(person, "decided:").empty());
    CHECK(heading(person) == heading_of(EligibilityResult::needs_answer));
    CHECK(person.node("eligibility.component_covered").value.empty());
  }

  TEST_CASE("an answer says at once what it decided, with its paragraph, and the topic stays open (Order ¶3a)") {
    Person person;
    person.go_to("eligibility");
    person.choose("eligibility.component_covered", "yes");
    CHECK(person.has("decided:scope.component"));
    person.show_references();
    CHECK(person.node("eligibility.component_covered").cite == "Order ¶3a");
    CHECK(person.node("topic:covered").flags.expanded);
    CHECK(person.node("topic:covered").level == 2);
    CHECK(person.node("topic:covered").label == "1. Who is covered: in progress");
    person.choose("eligibility.contractor", "no");
    CHECK(person.node("topic:covered").flags.expanded);
    CHECK(person.node("topic:covered").label == "1. Who is covered: answered");
    const std::vector<Effect> effects = person.press("topic.next");
    CHECK(effects.front().id == "topic:place");
    CHECK(!person.node("topic:covered").flags.expanded);
    CHECK(person.node("topic:place").flags.expanded);
    CHECK(person.node("topic:covered").label ==
          "1. Who is covered: The order covers the office. The person is a GSA employee.");
    person.press("topic:covered");
    CHECK(person.node("eligibility.component_covered").value == "yes");
  }

  TEST_CASE("an answer can be taken back: it is unknown again and not no") {
    Person person;
    person.go_to("eligibility");
    person.choose("eligibility.component_covered", "no");
    CHECK(heading(person) == heading_of(EligibilityResult::not_covered));
    person.choose("eligibility.component_covered", "");
    CHECK(heading(person) == heading_of(EligibilityResult::needs_answer));
    CHECK(!person.has("decided:scope.component"));
  }

  TEST_CASE("the Office of Inspector General and a contractor are told whose rules hold; an estimate stays possible") {
    for (const auto& [id, value] :
         {std::pair("eligibility.component_covered", "no"), {"eligibility.contractor", "yes"}}) {
      Person person;
      person.go_to("eligibility");
      person.choose(id, value);
      CHECK(heading(person) == heading_of(EligibilityResult::not_covered));
      CHECK(person.has("eligibility.grounds"));
      CHECK(!person.has("eligibility.settled_by"));
      const std::vector<Effect> effects = person.press("eligibility.estimate");
      CHECK(person.node("main.heading").label == "Estimate a cost");
      CHECK(!effects.empty());
    }
  }

  TEST_CASE("what would settle it is the smallest set, and each of it leads to its question in its topic") {
    Person person;
    answer_all(person);
    CHECK(heading(person) == heading_of(EligibilityResult::eligible));
    person.press("topic:covered");
    person.choose("eligibility.contractor", "");
    CHECK(heading(person) == heading_of(EligibilityResult::needs_answer));
    CHECK(ids_with(person, "settles:") == std::vector<std::string>{"settles:eligibility.contractor"});
    person.go_to("eligibility");
    person.press("topic:covered");
    CHECK(!person.has("eligibility.contractor"));
    const std::vector<Effect> effects = person.press("settles:eligibility.contractor");
    REQUIRE(!effects.empty());
    CHECK(effects.front().id == "eligibility.contractor");
    CHECK(person.has("eligibility.contractor"));
  }

  TEST_CASE("180 days: on day 120 the first date is named, on the day itself it may be requested (¶8b)") {
    Person person;  // November 21, 2026
    answer_all(person);
    person.press("topic:time");
    person.fill("eligibility.position_start", "7/24/2026");  // 120 days before
    CHECK(heading(person) == heading_of(EligibilityResult::not_yet));
    CHECK(figures_of(person.node("eligibility.result").detail) == "January 20 2027");
    person.session.set_today(calendar_date(2027, 1, 19));
    person.read();
    CHECK(heading(person) == heading_of(EligibilityResult::not_yet));
    person.session.set_today(calendar_date(2027, 1, 20));
    person.read();
    CHECK(heading(person) == heading_of(EligibilityResult::eligible));
  }

  TEST_CASE("two days a pay period are no full-time telework, one is (¶3h(1))") {
    Person person;
    answer_all(person);
    person.press("topic:presence");
    person.fill("eligibility.agency_days_per_pay_period", "2");
    CHECK(heading(person) == heading_of(EligibilityResult::not_full_time_telework));
    person.fill("eligibility.agency_days_per_pay_period", "1");
    CHECK(heading(person) == heading_of(EligibilityResult::eligible));
  }

  TEST_CASE("every rule of eligibility is shown in exactly one topic") {
    Person person;
    answer_all(person);
    open_topics(person);
    const WorkCalendar calendar;
    const Eligibility eligibility = find_eligibility(Answers(), {hrm_6040_2, calendar_date(2026, 11, 21), calendar});
    const std::vector<std::string> shown = ids_with(person, "decided:");
    // How long it lasts is asked, and said, on Arrangement.
    CHECK(shown.size() + 2 == eligibility.findings.size());
    for (const Finding& found : eligibility.findings) {
      if (found.rule.starts_with("duration.")) continue;
      CHECK_MESSAGE(std::count(shown.begin(), shown.end(), std::string("decided:") + std::string(found.rule)) == 1,
                    std::string(found.rule));
    }
  }

  TEST_CASE("every question of eligibility is asked") {
    Person person;
    person.go_to("eligibility");
    open_topics(person);
    person.choose("eligibility.overseas_existing", "yes");
    person.choose("eligibility.mobile_work", "yes");
    for (const Leaf leaf : eligibility_questions())
      CHECK_MESSAGE(person.has(info(leaf).id), std::string(info(leaf).id));
  }

  TEST_CASE("each topic asks something, behind the last one comes the next step, and how long it lasts is said on Arrangement") {
    Person person;
    answer_all(person);
    open_topics(person);
    const std::vector<std::string> topics = ids_with(person, "topic:");
    CHECK(topics.size() == 8);
    for (const std::string& topic : topics) {
      const std::vector<Node>& inside = person.node(topic).children;
      CHECK(std::any_of(inside.begin(), inside.end(),
                        [](const Node& node) { return find_leaf(node.id) != nullptr && is_interactive(node); }));
    }
    CHECK(person.has("topic.on"));
    person.go_to("arrangement");
    CHECK(person.has("decided:duration.documented"));
    CHECK(person.has("decided:duration.kind"));
  }

  TEST_CASE("a packet is begun with whether it can be done, and one goes past that by choice") {
    Person person;
    person.press("start.packet");
    CHECK(person.node("main.heading").label == "Can it be done?");
    person.press("eligibility.packet");
    CHECK(person.node("main.heading").label == "Arrangement");
    person.choose("arrangement.action", "incumbent");
    person.go_to("start");
    person.press("start.packet");
    CHECK(person.node("main.heading").label == "Arrangement");
  }

  TEST_CASE("where the mobile work is, is asked once there is some, and elsewhere HR is asked (¶3h(3))") {
    Person person;
    answer_all(person);
    person.press("topic:presence");
    CHECK(!person.has("eligibility.mobile_area"));
    person.choose("eligibility.mobile_work", "yes");
    CHECK(heading(person) == heading_of(EligibilityResult::needs_answer));
    CHECK(ids_with(person, "settles:") == std::vector<std::string>{"settles:eligibility.mobile_area"});
    person.choose("eligibility.mobile_area", "mixed");
    CHECK(heading(person) == heading_of(EligibilityResult::not_yet));
    CHECK(person.has("decided:worksite.mobile"));
  }

  TEST_CASE("the state of the step follows: not started, in progress, needs attention, complete") {
    Person person;
    const auto state = [&] { return person.node("step:eligibility").step_state; };
    CHECK(state() == StepState::not_started);
    person.go_to("eligibility");
    person.choose("eligibility.component_covered", "yes");
    CHECK(state() == StepState::in_progress);
    answer_all(person);
    CHECK(state() == StepState::complete);
    person.press("topic:time");
    person.fill("eligibility.position_start", "2/30/2026");
    CHECK(state() == StepState::needs_attention);
    CHECK(person.node("step:eligibility").attention == 1);
  }

  TEST_CASE("a new result is said once") {
    Person person;
    person.go_to("eligibility");
    const auto said = [](const std::vector<Effect>& effects) {
      return std::count_if(effects.begin(), effects.end(), [](const Effect& effect) {
        return effect.kind == EffectKind::announce && effect.content.find("Can it be requested?") == 0;
      });
    };
    CHECK(said(person.choose("eligibility.contractor", "yes")) == 1);
    CHECK(said(person.choose("eligibility.component_covered", "no")) == 0);
  }

  TEST_CASE("Why? restates the paragraph, leads to the answers, and closes in its place") {
    Person person;
    person.go_to("eligibility");
    person.choose("eligibility.contractor", "yes");
    const std::string why = "why:decided:scope.contractor";
    person.press(why);
    CHECK(person.node(why).flags.expanded);
    CHECK(person.node(why + ".words").label.find("Order ¶3c") == 0);
    CHECK(person.node(why + ".looked_at:eligibility.contractor").target == "eligibility.contractor");
    CHECK(ids_with(person, why) ==
          std::vector{why, why + ".words", why + ".looked_at", why + ".looked_at:eligibility.contractor"});
    const std::vector<Effect> closed = person.press(why);
    CHECK(!person.node(why).flags.expanded);
    CHECK(std::none_of(closed.begin(), closed.end(),
                       [](const Effect& effect) { return effect.kind == EffectKind::focus; }));
  }

  TEST_CASE("in a narrow window the fold says whether it may be requested") {
    Person person;
    person.session.set_width(WidthClass::narrow);
    person.read();
    person.go_to("eligibility");
    CHECK(person.node("result.fold").label == concat("Result so far: ", heading_of(EligibilityResult::needs_answer)));
    person.press("result.fold");
    CHECK(person.has("eligibility.result"));
  }
}

TEST_SUITE("view: beside the form") {
  TEST_CASE("the slips of the order are reached from Help and each says what is done about it") {
    Person person;
    person.press("banner.help");
    person.press("help.slips");
    CHECK(person.node("main.heading").label == "Errors in the order");
    CHECK(!person.has("help"));
    CHECK(person.node("slip.alternative_worksite.done").value == "It is read as ¶3b.");
    person.press("actions.back");
    CHECK(person.node("main.heading").label == "Start");
  }

  TEST_CASE("whom to ask: the configured officer, else what the officer is (OPM telework FAQ)") {
    Person person;
    person.go_to("whom_to_ask");
    CHECK(person.node("whom.heading").label ==
          "The Telework Managing Officer of your agency, or the officer's designee");
    CHECK(!person.has("whom.reach"));
    AgencySettings settings;
    settings.policy.contact = Contact{"Ada Example", "ada@gsa.example", "555-0100", "GSA", "OHRM"};
    person.session.configure(settings);
    person.read();
    CHECK(person.node("whom.heading").label == "Ada Example");
    CHECK(person.node("whom.reach").label == "GSA · OHRM · ada@gsa.example · 555-0100");
    CHECK(person.has("whom.office"));
    CHECK_FALSE(person.has("whom.accessibility"));
  }

  TEST_CASE("whom to ask where something here is hard to use: whom the agency has set for it") {
    Person person;
    AgencySettings settings;
    settings.policy.accessibility_contact = Contact{"Ada Example", "ada@gsa.example", "", "GSA", ""};
    person.session.configure(settings);
    person.go_to("whom_to_ask");
    CHECK(person.node("whom.accessibility").kind == NodeKind::heading);
    CHECK(person.node("whom.accessibility.reach").label == "Ada Example · GSA · ada@gsa.example");
    CHECK_FALSE(person.has("whom.reach"));
  }
}
