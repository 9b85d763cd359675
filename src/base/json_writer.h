// Writing JSON: the same tree gives the same bytes, in UTF-8.
//
// Members come in the order of the tree, numbers with their own text, and in strings only what must be escaped is.
// Canonical is the form of RFC 8785 (JSON Canonicalization Scheme), which a digest is taken over. Its numbers are those
// of ECMAScript; they are worked out without floating point, so a number is taken if it has at most 15 significant
// digits and a magnitude from 1e-300 to below 1e301, or is a whole number up to 2^53. Any other is refused; packets
// hold decimals as strings.
//
// Precondition throughout: strings are UTF-8; bytes that are not are written as U+FFFD.
//
// Does not: make text safe inside of HTML (html_escape in text.h).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/json.h"

namespace ftt {

// Two spaces of indent, one member or element a line, a line end at the end.
std::string write_json(const Json& value);
// On one line without spaces and without a line end.
std::string write_json_compact(const Json& value);
// RFC 8785. Errors: too_precise for a number that this cannot write exactly; where is its JSON pointer.
Result<std::string> write_json_canonical(const Json& value);

// A member of an object that is put together to be written, and its value where that stands.
struct MemberView {
  std::string_view name;
  const Json* value = nullptr;
};
// The same of an object with these members. Precondition: no two of one name.
Result<std::string> write_json_canonical(std::span<const MemberView> members);

// Appends the text as a JSON string with its quotes.
void append_json_string(std::string& target, std::string_view text);

}  // namespace ftt
