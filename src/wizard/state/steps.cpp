// The words of each step. Does not know any answer.
#include "wizard/state/steps.h"

#include <array>

namespace ftt {
namespace {

constexpr auto steps = std::to_array<StepWords>({
    {Step::start, "step:start", "Start", "",
     "Work out what full-time telework costs or saves, and prepare the Analysis Tool that the order asks for."},
    {Step::estimate, "step:estimate", "Estimate a cost", "",
     "Six questions: the two places, grade and step, trips, nights, fare, and transit subsidy. They give a first "
     "figure by the "
     "current pay and travel tables."},
    {Step::eligibility, "step:eligibility", "Can it be done?", "",
     "The order decides who may ask for full-time telework, and when; every answer here says what it decides."},
    {Step::arrangement, "step:arrangement", "Arrangement", "Part A",
     "The kind of arrangement decides which documents it needs and how often it is reviewed."},
    {Step::employee, "step:employee", "Employee and position", "Parts B and C",
     "The two worksites and the grade decide both salaries; the agency worksite also decides the per diem."},
    {Step::pay, "step:pay", "Pay", "Part D",
     "Locality pay follows the official worksite, so the salary may change with the arrangement."},
    {Step::travel, "step:travel", "Travel", "Part E",
     "A year of trips to the agency worksite belongs to the cost of the arrangement; other travel does not."},
    {Step::additional, "step:additional", "Costs and savings", "Part F",
     "What else the arrangement costs or saves in a year; leave empty what does not apply."},
    {Step::result, "step:result", "Result", "Part G",
     "What the arrangement costs GSA in a year, compared with having the person at the agency worksite."},
    {Step::ending, "step:ending", "If it ends", "Part H",
     "Before approving, management considers what it might cost to end the arrangement."},
    {Step::justification, "step:justification", "Justification", "Part I",
     "An arrangement that costs more is approved only if its benefits are worth it."},
    {Step::concurrences, "step:concurrences", "Concurrences and decision", "Parts J to M",
     "Each level concurs in turn, up to the Deputy Administrator or designee."},
#define FTT_FORM(name, letter, title, paper, head, listed, step, why, ...) \
  {Step::name, "step:" #name, step, "App. " letter, why},
#include "form/forms.inc"
    {Step::check, "step:check", "Check and export", "", "See what is missing, then save or print the packet."},
    {Step::change, "step:change", "End or change an arrangement", "",
     "The order says when an arrangement must end or may end, what is offered then, and who pays the move."},
    {Step::compare, "step:compare", "Compare two packets", "",
     "See what differs between two packets: their answers, their rates and what comes of them."},
    {Step::slips, "step:slips", "Errors in the order", "",
     "Where the order's own text points to the wrong place or contradicts itself, and what this tool does about it."},
    {Step::whom_to_ask, "step:whom_to_ask", "Whom to ask", "",
     "What the order leaves open, a person decides; this is where to turn."},
});

}  // namespace

std::span<const StepWords> all_steps() {
  return steps;
}

const StepWords& words_of(Step step) {
  return steps[static_cast<std::size_t>(step)];
}

std::optional<Step> step_of(std::string_view id) {
  for (const StepWords& words : steps) {
    if (words.id == id) return words.step;
  }
  return std::nullopt;
}

std::optional<Step> step_of_form(Appendix form) {
  switch (form) {
#define FTT_TOOL(name, ...) \
  case Appendix::name:      \
    return std::nullopt;
#define FTT_FORM(name, ...) \
  case Appendix::name:      \
    return Step::name;
#include "form/forms.inc"
  }
  return std::nullopt;
}

std::optional<Appendix> form_of_step(Step step) {
  for (const FormSpec& form : form_specs) {
    if (step_of_form(form.appendix) == step) return form.appendix;
  }
  return std::nullopt;
}

}  // namespace ftt
