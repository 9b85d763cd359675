// The files and documents that a session makes: the packet, its page, its print document, and its dates.
//
// Covers the packet's file, with or without names, and what becomes of the session when it is saved. A document is only
// asked for here, so that the wizard can be there sooner.
// Does not open files (session_open.cpp) and does not store anything: the page does.
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/count.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "packet/calendar.h"
#include "packet/packet.h"
#include "packet/redact.h"
#include "view/file_name.h"
#include "view/hand_on.h"
#include "wizard/acts/deeds.h"
#include "wizard/acts/session_state.h"
#include "wizard/screens/packet_nodes.h"
#include "wizard/screens/policy_nodes.h"
#include "wizard/screens/step_views.h"

namespace ftt {
namespace {

enum class FileMade { packet, page, dates, due_date };
constexpr std::string_view as_copy = "copy";
constexpr std::string_view name_of_record = "ending_record";  // in the settings of the print document
constexpr std::int64_t seconds_of_a_day = 86'400;
constexpr std::int64_t year_9999 = 253'402'300'799;  // its last second

// From the seconds since 1970.
Result<UtcTime> utc_time(std::string_view text) {
  const Result<Count> count = parse_count(text, 0, year_9999);
  if (!count) return count.error();
  const auto days = static_cast<std::int32_t>(count->value() / seconds_of_a_day);
  const auto seconds = static_cast<int>(count->value() % seconds_of_a_day);
  return UtcTime{calendar_date(1970, 1, 1) + Days(days), seconds / 3600, seconds / 60 % 60, seconds % 60};
}

std::string file_name(const SessionData& data, const Packet& packet, FileMade made) {
  if (data.recorded != nullptr && made == FileMade::packet) return name_of_file(packet, *data.recorded);
  std::string name = made == FileMade::dates      ? "telework-dates"
                     : made == FileMade::due_date ? "telework-due"
                                                  : "telework-packet";
  if (packet.is_sample) name += "-sample";
  if (packet.is_redacted) name += "-redacted";
  const std::string person = name_for_file(packet.answers.words(Leaf::employee_last_name), "-");
  if (!person.empty() && !packet.is_redacted) append(name, "-", person);
  switch (made) {
    case FileMade::packet:
      return name + ".json";
    case FileMade::page:
      return name + ".html";
    case FileMade::dates:
    case FileMade::due_date:
      break;
  }
  return name + ".ics";
}

enum class Parts { all_that_the_case_needs, chosen, estimate };
enum class Names { kept, left_out };

// How the document is to be made, as JSON: it is not made here, so that the wizard can be there sooner.
std::string print_settings(const SessionData& data, Parts parts, const Packet& packet) {
  std::string json = "{";
  if (parts == Parts::chosen) {
    json += "\"parts\":[";
    for (const PrintChoice& part : print_choices(data)) {
      if (!part.is_chosen) continue;
      append(json, json.back() == '[' ? "" : ",");
      append_json_string(json, part.name);
    }
    json += ']';
  }
  if (parts == Parts::estimate) json += "\"parts\":[\"estimate\"]";
  if (packet.is_redacted) append(json, json.back() == '{' ? "" : ",", "\"redacted\":true");
  return json + "}";
}

// The packet as it would be saved, or its copy without names.
Packet packet_for(const SessionData& data, Names names) {
  Packet packet = packet_to_save(data);
  return names == Names::left_out ? redact(packet, data.rates).packet : packet;
}

// It is saved all the same: nothing that was typed is lost.
std::string words_of_too_large(const Effect& effect) {
  const auto bytes = [](std::size_t count) { return with_thousands_commas(static_cast<long long>(count)); };
  return concat(effect.name, " is saved with ", bytes(effect.content.size()), " bytes, but a file of more than ",
                bytes(largest_packet),
                " is not opened again. Shorten the texts that are too long and save it once more.");
}

void take_as_saved(SessionData& data) {
  if (!data.being_made) return;
  data.saved_answers = std::move(data.being_made->answers);
  data.saved_head = std::move(data.being_made->head);
  data.saved_name = std::move(data.being_made->name);
  data.saved_revision = data.being_made->revision;
  data.seal_fits = true;
  data.is_saved_since_opening = true;
  data.being_made.reset();
}

void save(SessionData& data, FileMade made, Names names, std::vector<Effect>& effects) {
  const Packet packet = packet_for(data, names);
  Effect effect;
  effect.kind = EffectKind::save;
  effect.name = file_name(data, packet, made);
  effect.media_type = made == FileMade::packet ? "application/json" : "text/html";
  effect.content = write_packet(packet, assessment_of(data, packet));
  if (effect.content.size() > largest_packet) data.notice = words_of_too_large(effect);
  if (made == FileMade::page) effect.settings = print_settings(data, Parts::all_that_the_case_needs, packet);
  if (names == Names::left_out) {
    effect.id = as_copy;
  } else {
    data.packet = packet;
    data.being_made = MadeFile{packet.answers, std::string(data.head()), effect.name, packet.revision};
    if (made == FileMade::packet) take_as_saved(data);
  }
  effects.push_back(std::move(effect));
}

// The day by which whoever holds it is due, alone.
Result<std::string> due_date_as_calendar(const SessionData& data, UtcTime moment) {
  const std::optional<CalendarEvent> event =
      data.recorded == nullptr ? std::nullopt : due_date_of_holder(packet_to_save(data), data.recorded->status);
  if (!event) return Error{ErrorCode::not_found, {}, "No clock runs now, so there is no due date."};
  return write_ics({&*event, 1}, moment);
}

// The dates are no packet: what is saved and what is not stays as it was.
void save_dates_of(SessionData& data, UtcTime moment, std::vector<Effect>& effects) {
  const bool is_due_date = std::exchange(data.wants_due_date, false);
  Result<std::string> file = is_due_date ? due_date_as_calendar(data, moment) : dates_as_calendar(data, moment);
  if (!file) {
    data.notice = file.error().message;
    return;
  }
  Effect effect;
  effect.kind = EffectKind::save;
  effect.id = as_copy;
  effect.name = file_name(data, data.packet, is_due_date ? FileMade::due_date : FileMade::dates);
  effect.media_type = "text/calendar";
  effect.content = *std::move(file);
  effects.push_back(std::move(effect));
}

void print(const SessionData& data, Parts parts, Names names, std::vector<Effect>& effects) {
  const Packet packet = packet_for(data, names);
  Effect effect;
  effect.kind = EffectKind::print;
  effect.media_type = "text/html";
  effect.content = write_packet(packet, assessment_of(data, packet));
  effect.settings = print_settings(data, parts, packet);
  effects.push_back(std::move(effect));
}

// What is asked for elsewhere has the names; on Check they are left out where that is chosen.
Names names_for(const SessionData& data, const Press& press) {
  const bool is_beside = press.action == action("banner.save") || press.action == action("banner.print") ||
                         press.action == action("change.save") || press.action == action("chain.save");
  return !is_beside && is_checked(data, "check.redacted") ? Names::left_out : Names::kept;
}

}  // namespace

void Session::file_saved() {
  take_as_saved(state_->data);
  state_->refresh(Problems::as_they_were);
}

Result<std::vector<Effect>> Session::save_dates(std::string_view moment) {
  const Result<UtcTime> time = utc_time(moment);
  if (!time) return time.error();
  std::vector<Effect> effects;
  save_dates_of(state_->data, *time, effects);
  state_->refresh(Problems::shown_anew);
  return effects;
}

namespace deeds {

void save_packet(Session::State& state, const Press& press) {
  save(state.data, FileMade::packet, names_for(state.data, press), press.effects);
}

void save_page(Session::State& state, const Press& press) {
  save(state.data, FileMade::page, names_for(state.data, press), press.effects);
}

// While the estimate is on the screen, it is what one means to print.
void print_packet(Session::State& state, const Press& press) {
  const bool is_estimate = state.data.step == Step::estimate;
  print(state.data, is_estimate ? Parts::estimate : Parts::all_that_the_case_needs, names_for(state.data, press),
        press.effects);
}

void print_estimate(Session::State& state, const Press& press) {
  print(state.data, Parts::estimate, Names::kept, press.effects);
}

void print_parts(Session::State& state, const Press& press) {
  print(state.data, Parts::chosen, names_for(state.data, press), press.effects);
}

// The record of ending or changing it alone, on its page.
void print_record(Session::State& state, const Press& press) {
  print(state.data, Parts::all_that_the_case_needs, Names::kept, press.effects);
  press.effects.back().settings = concat("{\"parts\":[\"", name_of_record, "\"]}");
}

// Two files of one day are told apart by the moment, and only the page has a clock.
void ask_for_moment(Session::State& state, const Press& press) {
  state.data.wants_due_date = false;
  press.effects.push_back(effect_of(EffectKind::moment));
}

void ask_for_due_date(Session::State& state, const Press& press) {
  state.data.wants_due_date = true;
  press.effects.push_back(effect_of(EffectKind::moment));
}

}  // namespace deeds
}  // namespace ftt
