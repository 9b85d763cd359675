// The acts that are the press of a button: one table that names each once, for the screens, for what is done and for
// the page's scripts (web/package/actions.mjs is made of it).
//
// Does not know what an act does (acts/press.cpp) nor where its button stands.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ftt {

// A star stands for what the act is about: the id of a packet, the number of an entry. The ones of "start" are the
// tasks of Session::go_to(), in the order in which they are offered.
inline constexpr auto action_ids = std::to_array<std::string_view>({
    "accessibility.open",
    "actions.back",
    "actions.check",
    "actions.next",
    "actuals.*.remove",
    "actuals.add",
    "anew.begin",
    "another.begin",
    "another.keep",
    "assumed.confirm",
    "banner.help",
    "banner.open",
    "banner.print",
    "banner.references",
    "banner.save",
    "banner.switch",
    "banner.undo",
    "cases.open",
    "chain.act:*",
    "chain.anew",
    "chain.copy_mail",
    "chain.date",
    "chain.entries.next",
    "chain.entries.previous",
    "chain.evidence.*.remove",
    "chain.leave",
    "chain.record",
    "chain.save",
    "change.again",
    "change.begin_new",
    "change.print",
    "change.save",
    "check.dates.save",
    "check.fill",
    "check.page",
    "check.print",
    "check.save",
    "compare.again",
    "estimate.copy",
    "estimate.link",
    "estimate.packet",
    "estimate.print",
    "help.accessibility",
    "help.cases",
    "help.close",
    "help.privacy",
    "helper.take",
    "helper.take_sum",
    "inbox.cancel",
    "inbox.files",
    "inbox.folder",
    "inbox.next",
    "inbox.previous",
    "inbox.table/*",
    "kept.anew",
    "kept.forget:*",
    "kept.forget_all",
    "kept.forget_this",
    "kept.no",
    "kept.open:*",
    "kept.save_aside",
    "kept.yes",
    "main.notice.close",
    "open.compare",
    "open.failed.close",
    "open.keep",
    "open.merge",
    "open.replace",
    "print.chosen",
    "recruit.begin",
    "recruit.keep",
    "report.cancel",
    "report.files",
    "report.folder",
    "report.make",
    "report.next:*",
    "report.previous:*",
    "report.save:*",
    "report.template:*",
    "report.without:*",
    "restatement.close",
    "review.take",
    "review.this",
    "sample.open",
    "start.estimate",
    "start.packet",
    "start.eligibility",
    "start.review",
    "start.recruit",
    "start.change",
    "start.compare",
    "start.inbox",
    "start.report",
    "topic.next",
    "topic.on",
    "travel.take_share",
    "what_if.reset",
    "what_if.take",
    "writing.insert:*",
});

// Not constexpr: an act that is not in the table does not compile.
void no_such_action();

struct Act;

class ActionId {
 public:
  constexpr std::size_t number() const { return number_; }
  constexpr std::string_view id() const { return action_ids[number_]; }
  friend constexpr bool operator==(ActionId, ActionId) = default;

 private:
  friend consteval ActionId action(std::string_view id);
  friend std::optional<Act> find_act(std::string_view id);
  explicit constexpr ActionId(std::uint8_t number) : number_(number) {}

  std::uint8_t number_;
};

consteval ActionId action(std::string_view id) {
  std::size_t number = 0;
  while (number < action_ids.size() && action_ids[number] != id) ++number;
  if (number == action_ids.size()) no_such_action();
  return ActionId(static_cast<std::uint8_t>(number));
}

struct Act {
  ActionId action;
  std::string_view about;  // empty where the act's id has no star
};

// The act of the button with this id; nothing where it is that of none.
std::optional<Act> find_act(std::string_view id);
// The id of the act's button, with what it is about in the place of the star.
std::string id_of(ActionId action, std::string_view about = {});

}  // namespace ftt
