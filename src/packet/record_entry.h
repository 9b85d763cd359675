// record_entry: one more entry of the chain: who does what, on exactly which content and figures (HRM 6040.2 ¶9).
//
// The only way in which a chain changes. Where Parts A to I differ from what the last entry saw, an entry `edited` goes
// before it, which says what was found changed and not by whom; the answers as they stand are kept in `handed_over`.
//
// Does not: draw the nonce or read a clock: both are passed in; or keep the files that are evidence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "packet/chain_entries.h"

namespace ftt {

struct Evidence {
  std::string kind;    // "signed_mail"
  std::string sha256;  // of the file, in hexadecimal
  std::string name;
};

struct NewEntry {
  // act, step, on, requested_on, by, on_behalf_of, authority, reason, to_step, to_name, route, is_ending
  ChainEntry says;
  std::string statement{};
  std::string how{"in_tool"};
  std::vector<Evidence> evidence{};
  std::string nonce{};            // 32 hexadecimal digits, drawn at random
  std::string nonce_of_edited{};  // the same for the entry `edited` that may go before it
};

// The packet with the entry, on the figures of its assessment. Errors: too_precise, content that cannot be sealed, with
// its place; inconsistent, an act that cannot be taken now, or a chain that does not hold; malformed, a nonce that is
// none; empty, what the act needs and has not; not_found, a packet without an id.
Result<Packet> record_entry(const Packet& packet, const Assessment& assessment, const NewEntry& entry,
                            const RuleContext& context);

}  // namespace ftt
