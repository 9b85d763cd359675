// The estimate as one page: the answer, both salaries, what was answered and what was assumed, how the trips can be
// counted, the tables, the day, and what it is not. One description for paper and for plain text.
//
// Names nobody: it is made of what an estimate asks for. Does not calculate and does not set it (print does).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "packet/assess.h"
#include "packet/packet.h"

namespace ftt {

struct EstimateRow {
  std::string label;
  std::string value;
  bool is_used = false;  // the reading that the figure is of
};

struct EstimateSection {
  std::string_view heading;
  std::vector<EstimateRow> rows;
};

struct EstimatePage {
  std::string_view sample;          // that it is one, where it is; a print has it in its title and margins
  std::string answer;               // the sentence
  std::vector<std::string> beside;  // the salaries, the term, the justification: a sentence each
  std::vector<EstimateSection> sections;
  std::string day;  // "Estimated on November 21, 2026."
  std::string disclaimer;
};

inline constexpr std::string_view estimate_title = "Estimate of full-time telework";

// `day`: of the assessment.
EstimatePage estimate_page(const Packet&, const Assessment&, const AssessedOn& day);
// The same as lines of plain text.
std::string as_text(const EstimatePage&);

}  // namespace ftt
