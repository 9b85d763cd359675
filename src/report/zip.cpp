// Local headers with their files, then the directory.
#include "report/zip.h"

#include <array>
#include <limits>
#include <utility>

#include "base/assert.h"

namespace ftt::report {
namespace {

constexpr std::array<std::uint32_t, 256> crc_table = [] {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1) : value >> 1;
    table[i] = value;
  }
  return table;
}();

constexpr std::uint16_t version_needed = 10;     // 1.0: stored files alone
constexpr std::uint16_t first_of_1980 = 0x0021;  // the date; the time is 0, midnight

void put16(std::string& out, std::uint16_t value) {
  out.push_back(static_cast<char>(value & 0xFFU));
  out.push_back(static_cast<char>(value >> 8));
}
void put32(std::string& out, std::uint32_t value) {
  put16(out, static_cast<std::uint16_t>(value & 0xFFFFU));
  put16(out, static_cast<std::uint16_t>(value >> 16));
}

std::uint32_t size_of(std::size_t bytes) {
  FTT_ASSERT(bytes <= Zip::most_bytes, "A ZIP archive does not hold that much.");
  return static_cast<std::uint32_t>(bytes);
}

// What the local header and the directory say alike.
void put_description(std::string& out, std::uint32_t crc, std::uint32_t size, std::size_t name_size) {
  put16(out, version_needed);
  put16(out, 0);  // flags
  put16(out, 0);  // stored
  put16(out, 0);  // time
  put16(out, first_of_1980);
  put32(out, crc);
  put32(out, size);
  put32(out, size);
  put16(out, static_cast<std::uint16_t>(name_size));
  put16(out, 0);  // no extra field
}

}  // namespace

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) crc = crc_table[(crc ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc >> 8);
  return crc ^ 0xFFFFFFFFU;
}

void Zip::add(std::string_view name, std::string_view bytes) {
  FTT_ASSERT(files_ < std::numeric_limits<std::uint16_t>::max(), "A ZIP archive does not hold that many files.");
  const std::uint32_t crc = crc32(bytes);
  const std::uint32_t size = size_of(bytes.size());
  const std::uint32_t offset = size_of(archive_.size());
  put32(archive_, 0x04034B50);
  put_description(archive_, crc, size, name.size());
  archive_ += name;
  archive_ += bytes;
  put32(directory_, 0x02014B50);
  put16(directory_, version_needed);
  put_description(directory_, crc, size, name.size());
  put16(directory_, 0);  // no comment
  put16(directory_, 0);  // on the first disk
  put16(directory_, 0);  // no attributes inside
  put32(directory_, 0);  // nor outside
  put32(directory_, offset);
  directory_ += name;
  files_ += 1;
}

std::string Zip::finish() {
  const std::uint32_t offset = size_of(archive_.size());
  const std::uint32_t size = size_of(directory_.size());
  archive_ += directory_;
  put32(archive_, 0x06054B50);
  put32(archive_, 0);  // this disk is the first
  put16(archive_, files_);
  put16(archive_, files_);
  put32(archive_, size);
  put32(archive_, offset);
  put16(archive_, 0);  // no comment
  return std::move(archive_);
}

}  // namespace ftt::report
