// The small tools that build a line with its trail. See parts.h.
#include <utility>

#include "calc/parts.h"

namespace ftt::calc_detail {

void add_line(Worksheet& worksheet, WorksheetLine line) {
  FTT_ASSERT(worksheet.lines.empty() || worksheet.lines.back().id < line.id,
             "The lines of a worksheet are not in the order of the form.");
  worksheet.lines.push_back(std::move(line));
}

Figure use(WorksheetLine& line, const Worksheet& worksheet, Line source) {
  const WorksheetLine* used = worksheet.find(source);
  FTT_ASSERT(used != nullptr, "A line of the worksheet uses one that is not there yet.");
  const LineInfo& about = info(source);
  line.inputs.push_back({about.id, about.item, about.label, used->value, used->origin});
  for (const Leaf need : used->needs) add_need(line.needs, need);
  return used->value;
}

std::optional<Money> use_money(WorksheetLine& line, const Worksheet& worksheet, Line source) {
  const Figure figure = use(line, worksheet, source);
  if (!figure.has_value()) return std::nullopt;
  return figure.money();
}

}  // namespace ftt::calc_detail
