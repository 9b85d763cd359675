// What is tried on the result step beside the packet: another requested place, other trips, nights or fare, another
// reading of line 9.
//
// Its fields hold what is typed in a table of answers of their own, which are laid over the packet's for one
// calculation. The packet is changed by it only where a person takes it over (acts/session_what_if.cpp); until then what
// is tried is neither saved nor printed, but kept on the device beside the packet, as whatever a person types.
//
// Covers App. A, Part E, lines 4 and 8 to 10, and B3. Does not describe the screen (step_what_if.cpp) and does not
// calculate.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "view/pictures.h"
#include "wizard/state/session_data.h"

namespace ftt {

inline constexpr std::string_view what_if_trips_field = "what_if.trips";
inline constexpr std::string_view what_if_nights_field = "what_if.nights";
inline constexpr std::string_view what_if_transport_field = "what_if.transport";
inline constexpr std::string_view what_if_place_field = "what_if.place";
inline constexpr std::string_view what_if_method_field = "what_if.method";
inline constexpr std::int64_t most_trips_tried = 24;

// Whether a node is one of its fields.
bool is_what_if(std::string_view node);
// A text that is being typed, and one that was left; a value that was chosen. Precondition: is_what_if(node).
void type_what_if(SessionData&, std::string_view node, std::string_view text);
void leave_what_if(SessionData&, std::string_view node, std::string_view text);
void choose_what_if(SessionData&, std::string_view node, std::string_view value);
// As answered again.
void reset_what_if(SessionData&);

// What is tried as members of an object, each named by its field; and the same out of that object.
void write_what_if(const SessionData&, Json& object);
void read_what_if(SessionData&, const Json& object);

// What a field shows that nobody is typing in. Precondition: is_what_if(node).
std::string what_if_text(const SessionData&, std::string_view node);
// What is wrong with a field that was left, and the mend; empty where there is nothing to say.
std::string what_if_problem(const SessionData&, std::string_view node);
// The packet's answers with what is tried over them; nothing where nothing is tried. What cannot be read is not tried.
std::optional<Answers> answers_tried(const SessionData&);
// The same with the worksheet that follows.
std::optional<Tried> figures_tried(const SessionData&);

}  // namespace ftt
