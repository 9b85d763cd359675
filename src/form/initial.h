// What counts as one letter of a name: a letter of any script, alone or with the marks behind it that make one sign of
// it, so that É is a letter in one code point or in two, and कि is one.
//
// Does not: change the text, or know which characters are letters (base/letters.h).
#pragma once

#include <string>
#include <string_view>

namespace ftt {

// Whether well-formed UTF-8 is one letter. A digit, a mark without a letter, a blank, a sign and an emoji are none.
bool is_one_letter(std::string_view text);
// The same as a pattern of ECMA-262 with the flag u, for the JSON Schema.
std::string one_letter_pattern();

}  // namespace ftt
