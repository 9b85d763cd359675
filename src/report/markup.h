// Text inside of XML and HTML, where it does nothing.
//
// Does not: know elements (base/text.h escapes).
#pragma once

#include <string>
#include <string_view>

namespace ftt::report {

// What no file of text can hold as U+FFFD: bytes that are not UTF-8, control characters but line ends and tabs, U+FFFE
// and U+FFFF. Line ends as LF.
std::string clean(std::string_view text);

// The same with & < > " and ' as references.
std::string inert(std::string_view text);

}  // namespace ftt::report
