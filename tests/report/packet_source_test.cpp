// The packet source: lines out of bytes, ranges that have each line once, and what a file is, told by its first bytes.
#include "report/packet_source.h"

#include <doctest/doctest.h>

#include <random>

#include "base/text.h"

namespace ftt::report {
namespace {

using Taken = std::vector<std::string>;

// The lines of a range as "offset text", fed in blocks of that size.
Taken lines_of(std::string_view file, ByteRange range, std::size_t block, std::size_t longest = largest_packet) {
  Taken taken;
  const auto take = [&](SourceLine line) {
    taken.push_back(concat(line.at, " ", line.is_too_long ? "(too long)" : line.text));
    return true;
  };
  LineSplitter lines(range, longest);
  const std::uint64_t begin = std::min<std::uint64_t>(lines.first(), file.size());
  std::string_view rest = file.substr(static_cast<std::size_t>(begin));
  while (!rest.empty()) {
    if (!lines.feed(rest.substr(0, block), take)) return taken;
    rest.remove_prefix(std::min(block, rest.size()));
  }
  lines.finish(take);
  return taken;
}

struct Sorted {
  Taken items;
  Taken partial;
  SourceKind kind = SourceKind::undecided;
};
Sorted sorted(std::string_view file, std::size_t block, std::uint64_t end = UINT64_MAX) {
  Sorted result;
  PacketSource source(
      "f",
      [&](SourceItem item) {
        result.items.push_back(concat(item.place, "|", item.is_too_long ? "(too long)" : item.bytes));
        return true;
      },
      [&](std::string_view line) {
        result.partial.emplace_back(line);
        return true;
      },
      end);
  bool wants_more = true;
  for (std::size_t i = 0; i < file.size() && wants_more; i += block) wants_more = source.feed(file.substr(i, block));
  source.finish();
  result.kind = source.kind();
  return result;
}

TEST_SUITE("report: packet source") {
  TEST_CASE("--bytes: wherever the edges fall, in a line, in a letter, in CRLF, ranges have each line once") {
    for (const std::string_view file : {"{\"a\":1}\r\n{\"b\":\"\u02bb\u00e9\"}\r\n\r\n{\"c\":3}", "{\"a\":1}\n",
                                        "\n\n{\"a\":1}\n\n", "", "\r\n", "{\"only\":\"no end\"}"}) {
      const Taken whole = lines_of(file, {}, 1 << 18);
      for (std::uint64_t first = 0; first <= file.size() + 1; ++first) {
        for (std::uint64_t second = first; second <= file.size() + 1; ++second) {
          Taken split;
          for (const ByteRange range : {ByteRange{0, first}, ByteRange{first, second}, ByteRange{second, UINT64_MAX}}) {
            for (std::string& line : lines_of(file, range, 3)) split.push_back(std::move(line));
          }
          CHECK(split == whole);
        }
      }
    }
  }

  TEST_CASE("of lines those that begin before the end of the range; of a file by itself, and of a partial, all") {
    constexpr std::string_view lines = "{\"a\":1}\n{\"b\":2}\n{\"c\":3}\n";
    const std::string heading = "{\"format\":\"telework-rollup/1\"}";
    const std::string partial = heading + "\n{\"lines\":\"0\"}\n";
    for (const std::size_t block : {std::size_t{1}, std::size_t{5}, std::size_t{100}}) {
      CHECK(sorted(lines, block, 1).items == Taken{"f, byte 0|{\"a\":1}"});
      CHECK(sorted(lines, block, 8).items == Taken{"f, byte 0|{\"a\":1}"});
      CHECK(sorted(lines, block, 9).items == Taken{"f, byte 0|{\"a\":1}", "f, byte 8|{\"b\":2}"});
      CHECK(sorted("{\n\"a\":\n1\n}\n", block, 1).items == Taken{"f|{\n\"a\":\n1\n}\n"});
      CHECK(sorted(partial, block, 1).partial == Taken{heading, "{\"lines\":\"0\"}"});
    }
  }

  TEST_CASE("a line belongs to the range of its first byte") {
    constexpr std::string_view file = "aaaa\nbbbb\ncccc\n";
    CHECK(lines_of(file, {0, 1}, 2) == Taken{"0 aaaa"});
    CHECK(lines_of(file, {1, 5}, 2) == Taken{});
    CHECK(lines_of(file, {1, 6}, 2) == Taken{"5 bbbb"});
    CHECK(lines_of(file, {5, 10}, 2) == Taken{"5 bbbb"});
    CHECK(lines_of(file, {10, 10}, 2) == Taken{});
    CHECK(lines_of(file, {100, 200}, 2) == Taken{});
  }

  TEST_CASE("one line of 50 MB costs itself alone, and is never held") {
    const std::string file = concat("one\n", std::string(50'000'000, 'x'), "\ntwo\n");
    CHECK(lines_of(file, {}, 1 << 18) == Taken{"0 one", "4 (too long)", "50000005 two"});
    CHECK(lines_of("ab\nabcd\nabc", {}, 1, 3) == Taken{"0 ab", "3 (too long)", "8 abc"});
  }

  TEST_CASE("what a file is shows in its first bytes, in blocks of any size") {
    for (const std::size_t block : {std::size_t{1}, std::size_t{7}, std::size_t{1} << 18}) {
      CHECK(sorted("{\n  \"format\": \"telework-packet/1\"\n}\n", block).items ==
            Taken{"f|{\n  \"format\": \"telework-packet/1\"\n}\n"});
      CHECK(sorted("{\"a\": 1}\n{\"b\": 2}", block).items == Taken{"f, byte 0|{\"a\": 1}", "f, byte 9|{\"b\": 2}"});
      CHECK(sorted("{\"a\": 1}", block).items == Taken{"f, byte 0|{\"a\": 1}"});
      CHECK(sorted("hello\n{\"b\": 2}\n", block).items == Taken{"f, byte 0|hello", "f, byte 6|{\"b\": 2}"});
      CHECK(sorted(" <!doctype html>\n<p>\n{\"a\": 1}\n", block).items ==
            Taken{"f| <!doctype html>\n<p>\n{\"a\": 1}\n"});
      CHECK(sorted("hello", block).items == Taken{"f|hello"});
      CHECK(sorted("", block).items == Taken{"f|"});
      const Sorted partial =
          sorted(concat(heading_line(FiscalYear(2027), calendar_date(2026, 11, 27)), end_line(0)), block);
      CHECK(partial.kind == SourceKind::partial);
      CHECK(partial.partial.size() == 2);
      CHECK(partial.items.empty());
    }
  }

  TEST_CASE("a first line that is too long for a packet is a line; a page that is too long is refused whole") {
    const Sorted lines = sorted(concat(std::string(9'000'000, 'x'), "\n{\"a\": 1}\n"), 1 << 18);
    CHECK(lines.items == Taken{"f, byte 0|(too long)", "f, byte 9000001|{\"a\": 1}"});
    const Sorted page = sorted(concat("<html>", std::string(max_page_bytes, 'x')), 1 << 18);
    CHECK(page.items == Taken{"f|(too long)"});
  }

  TEST_CASE("--bytes: what is no range says how one is written") {
    CHECK(parse_byte_range("0:10").value() == ByteRange{0, 10});
    CHECK(parse_byte_range("10:").value() == ByteRange{10, UINT64_MAX});
    for (const std::string_view wrong :
         {"", "10", ":", ":10", "a:b", "-1:3", "1:2:3", "1.5:2", "99999999999999999999:"}) {
      CHECK_MESSAGE(parse_byte_range(wrong).error().message ==
                        concat("\"", wrong, "\" is no range of bytes; write one as 0:65536, or 65536: to the end."),
                    wrong);
    }
    CHECK(parse_byte_range("9:3").error().message == "\"9:3\" ends before it begins; turn it around.");
  }
}

}  // namespace
}  // namespace ftt::report
