// Look through many packets: files or a folder in, a table of who has what, since when, by when and how late (¶9).
//
// Covers the choice of files, how far their reading is, the table with its order and its pages. Does not read a file,
// and nothing of it is kept on the device.
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "packet/chain_report.h"
#include "view/build.h"
#include "view/wording.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/step_views.h"
#include "wizard/state/inbox_list.h"
#include "wizard/state/list_page.h"

namespace ftt {
namespace {

std::string day_of(const std::optional<Date>& day) {
  return day ? to_display_without_weekday(*day) : std::string();
}

std::string since_in_words(const InboxRow& row) {
  return row.since || row.waits_for.empty() ? day_of(row.since) : std::string("No date");
}

std::string due_in_words(const InboxRow& row) {
  if (!row.due) return row.waits_for.empty() ? std::string() : std::string("No due date");
  std::string words = day_of(row.due);
  if (row.over_by > 0) {
    append(words, ": ", number_of(static_cast<std::size_t>(row.over_by), "work day", "work days"), " late");
  } else if (row.lateness == Lateness::due_today) {
    words += ": today";
  }
  if (row.due_if_stopped) append(words, "; ", day_of(row.due_if_stopped), " if the clock stopped on return");
  return words;
}

std::string holder_in_words(const InboxRow& row) {
  if (!row.state) return "Not known";
  return row.waits_for.empty() ? std::string("Nobody") : with_capital(row.waits_for);
}

std::string notes_of(const InboxLine& line) {
  const InboxRow& row = line.row;
  std::string notes;
  const auto add = [&](std::string_view words) { append(notes, notes.empty() ? "" : " ", words); };
  if (row.state) add(concat(with_capital(words_of(*row.state)), "."));
  if (!line.is_older && !row.older_copies.empty()) {
    add(concat(number_of(row.older_copies.size(), "older copy", "older copies"), "."));
  }
  for (const std::string& warning : row.warnings) add(concat("Warning: ", warning));
  return notes;
}

void add_ways_in(Node& main, const InboxList& list) {
  main.children.push_back(build::text(
      "inbox.local", "The files are read on this computer. None of this is sent anywhere, and the list is not kept.",
      Tone::small));
  Node ways = build::group("inbox.ways", "Choose packets", Arrange::toolbar);
  const bool is_empty = list.reading == InboxReading::none;
  ways.children = {act_button(action("inbox.folder"), "Choose a folder", is_empty ? Tone::primary : Tone::secondary),
                   act_button(action("inbox.files"), "Choose files")};
  main.children.push_back(std::move(ways));
  if (is_empty) {
    main.children.push_back(
        build::text("inbox.drop", "You can also drop several files or a folder on this page.", Tone::muted));
  }
}

void add_order(Node& main, const InboxList& list) {
  std::vector<Option> options;
  std::string chosen;
  for (const InboxOrderWords& one : inbox_orders()) {
    options.push_back({std::string(one.name), std::string(one.label), {}});
    if (one.order == list.order) chosen = one.name;
  }
  main.children.push_back(build::select("inbox.order", "Sort by", std::move(chosen), std::move(options)));
  if (list.older() == 0) return;
  main.children.push_back(build::checkbox(
      "inbox.older", concat("Show older copies (", with_thousands_commas(static_cast<long long>(list.older())), ")"),
      list.shows_older));
}

// "Packets 51 to 100 of 480, the latest first"
std::string caption_of(const InboxList& list) {
  const std::size_t end = end_of_page(list.first, list.packets.size());
  const std::string count = number_of(list.packets.size(), "packet", "packets");
  std::string caption = list.packets.size() > most_on_page
                            ? concat("Packets ", list.first + 1, " to ", end, " of ", list.packets.size())
                            : count;
  if (list.packets.size() == 1) return caption;
  for (const InboxOrderWords& one : inbox_orders()) {
    if (one.order == list.order) append(caption, ", ", one.words);
  }
  return caption;
}

void add_table(Node& main, const InboxList& list) {
  Node table = build::table("inbox.table", caption_of(list),
                            {{"Packet"}, {"Who has it"}, {"Since"}, {"Due, and how late"}, {"State and notes"}});
  for (const InboxLine& line : inbox_lines(list)) {
    const InboxRow& row = line.row;
    std::string name = line.is_older ? concat("Older copy: ", row.file) : inbox_name(list, row);
    TableRow& shown = table.rows.emplace_back();
    shown.id = concat(line.file);
    shown.cells = {std::move(name), holder_in_words(row), since_in_words(row), due_in_words(row), notes_of(line)};
    shown.opens = true;
  }
  main.children.push_back(std::move(table));
}

}  // namespace

std::string words_on_inbox(const InboxList& list) {
  if (list.reading == InboxReading::none) return {};
  const std::string files = number_of(list.total, "file", "files");
  if (list.reading == InboxReading::going_on) {
    return concat("Reading: ", with_thousands_commas(static_cast<long long>(list.read)), " of ", files, ".");
  }
  std::string words;
  if (list.reading == InboxReading::canceled) {
    words = concat("Canceled after ", with_thousands_commas(static_cast<long long>(list.read)), " of ", files, ". ");
  }
  append(words, "Found ", number_of(list.packets.size(), "packet", "packets"));
  if (list.older() > 0) append(words, " and ", number_of(list.older(), "older copy", "older copies"), " of them");
  words += '.';
  if (list.others > 0) {
    append(words, " ",
           number_of(list.others, "other file is not a packet or cannot be read.",
                     "other files are not packets or cannot be read."));
  }
  return words;
}

void add_inbox(Node& main, const SessionData& data) {
  const InboxList& list = data.inbox;
  add_ways_in(main, list);
  main.children.push_back(build::link("inbox.report", "Report on many packets", "step:report"));
  if (list.reading == InboxReading::none) return;
  main.children.push_back(build::text("inbox.read", words_on_inbox(list)));
  if (list.reading == InboxReading::going_on) main.children.push_back(act_button(action("inbox.cancel"), "Cancel"));
  if (list.packets.empty()) return;
  add_order(main, list);
  add_table(main, list);
  add_pages(main, {"inbox.pages", "More packets", action("inbox.previous"), action("inbox.next")}, list.first,
            list.packets.size());
}

}  // namespace ftt
