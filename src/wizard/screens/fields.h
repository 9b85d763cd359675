// Nodes for the fields of the form: each leaf as the control that suits its kind, with its words out of the one table.
//
// Covers App. A to D. A leaf that does not apply gives no node; what was answered there is named by
// add_set_aside. Does not decide on which step a field is.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "form/leaf.h"
#include "view/node.h"
#include "wizard/state/session_data.h"

namespace ftt {

enum class QuestionNeed : std::uint8_t {
  needed,    // its form is not complete without it
  optional,  // may be left empty, and says so, but where leaving it open is one of its choices
  not_known  // hangs on answers that are not there yet, or comes later
};
// Of a question whose options and read_only flag stand.
void set_need(Node&, QuestionNeed);

// Adds the field of a leaf, and below it a warning where there is one.
void add_leaf(Node& parent, const SessionData&, Leaf);
// Several short fields, side by side where there is room.
void add_row(Node& parent, const SessionData&, std::string id, std::initializer_list<Leaf>);
// A worksite: one field for ZIP, city or county with suggestions, and one for the street address.
void add_place(Node& parent, const SessionData&, const PlaceLeaves&);
// The same without the street address.
void add_place_field(Node& parent, const SessionData&, const PlaceLeaves&);
// All the leaves of a composite field, in a group of its name: an office, an "other" line, a signature.
void add_composite(Node& parent, const SessionData&, std::string_view field, Arrange);

// What was answered on a step and does not apply as the answers stand now.
void add_set_aside(Node& parent, const SessionData&, Step);

}  // namespace ftt
