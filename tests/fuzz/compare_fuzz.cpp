// Any two files, parted by the byte 1E, as an old and a new packet: refused with the place, or compared, so that a
// packet is like itself and both directions find as many changes.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "at_hand.h"
#include "base/json_writer.h"
#include "packet/compare.h"

namespace {

ftt::Result<ftt::Comparison> compared(std::string_view old_bytes, std::string_view new_bytes) {
  ftt::Result<ftt::Comparison> comparison =
      ftt::compare_files(ftt::fuzz::rates(), old_bytes, new_bytes, ftt::fuzz::today);
  if (!comparison) {
    FTT_EXPECT(!comparison.error().message.empty());
    FTT_EXPECT(comparison.error().where.starts_with("old") || comparison.error().where.starts_with("new"));
  }
  return comparison;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view both(reinterpret_cast<const char*>(data), size);
  const std::size_t place = both.find('\x1e');
  const std::string_view one = both.substr(0, place);
  const std::string_view other = place == std::string_view::npos ? one : both.substr(place + 1);
  const ftt::Result<ftt::Comparison> itself = compared(one, one);
  if (!itself) return 0;
  FTT_EXPECT(ftt::are_alike(*itself));
  const ftt::Result<ftt::Comparison> there = compared(one, other);
  if (!there) return 0;
  const ftt::Result<ftt::Comparison> back = compared(other, one);
  FTT_EXPECT(back.has_value());
  FTT_EXPECT(there->changes.size() == back->changes.size());
  for (const ftt::PacketChange& change : there->changes) FTT_EXPECT(!change.label.empty());
  FTT_EXPECT(!ftt::comparison_text(*there).empty());
  (void)ftt::write_json(ftt::comparison_json(*there));
  return 0;
}
