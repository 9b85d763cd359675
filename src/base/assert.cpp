// The end of a broken promise: one line on standard error, then abort.
#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace ftt {

void assertion_failed(const char* sentence, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: %s\n", file, line, sentence);
  std::abort();
}

}  // namespace ftt
