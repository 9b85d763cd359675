// The full check of a pack's tables: at build time for the built-in parts, at run time for an agency's overlay.
// A pack is taken whole or refused whole; the error names the line at fault and the mend.
// Does not compare figures with what was published.
#pragma once

#include "base/result.h"
#include "rates/pack.h"

namespace ftt {

class RateTables;

// Ranges, order, rising steps, seasons that cover the year once, known areas, counties and tiers, nothing twice.
// `loaded` is what the pack would lie over: areas, counties and tiers may stand there.
// Errors: `where` is "line N".
Result<Unit> check_pack(const Pack& pack, const RateTables& loaded);

// ---- One kind each; `tables` holds what is loaded and the pack itself ----
Result<Unit> check_pay(const RateTable& table);
Result<Unit> check_counties(const RateTable& table, const RateTables& tables);
Result<Unit> check_conus(const RateTable& table, const RateTables& tables);
Result<Unit> check_meal_tiers(const RateTable& table);
Result<Unit> check_non_foreign(const RateTable& table);
Result<Unit> check_mileage(const RateTable& table);
Result<Unit> check_zip(const RateTable& table, const RateTables& tables);

// The error at a table's line, counted from the one behind the `table` line.
Error table_error(const RateTable& table, std::size_t line, std::string message);

}  // namespace ftt
