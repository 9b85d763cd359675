// Files by digest, out and in again. See spill.h.
#include "cli/spill.h"

#include <array>
#include <string>
#include <utility>

#include "report/packet_source.h"

namespace ftt::cli {
namespace {

// By the first two digits of the digest, four to a file: in their order, files are in the order of keys.
constexpr std::size_t spill_files = 64;

std::size_t file_of(std::string_view key) {
  const auto digit = [](char c) { return static_cast<std::size_t>(c <= '9' ? c - '0' : c - 'a' + 10); };
  return (digit(key[0]) * 16 + digit(key[1])) * spill_files / 256;
}

}  // namespace

Result<Unit> SpilledPartial::add(report::Sight sight) {
  held_->add(std::move(sight));
  return spill_what_is_much();
}

Result<Unit> SpilledPartial::take_line(std::string_view line) {
  if (!reader_) reader_.emplace(held_);
  FTT_TRY(reader_->take_line(line));
  return spill_what_is_much();
}

Result<Unit> SpilledPartial::finish_partial() {
  const Result<Unit> finished = reader_ ? reader_->finish() : Result<Unit>(Unit{});
  reader_.reset();
  return finished;
}

Result<Unit> SpilledPartial::spill_what_is_much() {
  return held_->size() > most_held_ ? spill() : Result<Unit>(Unit{});
}

Result<Unit> SpilledPartial::spill() {
  if (!scratch_) scratch_ = FTT_TRY(environment_.make_scratch(spill_files));
  std::array<std::string, spill_files> lines;
  for (const auto& [key, entry] : held_->entries()) lines[file_of(key)] += report::entry_line(key, entry);
  for (std::size_t file = 0; file < spill_files; ++file) FTT_TRY(scratch_->append(file, lines[file]));
  held_->forget_entries();
  return Unit{};
}

Result<report::Partial> SpilledPartial::read_back(std::size_t file) {
  std::optional<report::Partial> part(report::Partial(held_->year(), held_->day()));
  report::PartialReader reader(part, report::PartialReader::From::lines_alone);
  Result<Unit> taken = Unit{};
  report::LineSplitter lines({}, report::longest_partial_line);
  const auto take = [&](report::SourceLine line) {
    taken = reader.take_line(line.text);
    return taken.has_value();
  };
  FTT_TRY(scratch_->stream(file, [&](std::string_view block) { return lines.feed(block, take); }));
  if (!taken) return taken.error();
  return *std::move(part);
}

Result<Unit> SpilledPartial::write() {
  if (!scratch_) {
    environment_.write(report::write_partial(*held_));
    return Unit{};
  }
  FTT_TRY(spill());
  bool is_written = environment_.write(report::heading_line(held_->year(), held_->day()));
  std::size_t count = held_->left_out().size();
  for (std::size_t file = 0; file < spill_files && is_written; ++file) {
    const report::Partial part = FTT_TRY(read_back(file));
    count += part.entries().size();
    for (const auto& [key, entry] : part.entries()) {
      is_written = is_written && environment_.write(report::entry_line(key, entry));
    }
  }
  for (const auto& [place, what] : held_->left_out()) {
    is_written = is_written && environment_.write(report::left_out_line(place, what));
  }
  if (is_written) environment_.write(report::end_line(count));
  return Unit{};
}

}  // namespace ftt::cli
