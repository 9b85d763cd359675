// Shows the trail of a line. Does not calculate.
#include "wizard/screens/work.h"

#include <utility>

#include "base/text.h"
#include "order/registers.h"
#include "view/build.h"
#include "view/wording.h"

namespace ftt {
namespace {

std::string shown_value(const Figure& figure) {
  return figure.has_value() ? to_display(figure) : std::string("not known yet");
}

// The formula; for a figure without one, where it is from.
std::string_view how_it_is_known(const WorksheetLine& line) {
  if (!line.formula.empty()) return line.formula;
  return line.origin == Origin::entered ? "Entered by the preparer." : "Looked up in the tables.";
}

void add_inputs(Node& parent, const WorksheetLine& line, const std::string& id) {
  if (line.inputs.empty()) return;
  Node table = build::table(id + ".inputs", "Inputs", {{"Line"}, {"Figure", Align::end}, {"From"}});
  for (const LineInput& input : line.inputs) {
    table.rows.push_back({std::string(input.id),
                          {concat(input.item, input.item.empty() ? "" : " ", input.label), shown_value(input.value),
                           input.value.has_value() ? std::string(words_of(input.origin)) : std::string()},
                          false});
  }
  const LineInfo& about = info(line.id);
  table.rows.push_back({"value", {concat(about.item, " ", about.label), shown_value(line.value), {}}, true});
  parent.children.push_back(std::move(table));
}

void add_rates(Node& parent, const WorksheetLine& line, const std::string& id) {
  if (line.rates.empty()) return;
  Node table = build::table(id + ".rates", "Rates used", {{"Table"}, {"Year"}, {"Entry"}, {"Source"}});
  for (const RateUse& rate : line.rates) {
    table.rows.push_back(
        {{}, {std::string(rate.table), concat(rate.year), std::string(rate.entry), std::string(rate.source)}, false});
  }
  parent.children.push_back(std::move(table));
}

void add_needs(Node& parent, const SessionData& data, const WorksheetLine& line, const std::string& id) {
  if (line.value.has_value() || line.needs.empty()) return;
  Node group = build::group(id + ".needs", "What it still needs");
  for (const Leaf leaf : line.needs) {
    const std::string_view need = info(leaf).id;
    group.children.push_back(build::link(concat(id, ".needs:", need), name_of_field(data, need), node_of_field(need)));
  }
  parent.children.push_back(std::move(group));
}

}  // namespace

void add_work(Node& parent, const SessionData& data, Line which, std::string_view prefix) {
  const WorksheetLine* line = data.assessment.worksheet.find(which);
  if (line == nullptr) return;
  const LineInfo& about = info(which);
  const std::string id = concat(prefix, about.id);
  Node node = build::disclosure(id, with_item(data, about.item, about.label), is_open(data, id));
  for (const TripCostMethod method : trip_cost_methods) {
    if (which == trip_cost_line(method)) append(node.label, ", ", name_of_method(method));
  }
  for (const PercentReading reading : {PercentReading::net_change, PercentReading::overall}) {
    const OrderReading& named = *find_order_reading(concat("percent.", name_of(reading)));
    if (about.reading == name_of(reading)) append(node.label, ", ", named.name);
  }
  node.value = shown_value(line->value);
  if (node.flags.expanded) {
    Node formula = build::text(id + ".formula", std::string(how_it_is_known(*line)), Tone::lead);
    formula.cite = std::string(about.cite.text());
    node.children.push_back(std::move(formula));
    add_inputs(node, *line, id);
    add_rates(node, *line, id);
    add_needs(node, data, *line, id);
    if (!line->rounding.empty()) {
      node.children.push_back(build::text(id + ".rounding", concat("Rounded ", line->rounding, "."), Tone::small));
    }
    if (!line->note.empty()) node.children.push_back(build::text(id + ".note", as_sentence(line->note), Tone::small));
    if (!line->said.empty()) node.children.push_back(build::text(id + ".said", line->said, Tone::small));
  }
  parent.children.push_back(std::move(node));
}

}  // namespace ftt
