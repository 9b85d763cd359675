// See act_fields.h.
#include "wizard/screens/act_fields.h"

#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "view/build.h"
#include "wizard/screens/fields.h"
#include "wizard/state/chain_act.h"

namespace ftt {

ActFields::ActFields(const SessionData& data) : data_(data), act_(*data.act) {
  if (act_.was_tried) errors_ = errors_of_act(data);
}

Node ActFields::field(std::string_view id, InputType input, std::string_view label, std::string_view hint) const {
  const bool is_typing = data_.draft && data_.draft->id == id;
  Node node = build::field(std::string(id), input, std::string(label),
                           is_typing ? std::string_view(data_.draft->text) : std::string_view(act_.text(id)));
  node.hint = hint;
  node.problem = problem_of(id);
  if (input == InputType::date) show_date(node, is_typing);
  return node;
}

Node ActFields::choice(std::string_view id, std::string_view label, std::vector<Option> options) const {
  Node node = build::choice(std::string(id), std::string(label), act_.text(id), std::move(options));
  node.problem = problem_of(id);
  return node;
}

Node ActFields::person(std::string_view id, std::string_view name, bool is_needed) const {
  Node row = build::group(concat(id, ".row"), {}, Arrange::row);
  row.children = {field(concat(id, ".name"), InputType::name, name),
                  field(concat(id, ".title"), InputType::text, "Title")};
  set_need(row.children[0], is_needed ? QuestionNeed::needed : QuestionNeed::optional);
  set_need(row.children[1], QuestionNeed::optional);
  return row;
}

std::string ActFields::problem_of(std::string_view id) const {
  for (const StepError& error : errors_) {
    if (error.node == id) return error.message;
  }
  return {};
}

// A day stands as a US reader expects it, with its weekday.
void ActFields::show_date(Node& node, bool is_typing) const {
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

Node needed(Node node) {
  set_need(node, QuestionNeed::needed);
  return node;
}

Node optional(Node node) {
  set_need(node, QuestionNeed::optional);
  return node;
}

void add_act_errors(Node& main, const SessionData& data) {
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

void add_who_records(Node& main, const SessionData& data, const ActFields& fields) {
  main.children.push_back(build::heading("act.by", 2, "Who records it"));
  main.children.push_back(fields.person("act.by", "Your name", true));
  Node other = build::disclosure("act.for", "You act for somebody else",
                                 is_open(data, "act.for", !data.act->text("act.for.name").empty()));
  if (other.flags.expanded) {
    Node whose = build::group("act.for.whose", "Whose authority you use");
    whose.children.push_back(fields.person("act.for", "Name", false));
    whose.children.push_back(
        fields.choice("act.for.authority", "How do you act?",
                      {{"acting", "Acting in that position", {}}, {"designee", "As designee", {}}}));
    other.children.push_back(std::move(whose));
  }
  main.children.push_back(std::move(other));
  main.children.push_back(
      needed(fields.field("act.on", InputType::date, "On which day?", "Today, unless you change it.")));
}

}  // namespace ftt
