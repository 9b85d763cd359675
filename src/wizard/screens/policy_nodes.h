// Nodes for what the order decides: a finding with its "Why?", the warnings of a reviewer, documents, dates.
//
// Covers HRM 6040.2 ¶3 to ¶11 as far as src/rules decides them. Decides nothing itself.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "form/leaf.h"
#include "order/citation.h"
#include "order/clauses.h"
#include "rules/calendar_file.h"
#include "rules/finding.h"
#include "view/node.h"
#include "wizard/state/session_data.h"

namespace ftt {

// What "Why?" answers with.
struct Reason {
  Citation cite;                      // the paragraph that is restated
  std::span<const Leaf> looked_at{};  // the answers that were read, given or missing
};

// Adds the disclosure "why:" + `owner`: the paragraph in plain words, and the answers that were looked at as links.
// `about` tells it apart from the others on the screen.
void add_why(Node& parent, const SessionData&, std::string_view owner, std::string_view about, const Reason&);

// Adds what a rule found, in the node `id`, with its next act, its paragraph and its "Why?".
void add_finding(Node& parent, const SessionData&, std::string id, const Finding&);
// The same in the node "decided:" and the rule's id, once it is decided.
void add_decision(Node& parent, const SessionData&, const Finding&);

// Adds a link to each of the answers; the ids are `prefix` and the leaf's id.
void add_links(Node& parent, const SessionData&, std::string_view prefix, std::span<const Leaf>);

// What was answered as a person reads it: "Current incumbent", "$412.60"; empty where nothing counts.
std::string shown_answer(const SessionData&, Leaf);
// "Are you a contractor? No", "Since when have you been in this position? Not answered yet".
std::string answer_in_words(const SessionData&, Leaf);

// A warning, or an error that no explanation mends.
Tone tone_of(const CrossCheck&);
// The cross-checks that belong to a field, once it or what it was held against has been left.
void add_cross_checks_of(Node& parent, const SessionData&, Leaf);

// What is agreed to, certified or stated in one part of Appendices B to D, point by point, below its heading if it has
// one of its own.
void add_clauses(Node& main, ClausePart, std::string_view heading = {});
// One date of the packet, by the deadline's id; nothing where the packet has no such date.
void add_date(Node& parent, const SessionData&, std::string_view id);

// ---- Check and export ----
// The cross-checks of that severity, each with its reason and a link to its field.
void add_cross_checks(Node& group, const SessionData&, Severity);
// What a reviewer would ask: those that an explanation may mend.
void add_review(Node& main, const SessionData&);
void add_documents(Node& main, const SessionData&);
void add_dates(Node& main, const SessionData&);
void add_terms(Node& main, const SessionData&);
// The dates as a calendar file, made at this moment. Errors: as packet_calendar.
Result<std::string> dates_as_calendar(const SessionData&, UtcTime moment);

// The next dates, for the result so far.
void add_next_dates(std::vector<Node>& children, const SessionData&);

}  // namespace ftt
