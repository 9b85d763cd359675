// record_entry: one more entry of the chain: who does what, on exactly which content and figures (HRM 6040.2 ¶9).
//
// The only way in which a chain changes. Where Parts A to I differ from what the last entry saw, an entry `edited` goes
// before it, which says what was found changed and not by whom; the answers as they stand are kept in `handed_over`.
//
// Does not: draw the nonce or read a clock: both are passed in; or keep the files that are evidence.
#pragma once

#include <array>
#include <cstdint>
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

// What a submission lacks, each with its place and the mend, in the order of the form (¶9a, ¶9b).
std::vector<Error> missing_for_submission(const Packet& packet, const Assessment& assessment);

// That there is no telework agreement yet when it is requested (¶10b); empty where there is one.
std::string warning_of_request(const Answers& answers);
// What is odd with the last entry, which was recorded all the same: a day before its predecessor, to come or off, and a
// request without a telework agreement (¶10b). Sentences.
std::vector<std::string> warnings_of_last_entry(const Packet& packet, const RuleContext& context);

// The same for two copies whose entries stand in one list already: the entry `merged` behind the heads of both, which
// follow in the order of their digests. Errors: too_precise; empty, a name or a day that is missing; malformed.
Result<Packet> record_merged(const Packet& packet, const Assessment& assessment, const NewEntry& entry,
                             std::array<std::string, 2> heads, std::int64_t n);

// {"annual": "10087.20", "overall", "net", "percent"}: the figures that stand in an entry; what is not known is left
// out.
Json figures_json(const Worksheet& worksheet);

}  // namespace ftt
