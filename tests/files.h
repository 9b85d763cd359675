// Files on the disk, read and written whole by tests. Whoever cannot have one fails.
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

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

}  // namespace ftt::test
