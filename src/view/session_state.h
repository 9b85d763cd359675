// The inside of a session, shared by the files that implement it.
//
// Does not appear in any other layer.
#pragma once

#include <string>
#include <vector>

#include "calc/rate_finder.h"
#include "view/patch.h"
#include "view/screen.h"
#include "view/session.h"
#include "view/session_data.h"

namespace ftt {

// Problems are shown as they were when a field was last left, so that none comes or goes under the typing hand.
enum class Problems { as_they_were, shown_anew };

struct Session::State {
  State(const Rates& rates, Date today, std::string packet_id)
      : data(rates, today, std::move(packet_id)), finder(rates) {}

  SessionData data;
  RateFinder finder;  // so that typing a figure does not look the tables up again
  Node screen;
  PatchWriter patches;

  // Works out everything that follows from the answers, and describes the screen again.
  void refresh(Problems);
  void assess_again();
  // A field that is being typed in while something else is done was left, whether the page said so or not.
  void settle();

  std::string written() const;

  // A packet that was read takes the place of the one at hand.
  void take_packet(OpenedPacket opened, std::string file_name);
  // The person has said whether the waiting file is to be opened.
  void answer_about_file(bool open_it, std::vector<Effect>& effects);
};

}  // namespace ftt
