// forms: the forms of the packet, each with whether it is required, begun, complete, and what it lacks.
//
// Covers App. A to D as one packet; HRM 6040.2 ¶7a and ¶10a: what must be there before the arrangement may begin; App.
// B, Part D: an open D1 or D2 goes by what is answered elsewhere.
//
// Does not: decide which form is required (rules/documents.h does), or change what Assessment::complete means (App. A).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/known.h"
#include "form/form_spec.h"
#include "packet/packet.h"
#include "rules/approval.h"
#include "rules/documents.h"
#include "rules/finding.h"

namespace ftt {

struct MissingItem {
  std::string_view field;  // a leaf's id, or a line's; static text
  std::string words;       // a whole sentence
  std::string_view cite;
};

struct FormStatus {
  Appendix appendix = Appendix::analysis_tool;
  std::string_view title;  // "Arrangement Agreement"
  Requirement requirement = Requirement::unknown;
  std::string why;           // why it is required or not
  bool is_begun = false;     // something of its own is answered
  bool is_complete = false;  // nothing is missing, and nothing of its own is in error
  std::vector<MissingItem> missing;
  // App. B: what has to be there before the arrangement may begin (¶7a, ¶10a). Empty for the other forms, and in an
  // annual review, whose arrangement has begun.
  std::vector<MissingItem> before_it_begins;
  // App. C: clock.recruit_training and clock.recruit_agreement, to be found in assessment.policy.deadlines.
  std::vector<std::string_view> clocks;
  std::optional<Date> due;  // of the document, where the answers give it; App. D: August 15
};

// What App. A lacks, each thing once: a place of which nothing is there is one.
std::vector<MissingItem> missing_items(const Answers& answers, std::span<const MissingAnswer> missing);

// Every form, in the order of the appendices. `assessment` is that of the packet.
std::vector<FormStatus> find_forms(const Packet& packet, const Assessment& assessment);

// Whether the form that the leaf stands on is not complete without it, as the answers stand: App. A's own
// (required() in form/answers.h) and what App. B to D ask for. The forms' `missing` names no other leaf.
bool is_needed_by_its_form(Leaf leaf, const Answers& answers);
// Whether its form is not complete without it, or a document that the case requires asks for it: the one answer to
// whether a question is required, wherever that is said.
bool is_needed(Leaf leaf, const Answers& answers, const Policy& policy);
// Whether that is settled: no while it hangs on a document of which it is not known whether it is required.
bool is_need_known(Leaf leaf, const Policy& policy);

// Whether a document of the case is there, by its id: an Analysis Tool or a telework agreement that is approved,
// another form that is complete, a text of Part I or an estimate of Part H that is written. Missing where the packet
// does not tell; what Parts J to L do not say is not approved.
Known<bool> is_document_there(std::string_view document, const Packet& packet, const Assessment& assessment);

// [{"appendix", "title", "required", "why", "begun", "complete", "missing": [{"field", "message", "cite"}],
//  "before_it_begins": […], "due"}]; what App. A lacks is the evaluation's own list of what is missing.
Json forms_json(std::span<const FormStatus> found);

}  // namespace ftt
