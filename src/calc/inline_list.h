// InlineList<T, capacity>: a short list that lives inside its owner, so that a worksheet costs no allocations.
//
// Does not grow: one element too many is a mistake of ours and stops.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/assert.h"

namespace ftt {

template <class T, std::size_t capacity>
class InlineList {
 public:
  void push_back(const T& element) {
    FTT_ASSERT(size_ < capacity, "A short list of the worksheet is full.");
    elements_[size_++] = element;
  }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T& operator[](std::size_t place) const {
    FTT_ASSERT(place < size_, "A short list of the worksheet was read past its end.");
    return elements_[place];
  }
  const T* begin() const { return elements_.data(); }
  const T* end() const { return elements_.data() + size_; }

 private:
  std::array<T, capacity> elements_{};
  std::uint8_t size_ = 0;
};

}  // namespace ftt
