// SHA-256 (FIPS 180-4): the digest of rate packs and of a packet's content.
//
// Does not: prove who signed anything.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ftt {

class Sha256 {
 public:
  using Digest = std::array<std::uint8_t, 32>;

  // Takes in more bytes.
  void update(std::string_view bytes);
  // The digest of all bytes taken in. Nothing may be taken in after it.
  Digest finish();

 private:
  // Of 64 bytes.
  void take_block(const char* block);

  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<char, 64> pending_{};
  std::size_t pending_size_ = 0;
  std::uint64_t total_bytes_ = 0;
};

// The digest in 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);
// Whether there is nothing in the text but such digits.
bool are_hex_digits(std::string_view text);
// Whether the text is such a digest.
bool is_sha256_hex(std::string_view text);

}  // namespace ftt
