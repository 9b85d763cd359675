// The `telework` command: gives the core its rates, the day and the files, and carries the outcome to the process.
// Does not decide anything; command.h says what the commands are.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "cli/command.h"
#include "packet/saved_page.h"
#include "rates/embedded.h"

namespace {

// More than any packet or saved page may have; the reader says what is too large.
constexpr std::size_t most_bytes = ftt::max_page_bytes + 1;

ftt::Result<std::string> read_all(std::FILE* file) {
  std::string bytes;
  char block[1 << 16];
  while (bytes.size() < most_bytes) {
    const std::size_t count = std::fread(block, 1, sizeof block, file);
    if (count == 0) break;
    bytes.append(block, count);
  }
  return bytes;
}

ftt::Result<std::string> read_file(std::string_view name) {
  if (name == "-") return read_all(stdin);
  const std::string path(name);
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    return ftt::Error{ftt::ErrorCode::not_found, path,
                      ftt::concat(ftt::quoted(name), " cannot be opened; check its name and that it may be read.")};
  }
  ftt::Result<std::string> bytes = read_all(file);
  const bool has_failed = std::ferror(file) != 0;
  std::fclose(file);
  if (has_failed) {
    return ftt::Error{ftt::ErrorCode::not_found, path,
                      ftt::concat(ftt::quoted(name), " cannot be read; is it a file?")};
  }
  return bytes;
}

// The core has no clock: this is the only place that looks at one.
struct Moment {
  std::tm local{};
  std::tm utc{};
};
Moment this_moment() {
  const std::time_t seconds = std::time(nullptr);
  Moment moment;
  localtime_r(&seconds, &moment.local);
  gmtime_r(&seconds, &moment.utc);
  return moment;
}

ftt::Date date_of(const std::tm& time) {
  const std::optional<ftt::Date> date =
      ftt::Date::from_year_month_day(time.tm_year + 1900, time.tm_mon + 1, time.tm_mday);
  FTT_ASSERT(date.has_value(), "The clock of this machine shows a day that the calendar does not have.");
  return *date;
}

// A leap second counts as the one before it.
ftt::UtcTime utc_of(const std::tm& time) {
  return {date_of(time), time.tm_hour, time.tm_min, std::min(time.tm_sec, 59)};
}

// "November 21, 2026, 3:04 PM EST"
std::string words_of(const std::tm& time) {
  char text[64];
  const std::size_t size = std::strftime(text, sizeof text, "%I:%M %p %Z", &time);
  std::string_view clock(text, size);
  if (clock.starts_with('0')) clock.remove_prefix(1);
  return ftt::concat(ftt::month_name(time.tm_mon + 1), " ", time.tm_mday, ", ", time.tm_year + 1900, ", ", clock);
}

ftt::Result<ftt::Rates> load_rates() {
  const std::span<const std::string_view> parts = ftt::embedded_rates();
  ftt::Rates rates = FTT_TRY(ftt::Rates::load(std::string(parts.front())));
  for (const std::string_view part : parts.subspan(1)) FTT_TRY(rates.add_part(std::string(part)));
  return rates;
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string_view> arguments(words + 1, words + count);
  const ftt::Result<ftt::Rates> rates = load_rates();
  FTT_ASSERT(rates.has_value(), "The rates inside of this program do not load.");
  const Moment moment = this_moment();
  const ftt::cli::Outcome outcome =
      ftt::cli::run(arguments, {*rates, date_of(moment.local), words_of(moment.local), utc_of(moment.utc), read_file});
  std::fwrite(outcome.results.data(), 1, outcome.results.size(), stdout);
  std::fwrite(outcome.messages.data(), 1, outcome.messages.size(), stderr);
  return static_cast<int>(outcome.exit);
}
