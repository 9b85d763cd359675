// chain_changes: what Parts A to I were at an entry of the chain, and what has changed since.
//
// `handed_over` has them as the last entry saw them; the entries `edited` tell the way back. What comes out is taken
// only where its digest is what that entry saw, so that nothing can be passed off as having been in front of somebody.
//
// Does not: know who made a change, or which of two values is right.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "packet/chain_entries.h"

namespace ftt {

// A difference between two trees: where, as a JSON pointer, and what stood and stands there; nothing where nothing
// does.
struct ContentChange {
  std::string at;
  std::optional<Json> before;
  std::optional<Json> after;
  friend bool operator==(const ContentChange&, const ContentChange&) = default;
};
// What turns the one into the other, objects member by member and all else as a whole.
std::vector<ContentChange> changes_between(const Json& before, const Json& after);

// [{"at": "/travel_budget/trips", "old": 4, "new": 9}], without old or new where nothing stood or stands.
Json changes_json(const std::vector<ContentChange>& changes);

// Puts the value where the pointer leads, or takes out what stands there; objects on the way are made. Whether it could
// be: false where the way leads through something else, and out of an object of more than 1,000 members nothing is
// taken.
bool put_at(Json& tree, std::string_view pointer, const std::optional<Json>& value);

// Parts A to I as they are written, without what stands around them.
Json content_json(const Packet& packet);

// Parts A to I as the entry saw them; nothing where the chain does not tell. Precondition: there is such an entry.
std::optional<Json> content_at(const ReadChain& chain, const Packet& packet, std::size_t entry);

// What has changed in them since the entry; nothing where the chain does not tell it field by field, and then
// parts_changed_since names the parts.
std::optional<std::vector<ContentChange>> changes_since(const ReadChain& chain, const Packet& packet,
                                                        std::size_t entry);

}  // namespace ftt
