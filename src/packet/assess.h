// assess: everything that follows from the answers, in one pure function, from top to bottom.
//
//   answers ─▶ problems of the form ─▶ worksheet (Parts D to H) ─▶ what the order decides ─▶ what is still missing
//   ─▶ complete or not
//
// Covers App. A: completeness of Parts A to J, the justifications that the result asks for (App. A, Part I; HRM 6040.2
// ¶8e), and what the rates have to say.
//
// Does not: read a clock, a file or anything else that is not among its arguments.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "calc/calculate.h"
#include "calc/worksheet.h"
#include "form/answers.h"
#include "form/checks.h"
#include "order/edition.h"
#include "rates/rates.h"
#include "rules/policy.h"
#include "rules/settings.h"

namespace ftt {

// Why a complete packet must have an answer.
enum class MissingReason : std::uint8_t {
  form,                // the form asks for it
  figure,              // a line of the worksheet cannot be worked out without it
  cost_justification,  // the arrangement costs more, or line G1 is a cost
  retention            // the same, and the person is a current employee (¶8e(2))
};

// An answer that keeps the packet from being complete.
struct MissingAnswer {
  Leaf leaf{};
  MissingReason reason = MissingReason::form;
  std::string_view field() const { return info(leaf).id; }
};
// What is missing and why, in one sentence.
std::string message_of(const MissingAnswer& missing);
// Whether a document that the case requires asks for the leaf beyond what the form itself does (¶8e(1), ¶8e(2)).
bool is_required_by_its_document(Leaf leaf, const Policy& policy);
// Whether that document is required; nothing where no document asks for the leaf.
std::optional<Requirement> requirement_by_its_document(Leaf leaf, const Policy& policy);
// The paragraph or form line that asks for it.
std::string_view cite_of(const MissingAnswer& missing);

// What an assessment goes by: the edition of the order, and two days: the packet's own date decides which tables are in
// effect; clocks and waiting times run to today.
struct AssessedOn {
  const Edition* edition;
  Date packet;
  Date today;
  std::optional<Date> last_round{};  // of a review: the day of the round under review, where that packet is there
  AssessedOn(const Edition& by, Date day) : edition(&by), packet(day), today(day) {}
  AssessedOn(const Edition& by, Date packet_date, Date today_date, std::optional<Date> last = std::nullopt)
      : edition(&by), packet(packet_date), today(today_date), last_round(last) {}
  // The calendar must outlive it.
  RuleContext context(const WorkCalendar& calendar) const { return {*edition, today, calendar, last_round}; }
  friend bool operator==(const AssessedOn&, const AssessedOn&) = default;
};

struct Assessment {
  // The answers that it goes by, where a chain says Parts J to L and the clocks (recorded_case.h); else the packet's
  // own.
  std::optional<Answers> counted{};
  std::vector<Problem> problems;   // of the answers, in the order of the form; the cross-checks among them
  std::vector<Problem> of_places;  // those of them that the tables have with a place
  FoundRates found;                // what the tables say to the answers
  Worksheet worksheet;
  Policy policy;  // eligibility, documents, deadlines, who holds it
  std::vector<MissingAnswer> missing;
  std::vector<std::string> rates_notes;  // a table past its time, an area that could not be told
  std::string rates_digest;              // "sha256:…" of the tables that were used
  bool has_older_rates = true;           // the tables of all years are there
  bool complete = false;                 // nothing is missing and no answer is in error
};

// The assessment of the answers on a day. The rates must outlive it.
Assessment assess(const Rates& rates, const Answers& answers, AssessedOn day, const CalcSettings& settings = {},
                  const PolicySettings& policy = PolicySettings());
// The same for whoever asks for nothing that is wrong with the answers: no problems, and complete is not told.
Assessment assess_figures(const Rates& rates, const Answers& answers, AssessedOn day, const CalcSettings& settings,
                          const PolicySettings& policy);
// The last steps of it: from what the tables say, also of the places, and what the order decides without the figures,
// which are there, on.
void finish_assessment(Assessment& assessment, const Rates& rates, const Answers& answers, AssessedOn day,
                       const CalcSettings& settings, const PolicySettings& policy);

}  // namespace ftt
