// A sample: a packet of an invented person that says so of itself, and cannot lose the mark on the way.
#include <doctest/doctest.h>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "long_text.h"
#include "packet/calendar.h"
#include "packet/compare.h"
#include "packet/evaluation.h"
#include "packet/packet.h"
#include "packet/redact.h"
#include "packet/review.h"
#include "packet/two_packets.h"

using namespace ftt;
using test::assessment_of;
using test::contains;
using test::example_a;
using test::file_of;
using test::packet_in;
using test::rates_at_hand;

namespace {

Packet sample() {
  Packet packet = example_a();
  packet.is_sample = true;
  return packet;
}

bool is_marked(std::string_view file) {
  return contains(file, "\"sample\": true").is_so;
}

}  // namespace

TEST_SUITE("packet: a sample") {
  TEST_CASE("the mark is read and written, outside of Parts A to I: the seal is that of the packet without it") {
    const std::string file = file_of(sample());
    CHECK(is_marked(file));
    CHECK(file.find("\"order\"") < file.find("\"sample\""));
    CHECK(file.find("\"sample\"") < file.find("\"arrangement\""));
    CHECK(packet_in(file).is_sample);
    CHECK(file_of(packet_in(file)) == file);
    CHECK(content_seal(sample()) == content_seal(example_a()));
    CHECK_FALSE(is_marked(file_of(example_a())));
  }

  TEST_CASE("a mark that is not true or false is named, kept, and marks nothing") {
    const Result<OpenedPacket> opened = read_packet(R"({"format": "telework-packet/1", "sample": "yes"})");
    REQUIRE(opened.has_value());
    REQUIRE(opened->problems.size() == 1);
    CHECK(opened->problems[0].field == "sample");
    CHECK(opened->problems[0].message == "a text is here; write true, or leave it out");
    CHECK_FALSE(opened->packet.is_sample);
    CHECK(contains(file_of(opened->packet), "\"sample\": \"yes\""));
  }

  TEST_CASE("a redacted copy, a review and the packet under review in both keep it") {
    const Packet review = start_review(sample(), assessment_of(sample()), calendar_date(2026, 5, 5));
    CHECK(is_marked(file_of(review)));
    CHECK(find_reviewed(review)->packet.is_sample);
    const Packet copy = redact(review, test::rates_with_zip_codes()).packet;
    CHECK(is_marked(file_of(copy)));
    CHECK(find_reviewed(copy)->packet.is_sample);
  }

  TEST_CASE("a comparison says which of the two is one; the mark itself is no difference of the forms") {
    const Comparison comparison = compare(sample(), assessment_of(sample()), example_a(), assessment_of(example_a()));
    CHECK(are_alike(comparison));
    CHECK(words_of(comparison.old_packet) == concat("Sample, ", words_of(comparison.new_packet)));
    const Json json = comparison_json(comparison);
    CHECK(json.find("old")->find("sample")->as_boolean() == true);
    CHECK(json.find("new")->find("sample") == nullptr);
  }

  TEST_CASE("evaluate and validate say it as a warning, and it is good all the same") {
    const Evaluation evaluation = evaluate(rates_at_hand(), file_of(sample()), calendar_date(2025, 5, 5));
    REQUIRE_FALSE(evaluation.problems.empty());
    CHECK(evaluation.problems[0].field == "sample");
    CHECK(evaluation.problems[0].severity == Severity::warning);
    CHECK(evaluation.problems[0].message == "Sample: invented person, not a request.");
    CHECK(evaluation.standing == Standing::good);
  }

  TEST_CASE("its dates say it in each title of the calendar") {
    const Result<std::string> file = packet_calendar(sample(), assessment_of(sample()).policy.deadlines,
                                                     UtcTime{calendar_date(2025, 5, 5), 15, 4, 9});
    REQUIRE(file.has_value());
    CHECK(contains(*file, "(sample)"));
  }
}
