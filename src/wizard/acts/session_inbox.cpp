// Looking through many packets: what the page finds of the files, the table's order and pages, and opening one of them.
//
// A row opens as any file does: over unsaved work the session asks. Does not read files: the page does.
#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/count.h"
#include "base/text.h"
#include "view/build.h"
#include "wizard/acts/deeds.h"
#include "wizard/acts/session.h"
#include "wizard/acts/session_state.h"
#include "wizard/screens/step_views.h"
#include "wizard/state/inbox_list.h"

namespace ftt {

Result<std::vector<Effect>> Session::look_through(std::string_view json) {
  State& state = *state_;
  SessionData& data = state.data;
  const InboxReading before = data.inbox.reading;
  const std::size_t read_before = data.inbox.read;
  FTT_TRY(take_inbox(data.inbox, json));
  std::vector<Effect> effects;
  const InboxReading now = data.inbox.reading;
  const bool begins = now == InboxReading::going_on && data.inbox.read == 0 && data.inbox.files.empty();
  if (begins && data.step != Step::inbox) {
    state.settle();
    state.go_to(Step::inbox, effects);
  }
  // How far it is is said once, and not at the beginning: what is found in a few files follows in the same breath.
  const bool is_slow = now == InboxReading::going_on && !begins && read_before == 0;
  const bool ends = now != InboxReading::going_on && now != before;
  if (is_slow || ends) effects.push_back(announcement(words_on_inbox(data.inbox)));
  state.refresh(Problems::as_they_were);
  return effects;
}

bool Session::State::press_row(std::string_view id, std::vector<Effect>& effects) {
  const std::size_t cut = id.rfind('/');
  const Node* table = cut == std::string_view::npos ? nullptr : build::find(screen, id.substr(0, cut));
  const std::optional<Act> act = table == nullptr ? std::nullopt : find_act(id);
  if (!act || std::none_of(table->rows.begin(), table->rows.end(), [&](const TableRow& row) {
        return row.opens && row.id == id.substr(cut + 1);
      })) {
    return false;
  }
  settle();
  press_button(*this, *act, effects);
  return true;
}

bool Session::State::choose_of_inbox(std::string_view node, std::string_view value) {
  if (node == "inbox.order") return sort_inbox(data.inbox, value);
  if (node != "inbox.older") return false;
  data.inbox.shows_older = !value.empty();
  return true;
}

namespace deeds {

void choose_many_files(Session::State&, const Press& press) {
  const bool is_folder = press.action == action("inbox.folder");
  press.effects.push_back(effect_of(is_folder ? EffectKind::inbox_folder : EffectKind::inbox_files));
}

void cancel_inbox(Session::State&, const Press& press) {
  press.effects.push_back(effect_of(EffectKind::inbox_cancel));
}

void turn_page_of_inbox(Session::State& state, const Press& press) {
  turn_inbox_page(state.data.inbox, press.action == action("inbox.next"));
  const std::vector<InboxLine> lines = inbox_lines(state.data.inbox);
  // The button may be gone: one goes on with the first that is shown.
  if (!lines.empty()) press.effects.push_back(focus_on(id_of(action("inbox.table/*"), concat(lines.front().file))));
}

void open_from_inbox(Session::State& state, const Press& press) {
  const std::vector<InboxRow>& files = state.data.inbox.files;
  const Result<Count> number = parse_count(press.about, 0, static_cast<std::int64_t>(files.size()));
  if (!number || static_cast<std::size_t>(number->value()) >= files.size()) return;
  Effect effect = effect_of(EffectKind::inbox_open);
  effect.name = files[static_cast<std::size_t>(number->value())].file;
  press.effects.push_back(std::move(effect));
}

}  // namespace deeds
}  // namespace ftt
