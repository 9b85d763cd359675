// Result<T>: a value, or an error that says which place is wrong and how to mend it.
//
// For text and bytes that come from outside. Costs no allocation where the value is good.
//
// Does not: throw, or stand for an answer that is merely not given yet (that is Known<T>).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/assert.h"

namespace ftt {

// Each kind of wrong once: its name, and what it means in general. The message of an Error says the particular.
#define FTT_ERROR_CODES(X)                                           \
  X(empty, "nothing was given")                                      \
  X(malformed, "it cannot be read as what it should be")             \
  X(out_of_range, "it is outside of what is allowed")              \
  X(too_precise, "it has more decimal places than are kept")         \
  X(ambiguous, "it can be read in more than one way")                \
  X(wrong_type, "it has the wrong type") \
  X(unknown_choice, "it is not one of the choices")                     \
  X(not_found, "nothing has that name")                   \
  X(repeated, "it is there more than once")                          \
  X(truncated, "it ends too early")                                  \
  X(wrong_encoding, "its bytes are not UTF-8 text")                  \
  X(limit_exceeded, "it is larger than what is read")                \
  X(wrong_format, "it is a different kind of file")                      \
  X(newer_format, "a newer version made it")                         \
  X(inconsistent, "its parts contradict each other")

enum class ErrorCode {
#define FTT_ERROR_CODE_NAME(name, text) name,
  FTT_ERROR_CODES(FTT_ERROR_CODE_NAME)
#undef FTT_ERROR_CODE_NAME
};

// The name of a code as it stands in the list, for example "out_of_range".
std::string_view name_of(ErrorCode code);
// What the code means in general, for example "it lies outside of what is allowed".
std::string_view meaning_of(ErrorCode code);

struct Error {
  ErrorCode code;
  std::string where;    // a field id, a JSON pointer, or "line 3, column 7"; empty where the caller knows the place
  std::string message;  // one or two whole sentences: what is wrong, and the mend

  friend bool operator==(const Error&, const Error&) = default;
};

// The error with its place filled in: a parser knows only the text, its caller knows the field.
Error at(std::string where, Error error);

// "where: message", or the message alone where no place is named.
std::string to_string(const Error& error);

// The value of a Result that has nothing to tell but success.
struct Unit {
  friend bool operator==(const Unit&, const Unit&) = default;
};

template <class T>
class [[nodiscard]] Result {
 public:
  using Value = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // The value. Precondition: has_value().
  const T& value() const& { return *checked_value(std::get_if<0>(&state_)); }
  T& value() & { return *checked_value(std::get_if<0>(&state_)); }
  T value() && { return std::move(*checked_value(std::get_if<0>(&state_))); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  T value_or(T otherwise) const& { return has_value() ? value() : std::move(otherwise); }

  // The error. Precondition: not has_value().
  const Error& error() const& { return *checked_error(std::get_if<1>(&state_)); }
  Error error() && { return std::move(*checked_error(std::get_if<1>(&state_))); }

 private:
  template <class Pointer>
  static Pointer checked_value(Pointer pointer) {
    FTT_ASSERT(pointer != nullptr, "A result with an error was asked for its value.");
    return pointer;
  }
  template <class Pointer>
  static Pointer checked_error(Pointer pointer) {
    FTT_ASSERT(pointer != nullptr, "A result with a value was asked for its error.");
    return pointer;
  }

  std::variant<T, Error> state_;
};

}  // namespace ftt

#define FTT_JOIN_NAMES(a, b) a##b
#define FTT_TRY_NAMED(expression, name)                    \
  __extension__({                                          \
    auto name = (expression);                              \
    if (!name.has_value()) return std::move(name).error(); \
    std::move(name).value();                               \
  })
#define FTT_TRY_EXPANDED(expression, number) FTT_TRY_NAMED(expression, FTT_JOIN_NAMES(ftt_try_result_, number))
// The value of a Result, or a return of its error from the enclosing function.
#define FTT_TRY(expression) FTT_TRY_EXPANDED(expression, __COUNTER__)
