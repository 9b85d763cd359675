// typed_text: what was typed or pasted, as far as it can be seen.
//
// Figures and dates are pasted from mail, web pages and spreadsheets, with marks in them that nobody sees and dashes
// that only look like a minus. Readers of typed text begin here; readers of files do not.
//
// Does not: read a number or a date, or touch what people write as text (a name keeps every character).
#pragma once

#include <string>
#include <string_view>

namespace ftt {

// The text without zero-width characters, direction marks, soft hyphens and byte order marks; every blank, also a
// line end, a space, every dash and minus a "-", every apostrophe and prime a "'"; no blanks around it.
std::string seen_text(std::string_view typed);

}  // namespace ftt
