// Many files on several threads. See gather.h.
#include "cli/gather.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/text.h"

namespace ftt::cli {
namespace {

// As many as are held at a time, or as much text.
constexpr std::size_t most_items = 512;

Error in_file(std::string_view file, const Error& error) {
  return {error.code, "", concat(file, ": ", to_string(error))};
}

// Items that are looked at on several threads, some at a time.
class Batch {
 public:
  Batch(std::vector<report::SourceItem> items, std::size_t threads, const Gathering& gathering)
      : items_(std::move(items)),
        looked_(items_.size()),
        gathering_(gathering),
        work_(threads, (items_.size() + at_a_time - 1) / at_a_time, [this](std::size_t i) { look(i * at_a_time); }) {}

  // What became of each, once all are looked at.
  std::vector<Looked>& finished() {
    work_.finish();
    return looked_;
  }

 private:
  static constexpr std::size_t at_a_time = 16;

  // What is too long has no bytes, and nothing else is told of it.
  void look(std::size_t first) {
    const std::size_t count = std::min(at_a_time, items_.size() - first);
    std::vector<Looked> looked = gathering_.look(std::span(items_).subspan(first, count));
    for (std::size_t i = 0; i < count; ++i) {
      const report::SourceItem& item = items_[first + i];
      looked_[first + i] = item.is_too_long ? Looked{{}, report::too_long(item)} : std::move(looked[i]);
    }
  }

  std::vector<report::SourceItem> items_;
  std::vector<Looked> looked_;
  const Gathering& gathering_;
  SharedWork work_;  // the last one, so that it ends before what it works on
};

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
    look_at_the_rest();
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
    look_at_the_rest();
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
    if (items_.size() < most_items && text_ < largest_packet) return true;
    look_at_next();
    return !is_over_;
  }

  // Those that were read by now begin to be looked at, once those before them are done.
  void look_at_next() {
    const std::unique_ptr<Batch> done = std::exchange(batch_, nullptr);
    if (is_over_ || asks_to_stop()) return;
    std::vector<Looked> looked;
    if (done) looked = std::move(done->finished());
    if (!items_.empty()) batch_ = std::make_unique<Batch>(std::exchange(items_, {}), threads_, gathering_);
    text_ = 0;
    if (looked.empty()) return;
    for (Looked& one : looked) is_over_ = is_over_ || !gathering_.take(std::move(one));
    count_ += looked.size();
    environment_.show_progress(concat(with_thousands_commas(static_cast<long long>(count_)), " read"));
  }

  void look_at_the_rest() {
    while (!is_over_ && (batch_ || !items_.empty())) look_at_next();
  }

  const FileUse& use_;
  const Environment& environment_;
  const Gathering& gathering_;
  std::size_t threads_;
  std::unique_ptr<Batch> batch_;           // of those that are being looked at
  std::vector<report::SourceItem> items_;  // those that wait to be
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

SharedWork::SharedWork(std::size_t threads, std::size_t count, std::function<void(std::size_t)> work)
    : work_(std::move(work)), count_(count) {
  for (std::size_t i = 1; i < std::min(threads, count); ++i) others_.emplace_back([this] { take_part(); });
}

SharedWork::~SharedWork() {
  next_ = count_;
  join_others();
}

void SharedWork::finish() {
  take_part();
  join_others();
}

void SharedWork::join_others() {
  for (std::thread& other : others_) other.join();
  others_.clear();
}

void SharedWork::take_part() {
  for (std::size_t i = next_++; i < count_; i = next_++) work_(i);
}

Result<Gathered> gather(const FileUse& use, const Environment& environment, const Gathering& gathering) {
  return Gatherer(use, environment, gathering).run();
}

}  // namespace ftt::cli
