// Short ways to make a node, so that a step reads like the screen it describes.
//
// Each function takes the node's id and words and gives a node with the rest at its default.
// Does not know any field of the form.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "view/node.h"

namespace ftt::build {

Node region(Region, std::string label);
Node heading(std::string id, std::uint8_t level, std::string label);
Node text(std::string id, std::string label, Tone = Tone::plain);
Node group(std::string id, std::string label = {}, Arrange = Arrange::stack);
// Its value is what every face can show as it is: in a field of one line a line break is a blank, in a long text a line
// feed.
Node field(std::string id, InputType, std::string label, std::string_view value);
Node select(std::string id, std::string label, std::string value, std::vector<Option>);
Node choice(std::string id, std::string label, std::string value, std::vector<Option>);
Node checkbox(std::string id, std::string label, bool is_checked);
Node button(std::string id, std::string label, Tone = Tone::secondary);
Node link(std::string id, std::string label, std::string target);
// `does` is what its link says: "Change".
Node answer(std::string id, std::string label, std::string value, std::string does, std::string target);
Node figure(std::string id, std::string label, std::string value, std::string detail);
Node finding(std::string id, Tone, std::string label);
Node disclosure(std::string id, std::string label, bool is_open);
Node table(std::string id, std::string caption, std::vector<TableColumn>);

// The first node of this id in the tree, or null.
const Node* find(const Node& tree, std::string_view id);

}  // namespace ftt::build
