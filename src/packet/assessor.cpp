// The memory of the last assessment. See assessor.h.
#include "packet/assessor.h"

#include <utility>

#include "form/field.h"
#include "form/place.h"

namespace ftt {

void Assessor::bring_up_to_date(Assessment& assessment, const Answers& answers, AssessedOn day,
                                const CalcSettings& settings, const PolicySettings& policy) {
  assessment.found = finder_.find(answers, day.packet);
  if (!has_same_policy(answers, day)) {
    assessment.of_places = check_places(answers, *rates_);
    find_policy_without_figures(assessment.policy, answers, day.context(policy.calendar));
  }
  finish_assessment(assessment, *rates_, answers, day, settings, policy);
}

void Assessor::bring_up_to_date(Assessment& assessment, const Packet& packet, AssessedOn day,
                                const CalcSettings& settings, const PolicySettings& policy) {
  const bool is_recorded_now = is_recorded(packet);
  // Who holds it, the chain says, not the answers alone.
  if (is_recorded_now != assessment.counted.has_value()) texts_.clear();
  if (!is_recorded_now) {
    assessment.counted.reset();
    recorded_.reset();
    bring_up_to_date(assessment, packet.answers, day, settings, policy);
    return;
  }
  if (chained_.chain != packet.chain || chained_.id != packet.id || chained_.is_redacted != packet.is_redacted) {
    chained_.id = packet.id;
    chained_.is_redacted = packet.is_redacted;
    chained_.chain = packet.chain;
    chain_ = read_entries(chained_);
  }
  recorded_ = find_recorded_case(packet, chain_, day.context(policy.calendar));
  bring_up_to_date(assessment, recorded_->answers, day, settings, policy);
  assessment.policy.holder = recorded_->status.in_words;
  assessment.counted = recorded_->answers;
}

void Assessor::forget() {
  finder_.forget();
  texts_.clear();
}

bool Assessor::has_same_policy(const Answers& answers, AssessedOn day) {
  bool is_same = day_ == day && !texts_.empty();
  day_ = day;
  texts_.resize(leaf_count);
  for (const LeafInfo& leaf : leaves()) {
    if (!is_looked_at_without_figures(leaf.kind)) continue;
    std::string& known = texts_[number_of(leaf.leaf)];
    const std::string& text = answers.text(leaf.leaf);
    if (known == text) continue;
    known = text;
    is_same = false;
  }
  return is_same;
}

}  // namespace ftt
