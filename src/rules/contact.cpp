// The words for whom to ask. See contact.h.
#include "rules/contact.h"

#include "base/text.h"

namespace ftt {

namespace {

void append_part(std::string& line, std::string_view part) {
  if (part.empty()) return;
  append(line, line.empty() ? "" : " · ", part);
}

std::string reach_of(const Contact& contact) {
  std::string line;
  for (const std::string* part : {&contact.agency, &contact.component, &contact.mail, &contact.phone}) {
    append_part(line, *part);
  }
  return line;
}

}  // namespace

WhomToAsk whom_to_ask(const std::optional<Contact>& contact) {
  WhomToAsk words{"The Telework Managing Officer of your agency, or the officer's designee",
                  {},
                  "Each agency has one Telework Managing Officer. The officer runs its telework program, advises its "
                  "leaders and reports to the Office of Personnel Management (OPM). Parts of the agency may have "
                  "telework coordinators who help. If you have a question on telework, ask that officer or the "
                  "designee.",
                  cite("OPM telework FAQ")};
  if (!contact) return words;
  if (!contact->name.empty()) words.heading = contact->name;
  words.reach = reach_of(*contact);
  return words;
}

std::string in_one_line(const Contact& contact) {
  std::string line = contact.name;
  append_part(line, reach_of(contact));
  return line;
}

}  // namespace ftt
