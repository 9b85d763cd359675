// Any packet as the print document: a page without scripts that opens again as the packet that it shows, with names and
// without.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "at_hand.h"
#include "packet/packet.h"
#include "packet/saved_page.h"
#include "print/print_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ftt::Result<ftt::OpenedPacket> opened =
      ftt::read_packet(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!opened) return 0;
  const ftt::Packet& packet = opened->packet;
  const ftt::PrintBasis basis{ftt::fuzz::rates(), ftt::assessed_on(packet, ftt::fuzz::today)};
  const std::string page = ftt::print_document(packet, basis);
  FTT_EXPECT(page.find("<script") == std::string::npos);
  const ftt::Result<std::string> inside = ftt::extract_packet(page);
  FTT_EXPECT(inside.has_value());
  FTT_EXPECT(*inside == ftt::write_packet(packet, ftt::assess(basis.rates, packet.answers, basis.day)));
  ftt::PrintSettings redacted;
  redacted.names = ftt::Names::left_out;
  const std::string copy = ftt::print_document(packet, basis, redacted);
  FTT_EXPECT(copy.find("<script") == std::string::npos);
  const ftt::Result<ftt::OpenedPacket> reopened = ftt::read_packet(copy);
  FTT_EXPECT(reopened.has_value());
  FTT_EXPECT(reopened->packet.is_redacted);
  return 0;
}
