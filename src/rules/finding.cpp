// The names of the statuses. See finding.h.
#include "rules/finding.h"

namespace ftt {

std::string_view name_of(Status status) {
  switch (status) {
    case Status::pass:
      return "pass";
    case Status::fail:
      return "fail";
    case Status::unknown:
      return "unknown";
    case Status::note:
      break;
  }
  return "note";
}

}  // namespace ftt
