// Buttons of the wizard: their ids are the acts that they stand for.
//
// Does not know what the act does.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "view/build.h"
#include "wizard/state/actions.h"
#include "wizard/state/list_page.h"

namespace ftt {

inline Node act_button(ActionId action, std::string label, Tone tone = Tone::secondary) {
  return build::button(id_of(action), std::move(label), tone);
}

// `about`: what stands for the star in the act's id.
inline Node act_button_about(ActionId action, std::string_view about, std::string label, Tone tone = Tone::secondary) {
  return build::button(id_of(action, about), std::move(label), tone);
}

// The ways from one page of a long list to another.
struct PageButtons {
  std::string_view id;
  std::string_view label;
  ActionId previous;
  ActionId next;
};

// Nothing where the list has one page.
inline void add_pages(Node& parent, const PageButtons& buttons, std::size_t first, std::size_t count) {
  if (count <= most_on_page) return;
  Node pages = build::group(std::string(buttons.id), std::string(buttons.label), Arrange::toolbar);
  if (first > 0) pages.children.push_back(act_button(buttons.previous, "Earlier in the list"));
  if (end_of_page(first, count) < count) pages.children.push_back(act_button(buttons.next, "Further in the list"));
  parent.children.push_back(std::move(pages));
}

}  // namespace ftt
