// LeafInfo: what the table says of a leaf: id, kind, the form's item and label, hint, citation, choices, limits, who
// fills it in, when it is asked for and when a complete packet must have it.
//
// Does not hold answers or check them (answers.h, checks.h).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "form/leaf.h"
#include "order/citation.h"

namespace ftt {

// What is typed, and so which type holds it. In the packet: count is a JSON number, yes_no a JSON boolean, all other
// kinds are JSON strings. open_choice offers choices and takes any other text too.
enum class Kind : std::uint8_t { text, long_text, date, money, share, nights, count, choice, open_choice, yes_no };
// Which part of a composite field a leaf is.
enum class Group : std::uint8_t { none, place, office, other, contact, signature };
// A text of a certain make.
enum class Shape : std::uint8_t { free, initial, series, pay_plan, pay_area, state };
// What a negative amount means: unusual for a cost, refused for a saving, and a salary is above zero.
enum class AmountSign : std::uint8_t { any, cost, saving, above_zero };
// Who fills it in. `preparer` is the employee, or the supervisor for a recruit action.
enum class Who : std::uint8_t { preparer, supervisor, management, servicing_hr, deputy_administrator };
// When it is asked for. employee_known: a current incumbent, or not a new arrangement.
// overseas and mobile: once it is said that there is an overseas arrangement, or mobile work.
enum class When : std::uint8_t {
  always,
  short_term,
  employee_known,
  incumbent,
  recruit,
  annual_review,
  overseas,
  mobile
};
// When a complete packet must have it, as far as the form alone can tell. from_table: the rates fill it in.
enum class Need : std::uint8_t {
  never,
  always,
  from_table,
  on_general_schedule,  // grade and step
  with_other_pay_plan,  // both salaries, once another plan is chosen or one of them is typed
  with_typed_salary,
  with_zero_nights,
  with_part_f,
  with_determination,
  with_other,  // once one of label, direction and amount is there, all of them
};

struct Choice {
  std::string_view value;  // in the packet
  std::string_view label;  // for people
};

// Money in cents, counts as they are, text in code points. Both ends are allowed. For kinds without limits, {0, 0}.
struct Limits {
  std::int64_t minimum = 0;
  std::int64_t maximum = 0;
};

struct LeafInfo {
  Leaf leaf{};
  std::string_view id{};     // "employee.requested_worksite.county"; the path in the packet
  std::string_view field{};  // "employee.requested_worksite"; the same as id for a field that is one leaf
  Kind kind = Kind::text;
  std::string_view item{};         // "B3"; empty beside the forms
  std::string_view label{};           // "County"; the form's own item name for a field that is one leaf
  std::string_view field_label{};     // "Requested official worksite/duty station"; the same as label for one leaf
  std::string_view question{};        // "How many trips to the office a year?"; as the wizard asks for it
  std::string_view field_question{};  // "Where will you work from?", of the whole group; the same as question for one
  std::string_view hint{};
  std::string_view field_hint{};  // the hint of the whole group; the same as hint for one leaf
  Citation cite;
  std::string_view of_another{};  // field_question where not the employee fills it in; empty: the same
  Group group = Group::none;
  Who who = Who::preparer;
  When when = When::always;
  std::span<const Choice> choices{};
  Need need = Need::never;
  Limits limits{};
  AmountSign sign = AmountSign::any;
  Shape shape = Shape::free;

  // "employee": the packet's first member; the id itself where the leaf is a member of the packet ("notes").
  constexpr std::string_view section() const { return id.substr(0, id.find('.')); }
  // "county": the name of the last member on the path.
  constexpr std::string_view member() const { return id.substr(id.rfind('.') + 1); }
};

// Every leaf, in the order of the packet and of the form.
std::span<const LeafInfo, leaf_count> leaves();
const LeafInfo& info(Leaf leaf);
// The leaf with that id; null where there is none. Quick.
const LeafInfo* find_leaf(std::string_view id);

// To whom a question speaks.
enum class Voice : std::uint8_t { to_the_employee, of_the_employee };
// "Where will you work from?", "Where will the employee work from?": of the whole field, and of the leaf by itself.
std::string_view question_of_field(const LeafInfo& leaf, Voice voice);
std::string_view question_of(const LeafInfo& leaf, Voice voice);

// How line 9 of Part E is read (App. A, Part E, line 9), in the order of the choices of trip_cost_method.
enum class TripCostMethod : std::uint8_t { as_worded, per_night, per_diem, extras_only };
inline constexpr std::array<TripCostMethod, 4> trip_cost_methods = {
    TripCostMethod::as_worded, TripCostMethod::per_night, TripCostMethod::per_diem, TripCostMethod::extras_only};
// "per_night"; the value of the choice.
std::string_view name_of(TripCostMethod method);

// Part F, lines 4 and 5: the leaves of each, of which none, or all, are filled in.
struct OtherLine {
  Leaf label;
  Leaf direction;
  Leaf amount;
};
inline constexpr std::array<OtherLine, 2> other_lines = {
    OtherLine{Leaf::additional_other1_label, Leaf::additional_other1_direction, Leaf::additional_other1_amount},
    OtherLine{Leaf::additional_other2_label, Leaf::additional_other2_direction, Leaf::additional_other2_amount}};

enum class Direction : std::uint8_t { cost, saving };  // Part F, lines 4 and 5; in the order of the choices
enum class Term : std::uint8_t { short_term, long_term };
enum class Action : std::uint8_t { incumbent, recruit };
enum class ArrangementType : std::uint8_t { new_arrangement, modification, annual_review };
enum class ReviewOutcome : std::uint8_t { no_update, update_attached };  // App. D; in the order of the choices

}  // namespace ftt
