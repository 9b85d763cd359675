// The way back through the chain. See chain_changes.h.
#include "packet/chain_changes.h"

#include <algorithm>
#include <utility>

#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/text.h"

namespace ftt {

namespace {

// No answer has as many. Out of larger ones nothing is taken, one by one: a chain made for it would take minutes.
constexpr std::size_t most_members = 1'000;

void find_changes(const Json& before, const Json& after, const std::string& at, std::vector<ContentChange>& found) {
  if (!before.is_object() || !after.is_object()) {
    if (before != after) found.push_back({at, before, after});
    return;
  }
  for (const Json::Member& member : *before.as_object()) {
    const std::string place = json_pointer_step(at, member.name);
    if (const Json* now = after.find(member.name)) {
      find_changes(member.value, *now, place, found);
    } else {
      found.push_back({place, member.value, std::nullopt});
    }
  }
  for (const Json::Member& member : *after.as_object()) {
    if (before.find(member.name) == nullptr) {
      found.push_back({json_pointer_step(at, member.name), std::nullopt, member.value});
    }
  }
}

// RFC 6901: "~1" is a slash and "~0" a tilde.
std::string unescaped(std::string_view step) {
  std::string name;
  for (std::size_t i = 0; i < step.size(); ++i) {
    const bool is_escape = step[i] == '~' && i + 1 < step.size() && (step[i + 1] == '0' || step[i + 1] == '1');
    name.push_back(!is_escape ? step[i] : step[i + 1] == '1' ? '/' : '~');
    if (is_escape) ++i;
  }
  return name;
}

bool put_back(Json& content, const Json& change) {
  const std::string* at = change.find_string("at");
  const Json* old = change.find("old");
  return at != nullptr && put_at(content, *at, old == nullptr ? std::nullopt : std::optional(*old));
}

bool take_back(Json& content, const Json& edited) {
  const Json* changes = edited.find("changes");
  if (changes == nullptr || !changes->is_array()) return false;
  return std::all_of(changes->as_array()->begin(), changes->as_array()->end(),
                     [&](const Json& change) { return put_back(content, change); });
}

}  // namespace

std::vector<ContentChange> changes_between(const Json& before, const Json& after) {
  std::vector<ContentChange> found;
  find_changes(before, after, "", found);
  return found;
}

bool put_at(Json& tree, std::string_view pointer, const std::optional<Json>& value) {
  if (!pointer.starts_with('/')) return false;
  const std::vector<std::string_view> steps = split(pointer.substr(1), '/');
  Json* object = &tree;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    const std::string name = unescaped(steps[i]);
    Json* next = object->find(name);
    if (next == nullptr && !object->is_object()) return false;
    object = next == nullptr ? &object->set(name, Json::object()) : next;
  }
  if (!object->is_object()) return false;
  const std::string name = unescaped(steps.back());
  if (value) {
    object->set(name, *value);
  } else if (object->as_object()->size() > most_members) {
    return false;
  } else {
    object->erase(name);
  }
  return true;
}

Json changes_json(const std::vector<ContentChange>& changes) {
  Json list = Json::array();
  for (const ContentChange& change : changes) {
    Json& one = list.push_back(Json::object());
    one.set("at", Json::string(change.at));
    if (change.before) one.set("old", *change.before);
    if (change.after) one.set("new", *change.after);
  }
  return list;
}

Json content_json(const Packet& packet) {
  const Json whole = answered_json(packet);
  Json content = Json::object();
  for (const std::string_view member : members_of_parts_a_to_i()) {
    if (const Json* value = whole.find(member)) content.set(member, *value);
  }
  return content;
}

std::optional<Json> content_at(const ReadChain& chain, const Packet& packet, std::size_t entry) {
  const Json* last = handed_over_answers(chain, packet);
  if (last == nullptr) return std::nullopt;
  Json content = *last;
  for (std::size_t i = chain.entries.size() - 1; i != entry;) {
    const ChainEntry& one = chain.entries[i];
    // Two ways back from a merged entry: the parts' digests alone tell what came from where.
    if (!one.is_sound || one.follows.size() != 1) return std::nullopt;
    if (one.act == ChainAct::edited && !take_back(content, *chain.marks[i].written)) return std::nullopt;
    i = one.follows.front();
  }
  const Result<std::string> canonical = write_json_canonical(content);
  const bool is_what_it_saw = canonical && sha256_hex(*canonical) == chain.entries[entry].saw_content;
  return is_what_it_saw ? std::optional(std::move(content)) : std::nullopt;
}

std::optional<std::vector<ContentChange>> changes_since(const ReadChain& chain, const Packet& packet,
                                                        std::size_t entry) {
  const std::optional<Json> seen = content_at(chain, packet, entry);
  if (!seen) return std::nullopt;
  return changes_between(*seen, content_json(packet));
}

}  // namespace ftt
