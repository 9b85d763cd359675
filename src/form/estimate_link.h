// The estimate as the end of an address, which a page never sends to a server, and out of it again:
//
//   #estimate=1;from=Boise,Ada+County,ID;office=Washington,District+of+Columbia,DC;grade=13;step=5;trips=6;nights=2;
//   fare=412;transit=3360;end
//
// 1 is the version; `end` tells that nothing was cut off. A member is one of the short names above or the path of an
// answer in the packet ("locality_pay.year=2025"). It holds what the figure is made of and nothing else: no name, no
// street and no text in somebody's own words. What is assumed is not in it, and is assumed again.
//
// Does not know an address, open a page or ask a person anything.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "form/answers.h"
#include "rates/rates.h"

namespace ftt {

// "#estimate=…": of answers that can be read.
std::string estimate_link(const Answers&);
// Whether the end of an address is meant for an estimate, whatever stands in it.
bool is_estimate_link(std::string_view);
// The answers in it, and what the estimate assumes beside them. The "#" may be left out. Errors: malformed
// (no estimate, an answer that cannot be read), truncated, newer_format, unknown_choice (there is no such member),
// limit_exceeded; each says what to do.
Result<Answers> read_estimate_link(std::string_view link, const Rates&);

}  // namespace ftt
