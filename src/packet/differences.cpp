// What a file says otherwise than the figures that follow from its answers.
// Does not: decide which of the two is right; both are told.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "packet/answer_json.h"
#include "packet/packet.h"

namespace ftt {
namespace {

bool is_plain_number(std::string_view text) {
  return Json::number_from_text(text).has_value();
}

// "2,521.80" for "2521.80"; a text that is no number stands in quotes.
std::string as_people_read(std::string_view text) {
  if (!is_plain_number(text) || text.find_first_of("eE") != std::string_view::npos) return in_quotes(text);
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  const std::string_view whole = text.substr(0, text.find('.'));
  std::string result(is_negative ? "−" : "");
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i != 0 && (whole.size() - i) % 3 == 0) result.push_back(',');
    result.push_back(whole[i]);
  }
  append(result, text.substr(whole.size()));
  return result;
}

// "2521.8" and "2521.80" are one figure.
bool are_alike(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (!is_plain_number(a) || !is_plain_number(b)) return false;
  const std::optional<std::string> plain_a = plain_decimal(a);
  return plain_a && plain_a == plain_decimal(b);
}

void compare_line(const StoredLine& stored, const Worksheet& worksheet, std::vector<Difference>& found) {
  const std::string said = stored.value ? as_people_read(*stored.value) : "that it is unknown";
  const LineInfo* known = find_line(stored.id);
  const WorksheetLine* line = known == nullptr ? nullptr : worksheet.find(known->line);
  if (line == nullptr) {
    found.push_back({stored.id, concat("the file says ", said, ", the figures have no such line")});
    return;
  }
  const std::string figure = to_decimal(line->value);
  const bool is_alike =
      stored.value ? line->value.has_value() && are_alike(*stored.value, figure) : !line->value.has_value();
  if (is_alike) return;
  found.push_back({stored.id, concat("the file says ", said, ", the figures give ",
                                     line->value.has_value() ? as_people_read(figure) : "no value yet")});
}

std::string_view name_of_signature(std::string_view field) {
  const auto named =
      std::find_if(leaves().begin(), leaves().end(), [&](const LeafInfo& leaf) { return leaf.field == field; });
  return named == leaves().end() ? field : named->field_label;
}

// Which parts have changed; a file of a version that sealed the whole alone does not say.
void compare_parts(const OpenedPacket& opened, std::vector<Difference>& found) {
  if (opened.stored_parts.empty()) return;
  for (const PartSeal& seal : part_seals(opened.packet)) {
    std::string_view stored;
    for (const StoredPart& part : opened.stored_parts) {
      if (part.member == seal.member) stored = part.digest;
    }
    if (stored == seal.digest) continue;
    const std::string_view what = stored.empty() ? " has been filled in since the seal was taken"
                                  : seal.digest.empty()
                                      ? " has been emptied since the seal was taken"
                                      : " is not what the file's seal was taken over: it has been changed";
    found.push_back({concat("seal.parts.", seal.member), concat(seal.part, what)});
  }
}

}  // namespace

std::vector<Difference> concurrences_on_other_content(const Packet& packet) {
  std::vector<Difference> found;
  const Json* seal = packet.extras.find("seal");
  const Json* concurrences = seal == nullptr ? nullptr : seal->find("concurrences");
  if (concurrences == nullptr || !concurrences->is_object()) return found;
  // A copy without names has other texts than the packet on which they concurred.
  const std::string_view mend =
      packet.is_redacted ? "names were left out of this copy, so that the full one alone tells whether it stands"
                         : "it is to be given again, or Parts A to I are to be put back";
  const std::string content = content_seal(packet);
  for (const Json::Member& one : *concurrences->as_object()) {
    const std::string* given_on = one.value.as_string();
    if (given_on != nullptr && *given_on == content) continue;
    const std::string field = concat("concurrences.", one.name);
    found.push_back({concat("seal.", field),
                     concat(name_of_signature(field),
                            ": this concurrence was given on other content than Parts A to I have here; ", mend)});
  }
  return found;
}

std::vector<Difference> differences(const OpenedPacket& opened, const Assessment& assessment) {
  std::vector<Difference> found;
  for (const StoredLine& stored : opened.stored_lines) compare_line(stored, assessment.worksheet, found);
  if (!opened.stored_rates_digest.empty() && opened.stored_rates_digest != assessment.rates_digest) {
    found.push_back({"rates.digest", "the file was worked out with other rate tables than those in use here"});
  }
  if (!opened.stored_seal.empty() && opened.stored_seal != content_seal(opened.packet)) {
    found.push_back(
        {"seal.content", "Parts A to I are not what the file's seal was taken over: they have been changed"});
  }
  compare_parts(opened, found);
  for (Difference& one : concurrences_on_other_content(opened.packet)) found.push_back(std::move(one));
  return found;
}

}  // namespace ftt
