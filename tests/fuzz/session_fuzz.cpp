// Any events at the wizard, a line each: whatever is pressed, typed, opened or resumed, the packet opens again, and a
// session that resumes what was kept has the same packet and says where it is in the same words.
//
//   press check.save | type notes Any words | leave notes Any words | choose arrangement.term short
//   day 2027-01-05 | width 2 | canvas 1 | open {…} | resume {…} | surroundings {…} | notice Any words
//
// "#12" as an id is the node of that number on the screen.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "at_hand.h"
#include "base/text.h"
#include "packet/packet.h"
#include "wizard/acts/session.h"

namespace {

constexpr std::size_t most_events = 40;

void add_ids(const ftt::Node& node, std::vector<std::string>& ids) {
  ids.push_back(node.id);
  for (const ftt::Node& child : node.children) add_ids(child, ids);
}

// The word at the front, taken off with one space behind it.
std::string_view take_word(std::string_view& line) {
  const std::size_t end = line.find(' ');
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  return word;
}

int number_in(std::string_view text) {
  int number = 0;
  for (const char c : text.substr(0, 4)) {
    if (ftt::is_digit(c)) number = number * 10 + (c - '0');
  }
  return number;
}

std::string id_of(const ftt::Session& session, std::string_view word) {
  if (!word.starts_with('#')) return std::string(word);
  std::vector<std::string> ids;
  add_ids(session.view(), ids);
  return ids[static_cast<std::size_t>(number_in(word.substr(1))) % ids.size()];
}

void edit(ftt::Session& session, ftt::EditAction action, std::string_view line) {
  const std::string id = id_of(session, take_word(line));
  (void)session.edit({id, action, std::string(line)});
}

void happen(ftt::Session& session, ftt::Date& today, std::string_view line) {
  const std::string_view what = take_word(line);
  if (what == "press") edit(session, ftt::EditAction::press, line);
  if (what == "type") edit(session, ftt::EditAction::input, line);
  if (what == "leave") edit(session, ftt::EditAction::leave, line);
  if (what == "choose") edit(session, ftt::EditAction::choose, line);
  if (what == "enter") edit(session, ftt::EditAction::enter, line);
  if (what == "width") session.set_width(static_cast<ftt::WidthClass>(number_in(line) % 3));
  if (what == "canvas") session.set_canvas_view(number_in(line) % 2 == 1);
  if (what == "notice") session.notice(line);
  if (what == "open") (void)session.open("packet.json", line);
  if (what == "day") {
    const ftt::Result<ftt::Date> day = ftt::Date::from_iso(line);
    if (day) session.set_today(today = *day);
  }
  if (what == "resume") {
    const ftt::Result<std::vector<ftt::Effect>> resumed = session.resume(session.packet_json(), line);
    if (!resumed) FTT_EXPECT(!resumed.error().message.empty());
  }
  if (what == "surroundings") {
    const ftt::Result<ftt::Unit> told = session.set_surroundings(line);
    if (!told) FTT_EXPECT(!told.error().message.empty());
  }
  (void)session.patch();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  // What comes from a page is text.
  if (!ftt::is_valid_utf8(text)) return 0;
  ftt::Session session(ftt::fuzz::rates(), ftt::fuzz::today, "7b0c9a52-6d1e-4f40-9f0c-52a9b1f2d3e4", "seed");
  ftt::Date today = ftt::fuzz::today;
  std::size_t events = 0;
  for (const std::string_view line : ftt::split(text, '\n')) {
    if (++events > most_events) break;
    happen(session, today, line);
  }
  const std::string packet = session.packet_json();
  if (packet.size() > ftt::largest_packet) return 0;
  FTT_EXPECT(ftt::read_packet(packet).has_value());
  const std::string whereabouts = session.whereabouts();
  ftt::Session later(ftt::fuzz::rates(), today, "7b0c9a52-6d1e-4f40-9f0c-52a9b1f2d3e5", "seed");
  FTT_EXPECT(later.resume(packet, whereabouts).has_value());
  FTT_EXPECT(later.packet_json() == packet);
  ftt::Session again(ftt::fuzz::rates(), today, "7b0c9a52-6d1e-4f40-9f0c-52a9b1f2d3e6", "seed");
  FTT_EXPECT(again.resume(packet, later.whereabouts()).has_value());
  FTT_EXPECT(again.whereabouts() == later.whereabouts());
  return 0;
}
