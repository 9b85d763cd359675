// The inside of a session, shared by the files that implement it.
//
// Does not appear in any other layer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "packet/assessor.h"
#include "wizard/acts/session.h"
#include "wizard/screens/screen.h"
#include "wizard/state/fresh_ids.h"
#include "wizard/state/session_data.h"

namespace ftt {

// An effect of a kind, about a node or a packet.
inline Effect effect_of(EffectKind kind, std::string id = {}) {
  Effect effect;
  effect.kind = kind;
  effect.id = std::move(id);
  return effect;
}
inline Effect focus_on(std::string id) {
  return effect_of(EffectKind::focus, std::move(id));
}

inline Effect announcement(std::string words) {
  Effect effect = effect_of(EffectKind::announce);
  effect.content = std::move(words);
  return effect;
}

// Goes to a step, to a field on its step, or to what is on the screen, by its id.
void go_to_target(Session::State&, const std::string& target, std::vector<Effect>&);
// The same for a link of the screen: from Check to an answer there is a way back to the same place. The list of steps
// leads away from it.
void follow(Session::State&, const std::string& id, const std::string& target, std::vector<Effect>&);
// Opens what a field stands in, where that is shut on its step.
void show_around(SessionData&, std::string_view field);

// Problems are shown as they were when a field was last left, so that none comes or goes under the typing hand.
enum class Problems { as_they_were, shown_anew };

struct Session::State {
  State(const Rates& rates, Date today, std::string packet_id, std::string seed)
      : data(rates, today, std::move(packet_id)), fresh_ids(std::move(seed)), assessor(rates) {}

  SessionData data;
  FreshIds fresh_ids;
  Assessor assessor;  // so that typing a figure does not work out again what hangs on none
  Node screen;
  std::optional<Node> sent;     // the screen of the last patch, once the screen is another one
  bool is_screen_sent = false;  // no patch is due

  // Works out everything that follows from the answers, and describes the screen again.
  void refresh(Problems);
  // The patch from the screen of the last call to this one.
  std::string patch();
  void assess_again();
  // A field that is being typed in while something else is done was left, whether the page said so or not, with all
  // that follows from leaving it.
  void settle();

  // Something was answered while the estimate is on the screen: what is open of it is filled in, marked as assumed, but
  // what the person has emptied.
  void assume();
  // The packet as it would be saved.
  std::string written();

  void go_to(Step step, std::vector<Effect>& effects);
  // What of Check is gone back to and is not there any more: its heading is.
  void land(std::vector<Effect>& effects);
  // What has come of an act and is another than was last said aloud: concurrences, the result, what-if, the policy.
  void announce_what_follows(std::vector<Effect>& effects);

  // What the person has just answered tells of other answers: of a packet that was begun here, on its own steps. Of a
  // file, what is marked as filled in follows its source, and nothing more is filled in.
  void fill_in_after(const Answers& before);
  // What was filled in and the person has emptied is not filled in again.
  void note_left_open(const Answers& before);

  // A packet that was read takes the place of the one at hand.
  void take_packet(OpenedPacket opened, std::string file_name);
  // The same where nothing is lost by it; else the person is asked.
  void offer_packet(OpenedPacket opened, std::string file_name, OpenedFor purpose, std::vector<Effect>& effects);
  // What the opened file says otherwise than its answers, by the rates and the settings that are there now.
  void compare_with_file();
  // What it was opened for.
  void take_purpose(OpenedFor purpose);
  // Gives it a fresh id where its file names none.
  void identify();
  // The person has said whether the waiting file is to be opened.
  void answer_about_file(bool open_it, std::vector<Effect>& effects);

  // The estimate of a link takes the place of the packet at hand.
  void take_estimate(Answers answers);

  // ---- The packet as a whole (session_packet.cpp) ----
  // The packet at hand becomes the one under review, and its review the packet at hand.
  void review_it();
  // A new packet of these answers, in no file yet, in place of the one at hand.
  void begin_with(Answers answers);
  // ---- The chain (session_chain.cpp) ----
  // Once nothing is being typed: which recorded concurrences a change has made void, or has brought back.
  void say_what_became_void();
  // What of the chain at hand does not continue what was seen here is named; what does is seen.
  void look_at_entries();
  // The copies as one, once nothing is asked any more; what is asked of them otherwise (session_merge.cpp).
  void merge(std::vector<Effect>& effects);
  // ---- What is kept on the device (session_keeping.cpp) ----
  // Does what the box is for; false where the node is none of keeping's.
  bool choose_of_keeping(std::string_view node, std::string_view value, std::vector<Effect>& effects);

  // ---- Many packets (session_inbox.cpp) ----
  // Does what the list or the box is for; false where the node is none of the inbox.
  bool choose_of_inbox(std::string_view node, std::string_view value);

  // ---- The report on many packets (session_report.cpp) ----
  void type_of_report(std::string_view node, std::string_view text);
  // Does what the choice or the file field is for; false where the node is none of the report.
  bool choose_of_report(std::string_view node, std::string_view value, std::vector<Effect>& effects);

  // Opens the row of a table, by the table's id, "/" and its own; false where the screen has none that opens.
  bool press_row(std::string_view id, std::vector<Effect>& effects);

  // A field of the list of actual spending.
  void set_actual(std::string_view node, std::string_view text);
};

}  // namespace ftt
