// What the tests of the rates share: the built parts as loaded rates, and the CSV tables as they stand in assets/rates,
// read here by other code than the one that builds the pack. Does not check anything.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rates/rates.h"

namespace ftt::test {

// The text of a part: "current", "history", "zip".
const std::string& part_text(std::string_view part);

enum class Parts { current, with_history, all };
Rates load_rates(Parts parts);
// All parts, loaded once.
const Rates& all_rates();

using CsvRows = std::vector<std::vector<std::string>>;
// The rows of a table below its header.
const CsvRows& csv(std::string_view file);

}  // namespace ftt::test
