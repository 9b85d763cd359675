// What a file says otherwise than what follows from its answers: first what was done to it, then what shows it.
//
// The seal tells which of Parts A to I was changed. What stood there before, the file's own worksheet tells, as far as
// it went into a figure. Nothing more can be told, and that is said.
//
// Does not: decide which of the two is right; both are told.
#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "order/registers.h"
#include "packet/answer_json.h"
#include "packet/field_words.h"
#include "packet/packet.h"

namespace ftt {
namespace {

constexpr std::string_view whom_to_ask =
    "Ask the person who sent the file which is right, or compare it with your own copy.";

bool is_plain_number(std::string_view text) {
  return Json::number_from_text(text).has_value();
}

// "2521.8" and "2521.80" are one figure.
bool are_alike(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (!is_plain_number(a) || !is_plain_number(b)) return false;
  const std::optional<std::string> plain_a = plain_decimal(a);
  return plain_a && plain_a == plain_decimal(b);
}

// A stored value as people read it, as the figure that its line has: "$2,521.80", "−7.22%", "4".
std::string figure_words(std::string_view text, Line line) {
  const std::string_view id = info(line).id;
  const bool is_money =
      !id.starts_with(info(Line::cost_benefit_percent).id) && line != Line::break_even_trips && line != Line::term_days;
  const std::string plain = plain_decimal(text).value_or(std::string(text));
  if (is_money) {
    if (const Result<Money> amount = parse_money(plain)) return to_display(*amount);
  } else if (id.starts_with(info(Line::cost_benefit_percent).id)) {
    if (const Result<Percent> percent = parse_percent(plain)) return to_display(Figure(*percent));
  } else if (is_plain_number(text)) {
    return std::string(text);
  }
  return in_quotes(text);
}

// ---- Answers ----

// The leaves of which the file's worksheet shows what they were, and that text; empty for not answered.
using OldAnswers = std::map<Leaf, std::string>;

// A line's id can be that of the answer that stands in its place as well.
const LeafInfo* answer_that_went_in(std::string_view id) {
  return find_line(id) == nullptr ? find_leaf(id) : nullptr;
}

void find_old_inputs(const StoredLine& stored, const WorksheetLine& line, OldAnswers& old) {
  for (const auto& [id, text] : stored.inputs) {
    if (const LeafInfo* leaf = answer_that_went_in(id)) old.emplace(leaf->leaf, text);
  }
  // Of the same formula, an answer that goes in now and did not then was not there.
  if (stored.formula.empty() || stored.formula != line.formula || stored.reading != line.reading) return;
  for (const LineInput& input : line.inputs) {
    const LeafInfo* leaf = answer_that_went_in(input.id);
    const bool went_in =
        std::any_of(stored.inputs.begin(), stored.inputs.end(), [&](const auto& one) { return one.first == input.id; });
    if (leaf != nullptr && !went_in) old.emplace(leaf->leaf, "");
  }
}

OldAnswers old_answers(const OpenedPacket& opened, const Worksheet& worksheet) {
  OldAnswers old;
  for (const StoredLine& stored : opened.stored_lines) {
    const LineInfo* known = find_line(stored.id);
    const WorksheetLine* line = known == nullptr ? nullptr : worksheet.find(known->line);
    if (line == nullptr) continue;
    find_old_inputs(stored, *line, old);
    const LeafInfo* typed = find_leaf(stored.id);
    const bool was_typed = stored.origin == name_of(Origin::entered);
    if (typed != nullptr && stored.value && was_typed) old.emplace(typed->leaf, *stored.value);
    if (typed != nullptr && stored.origin == name_of(Origin::table)) old.emplace(typed->leaf, "");
    if (known->line == Line::travel_budget_trip_cost && !stored.reading.empty() && stored.reading != line->reading) {
      old.emplace(Leaf::travel_budget_trip_cost_method, stored.reading);
    }
  }
  const Answers& answers = opened.packet.answers;
  std::erase_if(old, [&](const auto& one) {
    const AnswerWords now = words_of_answer(one.first, answers);
    return are_alike(one.second, now.value);
  });
  return old;
}

std::string old_words(Leaf leaf, const std::string& text) {
  if (text.empty()) return std::string(words_of_no_answer);
  const Canonical read = canonical(leaf, text);
  return read.state == Canonical::State::good ? read.understood : in_quotes(text);
}

Difference of_answer(DifferenceKind kind, Leaf leaf, const std::string& old, const Answers& answers) {
  Difference one{kind, std::string(info(leaf).id), {}, name_of_leaf(info(leaf)), old_words(leaf, old), {}};
  one.here = words_of_answer(leaf, answers).words;
  if (one.here.empty()) one.here = words_of_no_answer;
  one.message = concat(one.name, ": was ", one.in_file, ", now ", one.here, ".");
  return one;
}

// ---- Figures ----

void compare_line(const StoredLine& stored, const Worksheet& worksheet, std::vector<Difference>& found) {
  const LineInfo* known = find_line(stored.id);
  const WorksheetLine* line = known == nullptr ? nullptr : worksheet.find(known->line);
  const std::string figure = line == nullptr ? std::string() : to_decimal(line->value);
  const bool is_alike = line != nullptr && (stored.value ? line->value.has_value() && are_alike(*stored.value, figure)
                                                         : !line->value.has_value());
  if (is_alike) return;
  Difference one{DifferenceKind::consequence, stored.id, {}, stored.id, "not known", "not known"};
  if (known != nullptr) {
    one.name = name_with_item(*known);
    const OrderReading* reading =
        known->reading.empty() ? nullptr : find_order_reading(stored.id.substr(stored.id.find('.') + 1));
    if (reading != nullptr) append(one.name, ", ", in_quotes(reading->name));
  }
  if (stored.value)
    one.in_file = known == nullptr ? in_quotes(*stored.value) : figure_words(*stored.value, known->line);
  if (line == nullptr) {
    one.here = "no such line";
  } else if (line->value.has_value()) {
    one.here = to_display(line->value);
  }
  one.message = concat(one.name, ": the file says ", one.in_file, ", its answers give ", one.here, ".");
  found.push_back(std::move(one));
}

std::vector<Difference> other_figures(const OpenedPacket& opened, const Worksheet& worksheet) {
  std::vector<Difference> found;
  for (const StoredLine& stored : opened.stored_lines) compare_line(stored, worksheet, found);
  // The readings of a line, and what it less some years of going on comes to, go with the line itself.
  const auto goes_with_another = [](const Difference& one) {
    const LineInfo* line = find_line(one.field);
    const auto is_horizon = [&](const RelocationHorizon& horizon) { return info(horizon.line).id == one.field; };
    return line != nullptr &&
           (!line->reading.empty() || std::any_of(relocation_horizons.begin(), relocation_horizons.end(), is_horizon));
  };
  if (!std::all_of(found.begin(), found.end(), goes_with_another)) std::erase_if(found, goes_with_another);
  return found;
}

// ---- The seal ----

struct ChangedPart {
  std::string_view member;
  std::string_view part;  // "Part E"
  enum class How : std::uint8_t { changed, emptied, filled_in } how;
};

std::vector<ChangedPart> changed_parts(const OpenedPacket& opened, const std::vector<PartSeal>& seals) {
  std::vector<ChangedPart> changed;
  if (opened.stored_parts.empty()) return changed;
  for (const PartSeal& seal : seals) {
    std::string_view stored;
    for (const StoredPart& part : opened.stored_parts) {
      if (part.member == seal.member) stored = part.digest;
    }
    if (stored == seal.digest) continue;
    changed.push_back({seal.member, seal.part,
                       stored.empty()        ? ChangedPart::How::filled_in
                       : seal.digest.empty() ? ChangedPart::How::emptied
                                             : ChangedPart::How::changed});
  }
  return changed;
}

// "Part E", "Parts C and E", "Parts B, C and E"
std::string names_of(const std::vector<std::string_view>& parts) {
  if (parts.size() == 1) return std::string(parts.front());
  std::string words = "Parts ";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    append(words, i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ", parts[i].substr(parts[i].find(' ') + 1));
  }
  return words;
}

void append_parts(std::string& words, const std::vector<ChangedPart>& changed, ChangedPart::How how,
                  std::string_view done) {
  std::vector<std::string_view> parts;
  for (const ChangedPart& part : changed) {
    if (part.how == how) parts.push_back(part.part);
  }
  if (parts.empty()) return;
  const bool is_one = parts.size() == 1;
  append(words, words.empty() ? "" : " ", names_of(parts), is_one ? " was " : " were ", done,
         how == ChangedPart::How::filled_in ? " after the packet was sealed."
         : is_one                           ? " after it was sealed."
                                            : " after they were sealed.");
}

// Parts of which nothing tells what stood there.
std::string words_on_what_is_not_shown(const std::vector<ChangedPart>& changed, const OldAnswers& old) {
  std::vector<std::string_view> parts;
  for (const ChangedPart& part : changed) {
    const bool is_shown =
        std::any_of(old.begin(), old.end(), [&](const auto& one) { return info(one.first).section() == part.member; });
    if (!is_shown && part.how != ChangedPart::How::filled_in) parts.push_back(part.part);
  }
  return parts.empty() ? std::string() : concat(" The file does not show what was in ", names_of(parts), " before.");
}

std::string words_on_parts(const std::vector<ChangedPart>& changed, const OldAnswers& old) {
  std::string words;
  append_parts(words, changed, ChangedPart::How::changed, "changed");
  append_parts(words, changed, ChangedPart::How::emptied, "emptied");
  append_parts(words, changed, ChangedPart::How::filled_in, "filled in");
  return concat(words, words_on_what_is_not_shown(changed, old), " ", whom_to_ask);
}

// What was done to the file, as its seals tell it; empty where they fit or there are none.
struct Seals {
  std::string words;
  std::vector<ChangedPart> parts;
  bool is_any_part = false;  // the file does not say which one
};

Seals compare_seals(const OpenedPacket& opened, OldAnswers& old) {
  const std::vector<PartSeal> seals = part_seals(opened.packet);
  const bool has_whole = !opened.stored_seal.empty();
  const bool is_whole_alike = has_whole && opened.stored_seal == content_seal(opened.packet);
  Seals found{{}, changed_parts(opened, seals), false};
  const auto is_of_a_changed_part = [&](const auto& one) {
    return std::any_of(found.parts.begin(), found.parts.end(),
                       [&](const ChangedPart& part) { return info(one.first).section() == part.member; });
  };
  if (is_whole_alike && found.parts.empty()) return found;
  if (is_whole_alike) {
    found.words =
        concat("The seals of the parts were changed: Parts A to I as a whole still fit theirs. ", whom_to_ask);
    found.parts.clear();
  } else if (!found.parts.empty()) {
    std::erase_if(old, [&](const auto& one) { return !is_of_a_changed_part(one); });
    found.words = words_on_parts(found.parts, old);
  } else if (has_whole && !opened.stored_parts.empty() && !seals.empty()) {
    found.words = concat("The seal of Parts A to I was changed: each part by itself still fits its own. ", whom_to_ask);
  } else if (has_whole) {
    found.is_any_part = true;
    found.words = concat("Something in Parts A to I was changed after it was sealed. ",
                         old.empty() ? "The file does not show which part, or what was there before. "
                                     : "The file has no seal for each part. Here is what its figures show. ",
                         whom_to_ask);
  }
  return found;
}

std::string count_of_figures(std::size_t count) {
  return concat(count, count == 1 ? " figure" : " figures");
}

// Of a file whose seals fit, or that has none.
std::string words_on_figures(const OpenedPacket& opened, std::size_t figures, bool has_other_rates) {
  const bool is_sealed = !opened.stored_seal.empty();
  std::string words = is_sealed ? "The answers have not changed since they were sealed."
                                : "The file has no seal, so it cannot show whether its answers were changed.";
  if (has_other_rates) {
    append(words, " The file was calculated with different rate tables; ",
           figures == 0 ? "its figures come out the same."
                        : concat(count_of_figures(figures), figures == 1 ? " comes out" : " come out", " otherwise."));
    return words;
  }
  append(words, " Yet ", count_of_figures(figures), figures == 1 ? " in the file is" : " in the file are",
         " not what the answers give: ", figures == 1 ? "it was" : "they were",
         " changed, or calculated with other settings or another version of this tool.");
  return words;
}

std::string_view name_of_signature(std::string_view field) {
  const auto named =
      std::find_if(leaves().begin(), leaves().end(), [&](const LeafInfo& leaf) { return leaf.field == field; });
  return named == leaves().end() ? field : named->field_label;
}

}  // namespace

bool has_other_figures(const OpenedPacket& opened, const Worksheet& worksheet) {
  return !other_figures(opened, worksheet).empty();
}

std::string verdict_of(std::span<const Difference> differences) {
  const bool has_verdict = !differences.empty() && differences.front().kind == DifferenceKind::verdict;
  return has_verdict ? differences.front().message : std::string();
}

bool leave_doubt(std::span<const Difference> differences) {
  const bool has_other_rates_alone = differences.size() == 1 && differences.front().field == "rates.digest";
  return !differences.empty() && !has_other_rates_alone;
}

std::string heading_of_consequences(std::span<const Difference> differences) {
  const auto count =
      static_cast<std::size_t>(std::count_if(differences.begin(), differences.end(), [](const Difference& one) {
        return one.kind == DifferenceKind::consequence;
      }));
  if (count == 0) return {};
  return concat(count_of_figures(count), count == 1 ? " in the file is" : " in the file are",
                " not what its answers give");
}

std::vector<Difference> concurrences_on_other_content(const Packet& packet) {
  std::vector<Difference> found;
  const Json* seal = packet.extras.find("seal");
  const Json* concurrences = seal == nullptr ? nullptr : seal->find("concurrences");
  if (concurrences == nullptr || !concurrences->is_object()) return found;
  // A copy without names has other texts than the packet on which they concurred.
  const std::string_view mend = packet.is_redacted
                                    ? "names were removed from this copy, so only the full copy shows if it is valid"
                                    : "give it again, or change Parts A to I back";
  const std::string content = content_seal(packet);
  for (const Json::Member& one : *concurrences->as_object()) {
    const std::string* given_on = one.value.as_string();
    if (given_on != nullptr && *given_on == content) continue;
    const std::string field = concat("concurrences.", one.name);
    found.push_back({DifferenceKind::concurrence, concat("seal.", field),
                     concat(name_of_signature(field),
                            ": this concurrence was given on other content than Parts A to I have here; ", mend)});
  }
  return found;
}

bool waits_for_rates(const OpenedPacket& opened, const Assessment& assessment) {
  if (assessment.has_older_rates) return false;
  const auto does_not_come_out = [&](const StoredLine& stored) {
    const LineInfo* known = find_line(stored.id);
    const WorksheetLine* line = known == nullptr ? nullptr : assessment.worksheet.find(known->line);
    return stored.value && line != nullptr && !line->value.has_value();
  };
  return std::any_of(opened.stored_lines.begin(), opened.stored_lines.end(), does_not_come_out);
}

std::vector<Difference> differences(const OpenedPacket& opened, const Assessment& assessment) {
  std::vector<Difference> found;
  OldAnswers old = old_answers(opened, assessment.worksheet);
  const Seals seals = compare_seals(opened, old);
  const bool can_compare = !waits_for_rates(opened, assessment);
  const std::vector<Difference> figures =
      can_compare ? other_figures(opened, assessment.worksheet) : std::vector<Difference>();
  const bool has_other_rates =
      can_compare && !opened.stored_rates_digest.empty() && opened.stored_rates_digest != assessment.rates_digest;
  const bool tells_old_answers = !seals.parts.empty() || seals.is_any_part;

  if (!seals.words.empty()) {
    found.push_back(
        {DifferenceKind::verdict, "seal.content",
         concat(seals.words, has_other_rates ? " It was also calculated with different rate tables." : "")});
  } else if (has_other_rates) {
    found.push_back({DifferenceKind::verdict, "rates.digest", words_on_figures(opened, figures.size(), true)});
  } else if (!figures.empty()) {
    found.push_back({DifferenceKind::verdict, "worksheet", words_on_figures(opened, figures.size(), false)});
  }
  if (tells_old_answers) {
    for (const auto& [leaf, text] : old) {
      found.push_back(of_answer(DifferenceKind::answer, leaf, text, opened.packet.answers));
    }
  }
  found.insert(found.end(), figures.begin(), figures.end());
  for (Difference& one : concurrences_on_other_content(opened.packet)) found.push_back(std::move(one));
  return found;
}

}  // namespace ftt
