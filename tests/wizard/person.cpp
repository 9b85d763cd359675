// The tests' person and what holds of every screen. Does not test by itself.
#include "person.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "order/citation.h"
#include "packet/rates_at_hand.h"

namespace ftt::test {
namespace {

void add_nodes(const Node& tree, std::vector<const Node*>& nodes) {
  nodes.push_back(&tree);
  for (const Node& child : tree.children) add_nodes(child, nodes);
}

}  // namespace

Rates load_rates(WithZips zips) {
  return zips == WithZips::yes ? rates_of({"history", "zip"}) : rates_of({"history"});
}

void add_zips(Rates& rates) {
  REQUIRE(rates.add_part(read_file(FTT_RATES_DIR "/zip.rates")).has_value());
}

const Rates& all_rates() {
  static const Rates rates = load_rates(WithZips::yes);
  return rates;
}

std::vector<const Node*> nodes_of(const Node& tree) {
  std::vector<const Node*> nodes;
  add_nodes(tree, nodes);
  return nodes;
}

namespace {

// A question is called by its label, and by the name of the group it stands in where that has one.
void find_namesakes(const Node& parent, const std::string& group, std::set<std::string>& names,
                    std::vector<std::string>& faults) {
  for (const Node& node : parent.children) {
    const bool asks = node.kind == NodeKind::field || node.kind == NodeKind::combo || node.kind == NodeKind::choice ||
                      node.kind == NodeKind::select || node.kind == NodeKind::checkbox;
    if (asks && !names.insert(concat(group, "/", node.label)).second) {
      faults.push_back(concat(node.id, ": a question with the name of another one: ", node.label));
    }
    const bool is_named = node.kind == NodeKind::group && !node.label.empty();
    find_namesakes(node, is_named ? node.label : group, names, faults);
  }
}

}  // namespace

const Effect* find_effect(const std::vector<Effect>& effects, EffectKind kind) {
  const auto found =
      std::find_if(effects.begin(), effects.end(), [&](const Effect& effect) { return effect.kind == kind; });
  return found == effects.end() ? nullptr : &*found;
}

std::string said(const std::vector<Effect>& effects) {
  const Effect* announced = find_effect(effects, EffectKind::announce);
  return announced == nullptr ? std::string() : announced->content;
}

std::string scenario_file(std::string_view name) {
  return read_file(concat(FTT_TESTS_DIR "/scenarios/", name));
}

std::vector<std::string> faults_of(const Node& screen) {
  std::vector<std::string> faults;
  std::set<std::string> ids;
  std::set<std::string> names;
  find_namesakes(screen, "", names, faults);
  for (const Node* node : nodes_of(screen)) {
    const auto fault = [&](std::string_view what) { faults.push_back(concat(node->id, ": ", what)); };
    if (node->id.empty()) fault("no id");
    if (!ids.insert(node->id).second) fault("an id that is there twice");
    if (is_interactive(*node) && trim(node->label).empty()) fault("nothing to call it by");
    if (!node->cite.empty() && find_citation(node->cite) == nullptr)
      fault("a citation that is not there: " + node->cite);
    std::set<std::string> values;
    for (const Option& option : node->options) {
      if (!values.insert(option.value).second) fault("an option that is there twice: " + option.value);
      if (option.label.empty()) fault("an option without a label");
    }
    for (const TableRow& row : node->rows) {
      if (row.cells.size() != node->columns.size()) fault("a row that has not as many cells as there are columns");
    }
    if (node->kind == NodeKind::table && node->label.empty()) fault("a table without a caption");
    if (node->kind == NodeKind::link && node->target.empty()) fault("a link that leads nowhere");
    if ((node->kind == NodeKind::choice || node->kind == NodeKind::select) && !node->value.empty() &&
        !values.contains(node->value)) {
      fault("a value that is none of the options: " + node->value);
    }
    if (!is_valid_utf8(node->label) || !is_valid_utf8(node->value)) fault("bytes that are no UTF-8");
  }
  return faults;
}

void approve(Person& person) {
  for (const std::string_view level : {"supervisor", "executive", "hr_director", "deputy_administrator"}) {
    person.choose(concat("concurrences.", level, ".decision"), "concur");
  }
  person.choose("determination.outcome", "approved");
}

std::size_t place_of(const Person& person, std::string_view id) {
  const std::vector<const Node*> nodes = nodes_of(person.screen);
  const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node* node) { return node->id == id; });
  REQUIRE_MESSAGE(found != nodes.end(), std::string(id));
  return static_cast<std::size_t>(found - nodes.begin());
}

void type_example_a(Person& person) {
  person.go_to("arrangement");
  person.choose("arrangement.action", "incumbent");
  person.choose("arrangement.type", "new");
  person.choose("arrangement.term", "long");
  person.fill("arrangement.start", "2/1/2027");
  person.go_to("employee");
  person.fill_place("employee.requested_worksite", "Boise, ID");
  person.fill_place("position.agency_worksite", "Washington, DC");
  person.fill("position.pay_plan", "GS");
  person.fill("position.grade", "12");
  person.fill("position.step", "5");
  person.go_to("pay");
  person.choose("locality_pay.year", "2025");
  person.go_to("travel");
  person.fill("travel_budget.share_requested", "0.95");
  person.fill("travel_budget.share_agency", "5%");
  person.fill("travel_budget.share_travel", "0");
  person.fill("travel_budget.transport", "412.6");
  person.fill("travel_budget.mie", "92");
  person.fill("travel_budget.lodging", "$276");
  person.fill("travel_budget.extra", "60");
  person.fill("travel_budget.nights", "3");
  person.fill("travel_budget.trips", "4");
  person.go_to("additional");
  person.press("helper.transit");
  person.fill("helper.monthly", "325");
  person.press("helper.take");
}

void type_example_b(Person& person) {
  person.go_to("pay");
  person.press("pay.typed");
  person.fill("locality_pay.requested_salary", "118,204");
  person.fill("locality_pay.agency_salary", "141,022");
  person.fill("locality_pay.salary_source", "Worked example");
  person.go_to("travel");
  person.fill("travel_budget.transport", "640");
  person.fill("travel_budget.mie", "79");
  person.fill("travel_budget.lodging", "257");
  person.fill("travel_budget.extra", "45");
  person.fill("travel_budget.nights", "3");
  person.fill("travel_budget.trips", "4");
  person.go_to("additional");
  person.fill("additional.transit_savings", "3600");
}

}  // namespace ftt::test
