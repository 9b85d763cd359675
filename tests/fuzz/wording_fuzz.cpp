// Any bytes as an agency's own wording, and as the words of one clause in a file that is whole else: refused with a
// message and its place, or words for each clause.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.h"
#include "expect.h"
#include "order/wording.h"

namespace {

void expect_refused_or_whole(std::string_view bytes) {
  const ftt::Result<ftt::Wording> wording = ftt::read_wording(bytes);
  if (!wording) {
    FTT_EXPECT(!wording.error().message.empty());
    return;
  }
  for (const ftt::Clause& clause : ftt::clauses()) {
    FTT_EXPECT(!wording->of(clause).empty());
    FTT_EXPECT(ftt::is_valid_utf8(wording->of(clause)));
  }
  FTT_EXPECT(wording->digest().starts_with("sha256:"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  expect_refused_or_whole(bytes);
  static const std::string whole = ftt::wording_template();
  expect_refused_or_whole(whole);
  const std::size_t section = whole.find("]\n") + 2;
  std::string with_bytes = whole;
  expect_refused_or_whole(with_bytes.insert(section, bytes));
  return 0;
}
