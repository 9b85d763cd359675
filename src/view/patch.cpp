// Finds the nodes that changed. Does not build screens.
#include "view/patch.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json_writer.h"
#include "base/text.h"

namespace ftt {
namespace {

bool hold_the_same(const Node& a, const Node& b) {
  return std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                    [](const Node& one, const Node& other) { return one.id == other.id; });
}

class PatchWriter {
 public:
  explicit PatchWriter(const Node* before) : before_(before) {}

  void add(const Node& now, const Node* before) {
    const bool holds_the_same = before != nullptr && hold_the_same(now, *before);
    has_moved_ = has_moved_ || !holds_the_same;
    if (!holds_the_same || !alike_but_for_children(now, *before)) {
      if (!nodes_.empty()) nodes_ += ',';
      append_json(nodes_, now);
    }
    for (std::size_t i = 0; i < now.children.size(); ++i) {
      const Node& child = now.children[i];
      add(child, holds_the_same ? &before->children[i] : find_before(child.id));
    }
  }

  std::string write(const Node& now) {
    std::string out = "{\"root\":";
    append_json_string(out, now.id);
    append(out, ",\"nodes\":[", nodes_, "],\"removed\":[");
    for (const std::string_view id : removed(now)) {
      if (out.back() != '[') out += ',';
      append_json_string(out, id);
    }
    return out + "]}";
  }

 private:
  // Where what a node holds is no longer the same, its children may have been anywhere.
  const Node* find_before(std::string_view id) {
    if (before_ == nullptr) return nullptr;
    if (known_.empty()) remember(*before_);
    const auto found = known_.find(id);
    return found == known_.end() ? nullptr : found->second;
  }
  void remember(const Node& node) {
    known_.emplace(node.id, &node);
    for (const Node& child : node.children) remember(child);
  }

  std::vector<std::string_view> removed(const Node& now) const {
    std::vector<std::string_view> gone;
    if (before_ == nullptr || !has_moved_) return gone;
    const std::vector<std::string_view> here = sorted_ids(now);
    const std::vector<std::string_view> there = sorted_ids(*before_);
    std::set_difference(there.begin(), there.end(), here.begin(), here.end(), std::back_inserter(gone));
    return gone;
  }
  static std::vector<std::string_view> sorted_ids(const Node& tree) {
    std::vector<std::string_view> ids;
    add_ids(tree, ids);
    std::sort(ids.begin(), ids.end());
    return ids;
  }
  static void add_ids(const Node& node, std::vector<std::string_view>& ids) {
    ids.push_back(node.id);
    for (const Node& child : node.children) add_ids(child, ids);
  }

  const Node* before_;
  std::unordered_map<std::string_view, const Node*> known_;
  std::string nodes_;
  bool has_moved_ = false;
};

}  // namespace

std::string patch_between(const Node* before, const Node& now) {
  PatchWriter patch(before);
  patch.add(now, before);
  return patch.write(now);
}

}  // namespace ftt
