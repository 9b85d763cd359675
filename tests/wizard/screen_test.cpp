// What holds of every screen, step by step and over long random walks of edits.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "base/text.h"
#include "form/field.h"
#include "long_text.h"
#include "person.h"
#include "view/node.h"

using namespace ftt;
using namespace ftt::test;

namespace {

void check_screen(Person& person, std::string_view where) {
  for (const std::string& fault : faults_of(person.screen)) FAIL_CHECK(concat(where, ": ", fault));
}

// "E9", "(G1)": an item of the form, where the words have one.
std::string item_in(std::string_view words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool begins = i == 0 || words[i - 1] == ' ' || words[i - 1] == '(';
    if (!begins || words[i] < 'A' || words[i] > 'H' || !is_digit(words[i + 1])) continue;
    std::size_t end = i + 1;
    while (end < words.size() && is_digit(words[end])) ++end;
    const bool is_word = end == words.size() || !is_ascii_letter(words[end]);
    if (end - i <= 3 && is_word) return std::string(words.substr(i, end - i));
  }
  return {};
}

// A face that has only ever seen patches has the same nodes as the whole screen.
void check_patches(const Person& person) {
  const std::vector<const Node*> nodes = nodes_of(person.screen);
  REQUIRE(person.nodes.size() == nodes.size());
  for (const Node* node : nodes) {
    const auto kept = person.nodes.find(node->id);
    REQUIRE_MESSAGE(kept != person.nodes.end(), node->id);
    const Result<Json> fresh = read_json(to_json(*node));
    REQUIRE(fresh.has_value());
    CHECK_MESSAGE(kept->second == *fresh, node->id);
  }
}

void open_all(Person& person) {
  for (bool opened = true; opened;) {
    opened = false;
    for (const Node* node : nodes_of(person.screen)) {
      if (node->kind != NodeKind::disclosure || node->flags.expanded) continue;
      person.press(std::string(node->id));
      opened = true;
      break;
    }
  }
}

constexpr const char* hostile_texts[] = {"",
                                         " ",
                                         "412.60",
                                         "3",
                                         "0.95",
                                         "2/1/2027",
                                         "2/30/2027",
                                         "12..3",
                                         "1e5",
                                         "--5",
                                         "85",
                                         "9,999,999,999.99",
                                         "99999999999999999999",
                                         "<script>alert(1)</script>",
                                         "\"quoted\" \\ back",
                                         "Kahaleʻulu-O'Brien",
                                         "שלום \u202Eabc",
                                         "e\u0301\u0301\u0301",
                                         "80202",
                                         "00000",
                                         "Denver, CO",
                                         "Springfield",
                                         "Fairfax, VA",
                                         "Nowhere, Nowhere County, ZZ",
                                         "GS",
                                         "WG",
                                         "1999",
                                         "\xff\xfe"};

}  // namespace

TEST_SUITE("view: every screen") {
  TEST_CASE("each step, empty and answered, open and closed, wide and narrow, is sound") {
    for (const bool is_answered : {false, true}) {
      for (const WidthClass width : {WidthClass::wide, WidthClass::medium, WidthClass::narrow}) {
        Person person;
        if (is_answered) type_example_a(person);
        person.session.set_width(width);
        person.read();
        for (const StepWords& step : all_steps()) {
          if (!person.has(step.id)) continue;  // of no use to this packet
          person.press(std::string(step.id));
          check_screen(person, step.id);
          open_all(person);
          check_screen(person, step.id);
          check_patches(person);
          CHECK(person.node("main.heading").level == 1);
          CHECK(person.node("main.heading").label == step.title);
        }
      }
    }
  }

  TEST_CASE("every leaf of Appendices A to D, of eligibility and of the clocks is asked for on exactly one step") {
    for (const std::string_view action : {"incumbent", "recruit"}) {
      for (const auto& [type, term] : {std::pair<std::string_view, std::string_view>{"new", "short"},
                                       {"new", "long"},
                                       {"annual_review", "long"}}) {
        Person person;
        person.go_to("arrangement");
        person.choose("arrangement.action", action);
        person.choose("arrangement.type", type);
        person.choose("arrangement.term", term);
        std::multiset<std::string> asked;
        for (const StepWords& step : all_steps()) {
          if (step.step == Step::estimate || !person.has(step.id)) continue;
          person.press(std::string(step.id));
          open_all(person);
          for (const Node* node : nodes_of(person.screen)) asked.insert(node->id);
        }
        for (const LeafInfo& leaf : leaves()) {
          // What the walk of ¶12 asks follows from its answers.
          if (leaf.section() == "ending" && leaf.leaf != Leaf::ending_reason) continue;
          // What a new arrangement replaces stands where it is begun from another packet.
          if (leaf.leaf == Leaf::record_replaces) continue;
          // Whether the time in the position counts hangs on it (¶8b), so it is asked there too.
          // How trips are counted is chosen beside what each way comes to, too.
          // Who fills it in is asked on the first step of the form of whoever has passed eligibility over.
          const bool is_asked_twice = leaf.leaf == Leaf::arrangement_action || leaf.leaf == Leaf::prepared_by ||
                                      leaf.leaf == Leaf::travel_budget_trip_cost_method;
          const std::size_t once = is_asked_twice ? 2 : 1;
          const bool is_recruit = action == "recruit";
          const bool is_review = type == "annual_review";
          const bool is_asked = leaf.when == When::always || (leaf.when == When::short_term && term == "short") ||
                                (leaf.when == When::recruit && is_recruit) ||
                                (leaf.when == When::annual_review && is_review) ||
                                (leaf.when == When::employee_known && (!is_recruit || is_review)) ||
                                (leaf.when == When::incumbent && !is_recruit);
          const bool is_in_place = leaf.group == Group::place && leaf.member() != "address";
          const std::string id(is_in_place ? leaf.field : leaf.id);
          CHECK_MESSAGE(asked.count(id) == (is_asked ? once : 0), std::string(leaf.id));
        }
      }
    }
  }

  TEST_CASE("every link leads to something that is there") {
    Person person;
    type_example_a(person);
    for (const StepWords& step : all_steps()) {
      if (!person.has(step.id)) continue;
      person.press(std::string(step.id));
      open_all(person);
      std::vector<std::string> links;
      for (const Node* node : nodes_of(person.screen)) {
        if (node->kind == NodeKind::link) links.push_back(node->id);
      }
      for (const std::string& link : links) {
        person.press(std::string(step.id));
        open_all(person);
        if (!person.has(link)) continue;
        const std::string target = person.node(link).target;
        const std::vector<Effect> effects = person.press(link);
        const auto focus = std::find_if(effects.begin(), effects.end(),
                                        [](const Effect& effect) { return effect.kind == EffectKind::focus; });
        REQUIRE_MESSAGE(focus != effects.end(), link);
        CHECK_MESSAGE(person.has(focus->id), target);
      }
    }
  }

  TEST_CASE("without form references no item of the form stands in what is asked, shown or found wrong") {
    Person person;
    type_example_a(person);
    person.go_to("travel");
    REQUIRE(person.node("banner.references").label == "Form references: off");
    person.fill("travel_budget.share_requested", "40%");
    CHECK(contains(person.node("travel_budget.share_requested").problem, "The three shares of the time come to"));
    for (const StepWords& step : all_steps()) {
      if (step.step >= Step::check) break;
      person.press(step.id);
      if (step.step == Step::result) {
        const std::vector<std::string>& cells = person.node("what_if.table").rows.front().cells;
        CHECK(cells.front() == "Pay difference");
      }
      const Node& main = person.node("region:main");
      for (const Node* node : nodes_of(main)) {
        CAPTURE(node->id);
        CHECK(item_in(node->label).empty());
        CHECK(item_in(node->problem).empty());
        for (const TableColumn& column : node->columns) CHECK(item_in(column.label).empty());
      }
    }
    person.show_references();
    person.press("step:result");
    CHECK(person.node("what_if.table").rows.front().cells.front() == "D5 Pay difference");
    CHECK(person.node("result.percent").label == "G2 What the percentage is based on");
  }

  TEST_CASE("App. A, F4 and F5: what is asked of another cost or saving says of which one") {
    Person person;
    person.go_to("additional");
    CHECK(person.node("additional.other1.label").label == "First other item: what it is");
    CHECK(person.node("additional.other2.direction").label == "Second other item: cost or saving");
    CHECK(person.node("additional.other2.amount").label == "Second other item: amount a year");
    person.show_references();
    CHECK(person.node("additional.other1.label").item == "F4");
    CHECK(person.node("additional.other2.amount").item == "F5");
    CHECK(person.node("additional.other2.amount").label == "Amount a year");
  }

  TEST_CASE("every citation opens its paragraph beside it and closing leads back") {
    Person person;
    person.show_references();
    for (const StepWords& step : all_steps()) {
      person.press(std::string(step.id));
      std::vector<std::string> citing;
      for (const Node* node : nodes_of(person.screen)) {
        if (!node->cite.empty()) citing.push_back(node->id);
      }
      for (const std::string& id : citing) {
        const std::vector<Effect> opened = person.press("cite:" + id);
        REQUIRE_MESSAGE(person.has("restatement"), id);
        CHECK_MESSAGE(person.node(id).flags.expanded, id);
        CHECK(opened.front().id == "restatement");
        const std::vector<Effect> closed = person.press("restatement.close");
        CHECK(closed.front().id == "cite:" + id);
        CHECK(!person.has("restatement"));
      }
    }
  }

  TEST_CASE("of the levels of Part K, a card each, the first one cites it") {
    Person person;
    person.show_references();
    person.go_to("concurrences");
    std::vector<std::string> citing;
    for (const Node* node : nodes_of(person.screen)) {
      if (node->cite == "App. A, Part K") citing.push_back(node->id);
    }
    REQUIRE(citing.size() == 1);
    CHECK(citing.front().starts_with("concurrences.supervisor."));
  }

  TEST_CASE("no edit of any node with any text breaks the screen or the patches") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
      std::mt19937 random(seed);
      const auto pick = [&](std::size_t count) { return static_cast<std::size_t>(random()) % count; };
      Person person;
      if (seed % 2 == 0) type_example_a(person);
      for (int turn = 0; turn < 250; ++turn) {
        const std::vector<const Node*> nodes = nodes_of(person.screen);
        const Node& node = *nodes[pick(nodes.size())];
        const std::string id = node.id;
        const auto action = static_cast<EditAction>(pick(4));
        std::string value = hostile_texts[pick(std::size(hostile_texts))];
        if (!node.options.empty() && pick(2) == 0) value = node.options[pick(node.options.size())].value;
        person.act(id, action, value);
        if (turn % 10 == 0) {
          check_screen(person, id);
          check_patches(person);
        }
      }
      const Result<Json> packet = read_json(person.session.packet_json());
      CHECK(packet.has_value());
    }
  }
}
