// The built parts: checked in full, pinned to one another, and quick to load.
#include "rates/pack.h"

#include <doctest/doctest.h>

#include <chrono>

#include "base/sha256.h"
#include "base/text.h"
#include "packet/golden.h"
#include "rates/pack_check.h"
#include "rates/rates_files.h"
#include "rates/tables.h"

namespace ftt {
namespace {

using test::part_text;

TEST_CASE("pack: every table of the built parts passes the full check") {
  RateTables none;
  const Result<Pack> history = read_pack(part_text("history"));
  const Result<Pack> current = read_pack(part_text("current"));
  const Result<Pack> zip = read_pack(part_text("zip"));
  REQUIRE(history.has_value());
  REQUIRE(current.has_value());
  REQUIRE(zip.has_value());
  RateTables history_tables;
  history_tables.add(history->tables);
  RateTables current_tables;
  current_tables.add(current->tables);
  CHECK(check_pack(*current, history_tables).has_value());
  CHECK(check_pack(*history, current_tables).has_value());
  CHECK(check_pack(*zip, current_tables).has_value());
}

TEST_CASE("pack: a row of ZIPs holds five digits each, or two with a hyphen between them") {
  const Result<Pack> current = read_pack(part_text("current"));
  REQUIRE(current.has_value());
  RateTables tables;
  tables.add(current->tables);
  const auto check_row = [&](std::string_view zips) {
    const std::string text =
        concat("telework-rates/1|zip\ntable|zip|2026\nsource|a test\nstate|VA\nArlington|Arlington|", zips, "\n");
    const Result<Pack> pack = read_pack(text);
    REQUIRE(pack.has_value());
    const Result<Unit> checked = check_pack(*pack, tables);
    return checked ? std::string() : concat(checked.error().where, ": ", checked.error().message);
  };
  for (const std::string_view good : {"22201", "22201-22203 +22204", "99999", "00001"}) CHECK(check_row(good).empty());
  for (const std::string_view bad : {"100000", "99998-100001", "22201-100", "2220", "22201x22203", "22203-22201",
                                     "22201-2220x", "22201x2220x", "-0001", "4294967296"}) {
    CAPTURE(bad);
    CHECK(check_row(bad) == concat("line 5: \"", bad, "\" is not a ZIP or a range of them, such as 80012-80019."));
  }
}

TEST_CASE("pack: the digest of the tables, which goldens leave out, is held here") {
  test::check_golden(FTT_TESTS_DIR "/rates/digest.txt", test::load_rates(test::Parts::current).digest() + "\n");
}

TEST_CASE("pack: the part current pins the others by SHA-256") {
  Rates rates = test::load_rates(test::Parts::current);
  CHECK(rates.digest() == "sha256:" + sha256_hex(part_text("current")));
  CHECK_FALSE(rates.has_history());
  CHECK_FALSE(rates.has_zips());
  std::string changed = part_text("history");
  changed[changed.size() / 2] ^= 1;
  CHECK(rates.add_part(changed).error().code == ErrorCode::inconsistent);
  CHECK(rates.add_part("").error().code == ErrorCode::inconsistent);
  CHECK(rates.add_part(part_text("history")).has_value());
  CHECK(rates.add_part(part_text("history")).error().code == ErrorCode::repeated);
  CHECK(rates.add_part(part_text("zip")).has_value());
  CHECK(rates.add_part(part_text("zip")).error().code == ErrorCode::repeated);
  CHECK(rates.has_history());
  CHECK(rates.has_zips());
  CHECK(rates.digest() == "sha256:" + sha256_hex(part_text("current")));
  CHECK(Rates::load(part_text("zip")).error().code == ErrorCode::wrong_format);
}

TEST_CASE("pack: views that a look-up gave outlive a move of the rates") {
  Rates rates = test::load_rates(test::Parts::all);
  const LookUp<Salary> salary = rates.salary(2025, "DCB", 12, 5);
  const Rates moved = std::move(rates);
  CHECK(salary->area_name == moved.locality_percent(2025, "DCB")->area_name);
}

TEST_CASE("pack: numbers are digits with at most so many places") {
  CHECK(whole_number("007") == 7);
  CHECK(whole_number("") == -1);
  CHECK(whole_number("1.0") == -1);
  CHECK(whole_number("-1") == -1);
  CHECK(whole_number("1234567890") == -1);
  CHECK(decimal_units("33.94", 2) == 3394);
  CHECK(decimal_units("7", 2) == 700);
  CHECK(decimal_units("7.5", 3) == 7500);
  CHECK(decimal_units("7.", 2) == -1);
  CHECK(decimal_units("7.123", 2) == -1);
  CHECK(decimal_units("x", 2) == -1);
}

TEST_CASE("pack: how long loading and looking up take (told, not judged)") {
  using Clock = std::chrono::steady_clock;
  const auto microseconds = [](Clock::time_point from, Clock::time_point to, int count) {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(to - from).count() / 1000 / count;
  };
  const auto start = Clock::now();
  Rates rates = test::load_rates(test::Parts::current);
  const auto loaded = Clock::now();
  REQUIRE(rates.add_part(part_text("history")).has_value());
  const auto with_history = Clock::now();
  REQUIRE(rates.add_part(part_text("zip")).has_value());
  const auto with_zips = Clock::now();
  std::size_t found = 0;
  for (const std::string_view text : {"den", "washington", "denver co", "8020", "san"}) {
    for (int round = 0; round < 20; ++round) found += rates.suggest_places(text, 8).places.size();
  }
  const auto suggested = Clock::now();
  for (int round = 0; round < 100; ++round) {
    found += rates.per_diem(calendar_date(2027, 3, 1), {"TX", "Travis", "Austin"})->is_standard ? 1U : 0U;
  }
  const auto looked_up = Clock::now();
  for (int round = 0; round < 100; ++round) {
    found += rates.area_of_county("TX", "Travis", 2026)->county.size();
    found += rates.salary(2026, "DCB", 12, 5)->is_capped ? 1U : 0U;
  }
  const auto paid = Clock::now();
  MESSAGE("current " << microseconds(start, loaded, 1) << " µs, history " << microseconds(loaded, with_history, 1)
                     << " µs, zip " << microseconds(with_history, with_zips, 1) << " µs, a suggestion "
                     << microseconds(with_zips, suggested, 100) << " µs, per diem "
                     << microseconds(suggested, looked_up, 100) << " µs, area and salary "
                     << microseconds(looked_up, paid, 100) << " µs");
  CHECK(found > 0);
}

}  // namespace
}  // namespace ftt
