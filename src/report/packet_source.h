// packet_source: the bytes of a file as they come, taken apart into packets: by line (NDJSON), or the file as one (a
// packet by itself, a saved page); or the lines of a partial. Which of these it is shows in the first bytes, never in
// the name.
//
// Bounded: no more is held than the largest page, and of lines not more than one. A line that is too long costs itself
// alone. A range of bytes has the lines whose first byte lies in it, so that ranges side by side have each line once,
// wherever their edges fall: in a line, in a letter, between carriage return and line feed. A file that is not of
// lines, and a partial, is all of it in the range of its first byte, and nothing in the others: any split of any file
// is the same.
//
// Does not: open files, or look into a packet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "packet/saved_page.h"
#include "report/partial.h"

namespace ftt::report {

// From the first byte up to before the last.
struct ByteRange {
  std::uint64_t begin = 0;
  std::uint64_t end = UINT64_MAX;
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};
// "1024:4096", "1024:" to the end. Errors: malformed, out_of_range where it ends before it begins.
Result<ByteRange> parse_byte_range(std::string_view text);

struct SourceLine {
  std::uint64_t at = 0;  // of its first byte in the file
  std::string text;      // without the line end
  bool is_too_long = false;
};

// Lines out of bytes as they come.
class LineSplitter {
 public:
  // `first` is where in the file the bytes begin that will be fed: of a range that does not begin with the file, one
  // byte before it, which tells whether a line begins there.
  explicit LineSplitter(ByteRange range = {}, std::size_t longest = largest_packet);
  std::uint64_t first() const { return at_; }

  // Calls take for each line that has ended; blank ones are none. Whether there may be more: false once the range is
  // done, or when take has given false.
  bool feed(std::string_view block, const std::function<bool(SourceLine)>& take);
  // The last line needs no end.
  bool finish(const std::function<bool(SourceLine)>& take);

 private:
  bool end_line(const std::function<bool(SourceLine)>& take);

  ByteRange range_;
  std::size_t longest_;
  std::uint64_t at_;
  SourceLine line_;
  bool is_within_;  // a line of another range is passed over until it has ended
  bool is_done_ = false;
};

// One thing to look at: a line, or a file by itself.
struct SourceItem {
  std::string place;  // the name alone, or "all.ndjson, byte 1024"
  std::string bytes;
  Stands stands = Stands::as_file;
  bool is_too_long = false;
};
// What it is where it is too long: the same reason on every way.
SeenLeftOut too_long(const SourceItem& item);

enum class SourceKind : std::uint8_t { undecided, lines, one_file, partial };

// A file, from its first byte on.
class PacketSource {
 public:
  // `take` gets each packet, `take_partial_line` each line of a partial; where one gives false the source is done. Of
  // lines those alone that begin before `end`.
  PacketSource(std::string name, std::function<bool(SourceItem)> take,
               std::function<bool(std::string_view)> take_partial_line, std::uint64_t end = UINT64_MAX);

  // Whether more is wanted.
  bool feed(std::string_view block);
  bool finish();
  SourceKind kind() const { return kind_; }

 private:
  SourceKind decide(bool is_all) const;
  bool begin(SourceKind kind);
  bool pass_on(std::string_view block);
  bool take_line(SourceLine line);

  std::string name_;
  std::function<bool(SourceItem)> take_;
  std::function<bool(std::string_view)> take_partial_line_;
  std::string begun_;  // until it is decided; of one file all of it
  SourceKind kind_ = SourceKind::undecided;
  LineSplitter lines_;
  bool is_too_large_ = false;
};

// "all.ndjson, byte 1024".
std::string place_of(std::string_view file, std::uint64_t at);

}  // namespace ftt::report
