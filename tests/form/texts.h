// Answers set from a short list of leaves and texts, for tests. Does not check them.
#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>

#include "form/answers.h"

namespace ftt::test {

using Texts = std::initializer_list<std::pair<Leaf, std::string_view>>;

// The answers with these set over them.
inline Answers with(Answers answers, Texts texts) {
  for (const auto& [leaf, text] : texts) answers.set(leaf, text);
  return answers;
}

inline Answers answers_of(Texts texts) {
  return with({}, texts);
}

}  // namespace ftt::test
