// Two copies of one packet that two people changed apart, made one (¶9).
//
// Does not decide which of two answers is right, and loses no entry of either (packet/merge_copies.h).
#include <utility>

#include "base/text.h"
#include "packet/merge_copies.h"
#include "wizard/acts/deeds.h"
#include "wizard/acts/session_state.h"
#include "wizard/state/chain_act.h"

namespace ftt {
namespace {

constexpr std::string_view words_of_merged =
    "The two copies are merged into one packet, which is not saved to a file yet. Save it and hand it on.";

Result<MergedCopies> merge_now(const SessionData& data, const NewEntry& entry, std::span<const MergeAnswer> answers) {
  return merge_copies(data.rates, packet_to_save(data), data.merging->packet, entry, answers, data.today,
                      data.settings);
}

}  // namespace

void Session::State::merge(std::vector<Effect>& effects) {
  NewEntry entry = entry_of(*data.act);
  entry.nonce = fresh_ids.nonce();
  Result<MergedCopies> merged = merge_now(data, entry, merge_answers(*data.act, *data.merging));
  if (merged && !merged->packet) {
    // One answer can ask for another.
    data.merging->conflicts = std::move(merged->conflicts);
    return effects.push_back(focus_on("act.heading"));
  }
  if (!merged) {
    data.act->refused = merged.error();
    return effects.push_back(focus_on("act.errors"));
  }
  OpenedPacket opened;
  opened.packet = *std::move(merged->packet);
  const bool begun_here = data.begun_here;
  std::string kept_as = std::move(data.kept_as);
  take_packet(std::move(opened), {});
  data.kept_as = std::move(kept_as);
  data.begun_here = begun_here;
  data.saved_answers = Answers();
  data.saved_head.clear();
  data.saved_revision.reset();
  data.has_recorded = true;
  data.step = Step::concurrences;
  data.notice = std::string(words_of_merged);
  effects.push_back(announcement(data.notice));
  effects.push_back(focus_on("main.heading"));
}

// Where nothing is asked at all, not even who merges, it is done at once.
void deeds::merge_waiting_file(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  if (!are_copies_to_merge(data)) return;
  data.merging = MergingCopy{data.waiting->name(), data.waiting->opened.packet};
  const Result<MergedCopies> tried = merge_now(data, NewEntry{}, {});
  if (!tried && tried.error().code != ErrorCode::empty) {
    data.failed_file = concat("The two copies were not merged. ", tried.error().message);
    data.merging.reset();
    return press.effects.push_back(focus_on("open.failed"));
  }
  data.waiting.reset();
  ActDraft draft = begin_act(data, {ChainAct::merged, std::nullopt});
  data.act = std::move(draft);
  forget_changes_of_act(data);
  if (tried && tried->packet) return state.merge(press.effects);
  if (tried) data.merging->conflicts = tried->conflicts;
  state.go_to(Step::concurrences, press.effects);
  press.effects.back() = focus_on("act.heading");
}

}  // namespace ftt
