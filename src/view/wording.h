// The words that several screens and prints say: what a figure does, which reading it is, which days off a clock skips,
// how a sentence stands.
//
// Covers App. A, Part E, line 9, and Part G, and the clocks of ¶9. Does not calculate.
#pragma once

#include <string>
#include <string_view>

#include "calc/worksheet.h"
#include "rules/deadlines.h"

namespace ftt {

// With a capital first.
std::string sentence_case(std::string_view);
// With a capital first and a full stop at the end; nothing stays nothing.
std::string as_sentence(std::string_view);

// "costs $10,087.20", "saves $3,900.00", "$0.00": what a part adds to the total, in words that need no sign.
std::string spoken_amount(Money);
// A few words for a reading of line 9: "as worded".
std::string_view short_name(TripCostMethod);
// The same with what is to be said of it: "As worded, in use".
std::string name_of_reading(const ReadingRow&);
// "costs more", "saves", "costs the same"; "not known yet" where it is unknown.
std::string_view words_of(Verdict);
// "Skipped besides weekends: Memorial Day, May 27, 2024."; empty where no other day off was skipped.
std::string skipped_in_words(const Deadline&);

}  // namespace ftt
