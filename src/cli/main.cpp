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
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <system_error>
#include <thread>
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

  // Goes on from that byte; where there is no going back and forth, as in a pipe, what lies before is read over.
  ftt::Result<ftt::Unit> go_to(std::uint64_t byte) {
    if (byte == 0 || descriptor_ < 0 || ::lseek(descriptor_, static_cast<off_t>(byte), SEEK_SET) >= 0) {
      return ftt::Unit{};
    }
    while (byte > 0) {
      const std::string_view there = FTT_TRY(block(byte));
      if (there.empty()) break;
      byte -= there.size();
    }
    return ftt::Unit{};
  }

  // What there is by now, at most a block; empty at the end.
  ftt::Result<std::string_view> block(std::uint64_t most = UINT64_MAX) {
    const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(most, block_.size()));
    ssize_t count = descriptor_ < 0 ? -1 : ::read(descriptor_, block_.data(), size);
    while (count < 0 && errno == EINTR && descriptor_ >= 0) count = ::read(descriptor_, block_.data(), size);
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

using Take = std::function<bool(std::string_view)>;

ftt::Result<ftt::Unit> stream_from(std::string_view name, std::uint64_t first, const Take& take) {
  Source source(name);
  FTT_TRY(source.go_to(first));
  while (true) {
    const std::string_view block = FTT_TRY(source.block());
    if (block.empty() || !take(block)) return ftt::Unit{};
  }
}

ftt::Result<ftt::Unit> stream_file(std::string_view name, const Take& take) {
  return stream_from(name, 0, take);
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

std::string draw_nonce() {
  constexpr std::string_view digits = "0123456789abcdef";
  std::random_device device;
  std::string nonce;
  for (int i = 0; i < 32; ++i) nonce.push_back(digits[device() & 0x0FU]);
  return nonce;
}

// ---- Many files ----

ftt::Error no_file(std::string_view name, std::string_view what, const std::error_code& error) {
  return {ftt::ErrorCode::not_found, std::string(name),
          ftt::concat(ftt::in_quotes(name), " cannot be ", what, " (", error.message(), ").")};
}

ftt::Result<std::vector<std::string>> files_below(std::string_view name) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (name == "-") return std::vector<std::string>{std::string(name)};
  const fs::file_status status = fs::status(fs::path(name), error);
  if (!fs::exists(status)) return no_file(name, "found", error);
  if (!fs::is_directory(status)) return std::vector<std::string>{std::string(name)};
  std::vector<std::string> files;
  fs::recursive_directory_iterator at(fs::path(name), error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    std::error_code gone;  // a folder may be written to
    if (fs::is_regular_file(at->symlink_status(gone))) files.push_back(at->path().string());
  }
  if (error) return no_file(name, "read", error);
  std::sort(files.begin(), files.end());
  return files;
}

// Written beside its place first, so that nobody ever sees half of it.
ftt::Result<ftt::Unit> keep_file(std::string_view name, std::string_view bytes) {
  namespace fs = std::filesystem;
  const auto refused = [&](const std::error_code& error) {
    return ftt::Error{
        ftt::ErrorCode::not_found, std::string(name),
        ftt::concat(ftt::in_quotes(name), " cannot be written (", error.message(), "); name another file.")};
  };
  const fs::path path(name);
  std::error_code error;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
  if (error) return refused(error);
  const std::string beside = ftt::concat(name, ".", ::getpid(), ".tmp");
  std::FILE* const file = std::fopen(beside.c_str(), "wb");
  if (file == nullptr) return refused(std::error_code(errno, std::generic_category()));
  int failed = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() ? 0 : errno;
  if (std::fclose(file) != 0 && failed == 0) failed = errno;
  if (failed == 0) fs::rename(beside, path, error);
  if (failed == 0 && !error) return ftt::Unit{};
  std::error_code ignored;
  fs::remove(beside, ignored);
  return refused(failed == 0 ? error : std::error_code(failed, std::generic_category()));
}

// Files without names, which are gone with the program, however it ends.
class ScratchFiles : public ftt::cli::Scratch {
 public:
  ~ScratchFiles() override {
    for (const int file : files_) ::close(file);
  }

  ftt::Result<ftt::Unit> open(std::size_t count) {
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
    while (files_.size() < count) {
      std::string name = (folder / "telework-XXXXXX").string();
      const int file = error ? -1 : ::mkostemp(name.data(), O_CLOEXEC);
      if (file < 0) return no_file(folder.string(), "written to; set TMPDIR to a folder with room", last_error());
      ::unlink(name.c_str());
      files_.push_back(file);
    }
    return ftt::Unit{};
  }

  ftt::Result<ftt::Unit> append(std::size_t file, std::string_view bytes) override {
    while (!bytes.empty()) {
      const ssize_t count = ::write(files_[file], bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) {
        return ftt::Error{ftt::ErrorCode::limit_exceeded, "",
                          ftt::concat("What does not fit into memory could not be written to a file (",
                                      last_error().message(), "); set TMPDIR to a folder with room.")};
      }
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return ftt::Unit{};
  }

  ftt::Result<ftt::Unit> stream(std::size_t file, const Take& take) override {
    std::vector<char> block(std::size_t{1} << 18);
    off_t at = 0;
    while (true) {
      const ssize_t count = ::pread(files_[file], block.data(), block.size(), at);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return no_file("what was spilled", "read again", last_error());
      if (count == 0 || !take({block.data(), static_cast<std::size_t>(count)})) return ftt::Unit{};
      at += count;
    }
  }

 private:
  static std::error_code last_error() { return {errno, std::generic_category()}; }

  std::vector<int> files_;
};

ftt::Result<std::unique_ptr<ftt::cli::Scratch>> make_scratch(std::size_t count) {
  auto files = std::make_unique<ScratchFiles>();
  FTT_TRY(files->open(count));
  return std::unique_ptr<ftt::cli::Scratch>(std::move(files));
}

// Once somebody asks whether to stop, Ctrl-C no longer ends the program where it stands.
volatile std::sig_atomic_t stop_was_asked = 0;
void ask_to_stop(int) {
  stop_was_asked = 1;
}
bool is_stopped() {
  static const bool is_listening = [] {
    for (const int signal : {SIGINT, SIGTERM}) {
      if (std::signal(signal, ask_to_stop) == SIG_IGN) std::signal(signal, SIG_IGN);
    }
    return true;
  }();
  return is_listening && stop_was_asked != 0;
}

void show_progress(std::string_view text) {
  static const bool is_seen = ::isatty(STDERR_FILENO) == 1;
  if (!is_seen) return;
  const std::string line = ftt::concat("\r\033[K", text);
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fflush(stderr);
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
                                list_folder, keep_file, draw_nonce, files_below, stream_from, show_progress, is_stopped,
                                std::max<std::size_t>(std::thread::hardware_concurrency(), 1), make_scratch});
  results.write(outcome.results);
  messages.write(outcome.messages);
  if (!results.close()) {
    messages.write(ftt::concat("telework: the results could not be written: ", std::strerror(results.error()), ".\n"));
    return static_cast<int>(ftt::cli::Exit::bad_use);
  }
  return static_cast<int>(messages.close() ? outcome.exit : ftt::cli::Exit::bad_use);
}
