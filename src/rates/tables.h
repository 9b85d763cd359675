// The tables that are loaded, and what the look-ups in the several files share.
// Does not parse figures and is no part of what other layers see.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rates/names.h"
#include "rates/pack.h"
#include "rates/rates.h"

namespace ftt {

class RateTables {
 public:
  // Later tables stand over earlier ones of the same kind and key.
  void add(std::vector<RateTable> tables);
  const RateTable* find(TableKind kind, int year) const;
  const RateTable* newest(TableKind kind) const;
  std::span<const RateTable> all() const { return tables_; }
  // The years of a kind, newest first, each once.
  std::vector<int> years(TableKind kind) const;

 private:
  std::vector<RateTable> tables_;
};

RateSource source_of(const RateTable& table);

// The first day of the first biweekly pay period that begins on or after January 1: then the pay of a year takes effect
// (5 U.S.C. 5303(a)).
Date first_pay_period(int year);

// ---- Counties ----

struct County {
  CountyName name;
  std::string_view area;  // code; empty for a planning region, which has none
  bool has_twin = false;  // a bare name that an independent city bears too
  bool is_planning_region = false;
};

// The definitions that hold in a year: the table whose `years` line names it; null where there is none.
const RateTable* county_definitions(const RateTables& tables, int year);
// Calls visit(CountyName, area code) for each county of a state; the lines keep no order by name.
template <class Visit>
void for_each_county(const RateTable& definitions, const State& state, Visit visit) {
  for_each_line(definitions, state.abbreviation, [&](std::string_view line) {
    Fields fields(line);
    fields.next();
    const std::string_view area = fields.next();
    while (!fields.at_end()) visit(county_name_of_pack(fields.next(), state), area);
  });
}
std::optional<County> find_county(const RateTable& definitions, const State& state, const CountyQuery& query);
// The county of a state that has only one (the District, Guam).
std::optional<County> only_county(const RateTable& definitions, const State& state);
WhyNot unknown_state(std::string_view typed);
WhyNot unknown_county(std::string_view typed, const State& state);

// ---- Per diem by DoD publication ----

LookUp<PerDiem> non_foreign_per_diem(const RateTables& tables, bool has_history, Date date, const State& state,
                                     const Place& place);
std::vector<PerDiem> non_foreign_candidates(const RateTables& tables, bool has_history, Date date, const State& state,
                                            const Place& place);

// ---- ZIP codes ----

struct ZipEntry {
  std::uint32_t zip = 0;
  std::uint32_t line = 0;  // of the table's lines
  bool is_secondary = false;
};

// Every ZIP of the table and where it stands, by ZIP.
class ZipIndex {
 public:
  explicit ZipIndex(const RateTable& table);
  // The entries from `first` to `last`, both in.
  std::span<const ZipEntry> between(std::uint32_t first, std::uint32_t last) const;
  const State& state_of_line(std::uint32_t line) const;
  struct Section {
    const State* state;
    std::uint32_t begin;  // the first row
    std::uint32_t end;
  };
  std::span<const Section> sections() const { return sections_; }

 private:
  std::vector<ZipEntry> entries_;
  std::vector<Section> sections_;
};

struct Rates::Parts {
  std::vector<std::unique_ptr<const std::string>> texts;  // the tables are views into them
  RateTables tables;
  std::vector<PinnedPart> pins;
  std::string chain;   // the digests of the current part and of every overlay, one a line
  std::string digest;  // "sha256:…"
  bool has_history = false;
  std::optional<RateTable> zip_table;
  std::optional<ZipIndex> zips;
};

}  // namespace ftt
