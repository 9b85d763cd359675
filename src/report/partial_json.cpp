// A partial as it is written and read again, strictly: what this version would not have written is refused with its
// line. See partial.h. Does not: decide which copy is newer.
#include <algorithm>
#include <iterator>
#include <utility>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/text.h"
#include "report/partial.h"
#include "report/seen_report.h"

namespace ftt::report {
namespace {

constexpr std::string_view format_name = "telework-rollup/";
constexpr std::string_view report_format_name = "telework-report/";
constexpr std::string_view words_on_a_report =
    "This is a report of this tool, not a packet. Its totals do not say which packets they count, so that some could "
    "be counted twice. Give the packets, or the file that was saved for merging with the report (.ndjson).";

template <class Texts>
void append_texts(std::string& target, const Texts& texts) {
  target += '[';
  for (const std::string& text : texts) {
    if (&text != &*texts.begin()) target += ',';
    append_json_string(target, text);
  }
  target += ']';
}

Error no_such(std::string_view member, std::string_view what) {
  return {ErrorCode::malformed, std::string(member), concat(what, " goes here. Make the partial again.")};
}

Result<std::vector<std::string>> texts_of(const Json* json, std::string_view member, bool are_digests) {
  const std::vector<Json>* list = json == nullptr ? nullptr : json->as_array();
  if (list == nullptr) return no_such(member, "A list");
  std::vector<std::string> texts;
  for (const Json& one : *list) {
    const std::string* text = one.as_string();
    if (text == nullptr || (are_digests && !is_sha256_hex(*text))) {
      return no_such(member, are_digests ? "A list of digests" : "A list of texts");
    }
    texts.push_back(*text);
  }
  return texts;
}

Result<Places> places_of(const Json& json, std::string_view member) {
  std::vector<std::string> places = FTT_TRY(texts_of(json.find(member), member, false));
  return Places(std::make_move_iterator(places.begin()), std::make_move_iterator(places.end()));
}

Result<Unit> has_only(const Json& json, std::initializer_list<std::string_view> known) {
  for (const Json::Member& member : *json.as_object()) {
    if (std::find(known.begin(), known.end(), member.name) == known.end()) {
      return Error{ErrorCode::unknown_choice, member.name,
                   "A partial of this version has no such member. Read it with the version that made it."};
    }
  }
  return Unit{};
}

Result<Copy> read_copy(const Json& json) {
  if (!json.is_object()) return no_such("copies", "A list of copies");
  FTT_TRY(has_only(json, {"facts", "places"}));
  const Json* written = json.find("facts");
  if (written == nullptr) return no_such("facts", "An object of facts");
  const Facts facts = FTT_TRY(read_held(*written));
  Copy copy = copy_of(facts, FTT_TRY(places_of(json, "places")));
  if (!is_sha256_hex(copy.packet)) return no_such("facts.packet", "A digest");
  return copy;
}

Result<std::pair<std::string, Entry>> read_entry(const Json& json) {
  FTT_TRY(has_only(json, {"key", "id", "copies", "histories", "older"}));
  const std::string* key = json.find_string("key");
  if (key == nullptr || !is_sha256_hex(*key)) return no_such("key", "The digest of an id");
  Entry entry;
  const Json* id = json.find("id");
  if (id == nullptr || (!id->is_string() && !id->is_null())) return no_such("id", "The id of a packet, or null,");
  if (const std::string* text = id->as_string()) entry.id = *text;
  const Json* copies = json.find("copies");
  if (copies == nullptr || !copies->is_array() || copies->as_array()->empty()) {
    return no_such("copies", "A list of copies");
  }
  for (const Json& copy : *copies->as_array()) entry.copies.push_back(FTT_TRY(read_copy(copy)));
  const Json* histories = json.find("histories");
  if (histories == nullptr || !histories->is_array()) return no_such("histories", "A list of histories");
  for (const Json& history : *histories->as_array()) {
    entry.histories.push_back(FTT_TRY(texts_of(&history, "histories", true)));
  }
  entry.older = FTT_TRY(places_of(json, "older"));
  return std::pair(*key, merged(std::move(entry), Entry{}));
}

}  // namespace

std::string heading_line(FiscalYear year, Date day) {
  return concat("{\"format\":\"", partial_format, "\",\"fiscal_year\":\"", year.year(), "\",\"day\":\"", to_iso(day),
                "\"}\n");
}

std::string entry_line(std::string_view key, const Entry& entry) {
  std::string line = concat("{\"key\":\"", key, "\",\"id\":");
  if (entry.id.empty()) {
    line += "null";
  } else {
    append_json_string(line, entry.id);
  }
  line += ",\"copies\":[";
  for (const Copy& copy : entry.copies) {
    append(line, &copy == &entry.copies.front() ? "" : ",", "{\"facts\":", copy.held, ",\"places\":");
    append_texts(line, copy.places);
    line += '}';
  }
  line += "],\"histories\":[";
  for (const History& history : entry.histories) {
    if (&history != &entry.histories.front()) line += ',';
    append_texts(line, history);
  }
  line += "],\"older\":";
  append_texts(line, entry.older);
  return line + "}\n";
}

std::string left_out_line(std::string_view place, const Omitted& what) {
  std::string line = "{\"left_out\":";
  append_json_string(line, place);
  append(line, ",\"kind\":\"", name_of(what.kind), "\",\"reason\":");
  append_json_string(line, what.reason);
  return line + "}\n";
}

std::string end_line(std::size_t lines) {
  return concat("{\"lines\":\"", lines, "\"}\n");
}

std::string write_partial(const Partial& partial) {
  std::string text = heading_line(partial.year(), partial.day());
  for (const auto& [key, entry] : partial.entries()) text += entry_line(key, entry);
  for (const auto& [place, what] : partial.left_out()) text += left_out_line(place, what);
  return text + end_line(partial.entries().size() + partial.left_out().size());
}

bool looks_like_a_partial(std::string_view first_line) {
  const std::string_view start = trim(first_line);
  for (const std::string_view name : {format_name, report_format_name}) {
    if (start.starts_with(concat("{\"format\":\"", name))) return true;
  }
  return false;
}

std::string_view words_on_no_packet(std::string_view bytes) {
  const auto names = [&](std::string_view format) {
    return trim(bytes).starts_with('{') && bytes.find(concat("\"", format)) != std::string_view::npos;
  };
  if (names(report_format_name) || is_report_file(bytes)) return words_on_a_report;
  if (!names(format_name)) return {};
  return "It is a partial, but not as it was written: it has one entry a line, and no spaces between. Give the file "
         "that "
         "was made, or make it again.";
}

Error PartialReader::wrong(Error error) const {
  error.where = concat("line ", line_, error.where.empty() ? "" : ", ", error.where);
  return error;
}

Result<Unit> PartialReader::take_line(std::string_view line) {
  ++line_;
  if (has_ended_ && trim(line).empty()) return Unit{};
  // A report goes on over many lines.
  if (has_heading_ && line_ == 1 && trim(line).starts_with(concat("{\"format\":\"", report_format_name))) {
    return wrong({ErrorCode::wrong_format, "", std::string(words_on_a_report)});
  }
  JsonLimits limits;
  limits.max_bytes = longest_partial_line;
  const Result<Json> json = read_json(line, limits);
  if (!json) return wrong({json.error().code, "", json.error().message});
  if (!json->is_object()) return wrong(no_such("", "An object"));
  const Result<Unit> taken = has_heading_ && line_ == 1 ? take_heading(*json) : take(*json);
  if (!taken) return wrong(taken.error());
  return Unit{};
}

Result<Unit> PartialReader::take_heading(const Json& json) {
  const std::string* format = json.find_string("format");
  if (format == nullptr || !format->starts_with(format_name)) {
    return Error{ErrorCode::wrong_format, "format",
                 concat("This is no partial: it does not begin with \"format\": \"", partial_format, "\".")};
  }
  if (*format != partial_format) {
    return Error{ErrorCode::newer_format, "format",
                 concat("A newer version of this tool made the partial (", in_quotes(*format),
                        "); read it with that version, or make it again of the packets with this one.")};
  }
  FTT_TRY(has_only(json, {"format", "fiscal_year", "day"}));
  const std::string* year = json.find_string("fiscal_year");
  const Result<Count> number =
      parse_count(year == nullptr ? std::string_view() : *year, first_input_year, last_input_year);
  const std::string* text = json.find_string("day");
  const Result<Date> day = Date::from_iso(text == nullptr ? std::string_view() : *text);
  if (!number) return no_such("fiscal_year", "A fiscal year");
  if (!day) return no_such("day", "A date");
  const FiscalYear fiscal_year(static_cast<int>(number->value()));
  if (!into_) {
    into_.emplace(fiscal_year, *day);
    return Unit{};
  }
  return into_->merge_heading(fiscal_year, *day);
}

Result<Unit> PartialReader::take(const Json& json) {
  if (has_ended_) return Error{ErrorCode::inconsistent, "", "There are lines after its end. Make the partial again."};
  if (const std::string* lines = json.find_string("lines")) {
    FTT_TRY(has_only(json, {"lines"}));
    if (*lines != concat(line_ - 2)) {
      return Error{ErrorCode::truncated, "",
                   concat("It says that it has ", *lines, " lines, and has ", line_ - 2,
                          ": some were lost. Make the partial again.")};
    }
    has_ended_ = true;
    return Unit{};
  }
  if (const std::string* place = json.find_string("left_out")) {
    FTT_TRY(has_only(json, {"left_out", "kind", "reason"}));
    const std::string* kind = json.find_string("kind");
    const std::string* reason = json.find_string("reason");
    for (const LeftOutKind one : {LeftOutKind::not_a_packet, LeftOutKind::unreadable, LeftOutKind::without_id}) {
      if (kind == nullptr || reason == nullptr || *kind != name_of(one)) continue;
      into_->add_left_out(*place, {one, *reason});
      return Unit{};
    }
    return no_such("kind", "Why it was left out");
  }
  auto [key, entry] = FTT_TRY(read_entry(json));
  into_->add(key, std::move(entry));
  return Unit{};
}

Result<Unit> PartialReader::finish() const {
  if (has_ended_) return Unit{};
  return Error{ErrorCode::truncated, concat("line ", line_ + 1),
               "The partial ends too early: its last line, which says how many there are, is missing. Make it again."};
}

}  // namespace ftt::report
