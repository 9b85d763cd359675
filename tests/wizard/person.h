// A person at the wizard, for tests: types, leaves, chooses and presses by node id, and keeps the screen that the
// patches make, as a face would.
#pragma once

#include <doctest/doctest.h>

#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/json_reader.h"
#include "view/build.h"
#include "view/interactive.h"
#include "wizard/acts/session.h"
#include "wizard/state/steps.h"

namespace ftt::test {

enum class WithZips { no, yes };
Rates load_rates(WithZips);
void add_zips(Rates& rates);
// All parts, loaded once.
const Rates& all_rates();

// A constant: clang 14 refuses a consteval function in a default argument.
inline constexpr Date persons_day = calendar_date(2026, 11, 21);

class Person {
 public:
  explicit Person(Date today = persons_day) : session(all_rates(), today, "test-packet", "seed of the test") { read(); }

  // Types and leaves.
  std::vector<Effect> fill(std::string_view id, std::string_view text) {
    type(id, text);
    return act(id, EditAction::leave, text);
  }
  std::vector<Effect> type(std::string_view id, std::string_view text) { return act(id, EditAction::input, text); }
  std::vector<Effect> leave(std::string_view id, std::string_view text) { return act(id, EditAction::leave, text); }
  std::vector<Effect> choose(std::string_view id, std::string_view value) { return act(id, EditAction::choose, value); }
  std::vector<Effect> press(std::string_view id) { return act(id, EditAction::press, {}); }
  std::vector<Effect> act(std::string_view id, EditAction action, std::string_view value) {
    std::vector<Effect> effects = session.edit({id, action, value});
    read();
    return effects;
  }
  std::vector<Effect> open(std::string_view name, std::string_view bytes) {
    std::vector<Effect> effects = session.open(name, bytes);
    read();
    return effects;
  }
  // The same through a file field of the screen.
  std::vector<Effect> open_in(std::string_view field, std::string_view name, std::string_view bytes) {
    choose(field, name);
    return open(name, bytes);
  }
  // Types a place and takes the first suggestion.
  void fill_place(std::string_view id, std::string_view text) {
    type(id, text);
    const Node& field = node(id);
    REQUIRE_MESSAGE(!field.options.empty(), std::string(text));
    choose(id, std::string(field.options.front().value));
  }
  void show_references() {
    if (node("banner.references").label == "Form references: off") press("banner.references");
  }
  void go_to(std::string_view step) {
    read();
    if (has("steps.fold") && !node("steps.fold").flags.expanded) press("steps.fold");
    press(std::string("step:") + std::string(step));
  }

  const Node& node(std::string_view id) const {
    const Node* found = build::find(screen, id);
    REQUIRE_MESSAGE(found != nullptr, std::string(id));
    return *found;
  }
  bool has(std::string_view id) const { return build::find(screen, id) != nullptr; }

  // Takes the screen, and the patch into the map of nodes.
  void read() {
    screen = session.view();
    JsonLimits limits;
    limits.max_bytes = std::numeric_limits<std::size_t>::max();
    limits.takes_long_text = [](std::string_view) { return true; };
    const Result<Json> patch = read_json(session.patch(), limits);
    REQUIRE(patch.has_value());
    for (const Json& changed : *patch->find("nodes")->as_array()) nodes[*changed.find_string("id")] = changed;
    for (const Json& gone : *patch->find("removed")->as_array()) nodes.erase(*gone.as_string());
  }

  Session session;
  Node screen;
  std::map<std::string, Json> nodes;  // by id, as a face keeps them
};

// The first effect of that kind; null where there is none.
const Effect* find_effect(const std::vector<Effect>& effects, EffectKind kind);

// What is said to a screen reader; empty where nothing is.
std::string said(const std::vector<Effect>& effects);

// The packet of that file among the scenarios.
std::string scenario_file(std::string_view name);

// What is wrong with a screen that no screen may have; empty where all is well.
std::vector<std::string> faults_of(const Node& screen);
// Every node of the tree, in reading order.
std::vector<const Node*> nodes_of(const Node& tree);
// Which of them the node is, from 0; it has to be on the screen.
std::size_t place_of(const Person& person, std::string_view id);

// Worked examples A and B of the calculation, typed from the first step to the last.
void type_example_a(Person& person);
// Every level of ¶9 concurs, and it is approved. On the step of the concurrences.
void approve(Person& person);
void type_example_b(Person& person);

}  // namespace ftt::test
