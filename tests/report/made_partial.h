// Partials of facts that are written down here, for tests of the tables. Does not read packets.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/sha256.h"
#include "base/text.h"
#include "report/partial.h"

namespace ftt::report::test {

using Given = std::vector<std::pair<Fact, std::string>>;

inline Facts facts_of_given(std::string_view id, const Given& given) {
  Facts facts;
  facts.set(Fact::id, std::string(id));
  facts.set(Fact::packet, sha256_hex(concat("packet ", id)));
  facts.set(Fact::fiscal_year, "2027");
  for (const auto& [fact, text] : given) facts.set(fact, text.empty() ? std::nullopt : std::optional(text));
  return facts;
}

// Approved, begun, with all papers, within its budget, its review done.
inline Given in_order() {
  return {{Fact::component, "PBS"},
          {Fact::name, "Doe, Pat"},
          {Fact::state, "approved"},
          {Fact::type, "new"},
          {Fact::action, "incumbent"},
          {Fact::approved_on, "2026-01-20"},
          {Fact::effective, "2026-02-02"},
          {Fact::first_agreement, "2026-01-26"},
          {Fact::agreement_signed_on, "2026-01-26"},
          {Fact::telework_agreement, "yes"},
          {Fact::transit_subsidy, "no"},
          {Fact::justification_required, "no"},
          {Fact::justification_given, "no"},
          {Fact::rationale_kind, "retain"},
          {Fact::rationale, "It keeps an experienced analyst."},
          {Fact::same_commuting_area, "no"},
          {Fact::requested_area, "Rest of U.S."},
          {Fact::agency_area, "Washington"},
          {Fact::salary_difference, "-14483.00"},
          {Fact::net_change, "-8295.80"},
          {Fact::trip_cost_method, "as_worded"},
          {Fact::annual_as_worded, "10087.20"},
          {Fact::budget_h1, "5043.60"},
          {Fact::budget_h2, "5043.60"},
          {Fact::spent_h1, "5000.00"},
          {Fact::first_review_due, "2026-08-15"},
          {Fact::review_due, "2026-08-15"},
          {Fact::worksite_change_completed, "2026-02-01"},
          {Fact::worksite_verified_on, "2026-02-20"},
          {Fact::rates, "sha256:r"}};
}

inline Given with(Given given, const Given& more) {
  for (const auto& one : more) given.push_back(one);
  return given;
}

inline Entry entry_of(const Facts& facts, std::string place) {
  Entry entry;
  entry.id = facts.words(Fact::id);
  entry.copies.push_back(copy_of(facts, {std::move(place)}));
  return entry;
}

inline Partial partial_of(const std::vector<std::pair<std::string, Given>>& packets) {
  constexpr Date day = calendar_date(2026, 11, 27);
  Partial partial(FiscalYear(2027), day);
  for (const auto& [id, given] : packets) {
    partial.add(sha256_hex(id), entry_of(facts_of_given(id, given), concat(id, ".json")));
  }
  return partial;
}

}  // namespace ftt::report::test
