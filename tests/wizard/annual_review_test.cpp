// The yearly review: from last year's packet to what has changed, the outcome, and what travel really cost.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "figures.h"
#include "long_text.h"
#include "person.h"

using namespace ftt;
using namespace ftt::test;

namespace {

constexpr Date next_july = calendar_date(2027, 7, 12);

std::string last_years_packet() {
  Person person;
  type_example_a(person);
  person.go_to("employee");
  person.fill("employee.last_name", "Kealoha");
  person.go_to("concurrences");
  approve(person);
  person.fill("determination.date", "11/21/2026");
  return person.press("banner.save").front().content;
}

std::string labels_of(const Person& person, std::string_view id) {
  std::string labels;
  for (const Node* node : nodes_of(person.node(id))) append(labels, labels.empty() ? "" : " ", node->label);
  return labels;
}

Json packet_json_of(const Person& person) {
  const Result<Json> packet = read_json(person.session.packet_json());
  REQUIRE(packet.has_value());
  return *packet;
}

}  // namespace

TEST_SUITE("view: annual review (App. D)") {
  TEST_CASE("it begins from last year's file, as the next revision, and is filled from it") {
    Person person(next_july);
    person.press("start.review");
    CHECK(person.node("main.heading").label == "Annual review");
    CHECK(person.has("review.file"));
    CHECK(!person.has("review.this"));
    person.open_in("review.file", "last.json", last_years_packet());
    CHECK(person.node("main.heading").label == "Annual review");
    CHECK(person.node("annual_review.last_name").value == "Kealoha");
    CHECK(person.node("annual_review.current_worksite").value == "Boise, Ada County, ID");
    CHECK(person.node("annual_review.date").value == "7/12/2027");
    const Json packet = packet_json_of(person);
    CHECK(*packet.find("revision")->as_integer() == 2);
    CHECK(person.node("actions.saved").label == "Changed since last.json.");
  }

  TEST_CASE("the packet at hand can be reviewed as well") {
    Person person(next_july);
    person.open("last.json", last_years_packet());
    person.go_to("start");
    person.press("start.review");
    CHECK(person.has("annual_review.not_here"));
    person.press("review.this");
    CHECK(!person.has("annual_review.not_here"));
    CHECK(person.has("review.proposed"));
  }

  TEST_CASE("with work in progress the file for a review asks first, and opened it starts the review") {
    const std::string last = last_years_packet();
    Person person(next_july);
    type_example_b(person);
    person.go_to("start");
    person.press("start.review");
    CHECK(person.open_in("review.file", "last.json", last).front().id == "open.ask");
    person.press("open.replace");
    CHECK(person.has("review.proposed"));
  }

  TEST_CASE("unchanged it proposes no update, preselected; the person may choose otherwise") {
    Person person(next_july);
    person.open_in("start.file", "last.json", last_years_packet());
    person.go_to("start");
    person.press("start.review");
    person.press("review.this");
    REQUIRE(person.has("annual_review.outcome"));
    const std::string proposed = person.node("annual_review.outcome").value;
    CHECK(person.node("annual_review.outcome").flags.derived);
    CHECK(contains(labels_of(person, "form.state"), "The packet does not say if the Analysis Tool needs an update."));
    person.press("review.take");
    CHECK(person.node("annual_review.outcome").value == proposed);
    CHECK(!person.node("annual_review.outcome").flags.derived);
    CHECK(!person.has("review.take"));
    const std::string other = proposed == "no_update" ? "update_attached" : "no_update";
    person.choose("annual_review.outcome", other);
    CHECK(person.node("annual_review.outcome").value == other);
    CHECK(!person.node("annual_review.outcome").flags.derived);
  }

  TEST_CASE("a move to another pay area is said first, and listed old beside new (¶6a(1), ¶12a)") {
    Person person(next_july);
    person.press("start.review");
    person.open_in("review.file", "last.json", last_years_packet());
    person.go_to("employee");
    person.fill_place("employee.requested_worksite", "Denver, CO");
    person.go_to("annual_review");
    REQUIRE(person.has("review:change.locality"));
    CHECK(person.node("review:change.locality").tone == Tone::warning);
    const std::vector<Node>& main = person.node("region:main").children;
    const auto at = [&](std::string_view id) {
      return std::find_if(main.begin(), main.end(), [&](const Node& node) { return node.id == id; }) - main.begin();
    };
    CHECK(at("review:change.locality") < at("review.proposed"));
    CHECK(at("review.proposed") < at("review.changes"));
    const std::vector<TableRow>& rows = person.node("review.changes").rows;
    CHECK(std::any_of(rows.begin(), rows.end(), [](const TableRow& row) {
      return contains(row.cells[1], "Boise").is_so && contains(row.cells[2], "Denver").is_so;
    }));
    CHECK(person.node("annual_review.outcome").value == "update_attached");
    CHECK(person.node("annual_review.requested_worksite").value == "Denver, Denver County, CO");
    person.press("review.to_arrangement");
    CHECK(person.node("main.heading").label == "Arrangement");
  }

  TEST_CASE("A3 goes along with B3 until it is answered by itself") {
    Person person(next_july);
    person.press("start.review");
    person.open_in("review.file", "last.json", last_years_packet());
    person.go_to("employee");
    person.fill("employee.requested_worksite.address", "12 Elm Street");
    person.go_to("annual_review");
    CHECK(person.node("annual_review.requested_worksite.address").value == "12 Elm Street");
    person.fill_place("annual_review.requested_worksite", "Portland, OR");
    person.go_to("employee");
    person.fill_place("employee.requested_worksite", "Denver, CO");
    person.go_to("annual_review");
    CHECK(person.node("annual_review.requested_worksite").value == "Portland, Multnomah County, OR");
    CHECK(person.node("annual_review.requested_worksite.address").value == "12 Elm Street");
  }

  TEST_CASE(
      "spending is entered by half-year, stands beside what was approved, and warns above and above twice (¶13b)") {
    Person person(next_july);
    person.press("start.review");
    person.open_in("review.file", "last.json", last_years_packet());
    CHECK(contains(figures_of(labels_of(person, "review.approved")), "$10,087.20"));
    const std::vector<Effect> added = person.press("actuals.add");
    CHECK(added.front().id == "actuals.0.half_year");
    person.choose("actuals.0.half_year", "2027H1");
    person.fill("actuals.0.spent", "$2,000");
    CHECK(person.node("actuals.0.spent").value == "$2,000.00");
    CHECK(person.node("actuals.0.spent").understood.empty());
    CHECK(person.has("review.spending:2027"));
    CHECK(!person.has("review.spending:2027.twice"));
    person.fill("actuals.0.spent", "30000");
    CHECK(person.has("review.spending:2027.twice"));
    const Json packet = packet_json_of(person);
    CHECK(*packet.find("actuals")->as_array()->front().find_string("spent") == "30000.00");
    person.press("actuals.0.remove");
    CHECK(!person.has("actuals.0"));
    CHECK(!person.has("review.spending:2027"));
  }

  TEST_CASE("no more entries can be added than a file can have") {
    std::string entries;
    for (std::size_t i = 0; i < most_actuals; ++i)
      append(entries, i == 0 ? "" : ", ", R"({"half_year": "2027H1", "spent": "1"})");
    Person person(next_july);
    person.open("packet.json", concat(R"({"format": "telework-packet/1", "actuals": [)", entries, "]}"));
    person.go_to("annual_review");
    CHECK_FALSE(person.has("actuals.add"));
    person.press("actuals.7.remove");
    CHECK(person.has("actuals.add"));
  }

  TEST_CASE("what is wrong with an entry stands at its own row") {
    Person person(next_july);
    person.press("start.review");
    person.press("actuals.add");
    person.press("actuals.add");
    person.choose("actuals.0.half_year", "2027H1");
    person.fill("actuals.0.spent", "100");
    person.choose("actuals.1.half_year", "2027H1");
    person.fill("actuals.1.spent", "a lot");
    CHECK(person.node("actuals.0.spent").problem.empty());
    CHECK(!person.node("actuals.1.spent").problem.empty());
    person.fill("actuals.1.spent", "-50");
    CHECK(person.node("actuals.1.spent").problem == "\"-50\" is below 0: write what was spent, like 412.60.");
    CHECK(person.node("actuals.1.spent").understood.empty());
    CHECK(*packet_json_of(person).find("actuals")->as_array()->at(1).find_string("spent") == "-50");
    person.fill("actuals.1.spent", "50");
    CHECK(person.node("actuals.1.spent").problem.empty());
    CHECK(person.node("actuals.1.half_year").problem == "\"2027H1\" is there twice; keep one entry for a half-year.");
    CHECK(person.node("step:annual_review").step_state == StepState::needs_attention);
    person.press("actions.next");
    CHECK(person.has("errors:actuals"));
  }
}
