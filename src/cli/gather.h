// gather: what the commands on many packets have in common: files and folders in, packets looked at on several threads,
// and what they come to in the order of reading.
//
// Holds a few packets at a time: while some are looked at, the next ones are read. Any number of threads gives the same
// in the same order. A file that cannot be read costs itself alone.
//
// Does not: know what is looked for.
#pragma once

#include <atomic>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "cli/use.h"
#include "report/packet_source.h"
#include "report/partial.h"

namespace ftt::cli {

// What became of one thing that was looked at.
struct Looked {
  std::string text;  // for facts: its line; empty where there is none
  report::Sight sight;
};

struct Gathering {
  // What became of each. Runs on any thread.
  std::function<std::vector<Looked>(std::span<const report::SourceItem>)> look;
  // Runs on one, in the order of reading; false ends it.
  std::function<bool(Looked&&)> take;
  // The lines of partials; none: a partial is a file that is no packet. Errors end it.
  std::function<Result<Unit>(std::string_view file, std::string_view line)> take_partial_line{};
  std::function<Result<Unit>(std::string_view file)> finish_partial{};
};

// How many threads are asked for; as many as the machine runs, where nobody says.
std::size_t threads_of(const FileUse& use, const Environment& environment);
// Calls `work` for each number below the count, each thread taking the next one that nobody has.
class SharedWork {
 public:
  // The other threads begin at once.
  SharedWork(std::size_t threads, std::size_t count, std::function<void(std::size_t)> work);
  // What nobody has begun by then is left.
  ~SharedWork();
  SharedWork(const SharedWork&) = delete;
  SharedWork& operator=(const SharedWork&) = delete;

  // Takes part until all is done.
  void finish();

 private:
  void take_part();
  void join_others();

  std::function<void(std::size_t)> work_;
  std::size_t count_;
  std::atomic<std::size_t> next_ = 0;
  std::vector<std::thread> others_;
};

enum class Gathered : std::uint8_t { all, stopped };

// Errors: a path that is not there; whatever a partial is refused for.
Result<Gathered> gather(const FileUse& use, const Environment& environment, const Gathering& gathering);

}  // namespace ftt::cli
