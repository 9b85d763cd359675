// Setting each line with its trail, and the readings ledger. See print_worksheet.h.
#include "print/print_worksheet.h"

#include <optional>

#include "base/text.h"
#include "order/registers.h"
#include "packet/forms.h"
#include "packet/recorded_case.h"
#include "print/print_chart.h"
#include "print/print_html.h"
#include "view/answer.h"
#include "view/pictures.h"
#include "view/wording.h"

namespace ftt::print {
namespace {

template <class Amount>
std::string display(const std::optional<Amount>& amount) {
  return amount ? to_display(*amount) : std::string("unknown");
}

// ---- One line ----

std::string inputs_of(const WorksheetLine& line) {
  if (line.inputs.empty()) return "";
  std::string list = "<ul class=\"inputs\">";
  for (const LineInput& input : line.inputs) {
    append(list, "<li>", input.item.empty() ? "" : concat("<b>", inert(input.item), "</b> "), inert(input.label), ": ",
           input.value.has_value() ? concat("<span class=\"number\">", inert(to_display(input.value)), "</span>")
                                   : std::string("not known"),
           input.origin == Origin::answered || input.origin == Origin::derived || !input.value.has_value()
               ? std::string()
               : concat(" (", inert(words_of(input.origin)), ")"),
           "</li>");
  }
  return list + "</ul>";
}

// The words as a sentence: a capital letter at the start, a full stop at the end.
std::string sentence(std::string_view words) {
  if (words.empty()) return "";
  std::string text(words);
  if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  if (text.back() != '.' && text.back() != '?' && text.back() != '!') text.push_back('.');
  return text;
}

// "Entered." or "From the table." for a figure that no formula of the form gives.
std::string origin_of(const WorksheetLine& line) {
  const bool is_told = line.value.has_value() && line.origin != Origin::derived;
  return is_told ? small(inert(sentence(words_of(line.origin)))) : std::string();
}

// The tables, each with its year and entry, and the rounding.
std::string tables_and_rounding_of(const WorksheetLine& line) {
  std::string text;
  for (const RateUse& use : line.rates) {
    append(text, text.empty() ? "Rates: " : "; ", inert(use.table), " ", use.year);
    if (!use.entry.empty()) append(text, " (", inert(use.entry), ")");
  }
  if (!text.empty()) append(text, ". ");
  if (!line.rounding.empty()) append(text, "Rounded ", inert(line.rounding), ".");
  return text.empty() ? text : small(text);
}

std::string label_of_need(const LeafInfo& leaf) {
  return leaf.group == Group::none ? std::string(leaf.label) : concat(leaf.field_label, ", ", leaf.label);
}

std::string needs_of(const WorksheetLine& line) {
  std::string text;
  for (const Leaf need : line.needs) append(text, text.empty() ? "" : "; ", inert(label_of_need(info(need))));
  return text.empty() ? text : small(concat("Needs: ", text, "."));
}

// "trip_cost.per_night", "percent.overall": as the register of readings names a line's reading.
const OrderReading* reading_of(const WorksheetLine& line) {
  const std::string_view name = info(line.id).item == "E9" ? "trip_cost." : "percent.";
  return line.reading.empty() ? nullptr : find_order_reading(concat(name, line.reading));
}

// Whether it is what one reading makes of a line that stands before it: "travel_budget.trip_cost.per_night".
bool is_a_reading_beside(const WorksheetLine& line) {
  return !info(line.id).reading.empty();
}

// The readings of a line, in words, each with what it comes to; the one that the figure is of first.
std::string readings_of_line(const Worksheet& worksheet, const WorksheetLine& line) {
  const OrderReading* used = reading_of(line);
  if (used == nullptr) return "";
  std::string html = small(concat("Read as: ", inert(used->name), ". ", inert(used->reading), "."));
  for (const WorksheetLine& other : worksheet.lines) {
    if (!is_a_reading_beside(other) || info(other.id).item != info(line.id).item || other.reading == line.reading)
      continue;
    append(html, small(concat("Can be read as: ", inert(reading_of(other)->name), ", ", inert(other.formula), ": ",
                              other.value.has_value() ? inert(to_display(other.value)) : std::string("unknown"), ".")));
  }
  return html;
}

std::string line_row(const Worksheet& worksheet, const WorksheetLine& line) {
  const LineInfo& about = info(line.id);
  std::string how = concat("<div class=\"what\">", inert(about.label), "</div>");
  if (!line.formula.empty()) append(how, "<div class=\"formula\">", inert(line.formula), "</div>");
  append(how, inputs_of(line), origin_of(line), tables_and_rounding_of(line), readings_of_line(worksheet, line));
  if (!line.note.empty()) append(how, small(inert(sentence(line.note))));
  if (!line.said.empty()) append(how, small(inert(sentence(line.said))));
  append(how, needs_of(line), small(concat("<cite>", inert(about.cite.text()), "</cite>")));
  return concat("<tr><td class=\"line\">", inert(about.item), "</td><th scope=\"row\">", how,
                "</th><td class=\"amount\">",
                line.value.has_value() ? inert(to_display(line.value)) : std::string("unknown"), "</td></tr>");
}

std::string lines_of(const Worksheet& worksheet) {
  std::string html =
      "<table class=\"worksheet\"><caption>Each figure and how it was calculated</caption><thead><tr>"
      "<th scope=\"col\" class=\"line\">Line</th><th scope=\"col\">What it is, formula, inputs, rates, rounding, "
      "citation</th><th scope=\"col\" class=\"amount\">Figure</th></tr></thead><tbody>";
  for (const WorksheetLine& line : worksheet.lines) {
    if (!is_a_reading_beside(line)) append(html, line_row(worksheet, line));
  }
  return html + "</tbody></table>";
}

// ---- The readings ledger ----

std::string_view formula_of(const Worksheet& worksheet, TripCostMethod method) {
  const WorksheetLine* line = worksheet.find(trip_cost_line(method));
  return line == nullptr ? std::string_view() : line->formula;
}

std::string cell(std::string_view text) {
  return concat("<td class=\"number\">", inert(text), "</td>");
}

std::string readings_of(const Worksheet& worksheet, const Answers& answers) {
  std::string html =
      "<table class=\"readings\"><caption>The readings of Part E, line 9, and what follows from each</caption><thead>"
      "<tr><th scope=\"col\">Reading</th><th scope=\"col\" class=\"number\">E9, a trip</th>"
      "<th scope=\"col\" class=\"number\">E11, a year</th><th scope=\"col\" class=\"number\">G1</th>"
      "<th scope=\"col\" class=\"number\">Net annual change</th><th scope=\"col\" class=\"number\">G2</th></tr></thead>"
      "<tbody>";
  bool has_flip = false;
  for (const ReadingRow& row : worksheet.readings) {
    has_flip = has_flip || row.flips_verdict;
    append(html, row.in_use ? "<tr class=\"used\">" : "<tr>", "<th scope=\"row\">", inert(name_of_method(row.method)),
           row.in_use ? " <b>(used)</b>" : "", row.flips_verdict ? " <b>(reverses the result)</b>" : "",
           small(inert(told(row, answers))), small(inert(formula_of(worksheet, row.method))), "</th>",
           cell(display(row.trip_cost)), cell(display(row.annual)), cell(display(row.overall)),
           cell(display(row.net_annual_change)), cell(display(row.percent)), "</tr>");
  }
  append(html, "</tbody></table>");
  if (worksheet.readings_differ) {
    append(html, "<p class=\"small\">", inert(why_first(worksheet)),
           has_flip ? " A reading that reverses the result turns a saving into a cost, or a cost into a saving." : "",
           "</p>");
  }
  return html;
}

// ---- What the figures ask for, and what is missing ----

std::string words_on_justification(const Worksheet& worksheet) {
  if (is_required(worksheet.justification)) return justification_sentence(worksheet);
  const std::string_view grounds = grounds_of_justification(worksheet);
  if (grounds.empty()) return "It is not known yet if a written justification is needed.";
  return concat("No written justification is needed. ", grounds);
}

std::string break_even_of(const BreakEven& break_even) {
  switch (break_even.state) {
    case BreakEven::State::unknown:
      return "";
    case BreakEven::State::none:
      return "Break-even: the arrangement costs more than the agency worksite with any number of trips.";
    case BreakEven::State::trips:
      return concat("Break-even: up to ", to_display(break_even.trips),
                    " trips a year the arrangement costs no more than the agency worksite.");
    case BreakEven::State::at_least:
      return concat("Break-even: each trip saves money; from ", to_display(break_even.trips),
                    " trips a year on the arrangement costs no more than the agency worksite.");
    case BreakEven::State::any:
      return "Break-even: with any number of trips the arrangement costs no more than the agency worksite.";
  }
  return "";
}

std::string list_of(std::string_view heading, const std::vector<std::string>& all) {
  if (all.empty()) return "";
  std::string html = concat("<h3>", inert(heading), "</h3><ul class=\"plain\">");
  for (const std::string& words : all) append(html, "<li>", breakable(sentence(words)), "</li>");
  return html + "</ul>";
}

// The Analysis Tool is one form of the packet: the packet is complete when each form that it needs is.
std::string completeness_of(const Packet& packet, const Assessment& assessment) {
  if (!assessment.complete) return "The packet is not complete yet.";
  std::string lacking;
  for (const FormStatus& form : find_forms(packet, assessment)) {
    if (form.requirement == Requirement::not_required || form.is_complete) continue;
    append(lacking, lacking.empty() ? "" : "; ", name_of(form.appendix), ", ", form.title);
  }
  if (lacking.empty()) return "The packet is complete.";
  return concat("The Analysis Tool is complete; the packet is not yet: ", lacking, ".");
}

std::string standing_of(const Packet& packet, const Assessment& assessment) {
  std::vector<std::string> missing;
  for (MissingItem& one : missing_items(answers_that_count(packet, assessment), assessment.missing))
    missing.push_back(std::move(one.words));
  std::vector<std::string> errors;
  std::vector<std::string> warnings;
  for (const Problem& problem : assessment.problems) {
    (problem.severity == Severity::error ? errors : warnings).push_back(problem.message);
  }
  return concat("<h3>", inert(completeness_of(packet, assessment)), "</h3>", list_of("To be corrected", errors),
                list_of("Still missing", missing), list_of("What a reviewer would ask", warnings),
                list_of("What the rates say", assessment.rates_notes));
}

// A yearly review has it on App. D, beside what was approved.
std::string spending_of(const Worksheet& figures, const Answers& answers) {
  if (is_review(answers)) return "";
  return picture(spending_chart(spending_against_plan(figures, answers)));
}

}  // namespace

std::string worksheet(const Packet& packet, const Assessment& assessment) {
  const Worksheet& figures = assessment.worksheet;
  std::string html = concat(
      "<p class=\"note\">Cost is positive, saving is negative. Figures are exact. Each is rounded once, half away "
      "from zero, on its line.</p>",
      picture(net_change_chart(figures, packet.answers)), picture(trips_chart(figures, packet.answers)),
      spending_of(figures, packet.answers), readings_of(figures, packet.answers), lines_of(figures));
  append(html, "<div class=\"together\"><p>", inert(words_on_justification(figures)), "</p><p>",
         inert(break_even_of(figures.break_even)), "</p></div>");
  append(html, standing_of(packet, assessment));
  if (!packet.answers.is_empty(Leaf::notes)) {
    append(html,
           flowing_text("", "Notes kept with the packet (not part of the form)", packet.answers.text(Leaf::notes)));
  }
  return html;
}

}  // namespace ftt::print
