// The table of many packets. See inbox.h.
#include "packet/inbox.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "packet/calendar.h"
#include "packet/chain_report.h"

namespace ftt {

namespace {

bool has(const std::vector<std::string>& digests, const std::string& digest) {
  return std::find(digests.begin(), digests.end(), digest) != digests.end();
}

// Whether the row's chain begins with the entries of the other, or its round stands behind them.
bool continues(const InboxRow& row, const InboxRow& other) {
  const std::string& head = other.digests.empty() ? other.after : other.digests.back();
  return head.empty() || head == row.after || has(row.digests, head);
}

// The later of two copies: the one that continues the other; else by revision, day and file.
bool is_older(const InboxRow& a, const InboxRow& b) {
  const bool goes_on_from_a = continues(b, a);
  const bool goes_on_from_b = continues(a, b);
  if (goes_on_from_a != goes_on_from_b) return goes_on_from_a;
  const auto rank = [](const InboxRow& row) {
    return std::tuple(row.digests.size(), row.revision, row.prepared_on, std::string_view(row.file));
  };
  return rank(a) < rank(b);
}

// A copy without names tells nothing of where the packet is.
bool is_better_copy(const InboxRow& copy, const InboxRow& newest) {
  return newest.state.has_value() == copy.state.has_value() ? is_older(newest, copy) : copy.state.has_value();
}

Json texts_json(const std::vector<std::string>& texts) {
  Json list = Json::array();
  for (const std::string& text : texts) list.push_back(Json::string(text));
  return list;
}

std::string case_of(const InboxRow& row) {
  return row.whose.empty() ? row.id : row.whose;
}

}  // namespace

Result<InboxRow> inbox_row(std::string_view file, std::string_view bytes, Date today, const WorkCalendar& calendar) {
  return inbox_row(file, FTT_TRY(read_packet(bytes)), today, calendar);
}

InboxRow inbox_row(std::string_view file, const OpenedPacket& opened, Date today, const WorkCalendar& calendar) {
  const Packet& packet = opened.packet;
  InboxRow row;
  row.file = file;
  row.id = packet.id;
  row.whose = whose_packet(packet);
  row.revision = packet.revision;
  row.prepared_on = packet.prepared_on;
  const RecordedCase recorded = find_recorded_case(packet, assessed_on(packet, today).context(calendar));
  row.is_recorded = recorded.status.is_recorded;
  row.after = recorded.chain.after;
  for (std::size_t i = 0; i < recorded.chain.entries.size(); ++i) {
    if (recorded.chain.entries[i].is_sound) row.digests.push_back(recorded.chain.marks[i].digest);
  }
  const ChainSoundness soundness = recorded.chain.soundness;
  if (packet.id.empty()) row.warnings.emplace_back("It has no id; open and save it in the wizard.");
  if (opened.access == Access::read_only) row.warnings.push_back(opened.notice);
  if (packet.is_redacted) {
    row.warnings.emplace_back("A copy without names does not say where the packet is.");
    return row;
  }
  const bool holds = soundness == ChainSoundness::sound || soundness == ChainSoundness::empty;
  if (!holds && !recorded.chain.problems.empty()) {
    row.warnings.push_back(concat("Its chain does not hold: ", recorded.chain.problems.front().field, ": ",
                                  recorded.chain.problems.front().message));
  }
  for (const ChainStep step : chain_steps) {
    const std::string is_void = words_of_void(recorded, step, packet);
    if (!is_void.empty()) row.warnings.push_back(is_void);
  }
  const ChainStatus& status = recorded.status;
  row.state = status.state;
  const bool is_held = status.holder <= HolderKind::deputy_administrator;
  if (is_held) {
    row.waits_for = concat(status.in_words.who, status.who.name.empty() ? "" : ", ", status.who.name);
  }
  row.since = status.since;
  row.due = is_held ? status.due : std::nullopt;
  row.due_if_stopped = status.due_if_stopped;
  row.lateness = status.lateness;
  row.over_by = status.work_days_late;
  if (is_held) row.due_date = due_date_of_holder(packet, status);
  return row;
}

std::vector<FoldedCopies> find_copies(std::span<const InboxRow> rows) {
  std::vector<FoldedCopies> packets;
  std::unordered_map<std::string_view, std::size_t> places;  // id → where it is among the packets
  places.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].id.empty()) {
      const auto [place, is_first] = places.try_emplace(rows[i].id, packets.size());
      if (!is_first) {
        FoldedCopies& copies = packets[place->second];
        copies.older.push_back(is_better_copy(rows[i], rows[copies.newest]) ? std::exchange(copies.newest, i) : i);
        continue;
      }
    }
    packets.emplace_back().newest = i;
  }
  for (FoldedCopies& copies : packets) {
    std::stable_sort(copies.older.begin(), copies.older.end(),
                     [&](std::size_t a, std::size_t b) { return rows[a].file < rows[b].file; });
  }
  std::stable_sort(packets.begin(), packets.end(), [&](const FoldedCopies& a, const FoldedCopies& b) {
    const auto rank = [&](const FoldedCopies& copies) {
      const InboxRow& row = rows[copies.newest];
      return std::tuple(-row.over_by, !row.due.has_value(), row.due, std::string_view(row.file));
    };
    return rank(a) < rank(b);
  });
  return packets;
}

InboxRow folded_row(std::span<const InboxRow> rows, const FoldedCopies& copies) {
  InboxRow row = rows[copies.newest];
  for (const std::size_t i : copies.older) {
    const InboxRow& copy = rows[i];
    row.older_copies.push_back(copy.file);
    if (!copy.state || continues(row, copy)) continue;
    row.warnings.push_back(concat(copy.file, " is a copy that went on apart: merge both."));
  }
  return row;
}

std::vector<InboxRow> fold_copies(const std::vector<InboxRow>& rows) {
  std::vector<InboxRow> folded;
  for (const FoldedCopies& copies : find_copies(rows)) folded.push_back(folded_row(rows, copies));
  return folded;
}

Json inbox_json(std::span<const InboxRow> rows) {
  Json list = Json::array();
  for (const InboxRow& row : rows) {
    Json& json = list.push_back(Json::object());
    json.set("file", Json::string(row.file));
    json.set("id", row.id.empty() ? Json::null() : Json::string(row.id));
    json.set("case", Json::string(row.whose));
    json.set("state", row.state ? Json::string(name_of(*row.state)) : Json::null());
    json.set("recorded", Json::boolean(row.is_recorded));
    json.set("waits_for", row.waits_for.empty() ? Json::null() : Json::string(row.waits_for));
    json.set("since", date_or_null(row.since));
    json.set("due", date_or_null(row.due));
    if (row.due_if_stopped) json.set("due_if_stopped", date_or_null(row.due_if_stopped));
    if (row.due) json.set("lateness", Json::string(name_of(row.lateness)));
    json.set("over_by", Json::number(row.over_by));
    json.set("copies", texts_json(row.older_copies));
    json.set("warnings", texts_json(row.warnings));
  }
  return list;
}

std::string inbox_text(std::span<const InboxRow> rows) {
  std::string text = "case\tstate\twaits for\tsince\tdue\tover by\tcopies\twarning\tfile\n";
  for (const InboxRow& row : rows) {
    std::string warnings;
    for (const std::string& one : row.warnings) append(warnings, warnings.empty() ? "" : " ", one);
    const std::string since = row.since ? to_iso(*row.since) : std::string();
    const std::string due = row.due ? to_iso(*row.due) : std::string();
    append(text, on_one_line(case_of(row)), "\t", row.state ? words_of(*row.state) : "", "\t",
           on_one_line(row.waits_for), "\t", since, "\t", due, "\t", row.over_by == 0 ? "" : concat(row.over_by), "\t",
           1 + row.older_copies.size(), "\t", on_one_line(warnings), "\t", on_one_line(row.file), "\n");
  }
  return text;
}

std::string inbox_calendar(std::span<const InboxRow> rows, UtcTime stamp) {
  std::vector<CalendarEvent> events;
  for (const InboxRow& row : rows) {
    if (row.due_date) events.push_back(*row.due_date);
  }
  return write_ics(events, stamp);
}

}  // namespace ftt
