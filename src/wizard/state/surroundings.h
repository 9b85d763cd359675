// Surroundings: what the page around the wizard tells about itself, and how it is read.
//
//   {"keeping": "on", "is_set": false, "is_embedded": false, "is_file": false, "is_newer": false,
//    "words": "Kept on this device at 3:41 PM.", "set_aside": 1,
//    "kept": [{"id": "…", "name": "Kealoha, Ann", "words": "Revision 2 · 3:41 PM",
//              "earlier": [{"id": "…/1", "words": "Revision 1 · Nov 20, 9:05 AM"}]}],
//    "checks": [{"name": "Downloads", "state": "good", "words": "Files can be saved."}],
//    "privacy": [{"name": "Cookies", "state": "good", "words": "None."}]}
//
// Every member may be left out; without "keeping" nothing is said of keeping.
// Does not keep anything (the page does) and shows nothing (screens/kept.cpp does).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace ftt {

// Whether packets are kept on the device. `unknown`: the page has not said; `shared`: the person wants nothing kept on
// this computer; `refused`: the browser does not let the page.
enum class Keeping : std::uint8_t { unknown, on, shared, refused };
// What the page can do here: all of it, some of it with what is done instead, or nothing.
enum class CheckState : std::uint8_t { good, limited, bad };

struct KeptRevision {
  std::string id;
  std::string words;
};

struct KeptPacket {
  std::string id;
  std::string name;
  std::string words;                  // its revision and when it was kept
  std::vector<KeptRevision> earlier;  // newest first
};

struct PageCheck {
  std::string name;
  CheckState state = CheckState::good;
  std::string words;
};

struct PageSurroundings {
  Keeping keeping = Keeping::unknown;
  bool is_set = false;         // by the agency, so that the person does not change it
  bool is_embedded = false;    // in a page of somebody else's, whose address it is
  bool is_file = false;        // a file of this computer, whose address names its folders and leads nobody else here
  bool is_newer = false;       // a newer version of the form keeps its own here: what is kept can be read and saved
  std::string words;           // what was kept and when, or why nothing is
  std::int64_t set_aside = 0;  // damaged records that can be had as a file
  std::vector<KeptPacket> kept;
  std::vector<PageCheck> checks;   // what the page may do here
  std::vector<PageCheck> privacy;  // what was found when the person asked whether anything leaves

  // Whether the page has an address that can be handed on.
  bool has_address() const { return !is_embedded && !is_file; }
};

// Errors: all of read_json; wrong_type, unknown_choice, each with its place.
Result<PageSurroundings> read_surroundings(std::string_view json);

// What can be asked to be forgotten beside the id of a packet.
inline constexpr std::string_view forget_all = "all";
inline constexpr std::string_view forget_as_shared = "shared";

}  // namespace ftt
