// What a test says about a refused text: its code, and the whole of its message.
#pragma once

#include <doctest/doctest.h>

#include <string_view>

#include "base/result.h"

namespace ftt {

template <class T>
void check_refused(const Result<T>& result, ErrorCode code, std::string_view message) {
  REQUIRE_FALSE(result.has_value());
  CHECK(name_of(result.error().code) == name_of(code));
  CHECK(result.error().message == message);
}

}  // namespace ftt
