// The names of the statuses and requirements. See finding.h.
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

std::string_view words_of(Requirement requirement) {
  switch (requirement) {
    case Requirement::required:
      return "required";
    case Requirement::not_required:
      return "not required";
    case Requirement::unknown:
      break;
  }
  return "not known yet";
}

}  // namespace ftt
