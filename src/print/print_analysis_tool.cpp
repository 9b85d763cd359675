// Setting App. A, Part A to Part M. See print_analysis_tool.h.
#include "print/print_analysis_tool.h"

#include <array>

#include "base/text.h"
#include "packet/chain_report.h"
#include "print/print_history.h"
#include "print/print_html.h"
#include "view/answer.h"

namespace ftt::print {
namespace {

// ---- Ledgers ----

LedgerRow worksheet_row(const Source& source, Line line, Emphasis emphasis) {
  const LineInfo& about = info(line);
  return {item_number(about.item), std::string(about.label), to_display(source.worksheet().value(line)), "", emphasis};
}

LedgerRow with_note(LedgerRow row, std::string note) {
  row.note = std::move(note);
  return row;
}

// "General Schedule base pay 2025; …": which tables a line was found in.
std::string tables_of(const WorksheetLine* line) {
  std::string text;
  if (line == nullptr) return text;
  for (const RateUse& use : line->rates) {
    append(text, text.empty() ? "" : "; ", use.table, " ", use.year);
    if (!use.entry.empty()) append(text, ", ", use.entry);
  }
  return text;
}

LedgerRow found_row(const Source& source, Line id) {
  const WorksheetLine* line = source.worksheet().find(id);
  std::string note = tables_of(line);
  if (line != nullptr && line->origin == Origin::entered) note = "Entered.";
  return with_note(worksheet_row(source, id, Emphasis::none), std::move(note));
}

// ---- Parts A and B ----

std::string part_a(const Source& source) {
  const std::array<Box, 5> row = {
      choice_box(source, Leaf::arrangement_action, 5), choice_box(source, Leaf::arrangement_type, 7),
      choice_box(source, Leaf::arrangement_term, 6), answer_box(source, Leaf::arrangement_start, 3),
      answer_box(source, Leaf::arrangement_end, 3)};
  return part({"part-A", "A", "Full-Time Telework Arrangement Data", ""}, boxes(row));
}

std::string part_b(const Source& source) {
  const std::array<Box, 5> row = {answer_box(source, Leaf::employee_last_name, 5),
                                  answer_box(source, Leaf::employee_first_name, 5),
                                  answer_box(source, Leaf::employee_middle_initial, 2),
                                  place_box(source, current_worksite), place_box(source, requested_worksite)};
  return part({"part-B", "B", "Employee Data", "For a current incumbent's request or a renewal."}, boxes(row));
}

// ---- Parts D to H ----

// The worksite and the locality pay area that it lies in.
Box area_box(const Source& source, PlaceLeaves place, Leaf area, const FoundSalary& found) {
  std::string content = isolated(place_text(source, place));
  const std::string_view name = found.area_name.empty() ? std::string_view(found.area_code) : found.area_name;
  append(content, "<div class=\"small\">", inert(info(area).label), ": ",
         name.empty() ? "not known" : concat("<bdi>", breakable(name), "</bdi>"), "</div>");
  return {12, numbered(info(area).item, info(place.address).field_label), content};
}

std::string part_d(const Source& source) {
  const FoundRates& found = source.assessment.found;
  const std::array<Box, 2> row = {
      area_box(source, requested_worksite, Leaf::locality_pay_requested_area, found.requested),
      area_box(source, agency_worksite, Leaf::locality_pay_agency_area, found.agency)};
  const std::array<LedgerRow, 3> lines = {found_row(source, Line::locality_pay_requested_salary),
                                          found_row(source, Line::locality_pay_agency_salary),
                                          worksheet_row(source, Line::locality_pay_difference, Emphasis::total)};
  std::string content = boxes(row) + ledger("Locality pay calculations", lines);
  const std::string typed_from = shown(source.answers, Leaf::locality_pay_salary_source);
  if (!typed_from.empty()) {
    append(content, "<p class=\"small\">", inert(info(Leaf::locality_pay_salary_source).label), ": ",
           isolated(typed_from), "</p>");
  }
  return part({"part-D", "D", "Locality Pay Calculations", "A negative difference is a saving."}, content);
}

// Which reading of line 9 is used, and that there are others.
std::string reading_note(const Worksheet& worksheet) {
  if (worksheet.method_must_be_chosen)
    return "With 0 nights you have to choose a reading of this line. See the worksheet.";
  const WorksheetLine* line = worksheet.find(Line::travel_budget_trip_cost);
  const std::string_view formula = line == nullptr ? std::string_view() : line->formula;
  return concat("Calculated as ", formula, ".",
                worksheet.readings_differ ? " The readings of this line differ; see the worksheet." : "");
}

std::string part_e(const Source& source) {
  const std::array<LedgerRow, 11> lines = {
      answer_row(source, Leaf::travel_budget_share_requested),
      answer_row(source, Leaf::travel_budget_share_agency),
      answer_row(source, Leaf::travel_budget_share_travel),
      answer_row(source, Leaf::travel_budget_transport),
      found_row(source, Line::travel_budget_mie),
      found_row(source, Line::travel_budget_lodging),
      answer_row(source, Leaf::travel_budget_extra),
      answer_row(source, Leaf::travel_budget_nights),
      with_note(worksheet_row(source, Line::travel_budget_trip_cost, Emphasis::total),
                reading_note(source.worksheet())),
      answer_row(source, Leaf::travel_budget_trips),
      worksheet_row(source, Line::travel_budget_annual, Emphasis::total)};
  return part(
      {"part-E", "E", "Full-Time Telework Travel Budget Development",
       "Percentages are entered as decimals. Lines 1 to 3 are management's estimates and add up to 1. The cost of "
       "business travel (line 3) is not part of the analysis."},
      ledger("Full-time telework travel budget", lines));
}

// Lines 4 and 5: what it is, and whether it is a cost or a saving.
LedgerRow other_row(const Source& source, Leaf label, Leaf direction, Leaf amount) {
  const std::string name = shown(source.answers, label);
  const std::string kind = shown(source.answers, direction);
  return {item_number(info(label).item), std::string(info(label).field_label), shown(source.answers, amount),
          joined({name, kind}), Emphasis::none};
}

std::string part_f(const Source& source) {
  const std::array<LedgerRow, 6> lines = {answer_row(source, Leaf::additional_transit_savings),
                                          answer_row(source, Leaf::additional_travel_savings),
                                          answer_row(source, Leaf::additional_space_savings),
                                          other_row(source, Leaf::additional_other1_label,
                                                    Leaf::additional_other1_direction, Leaf::additional_other1_amount),
                                          other_row(source, Leaf::additional_other2_label,
                                                    Leaf::additional_other2_direction, Leaf::additional_other2_amount),
                                          worksheet_row(source, Line::additional_total, Emphasis::total)};
  return part({"part-F", "F", "Additional Costs/Savings",
               "Savings are entered as positive amounts and count as negative in the total. Items are explained in "
               "Part I. An empty line means none."},
              ledger("Additional costs and savings", lines));
}

std::string part_g(const Source& source) {
  const std::array<LedgerRow, 3> lines = {
      worksheet_row(source, Line::cost_benefit_overall, Emphasis::total),
      with_note(worksheet_row(source, Line::cost_benefit_net_annual_change, Emphasis::none),
                concat("Added; not a line of the form (¶8e(1)). ",
                       answer_in_short(source.worksheet().net_annual_change), ".")),
      worksheet_row(source, Line::cost_benefit_percent, Emphasis::total)};
  return part({"part-G", "G", "Cost Benefit Analysis", ""}, ledger("Cost benefit analysis", lines));
}

std::string part_h(const Source& source) {
  const std::array<LedgerRow, 1> lines = {answer_row(source, Leaf::relocation_estimate)};
  return part({"part-H", "H", "Estimation of Relocation Costs",
               "The estimated cost of relocation to the agency if management ends the arrangement for mission or "
               "business reasons."},
              ledger("Estimation of relocation costs", lines));
}

// ---- Part I ----

std::string long_item(const Source& source, Leaf leaf) {
  return flowing_text("Part I, ", label_of(leaf), shown(source.answers, leaf));
}

std::string part_i(const Source& source) {
  std::string content = long_item(source, Leaf::justification_cost) + long_item(source, Leaf::justification_items);
  for (const Leaf leaf : {Leaf::justification_likelihood_of_leaving, Leaf::justification_qualifications}) {
    if (applies(leaf, source.answers)) append(content, long_item(source, leaf));
  }
  const std::array<Box, 2> interest = {choice_box(source, Leaf::justification_best_interest, 4),
                                       answer_box(source, Leaf::justification_best_interest_reason, 8)};
  append(content, boxes(interest));
  return part({"part-I", "I", "Justification",
               "Items that begin with a paragraph (¶) are added. The order asks for them, not the form."},
              content);
}

// ---- Parts J to M ----

// The first of the four leaves of a signature; title, decision and date follow it.
struct SignatureLeaves {
  Leaf name;
  Leaf title;
  Leaf decision;
  Leaf date;
};
#define FTT_SIGNATURE_LEAVES(field)                                                     \
  SignatureLeaves {                                                                     \
    Leaf::field##_name, Leaf::field##_title, Leaf::field##_decision, Leaf::field##_date \
  }

// What was typed there and does not count, since the chain alone does.
std::string typed_there(const Source& source, std::initializer_list<Leaf> leaves) {
  std::string words;
  if (source.recorded == nullptr) return words;
  for (const Leaf leaf : leaves) {
    const std::string typed = shown(source.packet.answers, leaf);
    if (!typed.empty()) append(words, words.empty() ? "Typed, not recorded: " : ", ", typed);
  }
  return words.empty() ? words : concat("<div>", breakable(words), ".</div>");
}

// " for the Deputy Administrator (designee)".
std::string whose_authority(const ChainEntry& entry) {
  if (entry.on_behalf_of.name.empty()) return "";
  return concat(", for ", words_of(entry.on_behalf_of),
                entry.authority.empty() ? "" : concat(" (", entry.authority, ")"));
}

// What the chain records of the step: where it stands in the history, or why it is void.
std::string recorded_there(const Source& source, ChainStep step) {
  if (source.recorded == nullptr) return "";
  const ReadChain& chain = source.recorded->chain;
  const ChainStanding& standing = source.recorded->standing;
  const StepStanding& one = standing.steps[number_of(step)];
  const auto told = [&](std::string_view what, std::size_t entry) {
    return concat("<div>", what, ", entry ", chain.marks[entry].n, " of the history",
                  breakable(whose_authority(chain.entries[entry])), ".</div>");
  };
  const bool is_denied = standing.ended && chain.entries[*standing.ended].act == ChainAct::denied &&
                         chain.entries[*standing.ended].step == step;
  if (is_denied) return told("Recorded denial", *standing.ended);
  if (!one.applies) return "<div>Not applicable, by the route that is recorded.</div>";
  if (!one.given) return "";
  if (one.stands()) return told("Recorded concurrence", *one.given);
  return concat("<div>", breakable(words_of_void(*source.recorded, step, source.packet)), "</div>");
}

// How Part J or K is filled in where there is a chain; empty without one.
std::string note_of_chain(const Source& source) {
  if (source.recorded == nullptr) return "";
  if (source.has_redacted_chain()) return words_of_redacted();
  return "Filled in from the recorded concurrences; the lines to sign stay.";
}

std::string signature_block(const Source& source, ChainStep step, const SignatureLeaves& leaves) {
  Signature block;
  block.label = info(leaves.name).field_label;
  block.name_label = label_of(leaves.name);
  block.name = shown(source.answers, leaves.name);
  block.title_label = label_of(leaves.title);
  block.title = shown(source.answers, leaves.title);
  block.signature_label = numbered(info(leaves.decision).item, "Signature");
  block.date_label = label_of(leaves.date);
  block.date = shown(source.answers, leaves.date);
  block.decision_label = info(leaves.decision).label;
  block.decision = ticks_of(source, leaves.decision);
  block.note = concat(recorded_there(source, step),
                      typed_there(source, {leaves.name, leaves.title, leaves.decision, leaves.date}));
  return signature(block);
}

std::string part_j(const Source& source) {
  const std::string note = note_of_chain(source);
  return part({"part-J", "J", "Concurring Supervisor",
               concat("The supervisor of the requesting employee, or of the position that is being recruited for.",
                      note.empty() ? "" : " ", note)},
              signature_block(source, ChainStep::supervisor, FTT_SIGNATURE_LEAVES(concurring_supervisor)));
}

std::string part_k(const Source& source) {
  constexpr std::array<SignatureLeaves, chain_step_count> levels = {
      FTT_SIGNATURE_LEAVES(concurrences_supervisor),  FTT_SIGNATURE_LEAVES(concurrences_second_level),
      FTT_SIGNATURE_LEAVES(concurrences_third_level), FTT_SIGNATURE_LEAVES(concurrences_executive),
      FTT_SIGNATURE_LEAVES(concurrences_hr_director), FTT_SIGNATURE_LEAVES(concurrences_deputy_administrator)};
  std::string content;
  for (const ChainStep step : chain_steps) append(content, signature_block(source, step, levels[number_of(step)]));
  const bool is_told = source.recorded != nullptr && !source.has_redacted_chain();
  return part({"part-K", "K", "Concurrences",
               concat(note_of_chain(source), is_told ? " " : "", is_told ? limit_of_the_chain : "")},
              content);
}
#undef FTT_SIGNATURE_LEAVES

// ¶11b: a recommendation to end is decided in Part L as well; which of the two decisions stands there, and the other
// one.
std::string matter_decided(const Source& source) {
  if (source.recorded == nullptr || source.has_redacted_chain()) return "";
  const ChainStatus& status = source.recorded->status;
  const bool is_decided = !source.answers.is_empty(Leaf::determination_outcome);
  std::string words;
  if (status.is_ending && is_decided) words = "This is the decision on the recommendation to end it (¶11b).";
  const std::string other = words_of_other_approval(status);
  if (!other.empty()) append(words, words.empty() ? "" : " ", other);
  return words;
}

std::string part_l(const Source& source) {
  const std::array<Box, 2> row = {choice_box(source, Leaf::determination_outcome, 7),
                                  answer_box(source, Leaf::determination_date, 5)};
  const std::string typed = typed_there(source, {Leaf::determination_outcome, Leaf::determination_date});
  return part({"part-L", "L", "Approval/Disapproval", matter_decided(source)},
              concat(boxes(row), typed.empty() ? "" : concat("<div class=\"small\">", typed, "</div>")));
}

std::string part_m(const Source& source) {
  const std::array<Box, 2> row = {answer_box(source, Leaf::worksite_change_proposed, 6),
                                  answer_box(source, Leaf::worksite_change_completed, 6)};
  return part({"part-M", "M", "Change of Official Worksite/Duty Station", ""}, boxes(row));
}

}  // namespace

std::string analysis_tool(const Source& source) {
  return concat(part_a(source), part_b(source), position_part(source, "part-C"), part_d(source), part_e(source),
                part_f(source), part_g(source), part_h(source), part_i(source), part_j(source), part_k(source),
                "<div class=\"beside-each-other\">", part_l(source), part_m(source), "</div>\n");
}

}  // namespace ftt::print
