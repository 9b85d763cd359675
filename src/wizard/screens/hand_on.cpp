// Hand it on: the file, the text of a mail and the due date, for whoever has the packet next.
//
// Covers HRM 6040.2 ¶9. Nothing is sent: the file is saved, the text is copied, and a person sends both.
#include <string>
#include <utility>

#include "base/text.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/chain_nodes.h"
#include "wizard/screens/step_views.h"

namespace ftt {

HandOn mail_of(const SessionData& data) {
  const Packet packet = packet_to_save(data);
  const bool is_saved = !data.is_changed() && !data.saved_name.empty();
  return hand_on(packet, *data.recorded, is_saved ? data.saved_name : name_of_file(packet, *data.recorded));
}

void add_hand_on(Node& main, const SessionData& data) {
  if (data.recorded->chain.head().empty() || data.packet.is_redacted) return;
  Node fold = build::disclosure("chain.hand_on", "Hand it on", is_open(data, "chain.hand_on", data.has_recorded));
  if (fold.flags.expanded) {
    const bool is_saved = !data.is_changed() && !data.saved_name.empty();
    fold.children.push_back(build::text("chain.hand_on.words",
                                        is_saved
                                            ? "The packet is saved. Send the file yourself: this tool sends nothing."
                                            : "Save the packet, then send the file yourself: this tool sends nothing.",
                                        Tone::small));
    Node acts = build::group("chain.hand_on.acts", "Hand it on", Arrange::toolbar);
    if (data.access == Access::writable) {
      acts.children.push_back(
          act_button(action("chain.save"), "Save the packet", is_saved ? Tone::secondary : Tone::primary));
    }
    acts.children.push_back(act_button(action("chain.copy_mail"), "Copy the mail text"));
    if (data.recorded->status.due)
      acts.children.push_back(act_button(action("chain.date"), "Save the due date (.ics)"));
    fold.children.push_back(std::move(acts));
    if (data.copied == id_of(action("chain.copy_mail"))) {
      fold.children.push_back(build::text("chain.copied", std::string(words_on_copying(data)), Tone::small));
    }
    Node mail = build::field("chain.mail", InputType::long_text, "Text for a mail", mail_of(data).text);
    mail.hint = concat("Subject: ", mail_of(data).subject);
    mail.flags.read_only = true;
    fold.children.push_back(std::move(mail));
  }
  main.children.push_back(std::move(fold));
}

}  // namespace ftt
