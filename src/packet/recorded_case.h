// recorded_case: what of a packet counts once acts are recorded in its chain, and where it is.
//
// With any entry, Parts J to L, the clocks and the holder come of the chain (rules/chain.h); what was typed there stays
// in the file as "typed, not recorded" and never counts, also where the chain does not hold. Without entries everything
// is as it was typed.
//
// Does not: change the packet, record anything (record_entry.h), or show it (chain_report.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "packet/chain_entries.h"
#include "packet/packet.h"
#include "rules/chain.h"

namespace ftt {

struct RecordedCase {
  std::string content;  // the digest of Parts A to I; empty where there can be none
  ReadChain chain;
  ChainStanding standing;
  ChainStatus status;
  std::optional<ArrangementPhase> phase{};
  Answers answers;                   // those that count
  std::vector<Leaf> not_recorded{};  // typed in Parts J to L and among the clocks, where the chain alone counts
};

// Whether Parts J to L come of the chain: it has entries, or is of a form that this version cannot read.
bool is_recorded(const Packet& packet);

// The packet must outlive it.
RecordedCase find_recorded_case(const Packet& packet, const RuleContext& context);
// The same with its chain read already, by read_entries of a packet with the same chain.
RecordedCase find_recorded_case(const Packet& packet, ReadChain chain, const RuleContext& context);
// The same with its content_digest worked out already as well.
RecordedCase find_recorded_case(const Packet& packet, ReadChain chain, const Result<std::string>& content,
                                const RuleContext& context);

// The answers that count of a packet that was assessed, its own where nothing is recorded. Both must outlive them.
const Answers& answers_that_count(const Packet& packet, const Assessment& assessment);
// The same of one that was not.
Answers answers_that_count(const Packet& packet);

// The assessment of the packet, by the answers that count. The rates must outlive it.
Assessment assess(const Rates& rates, const Packet& packet, AssessedOn day, const CalcSettings& settings = {},
                  const PolicySettings& policy = PolicySettings());

// "Typed, not recorded: …": which of Parts J to L and the clocks were typed and do not count; nothing where none were.
std::optional<PacketProblem> typed_not_recorded(const Packet& packet);

}  // namespace ftt
