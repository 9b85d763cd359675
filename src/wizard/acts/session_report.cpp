// The report on many packets: what is chosen for it and typed, when it is made, the pages of its tables, and the files
// that it is saved as.
//
// Covers HRM 6040.2 ¶13. Does not read files or make the report: the page has it made.
#include <algorithm>
#include <array>
#include <utility>

#include "base/json_writer.h"
#include "base/text.h"
#include "view/build.h"
#include "wizard/acts/deeds.h"
#include "wizard/acts/session.h"
#include "wizard/acts/session_state.h"
#include "wizard/screens/step_views.h"
#include "wizard/state/shown_report.h"

namespace ftt {
namespace {

// What it is made by, as the page is told it.
Result<std::string> options_of(const ReportOnMany& many, Date today) {
  Json options = Json::object();
  options.set("today", Json::string(to_iso(FTT_TRY(report_day(many, today)))));
  options.set("fiscalYear", Json::string(concat(FTT_TRY(report_year(many, today)).year())));
  options.set("edition", Json::string(many.edition));
  options.set("rows", Json::number(static_cast<std::int64_t>(report_page)));
  return write_json_compact(options);
}

Result<Effect> effect_with_options(EffectKind kind, const SessionData& data) {
  Effect effect = effect_of(kind);
  effect.content = FTT_TRY(options_of(data.report, data.today));
  return effect;
}

// Where the day or the year cannot be read, one goes there, and sees why.
void add_or_say_why(SessionData& data, Result<Effect> effect, std::vector<Effect>& effects) {
  if (effect) {
    effects.push_back(*std::move(effect));
    return;
  }
  data.left.insert(effect.error().where);
  effects.push_back(focus_on(effect.error().where));
}

void ask_for_report(SessionData& data, std::vector<Effect>& effects) {
  data.report.is_outdated = false;
  add_or_say_why(data, effect_with_options(EffectKind::report_make, data), effects);
}

// Of each table the buttons back and on, in pairs; empty where one is not on the screen.
std::vector<std::string> page_buttons(const Node& screen, const ReportOnMany& many) {
  std::vector<std::string> buttons;
  if (!many.made) return buttons;
  for (const ShownTable& table : many.made->tables) {
    for (const ActionId act : {action("report.previous:*"), action("report.next:*")}) {
      std::string id = id_of(act, table.id);
      if (build::find(screen, id) == nullptr) id.clear();
      buttons.push_back(std::move(id));
    }
  }
  return buttons;
}

struct FormatWords {
  std::string_view format;
  std::string_view ending;
  std::string_view media_type;
};
constexpr auto formats = std::to_array<FormatWords>({
    {"html", ".html", "text/html"},
    {"xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"csv", "-csv.zip", "application/zip"},
    {"json", ".json", "application/json"},
    {"partial", "-for-merging.ndjson", "application/x-ndjson"},
});

}  // namespace

Result<std::vector<Effect>> Session::tell_report(std::string_view json) {
  State& state = *state_;
  SessionData& data = state.data;
  const ReportMaking before = data.report.making;
  FTT_TRY(take_report(data.report, json));
  std::vector<Effect> effects;
  const ReportMaking now = data.report.making;
  if (now == ReportMaking::chosen && data.step != Step::report) {
    state.settle();
    state.go_to(Step::report, effects);
  }
  if (now != ReportMaking::none && (now != before || now == ReportMaking::chosen)) {
    effects.push_back(announcement(words_on_report(data.report)));
  }
  const std::vector<std::string> buttons = page_buttons(state.screen, data.report);
  state.refresh(Problems::as_they_were);
  // The last page has no button on to the next: who has just pressed it goes on with the one back, and the other way
  // round.
  const std::vector<std::string> left = page_buttons(state.screen, data.report);
  for (std::size_t i = 0; i < std::min(buttons.size(), left.size()); ++i) {
    const std::size_t other = i ^ 1;
    if (now == before && !buttons[i].empty() && left[i].empty() && !left[other].empty()) {
      effects.push_back(focus_on(left[other]));
    }
  }
  return effects;
}

void Session::State::type_of_report(std::string_view node, std::string_view text) {
  data.report.texts[std::string(node)] = std::string(text);
  data.report.is_outdated = data.report.made || data.report.is_busy();
}

bool Session::State::choose_of_report(std::string_view node, std::string_view value, std::vector<Effect>& effects) {
  const auto sheets = report_sheets();
  // The page takes the file itself.
  if (std::any_of(sheets.begin(), sheets.end(), [&](const ReportSheet& one) { return one.field == node; })) return true;
  if (node != "report.edition") return false;
  if (value != "ohrm" && value != "circulation") return true;
  data.report.edition = std::string(value);
  data.report.is_outdated = data.report.made || data.report.is_busy();
  if (data.report.made && !data.report.is_busy()) ask_for_report(data, effects);
  return true;
}

namespace deeds {

void choose_for_report(Session::State&, const Press& press) {
  const bool is_folder = press.action == action("report.folder");
  press.effects.push_back(effect_of(is_folder ? EffectKind::report_folder : EffectKind::report_files));
}

void leave_out_of_report(Session::State&, const Press& press) {
  press.effects.push_back(effect_of(EffectKind::report_without, std::string(press.about)));
}

void make_report(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  if (data.report.files > 0) return ask_for_report(data, press.effects);
  data.report.failure = "Choose packets first.";
  data.report.making = ReportMaking::failed;
  press.effects.push_back(announcement(data.report.failure));
}

void cancel_report(Session::State&, const Press& press) {
  press.effects.push_back(effect_of(EffectKind::report_cancel));
}

void turn_page_of_report(Session::State& state, const Press& press) {
  const bool is_on = press.action == action("report.next:*");
  const std::optional<std::size_t> first = report_page_after(state.data.report, press.about, is_on);
  if (!first) return;
  Effect effect = effect_of(EffectKind::report_rows, std::string(press.about));
  effect.content = concat(*first);
  press.effects.push_back(std::move(effect));
}

void save_report(Session::State& state, const Press& press) {
  const ReportOnMany& many = state.data.report;
  const auto format =
      std::find_if(formats.begin(), formats.end(), [&](const FormatWords& one) { return one.format == press.about; });
  if (format == formats.end() || !many.made) return;
  Effect effect = effect_of(EffectKind::report_save, std::string(format->format));
  const bool is_partial = format->format == "partial";
  effect.name = concat("telework-report", is_partial ? "" : concat("-", many.made->edition), format->ending);
  effect.media_type = format->media_type;
  press.effects.push_back(std::move(effect));
}

void save_template_of_sheet(Session::State& state, const Press& press) {
  Result<Effect> effect = effect_with_options(EffectKind::report_template, state.data);
  if (effect) {
    effect->id = std::string(press.about);
    effect->name = concat(press.about == "timeCodes" ? std::string_view("time-codes") : press.about, ".csv");
    effect->media_type = "text/csv";
  }
  add_or_say_why(state.data, std::move(effect), press.effects);
}

}  // namespace deeds
}  // namespace ftt
