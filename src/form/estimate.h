// The estimate from a few answers: which fields it asks for, and what it assumes where nobody has answered.
//
// What it assumes are answers like any others, marked as assumed (Answers::mark_assumed): they go along into the
// packet, its file and its print, and are an answer of the person's once something is typed in their place.
//
// Covers App. A, B3, C2, C3 to C5, Part E, lines 4 and 7 to 10, and Part F, line 1. Does not calculate.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "form/answers.h"
#include "form/leaf.h"

namespace ftt {

struct Assumption {
  Leaf leaf;
  std::string_view text;    // the answer, as it is typed
  std::string_view name;    // "Pay plan"
  std::string_view words;   // "General Schedule (GS)"
  std::string_view unless;  // "the position has another pay plan"
  bool is_usual = false;    // a packet is filled in so as well (rules/known_answers.h): nothing to raise
};

// What the estimate takes as answered, in the order of the form.
std::span<const Assumption> all_assumptions();
// The fields that it asks for, places by their own id, in the order in which a person thinks of them.
std::span<const std::string_view> fields_of_estimate();

// Whether any of its own fields is answered.
bool is_estimate_begun(const Answers&);
// The same, and nothing beside them but what is assumed: no packet has become of it yet.
bool is_estimate_alone(const Answers&);
// Fills in what is open of it, marked as assumed. A pay plan is not assumed beside a salary that is typed.
// `left_open`: what a person has emptied, and wants so.
void assume_what_is_open(Answers&, std::span<const Leaf> left_open = {});
// Those that hold among the answers: filled in and given by nobody.
std::vector<const Assumption*> assumptions_in(const Answers&);
// "Pay plan: General Schedule (GS)".
std::string name_of(const Assumption&);
// "Assumed for the estimate: change it if the position has another pay plan."
std::string words_of(const Assumption&);

}  // namespace ftt
