// SHA-256 by the steps of FIPS 180-4, section 6.2.
#include "base/sha256.h"

#include <algorithm>

#include "base/text.h"

namespace ftt {

namespace {

// Section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr std::uint32_t rotated(std::uint32_t word, int bits) {
  return (word >> bits) | (word << (32 - bits));
}

// Section 6.2.2, step 3, of one round: of the eight words two become others.
constexpr void take_round(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t& d, std::uint32_t e,
                          std::uint32_t f, std::uint32_t g, std::uint32_t& h, std::uint32_t added) {
  h += (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + (g ^ (e & (f ^ g))) + added;
  d += h;
  h += (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) | (c & (a | b)));
}

}  // namespace

void Sha256::take_block(const char* block) {
  std::array<std::uint32_t, 64> schedule;
  for (std::size_t i = 0; i < 16; ++i) {
    const auto byte = [&](std::size_t at) { return std::uint32_t{static_cast<std::uint8_t>(block[4 * i + at])}; };
    schedule[i] = byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
  }
  for (std::size_t i = 16; i < 64; ++i) {
    const std::uint32_t early = schedule[i - 15];
    const std::uint32_t late = schedule[i - 2];
    schedule[i] = schedule[i - 16] + (rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)) + schedule[i - 7] +
                  (rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10));
  }
  auto [a, b, c, d, e, f, g, h] = state_;
  // The eight words do not move on after a round: their names do, and after eight rounds all are where they were.
  for (std::size_t i = 0; i < 64; i += 8) {
    const std::uint32_t* const words = schedule.data() + i;
    const std::uint32_t* const constants = round_constants.data() + i;
    take_round(a, b, c, d, e, f, g, h, words[0] + constants[0]);
    take_round(h, a, b, c, d, e, f, g, words[1] + constants[1]);
    take_round(g, h, a, b, c, d, e, f, words[2] + constants[2]);
    take_round(f, g, h, a, b, c, d, e, words[3] + constants[3]);
    take_round(e, f, g, h, a, b, c, d, words[4] + constants[4]);
    take_round(d, e, f, g, h, a, b, c, words[5] + constants[5]);
    take_round(c, d, e, f, g, h, a, b, words[6] + constants[6]);
    take_round(b, c, d, e, f, g, h, a, words[7] + constants[7]);
  }
  const std::array<std::uint32_t, 8> added = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state_[i] += added[i];
}

void Sha256::update(std::string_view bytes) {
  total_bytes_ += bytes.size();
  while (!bytes.empty()) {
    if (pending_size_ == 0 && bytes.size() >= pending_.size()) {
      take_block(bytes.data());
      bytes.remove_prefix(pending_.size());
      continue;
    }
    const std::size_t taken = bytes.copy(pending_.data() + pending_size_, pending_.size() - pending_size_);
    bytes.remove_prefix(taken);
    pending_size_ += taken;
    if (pending_size_ == pending_.size()) {
      take_block(pending_.data());
      pending_size_ = 0;
    }
  }
}

Sha256::Digest Sha256::finish() {
  const std::uint64_t total_bits = total_bytes_ * 8;
  // One bit, and zeros until eight bytes are left of a block.
  constexpr std::array<char, 64> padding = {'\x80'};
  update(std::string_view(padding.data(), (pending_size_ < 56 ? 56 : 120) - pending_size_));
  for (int shift = 56; shift >= 0; shift -= 8) {
    const char byte = static_cast<char>(static_cast<std::uint8_t>(total_bits >> shift));
    update(std::string_view(&byte, 1));
  }
  Digest digest;
  for (std::size_t i = 0; i < digest.size(); ++i) {
    digest[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)));
  }
  return digest;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes);
  std::string hex;
  hex.reserve(64);
  for (const std::uint8_t byte : hash.finish()) {
    hex.push_back("0123456789abcdef"[byte >> 4]);
    hex.push_back("0123456789abcdef"[byte & 15]);
  }
  return hex;
}

bool are_hex_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

bool is_sha256_hex(std::string_view text) {
  return text.size() == 64 && are_hex_digits(text);
}

}  // namespace ftt
