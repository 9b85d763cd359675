// The members of the view model's types one by one, as node.inc lists them: for whoever does the same with each of
// them.
//
// Does not know what is done with them.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "view/node.h"

namespace ftt {

// How a struct is written: as an object, as the names of its booleans that are true, or as the list of its numbers.
enum class StructForm : std::uint8_t { object, names, pair };
// Whether a member is written in each case, or only where it has not its default.
enum class Presence : std::uint8_t { unless_default, always };

// Of an enumeration: `names`. Of a struct: `form`, and each(visit), which calls visit(name, pointer to member,
// presence) in the order of the list.
template <class Type>
struct Described;

#define FTT_ENUM(Type)     \
  template <>              \
  struct Described<Type> { \
    static constexpr std::string_view names[] = {
#define FTT_ENUMERATOR(name) #name,
#define FTT_END_ENUM(Type) \
  }                        \
  ;                        \
  }                        \
  ;
#define FTT_DESCRIBED(Type, its_form)            \
  template <>                                    \
  struct Described<Type> {                       \
    using Self = Type;                           \
    static constexpr StructForm form = its_form; \
    template <class Visit>                       \
    static constexpr void each(Visit visit) {
#define FTT_OBJECT(Type) FTT_DESCRIBED(Type, StructForm::object)
#define FTT_NAMES(Type) FTT_DESCRIBED(Type, StructForm::names)
#define FTT_PAIR(Type) FTT_DESCRIBED(Type, StructForm::pair)
#define FTT_MEMBER(type, name) visit(std::string_view(#name), &Self::name, Presence::unless_default);
#define FTT_GIVEN(type, name) visit(std::string_view(#name), &Self::name, Presence::always);
#define FTT_END_STRUCT(Type) \
  }                          \
  }                          \
  ;
#include "view/node.inc"
#undef FTT_DESCRIBED

template <class Type>
concept Enumeration = std::is_enum_v<Type>;

template <Enumeration Type>
constexpr std::string_view enumerator_name(Type value) {
  return Described<Type>::names[static_cast<std::size_t>(value)];
}

}  // namespace ftt
