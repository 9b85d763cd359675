// The list of changes, part by part. See compare.h.
#include "packet/compare.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/json_writer.h"
#include "base/text.h"
#include "form/form_spec.h"
#include "packet/answer_json.h"
#include "packet/chain_report.h"
#include "packet/field_words.h"
#include "packet/recorded_case.h"
#include "rules/approval.h"

namespace ftt {
namespace {

constexpr std::string_view not_known = "not known";
constexpr std::string_view not_there = "not there";

// The words of a text without regard to how its lines are broken.
std::string without_extra_spaces(std::string_view text) {
  std::string plain;
  for (const char c : trim(text)) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_space) {
      plain.push_back(c);
    } else if (plain.back() != ' ') {
      plain.push_back(' ');
    }
  }
  return plain;
}

bool mean_the_same(std::string_view a, std::string_view b) {
  return a == b || without_extra_spaces(a) == without_extra_spaces(b);
}

// ---- JSON by meaning ----

bool mean_the_same(const Json& a, const Json& b);

bool mean_the_same(const std::vector<Json>& a, const std::vector<Json>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Json& one, const Json& other) { return mean_the_same(one, other); });
}

bool mean_the_same(const Json& a, const Json& b) {
  if (a.is_object() && b.is_object()) {
    return a.as_object()->size() == b.as_object()->size() &&
           std::all_of(a.as_object()->begin(), a.as_object()->end(), [&](const Json::Member& member) {
             const Json* other = b.find(member.name);
             return other != nullptr && mean_the_same(member.value, *other);
           });
  }
  if (a.is_array() && b.is_array()) return mean_the_same(*a.as_array(), *b.as_array());
  if (a.is_number() && b.is_number()) {
    const std::optional<std::string> plain = plain_decimal(*a.as_number_text());
    return plain ? plain == plain_decimal(*b.as_number_text()) : a == b;
  }
  return a == b;
}

// ---- The list ----

// "+$37.40", "−3": new less old; empty where one of them is no such figure.
template <class Figure>
std::string difference_of(const Result<Figure>& before, const Result<Figure>& after) {
  if (!before || !after) return {};
  const Figure difference = *after - *before;
  return concat(difference > Figure() ? "+" : "", to_display(difference));
}

std::string difference_of(Kind kind, std::string_view before, std::string_view after) {
  if (kind == Kind::money) return difference_of(parse_money(before), parse_money(after));
  if (kind == Kind::share) return difference_of(parse_share(before), parse_share(after));
  // A count is written as nights are.
  if (kind == Kind::nights || kind == Kind::count) return difference_of(parse_nights(before), parse_nights(after));
  return {};
}

class ChangeCollector {
 public:
  explicit ChangeCollector(std::vector<PacketChange>& changes) : changes_(changes) {}

  // One change, unless both mean the same. `nothing` is said where there is none.
  void add(ChangeKind kind, std::string field, std::string label, AnswerWords before, AnswerWords after,
           std::string_view nothing) {
    if (mean_the_same(before.value, after.value)) return;
    add_changed(kind, std::move(field), std::move(label), std::move(before), std::move(after), nothing);
  }
  // The same for figures; what one is above the other is told with them.
  void add_figure(ChangeKind kind, std::string field, std::string label, AnswerWords before, AnswerWords after,
                  std::string_view nothing, Kind figure) {
    if (mean_the_same(before.value, after.value)) return;
    add_changed(kind, std::move(field), std::move(label), std::move(before), std::move(after), nothing);
    PacketChange& change = changes_.back();
    change.is_figure = true;
    change.difference = difference_of(figure, change.old_value, change.new_value);
  }
  void add_changed(ChangeKind kind, std::string field, std::string label, AnswerWords before, AnswerWords after,
                   std::string_view nothing) {
    if (before.value.empty()) before.words = nothing;
    if (after.value.empty()) after.words = nothing;
    changes_.push_back({kind,
                        std::move(field),
                        std::move(label),
                        std::move(before.words),
                        std::move(after.words),
                        std::move(before.value),
                        std::move(after.value),
                        false,
                        {}});
  }

 private:
  std::vector<PacketChange>& changes_;
};

// One of the two packets.
struct Side {
  const Packet& packet;
  const Assessment& assessment;
};

// ---- Answers ----

void append_part(std::string& joined, std::string_view part) {
  if (part.empty()) return;
  append(joined, joined.empty() ? "" : ", ", part);
}

using LeavesOfTheForm = std::span<const LeafInfo, leaf_count>;

// A field is all leaves that say so: they stand beside each other.
std::size_t end_of_field(LeavesOfTheForm all, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < all.size() && all[end].field == all[begin].field) ++end;
  return end;
}

AnswerWords same_words(std::string text) {
  return {text, text};
}

AnswerWords area_words(const FoundSalary& found) {
  if (found.area_name.empty()) return same_words(found.area_code);
  return {concat(found.area_name, " (", found.area_code, ")"), found.area_code};
}

// What an answer says; a pay area that was picked is called by its name.
AnswerWords words_in(const Side& side, Leaf leaf) {
  AnswerWords answer = words_of_answer(leaf, side.packet.answers);
  const FoundRates& found = side.assessment.found;
  for (const auto& [picked, area] : {std::pair(Leaf::locality_pay_requested_area, &found.requested),
                                     std::pair(Leaf::locality_pay_agency_area, &found.agency)}) {
    if (leaf == picked && answer.value == area->area_code) answer.words = area_words(*area).words;
  }
  return answer;
}

bool is_figure(Kind kind) {
  return kind == Kind::money || kind == Kind::share || kind == Kind::nights || kind == Kind::count;
}

void compare_field(LeavesOfTheForm all, std::size_t begin, std::size_t end, const Side& before, const Side& after,
                   ChangeCollector& changes) {
  AnswerWords old_answer;
  AnswerWords new_answer;
  bool has_changed = false;
  for (std::size_t i = begin; i < end; ++i) {
    const AnswerWords old_part = words_in(before, all[i].leaf);
    const AnswerWords new_part = words_in(after, all[i].leaf);
    has_changed = has_changed || !mean_the_same(old_part.value, new_part.value);
    append_part(old_answer.words, old_part.words);
    append_part(old_answer.value, old_part.value);
    append_part(new_answer.words, new_part.words);
    append_part(new_answer.value, new_part.value);
  }
  if (!has_changed) return;
  const LeafInfo& leaf = all[begin];
  if (end == begin + 1 && is_figure(leaf.kind)) {
    changes.add_figure(ChangeKind::answer, std::string(leaf.field), name_of_field(leaf), std::move(old_answer),
                       std::move(new_answer), words_of_no_answer, leaf.kind);
    return;
  }
  changes.add_changed(ChangeKind::answer, std::string(leaf.field), name_of_field(leaf), std::move(old_answer),
                      std::move(new_answer), words_of_no_answer);
}

// Spent in each half-year, on how many trips and by which source; one that is there twice has both.
AnswerWords spent_in(std::string_view half_year, const std::vector<Actual>& actuals) {
  AnswerWords spent;
  for (const Actual& actual : actuals) {
    if (actual.half_year != half_year) continue;
    const Result<Money> amount = parse_money(actual.spent);
    append_part(spent.words, amount ? to_display(*amount) : in_quotes(actual.spent));
    append_part(spent.value, amount ? to_decimal(*amount) : actual.spent);
    append_part(spent.words,
                actual.trips.empty() ? "" : concat(actual.trips, actual.trips == "1" ? " trip" : " trips"));
    append_part(spent.value, actual.trips);
    append_part(spent.words, actual.source);
    append_part(spent.value, actual.source);
  }
  return spent;
}

void compare_actuals(const Side& before, const Side& after, ChangeCollector& changes) {
  const std::vector<Actual>& old_actuals = before.packet.answers.actuals();
  const std::vector<Actual>& new_actuals = after.packet.answers.actuals();
  if (old_actuals == new_actuals) return;
  std::vector<std::string_view> half_years;
  for (const Actual& actual : old_actuals) half_years.push_back(actual.half_year);
  for (const Actual& actual : new_actuals) half_years.push_back(actual.half_year);
  std::sort(half_years.begin(), half_years.end());
  half_years.erase(std::unique(half_years.begin(), half_years.end()), half_years.end());
  for (const std::string_view half_year : half_years) {
    changes.add(ChangeKind::answer, concat("actuals.", half_year), concat("Spent on travel in ", half_year),
                spent_in(half_year, old_actuals), spent_in(half_year, new_actuals), words_of_no_answer);
  }
}

// ---- The packet under review ----

PacketName name_in(const Json& packet) {
  PacketName name;
  if (const std::string* id = packet.find_string("id")) name.id = *id;
  if (const Json* revision = packet.find("revision")) name.revision = revision->as_integer();
  if (const std::string* text = packet.find_string("prepared_on")) {
    if (const Result<Date> date = Date::from_iso(*text)) name.prepared_on = *date;
  }
  if (const Json* sample = packet.find("sample")) name.is_sample = sample->as_boolean().value_or(false);
  return name;
}

Json without_derived(Json packet) {
  for (const std::string_view name : {"worksheet", "rates", "seal"}) packet.erase(name);
  return packet;
}

void compare_reviewed(const Side& before, const Side& after, ChangeCollector& changes) {
  const Json& old_one = before.packet.reviewed;
  const Json& new_one = after.packet.reviewed;
  if (mean_the_same(without_derived(old_one), without_derived(new_one))) return;
  const auto said = [](const Json& packet) -> AnswerWords {
    if (packet.is_null()) return {};
    const std::string words = words_of(name_in(packet));
    return {words, words};
  };
  AnswerWords new_words = said(new_one);
  if (new_words.words == said(old_one).words) append(new_words.words, ", with other answers");
  changes.add_changed(ChangeKind::answer, std::string(reviewed_place),
                      concat(name_of(Appendix::annual_review), ", packet under review"), said(old_one),
                      std::move(new_words), not_there);
}

// ---- Rates ----

AnswerWords year_words(int year) {
  return year == 0 ? AnswerWords() : same_words(std::to_string(year));
}

// Where the table gave line 5 or 6; the month matters in places with seasons.
AnswerWords destination_words(const Assessment& assessment) {
  const FoundRates& found = assessment.found;
  if (assessment.worksheet.per_diem_fiscal_year == 0 || !found.per_diem) return {};
  return same_words(concat(found.per_diem->destination, ", ", month_name(found.per_diem_month)));
}

void compare_rates(std::string_view section, const Assessment& before, const Assessment& after,
                   ChangeCollector& changes) {
  const auto add = [&](std::string field, std::string label, AnswerWords old_words, AnswerWords new_words) {
    changes.add(ChangeKind::rate, std::move(field), std::move(label), std::move(old_words), std::move(new_words),
                not_known);
  };
  if (section == "locality_pay") {
    add("rates.pay_year", "D Pay table", year_words(before.worksheet.pay_year), year_words(after.worksheet.pay_year));
    add("rates.requested_area", name_of_field(info(Leaf::locality_pay_requested_area)),
        area_words(before.found.requested), area_words(after.found.requested));
    add("rates.agency_area", name_of_field(info(Leaf::locality_pay_agency_area)), area_words(before.found.agency),
        area_words(after.found.agency));
  } else if (section == "travel_budget") {
    add("rates.per_diem_fiscal_year", "E5, E6 Fiscal year of the per diem table",
        year_words(before.worksheet.per_diem_fiscal_year), year_words(after.worksheet.per_diem_fiscal_year));
    add("rates.per_diem_entry", "E5, E6 Entry of the per diem table", destination_words(before),
        destination_words(after));
  }
}

// ---- Results ----

// Lines of Part G and what follows from it stand behind Part F.
std::string_view section_of(Line line) {
  const std::string_view section = info(line).section();
  const bool is_behind_part_f = section == "cost_benefit" || section == "break_even" || section == "term";
  return is_behind_part_f ? "additional" : section;
}

// Whether it says something that no other line or answer on the list does.
bool is_listed(const WorksheetLine& line) {
  const LineInfo& about = info(line.id);
  return about.reading.empty() && line.origin != Origin::entered && about.section() != "relocation";
}

AnswerWords figure_words(const WorksheetLine* line) {
  if (line == nullptr || !line->value.has_value()) return {};
  return {to_display(line->value), to_decimal(line->value)};
}

// A line that the table gives is a rate; salaries are worked out of two.
ChangeKind kind_of(Line line) {
  return line == Line::travel_budget_mie || line == Line::travel_budget_lodging ? ChangeKind::rate : ChangeKind::result;
}

void compare_line(Line line, const Worksheet& before, const Worksheet& after, ChangeCollector& changes) {
  const LineInfo& about = info(line);
  const bool is_money = before.money(line) || after.money(line);
  const Kind figure = is_money ? Kind::money : Kind::text;
  changes.add_figure(kind_of(line), std::string(about.id), name_with_item(about), figure_words(before.find(line)),
                     figure_words(after.find(line)), not_known, figure);
}

void compare_results(std::string_view section, const Worksheet& before, const Worksheet& after,
                     ChangeCollector& changes) {
  for (const WorksheetLine& line : after.lines) {
    const WorksheetLine* old_line = before.find(line.id);
    const bool is_on_list = is_listed(line) || (old_line != nullptr && is_listed(*old_line));
    if (section_of(line.id) == section && is_on_list) compare_line(line.id, before, after, changes);
  }
  // Those that there are no more: of a term that is no longer short.
  for (const WorksheetLine& line : before.lines) {
    if (section_of(line.id) != section || after.find(line.id) != nullptr || !is_listed(line)) continue;
    compare_line(line.id, before, after, changes);
  }
}

// ---- Members that this version does not know ----

AnswerWords json_words(const Json* value) {
  constexpr std::size_t most = 80;
  if (value == nullptr) return {};
  std::string text = write_json_compact(*value);
  const std::string_view shown = first_code_points(text, most);
  return {concat(shown, shown.size() < text.size() ? "…" : ""), text};
}

void compare_other_members(const Json* before, const Json* after, const std::string& path, ChangeCollector& changes) {
  // What stands where an answer goes is compared as the answer that it is.
  if (find_leaf(path) != nullptr) return;
  const Json nothing = Json::object();
  if (holds_answers(path)) {
    if (before == nullptr) before = &nothing;
    if (after == nullptr) after = &nothing;
  }
  const bool are_objects = before != nullptr && after != nullptr && before->is_object() && after->is_object();
  if (!are_objects) {
    if (before != nullptr && after != nullptr && mean_the_same(*before, *after)) return;
    changes.add_changed(ChangeKind::answer, path, concat("Other members: ", path), json_words(before),
                        json_words(after), not_there);
    return;
  }
  const auto below = [&](std::string_view name) { return path.empty() ? std::string(name) : concat(path, ".", name); };
  const auto is_derived = [&](std::string_view name) {
    return path.empty() && (name == "worksheet" || name == "rates" || name == "seal");
  };
  for (const Json::Member& member : *before->as_object()) {
    if (is_derived(member.name)) continue;
    compare_other_members(&member.value, after->find(member.name), below(member.name), changes);
  }
  for (const Json::Member& member : *after->as_object()) {
    if (is_derived(member.name) || before->find(member.name) != nullptr) continue;
    compare_other_members(nullptr, &member.value, below(member.name), changes);
  }
}

// ---- The chain ----

// Which entry stands where, by what it was made over; of one that has no digest by what it says.
std::string key_of(const ReadChain& chain, std::size_t entry) {
  const EntryMark& mark = chain.marks[entry];
  return mark.digest.empty() ? write_json_compact(*mark.written) : mark.digest;
}

AnswerWords entry_words(const ReadChain& chain, std::size_t entry) {
  const ChainEntry& one = chain.entries[entry];
  return {concat(day_words(one.on), ": ", words_of(one)), key_of(chain, entry)};
}

AnswerWords head_of(const std::string& digest) {
  return {head_words(digest), digest};
}

// "the immediate supervisor, the servicing HR Director".
AnswerWords standing_words(const Packet& packet, const ReadChain& chain) {
  const WorkCalendar calendar;
  const RuleContext context{edition_of(packet), packet_date(packet, calendar_date(last_input_year, 1, 1)), calendar};
  const ChainStanding standing = find_standing(chain, packet, context);
  AnswerWords words;
  for (const ChainStep step : chain_steps) {
    const StepStanding& one = standing.steps[number_of(step)];
    if (!one.applies || !one.stands()) continue;
    append_part(words.words, words_of(level_of(step)));
    append_part(words.value, name_of(step));
  }
  return words;
}

// The entries of the one chain that the other has not.
void add_entries(const ReadChain& of, const ReadChain& other, bool are_new, ChangeCollector& changes) {
  std::set<std::string> known;
  for (std::size_t i = 0; i < other.entries.size(); ++i) known.insert(key_of(other, i));
  for (std::size_t i = 0; i < of.entries.size(); ++i) {
    if (known.contains(key_of(of, i))) continue;
    AnswerWords before;
    AnswerWords after = entry_words(of, i);
    if (!are_new) std::swap(before, after);
    changes.add_changed(ChangeKind::recorded, concat("chain.entries.", of.marks[i].n),
                        concat("Chain, entry ", of.marks[i].n), std::move(before), std::move(after), not_there);
  }
}

void compare_chains(const Packet& before, const Packet& after, std::vector<PacketChange>& list,
                    ChangeCollector& changes) {
  if (before.chain.is_null() && after.chain.is_null()) return;
  const std::size_t count = list.size();
  const ReadChain old_chain = read_chain(before);
  const ReadChain new_chain = read_chain(after);
  changes.add(ChangeKind::recorded, "chain.after", "Chain, the round that it continues", head_of(old_chain.after),
              head_of(new_chain.after), not_there);
  add_entries(old_chain, new_chain, false, changes);
  add_entries(new_chain, old_chain, true, changes);
  changes.add(ChangeKind::recorded, "chain.stands", "Recorded concurrences that count",
              standing_words(before, old_chain), standing_words(after, new_chain), "none");
  const Json* old_whole = before.chain.is_null() ? nullptr : &before.chain;
  const Json* new_whole = after.chain.is_null() ? nullptr : &after.chain;
  if (list.size() != count || mean_the_same(before.chain, after.chain)) return;
  changes.add_changed(ChangeKind::recorded, "chain", "Chain", json_words(old_whole), json_words(new_whole), not_there);
}

// ---- As JSON ----

Json name_json(const PacketName& name) {
  Json json = Json::object();
  json.set("id", name.id.empty() ? Json::null() : Json::string(name.id));
  json.set("revision", name.revision ? Json::number(*name.revision) : Json::null());
  json.set("prepared_on", name.prepared_on ? Json::string(to_iso(*name.prepared_on)) : Json::null());
  if (name.is_sample) json.set("sample", Json::boolean(true));
  if (!name.verdict.empty()) json.set("verdict", Json::string(name.verdict));
  return json;
}

Json value_json(const std::string& value) {
  return value.empty() ? Json::null() : Json::string(value);
}

PacketName name_of_packet(const Packet& packet) {
  return {packet.id, packet.revision, packet.prepared_on, packet.is_sample, {}};
}

}  // namespace

std::string_view name_of(ChangeKind kind) {
  constexpr std::array<std::string_view, 4> names = {"answer", "rate", "result", "recorded"};
  return names[static_cast<std::size_t>(kind)];
}

std::string words_of(const PacketName& name) {
  std::string words;
  if (name.is_sample) words = "Sample";
  if (name.revision) append_part(words, concat("Revision ", *name.revision));
  if (name.prepared_on) append_part(words, to_display_without_weekday(*name.prepared_on));
  return words.empty() ? "a packet without a date" : words;
}

Comparison compare(const Packet& old_packet, const Assessment& old_assessment, const Packet& new_packet,
                   const Assessment& new_assessment) {
  Comparison comparison{name_of_packet(old_packet), name_of_packet(new_packet), {}};
  ChangeCollector changes(comparison.changes);
  const Side before{old_packet, old_assessment};
  const Side after{new_packet, new_assessment};
  const LeavesOfTheForm all = leaves();
  for (std::size_t begin = 0; begin < all.size();) {
    const std::string_view section = all[begin].section();
    if (all[begin].leaf == Leaf::notes) compare_actuals(before, after, changes);
    const std::size_t end = end_of_field(all, begin);
    compare_field(all, begin, end, before, after, changes);
    begin = end;
    if (begin < all.size() && all[begin].section() == section) continue;
    // The part is done: the rates that it takes, and what it comes to.
    compare_rates(section, old_assessment, new_assessment, changes);
    compare_results(section, old_assessment.worksheet, new_assessment.worksheet, changes);
    if (section == "annual_review") compare_reviewed(before, after, changes);
  }
  compare_other_members(&old_packet.extras, &new_packet.extras, "", changes);
  compare_chains(old_packet, new_packet, comparison.changes, changes);
  return comparison;
}

Result<Comparison> compare_files(const Rates& rates, std::string_view old_bytes, std::string_view new_bytes, Date today,
                                 const CalcSettings& settings) {
  const auto open = [](std::string_view which, std::string_view bytes) -> Result<OpenedPacket> {
    Result<OpenedPacket> opened = read_packet(bytes);
    if (opened) return opened;
    const std::string where = opened.error().where;
    return at(concat(which, where.empty() ? "" : ".", where), std::move(opened).error());
  };
  const OpenedPacket before = FTT_TRY(open("old", old_bytes));
  const OpenedPacket after = FTT_TRY(open("new", new_bytes));
  const auto assessed = [&](const Packet& packet) {
    return assess(rates, packet, assessed_on(packet, today), settings);
  };
  const Assessment old_assessment = assessed(before.packet);
  const Assessment new_assessment = assessed(after.packet);
  Comparison comparison = compare(before.packet, old_assessment, after.packet, new_assessment);
  comparison.old_packet.verdict = verdict_of(differences(before, old_assessment));
  comparison.new_packet.verdict = verdict_of(differences(after, new_assessment));
  return comparison;
}

Json comparison_json(const Comparison& comparison) {
  Json list = Json::array();
  for (const PacketChange& change : comparison.changes) {
    Json entry = Json::object();
    entry.set("kind", Json::string(name_of(change.kind)));
    entry.set("field", Json::string(change.field));
    entry.set("label", Json::string(change.label));
    entry.set("old_words", Json::string(change.old_words));
    entry.set("new_words", Json::string(change.new_words));
    entry.set("old_value", value_json(change.old_value));
    entry.set("new_value", value_json(change.new_value));
    if (!change.difference.empty()) entry.set("difference", Json::string(change.difference));
    list.push_back(std::move(entry));
  }
  Json json = Json::object();
  json.set("alike", Json::boolean(are_alike(comparison)));
  json.set("old", name_json(comparison.old_packet));
  json.set("new", name_json(comparison.new_packet));
  json.set("changes", std::move(list));
  return json;
}

std::string comparison_text(const Comparison& comparison) {
  std::string text = concat(words_of(comparison.old_packet), " → ", words_of(comparison.new_packet), "\n");
  for (const auto& [which, name] :
       {std::pair("Old", &comparison.old_packet), std::pair("New", &comparison.new_packet)}) {
    if (!name->verdict.empty()) append(text, which, ": ", name->verdict, "\n");
  }
  if (are_alike(comparison)) append(text, "The two packets are the same.\n");
  for (const PacketChange& change : comparison.changes) {
    append(text, change.label, ": ", change.old_words, " → ", change.new_words,
           change.difference.empty() ? "" : concat(" (", change.difference, ")"), "\n");
  }
  return text;
}

}  // namespace ftt
