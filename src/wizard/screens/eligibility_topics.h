// The topics of "Can it be done?": what each is called, whether it is decided, and which one is next. Which rules stand
// on it, and what they ask, the table of rules says (rules/rules.inc).
//
// How long it lasts is asked, and said, on Arrangement.
// Covers Order ¶3 and HRM 6040.2 ¶1e, ¶3b, ¶3h, ¶5, ¶7b, ¶8a, ¶8b, ¶10b, knock-outs first. Decides nothing.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "form/leaf.h"
#include "rules/rule.h"
#include "view/node.h"
#include "wizard/state/session_data.h"

namespace ftt {

struct Topic {
  std::string_view id;  // "topic:component", the disclosure's
  std::string_view title;
  RuleTopic topic;

  // Its rules, in the order of the questions.
  std::span<const Rule> rules() const;
};

std::span<const Topic> all_topics();
// The topic with that id; null where there is none.
const Topic* find_topic(std::string_view id);
// The topic that asks for a leaf; null where none does.
const Topic* topic_of(Leaf);

enum class TopicState { not_answered, in_progress, decided };
TopicState state_of(const SessionData&, const Topic&);
// The first topic behind `id` that is not decided; empty when all are. An empty id begins at the beginning.
std::string_view next_topic(const SessionData&, std::string_view id);

// The children of the result region on this step.
std::vector<Node> eligibility_so_far(const SessionData&);

}  // namespace ftt
