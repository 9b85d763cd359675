// A ZIP archive of files that are stored as they are, as XLSX wants it (PKWARE APPNOTE 6.3): the same files give the
// same bytes, for every date in it is January 1, 1980.
//
// Does not: compress, encrypt, or hold 4 GiB or 65,535 files (no ZIP64).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ftt::report {

// CRC-32 as ZIP has it (ISO 3309).
std::uint32_t crc32(std::string_view bytes);

class Zip {
 public:
  static constexpr std::uint32_t most_bytes = UINT32_MAX;

  // Precondition: the name is ASCII and none that was added; the whole stays within the limits above.
  void add(std::string_view name, std::string_view bytes);
  // The archive. Nothing may be added after it.
  std::string finish();

 private:
  std::string archive_;
  std::string directory_;
  std::uint16_t files_ = 0;
};

}  // namespace ftt::report
