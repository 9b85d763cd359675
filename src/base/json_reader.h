// Reading JSON from outside: bounded, strict, and never the end of the program.
//
// Refused, each with its own message that says the place and the mend: too many bytes, no bytes, UTF-16 and UTF-32, a
// byte order mark, bytes that are not UTF-8, text that is not JSON or ends early, NaN and Infinity, numbers beyond what
// 64-bit floating point holds (1e400), nesting that is too deep, texts that are too long, members named twice.
// `__proto__` is a member like any other. Numbers keep their exact text.
//
// Does not: know packets, accept comments or trailing commas, or guess what was meant.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/json.h"
#include "base/result.h"

namespace ftt {

struct JsonLimits {
  std::size_t max_bytes = std::size_t{8} * 1024 * 1024;
  std::size_t max_depth = 32;     // arrays and objects inside each other, the outermost one counted
  std::size_t max_text = 20'000;  // code points of a string or of a member's name
  // Whether the string at this JSON pointer is taken however long it is, since whoever asked for it bounds it himself.
  // Asked only of longer ones; null: none is.
  bool (*takes_long_text)(std::string_view pointer) = nullptr;
  // Whether the member's value is read over: its writing has to be right, nothing else of it is looked at, and the tree
  // is without the member. `top` is the member of the outermost object that it stands in, itself at depth 1. Null: none.
  bool (*reads_over)(std::size_t depth, std::string_view top, std::string_view name) = nullptr;
};

// The tree of the text. Error.where is a JSON pointer for what is wrong with a value and "line 3, column 7" for what
// is wrong with the writing. Errors: empty, malformed, truncated, wrong_encoding, limit_exceeded, repeated,
// out_of_range.
Result<Json> read_json(std::string_view text, const JsonLimits& limits = {});

}  // namespace ftt
