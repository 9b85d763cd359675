// chain_entries: the packet's chain as it is written: reading it, its digests, and whether it holds.
//
// A third kind of truth beside answers and what is derived: attested. The member `chain` is kept as it was written
// (Packet::chain), verified, never worked out again and never edited; what is read of it here is a view. An entry is
// only ever added (record_entry.h).
//
//   content of Parts A to I ─▶ saw.content of an entry ─▶ digest of the entry ─▶ previous of the next one ─▶ … head
//
// Stands in packet, since a digest is taken over the bytes that the packet writes; which concurrences stand by it, the
// rules say (rules/chain.h), and they need no bytes.
//
// A problem in an entry's form makes it one that never counts, as an act of a newer version; a problem with its digest,
// its packet or its place makes it unsound, and with it all that follow on it.
//
// Does not: prove who acted, or see that the end was cut off: that shows only against a head that was seen elsewhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "packet/packet.h"
#include "rules/chain.h"

namespace ftt {

inline constexpr std::string_view chain_format = "telework-chain/1";
inline constexpr std::string_view entry_kind = "telework-entry/1";
inline constexpr std::int64_t most_of_a_name = 500;  // code points of a name, a title or a kind in an entry
inline constexpr std::size_t most_evidence = 100;    // files of one entry
inline constexpr std::string_view entry_digest_prefix = "sha256-jcs:";

// What is said wherever the chain is shown.
inline constexpr std::string_view limit_of_the_chain =
    "It shows what was in front of whom and whether it has changed since. Who acted is shown by the signed paper or "
    "the "
    "signed mail.";
// Of a copy without names, behind "Its chain is".
inline constexpr std::string_view words_of_redacted_chain = "as recorded; it can be verified in the full copy only.";

// empty: there are no entries. unverifiable: content or an entry that RFC 8785 cannot express. redacted: a copy keeps
// too little to verify anything.
enum class ChainSoundness : std::uint8_t { empty, sound, broken, unverifiable, redacted };
// "empty", "sound" …
std::string_view name_of(ChainSoundness soundness);

// Of an entry, beside what the rules need of it.
struct EntryMark {
  std::int64_t n = 0;
  std::string digest;                   // recomputed, "sha256-jcs:…"; empty where that cannot be
  std::vector<StoredPart> saw_parts{};  // the digest of each part that was in front of whoever acted, in hexadecimal
  const Json* written = nullptr;        // the entry in the packet
};

struct ReadChain {
  std::vector<ChainEntry> entries;  // as many as are written, in their order
  std::vector<EntryMark> marks;     // of each
  std::string after;                // the head of the round that this one continues; empty for the first
  ChainSoundness soundness = ChainSoundness::empty;
  // Each with its place, "chain.entries.3.digest", and the mend. Of kind form: what the schema says otherwise; of kind
  // check: what does not hold.
  std::vector<PacketProblem> problems;

  // The recomputed digest of the last sound entry; else what it continues, which may be nothing.
  const std::string& head() const;
};

// The chain of the packet, verified; the packet must outlive it.
ReadChain read_chain(const Packet& packet);

// The same without a look at the packet's content.
ReadChain read_entries(const Packet& packet);
// The rest of it: whether the content, by its content_digest, can be verified at all.
void verify_content(ReadChain& chain, const Result<std::string>& content);

// "sha256-jcs:…" over the RFC 8785 form of the entry without its member `digest`. Errors: too_precise, with the JSON
// pointer of a number that the form cannot express.
Result<std::string> entry_digest(const Json& entry);

// Parts A to I as the last entry saw them, out of `handed_over`; null where these are not what its saw.content is the
// digest of.
const Json* handed_over_answers(const ReadChain& chain, const Packet& packet);

// What stands of it for Parts A to I as they are.
ChainStanding find_standing(const ReadChain& chain, const Packet& packet, const RuleContext& context);

// The parts that whoever recorded the entry had otherwise, or not at all, in front of them: members of Parts A to I in
// their order.
std::vector<std::string_view> parts_changed_since(const EntryMark& mark, const Packet& packet);

// {"name": "…", "title": "…"}, without a title where there is none.
Json person_json(const ChainPerson& person);

// "7b0c 11e2 …": the first digits of a digest in so many groups of 4.
std::string digest_words(std::string_view digest, std::size_t groups);
// "7b0c 11e2 …": the first 32 digits of a digest in 8 groups of 4, as it is printed on each page.
std::string head_words(std::string_view digest);

// ¶11: the chain with which the yearly review of the packet begins: no entries, after the head of the packet's; null
// where that has none.
Json chain_of_next_round(const Packet& reviewed);

// What a copy without names keeps of a chain: of each entry n, act, step, on, previous and digest, each where it is in
// its exact form. Null where there is no chain.
Json redacted_chain(const Json& chain);

// Whether the chain continues the other: it begins with its entries, or what it comes after leads to them.
bool continues(const ReadChain& chain, const ReadChain& other);

}  // namespace ftt
