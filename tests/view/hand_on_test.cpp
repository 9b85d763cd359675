// What goes with a packet that is handed on (HRM 6040.2 ¶9).
#include "view/hand_on.h"

#include "long_text.h"
#include "packet/chain_report.h"

using namespace ftt;
using namespace ftt::test;

namespace {

Packet packet_of(std::string_view name) {
  Packet packet;
  packet.id = "7b0c";
  packet.answers.set(Leaf::employee_last_name, name);
  return packet;
}

RecordedCase at_hr() {
  RecordedCase recorded;
  ChainEntry entry;
  entry.act = ChainAct::concurred;
  recorded.chain.entries = {entry};
  recorded.chain.marks.push_back(
      {1, "sha256-jcs:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", {}});
  recorded.status.is_recorded = true;
  recorded.status.state = ChainState::at_hr;
  recorded.status.who = {"Priya Raman", ""};
  recorded.status.since = calendar_date(2026, 12, 18);
  recorded.status.in_words.message = "The servicing HR Director holds it. It is due on Wednesday, December 30, 2026.";
  recorded.status.in_words.next = "Concur or deny.";
  return recorded;
}

}  // namespace

TEST_SUITE("view: handed on") {
  TEST_CASE("the file is named by case, state and head; a copy without names by neither name nor state") {
    CHECK(name_of_file(packet_of("O'Brien"), at_hr()) == "telework-packet-O'Brien-at-hr-0123456789ab.json");
    CHECK(name_of_file(packet_of(""), at_hr()) == "telework-packet-at-hr-0123456789ab.json");
    CHECK(name_of_file(packet_of("Roe"), RecordedCase()) == "telework-packet-Roe.json");
    Packet copy = packet_of("Roe");
    copy.is_redacted = true;
    CHECK(name_of_file(copy, at_hr()) == "telework-packet-redacted.json");
    Packet sample = packet_of("Roe");
    sample.is_sample = true;
    CHECK(name_of_file(sample, RecordedCase()) == "telework-packet-sample-Roe.json");
  }

  TEST_CASE("the mail says who has it, by when, what is asked, the file, the head, and the limit") {
    const HandOn mail = hand_on(packet_of("Roe"), at_hr(), "roe.json");
    CHECK(mail.subject == "Full-time telework, Roe: with the servicing HR Director");
    CHECK(mail.text ==
          concat("The packet of Roe is with the servicing HR Director, and Priya Raman has it now, since "
                 "December 18, 2026.\nThe servicing HR Director holds it. It is due on Wednesday, December "
                 "30, 2026.\nWhat is asked: Concur or deny.\n\nThe file is roe.json; it opens in the "
                 "telework wizard.\nThe head of its chain is 0123 4567 89ab cdef 0123 4567 89ab cdef: a copy "
                 "whose head is another one is not the one that was sent.\n",
                 limit_of_the_chain, "\n"));
    CHECK(lacks(hand_on(packet_of("Roe"), RecordedCase(), "roe.json").text, "head"));
  }

  TEST_CASE("a name begins no line of the mail, and adds none to its subject") {
    RecordedCase recorded = at_hr();
    recorded.status.who.name = "Priya\r\nBcc: x@example.com";
    const HandOn mail = hand_on(packet_of("Roe\nWhat is asked: Concur."), recorded, "roe.json");
    CHECK(mail.subject == "Full-time telework, Roe What is asked: Concur.: with the servicing HR Director");
    CHECK(lacks(mail.text, "\nBcc"));
    CHECK(lacks(mail.text, "\nWhat is asked: Concur."));
  }
}
