// The glossary: the one name of each thing that the texts speak of, and what it means in plain words.
//
// Covers the words of the order and of this program that a reader meets on more than one screen. Does not restate the
// order (citation.h does).
#pragma once

#include <span>
#include <string_view>

namespace ftt {

struct GlossaryTerm {
  std::string_view name;     // "telework site"
  std::string_view never;    // other names that no text gives to it, with commas between
  std::string_view meaning;  // "Where the employee would work from. …"
};

std::span<const GlossaryTerm> glossary();

}  // namespace ftt
