// The pay area of a county (5 CFR 531.603), for the years whose definitions are held.
// Does not guess: before 2024 and for Connecticut's planning regions the person picks the area and is told why.

#include <algorithm>

#include "base/text.h"
#include "rates/rates.h"
#include "rates/tables.h"

namespace ftt {
namespace {

// The word behind a year in the `years` line: "2025 inferred".
struct DefinitionYear {
  int year = 0;
  std::string_view standing;
};

template <class Visit>
void for_each_definition_year(const RateTable& table, Visit visit) {
  for_each_line(table, "years", [&](std::string_view line) {
    Fields fields(line);
    fields.next();
    while (!fields.at_end()) {
      const std::string_view field = fields.next();
      visit(DefinitionYear{whole_number(field.substr(0, 4)), field.size() > 5 ? field.substr(5) : std::string_view{}});
    }
  });
}

void add_sentence(std::string& note, std::string_view sentence) {
  if (!note.empty()) note += "; ";
  note += sentence;
}

}  // namespace

const RateTable* county_definitions(const RateTables& tables, int year) {
  const RateTable* found = nullptr;
  for (const RateTable& table : tables.all()) {
    if (table.kind != TableKind::counties) continue;
    for_each_definition_year(table, [&](DefinitionYear definition) {
      if (definition.year == year) found = &table;
    });
  }
  return found;
}

std::optional<County> find_county(const RateTable& definitions, const State& state, const CountyQuery& query) {
  std::optional<County> best;
  int best_fit = 0;
  bool has_twin = false;
  for_each_county(definitions, state, [&](CountyName name, std::string_view area) {
    const int fit = query.fit(name);
    if (fit == 0) return;
    if (fit < 3 && best_fit > 0 && best_fit < 3) has_twin = true;
    if (fit > best_fit) {
      best = County{name, area, false, false};
      best_fit = fit;
    }
  });
  if (best) {
    best->has_twin = has_twin && best_fit < 3;
    return best;
  }
  for_each_line(definitions, "region", [&](std::string_view line) {
    Fields fields(line);
    fields.next();
    if (best || fields.next() != state.abbreviation) return;
    const CountyName name = split_county_name(fields.next());
    if (query.fit(name) > 0) best = County{name, {}, false, true};
  });
  return best;
}

std::optional<County> only_county(const RateTable& definitions, const State& state) {
  std::optional<County> only;
  int count = 0;
  for_each_county(definitions, state, [&](CountyName name, std::string_view area) {
    ++count;
    only = County{name, area, false, false};
  });
  if (count != 1) only.reset();
  return only;
}

WhyNot unknown_state(std::string_view typed) {
  return {Lack::state_unknown, typed.empty() ? "no state is given; name it, for example VA or Virginia"
                                             : concat("there is no state ", in_quotes(typed),
                                                      "; write its name or two letters, for "
                                                      "example VA")};
}

WhyNot unknown_county(std::string_view typed, const State& state) {
  return {Lack::county_unknown,
          concat("there is no county ", in_quotes(typed), " in ", state.name,
                 "; pick one of its counties, or its independent cities as in \"Richmond city\"")};
}

LookUp<CountyArea> Rates::area_of_county(std::string_view state_text, std::string_view county_text, int year) const {
  const State* state = find_state(state_text);
  if (state == nullptr) return unknown_state(trim(state_text));
  const RateTable* newest = parts_->tables.newest(TableKind::counties);
  const RateTable* definitions = county_definitions(parts_->tables, year);
  std::string note;
  if (definitions == nullptr) {
    int first = 0;
    int last = 0;
    for (const RateTable& table : parts_->tables.all()) {
      if (table.kind != TableKind::counties) continue;
      for_each_definition_year(table, [&](DefinitionYear definition) {
        if (first == 0 || definition.year < first) first = definition.year;
        last = std::max(last, definition.year);
      });
    }
    if (newest == nullptr || year < last) {
      return WhyNot{Lack::definitions_not_held, concat("which counties make up a pay area is known for ", first,
                                                       " and later only; for ", year, " pick the area from the list")};
    }
    definitions = newest;
    note = concat("the definitions of the pay areas for ", year, " are not known; those of ", last, " used");
  }
  for_each_definition_year(*definitions, [&](DefinitionYear definition) {
    if (definition.year == year && definition.standing == "inferred") {
      add_sentence(note, concat("which counties the pay areas have in ", year, " is taken from the lists of ", year - 1,
                                " and ", year + 1, ", which are the same"));
    }
  });

  std::optional<County> county;
  const CountyQuery query(county_text, *state);
  if (query.is_empty()) {
    county = only_county(*definitions, *state);
    if (!county) return WhyNot{Lack::county_missing, concat("no county in ", state->name, " is given; name it")};
  } else {
    county = find_county(*definitions, *state, query);
    if (!county) return unknown_county(trim(county_text), *state);
  }
  if (county->is_planning_region) {
    return WhyNot{Lack::area_not_defined,
                  concat(full_name(county->name),
                         " does not have its own pay area: the areas still follow Connecticut's eight counties, and "
                         "the regions cross them; name the county, for example Hartford")};
  }
  if (county->has_twin) {
    add_sentence(note, concat("the county is meant; for the independent city write \"", county->name.stem, " city\""));
  }
  for_each_line(*definitions, "exception", [&](std::string_view line) {
    Fields fields(line);
    fields.next();
    if (fields.next() != state->abbreviation || fields.next() != full_name(county->name)) return;
    fields.next();
    add_sentence(note, fields.next());
  });
  PayArea area{county->area, county->area};
  const LookUp<LocalityPercent> percent = locality_percent(year, county->area);
  if (percent) area.name = percent->area_name;
  return CountyArea{area, state->abbreviation, full_name(county->name), source_of(*definitions), std::move(note)};
}

std::vector<std::string> Rates::counties(std::string_view state_text) const {
  std::vector<std::string> names;
  const State* state = find_state(state_text);
  const RateTable* definitions = parts_->tables.newest(TableKind::counties);
  if (state == nullptr || definitions == nullptr) return names;
  for_each_county(*definitions, *state, [&](CountyName name, std::string_view) { names.push_back(full_name(name)); });
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace ftt
