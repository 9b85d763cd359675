// What each module of the core keeps besides its own: the rate tables, and the last answer.
//
// Does not: know what a module does with the tables.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/result.h"
#include "rates/rates.h"
#include "web/module/reply.h"

namespace ftt {

struct RatesHost {
  std::optional<Rates> rates;  // nothing until the part `current` was added
  Answerer answerer;
};

RatesHost& rates_host();

// The problem that a function has which needs the tables before they are there.
Error no_rates();

inline const Reply* good(std::string text) {
  return rates_host().answerer.good(std::move(text));
}

inline const Reply* problem(const Error& error) {
  return rates_host().answerer.problem(error);
}

}  // namespace ftt
