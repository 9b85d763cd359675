// What the commands of `telework` have in common: what they are given, and what they answer.
//
// A command is a function of its arguments and its environment to an outcome; only main.cpp touches the process. One
// that answers line by line writes its results itself, as they come.
//
// Does not: parse a packet or look anything up.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "packet/redact.h"
#include "rates/rates.h"
#include "rules/calendar_file.h"

namespace ftt::cli {

enum class Exit : int { good = 0, packet_has_problems = 1, bad_use = 2, stopped = 130 };

struct Outcome {
  Exit exit = Exit::good;
  std::string results;   // for standard output
  std::string messages;  // for standard error
};

// Files for what does not fit into memory, from 0 on; gone when this is.
class Scratch {
 public:
  Scratch() = default;
  virtual ~Scratch() = default;
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  // Errors: limit_exceeded, with what the machine says.
  virtual Result<Unit> append(std::size_t file, std::string_view bytes) = 0;
  // From its beginning on, until `take` gives false. Errors: not_found.
  virtual Result<Unit> stream(std::size_t file, const std::function<bool(std::string_view)>& take) = 0;
};

struct Environment {
  const Rates& rates;
  Date today;
  std::string now;  // date and time with zone, for the footer of the print
  UtcTime utc;      // the same moment, for the calendar file
  // All bytes of a file, or of standard input where the name is "-". Errors: not_found, limit_exceeded.
  std::function<Result<std::string>(std::string_view name)> read;
  // The same as it comes, block by block, until `take` gives false. Errors: those of read.
  std::function<Result<Unit>(std::string_view name, const std::function<bool(std::string_view)>& take)> stream;
  // Writes to standard output at once; false where that cannot be, which main.cpp tells.
  std::function<bool(std::string_view)> write;
  // The built-in tables once more, to lay an agency's own over them.
  std::function<Rates()> load_rates;
  // The names of the files in a folder, in their order. Errors: not_found.
  std::function<Result<std::vector<std::string>>(std::string_view folder)> list{};
  // Writes the bytes to the file, as a whole or not at all; its folder is made where there is none. Errors: not_found,
  // with what the machine says.
  std::function<Result<Unit>(std::string_view name, std::string_view bytes)> keep{};
  // 128 random bits as 32 hexadecimal digits, others each time.
  std::function<std::string()> draw{};

  // ---- For commands on many files ----
  // The files below a folder, in the order of their names, links left aside; of a file its name alone. Errors:
  // not_found.
  std::function<Result<std::vector<std::string>>(std::string_view name)> files_below{};
  // As stream, from that byte on; nothing where the file is shorter.
  std::function<Result<Unit>(std::string_view name, std::uint64_t first,
                             const std::function<bool(std::string_view)>& take)>
      stream_from{};
  // Shows how far it is, where a person looks on; an empty text takes it away.
  std::function<void(std::string_view)> show_progress{};
  // Whether the person has asked to stop.
  std::function<bool()> is_stopped{};
  // How many threads the machine runs at a time.
  std::size_t processors = 1;
  // So many files beside memory. Errors: not_found, where none can be made.
  std::function<Result<std::unique_ptr<Scratch>>(std::size_t files)> make_scratch{};
  // How many bytes of what was gathered are held in memory, about.
  std::size_t most_held = std::size_t{64} * 1024 * 1024;
};

using Arguments = std::span<const std::string_view>;

// The outcome of a use that cannot be carried out: the sentence and how the command is used.
Outcome bad_use(std::string_view sentence, std::string_view usage);

// ---- Commands on packets (packet_commands.cpp) ----
Outcome evaluate(Arguments, const Environment&);
Outcome print(Arguments, const Environment&);
Outcome validate(Arguments, const Environment&);
Outcome schema(Arguments, const Environment&);

// ---- Commands for packets that go to somebody else (exchange_commands.cpp) ----
Outcome compare(Arguments, const Environment&);
Outcome redact(Arguments, const Environment&);
// What was left out of a copy, and each text that stays: a line each, for standard error.
std::string words_on_copy(std::string_view file, const Redacted& redacted);

// ---- Commands on the chain of a packet (chain_commands.cpp) ----
Outcome chain(Arguments, const Environment&);
Outcome record(Arguments, const Environment&);
Outcome verify(Arguments, const Environment&);
Outcome merge(Arguments, const Environment&);
Outcome inbox(Arguments, const Environment&);

// ---- Commands on tables and the calendar (table_commands.cpp) ----
Outcome salary(Arguments, const Environment&);
Outcome per_diem(Arguments, const Environment&);
Outcome work_day(Arguments, const Environment&);
Outcome holidays(Arguments, const Environment&);

// ---- Commands on the order itself (policy_commands.cpp) ----
Outcome calendar(Arguments, const Environment&);
Outcome coverage(Arguments, const Environment&);
Outcome wording(Arguments, const Environment&);

// ---- Commands on many packets (rollup_commands.cpp) ----
Outcome facts(Arguments, const Environment&);
Outcome rollup(Arguments, const Environment&);
Outcome sample(Arguments, const Environment&);

// The command that the first argument names; without one, or with --help, what there is.
Outcome run(Arguments, const Environment&);

}  // namespace ftt::cli
