// A button of the wizard: its id is the act that it stands for.
//
// Does not know what the act does.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "view/build.h"
#include "wizard/state/actions.h"

namespace ftt {

inline Node act_button(ActionId action, std::string label, Tone tone = Tone::secondary) {
  return build::button(id_of(action), std::move(label), tone);
}

// `about`: what stands for the star in the act's id.
inline Node act_button_about(ActionId action, std::string_view about, std::string label, Tone tone = Tone::secondary) {
  return build::button(id_of(action, about), std::move(label), tone);
}

}  // namespace ftt
