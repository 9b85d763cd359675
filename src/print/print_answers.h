// What the four forms have in common: an answer as people read it, in a box or on a line, with its item and label;
// Part C, which App. A and App. B share; signatures; the clauses point by point.
//
// Does not: hold a form (print_analysis_tool.h and its neighbors do), or escape anything itself (print_html.h does).
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "order/clauses.h"
#include "order/wording.h"
#include "packet/forms.h"
#include "packet/packet.h"
#include "packet/recorded_case.h"
#include "print/print_document.h"
#include "print/print_html.h"
#include "print/print_settings.h"

namespace ftt::print {

// What a document is printed from.
struct Source {
  const Packet& packet;
  const Answers& answers;  // those that count
  const Assessment& assessment;
  std::span<const FormStatus> forms;
  const PrintBasis& basis;
  const RecordedCase* recorded = nullptr;  // where acts are recorded in the packet's chain

  // Of a copy without names the chain tells neither who concurred nor where the packet is.
  bool has_redacted_chain() const {
    return recorded != nullptr && recorded->chain.soundness == ChainSoundness::redacted;
  }

  const Worksheet& worksheet() const { return assessment.worksheet; }
  const Edition& edition() const { return *basis.day.edition; }
  // What a clause says in this print.
  std::string_view words_of(const Clause& clause) const {
    return basis.wording == nullptr ? clause.cite.paragraph().restatement : basis.wording->of(clause);
  }
  const FormStatus& form(Appendix appendix) const { return forms[static_cast<std::size_t>(appendix)]; }
};

// ---- The forms of one page, each in its file: the sheet below its head ----
#define FTT_FORM(name, ...) std::string name(const Source& source);
#include "form/forms.inc"

// The form that the part is; none for the cover, the worksheet and the findings.
std::optional<Appendix> appendix_of(PrintPart part);

// An answer as people read it; empty where there is none or it is set aside. A text that cannot be read is given as
// it was typed.
std::string shown(const Answers& answers, Leaf leaf);

// "E4" as the form numbers it within its part: "4"; "D3, D4" is "3, 4", "K" is empty, "¶9a" stays.
std::string item_number(std::string_view item);
// "4. Round trip transportation cost per trip"; a paragraph stands without a full stop.
std::string numbered(std::string_view item, std::string_view label);
std::string label_of(Leaf leaf);

// What is there of it, ", " between.
std::string joined(std::initializer_list<std::string> parts);
std::string place_text(const Source& source, PlaceLeaves place);
std::string office_text(const Source& source);

// "O'Brien, Mary J": the employee, else the recruit; empty where neither is named.
std::string name_of_person(const Source& source);

Box answer_box(const Source& source, Leaf leaf, int width);
std::vector<Tick> ticks_of(const Source& source, Leaf leaf);
// The choices, and what was typed in their place where it is none of them.
Box choice_box(const Source& source, Leaf leaf, int width);
Box place_box(const Source& source, PlaceLeaves place);
LedgerRow answer_row(const Source& source, Leaf leaf);

// Part C, Position Data, as App. A and App. B both have it.
std::string position_part(const Source& source, std::string_view id);

// A signature without a decision, as App. B to D have them.
std::string signed_block(const Source& source, Leaf name, Leaf title, Leaf date);

// The clauses of that part, each with its item, its words and the paragraph that it comes from.
std::string clause_list(const Source& source, ClausePart part);

}  // namespace ftt::print
