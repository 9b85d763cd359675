// What a person is called in the name of a file and in the title that a browser makes one of.
//
// The letters stay as they are typed, in any script (Zoë, Müller, İstanbul, 李): every system's file names hold them.
// What some system refuses or shows otherwise than it is (slashes, colons, control characters, marks of direction)
// parts two words; what is too long ends early. The tool's own words stand before and behind it, so that no name is a
// device (CON) and none ends with a dot.
//
// Does not: make names differ that were alike, or open files.
#pragma once

#include <string>
#include <string_view>

namespace ftt {

// The name with `between` where something parts two words; at most 100 bytes, and empty where it has no letter.
std::string name_for_file(std::string_view name, std::string_view between);

}  // namespace ftt
