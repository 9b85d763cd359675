// Hand it on: the file, the text of a mail and the due date, for whoever has the packet next.
//
// Covers HRM 6040.2 ¶9. Nothing is sent: the file is saved, the text is copied, and a person sends both.
#include <string>
#include <utility>

#include "base/text.h"
#include "packet/chain_report.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/chain_nodes.h"
#include "wizard/screens/step_views.h"
#include "wizard/state/chain_act.h"

namespace ftt {

std::string mail_text(const SessionData& data) {
  const RecordedCase& recorded = *data.recorded;
  const ChainStatus& status = recorded.status;
  const std::string whose = data.packet.is_redacted ? std::string() : known_name_of(data.packet.answers);
  std::string text = concat("Full-time telework packet", whose.empty() ? "" : ": ", whose, "\n\n");
  append(text, "Where it is: ", words_of(status.state), ".\n");
  if (recorded.standing.holder) {
    append(text, "Who has it now: ", heading_of(*recorded.standing.holder));
    if (!status.who.name.empty()) append(text, ", ", words_of(status.who));
    if (status.since) append(text, ", since ", to_display_without_weekday(*status.since));
    append(text, ".\n");
  }
  if (status.due) append(text, "Due: ", to_display(*status.due), ".\n");
  if (status.due_if_stopped) {
    append(text, "Due if the clock stood still while it was returned: ", to_display(*status.due_if_stopped),
           ". The order does not say.\n");
  }
  if (!status.reason.empty()) append(text, "Reason given: ", status.reason, "\n");
  if (!status.in_words.next.empty()) append(text, "What is asked: ", status.in_words.next, "\n");
  if (!recorded.chain.entries.empty()) {
    append(text, "Last entry: ", words_of_entry(recorded, recorded.chain.entries.size() - 1), ".\n");
  }
  append(text, "\nHead: ", head_words(recorded.chain.head()),
         "\nCompare it with the head on the printed pages. ", limit_of_the_chain, "\n");
  return text;
}

void add_hand_on(Node& main, const SessionData& data) {
  if (data.recorded->chain.head().empty() || data.packet.is_redacted) return;
  Node fold = build::disclosure("chain.hand_on", "Hand it on", is_open(data, "chain.hand_on", data.has_recorded));
  if (fold.flags.expanded) {
    const bool is_saved = !data.is_changed() && !data.saved_name.empty();
    fold.children.push_back(build::text(
        "chain.hand_on.words",
        is_saved ? "The packet is saved. Send the file yourself: this tool sends nothing."
                 : "Save the packet, then send the file yourself: this tool sends nothing.",
        Tone::small));
    Node acts = build::group("chain.hand_on.acts", "Hand it on", Arrange::toolbar);
    if (data.access == Access::writable) {
      acts.children.push_back(
          act_button(action("chain.save"), "Save the packet", is_saved ? Tone::secondary : Tone::primary));
    }
    acts.children.push_back(act_button(action("chain.copy_mail"), "Copy the mail text"));
    if (data.recorded->status.due) acts.children.push_back(act_button(action("chain.date"), "Save the due date (.ics)"));
    fold.children.push_back(std::move(acts));
    if (data.copied == id_of(action("chain.copy_mail"))) {
      fold.children.push_back(build::text("chain.copied", std::string(words_on_copying(data)), Tone::small));
    }
    Node mail = build::field("chain.mail", InputType::long_text, "Text for a mail", mail_text(data));
    mail.flags.read_only = true;
    fold.children.push_back(std::move(mail));
  }
  main.children.push_back(std::move(fold));
}

}  // namespace ftt
