// The order's numbers, each with the paragraph that sets it, so that a successor order is a change in one place.
//
// Covers HRM 6040.2 ¶7a and App. A, Part A, item 3: what makes an arrangement short-term.
//
// Does not hold the rates' figures, which change every year (src/rates).
#pragma once

#include "base/count.h"
#include "base/date.h"
#include "order/citation.h"

namespace ftt {

template <class T>
struct OrderNumber {
  T value;
  Citation cite;
};

/// The edition that is followed. In the packet: `order`.
inline constexpr std::string_view order_edition = "HRM 6040.2 (2018-06-29)";
/// The same for people.
inline constexpr std::string_view order_edition_in_words = "HRM 6040.2 · June 29, 2018";

/// An arrangement of up to so many days needs none of the three documents.
inline constexpr OrderNumber<Days> undocumented_days{Days(90), cite("HRM 6040.2 ¶7a")};
/// A short-term arrangement takes more than so many days …
inline constexpr OrderNumber<Days> short_term_exceeds{Days(90), cite("App. A, Part A, item 3")};
/// … and less than so many years.
inline constexpr OrderNumber<Count> short_term_is_below_years{Count(1), cite("App. A, Part A, item 3")};

}  // namespace ftt
