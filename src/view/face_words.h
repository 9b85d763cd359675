// The words that the canvas adds to what a node says; the page has the same (face_words.inc).
//
// Does not decide where they stand.
#pragma once

#include <string_view>

namespace ftt::face_words {

#define FTT_FACE_WORD(name, words) inline constexpr std::string_view name = words;
#include "view/face_words.inc"
#undef FTT_FACE_WORD

}  // namespace ftt::face_words
