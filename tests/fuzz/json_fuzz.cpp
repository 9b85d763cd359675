// Any bytes as JSON: refused with a message, or read into a tree whose writing reads back to the same writing.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ftt::Result<ftt::Json> tree = ftt::read_json(text);
  if (!tree) {
    FTT_EXPECT(!tree.error().message.empty());
    return 0;
  }
  const std::string written = ftt::write_json(*tree);
  const ftt::Result<ftt::Json> again = ftt::read_json(written);
  FTT_EXPECT(again.has_value());
  FTT_EXPECT(ftt::write_json(*again) == written);
  return 0;
}
