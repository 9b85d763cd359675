// Two packets by what they mean: each change once, in the order of the form, and nothing that is only written
// otherwise.
#include "packet/compare.h"

#include <doctest/doctest.h>

#include "base/json_writer.h"
#include "long_text.h"
#include "packet/rates_at_hand.h"
#include "packet/two_packets.h"

using namespace ftt;
using test::assessment_of;
using test::example_a;
using test::packet_in;
using test::with;

namespace {

Comparison between(const Packet& before, const Packet& after) {
  return compare(before, assessment_of(before), after, assessment_of(after));
}

const PacketChange& only(const Comparison& comparison) {
  REQUIRE(comparison.changes.size() == 1);
  return comparison.changes.front();
}

const PacketChange* find(const Comparison& comparison, std::string_view field) {
  for (const PacketChange& change : comparison.changes) {
    if (change.field == field) return &change;
  }
  return nullptr;
}

Packet begun(std::string_view members) {
  return packet_in(concat("{\"format\": \"telework-packet/1\"", members.empty() ? "" : ", ", members, "}"));
}

}  // namespace

TEST_SUITE("packet: comparing two") {
  TEST_CASE("a packet is like itself, also written otherwise") {
    CHECK(are_alike(between(example_a(), example_a())));
    const Packet plain =
        begun(R"("travel_budget": {"transport": "412.60", "nights": "3"}, "notes": "a b", "x": {"c": 1.0, "d": [2]})");
    const Packet other = begun(
        R"("x": {"d": [2e0], "c": 1}, "notes": " a\n\tb ", "travel_budget": {"nights": 3.00, "transport": 412.6},
           "worksheet": {"lines": []}, "rates": {"by": "x"}, "seal": {"content": "sha256:0"})");
    CHECK(are_alike(between(plain, other)));
  }

  TEST_CASE("the heading is named, and is no change") {
    Packet later = example_a();
    later.revision = 4;
    const Comparison comparison = between(example_a(), later);
    CHECK(are_alike(comparison));
    CHECK(words_of(comparison.old_packet) == "Revision 3, May 5, 2025");
    CHECK(words_of(comparison.new_packet) == "Revision 4, May 5, 2025");
    CHECK(words_of(PacketName()) == "a packet without a date");
  }

  TEST_CASE("who prepared it is an answer, and so is the walk of ¶12") {
    const Comparison comparison =
        between(example_a(), with(example_a(), {{Leaf::prepared_by, "supervisor"}, {Leaf::ending_reason, "review"}}));
    REQUIRE(comparison.changes.size() == 2);
    CHECK(comparison.changes[0].label == "Prepared by");
    CHECK(comparison.changes[0].new_words == "Supervisor");
    CHECK(comparison.changes[1].field == "ending.reason");
  }

  TEST_CASE("¶13b: trips and source are compared with the amount") {
    Packet before = example_a();
    before.answers.set_actuals({{"2026H1", "100"}});
    Packet after = example_a();
    after.answers.set_actuals({{"2026H1", "100", "1", "OCFO"}});
    const Comparison comparison = between(before, after);
    REQUIRE(comparison.changes.size() == 1);
    CHECK(comparison.changes[0].new_words == "$100.00, 1 trip, OCFO");
  }

  TEST_CASE("an answer that is set aside does not count") {
    const Packet short_one = with(example_a(), {{Leaf::arrangement_end, "2025-12-01"}});
    CHECK(are_alike(between(example_a(), short_one)));
  }

  TEST_CASE("an answer changes with its label, in words and canonical; what comes of it follows in the same part") {
    const Comparison comparison = between(example_a(), with(example_a(), {{Leaf::travel_budget_transport, "450"}}));
    REQUIRE(comparison.changes.size() > 3);
    const PacketChange& fare = comparison.changes.front();
    CHECK(fare.kind == ChangeKind::answer);
    CHECK(fare.field == "travel_budget.transport");
    CHECK(fare.label == "E4 Round trip transportation cost per trip");
    CHECK(fare.old_words == "$412.60");
    CHECK(fare.new_words == "$450.00");
    CHECK(fare.old_value == "412.60");
    CHECK(fare.new_value == "450.00");
    CHECK(comparison.changes[1].field == "travel_budget.trip_cost");
    CHECK(comparison.changes[1].kind == ChangeKind::result);
    CHECK(comparison.changes[1].label == "E9 Total cost per trip to agency worksite");
    CHECK(comparison.changes[2].field == "travel_budget.annual");
    CHECK(comparison.changes[3].field == "cost_benefit.overall");
    CHECK(find(comparison, "travel_budget.trip_cost.as_worded") == nullptr);
    CHECK(find(comparison, "relocation.one_year") == nullptr);
  }

  TEST_CASE("the year of the pay table is a year, without a comma") {
    const Comparison comparison = between(example_a(), with(example_a(), {{Leaf::locality_pay_year, "2024"}}));
    const PacketChange* year = find(comparison, "locality_pay.year");
    REQUIRE(year != nullptr);
    CHECK(year->new_words == "2024");
  }

  TEST_CASE("a place is one change, and so is a signature") {
    const Packet before = begun(R"("employee": {"requested_worksite": {"city": "Denver", "county": "Denver County",
        "state": "CO"}}, "concurring_supervisor": {"name": "A. Lee"})");
    const Packet after = begun(R"("employee": {"requested_worksite": {"city": "Boise", "county": "Ada County",
        "state": "ID"}}, "concurring_supervisor": {"name": "A. Lee", "decision": "concur", "date": "2025-05-06"})");
    const Comparison comparison = between(before, after);
    const PacketChange* place = find(comparison, "employee.requested_worksite");
    REQUIRE(place != nullptr);
    CHECK(place->label == "B3 Requested official worksite/duty station");
    CHECK(place->old_words == "Denver, Denver County, CO");
    CHECK(place->new_words == "Boise, Ada County, ID");
    const PacketChange* signature = find(comparison, "concurring_supervisor");
    REQUIRE(signature != nullptr);
    CHECK(signature->new_words == "A. Lee, Concur, Tuesday, May 6, 2025");
    const PacketChange* area = find(comparison, "rates.requested_area");
    REQUIRE(area != nullptr);
    CHECK(area->kind == ChangeKind::rate);
    CHECK(area->label == "D1 Locality pay area of the requested official worksite");
    CHECK(area->old_words == "Denver-Aurora, CO (DEN)");
  }

  TEST_CASE("D1: a pay area that was picked is called by its name") {
    const Packet before =
        begun(R"("position": {"pay_plan": "GS", "grade": 12, "step": 5}, "locality_pay": {"year": 2025})");
    const Packet after = begun(R"("position": {"pay_plan": "GS", "grade": 12, "step": 5},
        "locality_pay": {"year": 2025, "requested_area": "DEN"})");
    const Comparison comparison = between(before, after);
    const PacketChange* picked = find(comparison, "locality_pay.requested_area");
    REQUIRE(picked != nullptr);
    CHECK(picked->old_words == "not answered");
    CHECK(picked->new_words == "Denver-Aurora, CO (DEN)");
    CHECK(picked->new_value == "DEN");
  }

  TEST_CASE("an answer given, taken back, and one that cannot be read") {
    const Packet none = begun("");
    const PacketChange given = only(between(none, begun(R"("position": {"supervisory": true})")));
    CHECK(given.old_words == "not answered");
    CHECK(given.old_value.empty());
    CHECK(given.new_words == "Yes");
    CHECK(only(between(begun(R"("notes": "n")"), none)).new_words == "not answered");
    CHECK(only(between(none, begun(R"("travel_budget": {"nights": "three"})"))).new_words ==
          "\"three\", which cannot be read");
  }

  TEST_CASE("App. B to D: an item says whose it is") {
    const Comparison comparison = between(begun(""), begun(R"("agreement": {"same_commuting_area": false,
                                       "employee_signature": {"name": "A"}}, "annual_review": {"date": "2026-07-20"})"));
    CHECK(find(comparison, "agreement.same_commuting_area")->label.starts_with("App. B, B3 Within the same"));
    CHECK(find(comparison, "agreement.employee_signature")->label == "App. B, Employee's signature");
    CHECK(find(comparison, "annual_review.date")->label == "App. D, Date of review");
  }

  TEST_CASE("rates that moved: the same answers a year later") {
    Packet later = example_a();
    later.prepared_on = calendar_date(2026, 5, 5);
    later.answers.set(Leaf::arrangement_start, "2025-07-14");
    later.answers.set(Leaf::travel_budget_mie, "");
    Packet before = example_a();
    before.answers.set(Leaf::travel_budget_mie, "");
    const Comparison comparison = between(before, later);
    CHECK(comparison.changes.front().field == "rates.pay_year");
    CHECK(comparison.changes.front().old_words == "2025");
    CHECK(comparison.changes.front().new_words == "2026");
    CHECK(find(comparison, "locality_pay.requested_salary")->kind == ChangeKind::result);
    for (const PacketChange& change : comparison.changes) CHECK(change.kind != ChangeKind::answer);
  }

  TEST_CASE("¶13b: spending by half-year, whatever its order") {
    Packet before = example_a();
    before.answers.set_actuals({{"2026H1", "100"}, {"2025H2", "50"}});
    Packet after = example_a();
    after.answers.set_actuals({{"2025H2", "50.00"}, {"2026H1", "120.5"}, {"2026H2", "?"}});
    const Comparison comparison = between(before, after);
    REQUIRE(comparison.changes.size() == 2);
    CHECK(comparison.changes[0].field == "actuals.2026H1");
    CHECK(comparison.changes[0].old_words == "$100.00");
    CHECK(comparison.changes[0].new_words == "$120.50");
    CHECK(comparison.changes[1].new_words == "\"?\"");
  }

  TEST_CASE("members that are not known are compared at their place, also answers of a wrong type") {
    const Comparison comparison = between(begun(R"("x": {"a": 1, "b": 2}, "employee": {"first_name": ["Ann"]})"),
                                          begun(R"("x": {"b": 2, "a": 3, "c": "z"})"));
    REQUIRE(comparison.changes.size() == 3);
    CHECK(comparison.changes[0].field == "employee.first_name");
    CHECK(comparison.changes[0].new_words == "not answered");
    CHECK(comparison.changes[1].label == "Other members: x.a");
    CHECK(comparison.changes[1].old_words == "1");
    CHECK(comparison.changes[2].field == "x.c");
    CHECK(comparison.changes[2].old_words == "not there");
  }

  TEST_CASE("every field can be a change: none is passed over") {
    for (const LeafInfo& leaf : leaves()) {
      CAPTURE(leaf.id);
      // What follows from another answer is asked for once that is yes.
      Packet before;
      if (leaf.when == When::overseas) before.answers.set(Leaf::eligibility_overseas_existing, "yes");
      if (leaf.when == When::mobile) before.answers.set(Leaf::eligibility_mobile_work, "yes");
      Packet after = before;
      after.answers.set(leaf.leaf, "x");
      const Comparison comparison = between(before, after);
      REQUIRE(find(comparison, leaf.field) != nullptr);
      CHECK_FALSE(find(comparison, leaf.field)->label.empty());
    }
  }

  TEST_CASE("the bytes of two packets; one that is none says which") {
    const std::string file = test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
    const auto compared = [](std::string_view before, std::string_view after) {
      return compare_files(test::rates_at_hand(), before, after, calendar_date(2025, 5, 5));
    };
    CHECK(are_alike(*compared(file, file)));
    CHECK(compared(file, R"({"format": "telework-packet/1"})")->changes.size() > 20);
    CHECK(compared("[]", file).error().where == "old");
    CHECK(compared(file, "{}").error().where == "new.format");
  }

  TEST_CASE("as JSON, with null where there is no value; as text, a line a change") {
    const Comparison comparison = between(example_a(), with(example_a(), {{Leaf::notes, "Reviewed."}}));
    const Json json = comparison_json(comparison);
    CHECK(json.find("alike")->as_boolean() == false);
    CHECK(*json.find("old")->find_string("prepared_on") == "2025-05-05");
    const Json& change = json.find("changes")->as_array()->front();
    CHECK(*change.find_string("kind") == "answer");
    CHECK(change.find("old_value")->is_null());
    CHECK(*change.find_string("new_value") == "Reviewed.");
    CHECK(comparison_text(comparison) ==
          "Revision 3, May 5, 2025 → Revision 3, May 5, 2025\nNotes: not answered → Reviewed.\n");
    CHECK(comparison_text(between(example_a(), example_a())).ends_with("\nThe two packets are the same.\n"));
  }

  TEST_CASE("a file that was changed after it was sealed is told as such beside its name, at each side") {
    const std::string as_sealed = test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
    std::string changed = as_sealed;
    const std::string_view from = "\"transport\": \"412.60\"";
    changed.replace(changed.find(from), from.size(), "\"transport\": \"112.60\"");
    const auto told = [](const std::string& before, const std::string& after) {
      const Result<Comparison> comparison =
          compare_files(test::rates_at_hand(), before, after, calendar_date(2025, 5, 5));
      REQUIRE(comparison.has_value());
      return *comparison;
    };
    const Comparison comparison = told(as_sealed, changed);
    CHECK(comparison.old_packet.verdict.empty());
    CHECK(comparison.new_packet.verdict.starts_with("Part E was changed after it was sealed."));
    CHECK(test::contains(comparison_text(comparison), "\nNew: Part E was changed after it was sealed. "));
    CHECK(told(changed, as_sealed).old_packet.verdict == comparison.new_packet.verdict);
    CHECK(comparison_json(comparison).find("new")->find_string("verdict") != nullptr);
    CHECK(comparison_json(comparison).find("old")->find("verdict") == nullptr);
  }
}
