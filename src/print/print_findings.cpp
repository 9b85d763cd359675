// Setting findings, documents, dates and spending. See print_findings.h.
#include "print/print_findings.h"

#include <array>

#include "base/text.h"
#include "packet/field_words.h"
#include "print/print_annual_review.h"
#include "print/print_ending.h"
#include "view/wording.h"

namespace ftt::print {
namespace {

// What stands above the findings of one kind, those that matter most first.
struct FindingsHead {
  Status status;
  std::string_view words;
};
constexpr std::array<FindingsHead, 4> findings_heads = {
    FindingsHead{Status::fail, "Not met"}, FindingsHead{Status::unknown, "Not known yet"},
    FindingsHead{Status::note, "Good to know"}, FindingsHead{Status::pass, "Holds"}};

std::string table_head(std::string_view css_class, std::string_view caption,
                       std::initializer_list<std::string_view> columns) {
  std::string html =
      concat("<table class=\"", css_class, "\"><caption class=\"hidden\">", caption, "</caption><thead><tr>");
  for (const std::string_view column : columns) append(html, "<th scope=\"col\">", column, "</th>");
  return html + "</tr></thead><tbody>";
}

std::string small_text(std::string_view text) {
  return small(inert(text));
}

std::string cited(Citation cite) {
  return concat(" <cite>", inert(cite.text()), "</cite>");
}

std::string eligibility_of(const Eligibility& eligibility) {
  std::string html = concat("<h3>Can it be requested? ", inert(eligibility.heading),
                            eligibility.date ? concat(", first on ", to_display(*eligibility.date)) : "", ".</h3>",
                            table_head("findings", "Eligibility, rule by rule", {"Rule", "What was found"}));
  for (const FindingsHead& head : findings_heads) {
    std::string rows;
    for (const Finding& finding : eligibility.findings) {
      if (finding.status != head.status) continue;
      append(rows, "<tr><th scope=\"row\">", inert(finding.cite.paragraph().heading), "</th><td>",
             inert(finding.message), cited(finding.cite), small_text(finding.next), "</td></tr>");
    }
    if (rows.empty()) continue;
    append(html, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">", head.words, "</th></tr>", rows);
  }
  return html + "</tbody></table>";
}

// "done in time, on Thursday, June 20, 2024"; "not due yet".
std::string standing(std::optional<Lateness> lateness, std::optional<Date> done) {
  const std::string_view words = lateness ? words_of(*lateness) : std::string_view("done");
  if (done) return small_text(concat(words, lateness ? ", on " : " on ", to_display(*done)));
  return lateness ? small_text(words) : "";
}

// Which work day counts where it is due on a day off, and whether it is late or there.
std::string standing_of(const Document& document) {
  std::string html;
  if (document.work_day_before) {
    append(html, small_text(concat("a weekend or holiday; the last work day before it "
                                   "is ",
                                   to_display(*document.work_day_before))));
  }
  return html + standing(document.lateness, document.done);
}

std::string documents_of(const std::vector<Document>& documents) {
  std::string html = concat("<h3>Documents</h3>",
                            table_head("documents", "Documents and when they are due", {"Document", "Why", "By when"}));
  for (const Document& document : documents) {
    const bool is_wanted = document.requirement != Requirement::not_required;
    append(html, "<tr><th scope=\"row\">", inert(document.title), small_text(words_of(document.requirement)),
           "</th><td>", inert(document.why), cited(document.cite), "</td><td>",
           is_wanted && document.due ? to_display(*document.due) : std::string(),
           is_wanted ? small_text(document.by_when) : std::string(), is_wanted ? standing_of(document) : "",
           "</td></tr>");
  }
  return html + "</tbody></table>";
}

std::string deadline_row(const Deadline& deadline) {
  std::string due = to_display(*deadline.due);
  if (deadline.work_day_before) {
    append(due, small_text(concat("a weekend or holiday; the last work day before it "
                                  "is ",
                                  to_display(*deadline.work_day_before))));
  }
  if (deadline.work_day_after) {
    append(due,
           small_text(concat("a weekend or holiday; the next work day is ", to_display(*deadline.work_day_after))));
  }
  append(due, standing(deadline.lateness, deadline.done),
         deadline.done_by ? small_text(concat("done by ", to_display(*deadline.done_by))) : "");
  return concat("<tr><th scope=\"row\">", inert(deadline.title), cited(deadline.cite), "</th><td>",
                inert(count_in_words(deadline)), small_text(skipped_in_words(deadline)), "</td><td>", due,
                "</td></tr>");
}

std::string dates_of(const Policy& policy) {
  std::string html = concat("<h3>Dates</h3>", table_head("dates", "Clocks and dates", {"Clock", "Counted", "Due"}));
  std::string without_date;
  for (const Deadline& deadline : policy.deadlines) {
    if (deadline.due) {
      append(html, deadline_row(deadline));
    } else {
      append(without_date, without_date.empty() ? "" : "; ", inert(deadline.title), cited(deadline.cite));
    }
  }
  if (!without_date.empty()) {
    append(html, "<tr><th scope=\"row\">No date yet</th><td colspan=\"2\">", without_date, "</td></tr>");
  }
  return concat(html, "</tbody></table><div class=\"together\"><p><b>Who has it now.</b> ",
                inert(policy.holder.message), " ", inert(policy.holder.next), cited(policy.holder.cite), "</p></div>");
}

std::string asked(const LeafInfo& leaf) {
  return inert(leaf.section() == "record" ? name_of_leaf(leaf)
                                          : std::string(question_of(leaf, Voice::of_the_employee)));
}

// What was answered beside the forms, so that the findings can be followed on paper.
std::string answers_beside(const Answers& answers) {
  std::string rows;
  for (const LeafInfo& leaf : leaves()) {
    if (leaf.section() != "eligibility" && leaf.section() != "clock" && leaf.section() != "record") continue;
    const std::string text = shown(answers, leaf.leaf);
    if (!text.empty()) {
      append(rows, "<tr><th scope=\"row\">", asked(leaf), "</th><td>", isolated(text), "</td></tr>");
    }
  }
  if (rows.empty()) return rows;
  return concat("<h3>Answers given</h3>",
                table_head("answered", "Answers that no form asks for", {"Question", "Answer"}), rows,
                "</tbody></table>");
}

// A yearly review has it on App. D, beside what was approved.
std::string spent_of(const Source& source) {
  if (is_review(source.answers)) return "";
  return spending_against_own_plan(source);
}

}  // namespace

std::string count_in_words(const Deadline& deadline) {
  if (deadline.opens) return concat("to be started from ", to_display_without_weekday(*deadline.opens));
  if (!deadline.from || deadline.days == 0) return "";
  return concat(deadline.days, deadline.count_in == DayCount::work_days ? " work days" : " days", " from ",
                to_display_without_weekday(*deadline.from));
}

std::string findings(const Source& source) {
  const Policy& policy = source.assessment.policy;
  const std::string spent = spent_of(source);
  return concat(eligibility_of(policy.eligibility), documents_of(policy.documents), dates_of(policy),
                spent.empty() ? "" : concat("<h3>Travel planned and spent</h3>", spent), ending_record(source),
                answers_beside(source.answers));
}

}  // namespace ftt::print
