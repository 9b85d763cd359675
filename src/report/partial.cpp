// The union of what is known of packets, and which copy is newer. See partial.h.
#include "report/partial.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/sha256.h"
#include "base/text.h"

namespace ftt::report {
namespace {

// ---- Histories ----

bool is_beginning(const History& part, const History& whole) {
  return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

void keep_longest(std::vector<History>& histories) {
  std::sort(histories.begin(), histories.end());
  histories.erase(std::unique(histories.begin(), histories.end()), histories.end());
  // What begins with a list stands right behind it.
  std::vector<History> kept;
  for (std::size_t i = 0; i < histories.size(); ++i) {
    const bool goes_on = i + 1 < histories.size() && is_beginning(histories[i], histories[i + 1]);
    if (!goes_on && !histories[i].empty()) kept.push_back(std::move(histories[i]));
  }
  histories = std::move(kept);
}

// All that an entry follows on, itself among it.
std::set<std::string_view> reached_from(const std::vector<History>& histories, std::string_view head) {
  std::set<std::string_view> reached;
  std::vector<std::string_view> open = {head};
  while (!open.empty()) {
    const std::string_view from = open.back();
    open.pop_back();
    if (!reached.insert(from).second) continue;
    for (const History& history : histories) {
      const auto found = std::find(history.begin(), history.end(), from);
      if (found == history.end()) continue;
      for (auto earlier = history.begin(); earlier != found; ++earlier) open.push_back(*earlier);
    }
  }
  return reached;
}

// ---- Which copy is newer ----

bool is_newer(const Copy& a, const Copy& b, const std::vector<History>& histories) {
  if (a.is_redacted != b.is_redacted) return b.is_redacted;
  if (a.head == b.head) return a.revision > b.revision;
  if (!a.head) return false;
  return !b.head || leads_to(histories, *a.head, *b.head);
}

// Of one copy that was worked out under two rates: the later pay year, then the smaller digest; then, so that nothing
// is left to the order of reading, the smaller text.
bool is_preferred(const Copy& a, const Copy& b) {
  if (a.pay_year != b.pay_year) return a.pay_year > b.pay_year;
  if (a.rates != b.rates) return a.rates < b.rates;
  return a.held < b.held;
}

void join_equal_copies(std::vector<Copy>& copies) {
  std::sort(copies.begin(), copies.end(), [](const Copy& a, const Copy& b) { return a.packet < b.packet; });
  std::vector<Copy> kept;
  for (Copy& copy : copies) {
    if (kept.empty() || kept.back().packet != copy.packet) {
      kept.push_back(std::move(copy));
      continue;
    }
    Places places = std::move(kept.back().places);
    places.merge(copy.places);
    if (is_preferred(copy, kept.back())) kept.back() = std::move(copy);
    kept.back().places = std::move(places);
  }
  copies = std::move(kept);
}

void keep_newest(Entry& entry) {
  std::vector<bool> gives_way;
  for (const Copy& copy : entry.copies) {
    gives_way.push_back(std::any_of(entry.copies.begin(), entry.copies.end(),
                                    [&](const Copy& other) { return is_newer(other, copy, entry.histories); }));
  }
  std::vector<Copy> kept;
  for (std::size_t i = 0; i < entry.copies.size(); ++i) {
    if (gives_way[i]) {
      entry.older.merge(entry.copies[i].places);
    } else {
      kept.push_back(std::move(entry.copies[i]));
    }
  }
  entry.copies = std::move(kept);
}

// ---- What a packet tells ----

// What has nothing to do with packets is no fault of anybody; but each line of many is meant to be one.
LeftOutKind kind_of(const Error& error, std::string_view bytes, Stands stands) {
  const bool is_other = error.code == ErrorCode::wrong_format || error.code == ErrorCode::wrong_type;
  const bool is_meant =
      stands == Stands::as_line ? !is_other : bytes.find("telework-packet/") != std::string_view::npos;
  return is_meant ? LeftOutKind::unreadable : LeftOutKind::not_a_packet;
}

// What can be told before anything is hashed.
struct Glance {
  std::string id;
  FactsToBe packet;
  std::optional<Omitted> left_out{};  // then there is nothing else
};

Glance glance_of(LeftOutKind kind, std::string reason) {
  return {{}, {}, Omitted{kind, std::move(reason)}};
}

Glance glance_at(const Placed& found, const FactsFor& by) {
  const Result<OpenedPacket> opened = read_packet(found.bytes, largest_packet, ReadOf::figures_alone);
  if (!opened) {
    const std::string_view words = words_on_no_packet(found.bytes);
    if (!words.empty()) return glance_of(LeftOutKind::unreadable, std::string(words));
    return glance_of(kind_of(opened.error(), found.bytes, found.stands), to_string(opened.error()));
  }
  FactsToBe packet = facts_to_be(*opened, by);
  const std::string& id = opened->packet.id;
  if (id.empty() && packet.facts.words(Fact::redacted_from).empty()) {
    return glance_of(LeftOutKind::without_id,
                     "The packet has no id, so it could be a copy of another one. Open it in the wizard and save it. "
                     "That gives it one.");
  }
  return {id, std::move(packet)};
}

Seen seen_of(Glance glance, const std::string& digest_of_id, std::string place) {
  const std::string_view from = glance.packet.facts.words(Fact::redacted_from);
  Seen seen{place, from.empty() ? digest_of_id : std::string(from), {}};
  // A copy that was saved again may have got an id of its own.
  if (from.empty() || from == digest_of_id) seen.entry.id = std::move(glance.id);
  seen.entry.copies.push_back(copy_of(glance.packet.facts, {std::move(place)}));
  seen.entry.histories = std::move(glance.packet.histories);
  keep_longest(seen.entry.histories);
  return seen;
}

}  // namespace

bool leads_to(const std::vector<History>& histories, std::string_view from, std::string_view to) {
  return reached_from(histories, from).contains(to);
}

Copy copy_of(const Facts& facts, Places places) {
  constexpr std::size_t ordinary = 2560;  // bytes of what is held of a packet, so that it does not grow by small steps
  Copy copy;
  copy.held.reserve(ordinary);
  append_held(copy.held, facts);
  copy.packet = facts.words(Fact::packet);
  copy.head = facts.text(Fact::head);
  copy.revision = facts.number(Fact::revision).value_or(-1);
  copy.pay_year = facts.number(Fact::pay_year).value_or(0);
  copy.rates = facts.words(Fact::rates);
  copy.is_redacted = facts.is(Fact::redacted, "yes");
  copy.places = std::move(places);
  return copy;
}

Facts Copy::facts() const {
  return facts_of_held(held);
}

Entry merged(Entry a, Entry b) {
  if (a.id.empty()) a.id = std::move(b.id);
  a.copies.insert(a.copies.end(), std::make_move_iterator(b.copies.begin()), std::make_move_iterator(b.copies.end()));
  a.histories.insert(a.histories.end(), std::make_move_iterator(b.histories.begin()),
                     std::make_move_iterator(b.histories.end()));
  keep_longest(a.histories);
  a.older.merge(b.older);
  join_equal_copies(a.copies);
  keep_newest(a);
  return a;
}

std::string_view name_of(LeftOutKind kind) {
  constexpr std::array<std::string_view, 3> names = {"not_a_packet", "unreadable", "without_id"};
  return names[static_cast<std::size_t>(kind)];
}

Sight look_at(std::string_view bytes, std::string place, Stands stands, const FactsFor& by) {
  return std::move(look_at({{bytes, std::move(place), stands}}, by).front());
}

std::vector<Sight> look_at(std::vector<Placed> found, const FactsFor& by) {
  std::vector<Glance> glances;
  std::vector<std::string> hashed;  // of each packet what its digest is taken over, and its id
  for (const Placed& one : found) {
    Glance& glance = glances.emplace_back(glance_at(one, by));
    if (glance.left_out) continue;
    hashed.push_back(std::move(glance.packet.answered));
    hashed.push_back(glance.id);
  }
  const std::vector<std::string> digests = sha256_hex_of_each(hashed);
  std::vector<Sight> sights;
  auto digest = digests.begin();
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (glances[i].left_out) {
      sights.push_back(SeenLeftOut{std::move(found[i].place), *std::move(glances[i].left_out)});
      continue;
    }
    glances[i].packet.facts.set(Fact::packet, *digest++);
    sights.push_back(seen_of(std::move(glances[i]), *digest++, std::move(found[i].place)));
  }
  return sights;
}

void Partial::add(Sight sight) {
  if (Seen* seen = std::get_if<Seen>(&sight)) {
    add(seen->key, std::move(seen->entry));
  } else {
    SeenLeftOut& left = std::get<SeenLeftOut>(sight);
    add_left_out(std::move(left.place), std::move(left.what));
  }
}

void Partial::add(const std::string& key, Entry entry) {
  const auto size_of = [](const Entry& one) {
    std::size_t size = 200;
    for (const Copy& copy : one.copies) size += 200 + copy.held.size() + copy.places.size() * 64;
    for (const History& history : one.histories) size += history.size() * 96;
    return size + one.older.size() * 64;
  };
  const auto found = entries_.find(key);
  if (found == entries_.end()) {
    size_ += size_of(entry);
    entries_.emplace(key, std::move(entry));
    return;
  }
  size_ -= size_of(found->second);
  found->second = merged(std::move(found->second), std::move(entry));
  size_ += size_of(found->second);
}

void Partial::add_left_out(std::string place, Omitted what) {
  const auto [found, is_new] = left_out_.emplace(std::move(place), what);
  // Of two reasons for one place, as of a file that was changed between, the smaller: whichever came first.
  const auto rank = [](const Omitted& one) { return std::pair(one.kind, std::string_view(one.reason)); };
  if (!is_new && rank(what) < rank(found->second)) found->second = std::move(what);
}

void Partial::forget_entries() {
  entries_.clear();
  size_ = 0;
}

Result<Unit> Partial::merge_heading(FiscalYear year, Date day) {
  if (year != year_) {
    return Error{
        ErrorCode::inconsistent, "",
        concat("It was made for fiscal year ", year.year(), ", and this is one of fiscal year ", year_.year(),
               ": budgets and spending are of the year. Make it again with --fiscal-year ", year_.year(), ".")};
  }
  day_ = std::max(day_, day);
  return Unit{};
}

Result<Unit> Partial::merge(const Partial& other) {
  FTT_TRY(merge_heading(other.year_, other.day_));
  for (const auto& [key, entry] : other.entries_) add(key, entry);
  for (const auto& [place, what] : other.left_out_) add_left_out(place, what);
  return Unit{};
}

}  // namespace ftt::report
