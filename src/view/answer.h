// The answer in words: what GSA would spend more or less in a year and what that is made of, both salaries, what each
// reading of line 9 and of Part G, line 2, does to this person, and why it needs a written justification.
//
// One word or one sign says which way an amount goes, never both. Whole dollars are written without cents.
//
// Covers App. A, Parts D to G, and HRM 6040.2 ¶8e(1). Does not calculate: every figure is the worksheet's or an answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calc/worksheet.h"
#include "form/answers.h"

namespace ftt {

// "$412", "$412.60", "−$412".
std::string dollars(Money);
// "+$9,588", "−$17,395", "$0": what a part adds.
std::string dollars_with_sign(Money);

// What the net annual change is made of. Without an amount: unknown.
struct ChangePiece {
  std::string_view word;  // "pay", "trips", "transit"
  std::optional<Money> amount;
};
// Pay and trips always, of Part F what is answered; where its total is not known, "other costs" without an amount.
std::vector<ChangePiece> pieces_of_change(const Worksheet&, const Answers&);

// The three lines of the answer: "In a year GSA would spend", "$11,167 less", "Pay −$17,395, trips +$9,588, transit
// −$3,360".
struct AnswerLines {
  std::string lead;
  std::string amount;
  std::string made_of;
};
AnswerLines answer_lines(const Worksheet&, const Answers&);
// "GSA would spend $11,167 less a year: pay −$17,395, trips +$9,588, transit −$3,360."
std::string answer_sentence(const Worksheet&, const Answers&);
// "GSA would spend $11,167 less a year", "What GSA would spend is not known yet": how it begins, to stand alone.
std::string answer_in_short(const std::optional<Money>& net_annual_change);
// "In its term of 181 days GSA would spend $2,310 less."; empty where it has no term, or one that is not known.
std::string term_sentence(const Worksheet&);

// Whom a sentence speaks to.
enum class Whose : std::uint8_t { yours, the_persons };
// "Your pay at Boise: $120,629; at Washington: $138,024."; empty where neither salary is known.
std::string salaries_sentence(const Worksheet&, const Answers&, Whose);

// What a reading of line 9 counts, with the person's own figures: its amounts and how often.
std::string told(const ReadingRow&, const Answers&);
// Which reading is used, what it counts, and what another one would make of it: for a first look. Empty where all come
// to the same.
std::string readings_sentence(const Worksheet&, const Answers&);
// "The form's line 9 multiplies the fare by the nights …": why its wording is shown first, and what may be chosen.
std::string why_first(const Worksheet&);
// A reading of Part G, line 2: "Counts pay, trips and other costs: −$11,167 of the $138,024 salary is −8.09%."
std::string told(PercentReading, const Worksheet&);

// Why the costs need a written justification, with the figure that asks for it; empty where none does.
std::string justification_sentence(const Worksheet&);

}  // namespace ftt
