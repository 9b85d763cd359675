// What was done to a file is told first, then what shows it; nothing is replaced in silence.
#include <doctest/doctest.h>

#include "base/json_reader.h"
#include "base/text.h"
#include "long_text.h"
#include "packet/evaluation.h"
#include "packet/packet.h"
#include "packet/rates_at_hand.h"

using namespace ftt;
using test::day_at_hand;
using test::rates_at_hand;

namespace {

// Example A with a text of its file changed.
std::vector<Difference> after_change(std::string_view from, std::string_view to) {
  std::string bytes = test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
  const std::size_t place = bytes.find(from);
  REQUIRE(place != std::string::npos);
  bytes.replace(place, from.size(), to);
  const Result<OpenedPacket> opened = read_packet(bytes);
  REQUIRE(opened.has_value());
  return differences(*opened, assess(rates_at_hand(), opened->packet.answers, {hrm_6040_2, day_at_hand}));
}

}  // namespace

TEST_SUITE("packet: the file against the figures") {
  TEST_CASE("a packet as it was written has none") {
    CHECK(after_change("incumbent", "incumbent").empty());
  }

  TEST_CASE("a changed figure: the answers are as sealed, and both figures are told, as money") {
    const std::vector<Difference> found = after_change("\"value\": \"2521.80\"", "\"value\": \"1622.60\"");
    REQUIRE(found.size() == 2);
    CHECK(found[0].kind == DifferenceKind::verdict);
    CHECK(found[0].field == "worksheet");
    CHECK(found[0].message ==
          "The answers have not changed since they were sealed. Yet 1 figure in the file is not what the answers "
          "give: it was changed, or calculated with other settings or another version of this tool.");
    CHECK(found[1].kind == DifferenceKind::consequence);
    CHECK(found[1].field == "travel_budget.trip_cost");
    CHECK(found[1].message ==
          "E9 Total cost per trip to agency worksite: the file says $1,622.60, its answers give $2,521.80.");
    CHECK(heading_of_consequences(found) == "1 figure in the file is not what its answers give");
  }

  TEST_CASE("App. A, Part D: no figure is called another one while the rate tables of its year are still to be loaded") {
    std::string bytes = test::read_file(FTT_TESTS_DIR "/scenarios/review-2024.json");
    const Result<OpenedPacket> opened = read_packet(bytes);
    REQUIRE(opened.has_value());
    const Rates early = test::rates_of({});
    const AssessedOn days = assessed_on(opened->packet, day_at_hand);
    const Assessment without = assess(early, opened->packet.answers, days);
    CHECK(waits_for_rates(*opened, without));
    CHECK(verdict_of(differences(*opened, without)).empty());
    CHECK(heading_of_consequences(differences(*opened, without)).empty());
    CHECK_FALSE(waits_for_rates(*opened, assess(rates_at_hand(), opened->packet.answers, days)));
    // What was done to its answers is told at once.
    const std::size_t place = bytes.find("\"398.20\"");
    REQUIRE(place != std::string::npos);
    bytes.replace(place, 8, "\"198.20\"");
    const Result<OpenedPacket> changed = read_packet(bytes);
    REQUIRE(changed.has_value());
    const Assessment of_changed = assess(early, changed->packet.answers, days);
    CHECK(verdict_of(differences(*changed, of_changed)).starts_with("Part E was changed after it was sealed."));
    CHECK(heading_of_consequences(differences(*changed, of_changed)).empty());
  }

  TEST_CASE("the same figure in other words is none") {
    CHECK(after_change("\"value\": \"2521.80\"", "\"value\": 2521.8").empty());
  }

  TEST_CASE("¶9: a concurrence that was given on other content than Parts A to I have is told, by its level") {
    const std::string before = "\"seal\": {";
    const auto found = [&](std::string_view digest) {
      return after_change(before, concat(before, "\"concurrences\": {\"executive\": \"", digest, "\"},"));
    };
    const std::vector<Difference> other = found("sha256:1111");
    REQUIRE(other.size() == 1);
    CHECK(other[0].field == "seal.concurrences.executive");
    CHECK(other[0].message.starts_with("Regional Commissioner (RC)"));
    CHECK(other[0].message ==
          "Regional Commissioner (RC), Assistant Commissioner, or equivalent (SES level): this concurrence was given "
          "on other content than Parts A to I have here; give it again, or change Parts A to I back");
    const Result<OpenedPacket> packet = read_packet(test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json"));
    CHECK(found(content_seal(packet->packet)).empty());
    Packet redacted = packet->packet;
    redacted.extras = *read_json(R"({"seal": {"concurrences": {"executive": "sha256:1111"}}})");
    CHECK(concurrences_on_other_content(redacted).size() == 1);
    redacted.is_redacted = true;
    REQUIRE(concurrences_on_other_content(redacted).size() == 1);
    CHECK(concurrences_on_other_content(redacted)[0].message ==
          "Regional Commissioner (RC), Assistant Commissioner, or equivalent (SES level): this concurrence was given "
          "on other content than Parts A to I have here; names were removed from this copy, so only the full copy "
          "shows if it is valid");
  }

  TEST_CASE(
      "App. A, Part E: a changed answer is the verdict on its part, with the value that the worksheet still has") {
    const std::vector<Difference> found = after_change("\"transport\": \"412.60\"", "\"transport\": \"112.60\"");
    CHECK(
        verdict_of(found) ==
        "Part E was changed after it was sealed. Ask the person who sent the file which is right, or compare it with "
        "your own copy.");
    REQUIRE(found.size() > 2);
    CHECK(found[0].field == "seal.content");
    CHECK(found[1].kind == DifferenceKind::answer);
    CHECK(found[1].field == "travel_budget.transport");
    CHECK(found[1].name == "E4 Round trip transportation cost per trip");
    CHECK(found[1].in_file == "$412.60");
    CHECK(found[1].here == "$112.60");
    // Each line once: the readings of line 9 go with it.
    std::string fields;
    for (const Difference& one : found) {
      if (one.kind == DifferenceKind::consequence) append(fields, one.field, " ");
    }
    CHECK(fields ==
          "travel_budget.trip_cost travel_budget.annual cost_benefit.overall cost_benefit.net_annual_change "
          "cost_benefit.percent break_even.trips ");
    CHECK(found[2].message ==
          "E9 Total cost per trip to agency worksite: the file says $2,521.80, its answers give $1,621.80.");
    CHECK(found[6].in_file == "−7.22%");
    CHECK(heading_of_consequences(found) == "6 figures in the file are not what its answers give");
  }

  TEST_CASE("App. A, Part C: the step of a grade is one of those that went in") {
    const std::vector<Difference> found = after_change("\"step\": 5", "\"step\": 6");
    CHECK(verdict_of(found).starts_with("Part C was changed after it was sealed. Ask"));
    REQUIRE(found.size() > 1);
    CHECK(found[1].field == "position.step");
    CHECK(found[1].in_file == "5");
    CHECK(found[1].here == "6");
  }

  TEST_CASE(
      "App. A, Part F: an answer that was filled in where there was none, and one that was typed over a table's") {
    const auto find = [](const std::vector<Difference>& found, std::string_view field) {
      for (const Difference& one : found) {
        if (one.kind == DifferenceKind::answer && one.field == field) return concat(one.in_file, " → ", one.here);
      }
      return std::string();
    };
    CHECK(find(after_change("\"additional\": {",
                            "\"additional\": {\"other1\": {\"label\": \"Desk\", \"direction\": \"cost\", \"amount\": "
                            "\"100.00\"}, "),
               "additional.other1.amount") == "not answered → $100.00");
    CHECK(find(after_change("\"mie\": \"92.00\"", "\"mie\": \"29.00\""), "travel_budget.mie") == "$92.00 → $29.00");
    CHECK(find(after_change("\"travel_budget\": {", "\"travel_budget\": {\"trip_cost_method\": \"per_night\","),
               "travel_budget.trip_cost_method") == "Fare every night → Fare once a trip");
  }

  TEST_CASE("App. A, Part B: what no figure shows is said not to be shown") {
    const std::vector<Difference> found = after_change("\"last_name\": \"", "\"last_name\": \"Von ");
    REQUIRE(found.size() == 1);
    CHECK(
        found[0].message ==
        "Part B was changed after it was sealed. The file does not show what was in Part B before. Ask the person who "
        "sent the file which is right, or compare it with your own copy.");
  }

  TEST_CASE("several parts are one verdict; emptied and filled in are told as such") {
    CHECK(verdict_of(after_change("\"relocation\": {", "\"relocated\": {"))
              .starts_with("Part H was emptied after it was sealed."));
    const std::string added =
        "\"locality_pay\": {\"year\": 2025}, \"relocation\": {\"estimate\": \"1.00\"}, \"was\": {";
    CHECK(
        verdict_of(after_change("\"relocation\": {", added))
            .starts_with("Part H was changed after it was sealed. Part D was filled in after the packet was sealed. "));
  }

  TEST_CASE("a seal of the whole alone does not say which part; the worksheet shows what it can") {
    std::string bytes = test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
    const auto put = [&](std::string_view from, std::string_view to) {
      bytes.replace(bytes.find(from), from.size(), to);
    };
    put("\"parts\": {", "\"were\": {");
    put("\"trips\": 4", "\"trips\": 5");
    const Result<OpenedPacket> opened = read_packet(bytes);
    const std::vector<Difference> found =
        differences(*opened, assess(rates_at_hand(), opened->packet.answers, {hrm_6040_2, day_at_hand}));
    CHECK(
        verdict_of(found).starts_with("Something in Parts A to I was changed after it was sealed. The file has no "
            "seal for each part. Here is what its figures show. Ask"));
    CHECK(found[1].field == "travel_budget.trips");
    CHECK(found[1].in_file == "4");
  }

  TEST_CASE("a seal that was changed itself") {
    CHECK(verdict_of(after_change("\"content\": \"sha256:", "\"content\": \"sha256:0"))
              .starts_with("The seal of Parts A to I was changed: each part by itself still fits its own."));
    CHECK(verdict_of(after_change("\"arrangement\": \"sha256:", "\"arrangement\": \"sha256:0"))
              .starts_with("The seals of the parts were changed: Parts A to I as a whole still fit theirs."));
  }

  TEST_CASE("a file without a seal whose figures do not fit cannot show what was changed") {
    std::string bytes = test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
    bytes.replace(bytes.find("\"seal\": {"), 9, "\"sealed\": {");
    const std::string from = "\"transport\": \"412.60\"";
    bytes.replace(bytes.find(from), from.size(), "\"transport\": \"112.60\"");
    const Result<OpenedPacket> opened = read_packet(bytes);
    CHECK(verdict_of(differences(*opened, assess(rates_at_hand(), opened->packet.answers, {hrm_6040_2, day_at_hand})))
              .starts_with("The file has no seal, so it cannot show whether its answers were changed. Yet 6 figures"));
  }

  TEST_CASE("a figure that the file does not know, and text in place of one") {
    CHECK(after_change("\"value\": \"2521.80\"", "\"value\": null").at(1).in_file == "not known");
    CHECK(after_change("\"value\": \"2521.80\"", "\"value\": \"a lot\"").at(1).message ==
          "E9 Total cost per trip to agency worksite: the file says \"a lot\", its answers give $2,521.80.");
  }

  TEST_CASE("a line that there is not, and other rates") {
    CHECK(after_change("\"id\": \"travel_budget.trip_cost\"", "\"id\": \"travel_budget.fare\"").at(1).message ==
          "travel_budget.fare: the file says \"2521.80\", its answers give no such line.");
    const std::vector<Difference> rates =
        after_change("\"pay_year\": 2025", "\"pay_year\": 2025, \"digest\": \"sha256:0\"");
    CHECK(rates.at(0).field == "rates.digest");
    CHECK(rates.at(0).message ==
          "The answers have not changed since they were sealed. The file was calculated with different rate tables; "
          "its figures come out the same.");
    CHECK_FALSE(leave_doubt(rates));
    CHECK_FALSE(leave_doubt({}));
    CHECK(leave_doubt(after_change("\"value\": \"2521.80\"", "\"value\": \"1622.60\"")));
  }

  TEST_CASE("other rates with which every figure comes out the same leave a packet's standing good") {
    std::string bytes = test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
    const std::string year = "\"pay_year\": 2025";
    const std::string digest = concat("sha256:", std::string(64, '0'));
    bytes.replace(bytes.find(year), year.size(), concat(year, ", \"digest\": \"", digest, "\""));
    const Evaluation evaluation = evaluate(rates_at_hand(), bytes, day_at_hand);
    CHECK(evaluation.standing == Standing::good);
    CHECK(evaluation.problems.back().field == "rates.digest");
  }
}
