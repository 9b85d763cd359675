// cases: what of a partial is counted: each arrangement once, with its office by its one name, its phase on the day,
// and what was spent by the sheet where there is one; and beside it what was not counted, and why.
//
// A conflict is counted nowhere. An arrangement that another one replaces (¶12a) is over once that one is approved and
// has begun, so that nobody counts twice.
//
// Does not: make tables.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/work_calendar.h"
#include "report/partial.h"
#include "report/sheets.h"

namespace ftt::report {

// What a report is made by, beside the partial. What is pointed to may be null, and must outlive it.
struct ReportFor {
  Date today;
  const WorkCalendar& calendar;
  const Partial* previous = nullptr;
  const Sheet<ActualRow>* actuals = nullptr;
  const Sheet<HeadcountRow>* headcount = nullptr;
  const Sheet<TimeCodeRow>* time_codes = nullptr;
  // Of the settings: what each office is called, and its other spellings.
  std::vector<std::pair<std::string, std::vector<std::string>>> components{};
  // What an office that has that name goes by here: for circulation, where small ones are joined.
  std::map<std::string, std::string> shown_as{};
};

// What an office is called where nobody says which it is.
inline constexpr std::string_view unknown_component = "Unknown";

// One name for each office, however it is spelled. What it is made by must outlive it.
class ComponentNames {
 public:
  explicit ComponentNames(const ReportFor& by);
  // The name; a spelling that nobody has named stays as it is. Empty: unknown_component.
  std::string name_of(std::string_view spelling) const;
  // What it goes by in this report: Other, where it was joined.
  std::string shown(std::string_view spelling) const;
  // Whether it is one of the form's offices, or named.
  bool knows(std::string_view spelling) const;

 private:
  std::map<std::string, std::string> names_;  // by the spelling in lower case
  const std::map<std::string, std::string>& shown_as_;
};

// The id, or of copies without names, which have none, the beginning of the key.
std::string name_of_case(std::string_view id, std::string_view key);

struct Case {
  std::string key;
  std::string id;  // empty: of a copy without names that does not tell
  Facts facts;
  std::string component;
  std::string_view phase{};             // on the day
  std::optional<Date> replaced_from{};  // the first day of the approved arrangement that replaces it (¶12a)
  bool is_replaced = false;             // on the day
  std::array<std::optional<Money>, 2> budget{};
  std::array<std::optional<Money>, 2> spent{};  // by the sheet, else by the packet
  std::string_view state() const { return facts.words(Fact::state); }
  bool is_approved() const { return state() == "approved"; }
  // Approved and in force on the day.
  bool is_active() const { return is_approved() && phase == "active" && !is_replaced; }
  std::string name_of_case() const { return report::name_of_case(id, key); }
};

// Whether it is in force on some day of the half, and not replaced before it.
bool is_in_force(const Case& one, HalfYear half);
// Whether it had begun by the day, has not ended before it, is not suspended on it and not replaced by then.
bool is_in_force_on(const Case& one, Date day);

struct Conflict {
  std::string id;  // name_of_case
  std::string component;
  std::vector<std::string> places;
};

// What a later report finds out about one packet of the report before.
struct HistoryChange {
  enum class Kind : std::uint8_t { shortened, rewritten, vanished } kind;
  std::string id;  // name_of_case
  std::string component;
};
std::string_view name_of(HistoryChange::Kind kind);

// Where the sheet says another amount than the packet.
struct SheetDifference {
  std::string id;
  HalfYear half_year;
  std::optional<Money> packet;
  Money sheet;
  std::size_t line;
};

struct Cases {
  FiscalYear year{0};
  std::array<HalfYear, 2> half_years;
  std::vector<Case> counted{};            // by office, name and id
  std::vector<std::string> components{};  // of them and of the sheets, in order
  std::vector<Conflict> conflicts{};
  std::vector<HistoryChange> changed_histories{};
  std::vector<SheetDifference> sheet_differences{};
  std::vector<std::pair<std::string, std::string>> sheet_problems{};  // "actuals, line 7", what
  std::map<std::string, std::int64_t> spellings{};  // that nobody has named, and how many packets have them
  std::int64_t read = 0;
  std::int64_t older = 0;
  std::int64_t duplicates = 0;
  std::int64_t in_conflict = 0;  // copies
  std::int64_t not_packets = 0;
  std::int64_t unreadable = 0;
  std::int64_t without_id = 0;
  std::int64_t redacted = 0;  // of those that are counted
};

Cases cases_of(const Partial& partial, const ReportFor& by);

}  // namespace ftt::report
