// seen_entries: the entries of chains that were seen here, so that a file whose end was cut off, or whose history was
// written anew, is known: a bare chain cannot show that.
//
// Kept outside of packets, by the browser and by the command's --heads, as
//
//   {"format": "telework-seen/1", "packets": [{"id": "7b0c…", "rounds": [{"after": "…", "entries": [{"digest",
//   "on"}]}]}]}
//
// A yearly review begins a new round, with the head of the last one in `after`. What does not continue what was seen
// is not taken in, so that it is named the next time too. Of very many packets the ones that were seen last are kept.
// Two copies that people went on with apart do not continue each other either; their merge continues both.
//
// Does not: open or keep a file, or hold anything of a packet but digests and days.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "packet/chain_entries.h"

namespace ftt {

inline constexpr std::string_view seen_format = "telework-seen/1";
inline constexpr std::size_t most_of_seen = std::size_t{4} * 1024 * 1024;  // bytes that are written

struct SeenEntry {
  std::string digest;
  std::optional<Date> on{};
  friend bool operator==(const SeenEntry&, const SeenEntry&) = default;
};

struct SeenRound {
  std::string after;  // empty: the first
  std::vector<SeenEntry> entries{};
  friend bool operator==(const SeenRound&, const SeenRound&) = default;
};

struct SeenPacket {
  std::string id;
  std::vector<SeenRound> rounds{};  // in the order in which they were seen
  friend bool operator==(const SeenPacket&, const SeenPacket&) = default;
};

struct SeenEntries {
  std::vector<SeenPacket> packets{};  // the one that was seen last at the end
  friend bool operator==(const SeenEntries&, const SeenEntries&) = default;
};

// An empty text has seen nothing; of a packet that stands there twice what either has was seen. Errors: those of
// read_json; wrong_format; wrong_type, with its place.
Result<SeenEntries> read_seen_entries(std::string_view json);
// Where all of them would not fit in most_of_seen, without those packets that were seen longest ago.
std::string write_seen_entries(const SeenEntries& seen);

// "This copy ends before an entry of December 18, 2026 that was seen here: …": why the chain does not continue what was
// seen of its packet; empty where it does.
std::string not_continued(const SeenEntries& seen, const Packet& packet, const ReadChain& chain);

// Takes in the sound entries of the chain where it continues what was seen; whether it did. A copy without names has
// none.
bool see_entries(SeenEntries& seen, const Packet& packet, const ReadChain& chain);

}  // namespace ftt
