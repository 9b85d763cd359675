// The rates pack: lines of UTF-8 text. The first line names format and part, `part` lines pin other parts by SHA-256,
// and `table` lines begin a table; assets/rates/README.md describes every line.
// Finds the tables and leaves their lines as they are. Does not check what stands in them (pack_check.h does).
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace ftt {

inline constexpr std::string_view rates_format = "telework-rates/1";

enum class TableKind { pay, counties, conus, meal_tiers, non_foreign, mileage, zip };

struct RateTable {
  TableKind kind = TableKind::pay;
  int year = 0;                         // of a table named by a month, the month's year
  int month = 0;                        // 0 where a year names the table
  std::string_view key;                 // "2026", "2026-04"
  std::string_view source;              // of its `source` line
  std::size_t first_line = 0;           // the number of the `table` line
  std::vector<std::string_view> lines;  // all behind it, the `source` line too
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

}  // namespace ftt
