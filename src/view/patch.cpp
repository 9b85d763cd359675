// Finds the nodes that changed. Does not build screens.
#include "view/patch.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace ftt {

void PatchWriter::write_node(const Node& node, std::string& out) {
  // Most nodes are as they were sent: those are taken back, which spares a string each.
  const std::size_t before = out.size();
  if (out.back() != '[') out += ',';
  const std::size_t begin = out.size();
  append_json(out, node);
  const std::string_view json = std::string_view(out).substr(begin);
  Sent& sent = sent_[node.id];
  sent.turn = turn_;
  if (sent.json == json) {
    out.resize(before);
  } else {
    sent.json = json;
  }
  for (const Node& child : node.children) write_node(child, out);
}

std::string PatchWriter::write(const Node& screen) {
  ++turn_;
  std::string out = "{\"root\":\"" + screen.id + "\",\"nodes\":[";
  write_node(screen, out);
  out += "],\"removed\":[";
  std::vector<std::string> gone;
  for (const auto& [id, sent] : sent_) {
    if (sent.turn != turn_) gone.push_back(id);
  }
  std::sort(gone.begin(), gone.end());  // the map's own order is not the same everywhere
  for (const std::string& id : gone) {
    sent_.erase(id);
    if (out.back() != '[') out += ',';
    out += quoted_json(id);
  }
  out += "]}";
  return out;
}

}  // namespace ftt
