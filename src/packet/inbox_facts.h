// inbox_facts: a row of the inbox on its way from who has read the file to who shows it: as JSON, out and in again.
//
// The wizard has many files read beside it, in a worker: what comes back is all that a table of many packets needs to
// know of each, and no packet. Does not read packets or fold copies (inbox.h), and leaves out the calendar entry.
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "packet/inbox.h"

namespace ftt {

// A row as inbox_json has it, with what copies are told from each other by: "revision", "prepared_on", "after",
// "digests".
Json inbox_facts(const InboxRow& row);

// The row in such an object. Errors: wrong_type, unknown_choice, those of Date::from_iso, each with the member's name.
Result<InboxRow> read_inbox_facts(const Json& facts);

}  // namespace ftt
