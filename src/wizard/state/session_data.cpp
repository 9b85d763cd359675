// Questions that every step asks of the session. Does not change it.
#include "wizard/state/session_data.h"

#include <algorithm>

#include "base/text.h"
#include "form/estimate.h"
#include "form/field.h"
#include "form/place.h"

namespace ftt {
bool is_open(const SessionData& data, std::string_view id, bool otherwise) {
  const auto found = data.open.find(id);
  return found == data.open.end() ? otherwise : found->second;
}

bool is_checked(const SessionData& data, std::string_view id, bool otherwise) {
  const auto found = data.checked.find(id);
  return found == data.checked.end() ? otherwise : found->second;
}

bool is_on_the_way(const SessionData& data, Step step) {
  const std::optional<Appendix> form = form_of_step(step);
  if (!form) return true;
  const auto first = std::find_if(leaves().begin(), leaves().end(),
                                  [&](const LeafInfo& leaf) { return leaf.section() == spec_of(*form).name; });
  return applies(first->leaf, data.packet.answers);
}

std::optional<Step> step_of_field(std::string_view field) {
  const std::string_view section = field.substr(0, field.find('.'));
  if (section == "eligibility") return Step::eligibility;
  if (section == "arrangement") return Step::arrangement;
  if (section == "employee" || section == "position") return Step::employee;
  if (section == "locality_pay") return Step::pay;
  if (section == "travel_budget") return Step::travel;
  if (section == "additional") return Step::additional;
  if (section == "cost_benefit" || section == "break_even" || section == "term") return Step::result;
  if (section == "relocation") return Step::ending;
  if (section == "justification") return Step::justification;
  if (section == "concurring_supervisor" || section == "concurrences" || section == "determination" ||
      section == "worksite_change" || section == "clock" || section == "record") {
    return Step::concurrences;
  }
  if (section == "actuals") return Step::annual_review;
  if (section == "ending") return Step::change;
  if (section == "notes" || section == "prepared_by" || section == "check") return Step::check;
  const std::optional<Appendix> form = form_of_section(section);
  return form ? step_of_form(*form) : std::nullopt;
}

std::string node_of_field(std::string_view field) {
  if (find_place(field) != nullptr || field == "actuals") return std::string(field);
  const LeafInfo* leaf = find_leaf(field);
  if (leaf == nullptr) return concat("work:", field);
  if (leaf->group == Group::place && leaf->member() != "address") return std::string(leaf->field);
  return std::string(field);
}

std::string name_of_field(std::string_view field) {
  if (const LeafInfo* leaf = find_leaf(field)) {
    const std::string_view own = leaf->id == leaf->field ? std::string_view() : leaf->label;
    return concat(leaf->item, leaf->item.empty() ? "" : " ", leaf->field_label, own.empty() ? "" : ": ", own);
  }
  if (field == "actuals") return "Actual travel";
  if (const LineInfo* line = find_line(field)) return name_with_item(*line);
  return std::string(field);
}

std::string name_among_forms(std::string_view field) {
  const std::optional<Step> step = step_of_field(field);
  std::string name = name_of_field(field);
  if (!step || !words_of(*step).parts.starts_with("App.")) return name;
  return concat(words_of(*step).parts, ", ", name);
}

bool is_cross_check(const SessionData& data, const Problem& problem) {
  const auto is_it = [&](const CrossCheck& check) {
    return info(check.leaf).id == problem.field && check.message == problem.message;
  };
  const std::vector<CrossCheck>& now = data.assessment.policy.cross_checks;
  return std::any_of(now.begin(), now.end(), is_it) ||
         std::any_of(data.shown_checks.begin(), data.shown_checks.end(), is_it);
}

std::string shown_problem(const SessionData& data, std::string_view field, Severity severity) {
  if (!data.left.contains(field)) return {};
  for (const Problem& problem : data.shown) {
    if (problem.field != field || problem.severity != severity || is_cross_check(data, problem)) continue;
    return problem.message;
  }
  return {};
}

std::vector<std::string> fields_of(const SessionData& data, Step step) {
  if (step == Step::estimate) return {fields_of_estimate().begin(), fields_of_estimate().end()};
  std::vector<std::string> fields;
  for (const LeafInfo& leaf : leaves()) {
    if (step_of_field(leaf.id) != step || !applies(leaf.leaf, data.packet.answers)) continue;
    std::string node = node_of_field(leaf.id);
    if (fields.empty() || fields.back() != node) fields.push_back(std::move(node));
  }
  return fields;
}

std::vector<StepError> errors_of(const SessionData& data, Step step) {
  std::vector<StepError> errors;
  for (const std::string& field : fields_of(data, step)) {
    const PlaceLeaves* place = find_place(field);
    std::string message;
    for (const Problem& problem : data.assessment.problems) {
      if (problem.severity != Severity::error || node_of_field(problem.field) != field) continue;
      message = problem.message;
      break;
    }
    if (message.empty()) continue;
    const std::string_view named = place != nullptr ? info(place->city()).field_label : std::string_view();
    errors.push_back({field, concat(named.empty() ? name_of_field(field) : std::string(named), ": ", message)});
  }
  for (const Problem& problem : data.assessment.problems) {
    if (step != Step::annual_review || problem.field != "actuals" || problem.severity != Severity::error) continue;
    errors.push_back({"actuals", concat(name_of_field(problem.field), ": ", problem.message)});
    break;
  }
  return errors;
}

Assessment assessment_of(const SessionData& data, const Packet& packet) {
  return assess(data.rates, packet.answers, assessed_on(packet, data.today), data.settings, data.policy_settings);
}

Packet packet_to_save(const SessionData& data) {
  Packet packet = data.packet;
  if (data.access == Access::read_only) return packet;
  const bool is_changed_since = data.is_changed() && packet.revision == data.saved_revision;
  if (!packet.revision || is_changed_since) packet.revision = next_revision(packet.revision);
  if (!packet.prepared_on) packet.prepared_on = data.today;
  return packet;
}

}  // namespace ftt
