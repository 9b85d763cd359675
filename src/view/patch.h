// What has changed between two screens, for faces that keep their own map of nodes.
//
// The serialized form of every node that was sent is kept, so that a change is found by comparing what would be sent.
// Does not know what a node means.
#pragma once

#include <string>
#include <unordered_map>

#include "view/node.h"

namespace ftt {

class PatchWriter {
 public:
  // The patch from the screen of the last call to this one, as compact JSON
  // {"root":"screen","nodes":[…],"removed":["id",…]}; after reset() it holds every node.
  std::string write(const Node& screen);
  void reset() { sent_.clear(); }

 private:
  struct Sent {
    std::string json;
    unsigned turn = 0;
  };
  void write_node(const Node& node, std::string& out);

  std::unordered_map<std::string, Sent> sent_;
  unsigned turn_ = 0;
};

}  // namespace ftt
