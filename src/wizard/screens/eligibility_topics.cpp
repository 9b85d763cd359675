// The topics and their order. See eligibility_topics.h.
#include "wizard/screens/eligibility_topics.h"

#include <algorithm>
#include <array>

#include "rules/eligibility.h"

namespace ftt {
namespace {

using Rules = std::string_view;

constexpr Rules covered[] = {"scope.component", "scope.contractor"};
constexpr Rules place[] = {"scope.location", "scope.overseas_existing"};
constexpr Rules accommodation[] = {"scope.accommodation"};
constexpr Rules law[] = {"eligible.telework", "eligible.position"};
constexpr Rules presence[] = {"worksite.regular", "worksite.mobile", "worksite.tdy", "worksite.alternative"};
constexpr Rules time_in_position[] = {"eligible.time_in_position"};
constexpr Rules duties[] = {"eligible.duties"};
constexpr Rules ready[] = {"eligible.agreement", "eligible.worksite"};

constexpr std::span<const Rules> nothing_yet{};
constexpr std::span<const Rules> only(std::span<const Rules> rules, std::size_t first, std::size_t count = 1) {
  return rules.subspan(first, count);
}

constexpr TopicQuestion ask_covered[] = {{Leaf::eligibility_component_covered, only(covered, 0)},
                                         {Leaf::eligibility_contractor, only(covered, 1)}};
constexpr TopicQuestion ask_place[] = {{Leaf::eligibility_in_united_states, only(place, 0)},
                                       {Leaf::eligibility_overseas_existing, nothing_yet},
                                       {Leaf::eligibility_overseas_end, only(place, 1)}};
constexpr TopicQuestion ask_accommodation[] = {{Leaf::eligibility_reasonable_accommodation, accommodation}};
constexpr TopicQuestion ask_law[] = {{Leaf::eligibility_awol_discipline, nothing_yet},
                                     {Leaf::eligibility_pornography_discipline, only(law, 0)},
                                     {Leaf::eligibility_secure_materials_or_onsite_daily, only(law, 1)}};
constexpr TopicQuestion ask_presence[] = {{Leaf::eligibility_agency_days_per_pay_period, only(presence, 0)},
                                          {Leaf::eligibility_mobile_work, nothing_yet},
                                          {Leaf::eligibility_mobile_area, only(presence, 1)},
                                          {Leaf::eligibility_temporary_duty, only(presence, 2, 2)}};
constexpr TopicQuestion ask_time[] = {{Leaf::arrangement_action, nothing_yet},
                                      {Leaf::eligibility_advertised_full_time_telework, nothing_yet},
                                      {Leaf::eligibility_position_start, time_in_position}};
constexpr TopicQuestion ask_duties[] = {{Leaf::eligibility_duties_suitable, duties}};
constexpr TopicQuestion ask_ready[] = {{Leaf::eligibility_telework_agreement_approved, only(ready, 0)},
                                       {Leaf::eligibility_worksite_suitable, only(ready, 1)}};

constexpr std::array<Topic, 8> topics = {{
    {"topic:covered", "Who is covered", ask_covered, covered},
    {"topic:place", "Where the worksite lies", ask_place, place},
    {"topic:accommodation", "Reasonable accommodation", ask_accommodation, accommodation},
    {"topic:law", "Legal exclusions", ask_law, law},
    {"topic:presence", "Where the work is done", ask_presence, presence},
    {"topic:time", "Time in the position", ask_time, time_in_position},
    {"topic:duties", "Duties of the position", ask_duties, duties},
    {"topic:ready", "Telework agreement and worksite", ask_ready, ready},
}};

}  // namespace

std::span<const Topic> all_topics() {
  return topics;
}

const Topic* find_topic(std::string_view id) {
  const auto found = std::find_if(topics.begin(), topics.end(), [&](const Topic& topic) { return topic.id == id; });
  return found == topics.end() ? nullptr : &*found;
}

const Topic* topic_of(Leaf leaf) {
  for (const Topic& topic : topics) {
    for (const TopicQuestion& question : topic.questions) {
      if (question.leaf == leaf) return &topic;
    }
  }
  return nullptr;
}

TopicState state_of(const SessionData& data, const Topic& topic) {
  const Eligibility& eligibility = data.assessment.policy.eligibility;
  bool is_open = false;
  bool is_decided = false;
  for (const std::string_view rule : topic.rules) {
    const Finding* found = eligibility.find(rule);
    if (found == nullptr) continue;
    is_open = is_open || found->status == Status::unknown;
    is_decided = is_decided || found->status == Status::fail;
  }
  if (is_decided || !is_open) return TopicState::decided;
  for (const TopicQuestion& question : topic.questions) {
    if (!data.packet.answers.is_empty(question.leaf)) return TopicState::in_progress;
  }
  return TopicState::not_answered;
}

std::string_view next_topic(const SessionData& data, std::string_view id) {
  const Topic* here = find_topic(id);
  const std::size_t behind = here == nullptr ? 0 : static_cast<std::size_t>(here - topics.data()) + 1;
  for (std::size_t step = 0; step < topics.size(); ++step) {
    const Topic& topic = topics[(behind + step) % topics.size()];
    if (topic.id != id && state_of(data, topic) != TopicState::decided) return topic.id;
  }
  return {};
}

}  // namespace ftt
