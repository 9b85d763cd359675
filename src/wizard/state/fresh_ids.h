// Fresh unique ids for the packets that a session begins, and nonces for what it records, out of what was random when it
// began.
//
// Does not find out anything random itself: the page does.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

namespace ftt {

class FreshIds {
 public:
  // The ids are as unique, and as hard to guess, as the seed is.
  explicit FreshIds(std::string seed) : seed_(std::move(seed)) {}

  // The next one, in the form of a UUID (RFC 9562, version 8: its maker's own).
  std::string next();
  // 128 bits as 32 hexadecimal digits, from which no id and no other nonce can be told.
  std::string nonce();

 private:
  std::string seed_;
  std::uint64_t made_ = 0;
};

}  // namespace ftt
