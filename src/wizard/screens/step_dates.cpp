// Check and export, as far as the order decides: what a reviewer would ask, the documents, the dates and who holds it.
//
// Covers HRM 6040.2 ¶6, ¶7a, ¶8b, ¶9, ¶10, ¶11a. Does not count days (rules do) and does not write the file.
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "packet/calendar.h"
#include "packet/forms.h"
#include "rules/deadlines.h"
#include "rules/documents.h"
#include "rules/rule.h"
#include "rules/terms.h"
#include "view/build.h"
#include "view/wording.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/policy_nodes.h"
#include "wizard/screens/step_views.h"

namespace ftt {
namespace {

constexpr std::size_t next_dates_at_most = 3;

// The answers that would settle what stands in the node `id`, each as a link; nothing where there is none.
void add_settling_links(Node& parent, const SessionData& data, const std::string& id, std::span<const Leaf> answers) {
  if (answers.empty()) return;
  Node links = build::group(id + ".settled_by");
  add_links(links, data, id + ":", answers);
  parent.children.push_back(std::move(links));
}

// ---- Documents ----

// What makes a paper one that is there.
struct DoneWords {
  std::string_view there, lacking, unknown, on;
};

DoneWords done_words_of(const Document& document) {
  const bool is_approved = document.id == "doc.analysis_tool" || document.id == "doc.telework_agreement";
  if (is_approved) {
    return {"Approved. ", "Not approved yet. ", "It is not known yet if it is approved. ", " Approved on "};
  }
  return {"Done. ", "Not done yet. ", "It is not known yet if it is done. ", " Done on "};
}

// Of what the case requires. Empty where it requires none, or where that is not known.
std::string_view done_in_words(const SessionData& data, const Document& document) {
  if (document.requirement != Requirement::required) return {};
  const DoneWords words = done_words_of(document);
  if (document.lateness && is_done(*document.lateness)) return words.there;
  const Known<bool> is_there = is_document_there(document.id, data.packet, data.assessment);
  if (is_there.is_missing()) return words.unknown;
  return is_there.value() && document.lateness != Lateness::late ? words.there : words.lacking;
}

void add_document(Node& parent, const SessionData& data, const Document& document) {
  const std::string id = concat("document:", document.id);
  Node group = build::group(id, std::string(document.title));
  const bool is_late = document.lateness == Lateness::late || document.lateness == Lateness::done_late;
  const std::string words =
      concat(with_capital(words_of(document.requirement)), ". ", done_in_words(data, document), document.why);
  Node text = is_late ? build::finding(id + ".required", Tone::warning, words) : build::text(id + ".required", words);
  if (document.requirement != Requirement::not_required) {
    if (document.due) {
      text.detail = concat("By ", to_display(*document.due), ": ", document.by_when, ".");
      if (document.work_day_before) {
        append(text.detail, " That is a weekend or holiday. The last work day before it is ",
               to_display(*document.work_day_before), ".");
      }
      if (document.done) append(text.detail, done_words_of(document).on, to_display(*document.done), ".");
      if (is_late) append(text.detail, document.done ? " That was late." : " That day has passed.");
    } else if (!document.by_when.empty()) {
      text.detail = concat("Due: ", document.by_when, ".");
    }
  }
  text.cite = std::string(document.cite.text());
  group.children.push_back(std::move(text));
  add_settling_links(group, data, id, document.settled_by);
  add_why(group, data, id, document.title, {document.cite});
  parent.children.push_back(std::move(group));
}

// ---- Dates ----

std::string count_in_words(const Deadline& deadline) {
  if (!deadline.from || deadline.days == 0) return {};
  return concat(deadline.days, deadline.count_in == DayCount::work_days ? " work days" : " days", " from ",
                to_display_without_weekday(*deadline.from), ".");
}

std::string details_of(const Deadline& deadline) {
  std::string words = count_in_words(deadline);
  const std::string skipped = skipped_in_words(deadline);
  if (!skipped.empty()) append(words, words.empty() ? "" : " ", skipped);
  const auto add = [&](std::string_view what, const std::optional<Date>& date) {
    if (date) append(words, words.empty() ? "" : " ", what, to_display(*date), ".");
  };
  add("That is a weekend or holiday. The last work day before it is ", deadline.work_day_before);
  add("That is a weekend or holiday. The next work day is ", deadline.work_day_after);
  add("Start from ", deadline.opens);
  add("Done on ", deadline.done);
  add("Done by ", deadline.done_by);
  return words;
}

void add_deadline(Node& parent, const SessionData& data, const Deadline& deadline) {
  const std::string id = concat("date:", deadline.id);
  std::string words =
      deadline.due ? concat(deadline.title, ": ", to_display(*deadline.due), ", ", words_of(deadline.lateness), ".")
                   : concat(deadline.title, ". No date yet", deadline.done ? "." : ", because an answer is missing.");
  const bool is_late = has_passed(data, deadline);
  const bool is_past = is_late && deadline.lateness != Lateness::late;
  Node node = is_late ? build::finding(id, Tone::warning, std::move(words)) : build::text(id, std::move(words));
  node.detail = concat(is_past ? "That day has passed. " : "", details_of(deadline));
  node.cite = std::string(deadline.cite.text());
  parent.children.push_back(std::move(node));
  add_settling_links(parent, data, id, deadline.settled_by);
  add_why(parent, data, id, deadline.title, {deadline.cite});
}

// "Due Saturday, August 15, 2026, overdue". On the first day of consideration nothing is due (¶8b).
std::string due_in_words(const SessionData& data, const Deadline& deadline) {
  const bool is_past = has_passed(data, deadline) && deadline.lateness != Lateness::late;
  const std::string_view standing = is_past ? "which has passed" : words_of(deadline.lateness);
  const std::string day = to_display(*deadline.due);
  if (deadline.id == RuleId("eligible.time_in_position").text()) return concat(day, ", ", standing);
  if (deadline.lateness == Lateness::due_today) return concat("Due today, ", day);
  if (deadline.lateness == Lateness::not_due && !is_past) return concat("Due ", day);
  return concat("Due ", day, ", ", standing);
}

// Whether something about who concurred, who decided and when does not fit: no decision stands beside it as if it did.
bool is_decision_in_doubt(const SessionData& data) {
  constexpr std::array<std::string_view, 4> sections = {"concurring_supervisor", "concurrences", "determination",
                                                        "clock"};
  const std::vector<CrossCheck>& checks = data.assessment.policy.cross_checks;
  return std::any_of(checks.begin(), checks.end(), [&](const CrossCheck& check) {
    return std::find(sections.begin(), sections.end(), info(check.leaf).section()) != sections.end();
  });
}

void add_holder(Node& parent, const SessionData& data) {
  const Holder& holder = data.assessment.policy.holder;
  const bool is_doubted = holder.kind == HolderKind::decided && is_decision_in_doubt(data);
  const Tone tone = holder.kind == HolderKind::contradicted           ? Tone::error
                    : is_doubted || holder.lateness == Lateness::late ? Tone::warning
                                                                      : Tone::information;
  Node node = build::finding("check.holder", tone,
                             is_doubted ? concat("By Part L: ", holder.message,
                                                 " But something in Parts J to L does not fit. See what a reviewer "
                                                 "would ask.")
                                        : holder.message);
  node.detail = holder.next;
  node.cite = std::string(holder.cite.text());
  add_settling_links(node, data, "check.holder", holder.settled_by);
  add_why(node, data, "check.holder", "Who has it now", {holder.cite, holder.looked_at});
  parent.children.push_back(std::move(node));
}

}  // namespace

void add_cross_checks(Node& group, const SessionData& data, Severity severity) {
  for (const CrossCheck& check : data.assessment.policy.cross_checks) {
    if (check.severity != severity) continue;
    const std::string id = concat("check.review:", check.rule, ":", info(check.leaf).id);
    Node node = build::finding(id, tone_of(check), check.message);
    node.cite = std::string(check.cite.text());
    const std::string target = node_of_field(info(check.leaf).id);
    node.children.push_back(build::link(id + ".link", "Go to " + name_of_field(data, info(check.leaf).id), target));
    add_why(node, data, id, check.cite.paragraph().heading, {check.cite, check.looked_at});
    group.children.push_back(std::move(node));
  }
}

void add_review(Node& main, const SessionData& data) {
  Node group = build::group("check.review", "What a reviewer would ask");
  add_cross_checks(group, data, Severity::warning);
  if (!group.children.empty()) main.children.push_back(std::move(group));
}

void add_documents(Node& main, const SessionData& data) {
  Node list = build::group("check.documents", "Documents");
  Node others = build::disclosure("check.documents.not_required", {}, false);
  std::size_t count = 0;
  for (const Document& document : data.assessment.policy.documents) {
    if (document.requirement == Requirement::not_required) {
      ++count;
    } else {
      add_document(list, data, document);
    }
  }
  if (count != 0) {
    others.label = concat("Not required: ", count, count == 1 ? " document" : " documents");
    others.flags.expanded = is_open(data, others.id);
    for (const Document& document : data.assessment.policy.documents) {
      if (others.flags.expanded && document.requirement == Requirement::not_required) {
        add_document(others, data, document);
      }
    }
    list.children.push_back(std::move(others));
  }
  main.children.push_back(std::move(list));
}

void add_dates(Node& main, const SessionData& data) {
  Node list = build::group("check.dates", "Dates");
  add_holder(list, data);
  bool has_due = false;
  for (const Deadline& deadline : data.assessment.policy.deadlines) {
    add_deadline(list, data, deadline);
    has_due = has_due || deadline.due;
  }
  main.children.push_back(std::move(list));
  if (!has_due) return;
  main.children.push_back(act_button(action("check.dates.save"), "Save dates (.ics)"));
  main.children.push_back(build::text(
      "check.dates.words", "A file for your calendar. Save it again later to update the same entries.", Tone::small));
}

void add_date(Node& parent, const SessionData& data, std::string_view id) {
  for (const Deadline& deadline : data.assessment.policy.deadlines) {
    if (deadline.id == id) add_deadline(parent, data, deadline);
  }
}

void add_terms(Node& main, const SessionData& data) {
  Node terms = build::disclosure("check.terms", "What applies after approval", is_open(data, "check.terms"));
  if (terms.flags.expanded) {
    for (const Finding& term : find_terms(data.packet.answers, edition_of(data.packet))) {
      add_finding(terms, data, concat("term:", term.rule), term);
    }
  }
  main.children.push_back(std::move(terms));
}

Result<std::string> dates_as_calendar(const SessionData& data, UtcTime moment) {
  return packet_calendar(packet_to_save(data), data.assessment.policy.deadlines, moment);
}

void add_next_dates(std::vector<Node>& children, const SessionData& data) {
  if (data.step == Step::start || data.step == Step::estimate) return;
  std::vector<const Deadline*> next;
  for (const Deadline& deadline : data.assessment.policy.deadlines) {
    if (deadline.due && !is_done(deadline.lateness)) next.push_back(&deadline);
  }
  if (next.empty()) return;
  std::stable_sort(next.begin(), next.end(), [](const Deadline* a, const Deadline* b) { return *a->due < *b->due; });
  if (next.size() > next_dates_at_most) next.resize(next_dates_at_most);
  Node group = build::group("result.dates", "The next dates");
  for (const Deadline* deadline : next) {
    Node link = build::link(concat("next:", deadline->id), std::string(deadline->title), "check.dates");
    link.detail = due_in_words(data, *deadline);
    group.children.push_back(std::move(link));
  }
  children.push_back(std::move(group));
}

}  // namespace ftt
