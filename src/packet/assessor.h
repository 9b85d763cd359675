// Assessor: assess with a memory, for typing. What hangs on places, position, dates and choices is worked out again
// only when one of them has changed: the tables are not read again, and eligibility, clocks and holder stay, while a
// figure is typed.
//
// Gives exactly what assess gives. Does not notice that the rates or what an agency sets have changed: forget() then.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calc/rate_finder.h"
#include "packet/assess.h"
#include "packet/chain_entries.h"
#include "packet/packet.h"
#include "packet/recorded_case.h"

namespace ftt {

class Assessor {
 public:
  // The rates must outlive the assessor.
  explicit Assessor(const Rates& rates) : rates_(&rates), finder_(rates) {}

  // Makes the assessment what assess gives for these arguments. Precondition: it is the one of the last call, unless
  // this is the first one or everything was forgotten.
  void bring_up_to_date(Assessment& assessment, const Answers& answers, AssessedOn day,
                        const CalcSettings& settings = {}, const PolicySettings& policy = PolicySettings());
  // The same for the packet by the answers that count of it (recorded_case.h). Its chain is read again only where it is
  // another one.
  void bring_up_to_date(Assessment& assessment, const Packet& packet, AssessedOn day, const CalcSettings& settings = {},
                        const PolicySettings& policy = PolicySettings());
  // The case of the packet of the last call, where something of it is recorded; else null. Good until the next call.
  const RecordedCase* recorded() const { return recorded_ ? &*recorded_ : nullptr; }
  // After a part or an overlay was added to the rates, or with other settings of the policy.
  void forget();

 private:
  bool has_same_policy(const Answers& answers, AssessedOn day);

  const Rates* rates_;
  RateFinder finder_;
  std::vector<std::string> texts_;  // of the answers that the policy without figures looks at; none: forgotten
  std::optional<AssessedOn> day_;
  Packet chained_;  // of the packet that was recorded: id and chain, which the chain below points into
  ReadChain chain_;
  std::optional<RecordedCase> recorded_;
};

}  // namespace ftt
