// inbox: many packets as one table: who has which since when, by when, and how late (HRM 6040.2 ¶9).
//
// A row is made of each file by itself, so that many can be read side by side; folding then puts older copies of a
// packet under the newest, and names copies that do not continue each other. A file that is no packet has no row.
//
// Does not: read files, or need the rate tables: where a packet is hangs on no figure.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "packet/recorded_case.h"
#include "rules/calendar_file.h"

namespace ftt {

struct InboxRow {
  std::string file;
  std::string id;                     // empty: none, and then it is nobody's copy
  std::string whose;                  // a last name or a position
  std::optional<ChainState> state{};  // nothing for a copy without names
  bool is_recorded = false;
  std::string waits_for;  // "the servicing HR Director, Priya Raman"; empty where nobody has it
  std::optional<Date> since{};
  std::optional<Date> due{};
  std::optional<Date> due_if_stopped{};
  Lateness lateness = Lateness::not_due;
  int over_by = 0;                          // work days
  std::vector<std::string> warnings{};      // sentences
  std::vector<std::string> older_copies{};  // their files, once folded
  std::optional<CalendarEvent> due_date{};

  // By which copies of a packet are told from each other.
  std::optional<std::int64_t> revision{};
  std::optional<Date> prepared_on{};
  std::string after{};
  std::vector<std::string> digests{};  // of its sound entries
};

// The row of a file. Errors: those of read_packet: it is no packet.
Result<InboxRow> inbox_row(std::string_view file, std::string_view bytes, Date today, const WorkCalendar& calendar);
InboxRow inbox_row(std::string_view file, const OpenedPacket& opened, Date today, const WorkCalendar& calendar);

// Where the copies of a packet stand among many rows.
struct FoldedCopies {
  std::size_t newest = 0;
  std::vector<std::size_t> older{};  // by file
};

// Each packet once: the latest first, then by the day on which they are due, then by file. No row is copied, however
// many there are.
std::vector<FoldedCopies> find_copies(std::span<const InboxRow> rows);
// The newest copy with the files of the older ones, and a warning for each that does not lead to it.
InboxRow folded_row(std::span<const InboxRow> rows, const FoldedCopies& copies);
// The same of all.
std::vector<InboxRow> fold_copies(const std::vector<InboxRow>& rows);

// [{"file", "id", "case", "state", "recorded", "waits_for", "since", "due", "due_if_stopped", "lateness", "over_by",
// "copies": […], "warnings": […]}]; what is not known is null.
Json inbox_json(std::span<const InboxRow> rows);
// A line that names the columns, and a line a row: case, state, waits for, since, due, over by, copies, warning, file;
// parted by tabs.
std::string inbox_text(std::span<const InboxRow> rows);
// The due dates of all rows as one calendar file.
std::string inbox_calendar(std::span<const InboxRow> rows, UtcTime stamp);

}  // namespace ftt
