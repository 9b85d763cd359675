// What a person can take back: each change as what was typed and chosen before it.
//
// A change is one field from the first key to its leaving, one choice, or one press that answers something. Does not
// take anything back itself (acts/session_ways.cpp does).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "form/answers.h"
#include "rules/relocation_302.h"
#include "wizard/state/steps.h"

namespace ftt {

inline constexpr std::size_t most_changes = 20;

// All that a person types and chooses in a packet and beside it, read or not.
struct Typed {
  Answers answers;
  Answers what_if;
  std::string monthly_subsidy;
  std::string months;
  RelocationTexts relocation_texts;
  std::map<std::string, bool, std::less<>> checked;
  std::vector<Leaf> left_open;
  std::map<std::string, std::string, std::less<>> act_texts;  // of an act of the chain that is not recorded yet
  bool operator==(const Typed&) const = default;
};

struct Change {
  Typed before;
  std::string node;  // that it was made at
  std::string name;  // of that node
  Step step = Step::start;
  bool was_left = false;  // the node's problems were shown before
};

struct SessionData;

// What stands in all fields now.
Typed typed_now(const SessionData&);
// A change begins at a node, unless one is going on there. It ends when nothing is being typed any more, and is
// remembered where it changed something.
void begin_change(SessionData&, std::string_view node, std::string_view name);
void end_change(SessionData&);
// An act of the chain begins or is over: neither is a change, and what was typed in one is not taken back any more.
void forget_changes_of_act(SessionData&);
// The last change, also while it is being typed; null where there is none.
const Change* last_change(const SessionData&);

}  // namespace ftt
