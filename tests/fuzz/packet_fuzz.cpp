// Any bytes as a file that a person opens: refused with a message, or a packet that can be sealed.
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
  FTT_EXPECT(ftt::content_seal(opened->packet) == ftt::content_seal(opened->packet));
  return 0;
}
