// Citation: a reference to a paragraph of the order or a line of its forms, checked when the program is compiled.
//
//   cite("App. A, Part E, line 9")   cite("HRM 6040.2 ¶8b")   cite("Order ¶3a")   cite("41 CFR 301-11.101")
//
// A citation that is not in the table (paragraphs.inc) does not compile. At run time find_citation opens the
// paragraph's restatement, which is in our own plain words; the order governs.
//
// Does not: hold the order's sentences, or decide anything.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ftt {

struct Paragraph {
  std::string_view cite;         // "App. A, Part E, line 9"
  std::string_view heading;      // "Total cost per trip to agency worksite"
  std::string_view restatement;  // what it says, in plain words
};

namespace order_detail {
inline constexpr auto citations = std::to_array<std::string_view>({
#define FTT_PARAGRAPH(cite, heading, restatement) cite,
#include "order/paragraphs.inc"
#undef FTT_PARAGRAPH
});
}  // namespace order_detail

void no_such_paragraph_in_the_order();

class Citation {
 public:
  constexpr std::string_view text() const { return order_detail::citations[number_]; }
  // The heading and the restatement.
  const Paragraph& paragraph() const;
  friend constexpr bool operator==(Citation, Citation) = default;
  // In the order of the paragraphs.
  friend constexpr auto operator<=>(Citation, Citation) = default;

 private:
  explicit constexpr Citation(std::uint16_t number) : number_(number) {}
  friend consteval Citation cite(std::string_view text);

  std::uint16_t number_;
};

consteval Citation cite(std::string_view text) {
  std::size_t number = 0;
  while (number < order_detail::citations.size() && order_detail::citations[number] != text) ++number;
  if (number == order_detail::citations.size()) no_such_paragraph_in_the_order();
  return Citation(static_cast<std::uint16_t>(number));
}

// The paragraph with exactly this citation; null where there is none.
const Paragraph* find_citation(std::string_view text);

}  // namespace ftt
