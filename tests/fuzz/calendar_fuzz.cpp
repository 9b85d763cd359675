// The dates of any packet as a calendar file: lines of at most 75 octets that end in CRLF and cut no character, each
// event begun and ended once and known by a UID of its own (RFC 5545).
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "at_hand.h"
#include "base/text.h"
#include "packet/calendar.h"
#include "packet/packet.h"

namespace {

void expect_sound(std::string_view file) {
  std::size_t begun = 0;
  std::size_t ended = 0;
  std::set<std::string_view> uids;
  while (!file.empty()) {
    const std::size_t end = file.find("\r\n");
    FTT_EXPECT(end != std::string_view::npos);
    const std::string_view line = file.substr(0, end);
    FTT_EXPECT(line.size() <= 75);
    FTT_EXPECT(ftt::is_valid_utf8(line));
    for (const char c : line) FTT_EXPECT(c == '\t' || static_cast<unsigned char>(c) >= 0x20);
    if (line == "BEGIN:VEVENT") ++begun;
    if (line == "END:VEVENT") ++ended;
    FTT_EXPECT(ended <= begun && begun <= ended + 1);
    if (line.starts_with("UID:")) FTT_EXPECT(uids.insert(line).second);
    file.remove_prefix(end + 2);
  }
  FTT_EXPECT(begun == ended && uids.size() == begun);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ftt::Result<ftt::OpenedPacket> opened =
      ftt::read_packet(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!opened) return 0;
  const ftt::Packet& packet = opened->packet;
  const ftt::Assessment assessment =
      ftt::assess(ftt::fuzz::rates(), packet.answers, ftt::assessed_on(packet, ftt::fuzz::today));
  const ftt::Result<std::string> file =
      ftt::packet_calendar(packet, assessment.policy.deadlines, {ftt::fuzz::today, 9, 5, 0});
  if (file) {
    expect_sound(*file);
  } else {
    FTT_EXPECT(!file.error().message.empty());
  }
  return 0;
}
