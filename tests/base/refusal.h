// What a test says about a refused text: its code, and the words that its message must have.
#pragma once

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ftt {

template <class T>
void check_refused(const Result<T>& result, ErrorCode code, std::initializer_list<std::string_view> words) {
  REQUIRE_FALSE(result.has_value());
  INFO(to_string(result.error()));
  CHECK(name_of(result.error().code) == name_of(code));
  CHECK(result.error().message.ends_with('.'));
  for (const std::string_view word : words) {
    INFO("must say: ", std::string(word));
    CHECK(result.error().message.find(word) != std::string::npos);
  }
}

}  // namespace ftt
