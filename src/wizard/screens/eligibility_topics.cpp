// The topics and their order. See eligibility_topics.h.
#include "wizard/screens/eligibility_topics.h"

#include <algorithm>
#include <array>

#include "rules/eligibility.h"

namespace ftt {
namespace {

constexpr std::array<Topic, 8> topics = {{
    {"topic:covered", "Who is covered", RuleTopic::covered},
    {"topic:place", "Where the worksite is", RuleTopic::place},
    {"topic:accommodation", "Reasonable accommodation", RuleTopic::accommodation},
    {"topic:law", "Legal exclusions", RuleTopic::law},
    {"topic:presence", "Where the work is done", RuleTopic::presence},
    {"topic:time", "Time in the position", RuleTopic::time},
    {"topic:duties", "Duties of the position", RuleTopic::duties},
    {"topic:ready", "Telework agreement and worksite", RuleTopic::ready},
}};

}  // namespace

// The rules of a topic stand together in the table.
std::span<const Rule> Topic::rules() const {
  const std::span<const Rule> all = ftt::rules();
  const auto is_on_it = [&](const Rule& rule) { return rule.topic == topic; };
  const auto first = std::find_if(all.begin(), all.end(), is_on_it);
  return {first, std::find_if_not(first, all.end(), is_on_it)};
}

std::span<const Topic> all_topics() {
  return topics;
}

const Topic* find_topic(std::string_view id) {
  const auto found = std::find_if(topics.begin(), topics.end(), [&](const Topic& topic) { return topic.id == id; });
  return found == topics.end() ? nullptr : &*found;
}

const Topic* topic_of(Leaf leaf) {
  for (const Topic& topic : topics) {
    for (const Rule& rule : topic.rules()) {
      if (std::find(rule.asks.begin(), rule.asks.end(), leaf) != rule.asks.end()) return &topic;
    }
  }
  return nullptr;
}

TopicState state_of(const SessionData& data, const Topic& topic) {
  const Eligibility& eligibility = data.assessment.policy.eligibility;
  bool is_open = false;
  bool is_decided = false;
  for (const Rule& rule : topic.rules()) {
    const Finding& found = eligibility.find(rule);
    is_open = is_open || found.status == Status::unknown;
    is_decided = is_decided || found.status == Status::fail;
  }
  if (is_decided || !is_open) return TopicState::decided;
  for (const Rule& rule : topic.rules()) {
    for (const Leaf leaf : rule.asks) {
      if (!data.packet.answers.is_empty(leaf)) return TopicState::in_progress;
    }
  }
  return TopicState::not_answered;
}

std::string_view next_topic(const SessionData& data, std::string_view id) {
  const Topic* here = find_topic(id);
  const std::size_t behind = here == nullptr ? 0 : static_cast<std::size_t>(here - topics.data()) + 1;
  for (std::size_t place = behind; place < topics.size(); ++place) {
    if (state_of(data, topics[place]) != TopicState::decided) return topics[place].id;
  }
  return {};
}

}  // namespace ftt
