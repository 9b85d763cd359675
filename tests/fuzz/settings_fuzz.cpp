// Any bytes as the agency's configuration, as the settings of a print, and as what the page tells of itself: refused
// with a message, or taken, so that a packet is worked out and printed by them.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "at_hand.h"
#include "base/json_writer.h"
#include "packet/evaluation.h"
#include "print/print_document.h"
#include "print/print_settings.h"
#include "rules/settings.h"
#include "wizard/state/surroundings.h"

namespace {

constexpr std::string_view packet =
    R"({"format": "telework-packet/1", "prepared_on": "2026-05-05", "clock": {"requested_on": "2026-06-15"}})";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ftt::ReadSettings read = ftt::read_settings(text);
  for (const ftt::Error& error : read.refused) FTT_EXPECT(!error.message.empty());
  FTT_EXPECT(!read.is_refused_whole || (read.refused.size() == 1 && read.members.as_object()->empty()));
  // What holds is good by itself, and a packet is worked out by it.
  const ftt::Result<ftt::AgencySettings> agency = ftt::exact_settings(ftt::write_json(read.members));
  FTT_EXPECT(agency.has_value());
  (void)ftt::write_json(
      ftt::evaluate(ftt::fuzz::rates(), packet, ftt::fuzz::today, agency->calc(), agency->policy).json);
  const ftt::Result<ftt::PrintSettings> print = ftt::read_print_settings(text);
  if (print) {
    const ftt::Result<ftt::OpenedPacket> opened = ftt::read_packet(packet);
    FTT_EXPECT(opened.has_value());
    const ftt::PrintBasis basis{ftt::fuzz::rates(), ftt::assessed_on(opened->packet, ftt::fuzz::today)};
    FTT_EXPECT(ftt::read_packet(ftt::print_document(opened->packet, basis, *print)).has_value());
  } else {
    FTT_EXPECT(!print.error().message.empty());
  }
  const ftt::Result<ftt::PageSurroundings> surroundings = ftt::read_surroundings(text);
  if (!surroundings) FTT_EXPECT(!surroundings.error().message.empty());
  return 0;
}
