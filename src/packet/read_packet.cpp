// Reading a packet: each answer from its place, everything else kept, and all that is wrong listed with its place.
// Does not: check answers against each other (form/checks.h), or work anything out.
#include <algorithm>
#include <utility>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/text.h"
#include "form/estimate.h"
#include "packet/answer_json.h"
#include "packet/chain_entries.h"
#include "packet/other_file.h"
#include "packet/packet.h"
#include "packet/saved_page.h"
#include "rules/known_answers.h"

namespace ftt {
namespace {

using Members = std::vector<Json::Member>;

constexpr std::string_view format_name = "telework-packet/";
constexpr std::string_view derived_again = "it is calculated again from the answers";

void add_problem(OpenedPacket& opened, std::string place, std::string message) {
  opened.problems.push_back({std::move(place), Severity::error, std::move(message), ProblemKind::form});
}

// What is in good form, and yet has to be told.
void add_warning(OpenedPacket& opened, std::string place, std::string message) {
  opened.problems.push_back({std::move(place), Severity::warning, std::move(message), ProblemKind::check});
}

std::string type_problem(const Json& value, std::string_view what_belongs) {
  return concat(describe(value.kind()), " is here; write ", what_belongs);
}

// ---- Which packet it is ----

constexpr std::string_view in_reviewed = "/annual_review/reviewed/";
constexpr std::string_view in_handed_over = "/chain/handed_over/answers/";

// "/chain/entries/3/changes/0/old": what an answer was, or is, in an entry `edited`.
bool is_place_of_change(std::string_view pointer) {
  constexpr std::string_view in_entries = "/chain/entries/";
  if (!pointer.starts_with(in_entries)) return false;
  pointer.remove_prefix(in_entries.size());
  return pointer.substr(std::min(pointer.size(), pointer.find('/'))).starts_with("/changes/");
}

// An answer is kept as it was typed, however long: the form's own check says what is too long, at its field.
bool is_place_of_answer(std::string_view pointer) {
  if (pointer.starts_with(in_reviewed)) pointer.remove_prefix(in_reviewed.size() - 1);
  if (is_place_of_change(pointer)) return true;
  if (pointer.starts_with(in_handed_over)) pointer.remove_prefix(in_handed_over.size() - 1);
  // A name with a dot in it is never one of ours.
  if (!pointer.starts_with('/') || pointer.find('.') != std::string_view::npos) return false;
  const std::string path = dotted_path(pointer);
  return find_leaf(path) != nullptr || path.starts_with("actuals.");
}

// Of the file's own figures whoever asks for those alone needs which they are and what they came to; of the figures of
// a packet under review nothing.
bool is_beside_figures(std::size_t depth, std::string_view top, std::string_view name) {
  if (top == "annual_review") return depth == 3 && name == "worksheet";
  if (top != "worksheet") return false;
  return (depth == 2 && name != "lines") || (depth == 4 && name != "id" && name != "value");
}

// A packet under review lies two objects deeper than it did as a packet by itself, and may be as deep as any.
Result<Json> json_of_text(std::string_view text, std::size_t max_bytes, ReadOf read_of) {
  JsonLimits limits;
  limits.max_bytes = max_bytes;
  limits.takes_long_text = is_place_of_answer;
  if (read_of == ReadOf::figures_alone) limits.reads_over = is_beside_figures;
  Result<Json> json = read_json(text, limits);
  const bool is_too_deep_in_reviewed =
      !json && json.error().code == ErrorCode::limit_exceeded && json.error().where.starts_with(in_reviewed);
  if (!is_too_deep_in_reviewed) return json;
  limits.max_depth += 2;
  Json whole = FTT_TRY(read_json(text, limits));
  // All else is as shallow as ever.
  Json rest = whole;
  rest.find("annual_review")->erase("reviewed");
  limits.max_depth -= 2;
  FTT_TRY(read_json(write_json_compact(rest), limits));
  return whole;
}

// The JSON of a packet, or of a saved page that carries one; an error has its place as the answers have theirs.
Result<Json> json_of_packet(std::string_view bytes, std::size_t max_bytes, ReadOf read_of) {
  if (std::optional<Error> other = what_other_file(bytes)) return *std::move(other);
  Result<Json> json = looks_like_a_page(bytes) ? json_of_text(FTT_TRY(extract_packet(bytes)), max_bytes, read_of)
                                               : json_of_text(bytes, max_bytes, read_of);
  if (json) return json;
  Error error = std::move(json).error();
  error.where = dotted_path(error.where);
  return error;
}

enum class Version { this_one, newer, none };

// The version after "telework-packet/", as in "telework-packet/1" and "telework-packet/1.4": the major one decides.
Version version_of(std::string_view format) {
  if (!format.starts_with(format_name)) return Version::none;
  const std::vector<std::string_view> numbers = split(format.substr(format_name.size()), '.');
  const bool are_numbers = std::all_of(numbers.begin(), numbers.end(), [](std::string_view number) {
    return !number.empty() && std::all_of(number.begin(), number.end(), is_digit);
  });
  if (!are_numbers || numbers.size() > 2 || numbers.front().starts_with('0')) return Version::none;
  return numbers.front() == "1" ? Version::this_one : Version::newer;
}

Result<Unit> read_format(const Json& json, OpenedPacket& opened) {
  if (!json.is_object()) {
    return Error{ErrorCode::wrong_type, "",
                 concat("A packet is a JSON object; this is ", describe(json.kind()),
                        ". Choose a file that was saved as a packet.")};
  }
  const std::string* format = json.find_string("format");
  if (format == nullptr) {
    return Error{ErrorCode::wrong_format, "format",
                 concat("This is not a packet: it has no \"format\": \"", packet_format,
                        "\". Choose a file that was saved as a packet.")};
  }
  const Version version = version_of(*format);
  if (version == Version::none) {
    return Error{ErrorCode::wrong_format, "format",
                 concat("The format is ", in_quotes(*format), ", not \"", packet_format,
                        "\". Choose a file that was saved as a packet.")};
  }
  opened.packet.format = *format;
  if (version == Version::newer) {
    opened.access = Access::read_only;
    opened.notice = concat("A newer version of this tool made the packet (", in_quotes(*format),
                           "). This version shows what it understands and cannot change it. Open it with the newer "
                           "version.");
  }
  return Unit{};
}

// ---- Answers ----

std::string step(std::string_view path, std::string_view name) {
  return path.empty() ? std::string(name) : concat(path, ".", name);
}

// No answer below this place was read.
void mark_unread_below(std::string_view place, Answers& answers) {
  for (const LeafInfo& leaf : leaves()) {
    if (leaf.id.starts_with(place) && leaf.id.substr(place.size()).starts_with('.')) answers.mark_unread(leaf.leaf);
  }
}

// What is wrong with the packet under review. Errors: it is none.
Result<std::vector<PacketProblem>> problems_of_reviewed(const Packet& packet, ReadOf read_of) {
  if (read_of == ReadOf::everything || packet.reviewed.is_null()) return FTT_TRY(read_reviewed(packet)).problems;
  OpenedPacket heading;
  FTT_TRY(read_format(packet.reviewed, heading));
  return std::vector<PacketProblem>();
}

// The packet under review is kept as it was written; what is wrong with it is a warning here, since it is past mending.
void read_reviewed_member(Json::Member member, ReadOf read_of, OpenedPacket& opened, Members& kept) {
  opened.packet.reviewed = std::move(member.value);
  Result<std::vector<PacketProblem>> problems = problems_of_reviewed(opened.packet, read_of);
  if (!problems) {
    member.value = std::exchange(opened.packet.reviewed, Json());
    add_problem(opened, std::string(reviewed_place), std::move(problems).error().message);
    kept.push_back(std::move(member));
    return;
  }
  for (PacketProblem& problem : *problems) {
    add_warning(opened, step(reviewed_place, problem.field), std::move(problem.message));
  }
}

void read_member(std::string_view path, Json::Member member, ReadOf read_of, OpenedPacket& opened, Members& kept) {
  // A name with a dot in it is never one of ours, though the path that it makes may look like one.
  const bool may_be_known = member.name.find('.') == std::string::npos;
  const std::string place = step(path, member.name);
  if (may_be_known && place == reviewed_place) {
    return read_reviewed_member(std::move(member), read_of, opened, kept);
  }
  const LeafInfo* leaf = may_be_known ? find_leaf(place) : nullptr;
  if (leaf != nullptr) {
    take_answer(opened.packet.answers, *leaf, member.value);
    // The form's own check tells what is wrong with it.
    if (opened.packet.answers.is_bad(leaf->leaf) && !member.value.is_string()) kept.push_back(std::move(member));
    return;
  }
  if (!may_be_known || !holds_answers(place)) {
    kept.push_back(std::move(member));
    return;
  }
  if (!member.value.is_object()) {
    add_problem(opened, place, type_problem(member.value, "an object with the answers, or leave it out"));
    mark_unread_below(place, opened.packet.answers);
    kept.push_back(std::move(member));
    return;
  }
  Members inner;
  for (Json::Member& below : std::move(member.value).take_members()) {
    read_member(place, std::move(below), read_of, opened, inner);
  }
  if (!inner.empty()) kept.push_back({std::move(member.name), Json::object(std::move(inner))});
}

// ---- Actual spending ----

// What is wrong with a value as an answer of that leaf, told at its own place.
void add_problem_as(Leaf leaf, const Json& value, std::string place, OpenedPacket& opened) {
  Answers answers;
  take_answer(answers, info(leaf), value);
  if (answers.is_bad(leaf)) add_problem(opened, std::move(place), answers.problem(leaf));
}

// One half-year of spending, and what else stands in its object; nothing where it cannot be read. What is wrong with
// its texts the form's own check tells; here is told what only a file can have.
std::optional<Actual> read_actual(const Json& entry, const std::string& place, OpenedPacket& opened, Members& kept) {
  if (!entry.is_object()) {
    add_problem(opened, place,
                type_problem(entry, "an object such as {\"half_year\": \"2027H1\", \"spent\": \"412.60\"}"));
    return std::nullopt;
  }
  Actual actual;
  for (const Json::Member& member : *entry.as_object()) {
    if (member.name == "half_year" && member.value.is_string()) {
      actual.half_year = *member.value.as_string();
    } else if (member.name == "spent" && member.value.is_string()) {
      actual.spent = *member.value.as_string();
    } else if (member.name == "spent" && member.value.is_number()) {
      const std::string_view number = *member.value.as_number_text();
      actual.spent = plain_decimal(number).value_or(std::string(number));
    } else if (member.name == "source" && member.value.is_string()) {
      actual.source = *member.value.as_string();
      if (problem_of_source(actual.source).empty())
        add_problem_as(Leaf::locality_pay_salary_source, member.value, step(place, member.name), opened);
    } else if (member.name == "trips" && (member.value.is_number() || member.value.is_string())) {
      const std::optional<std::string_view> number = member.value.as_number_text();
      actual.trips = number ? plain_decimal(*number).value_or(std::string(*number)) : *member.value.as_string();
      if (problem_of_trips(actual.trips).empty())
        add_problem_as(Leaf::travel_budget_trips, member.value, step(place, member.name), opened);
    } else if (member.name == "trips") {
      add_problem(opened, step(place, member.name), type_problem(member.value, "a whole number, such as 4"));
      return std::nullopt;
    } else if (member.name == "half_year" || member.name == "spent" || member.name == "source") {
      add_problem(opened, step(place, member.name), type_problem(member.value, "text in quotation marks"));
      return std::nullopt;
    } else {
      kept.push_back(member);
    }
  }
  return actual;
}

void read_actuals(const Json::Member& member, OpenedPacket& opened, Members& kept) {
  const std::vector<Json>* entries = member.value.as_array();
  if (entries == nullptr) {
    add_problem(opened, member.name, type_problem(member.value, "a list of half-years in square brackets"));
    kept.push_back(member);
    return;
  }
  if (entries->size() > most_actuals) {
    add_problem(opened, member.name,
                concat(with_thousands_commas(static_cast<std::int64_t>(entries->size())),
                       " half-years are here; at most ", most_actuals, " are taken. Keep one entry for a half-year"));
    kept.push_back(member);
    return;
  }
  std::vector<Actual> actuals;
  std::vector<Json> extras;
  bool has_extras = false;
  for (std::size_t i = 0; i < entries->size(); ++i) {
    Members inner;
    const std::string place = concat(member.name, ".", i);
    const std::optional<Actual> actual = read_actual((*entries)[i], place, opened, inner);
    if (!actual) {
      kept.push_back(member);  // the whole list, so that no entry changes its place
      return;
    }
    actuals.push_back(*actual);
    has_extras = has_extras || !inner.empty();
    extras.push_back(Json::object(std::move(inner)));
  }
  opened.packet.answers.set_actuals(std::move(actuals));
  if (has_extras) kept.push_back({member.name, Json::array(std::move(extras))});
}

// The chain is kept as it was written, also where something is wrong with it.
void read_chain_member(Json::Member member, OpenedPacket& opened, Members& kept) {
  if (member.value.is_object()) {
    opened.packet.chain = std::move(member.value);
    return;
  }
  add_problem(opened, member.name, type_problem(member.value, "an object, or leave it out"));
  kept.push_back(std::move(member));
}

// ---- The heading ----

// Takes in one of the members that say which packet it is; whether it was one and could be read.
bool read_heading(const Json::Member& member, OpenedPacket& opened) {
  Packet& packet = opened.packet;
  const std::string* text = member.value.as_string();
  if (member.name == "revision") {
    const std::optional<std::int64_t> revision = whole_number(member.value);
    if (revision) {
      packet.revision = *revision;
      return true;
    }
    add_problem(opened, member.name,
                concat("the revision is not a whole number from 0 to ", with_thousands_commas(largest_whole_number),
                       "; write one such as 3"));
    return false;
  }
  if (member.name == "redacted" || member.name == "sample") {
    bool& is_one = member.name == "sample" ? packet.is_sample : packet.is_redacted;
    is_one = member.value.as_boolean().value_or(false);
    if (member.value.is_boolean()) return true;
    add_problem(opened, member.name, type_problem(member.value, "true, or leave it out"));
    return false;
  }
  if (text == nullptr) {
    add_problem(opened, member.name, type_problem(member.value, "text in quotation marks"));
    return false;
  }
  if (std::string problem = problem_of_text(*text); !problem.empty()) {
    add_problem(opened, member.name, std::move(problem));
    return false;
  }
  if (member.name == "prepared_on") {
    const Result<Date> date = Date::from_iso(*text);
    if (!date) {
      add_problem(opened, member.name, date.error().message);
      return false;
    }
    packet.prepared_on = *date;
  } else if (member.name == "id") {
    packet.id = *text;
  } else if (member.name == "redacted_from") {
    if (!is_sha256_hex(*text)) {
      add_problem(opened, member.name, "this is no SHA-256 of an id, in 64 of the digits 0 to 9 and a to f; delete it");
      return false;
    }
    packet.redacted_from = *text;
  } else if (member.name == "order") {
    packet.order = *text;
    if (edition_of(packet).id != *text) {
      add_warning(opened, member.name,
                  concat("the packet names ", in_quotes(*text), "; this tool follows ", edition_of(packet).id,
                         " and calculates by that"));
    }
  }
  return true;
}

// The answers that the tool has filled in, and nobody has given. Takes effect once all answers are read.
// A mark, and where it stands in its list.
struct Mark {
  Leaf leaf;
  std::size_t place;
};

void read_assumed(const Json::Member& member, OpenedPacket& opened, std::vector<Mark>& assumed, Members& kept) {
  const std::vector<Json>* ids = member.value.as_array();
  if (ids == nullptr) {
    add_problem(opened, member.name,
                type_problem(member.value, "a list of answers in square brackets, or leave it out"));
    kept.push_back(member);
    return;
  }
  for (std::size_t i = 0; i < ids->size(); ++i) {
    const std::string* id = (*ids)[i].as_string();
    const LeafInfo* leaf = id == nullptr ? nullptr : find_leaf(*id);
    if (leaf != nullptr && can_be_filled_in(leaf->leaf)) {
      assumed.push_back({leaf->leaf, i});
    } else {
      add_problem(opened, concat(member.name, ".", i),
                  "this is not an answer that the tool fills in; leave it out, it counts as given");
    }
  }
}

// What is always assumed alike holds as assumed only where that is the answer: any other one was given.
void mark(const Mark& one, OpenedPacket& opened) {
  Answers& answers = opened.packet.answers;
  const std::span<const Assumption> known = all_assumptions();
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const Assumption& other) { return other.leaf == one.leaf; });
  const bool is_given = found != known.end() && !answers.is_empty(one.leaf) &&
                        answers.text(one.leaf) != canonical(one.leaf, found->text).text;
  if (!is_given) return answers.mark_assumed(one.leaf);
  add_problem(opened, concat("assumed.", one.place),
              "the answer there is not what the tool fills in; leave this out, it counts as given");
}

bool is_heading(std::string_view name) {
  return name == "id" || name == "revision" || name == "prepared_on" || name == "order" || name == "redacted" ||
         name == "redacted_from" || name == "sample";
}

// ---- What was derived when the file was written ----

// The members of a derived object but for those that are written anew.
void keep_unknown(const Json::Member& member, std::initializer_list<std::string_view> known, Members& kept) {
  Members inner;
  for (const Json::Member& below : *member.value.as_object()) {
    if (std::find(known.begin(), known.end(), below.name) == known.end()) inner.push_back(below);
  }
  if (!inner.empty()) kept.push_back({member.name, Json::object(std::move(inner))});
}

// What went in is of use where it can be read, and no problem where it cannot.
StoredLine stored_line(const std::string& id, const Json& value, const Json& line) {
  StoredLine stored{
      id, std::nullopt, line.text_or_empty("origin"), line.text_or_empty("reading"), line.text_or_empty("formula"), {}};
  if (const std::string* text = value.as_string()) stored.value = *text;
  if (value.is_number()) stored.value = std::string(*value.as_number_text());
  const Json* inputs = line.find("inputs");
  if (inputs == nullptr || !inputs->is_object()) return stored;
  for (const Json::Member& input : *inputs->as_object()) {
    if (const std::string* text = input.value.as_string()) stored.inputs.emplace_back(input.name, *text);
  }
  return stored;
}

void read_stored_lines(const Json& worksheet, OpenedPacket& opened) {
  const Json* lines = worksheet.find("lines");
  if (lines == nullptr) return;
  if (!lines->is_array()) {
    add_problem(opened, "worksheet.lines",
                concat(describe(lines->kind()), " is where the list of lines goes; ", derived_again));
    return;
  }
  for (std::size_t i = 0; i < lines->as_array()->size(); ++i) {
    const Json& line = (*lines->as_array())[i];
    const std::string* id = line.find_string("id");
    const Json* value = line.find("value");
    const bool has_figure = value != nullptr && (value->is_string() || value->is_number() || value->is_null());
    if (id == nullptr || !has_figure) {
      add_problem(opened, concat("worksheet.lines.", i),
                  concat("a line needs an \"id\" and a \"value\"; ", derived_again));
      continue;
    }
    opened.stored_lines.push_back(stored_line(*id, *value, line));
  }
}

bool is_digest(std::string_view text) {
  constexpr std::string_view algorithm = "sha256:";
  return text.starts_with(algorithm) && is_sha256_hex(text.substr(algorithm.size()));
}

void read_digest(const Json& object, std::string_view name, std::string place, std::string& stored,
                 OpenedPacket& opened) {
  const Json* value = object.find(name);
  if (value == nullptr) return;
  const std::string* text = value->as_string();
  if (text != nullptr) stored = *text;
  if (text == nullptr || !is_digest(*text)) {
    add_problem(opened, std::move(place), concat("a digest such as \"sha256:…\" goes here; ", derived_again));
  }
}

void read_stored_parts(const Json& seal, OpenedPacket& opened) {
  const Json* parts = seal.find("parts");
  if (parts == nullptr) return;
  if (!parts->is_object()) {
    add_problem(opened, "seal.parts", concat(describe(parts->kind()), " is where an object goes; ", derived_again));
    return;
  }
  for (const Json::Member& part : *parts->as_object()) {
    std::string digest;
    read_digest(*parts, part.name, concat("seal.parts.", part.name), digest, opened);
    opened.stored_parts.push_back({part.name, std::move(digest)});
  }
}

bool read_derived(const Json::Member& member, OpenedPacket& opened, Members& kept) {
  const bool is_derived = member.name == "worksheet" || member.name == "rates" || member.name == "seal";
  if (!is_derived) return false;
  if (!member.value.is_object()) {
    add_problem(opened, member.name,
                concat(describe(member.value.kind()), " is where an object goes; ", derived_again));
    return true;
  }
  if (member.name == "worksheet") {
    read_stored_lines(member.value, opened);
    keep_unknown(member, {"lines"}, kept);
  } else if (member.name == "rates") {
    read_digest(member.value, "digest", "rates.digest", opened.stored_rates_digest, opened);
    keep_unknown(member, {"pay_year", "per_diem_fiscal_year", "digest"}, kept);
  } else {
    read_digest(member.value, "content", "seal.content", opened.stored_seal, opened);
    read_stored_parts(member.value, opened);
    keep_unknown(member, {"content", "parts"}, kept);
  }
  return true;
}

// The form's own check leaves out what is not asked for as the answers stand; in a file it is wrong all the same.
void add_problems_set_aside(OpenedPacket& opened) {
  const Answers& answers = opened.packet.answers;
  for (const LeafInfo& leaf : leaves()) {
    if (answers.is_bad(leaf.leaf) && !applies(leaf.leaf, answers)) {
      add_problem(opened, std::string(leaf.id), answers.problem(leaf.leaf));
    }
  }
}

Result<OpenedPacket> read_tree(Json json, ReadOf read_of) {
  OpenedPacket opened;
  FTT_TRY(read_format(json, opened));
  Members kept;
  std::vector<Mark> assumed;
  for (Json::Member& member : std::move(json).take_members()) {
    if (member.name == "format" || read_derived(member, opened, kept)) continue;
    if (is_heading(member.name)) {
      if (!read_heading(member, opened)) kept.push_back(std::move(member));
    } else if (member.name == "assumed") {
      read_assumed(member, opened, assumed, kept);
    } else if (member.name == "actuals") {
      read_actuals(member, opened, kept);
    } else if (member.name == "chain") {
      read_chain_member(std::move(member), opened, kept);
    } else {
      read_member("", std::move(member), read_of, opened, kept);
    }
  }
  opened.packet.extras = Json::object(std::move(kept));
  for (const Mark& one : assumed) mark(one, opened);
  add_problems_set_aside(opened);
  if (read_of == ReadOf::everything) {
    for (PacketProblem& problem : read_chain(opened.packet).problems) opened.problems.push_back(std::move(problem));
  }
  if (opened.packet.is_redacted) {
    append(opened.notice, opened.notice.empty() ? "" : " ",
           "This is a redacted copy: names and home address were removed.");
    if (!opened.packet.chain.is_null()) append(opened.notice, " Its chain is ", words_of_redacted_chain);
  }
  return opened;
}

}  // namespace

const Edition& edition_of(const Packet& packet) {
  const auto named = std::find_if(editions.begin(), editions.end(),
                                  [&](const Edition* edition) { return edition->id == packet.order; });
  return named == editions.end() ? *editions.front() : **named;
}

Result<OpenedPacket> read_packet(std::string_view bytes, std::size_t max_bytes, ReadOf read_of) {
  return read_tree(FTT_TRY(json_of_packet(bytes, max_bytes, read_of)), read_of);
}

Result<OpenedPacket> read_reviewed(const Packet& packet, ReadOf read_of) {
  if (packet.reviewed.is_null()) {
    return Error{ErrorCode::not_found, std::string(reviewed_place), "The packet has no packet under review in it."};
  }
  // What that one had reviewed is not looked into.
  Json reviewed = packet.reviewed;
  if (Json* review = reviewed.find("annual_review")) review->erase("reviewed");
  return read_tree(std::move(reviewed), read_of);
}

}  // namespace ftt
