// Telling what a file is, and taking it apart. See packet_source.h.
#include "report/packet_source.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/json_events.h"
#include "base/text.h"

namespace ftt::report {
namespace {

// A packet that is written over several lines has none among its first ones that is an object by itself.
constexpr std::size_t lines_that_tell = 3;

bool is_whole_object(std::string_view line) {
  if (!trim(line).starts_with('{')) return false;
  JsonEvents events(line);
  while (true) {
    const JsonEvent event = events.next();
    if (event == JsonEvent::end) return true;
    if (event == JsonEvent::wrong) return false;
  }
}

Result<std::uint64_t> offset_of(std::string_view text, std::string_view whole) {
  std::uint64_t offset = 0;
  const std::from_chars_result read = std::from_chars(text.data(), text.data() + text.size(), offset);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) {
    return Error{ErrorCode::malformed, "",
                 concat(in_quotes(whole), " is no range of bytes; write one as 0:65536, or 65536: to the end.")};
  }
  return offset;
}

}  // namespace

Result<ByteRange> parse_byte_range(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return FTT_TRY(offset_of("", text)), ByteRange{};
  ByteRange range;
  range.begin = FTT_TRY(offset_of(text.substr(0, colon), text));
  if (colon + 1 < text.size()) range.end = FTT_TRY(offset_of(text.substr(colon + 1), text));
  if (range.end < range.begin) {
    return Error{ErrorCode::out_of_range, "", concat(in_quotes(text), " ends before it begins; turn it around.")};
  }
  return range;
}

std::string place_of(std::string_view file, std::uint64_t at) {
  return concat(file, ", byte ", at);
}

SeenLeftOut too_long(const SourceItem& item) {
  return {item.place,
          {LeftOutKind::unreadable,
           concat("It has more than ", with_thousands_commas(static_cast<long long>(largest_packet)),
                  " bytes; a packet has at most so many.")}};
}

// ---- Lines ----

LineSplitter::LineSplitter(ByteRange range, std::size_t longest)
    : range_(range),
      longest_(longest),
      at_(range.begin == 0 ? 0 : range.begin - 1),
      line_{at_, {}, false},
      is_within_(range.begin == 0),
      is_done_(range.begin == range.end) {}

bool LineSplitter::feed(std::string_view block, const std::function<bool(SourceLine)>& take) {
  while (!block.empty() && !is_done_) {
    const std::size_t end = std::min(block.find('\n'), block.size());
    if (is_within_) {
      line_.is_too_long = line_.is_too_long || line_.text.size() + end > longest_;
      if (line_.is_too_long) {
        line_.text = std::string();
      } else {
        line_.text += block.substr(0, end);
      }
    }
    const bool has_ended = end < block.size();
    block.remove_prefix(end + (has_ended ? 1 : 0));
    at_ += end + (has_ended ? 1 : 0);
    if (has_ended && !end_line(take)) return false;
  }
  return !is_done_;
}

bool LineSplitter::end_line(const std::function<bool(SourceLine)>& take) {
  const bool is_one = is_within_ && (line_.is_too_long || !trim(line_.text).empty());
  SourceLine ended = std::move(line_);
  line_ = SourceLine{at_, {}, false};
  is_within_ = true;
  if (is_one && !take(std::move(ended))) is_done_ = true;
  if (at_ >= range_.end) is_done_ = true;
  return !is_done_;
}

bool LineSplitter::finish(const std::function<bool(SourceLine)>& take) {
  return is_done_ || end_line(take);
}

// ---- Files ----

PacketSource::PacketSource(std::string name, std::function<bool(SourceItem)> take,
                           std::function<bool(std::string_view)> take_partial_line, std::uint64_t end)
    : name_(std::move(name)),
      take_(std::move(take)),
      take_partial_line_(std::move(take_partial_line)),
      lines_({0, end}) {}

// A page by its first letter; a partial by its first line; lines where one of the first is an object by itself, and
// where a first line is too long to be anything else.
SourceKind PacketSource::decide(bool is_all) const {
  std::string_view rest = begun_;
  if (trim(rest).starts_with('<')) return SourceKind::one_file;
  std::size_t seen = 0;
  while (!rest.empty() && seen < lines_that_tell) {
    const std::size_t end = rest.find('\n');
    const bool has_ended = end != std::string_view::npos;
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(has_ended ? end + 1 : rest.size());
    if (trim(line).empty()) continue;
    if (!has_ended && !is_all) return line.size() > largest_packet ? SourceKind::lines : SourceKind::undecided;
    if (seen == 0 && looks_like_a_partial(line)) return SourceKind::partial;
    if (is_whole_object(line)) return SourceKind::lines;
    ++seen;
  }
  return is_all || seen == lines_that_tell ? SourceKind::one_file : SourceKind::undecided;
}

bool PacketSource::take_line(SourceLine line) {
  if (kind_ == SourceKind::partial) return take_partial_line_(line.text);
  return take_({place_of(name_, line.at), std::move(line.text), Stands::as_line, line.is_too_long});
}

bool PacketSource::pass_on(std::string_view block) {
  if (kind_ == SourceKind::one_file) {
    is_too_large_ = is_too_large_ || begun_.size() + block.size() > max_page_bytes;
    if (is_too_large_) {
      begun_ = std::string();
    } else {
      begun_ += block;
    }
    return !is_too_large_;
  }
  return lines_.feed(block, [&](SourceLine line) { return take_line(std::move(line)); });
}

bool PacketSource::feed(std::string_view block) {
  if (kind_ != SourceKind::undecided) return pass_on(block);
  begun_ += block;
  return begin(decide(false));
}

bool PacketSource::begin(SourceKind kind) {
  kind_ = kind;
  if (kind_ == SourceKind::undecided) return true;
  if (kind_ == SourceKind::partial) lines_ = LineSplitter({}, longest_partial_line);
  const std::string begun = std::exchange(begun_, std::string());
  return pass_on(begun);
}

bool PacketSource::finish() {
  if (kind_ == SourceKind::undecided && !begin(decide(true)) && kind_ != SourceKind::one_file) return false;
  if (kind_ == SourceKind::one_file) {
    return take_({name_, std::exchange(begun_, std::string()), Stands::as_file, is_too_large_});
  }
  return lines_.finish([&](SourceLine line) { return take_line(std::move(line)); });
}

}  // namespace ftt::report
