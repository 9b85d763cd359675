// The built parts of the rates pack inside of the program, as arrays of bytes that embedded_array.cmake writes. See
// embedded.h.
#include "rates/embedded.h"

#include <array>

namespace ftt {
namespace {

constexpr char current[] = {
#include "current.inc"
};
constexpr char history[] = {
#include "history.inc"
};
constexpr char zip[] = {
#include "zip.inc"
};

}  // namespace

std::span<const std::string_view> embedded_rates() {
  static constexpr std::array<std::string_view, 3> parts = {std::string_view(current, sizeof current),
                                                            std::string_view(history, sizeof history),
                                                            std::string_view(zip, sizeof zip)};
  return parts;
}

}  // namespace ftt
