// What can be read is kept, the rest is listed with its place, and nothing is dropped unsaid.
#include <doctest/doctest.h>

#include "base/text.h"
#include "figures.h"
#include "files.h"
#include "form/checks.h"
#include "long_text.h"
#include "packet/packet.h"

using namespace ftt;

namespace {

OpenedPacket opened_with(std::string_view members) {
  Result<OpenedPacket> result = read_packet(concat("{\"format\": \"telework-packet/1\", ", members, "}"));
  REQUIRE(result.has_value());
  return std::move(result).value();
}

const PacketProblem* problem_at(const OpenedPacket& packet, std::string_view field) {
  for (const PacketProblem& problem : packet.problems) {
    if (problem.field == field) return &problem;
  }
  return nullptr;
}

}  // namespace

TEST_SUITE("packet: reading") {
  TEST_CASE("answers come from their places, also the parts of a place") {
    const OpenedPacket packet = opened_with(
        R"("employee": {"last_name": "O'Brien", "requested_worksite": {"county": "Ada County", "state": "ID"}},
           "position": {"grade": 12, "supervisory": false}, "notes": "n")");
    const Answers& answers = packet.packet.answers;
    CHECK(packet.problems.empty());
    CHECK(answers.text(Leaf::employee_last_name) == "O'Brien");
    CHECK(answers.text(Leaf::employee_requested_worksite_county) == "Ada County");
    CHECK(answers.text(Leaf::position_grade) == "12");
    CHECK(answers.text(Leaf::position_supervisory) == "no");
    CHECK(answers.text(Leaf::notes) == "n");
  }

  TEST_CASE("numbers are taken where they are exact to the places") {
    const OpenedPacket packet = opened_with(
        R"("travel_budget": {"transport": 412.6, "share_requested": 0.95, "nights": 3.50, "trips": 4.0, "extra": 60e0})");
    const Answers& answers = packet.packet.answers;
    CHECK(packet.problems.empty());
    CHECK(answers.text(Leaf::travel_budget_transport) == "412.60");
    CHECK(answers.text(Leaf::travel_budget_share_requested) == "0.95");
    CHECK(answers.text(Leaf::travel_budget_nights) == "3.5");
    CHECK(answers.text(Leaf::travel_budget_trips) == "4");
    CHECK(answers.text(Leaf::travel_budget_extra) == "60.00");
  }

  TEST_CASE("a number with too many places is kept as it is, and is a problem of the answers") {
    const OpenedPacket packet = opened_with(R"("travel_budget": {"transport": 412.605})");
    CHECK(packet.packet.answers.text(Leaf::travel_budget_transport) == "412.605");
    CHECK(packet.packet.answers.is_bad(Leaf::travel_budget_transport));
  }

  TEST_CASE("a text that cannot be read stays, and the form's check names it") {
    const OpenedPacket packet = opened_with(
        R"("travel_budget": {"nights": "three"}, "arrangement": {"start": "2027-02-30", "term": "medium"})");
    const Answers& answers = packet.packet.answers;
    CHECK(answers.text(Leaf::travel_budget_nights) == "three");
    CHECK(answers.text(Leaf::arrangement_start) == "2027-02-30");
    CHECK(answers.text(Leaf::arrangement_term) == "medium");
    std::string fields;
    for (const Problem& problem : check(answers, hrm_6040_2)) append(fields, problem.field, " ");
    CHECK(fields == "arrangement.term arrangement.start travel_budget.nights ");
  }

  TEST_CASE("an answer of more than 20,000 characters stays as it was typed, and the form's check names it") {
    const std::string long_text(25'000, 'x');
    const OpenedPacket packet = opened_with(concat(
        R"("justification": {"cost": ")", long_text, R"("}, "employee": {"last_name": ")", long_text,
        R"("}, "travel_budget": {"nights": ")", std::string(25'000, '9'),
        R"("}, "actuals": [{"half_year": "2027H1", "spent": ")", long_text, R"("}], "notes": ")", long_text, "\""));
    const Answers& answers = packet.packet.answers;
    CHECK(answers.text(Leaf::justification_cost) == long_text);
    CHECK(answers.text(Leaf::employee_last_name) == long_text);
    CHECK(answers.text(Leaf::travel_budget_nights).size() == 25'000);
    CHECK(answers.text(Leaf::notes) == long_text);
    REQUIRE(answers.actuals().size() == 1);
    CHECK(answers.actuals()[0].spent == long_text);
    std::string fields;
    for (const Problem& problem : check(answers, hrm_6040_2)) {
      append(fields, problem.field, " ");
      CHECK(problem.message.size() < 300);
    }
    CHECK(fields == "employee.last_name travel_budget.nights justification.cost notes actuals ");
    const std::string written = write_packet(packet.packet, {});
    CHECK(write_packet(read_packet(written).value().packet, {}) == written);
  }

  TEST_CASE("so does one of the packet under review; what is no answer there is bounded as ever") {
    const auto reviewing = [](std::string_view member) {
      return concat(R"({"format": "telework-packet/1", "annual_review": {"reviewed": {"format": "telework-packet/1", )",
                    member, ": \"", std::string(25'000, 'x'), "\"}}}");
    };
    const Result<OpenedPacket> packet = read_packet(reviewing("\"notes\""));
    REQUIRE(packet.has_value());
    CHECK(read_reviewed(packet->packet)->packet.answers.text(Leaf::notes).size() == 25'000);
    CHECK(read_packet(reviewing("\"id\"")).error().where == "annual_review.reviewed.id");
    CHECK(read_packet(reviewing("\"justification.cost\"")).error().code == ErrorCode::limit_exceeded);
  }

  TEST_CASE("wrong types are named with their place") {
    const OpenedPacket packet = opened_with(
        R"("employee": {"last_name": 7, "first_name": ["Ann"]}, "travel_budget": "none", "relocation": {"estimate": null},
           "revision": "3", "id": 5, "prepared_on": "2026-13-45", "actuals": {}, "worksheet": [], "seal": 1)");
    for (const std::string_view field :
         {"travel_budget", "revision", "id", "prepared_on", "actuals", "worksheet", "seal"}) {
      CAPTURE(field);
      REQUIRE(problem_at(packet, field) != nullptr);
      CHECK(problem_at(packet, field)->message.size() > 10);
      CHECK(problem_at(packet, field)->severity == Severity::error);
    }
    CHECK(packet.problems.size() == 7);
    const Answers& answers = packet.packet.answers;
    for (const Leaf leaf : {Leaf::employee_last_name, Leaf::employee_first_name, Leaf::relocation_estimate}) {
      CHECK(answers.is_bad(leaf));
    }
    CHECK(answers.problem(Leaf::employee_first_name) == "a list is here; write text in quotation marks");
    CHECK(answers.text(Leaf::employee_last_name) == "7");
    CHECK(answers.text(Leaf::employee_first_name) == "[\"Ann\"]");
  }

  TEST_CASE("what is no answer is written back as it stood, until it is answered") {
    OpenedPacket packet = opened_with(
        R"("employee": {"last_name": 7}, "position": {"supervisory": "yes"}, "relocation": {"estimate": null},
           "travel_budget": {"transport": "$5", "trips": "4", "nights": [1]})");
    const std::string written = write_packet(packet.packet, {});
    CHECK(test::member(written, "employee/last_name") == "7");
    CHECK(test::member(written, "position/supervisory") == "\"yes\"");
    CHECK(test::member(written, "relocation/estimate") == "null");
    CHECK(test::member(written, "travel_budget/transport") == "\"$5\"");
    CHECK(test::member(written, "travel_budget/trips") == "\"4\"");
    CHECK(test::member(written, "travel_budget/nights") == "[1]");
    packet.packet.answers.set(Leaf::relocation_estimate, "5");
    packet.packet.answers.set(Leaf::travel_budget_nights, "3");
    const std::string answered = write_packet(packet.packet, {});
    CHECK(test::member(answered, "relocation/estimate") == "\"5.00\"");
    CHECK(test::member(answered, "travel_budget/nights") == "\"3\"");
  }

  TEST_CASE("what is not asked for as the answers stand is named where it is in no good form") {
    const OpenedPacket packet = opened_with(R"("arrangement": {"term": "long", "end": "02/01/2027"})");
    REQUIRE(problem_at(packet, "arrangement.end") != nullptr);
    CHECK(test::figures_of(problem_at(packet, "arrangement.end")->message) == "02/01/2027 2027-02-01");
    CHECK(packet.packet.answers.text(Leaf::arrangement_end) == "02/01/2027");
  }

  TEST_CASE("a name with a dot in it is not taken for a path") {
    const OpenedPacket packet = opened_with(R"("travel_budget.nights": "3")");
    CHECK(packet.packet.answers.is_empty(Leaf::travel_budget_nights));
    CHECK(packet.packet.extras.find("travel_budget.nights") != nullptr);
  }

  TEST_CASE("actual spending is a list; a broken entry keeps the whole list as it is") {
    const OpenedPacket good =
        opened_with(R"("actuals": [{"half_year": "2027H1", "spent": 412.5, "trips": 3, "source": "OCFO", "by": "x"}])");
    CHECK(good.problems.empty());
    REQUIRE(good.packet.answers.actuals().size() == 1);
    CHECK(good.packet.answers.actuals()[0].half_year == "2027H1");
    CHECK(good.packet.answers.actuals()[0].spent == "412.5");
    CHECK(good.packet.answers.actuals()[0].trips == "3");
    CHECK(good.packet.answers.actuals()[0].source == "OCFO");

    const OpenedPacket bad = opened_with(R"("actuals": [{"half_year": "2027H1", "spent": "1"}, "x"])");
    CHECK(problem_at(bad, "actuals.1") != nullptr);
    CHECK(problem_at(opened_with(R"("actuals": [{"half_year": "2027H1", "spent": "1", "trips": true}])"),
                     "actuals.0.trips") != nullptr);
    CHECK(bad.packet.answers.actuals().empty());
    CHECK(bad.packet.extras.find("actuals") != nullptr);
  }

  TEST_CASE(
      "¶13b: what is wrong with an entry of actual spending is told once, by the form or where only a file has it") {
    struct Case {
      std::string_view members;
      std::string_view told;
    };
    for (const Case& bad :
         {Case{R"("spent": "$412.50")", "Entry 1"}, Case{R"("spent": "-50.00")", "Entry 1"},
          Case{R"("spent": -50)", "Entry 1"}, Case{R"("spent": "much")", "Entry 1"},
          Case{R"("spent": "412.605")", "Entry 1"}, Case{R"("spent": 1, "trips": -4)", "Entry 1"},
          Case{R"("spent": 1, "trips": 4.5)", "Entry 1"}, Case{R"("spent": 1, "trips": "many")", "Entry 1"},
          Case{R"("spent": 1, "source": " ")", "Entry 1"}, Case{R"("spent": 1, "trips": "4")", "actuals.0.trips"},
          Case{R"("spent": 1, "trips": "")", "actuals.0.trips"},
          Case{R"("spent": 1, "source": "")", "actuals.0.source"}}) {
      CAPTURE(bad.members);
      const OpenedPacket packet = opened_with(concat(R"("actuals": [{"half_year": "2027H1", )", bad.members, "}]"));
      std::vector<std::string> told;
      for (const PacketProblem& problem : packet.problems) told.push_back(problem.field);
      for (const Problem& problem : check(packet.packet.answers, hrm_6040_2))
        told.push_back(problem.message.substr(0, 7));
      CHECK(told == std::vector<std::string>{std::string(bad.told)});
    }
  }

  TEST_CASE(
      "¶13b: more entries of actual spending than there are half-years are refused at once, and kept as they are") {
    const auto entries = [](std::size_t count) {
      std::string list;
      for (std::size_t i = 0; i < count; ++i) {
        append(list, i == 0 ? "" : ", ", R"({"half_year": ")", 1900 + i / 2, i % 2 == 0 ? "H1" : "H2",
               R"(", "spent": "1"})");
      }
      return concat(R"("actuals": [)", list, "]");
    };
    const OpenedPacket all = opened_with(entries(most_actuals));
    CHECK(all.problems.empty());
    CHECK(check(all.packet.answers, hrm_6040_2).empty());
    const OpenedPacket more = opened_with(entries(60'000));
    REQUIRE(more.problems.size() == 1);
    CHECK(more.problems[0].field == "actuals");
    CHECK(more.problems[0].message ==
          "60,000 half-years are here; at most 600 are taken. Keep one entry for a half-year");
    CHECK(more.packet.answers.actuals().empty());
    CHECK(more.packet.extras.find("actuals")->as_array()->size() == 60'000);
  }

  TEST_CASE("a revision is a whole number that a file can have, and else the range is told") {
    CHECK(opened_with("\"revision\": 9007199254740991").packet.revision == 9'007'199'254'740'991);
    for (const std::string_view value : {"9007199254740992", "-1", "1.5", "\"3\""}) {
      CAPTURE(value);
      const OpenedPacket packet = opened_with(concat("\"revision\": ", value));
      REQUIRE(problem_at(packet, "revision") != nullptr);
      CHECK(problem_at(packet, "revision")->message ==
            "the revision is not a whole number from 0 to 9,007,199,254,740,991; write one such as 3");
    }
  }

  TEST_CASE("another edition of the order is a warning") {
    const OpenedPacket packet = opened_with(R"("order": "HRM 6040.3")");
    REQUIRE(problem_at(packet, "order") != nullptr);
    CHECK(problem_at(packet, "order")->severity == Severity::warning);
  }

  TEST_CASE("a saved page opens as the packet that it carries") {
    CHECK(read_packet("<html><template id=\"telework-packet\">{&quot;format&quot;: &quot;telework-packet/1&quot;, "
                      "&quot;id&quot;: &quot;a&quot;}</template></html>")
              .value()
              .packet.id == "a");
  }

  TEST_CASE(
      "what the estimate has assumed is marked, wherever the member stands, and written again as long as it holds") {
    const OpenedPacket packet = opened_with(
        R"("assumed": ["position.pay_plan", "travel_budget.extra"], "position": {"pay_plan": "GS", "grade": 12})");
    CHECK(packet.problems.empty());
    CHECK(packet.packet.answers.is_assumed(Leaf::position_pay_plan));
    CHECK_FALSE(packet.packet.answers.is_assumed(Leaf::travel_budget_extra));  // there is no such answer
    const Json json = answered_json(packet.packet);
    REQUIRE(json.find("assumed") != nullptr);
    CHECK(json.find("assumed")->as_array()->size() == 1);
    CHECK(packet.packet.extras.find("assumed") == nullptr);
  }

  TEST_CASE("App. A, C4 and E7: an answer that nobody assumes so is given, also where a file marks it as assumed") {
    const OpenedPacket packet =
        opened_with(R"("assumed": ["travel_budget.extra", "position.pay_plan"], "position": {"pay_plan": "ES"}, )"
                    R"("travel_budget": {"extra": "60.00"})");
    CHECK_FALSE(packet.packet.answers.is_assumed(Leaf::position_pay_plan));
    CHECK_FALSE(packet.packet.answers.is_assumed(Leaf::travel_budget_extra));
    REQUIRE(problem_at(packet, "assumed.0") != nullptr);
    CHECK(problem_at(packet, "assumed.0")->message ==
          "the answer there is not what the tool fills in; leave this out, it counts as given");
    CHECK(problem_at(packet, "assumed.1") != nullptr);
    const OpenedPacket assumed =
        opened_with(R"("assumed": ["travel_budget.extra"], "travel_budget": {"extra": "0.00"})");
    CHECK(assumed.packet.answers.is_assumed(Leaf::travel_budget_extra));
    CHECK(problem_at(assumed, "assumed.0") == nullptr);
  }

  TEST_CASE("a list of what was assumed that cannot be read, or names another answer, is told with its place") {
    const OpenedPacket other = opened_with(R"("assumed": ["position.grade", 7], "position": {"grade": 12})");
    REQUIRE(problem_at(other, "assumed.0") != nullptr);
    CHECK(problem_at(other, "assumed.0")->message ==
          "this is not an answer that the tool fills in; leave it out, it counts as given");
    CHECK(problem_at(other, "assumed.1") != nullptr);
    CHECK_FALSE(other.packet.answers.is_assumed(Leaf::position_grade));
    const OpenedPacket wrong = opened_with(R"("assumed": true)");
    REQUIRE(problem_at(wrong, "assumed") != nullptr);
    CHECK(problem_at(wrong, "assumed")
              ->message.ends_with(" is here; write a list of answers in square brackets, or leave it out"));
    CHECK(wrong.packet.extras.find("assumed") != nullptr);
  }

  TEST_CASE("of the worksheet its figures alone: the same answers and figures, and nothing else of it") {
    const std::string file = test::read_file(FTT_TESTS_DIR "/scenarios/review-2026.json");
    const Result<OpenedPacket> whole = read_packet(file);
    const Result<OpenedPacket> figures = read_packet(file, largest_packet, ReadOf::figures_alone);
    REQUIRE(whole.has_value());
    REQUIRE(figures.has_value());
    CHECK(figures->packet.answers == whole->packet.answers);
    CHECK(content_digest(figures->packet).value() == content_digest(whole->packet).value());
    REQUIRE_FALSE(whole->stored_lines.empty());
    REQUIRE(figures->stored_lines.size() == whole->stored_lines.size());
    for (std::size_t i = 0; i < whole->stored_lines.size(); ++i) {
      CHECK(figures->stored_lines[i].id == whole->stored_lines[i].id);
      CHECK(figures->stored_lines[i].value == whole->stored_lines[i].value);
      CHECK(figures->stored_lines[i].inputs.empty());
    }
    CHECK(figures->packet.reviewed.find("worksheet") == nullptr);
    CHECK(figures->stored_rates_digest == whole->stored_rates_digest);
    CHECK(figures->stored_seal == whole->stored_seal);
  }
}
