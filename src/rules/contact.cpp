// The words for whom to ask. See contact.h.
#include "rules/contact.h"

#include "base/text.h"

namespace ftt {

namespace {

void append_part(std::string& line, std::string_view part) {
  if (part.empty()) return;
  append(line, line.empty() ? "" : " · ", part);
}

}  // namespace

WhomToAsk whom_to_ask(const std::optional<Contact>& contact) {
  WhomToAsk words{"The Telework Managing Officer of your agency, or the officer's designee",
                  {},
                  "Each agency has one Telework Managing Officer. The officer runs its telework program, advises its "
                  "leaders and reports to OPM. Parts of the agency may have telework coordinators who help. If you "
                  "have a question on telework, ask that officer or the designee.",
                  cite("OPM telework FAQ")};
  if (!contact) return words;
  if (!contact->name.empty()) words.heading = contact->name;
  append_part(words.reach, contact->agency);
  append_part(words.reach, contact->component);
  append_part(words.reach, contact->mail);
  append_part(words.reach, contact->phone);
  return words;
}

}  // namespace ftt
