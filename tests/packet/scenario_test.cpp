// Whole packets against their goldens: the worked examples of Parts D to G, and a packet that is just begun.
//
// scenarios/<story>.json is the packet as it is written, <story>.expected.json the evaluation of it.
#include <doctest/doctest.h>

#include "base/json_writer.h"
#include "packet/evaluation.h"
#include "packet/golden.h"

using namespace ftt;
using test::day_at_hand;
using test::rates_at_hand;

namespace {

std::string path_of(std::string_view story, std::string_view ending) {
  return concat(FTT_TESTS_DIR "/scenarios/", story, ending);
}

std::string written(const std::string& bytes) {
  const Result<OpenedPacket> opened = read_packet(bytes);
  REQUIRE(opened.has_value());
  CHECK(opened->problems.empty());
  const Packet& packet = opened->packet;
  return test::without_digest_member(
      write_packet(packet, assess(rates_at_hand(), packet.answers, {hrm_6040_2, packet_date(packet, day_at_hand)})));
}

std::string value_of(const Evaluation& evaluation, std::string_view id) {
  for (const Json& line : *evaluation.json.find("worksheet")->find("lines")->as_array()) {
    if (*line.find_string("id") != id) continue;
    const std::string* value = line.find_string("value");
    return value == nullptr ? "unknown" : *value;
  }
  return "no such line";
}

struct LineValue {
  std::string_view id;
  std::string_view value;
};

void check_values(std::string_view story, std::initializer_list<LineValue> figures) {
  const Evaluation evaluation = evaluate(rates_at_hand(), test::read_file(path_of(story, ".json")), day_at_hand);
  for (const LineValue& figure : figures) {
    CAPTURE(figure.id);
    CHECK(value_of(evaluation, figure.id) == figure.value);
  }
}

}  // namespace

TEST_SUITE("packet: scenarios") {
  TEST_CASE("a packet that is read and written is the same file, and again") {
    for (const std::string_view story : {"example_a", "example_b", "begun"}) {
      CAPTURE(story);
      const std::string path = path_of(story, ".json");
      if (test::is_update()) test::write_file(path, written(test::read_file(path)));
      const std::string file = test::read_file(path);
      const std::string first = written(file);
      CHECK(first == file);
      CHECK(written(first) == first);
    }
  }

  TEST_CASE("its evaluation is the golden, byte for byte") {
    for (const std::string_view story : {"example_a", "example_b", "begun"}) {
      CAPTURE(story);
      const Evaluation evaluation = evaluate(rates_at_hand(), test::read_file(path_of(story, ".json")), day_at_hand);
      test::check_golden(path_of(story, ".expected.json"), test::without_digest(write_json(evaluation.json)));
    }
  }

  TEST_CASE("worked example A: GS-12 step 5, Washington against Rest of U.S., 2025") {
    check_values("example_a", {{"locality_pay.requested_salary", "100440.00"},
                               {"locality_pay.agency_salary", "114923.00"},
                               {"locality_pay.difference", "-14483.00"},
                               {"travel_budget.trip_cost", "2521.80"},
                               {"travel_budget.trip_cost.as_worded", "2521.80"},
                               {"travel_budget.trip_cost.per_night", "1576.60"},
                               {"travel_budget.trip_cost.per_diem", "1622.60"},
                               {"travel_budget.trip_cost.extras_only", "960.60"},
                               {"travel_budget.annual", "10087.20"},
                               {"additional.total", "-3900.00"},
                               {"cost_benefit.overall", "6187.20"},
                               {"cost_benefit.net_annual_change", "-8295.80"},
                               {"cost_benefit.percent", "-7.22"},
                               {"cost_benefit.percent.overall", "5.38"}});
  }

  TEST_CASE("worked example B: typed salaries") {
    check_values("example_b", {{"locality_pay.requested_salary", "118204.00"},
                               {"locality_pay.agency_salary", "141022.00"},
                               {"travel_budget.trip_cost", "3063.00"},
                               {"travel_budget.annual", "12252.00"},
                               {"cost_benefit.overall", "8652.00"},
                               {"cost_benefit.net_annual_change", "-14166.00"},
                               {"cost_benefit.percent", "-10.05"}});
  }
}
