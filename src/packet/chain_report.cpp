// Telling a recorded case. See chain_report.h.
#include "packet/chain_report.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/text.h"
#include "packet/chain_changes.h"
#include "rules/approval.h"

namespace ftt {

namespace {

void append_listed(std::string& list, std::string_view one, std::string_view between = ", ") {
  if (!one.empty()) append(list, list.empty() ? "" : between, one);
}

}  // namespace

std::string day_words(const std::optional<Date>& day) {
  return day ? to_display_without_weekday(*day) : std::string("an unknown day");
}

Json date_or_null(const std::optional<Date>& date) {
  return date ? Json::string(to_iso(*date)) : Json::null();
}

std::string words_of(const ChainPerson& person) {
  std::string words = person.name;
  append_listed(words, person.title);
  return words;
}

std::string_view words_of(ChainStep step) {
  return words_of(level_of(step));
}

std::string parts_changed(const EntryMark& mark, const Packet& packet) {
  const std::vector<std::string_view> members = parts_changed_since(mark, packet);
  std::vector<std::string_view> parts;
  for (const PartSeal& part : part_seals(packet)) {
    if (std::find(members.begin(), members.end(), part.member) != members.end()) parts.push_back(part.part);
  }
  std::string words;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    append(words, i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ", parts[i]);
  }
  return words;
}

std::string figure_words(std::string_view member, const std::string& text) {
  if (member == "percent") {
    const Result<Percent> percent = parse_percent(text);
    return percent ? to_display(Figure(*percent)) : in_quotes(text);
  }
  const Result<Money> amount = parse_money(text);
  return amount ? to_display(*amount) : in_quotes(text);
}

namespace {

struct SeenFigure {
  std::string_view member;
  std::string_view label;
  Line line;
};
constexpr std::array seen_figures = {
    SeenFigure{"annual", "annual travel budget", Line::travel_budget_annual},
    SeenFigure{"overall", "overall cost or savings", Line::cost_benefit_overall},
    SeenFigure{"net", "net annual change", Line::cost_benefit_net_annual_change},
    SeenFigure{"percent", "percentage", Line::cost_benefit_percent},
};

// "net annual change −$8,295.80 then, −$8,100.00 now": the figures that are not what the entry has.
std::string other_figures(const Json& seen, const Worksheet& worksheet) {
  std::string words;
  for (const SeenFigure& one : seen_figures) {
    const std::string* then = seen.find_string(one.member);
    const WorksheetLine* line = worksheet.find(one.line);
    if (then == nullptr || line == nullptr || !line->value.has_value() || *then == to_decimal(line->value)) continue;
    append_listed(words,
                  concat(one.label, " ", figure_words(one.member, *then), " then, ", to_display(line->value), " now"),
                  "; ");
  }
  return words;
}

}  // namespace

std::string words_of_figures(const Json& figures) {
  std::string words;
  for (const SeenFigure& one : seen_figures) {
    const std::string* figure = figures.find_string(one.member);
    if (figure != nullptr) append_listed(words, concat(one.label, " ", figure_words(one.member, *figure)), "; ");
  }
  return words;
}

bool is_of_empty_file(std::string_view sha256) {
  return sha256 == sha256_hex("");
}

std::string figures_seen(const EntryMark& mark) {
  const Json* saw = mark.written->find("saw");
  const Json* figures = saw == nullptr ? nullptr : saw->find("figures");
  return figures == nullptr ? std::string() : words_of_figures(*figures);
}

namespace {

// "pay in 2026 and per diem in fiscal year 2027".
std::string rates_words(const Worksheet& worksheet) {
  std::string words;
  if (worksheet.pay_year != 0) words = concat("pay in ", worksheet.pay_year);
  if (worksheet.per_diem_fiscal_year != 0) {
    append_listed(words, concat("per diem in fiscal year ", worksheet.per_diem_fiscal_year), " and ");
  }
  return words.empty() ? std::string("now") : words;
}

// ---- As JSON ----

Json text_or_null(std::string_view text) {
  return text.empty() ? Json::null() : Json::string(text);
}

std::string_view words_of_why(WhyVoid why) {
  return why == WhyVoid::other_content ? "other_content" : "earlier_step";
}

Json steps_json(const RecordedCase& recorded, const Packet& packet) {
  Json list = Json::array();
  for (const ChainStep step : chain_steps) {
    const StepStanding& one = recorded.standing.steps[number_of(step)];
    Json& json = list.push_back(Json::object());
    json.set("step", Json::string(name_of(step)));
    json.set("applies", Json::boolean(one.applies));
    set_text(json, "name", one.who.name);
    set_text(json, "title", one.who.title);
    json.set("stands", Json::boolean(one.applies && one.stands()));
    if (!one.given) continue;
    json.set("n", Json::number(recorded.chain.marks[*one.given].n));
    json.set("on", date_or_null(recorded.chain.entries[*one.given].on));
    if (one.stands()) continue;
    json.set("why", Json::string(words_of_why(one.why)));
    json.set("message", Json::string(words_of_void(recorded, step, packet)));
    Json& changed = json.set("changed", Json::array());
    for (const std::string_view part : parts_changed_since(recorded.chain.marks[*one.given], packet)) {
      changed.push_back(Json::string(part));
    }
  }
  return list;
}

}  // namespace

std::vector<std::string> remarks_on(const RecordedCase& recorded, std::size_t entry) {
  std::vector<std::string> said;
  const std::string place = concat("chain.entries.", entry);
  const auto is_of_it = [&](std::string_view field) {
    return field.starts_with(place) && (field.size() == place.size() || field[place.size()] == '.');
  };
  for (const PacketProblem& problem : recorded.chain.problems) {
    if (is_of_it(problem.field)) said.push_back(concat(problem.field, ": ", problem.message));
  }
  for (const ChainRemark& remark : recorded.standing.remarks) {
    if (remark.entry == entry) said.push_back(concat(place, ".", remark.member, ": ", remark.message));
  }
  return said;
}

bool counts(const RecordedCase& recorded, std::size_t entry) {
  return counts(recorded.standing, recorded.chain.entries, entry);
}

namespace {

// The act as it is written, of a newer version too.
std::string act_of(const RecordedCase& recorded, std::size_t entry) {
  return recorded.chain.marks[entry].written->text_or_empty("act");
}

Json entries_json(const RecordedCase& recorded) {
  Json list = Json::array();
  for (std::size_t i = 0; i < recorded.chain.entries.size(); ++i) {
    const ChainEntry& entry = recorded.chain.entries[i];
    Json& json = list.push_back(Json::object());
    json.set("n", Json::number(recorded.chain.marks[i].n));
    json.set("act", Json::string(act_of(recorded, i)));
    if (entry.step) json.set("step", Json::string(name_of(*entry.step)));
    json.set("on", date_or_null(entry.on));
    if (!entry.by.name.empty()) json.set("by", person_json(entry.by));
    if (!entry.on_behalf_of.name.empty()) json.set("for", person_json(entry.on_behalf_of));
    set_text(json, "authority", entry.authority);
    set_text(json, "reason", entry.reason);
    if (entry.to_step) json.set("to", Json::string(name_of(*entry.to_step)));
    json.set("digest", text_or_null(recorded.chain.marks[i].digest));
    json.set("counts", Json::boolean(counts(recorded, i)));
    json.set("words", Json::string(words_of(entry)));
    const std::vector<std::string> said = remarks_on(recorded, i);
    if (said.empty()) continue;
    Json& remarks = json.set("remarks", Json::array());
    for (const std::string& one : said) remarks.push_back(Json::string(one));
  }
  return list;
}

Json holder_json(const RecordedCase& recorded) {
  Json json = Json::object();
  json.set("kind", Json::string(name_of(recorded.status.holder)));
  if (recorded.standing.holder) json.set("step", Json::string(name_of(*recorded.standing.holder)));
  set_text(json, "name", recorded.status.who.name);
  set_text(json, "title", recorded.status.who.title);
  return json;
}

void set_status(Json& json, const RecordedCase& recorded) {
  const ChainStatus& status = recorded.status;
  json.set("state", Json::string(name_of(status.state)));
  json.set("phase", recorded.phase ? Json::string(name_of(*recorded.phase)) : Json::null());
  json.set("recorded", Json::boolean(status.is_recorded));
  if (status.is_recorded && recorded.standing.submitted) {
    json.set("matter", Json::string(status.is_ending ? "ending" : "arrangement"));
  }
  json.set("holder", holder_json(recorded));
  json.set("since", date_or_null(status.since));
  json.set("due", date_or_null(status.due));
  if (status.due_if_stopped) json.set("due_if_stopped", date_or_null(status.due_if_stopped));
  if (status.due) json.set("lateness", Json::string(name_of(status.lateness)));
  if (status.work_days_late > 0) json.set("work_days_late", Json::number(status.work_days_late));
  if (status.approved_on) json.set("approved_on", date_or_null(status.approved_on));
  if (status.other_approved_on) json.set("other_approved_on", date_or_null(status.other_approved_on));
  if (status.requested_again_on) json.set("requested_again_on", date_or_null(status.requested_again_on));
  set_text(json, "reason", status.reason);
  json.set("message", Json::string(status.in_words.message));
  set_text(json, "next", status.in_words.next);
}

void set_redacted(Json& json) {
  for (const std::string_view member : {"state", "phase", "holder", "since", "due"}) json.set(member, Json::null());
  json.set("recorded", Json::boolean(true));
  json.set("redacted", Json::string(concat("The chain is ", words_of_redacted_chain)));
}

bool is_redacted(const RecordedCase& recorded) {
  return recorded.chain.soundness == ChainSoundness::redacted;
}

}  // namespace

std::string_view words_of(ChainState state) {
  constexpr std::array<std::string_view, 8> words = {"being prepared",
                                                     "in the chain of command",
                                                     "with the servicing HR Director",
                                                     "with the Deputy Administrator",
                                                     "returned",
                                                     "denied",
                                                     "withdrawn",
                                                     "approved"};
  return words[static_cast<std::size_t>(state)];
}

std::string_view words_of(ArrangementPhase phase) {
  constexpr std::array<std::string_view, 4> words = {"not begun", "active", "suspended", "ended"};
  return words[static_cast<std::size_t>(phase)];
}

std::string words_of_other_approval(const ChainStatus& status) {
  if (!status.other_approved_on) return {};
  return concat(status.is_ending ? "The arrangement itself" : "A recommendation to end it", " was approved on ",
                to_display_without_weekday(*status.other_approved_on), ".");
}

std::string words_of(const ChainEntry& entry) {
  const std::string step = entry.step ? std::string(words_of(*entry.step)) : std::string("a step that is not named");
  std::string who = words_of(entry.by);
  if (!entry.by.title.empty()) append(who, ",");
  if (!entry.on_behalf_of.name.empty()) {
    append(who, who.empty() ? "for " : entry.by.title.empty() ? ", for " : " for ", words_of(entry.on_behalf_of));
    if (!entry.authority.empty()) append(who, " (", entry.authority, ")");
    append(who, ",");
  }
  append(who, who.empty() ? "" : " ");
  const std::string because = entry.reason.empty() ? std::string() : concat(": ", entry.reason);
  const std::string to = concat(entry.to_step ? concat(" to ", words_of(*entry.to_step)) : std::string(),
                                entry.to_name.empty() ? std::string() : concat(" (", entry.to_name, ")"));
  switch (entry.act) {
    case ChainAct::requested:
      return concat(who, "requested it");
    case ChainAct::submitted:
      return concat(who, entry.is_ending ? "submitted a recommendation to end it" : "submitted it");
    case ChainAct::concurred:
      return concat(who, "concurred as ", step);
    case ChainAct::denied:
      return concat(who, "denied it as ", step, because);
    case ChainAct::returned:
      return concat(who, "returned it as ", step, to, because);
    case ChainAct::received:
      return concat(who, "received it as ", step);
    case ChainAct::reassigned:
      return concat(who, "reassigned the step of ", step, to, because);
    case ChainAct::edited:
      return "Parts A to I were found changed";
    case ChainAct::withdrawn:
      return concat(who, "withdrew it", because);
    case ChainAct::merged:
      return concat(who, "merged two copies");
    case ChainAct::note:
      return concat(who, "added a note");
    case ChainAct::unknown:
      break;
  }
  return concat(who, "recorded what this version cannot read, and what never counts");
}

std::string words_of_void(const RecordedCase& recorded, ChainStep step, const Packet& packet) {
  const StepStanding& one = recorded.standing.steps[number_of(step)];
  if (!one.given || one.stands()) return {};
  const std::string whose = concat("The concurrence of ", day_words(recorded.chain.entries[*one.given].on), " by ",
                                   words_of(step), " is void: ");
  if (one.why == WhyVoid::earlier_step) {
    return concat(whose, "it was given on what Parts A to I say, but a step before it must concur again first.");
  }
  std::string parts = parts_changed(recorded.chain.marks[*one.given], packet);
  if (parts.empty()) parts = "Parts A to I";
  const bool is_one_part = parts.size() == std::string_view("Part E").size();
  return concat(whose, parts, is_one_part ? " has" : " have", " changed since. ", with_capital(words_of(step)),
                " must look again.");
}

std::vector<std::string> what_does_not_hold(const RecordedCase& recorded, const Packet& packet) {
  if (is_redacted(recorded)) return {concat("The chain is ", words_of_redacted_chain)};
  std::vector<std::string> said;
  for (const PacketProblem& problem : recorded.chain.problems) {
    said.push_back(concat(problem.field, ": ", problem.message));
  }
  for (const ChainStep step : chain_steps) {
    if (std::string is_void = words_of_void(recorded, step, packet); !is_void.empty())
      said.push_back(std::move(is_void));
  }
  if (said.empty() && recorded.chain.soundness == ChainSoundness::unverifiable)
    said.push_back("It cannot be verified.");
  return said;
}

std::vector<std::string> figures_by_other_rates(const RecordedCase& recorded, const Packet& packet,
                                                const Assessment& assessment) {
  std::vector<std::string> said;
  if (packet.is_redacted) return said;
  for (const ChainStep step : chain_steps) {
    const StepStanding& one = recorded.standing.steps[number_of(step)];
    if (!one.applies || !one.stands()) continue;
    const Json* saw = recorded.chain.marks[*one.given].written->find("saw");
    const std::string* rates = saw == nullptr ? nullptr : saw->find_string("rates");
    const Json* figures = saw == nullptr ? nullptr : saw->find("figures");
    if (rates == nullptr || figures == nullptr || *rates == assessment.rates_digest) continue;
    const std::string differ = other_figures(*figures, assessment.worksheet);
    if (differ.empty()) continue;
    said.push_back(concat("Same answers as ", words_of(step), " saw on ",
                          day_words(recorded.chain.entries[*one.given].on), "; the figures differ by the rates of ",
                          rates_words(assessment.worksheet), ": ", differ, "."));
  }
  return said;
}

std::optional<Comparison> compare_with_seen(const Rates& rates, const Packet& packet, const Assessment& assessment,
                                            const ReadChain& chain, std::size_t entry, Date today,
                                            const CalcSettings& settings) {
  const std::optional<Json> content = content_at(chain, packet, entry);
  if (!content) return std::nullopt;
  Json then = answered_json(packet);
  for (const std::string_view member : members_of_parts_a_to_i()) {
    then.erase(member);
    if (const Json* value = content->find(member)) then.set(member, *value);
  }
  Result<OpenedPacket> opened = read_packet(write_json_compact(then));
  if (!opened) return std::nullopt;
  const Packet& seen = opened->packet;
  Comparison comparison = compare(seen, assess(rates, seen, assessed_on(seen, today), settings), packet, assessment);
  std::vector<PacketChange>& changes = comparison.changes;
  changes.erase(std::remove_if(changes.begin(), changes.end(),
                               [](const PacketChange& change) { return change.kind == ChangeKind::recorded; }),
                changes.end());
  return comparison;
}

Json chain_json(const RecordedCase& recorded, const Packet& packet, const Assessment& assessment) {
  Json json = Json::object();
  if (is_redacted(recorded)) {
    set_redacted(json);
  } else {
    set_status(json, recorded);
  }
  json.set("soundness", Json::string(name_of(recorded.chain.soundness)));
  json.set("head", text_or_null(recorded.chain.head()));
  set_text(json, "head_words", head_words(recorded.chain.head()));
  set_text(json, "after", recorded.chain.after);
  if (recorded.standing.submitted) json.set("steps", steps_json(recorded, packet));
  json.set("entries", entries_json(recorded));
  if (!recorded.not_recorded.empty()) {
    Json& typed = json.set("typed_not_recorded", Json::array());
    for (const Leaf leaf : recorded.not_recorded) typed.push_back(Json::string(info(leaf).id));
  }
  const std::vector<std::string> figures = figures_by_other_rates(recorded, packet, assessment);
  if (!figures.empty()) {
    Json& list = json.set("figures", Json::array());
    for (const std::string& one : figures) list.push_back(Json::string(one));
  }
  if (recorded.status.is_recorded) json.set("limit", Json::string(limit_of_the_chain));
  return json;
}

std::string chain_text(const RecordedCase& recorded, const Packet& packet, const Assessment& assessment) {
  std::string text;
  // What somebody wrote into the file begins no line of its own.
  const auto add = [&](const auto&... parts) { append(text, on_one_line(concat(parts...)), "\n"); };
  if (is_redacted(recorded)) {
    add("The chain is ", words_of_redacted_chain);
  } else {
    const ChainStatus& status = recorded.status;
    add(with_capital(words_of(status.state)), status.is_recorded ? "" : " (as typed, not recorded)",
        status.who.name.empty() ? std::string() : concat(": ", words_of(status.who)),
        status.since ? concat(", since ", to_display_without_weekday(*status.since)) : std::string(), ". ",
        status.in_words.message);
    if (status.approved_on && status.state != ChainState::approved) {
      add("It was approved on ", to_display_without_weekday(*status.approved_on), ", and edited since.");
    }
    if (const std::string other = words_of_other_approval(status); !other.empty()) add(other);
    if (recorded.phase) add("The arrangement: ", words_of(*recorded.phase), ".");
  }
  for (const ChainStep step : chain_steps) {
    const StepStanding& one = recorded.standing.steps[number_of(step)];
    if (!recorded.standing.submitted) break;
    const std::string state =
        !one.applies   ? std::string("not applicable")
        : !one.given   ? std::string("open")
        : one.stands() ? concat("concurred on ", day_words(recorded.chain.entries[*one.given].on), ", and it counts")
                       : words_of_void(recorded, step, packet);
    add(with_capital(words_of(step)), one.who.name.empty() ? std::string() : concat(", ", words_of(one.who)), ": ",
        state);
  }
  for (std::size_t i = 0; i < recorded.chain.entries.size(); ++i) {
    add(recorded.chain.marks[i].n, ". ", day_words(recorded.chain.entries[i].on), ": ",
        words_of(recorded.chain.entries[i]));
    for (const std::string& one : remarks_on(recorded, i)) add("   ", one);
  }
  for (const PacketProblem& problem : recorded.chain.problems) {
    if (!problem.field.starts_with("chain.entries.")) add(problem.field, ": ", problem.message);
  }
  for (const std::string& one : figures_by_other_rates(recorded, packet, assessment)) add(one);
  if (const std::optional<PacketProblem> typed = typed_not_recorded(packet)) add(typed->message);
  if (!recorded.chain.head().empty()) add("Head: ", head_words(recorded.chain.head()));
  if (recorded.status.is_recorded) add(limit_of_the_chain);
  return text;
}

}  // namespace ftt
