// Typed texts: the packet's form, what was understood, and every refusal with its mend.
#include <doctest/doctest.h>

#include <iterator>
#include <string>
#include <vector>

#include "base/text.h"
#include "form/answers.h"

using namespace ftt;

namespace {

std::string good(Leaf leaf, std::string_view text) {
  const Canonical result = canonical(leaf, text);
  CAPTURE(text);
  CHECK(result.state == Canonical::State::good);
  CHECK(result.problem.empty());
  return result.text;
}

std::string refused(Leaf leaf, std::string_view text) {
  const Canonical result = canonical(leaf, text);
  CAPTURE(text);
  CHECK(result.state == Canonical::State::bad);
  CHECK(result.text == text);
  CHECK_FALSE(result.problem.empty());
  return result.problem;
}

}  // namespace

TEST_CASE("money: as people type it, in the packet's form") {
  for (const char* text : {"1234.5", "1,234.5", "$1,234.50", " 1234.50 "}) {
    CHECK(good(Leaf::travel_budget_transport, text) == "1234.50");
  }
  CHECK(canonical(Leaf::travel_budget_transport, "1200.5").understood == "$1,200.50");
  CHECK(good(Leaf::travel_budget_transport, "(250)") == "-250.00");
  CHECK(good(Leaf::travel_budget_transport, "-250") == "-250.00");
  CHECK(good(Leaf::travel_budget_transport, "$(1,234.50)") == "-1234.50");
  CHECK(good(Leaf::travel_budget_transport, "\u2013412") == "-412.00");
  for (const char* text : {"412.60 USD", "\u200b412.60", "412.60\u200e", "\ufeff$412.60", "412.60\u00a0"}) {
    CHECK(good(Leaf::travel_budget_transport, text) == "412.60");
  }
}

TEST_CASE("money: what cannot be an amount is refused") {
  for (const char* text : {"12..3", "1,23", "1.234", "1e5", "--5", "10000000000", "99999999999999999999", "abc"}) {
    refused(Leaf::travel_budget_transport, text);
  }
}

TEST_CASE("App. A, Part F, lines 1 to 3: a negative saving is refused with the explanation") {
  for (const Leaf leaf :
       {Leaf::additional_transit_savings, Leaf::additional_travel_savings, Leaf::additional_space_savings}) {
    CHECK(refused(leaf, "-250") ==
          "This line asks for a saving: type it as a positive amount, $250.00, and the tool changes the sign. A cost "
          "goes into another yearly cost or saving.");
    CHECK(refused(leaf, "(3,900)") ==
          "This line asks for a saving: type it as a positive amount, $3,900.00, and the tool changes the sign. A cost "
          "goes into another yearly cost or saving.");
    CHECK(good(leaf, "0") == "0.00");
  }
  CHECK(refused(Leaf::additional_other1_amount, "-5") ==
        "Type a positive amount, $5.00, and choose next to it if it is a cost or a saving.");
}

TEST_CASE("App. A, Part D, lines 3 and 4: a salary is above 0") {
  CHECK(refused(Leaf::locality_pay_agency_salary, "0") ==
        "A salary is above 0; type the yearly salary, for example $118,204.");
  CHECK(refused(Leaf::locality_pay_requested_salary, "-1") ==
        "A salary is above 0; type the yearly salary, for example $118,204.");
  CHECK(good(Leaf::locality_pay_agency_salary, "141,022") == "141022.00");
}

TEST_CASE("App. A, Part E, lines 1 to 3: shares") {
  CHECK(good(Leaf::travel_budget_share_requested, "0.95") == "0.95");
  CHECK(good(Leaf::travel_budget_share_requested, ".85") == "0.85");
  CHECK(good(Leaf::travel_budget_share_requested, "85%") == "0.85");
  CHECK(good(Leaf::travel_budget_share_requested, "96") == "0.96");
  CHECK(good(Leaf::travel_budget_share_requested, "96%") == "0.96");
  CHECK(good(Leaf::travel_budget_share_requested, "0.96") == "0.96");
  CHECK(good(Leaf::travel_budget_share_agency, "4") == "0.04");
  CHECK(good(Leaf::travel_budget_share_agency, "1") == "1");
  refused(Leaf::travel_budget_share_travel, "0.33333");
}

TEST_CASE("App. A, Part C, items 4 and 5: a grade and a step, alone or together") {
  for (const char* text : {"13", "GS-13", "gs13", "GS 13", "G.S. 13", "GS-13 step 4", "gs13 Step 4", "GS 13, step 4",
                           "GS-13/4", "GS-13-4", "13/4", "Grade 13", "13, step 4", "\u200eGS\u201313"}) {
    CHECK(good(Leaf::position_grade, text) == "13");
  }
  for (const char* text : {"4", "step 4", "Step 4", "step-4", "GS-13 step 4", "13/4"}) {
    CHECK(good(Leaf::position_step, text) == "4");
  }
  for (const char* text : {"GL-9", "SES", "13-4", "GS-13-4-5", "GS", "GS-", "GS-13 step", "thirteen", "GSX-13"}) {
    CHECK(refused(Leaf::position_grade, text) ==
          concat(in_quotes(text), " is not a grade of the General Schedule: write it like GS-13 or 13."));
  }
  CHECK(good(Leaf::position_grade, "16") == "16");  // which grades there are is a check of its own
  refused(Leaf::position_step, "GS-13");
  CHECK(good(Leaf::position_series, "343") == "0343");
  CHECK(good(Leaf::position_series, "GS-0343") == "0343");
  CHECK(good(Leaf::position_series, "80") == "0080");
}

TEST_CASE("App. A, Part E, line 8: nights") {
  CHECK(good(Leaf::travel_budget_nights, "2.5 nights") == "2.5");
  CHECK(good(Leaf::travel_budget_trips, "6 trips") == "6");
  CHECK(good(Leaf::travel_budget_nights, "2.5") == "2.5");
  CHECK(good(Leaf::travel_budget_nights, "0") == "0");
  CHECK(good(Leaf::travel_budget_nights, "365") == "365");
  for (const char* text : {"-1", "three", "365.01", "366", "1.234"}) refused(Leaf::travel_budget_nights, text);
}

TEST_CASE("App. A, Part E, line 10: trips are a whole number from 0 to 366") {
  CHECK(good(Leaf::travel_budget_trips, "366") == "366");
  for (const char* text : {"367", "-1", "1.5", "four"}) refused(Leaf::travel_budget_trips, text);
}

TEST_CASE("dates: in several ways, and only real ones") {
  for (const char* text : {"2027-02-01", "2/1/2027", "Feb 1, 2027", "1 February 2027"}) {
    CHECK(good(Leaf::arrangement_start, text) == "2027-02-01");
  }
  for (const char* text : {"3/4/24", "3-4-2024", "March 4, 2024", "Mar 4 24", "Mar 4, \u201924", "2024-03-04",
                           "03/04/2024", "\u200e3/\u200e4/\u200e2024", "3\u20134\u20132024"}) {
    CHECK(good(Leaf::arrangement_start, text) == "2024-03-04");
  }
  CHECK(canonical(Leaf::arrangement_start, "2/1/2027").understood == "Monday, February 1, 2027");
  for (const char* text : {"2027-02-30", "Feb 30, 2027", "13/45/2027", "13/45", "soon"}) {
    refused(Leaf::arrangement_start, text);
  }
}

TEST_CASE("choices: by value or label, whatever the case; others are refused with the choices named") {
  CHECK(good(Leaf::arrangement_action, "Recruit") == "recruit");
  CHECK(good(Leaf::arrangement_type, "annual review") == "annual_review");
  CHECK(refused(Leaf::arrangement_type, "renewal") ==
        "\"renewal\" is not one of the choices. Write one of new, modification or annual_review.");
  CHECK(good(Leaf::travel_budget_per_diem_month, "3") == "03");
  CHECK(good(Leaf::travel_budget_per_diem_month, "march") == "03");
  refused(Leaf::travel_budget_per_diem_month, "13");
  CHECK(good(Leaf::position_supervisory, "Yes") == "yes");
  CHECK(good(Leaf::position_supervisory, "false") == "no");
  refused(Leaf::position_supervisory, "perhaps");
}

TEST_CASE("App. A, Part C, item 1: a component can be chosen or typed") {
  CHECK(good(Leaf::position_office_component, "Public Buildings Service (PBS)") == "PBS");
  CHECK(good(Leaf::position_office_component, "pbs") == "PBS");
  CHECK(good(Leaf::position_office_component, "Technology Transformation Services") ==
        "Technology Transformation Services");
  Answers answers;
  answers.set(Leaf::position_office_component, "Technology Transformation Services");
  CHECK(answers.choice(Leaf::position_office_component).is_missing());
  answers.set(Leaf::position_office_component, "fas");
  CHECK(answers.choice(Leaf::position_office_component).value() == 1);
}

TEST_CASE("App. A, Part C, items 3 and 4: series and pay plan") {
  CHECK(good(Leaf::position_series, "0343") == "0343");
  for (const char* text : {"03430", "GL-0343", "abcd", "GS-"}) refused(Leaf::position_series, text);
  CHECK(good(Leaf::position_pay_plan, "gs") == "GS");
  CHECK(good(Leaf::position_pay_plan, "zz") == "ZZ");
  refused(Leaf::position_pay_plan, "General");
}

TEST_CASE(
    "App. A, Part B, item 1: a middle initial is one letter of any alphabet, in one code point or with its marks") {
  for (const char* letter :
       {"J", "j", "Ō", "É", "E\u0301", "Ж", "李", "ע", "ا", "क", "가", "ɓ", "कि", "ก็", "עּ", "ß", "ª"}) {
    CHECK(good(Leaf::employee_middle_initial, letter) == letter);
    CHECK(good(Leaf::recruit_agreement_middle_initial, letter) == letter);
    CHECK(good(Leaf::annual_review_middle_initial, letter) == letter);
  }
  CHECK(good(Leaf::employee_middle_initial, "J.") == "J");
  CHECK(good(Leaf::employee_middle_initial, "E\u0301.") == "E\u0301");
  for (const char* other : {"Jo",           "7",      "٣",          "’",      "'",      "-",       "–",       "😀",
                            "\u0301",       "\u200b", ".",          "J..",    "€",      "ÉE",      "\u3164",  "\u115F",
                            "\uFFA0",       "\u0378", "\u093E",     "\u0E31", "\u05BC", "J\u3164", "J\u0378", "कक",
                            "\u0F00\u0FFF", "\u02BB", "\U0001D400", "J\uFE0F"}) {
    CHECK(refused(Leaf::employee_middle_initial, other) ==
          concat(in_quotes(other == std::string_view("J..") ? "J." : other),
                 " is not an initial: write one letter, for example J."));
  }
}

TEST_CASE("U+0000 is no character of any text") {
  for (const LeafInfo& leaf : leaves()) {
    CAPTURE(leaf.id);
    CHECK(canonical(leaf.leaf, std::string_view("a\0b", 3)).state == Canonical::State::bad);
    CHECK(canonical(leaf.leaf, std::string_view("\0", 1)).state == Canonical::State::bad);
  }
}

TEST_CASE("names are kept as they are: apostrophe, ʻokina, markup, right-to-left, combining marks") {
  for (const char* text : {"O'Brien", "Kalaniʻōpuʻu", "<script>alert(1)</script>", "אבגד", "e\xCC\x81"}) {
    CHECK(good(Leaf::employee_last_name, text) == text);
  }
  CHECK(canonical(Leaf::employee_last_name, "   ").state == Canonical::State::empty);
}

TEST_CASE("text has a limit that counts characters, not bytes") {
  CHECK(good(Leaf::justification_cost, std::string(20'000, 'a')).size() == 20'000);
  const std::string problem = refused(Leaf::justification_cost, std::string(20'001, 'a'));
  CHECK(problem ==
        "The text has 20,001 characters; at most 20,000 fit here. Shorten it, or put the rest into the notes.");
  CHECK(refused(Leaf::notes, std::string(25'000, 'a')) ==
        "The text has 25,000 characters; at most 20,000 fit here. Shorten it.");
  std::string dashes;
  for (int i = 0; i < 500; ++i) dashes += "–";
  CHECK(good(Leaf::employee_last_name, dashes).size() == 1500);
  CHECK(refused(Leaf::employee_last_name, dashes + "x") ==
        "The text has 501 characters; at most 500 fit here. Shorten it, or put the rest into the notes.");
  refused(Leaf::employee_last_name, "\xFF");
}

TEST_CASE("a state is its abbreviation, whichever way it is typed") {
  CHECK(good(Leaf::employee_requested_worksite_state, "virginia") == "VA");
  CHECK(canonical(Leaf::employee_requested_worksite_state, "va").understood == "Virginia");
  CHECK(refused(Leaf::employee_requested_worksite_state, "Ontario") ==
        "\"Ontario\" is not a state, the District or a territory: write its two letters, for example CO.");
  CHECK(good(Leaf::locality_pay_requested_area, "dcb") == "DCB");
  refused(Leaf::locality_pay_requested_area, "Rest of U.S.");
}

TEST_CASE("¶13b: half-years and what was spent in them") {
  CHECK(problem_of_half_year("2027H1").empty());
  CHECK(problem_of_half_year("2027H2").empty());
  for (const char* text : {"2027H3", "2027", "27H1", "2027h1", ""}) {
    CHECK(problem_of_half_year(text) == concat(in_quotes(text),
                                               " is not a half of a fiscal year: write 2027H1 for October 2026 to "
                                               "March 2027, 2027H2 for April to September 2027."));
  }
  for (const char* text : {"1900H1", "2199H2"}) CHECK(problem_of_half_year(text).empty());
  for (const char* text : {"1700H1", "1899H2", "2200H1", "0000H1", "9999H2"}) {
    CHECK(problem_of_half_year(text) == concat("The fiscal year ", std::string_view(text, 4),
                                               " is not taken: write one from 1900 to 2199, such as 2027H",
                                               std::string_view(text).substr(5), "."));
  }
  for (const char* text : {"412.60", "412.6", "0", "9999999999.99"}) CHECK(problem_of_spent(text).empty());
  for (const char* text : {"much", "$412.60", "1,234.50", "412.605", "007", " 5"}) {
    CAPTURE(text);
    CHECK_FALSE(problem_of_spent(text).empty());
  }
  for (const char* text : {"-50", "-50.00", "(50)"}) {
    CHECK(problem_of_spent(text) == concat(in_quotes(text), " is below 0: write what was spent, like 412.60."));
  }
  CHECK(problem_of_spent("") == "What was spent is missing: write it like 412.60.");
}

namespace {

// Texts that one leaf or another takes, in the packet's form and as people type them.
constexpr const char* texts_of_all_kinds[] = {"0",
                                              "1",
                                              "4",
                                              "13",
                                              "0.04",
                                              "0.9625",
                                              "1",
                                              "100%",
                                              "2.5",
                                              "412.60",
                                              "$1,234",
                                              "(250)",
                                              "3360",
                                              "9999999999.99",
                                              "2027-02-01",
                                              "2/1/27",
                                              "12/31/2199",
                                              "1900-01-01",
                                              "GS-13",
                                              "step 4",
                                              "GS",
                                              "WG",
                                              "0343",
                                              "DCB",
                                              "CO",
                                              "D",
                                              "yes",
                                              "no",
                                              "2025",
                                              "366",
                                              "01",
                                              "4",
                                              "PBS",
                                              "pbs",
                                              "CO",
                                              "Central Office",
                                              "Jane  Doe ",
                                              "\u00c9",
                                              "two\nlines",
                                              "4 trips",
                                              "Region 4, Southeast Sunbelt"};

}  // namespace

TEST_CASE("what a field shows of an answer reads back to the same answer, for every leaf and in every state of it") {
  std::size_t shown_otherwise = 0;
  for (const LeafInfo& leaf : leaves()) {
    CAPTURE(leaf.id);
    std::vector<std::string> texts(std::begin(texts_of_all_kinds), std::end(texts_of_all_kinds));
    for (const Choice& choice : leaf.choices) {
      texts.emplace_back(choice.value);
      texts.emplace_back(choice.label);
    }
    for (const std::string& text : texts) {
      for (const char* plan : {"", "GS", "ES"}) {
        Answers answers;
        if (leaf.leaf != Leaf::position_pay_plan) answers.set(Leaf::position_pay_plan, plan);
        answers.set(leaf.leaf, text);
        CAPTURE(text);
        const std::string shown = shown_text(leaf.leaf, answers);
        if (shown != answers.text(leaf.leaf)) ++shown_otherwise;
        Answers again = answers;
        again.set(leaf.leaf, shown);
        REQUIRE(again == answers);
        REQUIRE(shown_text(leaf.leaf, again) == shown);
        if (answers.is_bad(leaf.leaf)) continue;
        // What the packet keeps is in its exact form, and means the same when it is typed.
        Answers of_file = answers;
        of_file.set_exact(leaf.leaf, answers.text(leaf.leaf));
        REQUIRE(of_file == answers);
        of_file.set(leaf.leaf, answers.text(leaf.leaf));
        REQUIRE(of_file == answers);
      }
    }
  }
  CHECK(shown_otherwise > 1000);
}
