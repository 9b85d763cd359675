// The chain of any packet: it is read, judged and walked back without a crash; only sound entries stand; written and
// read again it is the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "at_hand.h"
#include "base/work_calendar.h"
#include "packet/chain_changes.h"
#include "packet/packet.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ftt::Result<ftt::OpenedPacket> opened =
      ftt::read_packet(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!opened) return 0;
  const ftt::Packet& packet = opened->packet;
  const ftt::ReadChain chain = ftt::read_chain(packet);
  FTT_EXPECT(chain.entries.size() == chain.marks.size());
  const ftt::WorkCalendar calendar;
  const ftt::RuleContext context{ftt::edition_of(packet), ftt::fuzz::today, calendar};
  const ftt::ChainStanding standing = ftt::find_standing(chain, packet, context);
  for (const ftt::StepStanding& step : standing.steps) {
    if (step.stands()) FTT_EXPECT(chain.entries[*step.given].is_sound);
  }
  const ftt::ChainStatus status = ftt::find_chain_status(packet.answers, chain.entries, standing, context);
  FTT_EXPECT(status.is_recorded || !standing.submitted);
  for (std::size_t i = 0; i < chain.entries.size() && i < 20; ++i) ftt::changes_since(chain, packet, i);
  const ftt::Result<ftt::OpenedPacket> again = ftt::read_packet(ftt::write_packet(packet, {}));
  FTT_EXPECT(!again || again->packet.chain == packet.chain);
  return 0;
}
