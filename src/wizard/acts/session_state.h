// The inside of a session, shared by the files that implement it.
//
// Does not appear in any other layer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "packet/assessor.h"
#include "wizard/acts/session.h"
#include "wizard/screens/screen.h"
#include "wizard/state/session_data.h"

namespace ftt {

// Problems are shown as they were when a field was last left, so that none comes or goes under the typing hand.
enum class Problems { as_they_were, shown_anew };

struct Session::State {
  State(const Rates& rates, Date today, std::string packet_id)
      : data(rates, today, std::move(packet_id)), assessor(rates) {}

  SessionData data;
  Assessor assessor;  // so that typing a figure does not work out again what hangs on none
  Node screen;
  std::optional<Node> sent;     // the screen of the last patch, once the screen is another one
  bool is_screen_sent = false;  // no patch is due

  // Works out everything that follows from the answers, and describes the screen again.
  void refresh(Problems);
  // The patch from the screen of the last call to this one.
  std::string patch();
  void assess_again();
  // A field that is being typed in while something else is done was left, whether the page said so or not.
  void settle();

  std::string written() const;

  void go_to(Step step, std::vector<Effect>& effects);

  // A packet that was read takes the place of the one at hand.
  void take_packet(OpenedPacket opened, std::string file_name);
  // Asks the page for an id where the packet's file names none.
  void identify(std::vector<Effect>& effects) const;
  // The person has said whether the waiting file is to be opened.
  void answer_about_file(bool open_it, std::vector<Effect>& effects);

  // ---- The packet as a whole (session_packet.cpp) ----
  // The packet at hand becomes the one under review, and its review the packet at hand.
  void review_it();
  // A new packet with that id, carrying over what was chosen.
  void begin_anew(std::string_view packet_id, std::vector<Effect>& effects);
  // Does what the button says; false where the button is none of these.
  bool press_of_packet(std::string_view button, std::vector<Effect>& effects);
  // ---- Files that are made (session_files.cpp) ----
  // Does what the button says; false where the button is none of these.
  bool press_of_files(std::string_view button, std::vector<Effect>& effects);
  // Takes what the page chose for the button; false where the button is none of these.
  bool choose_of_files(std::string_view button, std::string_view value, std::vector<Effect>& effects);
  // ---- What is kept on the device (session_keeping.cpp) ----
  // A new packet, in no file yet, in place of the one at hand.
  void begin_with(Packet packet);
  // Each does what the node is for; false where it is none of these.
  bool choose_of_keeping(std::string_view node, std::string_view value, std::vector<Effect>& effects);
  bool press_of_keeping(std::string_view button, std::vector<Effect>& effects);
  void forget_what_was_asked(std::vector<Effect>& effects);

  // A field of the list of actual spending.
  void set_actual(std::string_view node, std::string_view text);
};

}  // namespace ftt
