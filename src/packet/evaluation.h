// The answer of the doors to a packet: worksheet, rates, what the order decides, problems, what is missing, and whether
// it is complete, as one JSON object. The same for the native command and the page.
//
// Does not: know how it is asked (command line, module), or change the packet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "packet/packet.h"
#include "packet/review.h"
#include "rates/rates.h"

namespace ftt {

enum class Standing { good, has_problems };

// What is wrong with a packet, and what that comes to.
struct Examination {
  std::vector<PacketProblem> problems;
  Standing standing = Standing::good;
};

struct Evaluation {
  Json json;
  std::vector<PacketProblem> problems;  // the same as in the JSON
  Standing standing = Standing::good;
};

// Everything that is wrong: with the file, with the answers, and between the file and the figures. `review` is the
// packet's own (find_review), null where it is none.
std::vector<PacketProblem> all_problems(const OpenedPacket& opened, const Assessment& assessment,
                                        const Review* review = nullptr);
// Whether its file has something where answers go that could not be taken in, and that nothing was answered in place
// of. What is not asked for as the answers stand does not count. Such a packet is not complete.
bool has_unread_answers(const Packet& packet);
// has_problems: an error, a difference that leaves a doubt about the file, or a packet of a newer version.
Standing standing_of(const OpenedPacket& opened, const Assessment& assessment);

// Says what is wrong with the bytes of a packet, as evaluate() does, and nothing else. Bytes that are no packet have
// that one problem.
Examination examine(const Rates& rates, std::string_view bytes, Date today, const CalcSettings& settings = {},
                    const PolicySettings& policy = PolicySettings());

// Problems as the doors tell them: [{"field", "severity", "message", "kind", "follows"}].
Json problems_json(const std::vector<PacketProblem>& problems);

// Evaluates the bytes of a packet. Bytes that are no packet give an evaluation with that one problem.
// {"worksheet": {"lines": […]}, "rates": {…}, "eligibility": {…}, "documents": […], "forms": […], "deadlines": […],
//  "holder": {…}, "chain": {…}, "terms": […], "review": […], "change": […], "ending": {…}, "half_years": [{"half_year",
//  "budgeted", "spent"}], "reviewed": {…}, "problems": [{"field", "severity", "message", "kind", "follows"}],
//  "missing": [{"field", "message", "cite"}], "complete": false}
// "chain" where there is one (chain_report.h); "ending" where a reason for ending or changing the arrangement is said,
// "reviewed" where the packet reviews another one; "kind" is "check" for what is in good form by itself, of which the
// JSON Schema says nothing, and left out for the rest; "follows" is true for what the verdict on the file
// ("seal.content", "rates.digest", "worksheet") explains.
Evaluation evaluate(const Rates& rates, std::string_view bytes, Date today, const CalcSettings& settings = {},
                    const PolicySettings& policy = PolicySettings());

// The same for a packet that was read.
Evaluation evaluate(const Rates& rates, const OpenedPacket& opened, Date today, const CalcSettings& settings = {},
                    const PolicySettings& policy = PolicySettings());

// The same answer for bytes that cannot be read at all.
Evaluation evaluation_of(const Error& error);

}  // namespace ftt
