// The pieces that the print document is set with: boxes with a small label, ledgers, ticks, ruled blanks, signatures.
//
// Whatever a person typed goes through inert() or isolated(): it never becomes an element, and text that runs from
// right to left stays inside of its own place.
//
// Does not: know the form, or hold the style sheet (print_style.h).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ftt::print {

// Text that does nothing in HTML: escaped, and control characters other than line ends and tabs as U+FFFD.
std::string inert(std::string_view text);
// The same, and no line breaks between a minus and its amount: for sentences.
std::string inert_sentence(std::string_view text);
// The same with places to break in what has no blank for long: for text that a person typed, not for attributes.
std::string breakable(std::string_view text);
// One line of typed text, isolated in its own direction; a ruled blank where it is empty.
std::string isolated(std::string_view text);
// Typed text of any length below its heading, which stands again on each page that the text runs over; ruled lines to
// write on where it is empty. `of`: the part that the heading belongs to, "Part I, "; may be empty.
std::string flowing_text(std::string_view of, std::string_view heading, std::string_view text);
// A smaller line of its own; nothing where there is nothing to say.
std::string small(std::string_view html);
// A ruled blank to write on, "not answered" for a screen reader.
std::string blank();

// One of the things that can be ticked.
struct Tick {
  std::string label;  // HTML
  bool is_ticked = false;
};
std::string ticks(std::span<const Tick> choices);

// The head of a part of a form.
struct PartHead {
  std::string_view id;      // "agreement-part-A"; one of its own in the whole document
  std::string_view letter;  // "A"
  std::string_view title;
  std::string_view note;  // below the title; may be empty
};
// A part of a form with what it holds (HTML).
std::string part(const PartHead& head, std::string_view content);

// A box with a label above the answer; the width is in twelfths of the line.
struct Box {
  int width = 12;
  std::string label;
  std::string content;  // HTML
};
std::string boxes(std::span<const Box> row);

enum class Emphasis { none, total };
// A numbered line with an amount at its end.
struct LedgerRow {
  std::string number;
  std::string label;
  std::string value;  // empty: a ruled blank
  std::string note;   // a smaller line below the label; may be empty
  Emphasis emphasis = Emphasis::none;
};
std::string ledger(std::string_view caption, std::span<const LedgerRow> rows);

// A signature: its label, what is typed beside it, and the lines to sign on, kept together on one page.
struct Signature {
  std::string label;
  std::string name_label;
  std::string name;
  std::string title_label;
  std::string title;
  std::string signature_label;
  std::string date_label;
  std::string date;
  std::string decision_label;
  std::vector<Tick> decision;  // none: it is signed without a decision
  std::string note{};          // HTML below it; may be empty
};
std::string signature(const Signature& signature);

}  // namespace ftt::print
