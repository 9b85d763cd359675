// Leaf: the smallest things that a person answers, one enumerator each, in the order of the packet and of the form.
//
// Made from the one table, fields.inc. A place, an office, an "other" cost, a contact and a signature are several
// leaves. Covers App. A, Parts A to M, App. B to D, and what stands beside the forms (eligibility, clocks, the record,
// ending it, notes).
//
// Does not hold what is derived (calc does), nor the list of actual spending (answers.h).
#pragma once

#include <cstddef>
#include <cstdint>

namespace ftt {

enum class Leaf : std::uint16_t {
#define FTT_LEAF(name, ...) name,
#define FTT_PLACE(name, ...) name##_address, name##_city, name##_county, name##_state,
#define FTT_OFFICE(name, ...) name##_component, name##_region, name##_organization,
#define FTT_OTHER(name, ...) name##_label, name##_direction, name##_amount,
#define FTT_CONTACT(name, ...) name##_name, name##_date, name##_included,
#define FTT_SIGNATURE(name, ...) name##_name, name##_title, name##_decision, name##_date,
#define FTT_SIGNED(name, ...) name##_name, name##_title, name##_date,
#include "form/fields.inc"
#undef FTT_LEAF
#undef FTT_PLACE
#undef FTT_OFFICE
#undef FTT_OTHER
#undef FTT_CONTACT
#undef FTT_SIGNATURE
#undef FTT_SIGNED
  end_of_leaves  // not a leaf: one past the last
};

inline constexpr std::size_t leaf_count = static_cast<std::size_t>(Leaf::end_of_leaves);

constexpr std::size_t number_of(Leaf leaf) {
  return static_cast<std::size_t>(leaf);
}

// The first of the four leaves of a place; the city, the county and the state follow it.
struct PlaceLeaves {
  Leaf address;
  constexpr Leaf city() const { return after(1); }
  constexpr Leaf county() const { return after(2); }
  constexpr Leaf state() const { return after(3); }

 private:
  constexpr Leaf after(std::uint16_t steps) const {
    return static_cast<Leaf>(static_cast<std::uint16_t>(address) + steps);
  }
};

inline constexpr PlaceLeaves current_worksite{Leaf::employee_current_worksite_address};
inline constexpr PlaceLeaves requested_worksite{Leaf::employee_requested_worksite_address};
inline constexpr PlaceLeaves agency_worksite{Leaf::position_agency_worksite_address};
// App. D, Part A, items 2 and 3.
inline constexpr PlaceLeaves reviewed_worksite{Leaf::annual_review_current_worksite_address};
inline constexpr PlaceLeaves requested_at_review{Leaf::annual_review_requested_worksite_address};

}  // namespace ftt
