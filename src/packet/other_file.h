// What a file is that is no packet: a PDF, an e-mail, a spreadsheet, a picture; and what to open in its place.
//
// People mail the print of a packet as a PDF and attach what was mailed to them, so that these are what is opened most
// often beside a packet. A file is known by its first bytes, never by its name.
//
// Does not: read the packet out of any of them, or know whether a text is a packet (read_packet.cpp).
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"

namespace ftt {

// Why the bytes are no packet, where they are a kind of file that is known: wrong_format, malformed for plain text,
// empty for a file without anything in it. Nothing for all else: for JSON and for every page.
std::optional<Error> what_other_file(std::string_view bytes);

}  // namespace ftt
