// Packets for tests of what stands between two of them: example A as it is, and changed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "form/texts.h"
#include "packet/packet.h"
#include "packet/rates_at_hand.h"
#include "packet/recorded_case.h"
#include "packet/review.h"

namespace ftt::test {

inline Packet packet_in(std::string_view bytes) {
  Result<OpenedPacket> opened = read_packet(bytes);
  REQUIRE(opened.has_value());
  return std::move(opened).value().packet;
}

inline Packet example_a() {
  return packet_in(read_file(FTT_TESTS_DIR "/scenarios/example_a.json"));
}

inline Packet with(Packet packet, Texts texts) {
  packet.answers = with(std::move(packet.answers), texts);
  return packet;
}

// Concurred on by every level that ¶9 names, and approved.
inline Packet approved_by_all(Packet packet) {
  return with(std::move(packet), {{Leaf::concurring_supervisor_decision, "concur"},
                                  {Leaf::concurrences_supervisor_decision, "concur"},
                                  {Leaf::concurrences_executive_decision, "concur"},
                                  {Leaf::concurrences_hr_director_decision, "concur"},
                                  {Leaf::concurrences_deputy_administrator_decision, "concur"},
                                  {Leaf::determination_outcome, "approved"},
                                  {Leaf::determination_date, "2025-06-02"}});
}

inline const AssessedOn assessed_at_hand{hrm_6040_2, day_at_hand};

// The assessment on the packet's own date.
inline Assessment assessment_of(const Packet& packet) {
  return assess(rates_at_hand(), packet, assessed_on(packet, day_at_hand));
}

inline std::string file_of(const Packet& packet) {
  return write_packet(packet, assessment_of(packet));
}

inline Review review_of(const Packet& packet) {
  std::optional<Review> review = find_review(rates_at_hand(), packet, assessment_of(packet));
  REQUIRE(review.has_value());
  return *std::move(review);
}

}  // namespace ftt::test
