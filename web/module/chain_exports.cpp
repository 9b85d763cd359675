// The doors to a packet's chain for JavaScript: told, recorded, verified, two copies merged, many packets as one table.
// web/package/core.mjs is their only caller; how they answer, core_exports.cpp says.
//
// Nothing is kept, but the rows of an inbox between its first file and its table: the files of one would not fit into
// memory side by side.
//
// Does not: decide what stands, draw a nonce, or read a clock.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/json_writer.h"
#include "base/result.h"
#include "packet/asked_entry.h"
#include "packet/chain_report.h"
#include "packet/inbox.h"
#include "packet/merge_copies.h"
#include "packet/packet.h"
#include "packet/recorded_case.h"
#include "packet/seen_entries.h"
#include "rates/rates.h"
#include "rules/settings.h"
#include "web/module/rates_host.h"

namespace ftt {
namespace {

// A packet that was read, and what it is worked out with.
struct PacketAtHand {
  const Rates& rates;
  AgencySettings agency;
  Date today;
  OpenedPacket opened;

  const Packet& packet() const { return opened.packet; }
  AssessedOn day() const { return assessed_on(packet(), today); }
  RuleContext context() const { return day().context(agency.policy.calendar); }
  Assessment assessment() const { return assessment_of(packet()); }
  Assessment assessment_of(const Packet& one) const {
    return assess(rates, one, assessed_on(one, today), agency.calc(), agency.policy);
  }
};

Result<PacketAtHand> packet_at_hand(std::string_view packet, std::string_view today, std::string_view configuration) {
  const std::optional<Rates>& rates = rates_host().rates;
  if (!rates) return no_rates();
  AgencySettings agency = FTT_TRY(exact_settings(configuration));
  const Date day = FTT_TRY(Date::from_iso(today));
  return PacketAtHand{*rates, std::move(agency), day, FTT_TRY(read_packet(packet))};
}

// A packet of a newer version is not written by this one.
Result<Unit> can_be_written(const OpenedPacket& opened, std::string_view where) {
  if (opened.access != Access::read_only) return Unit{};
  return Error{ErrorCode::newer_format, std::string(where), opened.notice};
}

Result<std::string> told_chain(std::string_view packet, std::string_view seen, std::string_view today,
                               std::string_view configuration) {
  const PacketAtHand it = FTT_TRY(packet_at_hand(packet, today, configuration));
  const SeenEntries seen_here = FTT_TRY(read_seen_entries(seen));
  const RecordedCase recorded = find_recorded_case(it.packet(), it.context());
  Json json = chain_json(recorded, it.packet(), it.assessment());
  if (const std::string why = not_continued(seen_here, it.packet(), recorded.chain); !why.empty()) {
    json.set("not_continued", Json::string(why));
  }
  return write_json_compact(json);
}

Result<std::string> verified(std::string_view packet, std::string_view seen, std::string_view today,
                             std::string_view configuration) {
  const PacketAtHand it = FTT_TRY(packet_at_hand(packet, today, configuration));
  SeenEntries seen_here = FTT_TRY(read_seen_entries(seen));
  const RecordedCase recorded = find_recorded_case(it.packet(), it.context());
  std::vector<std::string> messages = what_does_not_hold(recorded, it.packet());
  std::string why = not_continued(seen_here, it.packet(), recorded.chain);
  if (why.empty()) see_entries(seen_here, it.packet(), recorded.chain);
  if (!why.empty()) messages.push_back(std::move(why));
  Json json = Json::object();
  json.set("holds", Json::boolean(messages.empty()));
  json.set("recorded", Json::boolean(recorded.status.is_recorded));
  json.set("soundness", Json::string(name_of(recorded.chain.soundness)));
  const std::string& head = recorded.chain.head();
  json.set("head", head.empty() ? Json::null() : Json::string(head));
  if (!head.empty()) json.set("head_words", Json::string(head_words(head)));
  Json& said = json.set("messages", Json::array());
  for (const std::string& message : messages) said.push_back(Json::string(message));
  json.set("seen", Json::string(write_seen_entries(seen_here)));
  return write_json_compact(json);
}

Result<std::string> recorded(std::string_view packet, std::string_view asked, std::string_view today,
                             std::string_view configuration) {
  PacketAtHand it = FTT_TRY(packet_at_hand(packet, today, configuration));
  FTT_TRY(can_be_written(it.opened, "format"));
  const NewEntry entry = FTT_TRY(read_asked_entry(asked));
  it.opened.packet.revision = next_revision(it.packet().revision);
  const Packet with_entry = FTT_TRY(record_entry(it.packet(), it.assessment(), entry, it.context()));
  Json json = Json::object();
  json.set("packet", Json::string(write_packet(with_entry, it.assessment_of(with_entry))));
  Json& warnings = json.set("warnings", Json::array());
  for (const std::string& one : warnings_of_last_entry(with_entry, it.context())) warnings.push_back(Json::string(one));
  return write_json_compact(json);
}

Result<std::string> merged(std::string_view a, std::string_view b, std::string_view asked, std::string_view answers,
                           std::string_view today, std::string_view configuration) {
  const PacketAtHand one = FTT_TRY(packet_at_hand(a, today, configuration));
  const OpenedPacket other = FTT_TRY(read_packet(b));
  FTT_TRY(can_be_written(one.opened, "a.format"));
  FTT_TRY(can_be_written(other, "b.format"));
  const NewEntry entry = FTT_TRY(read_asked_entry(asked));
  const std::vector<MergeAnswer> given = FTT_TRY(read_merge_answers(answers));
  const MergedCopies copies =
      FTT_TRY(merge_copies(one.rates, one.packet(), other.packet, entry, given, one.today, one.agency.calc()));
  Json json = conflicts_json(copies.conflicts);
  if (copies.packet) json.set("packet", Json::string(write_packet(*copies.packet, one.assessment_of(*copies.packet))));
  return write_json_compact(json);
}

std::vector<InboxRow>& rows_of_inbox() {
  static std::vector<InboxRow> rows;
  return rows;
}

Result<std::string> taken_into_inbox(std::string_view file, std::string_view bytes, std::string_view today,
                                     std::string_view configuration) {
  const AgencySettings agency = FTT_TRY(exact_settings(configuration));
  const Date day = FTT_TRY(Date::from_iso(today));
  rows_of_inbox().push_back(FTT_TRY(inbox_row(file, bytes, day, agency.policy.calendar)));
  return std::string();
}

std::string table_of_inbox() {
  return write_json_compact(inbox_json(fold_copies(std::exchange(rows_of_inbox(), {}))));
}

const Reply* reply_to(Result<std::string> text) {
  return text ? good(std::move(text).value()) : problem(text.error());
}

}  // namespace
}  // namespace ftt

using ftt::Reply;

extern "C" {

// `seen` is what was seen of chains here (seen_entries.h), or nothing.
const Reply* ftt_chain(const char* packet, std::size_t packet_size, const char* seen, std::size_t seen_size,
                       const char* today, std::size_t today_size, const char* configuration,
                       std::size_t configuration_size) {
  return ftt::reply_to(ftt::told_chain({packet, packet_size}, {seen, seen_size}, {today, today_size},
                                       {configuration, configuration_size}));
}

// {"holds", "recorded", "soundness", "head", "head_words", "messages": […], "seen"}, the last what was seen with this
// one.
const Reply* ftt_verify(const char* packet, std::size_t packet_size, const char* seen, std::size_t seen_size,
                        const char* today, std::size_t today_size, const char* configuration,
                        std::size_t configuration_size) {
  return ftt::reply_to(ftt::verified({packet, packet_size}, {seen, seen_size}, {today, today_size},
                                     {configuration, configuration_size}));
}

// `asked` is the act, as JSON (asked_entry.h). Gives {"packet": "…", "warnings": […]}, the
// packet as its file has it.
const Reply* ftt_record(const char* packet, std::size_t packet_size, const char* asked, std::size_t asked_size,
                        const char* today, std::size_t today_size, const char* configuration,
                        std::size_t configuration_size) {
  return ftt::reply_to(ftt::recorded({packet, packet_size}, {asked, asked_size}, {today, today_size},
                                     {configuration, configuration_size}));
}

// `asked` is the entry `merged`, `answers` those to the conflicts, as JSON. Gives {"conflicts": […], "packet": "…"},
// the packet as its file has it, where no conflict is open.
const Reply* ftt_merge(const char* a, std::size_t a_size, const char* b, std::size_t b_size, const char* asked,
                       std::size_t asked_size, const char* answers, std::size_t answers_size, const char* today,
                       std::size_t today_size, const char* configuration, std::size_t configuration_size) {
  return ftt::reply_to(ftt::merged({a, a_size}, {b, b_size}, {asked, asked_size}, {answers, answers_size},
                                   {today, today_size}, {configuration, configuration_size}));
}

// A file more in the inbox. Gives nothing, or says why it is no packet, and then it has no row.
const Reply* ftt_inbox_take(const char* file, std::size_t file_size, const char* bytes, std::size_t size,
                            const char* today, std::size_t today_size, const char* configuration,
                            std::size_t configuration_size) {
  return ftt::reply_to(ftt::taken_into_inbox({file, file_size}, {bytes, size}, {today, today_size},
                                             {configuration, configuration_size}));
}

// The table of the files that were taken; the inbox is empty then.
const Reply* ftt_inbox_table() {
  return ftt::good(ftt::table_of_inbox());
}

}  // extern "C"
