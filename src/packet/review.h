// review: the yearly review of an arrangement (HRM 6040.2 ¶11), as a new revision of the packet under review.
//
// The updated Analysis Tool is a new revision of the same packet. The packet under review stays inside of it, as
// annual_review.reviewed, so that opening the review lists the same changes again.
//
// Covers ¶11a (the Analysis Tool updated each year), ¶11c and App. D; ¶6a(1), ¶6d and ¶12a by way of rules/endings.h;
// ¶13b (approved travel and what was spent).
//
// Does not: weigh whether it is still in the agency's best interests (¶11b), or choose the outcome: it proposes one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/known.h"
#include "calc/calculate.h"
#include "calc/half_years.h"
#include "packet/compare.h"
#include "packet/packet.h"
#include "rules/finding.h"

namespace ftt {

// The review that starts from a packet: revision + 1, prepared today, type annual review, App. D filled in, the
// official worksite of the arrangement as the current one; a recruit is an incumbent by now. What was signed, decided
// or received in the round before is left empty, to be given anew; all other answers, actuals, notes and unknown
// members stay. `assessment` is that of the previous packet on its own date: its figures are kept with it.
Packet start_review(const Packet& previous, const Assessment& assessment, Date today);

// The packet under review inside of this one; nothing where there is none or this is no annual review.
std::optional<OpenedPacket> find_reviewed(const Packet& packet, ReadOf read_of = ReadOf::everything);

// Whether App. D, A3 is filled in and says what B3 of the Analysis Tool says: then it goes along with a change of B3.
bool repeats_requested_worksite(const Answers& answers);
// The day of the review; where nobody has written one down, one on which the newest tables are in effect.
Date review_day(const Packet& review, const Packet& reviewed);
// ¶11a, ¶13b. The budget of a review by its own worksheet and, for the halves that had begun before it took effect, by
// that of the reviewed packet: on the day of its approval, until there is one on that of the review. `decided`: the
// answers that count for it (answers_that_count).
TravelBudget budget_of_review(const Worksheet& worksheet, const Answers& answers, const Answers& decided,
                              const Worksheet& before, const Answers& answers_before, Date day);

// App. D, A3 as B3 of the Analysis Tool.
void repeat_requested_worksite(Answers& answers);

// What was approved for travel, and whether it was (App. A, Part L).
struct ApprovedTravel {
  Known<bool> is_approved;      // missing: the reviewed packet has no determination
  Known<Count> trips;           // E10
  std::optional<Money> annual;  // E11
};

// "Fiscal year 2026", or "April to September 2026" where only that half of it is recorded.
std::string period_of(const SpendingYear& year);
// "Fiscal year 2026: $10,500.00 spent, which is above the approved $10,087.20."
std::string words_of(const SpendingYear& year);

struct Review {
  // What has changed in the arrangement: the review as it was started against the review as it stands, so that what the
  // review itself sets is no change. App. D, Parts J to M, App. B and C, the clocks and spending are not counted.
  Comparison comparison;
  // What the changes mean for the arrangement, as find_endings tells it: what ends it comes first.
  std::vector<Finding> findings;
  ReviewOutcome proposed = ReviewOutcome::no_update;
  std::string why;  // of the proposal, in a sentence or two
  ApprovedTravel approved;
  // The budget of the review, and for the halves that had begun before it took effect that of the reviewed packet: on
  // the day of its approval, until there is one on that of the review.
  TravelBudget budget;
  std::vector<SpendingRow> half_years;  // since the reviewed Analysis Tool, against the budget
  std::vector<SpendingYear> years;      // the same by fiscal year
  std::vector<Difference> differences;  // what the reviewed packet's file says otherwise than its figures
};
// The first of the findings that ends the arrangement, null where there is none.
const Finding* find_ending(const Review& review);

// The review as the packet stands; nothing where find_reviewed gives nothing. `assessment` is that of the packet.
std::optional<Review> find_review(const Rates& rates, const Packet& packet, const Assessment& assessment,
                                  const CalcSettings& settings = {});

// {"ends", "findings": [{"rule", "status", "message", "next", "cite"}], "proposed", "why", "approved": {"approved",
//  "trips", "annual"}, "spending": [{"fiscal_year", "planned", "spent", "warning", "message"}], "differences":
//  [{"field", "message"}], "comparison": {…}}; what is not known is null.
Json review_json(const Review& review);

}  // namespace ftt
