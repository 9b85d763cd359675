// The built rates and files on the disk, for tests.
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

#include "base/text.h"
#include "rates/rates.h"

namespace ftt::test {

inline std::string read_file(const std::string& path) {
  std::string bytes;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  REQUIRE_MESSAGE(file != nullptr, path);
  char block[1 << 16];
  for (std::size_t count = 0; (count = std::fread(block, 1, sizeof block, file)) != 0;) bytes.append(block, count);
  std::fclose(file);
  return bytes;
}

inline void write_file(const std::string& path, const std::string& bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  REQUIRE_MESSAGE(file != nullptr, path);
  CHECK(std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size());
  std::fclose(file);
}

// The parts current and history, loaded once.
inline const Rates& rates_at_hand() {
  static const Rates rates = [] {
    Result<Rates> loaded = Rates::load(read_file(FTT_RATES_DIR "/current.rates"));
    REQUIRE(loaded.has_value());
    REQUIRE(loaded->add_part(read_file(FTT_RATES_DIR "/history.rates")).has_value());
    return std::move(loaded).value();
  }();
  return rates;
}

}  // namespace ftt::test
