// The steps of FIPS 180-4, section 6.2.2, on words of 32 bits, or on as many such words side by side.
//
// Does not: know where a text ends (sha256.cpp), or how many are taken together (sha256_lanes.cpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace ftt::sha256_detail {

// Section 5.3.3.
inline constexpr std::array<std::uint32_t, 8> first_state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                                             0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

// Section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
inline constexpr std::array<std::uint32_t, 64> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

inline std::uint32_t word_at(const char* bytes) {
  const auto byte = [&](std::size_t at) { return std::uint32_t{static_cast<std::uint8_t>(bytes[at])}; };
  return byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
}

// Whatever the words are, these steps are to be compiled for the processor of whoever takes them.
#define FTT_TAKEN_IN [[gnu::always_inline]] inline

// Step 3, of one round: of the eight words two become others.
template <class Word>
FTT_TAKEN_IN void take_round(const Word& a, const Word& b, const Word& c, Word& d, const Word& e, const Word& f,
                             const Word& g, Word& h, const Word& word, std::uint32_t constant) {
  h += ((e >> 6 | e << 26) ^ (e >> 11 | e << 21) ^ (e >> 25 | e << 7)) + (g ^ (e & (f ^ g))) + word + constant;
  d += h;
  h += ((a >> 2 | a << 30) ^ (a >> 13 | a << 19) ^ (a >> 22 | a << 10)) + ((a & b) | (c & (a | b)));
}

// Step 1, of the next 16 words of the schedule out of the last.
template <class Word>
FTT_TAKEN_IN void go_on(std::array<Word, 16>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word early = words[(i + 1) % 16];
    const Word late = words[(i + 14) % 16];
    words[i] += ((early >> 7 | early << 25) ^ (early >> 18 | early << 14) ^ (early >> 3)) + words[(i + 9) % 16] +
                ((late >> 17 | late << 15) ^ (late >> 19 | late << 13) ^ (late >> 10));
  }
}

// Takes a block of 16 words into the state. The schedule is left in its place.
template <class Word>
FTT_TAKEN_IN void take_words(std::array<Word, 8>& state, std::array<Word, 16>& words) {
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t first = 0; first < round_constants.size(); first += words.size()) {
    if (first > 0) go_on(words);
    // The eight words do not move on after a round: their names do, and after eight rounds all are where they were.
    for (std::size_t i = 0; i < words.size(); i += 8) {
      const Word* const word = words.data() + i;
      const std::uint32_t* const constant = round_constants.data() + first + i;
      take_round(a, b, c, d, e, f, g, h, word[0], constant[0]);
      take_round(h, a, b, c, d, e, f, g, word[1], constant[1]);
      take_round(g, h, a, b, c, d, e, f, word[2], constant[2]);
      take_round(f, g, h, a, b, c, d, e, word[3], constant[3]);
      take_round(e, f, g, h, a, b, c, d, word[4], constant[4]);
      take_round(d, e, f, g, h, a, b, c, word[5], constant[5]);
      take_round(c, d, e, f, g, h, a, b, word[6], constant[6]);
      take_round(b, c, d, e, f, g, h, a, word[7], constant[7]);
    }
  }
  const std::array<Word, 8> added = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < state.size(); ++i) state[i] += added[i];
}

#undef FTT_TAKEN_IN

inline std::array<std::uint8_t, 32> digest_of(const std::array<std::uint32_t, 8>& state) {
  std::array<std::uint8_t, 32> digest;
  for (std::size_t i = 0; i < digest.size(); ++i) {
    digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
  }
  return digest;
}

}  // namespace ftt::sha256_detail
