// What counts of a packet once acts are recorded (HRM 6040.2 ¶9).
#include "packet/recorded_case.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/json_reader.h"
#include "packet/assessor.h"
#include "packet/chain_at_hand.h"
#include "packet/evaluation.h"
#include "packet/forms.h"
#include "rules/approval.h"

using namespace ftt;
using namespace ftt::test;

namespace {

constexpr Date day = calendar_date(2025, 6, 10);

Packet typed_approved() {
  return approved_by_all(
      with(example_a(), {{Leaf::record_budget_contact_name, "B. Lee"}, {Leaf::clock_hr_received_on, "2025-05-05"}}));
}

std::string field_of_typed(const Packet& packet) {
  const std::optional<PacketProblem> problem = typed_not_recorded(packet);
  return problem ? problem->field : std::string();
}

Assessment assessed(const Packet& packet) {
  return assess(rates_at_hand(), packet, assessed_on(packet, day));
}

}  // namespace

TEST_SUITE("packet: a recorded case") {
  TEST_CASE("without entries typed Parts J to L count, and nothing is said of them") {
    const Packet packet = typed_approved();
    CHECK_FALSE(is_recorded(packet));
    CHECK(answers_that_count(packet) == packet.answers);
    CHECK_FALSE(typed_not_recorded(packet).has_value());
    const RecordedCase found = find_recorded_case(packet, context);
    CHECK(found.status.state == ChainState::approved);
    CHECK_FALSE(found.status.is_recorded);
    CHECK(found.not_recorded.empty());
  }

  TEST_CASE("with any entry typed Parts J to L and clocks stay in the file, are named, and never count") {
    const Packet packet = recorded(typed_approved(), act(ChainAct::requested));
    CHECK(packet.answers == typed_approved().answers);
    const Answers counted = answers_that_count(packet);
    for (const Leaf leaf : leaves_by_chain()) {
      CAPTURE(info(leaf).id);
      CHECK(counted.text(leaf) == (leaf == Leaf::clock_requested_on ? "2025-06-02" : ""));
    }
    CHECK(find_recorded_case(packet, context).status.state == ChainState::draft);
    const std::optional<PacketProblem> typed = typed_not_recorded(packet);
    REQUIRE(typed.has_value());
    CHECK(typed->severity == Severity::warning);
    CHECK(typed->message.starts_with("Typed, not recorded: "));
    const Assessment assessment = assessed(packet);
    CHECK(&answers_that_count(packet, assessment) == &*assessment.counted);
    CHECK(assessment.policy.holder.kind == HolderKind::immediate_supervisor);
    CHECK(find_approval(*assessment.counted).state == ApprovalState::open);
    const std::vector<FormStatus> forms = find_forms(packet, assessment);
    const auto agreement = std::find_if(forms.begin(), forms.end(),
                                        [](const FormStatus& form) { return form.appendix == Appendix::agreement; });
    REQUIRE(agreement != forms.end());
    CHECK(std::any_of(agreement->before_it_begins.begin(), agreement->before_it_begins.end(),
                      [](const MissingItem& item) { return item.field == "determination.outcome"; }));
  }

  TEST_CASE("a chain that does not hold gives what was typed no weight") {
    Packet broken = recorded(typed_approved(), act(ChainAct::requested));
    entries_of(broken)[0].set("reason", Json::string("put in"));
    Packet newer = typed_approved();
    newer.chain = *read_json(R"({"format": "telework-chain/2", "acts": []})");
    Packet listless = typed_approved();
    listless.chain = *read_json(R"({"format": "telework-chain/1", "entries": {}})");
    for (const Packet& packet : {broken, newer, listless}) {
      CHECK(is_recorded(packet));
      CHECK(answers_that_count(packet).is_empty(Leaf::determination_outcome));
      CHECK(find_recorded_case(packet, context).status.state == ChainState::draft);
      CHECK(field_of_typed(packet) == "concurring_supervisor.name");
      CHECK(assessed(packet).policy.holder.message == "Its chain does not hold, and nothing that it records counts.");
    }
    Packet copy = submitted();
    copy.is_redacted = true;
    CHECK(assessed(copy).policy.holder.message ==
          "It is not known where it is: its chain is as recorded; it can be verified in the full copy only.");
    Packet begun = typed_approved();
    begun.chain = *read_json(R"({"format": "telework-chain/1", "entries": []})");
    CHECK_FALSE(is_recorded(begun));
    CHECK_FALSE(answers_that_count(begun).is_empty(Leaf::determination_outcome));
  }

  TEST_CASE("the holder of an assessment is that of the chain: withdrawn too, and with both clocks behind a return") {
    NewEntry back = act(ChainAct::withdrawn);
    back.says.reason = "No longer needed.";
    const Assessment withdrawn = assessed(recorded(submitted(), back));
    CHECK(withdrawn.policy.holder.kind == HolderKind::withdrawn);
    CHECK(withdrawn.policy.holder.since == calendar_date(2025, 6, 2));
    CHECK_FALSE(withdrawn.policy.holder.due.has_value());

    NewEntry sent_back = act(ChainAct::returned, ChainStep::hr_director);
    sent_back.says.to_step = ChainStep::supervisor;
    const Assessment sent = assessed(recorded(concurred_twice(), sent_back));
    CHECK(sent.policy.holder.kind == HolderKind::immediate_supervisor);
    CHECK(sent.policy.holder.message ==
          "The immediate supervisor has it. It is due on Tuesday, July 1, 2025. It was returned to be corrected: Mend "
          "Part E. If the clock stood still while it was returned, it is due on Tuesday, July 1, 2025; the order does "
          "not say.");
  }

  TEST_CASE("the memory of the assessor gives what assess gives, entry by entry and back") {
    const Packet first = submitted();
    const Packet second = recorded(first, act(ChainAct::concurred, ChainStep::supervisor));
    Packet broken = second;
    entries_of(broken)[1].set("reason", Json::string("put in"));
    const Packet edited = with(second, {{Leaf::travel_budget_trips, "9"}});
    Packet unsealable = second;
    unsealable.extras = *read_json(R"({"additional": {"other": 9007199254740993}})");
    Assessor assessor(rates_at_hand());
    Assessment remembered;
    for (const Packet& packet : {typed_approved(), first, second, edited, second, broken, unsealable, typed_approved(), first}) {
      assessor.bring_up_to_date(remembered, packet, assessed_on(packet, day));
      const Assessment anew = assessed(packet);
      if (assessor.recorded() != nullptr) {
        CHECK(assessor.recorded()->chain.soundness == read_chain(packet).soundness);
        CHECK(assessor.recorded()->chain.problems.size() == read_chain(packet).problems.size());
      }
      CHECK(remembered.counted == anew.counted);
      CHECK(remembered.policy.holder.message == anew.policy.holder.message);
      CHECK(remembered.policy.holder.kind == anew.policy.holder.kind);
      CHECK(remembered.missing.size() == anew.missing.size());
      CHECK(remembered.policy.deadlines.size() == anew.policy.deadlines.size());
    }
  }

  TEST_CASE("evaluate: the chain with its state, what was typed as a warning; without a chain nothing of it") {
    const auto evaluated = [](const Packet& packet) {
      return evaluate(rates_at_hand(), write_packet(packet, assessment_of(packet)), day).json;
    };
    CHECK(evaluated(typed_approved()).find("chain") == nullptr);
    const Json answer = evaluated(recorded(typed_approved(), act(ChainAct::requested)));
    REQUIRE(answer.find("chain") != nullptr);
    CHECK(*answer.find("chain")->find_string("state") == "draft");
    CHECK(answer.find("chain")->find("typed_not_recorded")->as_array()->size() == 10);
    CHECK(*answer.find("holder")->find_string("kind") == "immediate_supervisor");
    const std::vector<Json>& problems = *answer.find("problems")->as_array();
    CHECK(std::any_of(problems.begin(), problems.end(), [](const Json& problem) {
      return problem.find_string("message")->starts_with("Typed, not recorded: ");
    }));
  }
}
