// chain_report: a recorded case told: as JSON for the doors, and in the sentences that every face shows.
//
// It is a recorded concurrence: nothing here says that it proves who acted, and limit_of_the_chain says so.
//
// Does not: judge the chain (rules/chain.h), or verify it (chain_entries.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "packet/compare.h"
#include "packet/recorded_case.h"

namespace ftt {

// "in the chain of command", "with the servicing HR Director" …
std::string_view words_of(ChainState state);
// "not begun", "active" …
std::string_view words_of(ArrangementPhase phase);

// "June 2, 2025"; "an unknown day".
std::string day_words(const std::optional<Date>& day);
Json date_or_null(const std::optional<Date>& date);
// "The arrangement itself was approved on June 2, 2025.": the decision on what the matter at hand is not (¶11b); empty
// where there was none.
std::string words_of_other_approval(const ChainStatus& status);
// "Sam Doe, Director".
std::string words_of(const ChainPerson& person);
// "the executive".
std::string_view words_of(ChainStep step);
// "Sam Doe, Director, for Kim Roe (acting), concurred as the executive", without its day.
std::string words_of(const ChainEntry& entry);

// What is wrong in the entry of that number in the list, or odd with it, each with its place.
std::vector<std::string> remarks_on(const RecordedCase& recorded, std::size_t entry);
// Whether that entry counts for anything.
bool counts(const RecordedCase& recorded, std::size_t entry);
// "Part E and Part I": what whoever recorded the entry had otherwise in front of them (parts_changed_since).
std::string parts_changed(const EntryMark& mark, const Packet& packet);
// The figure of an entry under that member ("percent" or an amount) as people read it; as it is written where it is
// none.
std::string figure_words(std::string_view member, const std::string& text);
// "annual travel budget $10,087.20; net annual change …": figures as an entry has them, {"annual": "10087.20", …};
// empty where there are none.
std::string words_of_figures(const Json& figures);
// The same of those in front of whoever recorded the entry; empty where it has none.
std::string figures_seen(const EntryMark& mark);

// Whether the SHA-256 of a file given as evidence, in hexadecimal digits, is that of no bytes: it shows nothing.
bool is_of_empty_file(std::string_view sha256);

// Why the step's concurrence does not count and who must look again, with the parts that have changed since; empty
// where there is none that is void.
std::string words_of_void(const RecordedCase& recorded, ChainStep step, const Packet& packet);

// Why it is not so that everything which was concurred on stands: a sentence each, with its place where it has one;
// nothing where it holds, or where nothing is recorded.
std::vector<std::string> what_does_not_hold(const RecordedCase& recorded, const Packet& packet);

// "Same answers as …; the figures differ by the rates of …": of each standing concurrence whose figures the tables in
// use give otherwise. Never a reason for being void.
std::vector<std::string> figures_by_other_rates(const RecordedCase& recorded, const Packet& packet,
                                                const Assessment& assessment);

// What has changed in Parts A to I since the entry, answer by answer, as compare says it, with the figures that come of
// it; nothing where the chain does not tell (parts_changed_since names the parts then). `settings` are those of the
// assessment.
std::optional<Comparison> compare_with_seen(const Rates& rates, const Packet& packet, const Assessment& assessment,
                                            const ReadChain& chain, std::size_t entry, Date today,
                                            const CalcSettings& settings = {});

// {"state", "phase", "recorded", "matter", "holder": {"kind", "step", "name", "title"}, "since", "due",
//  "due_if_stopped", "lateness", "work_days_late", "approved_on", "other_approved_on", "requested_again_on", "reason",
//  "message", "next", "soundness", "head", "head_words", "after", "steps": [{"step", "applies", "name", "title", "n",
//  "on", "stands", "why", "message", "changed": […]}], "entries": [{"n", "act", "step", "on", "by", "for", "authority",
//  "reason", "to", "counts", "words", "remarks": […]}], "typed_not_recorded": […], "figures": […], "limit"}; what is
//  not known is null or left
// out. Of a redacted copy state, phase and holder are null, and "redacted" says why.
Json chain_json(const RecordedCase& recorded, const Packet& packet, const Assessment& assessment);
// The same in lines.
std::string chain_text(const RecordedCase& recorded, const Packet& packet, const Assessment& assessment);

}  // namespace ftt
