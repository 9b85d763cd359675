// The texts of the error codes.
#include "base/result.h"

#include "base/text.h"

namespace ftt {

std::string_view name_of(ErrorCode code) {
  switch (code) {
#define FTT_ERROR_CODE_CASE(name, text) \
  case ErrorCode::name:                 \
    return #name;
    FTT_ERROR_CODES(FTT_ERROR_CODE_CASE)
#undef FTT_ERROR_CODE_CASE
  }
  return {};
}

std::string_view meaning_of(ErrorCode code) {
  switch (code) {
#define FTT_ERROR_CODE_CASE(name, text) \
  case ErrorCode::name:                 \
    return text;
    FTT_ERROR_CODES(FTT_ERROR_CODE_CASE)
#undef FTT_ERROR_CODE_CASE
  }
  return {};
}

Error at(std::string where, Error error) {
  error.where = std::move(where);
  return error;
}

std::string to_string(const Error& error) {
  return error.where.empty() ? error.message : concat(error.where, ": ", error.message);
}

}  // namespace ftt
