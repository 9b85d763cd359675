// Worksheet: every line that the form calculates, with its trail: formula, what went in, the rates used, the rounding,
// the citation; and beside the lines what they mean together (readings of line 9, justification, break-even).
//
// Figures stay typed and texts are views of static text or of the Rates, which must outlive the worksheet; whoever
// shows a line formats it (to_decimal, to_display of a Figure).
//
// Does not hold answers, and never holds a zero where something is unknown: a line without a value has `needs`.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "calc/figure.h"
#include "calc/inline_list.h"
#include "calc/line.h"
#include "form/field.h"

namespace ftt {

// Where a figure comes from. assumed: nobody has given it, the estimate takes it so (form/estimate.h).
enum class Origin : std::uint8_t { answered, assumed, table, entered, derived };
// "from the table", "entered" …, for people.
std::string_view words_of(Origin origin);
// "table", "entered" …, for the packet.
std::string_view name_of(Origin origin);

struct LineInput {
  std::string_view id;     // a leaf's or a line's; "rates.base_pay", "rates.locality_percent" for what a table gives
  std::string_view item;   // "E4"
  std::string_view label;  // "Round trip transportation cost per trip"
  Figure value;            // none where it is what the line needs
  Origin origin = Origin::answered;
};

struct RateUse {
  std::string_view table;   // "General Schedule base pay"
  std::string_view entry;   // "Washington-Baltimore-Arlington, DC-MD-VA-WV-PA"; the per diem destination; may be empty
  int year = 0;             // pay year or fiscal year
  std::string_view source;  // the table's own source line
};

struct WorksheetLine {
  Line id{};                 // its item, label and citation: info(id)
  std::string_view formula;  // "(E4 + E5 + E6 + E7) × E8"; empty for a figure that is looked up
  Figure value{};            // none: unknown, and then `needs` is not empty
  Origin origin = Origin::derived;
  std::string_view reading{};   // "as_worded", "net_change"; empty where the line has one reading
  std::string_view rounding{};  // "to the cent, half away from zero"; empty where nothing is rounded
  std::string_view note{};      // static words on this line; may be empty
  std::string said{};  // what the rates say of it: why there is no figure, or a table past its time; may be empty
  InlineList<LineInput, 8> inputs{};
  InlineList<Leaf, 32> needs{};  // the answers that are missing, each once
  InlineList<RateUse, 3> rates{};

  explicit WorksheetLine(Line line) : id(line), formula(info(line).formula), reading(info(line).reading) {}
};

// What G2 is the percentage of (the form does not word it).
enum class PercentReading : std::uint8_t {
  net_change,  // (D5 + G1) ÷ D4
  overall      // G1 ÷ D4
};
// "net_change", "overall".
std::string_view name_of(PercentReading reading);
// The reading of that name, as a configuration gives it. Errors: unknown_choice.
Result<PercentReading> parse_percent_reading(std::string_view name);

// The largest number of trips with a net annual change of at most 0. Where each trip saves money and it costs more
// without any, there is no largest number but a least one: at_least.
struct BreakEven {
  enum class State : std::uint8_t { unknown, none, trips, any, at_least };
  State state = State::unknown;
  Count trips;  // for State::trips and State::at_least
  friend bool operator==(const BreakEven&, const BreakEven&) = default;
};

// One reading of line 9 with everything that follows from it.
struct ReadingRow {
  TripCostMethod method = TripCostMethod::as_worded;
  bool in_use = false;
  std::optional<Money> trip_cost;             // E9
  std::optional<Money> annual;                // E11
  std::optional<Money> overall;               // G1
  std::optional<Money> net_annual_change;     // D5 + G1
  std::optional<Percent> percent;             // G2 as the settings read it
  std::optional<Money> trip_cost_difference;  // against the reading in use
  std::optional<Money> annual_difference;
  bool flips_verdict = false;  // a cost here and a saving in the reading in use, or the other way round
  BreakEven break_even;
};

// Whether the costs have to be justified (HRM 6040.2 ¶8e(1); App. A, Part I, item 1), and which figure says so.
enum class Justification : std::uint8_t {
  unknown,       // not both figures are known, and none that is known asks for it
  not_required,  // neither the net annual change nor G1 is above 0, nor is the net change in a short term
  net_change,    // the net annual change is above 0
  overall,       // G1 alone is above 0, though the net annual change is not
  net_change_and_overall,
  term  // of a short-term arrangement: the net change in its term is above 0, though neither figure of a year is
};
// Whether one of its figures asks for it.
constexpr bool is_required(Justification justification) {
  return justification != Justification::unknown && justification != Justification::not_required;
}

enum class Verdict : std::uint8_t { unknown, saves, even, costs };

struct Worksheet {
  std::vector<WorksheetLine> lines;  // each at most once, in the order of the form

  std::array<ReadingRow, 4> readings;  // the readings ledger, in the order of trip_cost_methods
  TripCostMethod method_in_use = TripCostMethod::as_worded;
  bool method_must_be_chosen = false;  // 0 nights and no choice: line 9 in use is unknown
  bool readings_differ = false;
  PercentReading percent_in_use = PercentReading::net_change;

  std::optional<Money> net_annual_change;
  Verdict verdict = Verdict::unknown;  // of the net annual change
  Justification justification = Justification::unknown;
  BreakEven break_even;  // for the reading in use

  int pay_year = 0;              // 0: no pay table was used
  int per_diem_fiscal_year = 0;  // 0: no per diem table was used

  // The line; null where the worksheet has none.
  const WorksheetLine* find(Line id) const;
  // Its figure; none where there is no such line or it is unknown.
  Figure value(Line id) const;
  // The same as an amount; none too where the figure is none of money.
  std::optional<Money> money(Line id) const;
};

}  // namespace ftt
