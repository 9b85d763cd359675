// The tables as they are built, read once for all tests. See rates_files.h.
#include "rates/rates_files.h"

#include <doctest/doctest.h>

#include <map>

#include "files.h"

namespace ftt::test {
const std::string& part_text(std::string_view part) {
  static std::map<std::string, std::string, std::less<>> texts;
  auto found = texts.find(part);
  if (found == texts.end()) {
    found = texts.emplace(part, read_file(std::string(FTT_RATES_DIR "/") + std::string(part) + ".rates")).first;
  }
  return found->second;
}

Rates load_rates(Parts parts) {
  Result<Rates> rates = Rates::load(part_text("current"));
  REQUIRE(rates.has_value());
  if (parts != Parts::current) REQUIRE(rates->add_part(part_text("history")).has_value());
  if (parts == Parts::all) REQUIRE(rates->add_part(part_text("zip")).has_value());
  return std::move(rates).value();
}

const Rates& all_rates() {
  static const Rates rates = load_rates(Parts::all);
  return rates;
}

const CsvRows& csv(std::string_view file) {
  static std::map<std::string, CsvRows, std::less<>> tables;
  const auto found = tables.find(file);
  if (found != tables.end()) return found->second;
  const std::string text = read_file(std::string(FTT_RATES_TABLES_DIR "/") + std::string(file));
  CsvRows rows(1);
  rows.back().emplace_back();
  bool is_quoted = false;
  for (const char c : text) {
    if (c == '"') {
      is_quoted = !is_quoted;
    } else if (c == ',' && !is_quoted) {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.emplace_back(1);
    } else {
      rows.back().back().push_back(c);
    }
  }
  rows.pop_back();
  rows.erase(rows.begin());
  return tables.emplace(std::string(file), std::move(rows)).first->second;
}

}  // namespace ftt::test
