// The rates pack: lines of UTF-8 text. The first line names format and part, `part` lines pin other parts by SHA-256,
// and `table` lines begin a table; assets/rates/README.md describes every line.
// Finds the tables and leaves their lines as they are. Does not check what stands in them (pack_check.h does).
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace ftt {

inline constexpr std::string_view rates_format = "telework-rates/1";

enum class TableKind { pay, counties, conus, meal_tiers, non_foreign, mileage, zip };

// Lines that follow each other and begin with the same field: a state's rows, the grades of a pay table.
struct LineRun {
  std::string_view word;  // that field
  std::size_t begin = 0;  // of the table's lines
  std::size_t end = 0;
};

struct RateTable {
  TableKind kind = TableKind::pay;
  int year = 0;                         // of a table named by a month, the month's year
  int month = 0;                        // 0 where a year names the table
  std::string_view key;                 // "2026", "2026-04"
  std::string_view source;              // of its `source` line
  std::size_t first_line = 0;           // the number of the `table` line
  std::vector<std::string_view> lines;  // all behind it, the `source` line too
  std::vector<LineRun> runs;            // of those lines, by word; a ZIP table has an index of its own instead
};

struct PinnedPart {
  std::string_view part;
  std::string_view digest;  // 64 hexadecimal digits
};

struct Pack {
  std::string_view part;  // "current", "history", "zip", "overlay"
  std::vector<PinnedPart> pins;
  std::vector<RateTable> tables;
};

// The tables of a pack; views into `text`, which has to outlive them.
// Errors: wrong_format, newer_format, wrong_encoding, malformed; `where` is "line N".
Result<Pack> read_pack(std::string_view text);

std::string_view word_of(TableKind kind);        // "conus", the word in a `table` line
std::string_view name_of_table(TableKind kind);  // "CONUS per diem", for people

// The fields of a line, one after the other.
class Fields {
 public:
  explicit Fields(std::string_view line, char separator = '|') : rest_(line), separator_(separator) {}
  // The next field; empty behind the last.
  std::string_view next();
  // The next fields, one after another.
  template <class... Text>
  void take(Text&... fields) {
    ((fields = next()), ...);
  }
  bool at_end() const { return at_end_; }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  char separator_;
  bool at_end_ = false;
};

// Whole numbers of a pack: digits alone, at most nine of them; -1 for anything else.
int whole_number(std::string_view text);
// A number with at most `places` decimal places, counted in units of the last place; -1 for anything else.
long long decimal_units(std::string_view text, int places);
// A line that begins with a keyword in lower case gives figures of the whole table; the others are its rows.
bool is_row(std::string_view line);

// ---- Looking lines up, by the runs: without reading those of other words ----

std::span<const LineRun> runs_of(const RateTable& table, std::string_view word);
// Calls visit(line) for each line whose first field is `word` ("area", "VA"), in the table's order.
template <class Visit>
void for_each_line(const RateTable& table, std::string_view word, Visit visit) {
  for (const LineRun& run : runs_of(table, word)) {
    for (std::size_t i = run.begin; i < run.end; ++i) visit(table.lines[i]);
  }
}
// What stands behind the word in the first line that begins with it; nothing where there is none.
std::optional<Fields> find_line(const RateTable& table, std::string_view word);
// What stands behind word and key ("area", "DCB") in the first line that begins with both.
std::optional<Fields> find_line(const RateTable& table, std::string_view word, std::string_view key);

}  // namespace ftt
