// See kept.h.
#include "wizard/screens/kept.h"

#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"

namespace ftt {
namespace {

std::string_view words_of(CheckState state) {
  switch (state) {
    case CheckState::good:
      return "yes";
    case CheckState::limited:
      return "in part";
    case CheckState::bad:
      break;
  }
  return "no";
}

void add_rows(Node& table, const std::vector<PageCheck>& checks) {
  for (const PageCheck& check : checks) {
    table.rows.push_back({check.name, {check.name, std::string(words_of(check.state)), check.words}, false});
  }
}

// Under each packet the buttons have the same names: which packet they are for is said with them.
void add_button_for(Node& buttons, const KeptPacket& kept, ActionId act, std::string_view id, std::string label) {
  buttons.children.push_back(act_button_about(act, id, std::move(label)));
  buttons.children.back().hint = kept.name;
}

Node kept_packet(const SessionData& data, const KeptPacket& kept) {
  const bool is_here = kept.id == data.kept_id();
  Node card = build::group("kept:" + kept.id, kept.name, Arrange::card);
  card.children.push_back(
      build::text("kept.words:" + kept.id, is_here ? kept.words + " · open now" : kept.words, Tone::small));
  Node buttons = build::group("kept.buttons:" + kept.id, {}, Arrange::toolbar);
  if (!is_here) add_button_for(buttons, kept, action("kept.open:*"), kept.id, "Open");
  for (const KeptRevision& earlier : kept.earlier) {
    add_button_for(buttons, kept, action("kept.open:*"), earlier.id, "Open " + earlier.words);
  }
  if (!data.surroundings.is_newer) add_button_for(buttons, kept, action("kept.forget:*"), kept.id, "Delete");
  card.children.push_back(std::move(buttons));
  return card;
}

}  // namespace

void add_kept(Node& main, const SessionData& data) {
  const PageSurroundings& page = data.surroundings;
  if (page.keeping == Keeping::unknown) return;
  const bool is_on = page.keeping == Keeping::on;
  main.children.push_back(build::heading("kept.heading", 2, "Kept on this device"));
  main.children.push_back(build::text(
      "kept.why", is_on ? "Your answers are kept in this browser as you type. Nothing is sent anywhere." : page.words));
  for (const KeptPacket& kept : page.kept) main.children.push_back(kept_packet(data, kept));
  Node buttons = build::group("kept.buttons", "Kept on this device", Arrange::toolbar);
  if (is_on && (data.is_changed() || !data.saved_name.empty())) {
    buttons.children.push_back(act_button(action("kept.anew"), "Start another packet"));
  }
  if (!page.kept.empty()) buttons.children.push_back(act_button(action("kept.forget_all"), "Delete everything"));
  if (page.set_aside != 0) {
    main.children.push_back(build::finding("kept.aside", Tone::warning,
                                           concat("Damaged records were set aside: ", page.set_aside,
                                                  ". Save them to a file for the person who looks into it.")));
    buttons.children.push_back(act_button(action("kept.save_aside"), "Save the damaged records"));
  }
  if (page.is_newer)
    buttons.children.push_back(act_button(action("kept.save_aside"), "Save everything kept here to a file"));
  if (!buttons.children.empty()) main.children.push_back(std::move(buttons));
  if (page.keeping == Keeping::refused) return;
  Node shared =
      build::checkbox("kept.shared", "This is a shared computer: keep nothing on it", page.keeping == Keeping::shared);
  shared.flags.read_only = page.is_set;
  const std::string_view unset = page.keeping == Keeping::shared
                                     ? "What was kept here is deleted. You can save to a file."
                                     : "Checking it deletes what was kept here. You can still save to a file.";
  shared.detail = page.is_set ? "Your agency set this. You can save to a file." : unset;
  main.children.push_back(std::move(shared));
}

void add_forget_this(Node& main, const SessionData& data) {
  if (data.surroundings.keeping != Keeping::on) return;
  main.children.push_back(act_button(action("kept.forget_this"), "Delete this packet from this browser"));
}

void add_question_about_forgetting(Node& main, const SessionData& data) {
  if (data.forgetting.empty()) return;
  std::string what = "this packet";
  if (data.forgetting == forget_all) what = "everything kept in this browser, including the packet on the screen";
  if (data.forgetting == forget_as_shared) what = "everything kept in this browser";
  for (const KeptPacket& kept : data.surroundings.kept) {
    if (kept.id == data.forgetting) what = in_quotes(kept.name);
  }
  Node ask = build::finding("kept.ask", Tone::warning,
                            concat("Delete ", what,
                                   "? Anything not saved to a file is "
                                   "lost."));
  ask.children = {act_button(action("kept.no"), "Keep it", Tone::primary), act_button(action("kept.yes"), "Delete it")};
  main.children.push_back(std::move(ask));
}

void add_page_checks(Node& help, const SessionData& data) {
  const PageSurroundings& page = data.surroundings;
  if (page.checks.empty()) return;
  Node checks = build::table("help.checks", "What this page can do here", {{"What"}, {"Here"}, {"How"}});
  add_rows(checks, page.checks);
  help.children.push_back(std::move(checks));
  help.children.push_back(act_button(action("help.privacy"), "Check privacy"));
  help.children.back().detail =
      "Tries to send something to another site, which the browser must refuse, and lists "
      "what is stored.";
  if (page.privacy.empty()) return;
  Node found = build::table("help.privacy.found", "Does anything leave this computer?", {{"What"}, {"OK"}, {"Found"}});
  add_rows(found, page.privacy);
  help.children.push_back(std::move(found));
}

}  // namespace ftt
