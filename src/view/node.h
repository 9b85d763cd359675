// The view model: what a screen says, as a tree of plain data that the canvas, the HTML twin and the tests read alike.
//
// A screen is described once, with these nodes; pixels and elements are made from them. A node knows its words and its
// state, never its place or its color. Strings are UTF-8 and not escaped: whoever draws them makes them inert. The
// types and their members stand in node.inc.
//
// Does not decide anything, does not measure text, does not know ImGui or HTML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace ftt {

#define FTT_ENUM(Type) enum class Type : std::uint8_t {
#define FTT_ENUMERATOR(name) name,
#define FTT_END_ENUM(Type) \
  }                        \
  ;
#define FTT_OBJECT(Type) struct Type {
#define FTT_NAMES(Type) FTT_OBJECT(Type)
#define FTT_PAIR(Type) FTT_OBJECT(Type)
#define FTT_MEMBER(type, name) type name{};
#define FTT_GIVEN(type, name) FTT_MEMBER(type, name)
#define FTT_END_STRUCT(Type)                    \
  bool operator==(const Type&) const = default; \
  }                                             \
  ;
#include "view/node.inc"

// The name that the serialized form uses for an enumerator: the enumerator's own.
#define FTT_ENUM(Type) std::string_view name_of(Type);
#define FTT_ENUMERATOR(name)
#define FTT_END_ENUM(Type)
#include "view/node.inc"

// Whether two nodes are alike but for what they hold.
bool alike_but_for_children(const Node&, const Node&);

// The node without its children as compact JSON: members that have their default are left out, children are a list of
// ids. {"id":"travel_budget.transport","kind":"field","label":"…","item":"E4","input":"money","flags":["required"],…}
// This is the one form in which both faces receive the view model.
std::string to_json(const Node&);
// The same behind what `out` holds already.
void append_json(std::string& out, const Node&);

std::string to_json(const ChartLayout&);

// A node as it was written: its children are named.
struct NodeRecord {
  Node node;  // its own `children` stay empty
  std::vector<std::string> children;
};

// What a patch (patch.h) says.
struct Patch {
  std::string root;
  std::vector<NodeRecord> nodes;
  std::vector<std::string> removed;
};

// The patch in what the wizard answers to the page, {"effects":[…],"patch":{"root":…,"nodes":[…],"removed":[…]}}: the
// patch with no more than what is written here; what stands beside it is not looked at. Error.where is the byte at
// which reading stopped. Errors: malformed.
Result<Patch> read_patch(std::string_view answer);

}  // namespace ftt
