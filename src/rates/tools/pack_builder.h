// Builds the three parts of the rates pack from the CSV tables in assets/rates, and checks them in full.
// Pure: takes texts and gives texts; rates_pack.cpp reads and writes the files.
// Does not run in the page: the page gets the finished parts.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ftt {

struct BuiltPack {
  std::string current;
  std::string history;
  std::string zip;
};

// Gives the text of a file by its name, "gs_base_pay.csv". Errors: not_found.
using ReadFile = std::function<Result<std::string>(std::string_view name)>;

// Errors: `where` is "file:line" of the CSV at fault.
Result<BuiltPack> build_pack(const ReadFile& read_file);

}  // namespace ftt
