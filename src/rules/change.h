// change: ending or changing an arrangement, as a walk of a few questions to an outcome. The answers are the packet's
// own (ending.*), so the walk is kept and printed with it; walk_change says how far they lead.
//
// Covers HRM 6040.2 ¶1d, ¶6a(1), ¶6d (changes), ¶3h (the employee asks), ¶11b (no longer in the agency's interest),
// ¶12a to ¶12d (ending); App. B, items 5 and 6. The cost of ending against the cost of going on is Part H of the
// worksheet.
//
// Does not: recommend, or know CPO 9751.1 and the agency's plans; it names them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "calc/worksheet.h"
#include "form/answers.h"
#include "order/citation.h"

namespace ftt {

// What the order makes of it.
enum class Obligation : std::uint8_t {
  must_end,
  may_end,          // management may end it
  may_suspend,      // for a limited time
  new_arrangement,  // a new one is required and considered in its place
  goes_on,
  left_open  // the order says nothing of it
};
std::string_view name_of(Obligation obligation);
// "It must end", "Management may end it" …
std::string_view heading_of(Obligation obligation);

enum class MovePaidBy : std::uint8_t { does_not_arise, gsa, employee };
// "GSA, by regulation" …
std::string_view words_of(MovePaidBy payer);

// Texts are whole sentences; an empty one: the order says nothing of it here.
struct ChangeOutcome {
  std::string_view rule;  // "change.locality", "ending.business_need" …
  Obligation obligation = Obligation::may_end;
  std::string_view consult{};  // what comes first: whom to consult, or a review
  std::string_view offers{};   // what must, or may, be offered
  MovePaidBy move_paid_by = MovePaidBy::does_not_arise;
  std::string_view refusal{};  // what follows when neither offer is taken
  std::string_view rights{};   // CTAP, selection priority
  std::string_view next{};     // the next act
  Citation cite;
  std::span<const Leaf> record{};  // what is written down besides and decides nothing: dates, the plan
  bool begins_anew = false;        // a new arrangement is to be started in its place
  bool compares_costs = false;     // the cost of ending against going on belongs to it (¶11b, ¶8d)
};

struct ChangeWalk {
  std::vector<Leaf> asked;                 // those answered, in order, then the next one
  std::optional<Leaf> next;                // nothing once there is an outcome
  const ChangeOutcome* outcome = nullptr;  // null while a question is open
};

// Goes as far as the answers lead. Answers to questions that are not on the way are passed over.
ChangeWalk walk_change(const Answers& answers);
// Whether the reason is said.
bool is_change_begun(const Answers& answers);

// All outcomes, for tables and tests.
std::span<const ChangeOutcome> change_outcomes();
// The outcome of a rule, whose next act and paragraph hold wherever the rule is told of. Precondition: there is one.
const ChangeOutcome& outcome_of(std::string_view rule);

// ---- Part H against going on (¶11b) ----

struct EndingCost {
  int years = 1;
  std::optional<Money> going_on;    // the net annual change, so many times; below zero: it saves
  std::optional<Money> difference;  // ending less going on
};

struct EndingCosts {
  std::optional<Money> relocation;  // Part H
  std::optional<Money> replacing;   // the cost of losing and replacing the employee, where it is given
  std::optional<Money> ending;      // both together
  std::vector<EndingCost> rows;     // one, two and five years
  std::vector<Leaf> needs;          // what is missing for it, each once
};

EndingCosts ending_costs(const Worksheet& worksheet, const Answers& answers);

}  // namespace ftt
