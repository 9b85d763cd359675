// What is done with what is tried beside the packet: it goes away, or it becomes the packet's own.
//
// Does not keep or work out what is tried (state/what_if.cpp does).
#include <optional>
#include <string>
#include <utility>

#include "packet/review.h"
#include "wizard/acts/deeds.h"
#include "wizard/acts/session_state.h"
#include "wizard/state/what_if.h"

namespace ftt::deeds {

void try_nothing(Session::State& state, const Press& press) {
  reset_what_if(state.data);
  press.effects.push_back(focus_on(std::string(what_if_place_field)));
}

// One change, which Undo takes back whole.
void take_tried(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  std::optional<Answers> answers = answers_tried(data);
  if (!answers || data.access == Access::read_only) return;
  const bool goes_along = repeats_requested_worksite(data.packet.answers);
  data.packet.answers = *std::move(answers);
  if (goes_along) repeat_requested_worksite(data.packet.answers);
  reset_what_if(data);
  press.effects.push_back(focus_on("what_if"));
  press.effects.push_back(announcement("The packet has these figures now. Use Undo to take them back."));
}

}  // namespace ftt::deeds
