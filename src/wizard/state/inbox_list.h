// inbox_list: the many packets that are looked through: what the page has found of each file until now, each packet
// once, in the order that was chosen, and a page of them at a time.
//
// Does not read files (the page has them read, packet/inbox.h says what is told of each), and is kept nowhere: it is
// gone with the page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "packet/inbox.h"

namespace ftt {

enum class InboxReading : std::uint8_t { none, going_on, done, canceled };

enum class InboxOrder : std::uint8_t { late, due, since, waits_for, whose };

struct InboxOrderWords {
  InboxOrder order;
  std::string_view name;   // what an edit carries
  std::string_view label;  // in the list to choose from
  std::string_view words;  // "the latest first"
};
std::span<const InboxOrderWords> inbox_orders();

// A line of the table: a packet's newest copy with what is folded under it, or one of the older ones below it.
struct InboxLine {
  InboxRow row{};
  std::size_t file = 0;  // where it stands among `files`
  bool is_older = false;
};

struct InboxList {
  InboxReading reading = InboxReading::none;
  std::size_t total = 0;                // files that were chosen
  std::size_t read = 0;                 // of them, until now
  std::size_t others = 0;               // that are no packets, or cannot be read
  std::vector<InboxRow> files{};        // those that are packets, as they were read
  std::vector<FoldedCopies> packets{};  // each once, in its order
  InboxOrder order = InboxOrder::late;
  bool shows_older = false;
  std::size_t first = 0;  // packet on the page that is shown

  std::size_t older() const { return files.size() - packets.size(); }
};

// Takes what the page tells, {"state": "begun" | "reading" | "done" | "canceled", "of": 500, "read": 120, "others": 3,
// "rows": [what inbox_facts wrote …]}: a begun one takes the place of what was there. Errors: of read_json,
// wrong_type, unknown_choice, of read_inbox_facts; nothing has changed then.
Result<Unit> take_inbox(InboxList& list, std::string_view json);

// Puts the packets in the order of that name, from the first on. False where there is none such.
bool sort_inbox(InboxList& list, std::string_view name);
void turn_inbox_page(InboxList& list, bool is_on);

// What is shown now: a page of packets, each with its older copies below it where those are shown.
std::vector<InboxLine> inbox_lines(const InboxList& list);

// What a packet is called: whose it is; the file beside it where another packet is called the same; the file alone
// where it says nothing of whose it is. Cut where it is long.
std::string inbox_name(const InboxList& list, const InboxRow& row);

}  // namespace ftt
