// Two copies as one. See merge_copies.h.
#include "packet/merge_copies.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/text.h"
#include "packet/chain_changes.h"
#include "packet/field_words.h"
#include "packet/recorded_case.h"

namespace ftt {

namespace {

// ---- Values ----

// Whatever the order of their members.
bool are_alike(const Json& a, const Json& b) {
  if (a.is_object() && b.is_object()) {
    return a.as_object()->size() == b.as_object()->size() &&
           std::all_of(a.as_object()->begin(), a.as_object()->end(), [&](const Json::Member& member) {
             const Json* other = b.find(member.name);
             return other != nullptr && are_alike(member.value, *other);
           });
  }
  if (a.is_array() && b.is_array()) {
    return std::equal(a.as_array()->begin(), a.as_array()->end(), b.as_array()->begin(), b.as_array()->end(),
                      [](const Json& one, const Json& other) { return are_alike(one, other); });
  }
  return a == b;
}

bool are_alike(const Json* a, const Json* b) {
  return a == nullptr || b == nullptr ? a == b : are_alike(*a, *b);
}

bool is_empty(const Json& value) {
  const bool is_empty_text = value.is_string() && value.as_string()->empty();
  const bool is_empty_list = value.is_array() && value.as_array()->empty();
  const bool is_empty_object = value.is_object() && value.as_object()->empty();
  return value.is_null() || is_empty_text || is_empty_list || is_empty_object;
}

std::optional<Json> copy_of(const Json* value) {
  return value == nullptr ? std::nullopt : std::optional(*value);
}

// A place, a signature and the like are one field of several leaves.
bool is_one_field(std::string_view path) {
  static const std::set<std::string_view> fields = [] {
    std::set<std::string_view> all;
    for (const LeafInfo& leaf : leaves()) all.insert(leaf.field);
    return all;
  }();
  return fields.contains(path);
}

bool stands_in(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What is worked out anew, or put together by itself.
constexpr auto not_merged =
    std::to_array<std::string_view>({"format", "id", "revision", "prepared_on", "redacted", "redacted_from", "sample",
                                     "assumed", "chain", "worksheet", "rates", "seal"});

// ---- One copy ----

struct Copy {
  const Packet& packet;
  ReadChain chain;
  Json tree;                          // as it is written, without what is derived
  Json content;                       // Parts A to I
  std::vector<std::size_t> own{};     // the entries that the other copy has not
  std::vector<std::size_t> common{};  // those that both have
};

Copy copy_from(const Packet& packet) {
  return {packet, read_chain(packet), answered_json(packet), content_json(packet)};
}

Result<Unit> check_copy(const Copy& copy) {
  const ChainSoundness soundness = copy.chain.soundness;
  if (copy.packet.id.empty()) {
    return Error{ErrorCode::not_found, "id",
                 "A packet without an id may be any packet; open and save it in the wizard."};
  }
  if (copy.packet.is_redacted) {
    return Error{ErrorCode::inconsistent, "redacted", "A copy without names cannot be merged; open the full copy."};
  }
  if (soundness != ChainSoundness::empty && soundness != ChainSoundness::sound) {
    return Error{ErrorCode::inconsistent, copy.chain.problems.front().field,
                 concat("The chain of one copy does not hold: ", copy.chain.problems.front().message)};
  }
  return {Unit{}};
}

void part_entries(Copy& copy, const Copy& other) {
  std::set<std::string_view> digests;
  for (const EntryMark& mark : other.chain.marks) digests.insert(mark.digest);
  for (std::size_t i = 0; i < copy.chain.marks.size(); ++i) {
    (digests.contains(copy.chain.marks[i].digest) ? copy.common : copy.own).push_back(i);
  }
}

// ---- What was there before ----

// The last entry that both have, where one is the last: of two tails side by side none is.
std::optional<std::size_t> last_common(const Copy& copy) {
  if (copy.common.empty()) return std::nullopt;
  std::set<std::size_t> open(copy.common.begin(), copy.common.end());
  for (const std::size_t entry : copy.common) {
    for (const std::size_t earlier : copy.chain.entries[entry].follows) open.erase(earlier);
  }
  return open.size() == 1 ? std::optional(*open.begin()) : std::nullopt;
}

// Parts A to I at the last entry that both have: by the way back of either copy, or as one of them still says them.
std::optional<Json> find_ancestor(const Copy& first, const Copy& second) {
  for (const Copy* copy : {&first, &second}) {
    const std::optional<std::size_t> last = last_common(*copy);
    if (!last) return std::nullopt;
    if (std::optional<Json> content = content_at(copy->chain, copy->packet, *last)) return content;
    const Result<std::string> digest = content_digest(copy->packet);
    if (digest && *digest == copy->chain.entries[*last].saw_content) return copy->content;
  }
  return std::nullopt;
}

// ---- Both sides ----

class Merger {
 public:
  Merger(const std::optional<Json>& ancestor, std::span<const MergeAnswer> answers)
      : ancestor_(ancestor), answers_(answers), is_asked_(answers.size(), false) {}

  std::optional<Json> part(std::string_view member, const Json* a, const Json* b) {
    const Json* before = ancestor_ ? ancestor_->find(member) : nullptr;
    return merge_part(before, a, b, json_pointer_step("", member));
  }

  // `at` is the pointer of a member beside Parts A to I.
  std::optional<Json> beside(const std::string& at, const Json* a, const Json* b) { return merge_beside(a, b, at); }

  std::vector<MergeConflict> conflicts{};
  // The place of an answer to what was not asked.
  std::optional<std::string> unasked() const {
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      if (!is_asked_[i]) return answers_[i].at;
    }
    return std::nullopt;
  }

 private:
  std::optional<Json> merge_part(const Json* before, const Json* a, const Json* b, const std::string& at) {
    if (are_alike(a, b)) return copy_of(a);
    if (ancestor_ && are_alike(a, before)) return copy_of(b);
    if (ancestor_ && are_alike(b, before)) return copy_of(a);
    const bool is_before_open = before == nullptr || before->is_object();
    if (!is_before_open || !are_open(a, b, at)) return ask(before, a, b, at, ancestor_.has_value());
    return members(a, b, [&](std::string_view name, const Json* one, const Json* other) {
      return merge_part(before == nullptr ? nullptr : before->find(name), one, other, json_pointer_step(at, name));
    });
  }

  std::optional<Json> merge_beside(const Json* a, const Json* b, const std::string& at) {
    if (are_alike(a, b)) return copy_of(a);
    if (a == nullptr || is_empty(*a)) return b == nullptr ? copy_of(a) : copy_of(b);
    if (b == nullptr || is_empty(*b)) return copy_of(a);
    if (at == "/actuals" && a->is_array() && b->is_array()) return merge_actuals(*a->as_array(), *b->as_array());
    if (!are_open(a, b, at)) return ask(nullptr, a, b, at, false);
    return members(a, b, [&](std::string_view name, const Json* one, const Json* other) {
      return merge_beside(one, other, json_pointer_step(at, name));
    });
  }

  // Whether the question is one of their members.
  static bool are_open(const Json* a, const Json* b, const std::string& at) {
    const bool is_object_or_nothing = (a == nullptr || a->is_object()) && (b == nullptr || b->is_object());
    return is_object_or_nothing && !is_one_field(dotted_path(at));
  }

  template <class Merge>
  static std::optional<Json> members(const Json* a, const Json* b, Merge merge) {
    Json object = Json::object();
    const auto take = [&](std::string_view name) {
      const Json* one = a == nullptr ? nullptr : a->find(name);
      const Json* other = b == nullptr ? nullptr : b->find(name);
      if (std::optional<Json> value = merge(name, one, other)) object.set(name, *std::move(value));
    };
    if (a != nullptr) {
      for (const Json::Member& member : *a->as_object()) take(member.name);
    }
    if (b != nullptr) {
      for (const Json::Member& member : *b->as_object()) {
        if (a == nullptr || a->find(member.name) == nullptr) take(member.name);
      }
    }
    if (object.as_object()->empty() && (a == nullptr || b == nullptr)) return std::nullopt;
    return object;
  }

  // The rows of each half-year by themselves; a half-year that both have otherwise is a question.
  Json merge_actuals(const std::vector<Json>& a, const std::vector<Json>& b) {
    struct Sides {
      std::optional<Json> a;
      std::optional<Json> b;
    };
    std::map<std::string, Sides> half_years;
    const auto add = [](std::optional<Json>& rows, const Json& row) {
      if (!rows) rows = Json::array();
      rows->push_back(row);
    };
    for (const Json& row : a) add(half_years[row.text_or_empty("half_year")].a, row);
    for (const Json& row : b) add(half_years[row.text_or_empty("half_year")].b, row);
    Json all = Json::array();
    for (const auto& [half_year, sides] : half_years) {
      const std::optional<Json>& one = sides.a;
      const std::optional<Json>& other = sides.b;
      const std::optional<Json> rows =
          merge_beside(one ? &*one : nullptr, other ? &*other : nullptr, json_pointer_step("/actuals", half_year));
      if (!rows) continue;
      // Whatever was answered is kept, and what is no row is named when the packet is read.
      if (const std::vector<Json>* list = rows->as_array()) {
        for (const Json& row : *list) all.push_back(row);
      } else {
        all.push_back(*rows);
      }
    }
    return all;
  }

  std::optional<Json> ask(const Json* before, const Json* a, const Json* b, const std::string& at,
                          bool is_before_known) {
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      if (answers_[i].at != at) continue;
      is_asked_[i] = true;
      switch (answers_[i].from) {
        case TakenFrom::a:
          return copy_of(a);
        case TakenFrom::b:
          return copy_of(b);
        case TakenFrom::before:
          return copy_of(before);
        case TakenFrom::value:
          return answers_[i].value;
      }
    }
    MergeConflict conflict{at, dotted_path(at), {}, copy_of(before), copy_of(a), copy_of(b)};
    conflict.is_before_known = is_before_known;
    conflicts.push_back(std::move(conflict));
    return copy_of(before);
  }

  const std::optional<Json>& ancestor_;
  std::span<const MergeAnswer> answers_;
  std::vector<bool> is_asked_;
};

// ---- The chain ----

Json joined_entries(const Copy& first, const Copy& second) {
  Json list = Json::array();
  const auto add = [&](const Copy& copy, const std::vector<std::size_t>& entries) {
    for (const std::size_t entry : entries) list.push_back(*copy.chain.marks[entry].written);
  };
  add(first, first.common);
  add(first, first.own);
  add(second, second.own);
  return list;
}

bool hands_over(const Copy& copy) {
  return handed_over_answers(copy.chain, copy.packet) != nullptr;
}

// Of both copies: unknown members as all else beside Parts A to I; the entries of the one that has all of them, or both
// tails.
Json joined_chain(const Copy& first, const Copy& second, Merger& merger) {
  if (first.packet.chain.is_null()) return second.packet.chain;
  if (second.packet.chain.is_null()) return first.packet.chain;
  // The copy whose entries are all; of equal ones that which tells what it handed over.
  const bool is_by_second = first.own.empty() && (!second.own.empty() || !hands_over(first));
  const Copy& whole = is_by_second ? second : first;
  Json chain = whole.packet.chain;
  if (!first.own.empty() && !second.own.empty()) {
    chain.set("entries", joined_entries(first, second));
    chain.erase("handed_over");
  }
  constexpr std::array<std::string_view, 4> own_members = {"format", "after", "handed_over", "entries"};
  const auto take = [&](std::string_view name) {
    if (stands_in(own_members, name)) return;
    const std::optional<Json> value =
        merger.beside(json_pointer_step("/chain", name), first.packet.chain.find(name), second.packet.chain.find(name));
    if (value) chain.set(name, *value);
  };
  for (const Json::Member& member : *first.packet.chain.as_object()) take(member.name);
  for (const Json::Member& member : *second.packet.chain.as_object()) {
    if (first.packet.chain.find(member.name) == nullptr) take(member.name);
  }
  return chain;
}

// ---- The whole ----

std::tuple<std::int64_t, std::optional<Date>> age_of(const Packet& packet) {
  return {packet.revision.value_or(-1), packet.prepared_on};
}

// What it says, without when it was saved and what of it is assumed.
Json without_age(Json tree) {
  for (const std::string_view member : {"revision", "prepared_on", "assumed"}) tree.erase(member);
  return tree;
}

// A value that somebody has confirmed is assumed no longer.
void mark_assumed(Packet& merged, const Packet& a, const Packet& b) {
  for (const LeafInfo& leaf : leaves()) {
    bool is_assumed = false;
    bool is_confirmed = false;
    for (const Packet* copy : {&a, &b}) {
      if (copy->answers.text(leaf.leaf) != merged.answers.text(leaf.leaf)) continue;
      (copy->answers.is_assumed(leaf.leaf) ? is_assumed : is_confirmed) = true;
    }
    if (is_assumed && !is_confirmed) merged.answers.mark_assumed(leaf.leaf);
  }
}

// The same of a packet that is one of the copies.
void confirm(Packet& merged, const Packet& a, const Packet& b) {
  for (const LeafInfo& leaf : leaves()) {
    if (!merged.answers.is_assumed(leaf.leaf)) continue;
    const std::string text = merged.answers.text(leaf.leaf);
    const auto has_confirmed = [&](const Packet& copy) {
      return copy.answers.text(leaf.leaf) == text && !copy.answers.is_assumed(leaf.leaf);
    };
    if (has_confirmed(a) || has_confirmed(b)) merged.answers.set(leaf.leaf, text);
  }
}

Result<Packet> packet_of(const Json& tree) {
  return FTT_TRY(read_packet(write_json_compact(tree))).packet;
}

// ---- The questions in words ----

const LeafInfo* leaf_of_field(std::string_view field) {
  const auto found = std::find_if(leaves().begin(), leaves().end(),
                                  [&](const LeafInfo& leaf) { return leaf.field == field || leaf.id == field; });
  return found == leaves().end() ? nullptr : &*found;
}

std::string label_of(std::string_view field) {
  constexpr std::string_view actuals = "actuals.";
  if (field.starts_with(actuals)) return concat("Spent on travel in ", field.substr(actuals.size()));
  const LeafInfo* leaf = leaf_of_field(field);
  return leaf == nullptr ? concat("Other members: ", field) : name_of_field(*leaf);
}

// The field of the answers as people read it; of what is no field the value itself, as far as a line goes.
std::string words_of_value(std::string_view field, const std::optional<Json>& value) {
  if (!value) return {};
  const LeafInfo* leaf = leaf_of_field(field);
  if (leaf != nullptr) {
    std::string pointer(field);
    std::replace(pointer.begin(), pointer.end(), '.', '/');
    Json tree = Json::object();
    tree.set("format", Json::string(packet_format));
    put_at(tree, concat("/", pointer), *value);
    const Result<OpenedPacket> opened = read_packet(write_json_compact(tree));
    std::string words;
    for (const LeafInfo& one : leaves()) {
      if (!opened || one.field != leaf->field) continue;
      const std::string said = words_of_answer(one.leaf, opened->packet.answers).words;
      append(words, words.empty() || said.empty() ? "" : ", ", said);
    }
    if (!words.empty()) return words;
  }
  constexpr std::size_t most = 80;
  const std::string text = value->is_string() ? *value->as_string() : write_json_compact(*value);
  const std::string_view shown = first_code_points(text, most);
  return concat(shown, shown.size() < text.size() ? "…" : "");
}

void tell(MergeConflict& conflict) {
  conflict.label = label_of(conflict.field);
  conflict.words_before = words_of_value(conflict.field, conflict.before);
  conflict.words_a = words_of_value(conflict.field, conflict.a);
  conflict.words_b = words_of_value(conflict.field, conflict.b);
}

}  // namespace

Result<MergedCopies> merge_copies(const Rates& rates, const Packet& a, const Packet& b, const NewEntry& entry,
                                  std::span<const MergeAnswer> answers, Date today, const CalcSettings& settings) {
  if (a.id != b.id) {
    return Error{ErrorCode::inconsistent, "id",
                 "The files are copies of two packets, and cannot be merged; compare them instead."};
  }
  // Whichever is named first, the one with the smaller head is the first here.
  Copy one = copy_from(a);
  Copy other = copy_from(b);
  FTT_TRY(check_copy(one));
  FTT_TRY(check_copy(other));
  if (one.chain.after != other.chain.after) {
    return Error{ErrorCode::inconsistent, "chain.after",
                 "One of the files begins a new round after an annual review, the other does not belong to it; "
                 "continue with the newer one."};
  }
  const auto rank = [](const Copy& copy) { return std::pair(copy.chain.head(), write_json_compact(copy.tree)); };
  const bool are_swapped = rank(other) < rank(one);
  Copy& first = are_swapped ? other : one;
  Copy& second = are_swapped ? one : other;
  part_entries(first, second);
  part_entries(second, first);
  if (first.common.empty() && !first.own.empty() && !second.own.empty()) {
    return Error{
        ErrorCode::inconsistent, "chain.entries",
        "The entries of the two files have no common beginning, and cannot be merged; continue with one of them, "
        "and record there what the other has."};
  }

  std::vector<MergeAnswer> given(answers.begin(), answers.end());
  for (MergeAnswer& answer : given) {
    if (!are_swapped) break;
    if (answer.from == TakenFrom::a) {
      answer.from = TakenFrom::b;
    } else if (answer.from == TakenFrom::b) {
      answer.from = TakenFrom::a;
    }
  }

  const std::optional<Json> ancestor = find_ancestor(first, second);
  Merger merger(ancestor, given);
  Json tree = Json::object();
  const auto take = [&](std::string_view member, std::optional<Json> value) {
    if (value) tree.set(member, *std::move(value));
  };
  const Packet& newer = age_of(second.packet) < age_of(first.packet) ? first.packet : second.packet;
  tree.set("format", Json::string(std::max(a.format, b.format)));
  tree.set("id", Json::string(a.id));
  if (newer.revision) tree.set("revision", Json::number(*newer.revision));
  if (newer.prepared_on) tree.set("prepared_on", Json::string(to_iso(*newer.prepared_on)));
  if (a.is_sample || b.is_sample) tree.set("sample", Json::boolean(true));
  for (const std::string_view member : members_of_parts_a_to_i()) {
    take(member, merger.part(member, first.content.find(member), second.content.find(member)));
  }
  for (const Copy* copy : {&first, &second}) {
    for (const Json::Member& member : *copy->tree.as_object()) {
      const bool is_done = tree.find(member.name) != nullptr || stands_in(not_merged, member.name) ||
                           stands_in(members_of_parts_a_to_i(), member.name);
      if (is_done || (copy == &second && first.tree.find(member.name) != nullptr)) continue;
      take(member.name, merger.beside(json_pointer_step("", member.name), first.tree.find(member.name),
                                      second.tree.find(member.name)));
    }
  }
  if (Json chain = joined_chain(first, second, merger); !chain.is_null()) tree.set("chain", std::move(chain));
  if (const std::optional<std::string> unasked = merger.unasked()) {
    return Error{ErrorCode::not_found, *unasked,
                 "Both copies agree there, and nothing was asked; take the answer out."};
  }

  // Figures come of the answers alone: the chain, which may be long, is not read for each of them.
  Json without_chain = tree;
  without_chain.erase("chain");
  const auto figures_with = [&](const std::string& at, const std::optional<Json>& value) -> Json {
    Json tried = without_chain;
    put_at(tried, at, value);
    const Result<Packet> packet = packet_of(tried);
    if (!packet) return Json();
    return figures_json(assess(rates, packet->answers, assessed_on(*packet, today), settings).worksheet);
  };
  if (!merger.conflicts.empty()) {
    for (MergeConflict& conflict : merger.conflicts) {
      tell(conflict);
      if (stands_in(members_of_parts_a_to_i(), std::string_view(conflict.field).substr(0, conflict.field.find('.')))) {
        conflict.figures_a = figures_with(conflict.at, conflict.a);
        conflict.figures_b = figures_with(conflict.at, conflict.b);
      }
      if (!are_swapped) continue;
      std::swap(conflict.a, conflict.b);
      std::swap(conflict.words_a, conflict.words_b);
      std::swap(conflict.figures_a, conflict.figures_b);
    }
    return MergedCopies{std::nullopt, std::move(merger.conflicts)};
  }

  const Json said = without_age(tree);
  for (const Copy* copy : {&first, &second}) {
    if (!are_alike(said, without_age(copy->tree))) continue;
    Packet same = copy->packet;
    confirm(same, a, b);
    same.revision = newer.revision;
    same.prepared_on = newer.prepared_on;
    return MergedCopies{std::move(same), {}};
  }
  Packet merged = FTT_TRY(packet_of(tree));
  mark_assumed(merged, a, b);
  merged.revision = next_revision(newer.revision);
  if (first.own.empty() || second.own.empty()) return MergedCopies{std::move(merged), {}};
  NewEntry recorded = entry;
  recorded.says.act = ChainAct::merged;
  const Assessment assessment = assess(rates, merged.answers, assessed_on(merged, today), settings);
  const std::int64_t n = 1 + std::max(first.chain.marks.back().n, second.chain.marks.back().n);
  return MergedCopies{
      FTT_TRY(record_merged(merged, assessment, recorded, {first.chain.head(), second.chain.head()}, n)), {}};
}

Json conflicts_json(std::span<const MergeConflict> conflicts) {
  Json list = Json::array();
  for (const MergeConflict& conflict : conflicts) {
    Json& json = list.push_back(Json::object());
    json.set("at", Json::string(conflict.at));
    json.set("field", Json::string(conflict.field));
    json.set("label", Json::string(conflict.label));
    json.set("before_known", Json::boolean(conflict.is_before_known));
    if (conflict.before) json.set("before", *conflict.before);
    if (conflict.a) json.set("a", *conflict.a);
    if (conflict.b) json.set("b", *conflict.b);
    Json& words = json.set("words", Json::object());
    words.set("before", Json::string(conflict.words_before));
    words.set("a", Json::string(conflict.words_a));
    words.set("b", Json::string(conflict.words_b));
    if (conflict.figures_a.is_null()) continue;
    Json& result = json.set("result", Json::object());
    result.set("a", conflict.figures_a);
    result.set("b", conflict.figures_b);
  }
  Json json = Json::object();
  json.set("conflicts", std::move(list));
  return json;
}

Result<std::vector<MergeAnswer>> read_merge_answers(std::string_view json) {
  const Json read = FTT_TRY(read_json(json));
  const Json* list = read.find("answers");
  if (list == nullptr || !list->is_array()) {
    return Error{ErrorCode::wrong_type, "answers",
                 R"(A list goes here: {"answers": [{"at": "/travel_budget/trips", "take": "a"}]}.)"};
  }
  std::vector<MergeAnswer> answers;
  for (const Json& one : *list->as_array()) {
    const std::string place = concat("answers.", answers.size());
    const std::string* at = one.find_string("at");
    if (at == nullptr) {
      return Error{ErrorCode::wrong_type, concat(place, ".at"), "The place of the question goes here, as it was told."};
    }
    const auto is_same = [&](const MergeAnswer& earlier) { return earlier.at == *at; };
    if (std::any_of(answers.begin(), answers.end(), is_same)) {
      return Error{ErrorCode::repeated, concat(place, ".at"), "It is answered twice; take one of the two out."};
    }
    MergeAnswer answer{*at};
    const Json* take = one.find("take");
    const Json* value = one.find("value");
    if ((take == nullptr) == (value == nullptr)) {
      return Error{ErrorCode::wrong_type, place, R"(Either "take" or "value" goes here.)"};
    }
    if (take != nullptr) {
      constexpr std::array<std::string_view, 3> sides = {"a", "b", "before"};
      const std::string* side = take->as_string();
      const auto found = side == nullptr ? sides.end() : std::find(sides.begin(), sides.end(), *side);
      if (found == sides.end()) {
        return Error{ErrorCode::unknown_choice, concat(place, ".take"), R"(It is one of "a", "b" and "before".)"};
      }
      answer.from = static_cast<TakenFrom>(found - sides.begin());
    } else if (!value->is_null()) {
      answer.value = *value;
    }
    answers.push_back(std::move(answer));
  }
  return answers;
}

}  // namespace ftt
