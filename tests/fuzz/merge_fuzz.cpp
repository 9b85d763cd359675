// Any two files, parted by the byte 1E, as two copies of a packet: refused with the place, or merged; whichever is named
// first the same comes out, a copy with itself is itself, and the questions, answered, leave none open.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "at_hand.h"
#include "packet/merge_copies.h"
#include "packet/recorded_case.h"

namespace {

using ftt::MergeAnswer;
using ftt::MergedCopies;
using ftt::Packet;
using ftt::Result;

Result<MergedCopies> merged(const Packet& a, const Packet& b, const std::vector<MergeAnswer>& answers) {
  ftt::NewEntry entry;
  entry.says.on = ftt::fuzz::today;
  entry.says.by.name = "Kim Roe";
  entry.nonce = "0123456789abcdef0123456789abcdef";
  Result<MergedCopies> both = ftt::merge_copies(ftt::fuzz::rates(), a, b, entry, answers, ftt::fuzz::today);
  if (!both) FTT_EXPECT(!both.error().message.empty());
  return both;
}

std::string bytes(const Packet& packet) {
  return ftt::write_packet(packet, ftt::assess(ftt::fuzz::rates(), packet, ftt::assessed_on(packet, ftt::fuzz::today)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view both(reinterpret_cast<const char*>(data), size);
  const std::size_t place = both.find('\x1e');
  const Result<ftt::OpenedPacket> one = ftt::read_packet(both.substr(0, place));
  const Result<ftt::OpenedPacket> other =
      ftt::read_packet(place == std::string_view::npos ? both : both.substr(place + 1));
  if (!one || !other) return 0;
  const Packet& a = one->packet;
  const Packet& b = other->packet;
  if (const Result<MergedCopies> itself = merged(a, a, {})) {
    FTT_EXPECT(itself->packet.has_value());
    FTT_EXPECT(bytes(*itself->packet) == bytes(a));
  }
  const Result<MergedCopies> there = merged(a, b, {});
  const Result<MergedCopies> back = merged(b, a, {});
  FTT_EXPECT(there.has_value() == back.has_value());
  if (!there) return 0;
  FTT_EXPECT(there->conflicts.size() == back->conflicts.size());
  std::vector<MergeAnswer> answers;
  for (const ftt::MergeConflict& conflict : there->conflicts) {
    FTT_EXPECT(!conflict.label.empty());
    answers.push_back({conflict.at, ftt::TakenFrom::value, conflict.a});
  }
  const Result<MergedCopies> answered = merged(a, b, answers);
  const Result<MergedCopies> turned = merged(b, a, answers);
  FTT_EXPECT(answered.has_value() == turned.has_value());
  if (!answered) return 0;
  FTT_EXPECT(answered->packet.has_value());
  FTT_EXPECT(bytes(*answered->packet) == bytes(*turned->packet));
  return 0;
}
