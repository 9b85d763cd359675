// How a fuzzer says that a property does not hold: it stops there, and libFuzzer keeps the input.
#pragma once

#include <cstdio>
#include <cstdlib>

#define FTT_EXPECT(condition)                                              \
  do {                                                                     \
    if (!(condition)) {                                                    \
      std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                        \
    }                                                                      \
  } while (false)
