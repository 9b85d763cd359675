// "Result so far": the net annual change, what builds it up, how line 9 can be read, what is missing.
//
// Covers App. A, Parts D to G, and HRM 6040.2 ¶8e(1). Does not calculate.
#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "view/build.h"
#include "view/pictures.h"
#include "view/wording.h"
#include "wizard/screens/frame.h"
#include "wizard/screens/policy_nodes.h"
#include "wizard/screens/work.h"

namespace ftt {
namespace {

constexpr std::size_t missing_at_most = 6;

void add_readings(std::vector<Node>& children, const Worksheet& worksheet) {
  if (!worksheet.readings_differ) return;
  Node table = build::table("result.readings", "Line 9 can be read in four ways",
                            {{"Reading"}, {"Net annual change", Align::end}});
  bool flips = false;
  std::optional<Money> least;
  std::optional<Money> most;
  for (const ReadingRow& row : worksheet.readings) {
    flips = flips || row.flips_verdict;
    const std::optional<Money>& net = row.net_annual_change ? row.net_annual_change : row.annual;
    if (net) {
      least = least ? std::min(*least, *net) : *net;
      most = most ? std::max(*most, *net) : *net;
    }
    table.rows.push_back(
        {std::string(name_of(row.method)),
         {name_of_reading(row), row.net_annual_change ? to_display(*row.net_annual_change) : "not known yet"},
         row.in_use});
  }
  std::string words = "The wording of line 9 multiplies the fare by the nights.";
  if (least && most) append(words, " Its readings differ by up to ", to_display(*most - *least), " a year");
  if (least && most) words += flips ? ", and one of them reverses the result." : ".";
  Node finding = build::finding("result.readings_differ", flips ? Tone::warning : Tone::information, std::move(words));
  finding.cite = "App. A, Part E, line 9";
  children.push_back(std::move(finding));
  children.push_back(std::move(table));
}

void add_justification(std::vector<Node>& children, const Worksheet& worksheet) {
  if (!is_required(worksheet.justification)) return;
  Node finding = build::finding("result.justification", Tone::information,
                                concat("A justification is required. ", grounds_of_justification(worksheet)));
  finding.cite = "HRM 6040.2 ¶8e(1)";
  children.push_back(std::move(finding));
}

// On the first screen nothing is asked yet; the estimate asks for its own fields alone.
void add_missing(std::vector<Node>& children, const SessionData& data) {
  if (data.step == Step::start) return;
  const std::vector<MissingAnswer>& missing = data.assessment.missing;
  const std::vector<std::string> asked =
      data.step == Step::estimate ? fields_of(data, Step::estimate) : std::vector<std::string>();
  Node group = build::group("result.missing", "Still missing");
  std::vector<std::string> targets;
  for (const MissingAnswer& one : missing) {
    const LeafInfo& leaf = info(one.leaf);
    std::string target = node_of_field(leaf.id);
    if (!asked.empty() && std::find(asked.begin(), asked.end(), target) == asked.end()) continue;
    if (std::find(targets.begin(), targets.end(), target) != targets.end()) continue;
    targets.push_back(target);
    const bool is_place = leaf.group == Group::place;
    std::string words = is_place ? concat(leaf.item, " ", leaf.field_label) : name_of_field(leaf.id);
    group.children.push_back(build::link("missing:" + target, std::move(words), target));
  }
  if (targets.empty()) return;
  // The last place in the list is better given to an answer than to "and 1 more".
  if (targets.size() > missing_at_most + 1) {
    group.children.resize(missing_at_most);
    group.children.push_back(
        build::link("missing.more", concat("and ", targets.size() - missing_at_most, " more"), "step:check"));
  }
  children.push_back(std::move(group));
}

}  // namespace

std::vector<Node> result_so_far(const SessionData& data) {
  const Worksheet& worksheet = data.assessment.worksheet;
  std::vector<Node> children;
  const bool is_known = worksheet.net_annual_change.has_value();
  Node figure = build::figure(
      "result.net", "Net annual change", is_known ? to_display(*worksheet.net_annual_change) : "Not known yet",
      is_known ? concat("The arrangement ", words_of(worksheet.verdict)) : "It needs more answers");
  if (worksheet.verdict == Verdict::saves) figure.tone = Tone::success;
  if (worksheet.verdict == Verdict::costs) figure.tone = Tone::warning;
  children.push_back(std::move(figure));

  Node work_parent;
  add_work(work_parent, data, Line::cost_benefit_net_annual_change, "result.work:");
  for (Node& work : work_parent.children) {
    work.label = "Show the work";
    work.value.clear();
    children.push_back(std::move(work));
  }
  Node chart = net_change_chart(worksheet, data.packet.answers);
  if (!chart.bars.empty()) children.push_back(std::move(chart));
  add_justification(children, worksheet);
  add_readings(children, worksheet);
  add_missing(children, data);
  add_next_dates(children, data);

  std::string rates;
  if (worksheet.pay_year != 0) append(rates, "Pay table of ", worksheet.pay_year, ".");
  if (worksheet.per_diem_fiscal_year != 0) {
    append(rates, rates.empty() ? "" : " ", "Per diem of FY", worksheet.per_diem_fiscal_year, ".");
  }
  if (!rates.empty()) children.push_back(build::text("result.rates", std::move(rates), Tone::muted));
  std::size_t number = 0;
  for (const std::string& note : data.assessment.rates_notes) {
    if (note.empty()) continue;
    children.push_back(build::text(concat("result.rates_note:", ++number), as_sentence(note), Tone::small));
  }
  return children;
}

}  // namespace ftt
