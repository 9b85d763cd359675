// partial: what many packets come to before anything is counted, telework-rollup/1: each packet id with its maximal
// copies, what is known of its history, and what could not be taken.
//
// It is a union, not a sum: merging is idempotent, commutative and associative, so that packets can be gathered in any
// order, split in any way, and twice, and the bytes are the same. It holds dates and never lateness, so that partials
// of two days merge.
//
//   copy A is newer than copy B   where A's history leads to the head of B's chain, or B has no chain and A has one;
//                                 where both have the same head, or none, by the revision
//   they are equal                by the digest of the packet without worksheet, rates and seal; counted once
//   neither                       both stay: a conflict, counted nowhere and named
//
// That order is transitive, since it goes by all histories that are known of the packet together (the digests of the
// entries, those of the rounds before among them), which are kept also where the copy that told of them is not.
// A copy without names gives way to any full one, and is in no conflict with it.
//
// Written: one line the heading, one a packet in the order of the digest of its id, one for each thing left out, and
// one that says how many there were, so that a file that was cut off is noticed.
//
// A report is refused, and the reason told: it holds totals alone. That it and the packets are of other offices would
// not do: somebody who has moved, or a packet that was sent to two offices, may stand in both, and totals have no ids
// by which it could be seen.
//
// Does not: count, decide what is late, or open files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "report/facts.h"

namespace ftt::report {

inline constexpr std::string_view partial_format = "telework-rollup/1";
// A packet may have been read a million times over, and its history be as long as a packet is.
inline constexpr std::size_t longest_partial_line = std::size_t{64} * 1024 * 1024;

using Places = std::set<std::string>;

struct Copy {
  std::string held;                 // its facts, as append_held writes them
  std::string packet;               // what equal copies have in common: Fact::packet
  std::optional<std::string> head;  // Fact::head
  std::int64_t revision = -1;       // -1: none
  std::int64_t pay_year = 0;
  std::string rates;
  bool is_redacted = false;
  Places places;  // where it was read

  Facts facts() const;
  friend bool operator==(const Copy&, const Copy&) = default;
};
Copy copy_of(const Facts& facts, Places places);

// All that is known of one packet id.
struct Entry {
  std::string id;                  // empty: known by copies without names alone
  std::vector<Copy> copies;        // the maximal ones, in the order of their digests; more than one is a conflict
  std::vector<History> histories;  // none of them the beginning of another, in order
  Places older;                    // where copies were read that gave way to one of these
  friend bool operator==(const Entry&, const Entry&) = default;
};
// What both know, as one.
Entry merged(Entry a, Entry b);
// Whether the one follows in these histories on the other, or is the same.
bool leads_to(const std::vector<History>& histories, std::string_view from, std::string_view to);

enum class LeftOutKind : std::uint8_t { not_a_packet, unreadable, without_id };
std::string_view name_of(LeftOutKind kind);

struct Omitted {
  LeftOutKind kind = LeftOutKind::unreadable;
  std::string reason;  // what is wrong, and the mend
  friend bool operator==(const Omitted&, const Omitted&) = default;
};

// What was read at one place. Made on any thread, and added on one.
struct Seen {
  std::string place;  // "case/a.json"; "all.ndjson, byte 1024"
  std::string key;    // the digest of the id
  Entry entry;        // of one copy
};
struct SeenLeftOut {
  std::string place;
  Omitted what;
};
using Sight = std::variant<Seen, SeenLeftOut>;

// Whether what cannot be read is one of many lines, where each is named, or a file by itself, which may be anything.
enum class Stands : std::uint8_t { as_line, as_file };
// The packet in the bytes, or why it is none.
Sight look_at(std::string_view bytes, std::string place, Stands stands, const FactsFor& by);
// What stands at a place.
struct Placed {
  std::string_view bytes;
  std::string place;
  Stands stands = Stands::as_file;
};
// The same of each. Their digests are worked out together, which costs a fraction of one after another.
std::vector<Sight> look_at(std::vector<Placed> found, const FactsFor& by);

class Partial {
 public:
  Partial(FiscalYear year, Date day) : year_(year), day_(day) {}

  FiscalYear year() const { return year_; }
  // The latest that one was made on.
  Date day() const { return day_; }

  void add(Sight sight);
  void add(const std::string& key, Entry entry);
  void add_left_out(std::string place, Omitted what);
  // Errors: inconsistent, another fiscal year.
  Result<Unit> merge(const Partial& other);
  // The same for a heading alone.
  Result<Unit> merge_heading(FiscalYear year, Date day);

  // What was added by key, and nothing else.
  void forget_entries();

  // By key, the digest of the id.
  const std::map<std::string, Entry>& entries() const { return entries_; }
  // By place.
  const std::map<std::string, Omitted>& left_out() const { return left_out_; }
  // How much its entries hold, about, in bytes: what forget_entries gives back.
  std::size_t size() const { return size_; }

  friend bool operator==(const Partial& a, const Partial& b) {
    return a.year_ == b.year_ && a.day_ == b.day_ && a.entries_ == b.entries_ && a.left_out_ == b.left_out_;
  }

 private:
  FiscalYear year_;
  Date day_;
  std::map<std::string, Entry> entries_;
  std::map<std::string, Omitted> left_out_;
  std::size_t size_ = 0;
};

// ---- As it is written ----

std::string heading_line(FiscalYear year, Date day);
std::string entry_line(std::string_view key, const Entry& entry);
std::string left_out_line(std::string_view place, const Omitted& what);
std::string end_line(std::size_t lines);
// The whole of it.
std::string write_partial(const Partial& partial);

// Whether the first line of a file says that it is a partial, of this version or another.
bool looks_like_a_partial(std::string_view first_line);

// Of what is no packet: why it is not taken as anything else, where it is a report in any of its forms, or a partial
// that is not as it was written; empty where it is neither.
std::string_view words_on_no_packet(std::string_view bytes);

// Reads a partial line by line into another one.
class PartialReader {
 public:
  // lines_alone: without heading and end, as parts of one are kept.
  enum class From : std::uint8_t { heading, lines_alone };
  // `into` must outlive it; nothing: the first partial gives fiscal year and day.
  explicit PartialReader(std::optional<Partial>& into, From from = From::heading)
      : into_(into), has_heading_(from == From::heading) {}

  // Errors, with the number of the line: newer_format, wrong_format (totals alone, or no partial at all), malformed,
  // wrong_type, unknown_choice, not_found; inconsistent for another fiscal year and for lines behind the end.
  Result<Unit> take_line(std::string_view line);
  // Errors: truncated where the end is missing, or lines before it are.
  Result<Unit> finish() const;

 private:
  Result<Unit> take_heading(const Json& json);
  Result<Unit> take(const Json& json);
  Error wrong(Error error) const;

  std::optional<Partial>& into_;
  bool has_heading_;
  std::size_t line_ = 0;
  bool has_ended_ = false;
};

}  // namespace ftt::report
