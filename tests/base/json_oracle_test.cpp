// The lexer beside nlohmann/json: the same documents are taken, with the same events and texts, and refused at the same
// byte, over documents of every construct that are damaged by chance, the same ones each time.
#include "base/json_oracle.h"

#include <doctest/doctest.h>

#include "base/json_events.h"
#include "base/random.h"
#include "base/text.h"

using namespace std::string_view_literals;  // some texts hold a NUL

namespace ftt {
namespace {

template <std::size_t count>
std::string_view one_of(Random& random, const std::string_view (&pieces)[count]) {
  return pieces[static_cast<std::size_t>(random.between(0, count - 1))];
}

std::string blanks(Random& random) {
  constexpr std::string_view pieces[] = {"", "", "", " ", "\n", "\r\n\t"};
  return std::string(one_of(random, pieces));
}

std::string string_text(Random& random) {
  constexpr std::string_view pieces[] = {
      "a",    "Zoë",     "ʻ",        "…",       "😀",       "\\u0041",        "\\u00e9",
      "\\\"", "\\\\",    "\\/",      "\\b",     "\\f\\n",  "\\r\\t",         "\\u0000",
      "/",    "\\uFFFF", "\\u07ff ", "\\u0800", "\x7f'{}", "\\uD83D\\uDE00", "\\udbff\\udfff"};
  std::string text = "\"";
  for (std::int64_t i = random.between(0, 4); i > 0; --i) text += one_of(random, pieces);
  constexpr std::string_view edges[] = {"\\ud7ff", "\\ud800", "\\udbff", "\\udc00", "\\udfff", "\\ue000"};
  if (random.between(0, 19) == 0) append(text, one_of(random, edges), one_of(random, edges));
  return text + '"';
}

std::string document(Random& random, int depth) {
  constexpr std::string_view numbers[] = {"0",
                                          "-0",
                                          "7",
                                          "-12",
                                          "1.50",
                                          "-0.0",
                                          "2.5e+3",
                                          "1E05",
                                          "1e-400",
                                          "0e0",
                                          "-1e308",
                                          "1e999",
                                          "-2E+4000",
                                          "18446744073709551615",
                                          "18446744073709551616",
                                          "-9223372036854775808",
                                          "-9223372036854775809",
                                          "0.1000000000000000055511151231257827021181583404541015625"};
  constexpr std::string_view words[] = {"true", "false", "null"};
  std::string text = blanks(random);
  switch (random.between(0, depth > 0 ? 6 : 2)) {
    case 0:
      text += one_of(random, numbers);
      break;
    case 1:
      text += one_of(random, words);
      break;
    case 2:
      text += string_text(random);
      break;
    case 3:
    case 4:
      text += '[';
      for (std::int64_t i = random.between(0, 3); i > 0; --i)
        append(text, document(random, depth - 1), i > 1 ? "," : "");
      append(text, blanks(random), "]");
      break;
    default:
      text += '{';
      for (std::int64_t i = random.between(0, 3); i > 0; --i) {
        append(text, blanks(random), string_text(random), blanks(random), ":", document(random, depth - 1),
               i > 1 ? "," : "");
      }
      append(text, blanks(random), "}");
  }
  return text + blanks(random);
}

void damage(Random& random, std::string& text) {
  constexpr std::string_view telling = "{}[]:,\"\\/ \n\tu0179afDdEe+-.truelsn'\0\x1f\x7f"sv;
  const auto place = [&] {
    return static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(text.size())));
  };
  const char letter = telling[static_cast<std::size_t>(random.between(0, telling.size() - 1))];
  const std::size_t at = place();
  switch (random.between(0, 5)) {
    case 0:
      text.insert(at, 1, letter);
      break;
    case 1:
      if (at < text.size()) text[at] = letter;
      break;
    case 2:
      text.erase(at, 1);
      break;
    case 3:
      text.insert(place(), text.substr(at, 6));
      break;
    case 4:
      text.erase(at, static_cast<std::size_t>(random.between(1, 6)));
      break;
    default:
      text.resize(at);
  }
}

}  // namespace

TEST_SUITE("base: JSON events beside nlohmann/json") {
  TEST_CASE("50,000 damaged documents are taken or refused alike, event by event and at the same byte") {
    Random random(8259);
    std::size_t taken = 0;
    std::size_t refused = 0;
    std::size_t too_large = 0;
    while (taken + refused + too_large < 50'000) {
      std::string text = document(random, 3);
      for (std::int64_t i = random.between(0, 3); i > 0; --i) damage(random, text);
      if (find_invalid_utf8(text) != std::string_view::npos) continue;
      const std::string difference = disagreement(text);
      if (!difference.empty()) FAIL(text, "\n", difference);
      switch (read_by_oracle(text).verdict) {
        case JsonVerdict::taken:
          ++taken;
          break;
        case JsonVerdict::refused:
          ++refused;
          break;
        case JsonVerdict::number_too_large:
          ++too_large;
          break;
      }
    }
    CHECK(taken > 10'000);
    CHECK(refused > 10'000);
    CHECK(too_large > 1'000);
  }

  TEST_CASE("where they differ, the lexer keeps to the letter of RFC 8259") {
    const std::string_view too_large = "[1e999]";
    CHECK(read_by_oracle(too_large).verdict == JsonVerdict::number_too_large);
    CHECK(read_by_lexer(too_large).verdict == JsonVerdict::taken);
    const std::string_view nul = "[1]\0 anything"sv;
    CHECK(read_by_oracle(nul).verdict == JsonVerdict::taken);
    CHECK(read_by_lexer(nul).verdict == JsonVerdict::refused);
    CHECK(read_by_lexer(nul).stopped_at == 3);
    const std::string_view mark = "\xEF\xBB\xBF[1]";
    CHECK(read_by_oracle(mark).verdict == JsonVerdict::taken);
    CHECK(read_by_lexer(mark).verdict == JsonVerdict::refused);
    CHECK(read_by_lexer(mark).stopped_at == 0);
    for (const std::string_view text : {too_large, nul, mark}) CHECK(disagreement(text).empty());
  }
}

}  // namespace ftt
