// Nodes for what the packet says as a whole: its four forms, what is missing, what has changed, and the offer to begin
// a new packet from this one.
//
// Covers App. A to D as one packet. Decides nothing itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "packet/compare.h"
#include "packet/forms.h"
#include "view/node.h"
#include "wizard/state/session_data.h"

namespace ftt {

// A sentence that leads to its field, or the sentence alone where no step has the field.
Node sentence_node(std::string id, std::string words, std::string_view field);

// Whether a form is complete, in words, and what it still lacks, each with a link. For the agreement: whether the
// arrangement may begin.
void add_form_state(Node& main, const SessionData&, Appendix);
// The four forms, one line each: done, missing so many, not required. Below them, folded, what each lacks.
void add_forms(Node& main, const SessionData&);

// The changes of one kind, each in the order of the form: figures as a table of item, old, new and difference, and what
// is no figure as one of item, old and new in the node `id` and ".words". A table without a row is left out.
void add_changes(Node& parent, std::string_view id, std::string_view caption, const std::vector<PacketChange>&,
                 ChangeKind);
// Those of every kind; the figures stand second, in the node `id` and ".figures".
void add_all_changes(Node& parent, std::string_view id, std::string_view caption, const std::vector<PacketChange>&);

// What a new packet may take over from this one, none of it chosen beforehand. Nothing before the packet is in a file.
void add_anew(Node& main, const SessionData&);

// A part of the print that can be chosen alone.
struct PrintChoice {
  std::string_view name;  // in the settings of the print document
  std::string_view label;
  bool is_chosen = true;  // at first those are that the case needs

  std::string box() const { return "print.part:" + std::string(name); }
};
std::vector<PrintChoice> print_choices(const SessionData&);

}  // namespace ftt
