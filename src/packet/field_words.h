// field_words: what a field is called and what was answered there, as a list for people says it.
//
// Does not: decide which fields stand on a list.
#pragma once

#include <string>
#include <string_view>

#include "form/answers.h"
#include "form/field.h"

namespace ftt {

// "E4 Round trip transportation cost per trip"; an item of Appendices B to D says whose it is: "App. B, D1 Telework
// agreement completed and approved". A leaf of a place is called as the whole place.
std::string name_of_field(const LeafInfo& leaf);
// The same with the part: "B3 Requested official worksite/duty station: Address".
std::string name_of_leaf(const LeafInfo& leaf);

// An answer in words and in its canonical form; both are empty where there is none, or where it is set aside.
struct AnswerWords {
  std::string words;
  std::string value;
};
// What a list says of a field without an answer.
inline constexpr std::string_view words_of_no_answer = "not answered";
AnswerWords words_of_answer(Leaf leaf, const Answers& answers);

}  // namespace ftt
