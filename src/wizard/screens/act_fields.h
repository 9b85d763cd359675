// The fields of an act of the chain before it is recorded: each with what it lacks, once somebody has tried.
//
// Does not know which fields an act asks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "view/node.h"
#include "wizard/state/session_data.h"

namespace ftt {

// Of the act at hand. Precondition: there is one.
class ActFields {
 public:
  explicit ActFields(const SessionData& data);

  Node field(std::string_view id, InputType input, std::string_view label, std::string_view hint = {}) const;
  Node choice(std::string_view id, std::string_view label, std::vector<Option> options) const;
  // A person by name and title, side by side.
  Node person(std::string_view id, std::string_view name, bool is_needed) const;

 private:
  std::string problem_of(std::string_view id) const;
  void show_date(Node& node, bool is_typing) const;

  const SessionData& data_;
  const ActDraft& act_;
  std::vector<StepError> errors_;
};

Node needed(Node);
Node optional(Node);

// What it lacks, each with a link, or why it was refused.
void add_act_errors(Node& main, const SessionData&);
// Who records it, for whom, and on which day.
void add_who_records(Node& main, const SessionData&, const ActFields&);
// Instead of an act: the two copies of a packet, to be merged.
void add_merge(Node& main, const SessionData&);

}  // namespace ftt
