// read_typed and read_exact: where the text of a leaf gets its meaning, as a person types it and as a packet's file has
// it. What read_exact takes, read_typed takes too, with the same meaning. Inside of the form alone.
//
// Does not look at other leaves.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "form/field.h"

namespace ftt::form_detail {

struct LeafValue {
  std::string text;        // as the packet keeps it
  std::int64_t value = 0;  // cents, units, days since 1970, the number of the choice (or no_choice); 1 is yes
};

// Who reads the leaf puts its id to it.
inline Error refused(ErrorCode code, std::string message) {
  return Error{code, {}, std::move(message)};
}

inline constexpr std::int64_t no_choice = -1;  // free text of an open choice

// The meaning of a typed text without blanks around it. Precondition: it is not empty.
// Errors: whatever the leaf's kind, limits, shape and choices refuse, with the mend; `where` is the leaf's id.
Result<LeafValue> read_typed(const LeafInfo& info, std::string_view text);
// The same of a text that people write freely, or of a certain make.
Result<LeafValue> read_text(const LeafInfo& info, std::string_view text);

// The meaning of a text that must be in the packet's own form: "412.6" and "2027-02-01", and neither "$412.60" nor
// "2/1/2027". Free text is taken as it stands, with blanks around it. What it takes, the JSON Schema takes, and
// nothing else (packet/schema.cpp). Errors: those of read_typed; empty where there are only blanks; malformed for
// another form, with the one to write.
Result<LeafValue> read_exact(const LeafInfo& info, std::string_view text);

}  // namespace ftt::form_detail
