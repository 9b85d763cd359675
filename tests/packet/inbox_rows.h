// Rows of the inbox, for its tests.
#pragma once

#include <string_view>

#include "packet/chain_at_hand.h"
#include "packet/inbox.h"

namespace ftt::test {

inline constexpr Date inbox_day = calendar_date(2025, 7, 3);

inline InboxRow row_of(std::string_view file, const Packet& packet) {
  return *inbox_row(file, file_of(packet), inbox_day, calendar);
}

}  // namespace ftt::test
