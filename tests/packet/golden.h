// Files that tests hold their results against. FTT_UPDATE_GOLDENS=1 in the environment rewrites them, and nothing else
// does; the difference is then to be read.
//
// The digest of the rate tables stands in none of them (tests/rates/digest.txt holds it once), so that newer tables
// show as the figures that they change. Does not say whether what a golden holds is right.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "packet/rates_at_hand.h"

namespace ftt::test {

inline bool is_update() {
  return std::getenv("FTT_UPDATE_GOLDENS") != nullptr;
}

// The text with each `from` as `to`.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// An answer or a page, with words in place of the digest.
inline std::string without_digest(std::string text) {
  return replaced(std::move(text), rates_at_hand().digest(), "(digest of the rate tables)");
}

// A packet without the member: a file that names no tables is worked out with those at hand, and nothing is said.
inline std::string without_digest_member(std::string packet) {
  const std::string member = concat("\"digest\": \"", rates_at_hand().digest(), "\"");
  for (std::size_t at = packet.find(member); at != std::string::npos; at = packet.find(member, at)) {
    const std::size_t before = packet.find_last_not_of(" \n", at - 1);
    const std::size_t after = packet.find_first_not_of(" \n", at + member.size());
    // Alone in its object it leaves {}; otherwise it is the last one, and goes with the comma before it.
    const bool is_alone = packet[before] == '{';
    const std::size_t begin = is_alone ? before + 1 : before;
    packet.erase(begin, (is_alone ? after : at + member.size()) - begin);
    at = begin;
  }
  return packet;
}

// A page with words in place of its style sheet.
inline std::string without_style(std::string page) {
  const std::size_t begin = page.find("<style>");
  const std::size_t end = page.find("</style>");
  REQUIRE(begin < end);
  REQUIRE(end != std::string::npos);
  return page.replace(begin + 7, end - begin - 7, "(print.css)");
}

inline void check_golden(const std::string& path, const std::string& text) {
  if (is_update()) write_file(path, text);
  CHECK(text == read_file(path));
}

}  // namespace ftt::test
