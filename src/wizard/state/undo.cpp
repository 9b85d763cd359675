// See undo.h.
#include "wizard/state/undo.h"

#include <utility>

#include "wizard/state/session_data.h"

namespace ftt {

Typed typed_now(const SessionData& data) {
  Typed typed{data.packet.answers,   data.what_if, data.monthly_subsidy, data.months,
              data.relocation_texts, data.checked, data.left_open,       {}};
  if (data.act) typed.act_texts = data.act->texts;
  return typed;
}

void begin_change(SessionData& data, std::string_view node, std::string_view name) {
  if (data.change) return;
  data.change = Change{typed_now(data), std::string(node), std::string(name), data.step, data.left.contains(node)};
}

void end_change(SessionData& data) {
  if (!data.change || data.draft) return;
  if (!(data.change->before == typed_now(data))) {
    if (data.changes.size() == most_changes) data.changes.erase(data.changes.begin());
    data.changes.push_back(*std::move(data.change));
  }
  data.change.reset();
}

void forget_changes_of_act(SessionData& data) {
  data.change.reset();
  std::erase_if(data.changes, [](const Change& change) { return is_of_act(change.node); });
}

const Change* last_change(const SessionData& data) {
  const bool is_typing = data.change && data.draft && data.draft->text != data.draft->shown;
  if (is_typing) return &*data.change;
  return data.changes.empty() ? nullptr : &data.changes.back();
}

}  // namespace ftt
