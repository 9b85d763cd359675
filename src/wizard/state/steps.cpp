// The words of each step. Does not know any answer.
#include "wizard/state/steps.h"

#include <array>

namespace ftt {
namespace {

constexpr auto steps = std::to_array<StepWords>({
    {Step::start, "step:start", "Start", "",
     "Find out what full-time telework costs or saves, and prepare the Analysis Tool."},
    {Step::estimate, "step:estimate", "Estimate a cost", "",
     "Answer a few questions to get a first figure from the current pay and travel tables."},
    {Step::eligibility, "step:eligibility", "Can it be done?", "",
     "The order decides who may ask for full-time telework, and when. Each answer shows what it decides."},
    {Step::arrangement, "step:arrangement", "Arrangement", "Part A",
     "The kind of arrangement decides which documents it needs and how often it is reviewed."},
    {Step::employee, "step:employee", "Employee and position", "Parts B and C",
     "The two worksites and the grade set both salaries. The agency worksite also sets the per diem."},
    {Step::pay, "step:pay", "Pay", "Part D",
     "Locality pay follows the official worksite, so the salary may change with the arrangement."},
    {Step::travel, "step:travel", "Travel", "Part E",
     "Trips to the agency worksite count as a cost of the arrangement. Other travel does not."},
    {Step::additional, "step:additional", "Costs and savings", "Part F",
     "What else the arrangement costs or saves in a year. Leave a line empty if it does not apply."},
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
     "The order says when an arrangement must or may end, what is offered, and who pays for the move."},
    {Step::compare, "step:compare", "Compare two packets", "",
     "See how two packets differ in their answers, rates and results."},
    {Step::inbox, "step:inbox", "Look through many packets", "",
     "See who has each packet, since when, by when it is due, and how late it is."},
    {Step::report, "step:report", "Report on many packets", "",
     "Make the report that the order asks for. No packet is counted twice."},
    {Step::slips, "step:slips", "Errors in the order", "",
     "Where the order points to the wrong place or contradicts itself, and what this tool does about it."},
    {Step::whom_to_ask, "step:whom_to_ask", "Who to contact", "",
     "When the order leaves something open, a person decides. Here is who to contact."},
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
