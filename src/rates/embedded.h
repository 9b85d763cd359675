// The three parts of the rates pack inside of a native program: library ftt_rates_embedded.
// Not linked into the page, which fetches them.
#pragma once

#include <span>
#include <string_view>

namespace ftt {

// The parts current, history and zip, in that order.
std::span<const std::string_view> embedded_rates();

}  // namespace ftt
