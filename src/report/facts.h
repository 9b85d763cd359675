// facts: one flat line a packet, telework-facts/1: all that the roll-up needs to know of it, and nothing else.
//
// Every value is a text or null: yes and no, money in plain decimals, dates as dates. Null is unknown, or does not
// apply; it is never zero. Figures are worked out again by the rates at hand; what the file's own worksheet says
// otherwise is told in one column.
//
// A packet is worked out for its own date, as everywhere; only `phase` hangs on the day that it is read. One without a
// date of its own is worked out for that day.
//
// Covers what HRM 6040.2 ¶13a to ¶13f, ¶9, ¶10, ¶11 and Part M ask to be gathered.
//
// Does not: add anything up, say what is late, or know how offices spell their names.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/money.h"
#include "base/result.h"
#include "packet/packet.h"
#include "rates/rates.h"
#include "rules/settings.h"

namespace ftt::report {

inline constexpr std::string_view facts_format = "telework-facts/1";

enum class Fact : std::uint8_t {
#define FTT_FACT(name) name,
#define FTT_OF_DAY(name) name,
#define FTT_HELD(name) name,
#include "report/facts.inc"
#undef FTT_FACT
#undef FTT_OF_DAY
#undef FTT_HELD
};
inline constexpr std::size_t fact_count = 0
#define FTT_FACT(name) +1
#define FTT_OF_DAY(name) +1
#define FTT_HELD(name) +1
#include "report/facts.inc"
#undef FTT_FACT
#undef FTT_OF_DAY
#undef FTT_HELD
    ;
// column: of telework-facts/1. of_day: one too, but hangs on the day. held: in partials alone.
enum class FactKind : std::uint8_t { column, of_day, held };
// "approved_on".
std::string_view name_of(Fact fact);
FactKind kind_of(Fact fact);
std::optional<Fact> fact_of(std::string_view name);

class Facts {
 public:
  const std::optional<std::string>& text(Fact fact) const { return values_[static_cast<std::size_t>(fact)]; }
  // The text, empty for null.
  std::string_view words(Fact fact) const;
  bool is(Fact fact, std::string_view value) const { return words(fact) == value && text(fact).has_value(); }
  // Nothing for null and for what is no date, amount or number.
  std::optional<Date> date(Fact fact) const;
  std::optional<Money> money(Fact fact) const;
  std::optional<bool> yes_no(Fact fact) const;
  std::optional<std::int64_t> number(Fact fact) const;

  void set(Fact fact, std::optional<std::string> value) { values_[static_cast<std::size_t>(fact)] = std::move(value); }

  friend bool operator==(const Facts&, const Facts&) = default;

 private:
  std::array<std::optional<std::string>, fact_count> values_;
};

// What the packets of one run are worked out by. The rates must outlive it.
struct FactsFor {
  const Rates& rates;
  Date today;
  FiscalYear year;
  CalcSettings calc{};
  PolicySettings policy{};
};

// The digests of a chain's sound entries in their order, behind the head that it continues; in hexadecimal.
using History = std::vector<std::string>;

// The facts of a packet as it was read; of its worksheet no more is looked at than ids and values.
Facts facts_of(const OpenedPacket& opened, const FactsFor& by);

// The same but for Fact::packet, the digest of `answered`: of several packets these are worked out together.
struct FactsToBe {
  Facts facts;
  std::string answered;
  std::vector<History> histories;  // what its chain and that of the packet under review tell
};
FactsToBe facts_to_be(const OpenedPacket& opened, const FactsFor& by);

// The phase on a day, by what is held (HRM 6040.2 ¶12): "not_begun", "active", "suspended", "ended"; empty while no
// first day is known.
std::string_view phase_on(const Facts& facts, Date day);

// {"format":"telework-facts/1","id":"…",…} on one line, without its end: the columns in their order.
std::string facts_line(const Facts& facts);
// What a partial holds, in the same form without a format: all but what hangs on the day.
void append_held(std::string& target, const Facts& facts);
// Reads that again, and a line of facts; columns that this version does not know are an error. Errors: wrong_type,
// unknown_choice, malformed for what is no state, amount or yes and no, not_found for a column that is not there.
Result<Facts> read_held(const Json& json);
// The same of what append_held wrote.
Facts facts_of_held(std::string_view held);

}  // namespace ftt::report
