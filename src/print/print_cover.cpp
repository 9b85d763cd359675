// Setting the cover, from the figure down to the next dates. See print_cover.h.
#include "print/print_cover.h"

#include <algorithm>

#include "base/text.h"
#include "form/estimate.h"
#include "form/form_spec.h"
#include "packet/chain_report.h"
#include "packet/field_words.h"
#include "print/print_findings.h"
#include "print/print_history.h"
#include "rules/approval.h"
#include "view/answer.h"

namespace ftt::print {
namespace {

bool is_among(std::span<const PrintPart> parts, PrintPart part) {
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

// ---- What it is and what it comes to ----

// "January 15, 2027 through January 13, 2028"; "from February 1, 2027".
std::string period_of(const Source& source) {
  const std::string first = shown(source.answers, Leaf::arrangement_start);
  const std::string last = shown(source.answers, Leaf::arrangement_end);
  if (first.empty() || last.empty()) return first.empty() ? last : concat("from ", first);
  return concat(first, " through ", last);
}

std::string grade_of(const Source& source) {
  const std::string& plan = source.answers.text(Leaf::position_pay_plan);
  const std::string grade = shown(source.answers, Leaf::position_grade);
  const std::string step = shown(source.answers, Leaf::position_step);
  return joined({concat(plan, plan.empty() || grade.empty() ? "" : "-", grade),
                 step.empty() ? std::string() : concat("step ", step)});
}

// The one sentence that everybody looks for, with both salaries; and what the estimate has assumed, as long as nobody
// has answered it.
std::string answer_of(const Source& source) {
  const Worksheet& worksheet = source.worksheet();
  std::string assumed;
  for (const Assumption* one : assumptions_in(source.answers))
    append(assumed, assumed.empty() ? "" : "; ", name_of(*one));
  std::string html = concat("<p class=\"answer\">", inert_sentence(answer_sentence(worksheet, source.answers)), "</p>");
  for (const std::string& sentence :
       {salaries_sentence(worksheet, source.answers, Whose::the_persons), term_sentence(worksheet),
        assumed.empty() ? std::string() : concat("Assumed and not answered yet: ", assumed, ".")}) {
    if (!sentence.empty()) append(html, "<p class=\"beside-answer\">", inert(sentence), "</p>");
  }
  return html;
}

std::string case_of(const Source& source) {
  const auto box = [](int width, std::string_view label, const std::string& text) {
    return Box{width, std::string(label), isolated(text)};
  };
  const std::string person = name_of_person(source);
  const std::array<Box, 9> row = {
      box(6, "Employee or recruit", person),
      box(3, "For", shown(source.answers, Leaf::arrangement_action)),
      box(3, "Kind", shown(source.answers, Leaf::arrangement_type)),
      box(4, "Term", joined({shown(source.answers, Leaf::arrangement_term), period_of(source)})),
      box(4, "Employing office", office_text(source)),
      box(4, "Position",
          joined({shown(source.answers, Leaf::position_title), shown(source.answers, Leaf::position_series),
                  grade_of(source)})),
      box(4, "Agency worksite", place_text(source, agency_worksite)),
      box(4, "Current official worksite", place_text(source, current_worksite)),
      box(4, "Requested official worksite", place_text(source, requested_worksite))};
  return boxes(row);
}

// ---- What is in it ----

std::string listed(std::span<const std::string> names) {
  std::string text;
  for (const std::string& name : names) append(text, text.empty() ? "" : "; ", name);
  return text;
}

// The cover is one page: of a long list its beginning, since the form itself has the blanks.
std::string beginning_listed(std::span<const std::string> names) {
  constexpr std::size_t enough = 8;
  if (names.size() <= enough) return listed(names);
  return concat(listed(names.first(enough)), "; and ", names.size() - enough, " more");
}

// App. A: the signatures of Parts J and K. The others: their own.
bool is_signed_in(Appendix appendix, std::string_view section) {
  if (appendix == Appendix::analysis_tool) return section == "concurring_supervisor" || section == "concurrences";
  return form_of_section(section) == appendix;
}

// Whether it is the date of a signature of that form, by which it is signed.
bool is_date_of_signature(const LeafInfo& leaf, Appendix appendix) {
  return leaf.group == Group::signature && leaf.member() == "date" && is_signed_in(appendix, leaf.section());
}

// ¶9. A level that the recorded route leaves out.
bool is_left_out(const Source& source, Leaf date) {
  if (source.recorded == nullptr || !source.recorded->standing.submitted) return false;
  const auto& steps = source.recorded->standing.steps;
  return (date == Leaf::concurrences_second_level_date && !steps[number_of(ChainStep::second_level)].applies) ||
         (date == Leaf::concurrences_third_level_date && !steps[number_of(ChainStep::third_level)].applies);
}

std::size_t count_of_signatures(const Source& source, Appendix appendix) {
  return static_cast<std::size_t>(std::count_if(leaves().begin(), leaves().end(), [&](const LeafInfo& leaf) {
    return is_date_of_signature(leaf, appendix) && !is_left_out(source, leaf.leaf);
  }));
}

// Who has not signed yet: signatures without a date. Once the Analysis Tool is decided nobody is waited for: whose
// level does not apply has not signed.
std::vector<std::string> unsigned_of(const Source& source, Appendix appendix) {
  std::vector<std::string> names;
  const bool is_decided = find_approval(source.answers).state != ApprovalState::open;
  if (appendix == Appendix::analysis_tool && is_decided) return names;
  for (const LeafInfo& leaf : leaves()) {
    if (is_date_of_signature(leaf, appendix) && source.answers.is_empty(leaf.leaf) && !is_left_out(source, leaf.leaf)) {
      names.emplace_back(leaf.field_label);
    }
  }
  return names;
}

// The item without the appendix, which stands beside it; a line of the worksheet by its sentence.
std::string name_of_item(const MissingItem& item, Appendix appendix) {
  const LeafInfo* leaf = find_leaf(item.field);
  std::string name = leaf == nullptr ? item.words : name_of_field(*leaf);
  if (name.ends_with('.')) name.pop_back();
  const std::string prefix = concat(name_of(appendix), ", ");
  return name.starts_with(prefix) ? name.substr(prefix.size()) : name;
}

// What is missing beside signatures that are still to be given. Each item once: a place is one, however many of its
// answers are missing.
std::vector<std::string> missing_of(const FormStatus& form, const std::vector<std::string>& to_sign) {
  std::vector<std::string> names;
  for (const MissingItem& item : form.missing) {
    const LeafInfo* leaf = find_leaf(item.field);
    const bool is_signature = leaf != nullptr && leaf->group == Group::signature;
    if (is_signature && std::find(to_sign.begin(), to_sign.end(), leaf->field_label) != to_sign.end()) continue;
    std::string name = name_of_item(item, form.appendix);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

// App. B: what has to be there before the arrangement may begin, beside signatures that are still to be given.
std::string before_it_begins(const Source& source, const FormStatus& form) {
  std::string words;
  for (const MissingItem& item : form.before_it_begins) {
    const LeafInfo* leaf = find_leaf(item.field);
    const bool is_unsigned = leaf != nullptr && leaf->group == Group::signature && source.answers.is_empty(leaf->leaf);
    if (!is_unsigned) append(words, " ", inert(item.words));
  }
  return words.empty() ? "" : concat("<div class=\"small\">Before the arrangement may begin:", words, "</div>");
}

// What is in error on the Analysis Tool and in the walk through its Parts J to L; the other forms list their own errors
// among what they lack.
std::size_t count_of_errors(const Source& source) {
  const std::vector<Problem>& problems = source.assessment.problems;
  return static_cast<std::size_t>(std::count_if(problems.begin(), problems.end(), [](const Problem& problem) {
    const LeafInfo* leaf = find_leaf(problem.field);
    const std::optional<Appendix> form = leaf == nullptr ? std::nullopt : form_of_section(leaf->section());
    return problem.severity == Severity::error && (!form || form == Appendix::analysis_tool);
  }));
}

// A form is signed; what the chain records of the Analysis Tool are concurrences.
struct WordsOfSigning {
  std::string_view filled_in;
  std::string_view by_nobody;
  std::string_view to_come;
};
constexpr WordsOfSigning signing{"Filled in, to be signed.", "Nobody has signed it yet", "To be signed: "};
constexpr WordsOfSigning concurring{"Filled in, with concurrences to come.", "No concurrence counts yet",
                                    "Concurrences to come: "};

std::string state_of(const Source& source, const FormStatus& form) {
  if (form.appendix == Appendix::agreement && is_refused(source.answers)) {
    return "<b>Not to be signed.</b> The Analysis Tool was not approved.";
  }
  const std::vector<std::string> to_sign = unsigned_of(source, form.appendix);
  const bool is_by_chain = source.recorded != nullptr && form.appendix == Appendix::analysis_tool;
  const bool is_told = !(is_by_chain && source.has_redacted_chain());
  const std::vector<std::string> missing = missing_of(form, to_sign);
  const std::size_t errors = form.appendix == Appendix::analysis_tool ? count_of_errors(source) : 0;
  const WordsOfSigning& words = is_by_chain ? concurring : signing;
  std::string html;
  if (errors != 0) {
    append(html, "<div><b>", errors, errors == 1 ? " answer has" : " answers have",
           " to be corrected.</b> The worksheet lists ", errors == 1 ? "it" : "them", ".</div>");
  }
  if (!missing.empty()) {
    append(html, "<b>", missing.size(), missing.size() == 1 ? " item is missing:</b> " : " items are missing:</b> ",
           inert(beginning_listed(missing)), ".");
  } else if (errors == 0 && form.appendix == Appendix::analysis_tool && is_refused(source.answers)) {
    append(html, "<b>Filled in, and not approved.</b>");
  } else if (errors == 0) {
    append(html, "<b>",
           to_sign.empty() ? std::string_view("Complete.")
           : is_told       ? words.filled_in
                           : std::string_view("Filled in."),
           "</b>");
  }
  if (!to_sign.empty() && is_told) {
    const bool is_anything_signed = to_sign.size() < count_of_signatures(source, form.appendix);
    append(html, "<div class=\"small\">", is_anything_signed ? words.to_come : words.by_nobody,
           is_anything_signed ? inert(listed(to_sign)) : std::string(), ".</div>");
  }
  return source.has_redacted_chain() ? html : html + before_it_begins(source, form);
}

// The name of a part leads to its sheet, in a saved page and in a PDF.
std::string contents_row(PrintPart part, std::string_view title, std::string_view state) {
  return concat("<tr><th scope=\"row\"><a href=\"#sheet-", name_of(part), "\">", title, "</a></th><td>", state,
                "</td></tr>");
}

// ¶9. Where the recorded packet is, and how much of its history there is.
std::string state_of_chain(const Source& source) {
  if (source.has_redacted_chain()) return words_of_redacted();
  const RecordedCase& recorded = *source.recorded;
  const ReadChain& chain = recorded.chain;
  const std::size_t count = chain.entries.size();
  return concat(chain.soundness == ChainSoundness::sound ? "" : "<b>The chain does not hold.</b> ",
                with_capital(words_of(recorded.status.state)), ". ", count, count == 1 ? " entry" : " entries",
                " with what was seen and what counts.");
}

std::string contents_of(const Source& source, const CoverFacts& facts) {
  std::string html =
      "<h2 class=\"section\">What is in it</h2><table class=\"contents\"><caption class=\"hidden\">The parts of this "
      "packet and their state</caption><thead><tr><th scope=\"col\">Part</th><th scope=\"col\">State</th></tr></thead>"
      "<tbody>";
  for (const PrintPart part : facts.printed) {
    if (part == PrintPart::analysis_tool && is_estimate(source.assessment.policy)) {
      append(html, contents_row(part, title_of(part), "Not required here; filled in as an estimate."));
    } else if (const std::optional<Appendix> appendix = appendix_of(part)) {
      append(html, contents_row(part, title_of(part), state_of(source, source.form(*appendix))));
    } else if (part == PrintPart::worksheet) {
      append(html, contents_row(part, title_of(part), "Every figure with its formula, its rates and its paragraph."));
    } else if (part == PrintPart::findings) {
      append(html,
             contents_row(part, "Findings and dates",
                          concat("Can it be requested? ", inert(source.assessment.policy.eligibility.heading), ".")));
    } else if (part == PrintPart::history && source.recorded != nullptr) {
      append(html, contents_row(part, title_of(part), state_of_chain(source)));
    }
  }
  return html + "</tbody></table>";
}

// ---- What is not in it ----

std::string missing_parts_of(const Source& source, const CoverFacts& facts) {
  std::string rows;
  for (const PrintPart part : facts.needed) {
    if (!is_among(facts.printed, part)) {
      append(rows, "<li>", title_of(part), ": not printed here; the packet has it.</li>");
    }
  }
  for (const Document& document : source.assessment.policy.documents) {
    if (document.id == "doc.telework_agreement" && document.requirement != Requirement::not_required) {
      append(rows, "<li>", inert(document.title), ", which keeps it. <cite>", inert(document.cite.text()),
             "</cite></li>");
    }
  }
  for (const FormStatus& form : source.forms) {
    const bool is_printed =
        form.appendix == Appendix::analysis_tool && is_among(facts.printed, PrintPart::analysis_tool);
    if (form.requirement == Requirement::not_required && !is_printed) {
      append(rows, "<li>", inert(name_of(form.appendix)), ", ", inert(form.title), ", is not needed. ", inert(form.why),
             "</li>");
    }
  }
  if (rows.empty()) return "";
  return concat("<div><h2 class=\"section\">What is not in it</h2><ul class=\"plain\">", rows, "</ul></div>");
}

// ---- Dates, and where it goes ----

// What is still to come, and what is late. A waiting time that is over is neither.
std::string next_dates_of(const Policy& policy, Date today) {
  std::vector<const Deadline*> open;
  for (const Deadline& deadline : policy.deadlines) {
    const bool is_open =
        deadline.due && !is_done(deadline.lateness) && (*deadline.due >= today || deadline.lateness == Lateness::late);
    if (is_open) open.push_back(&deadline);
  }
  if (open.empty()) return "";
  std::stable_sort(open.begin(), open.end(), [](const Deadline* a, const Deadline* b) { return *a->due < *b->due; });
  std::string html = "<div><h2 class=\"section\">Next dates</h2><ul class=\"plain\">";
  for (const Deadline* deadline : open) {
    const std::string counted = count_in_words(*deadline);
    append(html, "<li><b>", to_display(*deadline->due), "</b>: ", inert(deadline->title),
           counted.empty() ? "" : concat(" (", inert(counted), ")"), ", ", words_of(deadline->lateness), ". <cite>",
           inert(deadline->cite.text()), "</cite></li>");
  }
  return html + "</ul></div>";
}

// ¶9. The concurrences that do not count; with a chain those alone that it records.
std::vector<std::string> void_concurrences(const Source& source) {
  std::vector<std::string> messages;
  if (source.recorded == nullptr) {
    for (const Difference& one : concurrences_on_other_content(source.packet)) messages.push_back(one.message + ".");
    return messages;
  }
  for (const ChainStep step : chain_steps) {
    std::string message = words_of_void(*source.recorded, step, source.packet);
    if (!message.empty()) messages.push_back(std::move(message));
  }
  return messages;
}

std::string where_it_goes(const Source& source, const CoverFacts& facts) {
  const Holder& holder = source.assessment.policy.holder;
  const WhomToAsk ask = whom_to_ask(facts.contact);
  std::string html = "<h2 class=\"section\">Where it goes</h2>";
  for (const std::string& message : void_concurrences(source)) {
    append(html, "<div class=\"finding grave\"><p>", inert(message), "</p></div>");
  }
  append(html, "<p>", inert(holder.message), " ", inert(holder.next), " <cite>", inert(holder.cite.text()),
         "</cite></p>");
  const bool is_on_its_way = find_approval(source.answers).state == ApprovalState::open && !source.has_redacted_chain();
  if (is_on_its_way && !is_estimate(source.assessment.policy)) {
    const std::vector<Deadline>& clocks = source.assessment.policy.deadlines;
    const bool has_request =
        std::any_of(clocks.begin(), clocks.end(), [](const Deadline& clock) { return clock.id == "clock.chain"; });
    const Numbers& numbers = source.edition().numbers;
    const auto within = [](const OrderNumber<WorkDays>& clock) {
      return concat(" (", clock.value.count, " work days)");
    };
    append(html, "<p>The Analysis Tool goes up the chain of command",
           has_request ? within(numbers.chain_of_command_clock) : "", ", then to the servicing HR Director",
           within(numbers.hr_director_clock), ", then to the Deputy Administrator or designee",
           within(numbers.deputy_administrator_clock), ". <cite>HRM 6040.2 ¶9</cite></p>");
  }
  if (is_among(facts.needed, PrintPart::annual_review)) {
    append(html, "<p>The Annual Review Form goes to the servicing HR office. <cite>HRM 6040.2 ¶11c</cite></p>");
  }
  append(html, "<p>Who to contact: ", inert(ask.heading), ask.reach.empty() ? "" : concat(", ", inert(ask.reach)),
         ".</p>");
  return html;
}

// A line of the labels, each once; empty where there are none.
template <class Labeled>
std::string labels_line(std::string_view before, std::span<const Labeled> all) {
  std::vector<std::string> labels;
  for (const Labeled& one : all) {
    if (std::find(labels.begin(), labels.end(), one.label) == labels.end()) labels.push_back(one.label);
  }
  return labels.empty() ? "" : concat("<p class=\"small\">", before, inert(listed(labels)), ".</p>");
}

std::string redacted_note(const CoverFacts& facts) {
  return concat(
      "<div class=\"finding grave\"><p><b>Redacted copy for wider circulation.</b> Names and home addresses are "
      "removed, here and in the packet inside this page. Position, places and texts may still show who it is.</p>",
      labels_line("Removed: ", facts.left_out), labels_line("Texts in somebody's own words: ", facts.texts), "</div>");
}

}  // namespace

std::string estimate_note(const Source& source) {
  if (!is_estimate(source.assessment.policy)) return "";
  const Finding& length = source.assessment.policy.eligibility.find("duration.documented");
  return concat("<div class=\"finding\"><p><b>An estimate.</b> ", inert(length.message), " ", inert(length.next),
                "</p></div>\n");
}

std::string cover(const Source& source, const CoverFacts& facts) {
  return concat(source.packet.is_redacted ? redacted_note(facts) : "", estimate_note(source), answer_of(source),
                case_of(source), contents_of(source, facts), "<div class=\"beside-each-other\">",
                missing_parts_of(source, facts), next_dates_of(source.assessment.policy, facts.today), "</div>",
                where_it_goes(source, facts));
}

}  // namespace ftt::print
