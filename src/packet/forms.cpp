// The forms as the answers stand. See forms.h.
#include "packet/forms.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "form/form_spec.h"
#include "form/place.h"
#include "packet/recorded_case.h"
#include "rules/approval.h"

namespace ftt {
namespace {

std::optional<Appendix> form_of(std::string_view field) {
  return form_of_section(field.substr(0, field.find('.')));
}

// Those parts of the Analysis Tool that App. B repeats.
bool is_repeated_on_the_agreement(std::string_view field) {
  constexpr std::array<std::string_view, 3> sections = {"arrangement", "employee", "position"};
  return std::find(sections.begin(), sections.end(), field.substr(0, field.find('.'))) != sections.end();
}

// App. B, Part D, items 1 and 2: asked for only where the answer elsewhere does not settle them.
struct UnlessSettled {
  FormAnswer wanted;
  Known<bool> (*elsewhere)(const Answers&);
};
constexpr UnlessSettled part_d[] = {{{Appendix::agreement, Leaf::agreement_telework_agreement_approved, false,
                                      "Part D, item 1 is missing: is the telework agreement approved?"},
                                     telework_agreement_stands},
                                    {{Appendix::agreement, Leaf::agreement_analysis_tool_approved, false,
                                      "Part D, item 2 is missing: is the Analysis Tool approved?"},
                                     analysis_tool_stands}};

// Of a place the street address is not asked for.
std::array<Leaf, 3> leaves_of(const FormAnswer& wanted) {
  if (!wanted.is_place) return {wanted.leaf, wanted.leaf, wanted.leaf};
  const PlaceLeaves place{wanted.leaf};
  return {place.city(), place.county(), place.state()};
}

// One form as far as the policy and its own leaves tell it; what it lacks is added by the form's own function.
class Form {
 public:
  Form(const FormSpec& spec, const Packet& packet, const Assessment& assessment)
      : answers_(packet.answers), assessment_(assessment) {
    status_.appendix = spec.appendix;
    status_.title = spec.title;
    status_.is_begun = std::any_of(leaves().begin(), leaves().end(), [&](const LeafInfo& leaf) {
      return !answers_.is_empty(leaf.leaf) && form_of_section(leaf.section()) == spec.appendix;
    });
    for (const Document& one : assessment.policy.documents) {
      if (one.id != spec.document) continue;
      status_.requirement = one.requirement;
      status_.why = one.why;
      status_.due = one.due;
    }
  }

  FormStatus& status() { return status_; }
  bool is_not_required() const { return status_.requirement == Requirement::not_required; }

  // What a packet lacks in the parts of the Analysis Tool that this form repeats.
  void add_missing_of_analysis_tool() {
    for (MissingItem& missing : missing_items(answers_, assessment_.missing)) {
      if (is_repeated_on_the_agreement(missing.field)) add(std::move(missing));
    }
  }
  void add_errors() {
    for (const Problem& problem : assessment_.problems) {
      if (problem.severity == Severity::error && form_of(problem.field) == status_.appendix) {
        const LeafInfo& leaf = *find_leaf(problem.field);
        // A place is asked in one field, and its street address in another.
        const bool is_whole = leaf.group == Group::none || (leaf.group == Group::place && leaf.member() != "address");
        const std::string_view part = is_whole ? std::string_view() : leaf.label;
        add(problem.field, concat(leaf.field_label, part.empty() ? "" : ", ", part, ": ", problem.message),
            leaf.cite.text());
      }
    }
  }
  void add_unless_answered(const FormAnswer& wanted) {
    for (const Leaf leaf : leaves_of(wanted)) {
      if (!answers_.is_empty(leaf)) continue;
      add(info(leaf).id, std::string(wanted.words), at(leaf));
      break;
    }
  }
  void add_own_answers() {
    for (const FormAnswer& wanted : form_answers()) {
      if (wanted.form == status_.appendix) add_unless_answered(wanted);
    }
  }
  void add_own_signatures() {
    for (const FormSignature& signature : form_signatures()) {
      if (signature.form != status_.appendix) continue;
      for (MissingItem& item : missing_of(signature)) add(std::move(item));
    }
  }
  void add_clocks() {
    for (const FormClock& clock : form_clocks()) {
      if (clock.form == status_.appendix) status_.clocks.push_back(clock.deadline);
    }
  }
  std::vector<MissingItem> missing_of(const FormSignature& signature) const {
    const auto lacks = [&](Leaf leaf) { return answers_.is_empty(leaf) || answers_.is_bad(leaf); };
    const auto item = [&](Leaf leaf, std::string_view what) -> MissingItem {
      const std::string_view why = answers_.is_bad(leaf) ? " cannot be read." : " is missing.";
      return {info(leaf).id, concat("The ", what, " of the ", signature.who, why), at(leaf)};
    };
    if (lacks(signature.name)) return {item(signature.name, "signature")};
    if (lacks(signature.date)) return {item(signature.date, "date of the signature")};
    return {};
  }

  FormStatus finished() && {
    status_.is_complete = status_.missing.empty();
    return std::move(status_);
  }

 private:
  static std::string_view at(Leaf leaf) { return info(leaf).cite.text(); }
  // A field is listed once, with what was found first: an error of what stands there before that something lacks.
  void add(MissingItem item) {
    const bool is_listed = std::any_of(status_.missing.begin(), status_.missing.end(),
                                       [&](const MissingItem& listed) { return listed.field == item.field; });
    if (!is_listed) status_.missing.push_back(std::move(item));
  }
  void add(std::string_view field, std::string words, std::string_view cite) { add({field, std::move(words), cite}); }

  const Answers& answers_;
  const Assessment& assessment_;
  FormStatus status_;
};

// ---- App. A ----

FormStatus analysis_tool(const Packet& packet, const Assessment& assessment) {
  Form form(spec_of(Appendix::analysis_tool), packet, assessment);
  form.status().missing = missing_items(packet.answers, assessment.missing);
  FormStatus status = std::move(form).finished();
  status.is_complete = assessment.complete;
  return status;
}

// ---- App. B ----

bool is_recruit(const Answers& answers) {
  const Known<Action> action = answers.action();
  return action.has_value() && action.value() == Action::recruit;
}

bool is_new(const Answers& answers) {
  const Known<ArrangementType> type = answers.arrangement_type();
  return type.is_missing() || type.value() == ArrangementType::new_arrangement;
}

bool stands(const Known<bool>& approval) {
  return approval.has_value() && approval.value();
}

// ¶10a. A signature that was given when the arrangement had begun already.
void add_if_late(std::vector<MissingItem>& items, Leaf signed_on, std::string_view who, const Answers& answers) {
  const Known<Date> date = answers.date(signed_on);
  const Known<Date> start = answers.date(Leaf::arrangement_start);
  if (!is_new(answers) || date.is_missing() || start.is_missing() || date.value() < start.value()) return;
  items.push_back({info(signed_on).id,
                   concat("The ", who, " signed on ", to_display_without_weekday(date.value()),
                          "; it must be before the first date, ", to_display_without_weekday(start.value()), "."),
                   cite("HRM 6040.2 ¶10a").text()});
}

// ¶7a, ¶10a, ¶10b. A recruit has 60 days from entry on duty for the telework agreement (App. C, Part B).
void add_before_it_begins(Form& form, const Answers& answers, Requirement analysis_tool_requirement) {
  if (is_review(answers)) return;  // it has begun
  std::vector<MissingItem>& items = form.status().before_it_begins;
  // ¶9. Parts J to L approve it; App. B, Part D, item 2, by itself does not.
  const bool is_approved =
      find_approval(answers).state == ApprovalState::approved && stands(analysis_tool_stands(answers));
  if (analysis_tool_requirement != Requirement::not_required && !is_approved) {
    items.push_back({info(Leaf::determination_outcome).id, "There is no approved Analysis Tool yet.",
                     cite("HRM 6040.2 ¶7a(1)").text()});
  }
  if (!is_recruit(answers) && !stands(telework_agreement_stands(answers))) {
    items.push_back({info(Leaf::eligibility_telework_agreement_approved).id,
                     "There is no approved telework agreement yet.", cite("HRM 6040.2 ¶7a(3)").text()});
  }
  if (form.is_not_required()) return;
  for (const FormSignature& signature : form_signatures()) {
    if (signature.form != Appendix::agreement) continue;
    for (MissingItem& item : form.missing_of(signature)) items.push_back(std::move(item));
    add_if_late(items, signature.date, signature.who, answers);
  }
}

// ---- App. B to D ----

FormStatus form_of_one_page(const FormSpec& spec, const Packet& packet, const Assessment& assessment,
                            Requirement analysis_tool_requirement) {
  const bool is_agreement = spec.appendix == Appendix::agreement;
  Form form(spec, packet, assessment);
  // A form that is not for this case lacks nothing and is not complete either.
  if (spec.use == FormUse::where_required && form.is_not_required()) return form.status();
  form.add_clocks();
  if (is_agreement) form.add_missing_of_analysis_tool();
  form.add_errors();
  form.add_own_answers();
  if (is_agreement) {
    for (const auto& [wanted, elsewhere] : part_d) {
      if (elsewhere(packet.answers).is_missing()) form.add_unless_answered(wanted);
    }
  }
  form.add_own_signatures();
  if (is_agreement) add_before_it_begins(form, answers_that_count(packet, assessment), analysis_tool_requirement);
  return std::move(form).finished();
}

Json items_json(const std::vector<MissingItem>& items) {
  Json list = Json::array();
  for (const MissingItem& item : items) {
    Json entry = Json::object();
    entry.set("field", Json::string(item.field));
    entry.set("message", Json::string(item.words));
    entry.set("cite", Json::string(item.cite));
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace

std::vector<MissingItem> missing_items(const Answers& answers, std::span<const MissingAnswer> missing) {
  std::vector<MissingItem> items;
  for (const MissingAnswer& one : missing) {
    const PlaceLeaves* place = info(one.leaf).group == Group::place ? find_place(info(one.leaf).field) : nullptr;
    if (place == nullptr || !is_empty(answers, *place)) {
      items.push_back({one.field(), message_of(one), cite_of(one)});
    } else if (items.empty() || items.back().field != info(place->city()).id) {
      items.push_back({info(place->city()).id, missing_message(*place), cite_of(one)});
    }
  }
  return items;
}

bool is_needed_by_its_form(Leaf leaf, const Answers& answers) {
  if (!applies(leaf, answers)) return false;
  for (const auto& [wanted, elsewhere] : part_d) {
    if (leaf == wanted.leaf) return elsewhere(answers).is_missing();
  }
  const auto is_of = [&](const FormAnswer& wanted) {
    const std::array<Leaf, 3> own = leaves_of(wanted);
    return std::find(own.begin(), own.end(), leaf) != own.end();
  };
  const auto is_of_signature = [&](const FormSignature& one) { return leaf == one.name || leaf == one.date; };
  return std::any_of(form_answers().begin(), form_answers().end(), is_of) ||
         std::any_of(form_signatures().begin(), form_signatures().end(), is_of_signature) || required(leaf, answers);
}

bool is_needed(Leaf leaf, const Answers& answers, const Policy& policy) {
  return is_needed_by_its_form(leaf, answers) || is_required_by_its_document(leaf, policy);
}

bool is_need_known(Leaf leaf, const Policy& policy) {
  const std::optional<Requirement> requirement = requirement_by_its_document(leaf, policy);
  return !requirement || *requirement != Requirement::unknown;
}

std::vector<FormStatus> find_forms(const Packet& packet, const Assessment& assessment) {
  std::vector<FormStatus> found;
  found.reserve(form_specs.size());
  for (const FormSpec& spec : form_specs) {
    found.push_back(spec.appendix == Appendix::analysis_tool
                        ? analysis_tool(packet, assessment)
                        : form_of_one_page(spec, packet, assessment, found.front().requirement));
  }
  return found;
}

Known<bool> is_document_there(std::string_view document, const Packet& packet, const Assessment& assessment) {
  struct Written {
    std::string_view document;
    Leaf leaf;
  };
  constexpr Written written[] = {{"doc.cost_justification", Leaf::justification_cost},
                                 {"doc.item_explanation", Leaf::justification_items},
                                 {"doc.retention_justification", Leaf::justification_likelihood_of_leaving},
                                 {"doc.retention_justification", Leaf::justification_qualifications},
                                 {"doc.relocation_estimate", Leaf::relocation_estimate}};
  if (document == "doc.telework_agreement") return telework_agreement_stands(packet.answers);
  if (document == "doc.analysis_tool") {
    return Known<bool>::answered(analysis_tool_stands(packet.answers).value_or(false));
  }
  for (const FormStatus& form : find_forms(packet, assessment)) {
    if (spec_of(form.appendix).document == document) return Known<bool>::answered(form.is_complete);
  }
  const auto lacks = [&](const Written& one) { return one.document == document && packet.answers.is_empty(one.leaf); };
  return Known<bool>::answered(std::none_of(std::begin(written), std::end(written), lacks));
}

Json forms_json(std::span<const FormStatus> found) {
  Json list = Json::array();
  for (const FormStatus& form : found) {
    Json entry = Json::object();
    entry.set("appendix", Json::string(name_of(form.appendix)));
    entry.set("title", Json::string(form.title));
    entry.set("required", form.requirement == Requirement::unknown
                              ? Json::null()
                              : Json::boolean(form.requirement == Requirement::required));
    entry.set("why", Json::string(form.why));
    entry.set("begun", Json::boolean(form.is_begun));
    entry.set("complete", Json::boolean(form.is_complete));
    if (form.appendix != Appendix::analysis_tool) entry.set("missing", items_json(form.missing));
    if (form.appendix == Appendix::agreement) entry.set("before_it_begins", items_json(form.before_it_begins));
    if (form.due) entry.set("due", Json::string(to_iso(*form.due)));
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace ftt
