// The parts of 41 CFR 302 under which GSA pays a relocation: Part H's estimate as their sum (App. A, Part H; ¶8d).
//
// Does not: know any rate, or whether a part holds for a person: both are in the regulation.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/money.h"
#include "order/citation.h"

namespace ftt {

struct RelocationPart {
  std::string_view id;  // "househunting"
  Citation cite;        // its heading and what it pays
};

// In the order of the regulation.
std::span<const RelocationPart> relocation_parts();

// What was typed, by the part's id; an empty text is a part that is left out.
using RelocationTexts = std::map<std::string, std::string, std::less<>>;
// An amount of a part as it was typed. Errors: those of parse_money; out_of_range below 0 and above the largest amount
// that a field takes.
Result<Money> read_relocation_amount(std::string_view text);
// The sum of the parts; nothing where none is typed, one cannot be read, or it is more than a field takes.
std::optional<Money> sum_of_relocation(const RelocationTexts& texts);

}  // namespace ftt
