// What was seen of chains. See seen_entries.h.
#include "packet/seen_entries.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/text.h"

namespace ftt {

namespace {

std::set<std::string_view> sound_digests(const ReadChain& chain) {
  std::set<std::string_view> digests;
  for (std::size_t i = 0; i < chain.entries.size(); ++i) {
    if (chain.entries[i].is_sound) digests.insert(chain.marks[i].digest);
  }
  return digests;
}

// Of a list that may be changed, or not.
template <class List, class Is>
auto find_in(List& list, Is is) -> decltype(&*list.begin()) {
  const auto found = std::find_if(list.begin(), list.end(), is);
  return found == list.end() ? nullptr : &*found;
}

auto has_id(std::string_view id) {
  return [id](const SeenPacket& packet) { return packet.id == id; };
}

// The round that a chain is a copy of, by what it comes after.
auto comes_after(std::string_view head) {
  return [head](const SeenRound& round) { return round.after == head; };
}

// The first entry of the round that is not among them.
const SeenEntry* first_without(const SeenRound& round, const std::set<std::string_view>& digests) {
  const auto found = std::find_if(round.entries.begin(), round.entries.end(),
                                  [&](const SeenEntry& entry) { return !digests.contains(entry.digest); });
  return found == round.entries.end() ? nullptr : &*found;
}

bool has_entry(const SeenPacket& packet, std::string_view digest) {
  return std::any_of(packet.rounds.begin(), packet.rounds.end(), [&](const SeenRound& round) {
    return std::any_of(round.entries.begin(), round.entries.end(),
                       [&](const SeenEntry& entry) { return entry.digest == digest; });
  });
}

// Those up to and with the digest are behind a later round; what of the round is not is told.
const SeenEntry* first_behind(const SeenRound& round, std::string_view digest) {
  const auto found = std::find_if(round.entries.begin(), round.entries.end(),
                                  [&](const SeenEntry& entry) { return entry.digest == digest; });
  return found == round.entries.end() || found + 1 == round.entries.end() ? nullptr : &*(found + 1);
}

std::string day_of(const SeenEntry& entry) {
  return entry.on ? concat("an entry of ", to_display_without_weekday(*entry.on)) : std::string("an entry");
}

std::string says_cut_off(const SeenEntry& entry) {
  return concat("This copy ends before ", day_of(entry),
                " that was seen here: it is an older copy, or its end was cut off.");
}

std::string says_rewritten(const SeenEntry& entry) {
  return concat("Its history was rewritten: ", day_of(entry),
                " that was seen here is not in it, and others are. Where two people went on with copies apart, merge "
                "both.");
}

Error wrong(std::string where, std::string_view message) {
  return {ErrorCode::wrong_type, std::move(where), std::string(message)};
}

const std::vector<Json>* list_in(const Json& json, std::string_view member) {
  const Json* list = json.find(member);
  return list == nullptr ? nullptr : list->as_array();
}

Result<SeenRound> read_round(const Json& json, const std::string& place) {
  SeenRound round;
  if (const std::string* after = json.find_string("after")) round.after = *after;
  const std::vector<Json>* entries = list_in(json, "entries");
  if (entries == nullptr) return wrong(concat(place, ".entries"), "A list of entries goes here.");
  for (const Json& entry : *entries) {
    const std::string* digest = entry.find_string("digest");
    if (digest == nullptr) {
      return wrong(concat(place, ".entries.", round.entries.size(), ".digest"), "The digest of an entry goes here.");
    }
    SeenEntry seen{*digest};
    const std::string* on = entry.find_string("on");
    if (const Result<Date> date = Date::from_iso(on == nullptr ? "" : *on)) seen.on = *date;
    round.entries.push_back(std::move(seen));
  }
  return round;
}

// Those entries that are not in the round yet.
void take_in(SeenRound& round, std::vector<SeenEntry> entries) {
  std::set<std::string, std::less<>> known;
  for (const SeenEntry& entry : round.entries) known.insert(entry.digest);
  for (SeenEntry& entry : entries) {
    if (known.insert(entry.digest).second) round.entries.push_back(std::move(entry));
  }
}

// Two copies in one browser have a record each: what was seen of either was seen of their packet.
void take_in(SeenPacket& known, SeenPacket packet) {
  for (SeenRound& round : packet.rounds) {
    SeenRound* same = find_in(known.rounds, comes_after(round.after));
    if (same == nullptr) {
      known.rounds.push_back(std::move(round));
    } else {
      take_in(*same, std::move(round.entries));
    }
  }
}

}  // namespace

Result<SeenEntries> read_seen_entries(std::string_view json) {
  SeenEntries seen;
  if (trim(json).empty()) return seen;
  JsonLimits limits;
  limits.max_bytes = std::numeric_limits<std::size_t>::max();  // A long list is no reason to have seen nothing.
  const Json read = FTT_TRY(read_json(json, limits));
  const std::string* format = read.find_string("format");
  if (format == nullptr || *format != seen_format) {
    return Error{ErrorCode::wrong_format, "format",
                 concat("It is no list of entries that were seen, \"", seen_format, "\"; name another file.")};
  }
  const std::vector<Json>* packets = list_in(read, "packets");
  if (packets == nullptr) return wrong("packets", "A list of packets goes here.");
  std::map<std::string, std::size_t, std::less<>> places;
  for (const Json& json_of_packet : *packets) {
    const std::string place_of_packet = concat("packets.", &json_of_packet - packets->data());
    const std::string* id = json_of_packet.find_string("id");
    const std::vector<Json>* rounds = list_in(json_of_packet, "rounds");
    if (id == nullptr || rounds == nullptr) return wrong(place_of_packet, "An id and a list of rounds go here.");
    SeenPacket packet{*id};
    for (const Json& round : *rounds) {
      packet.rounds.push_back(FTT_TRY(read_round(round, concat(place_of_packet, ".rounds.", packet.rounds.size()))));
    }
    const auto [place, is_new] = places.emplace(packet.id, seen.packets.size());
    if (is_new) {
      seen.packets.push_back(std::move(packet));
    } else {
      take_in(seen.packets[place->second], std::move(packet));
    }
  }
  return seen;
}

namespace {

Json packet_json(const SeenPacket& packet) {
  Json json = Json::object();
  json.set("id", Json::string(packet.id));
  Json& rounds = json.set("rounds", Json::array());
  for (const SeenRound& round : packet.rounds) {
    Json& one = rounds.push_back(Json::object());
    if (!round.after.empty()) one.set("after", Json::string(round.after));
    Json& entries = one.set("entries", Json::array());
    for (const SeenEntry& entry : round.entries) {
      Json& written = entries.push_back(Json::object());
      written.set("digest", Json::string(entry.digest));
      if (entry.on) written.set("on", Json::string(to_iso(*entry.on)));
    }
  }
  return json;
}

}  // namespace

std::string write_seen_entries(const SeenEntries& seen) {
  std::vector<Json> packets;
  std::size_t size = 0;
  for (std::size_t i = seen.packets.size(); i-- > 0;) {
    Json packet = packet_json(seen.packets[i]);
    size += write_json(packet).size();
    if (size > most_of_seen && !packets.empty()) break;
    packets.push_back(std::move(packet));
  }
  std::reverse(packets.begin(), packets.end());
  Json json = Json::object();
  json.set("format", Json::string(seen_format));
  json.set("packets", Json::array(std::move(packets)));
  return write_json(json);
}

std::string not_continued(const SeenEntries& seen, const Packet& packet, const ReadChain& chain) {
  const SeenPacket* known = find_in(seen.packets, has_id(packet.id));
  if (known == nullptr || packet.id.empty() || packet.is_redacted) return {};
  const std::set<std::string_view> digests = sound_digests(chain);
  const SeenRound* same = find_in(known->rounds, comes_after(chain.after));
  if (same != nullptr) {
    if (const SeenEntry* missing = first_without(*same, digests)) {
      const bool has_others = std::any_of(digests.begin(), digests.end(),
                                          [&](std::string_view digest) { return !has_entry(*known, digest); });
      return has_others ? says_rewritten(*missing) : says_cut_off(*missing);
    }
  }
  for (const SeenRound& round : known->rounds) {
    if (&round == same || round.entries.empty()) continue;
    // A round that began behind an entry of this one, or of one that this one came after, is a later one.
    if (digests.contains(round.after)) return says_cut_off(round.entries.front());
    if (const SeenEntry* behind = first_behind(round, chain.after)) return says_rewritten(*behind);
  }
  const bool begins_elsewhere = same == nullptr && !known->rounds.empty() && !has_entry(*known, chain.after);
  const auto seen_first = std::find_if(known->rounds.begin(), known->rounds.end(),
                                       [](const SeenRound& round) { return !round.entries.empty(); });
  if (!begins_elsewhere || seen_first == known->rounds.end()) return {};
  if (digests.empty() && chain.after.empty()) return says_cut_off(seen_first->entries.front());
  // Through the round under review, of which nothing was seen here.
  if (const Result<OpenedPacket> reviewed = read_reviewed(packet)) {
    const ReadChain earlier = read_chain(reviewed->packet);
    if (earlier.head() == chain.after && reviewed->packet.id == packet.id) {
      return not_continued(seen, reviewed->packet, earlier);
    }
  }
  return concat("It begins behind an entry that was not seen here, and nothing in it leads back to ",
                day_of(seen_first->entries.front()),
                " that was: open the copies between the two, or its history was "
                "rewritten.");
}

bool see_entries(SeenEntries& seen, const Packet& packet, const ReadChain& chain) {
  if (packet.id.empty() || packet.is_redacted || !not_continued(seen, packet, chain).empty()) return false;
  const std::set<std::string_view> digests = sound_digests(chain);
  if (digests.empty()) return true;
  // The one that was seen last stands at the end.
  const auto found = std::find_if(seen.packets.begin(), seen.packets.end(), has_id(packet.id));
  if (found == seen.packets.end()) {
    seen.packets.emplace_back(SeenPacket{packet.id});
  } else {
    std::rotate(found, found + 1, seen.packets.end());
  }
  SeenPacket* known = &seen.packets.back();
  SeenRound* round = find_in(known->rounds, comes_after(chain.after));
  if (round == nullptr) round = &known->rounds.emplace_back(SeenRound{chain.after});
  std::vector<SeenEntry> sound;
  for (std::size_t i = 0; i < chain.entries.size(); ++i) {
    if (chain.entries[i].is_sound) sound.push_back({chain.marks[i].digest, chain.entries[i].on});
  }
  take_in(*round, std::move(sound));
  return true;
}

}  // namespace ftt
