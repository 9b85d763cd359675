// SHA-256 of several texts side by side: each step is taken for a block of each, a lane for a text. A lane that has
// come to the end of its text takes the next one. See sha256.h.
#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "base/sha256.h"
#include "base/sha256_steps.h"

namespace ftt {

// Where there are no registers of several words, lanes would be slower than one text after another.
#if defined(__SSE2__) || defined(__ARM_NEON)
#define FTT_HAS_LANES
#endif

#ifdef FTT_HAS_LANES
namespace {

// A word of each lane.
template <std::size_t lanes>
struct Words {
  typedef std::uint32_t Type __attribute__((vector_size(lanes * sizeof(std::uint32_t))));
};
template <std::size_t lanes>
using State = std::array<typename Words<lanes>::Type, 8>;
template <std::size_t lanes>
using Blocks = std::array<const char*, lanes>;

template <std::size_t lanes>
[[gnu::always_inline]] inline void take_blocks(State<lanes>& state, const Blocks<lanes>& blocks) {
  std::array<typename Words<lanes>::Type, 16> words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t lane = 0; lane < lanes; ++lane) words[i][lane] = sha256_detail::word_at(blocks[lane] + 4 * i);
  }
  sha256_detail::take_words(state, words);
}

void take_four(State<4>& state, const Blocks<4>& blocks) {
  take_blocks<4>(state, blocks);
}

#ifdef __x86_64__
[[gnu::target("avx2")]] void take_eight(State<8>& state, const Blocks<8>& blocks) {
  take_blocks<8>(state, blocks);
}
#endif

// The blocks of a text, one after another, with the padding of section 5.1.1 behind it.
class PaddedText {
 public:
  PaddedText(std::string_view text, std::size_t number)
      : number_(number), whole_(text.substr(0, text.size() - text.size() % block)) {
    const std::size_t rest = text.size() % block;
    std::copy_n(text.end() - static_cast<std::ptrdiff_t>(rest), rest, end_.begin());
    end_[rest] = '\x80';
    end_size_ = rest < block - 8 ? block : 2 * block;
    const std::uint64_t bits = std::uint64_t{text.size()} * 8;
    for (std::size_t i = 0; i < 8; ++i) end_[end_size_ - 1 - i] = static_cast<char>(bits >> (8 * i) & 0xFFU);
  }

  std::size_t number() const { return number_; }
  bool is_done() const { return at_ == whole_.size() + end_size_; }
  const char* next_block() {
    const std::size_t at = std::exchange(at_, at_ + block);
    return at < whole_.size() ? whole_.data() + at : end_.data() + (at - whole_.size());
  }

 private:
  static constexpr std::size_t block = 64;
  std::size_t number_;  // which of the texts it is
  std::string_view whole_;
  std::array<char, 2 * block> end_{};
  std::size_t end_size_ = 0;
  std::size_t at_ = 0;
};

// The longest ones first, so that the last ones to end are short.
std::vector<std::size_t> from_longest(std::span<const std::string> texts) {
  std::vector<std::size_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return texts[a].size() > texts[b].size(); });
  return order;
}

template <std::size_t lanes>
std::vector<std::string> hash_each(std::span<const std::string> texts,
                                   void (*take)(State<lanes>&, const Blocks<lanes>&)) {
  static constexpr std::array<char, 64> nothing{};
  std::vector<std::string> digests(texts.size());
  const std::vector<std::size_t> order = from_longest(texts);
  std::array<std::optional<PaddedText>, lanes> in_lanes;
  State<lanes> state{};
  Blocks<lanes> blocks;
  std::size_t begun = 0;
  for (bool is_any = true; is_any;) {
    is_any = false;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      std::optional<PaddedText>& text = in_lanes[lane];
      if (text && text->is_done()) {
        std::array<std::uint32_t, 8> words;
        for (std::size_t i = 0; i < words.size(); ++i) words[i] = state[i][lane];
        digests[text->number()] = in_hex(sha256_detail::digest_of(words));
        text.reset();
      }
      if (!text && begun < order.size()) {
        text.emplace(texts[order[begun]], order[begun]);
        for (std::size_t i = 0; i < state.size(); ++i) state[i][lane] = sha256_detail::first_state[i];
        ++begun;
      }
      blocks[lane] = text ? text->next_block() : nothing.data();
      is_any = is_any || text;
    }
    if (is_any) take(state, blocks);
  }
  return digests;
}

}  // namespace
#endif

std::vector<std::string> sha256_hex_of_each(std::span<const std::string> texts) {
#ifdef FTT_HAS_LANES
  constexpr std::size_t few = 3;  // fewer take no longer one after another
  if (texts.size() >= few) {
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2")) return hash_each<8>(texts, take_eight);
#endif
    return hash_each<4>(texts, take_four);
  }
#endif
  std::vector<std::string> digests;
  for (const std::string& text : texts) digests.push_back(sha256_hex(text));
  return digests;
}

#undef FTT_HAS_LANES

}  // namespace ftt
