// SHA-256 (FIPS 180-4): the digest of rate packs and of a packet's content.
//
// Does not: prove who signed anything.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256_steps.h"

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

  std::array<std::uint32_t, 8> state_ = sha256_detail::first_state;
  std::array<char, 64> pending_{};
  std::size_t pending_size_ = 0;
  std::uint64_t total_bytes_ = 0;
};

// In 64 lower-case hexadecimal digits.
std::string in_hex(const Sha256::Digest& digest);
// The digest in these digits.
std::string sha256_hex(std::string_view bytes);
// The same of each of the texts. They are taken side by side, which costs a fraction of one after another.
std::vector<std::string> sha256_hex_of_each(std::span<const std::string> texts);
// Whether there is nothing in the text but such digits.
bool are_hex_digits(std::string_view text);
// Whether the text is such a digest.
bool is_sha256_hex(std::string_view text);

}  // namespace ftt
