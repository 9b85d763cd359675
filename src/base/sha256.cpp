// SHA-256 by the steps of FIPS 180-4, section 6.2.
#include "base/sha256.h"

#include <algorithm>

#include "base/sha256_steps.h"
#include "base/text.h"

namespace ftt {

void Sha256::take_block(const char* block) {
  std::array<std::uint32_t, 16> words;
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = sha256_detail::word_at(block + 4 * i);
  sha256_detail::take_words(state_, words);
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
  std::array<char, 8> size;
  for (std::size_t i = 0; i < size.size(); ++i) size[i] = static_cast<char>(total_bits >> (56 - 8 * i) & 0xFFU);
  update(std::string_view(size.data(), size.size()));
  return sha256_detail::digest_of(state_);
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes);
  return in_hex(hash.finish());
}

std::string in_hex(const Sha256::Digest& digest) {
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
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
