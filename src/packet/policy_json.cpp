// The decisions of the order, member by member. See policy_json.h.
#include "packet/policy_json.h"

#include "base/text.h"
#include "form/field.h"
#include "packet/answer_json.h"
#include "rules/change.h"

namespace ftt {
namespace {

Json ids_json(std::span<const Leaf> leaves) {
  Json ids = Json::array();
  for (const Leaf leaf : leaves) ids.push_back(Json::string(info(leaf).id));
  return ids;
}

void set_date(Json& json, std::string_view name, std::optional<Date> date) {
  if (date) json.set(name, Json::string(to_iso(*date)));
}

void set_needs(Json& json, std::span<const Leaf> leaves) {
  if (!leaves.empty()) json.set("needs", ids_json(leaves));
}

Json finding_json(const Finding& finding) {
  Json json = Json::object();
  json.set("rule", Json::string(finding.rule));
  json.set("status", Json::string(name_of(finding.status)));
  json.set("message", Json::string(finding.message));
  json.set("next", Json::string(finding.next));
  json.set("cite", Json::string(finding.cite.text()));
  set_date(json, "date", finding.date);
  json.set("looked_at", ids_json(finding.looked_at));
  set_needs(json, finding.settled_by);
  return json;
}

Json required_json(Requirement requirement) {
  if (requirement == Requirement::unknown) return Json::null();
  return Json::boolean(requirement == Requirement::required);
}

Json deadline_json(const Deadline& deadline) {
  Json json = Json::object();
  json.set("id", Json::string(deadline.id));
  json.set("title", Json::string(deadline.title));
  json.set("due", deadline.due ? Json::string(to_iso(*deadline.due)) : Json::null());
  set_date(json, "from", deadline.from);
  if (deadline.count_in == DayCount::work_days) json.set("work_days", Json::number(deadline.days));
  if (deadline.count_in == DayCount::calendar_days) json.set("calendar_days", Json::number(deadline.days));
  set_date(json, "opens", deadline.opens);
  set_date(json, "work_day_before", deadline.work_day_before);
  set_date(json, "work_day_after", deadline.work_day_after);
  if (deadline.count_in == DayCount::work_days && deadline.due) {
    Json skipped = Json::array();
    for (const SkippedDay& day : deadline.skipped) {
      Json entry = Json::object();
      entry.set("date", Json::string(to_iso(day.date)));
      entry.set("name", Json::string(day.name));
      skipped.push_back(std::move(entry));
    }
    json.set("skipped", std::move(skipped));
  }
  set_date(json, "done", deadline.done);
  if (deadline.due) json.set("lateness", Json::string(name_of(deadline.lateness)));
  set_needs(json, deadline.settled_by);
  json.set("cite", Json::string(deadline.cite.text()));
  return json;
}

Json answered_json(std::span<const Leaf> leaves, const Answers& answers) {
  Json list = Json::array();
  for (const Leaf leaf : leaves) {
    if (!applies(leaf, answers)) continue;
    Json entry = Json::object();
    entry.set("field", Json::string(info(leaf).id));
    entry.set("answer", answers.is_empty(leaf) ? Json::null() : json_of(leaf, answers));
    list.push_back(std::move(entry));
  }
  return list;
}

void set_words(Json& json, std::string_view name, std::string_view words) {
  if (!words.empty()) json.set(name, Json::string(words));
}

Json outcome_json(const ChangeOutcome& outcome) {
  Json json = Json::object();
  json.set("rule", Json::string(outcome.rule));
  json.set("obligation", Json::string(name_of(outcome.obligation)));
  json.set("message", Json::string(concat(heading_of(outcome.obligation), ".")));
  set_words(json, "consult", outcome.consult);
  set_words(json, "offers", outcome.offers);
  if (outcome.move_paid_by != MovePaidBy::does_not_arise)
    set_words(json, "move_paid_by", words_of(outcome.move_paid_by));
  set_words(json, "refusal", outcome.refusal);
  set_words(json, "rights", outcome.rights);
  set_words(json, "next", outcome.next);
  json.set("cite", Json::string(outcome.cite.text()));
  return json;
}

}  // namespace

Json eligibility_json(const Eligibility& eligibility) {
  Json json = Json::object();
  json.set("result", Json::string(name_of(eligibility.result)));
  set_date(json, "date", eligibility.date);
  Json findings = Json::array();
  for (const Finding& finding : eligibility.findings) findings.push_back(finding_json(finding));
  json.set("findings", std::move(findings));
  set_needs(json, eligibility.settled_by);
  if (!eligibility.ask.empty()) json.set("ask", ids_json(eligibility.ask));
  return json;
}

Json findings_json(std::span<const Finding> findings, std::string_view about) {
  Json list = Json::array();
  for (const Finding& finding : findings) {
    if (finding.rule.substr(0, finding.rule.find('.')) == about) list.push_back(finding_json(finding));
  }
  return list;
}

Json documents_json(std::span<const Document> documents) {
  Json list = Json::array();
  for (const Document& document : documents) {
    Json json = Json::object();
    json.set("id", Json::string(document.id));
    json.set("title", Json::string(document.title));
    json.set("required", required_json(document.requirement));
    json.set("why", Json::string(document.why));
    json.set("by_when", Json::string(document.by_when));
    json.set("cite", Json::string(document.cite.text()));
    set_date(json, "due", document.due);
    set_date(json, "work_day_before", document.work_day_before);
    set_date(json, "done", document.done);
    if (document.lateness) json.set("lateness", Json::string(name_of(*document.lateness)));
    set_needs(json, document.settled_by);
    list.push_back(std::move(json));
  }
  return list;
}

Json deadlines_json(std::span<const Deadline> deadlines) {
  Json list = Json::array();
  for (const Deadline& deadline : deadlines) list.push_back(deadline_json(deadline));
  return list;
}

Json holder_json(const Holder& holder) {
  Json json = Json::object();
  json.set("kind", Json::string(name_of(holder.kind)));
  json.set("who", Json::string(holder.who));
  set_date(json, "since", holder.since);
  set_date(json, "due", holder.due);
  if (holder.due) json.set("lateness", Json::string(name_of(holder.lateness)));
  if (holder.work_days_late > 0) json.set("work_days_late", Json::number(holder.work_days_late));
  json.set("message", Json::string(holder.message));
  json.set("next", Json::string(holder.next));
  json.set("cite", Json::string(holder.cite.text()));
  set_needs(json, holder.settled_by);
  return json;
}

Json ending_json(const Answers& answers) {
  const ChangeWalk walk = walk_change(answers);
  Json json = Json::object();
  json.set("asked", answered_json(walk.asked, answers));
  if (walk.outcome != nullptr) {
    json.set("outcome", outcome_json(*walk.outcome));
    json.set("record", answered_json(walk.outcome->record, answers));
  }
  return json;
}

}  // namespace ftt
