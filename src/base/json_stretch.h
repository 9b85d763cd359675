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

// The high bit of each byte that is less than the bound, which is at most 0x80. A byte that borrows may have those
// above it marked as well, never one below: the lowest mark is right.
constexpr std::uint64_t mark_less(std::uint64_t bytes, std::uint64_t bound) {
  return (bytes - in_each_byte(bound)) & ~bytes & high_bits;
}
// The same of each control character, quote and backslash.
constexpr std::uint64_t mark_escaped(std::uint64_t bytes) {
  return mark_less(bytes, 0x20) | mark_less(bytes ^ in_each_byte('"'), 1) | mark_less(bytes ^ in_each_byte('\\'), 1);
}

}  // namespace stretch_detail

// What ends a stretch: what a string must not have as it is, or that and all beyond ASCII.
enum class StretchOf : std::uint8_t { unescaped, unescaped_ascii };

// Where the stretch ends that begins there; the size where nothing ends it.
template <StretchOf of>
std::size_t end_of_stretch(std::string_view text, std::size_t at) {
  using namespace stretch_detail;
  constexpr std::uint64_t beyond = of == StretchOf::unescaped_ascii ? high_bits : 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const std::uint64_t marks = mark_escaped(bytes) | (bytes & beyond);
    if (marks == 0) continue;
    if constexpr (std::endian::native == std::endian::little) {
      return at + static_cast<std::size_t>(std::countr_zero(marks)) / 8;
    }
    break;
  }
  const auto is_within = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && c != '"' && c != '\\' && (of == StretchOf::unescaped || byte < 0x80);
  };
  while (at < text.size() && is_within(text[at])) ++at;
  return at;
}

}  // namespace ftt
