// The many packets that are looked through. See inbox_list.h.
#include "wizard/state/inbox_list.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "packet/inbox_facts.h"
#include "wizard/state/list_page.h"
#include "wizard/state/told_of_files.h"

namespace ftt {
namespace {

constexpr auto orders = std::to_array<InboxOrderWords>({
    {InboxOrder::late, "late", "How late it is", "the most overdue first"},
    {InboxOrder::due, "due", "When it is due", "the first due date first"},
    {InboxOrder::since, "since", "How long it has waited", "the longest wait first"},
    {InboxOrder::waits_for, "waits_for", "Who has it", "by who has them"},
    {InboxOrder::whose, "whose", "Name", "by name"},
});

template <class KeyOf>
void order_by(InboxList& list, KeyOf key_of) {
  // Each key is made once: there are many more comparisons than rows.
  std::vector<decltype(key_of(list.files.front()))> keys;
  keys.reserve(list.files.size());
  std::transform(list.files.begin(), list.files.end(), std::back_inserter(keys), key_of);
  std::stable_sort(list.packets.begin(), list.packets.end(),
                   [&](const FoldedCopies& a, const FoldedCopies& b) { return keys[a.newest] < keys[b.newest]; });
}

// What has none comes last; what is alike is in the order of find_copies.
void put_in_order(InboxList& list) {
  const auto day = [](const std::optional<Date>& date) { return std::tuple(!date, date); };
  const auto words = [](std::string_view text) { return std::tuple(text.empty(), to_ascii_lower(text)); };
  switch (list.order) {
    case InboxOrder::late:
      return;
    case InboxOrder::due:
      return order_by(list, [&](const InboxRow& row) { return day(row.due); });
    case InboxOrder::since:
      return order_by(list, [&](const InboxRow& row) { return day(row.since); });
    case InboxOrder::waits_for:
      return order_by(list, [&](const InboxRow& row) { return words(row.waits_for); });
    case InboxOrder::whose:
      return order_by(list, [&](const InboxRow& row) { return words(row.whose); });
  }
}

void fold(InboxList& list) {
  list.packets = find_copies(list.files);
  put_in_order(list);
}

Result<InboxReading> reading_in(const Json& told) {
  const std::string* state = told.find_string("state");
  if (state != nullptr && (*state == "begun" || *state == "reading")) return InboxReading::going_on;
  if (state != nullptr && *state == "done") return InboxReading::done;
  if (state != nullptr && *state == "canceled") return InboxReading::canceled;
  return Error{ErrorCode::unknown_choice, "state", "This must be begun, reading, done or canceled."};
}

Result<std::vector<InboxRow>> packets_in(const Json& told) {
  std::vector<InboxRow> rows;
  const Json* list = told.find("rows");
  if (list == nullptr) return rows;
  if (!list->is_array()) return Error{ErrorCode::wrong_type, "rows", "This must be a list of rows."};
  for (const Json& one : *list->as_array()) {
    Result<InboxRow> row = read_inbox_facts(one);
    if (!row) {
      return Error{row.error().code, concat("rows.", rows.size(), ".", row.error().where), row.error().message};
    }
    rows.push_back(*std::move(row));
  }
  return rows;
}

// The end of a file's name tells what it is, and stays.
std::string cut(std::string_view text) {
  constexpr std::size_t most_shown = 60, end_shown = 12;
  const std::size_t length = count_code_points(text);
  if (length <= most_shown) return std::string(text);
  const std::string_view begin = first_code_points(text, most_shown - end_shown - 1);
  const std::string_view left_out = first_code_points(text, length - end_shown);
  return concat(begin, "…", text.substr(left_out.size()));
}

bool is_called_alike(const InboxList& list, const InboxRow& row) {
  return std::any_of(list.packets.begin(), list.packets.end(), [&](const FoldedCopies& copies) {
    const InboxRow& other = list.files[copies.newest];
    return other.whose == row.whose && other.file != row.file && (row.id.empty() || other.id != row.id);
  });
}

}  // namespace

std::span<const InboxOrderWords> inbox_orders() {
  return orders;
}

Result<Unit> take_inbox(InboxList& list, std::string_view json) {
  const Json told = FTT_TRY(read_told_of_files(json));
  if (!told.is_object()) return Error{ErrorCode::wrong_type, {}, "This must be what was found of the files."};
  const InboxReading reading = FTT_TRY(reading_in(told));
  std::vector<InboxRow> rows = FTT_TRY(packets_in(told));
  if (*told.find_string("state") == "begun") {
    InboxList fresh;
    fresh.order = list.order;
    fresh.shows_older = list.shows_older;
    list = std::move(fresh);
  }
  list.reading = reading;
  list.total = count_told(told, "of");
  list.read = count_told(told, "read");
  list.others = count_told(told, "others");
  std::move(rows.begin(), rows.end(), std::back_inserter(list.files));
  fold(list);
  return Unit{};
}

bool sort_inbox(InboxList& list, std::string_view name) {
  const auto found = std::find_if(orders.begin(), orders.end(), [&](const auto& one) { return one.name == name; });
  if (found == orders.end()) return false;
  list.order = found->order;
  list.first = 0;
  fold(list);
  return true;
}

void turn_inbox_page(InboxList& list, bool is_on) {
  list.first = turned_page(list.first, list.packets.size(), is_on);
}

std::vector<InboxLine> inbox_lines(const InboxList& list) {
  std::vector<InboxLine> lines;
  const std::size_t end = end_of_page(list.first, list.packets.size());
  for (std::size_t i = list.first; i < end; ++i) {
    const FoldedCopies& copies = list.packets[i];
    lines.push_back({folded_row(list.files, copies), copies.newest, false});
    if (!list.shows_older) continue;
    for (const std::size_t file : copies.older) lines.push_back({list.files[file], file, true});
  }
  return lines;
}

std::string inbox_name(const InboxList& list, const InboxRow& row) {
  if (row.whose.empty()) return cut(row.file);
  return is_called_alike(list, row) ? concat(cut(row.whose), " (", cut(row.file), ")") : cut(row.whose);
}

}  // namespace ftt
