// The JSON Schema (draft 2020-12) of a packet, made from the same table of fields as everything else.
//
// It takes what read_packet takes in form, and nothing else; what members say to each other is outside of it.
// assets/schema/telework-packet.schema.json is this text; a test holds that it is.
//
// Does not: check a packet (read_packet does, with better words).
#pragma once

#include <string>

#include "base/json.h"

namespace ftt {

Json packet_schema();

// The schema as the file has it.
std::string schema_json();

}  // namespace ftt
