// Whom to ask (OPM telework FAQ).
#include "rules/contact.h"

#include <doctest/doctest.h>

using namespace ftt;

TEST_CASE("OPM telework FAQ: without a configured contact it is the agency's Telework Managing Officer or designee") {
  const WhomToAsk words = whom_to_ask(std::nullopt);
  CHECK(words.heading == "The Telework Managing Officer of your agency, or the officer's designee");
  CHECK(words.reach.empty());
  CHECK(words.office ==
        "Each agency has one Telework Managing Officer. The officer runs its telework program, advises its leaders "
        "and reports to the Office of Personnel Management (OPM). Parts of the agency may have telework coordinators "
        "who help. If you have a question on telework, ask that officer or the designee.");
}

TEST_CASE("OPM telework FAQ: a configured contact is named, with what is known of how to reach it") {
  const WhomToAsk words = whom_to_ask(Contact{"Robin Roe", "robin@agency.example", "", "GSA", "OHRM"});
  CHECK(words.heading == "Robin Roe");
  CHECK(words.reach == "GSA · OHRM · robin@agency.example");
  CHECK_FALSE(words.office.empty());
}
