// redact: a copy of a packet for wider circulation, without names and home address.
//
// Left out: the names of the employee, the recruit and all who sign or prepared it; the street addresses of the
// current, the requested and the reviewed worksites (city, county and state stay: the figures need them); the same
// names and addresses wherever a text repeats them (name_words.h), and every e-mail address; an id that holds a name;
// members that this version does not know; of the chain all but what each entry is and when; all of it inside of the
// packet under review too, of which answers and chain alone stay. "[left out]" stands where something stood, so that it
// is not taken for an answer that was never given.
//
// redacted_from tells of which packet it is a copy, so that a report on many packets counts it beside the full one but
// once: the SHA-256 of the id. Of an id that is not random there is none: whoever guesses such an id, as one made of a
// name, would find it by its digest.
//
// Does not: know people who stand in no field for a name, nicknames, or whom a position, a place or a story tells. The
// texts that stay are listed, so that a person reads them before the copy goes out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "packet/name_words.h"
#include "packet/packet.h"

namespace ftt {

struct LeftOut {
  std::string field;  // "employee.last_name"; "annual_review.reviewed.employee.last_name"; a member's path
  std::string label;  // "B1 Last name"
};

// A text in somebody's own words, as the copy has it.
struct TextLeft {
  std::string field;
  std::string label;
  std::string text;
};

struct Redacted {
  Packet packet;                  // is_redacted is set
  std::vector<LeftOut> left_out;  // in the order of the packet
  std::vector<TextLeft> texts;    // to be read by a person, in the order of the packet
};

// What a person is told above the texts that stay.
inline constexpr std::string_view words_on_texts_left =
    "Read the copy before you send it. The names in the packet's name fields are removed. Nicknames, other spellings, "
    "and people named only in a text are not.";

// The copy; of a copy, the same again. The rates tell a place from a name: a city that they know stays.
Redacted redact(const Packet& packet, const Rates& rates);

}  // namespace ftt
