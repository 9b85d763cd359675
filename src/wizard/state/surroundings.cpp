// Reading what the page says. See surroundings.h.
#include "wizard/state/surroundings.h"

#include <utility>

#include "base/json_reader.h"
#include "base/text.h"

namespace ftt {
namespace {

Error wrong(ErrorCode code, std::string where, std::string_view what_belongs) {
  return {code, std::move(where), concat("This must be ", what_belongs, ".")};
}

// Each object in the list of that name, with its place.
template <class Take>
Result<Unit> each_of(const Json& object, std::string_view name, Take take) {
  const Json* list = object.find(name);
  if (list == nullptr) return Unit{};
  const std::string place = json_pointer_step("", name);
  if (!list->is_array()) return wrong(ErrorCode::wrong_type, place, "a list of objects");
  std::size_t number = 0;
  for (const Json& element : *list->as_array()) {
    const std::string where = json_pointer_step(place, number++);
    if (!element.is_object()) return wrong(ErrorCode::wrong_type, where, "an object");
    FTT_TRY(take(element, where));
  }
  return Unit{};
}

Result<Keeping> read_keeping(const Json& page) {
  if (page.find("keeping") == nullptr) return Keeping::unknown;
  const std::string name = page.text_or_empty("keeping");
  if (name == "on") return Keeping::on;
  if (name == "shared") return Keeping::shared;
  if (name == "refused") return Keeping::refused;
  return wrong(ErrorCode::unknown_choice, "/keeping", "on, shared or refused");
}

Result<CheckState> read_state(const Json& check, std::string_view where) {
  const std::string name = check.text_or_empty("state");
  if (name == "good") return CheckState::good;
  if (name == "limited") return CheckState::limited;
  if (name == "bad") return CheckState::bad;
  return wrong(ErrorCode::unknown_choice, json_pointer_step(where, "state"), "good, limited or bad");
}

Result<std::vector<PageCheck>> read_checks(const Json& page, std::string_view name) {
  std::vector<PageCheck> checks;
  FTT_TRY(each_of(page, name, [&](const Json& one, const std::string& where) -> Result<Unit> {
    checks.push_back({one.text_or_empty("name"), FTT_TRY(read_state(one, where)), one.text_or_empty("words")});
    return Unit{};
  }));
  return checks;
}

}  // namespace

Result<PageSurroundings> read_surroundings(std::string_view json) {
  const Json page = FTT_TRY(read_json(json));
  if (!page.is_object()) return wrong(ErrorCode::wrong_type, "", "an object");
  PageSurroundings result;
  result.keeping = FTT_TRY(read_keeping(page));
  if (const Json* is_set = page.find("is_set")) result.is_set = is_set->as_boolean() == true;
  if (const Json* is_embedded = page.find("is_embedded")) result.is_embedded = is_embedded->as_boolean() == true;
  if (const Json* is_file = page.find("is_file")) result.is_file = is_file->as_boolean() == true;
  if (const Json* is_newer = page.find("is_newer")) result.is_newer = is_newer->as_boolean() == true;
  result.words = page.text_or_empty("words");
  if (const Json* set_aside = page.find("set_aside")) result.set_aside = set_aside->as_integer().value_or(0);
  FTT_TRY(each_of(page, "kept", [&](const Json& one, const std::string&) -> Result<Unit> {
    KeptPacket packet{one.text_or_empty("id"), one.text_or_empty("name"), one.text_or_empty("words"), {}};
    const Result<Unit> earlier = each_of(one, "earlier", [&](const Json& revision, const std::string&) -> Result<Unit> {
      packet.earlier.push_back({revision.text_or_empty("id"), revision.text_or_empty("words")});
      return Unit{};
    });
    result.kept.push_back(std::move(packet));
    return earlier;
  }));
  result.checks = FTT_TRY(read_checks(page, "checks"));
  result.privacy = FTT_TRY(read_checks(page, "privacy"));
  return result;
}

}  // namespace ftt
