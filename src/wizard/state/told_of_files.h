// told_of_files: how what the page tells while it reads many files is read, whatever it is that it makes of them.
//
// Does not know what is told.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/json.h"
#include "base/result.h"

namespace ftt {

// The files of one batch, or a page of every table, are told in one text, which the page bounds by what it reads.
// Errors: all of read_json.
Result<Json> read_told_of_files(std::string_view json);
// How many there are of something by that member; 0 where it tells no number of them.
std::size_t count_told(const Json& told, std::string_view member);

}  // namespace ftt
