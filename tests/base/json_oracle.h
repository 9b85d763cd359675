// nlohmann/json as the judge of the lexer: both read the same text by events, and what they say is held against each
// other. For tests alone; nothing that ships contains it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ftt {

enum class JsonVerdict : std::uint8_t { taken, refused, number_too_large };

// What came of reading: every event with its text, and how it ended.
struct JsonReading {
  std::string events;
  JsonVerdict verdict = JsonVerdict::refused;
  std::size_t stopped_at = 0;  // where it was refused
};

JsonReading read_by_lexer(std::string_view text);
// Precondition: the text is well-formed UTF-8, of which the lexer makes no question.
JsonReading read_by_oracle(std::string_view text);

// Both readings where they differ, for a person; empty where they agree. They agree in all, except that
//   - the oracle gives up at a number beyond binary64, which the lexer gives as it is written;
//   - the oracle takes NUL for the end and leaves a byte order mark out; the lexer refuses both, as RFC 8259 says.
// Precondition: as above.
std::string disagreement(std::string_view text);

}  // namespace ftt
