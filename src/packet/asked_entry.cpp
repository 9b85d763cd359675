// Each member of an act that is asked for, with its place. See asked_entry.h.
#include "packet/asked_entry.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/json_reader.h"
#include "base/text.h"

namespace ftt {

namespace {

Error wrong_type(std::string place, const Json& value, std::string_view wanted) {
  return {ErrorCode::wrong_type, std::move(place), concat(describe(value.kind()), " is where ", wanted, " goes.")};
}

std::string place_in(std::string_view path, std::string_view member) {
  return concat(path, path.empty() ? "" : ".", member);
}

// A member that an act has not is a mistake in writing it.
Result<Unit> only(const Json& object, std::string_view path, std::initializer_list<std::string_view> members) {
  if (!object.is_object()) return wrong_type(std::string(path), object, "an object");
  for (const Json::Member& member : *object.as_object()) {
    if (std::find(members.begin(), members.end(), member.name) != members.end()) continue;
    std::string names;
    for (const std::string_view one : members) append(names, names.empty() ? "" : ", ", one);
    return Error{ErrorCode::unknown_choice, place_in(path, member.name), concat("the members here are ", names, ".")};
  }
  return Unit{};
}

// Empty where there is none.
Result<std::string> text_in(const Json& object, std::string_view path, std::string_view member) {
  const Json* value = object.find(member);
  if (value == nullptr) return std::string();
  const std::string* text = value->as_string();
  if (text == nullptr) return wrong_type(place_in(path, member), *value, "text");
  return *text;
}

Result<std::optional<Date>> date_in(const Json& object, std::string_view member) {
  const std::string text = FTT_TRY(text_in(object, "", member));
  if (text.empty()) return std::optional<Date>();
  const Result<Date> date = Date::from_iso(text);
  if (!date) return Error{date.error().code, std::string(member), date.error().message};
  return std::optional(*date);
}

Result<std::optional<ChainStep>> step_in(const Json& object, std::string_view path) {
  const std::string text = FTT_TRY(text_in(object, path, "step"));
  if (text.empty()) return std::optional<ChainStep>();
  const std::optional<ChainStep> step = chain_step_of(text);
  if (!step) {
    return Error{ErrorCode::unknown_choice, place_in(path, "step"),
                 concat(in_quotes(text), " is no step; ", steps_are)};
  }
  return step;
}

Result<ChainPerson> person_in(const Json& object, std::string_view path) {
  return ChainPerson{FTT_TRY(text_in(object, path, "name")), FTT_TRY(text_in(object, path, "title"))};
}

Result<ChainAct> act_in(const Json& object) {
  const std::string text = FTT_TRY(text_in(object, "", "act"));
  const ChainAct act = chain_act_of(text);
  if (text.empty() || act == ChainAct::unknown) {
    return Error{ErrorCode::unknown_choice, "act",
                 concat(in_quotes(text), " is no act; ", acts_are)};
  }
  return act;
}

Result<ChainRoute> route_in(const Json& object) {
  FTT_TRY(only(object, "route",
               {"supervisor", "second_level", "third_level", "executive", "hr_director", "deputy_administrator"}));
  ChainRoute route;
  for (const ChainStep step : chain_steps) {
    const Json* stop = object.find(name_of(step));
    if (stop == nullptr) continue;
    const std::string place = place_in("route", name_of(step));
    const std::string* word = stop->as_string();
    if (word != nullptr && *word == "not_applicable") {
      route.stops[number_of(step)].applies = false;
      continue;
    }
    if (!stop->is_object()) return wrong_type(place, *stop, R"(a person, an office or "not_applicable")");
    FTT_TRY(only(*stop, place, {"name", "title"}));
    route.stops[number_of(step)].who = FTT_TRY(person_in(*stop, place));
  }
  return route;
}

Result<std::vector<Evidence>> evidence_in(const Json& value) {
  if (value.as_array() == nullptr) return wrong_type("evidence", value, "a list of files");
  std::vector<Evidence> files;
  for (const Json& file : *value.as_array()) {
    const std::string place = concat("evidence.", files.size());
    FTT_TRY(only(file, place, {"kind", "sha256", "name"}));
    files.push_back({FTT_TRY(text_in(file, place, "kind")), FTT_TRY(text_in(file, place, "sha256")),
                     FTT_TRY(text_in(file, place, "name"))});
  }
  return files;
}

Result<bool> is_ending_in(const Json& object) {
  const std::string matter = FTT_TRY(text_in(object, "", "matter"));
  if (!matter.empty() && matter != "arrangement" && matter != "ending") {
    return Error{ErrorCode::unknown_choice, "matter", R"(It is "arrangement" or "ending".)"};
  }
  return matter == "ending";
}

Result<Unit> read_people(const Json& asked, ChainEntry& says) {
  if (const Json* by = asked.find("by")) {
    FTT_TRY(only(*by, "by", {"name", "title"}));
    says.by = FTT_TRY(person_in(*by, "by"));
  }
  if (const Json* whose = asked.find("for")) {
    FTT_TRY(only(*whose, "for", {"name", "title", "authority"}));
    says.on_behalf_of = FTT_TRY(person_in(*whose, "for"));
    says.authority = FTT_TRY(text_in(*whose, "for", "authority"));
  }
  if (const Json* to = asked.find("to")) {
    FTT_TRY(only(*to, "to", {"step", "name"}));
    says.to_step = FTT_TRY(step_in(*to, "to"));
    says.to_name = FTT_TRY(text_in(*to, "to", "name"));
  }
  if (const Json* route = asked.find("route")) says.route = FTT_TRY(route_in(*route));
  return Unit{};
}

}  // namespace

Result<NewEntry> read_asked_entry(std::string_view json) {
  const Json asked = FTT_TRY(read_json(json));
  FTT_TRY(only(asked, "",
               {"act", "step", "on", "requested_on", "by", "for", "how", "statement", "reason", "to", "route", "matter",
                "evidence", "nonce", "nonce_of_edited"}));
  NewEntry entry;
  entry.says.act = FTT_TRY(act_in(asked));
  entry.says.step = FTT_TRY(step_in(asked, ""));
  entry.says.on = FTT_TRY(date_in(asked, "on"));
  entry.says.requested_on = FTT_TRY(date_in(asked, "requested_on"));
  FTT_TRY(read_people(asked, entry.says));
  entry.says.reason = FTT_TRY(text_in(asked, "", "reason"));
  entry.says.is_ending = FTT_TRY(is_ending_in(asked));
  entry.statement = FTT_TRY(text_in(asked, "", "statement"));
  if (const std::string how = FTT_TRY(text_in(asked, "", "how")); !how.empty()) entry.how = how;
  if (const Json* files = asked.find("evidence")) entry.evidence = FTT_TRY(evidence_in(*files));
  entry.nonce = FTT_TRY(text_in(asked, "", "nonce"));
  entry.nonce_of_edited = FTT_TRY(text_in(asked, "", "nonce_of_edited"));
  return entry;
}

}  // namespace ftt
