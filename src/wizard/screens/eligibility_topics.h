// The topics of "Can it be done?": which questions each asks, which rules it shows, and which one is next.
//
// How long it lasts is asked, and said, on Arrangement.
// Covers Order ¶3 and HRM 6040.2 ¶1e, ¶3b, ¶3h, ¶5, ¶7b, ¶8a, ¶8b, ¶10b, knock-outs first. Decides nothing.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "form/leaf.h"
#include "view/node.h"
#include "wizard/state/session_data.h"

namespace ftt {

struct TopicQuestion {
  Leaf leaf;
  std::span<const std::string_view> rules;  // shown below it; the last question of a topic has those of the whole topic
};

struct Topic {
  std::string_view id;  // "topic:component", the disclosure's
  std::string_view title;
  std::span<const TopicQuestion> questions;  // at least one
  std::span<const std::string_view> rules;   // all of the topic's, in the order of the questions
};

std::span<const Topic> all_topics();
// The topic with that id; null where there is none.
const Topic* find_topic(std::string_view id);
// The topic that asks for a leaf; null where none does.
const Topic* topic_of(Leaf);

enum class TopicState { not_answered, in_progress, decided };
TopicState state_of(const SessionData&, const Topic&);
// The first topic behind `id` that is not decided, from the beginning where nothing is left behind it; empty when all
// are. An empty id begins at the beginning.
std::string_view next_topic(const SessionData&, std::string_view id);

// The children of the result region on this step.
std::vector<Node> eligibility_so_far(const SessionData&);

}  // namespace ftt
