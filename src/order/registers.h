// Two registers: where the order can be read in more than one way, and where its text has a slip; each with what this
// program does about it.
//
// Covers App. A, Part E, line 9 and Part G, lines 1 and 2 (readings), and the slips found in the order and its forms.
//
// Does not calculate: calc works out every reading, form offers them as choices.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "order/citation.h"

namespace ftt {

struct OrderReading {
  std::string_view id;       // "trip_cost.as_worded"
  Citation cite;             // what is read
  std::string_view name;     // the one that people read everywhere
  std::string_view reading;  // what it does, in words
  std::string_view formula;  // in the form's item numbers
  std::string_view why;      // what speaks for it
  enum class Use { by_default, by_choice, beside } use;
};

struct OrderSlip {
  std::string_view id;  // "slip.part_f_note"
  Citation cite;        // where it stands
  std::string_view says;
  std::string_view done;  // what this program does
};

// The names of the four readings of line 9, in their order.
inline constexpr std::array<std::string_view, 4> trip_cost_names = {"Fare every night", "Fare once a trip",
                                                                    "Travel days at 75%", "Hotel and meals once"};

// The readings of line 9, of line 2 of Part G and of the net annual change.
std::span<const OrderReading> order_readings();
// The reading with that id; null where there is none.
const OrderReading* find_order_reading(std::string_view id);
std::span<const OrderSlip> order_slips();

}  // namespace ftt
