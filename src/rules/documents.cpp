// Every document of the order, each by its paragraph's file. See documents.h.
#include "rules/documents.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "form/form_spec.h"
#include "rules/approval.h"
#include "rules/clocks.h"
#include "rules/document_paragraphs.h"

namespace ftt {

namespace {

// A part of the Analysis Tool is required only where the tool is.
enum class Standing : std::uint8_t { own_paper, part_of_the_tool };

struct Row {
  std::string_view id;
  std::string_view title;
  Citation cite;
  std::string_view by_when;
  Standing standing;
  Document (*decide)(Document document, const Answers& answers, const rules_detail::Grounds& grounds);
};

// The tool stands first.
constexpr Row document_table[] = {
#define FTT_DOCUMENT(name, title, citation, by_when, standing) \
  {"doc." #name, title, cite(citation), by_when, Standing::standing, rules_detail::name},
#include "rules/documents.inc"
#undef FTT_DOCUMENT
};

// The day on which the last of those who sign that form did; nothing while one has not.
std::optional<Date> signed_by_all(const Answers& answers, Appendix form) {
  std::optional<Date> last;
  for (const FormSignature& signature : form_signatures()) {
    if (signature.form != form) continue;
    const Known<Date> date = answers.date(signature.date);
    if (date.is_missing()) return std::nullopt;
    last = std::max(last.value_or(date.value()), date.value());
  }
  return last;
}

std::optional<Date> done_on(const Document& document, const Answers& answers) {
  if (document.id == "doc.analysis_tool") {
    const bool is_approved = find_approval(answers).state == ApprovalState::approved;
    return is_approved ? rules_detail::first_date_of(answers, {Leaf::determination_date}) : std::nullopt;
  }
  // ¶11c. It is there once the HR office has it.
  if (document.id == "doc.annual_review") {
    return rules_detail::first_date_of(answers, {Leaf::annual_review_hr_signature_date});
  }
  for (const FormSpec& form : form_specs) {
    if (form.document == document.id) return signed_by_all(answers, form.appendix);
  }
  return std::nullopt;
}

// There, though nobody says since when.
Known<bool> is_there(const Document& document, const Answers& answers) {
  if (document.id == "doc.telework_agreement") return telework_agreement_stands(answers);
  // What Parts J to L do not say is not approved yet.
  if (document.id == "doc.analysis_tool") return Known<bool>::answered(analysis_tool_stands(answers).value_or(false));
  return Known<bool>::answered(false);
}

// ¶9. Of a request that is over nothing is due any more; but a review is filed whatever becomes of it (¶11c).
void drop_dates(Document& document) {
  if (document.id != "doc.annual_review") document.due.reset();
}

void add_standing(Document& document, const Answers& answers, const RuleContext& context) {
  if (!document.due || document.requirement == Requirement::not_required) return;
  Deadline deadline{document.id, document.title, document.cite};
  deadline.done = done_on(document, answers);
  rules_detail::set_due(deadline, *document.due, context.calendar);
  document.work_day_before = deadline.work_day_before;
  document.done = deadline.done;
  const Known<bool> there = is_there(document, answers);
  if (document.requirement == Requirement::unknown || (!document.done && there.value_or(false))) return;
  deadline.is_unknown = there.is_missing();
  document.lateness = rules_detail::lateness_of(deadline, context.today);
  if (document.lateness == Lateness::unknown) {
    document.settled_by = {Leaf::eligibility_telework_agreement_approved};
  }
}

// Parts H and I are parts of the Analysis Tool: no tool, no part of it; and unknown while that is unknown.
void follow_the_tool(Document& part, const Document& tool) {
  if (part.requirement == Requirement::not_required || tool.requirement == Requirement::required) return;
  part.requirement = tool.requirement;
  if (tool.requirement == Requirement::not_required) {
    part.why = "It is part of the Analysis Tool, which is not required here.";
    part.settled_by.clear();
    return;
  }
  part.why = "It is part of the Analysis Tool. It is not known yet if that is required.";
  for (const Leaf leaf : tool.settled_by) {
    if (std::find(part.settled_by.begin(), part.settled_by.end(), leaf) == part.settled_by.end()) {
      part.settled_by.push_back(leaf);
    }
  }
}

}  // namespace

std::vector<Document> find_documents(const Answers& answers, const Worksheet& worksheet, const RuleContext& context) {
  const rules_detail::Grounds grounds{worksheet, context};
  std::vector<Document> documents;
  documents.reserve(std::size(document_table));
  for (const Row& row : document_table) {
    Document document{row.id, row.title, Requirement::unknown, {}, std::string(row.by_when), row.cite};
    documents.push_back(row.decide(std::move(document), answers, grounds));
    if (row.standing == Standing::part_of_the_tool) follow_the_tool(documents.back(), documents.front());
  }
  if (is_refused(answers)) std::for_each(documents.begin(), documents.end(), drop_dates);
  for (Document& document : documents) add_standing(document, answers, context);
  return documents;
}

}  // namespace ftt
