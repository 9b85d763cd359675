// The calculation from top to bottom. See calculate.h; each part has its own file.
#include "calc/calculate.h"

#include "calc/parts.h"

namespace ftt {

Worksheet calculate(const FoundRates& found, const Answers& answers, const CalcSettings& settings) {
  using namespace calc_detail;
  Worksheet worksheet;
  worksheet.lines.reserve(max_lines);
  const PartD d = calculate_part_d(worksheet, found, answers);
  const PartE e = calculate_part_e(worksheet, found, answers, settings);
  const WorksheetLine& additional = calculate_part_f(worksheet, answers);
  const PartG g = calculate_part_g(worksheet, d, e, additional, settings);
  calculate_break_even(worksheet, d, e, additional);
  calculate_term(worksheet, d, e, additional, answers);
  calculate_part_h(worksheet, g, answers);
  compare_readings(worksheet, d, e, additional, g, answers);
  return worksheet;
}

Worksheet calculate(const Rates& rates, const Answers& answers, Date today, const CalcSettings& settings) {
  return calculate(find_rates(rates, answers, today, settings), answers, settings);
}

}  // namespace ftt
