// FormSpec: what the table of the forms (forms.inc) says of one appendix: its letter, title and document, whose an
// answer is, and what it asks for by itself.
//
// Covers App. A to D. Does not: know answers, or say whether a form is required or complete (rules/documents.h,
// packet/forms.h).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "form/leaf.h"

namespace ftt {

enum class Appendix : std::uint8_t {
#define FTT_TOOL(name, ...) name,
#define FTT_FORM(name, ...) name,
#include "form/forms.inc"
};

// When a form is looked at: in_every_case, but where it is said that it is not required, or where it is.
enum class FormUse : std::uint8_t { in_every_case, where_required };

struct FormSpec {
  Appendix appendix;
  std::string_view name;      // "recruit_agreement"
  std::string_view cite;      // "App. C"
  std::string_view title;     // "Recruit Agreement"
  std::string_view document;  // "doc.recruit_agreement"
  FormUse use;
};

inline constexpr auto form_specs = std::to_array<FormSpec>({
#define FTT_TOOL(name, letter, title) \
  {Appendix::name, #name, "App. " letter, title, "doc." #name, FormUse::in_every_case},
#define FTT_FORM(name, letter, title, paper, head, listed, step, why, use) \
  {Appendix::name, #name, "App. " letter, title, "doc." #name, FormUse::use},
#include "form/forms.inc"
});

constexpr const FormSpec& spec_of(Appendix appendix) {
  return form_specs[static_cast<std::size_t>(appendix)];
}
// "App. B": as citations begin.
constexpr std::string_view name_of(Appendix appendix) {
  return spec_of(appendix).cite;
}

// An answer, or a place, that a form asks for by itself.
struct FormAnswer {
  Appendix form;
  Leaf leaf;  // of a place, its address
  bool is_place;
  std::string_view words;  // where it is missing
};
// Of all forms, each in its order.
std::span<const FormAnswer> form_answers();

// A signature is a name and the date on which it was given.
struct FormSignature {
  Appendix form;
  Leaf name;
  Leaf date;
  std::string_view who;
};
std::span<const FormSignature> form_signatures();

struct FormClock {
  Appendix form;
  std::string_view deadline;
};
std::span<const FormClock> form_clocks();

// The form on which a section of the packet stands; nothing for what stands beside the forms ("eligibility").
std::optional<Appendix> form_of_section(std::string_view section);

}  // namespace ftt
