// An act of the chain before it is recorded: what it goes on, what has changed since the last hand, what is missing, and
// what is asked of whoever records it.
//
// Covers HRM 6040.2 ¶9, ¶9a, ¶9b and ¶11b. Does not record it (acts/session_chain.cpp does).
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "form/field.h"
#include "packet/chain_report.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/chain_nodes.h"
#include "wizard/screens/fields.h"
#include "wizard/state/chain_act.h"

namespace ftt {
namespace {

// The fields of the act at hand, each with what it lacks once somebody has tried to record it.
class ActFields {
 public:
  explicit ActFields(const SessionData& data) : data_(data), act_(*data.act) {
    if (act_.was_tried) errors_ = errors_of_act(data);
  }

  Node field(std::string_view id, InputType input, std::string_view label, std::string_view hint = {}) const {
    const bool is_typing = data_.draft && data_.draft->id == id;
    Node node = build::field(std::string(id), input, std::string(label),
                             is_typing ? std::string_view(data_.draft->text) : std::string_view(act_.text(id)));
    node.hint = hint;
    node.problem = problem_of(id);
    if (input == InputType::date) show_date(node, is_typing);
    return node;
  }
  Node choice(std::string_view id, std::string_view label, std::vector<Option> options) const {
    Node node = build::choice(std::string(id), std::string(label), act_.text(id), std::move(options));
    node.problem = problem_of(id);
    return node;
  }
  // A person by name and title, side by side.
  Node person(std::string_view id, std::string_view name, std::string_view hint, bool is_needed) const {
    Node row = build::group(concat(id, ".row"), {}, Arrange::row);
    row.children = {field(concat(id, ".name"), InputType::name, name, hint),
                    field(concat(id, ".title"), InputType::text, "Title")};
    set_need(row.children[0], is_needed ? QuestionNeed::needed : QuestionNeed::optional);
    set_need(row.children[1], QuestionNeed::optional);
    return row;
  }
  std::string problem_of(std::string_view id) const {
    for (const StepError& error : errors_) {
      if (error.node == id) return error.message;
    }
    return {};
  }

 private:
  // A day stands as a US reader expects it, with its weekday.
  void show_date(Node& node, bool is_typing) const {
    const std::optional<Date> date = date_in(act_, node.id);
    if (!date) return;
    if (is_typing) {
      node.understood = to_display(*date);
      return;
    }
    Answers day;
    day.set(Leaf::clock_requested_on, to_iso(*date));
    node.value = shown_text(Leaf::clock_requested_on, day);
    node.understood = weekday_name(date->weekday());
  }

  const SessionData& data_;
  const ActDraft& act_;
  std::vector<StepError> errors_;
};

Node needed(Node node) {
  set_need(node, QuestionNeed::needed);
  return node;
}

Node optional(Node node) {
  set_need(node, QuestionNeed::optional);
  return node;
}

void add_errors(Node& main, const SessionData& data) {
  const ActDraft& act = *data.act;
  if (!act.was_tried) return;
  std::vector<StepError> errors = errors_of_act(data);
  if (act.move.act == ChainAct::submitted) {
    for (StepError& one : missing_before_submission(data)) errors.push_back(std::move(one));
  }
  if (errors.empty() && !act.refused) return;
  Node summary = build::finding("act.errors", Tone::error, {});
  if (errors.empty()) {
    summary.label = concat("It was not recorded. ", act.refused->message);
    if (const std::string node = node_of_place(act.refused->where); !node.empty()) {
      summary.children.push_back(build::link("act.errors:" + node, "Go to the place", node));
    }
  } else {
    summary.label = errors.size() == 1 ? std::string("It was not recorded. One thing is missing.")
                                       : concat("It was not recorded. ", errors.size(), " things are missing.");
    for (const StepError& error : errors) {
      summary.children.push_back(build::link("act.errors:" + error.node, error.message, error.node));
    }
  }
  main.children.push_back(std::move(summary));
}

// What whoever acts has in front of them, as the entry keeps it.
void add_facts(Node& main, const SessionData& data) {
  Node facts = build::group("act.saw", "What you have in front of you", Arrange::card);
  for (const Line line : {Line::cost_benefit_net_annual_change, Line::travel_budget_annual, Line::cost_benefit_overall,
                          Line::cost_benefit_percent}) {
    const WorksheetLine* found = data.assessment.worksheet.find(line);
    const bool is_known = found != nullptr && found->value.has_value();
    const std::string_view id = info(line).id;
    facts.children.push_back(labeled(concat("act.saw:", id), name_of_field(data, id),
                                     is_known ? to_display(found->value) : std::string("Not known yet")));
  }
  facts.children.push_back(labeled("act.saw.order", "The order", data.packet.order));
  if (const Result<std::string> digest = content_digest(data.packet)) {
    facts.children.push_back(labeled("act.saw.content", "Fingerprint of Parts A to I", head_words(*digest)));
  } else {
    facts.children.push_back(build::finding(
        "act.saw.content", Tone::error, concat(digest.error().where, ": ", digest.error().message)));
  }
  main.children.push_back(std::move(facts));
}

void add_since_last_hand(Node& main, const SessionData& data) {
  if (data.recorded == nullptr || data.recorded->chain.entries.empty()) return;
  const RecordedCase& recorded = *data.recorded;
  const std::size_t last = recorded.chain.entries.size() - 1;
  main.children.push_back(build::heading("act.since.heading", 2, "Changed since the last entry"));
  main.children.push_back(labeled("act.since.last", "The last entry", words_of_entry(recorded, last)));
  add_changes_since(main, data, last, "act.since");
  for (const ChainStep step : chain_steps) {
    const std::string words = words_of_void(recorded, step, data.packet);
    if (words.empty()) continue;
    main.children.push_back(build::finding(concat("act.void.", name_of(step)), Tone::warning, words));
  }
}

// ¶9a: what is submitted is complete. Whoever acts later is told what is not.
void add_missing(Node& main, const SessionData& data) {
  const std::vector<StepError> missing = missing_before_submission(data);
  if (missing.empty() || data.act->move.act == ChainAct::note || data.act->move.act == ChainAct::withdrawn) return;
  const bool is_needed = data.act->move.act == ChainAct::submitted;
  Node found = build::finding("act.missing", is_needed ? Tone::warning : Tone::information,
                              is_needed ? "Parts A to I must be complete before you submit. This is missing:"
                                        : "This is missing in Parts A to I:");
  found.cite = "HRM 6040.2 ¶9a";
  for (const StepError& one : missing) {
    found.children.push_back(build::link("act.missing:" + one.node, one.message, one.node));
  }
  main.children.push_back(std::move(found));
}

void add_route(Node& main, const ActFields& fields, const ActDraft& act) {
  main.children.push_back(build::heading("act.route", 2, "Who takes each step"));
  for (const ChainStep step : chain_steps) {
    const std::string id = concat("act.route.", name_of(step));
    Node card = build::group(id, heading_of(step), Arrange::card);
    const std::string applies = id + ".applies";
    if (may_not_apply(step)) {
      card.children.push_back(needed(fields.choice(
          applies, "Is there one?", {{"yes", "Yes", {}}, {"no", "Not applicable", {}}})));
    }
    if (!may_not_apply(step) || act.text(applies) == "yes") {
      card.children.push_back(fields.person(id, "Name of the person or office", {}, true));
    }
    main.children.push_back(std::move(card));
  }
}

void add_where_to(Node& main, const SessionData& data, const ActFields& fields) {
  const ActDraft& act = *data.act;
  if (act.move.act == ChainAct::returned && act.move.step) {
    std::vector<Option> options;
    for (const ChainStep step : steps_to_return_to(data, *act.move.step)) {
      options.push_back({std::string(name_of(step)), heading_of(step), {}});
    }
    main.children.push_back(needed(fields.choice("act.to", "Which step does it go back to?", std::move(options))));
    main.children.push_back(build::text(
        "act.to.words",
        "The concurrences of that step and of every step after it end, even if nothing is changed. The order does not "
        "say whether the clock stops, so both dates are shown.",
        Tone::small));
  }
  if (act.move.act == ChainAct::reassigned) {
    main.children.push_back(needed(
        fields.field("act.to.name", InputType::name, "Who takes the step now?", "A person, an office or a designee.")));
  }
}

std::string_view question_of_reason(ChainAct act) {
  return act == ChainAct::returned ? "What needs to be fixed?" : "What is the reason?";
}

void add_person(Node& main, const SessionData& data, const ActFields& fields) {
  main.children.push_back(build::heading("act.by", 2, "Who records it"));
  main.children.push_back(fields.person("act.by", "Your name", {}, true));
  Node other = build::disclosure("act.for", "You act for somebody else",
                                 is_open(data, "act.for", !data.act->text("act.for.name").empty()));
  if (other.flags.expanded) {
    Node whose = build::group("act.for.whose", "Whose authority you use");
    whose.children.push_back(fields.person("act.for", "Name", {}, false));
    whose.children.push_back(fields.choice("act.for.authority", "How do you act?",
                                           {{"acting", "Acting in that position", {}}, {"designee", "As designee", {}}}));
    other.children.push_back(std::move(whose));
  }
  main.children.push_back(std::move(other));
  main.children.push_back(needed(fields.field("act.on", InputType::date, "On which day?", "Today, unless you change it.")));
}

void add_evidence(Node& main, const SessionData& data, const ActFields& fields) {
  Node evidence = build::disclosure("act.evidence", "Add the signed paper or mail as evidence",
                                    is_open(data, "act.evidence", !data.act->evidence.empty()));
  if (evidence.flags.expanded) {
    evidence.children.push_back(build::text(
        "act.evidence.words",
        "The file stays with you. Only its name and its fingerprint (SHA-256) go into the record.", Tone::small));
    evidence.children.push_back(fields.choice("act.evidence.kind", "What is it?",
                                              {{"signed_pdf", "Signed PDF", {}},
                                               {"signed_mail", "Signed mail", {}},
                                               {"scan", "Scan of the signed paper", {}}}));
    evidence.children.push_back(build::field("act.evidence.file", InputType::file, "Choose the file", ""));
    std::size_t number = 0;
    for (const Evidence& one : data.act->evidence) {
      const std::string place = concat(number++);
      Node row = build::group(concat("act.evidence:", place), {}, Arrange::row);
      row.children = {labeled(concat("act.evidence:", place, ".words"), one.name, concat("SHA-256 ", one.sha256)),
                      act_button_about(action("chain.evidence.*.remove"), place, concat("Remove ", one.name))};
      evidence.children.push_back(std::move(row));
    }
  }
  main.children.push_back(std::move(evidence));
}

}  // namespace

void add_act(Node& main, const SessionData& data) {
  const ActDraft& act = *data.act;
  const ActFields fields(data);
  const ChainAct which = act.move.act;
  main.children.push_back(build::heading("act.heading", 2, words_of(act.move)));
  main.children.push_back(build::text("act.words", "Look it over first. Nothing is recorded until you press Record it.",
                                      Tone::small));
  add_errors(main, data);
  add_facts(main, data);
  add_since_last_hand(main, data);
  add_missing(main, data);
  if (which == ChainAct::submitted) {
    main.children.push_back(needed(fields.choice(
        "act.matter", "What is submitted?",
        {{"arrangement", "The arrangement", {}}, {"ending", "A recommendation to end it (¶11b)", {}}})));
    add_route(main, fields, act);
    main.children.push_back(build::heading("act.budget", 2, "The budget contact (¶9b)"));
    add_composite(main, data, "record.budget_contact", Arrange::card);
  }
  add_where_to(main, data, fields);
  if (needs_reason(which)) {
    main.children.push_back(needed(fields.field("act.reason", InputType::long_text, question_of_reason(which))));
  }
  if (which == ChainAct::requested) {
    main.children.push_back(optional(fields.field("act.requested_on", InputType::date, "When was it first requested?",
                                                  "Only if that was earlier. The 20 work days run from it.")));
  }
  add_person(main, data, fields);
  const bool is_note = which == ChainAct::note;
  Node statement = fields.field("act.statement", InputType::long_text, is_note ? "The note" : "A statement");
  set_need(statement, is_note ? QuestionNeed::needed : QuestionNeed::optional);
  main.children.push_back(std::move(statement));
  add_evidence(main, data, fields);
  Node acts = build::group("act.acts", "Record it or not", Arrange::toolbar);
  acts.children = {act_button(action("chain.record"), "Record it", Tone::primary),
                   act_button(action("chain.leave"), "Do not record it")};
  main.children.push_back(std::move(acts));
  main.children.push_back(build::text("act.limit", std::string(limit_of_the_chain), Tone::small));
}

}  // namespace ftt
