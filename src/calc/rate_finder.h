// RateFinder: find_rates with a memory of its last answer. The tables are read again only when something that they are
// asked for has changed (places, position, pay table year, month, first date, day), so that typing a fare does not.
//
// Gives exactly what find_rates gives. Does not notice that the rates themselves have changed: forget() then.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "calc/calculate.h"

namespace ftt {

class RateFinder {
 public:
  // The rates must outlive the finder.
  explicit RateFinder(const Rates& rates) : rates_(&rates) {}

  // Valid until the next call.
  const FoundRates& find(const Answers& answers, Date today);
  // After a part or an overlay was added to the rates.
  void forget() { found_.reset(); }

 private:
  static constexpr std::size_t question_count = 16;
  static const std::array<Leaf, question_count> questions;  // the leaves that find_rates reads

  const Rates* rates_;
  std::optional<FoundRates> found_;
  std::array<std::string, question_count> texts_;
  std::optional<Date> today_;
};

}  // namespace ftt
