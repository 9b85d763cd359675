// Each member of the settings with its place. See print_settings.h.
#include "print/print_settings.h"

#include <algorithm>
#include <optional>

#include "base/json_reader.h"
#include "base/text.h"

namespace ftt {
namespace {

Error wrong_type(std::string where, const Json& value, std::string_view wanted) {
  return {ErrorCode::wrong_type, std::move(where), concat(describe(value.kind()), " is where ", wanted, " goes.")};
}

Result<PrintPart> read_part(std::string_view name, std::string where) {
  std::string names;
  for (const PrintPart part : print_parts) {
    if (name_of(part) == name) return part;
    append(names, names.empty() ? "" : ", ", name_of(part));
  }
  return Error{ErrorCode::unknown_choice, std::move(where),
               concat("there is no part ", in_quotes(name), "; the parts are ", names, ".")};
}

// Each part once, in the order of the print.
std::vector<PrintPart> in_order(std::vector<PrintPart> parts) {
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  return parts;
}

Result<std::vector<PrintPart>> read_parts(const Json& value, const std::string& where) {
  const std::vector<Json>* items = value.as_array();
  if (items == nullptr) return wrong_type(where, value, "a list of parts");
  std::vector<PrintPart> parts;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const std::string at_item = json_pointer_step(where, i);
    const std::string* name = (*items)[i].as_string();
    if (name == nullptr) return wrong_type(at_item, (*items)[i], "the name of a part");
    parts.push_back(FTT_TRY(read_part(*name, at_item)));
  }
  return in_order(std::move(parts));
}

}  // namespace

std::string_view name_of(PrintPart part) {
  constexpr std::array<std::string_view, print_parts.size()> names = {"cover",
#define FTT_TOOL(name, ...) #name,
#define FTT_FORM(name, ...) #name,
#include "form/forms.inc"
                                                                      "worksheet", "findings", "history", "estimate",
                                                                      "ending_record"};
  return names[static_cast<std::size_t>(part)];
}

std::string_view title_of(PrintPart part) {
  constexpr std::array<std::string_view, print_parts.size()> titles = {"Cover",
#define FTT_TOOL(name, letter, title) "App. " letter ", " title,
#define FTT_FORM(name, letter, title, paper, ...) "App. " letter ", " paper,
#include "form/forms.inc"
                                                                       "Worksheet", "Findings, documents and dates",
                                                                       "History of the concurrences",
                                                                       "Estimate",
                                                                       "Record of ending or changing it"};
  return titles[static_cast<std::size_t>(part)];
}

Result<std::vector<PrintPart>> read_print_parts(std::string_view list) {
  std::vector<PrintPart> parts;
  for (const std::string_view name : split(list, ',')) {
    if (trim(name).empty()) return Error{ErrorCode::empty, "", "a name of a part is missing."};
    parts.push_back(FTT_TRY(read_part(trim(name), "")));
  }
  return in_order(std::move(parts));
}

Result<PrintSettings> read_print_settings(std::string_view json) {
  const Json read = FTT_TRY(read_json(json));
  if (!read.is_object()) return wrong_type("", read, "an object");
  PrintSettings settings;
  for (const Json::Member& member : *read.as_object()) {
    const std::string where = json_pointer_step("", member.name);
    if (member.name == "now") {
      const std::string* now = member.value.as_string();
      if (now == nullptr) return wrong_type(where, member.value, "text");
      settings.now = *now;
    } else if (member.name == "parts") {
      settings.parts = FTT_TRY(read_parts(member.value, where));
    } else if (member.name == "redacted") {
      const std::optional<bool> is_redacted = member.value.as_boolean();
      if (!is_redacted) return wrong_type(where, member.value, "true or false");
      settings.names = *is_redacted ? Names::left_out : Names::kept;
    } else {
      return Error{ErrorCode::unknown_choice, where, "the settings of a print are parts, redacted and now."};
    }
  }
  return settings;
}

}  // namespace ftt
