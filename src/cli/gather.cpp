// Many files on several threads. See gather.h.
#include "cli/gather.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "base/text.h"

namespace ftt::cli {
namespace {

// As many as are held at a time, or as much text.
constexpr std::size_t most_items = 512;
constexpr std::size_t most_text = largest_packet;

Error in_file(std::string_view file, const Error& error) {
  return {error.code, "", concat(file, ": ", to_string(error))};
}

class Gatherer {
 public:
  Gatherer(const FileUse& use, const Environment& environment, const Gathering& gathering)
      : use_(use), environment_(environment), gathering_(gathering), threads_(threads_of(use, environment)) {}

  Result<Gathered> run() {
    for (const std::string_view path : use_.files) {
      const std::vector<std::string> files = FTT_TRY(environment_.files_below(path));
      // A file that was named has to be there; one that was found in a folder may be gone by now.
      const bool is_named = files.size() == 1 && files.front() == path;
      for (const std::string& file : files) {
        FTT_TRY(read(file, is_named));
        if (is_over_) return is_stopped_ ? Gathered::stopped : Gathered::all;
      }
    }
    look_at_all();
    environment_.show_progress("");
    return is_stopped_ ? Gathered::stopped : Gathered::all;
  }

 private:
  Result<Unit> read(const std::string& file, bool is_named) {
    const Result<Unit> streamed = read_range(file, use_.bytes.value_or(report::ByteRange{}));
    if (refusal_) return *std::move(refusal_);
    if (streamed) return Unit{};
    if (is_named) return streamed.error();
    Looked looked;
    looked.sight = report::SeenLeftOut{file, {report::LeftOutKind::unreadable, streamed.error().message}};
    look_at_all();
    is_over_ = is_over_ || !gathering_.take(std::move(looked));
    return Unit{};
  }

  Result<Unit> read_range(const std::string& file, report::ByteRange range) {
    if (range.begin == range.end) return Unit{};
    if (range.begin == 0) return read_from_start(file, range.end);
    // What was read of standard input does not come again: there a range is one of lines.
    const bool has_lines = file == "-" || FTT_TRY(kind_of(file)) == report::SourceKind::lines;
    return has_lines ? read_lines(file, range) : Unit{};
  }

  // By the first bytes of the file.
  Result<report::SourceKind> kind_of(const std::string& file) const {
    report::PacketSource source(
        file, [](const report::SourceItem&) { return false; }, [](std::string_view) { return false; });
    FTT_TRY(environment_.stream(file, [&](std::string_view block) {
      source.feed(block);
      return source.kind() == report::SourceKind::undecided;
    }));
    source.finish();
    return source.kind();
  }

  Result<Unit> read_lines(const std::string& file, report::ByteRange range) {
    report::LineSplitter lines(range);
    const auto take = [&](report::SourceLine line) {
      return add({report::place_of(file, line.at), std::move(line.text), report::Stands::as_line, line.is_too_long});
    };
    bool wants_more = true;
    FTT_TRY(environment_.stream_from(file, lines.first(), [&](std::string_view block) {
      wants_more = lines.feed(block, take);
      return wants_more;
    }));
    if (wants_more) lines.finish(take);
    return Unit{};
  }

  Result<Unit> read_from_start(const std::string& file, std::uint64_t end) {
    report::PacketSource source(
        file, [&](report::SourceItem item) { return add(std::move(item)); },
        [&](std::string_view line) { return take_partial_line(file, line); }, end);
    FTT_TRY(environment_.stream(file, [&](std::string_view block) { return source.feed(block); }));
    if (!is_over_) source.finish();
    const bool is_partial = source.kind() == report::SourceKind::partial && gathering_.finish_partial;
    if (is_partial && !refusal_) {
      const Result<Unit> finished = gathering_.finish_partial(file);
      if (!finished) refusal_ = in_file(file, finished.error());
    }
    return Unit{};
  }

  bool take_partial_line(const std::string& file, std::string_view line) {
    if (!gathering_.take_partial_line) {
      return add({file, std::string(line.substr(0, 1)), report::Stands::as_file, false}) && false;
    }
    const Result<Unit> taken = gathering_.take_partial_line(file, line);
    if (!taken) refusal_ = in_file(file, taken.error());
    return taken.has_value() && !asks_to_stop();
  }

  bool asks_to_stop() {
    is_stopped_ = is_stopped_ || environment_.is_stopped();
    is_over_ = is_over_ || is_stopped_;
    return is_over_;
  }

  bool add(report::SourceItem item) {
    text_ += item.bytes.size();
    items_.push_back(std::move(item));
    if (items_.size() < most_items && text_ < most_text) return true;
    look_at_all();
    return !is_over_;
  }

  void look_at_all() {
    if (is_over_ || items_.empty() || asks_to_stop()) return;
    std::vector<std::optional<Looked>> looked(items_.size());
    on_threads(threads_, items_.size(), [&](std::size_t i) { looked[i] = look(items_[i]); });
    count_ += items_.size();
    items_.clear();
    text_ = 0;
    for (std::optional<Looked>& one : looked) is_over_ = is_over_ || !gathering_.take(*std::move(one));
    environment_.show_progress(concat(with_thousands_commas(static_cast<long long>(count_)), " read"));
  }

  Looked look(const report::SourceItem& item) const {
    if (item.is_too_long) return {{}, report::too_long(item)};
    return gathering_.look(item);
  }

  const FileUse& use_;
  const Environment& environment_;
  const Gathering& gathering_;
  std::size_t threads_;
  std::vector<report::SourceItem> items_;  // those that wait to be looked at
  std::size_t text_ = 0;                   // the bytes of them
  std::size_t count_ = 0;
  bool is_over_ = false;
  bool is_stopped_ = false;
  std::optional<Error> refusal_;
};

}  // namespace

std::size_t threads_of(const FileUse& use, const Environment& environment) {
  return use.jobs.value_or(std::max<std::size_t>(environment.processors, 1));
}

void on_threads(std::size_t threads, std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto work_on = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < std::min(threads, count); ++i) others.emplace_back(work_on);
  work_on();
  for (std::thread& other : others) other.join();
}

Result<Gathered> gather(const FileUse& use, const Environment& environment, const Gathering& gathering) {
  return Gatherer(use, environment, gathering).run();
}

}  // namespace ftt::cli
