// The steps, each as the nodes below its heading.
//
// A function adds what its step shows to `main`. Does not add the heading, findings of the whole step or the frame
// (screen.cpp does), and decides nothing.
#pragma once

#include <optional>
#include <string>

#include "base/money.h"
#include "view/node.h"
#include "wizard/state/session_data.h"

namespace ftt {

void add_start(Node& main, const SessionData&);
void add_estimate(Node& main, const SessionData&);
void add_arrangement(Node& main, const SessionData&);    // Part A
void add_employee(Node& main, const SessionData&);       // Parts B and C
void add_pay(Node& main, const SessionData&);            // Part D
void add_travel(Node& main, const SessionData&);         // Part E
void add_additional(Node& main, const SessionData&);     // Part F
void add_result(Node& main, const SessionData&);         // Part G
void add_what_if(Node& main, const SessionData&);        // beside Part G
void add_ending(Node& main, const SessionData&);         // Part H
void add_justification(Node& main, const SessionData&);  // Part I
void add_concurrences(Node& main, const SessionData&);   // Parts J to M
#define FTT_FORM(name, ...) void add_##name(Node& main, const SessionData&);
#include "form/forms.inc"
void add_check(Node& main, const SessionData&);
void add_answers(Node& main, const SessionData&);  // on Check: what was answered, each with the way to change it
void add_eligibility(Node& main, const SessionData&);  // HRM 6040.2 ¶3, ¶5, ¶8a, ¶8b and Order ¶3
void add_change(Node& main, const SessionData&);       // HRM 6040.2 ¶12
void add_compare(Node& main, const SessionData&);
void add_inbox(Node& main, const SessionData&);  // many packets: HRM 6040.2 ¶9
void add_report(Node& main, const SessionData&);  // on many packets: HRM 6040.2 ¶13
void add_slips(Node& main, const SessionData&);
void add_whom_to_ask(Node& main, const SessionData&);

// How a trip is counted: why the form's wording comes first, and the choice.
void add_way_to_count(Node& main, const SessionData&);

// What was copied of the estimate, or what can be.
std::string_view words_on_copying(const SessionData&);

// How far the reading of many files is, or what was found in them; empty where none were chosen.
std::string words_on_inbox(const InboxList&);

// How far the report on many packets is; empty where nothing was chosen.
std::string words_on_report(const ReportOnMany&);

// What the tried figures come to, for a screen reader; empty where nothing is.
std::string what_if_in_words(const SessionData&);

// Whether the costs need a written justification, as far as is known: no once it is settled that they do not.
bool may_need_justification(const SessionData&);
// Whether the costs need a written justification, and why: the same words wherever it is said.
std::string justification_in_words(const SessionData&);

// The helper of Part F, line 1: a monthly subsidy times so many months.
void add_transit_helper(Node& parent, const SessionData&);
// The year's amount that the helper comes to; nothing where it cannot be told.
std::optional<Money> transit_of_a_year(const SessionData&);

}  // namespace ftt
