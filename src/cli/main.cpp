// The `telework` command: gives the core its rates, the day and the files, and carries the outcome to the process.
// Does not decide anything; command.h says what the commands are.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/command.h"
#include "packet/saved_page.h"
#include "rates/embedded.h"

namespace {

// More than any packet or saved page may have; the reader says what is too large.
constexpr std::size_t most_bytes = ftt::max_page_bytes + 1;

// A file that is open for reading; standard input where the name is "-".
class Source {
 public:
  explicit Source(std::string_view name) : name_(name), descriptor_(name == "-" ? STDIN_FILENO : open_file()) {}
  ~Source() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  // What there is by now, at most a block; empty at the end.
  ftt::Result<std::string_view> block() {
    ssize_t count = descriptor_ < 0 ? -1 : ::read(descriptor_, block_.data(), block_.size());
    while (count < 0 && errno == EINTR && descriptor_ >= 0) count = ::read(descriptor_, block_.data(), block_.size());
    if (count >= 0) return std::string_view(block_.data(), static_cast<std::size_t>(count));
    return ftt::Error{ftt::ErrorCode::not_found, name_, why()};
  }

 private:
  int open_file() const { return ::open(name_.c_str(), O_RDONLY | O_CLOEXEC); }

  std::string why() const {
    if (errno == EISDIR) return ftt::concat(ftt::in_quotes(name_), " is a folder; name a file.");
    if (name_ == "-") return ftt::concat("Standard input cannot be read (", std::strerror(errno), "); is it closed?");
    return ftt::concat(ftt::in_quotes(name_), " cannot be ", descriptor_ < 0 ? "opened" : "read", " (",
                       std::strerror(errno), "); check its name and that it may be read.");
  }

  std::string name_;
  int descriptor_;
  std::vector<char> block_ = std::vector<char>(std::size_t{1} << 18);
};

ftt::Result<ftt::Unit> stream_file(std::string_view name, const std::function<bool(std::string_view)>& take) {
  Source source(name);
  while (true) {
    const std::string_view block = FTT_TRY(source.block());
    if (block.empty() || !take(block)) return ftt::Unit{};
  }
}

ftt::Result<std::string> read_file(std::string_view name) {
  std::string bytes;
  FTT_TRY(stream_file(name, [&](std::string_view block) {
    bytes += block.substr(0, most_bytes - bytes.size());
    return bytes.size() < most_bytes;
  }));
  return bytes;
}

// The files of a folder; what is in its own folders does not count.
ftt::Result<std::vector<std::string>> list_folder(std::string_view name) {
  const std::string folder(name);
  DIR* opened = ::opendir(folder.c_str());
  if (opened == nullptr) {
    return ftt::Error{ftt::ErrorCode::not_found, folder,
                      ftt::concat(ftt::in_quotes(folder), " cannot be opened as a folder (", std::strerror(errno),
                                  "); check its name.")};
  }
  std::vector<std::string> names;
  while (const dirent* entry = ::readdir(opened)) {
    struct stat what {};
    const std::string path = ftt::concat(folder, "/", entry->d_name);
    if (::stat(path.c_str(), &what) == 0 && S_ISREG(what.st_mode)) names.emplace_back(entry->d_name);
  }
  ::closedir(opened);
  std::sort(names.begin(), names.end());
  return names;
}

// A file beside it is written first, and takes its place.
ftt::Result<ftt::Unit> keep_file(std::string_view name, std::string_view bytes) {
  const std::string path(name);
  const std::string beside = ftt::concat(path, ".new");
  std::FILE* file = std::fopen(beside.c_str(), "wb");
  const bool is_written = file != nullptr && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const bool is_closed = file != nullptr && std::fclose(file) == 0;
  if (is_written && is_closed && std::rename(beside.c_str(), path.c_str()) == 0) return ftt::Unit{};
  const std::string why = std::strerror(errno);
  if (file != nullptr) std::remove(beside.c_str());
  return ftt::Error{ftt::ErrorCode::not_found, path,
                    ftt::concat(ftt::in_quotes(path), " cannot be written (", why, "); name another file.")};
}

std::string draw_nonce() {
  constexpr std::string_view digits = "0123456789abcdef";
  std::random_device device;
  std::string nonce;
  for (int i = 0; i < 32; ++i) nonce.push_back(digits[device() & 0x0FU]);
  return nonce;
}

// Standard output or standard error. What is not written is noticed at once, and at the latest when it is closed.
class Sink {
 public:
  explicit Sink(std::FILE* file) : file_(file) {}

  bool write(std::string_view text) {
    if (text.empty()) return error_ == 0;
    const bool is_written = std::fwrite(text.data(), 1, text.size(), file_) == text.size() && std::fflush(file_) == 0;
    if (!is_written && error_ == 0) error_ = errno;
    return error_ == 0;
  }
  bool close() {
    // One that is closed already is no fault where nothing was to be written.
    if (std::fclose(file_) != 0 && errno != EBADF && error_ == 0) error_ = errno;
    return error_ == 0;
  }
  int error() const { return error_; }

 private:
  std::FILE* file_;
  int error_ = 0;  // of the first write that failed
};

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

ftt::Rates load_rates() {
  const std::span<const std::string_view> parts = ftt::embedded_rates();
  ftt::Result<ftt::Rates> rates = ftt::Rates::load(std::string(parts.front()));
  for (const std::string_view part : parts.subspan(1)) {
    FTT_ASSERT(rates && rates->add_part(std::string(part)), "The rates inside of this program do not load.");
  }
  return std::move(rates).value();
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string_view> arguments(words + 1, words + count);
  const ftt::Rates rates = load_rates();
  const Moment moment = this_moment();

  // A reader that goes away is told as any output that cannot be written.
  std::signal(SIGPIPE, SIG_IGN);
  Sink results(stdout);
  Sink messages(stderr);
  const ftt::cli::Outcome outcome =
      ftt::cli::run(arguments, {rates, date_of(moment.local), words_of(moment.local), utc_of(moment.utc), read_file,
                                stream_file, [&](std::string_view text) { return results.write(text); }, load_rates,
                                list_folder, keep_file, draw_nonce});
  results.write(outcome.results);
  messages.write(outcome.messages);
  if (!results.close()) {
    messages.write(ftt::concat("telework: the results could not be written: ", std::strerror(results.error()), ".\n"));
    return static_cast<int>(ftt::cli::Exit::bad_use);
  }
  return static_cast<int>(messages.close() ? outcome.exit : ftt::cli::Exit::bad_use);
}
