// Recording. See record_entry.h.
#include "packet/record_entry.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/text.h"
#include "packet/chain_changes.h"
#include "rules/documents.h"

namespace ftt {

namespace {

Json route_json(const ChainRoute& route) {
  Json json = Json::object();
  for (const ChainStep step : chain_steps) {
    const ChainRoute::Stop& stop = route.stops[number_of(step)];
    if (!stop.applies) {
      json.set(name_of(step), Json::string("not_applicable"));
    } else if (!stop.who.name.empty()) {
      json.set(name_of(step), person_json(stop.who));
    }
  }
  return json;
}

// What is not known is left out.
void set_figure(Json& figures, std::string_view member, const Worksheet& worksheet, Line line) {
  const WorksheetLine* found = worksheet.find(line);
  if (found != nullptr && found->value.has_value()) figures.set(member, Json::string(to_decimal(found->value)));
}

Json saw_json(const Packet& packet, const Assessment& assessment, std::string_view content) {
  Json saw = Json::object();
  saw.set("content", Json::string(content));
  Json& parts = saw.set("parts", Json::object());
  for (const PartSeal& part : part_seals(packet)) {
    if (!part.digest.empty()) parts.set(part.member, Json::string(hex_of(part.digest)));
  }
  saw.set("order", Json::string(packet.order));
  set_text(saw, "rates", assessment.rates_digest);
  const WorksheetLine* trip = assessment.worksheet.find(Line::travel_budget_trip_cost);
  if (trip != nullptr) set_text(saw, "reading", trip->reading);
  Json figures = figures_json(assessment.worksheet);
  if (!figures.as_object()->empty()) saw.set("figures", std::move(figures));
  return saw;
}

// The members of an entry that stand in each, in their order.
Json head_json(const Packet& packet, std::int64_t n, std::span<const std::string> previous, std::string_view nonce) {
  Json entry = Json::object();
  entry.set("kind", Json::string(entry_kind));
  entry.set("packet", Json::string(packet.id));
  entry.set("n", Json::number(n));
  Json& list = entry.set("previous", Json::array());
  for (const std::string& digest : previous) {
    if (!digest.empty()) list.push_back(Json::string(digest));
  }
  entry.set("nonce", Json::string(nonce));
  return entry;
}

Result<std::string> seal_entry(Json& entry) {
  std::string digest = FTT_TRY(entry_digest(entry));
  entry.set("digest", Json::string(digest));
  return digest;
}

Json entry_json(Json head, const NewEntry& entry, Json saw) {
  const ChainEntry& says = entry.says;
  Json json = std::move(head);
  json.set("act", Json::string(name_of(says.act)));
  if (says.step) json.set("step", Json::string(name_of(*says.step)));
  if (says.on) json.set("on", Json::string(to_iso(*says.on)));
  if (says.requested_on) json.set("requested_on", Json::string(to_iso(*says.requested_on)));
  json.set("by", person_json(says.by));
  if (!says.on_behalf_of.name.empty()) {
    Json& whose = json.set("for", person_json(says.on_behalf_of));
    set_text(whose, "authority", says.authority);
  }
  set_text(json, "how", entry.how);
  set_text(json, "statement", entry.statement);
  set_text(json, "reason", says.reason);
  // It is the step itself that is reassigned.
  const std::optional<ChainStep>& to_step = says.act == ChainAct::reassigned ? says.step : says.to_step;
  if (to_step) {
    Json& to = json.set("to", Json::object());
    to.set("step", Json::string(name_of(*to_step)));
    set_text(to, "name", says.to_name);
  }
  if (says.route) json.set("route", route_json(*says.route));
  if (says.act == ChainAct::submitted) json.set("matter", Json::string(says.is_ending ? "ending" : "arrangement"));
  json.set("saw", std::move(saw));
  if (!entry.evidence.empty()) {
    Json& files = json.set("evidence", Json::array());
    for (const Evidence& file : entry.evidence) {
      Json& one = files.push_back(Json::object());
      one.set("kind", Json::string(file.kind));
      one.set("sha256", Json::string(file.sha256));
      set_text(one, "name", file.name);
    }
  }
  return json;
}

// What the act needs, beside that it can be taken now.
Result<Unit> check_needs(const NewEntry& entry) {
  const ChainEntry& says = entry.says;
  const auto missing = [](std::string_view where, std::string_view message) {
    return Error{ErrorCode::empty, std::string(where), std::string(message)};
  };
  if (!says.on) return missing("on", "Give the day of the act.");
  if (says.by.name.empty()) return missing("by.name", "Give the name of the person who records it.");
  if (needs_reason(says.act) && says.reason.empty()) return missing("reason", "Give the reason.");
  if (says.act == ChainAct::note && entry.statement.empty()) return missing("statement", "Give the text of the note.");
  if (says.act == ChainAct::submitted && !says.route) {
    return missing("route", "Say who takes each step, and whether second and third level apply.");
  }
  if (says.act == ChainAct::returned && !(says.to_step && says.step && *says.to_step < *says.step)) {
    return missing("to", "Say to which earlier step it goes back.");
  }
  if (says.act == ChainAct::reassigned && says.to_name.empty()) {
    return missing("to.name", "Name the person or the office that takes the step now.");
  }
  return Unit{};
}

// The entries, which may be many, behind all else that is known.
Json in_chain_order(const Json& chain) {
  Json ordered = Json::object();
  for (const std::string_view member : {"format", "after", "handed_over", "entries"}) {
    if (const Json* value = chain.find(member)) ordered.set(member, *value);
  }
  for (const Json::Member& member : *chain.as_object()) {
    if (ordered.find(member.name) == nullptr) ordered.set(member.name, member.value);
  }
  return ordered;
}

bool is_of_parts_a_to_i(std::string_view field) {
  const std::span<const std::string_view> members = members_of_parts_a_to_i();
  return std::find(members.begin(), members.end(), field.substr(0, field.find('.'))) != members.end();
}

// ¶9a. A recruit action has no request of an employee.
Result<Unit> check_act(const Packet& packet, const Assessment& assessment, ChainAct act) {
  const Known<Action> action = packet.answers.action();
  if (act == ChainAct::requested && action.has_value() && action.value() == Action::recruit) {
    return Error{ErrorCode::inconsistent, "act",
                 "A recruit action has no request of an employee; begin with its submission."};
  }
  if (act == ChainAct::edited || act == ChainAct::merged) {
    return Error{ErrorCode::inconsistent, "act", "The tool records it by itself; name another act."};
  }
  if (act != ChainAct::submitted) return Unit{};
  std::vector<Error> lacking = missing_for_submission(packet, assessment);
  return lacking.empty() ? Result<Unit>(Unit{}) : std::move(lacking.front());
}

// The entry behind all others, and what it hands over.
Result<Unit> add_entry(Packet& packet, Json entry, const Json& answers) {
  const std::string head = FTT_TRY(seal_entry(entry));
  packet.chain.find("entries")->push_back(std::move(entry));
  Json handed_over = Json::object();
  handed_over.set("entry", Json::string(head));
  handed_over.set("answers", answers);
  packet.chain.set("handed_over", std::move(handed_over));
  packet.chain = in_chain_order(packet.chain);
  return Unit{};
}

// What was recorded must read as what was meant, or nothing is recorded: verified, and from the file, which is deeper
// and longer by what is handed over.
Result<Unit> check_recorded(const Packet& packet, const Assessment& assessment, std::size_t problems_before) {
  const ReadChain chain = read_chain(packet);
  if (chain.soundness != ChainSoundness::sound || chain.problems.size() > problems_before) {
    // The first that is wrong with the new entry, where it is that.
    const std::string place = concat("chain.entries.", chain.entries.size() - 1, ".");
    const auto found = std::find_if(chain.problems.begin(), chain.problems.end(),
                                    [&](const PacketProblem& problem) { return problem.field.starts_with(place); });
    if (found != chain.problems.end()) return Error{ErrorCode::malformed, found->field, found->message};
    return Error{ErrorCode::malformed, "chain", "The entry cannot be verified."};
  }
  if (const Result<OpenedPacket> opened = read_packet(write_packet(packet, assessment)); !opened) {
    return Error{ErrorCode::limit_exceeded, opened.error().where,
                 concat("With the entry the file could not be opened again: ", opened.error().message)};
  }
  return Unit{};
}

}  // namespace

// ¶9a, ¶9b. Submitted are Parts A to I complete, with the word on best interest, once the budget contact was asked.
std::vector<Error> missing_for_submission(const Packet& packet, const Assessment& assessment) {
  std::vector<Error> lacking;
  for (const MissingAnswer& missing : assessment.missing) {
    if (is_of_parts_a_to_i(missing.field())) {
      lacking.push_back({ErrorCode::empty, std::string(missing.field()), message_of(missing)});
    }
  }
  for (const Problem& problem : assessment.problems) {
    if (problem.severity == Severity::error && is_of_parts_a_to_i(problem.field)) {
      lacking.push_back({ErrorCode::inconsistent, std::string(problem.field), problem.message});
    }
  }
  const std::string_view best_interest = info(Leaf::justification_best_interest).id;
  const bool is_said =
      std::any_of(lacking.begin(), lacking.end(), [&](const Error& error) { return error.where == best_interest; });
  if (packet.answers.is_empty(Leaf::justification_best_interest) && !is_said) {
    lacking.push_back({ErrorCode::empty, std::string(best_interest),
                       concat("Say whether the arrangement is in the agency's best interests (",
                              cite_of(ChainRule::submission).text(), ").")});
  }
  if (packet.answers.is_empty(Leaf::record_budget_contact_name)) {
    lacking.push_back({ErrorCode::empty, std::string(info(Leaf::record_budget_contact_name).id),
                       concat("Name the budget contact, who puts the travel cost into the office's travel budget (",
                              cite_of(ChainRule::budget_contact).text(), ").")});
  }
  return lacking;
}

std::string warning_of_request(const Answers& answers) {
  const Known<bool> agreement = telework_agreement_stands(answers);
  if (agreement.has_value() && agreement.value()) return {};
  return "There is no approved telework agreement yet; it has to be there before the arrangement begins (HRM 6040.2 "
         "¶10b).";
}

std::vector<std::string> warnings_of_last_entry(const Packet& packet, const RuleContext& context) {
  std::vector<std::string> warnings;
  const ReadChain chain = read_chain(packet);
  if (chain.entries.empty()) return warnings;
  for (const ChainRemark& remark : find_standing(chain, packet, context).remarks) {
    if (remark.entry + 1 == chain.entries.size()) warnings.push_back(remark.message);
  }
  if (chain.entries.back().act != ChainAct::requested) return warnings;
  if (std::string warning = warning_of_request(packet.answers); !warning.empty()) {
    warnings.push_back(std::move(warning));
  }
  return warnings;
}

Json figures_json(const Worksheet& worksheet) {
  Json figures = Json::object();
  set_figure(figures, "annual", worksheet, Line::travel_budget_annual);
  set_figure(figures, "overall", worksheet, Line::cost_benefit_overall);
  set_figure(figures, "net", worksheet, Line::cost_benefit_net_annual_change);
  set_figure(figures, "percent", worksheet, Line::cost_benefit_percent);
  return figures;
}

Result<Packet> record_merged(const Packet& packet, const Assessment& assessment, const NewEntry& entry,
                             std::array<std::string, 2> heads, std::int64_t n) {
  FTT_TRY(check_needs(entry));
  const std::string content = FTT_TRY(content_digest(packet));
  std::sort(heads.begin(), heads.end());
  Packet recorded = packet;
  Json added = entry_json(head_json(packet, n, heads, entry.nonce), entry, saw_json(packet, assessment, content));
  FTT_TRY(add_entry(recorded, std::move(added), content_json(packet)));
  // The one of the two tails stood beside the chain until now; what else a problem is, was one in a copy already.
  FTT_TRY(check_recorded(recorded, assessment, read_chain(packet).problems.size()));
  return recorded;
}

Result<Packet> record_entry(const Packet& packet, const Assessment& assessment, const NewEntry& entry,
                            const RuleContext& context) {
  if (packet.id.empty()) {
    return Error{ErrorCode::not_found, "id", "A packet without an id has no chain; open and save it in the wizard."};
  }
  const std::string content = FTT_TRY(content_digest(packet));
  FTT_TRY(check_needs(entry));
  FTT_TRY(check_act(packet, assessment, entry.says.act));
  const ReadChain chain = read_chain(packet);
  if (chain.soundness != ChainSoundness::empty && chain.soundness != ChainSoundness::sound) {
    return Error{ErrorCode::inconsistent, chain.problems.empty() ? "chain" : chain.problems.front().field,
                 chain.problems.empty()
                     ? std::string("In a copy without names nothing is recorded; open the full copy.")
                     : chain.problems.front().message};
  }
  const ChainStanding standing = find_standing(chain, packet, context);
  if (std::string why = why_not_now(entry.says.act, entry.says.step, standing); !why.empty()) {
    return Error{ErrorCode::inconsistent, "act", std::move(why)};
  }

  Packet recorded = packet;
  if (recorded.chain.is_null()) recorded.chain.set("format", Json::string(chain_format));
  if (recorded.chain.find("entries") == nullptr) recorded.chain.set("entries", Json::array());
  std::vector<Json>& list = *recorded.chain.find("entries")->as_array();
  std::string previous = chain.head();
  std::int64_t n = chain.marks.empty() ? 0 : chain.marks.back().n;
  const Json now = content_json(packet);
  const Json saw = saw_json(packet, assessment, content);
  if (!chain.entries.empty() && chain.entries.back().saw_content != content) {
    Json edited = head_json(packet, ++n, {&previous, 1}, entry.nonce_of_edited);
    edited.set("act", Json::string(name_of(ChainAct::edited)));
    edited.set("on", Json::string(to_iso(*entry.says.on)));
    edited.set("saw", saw);
    const Json* before = handed_over_answers(chain, packet);
    if (before != nullptr) edited.set("changes", changes_json(changes_between(*before, now)));
    previous = FTT_TRY(seal_entry(edited));
    list.push_back(std::move(edited));
  }
  Json added = entry_json(head_json(packet, ++n, {&previous, 1}, entry.nonce), entry, saw);
  FTT_TRY(add_entry(recorded, std::move(added), now));
  FTT_TRY(check_recorded(recorded, assessment, chain.problems.size()));
  return recorded;
}

}  // namespace ftt
