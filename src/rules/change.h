// change: ending or changing an arrangement, as a walk of a few questions to an outcome. Plain data: a screen, a print
// or a test walks it with walk_change; nothing is stored.
//
// Covers HRM 6040.2 ¶1d, ¶6a(1), ¶6d (changes), ¶11b (no longer in the agency's interest), ¶12a to ¶12d (ending); App.
// B, items 5 and 6. The cost of ending against the cost of going on is Part H of the worksheet.
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
#include "order/citation.h"

namespace ftt {

struct ChangeChoice {
  std::string_view value;  // "business_need"
  std::string_view label;  // for people
};

struct ChangeQuestion {
  std::string_view id;  // "change.reason"
  std::string_view text;
  std::string_view help;  // may be empty
  Citation cite;
  std::span<const ChangeChoice> choices;
};

struct ChangeAnswer {
  std::string_view question;  // a question's id
  std::string_view choice;    // a choice's value
};

// What the order makes of it.
enum class Obligation : std::uint8_t {
  must_end,     // a new arrangement may be started
  may_end,      // management may end it
  may_suspend,  // for a limited time
  must_update,  // it goes on, with an updated arrangement
  goes_on       // it goes on, at a lower cost
};
std::string_view name_of(Obligation obligation);
/// "It must end", "Management may end it" …
std::string_view heading_of(Obligation obligation);

enum class MovePaidBy : std::uint8_t { does_not_arise, gsa, employee };
/// "GSA, by regulation" …
std::string_view words_of(MovePaidBy payer);

// Texts are whole sentences; an empty one: the order says nothing of it here.
struct ChangeOutcome {
  std::string_view rule;  // "change.locality", "ending.business_need" …
  Obligation obligation = Obligation::may_end;
  std::string_view consult;  // who must be consulted first
  std::string_view offers;   // what must, or may, be offered
  MovePaidBy move_paid_by = MovePaidBy::does_not_arise;
  std::string_view refusal;  // what follows when neither offer is taken
  std::string_view rights;   // CTAP, selection priority
  std::string_view next;     // the next act
  Citation cite;
  bool compares_costs = false;  // the cost of ending against going on belongs to it (¶11b, ¶8d)
};

struct ChangeWalk {
  std::vector<const ChangeQuestion*> asked;  // those answered, in order, then the next one
  const ChangeQuestion* next = nullptr;      // null once there is an outcome
  const ChangeOutcome* outcome = nullptr;    // null while a question is open
};

/// Goes as far as the answers lead. Answers to questions that are not on the way, and choices that a question does not
/// have, are passed over.
ChangeWalk walk_change(std::span<const ChangeAnswer> answers);

/// All questions and all outcomes, for tables and tests.
std::span<const ChangeQuestion> change_questions();
std::span<const ChangeOutcome> change_outcomes();

// ---- Part H against going on (¶11b) ----

struct EndingCost {
  int years = 1;
  std::optional<Money> going_on;    // the net annual change, so many times; below zero: it saves
  std::optional<Money> difference;  // ending less going on
};

struct EndingCosts {
  std::optional<Money> ending;          // Part H
  std::vector<EndingCost> rows;         // one, two and five years
  std::vector<std::string_view> needs;  // ids of what is missing for it, each once
};

EndingCosts ending_costs(const Worksheet& worksheet);

}  // namespace ftt
