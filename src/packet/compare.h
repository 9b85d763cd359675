// compare: what differs between two packets as people mean it, not as the files are written.
//
// Answers, rates and results stand in one list, part by part in the order of the form: first what was answered
// otherwise, then the rates that moved, then the figures that come of both, so that each part reads from cause to
// effect.
//
// Not a change: the order of members, white space, 412.6 for "412.60", an answer that is set aside, what a file has
// stored of derived values, and the heading (id, revision, dates), which is named beside the list. The readings of line
// 9 that are not in use and the horizons of Part H follow from lines that are listed, and are left out.
//
// Does not: judge a change (review.h does), or know which of the two packets is right.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "packet/packet.h"

namespace ftt {

// result: a line of the worksheet. rate: what the tables gave, by year, area and figure. recorded: an entry of the
// chain, the round that it continues, and which concurrences stand.
enum class ChangeKind : std::uint8_t { answer, rate, result, recorded };
// "answer", "rate", "result", "recorded".
std::string_view name_of(ChangeKind kind);

// A place, an office, an "other" item and a signature are one change each.
struct PacketChange {
  ChangeKind kind = ChangeKind::answer;
  // A field's id ("employee.requested_worksite"), a line's, "actuals.2027H1", "rates.pay_year",
  // "annual_review.reviewed", "chain.entries.3", or the path of a member that this version does not know.
  std::string field;
  std::string label;      // "E4 Round trip transportation cost per trip"; "App. B, B3 Within the same …"
  std::string old_words;  // as people read it: "$412.60", "Denver, Denver County, CO", "not answered"
  std::string new_words;
  std::string old_value;  // canonical: "412.60"; empty: there is none
  std::string new_value;
  bool is_figure = false;  // an amount, a share, a count: set at the end of its column
  std::string difference;  // new less old: "+$37.40", "−3"; empty where one is not known, and of percentages
};

// Which packet it was, for the heading of a list of changes.
struct PacketName {
  std::string id;
  std::optional<std::int64_t> revision;
  std::optional<Date> prepared_on;
  bool is_sample = false;
  std::string verdict{};  // on its file, where that was changed after it was sealed
};
// "Revision 3, May 5, 2025", of a sample "Sample, Revision 3, May 5, 2025"; what is not known is left out, and with
// nothing known "a packet without a date".
std::string words_of(const PacketName& name);

struct Comparison {
  PacketName old_packet;
  PacketName new_packet;
  std::vector<PacketChange> changes;
};

// What differs. Each assessment is that of its packet, on its own date.
Comparison compare(const Packet& old_packet, const Assessment& old_assessment, const Packet& new_packet,
                   const Assessment& new_assessment);

// The same for the bytes of two packets, each on its own date; today for one that has none. Errors: those of
// read_packet; the place begins with "old" or "new".
Result<Comparison> compare_files(const Rates& rates, std::string_view old_bytes, std::string_view new_bytes, Date today,
                                 const CalcSettings& settings = {});

inline bool are_alike(const Comparison& comparison) {
  return comparison.changes.empty();
}

// {"alike", "old": {"id", "revision", "prepared_on", "verdict"}, "new": {…}, "changes": [{"kind", "field", "label",
// "old_words",
//  "new_words", "old_value", "new_value", "difference"}]}; a value is null where there is none, and a difference stands
// where there is one.
Json comparison_json(const Comparison& comparison);
// A line a change, "E4 Round trip transportation cost per trip: $412.60 → $450.00 (+$37.40)", or one that says that
// they are alike.
std::string comparison_text(const Comparison& comparison);

}  // namespace ftt
