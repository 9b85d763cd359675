// merge_copies: two copies of one packet that two people went on with, as one (HRM 6040.2 ¶9).
//
//   the entries that both have ─▶ what Parts A to I were at the last of them ─▶ what each side changed since
//   ─▶ one packet, or the questions that only a person can answer
//
// In Parts A to I a field that one side left as it was takes the other's; a field is what people see as one, such as a
// place with its city and state, and nothing is merged inside of a text. Where nothing tells what was there before,
// every difference is a question. Beside Parts A to I nothing tells it: where one side is empty the other is taken,
// spending by its half-years, and all else that differs is a question.
//
// Both tails of entries stay, the one with the smaller head first, under one entry `merged`. Where one copy has all
// entries of the other, none is needed: what was changed is found before the next act, as any edit.
//
// Laws: the copies may change places; a copy with itself is itself; with what it came from it is itself, as far as the
// parts that are sealed go. Two histories that were begun apart are refused. Concurrences stand only on what the merged
// packet says.
//
// Does not: know who was right, or merge what does not hold.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "packet/packet.h"
#include "packet/record_entry.h"

namespace ftt {

enum class TakenFrom : std::uint8_t { a, b, before, value };

// What a person answers to a question.
struct MergeAnswer {
  std::string at;  // the question's
  TakenFrom from = TakenFrom::value;
  std::optional<Json> value{};  // from value: nothing leaves the field empty
};

// A field that both copies have otherwise.
struct MergeConflict {
  std::string at;     // "/travel_budget/trips": where it stands in the packet
  std::string field;  // "travel_budget.trips", "actuals.2027H1"
  std::string label;  // "E10 Number of trips per year"
  std::optional<Json> before{};
  std::optional<Json> a{};
  std::optional<Json> b{};
  std::string words_before{};  // as people read it; empty where there is nothing, or nothing is known
  std::string words_a{};
  std::string words_b{};
  bool is_before_known = false;
  // What the packet comes to with the one and the other, each other question answered as it was before
  // (figures_json); null beside Parts A to I.
  Json figures_a{};
  Json figures_b{};
};

struct MergedCopies {
  std::optional<Packet> packet{};          // nothing while a question is open
  std::vector<MergeConflict> conflicts{};  // the open ones, in the order of the packet
};

// The copies as one. `entry`: by, on and nonce of the entry `merged`, where one is needed; today decides the tables of
// a packet without a date. Errors: inconsistent, copies of two packets or rounds, or a chain that does not hold;
// not_found, a packet without an id, or an answer to what is no question; empty, by or on, where they are needed;
// those of record_merged and read_packet.
Result<MergedCopies> merge_copies(const Rates& rates, const Packet& a, const Packet& b, const NewEntry& entry,
                                  std::span<const MergeAnswer> answers, Date today, const CalcSettings& settings = {});

// {"conflicts": [{"at", "field", "label", "before", "a", "b", "words": {"before", "a", "b"}, "result": {"a": {…},
// "b": {…}}}]}; what is not there is left out.
Json conflicts_json(std::span<const MergeConflict> conflicts);

// {"answers": [{"at": "/travel_budget/trips", "take": "a"}, {"at": "/notes", "value": "…"}]}; take is a, b or before,
// and null for a value leaves the field empty. Errors: those of read_json; wrong_type, unknown_choice, repeated.
Result<std::vector<MergeAnswer>> read_merge_answers(std::string_view json);

}  // namespace ftt
