// The print document: the packet as one HTML page that carries it. A cover; Appendices A (GSA Form 3703), B, C and D as
// the case needs, each starting a page; the worksheet; what the order decides, documents and dates.
//
// It is what Print prints and what "Save as page" saves: no scripts, nothing from outside, one style sheet, and the
// packet's JSON in an inert element, so that the page opens again in the wizard. A redacted page carries the redacted
// packet; a page with chosen parts carries the whole one, and the estimate alone none.
//
// Does not: open files or read a clock.
#pragma once

#include <string>
#include <vector>

#include "order/wording.h"
#include "packet/packet.h"
#include "packet/redact.h"
#include "print/print_settings.h"
#include "rates/rates.h"
#include "rules/settings.h"

namespace ftt {

// What a packet is worked out with.
struct PrintBasis {
  const Rates& rates;
  AssessedOn day;
  CalcSettings calc{};
  PolicySettings policy = PolicySettings();
  const Wording* wording = nullptr;  // the agency's own words for the clauses; none: our restatement
};

// The packet's parts as one HTML page that carries the packet; without names where the settings leave them out.
std::string print_document(const Packet& packet, const PrintBasis& basis, const PrintSettings& settings = {});
// The same of a copy without names that is made already.
std::string print_copy(const Redacted& copy, const PrintBasis& basis, const PrintSettings& settings);

// All parts that the case needs: the cover, App. A, the worksheet and the findings always; the history where anything
// is recorded (¶9); App. B unless 90 days or
// fewer are planned (HRM 6040.2 ¶7a); App. C for a recruit action (¶10c); App. D for an annual review (¶11c).
std::vector<PrintPart> needed_parts(const Packet& packet, const Assessment& assessment);

}  // namespace ftt
