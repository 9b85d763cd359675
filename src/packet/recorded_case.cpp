// What counts of a packet with a chain. See recorded_case.h.
#include "packet/recorded_case.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "packet/field_words.h"

namespace ftt {

namespace {

std::vector<Leaf> typed_by_hand(const Answers& answers) {
  std::vector<Leaf> typed;
  for (const Leaf leaf : leaves_by_chain()) {
    if (!answers.is_empty(leaf)) typed.push_back(leaf);
  }
  return typed;
}

// Of a chain that cannot be read something is recorded, and nothing of it counts.
std::vector<ChainEntry> one_that_counts_nowhere() {
  std::vector<ChainEntry> entries(1);
  entries.front().is_sound = false;
  return entries;
}

// Who holds it, where no entry counts.
void tell_nothing(Holder& holder, bool is_redacted) {
  holder.message = is_redacted ? concat("It is not known where it is: its chain is ", words_of_redacted_chain)
                               : std::string("Its chain does not hold, and nothing that it records counts.");
  holder.next = is_redacted ? "Open the full copy." : "Ask the sender for the copy that was sent.";
  holder.settled_by.clear();
}

}  // namespace

bool is_recorded(const Packet& packet) {
  if (packet.chain.is_null()) return false;
  const std::string* format = packet.chain.find_string("format");
  const Json* entries = packet.chain.find("entries");
  const std::vector<Json>* list = entries == nullptr ? nullptr : entries->as_array();
  return format == nullptr || *format != chain_format || list == nullptr || !list->empty();
}

RecordedCase find_recorded_case(const Packet& packet, const RuleContext& context) {
  return find_recorded_case(packet, read_entries(packet), context);
}

RecordedCase find_recorded_case(const Packet& packet, ReadChain chain, const RuleContext& context) {
  return find_recorded_case(packet, std::move(chain), content_digest(packet), context);
}

RecordedCase find_recorded_case(const Packet& packet, ReadChain chain, const Result<std::string>& content,
                                const RuleContext& context) {
  RecordedCase found;
  found.content = content.value_or(std::string());
  found.chain = std::move(chain);
  verify_content(found.chain, content);
  found.standing = find_standing(found.chain.entries, found.content, context);
  const bool is_unread = found.chain.entries.empty() && is_recorded(packet);
  const std::vector<ChainEntry> nothing = one_that_counts_nowhere();
  const std::vector<ChainEntry>& entries = is_unread ? nothing : found.chain.entries;
  found.status = find_chain_status(packet.answers, entries, found.standing, context);
  found.answers = answers_by_chain(packet.answers, entries, found.standing);
  const bool counts_nowhere = !entries.empty() && std::none_of(entries.begin(), entries.end(),
                                                               [](const ChainEntry& one) { return one.is_sound; });
  if (counts_nowhere) tell_nothing(found.status.in_words, packet.is_redacted);
  found.phase = find_phase(packet.answers, context.today);
  if (!entries.empty()) found.not_recorded = typed_by_hand(packet.answers);
  return found;
}

Assessment assess(const Rates& rates, const Packet& packet, AssessedOn day, const CalcSettings& settings,
                  const PolicySettings& policy) {
  if (!is_recorded(packet)) return assess(rates, packet.answers, day, settings, policy);
  RecordedCase recorded = find_recorded_case(packet, day.context(policy.calendar));
  Assessment assessment = assess(rates, recorded.answers, day, settings, policy);
  assessment.policy.holder = std::move(recorded.status.in_words);
  assessment.counted = std::move(recorded.answers);
  return assessment;
}

const Answers& answers_that_count(const Packet& packet, const Assessment& assessment) {
  return assessment.counted ? *assessment.counted : packet.answers;
}

// Which entries count hangs on no day.
Answers answers_that_count(const Packet& packet) {
  if (!is_recorded(packet)) return packet.answers;
  const WorkCalendar calendar;
  return find_recorded_case(packet,
                            {edition_of(packet), packet_date(packet, calendar_date(last_input_year, 1, 1)), calendar})
      .answers;
}

std::optional<PacketProblem> typed_not_recorded(const Packet& packet) {
  if (!is_recorded(packet)) return std::nullopt;
  const std::vector<Leaf> typed = typed_by_hand(packet.answers);
  if (typed.empty()) return std::nullopt;
  std::string names;
  std::string_view last;
  for (const Leaf leaf : typed) {
    if (info(leaf).field == last) continue;
    last = info(leaf).field;
    append(names, names.empty() ? "" : "; ", name_of_field(info(leaf)));
  }
  return PacketProblem{std::string(info(typed.front()).id), Severity::warning,
                       concat("Typed, not recorded: ", names,
                              ". The packet has a chain, and what it records alone counts there; what was typed stays "
                              "in the file."),
                       ProblemKind::check};
}

}  // namespace ftt
