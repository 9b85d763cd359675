// The small tools that build a line with its trail. See parts.h.
#include "calc/parts.h"

namespace ftt::calc_detail {

WorksheetLine& add_line(Worksheet& worksheet, std::string_view id, std::string_view item, std::string_view label,
                        Citation cite, std::string_view formula) {
  FTT_ASSERT(worksheet.lines.size() < worksheet.lines.capacity(), "A worksheet has more lines than it has room for.");
  worksheet.lines.push_back(WorksheetLine{.id = id, .item = item, .label = label, .cite = cite, .formula = formula});
  return worksheet.lines.back();
}

void add_need(WorksheetLine& line, std::string_view id) {
  for (const std::string_view need : line.needs) {
    if (need == id) return;
  }
  line.needs.push_back(id);
}

std::optional<Money> use_money(WorksheetLine& line, const WorksheetLine& source) {
  line.inputs.push_back({source.id, source.item, source.label, source.value, source.origin});
  if (source.value.has_value()) return source.value.money();
  for (const std::string_view need : source.needs) add_need(line, need);
  return std::nullopt;
}

}  // namespace ftt::calc_detail
