// The core's flat functions for JavaScript, beside the rate tables (rates_exports.cpp): a packet's bytes in, an answer
// out, nothing kept. web/package/core.mjs is their only caller.
//
// Every function that answers gives the address of one Reply; its bytes are good until the next call. Text comes in as
// address and size, in memory that ftt_allocate lent. Dates are ISO texts.
//
// Does not: decide anything, or know of sessions (wizard_exports.cpp does).
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"
#include "base/json_writer.h"
#include "base/result.h"
#include "order/wording.h"
#include "packet/assess.h"
#include "packet/compare.h"
#include "packet/evaluation.h"
#include "packet/inbox_facts.h"
#include "packet/packet.h"
#include "packet/schema.h"
#include "packet/seen_entries.h"
#include "print/print_document.h"
#include "print/print_settings.h"
#include "rates/rates.h"
#include "rules/settings.h"
#include "web/module/rates_host.h"

namespace ftt {
namespace {

// `configuration` is what an agency sets, as JSON.
Result<std::string> evaluation(std::string_view packet, std::string_view today, std::string_view configuration) {
  const std::optional<Rates>& rates = rates_host().rates;
  if (!rates) return no_rates();
  const AgencySettings agency = FTT_TRY(exact_settings(configuration));
  const Date day = FTT_TRY(Date::from_iso(today));
  return write_json_compact(evaluate(*rates, packet, day, agency.calc(), agency.policy).json);
}

Result<std::string> problems(std::string_view packet, std::string_view today, std::string_view configuration) {
  const std::optional<Rates>& rates = rates_host().rates;
  if (!rates) return no_rates();
  const AgencySettings agency = FTT_TRY(exact_settings(configuration));
  const Date day = FTT_TRY(Date::from_iso(today));
  return write_json_compact(problems_json(examine(*rates, packet, day, agency.calc(), agency.policy).problems));
}

Result<std::string> printed(std::string_view packet, std::string_view today, std::string_view configuration,
                            std::string_view settings, std::string_view wording) {
  const std::optional<Rates>& rates = rates_host().rates;
  if (!rates) return no_rates();
  const AgencySettings agency = FTT_TRY(exact_settings(configuration));
  const Date day = FTT_TRY(Date::from_iso(today));
  const PrintSettings print = FTT_TRY(read_print_settings(settings));
  std::optional<Wording> agencys;
  if (!wording.empty()) agencys = FTT_TRY(read_wording(wording));
  const OpenedPacket opened = FTT_TRY(read_packet(packet));
  const PrintBasis basis{*rates, assessed_on(opened.packet, day), agency.calc(), agency.policy,
                         agencys ? &*agencys : nullptr};
  return print_document(opened.packet, basis, print);
}

Result<std::string> digest_of_wording(std::string_view bytes) {
  return std::string(FTT_TRY(read_wording(bytes)).digest());
}

Result<std::string> comparison(std::string_view before, std::string_view after, std::string_view today,
                               std::string_view configuration) {
  const std::optional<Rates>& rates = rates_host().rates;
  if (!rates) return no_rates();
  const AgencySettings agency = FTT_TRY(exact_settings(configuration));
  const Date day = FTT_TRY(Date::from_iso(today));
  return write_json_compact(comparison_json(FTT_TRY(compare_files(*rates, before, after, day, agency.calc()))));
}

// The files of one table come with the same, which may be long: it is read once.
Result<const SeenEntries*> seen_at_hand(std::string_view json) {
  static std::string last;
  static SeenEntries seen;
  if (json != last) {
    seen = FTT_TRY(read_seen_entries(json));
    last = json;
  }
  return static_cast<const SeenEntries*>(&seen);
}

// No figure is needed, so that no tables are. `seen`: the entries of chains that were seen before, or nothing.
Result<std::string> facts_of_file(std::string_view file, std::string_view bytes, std::string_view today,
                                  std::string_view configuration, std::string_view seen) {
  const AgencySettings agency = FTT_TRY(exact_settings(configuration));
  const Date day = FTT_TRY(Date::from_iso(today));
  const SeenEntries* seen_before = FTT_TRY(seen_at_hand(seen));
  const OpenedPacket opened = FTT_TRY(read_packet(bytes));
  InboxRow row = inbox_row(file, opened, day, agency.policy.calendar);
  std::string why = not_continued(*seen_before, opened.packet, read_chain(opened.packet));
  if (!why.empty()) row.warnings.push_back(std::move(why));
  return write_json_compact(inbox_facts(row));
}

const Reply* reply_to(Result<std::string> text) {
  return text ? good(std::move(text).value()) : problem(text.error());
}

}  // namespace
}  // namespace ftt

using ftt::Reply;

extern "C" {

const Reply* ftt_evaluate(const char* packet, std::size_t packet_size, const char* today, std::size_t today_size,
                          const char* configuration, std::size_t configuration_size) {
  return ftt::reply_to(
      ftt::evaluation({packet, packet_size}, {today, today_size}, {configuration, configuration_size}));
}

const Reply* ftt_validate(const char* packet, std::size_t packet_size, const char* today, std::size_t today_size,
                          const char* configuration, std::size_t configuration_size) {
  return ftt::reply_to(ftt::problems({packet, packet_size}, {today, today_size}, {configuration, configuration_size}));
}

// `settings` are those of the print document, as JSON; `wording` the agency's own words for the clauses, or nothing.
const Reply* ftt_print(const char* packet, std::size_t packet_size, const char* today, std::size_t today_size,
                       const char* configuration, std::size_t configuration_size, const char* settings,
                       std::size_t settings_size, const char* wording, std::size_t wording_size) {
  return ftt::reply_to(ftt::printed({packet, packet_size}, {today, today_size}, {configuration, configuration_size},
                                    {settings, settings_size}, {wording, wording_size}));
}

// Gives the digest of an agency's wording, or says with its line why it is refused.
const Reply* ftt_wording(const char* bytes, std::size_t size) {
  return ftt::reply_to(ftt::digest_of_wording({bytes, size}));
}

const Reply* ftt_compare(const char* before, std::size_t before_size, const char* after, std::size_t after_size,
                         const char* today, std::size_t today_size, const char* configuration,
                         std::size_t configuration_size) {
  return ftt::reply_to(ftt::comparison({before, before_size}, {after, after_size}, {today, today_size},
                                       {configuration, configuration_size}));
}

// What a table of many packets needs to know of a file, as JSON.
const Reply* ftt_inbox_row(const char* file, std::size_t file_size, const char* bytes, std::size_t bytes_size,
                           const char* today, std::size_t today_size, const char* configuration,
                           std::size_t configuration_size, const char* seen, std::size_t seen_size) {
  return ftt::reply_to(ftt::facts_of_file({file, file_size}, {bytes, bytes_size}, {today, today_size},
                                          {configuration, configuration_size}, {seen, seen_size}));
}

const Reply* ftt_schema() {
  return ftt::good(ftt::schema_json());
}

}  // extern "C"
