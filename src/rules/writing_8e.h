// Help with writing: what counts as evidence for each point that a justification may draw on, one example sentence,
// and the packet's own figures as neutral lines.
//
// Covers HRM 6040.2 ¶8e(1), ¶8e(1)(a) to (d) with (c)1 to 5, ¶8e(2)(a) and (b), and App. A, Part I, item 2.
//
// Does not: write a justification. An example is of an invented person and is never put into a text; a line of figures
// says what the packet says already, and no more.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "calc/worksheet.h"
#include "form/answers.h"
#include "order/citation.h"

namespace ftt {

struct WritingPrompt {
  std::string_view id;  // "transit"; without a dot
  Citation cite;
  Leaf leaf;                                  // the text that it helps to write
  std::string_view evidence;                  // what counts
  std::string_view example;                   // one sentence, without quotation marks
  std::array<std::string_view, 5> figures{};  // the ids of answers and of lines of the worksheet; empty: none
  std::string_view own_heading{};             // where the paragraph's does not say what is to be written

  std::string_view heading() const { return own_heading.empty() ? cite.paragraph().heading : own_heading; }
};

// In the order of the paragraphs.
std::span<const WritingPrompt> writing_prompts();
// The prompt with that id; null where there is none.
const WritingPrompt* find_writing_prompt(std::string_view id);

// "Line G1, Overall cost of full-time telework arrangement: $6,187.20 a year."; empty where it is not known.
std::string figure_in_a_line(std::string_view id, const Answers& answers, const Worksheet& worksheet);
// The text with that line at its end, on a line of its own; the text as it is where the line stands in it already.
std::string with_line(std::string_view text, std::string_view line);

}  // namespace ftt
