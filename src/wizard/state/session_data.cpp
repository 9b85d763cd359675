// Questions that every step asks of the session. Does not change it.
#include "wizard/state/session_data.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "form/estimate.h"
#include "form/field.h"
#include "form/place.h"
#include "packet/recorded_case.h"
#include "view/wording.h"

namespace ftt {
namespace {

// The leaf by which it shows whether a form applies: the first of its section. Asked for each step at each key.
Leaf first_leaf_of(Appendix form) {
  static const auto all = [] {
    std::array<Leaf, form_specs.size()> found{};
    for (const FormSpec& spec : form_specs) {
      const auto first = std::find_if(leaves().begin(), leaves().end(),
                                      [&](const LeafInfo& leaf) { return leaf.section() == spec.name; });
      if (first != leaves().end()) found[static_cast<std::size_t>(spec.appendix)] = first->leaf;
    }
    return found;
  }();
  return all[static_cast<std::size_t>(form)];
}

}  // namespace

bool are_copies_to_merge(const SessionData& data) {
  if (!data.waiting || data.recorded == nullptr || data.access == Access::read_only) return false;
  const Packet& other = data.waiting->opened.packet;
  return other.id == data.packet.id && !other.is_redacted && !data.packet.is_redacted && is_recorded(other) &&
         data.waiting->opened.access == Access::writable;
}

std::string known_name_of(const Answers& answers) {
  constexpr std::size_t most_shown = 120;
  constexpr std::array<std::pair<Leaf, Leaf>, 2> people = {
      std::pair(Leaf::employee_last_name, Leaf::employee_first_name),
      std::pair(Leaf::recruit_agreement_last_name, Leaf::recruit_agreement_first_name)};
  std::string name;
  for (const auto& [last, first] : people) {
    for (const Leaf part : {last, first}) {
      const std::string_view words = trim(answers.text(part));
      if (applies(part, answers) && !words.empty()) append(name, name.empty() ? "" : ", ", words);
    }
    if (!name.empty()) break;
  }
  if (name.empty()) name = trim(answers.text(Leaf::position_title));
  return std::string(first_code_points(name, most_shown));
}

std::string name_of(const Answers& answers) {
  std::string name = known_name_of(answers);
  return name.empty() ? std::string("A packet without a name") : name;
}

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
  return !form || applies(first_leaf_of(*form), data.packet.answers);
}

std::optional<Step> step_of_field(std::string_view field) {
  const std::string_view section = field.substr(0, field.find('.'));
  if (section == "eligibility" || section == "prepared_by") return Step::eligibility;
  if (field == info(Leaf::record_replaces).id) return Step::arrangement;
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
  if (section == "notes" || section == "check") return Step::check;
  const std::optional<Appendix> form = form_of_section(section);
  return form ? step_of_form(*form) : std::nullopt;
}

bool comes_from_record(const SessionData& data, std::string_view field) {
  const LeafInfo* leaf = find_leaf(field);
  const std::span<const Leaf> recorded = leaves_by_chain();
  return data.recorded != nullptr && leaf != nullptr &&
         std::find(recorded.begin(), recorded.end(), leaf->leaf) != recorded.end();
}

std::string node_of_field(std::string_view field) {
  if (find_place(field) != nullptr || field == "actuals") return std::string(field);
  const LeafInfo* leaf = find_leaf(field);
  if (leaf == nullptr) return concat("work:", field);
  if (leaf->group == Group::place && leaf->member() != "address") return std::string(leaf->field);
  return std::string(field);
}

bool shows_form_references(const SessionData& data) {
  if (data.form_references) return *data.form_references;
  return !data.begun_here && data.step != Step::estimate;
}

Voice voice_of(const SessionData& data) {
  const Answers& answers = data.packet.answers;
  if (data.step == Step::estimate) return Voice::to_the_employee;
  const std::string_view by = answers.words(Leaf::prepared_by);
  const bool is_recruit = answers.action().has_value() && answers.action().value() == Action::recruit;
  const bool is_of_another = by.empty() ? !data.begun_here || is_recruit : by != "employee";
  return is_of_another ? Voice::of_the_employee : Voice::to_the_employee;
}

std::string with_item(const SessionData& data, std::string_view item, std::string_view words) {
  const bool is_shown = shows_form_references(data) && !item.empty();
  return is_shown ? concat(item, " ", words) : std::string(words);
}

std::string with_part(const SessionData& data, std::string_view part, std::string_view words) {
  return shows_form_references(data) ? concat(part, ". ", words) : std::string(words);
}

std::string said_of(std::string_view name, std::string_view words) {
  return name.ends_with('?') ? concat(name, " ", sentence_case(words)) : concat(name, ": ", words);
}

std::string name_of_field(const SessionData& data, std::string_view field) {
  if (field == "actuals") return "Actual travel";
  if (const LineInfo* line = find_line(field); line != nullptr && find_leaf(field) == nullptr) {
    return with_item(data, line->item, line->label);
  }
  const PlaceLeaves* place = find_place(field);
  const LeafInfo* leaf = place == nullptr ? find_leaf(field) : &info(place->city());
  if (leaf == nullptr) return std::string(field);
  const bool is_part = place == nullptr && leaf->id != leaf->field;
  // What is on none of the forms has no name there.
  if (shows_form_references(data) && !leaf->item.empty()) {
    const std::string whole = with_item(data, leaf->item, leaf->field_label);
    return is_part ? concat(whole, ": ", leaf->label) : whole;
  }
  if (is_part && leaf->question != leaf->label) return std::string(question_of(*leaf, voice_of(data)));
  const std::string whole(question_of_field(*leaf, voice_of(data)));
  return is_part ? said_of(whole, leaf->label) : whole;
}

std::string name_among_forms(const SessionData& data, std::string_view field) {
  const std::optional<Step> step = step_of_field(field);
  std::string name = name_of_field(data, field);
  if (!step || !words_of(*step).parts.starts_with("App.")) return name;
  return concat(shows_form_references(data) ? words_of(*step).parts : words_of(*step).title, ", ", name);
}

bool is_cross_check(const SessionData& data, const Problem& problem) {
  const auto is_it = [&](const CrossCheck& check) {
    return info(check.leaf).id == problem.field && check.message == problem.message;
  };
  const std::vector<CrossCheck>& now = data.assessment.policy.cross_checks;
  return std::any_of(now.begin(), now.end(), is_it) ||
         std::any_of(data.shown_checks.begin(), data.shown_checks.end(), is_it);
}

bool has_passed(const SessionData& data, const Deadline& deadline) {
  const bool is_open = deadline.lateness == Lateness::unknown || deadline.lateness == Lateness::not_due;
  return deadline.due && (deadline.lateness == Lateness::late || (is_open && *deadline.due < data.today));
}

bool is_shown(const SessionData& data, const CrossCheck& check) {
  const auto was_left = [&](Leaf leaf) { return data.left.contains(node_of_field(info(leaf).id)); };
  return was_left(check.leaf) || std::any_of(check.looked_at.begin(), check.looked_at.end(), was_left);
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
    std::string message;
    for (const Problem& problem : data.assessment.problems) {
      if (problem.severity != Severity::error || node_of_field(problem.field) != field) continue;
      message = problem.message;
      break;
    }
    if (message.empty()) continue;
    errors.push_back({field, said_of(name_of_field(data, field), message)});
  }
  for (const Problem& problem : data.assessment.problems) {
    if (step != Step::annual_review || problem.field != "actuals" || problem.severity != Severity::error) continue;
    errors.push_back({"actuals", said_of(name_of_field(data, problem.field), problem.message)});
    break;
  }
  return errors;
}

bool is_file_in_doubt(const SessionData& data) {
  return data.file_waits_for_rates || leave_doubt(data.file_differences);
}

// The parts of a relocation are written down nowhere else, until their sum is the answer; kept here they are there
// again.
bool SessionData::has_unsaved_work() const {
  const Known<Money> answered = packet.answers.money(Leaf::relocation_estimate);
  const std::optional<Money> sum = sum_of_relocation(relocation_texts);
  const bool is_sum_taken = sum && answered.has_value() && answered.value() == *sum;
  const bool loses_parts = surroundings.keeping != Keeping::on && !relocation_texts.empty() && !is_sum_taken;
  return access == Access::writable && (is_changed() || loses_parts);
}

std::vector<Difference> differences_in(const SessionData& data, const OpenedPacket& opened) {
  return differences(opened, assessment_of(data, opened.packet));
}

Assessment assessment_of(const SessionData& data, const Packet& packet) {
  return assess(data.rates, packet, assessed_on(packet, data.today), data.settings, data.policy_settings);
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
