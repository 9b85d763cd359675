// Any bytes as a file that a person opens: refused with a message, or a packet that comes back as it was written.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "expect.h"
#include "packet/packet.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ftt::Result<ftt::OpenedPacket> opened = ftt::read_packet(bytes);
  if (!opened) {
    FTT_EXPECT(!opened.error().message.empty());
    return 0;
  }
  // The first writing mends what it can; from then on reading and writing give the same bytes, and the same seal.
  const std::string written = ftt::write_packet(opened->packet, {});
  const ftt::Result<ftt::OpenedPacket> again = ftt::read_packet(written);
  FTT_EXPECT(again.has_value());
  FTT_EXPECT(ftt::write_packet(again->packet, {}) == written);
  FTT_EXPECT(ftt::content_seal(again->packet) == ftt::content_seal(opened->packet));
  return 0;
}
