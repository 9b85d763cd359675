// A stretch of a JSON string, held against a walk byte by byte.
#include "base/json_stretch.h"

#include <doctest/doctest.h>

#include <string>

namespace ftt {
namespace {

bool ends_a_stretch(unsigned char byte) {
  return byte < 0x20 || byte == '"' || byte == '\\';
}

}  // namespace

TEST_SUITE("base: JSON stretch") {
  TEST_CASE("RFC 8259, section 7: it ends at the first byte that cannot stand for itself, wherever that is") {
    for (const char around : {'a', '!', '#', '[', ']', ' ', '\x7F', '\xFF', '\x80'}) {
      for (std::size_t at = 0; at < 20; ++at) {
        for (int byte = 0; byte < 256; ++byte) {
          std::string text(20, around);
          text[at] = static_cast<char>(byte);
          const bool ends = ends_a_stretch(static_cast<unsigned char>(byte));
          REQUIRE(end_of_stretch<StretchOf::unescaped>(text, 0) == (ends ? at : text.size()));
          REQUIRE(end_of_stretch<StretchOf::unescaped>(text, at) == (ends ? at : text.size()));
          if (static_cast<unsigned char>(around) >= 0x80) {
            const bool is_ascii = static_cast<unsigned char>(byte) < 0x80;
            REQUIRE(end_of_stretch<StretchOf::unescaped_ascii>(text, 0) ==
                    (at > 0 || !is_ascii || ends ? 0U : std::size_t{1}));
          } else {
            REQUIRE(end_of_stretch<StretchOf::unescaped_ascii>(text, 0) == (ends || byte >= 0x80 ? at : text.size()));
          }
        }
      }
    }
    CHECK(end_of_stretch<StretchOf::unescaped>("", 0) == 0);
  }

  TEST_CASE("what ended the stretch before is no end of this one, however few bytes follow") {
    for (const std::string_view before : {"\"", "\\", "\n", "\\\\\"\"", "\xFF"}) {
      for (const std::string_view after : {"!", "]#", "!!!!!!", "#]!a[ ]#!", "...............]"}) {
        for (std::size_t blanks = 0; blanks < 9; ++blanks) {
          const std::string text = std::string(blanks, ' ') + std::string(before) + std::string(after);
          REQUIRE(end_of_stretch<StretchOf::unescaped>(text, text.size() - after.size()) == text.size());
          REQUIRE(end_of_stretch<StretchOf::unescaped_ascii>(text, text.size() - after.size()) == text.size());
        }
      }
    }
  }
}

}  // namespace ftt
