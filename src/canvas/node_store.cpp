// Keeps the nodes. Does not read them (view/node.h does).
#include "canvas/node_store.h"

#include <utility>

namespace ftt {

Result<Unit> NodeStore::apply(std::string_view answer) {
  Patch patch = FTT_TRY(read_patch(answer));
  for (const std::string& id : patch.removed) nodes_.erase(id);
  for (NodeRecord& record : patch.nodes) {
    std::string id = record.node.id;
    nodes_.insert_or_assign(std::move(id), std::move(record));
  }
  root_ = std::move(patch.root);
  return Unit{};
}

const NodeRecord* NodeStore::find(std::string_view id) const {
  const auto found = nodes_.find(id);
  return found == nodes_.end() ? nullptr : &found->second;
}

}  // namespace ftt
