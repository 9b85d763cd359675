// The pages that Help leads to: the slips of the order, and whom to ask, also where something here hinders somebody.
//
// Covers the register of slips (order/registers.h) and OPM's telework FAQ on the Telework Managing Officer.
#include <optional>
#include <string>

#include "base/text.h"
#include "order/registers.h"
#include "rules/contact.h"
#include "view/build.h"
#include "wizard/screens/step_views.h"

namespace ftt {

void add_slips(Node& main, const SessionData&) {
  for (const OrderSlip& slip : order_slips()) {
    const std::string id(slip.id);
    Node card = build::group(id, concat(slip.cite.text(), ": ", slip.cite.paragraph().heading), Arrange::card);
    Node says = build::text(id + ".says", std::string(slip.says));
    says.cite = std::string(slip.cite.text());
    Node done = build::text(id + ".done", "In this tool");
    done.value = std::string(slip.done);
    card.children = {std::move(says), std::move(done)};
    main.children.push_back(std::move(card));
  }
  main.children.push_back(build::link("slips.readings", "The readings of Part E, line 9, side by side", "step:result"));
}

void add_whom_to_ask(Node& main, const SessionData& data) {
  const WhomToAsk whom = whom_to_ask(data.policy_settings.contact);
  main.children.push_back(build::heading("whom.heading", 2, whom.heading));
  if (!whom.reach.empty()) main.children.push_back(build::text("whom.reach", whom.reach));
  Node office = build::text("whom.office", whom.office);
  office.cite = std::string(whom.cite.text());
  main.children.push_back(std::move(office));
  const std::optional<Contact>& contact = data.policy_settings.accessibility_contact;
  if (!contact) return;
  main.children.push_back(build::heading("whom.accessibility", 2, "If something here is hard to use for you"));
  main.children.push_back(build::text("whom.accessibility.reach", in_one_line(*contact)));
}

}  // namespace ftt
