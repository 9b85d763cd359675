// Any text to the lexer and to nlohmann/json: both take it with the same events, or refuse it at the same byte.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "base/json_oracle.h"
#include "base/text.h"
#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (ftt::find_invalid_utf8(text) != std::string_view::npos) return 0;
  const std::string difference = ftt::disagreement(text);
  std::fputs(difference.c_str(), stderr);
  FTT_EXPECT(difference.empty());
  return 0;
}
