// One answer as JSON: how a leaf's text is written and what is taken for it on reading.
//
// Written: a count as a number, yes/no as true or false, all else as a string; what cannot be read is kept as it was.
// Read: the same forms and no other, but for a number in place of a decimal where it is exact to the leaf's places.
//
// Does not: know where the leaf stands in the packet (read_packet.cpp, write_packet.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "form/answers.h"
#include "form/field.h"

namespace ftt {

// The number of JSON in plain decimal digits without needless zeros: "1.5e2" is "150", "4.10" is "4.1". Nothing where
// that takes more than 40 digits.
std::optional<std::string> plain_decimal(std::string_view json_number);

// The answer as it is written; a bad one as the text that it is. Precondition: the leaf is not empty.
Json json_of(Leaf leaf, const Answers& answers);

// Takes what stands in a file where the leaf belongs: as the answer, or as a bad one that is kept as it is.
void take_answer(Answers& answers, const LeafInfo& leaf, const Json& value);
// The text under which a value is kept that is no answer: a string's own, else its JSON.
std::string kept_text(const Json& value);

// Whether answers stand below this place: "employee", and neither "employ" nor "employee.last_name".
bool holds_answers(std::string_view place);

// What is wrong with a text of a packet's heading, and the mend: it is blank or has U+0000 in it; empty where it is
// good.
std::string problem_of_text(std::string_view text);
// The whole number, up to 2^53 - 1, that a value is; "3.0" is one too. Nothing where it is none.
std::optional<std::int64_t> whole_number(const Json& value);
inline constexpr std::int64_t largest_whole_number = 9'007'199'254'740'991;

}  // namespace ftt
