// The rate tables: General Schedule pay, locality pay areas, per diem, mileage, places. One object, filled from the
// parts of the rates pack and from an agency's newer pack; look-ups give a value with its source or say why not.
// Covers HRM 6040.2 Appendix A, Part D (pay) and Part E, lines 5 and 6 (per diem); 41 CFR 301-11 for meals.
// Every view that a look-up returns lives as long as the Rates does, also after a move of it.
// Does not open files, does not know the date of today, and does not decide anything.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/money.h"
#include "base/result.h"
#include "rates/look_up.h"
#include "rates/states.h"

namespace ftt {

// ---- Pay ----

struct BasePay {
  Money annual;
  RateSource source;
};

struct LocalityPercent {
  Percent percent;             // 33.94 for 33.94%
  std::string_view area_name;  // as of that year
  RateSource source;
};

struct PayCap {
  Money annual;  // level IV of the Executive Schedule
  RateSource source;
};

// base × (1 + percent), rounded half away from zero to the dollar, at most the cap.
struct Salary {
  Money annual;
  Money base;
  Percent percent;
  Money cap;
  Money before_cap;
  bool is_capped = false;
  std::string_view area_name;
  RateSource base_source;
  RateSource locality_source;
};

struct PayArea {
  std::string_view code;  // "DCB"
  std::string_view name;  // "Washington-Baltimore-Arlington, DC-MD-VA-WV-PA"
};

// The newest pay table that has taken effect by a date. `note` is empty, or says that the date is past the tables.
struct PayYear {
  int year = 0;
  std::string note;
};

struct CountyArea {
  PayArea area;
  std::string_view state;  // abbreviation
  std::string county;      // full name, "Fairfax County"
  RateSource source;       // source.year is the year of the definitions
  std::string note;        // empty, or what a person must know: inferred for 2025, part of the county in another area
};

// ---- Per diem ----

// A place to look up. Every member but `state` may be empty; names are matched tolerantly.
struct Place {
  std::string_view state;   // "VA" or "Virginia"
  std::string_view county;  // "Fairfax", "Fairfax County", "St. Louis city"
  std::string_view city;    // decides where the table lists a city apart from its county
};

struct PerDiem {
  Money lodging;
  Money meals_and_incidentals;
  std::string_view destination;  // "District of Columbia"; "Standard rate" where the place is not listed
  std::string_view destination_state;
  int fiscal_year = 0;  // the table used; for the places that DoD publishes the fiscal year of the publication
  Date first;           // the season that the date falls in
  Date last;
  bool is_standard = false;
  std::string_view publication;  // the newest of DoD's with this rate, "2026-04"; empty where GSA publishes
  std::string note;              // empty, or "per diem after September 30, 2027 is not known; FY2027 used"
  RateSource source;
};

// The month of the fiscal year in which lodging and meals together are dearest; the earliest of equals.
struct DearestMonth {
  Date first_of_month;
  PerDiem per_diem;
};

struct MealTier {
  Money total;
  Money breakfast;
  Money lunch;
  Money dinner;
  Money incidentals;
  Money first_and_last_day;  // 75% (41 CFR 301-11.101)
  RateSource source;
};

using MileRate = Decimal<3, struct MileRateUnit>;  // dollars a mile

struct Mileage {
  MileRate own_car;
  std::optional<MileRate> government_car_available;
  std::optional<MileRate> motorcycle;
  std::optional<MileRate> airplane;
  Date first;
  Date last;
  std::string note;
  RateSource source;
};

// ---- Places ----

struct ZipPlace {
  std::string zip;
  std::string city;
  std::string county;  // full name; empty where the tables do not tell it
  std::string state;
  // The per diem destination: of FY2026 where the ZIP table lists this ZIP apart from its county, else what the newest
  // per diem year gives for the county and city. Empty where DoD publishes.
  std::string destination;
};

struct PlaceSuggestion {
  std::string label;  // "Denver, Denver County, CO 80202"
  std::string city;
  std::string county;
  std::string state;
  std::string zip;
};

struct PlaceSuggestions {
  std::vector<PlaceSuggestion> places;
  std::string message;  // empty, or why there is nothing or less: "zip 00000 is not in the FY2026 table; …"
};

class Rates {
 public:
  // Takes the text of the part `current`. Quick: finds the tables, leaves their lines for the look-ups; the built-in
  // parts were checked in full when they were built.
  // Errors: another format, not the part `current`, a line that no table begins with (`where` is "line N").
  static Result<Rates> load(std::string current);

  Rates(Rates&&) noexcept;
  Rates& operator=(Rates&&) noexcept;
  ~Rates();

  // Adds `history` or `zip`. Errors: the part's SHA-256 is not the one that `current` names; added before.
  Result<Unit> add_part(std::string text);
  bool has_history() const;
  bool has_zips() const;

  // Lays an agency's newer pack over what is loaded: any of the tables; one of the same kind and year replaces.
  // Checked in full first; refused whole, with the line at fault and the mend, and then nothing has changed.
  Result<Unit> overlay(std::string text);

  // "sha256:…" of `current` (which pins the other parts), or over it and every overlay in order.
  const std::string& digest() const;

  // ---- Pay (App. A, Part D) ----
  LookUp<BasePay> base_pay(int year, int grade, int step) const;
  LookUp<LocalityPercent> locality_percent(int year, std::string_view area_code) const;
  LookUp<PayCap> pay_cap(int year) const;
  LookUp<Salary> salary(int year, std::string_view area_code, int grade, int step) const;
  // The years with a pay table, newest first.
  std::vector<int> pay_years() const;
  // A table takes effect on the day that it names, else on the first day of the first pay period of its year.
  LookUp<PayYear> pay_year_on(Date date) const;
  // By name, "Rest of U.S." last. Empty when the year is not held.
  std::vector<PayArea> pay_areas(int year) const;
  // 5 CFR 531.603. County and city as a person writes them; a bare name that a county and an independent city share
  // means the county.
  LookUp<CountyArea> area_of_county(std::string_view state, std::string_view county, int year) const;
  // The full names of the counties of a state, by name.
  std::vector<std::string> counties(std::string_view state) const;

  // ---- Per diem (App. A, Part E, lines 5 and 6) ----
  LookUp<PerDiem> per_diem(Date date, const Place& place) const;
  // Every rate that may hold in the county on that date: its own first, then the cities listed apart.
  std::vector<PerDiem> per_diem_candidates(Date date, const Place& place) const;
  LookUp<DearestMonth> dearest_month(int fiscal_year, const Place& place) const;
  // 41 CFR 301-11.101 and 301-11.18; `total` is the day's amount for meals and incidentals.
  LookUp<MealTier> meal_tier(int fiscal_year, Money total) const;
  LookUp<Mileage> mileage(Date date) const;
  // The fiscal years with a per diem table, newest first.
  std::vector<int> per_diem_years() const;

  // ---- Places ----
  LookUp<std::vector<ZipPlace>> zip(std::string_view zip) const;
  // ZIP (three digits or more), city, county, each with or without a state behind it: "80202", "Denver CO",
  // "fairfax county, va". Best first, at most `limit`.
  PlaceSuggestions suggest_places(std::string_view text, std::size_t limit) const;

 private:
  struct Parts;
  explicit Rates(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace ftt
