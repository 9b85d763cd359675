// Any packet without its names: a copy of the copy is the same to the byte, opens again, and no text of it has the last
// name as a whole word.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "at_hand.h"
#include "base/text.h"
#include "packet/packet.h"
#include "packet/redact.h"

namespace {

using ftt::is_ascii_letter;
using ftt::is_digit;

// Without what is derived: that follows from the rest.
std::string written(const ftt::Packet& packet) {
  return ftt::write_packet(packet, {});
}

// The simplest case, looked for in the simplest way: a name and a text of ASCII alone, the name not among [left out].
bool has_word(std::string_view text, const std::string& name) {
  constexpr std::size_t long_enough = 5;  // and so no ordinary word that stays
  const auto is_letter = [](char c) { return is_ascii_letter(c); };
  if (name.size() < long_enough || !std::all_of(name.begin(), name.end(), is_letter)) return false;
  const std::string lower = ftt::to_ascii_lower(text);
  const std::string word = ftt::to_ascii_lower(name);
  const auto goes_on = [&](std::size_t at) {
    return at < lower.size() && (is_letter(lower[at]) || is_digit(lower[at]) || (lower[at] & '\x80') != 0);
  };
  for (std::size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
    if ((at == 0 || !goes_on(at - 1)) && !goes_on(at + word.size())) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ftt::Result<ftt::OpenedPacket> opened =
      ftt::read_packet(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!opened) return 0;
  const ftt::Redacted copy = ftt::redact(opened->packet, ftt::fuzz::rates());
  const std::string file = written(copy.packet);
  const ftt::Redacted again = ftt::redact(copy.packet, ftt::fuzz::rates());
  FTT_EXPECT(written(again.packet) == file);
  FTT_EXPECT(again.left_out.empty());
  const ftt::Result<ftt::OpenedPacket> reopened = ftt::read_packet(file);
  FTT_EXPECT(reopened.has_value());
  FTT_EXPECT(reopened->packet.is_redacted);
  FTT_EXPECT(written(ftt::redact(reopened->packet, ftt::fuzz::rates()).packet) == file);
  const std::string& name = opened->packet.answers.text(ftt::Leaf::employee_last_name);
  for (const ftt::TextLeft& text : copy.texts) {
    const bool is_place = text.field.ends_with(".city") || text.field.ends_with(".county");
    FTT_EXPECT(is_place || !has_word(text.text, name));
  }
  return 0;
}
