// spill: a partial that may be larger than memory: what does not fit lies in files by the digest of the packet's id,
// and is put together again file by file. The same bytes whether anything was spilled, and into however many files.
//
// What could not be taken is held in memory, and all of a partial that a report is made of.
//
// Does not: decide what is newer (report/partial.h), or know where the files lie.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "cli/command.h"
#include "report/partial.h"

namespace ftt::cli {

class SpilledPartial {
 public:
  // Of its entries so many bytes are held, about.
  SpilledPartial(FiscalYear year, Date day, const Environment& environment, std::size_t most_held)
      : held_(report::Partial(year, day)), environment_(environment), most_held_(most_held) {}

  // Errors: what the machine says to a file that cannot be written.
  Result<Unit> add(report::Sight sight);
  // Of a partial that is read. Errors: those of PartialReader, or of a file.
  Result<Unit> take_line(std::string_view line);
  Result<Unit> finish_partial();

  // The partial as write_partial writes it, to standard output or as a whole. Errors: a file that cannot be read again.
  Result<Unit> write();
  // All of it. Precondition: nothing was spilled.
  report::Partial whole() && { return *std::move(held_); }

 private:
  Result<Unit> spill_what_is_much();
  Result<Unit> spill();
  Result<report::Partial> read_back(std::size_t file);

  std::optional<report::Partial> held_;
  std::optional<report::PartialReader> reader_;
  std::unique_ptr<Scratch> scratch_;
  const Environment& environment_;
  std::size_t most_held_;
};

}  // namespace ftt::cli
