// The calculation from top to bottom. See calculate.h; each part has its own file.
#include "calc/calculate.h"

#include "calc/parts.h"

namespace ftt {

Worksheet calculate(const FoundRates& found, const Answers& answers, const CalcSettings& settings) {
  using namespace calc_detail;
  Worksheet worksheet;
  worksheet.lines.reserve(line_count);
  calculate_part_d(worksheet, found, answers);
  calculate_part_e(worksheet, found, answers);
  calculate_part_f(worksheet, answers);
  calculate_part_g(worksheet, settings);
  calculate_break_even(worksheet);
  calculate_term(worksheet, answers);
  calculate_part_h(worksheet, answers);
  compare_readings(worksheet, answers);
  return worksheet;
}

Worksheet calculate(const Rates& rates, const Answers& answers, Date today, const CalcSettings& settings) {
  return calculate(find_rates(rates, answers, today), answers, settings);
}

}  // namespace ftt
