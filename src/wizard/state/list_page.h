// list_page: which part of a long list is shown: a page of it at a time, so that the screen stays quick however long it
// is.
//
// Does not hold a list, nor show one.
#pragma once

#include <algorithm>
#include <cstddef>

namespace ftt {

inline constexpr std::size_t most_on_page = 50;

// Behind the last one of the page that begins at `first`.
constexpr std::size_t end_of_page(std::size_t first, std::size_t count) {
  return std::min(first + most_on_page, count);
}

// Where the last page begins.
constexpr std::size_t begin_of_last_page(std::size_t count) {
  return count == 0 ? 0 : (count - 1) / most_on_page * most_on_page;
}

// Where the page begins that comes next, on or back; the same one at either end.
constexpr std::size_t turned_page(std::size_t first, std::size_t count, bool is_on) {
  if (is_on) return end_of_page(first, count) < count ? first + most_on_page : first;
  return first - std::min(first, most_on_page);
}

}  // namespace ftt
