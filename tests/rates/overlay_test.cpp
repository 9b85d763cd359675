// An agency's newer pack: laid over the built-in one, or refused whole with the line at fault.
#include <doctest/doctest.h>

#include "base/text.h"
#include "rates/rates_files.h"

namespace ftt {
namespace {

using test::load_rates;
using test::Parts;

// A pay table of 2027: that of 2026 with its year, its effective date and one percentage changed.
std::string pay_2027() {
  const std::string& current = test::part_text("current");
  const std::size_t begin = current.find("table|pay|2026");
  std::string table = current.substr(begin, current.find("table|", begin + 6) - begin);
  table.replace(0, 14, "table|pay|2027");
  const std::size_t effective = table.find("effective|2026-01-11");
  table.replace(effective + 10, 10, "2027-01-10");
  const std::size_t area = table.find("area|RUS|");
  table.replace(area, table.find('|', area + 9) - area, "area|RUS|18.00");
  return table;
}

std::string conus_2028(std::string_view rows) {
  return "table|tiers|2028\nsource|Test\n68|16|19|28|5|51\n80|20|22|33|5|60\ntable|conus|2028\nsource|Test\nstandard|"
         "115|68\n" +
         std::string(rows);
}

std::string overlay(std::string_view tables) {
  return "telework-rates/1|overlay\n" + std::string(tables);
}

// The refusal of an overlay, and that nothing changed by it.
Error refusal(std::string_view tables) {
  Rates rates = load_rates(Parts::current);
  const std::string digest = rates.digest();
  const Result<Unit> result = rates.overlay(overlay(tables));
  REQUIRE_FALSE(result.has_value());
  CHECK(rates.digest() == digest);
  CHECK(rates.pay_years().front() == 2026);
  CHECK(rates.salary(2025, "DCB", 12, 5)->annual == Money::from_dollars(114'923));
  return result.error();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("overlay: a newer pay table and a newer fiscal year are used, and the digest tells") {
  Rates rates = load_rates(Parts::current);
  const std::string digest = rates.digest();
  CHECK(digest.size() == 71);
  CHECK(digest.starts_with("sha256:"));
  REQUIRE(rates.overlay(overlay(pay_2027())).has_value());
  CHECK(rates.digest() != digest);
  CHECK(rates.pay_year_on(calendar_date(2027, 2, 1))->year == 2027);
  CHECK(rates.pay_year_on(calendar_date(2027, 2, 1))->note.empty());
  CHECK(to_decimal(rates.locality_percent(2027, "RUS")->percent) == "18.00");
  CHECK(to_decimal(rates.locality_percent(2026, "RUS")->percent) == "17.06");
  const std::string second = rates.digest();
  REQUIRE(rates.overlay(overlay(conus_2028("CO|Denver|80|10-3:200 4-9:220|Denver\n"))).has_value());
  CHECK(rates.digest() != second);
  const LookUp<PerDiem> denver = rates.per_diem(calendar_date(2028, 4, 1), {"CO", "Denver", ""});
  CHECK(denver->lodging == Money::from_dollars(220));
  CHECK(denver->note.empty());
  CHECK(rates.per_diem(calendar_date(2027, 10, 1), {"CO", "Boulder", ""})->is_standard);
  // The parts of the built-in pack can still follow, and stay below.
  REQUIRE(rates.add_part(test::part_text("history")).has_value());
  CHECK(rates.pay_years().front() == 2027);
  CHECK(rates.pay_years().back() == 2018);
}

TEST_CASE("overlay: a pay table takes effect on the day that it names, else on that of the first pay period") {
  const auto pay_year = [](std::string_view effective, Date date) {
    Rates rates = load_rates(Parts::current);
    REQUIRE(rates.overlay(overlay(replaced(pay_2027(), "effective|2027-01-10\n", effective))).has_value());
    return rates.pay_year_on(date)->year;
  };
  CHECK(pay_year("effective|2027-01-10\n", calendar_date(2027, 1, 9)) == 2026);
  CHECK(pay_year("effective|2027-01-10\n", calendar_date(2027, 1, 10)) == 2027);
  // An agency whose pay periods begin in the other week.
  CHECK(pay_year("effective|2027-01-03\n", calendar_date(2027, 1, 3)) == 2027);
  CHECK(pay_year("effective|2027-01-03\n", calendar_date(2027, 1, 2)) == 2026);
  CHECK(pay_year("", calendar_date(2027, 1, 9)) == 2026);
  CHECK(pay_year("", calendar_date(2027, 1, 10)) == 2027);
  for (const char* date : {"2027-01-15", "2026-12-31", "2028-01-09", "2027-1-10", "", "2027-01-10|2"}) {
    CAPTURE(date);
    const Error error = refusal(replaced(pay_2027(), "effective|2027-01-10", concat("effective|", date)));
    CHECK(error.where == "line 5");
    CHECK(error.message.ends_with("as effective|2027-01-10."));
  }
  CHECK(
      refusal(replaced(pay_2027(), "effective|2027-01-10\n", "effective|2027-01-10\neffective|2027-01-10\n")).message ==
      "The effective date is there twice; keep one line effective|….");
}

TEST_CASE("overlay: one that replaces a table of the same year wins") {
  Rates rates = load_rates(Parts::with_history);
  const std::string pay_2026 = replaced(pay_2027(), "effective|2027-01-10", "effective|2026-01-11");
  REQUIRE(rates.overlay(overlay(replaced(pay_2026, "table|pay|2027", "table|pay|2026"))).has_value());
  CHECK(to_decimal(rates.locality_percent(2026, "RUS")->percent) == "18.00");
  REQUIRE(rates.overlay(overlay("table|mileage|2027-01\nsource|Test\n2027-01-01|2027-12-31|0.78|||\n")).has_value());
  CHECK(rates.mileage(calendar_date(2027, 5, 1))->own_car == MileRate::from_units(780));
  CHECK(rates.mileage(calendar_date(2026, 5, 1))->own_car == MileRate::from_units(725));
  REQUIRE(
      rates.overlay(overlay("table|nonforeign|2026-12\nsource|Test\nGU|GUAM|2026-05|2026-12|01-01..12-31:190:120\n"))
          .has_value());
  CHECK(rates.per_diem(calendar_date(2026, 11, 1), {"GU", "", ""})->lodging == Money::from_dollars(190));
}

TEST_CASE("overlay: pay that fails its checks is refused with its line") {
  CHECK(refusal(replaced(pay_2027(), "grade|2|25393", "grade|2|22000")).where == "line 7");
  CHECK(refusal(replaced(pay_2027(), "grade|2|25393", "grade|2|22000")).message ==
        "Grade 2, step 1 (22000) is not above the step or grade below; check the figure.");
  CHECK(refusal(replaced(pay_2027(), "grade|3|", "grade|4|")).where == "line 8");
  CHECK(refusal(replaced(pay_2027(), "area|RUS|18.00", "area|RUS|118.00")).message ==
        "The percentage of RUS, \"118.00\", is not 0 to 99.99 with at most two places, such as 33.94.");
  CHECK(refusal(replaced(pay_2027(), "area|AL|", "area|AK|")).message ==
        "The area AK (Albany-Schenectady, NY-MA) is there twice; keep one.");
  CHECK(refusal(replaced(pay_2027(), "cap|197200\n", "")).message ==
        "The pay table has no cap; add a line cap|197200.");
  CHECK(refusal(replaced(pay_2027(), "area|RUS|18.00|Rest of U.S.\n", "")).message ==
        "The area RUS (Rest of U.S.) is missing; add it.");
  CHECK(refusal(replaced(pay_2027(), "source|", "sauce|")).where == "line 3");
  CHECK(refusal(pay_2027() + pay_2027()).code == ErrorCode::repeated);
}

TEST_CASE("overlay: per diem that fails its checks is refused with its line") {
  const auto row = [](std::string_view text) { return refusal(conus_2028(std::string(text) + "\n")); };
  CHECK(row("CO|Denver|80|10-3:200 5-9:220|Denver").where == "line 9");
  CHECK(row("CO|Denver|80|10-3:200 5-9:220|Denver").message ==
        "Denver: The seasons \"10-3:200 5-9:220\" leave a gap at \"5-9:220\"; they follow one another from October "
        "(10) to September (9).");
  CHECK(row("CO|Denver|80|10-3:200 3-9:220|Denver").message ==
        "Denver: The seasons \"10-3:200 3-9:220\" overlap at \"3-9:220\"; they follow one another from October (10) to "
        "September (9).");
  CHECK(row("CO|Denver|80|10-3:200|Denver").message ==
        "Denver: The seasons \"10-3:200\" end before September; cover October to September.");
  CHECK(row("CO|Denver|80|10-9:0|Denver").message ==
        "Denver: The season \"10-9:0\" is not months and whole dollars, such as 10-2:106.");
  CHECK(row("CO|Denver|81|10-9:200|Denver").message ==
        "The amount for meals of Denver is not one of the tiers of FY2028.");
  CHECK(row("CO|Denver|80|10-9:200|Narnia").message.find("There is no county \"Narnia\" in Colorado") == 0);
  CHECK(row("HI|Hilo|80|10-9:200|Hawaii").message ==
        "\"HI\" is not one of the 48 states or DC, whose rates GSA publishes.");
  CHECK(row("CO|Denver|80|10-9:200|Denver\nCO|Boulder|80|10-9:210|Denver").where == "line 10");
  CHECK(row("CO|Denver|80|10-9:200|Denver\nCO|Denver|80|10-9:210|Boulder").message ==
        "Denver, CO is there twice; keep one.");
  CHECK(refusal("table|conus|2028\nsource|Test\nstandard|115|68\n").message.find("The tiers of FY2028") == 0);
  CHECK(refusal("table|tiers|2028\nsource|Test\n68|16|19|28|6|51\n").message ==
        "The meals and incidentals do not add up to the total; check the figures.");
  CHECK(refusal("table|tiers|2028\nsource|Test\n68|16|19|28|5|50\n").message ==
        "The first and last day is not 75% of the total (41 CFR 301-11.101).");
  CHECK(refusal("table|mileage|2027-01\nsource|Test\n2027-02-30|2027-12-31|0.78|||\n").where == "line 4");
  CHECK(refusal("table|mileage|2027-01\nsource|Test\n2027-01-01|2027-12-31|78|||\n").message ==
        "\"78\" is not dollars a mile from 0.01 to 10, such as 0.725.");
  CHECK(refusal("table|nonforeign|2026-12\nsource|Test\nGU|GUAM|2026-05|2026-12|01-01..11-30:190:120\n").message ==
        "The seasons of GUAM leave out December 1; cover the whole year.");
}

TEST_CASE("overlay: definitions of pay areas name known areas, each county once, every state") {
  CHECK(refusal("table|counties|2027\nsource|Test\nyears|2027\nVA|QQ|Fairfax\n")
            .message.find("There is no pay area \"QQ\"") == 0);
  CHECK(refusal("table|counties|2027\nsource|Test\nyears|2027\nVA|DCB|Fairfax|Fairfax\n").message ==
        "Fairfax, VA is there twice; a county has one area.");
  CHECK(
      refusal("table|counties|2027\nsource|Test\nyears|2027\nVA|DCB|Fairfax\n").message.find("No county of Alabama") ==
      0);
}

TEST_CASE("overlay: what is no pack, or another one, is refused") {
  Rates rates = load_rates(Parts::current);
  const auto code = [&](std::string text) {
    const Result<Unit> result = rates.overlay(std::move(text));
    REQUIRE_FALSE(result.has_value());
    CHECK_FALSE(result.error().where.empty());
    CHECK_FALSE(result.error().message.empty());
    return result.error().code;
  };
  CHECK(code("") == ErrorCode::empty);
  CHECK(code("{}\n") == ErrorCode::wrong_format);
  CHECK(code("telework-rates/2|overlay\n") == ErrorCode::newer_format);
  CHECK(code("telework-rates/1|overlay\n") == ErrorCode::malformed);
  CHECK(code("telework-rates/1|overlay\ntable|pay|2027\nsource|Test") == ErrorCode::truncated);
  CHECK(code("telework-rates/1|overlay\ntable|pay|\xff\n") == ErrorCode::wrong_encoding);
  CHECK(code("telework-rates/1|overlay\ntable|pie|2027\n") == ErrorCode::unknown_choice);
  CHECK(code("telework-rates/1|overlay\ntable|pay|next\n") == ErrorCode::malformed);
  CHECK(code("telework-rates/1|overlay\ngrade|1\n") == ErrorCode::malformed);
  CHECK(code("telework-rates/1|overlay\ntable|zip|2027\nsource|Test\n") == ErrorCode::unknown_choice);
  CHECK(code("telework-rates/1|overlay\ntable|pay|2027\n") == ErrorCode::inconsistent);
  CHECK(code(test::part_text("current")) == ErrorCode::wrong_format);
}

}  // namespace
}  // namespace ftt
