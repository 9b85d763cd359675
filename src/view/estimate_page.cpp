// The sections of the page. See estimate_page.h.
#include "view/estimate_page.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "form/estimate.h"
#include "form/place.h"
#include "order/edition.h"
#include "view/answer.h"
#include "view/wording.h"

namespace ftt {
namespace {

std::string or_not_answered(std::string text) {
  return text.empty() ? std::string("not answered") : text;
}

std::string money_of(const Answers& answers, Leaf leaf) {
  const Known<Money> amount = answers.money(leaf);
  return amount.has_value() ? dollars(amount.value()) : std::string();
}

// "GS-13, step 5".
std::string grade_and_step(const Answers& answers) {
  const std::string_view plan = answers.words(Leaf::position_pay_plan);
  const Known<Count> grade = answers.count(Leaf::position_grade);
  const Known<Count> step = answers.count(Leaf::position_step);
  if (grade.is_missing() && step.is_missing()) return {};
  return concat(plan, plan.empty() ? "" : "-", grade.has_value() ? to_display(grade.value()) : "?", ", step ",
                step.has_value() ? to_display(step.value()) : "?");
}

EstimateSection answered(const Answers& answers) {
  const Known<Count> trips = answers.count(Leaf::travel_budget_trips);
  const Known<Nights> nights = answers.nights(Leaf::travel_budget_nights);
  const std::string transit = money_of(answers, Leaf::additional_transit_savings);
  EstimateSection section{
      "Your answers",
      {{"Telework site", or_not_answered(place_text(answers, requested_worksite))},
       {"Office", or_not_answered(place_text(answers, agency_worksite))},
       {"Grade and step", or_not_answered(grade_and_step(answers))},
       {"Trips to the office a year", or_not_answered(trips.has_value() ? to_display(trips.value()) : std::string())},
       {"Nights a trip", or_not_answered(nights.has_value() ? to_display(nights.value()) : std::string())},
       {"Round trip fare", or_not_answered(money_of(answers, Leaf::travel_budget_transport))},
       {"Transit subsidy that ends", transit.empty() ? std::string("none") : transit + " a year"}}};
  // What was answered beyond the six, where it is part of the figure.
  constexpr std::pair<Leaf, std::string_view> more[] = {
      {Leaf::locality_pay_requested_salary, "Pay at the telework site, typed"},
      {Leaf::locality_pay_agency_salary, "Pay at the office, typed"},
      {Leaf::travel_budget_mie, "Meals and incidentals a day, typed"},
      {Leaf::travel_budget_lodging, "Hotel a night, typed"},
      {Leaf::travel_budget_extra, "Other costs on a trip"},
      {Leaf::additional_travel_savings, "Travel savings a year"},
      {Leaf::additional_space_savings, "Office space savings a year"},
      {Leaf::additional_other1_amount, "Other yearly cost or saving"},
      {Leaf::additional_other2_amount, "Another yearly cost or saving"}};
  for (const auto& [leaf, label] : more) {
    if (answers.is_assumed(leaf)) continue;
    std::string amount = money_of(answers, leaf);
    if (!amount.empty()) section.rows.push_back({std::string(label), std::move(amount)});
  }
  return section;
}

EstimateSection assumed(const Answers& answers) {
  EstimateSection section{"What was assumed", {}};
  for (const Assumption* one : assumptions_in(answers)) {
    section.rows.push_back({std::string(one->name), concat(one->words, ". Change it if ", one->unless, ".")});
  }
  return section;
}

EstimateSection readings(const Worksheet& worksheet, const Answers& answers) {
  EstimateSection section{"How the trips can be counted", {}};
  if (!worksheet.readings_differ) return section;
  for (const ReadingRow& row : worksheet.readings) {
    std::string words = told(row, answers);
    if (row.net_annual_change) append(words, " ", answer_in_short(row.net_annual_change), ".");
    section.rows.push_back(
        {concat(name_of_method(row.method), row.in_use ? " (used here)" : ""), std::move(words), row.in_use});
  }
  return section;
}

// Each table once, with its year and what was looked up in it.
EstimateSection sources(const Worksheet& worksheet) {
  EstimateSection section{"Where the figures come from", {}};
  for (const WorksheetLine& line : worksheet.lines) {
    for (const RateUse& use : line.rates) {
      const std::string label = sentence_case(concat(use.table, " ", use.year));
      const auto found = std::find_if(section.rows.begin(), section.rows.end(),
                                      [&](const EstimateRow& row) { return row.label == label; });
      if (found == section.rows.end()) {
        section.rows.push_back({label, std::string(use.entry)});
      } else if (found->value.find(use.entry) == std::string::npos) {
        append(found->value, "; ", use.entry);
      }
    }
  }
  return section;
}

std::string what_it_is_not(const Edition& edition) {
  return concat("This is an estimate, not a decision. It follows GSA Order ", edition.name, " of ",
                to_display_without_weekday(edition.day),
                "; the order governs, and GSA has written newer telework orders since.");
}

}  // namespace

EstimatePage estimate_page(const Packet& packet, const Assessment& assessment, const AssessedOn& day) {
  const Answers& answers = packet.answers;
  const Worksheet& worksheet = assessment.worksheet;
  EstimatePage page;
  if (packet.is_sample) page.sample = words_of_sample;
  page.answer = answer_sentence(worksheet, answers);
  for (std::string sentence : {salaries_sentence(worksheet, answers, Whose::yours), term_sentence(worksheet),
                               justification_sentence(worksheet)}) {
    if (!sentence.empty()) page.beside.push_back(std::move(sentence));
  }
  for (EstimateSection section :
       {answered(answers), assumed(answers), readings(worksheet, answers), sources(worksheet)}) {
    if (!section.rows.empty()) page.sections.push_back(std::move(section));
  }
  page.day = concat("Estimated on ", to_display_without_weekday(day.packet), ".");
  page.disclaimer = what_it_is_not(*day.edition);
  return page;
}

std::string as_text(const EstimatePage& page) {
  std::string text = concat(estimate_title, "\n\n");
  if (!page.sample.empty()) append(text, page.sample, ".\n\n");
  append(text, page.answer, "\n");
  for (const std::string& sentence : page.beside) append(text, sentence, "\n");
  for (const EstimateSection& section : page.sections) {
    append(text, "\n", section.heading, "\n");
    for (const EstimateRow& row : section.rows) {
      append(text, "- ", row.label, row.value.empty() ? "" : ": ", row.value, "\n");
    }
  }
  return concat(text, "\n", page.day, " ", page.disclaimer, "\n");
}

}  // namespace ftt
