#include "packet/forms.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <utility>

#include "base/text.h"
#include "rules/approval.h"

namespace ftt {
namespace {

bool is_in(std::string_view field, std::initializer_list<std::string_view> sections) {
  return std::find(sections.begin(), sections.end(), field.substr(0, field.find('.'))) != sections.end();
}

// ---- What Appendices B to D ask for by themselves ----

struct OwnAnswer {
  Leaf leaf;
  std::string_view words;
};

// A signature is a name and the date on which it was given.
struct OwnSignature {
  Leaf name;
  Leaf date;
  std::string_view who;
};

struct OwnPlace {
  PlaceLeaves place;
  std::string_view words;
};

constexpr OwnAnswer same_commuting_area = {
    Leaf::agreement_same_commuting_area,
    "Part B, item 3 is missing: whether the worksite lies in the same commuting area."};
// D1 and D2 are asked for only where the answer elsewhere does not settle them.
constexpr OwnAnswer telework_agreement_approved = {
    Leaf::agreement_telework_agreement_approved,
    "Part D, item 1 is missing: whether the telework agreement is approved."};
constexpr OwnAnswer analysis_tool_approved = {Leaf::agreement_analysis_tool_approved,
                                              "Part D, item 2 is missing: whether the Analysis Tool is approved."};
constexpr OwnSignature agreement_signatures[] = {
    {Leaf::agreement_employee_signature_name, Leaf::agreement_employee_signature_date, "employee"},
    {Leaf::agreement_supervisor_signature_name, Leaf::agreement_supervisor_signature_date, "supervisor"}};

constexpr OwnAnswer recruit_answers[] = {
    {Leaf::recruit_agreement_last_name, "The last name is missing."},
    {Leaf::recruit_agreement_first_name, "The first name is missing; for a person with one name, write a dash."},
    {Leaf::recruit_agreement_entry_on_duty, "The date of entry on duty is missing; the two clocks start from it."}};
constexpr OwnSignature recruit_signatures[] = {
    {Leaf::recruit_agreement_employee_signature_name, Leaf::recruit_agreement_employee_signature_date, "employee"},
    {Leaf::recruit_agreement_supervisor_signature_name, Leaf::recruit_agreement_supervisor_signature_date,
     "supervisor"}};

constexpr OwnAnswer review_names[] = {
    {Leaf::annual_review_last_name, "The last name is missing."},
    {Leaf::annual_review_first_name, "The first name is missing; for a person with one name, write a dash."}};
constexpr OwnPlace review_places[] = {{reviewed_worksite, "The current official worksite is missing."},
                                      {requested_at_review, "The requested official worksite is missing."}};
constexpr OwnAnswer review_answers[] = {
    {Leaf::annual_review_date, "The date of the review is missing."},
    {Leaf::annual_review_tool_date, "The date of the Analysis Tool under review is missing."},
    {Leaf::annual_review_outcome, "It is not said whether the Analysis Tool needs an update."}};
constexpr OwnSignature review_signatures[] = {
    {Leaf::annual_review_hr_signature_name, Leaf::annual_review_hr_signature_date, "HR office"},
    {Leaf::annual_review_supervisor_signature_name, Leaf::annual_review_supervisor_signature_date, "supervisor"}};

// One form as far as the policy and its own leaves tell it; what it lacks is added by the form's own function.
class Form {
 public:
  Form(Appendix appendix, std::string_view title, std::string_view document, const Packet& packet,
       const Assessment& assessment)
      : answers_(packet.answers), assessment_(assessment) {
    status_.appendix = appendix;
    status_.title = title;
    for (const Document& one : assessment.policy.documents) {
      if (one.id != document) continue;
      status_.requirement = one.requirement;
      status_.why = one.why;
      status_.due = one.due;
    }
  }

  FormStatus& status() { return status_; }
  bool is_not_required() const { return status_.requirement == Requirement::not_required; }

  void set_begun(std::initializer_list<std::string_view> sections) {
    status_.is_begun = std::any_of(leaves().begin(), leaves().end(), [&](const LeafInfo& leaf) {
      return is_in(leaf.section(), sections) && !answers_.is_empty(leaf.leaf);
    });
  }
  // What a packet lacks in the parts of the Analysis Tool that this form repeats.
  void add_missing_of_analysis_tool(std::initializer_list<std::string_view> sections) {
    for (const MissingAnswer& missing : assessment_.missing) {
      if (is_in(missing.field(), sections)) add(missing.field(), message_of(missing), cite_of(missing));
    }
  }
  void add_errors(std::string_view section) {
    for (const Problem& problem : assessment_.problems) {
      if (problem.severity == Severity::error && is_in(problem.field, {section})) {
        const LeafInfo& leaf = *find_leaf(problem.field);
        const std::string_view part = leaf.group == Group::none ? std::string_view() : leaf.label;
        add(problem.field, concat(leaf.field_label, part.empty() ? "" : ", ", part, ": ", problem.message),
            leaf.cite.text());
      }
    }
  }
  void add_unless_answered(const OwnAnswer& wanted) {
    if (answers_.is_empty(wanted.leaf)) add(info(wanted.leaf).id, std::string(wanted.words), at(wanted.leaf));
  }
  void add_unless_answered(std::span<const OwnAnswer> wanted) {
    for (const OwnAnswer& one : wanted) add_unless_answered(one);
  }
  void add_unless_placed(std::span<const OwnPlace> wanted) {
    for (const OwnPlace& one : wanted) {
      for (const Leaf leaf : {one.place.city(), one.place.county(), one.place.state()}) {
        if (!answers_.is_empty(leaf)) continue;
        add(info(leaf).id, std::string(one.words), at(leaf));
        break;
      }
    }
  }
  void add_unless_signed(std::span<const OwnSignature> wanted) {
    for (const OwnSignature& signature : wanted) {
      for (MissingItem& item : missing_of(signature)) add(std::move(item));
    }
  }
  std::vector<MissingItem> missing_of(const OwnSignature& signature) const {
    const auto& [name, date, who] = signature;
    const bool has_name = !answers_.is_empty(name);
    const bool has_date = !answers_.is_empty(date);
    if (has_name && has_date) return {};
    if (has_name) return {{info(date).id, concat("The date of the signature of the ", who, " is missing."), at(date)}};
    return {{info(name).id, concat("The signature of the ", who, " is missing."), at(name)}};
  }

  FormStatus finished() && {
    status_.is_complete = status_.missing.empty();
    return std::move(status_);
  }
  // A form that is not for this case lacks nothing and is not complete either.
  FormStatus finished_as_not_asked_for() && { return std::move(status_); }

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
  Form form(Appendix::analysis_tool, "Analysis Tool", "doc.analysis_tool", packet, assessment);
  form.set_begun({"arrangement", "employee", "position", "locality_pay", "travel_budget", "additional", "relocation",
                  "justification", "concurring_supervisor", "concurrences", "determination", "worksite_change"});
  for (const MissingAnswer& missing : assessment.missing) {
    form.status().missing.push_back({missing.field(), message_of(missing), cite_of(missing)});
  }
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
                          "; it has to be before the first date, ", to_display_without_weekday(start.value()), "."),
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
  for (const OwnSignature& signature : agreement_signatures) {
    for (MissingItem& item : form.missing_of(signature)) items.push_back(std::move(item));
    add_if_late(items, signature.date, signature.who, answers);
  }
}

FormStatus agreement(const Packet& packet, const Assessment& assessment, Requirement analysis_tool_requirement) {
  const Answers& answers = packet.answers;
  Form form(Appendix::agreement, "Arrangement Agreement", "doc.agreement", packet, assessment);
  form.set_begun({"agreement"});
  form.add_missing_of_analysis_tool({"arrangement", "employee", "position"});
  form.add_errors("agreement");
  form.add_unless_answered(same_commuting_area);
  if (telework_agreement_stands(answers).is_missing()) form.add_unless_answered(telework_agreement_approved);
  if (analysis_tool_stands(answers).is_missing()) form.add_unless_answered(analysis_tool_approved);
  form.add_unless_signed(agreement_signatures);
  add_before_it_begins(form, answers, analysis_tool_requirement);
  return std::move(form).finished();
}

// ---- App. C ----

FormStatus recruit_agreement(const Packet& packet, const Assessment& assessment) {
  Form form(Appendix::recruit_agreement, "Recruit Agreement", "doc.recruit_agreement", packet, assessment);
  form.set_begun({"recruit_agreement"});
  if (form.is_not_required()) return std::move(form).finished_as_not_asked_for();
  form.status().clocks = {"clock.recruit_training", "clock.recruit_agreement"};
  form.add_errors("recruit_agreement");
  form.add_unless_answered(recruit_answers);
  form.add_unless_signed(recruit_signatures);
  return std::move(form).finished();
}

// ---- App. D ----

FormStatus annual_review(const Packet& packet, const Assessment& assessment) {
  Form form(Appendix::annual_review, "Annual Review", "doc.annual_review", packet, assessment);
  form.set_begun({"annual_review"});
  if (form.is_not_required()) return std::move(form).finished_as_not_asked_for();
  form.add_errors("annual_review");
  form.add_unless_answered(review_names);
  form.add_unless_placed(review_places);
  form.add_unless_answered(review_answers);
  form.add_unless_signed(review_signatures);
  return std::move(form).finished();
}

bool is_among(Leaf leaf, std::span<const OwnAnswer> wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const OwnAnswer& one) { return one.leaf == leaf; });
}

bool is_among(Leaf leaf, std::span<const OwnPlace> wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const OwnPlace& one) {
    return leaf == one.place.city() || leaf == one.place.county() || leaf == one.place.state();
  });
}

bool is_among(Leaf leaf, std::span<const OwnSignature> wanted) {
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](const OwnSignature& one) { return leaf == one.name || leaf == one.date; });
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

bool is_needed_by_its_form(Leaf leaf, const Answers& answers) {
  if (!applies(leaf, answers)) return false;
  if (leaf == telework_agreement_approved.leaf) return telework_agreement_stands(answers).is_missing();
  if (leaf == analysis_tool_approved.leaf) return analysis_tool_stands(answers).is_missing();
  return leaf == same_commuting_area.leaf || is_among(leaf, agreement_signatures) || is_among(leaf, recruit_answers) ||
         is_among(leaf, recruit_signatures) || is_among(leaf, review_names) || is_among(leaf, review_places) ||
         is_among(leaf, review_answers) || is_among(leaf, review_signatures) || required(leaf, answers);
}

std::array<FormStatus, 4> find_forms(const Packet& packet, const Assessment& assessment) {
  FormStatus tool = analysis_tool(packet, assessment);
  FormStatus with_terms = agreement(packet, assessment, tool.requirement);
  return {std::move(tool), std::move(with_terms), recruit_agreement(packet, assessment),
          annual_review(packet, assessment)};
}

Json forms_json(const std::array<FormStatus, 4>& forms) {
  Json list = Json::array();
  for (const FormStatus& form : forms) {
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
