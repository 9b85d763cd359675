// The texts and numbers of what the page tells. See told_of_files.h.
#include "wizard/state/told_of_files.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/json_reader.h"

namespace ftt {

Result<Json> read_told_of_files(std::string_view json) {
  JsonLimits limits;
  limits.max_bytes = std::size_t{64} * 1024 * 1024;
  limits.takes_long_text = [](std::string_view) { return true; };
  return read_json(json, limits);
}

std::size_t count_told(const Json& told, std::string_view member) {
  const Json* value = told.find(member);
  const std::optional<std::int64_t> count = value == nullptr ? std::nullopt : value->as_integer();
  return static_cast<std::size_t>(std::max<std::int64_t>(count.value_or(0), 0));
}

}  // namespace ftt
