// Finding: what one rule of the order found in the answers: pass, fail, unknown or note, in words, with the next act,
// the paragraph, the answers that it looked at and the smallest set of missing answers that would settle it.
//
// Invariants: a missing answer never counts as no. A finding that is decided stays decided whatever else is answered.
// `settled_by` is empty unless the status is unknown; then its answers, whatever they turn out to be, settle the
// finding, and no smaller set does so.
//
// Does not: decide anything (one file a paragraph does), or format for a screen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "form/leaf.h"
#include "order/citation.h"

namespace ftt {

// pass: the rule holds. fail: it does not, and `next` says what to do instead. unknown: an answer is missing. note:
// something to know that decides nothing.
enum class Status : std::uint8_t { pass, fail, unknown, note };
// "pass", "fail", "unknown", "note".
std::string_view name_of(Status status);

// What it means for a request when the rule fails.
enum class WhenItFails : std::uint8_t { nothing, not_yet, not_full_time_telework, not_covered };

struct Finding {
  std::string_view rule;  // "eligible.time_in_position"
  Status status = Status::unknown;
  std::string message;  // what was found, in whole sentences
  std::string next;     // the next act; empty where there is none
  Citation cite;        // opens the paragraph's restatement
  WhenItFails when_it_fails = WhenItFails::nothing;
  std::vector<Leaf> looked_at;   // the answers that were read, given or missing
  std::vector<Leaf> settled_by;  // the smallest set of missing answers that settles it
  std::optional<Date> date;      // the first date on which it would pass, where there is one
};

// Whether a thing is asked for: decided either way, or unknown until something is answered.
enum class Requirement : std::uint8_t { unknown, required, not_required };
// "required", "not required", "cannot be told yet".
std::string_view words_of(Requirement requirement);

}  // namespace ftt
