// The answer in words, in every situation that a person can be in (App. A, Parts D to G; HRM 6040.2 ¶8e(1)).
#include "view/answer.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "calc/calculate.h"

using namespace ftt;

namespace {

using Texts = std::initializer_list<std::pair<Leaf, std::string_view>>;

// GS-13 step 5 from Washington to Boise by the tables of 2026, six trips of two nights.
Answers boise(Texts more = {}) {
  Answers answers;
  for (const auto& [leaf, text] : Texts{{Leaf::locality_pay_requested_salary, "120629"},
                                        {Leaf::locality_pay_agency_salary, "138024"},
                                        {requested_worksite.city(), "Boise"},
                                        {requested_worksite.county(), "Ada County"},
                                        {requested_worksite.state(), "ID"},
                                        {agency_worksite.city(), "Washington"},
                                        {agency_worksite.state(), "DC"},
                                        {Leaf::travel_budget_transport, "412"},
                                        {Leaf::travel_budget_mie, "92"},
                                        {Leaf::travel_budget_lodging, "295"},
                                        {Leaf::travel_budget_extra, "0"},
                                        {Leaf::travel_budget_nights, "2"},
                                        {Leaf::travel_budget_trips, "6"},
                                        {Leaf::additional_transit_savings, "3360"}}) {
    answers.set(leaf, text);
  }
  for (const auto& [leaf, text] : more) answers.set(leaf, text);
  return answers;
}

Worksheet worked(const Answers& answers) {
  return calculate(FoundRates(), answers);
}

std::string sentence(Texts more) {
  const Answers answers = boise(more);
  return answer_sentence(worked(answers), answers);
}

}  // namespace

TEST_CASE("the answer is one sentence: more or less in a word, and what it is made of") {
  CHECK(sentence({}) == "GSA would spend $11,167 less a year: pay −$17,395, trips +$9,588, transit −$3,360.");
  CHECK(sentence({{Leaf::travel_budget_trips, "20"}}) ==
        "GSA would spend $11,205 more a year: pay −$17,395, trips +$31,960, transit −$3,360.");
}

TEST_CASE("cents are written where there are any, and on that amount alone") {
  CHECK(sentence({{Leaf::travel_budget_transport, "412.60"}}) ==
        "GSA would spend $11,159.80 less a year: pay −$17,395, trips +$9,595.20, transit −$3,360.");
}

TEST_CASE("a part that is zero is left out, and a single part is all of it") {
  CHECK(sentence({{Leaf::additional_transit_savings, ""}}) ==
        "GSA would spend $7,807 less a year: pay −$17,395, trips +$9,588.");
  CHECK(sentence({{Leaf::travel_budget_trips, "0"}, {Leaf::additional_transit_savings, "0"}}) ==
        "GSA would spend $17,395 less a year, all of it pay.");
  CHECK(sentence({{Leaf::locality_pay_requested_salary, "138024"}, {Leaf::additional_transit_savings, ""}}) ==
        "GSA would spend $9,588 more a year, all of it trips.");
}

TEST_CASE("a net change of zero is neither more nor less") {
  CHECK(sentence({{Leaf::locality_pay_requested_salary, "131796"}}) ==
        "GSA would spend the same amount: pay −$6,228, trips +$9,588, transit −$3,360.");
  CHECK(sentence({{Leaf::locality_pay_requested_salary, "138024"},
                  {Leaf::travel_budget_trips, "0"},
                  {Leaf::additional_transit_savings, ""}}) == "GSA would spend the same amount: nothing changes.");
}

TEST_CASE("what is missing or cannot be read is named, beside what is known so far") {
  CHECK(sentence({{Leaf::travel_budget_trips, ""}}) ==
        "What GSA would spend is not known: trips cannot be calculated yet. "
        "So far: pay −$17,395, transit −$3,360.");
  CHECK(sentence({{Leaf::locality_pay_agency_salary, ""}}) ==
        "What GSA would spend is not known: pay cannot be calculated yet. So far: trips +$9,588, transit −$3,360.");
  CHECK(sentence({{Leaf::additional_transit_savings, "some"}}) ==
        "What GSA would spend is not known: transit cannot be calculated yet. "
        "So far: pay −$17,395, trips +$9,588.");
  CHECK(answer_sentence(worked(Answers()), Answers()) ==
        "What GSA would spend is not known: pay and trips cannot be calculated yet.");
}

TEST_CASE("the other lines of Part F have their words") {
  CHECK(sentence({{Leaf::additional_space_savings, "1200"},
                  {Leaf::additional_travel_savings, "800"},
                  {Leaf::additional_other1_direction, "cost"},
                  {Leaf::additional_other1_amount, "650.50"}}) ==
        "GSA would spend $12,516.50 less a year: pay −$17,395, trips +$9,588, transit −$3,360, travel savings −$800, "
        "office space −$1,200, other costs +$650.50.");
}

TEST_CASE("the three lines are the same sentence") {
  const Answers answers = boise();
  const AnswerLines lines = answer_lines(worked(answers), answers);
  CHECK(lines.lead == "In a year GSA would spend");
  CHECK(lines.amount == "$11,167 less");
  CHECK(lines.made_of == "Pay −$17,395, trips +$9,588, transit −$3,360");
  CHECK(answer_lines(worked(Answers()), Answers()).amount == "Not known yet");
}

TEST_CASE("a short term has its own sentence") {
  const Answers answers = boise({{Leaf::arrangement_term, "short"},
                                 {Leaf::arrangement_start, "2027-01-04"},
                                 {Leaf::arrangement_end, "2027-07-03"},
                                 {Leaf::travel_budget_trips_in_term, "3"}});
  CHECK(term_sentence(worked(answers)) == "In its term of 181 days GSA would spend $5,498.20 less.");
  CHECK(term_sentence(worked(boise())).empty());
}

TEST_CASE("both salaries stand by their places, by the state too where the places have one name") {
  const auto salaries = [](Texts more, Whose whose) {
    const Answers answers = boise(more);
    return salaries_sentence(worked(answers), answers, whose);
  };
  CHECK(salaries({}, Whose::yours) == "Your pay at Boise: $120,629; at Washington: $138,024.");
  CHECK(salaries({{requested_worksite.city(), "Portland"},
                  {agency_worksite.city(), "Portland"},
                  {agency_worksite.state(), "ME"}},
                 Whose::the_persons) == "Pay at Portland, ID: $120,629; at Portland, ME: $138,024.");
  CHECK(salaries({{requested_worksite.city(), ""}, {Leaf::locality_pay_agency_salary, ""}}, Whose::the_persons) ==
        "Pay at Ada County: $120,629; at Washington: not known yet.");
  CHECK(salaries_sentence(worked(Answers()), Answers(), Whose::yours).empty());
}

TEST_CASE("App. A, Part E, line 9: each reading says what it counts, in the person's own figures") {
  const auto all = [](Texts more) {
    const Answers answers = boise(more);
    std::string words;
    for (const ReadingRow& row : worked(answers).readings) words += told(row, answers) + "\n";
    return words;
  };
  CHECK(
      all({}) ==
      "Counts the $412 fare, hotel, meals and other costs twice, for each of 6 trips: $9,588 a year.\n"
      "Counts the $412 fare and other costs once, hotel and meals twice, for each of 6 trips: $7,116 a year.\n"
      "Counts the $412 fare and other costs once, hotel twice, meals for each day (75% on the first and last), for "
      "each of 6 trips: $7,392 a year.\n"
      "Counts the $412 fare, one hotel night and one day of meals once, other costs twice, for each of 6 trips: $4,794 "
      "a year.\n");
  const auto begins = [&](Texts more, std::string_view words) { return all(more).starts_with(words); };
  CHECK(
      begins({{Leaf::travel_budget_nights, "2.5"}}, "Counts the $412 fare, hotel, meals and other costs 2.5 times, "));
  CHECK(begins({{Leaf::travel_budget_trips, "1"}},
               "Counts the $412 fare, hotel, meals and other costs twice, for 1 trip: "));
  CHECK(begins({{Leaf::travel_budget_nights, "0"}}, "Counts nothing, because the nights are 0.\n"));
  CHECK(begins({{Leaf::travel_budget_nights, ""}, {Leaf::travel_budget_transport, ""}, {Leaf::travel_budget_trips, ""}},
               "Counts the fare, hotel, meals and other costs for each night, for each trip.\n"));
}

TEST_CASE("App. A, Part G, line 2: both readings say what they count, with and without the pay") {
  const Worksheet worksheet = worked(boise());
  CHECK(told(PercentReading::net_change, worksheet) ==
        "Counts pay, trips and other costs: −$11,167 is −8.09% of the $138,024 salary.");
  CHECK(told(PercentReading::overall, worksheet) ==
        "Counts trips and other costs, and leaves pay out: $6,228 is 4.51% of the $138,024 salary.");
  CHECK(told(PercentReading::overall, worked(Answers())) == "Counts trips and other costs, and leaves pay out.");
}

TEST_CASE("¶8e(1): a saving can need a justification, and the sentence says which figure asks for it") {
  const auto justified = [](Texts more) { return justification_sentence(worked(boise(more))); };
  CHECK(justified({}) ==
        "GSA would spend less, and a written justification is still needed: trips and other costs alone, without the "
        "pay, come to $6,228 a year.");
  CHECK(justified({{Leaf::travel_budget_trips, "20"}}) ==
        "A written justification is needed, because GSA would spend $11,205 more a year.");
  CHECK(justified({{Leaf::locality_pay_agency_salary, ""}}) ==
        "A written justification is needed: trips and other costs alone, without the pay, come to $6,228 a year.");
  CHECK(justified({{Leaf::travel_budget_trips, "0"}}).empty());
  CHECK(justification_sentence(worked(Answers())).empty());
}
