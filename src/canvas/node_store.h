// The canvas's own copy of the screen: nodes by id, kept up to date by the patches that the core sends.
//
// Anything but a patch is refused with its place, and the nodes stay as they were.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "view/node.h"

namespace ftt {

class NodeStore {
 public:
  // Takes what read_patch() reads.
  Result<Unit> apply(std::string_view answer);

  const NodeRecord* find(std::string_view id) const;
  const NodeRecord* root() const { return find(root_); }

 private:
  std::map<std::string, NodeRecord, std::less<>> nodes_;
  std::string root_;
};

}  // namespace ftt
