// How wide the page is, in the three classes that screens are described for. Does not measure: the page tells it.
#pragma once

#include <cstdint>

namespace ftt {

enum class WidthClass : std::uint8_t { wide, medium, narrow };  // from 1,024 px, above 640 px, to 640 px

}  // namespace ftt
