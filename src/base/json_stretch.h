// How far a JSON string goes on before a byte that has to be looked at (RFC 8259, section 7), eight bytes at a time:
// reading and writing packets does little else.
//
// Does not: say what is to be done with that byte (json_events.cpp, json_writer.cpp).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ftt {

namespace stretch_detail {

constexpr std::uint64_t in_each_byte(std::uint64_t byte) {
  return byte * 0x0101'0101'0101'0101U;
}
constexpr std::uint64_t high_bits = in_each_byte(0x80);

inline std::uint64_t bytes_at(const char* eight) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, eight, sizeof bytes);
  return bytes;
}

// The high bit of each control character, quote and backslash: of each byte that becomes less than zero where as much
// is taken from it. A byte that borrows may have those above it marked as well, never one below: the lowest mark is
// right.
constexpr std::uint64_t mark_escaped(std::uint64_t bytes) {
  const std::uint64_t control = bytes - in_each_byte(0x20);
  const std::uint64_t quote = (bytes ^ in_each_byte('"')) - in_each_byte(1);
  const std::uint64_t backslash = (bytes ^ in_each_byte('\\')) - in_each_byte(1);
  return (control | quote | backslash) & ~bytes & high_bits;
}

}  // namespace stretch_detail

// What ends a stretch: what a string must not have as it is, or that and all beyond ASCII.
enum class StretchOf : std::uint8_t { unescaped, unescaped_ascii };

// Where the stretch ends that begins there; the size where nothing ends it.
template <StretchOf of>
std::size_t end_of_stretch(std::string_view text, std::size_t at) {
  using namespace stretch_detail;
  constexpr std::size_t eight = 8;
  const auto is_end = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || c == '"' || c == '\\' || (of == StretchOf::unescaped_ascii && byte >= 0x80);
  };
  const auto marks_in = [](std::uint64_t bytes) {
    return mark_escaped(bytes) | (of == StretchOf::unescaped_ascii ? bytes & high_bits : 0);
  };
  if constexpr (std::endian::native == std::endian::little) {
    const auto first_of = [](std::uint64_t marks) { return static_cast<std::size_t>(std::countr_zero(marks)) / 8; };
    for (; at + eight <= text.size(); at += eight) {
      if (const std::uint64_t marks = marks_in(bytes_at(text.data() + at)); marks != 0) return at + first_of(marks);
    }
    if (at < text.size() && text.size() >= eight) {
      // The last eight without those that were passed; the zeros that come in behind them end it at the latest.
      const std::uint64_t last = bytes_at(text.data() + text.size() - eight);
      return at + first_of(marks_in(last >> (8 * (at + eight - text.size()))));
    }
  }
  while (at < text.size() && !is_end(text[at])) ++at;
  return at;
}

}  // namespace ftt
