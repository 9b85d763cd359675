// A saved page: the print document with the packet's JSON inside of it, so that the page opens again in the wizard.
//
// The JSON stands in a `<template>`, which a browser neither shows nor runs, as escaped text: & < > " and ' are
// references there, so nothing that a person typed can end the element, and the bytes come back exactly.
//
// Does not: know what the packet says, or write the rest of the page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ftt {

// The largest page that is looked into: a packet of 8 MiB, escaped, beside what it prints as.
inline constexpr std::size_t max_page_bytes = std::size_t{48} * 1024 * 1024;

// The element that carries the packet.
std::string embed_packet(std::string_view packet_json);

// Whether the bytes are a page rather than JSON: the first character that is not white space is `<`.
bool looks_like_a_page(std::string_view bytes);

// The packet's JSON out of a page, also of one that a browser has written out again. Errors: limit_exceeded,
// wrong_format (a page without a packet), truncated.
Result<std::string> extract_packet(std::string_view page);

}  // namespace ftt
