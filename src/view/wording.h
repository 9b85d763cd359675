// The words that several screens and prints say: which reading a figure is of, which days off a clock skips,
// how a sentence stands.
//
// Covers App. A, Part E, line 9, and Part G, and the clocks of ¶9. Does not calculate.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/money.h"
#include "calc/worksheet.h"
#include "rules/deadlines.h"

namespace ftt {

// With a capital first.
std::string sentence_case(std::string_view);
// With a capital first and a full stop at the end; nothing stays nothing.
std::string as_sentence(std::string_view);
// With a full stop at the end; a question keeps its own mark alone.
std::string with_stop(std::string_view);

// "1 packet", "2,300 packets".
std::string number_of(std::size_t count, std::string_view one, std::string_view several);
// "$412.60"; what is not there is not known yet.
std::string shown_money(const std::optional<Money>&);

// The one name of a reading of line 9: "Fare every night".
std::string_view name_of_method(TripCostMethod);
// The same with what is to be said of it: "Fare every night, in use".
std::string name_of_reading(const ReadingRow&);
// "Skipped besides weekends: Memorial Day, May 27, 2024."; empty where no other day off was skipped.
std::string skipped_in_words(const Deadline&);

}  // namespace ftt
