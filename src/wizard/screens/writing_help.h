// Help beside a field: prompts for the texts of Part I, and Part H's estimate as a sum of the parts of 41 CFR 302.
//
// Covers HRM 6040.2 ¶8d and ¶8e. Does not write a text for anybody (rules/writing_8e.h has the prompts).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/money.h"
#include "form/leaf.h"
#include "view/node.h"
#include "wizard/state/session_data.h"

namespace ftt {

// The prompts for a text, each folded.
void add_writing_help(Node& parent, const SessionData&, Leaf);

// "helper.relocation:goods" is the field of the part "goods"; empty where the node is none of them.
std::string_view relocation_part_of(std::string_view node);
std::string field_of_relocation_part(std::string_view part);
// The helper of Part H: an amount for each part, and their sum.
void add_relocation_helper(Node& parent, const SessionData&);

}  // namespace ftt
