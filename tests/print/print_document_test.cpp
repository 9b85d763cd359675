// The print document: everything of the four forms is in it, it is inert, and it opens again.
//
// Goldens are scenarios/<story>.html, without the style sheet, which scenarios/print.css holds once.
#include "print/print_document.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "form/estimate.h"
#include "long_text.h"
#include "order/invented_edition.h"
#include "order/registers.h"
#include "packet/golden.h"
#include "print/print_answers.h"
#include "print/print_html.h"
#include "print/print_style.h"

using namespace ftt;
using test::count_of;
using test::day_at_hand;
using test::rates_at_hand;

namespace {

Packet scenario(std::string_view story) {
  Result<OpenedPacket> opened = read_packet(test::read_file(concat(FTT_TESTS_DIR "/scenarios/", story, ".json")));
  REQUIRE(opened.has_value());
  return std::move(opened->packet);
}

Assessment assessed(const Packet& packet) {
  return assess(rates_at_hand(), packet.answers, {hrm_6040_2, packet_date(packet, day_at_hand)});
}

std::string printed(const Packet& packet, PrintSettings settings = {}) {
  settings.now = "November 21, 2026, 3:04 PM EST";
  return print_document(packet, {rates_at_hand(), {hrm_6040_2, packet_date(packet, day_at_hand)}}, settings);
}

std::string with_all_parts(const Packet& packet) {
  return printed(packet, {"", {print_parts.begin(), print_parts.end()}});
}

// The first tag that does not close the one that is open; empty where all are balanced.
std::string first_unbalanced_tag(std::string_view html) {
  std::vector<std::string_view> open;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::string_view tag = html.substr(at + 1, html.find('>', at) - at - 1);
    const bool is_closing = tag.starts_with('/');
    const std::string_view name = tag.substr(is_closing, tag.find_first_of(" >", 1) - is_closing);
    if (tag.starts_with('!') || tag.ends_with('/') || name == "meta" || name == "wbr") continue;
    if (!is_closing) {
      open.push_back(name);
    } else {
      if (open.empty() || open.back() != name) return std::string(tag);
      open.pop_back();
    }
  }
  return open.empty() ? "" : std::string(open.back());
}

bool is_beside_the_form(const LeafInfo& leaf) {
  return leaf.item.empty() || leaf.leaf == Leaf::locality_pay_year || leaf.leaf == Leaf::travel_budget_per_diem_month ||
         leaf.leaf == Leaf::travel_budget_trip_cost_method || leaf.leaf == Leaf::travel_budget_trips_in_term;
}

}  // namespace

TEST_SUITE("view: the print document") {
  TEST_CASE("the packet is complete where each form that it needs is, and no sooner") {
    const Packet packet = scenario("example_a");
    REQUIRE(assessed(packet).complete);
    const std::string html = printed(packet);
    CHECK(test::lacks(html, "The packet is complete."));
    CHECK(test::contains(html, "The Analysis Tool is complete; the packet is not yet: App. B, Arrangement Agreement."));
    Packet signed_by_all = scenario("review-2024");
    signed_by_all.answers.set(Leaf::eligibility_telework_agreement_approved, "yes");
    REQUIRE(assessed(signed_by_all).complete);
    CHECK(test::contains(printed(signed_by_all), "<h3>The packet is complete.</h3>"));
    signed_by_all.answers.set(Leaf::agreement_employee_signature_date, "");
    CHECK(test::lacks(printed(signed_by_all), "The packet is complete."));
  }

  TEST_CASE("¶11a: the agreement of a review has no list of what must be there before the arrangement may begin") {
    constexpr std::string_view heading = "Before the arrangement may begin";
    CHECK(test::contains(printed(scenario("example_a")), heading));
    CHECK(test::lacks(printed(scenario("review-2025")), heading));
    CHECK(test::lacks(printed(scenario("review-2025")), "before the arrangement begins"));
  }

  TEST_CASE("¶9a: the cover counts 20 work days from an employee's request alone") {
    CHECK(test::contains(printed(scenario("example_a")), "chain of command (20 work days)"));
    CHECK(test::lacks(printed(scenario("example_b")), "(20 work days)"));
  }

  TEST_CASE("¶9: an approval that does not stand is not printed as one, and a concurrence on other content is named") {
    Packet packet = scenario("example_a");
    packet.answers.set(Leaf::concurrences_hr_director_decision, "deny");
    packet.answers.set(Leaf::determination_outcome, "approved");
    packet.answers.set(Leaf::determination_date, "2025-06-02");
    std::string html = printed(packet);
    CHECK(test::lacks(html, "It is approved"));
    CHECK(test::contains(html, "The approval is not valid."));
    CHECK(html.find("to be corrected.</b> The worksheet lists") < html.find("What is not in it"));
    CHECK(test::lacks(html, "goes up the chain of command"));

    // ¶9c, ¶11a. A denial ends it: nobody signs any more, and nothing is reviewed.
    packet.answers.set(Leaf::determination_outcome, "");
    packet.answers.set(Leaf::determination_date, "");
    packet.answers.set(Leaf::concurrences_hr_director_decision, "");
    packet.answers.set(Leaf::concurrences_executive_decision, "deny");
    html = printed(packet);
    CHECK(test::contains(html, "denied it, which ends it"));
    CHECK(test::lacks(html, "To be signed:"));
    CHECK(test::lacks(html, "goes up the chain of command"));
    CHECK(test::contains(html, "<b>Not to be signed.</b>"));
    CHECK(test::lacks(html, "First annual review"));
    CHECK(test::lacks(html, "other content"));
    packet.extras = *read_json(R"({"seal": {"concurrences": {"executive": "sha256:1111"}}})");
    html = printed(packet);
    CHECK(test::contains(html, "this concurrence was given on other content"));
  }

  TEST_CASE("it is the golden, byte for byte") {
    for (const std::string_view story : {"example_a", "example_b", "begun"}) {
      CAPTURE(story);
      const std::string page = test::without_style(test::without_digest(printed(scenario(story))));
      test::check_golden(concat(FTT_TESTS_DIR "/scenarios/", story, ".html"), page);
    }
  }

  TEST_CASE("so is its style sheet, with what stands in the margins of each page") {
    const print::Margins margins{"notice", "identity", "parts", "seal", "time"};
    const print::NamedPage page{"agreement", "running"};
    test::check_golden(FTT_TESTS_DIR "/scenarios/print.css", print::style_sheet(margins, {&page, 1}));
  }

  TEST_CASE("parts A to M stand in their order") {
    const std::string page = printed(scenario("begun"));
    std::size_t last = 0;
    for (const char letter : std::string_view("ABCDEFGHIJKLM")) {
      const std::size_t place = page.find(concat("<h3 id=\"part-", letter, "\">"));
      CAPTURE(letter);
      REQUIRE(place != std::string::npos);
      CHECK(place > last);
      last = place;
    }
  }

  TEST_CASE("every answer of the form is printed as people read it") {
    for (const std::string_view story : {"example_a", "example_b"}) {
      const Packet packet = scenario(story);
      const std::string page = printed(packet);
      for (const LeafInfo& leaf : leaves()) {
        if (is_beside_the_form(leaf) || packet.answers.is_empty(leaf.leaf)) continue;
        CAPTURE(leaf.id);
        CHECK(test::contains(page, print::inert(print::shown(packet.answers, leaf.leaf))));
      }
    }
  }

  TEST_CASE("every label of the form is printed, answered or not") {
    const std::string page = with_all_parts(Packet{});
    for (const LeafInfo& leaf : leaves()) {
      const bool is_long_and_aside = leaf.leaf == Leaf::locality_pay_requested_salary ||
                                     leaf.leaf == Leaf::locality_pay_agency_salary ||
                                     leaf.leaf == Leaf::locality_pay_salary_source ||
                                     leaf.leaf == Leaf::additional_transit_subsidy;  // only helps with line F1
      if (is_beside_the_form(leaf) || is_long_and_aside) continue;
      CAPTURE(leaf.id);
      CHECK(test::contains(page, print::inert(leaf.group == Group::none ? leaf.label : leaf.field_label)));
    }
  }

  TEST_CASE("an empty packet has ruled blanks, and unknown figures are no zeros") {
    const std::string page = printed(Packet{});
    CHECK(count_of(page, "not answered") > 60);
    CHECK(count_of(page, "<td class=\"amount\">unknown</td>") > 12);
  }

  TEST_CASE("the worksheet says of lines 5 and 6 whether they were entered or are from the table") {
    const auto entered_in_worksheet = [](const Packet& packet) {
      const std::string page = printed(packet);
      return count_of(page.substr(page.find("id=\"sheet-worksheet\"")), "Entered.</div>");
    };
    Packet packet = scenario("example_a");
    CHECK(entered_in_worksheet(packet) == 3);  // both, and the estimate of Part H
    packet.answers.set(Leaf::travel_budget_lodging, "");
    CHECK(entered_in_worksheet(packet) == 2);
  }

  TEST_CASE("what a figure needs names the place that it is a part of") {
    const std::string page = printed(Packet{});
    for (const std::string_view place : {"Requested official worksite/duty station, State", "Agency worksite, State"}) {
      CHECK(test::contains(page, place));
    }
  }

  TEST_CASE("what is set aside is not printed, and comes back") {
    Packet packet = scenario("example_a");
    packet.answers.set(Leaf::arrangement_end, "2025-12-31");
    const std::string end = "December 31, 2025";
    CHECK(test::lacks(printed(packet), end));
    packet.answers.set(Leaf::arrangement_term, "short");
    CHECK(test::contains(printed(packet), end));
  }

  TEST_CASE("typed text does nothing, wherever it stands") {
    constexpr std::string_view nasty =
        "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&lt;\xE2\x80\xAE"
        "abc e\xCC\x81\xCC\x81 ʻokina "
        "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D</style></template>";
    Packet packet;
    packet.id = nasty;
    for (const LeafInfo& leaf : leaves()) packet.answers.set(leaf.leaf, nasty);
    packet.answers.set(Leaf::arrangement_action, "incumbent");
    packet.answers.set(Leaf::arrangement_term, "short");
    const std::string page = print_document(packet, {rates_at_hand(), {hrm_6040_2, packet_date(packet, day_at_hand)}},
                                            {std::string(nasty), {print_parts.begin(), print_parts.end()}});
    CHECK(test::lacks(page, "<script"));
    CHECK(test::lacks(page, "<img"));
    CHECK(count_of(page, "</style>") == 1);
    CHECK(count_of(page, "</template>") == 1);
    CHECK(first_unbalanced_tag(page).empty());
    CHECK(test::contains(page, "<bdi>&lt;script&gt;"));
  }

  TEST_CASE("control characters become U+FFFD, line ends stay") {
    CHECK(print::inert(std::string("a\0b\x1B\nc", 6)) ==
          "a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD\nc");
  }

  TEST_CASE("a text of 20,000 characters is printed whole") {
    Packet packet = scenario("example_a");
    const std::string words(20'000, 'w');
    packet.answers.set(Leaf::justification_cost, words);
    CHECK(test::contains(printed(packet), words));
  }

  TEST_CASE("the print holds what the case needs: App. C for a recruit, App. D for a review, no App. B up to 90 days") {
    const auto parts_of = [](const Packet& packet) { return needed_parts(packet, assessed(packet)); };
    const auto has = [](const std::vector<PrintPart>& parts, PrintPart part) {
      return std::find(parts.begin(), parts.end(), part) != parts.end();
    };
    Packet packet = scenario("example_a");
    CHECK(parts_of(packet) == std::vector<PrintPart>{PrintPart::cover, PrintPart::analysis_tool, PrintPart::agreement,
                                                     PrintPart::worksheet, PrintPart::findings});
    packet.answers.set(Leaf::arrangement_type, "annual_review");
    CHECK(has(parts_of(packet), PrintPart::annual_review));
    packet.answers.set(Leaf::arrangement_type, "new");
    packet.answers.set(Leaf::arrangement_action, "recruit");
    CHECK(has(parts_of(packet), PrintPart::recruit_agreement));
    packet.answers.set(Leaf::arrangement_term, "short");
    packet.answers.set(Leaf::arrangement_start, "2027-01-04");
    packet.answers.set(Leaf::arrangement_end, "2027-04-03");
    CHECK_FALSE(has(parts_of(packet), PrintPart::agreement));
  }

  TEST_CASE("¶7a: up to 90 days the print says in one statement that it is an estimate") {
    Packet packet = scenario("example_a");
    packet.answers.set(Leaf::arrangement_term, "short");
    packet.answers.set(Leaf::arrangement_end, "2025-09-11");
    const std::string page = printed(packet);
    CHECK(count_of(page, "<b>An estimate.</b> The arrangement lasts 60 days.") == 2);  // cover and App. A
    CHECK(test::contains(page, "Not required here; filled in as an estimate."));
    CHECK(test::lacks(page, "The Analysis Tool goes up the chain"));
    CHECK(test::lacks(printed(scenario("example_a")), "An estimate."));
  }

  TEST_CASE("¶12: the walk prints as a record, with what it decides and the dates; none without a reason") {
    Packet packet = scenario("example_a");
    CHECK(test::lacks(printed(packet), "Record of ending"));
    for (const auto& [leaf, value] :
         {std::pair(Leaf::ending_reason, "misconduct"), std::pair(Leaf::ending_required_by_policy, "yes"),
          std::pair(Leaf::ending_offer, "move"), std::pair(Leaf::ending_answer, "move"),
          std::pair(Leaf::ending_effective, "2025-09-01")}) {
      packet.answers.set(leaf, value);
    }
    const std::string page = printed(packet);
    for (const std::string_view said : {"Record of ending or changing it", "Misconduct: end the arrangement", "It must end",
                                        "Who pays for the move", "The employee.", "September 1, 2025"}) {
      CAPTURE(said);
      CHECK(test::contains(page, said));
    }
  }

  TEST_CASE("¶9b, ¶11a, ¶11b, ¶13b, App. C: what is recorded beside the forms is printed") {
    Packet packet = scenario("example_a");
    packet.answers.set(Leaf::arrangement_type, "annual_review");
    packet.answers.set(Leaf::arrangement_action, "recruit");
    packet.answers.set(Leaf::record_budget_contact_name, "Bo Contact");
    packet.answers.set(Leaf::annual_review_funds, "Funds were cut.");
    packet.answers.set(Leaf::annual_review_replacing_cost, "12000");
    packet.answers.set(Leaf::annual_review_recommendation, "cut_costs");
    packet.answers.set(Leaf::recruit_agreement_training_completed, "2025-08-20");
    packet.answers.set(Leaf::prepared_by, "supervisor");
    packet.answers.set_actuals({{"2025H2", "900", "2", "Report of the OCFO"}});
    const std::string page = with_all_parts(packet);
    for (const std::string_view said :
         {"Bo Contact", "Funds were cut.", "$12,000.00", "Continue it at a lower cost", "August 20, 2025",
          "2 trips, Report of the OCFO", "<dt>Prepared by</dt><dd><bdi>Supervisor</bdi>"}) {
      CAPTURE(said);
      CHECK(test::contains(page, said));
    }
    CHECK(test::contains(printed(Packet()), "<dt>Prepared by</dt><dd><span class=\"blank\">"));
  }

  TEST_CASE("chosen parts alone are printed, which they are is said, and the page still carries the whole packet") {
    const Packet packet = scenario("example_a");
    const std::string page = printed(packet, {"", {PrintPart::agreement, PrintPart::findings}});
    CHECK(count_of(page, "<section class=\"sheet") == 2);
    CHECK(page.find("id=\"sheet-agreement\"") < page.find("id=\"sheet-findings\""));
    CHECK(test::contains(
        page, "This print has only some parts: App. B, Arrangement Agreement; Findings, documents and dates."));
    CHECK(count_of(page, "<h1") == 1);
    CHECK(read_packet(page)->packet.answers == packet.answers);
  }

  TEST_CASE("a redacted print has no name and no home address, on paper or inside, and says so") {
    const Packet packet = scenario("example_a");
    PrintSettings settings{"", {print_parts.begin(), print_parts.end()}};
    settings.names = Names::left_out;
    const std::string page = printed(packet, settings);
    for (const Leaf leaf : {Leaf::employee_last_name, Leaf::employee_first_name, Leaf::concurring_supervisor_name,
                            Leaf::employee_requested_worksite_address}) {
      CAPTURE(info(leaf).id);
      REQUIRE_FALSE(packet.answers.is_empty(leaf));
      CHECK(test::lacks(page, print::inert(packet.answers.text(leaf))));
    }
    CHECK(test::contains(page, "<title>Full-Time Telework Packet, redacted</title>"));
    CHECK(test::contains(page, "@top-left{content:\"REDACTED COPY: names and home address left out\""));
    CHECK(test::contains(page, "Removed: B1 Last name"));
    CHECK(read_packet(page)->packet.is_redacted);
    CHECK(test::lacks(printed(packet), "REDACTED"));
  }

  TEST_CASE("a sample says so at the head of each page, in each sheet and in the title; no other packet does") {
    Packet packet = scenario("example_a");
    CHECK(test::lacks(printed(packet), "ample:"));
    CHECK(test::lacks(printed(packet), "data-mark"));
    packet.is_sample = true;
    const std::string page = printed(packet, {"", {print_parts.begin(), print_parts.end()}});
    CHECK(test::contains(page, "<title>Sample: Full-Time Telework Packet, "));
    CHECK(test::contains(page, "@top-center{content:\"Sample:\" \"\\a\" \"invented person, not a request\""));
    CHECK(test::contains(page, " data-mark=\"Sample: invented person, not a request\">"));
    CHECK(count_of(page, "<p class=\"sample\">Sample: invented person, not a request</p>") == print_parts.size());
    CHECK(first_unbalanced_tag(page).empty());
    CHECK(read_packet(page)->packet.is_sample);
  }

  TEST_CASE("the record of ending it is a page of its own, printed where it is asked for alone (¶12)") {
    Packet packet = scenario("example_a");
    CHECK(test::lacks(printed(packet), "sheet-ending_record"));
    packet.answers.set(Leaf::ending_reason, "leaves_gsa");
    packet.answers.set(Leaf::ending_effective, "2026-03-31");
    const std::string page = printed(packet, {"", {PrintPart::ending_record}});
    CHECK(count_of(page, "<section") == 1);
    CHECK(test::contains(page, "The employee leaves GSA"));
    CHECK(test::contains(page, "March 31, 2026"));
    CHECK(test::contains(page, "Kahale"));
    CHECK(test::contains(page, "Received by the servicing HR office"));
    CHECK(first_unbalanced_tag(page).empty());
    CHECK(read_packet(page)->packet.answers == packet.answers);
  }

  TEST_CASE("each of the four forms says in whose words it is, since each may be kept alone") {
    for (const PrintPart part : print_parts) {
      CAPTURE(name_of(part));
      const std::string page = printed(scenario("example_a"), {"", {part}});
      CHECK(count_of(page, "Restated in plain language; the order governs.") == (print::appendix_of(part) ? 1U : 0U));
    }
  }

  TEST_CASE("the page carries a policy of its own before anything that it rules: no script, no request, no form") {
    const std::string page = printed(scenario("example_a"));
    const std::size_t place = page.find("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    REQUIRE(place != std::string::npos);
    CHECK(place < page.find("<style>"));
    CHECK(place < page.find("<title>"));
    CHECK(count_of(page, "Content-Security-Policy") == 1);
    const std::string_view policy = std::string_view(page).substr(place, page.find('\n', place) - place);
    CHECK(policy ==
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
          "base-uri 'none'; form-action 'none'\">");
  }

  TEST_CASE("App. B to D: the agency's own wording takes the place of our restatement, with its digest") {
    std::string text = wording_template();
    for (std::size_t at = text.find("]\n"); at != std::string::npos; at = text.find("]\n", at)) {
      text.insert(at + 2, "Officially <so>: ");
      at += 2;
    }
    const Wording wording = *read_wording(text);
    const Packet packet = scenario("example_a");
    const auto page_with = [&](const Wording* used) {
      return print_document(
          packet, {rates_at_hand(), {hrm_6040_2, packet_date(packet, day_at_hand)}, {}, PolicySettings(), used},
          {"", {print_parts.begin(), print_parts.end()}});
    };
    const std::string page = page_with(&wording);
    CHECK(count_of(page, "Officially &lt;so&gt;: ") == clauses().size());
    for (const Clause& clause : clauses()) {
      CHECK(test::lacks(page, concat("<span>", print::inert(clause.cite.paragraph().restatement))));
    }
    CHECK(count_of(page, "The clauses are in the agency's own wording") == 3);
    CHECK(count_of(page, "Restated in plain language; the order governs.") == 1);  // App. A
    CHECK(count_of(page,
                   concat("The agency's wording of Appendices B to D <span class=\"digest\">", wording.digest())) == 1);
    CHECK(test::lacks(page_with(nullptr), "agency's own wording"));
  }

  TEST_CASE("once the Analysis Tool is approved, a level that has not signed is one that does not apply") {
    Packet packet = scenario("review-2024");
    CHECK(packet.answers.is_empty(Leaf::concurrences_third_level_date));
    CHECK(test::lacks(printed(packet), "To be signed"));
    packet.answers.set(Leaf::agreement_supervisor_signature_date, "");
    CHECK(test::contains(printed(packet), "To be signed: Supervisor&#39;s signature."));
  }

  TEST_CASE("¶9, App. B, Part D, item 2: a ticked answer is no approval: the cover still says who has not signed") {
    Packet packet = scenario("example_a");
    packet.answers.set(Leaf::agreement_analysis_tool_approved, "yes");
    CHECK(test::contains(printed(packet, {"", {PrintPart::cover, PrintPart::analysis_tool}}),
                         "Nobody has signed it yet"));
  }

  TEST_CASE("yes stands before no, as on the forms") {
    const std::string page = with_all_parts(scenario("example_a"));
    CHECK(count_of(page, "</span><span>Yes") >= 5);
    for (std::size_t at = page.find("</span><span>Yes"); at != std::string::npos;
         at = page.find("</span><span>Yes", at + 1)) {
      CHECK(page.find("</span><span>No", at) < page.find("</ul>", at));
    }
  }

  TEST_CASE("the cover begins with the answer as a sentence and both salaries, without a sign beside the word") {
    const std::string page = printed(scenario("example_a"), {"", {PrintPart::cover}});
    const std::size_t answer = page.find(
        "<p class=\"answer\">GSA would spend $8,295.80 less a year: pay −&#8288;$14,483, trips +$10,087.20, transit "
        "−&#8288;$3,900.</p>"
        "<p class=\"beside-answer\">Pay at ");
    REQUIRE(answer != std::string::npos);
    CHECK(answer < page.find("Employee or recruit"));
    CHECK(test::lacks(page, "Saves $"));
  }

  TEST_CASE("the estimate alone is one sheet of the answer, its answers, readings, tables, day and what it is not") {
    Packet packet = scenario("example_a");
    packet.answers.set(Leaf::position_pay_plan, "");
    assume_what_is_open(packet.answers);
    const std::string page = printed(packet, {"November 21, 2026", {PrintPart::estimate}});
    CHECK(count_of(page, "<section ") == 1);
    for (const char* part :
         {"<h1 class=\"title\" id=\"title-estimate\">Estimate of full-time telework</h1>",
          "GSA would spend $8,295.80 less a year", "<h2 class=\"section\">Your answers</h2>", "GS-12, step 5",
          "General Schedule (GS). Change it if", "Fare every night (used here)", "Fare once a trip", "General Schedule",
          "Estimated on ", "This is an estimate, not a decision.", "<title>Estimate of full-time telework</title>"}) {
      CAPTURE(part);
      CHECK(test::contains(page, part));
    }
    // It names nobody, and carries nothing that does.
    CHECK(test::lacks(page, packet.answers.text(Leaf::employee_last_name)));
    CHECK(test::lacks(page, packet.id));
    CHECK(test::lacks(page, "telework-packet/1"));
    CHECK(test::lacks(page, "Seal"));
  }

  TEST_CASE("the estimate of a sample says so in its title and at the head of its page; no other estimate does") {
    Packet packet = scenario("example_a");
    const PrintSettings alone{"November 21, 2026", {PrintPart::estimate}};
    CHECK(test::lacks(printed(packet, alone), "Sample"));
    packet.is_sample = true;
    const std::string page = printed(packet, alone);
    CHECK(test::contains(page, "<title>Sample: Estimate of full-time telework</title>"));
    CHECK(count_of(page, "<p class=\"sample\">Sample: invented person, not a request</p>") == 1);
  }

  TEST_CASE("what the estimate has assumed is marked on the cover, on App. A and on the worksheet") {
    Packet packet = scenario("example_a");
    packet.answers.set(Leaf::position_pay_plan, "");
    packet.answers.set(Leaf::travel_budget_extra, "");
    assume_what_is_open(packet.answers);
    const std::string page = printed(packet);
    CHECK(page.find("Assumed and not answered yet: Pay plan: General Schedule (GS); Other costs") != std::string::npos);
    CHECK(test::contains(page, "<span class=\"small\">assumed</span>"));
    CHECK(test::contains(page, "<div class=\"small\">Assumed</div>"));
    CHECK(test::contains(page, "(assumed)"));
    CHECK(test::lacks(printed(scenario("example_a")), "ssumed and not answered"));
  }

  TEST_CASE("App. A, Part G: the net annual change is marked as added, and is no numbered line") {
    const std::string page = printed(scenario("example_a"));
    CHECK(test::contains(
        page,
        "<td class=\"line\"></td><th scope=\"row\">Net annual change<div class=\"small\">Added; not a line of "
        "the form (¶8e(1))."));
  }

  TEST_CASE(
      "App. A, Part E, line 9 and Part G, line 2 stand once on the worksheet, their readings told apart in words") {
    const std::string page = printed(scenario("example_a"), {"", {PrintPart::worksheet}});
    CHECK(count_of(page, "<td class=\"line\">E9</td>") == 1);
    CHECK(count_of(page, "<td class=\"line\">G2</td>") == 1);
    CHECK(count_of(page, "Can be read as:") == 4);  // three others of line 9, one of line 2
    for (const std::string_view reading :
         {"trip_cost.per_night", "trip_cost.per_diem", "trip_cost.extras_only", "percent.overall"}) {
      CAPTURE(reading);
      CHECK(test::contains(page, concat("Can be read as: ", print::inert(find_order_reading(reading)->name))));
    }
  }

  TEST_CASE("a text without a blank has places to break, a mark stays with its letter, and no letter is lost") {
    CHECK(print::breakable("a b") == "a b");
    const std::string long_word(150, 'x');
    CHECK(print::breakable(long_word) ==
          concat(long_word.substr(0, 60), "<wbr>", long_word.substr(60, 60), "<wbr>", long_word.substr(120)));
    CHECK(test::lacks(print::breakable(concat(long_word.substr(0, 60), " ", long_word.substr(0, 60))), "<wbr>"));
    CHECK(print::breakable(concat(long_word.substr(0, 60), "\xCC\x81xy")) ==
          concat(long_word.substr(0, 60), "\xCC\x81<wbr>xy"));
    CHECK(print::breakable("<b>&") == "&lt;b&gt;&amp;");
  }

  TEST_CASE("the sheets name the edition that the packet was assessed on, and its clocks") {
    Packet packet = scenario("example_a");
    packet.answers.set(Leaf::arrangement_action, "recruit");
    const std::string page = print_document(packet, {rates_at_hand(), {test::invented_edition, day_at_hand}},
                                            {"", {print_parts.begin(), print_parts.end()}});
    for (const std::string_view said :
         {"Appendix C of GSA Order HRM 9999.1", "Worksheet · HRM 9999.1 (March 11, 2024)",
          "Edition followed: GSA Order HRM 9999.1, March 11, 2024.", "the edition of March 11, 2024",
          "servicing HR Director (3 work days)", "designee (5 work days)", "To be completed within 45 days",
          "Training and telework agreement, within 15 days: by", "This agreement, within 45 days: by"}) {
      CAPTURE(said);
      CHECK(test::contains(page, said));
    }
    CHECK(test::lacks(page, "HRM 6040.2 (June"));
  }

  TEST_CASE("ids are given once") {
    const std::string page = with_all_parts(Packet{});
    for (std::size_t at = page.find(" id=\""); at != std::string::npos; at = page.find(" id=\"", at + 1)) {
      const std::string id = page.substr(at, page.find('"', at + 5) + 1 - at);
      CAPTURE(id);
      CHECK(count_of(page, id) == 1);
    }
  }

  TEST_CASE("the tags are balanced") {
    for (const std::string_view story : {"example_a", "example_b", "begun"}) {
      CHECK(first_unbalanced_tag(printed(scenario(story))) == "");
    }
  }

  TEST_CASE("nothing comes from outside and nothing runs") {
    const std::string page = printed(scenario("example_a"));
    const std::string shown = page.substr(0, page.find("<template"));
    for (const std::string_view sign :
         {"<script", "http:", "https:", " src=", "url(", "@import", "onclick", "onload", "onerror", "javascript:"}) {
      CAPTURE(sign);
      CHECK(count_of(shown, sign) == 0);
    }
    // A link leads to a sheet of its own.
    CHECK(count_of(shown, " href=") == count_of(shown, " href=\"#sheet-"));
  }

  TEST_CASE("the page opens again as the very packet, byte for byte") {
    for (const std::string_view story : {"example_a", "example_b", "begun"}) {
      const Packet packet = scenario(story);
      const Result<OpenedPacket> again = read_packet(printed(packet));
      REQUIRE(again.has_value());
      CHECK(write_packet(again->packet, assessed(again->packet)) == write_packet(packet, assessed(packet)));
    }
  }

  TEST_CASE("it reads well without eyes: language, title, headings, column and row heads") {
    const std::string page = printed(scenario("example_a"));
    CHECK(test::contains(page, "<html lang=\"en-US\">"));
    CHECK(test::contains(page, "<title>Full-Time Telework Packet, Kahale"));
    CHECK(count_of(page, "<h1") == 1);
    CHECK(count_of(page, "<table") == count_of(page, "<caption"));
    CHECK(test::contains(page, "scope=\"row\""));
    CHECK(test::contains(page, "(chosen)"));
  }

  TEST_CASE("margins hold form, order, packet, seal and time; nothing in them ends the style sheet") {
    const std::string page = printed(scenario("example_a"));
    CHECK(test::contains(page, "counter(page) \" of \" counter(pages)"));
    CHECK(test::contains(page, "content:\"Packet 7b0c9a52-6d1e-4f40-9f0c-52a9b1f2d3e4, revision 3\""));
    CHECK(print::css_string("a\"</style>\n\\") == "\"a\\22 \\3c /style\\3e \\0a \\5c \"");
  }
}
