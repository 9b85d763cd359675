// Reading the configuration file, each member with its place. See settings.h.
#include "rules/settings.h"

#include <vector>

#include "base/json_reader.h"
#include "base/text.h"

namespace ftt {

namespace {

Error wrong_type(std::string where, const Json& value, std::string_view what_belongs) {
  return {ErrorCode::wrong_type, std::move(where),
          concat(describe(value.kind()), " stands where ", what_belongs, " goes.")};
}

Result<std::vector<Date>> read_closures(const Json& value) {
  const std::vector<Json>* entries = value.as_array();
  if (entries == nullptr) return wrong_type("/closures", value, "a list of dates");
  std::vector<Date> closures;
  for (std::size_t i = 0; i < entries->size(); ++i) {
    const std::string where = json_pointer_step("/closures", i);
    const std::string* text = (*entries)[i].as_string();
    if (text == nullptr) return wrong_type(where, (*entries)[i], "a date such as \"2026-12-24\"");
    const Result<Date> date = Date::from_iso(*text);
    if (!date) return at(where, date.error());
    closures.push_back(*date);
  }
  return closures;
}

Result<Contact> read_contact(const Json& value) {
  constexpr std::string_view place = "/telework_managing_officer";
  if (!value.is_object()) return wrong_type(std::string(place), value, "an object with name, mail and phone");
  Contact contact;
  struct Member {
    std::string_view name;
    std::string* text;
  };
  const Member members[] = {{"name", &contact.name},
                            {"mail", &contact.mail},
                            {"phone", &contact.phone},
                            {"agency", &contact.agency},
                            {"component", &contact.component}};
  for (const Json::Member& found : *value.as_object()) {
    const std::string where = json_pointer_step(place, found.name);
    const Member* known = nullptr;
    for (const Member& member : members) {
      if (member.name == found.name) known = &member;
    }
    if (known == nullptr) {
      return Error{ErrorCode::unknown_choice, where, "There are name, mail, phone, agency and component here."};
    }
    if (!found.value.is_string()) return wrong_type(where, found.value, "text");
    *known->text = std::string(trim(*found.value.as_string()));
  }
  return contact;
}

}  // namespace

Result<PolicySettings> read_policy_settings(std::string_view json) {
  const Json settings = FTT_TRY(read_json(json));
  if (!settings.is_object()) return wrong_type("", settings, "an object");
  std::vector<Date> closures;
  InaugurationDay inauguration = InaugurationDay::ignored;
  PolicySettings result;
  for (const Json::Member& member : *settings.as_object()) {
    if (member.name == "closures") {
      closures = FTT_TRY(read_closures(member.value));
    } else if (member.name == "inauguration_day") {
      const std::optional<bool> is_observed = member.value.as_boolean();
      if (!is_observed) return wrong_type("/inauguration_day", member.value, "true or false");
      inauguration = *is_observed ? InaugurationDay::observed : InaugurationDay::ignored;
    } else if (member.name == "telework_managing_officer") {
      result.contact = FTT_TRY(read_contact(member.value));
    } else {
      return Error{ErrorCode::unknown_choice, json_pointer_step("", member.name),
                   "There are closures, inauguration_day and telework_managing_officer here."};
    }
  }
  result.calendar = WorkCalendar(closures, inauguration);
  return result;
}

}  // namespace ftt
