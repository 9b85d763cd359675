// What goes with a packet that is handed on. See hand_on.h.
#include "view/hand_on.h"

#include "base/text.h"
#include "packet/calendar.h"
#include "packet/chain_report.h"
#include "view/file_name.h"

namespace ftt {

std::string name_of_file(const Packet& packet, const RecordedCase& recorded) {
  constexpr std::size_t digits_of_head = 12;
  std::string name = "telework-packet";
  if (packet.is_sample) name += "-sample";
  if (packet.is_redacted) return concat(name, "-redacted.json");
  const std::string person = name_for_file(packet.answers.words(Leaf::employee_last_name), "-");
  append(name, person.empty() ? "" : "-", person);
  if (recorded.status.is_recorded) append(name, "-", name_for_file(name_of(recorded.status.state), "-"));
  const std::string_view head = hex_of(recorded.chain.head());
  append(name, head.empty() ? "" : "-", head.substr(0, digits_of_head), ".json");
  return name;
}

HandOn hand_on(const Packet& packet, const RecordedCase& recorded, const std::string& file) {
  const ChainStatus& status = recorded.status;
  // A name begins no line of the mail, and its subject is one.
  const std::string whose = on_one_line(whose_packet(packet));
  HandOn handed;
  handed.subject = concat("Full-time telework", whose.empty() ? "" : ", ", whose, ": ", words_of(status.state));
  std::string& text = handed.text;
  append(text, "The packet", whose.empty() ? "" : concat(" of ", whose), " is ", words_of(status.state));
  if (!status.who.name.empty()) append(text, ", and ", on_one_line(status.who.name), " has it now");
  if (status.since) append(text, ", since ", to_display_without_weekday(*status.since));
  append(text, ".\n");
  if (!status.in_words.message.empty()) append(text, status.in_words.message, "\n");
  if (!status.in_words.next.empty()) append(text, "What is asked: ", status.in_words.next, "\n");
  append(text, "\nThe file is ", file, "; it opens in the telework wizard.\n");
  const std::string head = head_words(recorded.chain.head());
  if (!head.empty()) {
    append(text, "The head of its chain is ", head,
           ": a copy whose head is another one is not the one that was sent.\n", limit_of_the_chain, "\n");
  }
  return handed;
}

}  // namespace ftt
