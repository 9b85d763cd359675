// See fresh_ids.h.
#include "wizard/state/fresh_ids.h"

#include "base/sha256.h"
#include "base/text.h"

namespace ftt {

std::string FreshIds::next() {
  std::string digits = sha256_hex(concat(seed_, " ", ++made_));
  digits[12] = '8';                                               // the version
  digits[16] = "89ab"[static_cast<std::size_t>(digits[16] % 4)];  // the variant
  const std::string_view text = digits;
  return concat(text.substr(0, 8), "-", text.substr(8, 4), "-", text.substr(12, 4), "-", text.substr(16, 4), "-",
                text.substr(20, 12));
}

std::string FreshIds::nonce() {
  return sha256_hex(concat("nonce ", seed_, " ", ++made_)).substr(0, 32);
}

}  // namespace ftt
