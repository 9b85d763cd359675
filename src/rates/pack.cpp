// Finding the parts and tables of a pack. See pack.h.
#include "rates/pack.h"

#include <algorithm>

#include "base/text.h"

namespace ftt {
namespace {

constexpr std::array<std::string_view, 7> words = {"pay", "counties", "conus", "tiers", "nonforeign", "mileage", "zip"};
constexpr std::array<std::string_view, 7> names = {"General Schedule pay", "locality pay area definitions",
                                                   "CONUS per diem",       "meals and incidentals tiers",
                                                   "non-foreign per diem", "mileage rates",
                                                   "ZIP codes, places"};

Error line_error(ErrorCode code, std::size_t line, std::string message) {
  return Error{code, concat("line ", line), std::move(message)};
}

// `table|conus|2027` or `table|nonforeign|2026-04`.
Result<RateTable> read_table_line(std::string_view line, std::size_t number) {
  Fields fields(line);
  fields.next();
  const std::string_view word = fields.next();
  RateTable table;
  table.first_line = number;
  std::size_t kind = 0;
  while (kind < words.size() && words[kind] != word) ++kind;
  if (kind == words.size()) {
    return line_error(ErrorCode::unknown_choice, number,
                      concat("There is no table ", in_quotes(word),
                             "; the tables are pay, counties, conus, tiers, nonforeign, mileage and zip."));
  }
  table.kind = static_cast<TableKind>(kind);
  table.key = fields.next();
  table.year = whole_number(table.key.substr(0, 4));
  const bool has_month = table.key.size() == 7 && table.key[4] == '-';
  if (has_month) table.month = whole_number(table.key.substr(5));
  const bool wants_month = table.kind == TableKind::non_foreign || table.kind == TableKind::mileage;
  if (table.year < 1900 || has_month != wants_month || (!has_month && table.key.size() != 4) ||
      (has_month && (table.month < 1 || table.month > 12)) || !fields.rest().empty()) {
    return line_error(ErrorCode::malformed, number,
                      concat("A table is named by its ",
                             wants_month ? "month, such as table|nonforeign|2026-04" : "year, such as table|conus|2027",
                             ", not by ", in_quotes(table.key), "."));
  }
  return table;
}

std::string_view first_field(std::string_view line) {
  return line.substr(0, line.find('|'));
}

void add_line(RateTable& table, std::string_view line) {
  if (table.kind != TableKind::zip) {
    const std::string_view word = first_field(line);
    const std::size_t number = table.lines.size();
    if (table.runs.empty() || table.runs.back().word != word) table.runs.push_back({word, number, number});
    table.runs.back().end = number + 1;
  }
  table.lines.push_back(line);
}

bool stands_before(const LineRun& a, const LineRun& b) {
  return a.word != b.word ? a.word < b.word : a.begin < b.begin;
}

}  // namespace

std::string_view Fields::next() {
  if (at_end_) return {};
  const std::size_t end = rest_.find(separator_);
  std::string_view field = rest_.substr(0, end);
  if (end == std::string_view::npos) {
    at_end_ = true;
    rest_ = {};
  } else {
    rest_.remove_prefix(end + 1);
  }
  return field;
}

int whole_number(std::string_view text) {
  if (text.empty() || text.size() > 9) return -1;
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

long long decimal_units(std::string_view text, int places) {
  const std::size_t dot = text.find('.');
  const int whole = whole_number(text.substr(0, dot));
  if (whole < 0) return -1;
  long long units = whole;
  std::string_view decimals = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
  if (dot != std::string_view::npos && decimals.empty()) return -1;
  if (decimals.size() > static_cast<std::size_t>(places)) return -1;
  for (int place = 0; place < places; ++place) {
    int digit = 0;
    if (static_cast<std::size_t>(place) < decimals.size()) {
      const char c = decimals[static_cast<std::size_t>(place)];
      if (!is_digit(c)) return -1;
      digit = c - '0';
    }
    units = units * 10 + digit;
  }
  return units;
}

bool is_row(std::string_view line) {
  return line.empty() || line.front() < 'a' || line.front() > 'z';
}

std::span<const LineRun> runs_of(const RateTable& table, std::string_view word) {
  const auto begin = std::lower_bound(table.runs.begin(), table.runs.end(), word,
                                      [](const LineRun& run, std::string_view wanted) { return run.word < wanted; });
  const auto end = std::find_if(begin, table.runs.end(), [word](const LineRun& run) { return run.word != word; });
  return {table.runs.data() + (begin - table.runs.begin()), static_cast<std::size_t>(end - begin)};
}

std::optional<Fields> find_line(const RateTable& table, std::string_view word) {
  const std::span<const LineRun> runs = runs_of(table, word);
  if (runs.empty()) return std::nullopt;
  Fields fields(table.lines[runs.front().begin]);
  fields.next();
  return fields;
}

std::optional<Fields> find_line(const RateTable& table, std::string_view word, std::string_view key) {
  for (const LineRun& run : runs_of(table, word)) {
    for (std::size_t i = run.begin; i < run.end; ++i) {
      const std::string_view line = table.lines[i];
      if (line.size() <= word.size()) continue;
      const std::string_view rest = line.substr(word.size() + 1);
      if (!rest.starts_with(key)) continue;
      Fields fields(rest);
      if (fields.next() == key) return fields;
    }
  }
  return std::nullopt;
}

std::string_view word_of(TableKind kind) {
  return words[static_cast<std::size_t>(kind)];
}

std::string_view name_of_table(TableKind kind) {
  return names[static_cast<std::size_t>(kind)];
}

Result<Pack> read_pack(std::string_view text) {
  if (text.empty()) {
    return line_error(ErrorCode::empty, 1, concat("The pack is empty; it begins with ", rates_format, "|overlay."));
  }
  const std::size_t invalid = find_invalid_utf8(text);
  if (invalid != std::string_view::npos) {
    std::size_t line = 1;
    for (const char c : text.substr(0, invalid)) line += c == '\n' ? 1U : 0U;
    return line_error(ErrorCode::wrong_encoding, line, "The pack is not UTF-8 text; save it as UTF-8 without a mark.");
  }
  Pack pack;
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) {
      return line_error(ErrorCode::truncated, number,
                        "The last line does not end: the pack may be cut short. Bring it whole, with a line end.");
    }
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (number == 1) {
      Fields fields(line);
      const std::string_view format = fields.next();
      if (format != rates_format) {
        const bool is_newer = format.starts_with("telework-rates/");
        return line_error(is_newer ? ErrorCode::newer_format : ErrorCode::wrong_format, number,
                          concat("The first line is ", in_quotes(line), "; a rates pack that is read here begins with ",
                                 rates_format, "|."));
      }
      pack.part = fields.next();
      if (pack.part != "current" && pack.part != "history" && pack.part != "zip" && pack.part != "overlay") {
        return line_error(ErrorCode::unknown_choice, number,
                          concat("There is no part ", in_quotes(pack.part),
                                 "; the parts are current, history and zip, and an agency's own is overlay."));
      }
    } else if (line.starts_with("table|")) {
      pack.tables.push_back(FTT_TRY(read_table_line(line, number)));
    } else if (!pack.tables.empty()) {
      RateTable& table = pack.tables.back();
      if (table.lines.empty() && line.starts_with("source|")) table.source = line.substr(7);
      add_line(table, line);
    } else if (line.starts_with("part|")) {
      Fields fields(line);
      fields.next();
      PinnedPart pin;
      fields.take(pin.part, pin.digest);
      pack.pins.push_back(pin);
    } else {
      return line_error(ErrorCode::malformed, number,
                        concat(in_quotes(line), " is before any table; begin one with a line such as table|pay|2027."));
    }
  }
  if (pack.tables.empty()) {
    return line_error(ErrorCode::malformed, number,
                      "The pack has no table in it; begin one with a line such as table|pay|2027.");
  }
  for (RateTable& table : pack.tables) std::sort(table.runs.begin(), table.runs.end(), stands_before);
  return pack;
}

}  // namespace ftt
