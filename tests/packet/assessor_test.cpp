// An assessment that was brought up to date is the one that would have been made anew, whatever was edited before.
#include "packet/assessor.h"

#include <doctest/doctest.h>

#include "base/json_writer.h"
#include "packet/packet.h"
#include "packet/policy_json.h"
#include "packet/two_packets.h"

using namespace ftt;
using test::assessed_at_hand;
using test::rates_at_hand;

namespace {

// Everything that follows from the answers, as text.
std::string written(const Packet& packet, const Assessment& assessment) {
  const Policy& policy = assessment.policy;
  std::string text = write_packet(packet, assessment);
  for (const Json& part : {eligibility_json(policy.eligibility), documents_json(policy.documents),
                           deadlines_json(policy.deadlines), holder_json(policy.holder)}) {
    text += write_json(part);
  }
  for (const CrossCheck& check : policy.cross_checks) text += check.message;
  for (const Problem& problem : assessment.problems) text += problem.message;
  for (const MissingAnswer& missing : assessment.missing) text += message_of(missing);
  for (const std::string& note : assessment.rates_notes) text += note;
  return text + (assessment.complete ? "complete" : "");
}

}  // namespace

TEST_SUITE("packet: assessment with a memory") {
  TEST_CASE("it is the same assessment after each edit of each leaf") {
    Result<OpenedPacket> opened = read_packet(test::read_file(std::string(FTT_TESTS_DIR "/scenarios/example_a.json")));
    REQUIRE(opened.has_value());
    Packet packet = std::move(opened->packet);
    Assessor assessor(rates_at_hand());
    Assessment assessment;
    for (const LeafInfo& leaf : leaves()) {
      for (const std::string_view text : {"", "0", "13", "yes", "recruit", "2025-01-06", "nonsense"}) {
        const std::string before = packet.answers.text(leaf.leaf);
        packet.answers.set(leaf.leaf, text);
        assessor.bring_up_to_date(assessment, packet.answers, assessed_at_hand);
        CHECK_MESSAGE(
            written(packet, assessment) == written(packet, assess(rates_at_hand(), packet.answers, assessed_at_hand)),
            std::string(leaf.id), " ", std::string(text));
        packet.answers.set(leaf.leaf, before);
      }
    }
  }

  TEST_CASE("another day and other settings are noticed") {
    Packet packet;
    packet.answers.set(Leaf::clock_requested_on, "2025-05-01");
    packet.answers.set(Leaf::eligibility_position_start, "2024-12-01");
    Assessor assessor(rates_at_hand());
    Assessment assessment;
    PolicySettings closed;
    closed.calendar = WorkCalendar(std::vector<Date>{calendar_date(2025, 5, 6)}, InaugurationDay::ignored);
    for (const AssessedOn& day : {assessed_at_hand, AssessedOn(hrm_6040_2, calendar_date(2025, 7, 1))}) {
      for (const PolicySettings& settings : {PolicySettings(), closed}) {
        assessor.forget();
        assessor.bring_up_to_date(assessment, packet.answers, day, {}, settings);
        CHECK(written(packet, assessment) ==
              written(packet, assess(rates_at_hand(), packet.answers, day, {}, settings)));
      }
      assessor.bring_up_to_date(assessment, packet.answers, day, {}, closed);
      CHECK(written(packet, assessment) == written(packet, assess(rates_at_hand(), packet.answers, day, {}, closed)));
    }
  }
}
