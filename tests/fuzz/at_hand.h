// What the fuzzers of the packet's doors have at hand: the built rates, and a day.
#pragma once

#include <cstdio>
#include <string>
#include <utility>

#include "expect.h"
#include "rates/rates.h"

namespace ftt::fuzz {

inline constexpr Date today = calendar_date(2026, 11, 23);

inline std::string rates_part(const char* name) {
  std::FILE* file = std::fopen((std::string(FTT_RATES_DIR "/") + name + ".rates").c_str(), "rb");
  FTT_EXPECT(file != nullptr);
  std::string bytes;
  char block[1 << 16];
  for (std::size_t count = 0; (count = std::fread(block, 1, sizeof block, file)) != 0;) bytes.append(block, count);
  std::fclose(file);
  return bytes;
}

// All parts, loaded once.
inline const Rates& rates() {
  static const Rates all = [] {
    Result<Rates> loaded = Rates::load(rates_part("current"));
    FTT_EXPECT(loaded.has_value());
    FTT_EXPECT(loaded->add_part(rates_part("history")).has_value());
    FTT_EXPECT(loaded->add_part(rates_part("zip")).has_value());
    return std::move(loaded).value();
  }();
  return all;
}

}  // namespace ftt::fuzz
