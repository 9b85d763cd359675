// One answer as JSON: how a leaf's text is written and what is taken for it on reading.
//
// Written: a count as a number, yes/no as true or false, all else as a string; a text that cannot be read is written as
// the string that it is. Read: also a number where it is exact to the leaf's places, and "yes" or "no".
//
// Does not: know where the leaf stands in the packet (read_packet.cpp, write_packet.cpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "form/answers.h"
#include "form/field.h"

namespace ftt {

/// The number of JSON in plain decimal digits without needless zeros: "1.5e2" is "150", "4.10" is "4.1". Nothing where
/// that takes more than 40 digits.
std::optional<std::string> plain_decimal(std::string_view json_number);

/// The answer as it is written. Precondition: the leaf is not empty.
Json json_of(Leaf leaf, const Answers& answers);

// What was found where a leaf belongs: the text to set, and what was wrong with the kind of value.
struct FoundAnswer {
  std::optional<std::string> text;  // nothing where the value is a list, an object or null
  std::string problem;              // empty, or what is wrong and the mend
};
/// The text that a value gives for a leaf. A value of the wrong type that still is a text, number, true or false gives
/// its text, so that it can be mended.
FoundAnswer found_answer(const LeafInfo& leaf, const Json& value);

}  // namespace ftt
