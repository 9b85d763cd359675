// Each member of the settings with its place. See print_settings.h.
#include "view/print_settings.h"

#include <string>

#include "base/json_reader.h"
#include "base/text.h"

namespace ftt {

Result<PrintSettings> read_print_settings(std::string_view json) {
  const Json read = FTT_TRY(read_json(json));
  if (!read.is_object()) {
    return Error{ErrorCode::wrong_type, "", concat(describe(read.kind()), " stands where an object goes.")};
  }
  PrintSettings settings;
  for (const Json::Member& member : *read.as_object()) {
    const std::string where = json_pointer_step("", member.name);
    if (member.name != "now") {
      return Error{ErrorCode::unknown_choice, where, "A print document has the setting now and no other."};
    }
    const std::string* now = member.value.as_string();
    if (now == nullptr) {
      return Error{ErrorCode::wrong_type, where, concat(describe(member.value.kind()), " stands where text goes.")};
    }
    settings.now = *now;
  }
  return settings;
}

}  // namespace ftt
