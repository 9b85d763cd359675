// Check and export, as far as the order decides: the reviewer's warnings, documents, dates, and the calendar file.
#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "figures.h"
#include "long_text.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

// The calendar file, saved at that moment.
std::string dates_saved_at(Person& person, std::string_view moment) {
  person.go_to("check");
  const std::vector<Effect> effects = *person.session.save_dates(moment);
  const Effect* file = find_effect(effects, EffectKind::save);
  REQUIRE(file != nullptr);
  return file->content;
}

// What the node says, label and detail.
std::string said(const Person& person, std::string_view id) {
  const Node& node = person.node(id);
  return concat(node.label, node.detail.empty() ? "" : " ", node.detail);
}

}  // namespace

TEST_SUITE("view: what a reviewer would ask") {
  TEST_CASE("E2 of 0.20 is two days a pay period: a warning at the field once it is left, and on Check (¶3h(1))") {
    Person person;
    person.go_to("travel");
    const std::string warning = "review:worksite.presence:travel_budget.share_agency";
    person.type("travel_budget.share_agency", "0.20");
    CHECK(!person.has(warning));
    person.leave("travel_budget.share_agency", "0.20");
    person.show_references();
    CHECK(person.node(warning).cite == "HRM 6040.2 ¶3h(1)");
    CHECK(!person.has("warning:travel_budget.share_agency"));
    person.type("travel_budget.share_agency", "0.19");
    CHECK(!person.has(warning));
    person.fill("travel_budget.share_agency", "0.20");
    CHECK(person.has(warning));
    person.go_to("check");
    CHECK(person.node("check." + warning + ".link").target == "travel_budget.share_agency");
    person.press("why:check." + warning);
    CHECK(person.has("why:check." + warning + ".looked_at:travel_budget.share_agency"));
  }

  TEST_CASE("two lines of Part F without an explanation are two warnings, each at its line (App. A, Part F, note)") {
    Person person;
    person.go_to("additional");
    person.fill("additional.transit_savings", "3900");
    person.fill("additional.space_savings", "100");
    CHECK(person.has("review:additional.unexplained:additional.transit_savings"));
    CHECK(person.has("review:additional.unexplained:additional.space_savings"));
    person.go_to("check");
    CHECK(faults_of(person.screen).empty());
    person.go_to("estimate");
    CHECK(!person.has("review:additional.unexplained:additional.transit_savings"));
  }
}

TEST_SUITE("view: documents") {
  TEST_CASE("90 days take no Analysis Tool, 91 do (¶7a)") {
    Person person;
    person.go_to("arrangement");
    person.choose("arrangement.term", "short");
    person.fill("arrangement.start", "1/1/2027");
    person.fill("arrangement.end", "3/31/2027");
    person.go_to("check");
    CHECK(!person.has("document:doc.analysis_tool"));
    person.press("check.documents.not_required");
    CHECK(person.node("document:doc.analysis_tool.required").label.starts_with("Not required. "));
    person.go_to("arrangement");
    person.fill("arrangement.end", "4/1/2027");
    person.go_to("check");
    CHECK(person.node("document:doc.analysis_tool.required").label.starts_with("Required. "));
  }

  TEST_CASE("a recruit's agreement is due 90 days from entry on duty, January 15, 2026 (¶10c)") {
    Person person(calendar_date(2026, 1, 20));
    person.go_to("arrangement");
    person.choose("arrangement.action", "recruit");
    person.choose("arrangement.type", "new");
    person.choose("arrangement.term", "long");
    person.go_to("recruit_agreement");
    person.fill("recruit_agreement.entry_on_duty", "1/15/2026");
    person.go_to("check");
    CHECK(contains(figures_of(said(person, "document:doc.recruit_agreement.required")), "April 15 2026"));
    CHECK(contains(figures_of(said(person, "date:clock.recruit_training")), "March 16 2026"));
  }

  TEST_CASE(
      "a document's date on a day off has the work day before it, and one that has passed is warned about (¶10a)") {
    Person person(calendar_date(2026, 10, 20));
    person.go_to("arrangement");
    person.choose("arrangement.type", "new");
    person.choose("arrangement.term", "long");
    person.fill("arrangement.start", "11/2/2026");
    person.go_to("check");
    CHECK(contains(figures_of(said(person, "document:doc.agreement.required")), "November 1 2026 October 30"));
    CHECK(person.node("document:doc.agreement.required").tone == Tone::plain);
    person.session.set_today(calendar_date(2026, 11, 2));
    person.read();
    CHECK(said(person, "document:doc.agreement.required").ends_with(" That day has passed."));
    CHECK(person.node("document:doc.agreement.required").tone == Tone::warning);
  }
}

TEST_SUITE("view: dates") {
  TEST_CASE("an approval that does not stand is an error with its place, and nobody is told to sign (¶9)") {
    Person person;
    person.go_to("concurrences");
    person.choose("determination.outcome", "approved");
    person.go_to("check");
    CHECK(person.node("check.holder").tone == Tone::error);
    CHECK(person.node("check.holder").detail ==
          "Fix Parts J to L first. Do not sign the Arrangement Agreement until then.");
    const std::string id = "check.review:approval.concurrences:determination.outcome";
    CHECK(person.node(id).tone == Tone::error);
    CHECK(person.node(id + ".link").target == "determination.outcome");
    const auto holds = [&](std::string_view group) {
      const std::vector<Node>& nodes = person.node(group).children;
      return std::any_of(nodes.begin(), nodes.end(), [&](const Node& node) { return node.id == id; });
    };
    CHECK(holds("check.problems"));
    CHECK_FALSE(person.has("check.review"));
    person.go_to("concurrences");
    approve(person);
    person.go_to("check");
    CHECK_FALSE(person.has(id));
    CHECK(person.node("check.holder").tone == Tone::information);
  }

  TEST_CASE("a day that has passed is marked where it is not known whether it was done (App. C, Part B)") {
    Person person(calendar_date(2026, 11, 21));
    person.go_to("arrangement");
    person.choose("arrangement.action", "recruit");
    person.go_to("recruit_agreement");
    person.fill("recruit_agreement.entry_on_duty", "5/4/2026");
    person.fill("recruit_agreement.training_completed", "6/20/2026");
    const Node& date = person.node("date:clock.recruit_training");
    CHECK(date.kind == NodeKind::finding);
    CHECK(date.tone == Tone::warning);
    CHECK(date.detail.starts_with("That day has passed. "));
    CHECK(person.node("step:recruit_agreement").step_state == StepState::needs_attention);
    person.session.set_today(calendar_date(2026, 6, 21));
    person.read();
    CHECK(person.node("date:clock.recruit_training").kind == NodeKind::text);
  }

  TEST_CASE("a decision never stands without a word beside something that does not fit (¶9)") {
    Person person;
    person.go_to("concurrences");
    approve(person);
    person.fill("clock.requested_on", "6/12/2026");
    person.fill("clock.hr_received_on", "6/1/2026");
    person.go_to("check");
    const std::vector<const Node*> nodes = nodes_of(person.screen);
    const bool is_warned = std::any_of(nodes.begin(), nodes.end(), [](const Node* node) {
      return node->kind == NodeKind::finding && node->id.starts_with("check.review:") &&
             node->tone != Tone::information;
    });
    CHECK(is_warned);
    CHECK(person.node("check.holder").tone != Tone::information);
    CHECK(person.node("check.holder").label != "It is approved.");
  }

  TEST_CASE("a request on Friday, June 12, 2026 is due on July 14, past Juneteenth and July 3 (¶9a)") {
    Person person(calendar_date(2026, 6, 15));
    person.go_to("concurrences");
    person.fill("clock.requested_on", "6/12/2026");
    CHECK(contains(figures_of(said(person, "next:clock.chain")), "July 14 2026"));
    person.press("next:clock.chain");
    CHECK(person.node("main.heading").label == "Check and export");
    CHECK(figures_of(person.node("date:clock.chain").label) == "July 14 2026");
    CHECK(figures_of(person.node("date:clock.chain").detail) == "20 June 12 2026 June 19 2026 July 3 2026");
    CHECK(person.node("check.holder").tone != Tone::warning);
    person.session.set_today(calendar_date(2026, 7, 15));
    person.read();
    CHECK(person.node("date:clock.chain").kind == NodeKind::finding);
    CHECK(person.node("date:clock.chain").tone == Tone::warning);
    CHECK(person.node("check.holder").tone == Tone::warning);
  }

  TEST_CASE("the next dates say what is due and when, and nothing that sounds as if it were done (¶11a)") {
    Person person(calendar_date(2026, 9, 1));
    person.go_to("arrangement");
    person.choose("arrangement.term", "long");
    person.fill("arrangement.start", "7/14/2025");
    CHECK(person.node("next:review.first").label == "First annual review");
    CHECK(person.node("next:review.first").detail == "Due Saturday, August 15, 2026, overdue");
    person.session.set_today(calendar_date(2026, 8, 15));
    person.read();
    CHECK(person.node("next:review.first").detail == "Due today, Saturday, August 15, 2026");
    person.session.set_today(calendar_date(2026, 6, 1));
    person.read();
    CHECK(person.node("next:review.first").detail == "Due Saturday, August 15, 2026");
  }

  TEST_CASE("a closure that the agency configures is passed over too") {
    Person person(calendar_date(2026, 6, 15));
    person.go_to("concurrences");
    person.fill("clock.requested_on", "6/12/2026");
    const Date closed[] = {calendar_date(2026, 7, 6)};
    AgencySettings settings;
    settings.policy.calendar = WorkCalendar(closed);
    person.session.configure(settings);
    person.read();
    CHECK(contains(figures_of(said(person, "next:clock.chain")), "July 15 2026"));
  }

  TEST_CASE("the dates are saved as a calendar file, which leaves open what of the packet is saved") {
    Person person(calendar_date(2026, 6, 15));
    person.go_to("check");
    CHECK(person.has("check.holder"));
    person.go_to("concurrences");
    person.fill("clock.requested_on", "6/12/2026");
    person.go_to("check");
    REQUIRE(find_effect(person.press("check.dates.save"), EffectKind::moment) != nullptr);
    const std::vector<Effect> effects = *person.session.save_dates("1781535849");
    person.read();
    const Effect* file = find_effect(effects, EffectKind::save);
    REQUIRE(file != nullptr);
    CHECK(file->name == "telework-dates.ics");
    CHECK(file->media_type == "text/calendar");
    CHECK(file->content.starts_with("BEGIN:VCALENDAR\r\n"));
    CHECK(calendar_line(file->content, "DTSTART;VALUE=DATE") == "20260714");
    CHECK(calendar_line(file->content, "DTSTAMP") == "20260615T150409Z");
    CHECK(person.node("actions.saved").label == "Not saved to a file yet.");
    for (const std::string_view no_moment : {"", "now", "-1", "253402300800"}) {
      CHECK_FALSE(person.session.save_dates(no_moment).has_value());
    }
  }

  TEST_CASE("of two calendar files of one day the later one is told by its moment") {
    Person person(calendar_date(2026, 6, 15));
    person.go_to("concurrences");
    person.fill("clock.requested_on", "6/12/2026");
    const std::string first = dates_saved_at(person, "1781535849");
    person.go_to("concurrences");
    person.fill("clock.requested_on", "6/11/2026");
    const std::string second = dates_saved_at(person, "1781535850");
    CHECK(calendar_line(first, "UID") == calendar_line(second, "UID"));
    CHECK(calendar_line(first, "DTSTART;VALUE=DATE") != calendar_line(second, "DTSTART;VALUE=DATE"));
    CHECK(std::pair(calendar_line(first, "SEQUENCE"), calendar_line(first, "DTSTAMP")) <
          std::pair(calendar_line(second, "SEQUENCE"), calendar_line(second, "DTSTAMP")));
  }

  TEST_CASE("a packet whose file names no id is given one, wherever it is kept, and its dates can be saved") {
    constexpr std::string_view file = R"({"format": "telework-packet/1", "clock": {"requested_on": "2026-06-12"}})";
    Person person(calendar_date(2026, 6, 15));
    person.open("packet.json", file);
    const std::string id = person.session.snapshot().id;
    REQUIRE_FALSE(id.empty());
    CHECK(calendar_line(dates_saved_at(person, "1781535849"), "UID") ==
          concat("clock.chain.", id, "@full-time-telework.invalid"));

    SUBCASE("also where it takes the place of work in progress") {
      person.go_to("concurrences");
      person.fill("clock.requested_on", "6/11/2026");
      person.open("other.json", file);
      CHECK(person.session.snapshot().id == id);
      person.press("open.replace");
      CHECK_FALSE(person.session.snapshot().id.empty());
      CHECK(person.session.snapshot().id != id);
    }
  }

  TEST_CASE("what has no date yet says which answer would give it") {
    Person person;
    person.go_to("check");
    CHECK(person.node("date:clock.chain").label.ends_with(". No date yet, because an answer is missing."));
    CHECK(person.has("date:clock.chain:clock.requested_on"));
  }

  TEST_CASE("what holds once it is approved can be looked up before (¶6a)") {
    Person person;
    person.go_to("check");
    person.show_references();
    person.press("check.terms");
    CHECK(person.node("term:terms.transit").cite == "HRM 6040.2 ¶6a(5)");
    CHECK(person.has("term:terms.travel"));
    CHECK(faults_of(person.screen).empty());
  }
}
