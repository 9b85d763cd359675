// The table of lines.inc as data. See line.h.
#include "calc/line.h"

#include <algorithm>
#include <iterator>

#include "base/assert.h"
#include "base/text.h"

namespace ftt {

namespace {

constexpr LineInfo table[] = {
#define FTT_LINE(name, id_, item_, label_, cite_, ...) \
  {.line = Line::name, .id = id_, .item = item_, .label = label_, .cite = cite(cite_) __VA_OPT__(, ) __VA_ARGS__},
#include "calc/lines.inc"
#undef FTT_LINE
};
static_assert(std::size(table) == line_count);

constexpr bool ids_stand_once() {
  for (const LineInfo& line : table) {
    if (std::count_if(std::begin(table), std::end(table), [&](const LineInfo& other) { return other.id == line.id; }) !=
        1) {
      return false;
    }
  }
  return true;
}
static_assert(ids_stand_once());

// "travel_budget.trip_cost.per_night" is the line of trip_cost_line(TripCostMethod::per_night), and so on.
constexpr bool readings_stand_behind_their_line() {
  for (std::size_t i = 1; i < line_count; ++i) {
    const LineInfo& line = table[i];
    if (line.reading.empty()) continue;
    const LineInfo& before = table[i - 1];
    const std::string_view whole = line.id.substr(0, line.id.rfind('.'));
    if (line.id.substr(whole.size() + 1) != line.reading || !before.id.starts_with(whole)) return false;
  }
  return true;
}
static_assert(readings_stand_behind_their_line());

}  // namespace

std::span<const LineInfo, line_count> lines() {
  return table;
}

const LineInfo& info(Line line) {
  FTT_ASSERT(number_of(line) < line_count, "There is no such line of the worksheet.");
  return table[number_of(line)];
}

const LineInfo* find_line(std::string_view id) {
  const auto found =
      std::find_if(std::begin(table), std::end(table), [&](const LineInfo& line) { return line.id == id; });
  return found == std::end(table) ? nullptr : &*found;
}

std::string name_with_item(const LineInfo& line) {
  return concat(line.item, line.item.empty() ? "" : " ", line.label);
}

}  // namespace ftt
