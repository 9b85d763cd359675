// InlineList<T, capacity>: a short list that lives inside its owner, so that a worksheet costs no allocations. Only
// what is in the list is ever set up or copied: most lists of a worksheet hold one or two of their many places.
//
// Does not grow: one element too many is a mistake of ours and stops. Holds plain data alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <type_traits>

#include "base/assert.h"

namespace ftt {

template <class T, std::size_t capacity>
class InlineList {
 public:
  static_assert(std::is_trivially_copyable_v<T> && capacity <= UINT8_MAX);

  InlineList() {}  // not `= default`: `{}` would then clear all the places, most of the cost of a worksheet
  InlineList(const InlineList& other) : size_(other.size_) { std::memcpy(bytes_, other.bytes_, size_ * sizeof(T)); }
  InlineList& operator=(const InlineList& other) {
    size_ = other.size_;
    std::memmove(bytes_, other.bytes_, size_ * sizeof(T));
    return *this;
  }

  void push_back(const T& element) {
    FTT_ASSERT(size_ < capacity, "A short list of the worksheet is full.");
    new (bytes_ + size_ * sizeof(T)) T(element);
    ++size_;
  }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T& operator[](std::size_t place) const {
    FTT_ASSERT(place < size_, "A short list of the worksheet was read past its end.");
    return begin()[place];
  }
  const T* begin() const { return std::launder(reinterpret_cast<const T*>(bytes_)); }
  const T* end() const { return begin() + size_; }

 private:
  std::uint8_t size_ = 0;
  alignas(T) unsigned char bytes_[capacity * sizeof(T)];
};

}  // namespace ftt
