// What the tests of the canvas share: reading files, and a canvas that is ready to draw.
//
// Does not test anything.
#pragma once

#include <cstdio>
#include <string>

#include "canvas/canvas.h"

namespace ftt {

inline std::string read_bytes(const std::string& path) {
  std::string bytes;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return bytes;
  char piece[65536];
  for (std::size_t size; (size = std::fread(piece, 1, sizeof piece, file)) > 0;) bytes.append(piece, size);
  std::fclose(file);
  return bytes;
}

}  // namespace ftt
