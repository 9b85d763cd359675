// Any bytes as a saved page: refused with a message, or a text that a page gives back to the byte.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "expect.h"
#include "packet/saved_page.h"

namespace {

void expect_given_back(std::string_view text) {
  const ftt::Result<std::string> again = ftt::extract_packet(ftt::embed_packet(text));
  FTT_EXPECT(again.has_value());
  FTT_EXPECT(*again == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  expect_given_back(bytes);
  const ftt::Result<std::string> found = ftt::extract_packet(bytes);
  if (found) {
    expect_given_back(*found);
  } else {
    FTT_EXPECT(!found.error().message.empty());
  }
  return 0;
}
