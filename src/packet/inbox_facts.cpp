// A row of the inbox as JSON. See inbox_facts.h.
#include "packet/inbox_facts.h"

#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace ftt {
namespace {

Error must_be(std::string_view member, std::string_view what_belongs) {
  return {ErrorCode::wrong_type, std::string(member), concat("This must be ", what_belongs, ".")};
}

// What is not known is null, or left out.
const Json* known(const Json& facts, std::string_view member) {
  const Json* value = facts.find(member);
  return value == nullptr || value->is_null() ? nullptr : value;
}

Result<std::string> known_text(const Json& facts, std::string_view member) {
  const Json* value = known(facts, member);
  if (value == nullptr) return std::string();
  if (!value->is_string()) return must_be(member, "a text");
  return *value->as_string();
}

Result<std::vector<std::string>> known_texts(const Json& facts, std::string_view member) {
  std::vector<std::string> texts;
  const Json* list = known(facts, member);
  if (list == nullptr) return texts;
  if (!list->is_array()) return must_be(member, "a list of texts");
  for (const Json& one : *list->as_array()) {
    if (!one.is_string()) return must_be(member, "a list of texts");
    texts.push_back(*one.as_string());
  }
  return texts;
}

Result<std::optional<Date>> known_date(const Json& facts, std::string_view member) {
  const std::string text = FTT_TRY(known_text(facts, member));
  if (text.empty()) return std::optional<Date>();
  const Result<Date> date = Date::from_iso(text);
  if (!date) return Error{date.error().code, std::string(member), date.error().message};
  return std::optional<Date>(*date);
}

Result<std::optional<std::int64_t>> known_whole(const Json& facts, std::string_view member) {
  const Json* value = known(facts, member);
  if (value == nullptr) return std::optional<std::int64_t>();
  const std::optional<std::int64_t> whole = value->as_integer();
  if (!whole) return must_be(member, "a whole number");
  return whole;
}

// The one of that name, from the first to the last.
template <class Type>
Result<std::optional<Type>> known_name(const Json& facts, std::string_view member, Type last) {
  const std::string name = FTT_TRY(known_text(facts, member));
  if (name.empty()) return std::optional<Type>();
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (name_of(static_cast<Type>(i)) == name) return std::optional<Type>(static_cast<Type>(i));
  }
  return Error{ErrorCode::unknown_choice, std::string(member), concat("There is no ", in_quotes(name), " here.")};
}

}  // namespace

Json inbox_facts(const InboxRow& row) {
  Json facts = std::move(inbox_json({&row, 1}).as_array()->front());
  facts.set("lateness", Json::string(name_of(row.lateness)));
  if (row.revision) facts.set("revision", Json::number(*row.revision));
  if (row.prepared_on) facts.set("prepared_on", Json::string(to_iso(*row.prepared_on)));
  if (!row.after.empty()) facts.set("after", Json::string(row.after));
  Json& digests = facts.set("digests", Json::array());
  for (const std::string& digest : row.digests) digests.push_back(Json::string(digest));
  return facts;
}

Result<InboxRow> read_inbox_facts(const Json& facts) {
  if (!facts.is_object()) return must_be("", "the facts of a packet, as an object");
  InboxRow row;
  row.file = FTT_TRY(known_text(facts, "file"));
  row.id = FTT_TRY(known_text(facts, "id"));
  row.whose = FTT_TRY(known_text(facts, "case"));
  row.state = FTT_TRY(known_name(facts, "state", ChainState::approved));
  const Json* is_recorded = known(facts, "recorded");
  row.is_recorded = is_recorded != nullptr && is_recorded->as_boolean() == true;
  row.waits_for = FTT_TRY(known_text(facts, "waits_for"));
  row.since = FTT_TRY(known_date(facts, "since"));
  row.due = FTT_TRY(known_date(facts, "due"));
  row.due_if_stopped = FTT_TRY(known_date(facts, "due_if_stopped"));
  const std::optional<Lateness> lateness = FTT_TRY(known_name(facts, "lateness", Lateness::done_before_start));
  row.lateness = lateness.value_or(Lateness::not_due);
  const std::int64_t over_by = (FTT_TRY(known_whole(facts, "over_by"))).value_or(0);
  if (over_by < 0 || over_by > std::numeric_limits<int>::max()) return must_be("over_by", "a number of work days");
  row.over_by = static_cast<int>(over_by);
  row.warnings = FTT_TRY(known_texts(facts, "warnings"));
  row.revision = FTT_TRY(known_whole(facts, "revision"));
  row.prepared_on = FTT_TRY(known_date(facts, "prepared_on"));
  row.after = FTT_TRY(known_text(facts, "after"));
  row.digests = FTT_TRY(known_texts(facts, "digests"));
  return row;
}

}  // namespace ftt
