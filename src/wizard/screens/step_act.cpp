// An act of the chain before it is recorded: what it goes on, what has changed since the last hand, what is missing,
// and what is asked of whoever records it.
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
#include "wizard/screens/act_fields.h"
#include "wizard/screens/chain_nodes.h"
#include "wizard/screens/fields.h"
#include "wizard/state/chain_act.h"

namespace ftt {
namespace {

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
    facts.children.push_back(
        build::finding("act.saw.content", Tone::error, concat(digest.error().where, ": ", digest.error().message)));
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

// ¶9a: what is submitted is complete. Whoever acts later is told what is not. Once it was to be recorded and could not,
// the errors at the head name what is missing.
void add_missing(Node& main, const SessionData& data) {
  const std::vector<StepError> missing = missing_before_submission(data);
  if (missing.empty() || data.act->move.act == ChainAct::note || data.act->move.act == ChainAct::withdrawn) return;
  const bool is_needed = data.act->move.act == ChainAct::submitted;
  if (is_needed && data.act->was_tried) return;
  Node found = build::finding("act.missing", is_needed ? Tone::warning : Tone::information,
                              is_needed ? "Parts A to I must be complete before you submit. This is missing:"
                                        : "This is missing in Parts A to I:");
  found.cite = "HRM 6040.2 ¶9a";
  for (const StepError& one : missing) {
    found.children.push_back(build::link("act.missing:" + one.node, one.message, one.node));
  }
  main.children.push_back(std::move(found));
}

// ¶10b: said before it is recorded as well, while something can be done about it.
void add_warning_of_request(Node& main, const SessionData& data) {
  if (data.act->move.act != ChainAct::requested) return;
  std::string warning = warning_of_request(data.packet.answers);
  if (!warning.empty()) main.children.push_back(build::finding("act.agreement", Tone::warning, std::move(warning)));
}

void add_route(Node& main, const ActFields& fields, const ActDraft& act) {
  main.children.push_back(build::heading("act.route", 2, "Who takes each step"));
  for (const ChainStep step : chain_steps) {
    const std::string id = concat("act.route.", name_of(step));
    Node card = build::group(id, heading_of(step), Arrange::card);
    const std::string applies = id + ".applies";
    if (may_not_apply(step)) {
      card.children.push_back(
          needed(fields.choice(applies, "Is there one?", {{"yes", "Yes", {}}, {"no", "Not applicable", {}}})));
    }
    if (!may_not_apply(step) || act.text(applies) == "yes") {
      card.children.push_back(fields.person(id, "Name of the person or office", true));
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

std::string words_on_digest(const ChosenEvidence& chosen) {
  if (!chosen.file.sha256.empty()) return concat("SHA-256 ", chosen.file.sha256);
  return chosen.number == 0 ? "It was not read to its end. Remove it and choose it again." : "Being read …";
}

void add_evidence(Node& main, const SessionData& data, const ActFields& fields) {
  Node evidence = build::disclosure("act.evidence", "Add the signed paper or mail as evidence",
                                    is_open(data, "act.evidence", !data.act->evidence.empty()));
  if (evidence.flags.expanded) {
    evidence.children.push_back(build::text(
        "act.evidence.words",
        "The file stays with you. Only its name and its fingerprint (SHA-256) go into the record.", Tone::small));
    if (data.act->evidence.size() < most_evidence) {
      evidence.children.push_back(fields.choice("act.evidence.kind", "What is it?",
                                                {{"signed_pdf", "Signed PDF", {}},
                                                 {"signed_mail", "Signed mail", {}},
                                                 {"scan", "Scan of the signed paper", {}}}));
      evidence.children.push_back(build::field(std::string(evidence_file), InputType::file, "Choose the file", ""));
    } else {
      evidence.children.push_back(build::finding("act.evidence.most", Tone::information, words_on_most_evidence()));
    }
    std::size_t number = 0;
    for (const ChosenEvidence& one : data.act->evidence) {
      const std::string place = concat(number++);
      Node row = build::group(concat("act.evidence:", place), {}, Arrange::row);
      row.children = {labeled(concat("act.evidence:", place, ".words"), one.file.name, words_on_digest(one)),
                      act_button_about(action("chain.evidence.*.remove"), place, concat("Remove ", one.file.name))};
      evidence.children.push_back(std::move(row));
      if (is_of_empty_file(one.file.sha256)) {
        evidence.children.push_back(build::finding(
            concat("act.evidence:", place, ".empty"), Tone::warning,
            concat(one.file.name, " is empty (0 bytes) and shows nothing. Remove it and choose the file you mean.")));
      }
    }
  }
  main.children.push_back(std::move(evidence));
}

}  // namespace

void add_act(Node& main, const SessionData& data) {
  if (data.merging) return add_merge(main, data);
  const ActDraft& act = *data.act;
  const ActFields fields(data);
  const ChainAct which = act.move.act;
  main.children.push_back(build::heading("act.heading", 2, words_of(act.move)));
  main.children.push_back(
      build::text("act.words", "Look it over first. Nothing is recorded until you press Record it.", Tone::small));
  add_act_errors(main, data);
  add_facts(main, data);
  add_since_last_hand(main, data);
  add_missing(main, data);
  add_warning_of_request(main, data);
  if (which == ChainAct::submitted) {
    main.children.push_back(needed(
        fields.choice("act.matter", "What is submitted?",
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
  add_who_records(main, data, fields);
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
