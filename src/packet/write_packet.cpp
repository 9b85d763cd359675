// Writing a packet: the answers at their places, then what follows from them, in one fixed order; and the seal.
// Does not: read, or decide what an answer means.
#include <algorithm>
#include <array>
#include <utility>

#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/text.h"
#include "packet/answer_json.h"
#include "packet/packet.h"
#include "packet/worksheet_json.h"

namespace ftt {
namespace {

// The packet's members in their order. The ones that this version holds no answers for stand here as well, so that
// they keep their place.
constexpr auto member_order = std::to_array<std::string_view>({
    "format",
    "id",
    "revision",
    "prepared_on",
    "prepared_by",
    "order",
    "redacted",
    "redacted_from",
    "sample",
    "assumed",
    "arrangement",
    "employee",
    "position",
    "locality_pay",
    "travel_budget",
    "additional",
    "relocation",
    "justification",
    "concurring_supervisor",
    "concurrences",
    "determination",
    "worksite_change",
#define FTT_FORM(name, ...) #name,
#include "form/forms.inc"
    "eligibility",
    "clock",
    "record",
    "ending",
    "actuals",
    "notes",
    "chain",
    "worksheet",
    "rates",
    "seal",
});

// Parts A to I: what the seal is taken over. What is worked out alone, Part G, is none of the file's members.
struct SealedMember {
  std::string_view name;
  std::string_view part;
};
constexpr std::array<SealedMember, 8> sealed_members = {{{"arrangement", "Part A"},
                                                         {"employee", "Part B"},
                                                         {"position", "Part C"},
                                                         {"locality_pay", "Part D"},
                                                         {"travel_budget", "Part E"},
                                                         {"additional", "Part F"},
                                                         {"relocation", "Part H"},
                                                         {"justification", "Part I"}}};

constexpr std::array<std::string_view, 3> derived_members = {"worksheet", "rates", "seal"};

bool is_any_of(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The object that a path leads to, the root for an empty one; objects that lack on the way are made.
Json& object_at(Json& root, std::string_view path) {
  Json* object = &root;
  while (!path.empty()) {
    const std::string_view name = path.substr(0, path.find('.'));
    Json* next = object->find(name);
    object = next != nullptr ? next : &object->set(name, Json::object());
    path.remove_prefix(std::min(path.size(), name.size() + 1));
  }
  return *object;
}

// "employee.current_worksite" of "employee.current_worksite.city"; empty for a member of the packet.
std::string_view path_around(std::string_view id) {
  const std::size_t dot = id.rfind('.');
  return id.substr(0, dot == std::string_view::npos ? 0 : dot);
}

// A count is a number; one that cannot be read stays the text that it is.
Json trips_json(const std::string& trips) {
  Result<Json> number = problem_of_trips(trips).empty() ? Json::number_from_text(trips) : Json::string(trips);
  return number ? std::move(number).value() : Json::string(trips);
}

Json actuals_json(const std::vector<Actual>& actuals) {
  Json list = Json::array();
  for (const Actual& actual : actuals) {
    Json entry = Json::object();
    entry.set("half_year", Json::string(actual.half_year));
    entry.set("spent", Json::string(actual.spent));
    if (!actual.trips.empty()) entry.set("trips", trips_json(actual.trips));
    if (!actual.source.empty()) entry.set("source", Json::string(actual.source));
    list.push_back(std::move(entry));
  }
  return list;
}

// Whether something stands on the path: the value itself, or one that is no object where an object is looked for.
bool stands_in(const Json& kept, std::string_view id) {
  const Json* value = &kept;
  while (value->is_object()) {
    const std::size_t dot = id.find('.');
    value = value->find(id.substr(0, dot));
    if (value == nullptr) return false;
    if (dot == std::string_view::npos) return true;
    id.remove_prefix(dot + 1);
  }
  return true;
}

// An amount of Part F that nobody could read and that is not kept either, as in a redacted copy: written as null, since
// without a value it would mean none.
bool is_lost_amount(const LeafInfo& leaf, const Packet& packet) {
  return packet.answers.is_unread(leaf.leaf) && leaf.section() == "additional" && leaf.kind == Kind::money &&
         !stands_in(packet.extras, leaf.id);
}

// The value at the end of the id's path; null where there is none.
const Json* find_at(const Json& root, std::string_view id) {
  const Json* value = &root;
  for (const std::string_view name : split(id, '.')) {
    if (value != nullptr) value = value->find(name);
  }
  return value;
}

// A bad answer that stands in the file as no text is written as it stands there, until a person changes it.
Json answer_json(const Packet& packet, const LeafInfo& leaf) {
  const Json* kept = packet.answers.is_bad(leaf.leaf) ? find_at(packet.extras, leaf.id) : nullptr;
  const bool is_as_kept = kept != nullptr && kept_text(*kept) == packet.answers.text(leaf.leaf);
  return is_as_kept ? *kept : json_of(leaf.leaf, packet.answers);
}

Json answers_json(const Packet& packet) {
  const Answers& answers = packet.answers;
  Json json = Json::object();
  // The leaves of one object stand together: it is looked for once.
  Json* object = &json;
  std::string_view path;
  for (const LeafInfo& leaf : leaves()) {
    const bool is_lost = is_lost_amount(leaf, packet);
    if (answers.is_empty(leaf.leaf) && !is_lost) continue;
    if (const std::string_view around = path_around(leaf.id); around != path) {
      path = around;
      object = &object_at(json, path);
    }
    object->set(leaf.member(), is_lost ? Json::null() : answer_json(packet, leaf));
  }
  if (!answers.actuals().empty()) json.set("actuals", actuals_json(answers.actuals()));
  return json;
}

// What is kept goes into the object or the list that it was found in, behind what is known there; an answer outweighs
// what stood in its place.
Json merged(Json known, const Json& extra) {
  if (known.is_object() && extra.is_object()) {
    for (const Json::Member& member : *extra.as_object()) {
      if (Json* present = known.find(member.name)) {
        *present = merged(std::move(*present), member.value);
      } else {
        known.set(member.name, member.value);
      }
    }
    return known;
  }
  std::vector<Json>* elements = known.as_array();
  const std::vector<Json>* kept = extra.as_array();
  if (elements != nullptr && kept != nullptr) {
    for (std::size_t i = 0; i < std::min(elements->size(), kept->size()); ++i) {
      (*elements)[i] = merged(std::move((*elements)[i]), (*kept)[i]);
    }
  }
  return known;
}

Json in_member_order(Json packet) {
  std::vector<Json::Member> members;
  for (const std::string_view name : member_order) {
    if (Json* value = packet.find(name)) members.push_back({std::string(name), std::move(*value)});
  }
  for (const Json::Member& member : *packet.as_object()) {
    if (!is_any_of(member_order, member.name)) members.push_back(member);
  }
  return Json::object(std::move(members));
}

void set_heading(Json& json, const Packet& packet) {
  json.set("format", Json::string(packet.format));
  if (!packet.id.empty()) json.set("id", Json::string(packet.id));
  if (packet.revision) json.set("revision", Json::number(*packet.revision));
  if (packet.prepared_on) json.set("prepared_on", Json::string(to_iso(*packet.prepared_on)));
  json.set("order", Json::string(packet.order));
  if (packet.is_redacted) json.set("redacted", Json::boolean(true));
  if (!packet.redacted_from.empty()) json.set("redacted_from", Json::string(packet.redacted_from));
  Json assumed = Json::array();
  for (const LeafInfo& leaf : leaves()) {
    if (packet.answers.is_assumed(leaf.leaf)) assumed.push_back(Json::string(leaf.id));
  }
  if (!assumed.as_array()->empty()) json.set("assumed", std::move(assumed));
  if (packet.is_sample) json.set("sample", Json::boolean(true));
}

// "sha256:…" over the RFC 8785 form; empty where that cannot express it.
std::string digest_of(const Json& value) {
  const Result<std::string> canonical = write_json_canonical(value);
  return canonical ? concat("sha256:", sha256_hex(*canonical)) : "";
}

// By the canonical form; an error has its place as the answers have theirs.
Result<std::string> digest_of_content(Result<std::string> canonical) {
  if (canonical) return sha256_hex(*canonical);
  Error error = std::move(canonical).error();
  error.where = dotted_path(error.where);
  return error;
}

// The answers behind the heading, and behind the answers of the review what it is a review of.
Json known_beside_chain(const Packet& packet) {
  Json json = answers_json(packet);
  if (!packet.reviewed.is_null()) {
    constexpr std::string_view place = reviewed_place;
    object_at(json, path_around(place)).set(place.substr(path_around(place).size() + 1), packet.reviewed);
  }
  set_heading(json, packet);
  return json;
}

Json known_json(const Packet& packet) {
  Json json = known_beside_chain(packet);
  if (!packet.chain.is_null()) json.set("chain", packet.chain);
  return json;
}

// The members that a seal is taken over, as they are written. What is kept beside them may be megabytes, and is not
// copied for it.
Json sealed_json(const Packet& packet) {
  Json answers = answers_json(packet);
  std::vector<Json::Member> sealed;
  for (const SealedMember& member : sealed_members) {
    Json* known = answers.find(member.name);
    const Json* kept = packet.extras.find(member.name);
    if (known != nullptr) {
      Json value = kept == nullptr ? std::move(*known) : merged(std::move(*known), *kept);
      sealed.push_back({std::string(member.name), std::move(value)});
    } else if (kept != nullptr) {
      sealed.push_back({std::string(member.name), *kept});
    }
  }
  return Json::object(std::move(sealed));
}

}  // namespace

std::int64_t next_revision(const std::optional<std::int64_t>& revision) {
  return std::min(revision.value_or(0), largest_whole_number - 1) + 1;
}

Result<std::string> content_digest(const Packet& packet) {
  return digest_of_content(write_json_canonical(sealed_json(packet)));
}

KnownBy known_by(const Packet& packet) {
  const Json known = merged(known_beside_chain(packet), packet.extras);
  std::vector<MemberView> answered;
  std::vector<MemberView> sealed;
  for (const Json::Member& member : *known.as_object()) {
    if (is_any_of(derived_members, member.name)) continue;
    if (member.name == "chain" && !packet.chain.is_null()) continue;
    answered.push_back({member.name, &member.value});
    if (is_any_of(members_of_parts_a_to_i(), member.name)) sealed.push_back(answered.back());
  }
  // The chain, which is most of a packet, is written where it stands.
  if (!packet.chain.is_null()) answered.push_back({"chain", &packet.chain});

  KnownBy by{digest_of_content(write_json_canonical(sealed)), {}};
  if (Result<std::string> canonical = write_json_canonical(answered)) {
    by.answered = std::move(canonical).value();
    return by;
  }
  Json whole = answered_json(packet);
  for (const std::string_view derived : derived_members) whole.erase(derived);
  by.answered = write_json_compact(whole);
  return by;
}

std::string content_seal(const Packet& packet) {
  return digest_of(sealed_json(packet));
}

std::span<const std::string_view> members_of_parts_a_to_i() {
  static constexpr auto names = [] {
    std::array<std::string_view, std::size(sealed_members)> found{};
    for (std::size_t i = 0; i < found.size(); ++i) found[i] = sealed_members[i].name;
    return found;
  }();
  return names;
}

std::vector<PartSeal> part_seals(const Packet& packet) {
  const Json sealed = sealed_json(packet);
  std::vector<PartSeal> seals;
  for (const SealedMember& member : sealed_members) {
    const Json* value = sealed.find(member.name);
    seals.push_back({member.name, member.part, value == nullptr ? std::string() : digest_of(*value)});
    if (value != nullptr && seals.back().digest.empty()) return {};
  }
  return seals;
}

Json answered_json(const Packet& packet) {
  return in_member_order(merged(known_json(packet), packet.extras));
}

Json packet_json(const Packet& packet, const Assessment& assessment) {
  Json json = known_json(packet);
  json.set("worksheet", worksheet_json(assessment.worksheet));
  json.set("rates", rates_json(assessment));
  const std::string seal = content_seal(packet);
  if (!seal.empty()) {
    Json seals = Json::object();
    seals.set("content", Json::string(seal));
    Json& parts = seals.set("parts", Json::object());
    for (const PartSeal& part : part_seals(packet)) {
      if (!part.digest.empty()) parts.set(part.member, Json::string(part.digest));
    }
    json.set("seal", std::move(seals));
  }
  return in_member_order(merged(std::move(json), packet.extras));
}

std::string write_packet(const Packet& packet, const Assessment& assessment) {
  return write_json(packet_json(packet, assessment));
}

namespace {

std::optional<Date> readable_date_in(const Json& json, std::string_view member) {
  const std::string* text = json.find_string(member);
  if (text == nullptr) return std::nullopt;
  const Result<Date> date = Date::from_iso(*text);
  return date ? std::optional(*date) : std::nullopt;
}

// The day of the packet under review: of the review that it is, else the day on which it was prepared.
std::optional<Date> last_round_of(const Json& reviewed) {
  const Json* review = reviewed.find("annual_review");
  const std::optional<Date> reviewed_on = review == nullptr ? std::nullopt : readable_date_in(*review, "date");
  return reviewed_on ? reviewed_on : readable_date_in(reviewed, "prepared_on");
}

}  // namespace

Date packet_date(const Packet& packet, Date today) {
  return packet.prepared_on.value_or(today);
}

AssessedOn assessed_on(const Packet& packet, Date today) {
  return {edition_of(packet), packet_date(packet, today), today, last_round_of(packet.reviewed)};
}

}  // namespace ftt
