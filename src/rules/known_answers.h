// known_answers: what the answers that are there tell of others, so that nobody answers a thing twice: one table of the
// leaf, the answer that it is proposed to have, and where that is from.
//
// What is filled in is an answer like any other, marked as assumed (Answers::mark_assumed) until a person types in its
// place. It follows its source as long as it is marked, and what a person typed is never touched.
//
// Covers App. A, B2, C4, E1 and Part K; App. B, D1 and D2; App. C and D, Part A; Order ¶3b.
//
// Does not: say when to fill in (the wizard does), or guess: what line 2 of Part E may be is a proposal
// (cross_checks.h).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "form/answers.h"

namespace ftt {

struct KnownAnswer {
  Leaf leaf;
  // Filled in only where a person has typed none of these: half of a name or of a place is not filled up.
  std::span<const Leaf> together;
  std::string_view words;               // "Filled in from the address of the office. Change it if it is wrong."
  std::string (*text)(const Answers&);  // empty where the answers do not tell
};

// All of them, in the order in which they are filled in: one that another is made of stands before it.
std::span<const KnownAnswer> known_answers();
// Null where nothing tells of the leaf.
const KnownAnswer* find_known_answer(Leaf leaf);

// Whether the tool fills the leaf in at all: because it is known, or assumed for an estimate (form/estimate.h).
bool can_be_filled_in(Leaf leaf);

// Fills in what is open and known, brings what is marked up to date, and takes out what is no longer known.
// `left_open`: what a person has emptied, and wants so.
void fill_in_what_is_known(Answers& answers, std::span<const Leaf> left_open = {});

// Brings up to date what is marked and whose source is another one than `before`, and fills in nothing that is open.
void follow_what_is_known(Answers& answers, const Answers& before);

}  // namespace ftt
