// The canvas's own copy of the screen: nodes by id, kept up to date by the patches that the core sends.
//
// Reads the one form that view/node.h writes, and no more of JSON than that form needs: the core is trusted, the
// general reader would cost a fifth of this module's size, and reading must not slow a keystroke. Anything else is
// refused with its place, and the nodes stay as they were.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "view/node.h"

namespace ftt {

struct NodeRecord {
  Node node;  // its own `children` stay empty
  std::vector<std::string> children;
};

class NodeStore {
 public:
  // Takes {"root":"screen","nodes":[…],"removed":[…]}; error.where is the byte at which reading stopped.
  Result<Unit> apply(std::string_view patch);

  const NodeRecord* find(std::string_view id) const;
  const NodeRecord* root() const { return find(root_); }

 private:
  std::map<std::string, NodeRecord, std::less<>> nodes_;
  std::string root_;
};

}  // namespace ftt
