// Setting App. D, and the changes and the spending behind it. See print_annual_review.h.
#include "print/print_annual_review.h"

#include "base/text.h"
#include "print/print_chart.h"
#include "view/pictures.h"

namespace ftt::print {
namespace {

std::string reviewed_employee_part(const Source& source) {
  const std::array<Box, 6> row = {answer_box(source, Leaf::annual_review_last_name, 5),
                                  answer_box(source, Leaf::annual_review_first_name, 5),
                                  answer_box(source, Leaf::annual_review_middle_initial, 2),
                                  place_box(source, reviewed_worksite),
                                  place_box(source, requested_at_review),
                                  answer_box(source, Leaf::annual_review_date, 12)};
  return part({"review-part-A", "A", "Employee Data", ""}, boxes(row));
}

// "The Analysis Tool dated …:" with the two statements, of which one is ticked.
std::string statements(const Source& source) {
  const std::vector<Tick> answered = ticks_of(source, Leaf::annual_review_outcome);
  const std::span<const Clause> said = clauses(ClausePart::review_states);
  std::vector<Tick> all;
  for (std::size_t i = 0; i < said.size(); ++i) {
    all.push_back({concat(breakable(source.words_of(said[i])), " <cite>", inert(said[i].paragraph.text()), "</cite>"),
                   answered[i].is_ticked});
  }
  const LeafInfo& outcome = info(Leaf::annual_review_outcome);
  const std::array<Box, 2> row = {answer_box(source, Leaf::annual_review_tool_date, 12),
                                  Box{12, std::string(outcome.label), ticks(all)}};
  return boxes(row);
}

// ---- Behind the form ----

// What ends the arrangement first, then what only asks for an update.
std::string findings_of(const Review& review) {
  std::string html;
  for (const Finding& finding : review.findings) {
    append(html, finding.status == Status::note ? "<div class=\"finding\">" : "<div class=\"finding grave\">", "<p><b>",
           inert(finding.message), "</b> ", inert(finding.next), " <cite>", inert(finding.cite.text()),
           "</cite></p></div>");
  }
  return html;
}

std::string_view words_of(SpendingWarning warning) {
  switch (warning) {
    case SpendingWarning::none:
      return "";
    case SpendingWarning::above:
      return "above the estimate";
    case SpendingWarning::above_twice:
      return "above twice the estimate";
  }
  return "";
}

std::string spending_row(std::string_view period, Money planned, Money spent, SpendingWarning warning,
                         const std::string& told = {}) {
  const std::string_view words = words_of(warning);
  return concat("<tr><th scope=\"row\">", inert(period), words.empty() ? "" : concat(" <b>", words, "</b>"),
                told.empty() ? "" : concat("<div class=\"small\">", isolated(told), "</div>"),
                "</th><td class=\"amount\">", to_display(planned), "</td><td class=\"amount\">", to_display(spent),
                "</td></tr>");
}

// "3 trips, report of the OCFO": what is told of the spending of a half-year.
std::string told_of(std::string_view half_year, std::span<const Actual> actuals) {
  for (const Actual& actual : actuals) {
    if (actual.half_year != half_year) continue;
    const std::string_view unit = actual.trips == "1" ? " trip" : " trips";
    return joined({actual.trips.empty() ? "" : concat(actual.trips, unit), actual.source});
  }
  return "";
}

std::string approved_of(const ApprovedTravel& approved) {
  const std::string trips = approved.trips.has_value() ? concat(to_display(approved.trips.value()), " trips") : "";
  const std::string dollars = approved.annual ? concat(to_display(*approved.annual), " a year") : "";
  const std::string both = joined({trips, dollars});
  if (both.empty()) return "";
  const bool is_approved = approved.is_approved.has_value() && approved.is_approved.value();
  return concat("<p>", is_approved ? "Approved travel: " : "Planned travel; the packet records no approval: ", both,
                ".</p>");
}

std::string differences_of(const std::vector<Difference>& differences) {
  if (differences.empty()) return "";
  std::string html = "<h4>The file of the packet under review</h4>";
  append(html, "<p>", breakable(verdict_of(differences)), "</p><ul class=\"plain\">");
  for (const Difference& one : differences) {
    if (one.kind != DifferenceKind::verdict) append(html, "<li>", breakable(one.message), "</li>");
  }
  return html + "</ul>";
}

// "revision 2, July 21, 2025": within a sentence.
std::string words_within(const PacketName& name) {
  std::string words = words_of(name);
  if (words.starts_with('R')) words.front() = 'r';
  return words;
}

// ¶11a, ¶11b. What is weighed, which the form has no place for.
std::string weighed(const Source& source) {
  const std::array<Box, 2> row = {answer_box(source, Leaf::annual_review_replacing_cost, 6),
                                  choice_box(source, Leaf::annual_review_recommendation, 6)};
  return concat(
      "<div class=\"beside\"><h3>Not on the form: whether it continues <cite>HRM 6040.2 ¶11a, ¶11b</cite></h3>",
      flowing_text("", info(Leaf::annual_review_funds).label, shown(source.answers, Leaf::annual_review_funds)),
      boxes(row), "</div>\n");
}

std::string behind_the_form(const Source& source, const std::optional<Review>& review) {
  if (!review) {
    const std::string travel = spending_against_own_plan(source);
    return concat(
        "<div class=\"beside\"><h3>What has changed</h3><p>Last year's packet is not inside this one, so there is "
        "nothing to compare. A review that starts from it lists every change.</p></div>\n",
        travel.empty()
            ? ""
            : concat("<div class=\"beside\"><h3>Travel planned and what was spent</h3>", travel, "</div>\n"));
  }
  std::string travel = concat(approved_of(review->approved), picture(spending_chart(review->half_years)),
                              spending(review->half_years, review->years, source.answers.actuals()));
  return concat("<div class=\"beside\"><h3>What has changed since ", inert(words_within(review->comparison.old_packet)),
                "</h3>", findings_of(*review), "<p>", inert(review->why), "</p>", changes(review->comparison),
                differences_of(review->differences),
                "</div>\n<div class=\"beside\"><h3>Approved travel and what was spent</h3>",
                travel.empty() ? std::string("<p>Neither is recorded.</p>") : travel, "</div>\n");
}

}  // namespace

std::string beginning_of(const std::string& words) {
  constexpr std::size_t enough = 240;
  if (words.size() <= enough) return isolated(words);
  std::size_t end = words.rfind(' ', enough);
  if (end == std::string::npos) end = enough;
  while ((static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
  return concat("<bdi>", breakable(std::string_view(words).substr(0, end)), " …</bdi>");
}

std::string changes(const Comparison& comparison) {
  if (are_alike(comparison)) return "<p>Nothing has changed: answers, rates and results are the same.</p>";
  std::string html =
      "<table class=\"changes\"><caption class=\"hidden\">What has changed, in the order of the form</caption><thead>"
      "<tr><th scope=\"col\">Item</th><th scope=\"col\">Was</th><th scope=\"col\">Is</th></tr></thead><tbody>";
  for (const PacketChange& change : comparison.changes) {
    append(html, "<tr><th scope=\"row\">", inert(change.label),
           change.kind == ChangeKind::answer ? "" : concat(" <span class=\"kind\">", name_of(change.kind), "</span>"),
           "</th><td>", beginning_of(change.old_words), "</td><td>", beginning_of(change.new_words), "</td></tr>");
  }
  return html + "</tbody></table>";
}

std::string spending(std::span<const SpendingRow> half_years, std::span<const SpendingYear> years,
                     std::span<const Actual> actuals) {
  if (half_years.empty() && years.empty()) return "";
  std::string html =
      "<table class=\"spending\"><caption class=\"hidden\">Travel planned and spent</caption><thead><tr><th "
      "scope=\"col\">Fiscal year or half of it</th><th scope=\"col\" class=\"amount\">Planned</th><th scope=\"col\" "
      "class=\"amount\">Spent</th></tr></thead><tbody>";
  for (const SpendingRow& row : half_years) {
    append(html, spending_row(to_display(row.half_year), row.planned, row.spent, row.warning,
                              told_of(name_of(row.half_year), actuals)));
  }
  // A half that is recorded alone stands above already.
  for (const SpendingYear& year : years) {
    if (!year.half) append(html, spending_row(period_of(year), year.planned, year.spent, year.warning));
  }
  return html +
         "</tbody></table><p class=\"small\">The amount spent cannot be split into travel that would have happened "
         "anyway (<cite>HRM 6040.2 ¶13f</cite>).</p>";
}

std::string spending_against_own_plan(const Source& source) {
  const std::vector<SpendingRow> half_years = spending_against_plan(source.worksheet(), source.answers);
  return spending(half_years, spending_by_year(half_years), source.answers.actuals());
}

std::string annual_review(const Source& source) {
  const PrintBasis& basis = source.basis;
  const std::optional<Review> review = find_review(basis.rates, source.packet, source.assessment, basis.calc);
  return concat(
      reviewed_employee_part(source), "<div class=\"part\">", statements(source), "</div>\n", weighed(source),
      "<div class=\"signatures\">",
      signed_block(source, Leaf::annual_review_hr_signature_name, Leaf::annual_review_hr_signature_title,
                   Leaf::annual_review_hr_signature_date),
      signed_block(source, Leaf::annual_review_supervisor_signature_name,
                   Leaf::annual_review_supervisor_signature_title, Leaf::annual_review_supervisor_signature_date),
      "</div>\n", behind_the_form(source, review));
}

}  // namespace ftt::print
