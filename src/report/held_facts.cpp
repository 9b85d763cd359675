// What a partial holds of a packet, read again, strictly. See facts.h.
#include <algorithm>
#include <array>
#include <utility>

#include "base/assert.h"
#include "base/json_events.h"
#include "base/text.h"
#include "report/facts.h"
#include "rules/chain.h"

namespace ftt::report {
namespace {

constexpr std::array yes_no_facts = {Fact::recorded,           Fact::same_commuting_area,   Fact::transit_subsidy,
                                     Fact::telework_agreement, Fact::stored_figures_differ, Fact::justification_given,
                                     Fact::redacted,           Fact::justification_required};
constexpr std::array money_facts = {Fact::salary_difference, Fact::annual_as_worded,   Fact::annual_per_night,
                                    Fact::annual_per_diem,   Fact::annual_extras_only, Fact::budget_h1,
                                    Fact::budget_h2,         Fact::net_change,         Fact::spent_h1,
                                    Fact::spent_h2};

// What is counted or added up must be what it is written as: nothing else can be told from it.
bool is_written_so(Fact fact, const std::string& text) {
  const auto is_of = [&](const auto& facts) { return std::find(facts.begin(), facts.end(), fact) != facts.end(); };
  if (is_of(yes_no_facts)) return text == "yes" || text == "no";
  if (is_of(money_facts)) {
    const Result<Money> money = parse_money(text);
    const bool may_be_negative = fact != Fact::spent_h1 && fact != Fact::spent_h2;
    return money && to_decimal(*money) == text && (may_be_negative || *money >= Money());
  }
  if (fact != Fact::state) return true;
  for (auto state = ChainState::draft;; state = static_cast<ChainState>(static_cast<int>(state) + 1)) {
    if (ftt::name_of(state) == text) return true;
    if (state == ChainState::approved) return false;
  }
}

}  // namespace

Result<Facts> read_held(const Json& json) {
  if (!json.is_object()) {
    return Error{ErrorCode::wrong_type, "facts", concat(describe(json.kind()), " is where the facts go.")};
  }
  Facts facts;
  std::size_t read = 0;
  for (const Json::Member& member : *json.as_object()) {
    const std::optional<Fact> fact = fact_of(member.name);
    if (!fact || kind_of(*fact) == FactKind::of_day) {
      return Error{ErrorCode::unknown_choice, concat("facts.", member.name),
                   concat("There is no fact ", in_quotes(member.name), " in a partial of this version.")};
    }
    if (!member.value.is_null() && !member.value.is_string()) {
      return Error{ErrorCode::wrong_type, concat("facts.", member.name),
                   concat(describe(member.value.kind()), " is where a text or null goes.")};
    }
    ++read;
    const std::string* text = member.value.as_string();
    if (text == nullptr) continue;
    if (!is_written_so(*fact, *text)) {
      return Error{ErrorCode::malformed, concat("facts.", member.name),
                   concat(in_quotes(*text), " does not go here. Make the partial again.")};
    }
    facts.set(*fact, *text);
  }
  std::size_t held = 0;
  for (std::size_t i = 0; i < fact_count; ++i) held += kind_of(static_cast<Fact>(i)) != FactKind::of_day ? 1U : 0U;
  if (read != held) return Error{ErrorCode::not_found, "facts", "A fact is missing. Make the partial again."};
  return facts;
}

Facts facts_of_held(std::string_view held) {
  Facts facts;
  JsonEvents events(held);
  events.each_member([&](std::string_view name) {
    const std::optional<Fact> fact = fact_of(name);
    const JsonEvent event = events.next();
    if (fact && event == JsonEvent::string) {
      facts.set(*fact, std::move(events.text()));
    } else if (event != JsonEvent::null) {
      events.fail();
    }
  });
  FTT_ASSERT(!events.has_failed(), "The facts of a copy cannot be read back.");
  return facts;
}

}  // namespace ftt::report
