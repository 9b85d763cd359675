// The wizard's flat functions for JavaScript: sessions, beside the rate tables (rates_exports.cpp).
// web/package/wizard.mjs is their only caller.
//
// Every function that answers gives the address of one Reply; its bytes are good until the next call. Text comes in as
// address and size, in memory that ftt_allocate lent. Dates are ISO texts, sessions are numbers from 1.
//
// Does not: decide anything, touch a page, make documents (core_exports.cpp does), or keep state but the open sessions.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/assert.h"
#include "base/date.h"
#include "base/json_writer.h"
#include "base/result.h"
#include "base/text.h"
#include "rates/rates.h"
#include "rules/settings.h"
#include "view/build.h"
#include "view/chart_layout.h"
#include "view/patch.h"
#include "web/module/rates_host.h"
#include "wizard/acts/session.h"

namespace ftt {
namespace {

// The session of number n stands at n - 1; empty once deleted.
std::vector<std::unique_ptr<Session>>& sessions() {
  static std::vector<std::unique_ptr<Session>> all;
  return all;
}

std::string_view name_of(EffectKind kind) {
  switch (kind) {
    case EffectKind::focus:
      return "focus";
    case EffectKind::save:
      return "save";
    case EffectKind::print:
      return "print";
    case EffectKind::open:
      return "open";
    case EffectKind::announce:
      return "announce";
    case EffectKind::view:
      return "view";
    case EffectKind::moment:
      return "moment";
    case EffectKind::sample:
      return "sample";
    case EffectKind::cases:
      return "cases";
    case EffectKind::accessibility:
      return "accessibility";
    case EffectKind::keep_open:
      return "keep_open";
    case EffectKind::keep_forget:
      return "keep_forget";
    case EffectKind::keep_forget_all:
      return "keep_forget_all";
    case EffectKind::keep_shared:
      return "keep_shared";
    case EffectKind::keep_save_aside:
      return "keep_save_aside";
    case EffectKind::check_privacy:
      return "check_privacy";
    case EffectKind::copy:
      return "copy";
    case EffectKind::address:
      return "address";
    case EffectKind::inbox_files:
      return "inbox_files";
    case EffectKind::inbox_folder:
      return "inbox_folder";
    case EffectKind::inbox_cancel:
      return "inbox_cancel";
    case EffectKind::inbox_open:
      return "inbox_open";
    case EffectKind::report_files:
      return "report_files";
    case EffectKind::report_folder:
      return "report_folder";
    case EffectKind::report_without:
      return "report_without";
    case EffectKind::report_make:
      return "report_make";
    case EffectKind::report_cancel:
      return "report_cancel";
    case EffectKind::report_rows:
      return "report_rows";
    case EffectKind::report_save:
      return "report_save";
    case EffectKind::report_template:
      return "report_template";
  }
  FTT_ASSERT(false, "An effect has no name.");
}

void append_member(std::string& text, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  append(text, ",\"", name, "\":");
  append_json_string(text, value);
}

// The answer with a patch that holds every node, for a face that comes later; the next patch is as it would have been.
const Reply* shown(const Session& session) {
  return good(concat("{\"effects\":[],\"patch\":", patch_between(nullptr, session.view()), "}"));
}

std::vector<float> floats_of(std::string_view bytes) {
  std::vector<float> floats(bytes.size() / sizeof(float));
  std::memcpy(floats.data(), bytes.data(), floats.size() * sizeof(float));
  return floats;
}

Result<std::string> laid_out(const Session& session, std::string_view id, float width, const Result<ChartType>& type) {
  const Node* chart = build::find(session.view(), id);
  if (chart == nullptr || chart->kind != NodeKind::chart) {
    return Error{ErrorCode::not_found, std::string(id), "There is no such chart on the screen."};
  }
  if (!type) return type.error();
  if (!(width > 0 && width < 100'000)) {
    return Error{ErrorCode::out_of_range, "width", "Give a width in pixels, above 0 and below 100,000."};
  }
  return to_json(lay_out_chart(*chart, width, *type));
}

// {"effects":[{"kind":"focus","id":"main.heading"}],"patch":{…}}; members of an effect that are empty are left out.
const Reply* changed(Session& session, const std::vector<Effect>& effects = {}) {
  std::string text = "{\"effects\":[";
  for (const Effect& effect : effects) {
    append(text, &effect == effects.data() ? "{\"kind\":\"" : ",{\"kind\":\"", name_of(effect.kind), "\"");
    append_member(text, "id", effect.id);
    append_member(text, "name", effect.name);
    append_member(text, "media_type", effect.media_type);
    append_member(text, "content", effect.content);
    append_member(text, "settings", effect.settings);
    append(text, "}");
  }
  append(text, "],\"patch\":", session.patch(), "}");
  return good(std::move(text));
}

// The same of what can be refused.
const Reply* done(Session& session, const Result<std::vector<Effect>>& effects) {
  return effects ? changed(session, *effects) : problem(effects.error());
}

std::string written(const Snapshot& snapshot) {
  std::string text = "{\"id\":";
  append_json_string(text, snapshot.id);
  const auto append_text = [&](std::string_view name, std::string_view value) {
    append(text, ",\"", name, "\":");
    append_json_string(text, value);
  };
  append_text("packet", snapshot.packet);
  append_text("whereabouts", snapshot.whereabouts);
  append_text("figures", snapshot.figures);
  append_text("name", snapshot.name);
  append_text("file", snapshot.file);
  append_text("typed", snapshot.typed);
  append(text, ",\"revision\":", snapshot.revision);
  append(text, ",\"is_unsaved\":", snapshot.is_unsaved ? "true" : "false");
  append(text, ",\"is_estimate\":", snapshot.is_estimate ? "true" : "false");
  append(text, ",\"has_work\":", snapshot.has_work ? "true}" : "false}");
  return text;
}

// Does `act` with the session of that number.
template <class Act>
const Reply* with_session(std::uint32_t number, Act act) {
  const std::vector<std::unique_ptr<Session>>& all = sessions();
  if (number == 0 || number > all.size() || !all[number - 1]) {
    return problem({ErrorCode::not_found, "session", "There is no such session, or it was deleted."});
  }
  return act(*all[number - 1]);
}

// Its number.
Result<std::size_t> open_session(std::string_view today, std::string_view packet_id, std::string_view seed) {
  const std::optional<Rates>& rates = rates_host().rates;
  if (!rates) return no_rates();
  const Date day = FTT_TRY(Date::from_iso(today));
  sessions().push_back(std::make_unique<Session>(*rates, day, std::string(packet_id), std::string(seed)));
  return sessions().size();
}

}  // namespace
}  // namespace ftt

using ftt::Reply;
using ftt::Session;

extern "C" {

// ---- Sessions: each answer is {"effects":[…],"patch":{…}} ----

// The number of a new session, as text.
const Reply* ftt_session_new(const char* today, std::size_t today_size, const char* id, std::size_t id_size,
                             const char* seed, std::size_t seed_size) {
  const ftt::Result<std::size_t> opened = ftt::open_session({today, today_size}, {id, id_size}, {seed, seed_size});
  return opened ? ftt::good(std::to_string(*opened)) : ftt::problem(opened.error());
}

void ftt_session_delete(std::uint32_t number) {
  std::vector<std::unique_ptr<Session>>& all = ftt::sessions();
  if (number > 0 && number <= all.size()) all[number - 1].reset();
}

const Reply* ftt_session_edit(std::uint32_t number, const char* id, std::size_t id_size, std::uint32_t action,
                              const char* value, std::size_t value_size) {
  if (action > static_cast<std::uint32_t>(ftt::EditAction::enter)) {
    return ftt::problem({ftt::ErrorCode::unknown_choice, "action", "An edit is input, leave, choose, press or enter."});
  }
  return ftt::with_session(number, [&](Session& session) {
    return ftt::changed(session, session.edit({.id = {id, id_size},
                                               .action = static_cast<ftt::EditAction>(action),
                                               .value = {value, value_size}}));
  });
}

const Reply* ftt_session_open(std::uint32_t number, const char* name, std::size_t name_size, const char* bytes,
                              std::size_t bytes_size) {
  return ftt::with_session(number, [&](Session& session) {
    return ftt::changed(session, session.open({name, name_size}, {bytes, bytes_size}));
  });
}

// What was found of many files until now, as JSON.
const Reply* ftt_session_look_through(std::uint32_t number, const char* json, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) {
    return ftt::done(session, session.look_through({json, size}));
  });
}

// How far the report on many packets is, as JSON.
const Reply* ftt_session_tell_report(std::uint32_t number, const char* json, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) {
    return ftt::done(session, session.tell_report({json, size}));
  });
}

// A file as evidence of an act, which is being read; its digest comes under the number of the file.
const Reply* ftt_session_await_digest(std::uint32_t number, std::uint32_t file, const char* name, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) {
    return ftt::done(session, session.await_digest(file, {name, size}));
  });
}

// Its SHA-256 in hexadecimal digits; empty where it was not read.
const Reply* ftt_session_take_digest(std::uint32_t number, std::uint32_t file, const char* sha256, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) {
    return ftt::done(session, session.take_digest(file, {sha256, size}));
  });
}

// The entries of chains that were seen here, as JSON.
const Reply* ftt_session_see(std::uint32_t number, const char* seen, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) {
    session.set_seen_entries({seen, size});
    return ftt::good({});
  });
}

const Reply* ftt_session_seen(std::uint32_t number) {
  return ftt::with_session(number, [](Session& session) { return ftt::good(session.seen_entries()); });
}

const Reply* ftt_session_replace(std::uint32_t number, const char* bytes, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) {
    return ftt::done(session, session.replace({bytes, size}));
  });
}

const Reply* ftt_session_prefill(std::uint32_t number, const char* members, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) {
    return ftt::done(session, session.prefill({members, size}));
  });
}

// The end of the page's address: where that is a link to an estimate, it is filled in.
const Reply* ftt_session_open_link(std::uint32_t number, const char* fragment, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) {
    return ftt::changed(session, session.open_link({fragment, size}));
  });
}

const Reply* ftt_session_copied(std::uint32_t number, const char* id, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) { return ftt::changed(session, session.copied({id, size})); });
}

// The estimate's text and link, as JSON.
const Reply* ftt_session_estimate(std::uint32_t number) {
  return ftt::with_session(number, [](Session& session) { return ftt::good(session.estimate_json()); });
}

const Reply* ftt_session_go_to(std::uint32_t number, const char* task, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) { return ftt::done(session, session.go_to({task, size})); });
}

// What an address names.
const Reply* ftt_session_visit(std::uint32_t number, const char* target, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) {
    return ftt::changed(session, session.visit({target, size}));
  });
}

const Reply* ftt_session_patch(std::uint32_t number) {
  return ftt::with_session(number, [](Session& session) { return ftt::changed(session); });
}

const Reply* ftt_session_screen(std::uint32_t number) {
  return ftt::with_session(number, [](Session& session) { return ftt::shown(session); });
}

// A chart of the screen, laid out as JSON (ChartLayout) for a width in the units of a type that was measured: two
// floats for each letter (chart_layout.h).
const Reply* ftt_session_chart(std::uint32_t number, const char* id, std::size_t id_size, float width,
                               float line_height, const char* letters, std::size_t letters_size, const char* widths,
                               std::size_t widths_size) {
  return ftt::with_session(number, [&](const Session& session) {
    const ftt::Result<std::string> layout =
        ftt::laid_out(session, {id, id_size}, width,
                      ftt::measured_type(line_height, {letters, letters_size}, ftt::floats_of({widths, widths_size})));
    return layout ? ftt::good(*layout) : ftt::problem(layout.error());
  });
}

// 0 wide, 1 medium, 2 narrow.
const Reply* ftt_session_width(std::uint32_t number, std::uint32_t width) {
  if (width > static_cast<std::uint32_t>(ftt::WidthClass::narrow)) {
    return ftt::problem({ftt::ErrorCode::unknown_choice, "width", "A width is wide, medium or narrow."});
  }
  return ftt::with_session(number, [&](Session& session) {
    session.set_width(static_cast<ftt::WidthClass>(width));
    return ftt::changed(session);
  });
}

const Reply* ftt_session_canvas(std::uint32_t number, std::uint32_t is_on) {
  return ftt::with_session(number, [&](Session& session) {
    session.set_canvas_view(is_on != 0);
    return ftt::changed(session);
  });
}

const Reply* ftt_session_today(std::uint32_t number, const char* today, std::size_t today_size) {
  return ftt::with_session(number, [&](Session& session) {
    const ftt::Result<ftt::Date> day = ftt::Date::from_iso({today, today_size});
    if (!day) return ftt::problem(day.error());
    session.set_today(*day);
    return ftt::changed(session);
  });
}

// What an agency sets, as JSON; refused where a member is.
const Reply* ftt_session_configure(std::uint32_t number, const char* json, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) {
    const ftt::Result<ftt::AgencySettings> settings = ftt::exact_settings({json, size});
    if (!settings) return ftt::problem(settings.error());
    session.configure(*settings);
    return ftt::changed(session);
  });
}

const Reply* ftt_session_rates(std::uint32_t number) {
  return ftt::with_session(number, [](Session& session) {
    session.rates_changed();
    return ftt::changed(session);
  });
}

const Reply* ftt_session_file_saved(std::uint32_t number) {
  return ftt::with_session(number, [](Session& session) {
    session.file_saved();
    return ftt::changed(session);
  });
}

const Reply* ftt_session_save_dates(std::uint32_t number, const char* moment, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) {
    return ftt::done(session, session.save_dates({moment, size}));
  });
}

const Reply* ftt_session_notice(std::uint32_t number, const char* text, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) {
    session.notice({text, size});
    return ftt::changed(session);
  });
}

const Reply* ftt_session_take_back(std::uint32_t number, const char* text, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) {
    session.take_back({text, size});
    return ftt::changed(session);
  });
}

// What the page tells about itself, as JSON.
const Reply* ftt_session_surroundings(std::uint32_t number, const char* json, std::size_t size) {
  return ftt::with_session(number, [&](Session& session) {
    const ftt::Result<ftt::Unit> taken = session.set_surroundings({json, size});
    return taken ? ftt::changed(session) : ftt::problem(taken.error());
  });
}

// Goes on from a packet that was kept, with its whereabouts: under the id, as a copy where that is not 0.
const Reply* ftt_session_resume(std::uint32_t number, const char* packet, std::size_t packet_size,
                                const char* whereabouts, std::size_t whereabouts_size, const char* id,
                                std::size_t id_size, std::uint32_t is_copy) {
  return ftt::with_session(number, [&](Session& session) {
    return ftt::done(session, session.resume({packet, packet_size}, {whereabouts, whereabouts_size},
                                             {.id = {id, id_size}, .is_copy = is_copy != 0}));
  });
}

const Reply* ftt_session_go_on_as(std::uint32_t number, const char* id, std::size_t id_size) {
  return ftt::with_session(number, [&](Session& session) {
    session.go_on_as({id, id_size});
    return ftt::changed(session);
  });
}

// The packet at hand as it is kept, handed on and listed, as JSON.
const Reply* ftt_session_snapshot(std::uint32_t number) {
  return ftt::with_session(number, [](Session& session) { return ftt::good(ftt::written(session.snapshot())); });
}

}  // extern "C"
