// Answers: what people have typed, leaf by leaf, and what it means.
//
// A leaf holds its text: canonical when it can be read ("1,234.5" becomes "1234.50"), else exactly as typed, so that
// nothing is lost. It is read once, when it is set; the typed getters are quick.
//
// A leaf that does not apply (the last date of a long-term arrangement) is set aside: its text stays, but the typed
// getters give missing and nothing prints or counts it. It comes back when the answer that set it aside changes back.
//
// An answer may be assumed: the tool has filled it in, and nobody has given it yet. It counts as any other and is
// marked, until a text is set in its place.
//
// Does not check fields against each other (checks.h), fill anything in (estimate.h does), or know the rates.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/count.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/known.h"
#include "base/money.h"
#include "form/field.h"
#include "form/leaf.h"

namespace ftt {

// What became of a text that was typed into a leaf.
struct Canonical {
  enum class State : std::uint8_t { empty, good, bad };
  State state = State::empty;
  std::string text;        // good: the form that the packet keeps; else as typed
  std::string understood;  // good: as people read it, "$1,200.50", "Monday, February 1, 2027"; else empty
  std::string problem;     // bad: what is wrong and the mend; else empty
};

// Reads a text as what the leaf holds. Only what the leaf alone can tell: see checks.h for the rest.
Canonical canonical(Leaf leaf, std::string_view text);

class Answers;
// What a field shows of an answer once it was left, as a US reader expects it: "2/1/2027", "$3,360.00", "96%",
// "GS-13", "Region 4, Southeast Sunbelt"; typed in, it reads back to the same answer. A text that cannot be read stays
// as it is.
std::string shown_text(Leaf leaf, const Answers& answers);

// Spending in half a fiscal year: "2027H1" is October 2026 to March 2027.
struct Actual {
  std::string half_year;
  std::string spent;
  std::string trips{};   // how many it paid for; may be empty
  std::string source{};  // which report says so; may be empty
  friend bool operator==(const Actual&, const Actual&) = default;
};
// How many of them a packet has at most: the halves of the years 1900 to 2199.
inline constexpr std::size_t most_actuals = 600;

// What is wrong with a part of it as the packet has it, in words with the mend; empty where it is good.
// "2027H1", of a fiscal year from 1900 to 2199.
std::string problem_of_half_year(std::string_view text);
// "412.60", from zero on.
std::string problem_of_spent(std::string_view text);
// "3", or nothing.
std::string problem_of_trips(std::string_view text);
// Any text of at most 500 characters, or nothing.
std::string problem_of_source(std::string_view text);

class Answers {
 public:
  Answers();

  // Any text. Kept canonical where it can be read, else as it is. An empty or blank text is no answer.
  void set(Leaf leaf, std::string_view text);
  // A text that a file has: an answer in the exact form of the packet alone, else bad, and kept as it is. Free text
  // stays as it is, blanks around it too.
  void set_exact(Leaf leaf, std::string_view text);
  // What a file has here is no answer: bad, and kept as it is. `problem` says what is wrong, and the mend.
  void refuse(Leaf leaf, std::string_view text, std::string problem);
  // What others have there takes the place of what stands here, to the letter, also where it cannot be read.
  void put_back(Leaf leaf, const Answers& others);
  const std::string& text(Leaf leaf) const;
  bool is_empty(Leaf leaf) const { return cell(leaf).state == Canonical::State::empty; }
  // Something was typed that cannot be read.
  bool is_bad(Leaf leaf) const { return cell(leaf).state == Canonical::State::bad; }
  // A file has something else where the object goes that the leaf is a member of ("travel_budget": null). The leaf is
  // empty, and unknown even where an empty one means none, until it is set.
  void mark_unread(Leaf leaf) { cells_[number_of(leaf)] = Cell{.is_unread = true}; }
  bool is_unread(Leaf leaf) const { return cell(leaf).is_unread; }
  // The answer that is there was given by nobody, until another one is set. Nothing to mark where it is empty or bad.
  void mark_assumed(Leaf leaf);
  bool is_assumed(Leaf leaf) const { return cell(leaf).is_assumed; }
  // What is wrong with a bad leaf, and the mend; empty for any other.
  std::string problem(Leaf leaf) const;

  // Missing where the leaf is empty, bad or set aside; assumed where it is marked so. Precondition: the leaf is of that
  // kind.
  Known<Money> money(Leaf leaf) const;
  Known<Share> share(Leaf leaf) const;
  Known<Nights> nights(Leaf leaf) const;
  Known<Count> count(Leaf leaf) const;
  Known<Date> date(Leaf leaf) const;
  Known<bool> yes_no(Leaf leaf) const;
  // Which of the leaf's choices, as its number in LeafInfo::choices; missing too for the free text of an open choice.
  Known<std::size_t> choice(Leaf leaf) const;
  // The text without blanks around it where it is good and applies, else an empty one: for names and places.
  std::string_view words(Leaf leaf) const;

  Known<TripCostMethod> trip_cost_method() const;
  Known<Term> term() const;
  Known<Action> action() const;
  Known<ArrangementType> arrangement_type() const;
  Known<Direction> direction(Leaf leaf) const;
  Known<ReviewOutcome> review_outcome() const;

  const std::vector<Actual>& actuals() const { return actuals_; }
  void set_actuals(std::vector<Actual> actuals) { actuals_ = std::move(actuals); }

  friend bool operator==(const Answers& a, const Answers& b);

 private:
  struct Cell {
    std::string text{};
    std::int64_t value = 0;  // cents, units, days since 1970, the number of the choice; 1 is yes
    Canonical::State state = Canonical::State::empty;
    bool is_unread = false;
    bool is_assumed = false;
  };
  const Cell& cell(Leaf leaf) const { return cells_[number_of(leaf)]; }
  template <class T, class Make>
  Known<T> read(Leaf leaf, Kind kind, Make make) const;

  struct Refusal {
    Leaf leaf;
    std::string problem;
  };
  void forget_refusal(Leaf leaf);

  std::vector<Cell> cells_;
  std::vector<Refusal> refusals_;  // of what files have; few or none
  std::vector<Actual> actuals_;
};

// Whether it is said that this is an annual review (App. A, Part A, item 2; HRM 6040.2 ¶11).
bool is_review(const Answers& answers);
// App. A, Part C: a pay plan is chosen, and it is not the General Schedule.
bool has_other_pay_plan(const Answers& answers);
// App. A, Part D, lines 3 and 4: a salary is typed over what the tables give.
bool has_typed_salary(const Answers& answers);

// Whether the leaf is asked for, as the answers stand. Unknown action, type or term: it is not set aside. What follows
// from another answer beside the forms is asked for once that is yes.
bool applies(Leaf leaf, const Answers& answers);
// Whether a complete packet must have it, as far as the form alone can tell. What hangs on the result (Part I, item 1
// and ¶8e(2)) is told by the worksheet's justification.
bool required(Leaf leaf, const Answers& answers);

}  // namespace ftt
