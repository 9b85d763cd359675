// Contact: whom to ask about telework: the Telework Managing Officer or the designee, as a configuration file names
// them; else the words for who that is.
//
// Covers OPM's telework FAQ on the Telework Managing Officer and the telework coordinators.
//
// Does not: know any name by itself, or send anything.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "order/citation.h"

namespace ftt {

struct Contact {
  std::string name;
  std::string mail;
  std::string phone;
  std::string agency;
  std::string component;
  friend bool operator==(const Contact&, const Contact&) = default;
};

// Sentences for people; ready to be shown under a heading.
struct WhomToAsk {
  std::string heading;  // the name, or "The Telework Managing Officer of your agency"
  std::string reach;    // agency, component, mail and phone; empty where no contact is configured
  std::string office;   // what that office is, and the coordinators below it
  Citation cite;
};

WhomToAsk whom_to_ask(const std::optional<Contact>& contact);
// All that is known of a contact, in one line: "Ada Example · GSA · ada@gsa.example". Empty where nothing is.
std::string in_one_line(const Contact& contact);

}  // namespace ftt
