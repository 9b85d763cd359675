// Known<T>: an answer that a person gave, one that the tool assumed, or none.
//
// What is worked out of several of them is as sure as the weakest: one missing part leaves the whole missing, one
// assumed part makes it assumed. So an unknown never turns into a zero.
//
// Does not: say why something is missing; the line that needs it names the field.
#pragma once

#include <optional>
#include <type_traits>
#include <utility>

#include "base/assert.h"

namespace ftt {

enum class Knowledge { missing, assumed, answered };

// The less sure of the two.
constexpr Knowledge weaker(Knowledge a, Knowledge b) {
  return static_cast<int>(a) < static_cast<int>(b) ? a : b;
}

template <class T>
class Known {
 public:
  constexpr Known() = default;  // missing
  static constexpr Known answered(T value) { return Known(Knowledge::answered, std::move(value)); }
  static constexpr Known assumed(T value) { return Known(Knowledge::assumed, std::move(value)); }
  static constexpr Known missing() { return Known(); }
  // The value with a state that is already known; a missing state drops the value.
  static constexpr Known with_state(Knowledge state, T value) {
    return state == Knowledge::missing ? Known() : Known(state, std::move(value));
  }

  constexpr Knowledge state() const { return state_; }
  constexpr bool is_answered() const { return state_ == Knowledge::answered; }
  constexpr bool is_assumed() const { return state_ == Knowledge::assumed; }
  constexpr bool is_missing() const { return state_ == Knowledge::missing; }
  constexpr bool has_value() const { return !is_missing(); }

  // The value. Precondition: has_value().
  constexpr const T& value() const {
    FTT_ASSERT(has_value(), "A missing answer was asked for its value.");
    return *value_;
  }
  constexpr T value_or(T otherwise) const { return has_value() ? *value_ : std::move(otherwise); }

  // The function of the value, as sure as the value is.
  template <class Function>
  constexpr auto map(Function&& function) const -> Known<std::decay_t<std::invoke_result_t<Function, const T&>>> {
    using Mapped = Known<std::decay_t<std::invoke_result_t<Function, const T&>>>;
    return has_value() ? Mapped::with_state(state_, std::forward<Function>(function)(*value_)) : Mapped::missing();
  }

  friend constexpr bool operator==(const Known& a, const Known& b) {
    return a.state_ == b.state_ && a.value_ == b.value_;
  }

 private:
  constexpr Known(Knowledge state, T value) : state_(state), value_(std::move(value)) {}

  Knowledge state_ = Knowledge::missing;
  std::optional<T> value_;
};

// The function of all the values, as sure as the weakest of them; missing where one is missing.
template <class Function, class... Parts>
constexpr auto combine(Function&& function, const Known<Parts>&... parts)
    -> Known<std::decay_t<std::invoke_result_t<Function, const Parts&...>>> {
  using Combined = Known<std::decay_t<std::invoke_result_t<Function, const Parts&...>>>;
  Knowledge weakest = Knowledge::answered;
  ((weakest = weaker(weakest, parts.state())), ...);
  if (weakest == Knowledge::missing) return Combined::missing();
  return Combined::with_state(weakest, std::forward<Function>(function)(parts.value()...));
}

}  // namespace ftt
