// FTT_ASSERT: the check of our own promises. A failed one is a mistake in this program, never in what a person typed:
// it says where and stops, and the page offers the last good packet.
//
// Does not: check input (that is data, or a Result), and is never switched off.
#pragma once

namespace ftt {

// Writes the sentence with its place to standard error and aborts.
[[noreturn]] void assertion_failed(const char* sentence, const char* file, int line);

}  // namespace ftt

#define FTT_ASSERT(condition, sentence) \
  ((condition) ? static_cast<void>(0) : ::ftt::assertion_failed(sentence, __FILE__, __LINE__))
