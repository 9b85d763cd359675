// An act of the chain before it is recorded: which acts can be taken now, what is typed of one, and what it lacks.
//
// Covers HRM 6040.2 ¶9, ¶9a to ¶9c, and ¶11b. Every node of it begins with "act.", and one of the route is called
// "act.route.executive.name".
// Does not record anything (acts/session_chain.cpp does) and is no answer of the form: it is in no packet before that.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "packet/merge_copies.h"
#include "packet/record_entry.h"
#include "rules/chain.h"

namespace ftt {

struct SessionData;
struct StepError;

using ChainMove = PossibleAct;

// Whether the node is one of an act before it is recorded.
constexpr bool is_of_act(std::string_view node) {
  return node.starts_with("act.");
}

// The field that takes a file as evidence, by its digest alone.
inline constexpr std::string_view evidence_file = "act.evidence.file";

// "concurred.executive", "note": what stands for the star in the id of its button.
std::string id_of(const ChainMove&);
std::optional<ChainMove> move_of(std::string_view id);
// "Concur as executive", "Submit for concurrence".
std::string words_of(const ChainMove&);
// "Executive": the step as its heading has it.
std::string heading_of(ChainStep);

// A file that was chosen as evidence. Its digest comes under the number; under 0 none comes any more, since the page
// was left meanwhile.
struct ChosenEvidence {
  std::uint32_t number = 0;
  Evidence file{};  // without a digest until it has come
};

struct ActDraft {
  ChainMove move{};
  std::map<std::string, std::string, std::less<>> texts{};  // by node
  std::vector<ChosenEvidence> evidence{};
  bool was_tried = false;  // what it lacks is shown
  std::optional<Error> refused{};

  const std::string& text(std::string_view node) const;
};

// The copy that is merged with the packet at hand, and the questions that only a person can answer.
struct MergingCopy {
  std::string file_name;
  Packet packet;
  std::vector<MergeConflict> conflicts{};
};
// "act.merge:2": the node of a question.
std::string node_of_conflict(std::size_t number);
// What is answered of them.
std::vector<MergeAnswer> merge_answers(const ActDraft&, const MergingCopy&);

// What can be recorded now, the one that is expected first; none where nothing can be.
std::vector<ChainMove> possible_moves(const SessionData&);
// What is known of it beforehand is filled in: today, and who takes the steps.
ActDraft begin_act(const SessionData&, const ChainMove&);

// Whether the step of the route may have nobody.
constexpr bool may_not_apply(ChainStep step) {
  return step == ChainStep::second_level || step == ChainStep::third_level;
}
// The earlier steps of the route to which it can be returned.
std::vector<ChainStep> steps_to_return_to(const SessionData&, ChainStep from);

// The date that is typed in the node; nothing where it is none.
std::optional<Date> date_in(const ActDraft&, std::string_view node);
// What would be recorded, without nonces.
NewEntry entry_of(const ActDraft&);
// What it lacks, by the node that it is at, in the order of the screen.
std::vector<StepError> errors_of_act(const SessionData&);
// What Parts A to I lack before they can be submitted (¶9a); the same nodes as links.
std::vector<StepError> missing_before_submission(const SessionData&);
// The node on the act's screen that a place of record_entry() names; the field's own where it is an answer.
std::string node_of_place(std::string_view place);

}  // namespace ftt
